"""Talks: messages, promises, proposals and answers. (Rules 8)

Answers are simultaneous: nobody answering knows how the others answer. A proposal is signed when
every named party accepts it; a counter-offer is a refusal and a new proposal.
"""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

import numpy as np

from game.rules import organisations, proposals, requests
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.lazy import plain
from game.rules.orders import Answers, Messages, Offers
from game.rules.treaties import sign
from game.rules.world import NOBODY, Bools, Promise, World, which


@plain
class Tone(IntEnum):
    """What a typed message does."""

    ASK = 0
    WARN = 1
    REASSURE = 2
    PROMISE = 3


PROMISES = {
    Promise.RESTRAINT: "to do nothing hostile",
    Promise.SHARE: "to share evidence",
    Promise.SILENCE: "to name nobody in public",
    Promise.HELP: "to send help",
    Promise.TAKEDOWN: "to act against criminals at home",
    Promise.LEGAL_AID: "to give legal assistance",
    Promise.EXPLAIN: "to explain",
}
"""What can be promised or asked for, in words."""


def speak(world: World, messages: Messages, log: Log) -> None:
    """Typed messages do their work. (Rules 8.1)"""
    if not len(messages):
        return
    change = Changes(world, log.ledger)
    rows = messages.take(_sound(world, messages))
    rows = rows.take(_affordable(world, rows))
    change.add("capital", rows.actor, rows.world, by=-p.MESSAGE_COST, why="message", who=rows.actor)
    _mark(change, rows)
    _reassure(change, rows.take(rows.tone == Tone.REASSURE))
    change.apply()
    log.note(
        What.MESSAGE,
        rows.world,
        rows.actor,
        rows.target,
        a=rows.tone + 10 * np.maximum(rows.topic, 0),
        b=rows.until,
        seen=(rows.actor, rows.target),
    )


def _affordable(world: World, rows: Messages) -> Bools:
    count = proposals.nth_of_actor(rows.world, rows.actor) + 1
    fine: Bools = world.capital[rows.actor, rows.world] >= count * np.float32(p.MESSAGE_COST)
    return fine


def _sound(world: World, rows: Messages) -> Bools:
    """Messages that say something to somebody else; the rest is not sent."""
    nations = world.board.nations
    sound: Bools = (rows.target >= 0) & (rows.target < nations) & (rows.target != rows.actor)
    sound &= (rows.tone >= 0) & (rows.tone < len(Tone))
    sound &= (rows.topic >= 0) & (rows.topic < len(Promise))
    return sound & (rows.until <= world.board.turns)


def _mark(change: Changes, rows: Messages) -> None:
    world = change.world
    asks = rows.take(rows.tone == Tone.ASK)
    requests.ask(change, asks.actor, asks.target, asks.topic, asks.world)
    warns = rows.take(rows.tone == Tone.WARN)
    change.raise_to("warned", warns.actor, warns.target, warns.world, to=world.turn)
    vows = rows.take(rows.tone == Tone.PROMISE)
    until = np.maximum(vows.until, world.turn)
    change.raise_to("promised", vows.actor, vows.target, vows.topic, vows.world, to=until)


def _reassure(change: Changes, rows: Messages) -> None:
    """Kind words are believed by those who trust already. (Rules 8.2)"""
    trust = change.world.trust[rows.target, rows.actor, rows.world]
    gain = trust * np.float32(p.REASSURANCE / 100)
    change.add(
        "deeds", rows.target, rows.actor, rows.world, by=gain, why="reassured", who=rows.actor
    )


def on_the_table(offers: Offers, counters: Offers) -> Offers:
    """Proposals of this round, and the counter-offers of the last, which cost nothing."""
    fresh = replace(offers, counter=np.zeros(len(offers), np.intp))
    return Offers.join([fresh, replace(counters, counter=np.ones(len(counters), np.intp))])


