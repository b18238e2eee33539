"""Article 8: messages, proposals and answers."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules import params as p
from game.rules import proposals, talks
from game.rules.clauses import (
    CLAUSES,
    HOTLINE,
)
from game.rules.happenings import What
from game.rules.orders import CLAUSES as CLAUSE_PLACES
from game.rules.orders import Answers, Messages, Offers
from game.rules.proposals import OFFER_REFUSALS
from game.rules.talks import Tone
from game.rules.world import NOBODY, Promise, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    Played,
    answer,
    crisis,
    did,
    grid,
    message,
    offer,
    put,
    quiet,
)

TURN = 3


def spoken(world: World, *rows: Messages) -> Played:
    """Say something."""
    return did(world, lambda w, log: talks.speak(w, Messages.join(rows), log))


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
        (SOUTH, 0, 6, NOBODY, True),
        (SOUTH, 0, 7, NOBODY, False),
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
    assert proposals.void_offers(world, row).tolist() == [code]
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
    assert len(CLAUSES) == CLAUSE_PLACES, "there is no place without a clause"
    row = offer(NORTH, SOUTH, hotline=1)
    row.levels[0, HOTLINE] = 2
    assert proposals.void_offers(quiet(TURN), row).tolist() == [5]
    row = offer(NORTH, SOUTH, hotline=1)
    row.party[0, NORTH] = False
    assert proposals.void_offers(quiet(TURN), row).tolist() == [1], "the proposer is a party"


@pytest.mark.article("8.3")
def test_two_proposals_a_round_and_only_what_can_be_paid() -> None:
    most = int(p.OFFERS_MOST)
    assert most >= 1
    world = quiet(TURN)
    rows = Offers.join(
        [offer(NORTH, SOUTH, hotline=1) for _ in range(most + 1)] + [offer(EAST, SOUTH, hotline=1)]
    )
    assert proposals.void_offers(world, rows).tolist() == [0] * most + [6, 0]
    put(world, "capital", NORTH, to=p.OFFER_COST)
    assert proposals.void_offers(world, rows)[:2].tolist() == [0, 7]
    put(world, "capital", NORTH, to=p.OFFER_COST - SMALL)
    assert proposals.void_offers(world, rows)[0] == 7
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
    assert proposals.void_offers(world, table).tolist() == [0] * (2 * most) + [6]
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
