"""Article 6: public claims, and what the public thinks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.rules import claims, opinion
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.claims import LIKELIHOOD
from game.rules.happenings import Log, What
from game.rules.joint import condemn
from game.rules.world import NOBODY, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    GANG,
    LEAK,
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
    play,
    put,
    quiet,
)

EVEN, LIKELY, VERY_LIKELY, ALMOST_CERTAIN = 3, 4, 5, 6
TURN = 4


def suspicious(*beliefs: float) -> World:
    """Turn 4; what north, south, east and west believe of the south's guilt."""
    world = crisis(TURN)
    fill(world, "guilt", 0)
    for nation, belief in enumerate(beliefs):
        believed(world, nation, BLACKOUT, SOUTH, belief)
    return world


def names(
    actor: int, accused: int, word: int, sure: int = 0, joint: bool = False
) -> Callable[[World, Log], None]:
    """One nation names an actor for the blackout."""

    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        one = [np.array([value]) for value in (actor, BLACKOUT, accused, word, sure, 0)]
        claims.name(change, *one, joint=joint)
        change.apply()

    return doing


@pytest.mark.article("6.1")
def test_a_claim_is_words_and_confidence_apart_and_makes_the_case_public() -> None:
    world = suspicious(0, 0, 0, 0)
    put(world, "known", [SOUTH, WEST], BLACKOUT, to=0)
    done = did(world, names(EAST, SOUTH, VERY_LIKELY, 1))
    claim = {
        name: int(getattr(done.after, name)[EAST, BLACKOUT, 0])
        for name in ("accused", "word", "sure", "claimed")
    }
    assert claim == {"accused": SOUTH, "word": VERY_LIKELY, "sure": 1, "claimed": TURN}
    assert done.after.known[:, BLACKOUT, 0].tolist() == [1, 1, 1, 1]
    assert not done.after.known[:, LEAK, 0].any()


@pytest.mark.article("6.1")
def test_the_words_are_those_of_icd_203() -> None:
    assert len(claims.WORDS) == len(LIKELIHOOD) == 7
    chances = [0.01, 0.05, 0.19, 0.20, 0.44, 0.45, 0.54, 0.55, 0.79, 0.80, 0.94, 0.95, 0.99]
    assert claims.word_for(np.array(chances, np.float32)).tolist() == [
        0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6,
    ]  # fmt: skip
    assert [int(claims.word_for(chance)) for chance in LIKELIHOOD] == list(range(7))
    assert claims.LEAST_WORD == EVEN


@pytest.mark.article("6.2")
@pytest.mark.parametrize("sure", [0, 2])
@pytest.mark.parametrize("joint", [False, True])
def test_others_compare_a_claim_with_what_they_believe(sure: int, joint: bool) -> None:
    world = suspicious(0.25, 0, 0, 0.75)
    done = did(world, names(EAST, SOUTH, LIKELY, sure, joint))
    share = p.JOINT_SHARE if joint else 1
    excess = float(LIKELIHOOD[LIKELY]) - 0.25
    loss = grid(excess * (1 + p.CONFIDENCE * sure) * p.CREDIBILITY * share)
    gain = grid((0.75 - 0.5) * 2 * p.CREDIT)
    assert loss > 0
    assert gain > 0
    assert done.items("deeds", NORTH, EAST) == {"claim": -loss}
    assert done.items("deeds", WEST, EAST) == {"claim": gain}
    assert done.delta("deeds", SOUTH, EAST) == 0, "the accused is no judge of it"
    assert done.delta("deeds", EAST, EAST) == 0
    assert done.items("standing", EAST)["claim"] == grid((gain - loss) / 2)


@pytest.mark.article("6.2")
def test_confidence_adds_risk_and_company_takes_it_away() -> None:
    def lost(sure: int, joint: bool) -> float:
        world = suspicious(0, 0, 0, 0)
        return did(world, names(EAST, SOUTH, LIKELY, sure, joint)).delta("deeds", NORTH, EAST)

    assert lost(2, False) < lost(1, False) < lost(0, False) < lost(0, True) < 0


@pytest.mark.article("6.3")
def test_backing_down_costs_by_the_strength_of_the_claim() -> None:
    for old, accused, word, step in (
        ((NOBODY, NOBODY), SOUTH, LIKELY, 0.0),
        ((SOUTH, ALMOST_CERTAIN), SOUTH, LIKELY, 0.97 - 0.675),
        ((SOUTH, LIKELY), SOUTH, ALMOST_CERTAIN, 0.0),
        ((SOUTH, LIKELY), SOUTH, LIKELY, 0.0),
        ((WEST, VERY_LIKELY), SOUTH, ALMOST_CERTAIN, 0.875),
    ):
        world = suspicious(0, 0, 0, 0)
        put(world, "accused", EAST, BLACKOUT, to=old[0])
        put(world, "word", EAST, BLACKOUT, to=old[1])
        done = did(world, names(EAST, accused, word))
        cost = grid(step * p.AUDIENCE_COST)
        assert done.items("standing", EAST)["backs down"] == -cost
        assert done.items("support", EAST)["backs down"] == -cost
        assert cost >= 0
    assert p.AUDIENCE_COST > 0