def answering(offers: Offers, counters: Offers) -> Offers:
    """Counter-offers of nations that were asked something in this round. (Rules 8.3)"""
    if not len(counters):
        return counters
    party = offers.party.copy()
    party[np.arange(len(offers)), offers.actor] = False
    row, asked = party.nonzero()
    invited = offers.world[row] * 64 + asked
    return counters.take(np.isin(counters.world * 64 + counters.actor, invited))


def table(world: World, offers: Offers, log: Log) -> Offers:
    """Proposals in order are paid for and lie on the table; the rest is void. (Rules 8.3)"""
    if not len(offers):
        return offers
    offers = organisations.members(offers, world)
    code = proposals.void_offers(world, offers)
    bad = which(code)
    if bad.size:
        who = offers.actor[bad]
        log.note(What.VOID, offers.world[bad], who, a=-1, b=code[bad], seen=(who,))
    good = offers.take(code == 0)
    paid = good.take(good.counter == 0)
    change = Changes(world, log.ledger)
    change.add("capital", paid.actor, paid.world, by=-p.OFFER_COST, why="proposal", who=paid.actor)
    change.apply()
    return good


def conclude(world: World, offers: Offers, answers: Answers, log: Log) -> None:
    """Count the answers: what every named party accepts is signed. (Rules 8.4)"""
    if not len(offers):
        return
    answers = _counted(offers, answers)
    agreed = np.zeros(offers.party.shape, bool)
    agreed[np.arange(len(offers)), offers.actor] = True
    yes = answers.take(answers.accept != 0)
    agreed[yes.offer, yes.actor] = True
    no = answers.take(answers.accept == 0)
    objects = np.zeros(offers.party.shape, bool)
    objects[no.offer, no.actor] = True
    body = offers.body != NOBODY
    done: Bools = np.all(agreed | ~offers.party, axis=1)
    done[body] = organisations.carried(world, offers.take(body), agreed[body], objects[body])
    change = Changes(world, log.ledger)
    no = no.take(~body[no.offer])
    change.raise_to("refused", offers.actor[no.offer], no.actor, no.world, to=world.turn)
    fell = offers.take(body & ~done)
    change.raise_to("outvoted", fell.actor, fell.body, fell.world, to=world.turn)
    change.apply()
    _tell(world, offers, answers, done, log)
    sign(world, offers.take(done & ~body), log)
    organisations.adopt(world, offers.take(done & body), objects[done & body], log)


def _counted(offers: Offers, answers: Answers) -> Answers:
    """Only the first answer of each nation that was asked counts."""
    real = (answers.offer >= 0) & (answers.offer < len(offers)) & (answers.actor >= 0)
    answers = answers.take(real & (answers.actor < offers.party.shape[1]))
    asked = offers.party[answers.offer, answers.actor]
    asked &= answers.actor != offers.actor[answers.offer]
    asked &= answers.world == offers.world[answers.offer]
    answers = answers.take(asked)
    key = answers.offer * offers.party.shape[1] + answers.actor
    return answers.take(np.sort(np.unique(key, return_index=True)[1]))


def _tell(world: World, offers: Offers, answers: Answers, done: Bools, log: Log) -> None:
    if not log.kept:
        return
    bits = np.left_shift(1, np.arange(offers.party.shape[1], dtype=np.int32))
    seen = (offers.party * bits).sum(axis=1)
    number = np.arange(len(offers))
    log.note(
        What.OFFERED, offers.world, offers.actor, incident=offers.incident, a=number, seen=seen
    )
    for what, accept in ((What.ACCEPTED, 1), (What.REFUSED, 0)):
        rows = answers.take(answers.accept == accept)
        sender = offers.actor[rows.offer]
        log.note(
            what, rows.world, rows.actor, sender, a=rows.offer, b=rows.reason, seen=seen[rows.offer]
        )
    log.note(
        What.SIGNED,
        offers.world[done],
        offers.actor[done],
        incident=offers.incident[done],
        a=number[done],
    )
    fell = ~done
    log.note(What.LAPSED, offers.world[fell], offers.actor[fell], a=number[fell], seen=seen[fell])
    log.talks.append((offers, answers))
