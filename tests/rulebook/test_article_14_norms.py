"""Articles 14.1 to 14.4 and 14.6: norms, how they spread, and what breaking them costs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import norms, trust
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.claims import LIKELIHOOD
from game.rules.happenings import Log, What
from game.rules.world import Adoption, Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ELECTIONS,
    ENERGY,
    GANG,
    NORTH,
    RESPONDERS,
    SOUTH,
    SPARE_CRITICAL,
    WEIGH,
    WEST,
    Played,
    believed,
    crisis,
    did,
    fill,
    grid,
    on_board,
    order,
    play,
    put,
    quiet,
)

TURN = 3
NATIONS = (NORTH, SOUTH, EAST, WEST)


def endorsed(world: World, *nations: int) -> Played:
    """Nations endorse the first norm, one row each."""

    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        who, none = np.array(nations), np.zeros(len(nations), np.intp)
        norms.endorse(change, who, none, none, log)
        change.apply()

    return did(world, doing)


@pytest.mark.article("14.1")
def test_endorsing_in_public_earns_standing_once() -> None:
    done = endorsed(quiet(TURN), NORTH, EAST, NORTH)
    assert done.changes() == {
        ("norm", NORTH, SPARE_CRITICAL): Adoption.ENDORSED,
        ("norm", EAST, SPARE_CRITICAL): Adoption.ENDORSED,
        ("standing", NORTH): p.NORM_CREDIT,
        ("standing", EAST): p.NORM_CREDIT,
    }
    assert endorsed(done.after, NORTH).changes() == {}
    put(done.after, "norm", NORTH, SPARE_CRITICAL, to=Adoption.INTERNALISED)
    assert endorsed(done.after, NORTH).changes() == {}, "nobody falls back"


@pytest.mark.article("14.2")
def test_a_cascade_goes_as_far_as_thresholds_let_it() -> None:
    influence = np.ones(4, np.float32)
    threshold = np.array([[0.0], [0.25], [0.5], [0.9]], np.float32)
    adopted = np.zeros((4, 1, 1), bool)
    waves = []
    for _ in range(4):
        joins = norms.cascade(adopted, influence, threshold)
        waves.append(np.flatnonzero(joins[:, 0, 0]).tolist())
        adopted |= joins
    assert waves == [[0], [1], [2], []], "each sees who held it before; the last waits in vain"


@pytest.mark.article("14.2")
def test_influence_counts_not_heads() -> None:
    influence, bar = np.array([3, 1, 1], np.float32), np.full((3, 1), 0.5, np.float32)
    big, small = np.zeros((3, 1, 1), bool), np.zeros((3, 1, 1), bool)
    big[0] = True
    small[1:] = True
    assert norms.cascade(big, influence, bar)[:, 0, 0].tolist() == [False, True, True]
    assert not norms.cascade(small, influence, bar).any()


@pytest.mark.article("14.2")
def test_norms_spread_a_wave_a_turn() -> None:
    world = quiet(TURN)
    bar = np.ones_like(world.board.threshold)
    bar[EAST] = 0.3
    bar[WEST] = 0.5
    world = on_board(world, threshold=bar)
    put(world, "norm", NORTH, SPARE_CRITICAL, to=1)
    first = did(world, norms.spread)
    assert first.changes() == {("norm", EAST, SPARE_CRITICAL): 1}
    assert [int(row.actor[0]) for row in first.notes(What.ADOPTED) if len(row.actor)] == [EAST]
    second = did(first.after, norms.spread)
    assert second.changes() == {("norm", WEST, SPARE_CRITICAL): 1}
    assert did(second.after, norms.spread).delta("norm", SOUTH, SPARE_CRITICAL) == 0


@pytest.mark.article("14.2")
def test_a_norm_held_by_most_for_some_turns_becomes_their_own() -> None:
    world = on_board(quiet(TURN), threshold=np.ones((4, 6), np.float32))
    put(world, "norm", [NORTH, SOUTH, EAST], SPARE_CRITICAL, to=1)
    for turn in range(int(p.NORM_SETTLES)):
        done = did(world, norms.spread)
        assert done.changes() == {("cascade", SPARE_CRITICAL): 1}, turn
        world = done.after
    after = did(world, norms.spread).after
    assert after.norm[:, SPARE_CRITICAL, 0].tolist() == [2, 2, 2, 0]
    few = on_board(quiet(TURN), threshold=np.ones((4, 6), np.float32))
    put(few, "norm", [NORTH, SOUTH], SPARE_CRITICAL, to=1)
    assert did(few, norms.spread).changes() == {}, "they are not two thirds"


@pytest.mark.article("14.3")
def test_what_breaks_a_norm() -> None:
    world = crisis(TURN)

    def broken(norm: int = SPARE_CRITICAL) -> bool:
        return bool(norms.broken_by(world)[norm, BLACKOUT, 0])

    assert broken()
    put(world, "sector", BLACKOUT, to=ELECTIONS)
    assert not broken(), "elections are no infrastructure of that norm"
    put(world, "sector", BLACKOUT, to=ENERGY)
    put(world, "kind", BLACKOUT, to=1)
    assert not broken(), "espionage breaks none of the eleven"
    put(world, "kind", BLACKOUT, to=8)
    put(world, "severity", BLACKOUT, to=2.5)
    assert not broken(), "too little"
    put(world, "severity", BLACKOUT, to=6)
    put(world, "status", BLACKOUT, to=Status.AWAITED)
    assert not broken()
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert broken()
    assert not broken(RESPONDERS)
    put(world, "hindered", BLACKOUT, to=1)
    assert broken(RESPONDERS), "it hit while teams were at work"


@pytest.mark.article("14.3", "5.1")
@pytest.mark.parametrize("stage", list(Adoption))
def test_who_holds_a_norm_blames_its_violation_more(stage: int) -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    believed(world, NORTH, BLACKOUT, SOUTH, 0.25)
    plain = float(world.grievance[NORTH, SOUTH, 0])
    put(world, "norm", NORTH, SPARE_CRITICAL, to=stage)
    put(world, "norm", NORTH, RESPONDERS, to=2)
    trust.judge(world)
    times = 1 + p.NORM_BLAME * stage
    assert world.grievance[NORTH, SOUTH, 0] == plain * times
    assert float(norms.gravity(world)[EAST, BLACKOUT, 0]) == 1
    assert p.NORM_BLAME > 0


def named(*voices: int, holders: tuple[int, ...] = (), accused: int = SOUTH) -> World:
    """A blackout that some name somebody for, in a world in which some hold the norm."""
    world = crisis(TURN)
    for nation in voices:
        put(world, "accused", nation, BLACKOUT, to=accused)
    put(world, "norm", list(holders), SPARE_CRITICAL, to=1)
    return world


@pytest.mark.article("14.4")
def test_a_violation_is_laid_at_the_door_of_one_whom_enough_name() -> None:
    world = named(NORTH, WEST, holders=(NORTH, EAST))
    done = did(world, norms.lay)
    assert done.changes() == {
        ("laid", BLACKOUT, SPARE_CRITICAL): SOUTH + 1,
        ("standing", SOUTH): -grid(p.NORM_SHAME * 2 / 3),
        ("breaches", SOUTH, SPARE_CRITICAL): 1,
    }
    (note,) = done.notes(What.VIOLATED)
    assert (note.actor.tolist(), note.incident.tolist()) == ([SOUTH], [BLACKOUT])
    assert did(done.after, norms.lay).changes() == {}, "once"
    assert did(named(WEST, holders=(NORTH,)), norms.lay).changes() == {}, "one small voice"


@pytest.mark.article("14.4")
def test_it_costs_more_who_holds_the_norm_itself_and_nothing_where_nobody_does() -> None:
    own = did(named(NORTH, WEST, holders=(NORTH, SOUTH)), norms.lay)
    assert own.delta("standing", SOUTH) == -grid(p.NORM_SHAME / 3 * 1.5)
    free = did(named(NORTH, WEST), norms.lay)
    assert free.changes() == {("laid", BLACKOUT, SPARE_CRITICAL): SOUTH + 1}
    gang = did(named(NORTH, WEST, holders=NATIONS, accused=GANG), norms.lay)
    assert gang.changes() == {("laid", BLACKOUT, SPARE_CRITICAL): GANG + 1}


@pytest.mark.article("14.4")
def test_what_is_taken_back_is_given_back() -> None:
    world = did(named(NORTH, WEST, holders=(NORTH, EAST)), norms.lay).after
    loss = grid(p.NORM_SHAME * 2 / 3)
    put(world, "accused", [NORTH, WEST], BLACKOUT, to=EAST)
    turned = did(world, norms.lay)
    assert turned.delta("standing", SOUTH) == loss
    assert turned.delta("breaches", SOUTH, SPARE_CRITICAL) == -1
    assert turned.after.laid[BLACKOUT, SPARE_CRITICAL, 0] == EAST + 1
    assert turned.delta("standing", EAST) < 0
    put(world, "accused", [NORTH, WEST], BLACKOUT, to=-1)
    silent = did(world, norms.lay)
    assert silent.delta("standing", SOUTH) == loss
    assert silent.after.laid[BLACKOUT, SPARE_CRITICAL, 0] == 0


@pytest.mark.article("14.4")
def test_where_voices_are_even_it_is_laid_at_nobody_s_door() -> None:
    world = named(holders=(EAST,))
    even = np.array([1, 1, 1, 1], np.float32)
    world = on_board(world, influence=even)
    put(world, "accused", [NORTH, WEST], BLACKOUT, to=SOUTH)
    put(world, "accused", [SOUTH, EAST], BLACKOUT, to=GANG)
    assert did(world, norms.lay).changes() == {}
    put(world, "accused", EAST, BLACKOUT, to=SOUTH)
    assert did(world, norms.lay).after.laid[BLACKOUT, SPARE_CRITICAL, 0] == SOUTH + 1


@pytest.mark.article("14.6")
@pytest.mark.parametrize("stage", [0, 1, 2])
def test_haste_costs_trust_with_those_who_hold_the_norm(stage: int) -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    for nation in (SOUTH, EAST, WEST):
        believed(world, nation, BLACKOUT, GANG, 0.25)
    put(world, "norm", EAST, WEIGH, to=stage)
    put(world, "accused", NORTH, BLACKOUT, to=GANG)
    put(world, "word", NORTH, BLACKOUT, to=5)
    put(world, "claimed", NORTH, BLACKOUT, to=TURN)
    assert LIKELIHOOD[5] - 0.25 > p.NORM_HASTE
    done = did(world, norms.haste)
    expected = {("deeds", EAST, NORTH): -p.NORM_RASH * stage, ("breaches", NORTH, WEIGH): 1}
    assert done.changes() == (expected if stage else {})
    put(world, "claimed", NORTH, BLACKOUT, to=TURN - 1)
    assert did(world, norms.haste).changes() == {}, "an old claim"


@pytest.mark.article("14.6")
def test_a_claim_others_can_nearly_believe_is_not_hasty() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "norm", slice(None), WEIGH, to=2)
    for nation in (SOUTH, EAST, WEST):
        believed(world, nation, BLACKOUT, GANG, 0.5)
    put(world, "accused", NORTH, BLACKOUT, to=GANG)
    put(world, "word", NORTH, BLACKOUT, to=4)
    put(world, "claimed", NORTH, BLACKOUT, to=TURN)
    assert did(world, norms.haste).changes() == {}
    believed(world, EAST, BLACKOUT, GANG, 0.25)
    rash = did(world, norms.haste)
    assert rash.changes() == {("deeds", EAST, NORTH): -2 * p.NORM_RASH}, "one is not most"


@pytest.mark.article("14.6", "2.6")
def test_evidence_published_with_a_claim_saves_it_from_haste() -> None:
    world = crisis(TURN)
    put(world, "norm", slice(None), WEIGH, to=2)
    put(world, "look", NORTH, BLACKOUT, 1, to=1)
    claim = order(NORTH, "attribute", target=EAST, incident=BLACKOUT, choice=4)
    shown = order(NORTH, "publish", incident=BLACKOUT, choice=1)
    alone, backed = play(world, claim), play(world, claim, shown)
    assert alone.items("deeds", WEST, NORTH).get("hasty", 0) < 0
    assert backed.items("deeds", WEST, NORTH).get("hasty", 0) == 0


@pytest.mark.article("14.3")
def test_a_norm_without_acts_is_broken_by_none() -> None:
    world = crisis(TURN)
    none = replace(world.board.norms, kinds=np.zeros_like(world.board.norms.kinds))
    assert not norms.broken_by(on_board(world, norms=none)).any()
