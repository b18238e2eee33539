"""Article 8: what is signed, and what treaties do."""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import actions
from game.rules import compliance, duties, treaties
from game.rules import params as p
from game.rules.changes import put_derived
from game.rules.clauses import (
    ATTRIBUTION,
    DURATION,
    EVIDENCE_SHARING,
    HOTLINE,
    LASTS,
    NO_OPERATIONS,
)
from game.rules.happenings import What
from game.rules.orders import Offers, Orders
from game.rules.screening import forms
from game.rules.world import NOBODY, Look, Status, World, copy
from tests.rulebook.test_article_08_talks import TURN
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
    NORTH,
    OPERATION,
    SOUTH,
    WEST,
    Played,
    believed,
    crisis,
    did,
    fill,
    grid,
    offer,
    put,
    quiet,
)


def signed(world: World, *rows: Offers) -> Played:
    """Sign something."""
    return did(world, lambda w, log: treaties.sign(w, Offers.join(rows), log))


@pytest.mark.article("8.5", "6.2")
@pytest.mark.parametrize(("level", "word"), [(1, 4), (2, 5)])
def test_speaking_with_one_voice(level: int, word: int) -> None:
    world = crisis(TURN)
    row = offer(NORTH, WEST, attribution=level, incident=BLACKOUT, accused=SOUTH)
    done = signed(world, row)
    for nation in (NORTH, WEST):
        assert done.after.accused[nation, BLACKOUT, 0] == SOUTH
        assert done.after.word[nation, BLACKOUT, 0] == word
        assert done.after.sure[nation, BLACKOUT, 0] == level
    assert done.after.accused[EAST, BLACKOUT, 0] == NOBODY
    assert not done.after.treaty_since.any(), "words do not stay in force"
    assert set(done.items("anger", NORTH)) == {"names"}


@pytest.mark.article("8.5", "6.7")
def test_a_joint_statement() -> None:
    done = signed(crisis(TURN), offer(NORTH, EAST, joint_statement=1, incident=BLACKOUT))
    assert (done.after.condemned[:, BLACKOUT, 0] > 0).tolist() == [1, 0, 1, 0]
    assert done.items("standing", EAST) == {"condemns": 2 * p.CONDEMNED}
    assert (done.after.accused[:, BLACKOUT, 0] == NOBODY).all()


@pytest.mark.article("8.6")
def test_signing_earns_trust_and_a_pact_against_operations_cools() -> None:
    world = quiet(TURN)
    put(world, "heat", NORTH, SOUTH, to=20)
    line = signed(world, offer(NORTH, SOUTH, hotline=1))
    assert line.delta("deeds", NORTH, SOUTH) == line.delta("deeds", SOUTH, NORTH) == p.SIGNED_TRUST
    assert p.SIGNED_TRUST > 0
    assert line.delta("deeds", NORTH, NORTH) == line.delta("deeds", EAST, NORTH) == 0
    assert line.delta("heat", NORTH, SOUTH) == 0
    pact = signed(world, offer(NORTH, SOUTH, no_operations=1))
    assert pact.items("heat", NORTH, SOUTH) == {"signed": p.HEAT_CALM * 3}
    assert p.HEAT_CALM < 0


@pytest.mark.article("8.7")
@pytest.mark.parametrize("duration", [0, 1, 2])
def test_a_treaty_binds_each_pair_of_its_parties_for_its_time(duration: int) -> None:
    world = quiet(TURN)
    done = signed(world, offer(NORTH, SOUTH, EAST, no_operations=1, duration=duration))
    assert done.after.treaty_party[0, :, 0].tolist() == [1, 1, 1, 0]
    assert done.after.treaty_level[0, [NO_OPERATIONS, HOTLINE, DURATION], 0].tolist() == [
        1,
        0,
        duration,
    ]
    last = min(TURN + LASTS[duration] - 1, 99)
    assert (done.after.treaty_since[0, 0], done.after.treaty_until[0, 0]) == (TURN, last)
    pact = done.after.pact[NO_OPERATIONS, :, :, 0]
    assert pact.tolist() == [[0, 1, 1, 0], [1, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0]]
    assert not done.after.pact[[HOTLINE, EVIDENCE_SHARING, ATTRIBUTION, DURATION]].any()
    if last < 99:
        for turn, binds in ((last, True), (last + 1, False)):
            then = did(copy(done.after, turn), treaties.expire)
            assert then.after.pact.any() == binds
            assert bool(then.notes(What.EXPIRED)) != binds
        later = did(copy(done.after, last + 2), treaties.expire)
        assert later.notes(What.EXPIRED) == [], "it is told once"