@pytest.mark.article("6.4")
def test_who_is_named_for_the_first_time_loses_standing_and_resents_it() -> None:
    world = suspicious(0, 0, 0.5, 0)
    done = did(world, names(EAST, SOUTH, LIKELY))
    assert done.items("standing", SOUTH) == {"named": -grid(p.NAMED * 0.5 / 3)}
    assert done.items("hostility", SOUTH, EAST) == {"named": 6}
    assert done.items("heat", SOUTH, NORTH) == {"named": grid(6 * 2.5)}, "now it is on the record"
    assert p.NAMED > 0
    put(world, "accused", WEST, BLACKOUT, to=SOUTH)
    second = did(world, names(EAST, SOUTH, LIKELY))
    assert second.delta("standing", SOUTH) == 0
    assert second.delta("heat", SOUTH, NORTH) == 0
    assert second.items("hostility", SOUTH, EAST) == {"named": 6}


@pytest.mark.article("6.4")
def test_a_gang_named_feels_nothing_and_a_victim_named_heats_nothing() -> None:
    world = suspicious(0, 0, 0.5, 0)
    by_gang = did(world, names(EAST, GANG, LIKELY))
    assert not {key for key in by_gang.changes() if key[0] in ("heat", "hostility")}
    by_victim = did(world, names(EAST, NORTH, LIKELY))
    assert not {key for key in by_victim.changes() if key[0] == "heat"}
    assert by_victim.delta("hostility", NORTH, EAST) == 6


@pytest.mark.article("6.5")
@pytest.mark.parametrize(
    ("actor", "joint", "share"),
    [(NORTH, False, 1.2), (NORTH, True, 2.4), (EAST, False, 0.2), (EAST, True, 0.4)],
)
def test_naming_lets_off_anger_most_at_the_victim_s(actor: int, joint: bool, share: float) -> None:
    world = suspicious(0, 0, 0, 0)
    put(world, "anger", actor, to=40)
    done = did(world, names(actor, SOUTH, LIKELY, 0, joint))
    let_off = 40 * min(p.VENT_WORDS * share, 0.9)
    assert let_off > 0
    assert done.items("anger", actor) == {"names": pytest.approx(-let_off, abs=SMALL)}
    rallied = done.items("support", actor)["names"]
    assert rallied == pytest.approx(let_off * p.RALLY, abs=SMALL)
    assert rallied > 0


@pytest.mark.article("6.5")
def test_some_anger_is_always_left_and_deeds_say_more_than_words() -> None:
    world = quiet()
    put(world, "anger", NORTH, to=40)

    def vents(share: float) -> float:
        def doing(w: World, log: Log) -> None:
            change = Changes(w, log.ledger)
            claims.vent(change, np.array([NORTH]), np.array([0]), share, "vents")
            change.apply()

        return did(world, doing).delta("anger", NORTH)

    assert vents(5) == -36
    assert vents(p.VENT_DEEDS) < vents(p.VENT_WORDS) < 0


@pytest.mark.article("6.6")
@pytest.mark.parametrize("moved", [0.5, -0.5, -0.75, -0.25])
def test_hindsight_moves_the_standing_of_who_claimed(moved: float) -> None:
    world = suspicious(0, 0, 0, 0)
    put(world, "accused", EAST, BLACKOUT, to=SOUTH)
    before = np.full(world.guilt.shape, 0.0, np.float32)
    before[:, BLACKOUT, SOUTH] = 0.75 if moved < 0 else 0.25
    for nation in (NORTH, SOUTH, WEST):
        believed(world, nation, BLACKOUT, SOUTH, float(before[0, BLACKOUT, SOUTH, 0]) + moved)
    believed(world, EAST, BLACKOUT, SOUTH, 1)
    done = did(world, lambda w, log: claims.review(w, before, log))
    assert done.items("standing", EAST) == {"hindsight": grid(moved * p.REVIEW)}
    assert set(done.changes()) == {("standing", EAST)}, "its own change of mind does not count"
    assert bool(done.notes(What.CLEARED)) == (moved < -0.25)
    assert p.REVIEW > 0


