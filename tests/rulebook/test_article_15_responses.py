"""Articles 15.4 to 15.8: countermeasures, self-defence, necessity, and what they cost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.rules import params as p
from game.rules import responses
from game.rules.changes import Changes
from game.rules.happenings import What
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
    act,
    believed,
    crisis,
    did,
    fill,
    grid,
    order,
    put,
)

TURN = 5
HERE = np.array([0])
SURE = np.ceil(p.LAW_CERTAIN * 1024) / 1024


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


def strike(world: World, actor: int = NORTH, target: int = SOUTH) -> int:
    """How the east reads a strike."""
    one, other = np.array([actor]), np.array([target])
    return int(responses.of_force(world, one, other, HERE)[EAST, 0])


def attacked() -> World:
    """What hit the north is an armed attack to the east, which is sure of the south."""
    world = wronged()
    put(world, "severity", BLACKOUT, to=6)
    put(world, "declared", EAST, Contested.FORCE, to=2)
    believed(world, EAST, BLACKOUT, SOUTH, SURE)
    return world


@pytest.mark.article("15.5")
def test_self_defence_is_open_only_against_an_armed_attack() -> None:
    world = attacked()
    assert strike(world) == Verdict.LAWFUL
    assert strike(world, WEST) == Verdict.LAWFUL, "in defence of an ally"
    assert strike(world, SOUTH, NORTH) == Verdict.FORCE
    assert strike(world, NORTH, EAST) == Verdict.FORCE, "it was not the east"
    put(world, "severity", BLACKOUT, to=6 - SMALL)
    assert strike(world) == Verdict.FORCE, "force, but no attack"


@pytest.mark.article("15.5")
def test_self_defence_needs_to_be_sure_and_in_time() -> None:
    world = attacked()
    believed(world, EAST, BLACKOUT, SOUTH, SURE - 1 / 1024)
    assert strike(world) == Verdict.FORCE
    world = attacked()
    put(world, "began", BLACKOUT, to=TURN - p.LAW_RECENT)
    assert strike(world) == Verdict.LAWFUL
    put(world, "began", BLACKOUT, to=TURN - p.LAW_RECENT - 1)
    assert strike(world) == Verdict.FORCE


@pytest.mark.article("15.5", "9.71")
def test_who_was_struck_may_strike_back_and_the_aggressor_may_not() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "heat", [NORTH, SOUTH], [SOUTH, NORTH], to=60)
    first = act(world, order(SOUTH, "strike", target=NORTH, choice=0)).after
    assert first.blow[SOUTH, NORTH, 0] == TURN
    assert strike(first) == strike(first, WEST) == Verdict.LAWFUL
    back = act(first, order(NORTH, "strike", target=SOUTH, choice=0)).after
    assert back.blow[NORTH, SOUTH, 0] == 0, "most read it as self-defence"
    assert strike(back, SOUTH, NORTH) == Verdict.FORCE


def takedown(world: World, host: int = SOUTH) -> int:
    """How the east reads a takedown by the north."""
    one, other = np.array([NORTH]), np.array([host])
    return int(responses.of_necessity(world, one, other, HERE)[EAST, 0])


@pytest.mark.article("15.6")
@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(1, Verdict.WRONGFUL), (0, Verdict.UNFRIENDLY), (NOBODY, Verdict.UNCLEAR)],
)
def test_without_peril_it_is_read_by_sovereignty(answer: int, verdict: int) -> None:
    world = wronged()
    put(world, "declared", EAST, Contested.SOVEREIGNTY, to=answer)
    put(world, "severity", BLACKOUT, to=p.LAW_GRAVE - SMALL)
    assert takedown(world) == verdict
    assert takedown(world, NORTH) == Verdict.LAWFUL, "on one's own soil"
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=TURN - p.NORM_GRACE)
    put(world, "declared", EAST, Contested.DUE_DILIGENCE, to=1)
    assert takedown(world) == Verdict.LAWFUL, "due diligence was breached"


@pytest.mark.article("15.6")
def test_necessity_needs_grave_peril_and_no_other_means() -> None:
    world = wronged()
    put(world, "declared", EAST, Contested.SOVEREIGNTY, to=1)
    put(world, "severity", BLACKOUT, to=p.LAW_GRAVE)
    assert takedown(world) == Verdict.UNCLEAR, "the host was not asked"
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=TURN)
    assert takedown(world) == Verdict.LAWFUL
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert takedown(world) == Verdict.WRONGFUL
    put(world, "status", BLACKOUT, to=Status.ACTIVE)
    put(world, "victim", BLACKOUT, to=EAST)
    assert takedown(world) == Verdict.WRONGFUL, "it is not the north's peril"


@pytest.mark.article("15.7")
@pytest.mark.parametrize(
    ("verdict", "cost"),
    [
        (Verdict.LAWFUL, 0),
        (Verdict.UNFRIENDLY, 0),
        (Verdict.UNCLEAR, p.LAW_DOUBT),
        (Verdict.WRONGFUL, p.LAW_WRONG),
        (Verdict.FORCE, 2 * p.LAW_WRONG),
    ],
)
def test_third_nations_charge_what_they_read(verdict: int, cost: float) -> None:
    world = crisis(TURN)

    def judged(world: World, log: Any) -> None:
        change = Changes(world, log.ledger)
        table = np.full((4, 1), Verdict.LAWFUL)
        table[[SOUTH, EAST]] = verdict
        responses.judge(change, np.array([NORTH]), np.array([SOUTH]), table, HERE)
        change.apply()

    expected = {("deeds", EAST, NORTH): -cost, ("standing", NORTH): -grid(cost / 4)}
    assert did(world, judged).changes() == (expected if cost else {}), "the target minds otherwise"


@pytest.mark.article("15.8")
@pytest.mark.parametrize("moved", [0.25, -0.25, -0.5])
def test_an_answer_on_the_wrong_party_is_wrongful_when_the_truth_comes_out(moved: float) -> None:
    world = wronged()
    put(world, "countered", NORTH, BLACKOUT, to=SOUTH + 1)
    before = world.guilt.copy()
    for nation in (SOUTH, EAST, WEST):
        believed(world, nation, BLACKOUT, SOUTH, p.LAW_PROOF + moved)
    done = did(world, lambda w, log: responses.hindsight(w, before, log))
    assert done.changes() == {("standing", NORTH): moved * p.LAW_HINDSIGHT}
    assert done.items("standing", NORTH) == {"law in hindsight": moved * p.LAW_HINDSIGHT}
    noted = [row for row in done.notes(What.WRONGFUL) if len(row.actor)]
    assert bool(noted) == (moved < -0.25)


@pytest.mark.article("15.8", "9.53", "9.71")
def test_answers_are_remembered_with_whom_they_hit() -> None:
    world = wronged()
    put(world, "heat", [NORTH, SOUTH], [SOUTH, NORTH], to=60)
    measure = order(NORTH, "countermeasure", target=SOUTH, choice=0)
    assert act(world, measure).delta("countered", NORTH, BLACKOUT) == SOUTH + 1
    blow = order(NORTH, "strike", target=SOUTH, choice=0)
    assert act(world, blow).delta("countered", NORTH, BLACKOUT) == SOUTH + 1
    fill(world, "guilt", 0)
    assert act(world, blow).delta("countered", NORTH, BLACKOUT) == 0, "it answers nothing"


@pytest.mark.article("15.8")
def test_two_answers_over_one_case_are_remembered_alike_in_any_order() -> None:
    def recorded(*targets: int) -> int:
        world = wronged()
        change = Changes(world)
        rows = np.array(targets)
        many = np.zeros(len(rows), np.intp)
        responses.record(change, many + NORTH, rows, many + BLACKOUT, many)
        change.apply()
        return int(world.countered[NORTH, BLACKOUT, 0])

    assert recorded(SOUTH, EAST) == recorded(EAST, SOUTH) == EAST + 1
    assert recorded(SOUTH) == SOUTH + 1