@pytest.mark.article("8.7")
def test_of_two_treaties_the_stronger_clause_binds_and_one_outlives_the_other() -> None:
    short = signed(quiet(TURN), offer(NORTH, SOUTH, evidence_sharing=2, duration=1)).after
    both = signed(short, offer(NORTH, SOUTH, evidence_sharing=1)).after
    assert both.treaty_since[:3, 0].tolist() == [TURN, TURN, 0]
    assert both.pact[EVIDENCE_SHARING, NORTH, SOUTH, 0] == 2
    later = did(copy(both, TURN + LASTS[1]), treaties.expire).after
    assert later.pact[EVIDENCE_SHARING, NORTH, SOUTH, 0] == 1


@pytest.mark.article("8.7")
def test_there_is_room_for_so_many_treaties_and_expired_ones_make_room() -> None:
    world = quiet(TURN)
    places = world.board.sizes["T"]
    many = [offer(NORTH, SOUTH, hotline=1, duration=1) for _ in range(places + 1)]
    full = signed(world, *many)
    assert (full.after.treaty_since == TURN).all()
    late = copy(full.after, TURN + 1)
    assert signed(late, offer(EAST, WEST, hotline=1)).after.pact[HOTLINE, EAST, WEST, 0] == 0
    free = copy(full.after, TURN + LASTS[1])
    renewed = signed(free, offer(EAST, WEST, hotline=1), offer(NORTH, WEST, hotline=1)).after
    assert renewed.pact[HOTLINE, EAST, WEST, 0] == renewed.pact[HOTLINE, NORTH, WEST, 0] == 1
    assert (renewed.treaty_since[:, 0] == TURN + LASTS[1]).sum() == 2


def bound_to_share(level: int) -> World:
    """North and west share evidence; north found two cards of the blackout, one of the leak."""
    world = crisis(TURN)
    put(world, "status", LEAK, to=Status.ACTIVE)
    put(world, "victim", LEAK, to=EAST)
    put(world, "known", NORTH, LEAK, to=1)
    put(world, "look", NORTH, BLACKOUT, [0, 2], to=Look.FOUND)
    put(world, "look", NORTH, BLACKOUT, 1, to=Look.ABSENT)
    put(world, "look", WEST, BLACKOUT, 2, to=Look.FOUND)
    put(world, "card", LEAK, 0, to=1)
    put(world, "look", NORTH, LEAK, 0, to=Look.FOUND)
    pact = world.pact.copy()
    pact[EVIDENCE_SHARING, NORTH, WEST] = pact[EVIDENCE_SHARING, WEST, NORTH] = level
    put_derived(world, "pact", pact)
    return world


@pytest.mark.article("8.8", "4.6")
@pytest.mark.parametrize("level", [1, 2])
def test_what_one_finds_the_others_see(level: int) -> None:
    world = bound_to_share(level)
    done = did(world, duties.share)
    wide = {("look", WEST, LEAK, 0): Look.FOUND, ("known", WEST, LEAK): 1} if level == 2 else {}
    assert done.changes("judged") == {("look", WEST, BLACKOUT, 0): Look.FOUND, **wide}
    (note,) = done.notes(What.SHARED)
    assert set(note.seen.tolist()) == {1 << NORTH | 1 << WEST}


@pytest.mark.article("8.8")
def test_incidents_that_hit_a_party_are_shared_by_both() -> None:
    world = bound_to_share(1)
    put(world, "look", WEST, BLACKOUT, 3, to=Look.FOUND)
    assert did(world, duties.share).delta("look", NORTH, BLACKOUT, 3) == Look.FOUND
    put(world, "victim", LEAK, to=WEST)
    assert did(world, duties.share).delta("look", WEST, LEAK, 0) == Look.FOUND


@pytest.mark.article("8.8", "9.24")
def test_nothing_is_shared_while_it_is_withheld_nor_of_what_is_not_known_or_begun() -> None:
    world = bound_to_share(1)
    put(world, "withheld", NORTH, to=TURN)
    assert did(world, duties.share).changes() == {}
    put(world, "withheld", NORTH, to=TURN - 1)
    assert did(world, duties.share).changes() != {}
    for name, at, value in (
        ("known", (NORTH, BLACKOUT), 0),
        ("status", (BLACKOUT,), Status.AWAITED),
    ):
        other = copy(world)
        put(other, name, *at, to=value)
        assert did(other, duties.share).changes() == {}
    fill(world, "pact", 0)
    assert did(world, duties.share).changes() == {}


def pledged(*parties: int) -> World:
    """A treaty against operations, signed last turn."""
    world = signed(quiet(TURN - 1), offer(*parties, no_operations=1, hotline=1)).after
    return copy(world, TURN)


