"""Articles 15.5 to 15.8: self-defence, necessity, what an answer costs, and hindsight."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.rules import params as p
from game.rules import responses
from game.rules.changes import Changes
from game.rules.happenings import What
from game.rules.law import Verdict
from game.rules.world import NOBODY, Contested, Promise, Status, World
from tests.rulebook.test_article_15_responses import HERE, TURN, wronged
from tests.worlds import (
    BLACKOUT,
    EAST,
    NORTH,
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

SURE = np.ceil(p.LAW_CERTAIN * 1024) / 1024


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
