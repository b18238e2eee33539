"""Before an AI acts, law, norms and its own word weigh. (Rules 13.7)"""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import number_of
from game.actions._common import sore_spot
from game.rules import params as p
from game.rules.action import Feature
from game.rules.clauses import NO_OPERATIONS, OFF_LIMITS, VERIFICATION
from game.rules.foresight import keeps_treaty
from game.rules.law import Verdict
from game.rules.reading import KEPT, Reading
from game.rules.responses import of_countermeasure
from game.rules.view import views
from game.rules.world import Contested, World
from game.scenario.doctrines import minds
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    NORTH,
    SOUTH,
    WEST,
    believed,
    crisis,
    fill,
    put,
    quiet,
    rules,
)

pytestmark = pytest.mark.article("13.7")

ONE = np.ones((1, 1, 1), np.float32)


def read(world: World, name: str) -> Reading:
    return Reading(views(world), minds([name] * 4))


def bound(level: int) -> World:
    """South and north swore to leave each other alone, and south dislikes north a little."""
    world = quiet(5)
    for one, other in ((NORTH, SOUTH), (SOUTH, NORTH)):
        put(world, "pact", NO_OPERATIONS, one, other, to=1)
        put(world, "pact", VERIFICATION, one, other, to=level)
    fill(world, "hostility", 0)
    put(world, "hostility", SOUTH, NORTH, to=5)
    return world


@pytest.mark.parametrize(("level", "bar"), [(0, 0.909), (1, 0.8), (3, 0.690)])
def test_keeping_a_treaty_pays_from_the_patience_that_theory_names(level: int, bar: float) -> None:
    """Gain 1, loss one half a turn: V22."""
    seen = views(bound(level))
    for patience, keeps in ((bar - 0.005, False), (bar + 0.005, True)):
        kept = keeps_treaty(seen, ONE, ONE / 2, ONE * np.float32(patience))
        assert kept[SOUTH, NORTH, 0] == keeps


def test_verification_keeps_an_opportunist_to_its_word() -> None:
    restrained = [read(bound(level), "opportunist").restrained for level in range(4)]
    assert restrained[0][SOUTH, NORTH, 0] == 0
    assert restrained[3][SOUTH, NORTH, 0] == KEPT
    assert read(bound(0), "reciprocator").restrained[SOUTH, NORTH, 0] == KEPT


def test_hatred_tempts_even_under_inspection() -> None:
    world = bound(3)
    put(world, "hostility", SOUTH, NORTH, to=100)
    assert not read(world, "opportunist").kept[SOUTH, NORTH, 0]
    assert read(world, "reciprocator").kept[SOUTH, NORTH, 0]


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize(("allowed", "notice", "sovereign"), [
    (0, 0, 1), (1, 0, 1), (1, 1, 1), (1, 1, 0), (-1, 0, -1), (1, -1, 1), (-1, -1, 0),
])  # fmt: skip
def test_it_foresees_how_others_read_a_countermeasure(
    told: bool, allowed: int, notice: int, sovereign: int
) -> None:
    """Where all have spoken and all believe alike, what it foresees is what it would pay."""
    world = crisis(5)
    put(world, "severity", BLACKOUT, to=4.5)  # no peril that would leave no time for notice
    for nation in range(4):
        believed(world, nation, BLACKOUT, SOUTH, 1.0)
    fill(world, "norm", 0)
    points = {Contested.COUNTERMEASURES: allowed, Contested.NOTICE: notice}
    for point, answer in (points | {Contested.SOVEREIGNTY: sovereign}).items():
        for name in ("position", "declared"):
            put(world, name, slice(None), point, to=answer)
    if told:
        put(world, "warned", NORTH, SOUTH, to=world.turn)
    foreseen = read(world, "hawk").law_cost[NORTH, SOUTH, 0]
    row = [np.array([n]) for n in (NORTH, SOUTH, BLACKOUT, 0)]
    verdict = of_countermeasure(world, *row)[WEST, 0]
    paid = {int(Verdict.WRONGFUL): p.LAW_WRONG, int(Verdict.UNCLEAR): p.LAW_DOUBT}
    assert foreseen == paid.get(int(verdict), 0)


def test_peril_leaves_no_time_and_a_wrong_is_answered_once() -> None:
    world = crisis(5)
    believed(world, NORTH, BLACKOUT, SOUTH, 1.0)
    fill(world, "norm", 0)
    for point, answer in {Contested.COUNTERMEASURES: 1, Contested.NOTICE: 1}.items():
        put(world, "declared", slice(None), point, to=answer)
    assert read(world, "hawk").law_cost[NORTH, SOUTH, 0] == 0
    put(world, "countered", NORTH, BLACKOUT, to=SOUTH + 1)
    assert read(world, "hawk").law_cost[NORTH, SOUTH, 0] == p.LAW_WRONG


def test_what_others_would_call_wrongful_appeals_less() -> None:
    action = rules().actions[number_of("countermeasure")]
    appeals = []
    for allowed in (0, 1):
        world = crisis(5)
        believed(world, NORTH, BLACKOUT, SOUTH, 1.0)
        put(world, "declared", slice(None), Contested.COUNTERMEASURES, to=allowed)
        put(world, "declared", slice(None), Contested.NOTICE, to=0)
        put(world, "declared", slice(None), Contested.SOVEREIGNTY, to=1)
        appeals.append(action.appeal(read(world, "hawk")))
    banned, allowed_ = appeals
    assert banned[Feature.RISK][NORTH, SOUTH, 0] > allowed_[Feature.RISK][NORTH, SOUTH, 0]
    assert banned[Feature.HONOUR][NORTH, SOUTH, 0] < allowed_[Feature.HONOUR][NORTH, SOUTH, 0]


def spot(world: World, name: str) -> int:
    """Where south would hit north."""
    row = [np.array([n]) for n in (SOUTH, NORTH, 0)]
    return int(sore_spot(read(world, name), *row)[0])


def test_it_spares_what_it_swore_to_spare() -> None:
    world = quiet(5)
    fill(world, "norm", 0)
    assert spot(world, "strict_reciprocator") == ENERGY
    put(world, "pact", OFF_LIMITS, SOUTH, NORTH, to=1)
    assert spot(world, "strict_reciprocator") != ENERGY
    assert spot(world, "criminal_haven") == ENERGY, "its word is worth nothing"


def test_a_norm_it_holds_weighs_against_an_operation() -> None:
    action = rules().actions[number_of("destroy")]
    honour = []
    for stage in (0, 1, 2):
        world = quiet(5)
        fill(world, "norm", 0)
        put(world, "norm", EAST, 0, to=stage)
        honour.append(action.appeal(read(world, "hawk"))[Feature.HONOUR][EAST, 0, 0])
    assert honour[0] == 0
    assert honour[0] > honour[1] > honour[2]
