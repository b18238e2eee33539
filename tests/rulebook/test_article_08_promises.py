"""Article 8: promises, and talks as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from game.actions import actions
from game.rules import params as p
from game.rules import promises
from game.rules.clauses import (
    CLAUSES,
    DURATION,
    HOTLINE,
    LASTING,
    LASTS,
    NO_OPERATIONS,
    clause_named,
)
from game.rules.happenings import What
from game.rules.orders import Messages, Offers, Orders
from game.rules.screening import forms
from game.rules.turn import Ask, Question
from game.rules.world import NOBODY, Promise, Status, World
from tests.rulebook.test_article_08_talks import TURN
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    NORTH,
    SOUTH,
    Played,
    answer,
    did,
    drive,
    offer,
    order,
    play,
    put,
    quiet,
    rules,
)


def promised(topic: Promise, until: int) -> World:
    """North promised south something; there is a need for help at south, and north knows."""
    world = quiet(TURN)
    put(world, "promised", NORTH, SOUTH, topic, to=until)
    put(world, "status", BLACKOUT, to=Status.ACTIVE)
    put(world, "victim", BLACKOUT, to=SOUTH)
    put(world, "known", NORTH, BLACKOUT, to=1)
    return world


def reckoned(world: World, *rows: Orders) -> Played:
    """Settle the promise ledger after deeds."""
    deeds = Orders.join(rows)
    done = promises.done_for(world, deeds, forms(actions()).keeps[deeds.action])
    return did(world, lambda w, log: promises.keep_promises(w, done, log))


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
@pytest.mark.parametrize(
    ("name", "place", "to"),
    [
        ("status", (BLACKOUT,), Status.OVER),
        ("victim", (BLACKOUT,), EAST),
        ("known", (NORTH, BLACKOUT), 0),
    ],
)
def test_a_promise_of_help_lapses_where_none_was_needed(
    name: str, place: tuple[int, ...], to: int
) -> None:
    idle = promised(Promise.HELP, TURN)
    put(idle, name, *place, to=to)
    put(idle, "until", BLACKOUT, to=TURN - 1)
    settled(reckoned(idle), {}, Promise.HELP, TURN)
    put(idle, name, *place, to=getattr(promised(Promise.HELP, TURN), name)[*place, 0])
    settled(reckoned(idle), BROKEN, Promise.HELP, TURN)
    share = promised(Promise.SHARE, TURN)
    put(share, name, *place, to=to)
    settled(reckoned(share), BROKEN, Promise.SHARE, TURN)


@pytest.mark.article("8.10")
def test_help_with_what_ended_this_turn_was_still_needed() -> None:
    ended = promised(Promise.HELP, TURN)
    put(ended, "status", BLACKOUT, to=Status.OVER)
    put(ended, "until", BLACKOUT, to=TURN)
    settled(reckoned(ended), BROKEN, Promise.HELP, TURN)


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
    assert [clause.id for clause in CLAUSES] == [
        "no_operations",
        "evidence_sharing",
        "hotline",
        "attribution",
        "joint_statement",
        "duration",
        "off_limits",
        "verification",
        "mutual_assistance",
        "joint_sanctions",
        "sanctions_relief",
        "compensation",
        "capacity_aid",
        "norm_endorsement",
        "takedown",
        "dispute_settlement",
        "attribution_body",
        "vulnerabilities",
    ]
    assert [CLAUSES[place].id for place in LASTING] == [
        "no_operations",
        "evidence_sharing",
        "hotline",
        "off_limits",
        "verification",
        "mutual_assistance",
        "takedown",
        "dispute_settlement",
        "attribution_body",
        "vulnerabilities",
    ]
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
