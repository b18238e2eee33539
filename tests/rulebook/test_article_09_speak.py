"""Articles 9.30 to 9.35: what a nation says. What a claim does is in articles 6.1 to 6.7."""

from __future__ import annotations

import pytest

from game.actions import demarche, deny, own_up, publish
from game.rules import params as p
from game.rules.happenings import What
from game.rules.talks import Tone
from game.rules.world import Look, Promise
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
    fill,
    grid,
    order,
    put,
)


@pytest.mark.article("9.30")
def test_demarche() -> None:
    world = crisis(2)
    put(world, "heat", SOUTH, NORTH, to=10)
    done = act(world, order(NORTH, "demarche", target=SOUTH))
    assert done.changes() == {
        ("heat", SOUTH, NORTH): -demarche.COOLS,
        ("anger", NORTH): -1,
        ("warned", NORTH, SOUTH): 2,
        ("asked", NORTH, SOUTH, Promise.RESTRAINT): 2,
        ("capital", NORTH): -1,
    }
    assert done.items("heat", SOUTH, NORTH) == {"demarche": -demarche.COOLS}
    (note,) = done.notes(What.MESSAGE)
    assert note.seen.tolist() == [1 << NORTH | 1 << SOUTH]
    assert note.a.tolist() == [Tone.ASK + 10 * Promise.RESTRAINT]


@pytest.mark.article("9.31", "6.7")
def test_condemn_by_another() -> None:
    done = act(crisis(2), order(EAST, "condemn", incident=BLACKOUT))
    assert done.changes() == {
        ("condemned", EAST, BLACKOUT): 2,
        ("standing", EAST): p.CONDEMNED,
        ("deeds", NORTH, EAST): 2,
        ("capital", EAST): -1,
    }
    assert done.items("deeds", NORTH, EAST) == {"condemns": 2}


@pytest.mark.article("9.31", "6.7", "6.5")
def test_condemn_by_the_victim_lets_off_some_anger() -> None:
    world = crisis(2)
    anger = float(world.anger[NORTH, 0])
    done = act(world, order(NORTH, "condemn", incident=BLACKOUT))
    let_off = grid(anger * p.VENT_WORDS * 0.6)
    assert let_off > 0
    assert done.changes() == {
        ("condemned", NORTH, BLACKOUT): world.turn,
        ("standing", NORTH): p.CONDEMNED,
        ("anger", NORTH): -let_off,
        ("support", NORTH): grid(anger * p.VENT_WORDS * 0.6 * p.RALLY),
        ("capital", NORTH): -1,
    }


@pytest.mark.article("9.31")
def test_one_condemnation_is_enough() -> None:
    world = crisis(2)
    put(world, "condemned", EAST, BLACKOUT, to=1)
    assert act(world, order(EAST, "condemn", incident=BLACKOUT)).voids() == [1]
    assert act(world, order(WEST, "condemn", incident=BLACKOUT)).voids() == []


@pytest.mark.article("9.31", "6.1")
def test_what_is_condemned_everybody_knows_of() -> None:
    world = crisis(2)
    put(world, "known", [SOUTH, WEST], BLACKOUT, to=0)
    done = act(world, order(NORTH, "condemn", incident=BLACKOUT))
    assert done.after.known[:, BLACKOUT, 0].tolist() == [1, 1, 1, 1]


@pytest.mark.article("9.32")
def test_nobody_attributes_what_it_did_itself() -> None:
    row = order(SOUTH, "attribute", target=EAST, incident=BLACKOUT, choice=4)
    assert act(crisis(2), row).voids() == [1]


@pytest.mark.article("9.32", "6.1")
def test_attribute_writes_the_claim_down() -> None:
    world = crisis(2)
    done = act(world, order(EAST, "attribute", target=SOUTH, incident=BLACKOUT, choice=5, level=3))
    claim = {
        name: int(getattr(done.after, name)[EAST, BLACKOUT, 0])
        for name in ("accused", "word", "sure", "claimed")
    }
    assert claim == {"accused": SOUTH, "word": 5, "sure": 2, "claimed": 2}
    (note,) = done.notes(What.CLAIMED)
    assert (note.a.tolist(), note.b.tolist()) == ([5], [3])
    assert note.seen.tolist() == [-1], "everybody hears it"


@pytest.mark.article("9.32", "9.3")
@pytest.mark.parametrize("level", [1, 2, 3])
def test_confidence_costs_nothing(level: int) -> None:
    row = order(EAST, "attribute", target=SOUTH, incident=BLACKOUT, choice=4, level=level)
    done = act(crisis(2), row)
    assert done.delta("capital", EAST) == -2
    assert done.after.sure[EAST, BLACKOUT, 0] == level - 1


