"""What an AI answers to a proposal: accept, refuse with a reason, or counter. (Rules 13.2)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.players.reasons import Reason
from game.rules import dice
from game.rules.action import Feature
from game.rules.claims import LIKELIHOOD
from game.rules.clauses import (
    ATTRIBUTION,
    EVIDENCE_SHARING,
    HOTLINE,
    JOINT_STATEMENT,
    LASTING,
    NO_OPERATIONS,
)
from game.rules.orders import CLAUSES, Answers, Offers
from game.rules.reading import Reading, trait
from game.rules.world import NOBODY, Bools, Floats, Index, Ints, Seeds, Skill, which

WORDS = (0, 4, 5)
"""Word of estimative probability that each level of the attribution clause speaks in."""

WARY = np.float32(8)
"""Trust more that it takes for each time the proposer broke its word."""

ACCUSED = np.float32(-20)
LIGHT = np.float32(0.75)
"""Share of the usual trust needed for words alone."""


@dataclass(frozen=True)
class Asked:
    """One row for each offer and each nation it asks. Shapes [rows], party [rows, N]."""

    offer: Index
    nation: Index
    world: Index
    proposer: Index
    party: Bools  # the others
    levels: Ints  # [rows, C]
    incident: Index
    accused: Index
    speaks: Bools  # about an incident


def answer(reading: Reading, offers: Offers, round_: int, seeds: Seeds) -> tuple[Answers, Offers]:
    """Answers of everybody asked, and counter-offers, which lie on the table in round two."""
    asked = _asked(offers, reading.other.shape[1])
    if not len(asked.offer):
        return Answers.empty(), Offers.empty()
    value = _values(reading, asked)
    total = value.sum(axis=1)
    reason, factor, needed = _judge(reading, asked, value, total)
    reason = _by_dice(reading, asked, seeds, reason, round_)
    answers = Answers(
        world=asked.world,
        offer=asked.offer,
        actor=asked.nation,
        accept=(reason == NOBODY),
        reason=reason,
        factor=factor,
        needed=needed,
    )
    if round_ > 1:
        return answers, Offers.empty()
    return answers, _counters(reading, offers, asked, value, reason)


def _asked(offers: Offers, nations: int) -> Asked:
    party = offers.party[:, :nations]
    offer, nation = np.nonzero(party)
    invited = nation != offers.actor[offer]
    offer, nation = offer[invited], nation[invited]
    others = party[offer]
    others[np.arange(len(offer)), nation] = False
    incident = offers.incident[offer].astype(np.intp)
    return Asked(
        offer=offer,
        nation=nation,
        world=offers.world[offer],
        proposer=offers.actor[offer].astype(np.intp),
        party=others,
        levels=offers.levels[offer],
        incident=np.maximum(incident, 0),
        accused=np.maximum(offers.accused[offer].astype(np.intp), 0),
        speaks=incident != NOBODY,
    )


def _values(reading: Reading, asked: Asked) -> Floats:
    """What each clause is worth to the one asked. [rows, C]"""
    value = np.zeros(asked.levels.shape, np.float32)
    _value_pacts(reading, asked, value)
    if asked.speaks.any():
        _value_speeches(reading, asked, value)
    return value * (asked.levels > 0)


def _value_pacts(reading: Reading, asked: Asked, value: Floats) -> None:
    seen = reading.seen
    v, b = asked.nation, asked.world
    weight = trait(reading.minds.weights, v, b)

    def most(what: Floats) -> Floats:
        held: Floats = np.where(asked.party, what[v, :, b], np.float32(0)).max(axis=1)
        return held

    tension, fear, quarrel = most(reading.tension), most(reading.fear), most(reading.bad_blood)
    hurt = most(reading.sure_harm)
    gain, spite = weight[:, Feature.GAIN], weight[:, Feature.SPITE]
    calm, know = weight[:, Feature.CALM], weight[:, Feature.KNOW]
    prey = quarrel * (gain * 2 + spite * 2) + hurt * spite * np.float32(0.4)
    value[:, NO_OPERATIONS] = calm * (tension * np.float32(0.5) + fear * 4 + 1) - prey
    value[:, HOTLINE] = calm * (tension * np.float32(0.25) + np.float32(0.5)) + np.float32(0.2)
    skill = most(seen.capability_of[:, :, Skill.FORENSICS]) * np.float32(0.01)
    puzzle = reading.puzzle[v, 0, b]
    hiding = np.any(reading.mine_done & reading.fresh, axis=1)[v, b]
    warm = np.where(asked.party, reading.warm[v, :, b], np.float32(1)).min(axis=1)
    wide = asked.levels[:, EVIDENCE_SHARING] > 1
    share = know * (puzzle * skill * np.float32(0.5) + np.float32(0.4))
    share = share + weight[:, Feature.BOND] * warm - 6 * hiding - wide * np.float32(0.5)
    value[:, EVIDENCE_SHARING] = share


def _value_speeches(reading: Reading, asked: Asked, value: Floats) -> None:
    v, b, case = asked.nation, asked.world, asked.incident
    weight = trait(reading.minds.weights, v, b)
    stake = reading.stake[v, case, b]
    voice = weight[:, Feature.VOICE]
    done = reading.mine_done[v, case, b]
    favour = weight[:, Feature.BOND] * reading.warm[v, asked.proposer, b]
    value[:, JOINT_STATEMENT] = voice * stake * np.float32(0.4) + favour - 4 * done
    belief = reading.seen.guilt[v, case, asked.accused, b]
    need = _need(reading, asked)
    danger = weight[:, Feature.RISK] * reading.danger[0, 0, b]
    worth = (voice + weight[:, Feature.JUSTICE] * np.float32(0.5)) * stake * belief
    worth = worth * np.float32(0.6) + favour + danger * 4
    short = (belief - need) * 12
    worth = np.where(belief >= need, worth, np.minimum(worth, 0) + short)
    value[:, ATTRIBUTION] = np.where(_touches(reading, asked), ACCUSED, worth)


def _need(reading: Reading, asked: Asked) -> Floats:
    """Belief in the guilt of the accused that signing would take."""
    word = np.array(WORDS)[np.minimum(asked.levels[:, ATTRIBUTION], len(WORDS) - 1)]
    bar = trait(reading.minds.bar, asked.nation, asked.world)
    need: Floats = np.minimum(LIKELIHOOD[word] * np.float32(0.5) + bar * np.float32(0.5), 0.9)
    return need


def _touches(reading: Reading, asked: Asked) -> Bools:
    """The attribution accuses the one asked, or an ally of it."""
    nations = reading.other.shape[1]
    named = np.minimum(asked.accused, nations - 1)
    ally = reading.seen.public.ally[asked.nation, named] & (asked.accused < nations)
    touches: Bools = (asked.accused == asked.nation) | ally
    return touches


def _judge(
    reading: Reading, asked: Asked, value: Floats, total: Floats
) -> tuple[Index, Floats, Floats]:
    """The first reason that stands against signing, with its figures; NOBODY if none. [rows]"""
    minds, v, b = reading.minds, asked.nation, asked.world
    broken = reading.seen.broken[asked.proposer, v, b].astype(np.float32)
    base = trait(minds.trusting, v, b)
    words_only = ~(asked.levels[:, list(LASTING)] > 0).any(axis=1)
    base = np.where(words_only, base * LIGHT, base).astype(np.float32)
    needed_trust = np.minimum(base + WARY * broken, 95)
    trust = np.where(asked.party, reading.seen.trust[v, :, b], np.float32(200)).min(axis=1)
    accuses = asked.levels[:, ATTRIBUTION] > 0
    belief = reading.seen.guilt[v, asked.incident, asked.accused, b]
    need = _need(reading, asked)
    bar = trait(minds.accept, v, b)
    cases = (
        (accuses & _touches(reading, asked), Reason.ACCUSED, trust, needed_trust),
        ((trust < needed_trust) & (broken > 0), Reason.BROKEN, broken, needed_trust),
        (trust < needed_trust, Reason.TRUST, trust, needed_trust),
        (accuses & (belief < need), Reason.BELIEF, belief, need),
        (total < bar, Reason.INTEREST, total, bar),
    )
    reason = np.full(len(v), NOBODY)
    factor, needed = total, bar
    for holds, code, figure, enough in reversed(cases):
        reason = np.where(holds, code, reason)
        factor, needed = np.where(holds, figure, factor), np.where(holds, enough, needed)
    return reason, factor.astype(np.float32), needed.astype(np.float32)


def _by_dice(reading: Reading, asked: Asked, seeds: Seeds, reason: Index, round_: int) -> Index:
    """Minds that live by dice toss a coin."""
    random = trait(reading.minds.chance, asked.nation, asked.world) > 0.5
    if not random.any():
        return reason
    turn = reading.seen.turn
    coin = dice.roll(
        seeds[asked.world], turn, "answer", asked.nation, asked.proposer, round_ + 0 * asked.nation
    )
    tossed = np.where(coin < np.float32(0.5), NOBODY, Reason.WHIM)
    return np.where(random, tossed, reason)


def _counters(
    reading: Reading, offers: Offers, asked: Asked, value: Floats, reason: Index
) -> Offers:
    """Who trusts enough but likes only part of an offer proposes that part; one offer a nation."""
    softer = (reason == Reason.BELIEF) & (asked.levels[:, ATTRIBUTION] > 1)
    open_ = (reason == Reason.INTEREST) | (reason == Reason.BELIEF)
    open_ &= offers.counter[asked.offer] == 0
    levels = np.where((value > 0) | (np.arange(CLAUSES) >= len(WORDS) + 2), asked.levels, 0)
    belief = reading.seen.guilt[asked.nation, asked.incident, asked.accused, asked.world]
    mild = softer & (belief >= trait(reading.minds.bar, asked.nation, asked.world))
    levels[:, ATTRIBUTION] = np.where(mild, 1, levels[:, ATTRIBUTION])
    kept = np.maximum(value, 0).sum(axis=1) + mild
    some = (levels[:, : len(WORDS) + 2] > 0).any(axis=1)
    enough = trait(reading.minds.accept, asked.nation, asked.world)
    rows = which(open_ & some & (kept >= enough))
    speaks = levels[:, ATTRIBUTION] > 0
    key = asked.world[rows] * 64 + asked.nation[rows]
    rows = rows[np.unique(key, return_index=True)[1]]
    return Offers(
        world=asked.world[rows],
        actor=asked.nation[rows],
        party=offers.party[asked.offer[rows]],
        levels=levels[rows],
        incident=offers.incident[asked.offer[rows]],
        accused=np.where(speaks[rows], offers.accused[asked.offer[rows]], NOBODY),
        counter=np.ones(len(rows), np.intp),
        body=np.full(len(rows), NOBODY),
        power=np.full(len(rows), NOBODY),
        topic=offers.topic[asked.offer[rows]],
    )
