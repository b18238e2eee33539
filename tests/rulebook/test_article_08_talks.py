"""Article 8: messages, promises, proposals, treaties."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.actions import actions
from game.rules import params as p
from game.rules import talks, treaties
from game.rules.changes import put_derived
from game.rules.clauses import (
    ATTRIBUTION,
    CLAUSES,
    DURATION,
    EVIDENCE_SHARING,
    HOTLINE,
    LASTING,
    LASTS,
    NO_OPERATIONS,
    clause_named,
)
from game.rules.happenings import What
from game.rules.orders import Answers, Messages, Offers, Orders
from game.rules.screening import forms
from game.rules.talks import OFFER_REFUSALS, Tone
from game.rules.turn import Ask, Question
from game.rules.world import NOBODY, Look, Promise, Status, World, copy
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    Played,
    answer,
    believed,
    crisis,
    did,
    drive,
    fill,
    grid,
    message,
    offer,
    order,
    play,
    put,
    quiet,
    rules,
)

TURN = 3


def spoken(world: World, *rows: Messages) -> Played:
    """Say something."""
    return did(world, lambda w, log: talks.speak(w, Messages.join(rows), log))


def signed(world: World, *rows: Offers) -> Played:
    """Sign something."""
    return did(world, lambda w, log: treaties.sign(w, Offers.join(rows), log))


@pytest.mark.article("8.1")
@pytest.mark.parametrize("topic", list(Promise))
def test_asking(topic: Promise) -> None:
    done = spoken(quiet(TURN), message(NORTH, SOUTH, Tone.ASK, topic))
    assert done.changes() == {
        ("asked", NORTH, SOUTH, topic): TURN,
        ("capital", NORTH): -p.MESSAGE_COST,
    }
    assert p.MESSAGE_COST > 0
    assert done.items("capital", NORTH) == {"message": -p.MESSAGE_COST}
    (note,) = done.notes(What.MESSAGE)
    assert note.seen.tolist() == [1 << NORTH | 1 << SOUTH]
    assert note.a.tolist() == [Tone.ASK + 10 * topic]


@pytest.mark.article("8.1")
def test_warning_and_promising() -> None:
    warned = spoken(quiet(TURN), message(NORTH, SOUTH, Tone.WARN))
    assert warned.changes("capital") == {("warned", NORTH, SOUTH): TURN}
    vowed = spoken(quiet(TURN), message(NORTH, SOUTH, Tone.PROMISE, Promise.HELP, 5))
    assert vowed.changes("capital") == {("promised", NORTH, SOUTH, Promise.HELP): 5}
    today = spoken(quiet(TURN), message(NORTH, SOUTH, Tone.PROMISE, Promise.HELP, 1))
    assert today.changes("capital") == {("promised", NORTH, SOUTH, Promise.HELP): TURN}
    shorter = spoken(vowed.after, message(NORTH, SOUTH, Tone.PROMISE, Promise.HELP, 4))
    assert shorter.changes("capital") == {}, "a promise is not shortened by another"


@pytest.mark.article("8.2")
def test_reassurance_is_believed_by_those_who_trust_already() -> None:
    world = quiet(TURN)
    put(world, "trust", SOUTH, NORTH, to=80)
    done = spoken(world, message(NORTH, SOUTH, Tone.REASSURE))
    gain = grid(80 * p.REASSURANCE / 100)
    assert gain > 0
    assert done.changes("capital") == {("deeds", SOUTH, NORTH): gain}
    assert done.items("deeds", SOUTH, NORTH) == {"reassured": gain}


@pytest.mark.article("8.1")
@pytest.mark.parametrize(
    ("target", "tone", "topic", "until", "sent"),
    [
        (SOUTH, 3, 3, 8, True),
        (SOUTH, 3, 3, 9, False),  # after the game
        (SOUTH, 0, 0, NOBODY, True),
        (SOUTH, -1, 0, NOBODY, False),
        (SOUTH, 4, 0, NOBODY, False),
        (SOUTH, 0, -1, NOBODY, False),
        (SOUTH, 0, 4, NOBODY, False),
        (NORTH, 0, 0, NOBODY, False),
        (-1, 0, 0, NOBODY, False),
        (GANG, 0, 0, NOBODY, False),
        (WEST, 0, 0, NOBODY, True),
    ],
)
def test_a_message_says_something_to_somebody_else(
    target: int, tone: int, topic: int, until: int, sent: bool
) -> None:
    done = spoken(quiet(TURN), message(NORTH, target, tone, topic, until))
    assert bool(done.changes()) == sent
    assert bool(done.notes(What.MESSAGE)) == sent


@pytest.mark.article("8.1")
def test_messages_are_sent_as_long_as_they_can_be_paid() -> None:
    world = quiet(TURN)
    put(world, "capital", NORTH, to=2 * p.MESSAGE_COST)
    said = [message(NORTH, target, Tone.ASK) for target in (SOUTH, EAST, WEST)]
    said.append(message(SOUTH, NORTH, Tone.ASK))
    done = spoken(world, *said)
    assert done.after.asked[NORTH, :, 0, 0].tolist() == [0, TURN, TURN, 0]
    assert done.after.asked[SOUTH, NORTH, 0, 0] == TURN
    assert done.after.capital[NORTH, 0] == 0
    assert spoken(world).changes() == {}


VOID_OFFERS = [
    ({"hotline": 1}, 0),
    ({"hotline": 1, "parties": ()}, 1),
    ({"hotline": 1, "parties": (9,)}, 1),
    ({"parties": (SOUTH,)}, 2),
    ({"duration": 1}, 2),
    ({"joint_statement": 1}, 3),
    ({"joint_statement": 1, "incident": BLACKOUT}, 0),
    ({"joint_statement": 1, "incident": LEAK}, 3),
    ({"joint_statement": 1, "incident": 99}, 3),
    ({"attribution": 1, "accused": EAST}, 3),
    ({"attribution": 1, "accused": EAST, "incident": BLACKOUT}, 0),
    ({"attribution": 1, "accused": GANG, "incident": BLACKOUT}, 0),
    ({"attribution": 1, "incident": BLACKOUT}, 4),
    ({"attribution": 1, "accused": 6, "incident": BLACKOUT}, 4),
    ({"attribution": 1, "accused": 5, "incident": BLACKOUT}, 0),
    ({"attribution": 1, "accused": NORTH, "incident": BLACKOUT}, 4),
    ({"attribution": 1, "accused": SOUTH, "incident": BLACKOUT}, 4),
    ({"hotline": 2}, 5),
    ({"hotline": -1, "no_operations": 1}, 5),
    ({"evidence_sharing": 2}, 0),
    ({"evidence_sharing": 3}, 5),
]


@pytest.mark.article("8.3")
@pytest.mark.parametrize(("columns", "code"), VOID_OFFERS)
def test_what_a_proposal_needs(columns: dict[str, Any], code: int) -> None:
    parties = columns.get("parties", (SOUTH,))
    rest = {name: value for name, value in columns.items() if name != "parties"}
    row = offer(NORTH, *parties, **rest)
    world = crisis(TURN)
    assert talks.void_offers(world, row).tolist() == [code]
    done = did(world, lambda w, log: talks.table(w, row, log))
    if code:
        (note,) = done.notes(What.VOID)
        assert (note.a.tolist(), note.b.tolist(), note.seen.tolist()) == ([-1], [code], [1])
        assert done.changes() == {}
        assert OFFER_REFUSALS[code - 1]
    else:
        assert done.changes() == {("capital", NORTH): -p.OFFER_COST}
        assert done.items("capital", NORTH) == {"proposal": -p.OFFER_COST}


@pytest.mark.article("8.3")
def test_a_proposal_has_no_place_for_clauses_nobody_wrote_nor_for_nations_that_do_not_play() -> (
    None
):
    row = offer(NORTH, SOUTH, hotline=1)
    row.levels[0, len(CLAUSES)] = 1
    assert talks.void_offers(quiet(TURN), row).tolist() == [5]
    row = offer(NORTH, SOUTH, hotline=1)
    row.party[0, NORTH] = False
    assert talks.void_offers(quiet(TURN), row).tolist() == [1], "the proposer is a party"


@pytest.mark.article("8.3")
def test_two_proposals_a_round_and_only_what_can_be_paid() -> None:
    most = int(p.OFFERS_MOST)
    assert most >= 1
    world = quiet(TURN)
    rows = Offers.join(
        [offer(NORTH, SOUTH, hotline=1) for _ in range(most + 1)] + [offer(EAST, SOUTH, hotline=1)]
    )
    assert talks.void_offers(world, rows).tolist() == [0] * most + [6, 0]
    put(world, "capital", NORTH, to=p.OFFER_COST)
    assert talks.void_offers(world, rows)[:2].tolist() == [0, 7]
    put(world, "capital", NORTH, to=p.OFFER_COST - SMALL)
    assert talks.void_offers(world, rows)[0] == 7
    assert p.OFFER_COST > 0


@pytest.mark.article("8.3")
def test_counter_offers_cost_nothing_and_have_room_of_their_own() -> None:
    most = int(p.OFFERS_MOST)
    world = quiet(TURN)
    put(world, "capital", NORTH, to=most * p.OFFER_COST)
    fresh = Offers.join([offer(NORTH, SOUTH, hotline=1, counter=1) for _ in range(most)])
    late = Offers.join([offer(NORTH, SOUTH, hotline=1) for _ in range(most + 1)])
    table = talks.on_the_table(fresh, late)
    assert table.counter.tolist() == [0] * most + [1] * (most + 1), (
        "nobody calls an offer a counter"
    )
    assert talks.void_offers(world, table).tolist() == [0] * (2 * most) + [6]
    done = did(world, lambda w, log: talks.table(w, table, log))
    assert done.changes() == {("capital", NORTH): -most * p.OFFER_COST}


def concluded(world: World, offers: Offers, *answers: Answers) -> Played:
    """Count answers."""
    return did(world, lambda w, log: talks.conclude(w, offers, Answers.join(answers), log))


@pytest.mark.article("8.4")
def test_what_every_named_party_accepts_is_signed() -> None:
    world = quiet(TURN)
    row = offer(NORTH, SOUTH, EAST, hotline=1)
    yes, no = answer(0, SOUTH), answer(0, EAST, 0)
    both = concluded(world, row, yes, answer(0, EAST))
    assert both.after.pact[HOTLINE, NORTH, EAST, 0] == 1
    assert len(both.notes(What.SIGNED)) == 1
    assert both.notes(What.LAPSED) == []
    for given in ((yes,), (yes, no), ()):
        some = concluded(world, row, *given)
        assert not some.after.pact.any()
        (lapsed,) = some.notes(What.LAPSED)
        assert lapsed.seen.tolist() == [0b111]
    refused = concluded(world, row, yes, no)
    assert refused.changes() == {("refused", NORTH, EAST): TURN}
    (against,), (for_it,) = refused.notes(What.REFUSED), refused.notes(What.ACCEPTED)
    assert (against.actor.tolist(), for_it.actor.tolist()) == ([EAST], [SOUTH])
    assert against.target.tolist() == [NORTH]
    assert against.seen.tolist() == [0b111]


@pytest.mark.article("8.4")
def test_only_the_first_answer_of_one_who_was_asked_counts() -> None:
    world = quiet(TURN)
    row = offer(NORTH, SOUTH, hotline=1)
    for bad in (
        [answer(0, WEST)],
        [answer(0, NORTH)],
        [answer(1, SOUTH)],
        [answer(-1, SOUTH)],
        [answer(0, 16)],
        [answer(0, -2)],
        [answer(0, SOUTH, 0), answer(0, SOUTH)],
    ):
        assert not concluded(world, row, *bad).after.pact.any(), bad
    assert concluded(world, row, answer(0, SOUTH), answer(0, SOUTH, 0)).after.pact.any()
    elsewhere = quiet(TURN, count=2)
    assert not concluded(elsewhere, row, answer(0, SOUTH, world=1)).after.pact.any()
    nothing = did(world, lambda w, log: talks.conclude(w, Offers.empty(), Answers.empty(), log))
    assert nothing.changes() == {}


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
    assert done.after.condemned[:, BLACKOUT, 0].tolist() == [1, 0, 1, 0]
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
    done = did(world, treaties.share_duties)
    wide = {("look", WEST, LEAK, 0): Look.FOUND, ("known", WEST, LEAK): 1} if level == 2 else {}
    assert done.changes("judged") == {("look", WEST, BLACKOUT, 0): Look.FOUND, **wide}
    (note,) = done.notes(What.SHARED)
    assert set(note.seen.tolist()) == {1 << NORTH | 1 << WEST}


@pytest.mark.article("8.8")
def test_incidents_that_hit_a_party_are_shared_by_both() -> None:
    world = bound_to_share(1)
    put(world, "look", WEST, BLACKOUT, 3, to=Look.FOUND)
    assert did(world, treaties.share_duties).delta("look", NORTH, BLACKOUT, 3) == Look.FOUND
    put(world, "victim", LEAK, to=WEST)
    assert did(world, treaties.share_duties).delta("look", WEST, LEAK, 0) == Look.FOUND


@pytest.mark.article("8.8", "9.24")
def test_nothing_is_shared_while_it_is_withheld_nor_of_what_is_not_known_or_begun() -> None:
    world = bound_to_share(1)
    put(world, "withheld", NORTH, to=TURN)
    assert did(world, treaties.share_duties).changes() == {}
    put(world, "withheld", NORTH, to=TURN - 1)
    assert did(world, treaties.share_duties).changes() != {}
    for name, at, value in (
        ("known", (NORTH, BLACKOUT), 0),
        ("status", (BLACKOUT,), Status.AWAITED),
    ):
        other = copy(world)
        put(other, name, *at, to=value)
        assert did(other, treaties.share_duties).changes() == {}
    fill(world, "pact", 0)
    assert did(world, treaties.share_duties).changes() == {}


def pledged(*parties: int) -> World:
    """A treaty against operations, signed last turn."""
    world = signed(quiet(TURN - 1), offer(*parties, no_operations=1, hotline=1)).after
    return copy(world, TURN)


@pytest.mark.article("8.9")
def test_an_open_breach_ends_the_treaty_for_who_broke_it() -> None:
    world = pledged(NORTH, SOUTH, EAST)
    put(world, "struck", NORTH, SOUTH, to=TURN)
    done = did(world, treaties.breach)
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
    assert did(world, treaties.breach).changes() == {}
    line = copy(signed(quiet(TURN - 1), offer(NORTH, SOUTH, hotline=1)).after, TURN)
    put(line, "struck", NORTH, SOUTH, to=TURN)
    assert did(line, treaties.breach).changes() == {}


@pytest.mark.article("8.9")
def test_only_the_treaties_the_two_share_against_operations_are_left() -> None:
    world = pledged(NORTH, SOUTH)
    world = signed(world, offer(NORTH, EAST, no_operations=1), offer(NORTH, SOUTH, hotline=1)).after
    put(world, "struck", NORTH, SOUTH, to=TURN)
    after = did(world, treaties.breach).after
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
    sure = np.ceil(p.EXPOSED * 1024) / 1024
    assert 0.5 < p.EXPOSED < 1
    done = did(exposed(pledged(NORTH, SOUTH), sure, TURN), treaties.breach)
    assert done.delta("broken", NORTH, SOUTH) == 1
    assert done.delta("broken", SOUTH, NORTH) == 0
    assert done.delta("treaty_party", 0, NORTH) == -1
    doubtful = exposed(pledged(NORTH, SOUTH), sure - 2 / 1024, TURN)
    assert did(doubtful, treaties.breach).changes() == {}
    before = exposed(pledged(NORTH, SOUTH), sure, TURN - 1)
    assert did(before, treaties.breach).changes() == {}, "it began before the signature took hold"
    awaited = exposed(pledged(NORTH, SOUTH), sure, TURN)
    put(awaited, "status", OPERATION, to=Status.AWAITED)
    assert did(awaited, treaties.breach).changes() == {}
    others = exposed(pledged(NORTH, EAST), sure, TURN)
    assert did(others, treaties.breach).changes() == {}
    elsewhere = exposed(pledged(NORTH, SOUTH), sure, TURN)
    put(elsewhere, "victim", OPERATION, to=EAST)
    assert did(elsewhere, treaties.breach).changes() == {}


def promised(topic: Promise, until: int) -> World:
    """North promised south something."""
    world = quiet(TURN)
    put(world, "promised", NORTH, SOUTH, topic, to=until)
    return world


def reckoned(world: World, *rows: Orders) -> Played:
    """Settle the promise ledger after deeds."""
    deeds = Orders.join(rows)
    keeps = forms(actions()).keeps[deeds.action]
    return did(world, lambda w, log: talks.keep_promises(w, deeds, keeps, log))


KEPT = {
    ("kept", NORTH, SOUTH): 1,
    ("deeds", SOUTH, NORTH): p.KEPT_PROMISE,
}
BROKEN = {
    ("broken", NORTH, SOUTH): 1,
    ("deeds", SOUTH, NORTH): -p.KEPT_PROMISE * p.LOSS_WEIGHT,
}


def settled(done: Played, what: dict[Any, float], topic: Promise, until: int) -> None:
    """A promise came to its end."""
    assert done.changes() == {**what, ("promised", NORTH, SOUTH, topic): -until}


@pytest.mark.article("8.10")
@pytest.mark.parametrize(
    ("topic", "action"), [(Promise.SHARE, "share_evidence"), (Promise.HELP, "send_team")]
)
def test_a_promise_to_act_is_kept_by_the_deed_and_broken_by_its_last_turn(
    topic: Promise, action: str
) -> None:
    deed = order(NORTH, action, target=SOUTH)
    settled(reckoned(promised(topic, 5), deed), KEPT, topic, 5)
    settled(reckoned(promised(topic, TURN), deed), KEPT, topic, TURN)
    assert reckoned(promised(topic, 5)).changes() == {}
    settled(reckoned(promised(topic, TURN)), BROKEN, topic, TURN)
    for other in (
        order(NORTH, action, target=EAST),
        order(EAST, action, target=SOUTH),
        order(NORTH, "demarche", target=SOUTH),
        order(NORTH, "ready"),
        order(NORTH, "attribute", target=GANG),
    ):
        assert reckoned(promised(topic, 5), other).changes() == {}
    assert reckoned(promised(topic, TURN - 1), deed).changes() == {}, "it was settled already"


@pytest.mark.article("8.10")
def test_a_promise_of_restraint_is_broken_by_a_blow_and_kept_by_its_last_turn() -> None:
    topic = Promise.RESTRAINT
    settled(reckoned(promised(topic, TURN)), KEPT, topic, TURN)
    assert reckoned(promised(topic, 5)).changes() == {}
    struck = promised(topic, 5)
    put(struck, "struck", NORTH, SOUTH, to=TURN)
    settled(reckoned(struck), BROKEN, topic, 5)
    last = promised(topic, TURN)
    put(last, "struck", NORTH, SOUTH, to=TURN)
    settled(reckoned(last), BROKEN, topic, TURN)
    for one, other, turn in ((NORTH, EAST, TURN), (SOUTH, NORTH, TURN), (NORTH, SOUTH, TURN - 1)):
        world = promised(topic, 5)
        put(world, "struck", one, other, to=turn)
        assert reckoned(world).changes() == {}


@pytest.mark.article("8.10")
def test_a_promise_of_silence_is_broken_by_naming_anybody() -> None:
    topic = Promise.SILENCE
    settled(reckoned(promised(topic, TURN)), KEPT, topic, TURN)
    spoke = promised(topic, 5)
    put(spoke, "claimed", NORTH, BLACKOUT, to=TURN)
    settled(reckoned(spoke), BROKEN, topic, 5)
    for nation, turn in ((SOUTH, TURN), (NORTH, TURN - 1)):
        world = promised(topic, 5)
        put(world, "claimed", nation, BLACKOUT, to=turn)
        assert reckoned(world).changes() == {}


@pytest.mark.article("8.10")
def test_a_broken_word_costs_more_than_one_kept_earns() -> None:
    assert p.KEPT_PROMISE > 0
    assert p.LOSS_WEIGHT > 1, "Slovic 1993"
    done = reckoned(promised(Promise.HELP, TURN))
    assert set(done.items("deeds", SOUTH, NORTH)) == {"broken"}
    (note,) = done.notes(What.BROKE)
    assert note.a.tolist() == [-1 - Promise.HELP]
    assert note.seen.tolist() == [1 << NORTH | 1 << SOUTH]
    assert done.notes(What.KEPT) == []


@pytest.mark.article("8.11")
def test_the_vocabulary_of_clauses() -> None:
    assert [clause.id for clause in CLAUSES][: DURATION + 1] == [
        "no_operations",
        "evidence_sharing",
        "hotline",
        "attribution",
        "joint_statement",
        "duration",
    ]
    assert LASTING == (NO_OPERATIONS, EVIDENCE_SHARING, HOTLINE)
    assert clause_named("hotline") == HOTLINE
    assert clause_named("peace") == NOBODY
    assert len(LASTS) == len(CLAUSES[DURATION].levels)


@pytest.mark.article("8.3", "8.4", "2.3")
def test_a_treaty_is_tabled_answered_and_in_force_before_orders_are_given() -> None:
    seen: list[bool] = []

    def reply(question: Question) -> Any:
        if question.ask is Ask.TALK:
            first = offer(NORTH, SOUTH, hotline=1) if question.round == 1 else Offers.empty()
            return Messages.empty(), first
        if question.ask is Ask.ANSWER:
            assert question.offers is not None
            return answer(0, SOUTH), Offers.empty()
        seen.append(bool(question.seen.pact[HOTLINE, NORTH, SOUTH, 0]))
        return Orders.empty()

    drive(quiet(0), rules(), reply)
    assert seen == [True]


@pytest.mark.article("2.3", "8.3")
def test_a_counter_offer_lies_on_the_table_in_the_second_round() -> None:
    rounds: list[tuple[int, list[int], list[int]]] = []

    def reply(question: Question) -> Any:
        if question.ask is Ask.TALK:
            first = offer(NORTH, SOUTH, hotline=1) if question.round == 1 else Offers.empty()
            return Messages.empty(), first
        if question.ask is Ask.ANSWER:
            assert question.offers is not None
            offers = question.offers
            rounds.append((question.round, offers.actor.tolist(), offers.counter.tolist()))
            if question.round == 1:
                return answer(0, SOUTH, 0), offer(SOUTH, NORTH, no_operations=1, duration=1)
            return answer(0, NORTH), Offers.empty()
        return Orders.empty()

    done = drive(quiet(0), rules(), reply)
    assert rounds == [(1, [NORTH], [0]), (2, [SOUTH], [1])]
    assert done.after.pact[NO_OPERATIONS, NORTH, SOUTH, 0] == 1
    assert done.after.refused[NORTH, SOUTH, 0] == 1
    assert play(quiet(0)).after.turn == 1