@pytest.mark.article("6.6")
def test_without_claims_there_is_nothing_to_review() -> None:
    world = suspicious(1, 1, 1, 1)
    done = did(world, lambda w, log: claims.review(w, np.zeros_like(w.guilt), log))
    assert done.changes() == {}


@pytest.mark.article("6.6", "2.3")
def test_reports_of_a_turn_move_older_claims_not_those_made_after_them() -> None:
    world = crisis(2)
    put(world, "inquiry", BLACKOUT, to=3)  # it reports before anyone speaks
    claim = order(EAST, "attribute", target=SOUTH, incident=BLACKOUT, choice=5)
    fresh = play(world, claim)
    put(world, "accused", EAST, BLACKOUT, to=SOUTH)
    put(world, "word", EAST, BLACKOUT, to=5)
    put(world, "claimed", EAST, BLACKOUT, to=2)
    older = play(world)
    assert older.items("standing", EAST)["hindsight"] != 0
    assert fresh.items("standing", EAST).get("hindsight", 0) == 0


@pytest.mark.article("6.7")
@pytest.mark.parametrize(("joint", "praise", "share"), [(False, 1, 0.6), (True, 2, 1.5)])
def test_condemning_earns_standing_once(joint: bool, praise: int, share: float) -> None:
    world = suspicious(0, 0, 0, 0)
    put(world, "anger", NORTH, to=40)

    def condemns(w: World, log: Log) -> None:
        change = Changes(w, log.ledger)
        condemn(change, np.array([NORTH, EAST]), np.array([BLACKOUT] * 2), np.array([0, 0]), joint)
        change.apply()

    done = did(world, condemns)
    let_off = grid(40 * p.VENT_WORDS * share)
    assert done.changes() == {
        ("condemned", NORTH, BLACKOUT): world.turn,
        ("condemned", EAST, BLACKOUT): world.turn,
        ("standing", NORTH): p.CONDEMNED * praise,
        ("standing", EAST): p.CONDEMNED * praise,
        ("anger", NORTH): -let_off,
        ("support", NORTH): pytest.approx(let_off * p.RALLY, abs=SMALL),
    }
    assert p.CONDEMNED > 0
    assert did(done.after, condemns).changes() == {}, "said twice, it earns nothing"


@pytest.mark.article("6.8")
def test_opinion_drifts() -> None:
    world = quiet()
    put(world, "anger", NORTH, to=40)
    put(world, "support", EAST, to=80)
    put(world, "support", WEST, to=20)
    put(world, "service", SOUTH, ENERGY, to=30)
    put(world, "service", SOUTH, FINANCE, to=65)
    done = did(world, opinion.drift)
    missing = (70 + 35) / 7
    assert done.changes() == {
        ("anger", NORTH): -grid(40 * p.ANGER_FADES),
        ("support", NORTH): -grid(40 * p.ANGER_COST),
        ("support", SOUTH): pytest.approx(-missing * p.SERVICE_COST, abs=SMALL),
        ("support", EAST): -grid(30 * p.SUPPORT_REST),
        ("support", WEST): grid(30 * p.SUPPORT_REST),
    }
    assert min(p.ANGER_COST, p.SERVICE_COST) > 0
    assert 0 < p.ANGER_FADES < 1
    assert 0 < p.SUPPORT_REST < 1
    assert set(done.items("support", SOUTH)) == {"services down"}
    assert set(done.items("support", EAST)) == {"habit"}
    assert set(done.items("support", NORTH)) == {"public anger"}
    assert set(done.items("anger", NORTH)) == {"time passes"}


@pytest.mark.article("6.8")
def test_missing_services_are_weighed_by_dependence() -> None:
    world = quiet()
    put(world, "service", NORTH, ENERGY, to=0)
    share = 3 / (3 + 2 + 5)
    assert opinion.missing_services(world)[NORTH, 0] == pytest.approx(100 * share, abs=SMALL)
    assert opinion.missing_services(world)[SOUTH, 0] == 0


@pytest.mark.article("6.2")
def test_standing_moves_by_the_mean_of_all_who_compare_also_where_a_group_is_named() -> None:
    world = crisis(3)
    fill(world, "guilt", 0)
    for accused, observers in ((GANG, (SOUTH, EAST, WEST)), (SOUTH, (EAST, WEST))):
        row = order(NORTH, "attribute", incident=BLACKOUT, target=accused, choice=5, level=1)
        moved = [item for item in act(world, row).log.items if item.why == "claim"]
        deeds = [item for item in moved if item.name == "deeds"]
        standing = [item for item in moved if item.name == "standing"]
        lost = sum(float(item.by.sum()) for item in deeds)
        assert lost < 0
        assert abs(float(standing[0].by[0]) - lost / len(observers)) <= SMALL