@pytest.mark.article("9.33")
@pytest.mark.parametrize(("card", "burnt"), [(0, 0.0), (2, publish.BURNT)])
def test_publish(card: int, burnt: float) -> None:
    world = crisis(2)
    put(world, "look", NORTH, BLACKOUT, card, to=Look.FOUND)
    put(world, "look", WEST, BLACKOUT, card, to=Look.FOUND)
    put(world, "known", EAST, BLACKOUT, to=0)
    done = act(world, order(NORTH, "publish", incident=BLACKOUT, choice=card))
    source = {("access", NORTH): -burnt} if burnt else {}
    assert done.changes("judged", "guilt", "doubt", "grievance", "trust") == {
        ("published", BLACKOUT, card): 1,
        ("look", SOUTH, BLACKOUT, card): Look.FOUND,
        ("look", EAST, BLACKOUT, card): Look.FOUND,
        ("known", EAST, BLACKOUT): 1,
        ("standing", NORTH): publish.CANDOUR,
        ("capital", NORTH): -1,
        **source,
    }
    (note,) = done.notes(What.PUBLISHED)
    assert (note.a.tolist(), note.b.tolist()) == ([card], [float(burnt > 0)])
    if burnt:
        assert done.items("access", NORTH) == {"source burnt": -burnt}


@pytest.mark.article("9.33")
def test_there_must_be_something_to_publish() -> None:
    world = crisis(2)
    row = order(NORTH, "publish", incident=BLACKOUT, choice=0)
    assert act(world, row).voids() != []
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    assert act(world, row).voids() == []
    put(world, "published", BLACKOUT, 0, to=1)
    assert act(world, row).voids() != []


@pytest.mark.article("9.34")
@pytest.mark.parametrize("belief", [0.0, 0.5, 0.75])
def test_deny(belief: float) -> None:
    world = crisis(2)
    fill(world, "guilt", 0)
    put(world, "accused", NORTH, BLACKOUT, to=EAST)
    for nation in (NORTH, SOUTH, WEST):
        believed(world, nation, BLACKOUT, EAST, belief)
    done = act(world, order(EAST, "deny", incident=BLACKOUT))
    gain = grid((0.5 - belief) * 2 * deny.BELIEVED)
    standing = {("standing", EAST): gain} if gain else {}
    assert done.changes() == {
        **standing,
        ("answered_for", EAST, BLACKOUT): 1,
        ("support", EAST): 1,
        ("capital", EAST): -1,
    }
    assert done.items("support", EAST) == {"denies": 1}


@pytest.mark.article("9.34")
def test_only_a_charge_not_yet_answered_can_be_denied() -> None:
    world = crisis(2)
    row = order(EAST, "deny", incident=BLACKOUT)
    assert act(world, row).voids() == [1]
    put(world, "accused", NORTH, BLACKOUT, to=SOUTH)
    assert act(world, row).voids() == [1]
    put(world, "accused", NORTH, BLACKOUT, to=EAST)
    assert act(world, row).voids() == []
    put(world, "answered_for", EAST, BLACKOUT, to=1)
    assert act(world, row).voids() == [2]


@pytest.mark.article("9.35")
def test_own_up() -> None:
    world = crisis(2)
    put(world, "heat", SOUTH, NORTH, to=30)
    put(world, "heat", NORTH, SOUTH, to=25)
    put(world, "hostility", NORTH, SOUTH, to=50)
    put(world, "anger", NORTH, to=30)
    put(world, "known", WEST, BLACKOUT, to=0)
    done = act(world, order(SOUTH, "own_up", incident=BLACKOUT))
    assert done.changes("judged", "guilt", "doubt") == {
        ("answered_for", SOUTH, BLACKOUT): 2,
        ("known", WEST, BLACKOUT): 1,
        ("heat", SOUTH, NORTH): -own_up.RELIEF,
        ("heat", NORTH, SOUTH): -own_up.RELIEF,
        ("hostility", NORTH, SOUTH): -own_up.RELIEF,
        ("deeds", NORTH, SOUTH): own_up.RESPECT,
        ("deeds", EAST, SOUTH): grid(own_up.RESPECT / 3),
        ("deeds", WEST, SOUTH): grid(own_up.RESPECT / 3),
        ("standing", SOUTH): -own_up.SHAME,
        ("funds", NORTH): 4,
        ("funds", SOUTH): -4,
        ("capital", SOUTH): -2,
        ("anger", NORTH): -10,
    }
    assert done.items("funds", NORTH) == {"compensation": 4}
    assert done.items("standing", SOUTH) == {"owns up": -own_up.SHAME}


@pytest.mark.article("9.35")
def test_only_who_did_it_can_own_up_and_once() -> None:
    world = crisis(2)
    assert act(world, order(EAST, "own_up", incident=BLACKOUT)).voids() == [1]
    put(world, "answered_for", SOUTH, BLACKOUT, to=1)
    row = order(SOUTH, "own_up", incident=BLACKOUT)
    assert act(world, row).voids() == [], "who denied it may still tell the truth"
    put(world, "answered_for", SOUTH, BLACKOUT, to=2)
    assert act(world, row).voids() == [2]
    put(world, "guilt", EAST, BLACKOUT, EAST, to=1 - SMALL)
    assert act(world, order(EAST, "own_up", incident=BLACKOUT)).voids() == [1]
