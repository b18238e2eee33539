"""Article 15.4: what makes a countermeasure lawful, unclear or wrongful."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.rules import params as p
from game.rules import responses
from game.rules.law import Verdict
from game.rules.world import NOBODY, Contested, Promise, Status, World
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    GANG,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    believed,
    crisis,
    fill,
    put,
)

TURN = 5
HERE = np.array([0])


def wronged() -> World:
    """The south hit the north, as all believe; all allow countermeasures with notice, and it was
    warned."""
    world = crisis(TURN)
    fill(world, "guilt", 0)
    for nation in range(4):
        believed(world, nation, BLACKOUT, SOUTH, p.LAW_PROOF)
    put(world, "severity", BLACKOUT, to=4)
    for point in (Contested.COUNTERMEASURES, Contested.NOTICE, Contested.COLLECTIVE):
        put(world, "declared", slice(None), point, to=1)
    put(world, "warned", NORTH, SOUTH, to=TURN)
    return world


def read(world: World, actor: int = NORTH, incident: int = BLACKOUT) -> int:
    """How the east reads a countermeasure on the south over an incident."""
    one, target, case = (np.array([value]) for value in (actor, SOUTH, incident))
    return int(responses.of_countermeasure(world, one, target, case, HERE)[EAST, 0])


@pytest.mark.article("15.4")
def test_a_countermeasure_against_the_author_of_a_wrong_after_notice_is_lawful() -> None:
    assert read(wronged()) == Verdict.LAWFUL


def _unproved(world: World) -> None:
    believed(world, EAST, BLACKOUT, SOUTH, p.LAW_PROOF - 1 / 1024)


def _no_wrong(world: World) -> None:
    put(world, "kind", BLACKOUT, to=1)


def _slight(world: World) -> None:
    put(world, "severity", BLACKOUT, to=p.LAW_FLOOR - SMALL)
    put(world, "declared", EAST, Contested.SOVEREIGNTY, to=1)


def _again(world: World) -> None:
    put(world, "countered", NORTH, BLACKOUT, to=SOUTH + 1)


def _rejected(world: World) -> None:
    put(world, "declared", EAST, Contested.COUNTERMEASURES, to=0)


def _without_notice(world: World) -> None:
    put(world, "warned", NORTH, SOUTH, to=TURN - p.LAW_NOTICE - 1)


@pytest.mark.article("15.4")
@pytest.mark.parametrize(
    "spoil", [_unproved, _no_wrong, _slight, _again, _rejected, _without_notice]
)
def test_what_makes_a_countermeasure_wrongful(spoil: Callable[[World], None]) -> None:
    world = wronged()
    spoil(world)
    assert read(world) == Verdict.WRONGFUL


@pytest.mark.article("15.4")
def test_what_a_reader_has_no_view_on_makes_it_unclear() -> None:
    world = wronged()
    put(world, "declared", slice(None), Contested.COUNTERMEASURES, to=NOBODY)
    assert read(world) == Verdict.UNCLEAR
    world = wronged()
    put(world, "declared", slice(None), Contested.NOTICE, to=NOBODY)
    assert read(world) == Verdict.LAWFUL, "it was warned"
    put(world, "warned", NORTH, SOUTH, to=0)
    assert read(world) == Verdict.UNCLEAR


@pytest.mark.article("15.4")
def test_notice_is_a_warning_a_request_to_stop_or_unneeded_in_peril() -> None:
    world = wronged()
    put(world, "declared", slice(None), Contested.NOTICE, to=1)
    put(world, "warned", NORTH, SOUTH, to=TURN - p.LAW_NOTICE)
    assert read(world) == Verdict.LAWFUL, "still notice"
    put(world, "warned", NORTH, SOUTH, to=0)
    assert read(world) == Verdict.WRONGFUL
    put(world, "asked", NORTH, SOUTH, Promise.RESTRAINT, to=TURN)
    assert read(world) == Verdict.LAWFUL
    put(world, "asked", NORTH, SOUTH, Promise.RESTRAINT, to=0)
    put(world, "severity", BLACKOUT, to=p.LAW_GRAVE)
    assert read(world) == Verdict.LAWFUL, "there is no time"
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert read(world) == Verdict.WRONGFUL, "there was time"


@pytest.mark.article("15.4")
@pytest.mark.parametrize(
    ("answer", "verdict"), [(1, Verdict.LAWFUL), (0, Verdict.WRONGFUL), (NOBODY, Verdict.UNCLEAR)]
)
def test_third_states_act_for_a_victim_only_before_those_who_allow_it(
    answer: int, verdict: int
) -> None:
    world = wronged()
    put(world, "declared", slice(None), Contested.COLLECTIVE, to=answer)
    put(world, "warned", WEST, SOUTH, to=TURN)
    assert read(world, WEST) == verdict
    assert read(world, NORTH) == Verdict.LAWFUL


@pytest.mark.article("15.4")
def test_a_group_s_deed_is_its_home_s_only_where_due_diligence_binds_and_was_breached() -> None:
    world = wronged()
    for nation in range(4):
        believed(world, nation, BLACKOUT, SOUTH, 0)
        believed(world, nation, BLACKOUT, GANG, 0.75)
    assert read(world) == Verdict.WRONGFUL, "not the state"
    put(world, "declared", EAST, Contested.DUE_DILIGENCE, to=1)
    assert read(world) == Verdict.WRONGFUL, "it was never told"
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=TURN - p.NORM_GRACE + 1)
    assert read(world) == Verdict.WRONGFUL, "it still has time"
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=TURN - p.NORM_GRACE)
    assert read(world) == Verdict.LAWFUL
    put(world, "declared", EAST, Contested.DUE_DILIGENCE, to=0)
    assert read(world) == Verdict.WRONGFUL
    believed(world, EAST, BLACKOUT, GANG, 0)
    believed(world, EAST, BLACKOUT, CREW, 1)
    put(world, "declared", EAST, Contested.DUE_DILIGENCE, to=1)
    assert read(world) == Verdict.WRONGFUL, "the crew lives elsewhere"


@pytest.mark.article("15.4")
def test_the_wrong_answered_is_the_gravest_of_one_s_own_not_answered_yet() -> None:
    world = wronged()
    row: dict[str, Any] = {"status": 1, "victim": NORTH, "severity": 2, "kind": 0}
    for name, value in row.items():
        put(world, name, OPERATION, to=value)
    believed(world, NORTH, OPERATION, SOUTH, p.LAW_PROOF)

    def answered() -> int:
        one, other = np.array([NORTH]), np.array([SOUTH])
        return int(responses.wrong_answered(world, one, other, HERE)[0])

    assert answered() == BLACKOUT
    put(world, "countered", NORTH, BLACKOUT, to=SOUTH + 1)
    assert answered() == OPERATION
    put(world, "victim", OPERATION, to=EAST)
    assert answered() == BLACKOUT, "the east is no friend"
    put(world, "asked", EAST, NORTH, Promise.HELP, to=TURN)
    assert answered() == OPERATION, "it asked for help"
    put(world, "asked", EAST, NORTH, Promise.HELP, to=0)
    put(world, "victim", OPERATION, to=WEST)
    assert answered() == OPERATION, "an ally"
    put(world, "countered", NORTH, BLACKOUT, to=0)
    assert answered() == BLACKOUT