def breached(world: World, *rows: Orders) -> Played:
    """Look for breaches after a turn's orders."""
    form, blows = forms(actions()), Orders.join(rows)
    return did(world, lambda w, log: compliance.breach(w, blows, form.sector, log))


@pytest.mark.article("8.9")
def test_an_open_breach_ends_the_treaty_for_who_broke_it() -> None:
    world = pledged(NORTH, SOUTH, EAST)
    put(world, "struck", NORTH, SOUTH, to=TURN)
    done = breached(world)
    others = {key: by for key, by in done.changes().items() if key[0] != "pact"}
    assert others == {
        ("broken", NORTH, SOUTH): 1,
        ("deeds", SOUTH, NORTH): -p.BROKEN_TREATY,
        ("deeds", EAST, NORTH): -grid(p.BROKEN_TREATY / 3),
        ("deeds", WEST, NORTH): -grid(p.BROKEN_TREATY / 3),
        ("treaty_party", 0, NORTH): -1,
    }
    assert p.BROKEN_TREATY > 0
    assert done.items("deeds", SOUTH, NORTH) == {"breach": -p.BROKEN_TREATY}
    pact = done.after.pact[NO_OPERATIONS, :, :, 0]
    assert pact.tolist() == [[0, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]]
    (note,) = done.notes(What.BROKE)
    assert (note.actor.tolist(), note.target.tolist()) == ([NORTH], [SOUTH])


@pytest.mark.article("8.9")
def test_old_blows_and_blows_outside_a_treaty_are_no_breach() -> None:
    world = pledged(NORTH, SOUTH)
    put(world, "struck", NORTH, SOUTH, to=TURN - 1)
    put(world, "struck", NORTH, EAST, to=TURN)
    assert breached(world).changes() == {}
    line = copy(signed(quiet(TURN - 1), offer(NORTH, SOUTH, hotline=1)).after, TURN)
    put(line, "struck", NORTH, SOUTH, to=TURN)
    assert breached(line).changes() == {}


@pytest.mark.article("8.9")
def test_only_the_treaties_the_two_share_against_operations_are_left() -> None:
    world = pledged(NORTH, SOUTH)
    world = signed(world, offer(NORTH, EAST, no_operations=1), offer(NORTH, SOUTH, hotline=1)).after
    put(world, "struck", NORTH, SOUTH, to=TURN)
    after = breached(world).after
    assert after.treaty_party[:3, NORTH, 0].tolist() == [0, 1, 1]


def exposed(world: World, belief: float, began: int) -> World:
    """South believes that north disrupted it."""
    row = {"status": Status.ACTIVE, "victim": SOUTH, "began": began, "severity": 3}
    for name, value in row.items():
        put(world, name, OPERATION, to=value)
    believed(world, SOUTH, OPERATION, NORTH, belief)
    return world


@pytest.mark.article("8.9")
def test_a_covert_breach_counts_when_its_victim_is_sure_enough() -> None:
    sure = np.ceil(p.EXPOSED_AT[0] * 1024) / 1024
    assert 0.5 < p.EXPOSED_AT[0] < 1
    done = breached(exposed(pledged(NORTH, SOUTH), sure, TURN))
    assert done.delta("broken", NORTH, SOUTH) == 1
    assert done.delta("broken", SOUTH, NORTH) == 0
    assert done.delta("treaty_party", 0, NORTH) == -1
    doubtful = exposed(pledged(NORTH, SOUTH), sure - 2 / 1024, TURN)
    assert breached(doubtful).changes() == {}
    before = exposed(pledged(NORTH, SOUTH), sure, TURN - 1)
    assert breached(before).changes() == {}, "it began before the signature took hold"
    awaited = exposed(pledged(NORTH, SOUTH), sure, TURN)
    put(awaited, "status", OPERATION, to=Status.AWAITED)
    assert breached(awaited).changes() == {}
    others = exposed(pledged(NORTH, EAST), sure, TURN)
    assert breached(others).changes() == {}
    elsewhere = exposed(pledged(NORTH, SOUTH), sure, TURN)
    put(elsewhere, "victim", OPERATION, to=EAST)
    assert breached(elsewhere).changes() == {}


@pytest.mark.article("8.5")
def test_two_attributions_of_one_case_in_a_round_do_not_depend_on_their_order() -> None:
    rows = [
        offer(NORTH, EAST, incident=BLACKOUT, accused=SOUTH, attribution=1),
        offer(WEST, EAST, incident=BLACKOUT, accused=GANG, attribution=2),
    ]
    both = [signed(crisis(3), *order) for order in (rows, rows[::-1])]
    assert both[0].changes() == both[1].changes()
    after = both[0].after
    assert after.accused[EAST, BLACKOUT, 0] == GANG, "the sharper word is the one it is held to"
