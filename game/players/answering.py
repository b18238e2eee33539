"""What an AI answers to a proposal: accept, refuse with a reason, or counter. (Rules 13.2)"""

from __future__ import annotations

import numpy as np

from game.players.asked import Asked, asked_of
from game.players.clause_worth import values
from game.players.judging import Judgement
from game.players.reasons import Reason
from game.rules import dice
from game.rules.clauses import (
    ABOUT_CASE,
    ABOUT_NORM,
    ACCUSES,
    ATTRIBUTION,
    CAPACITY_AID,
    COMPENSATION,
    DURATION,
    JOINT_SANCTIONS,
)
from game.rules.orders import Answers, Offers
from game.rules.reading import Reading
from game.rules.world import NOBODY, Bools, Floats, Index, Seeds, which

PAYS = (COMPENSATION, CAPACITY_AID)
"""Clauses whose level says who gives: it turns round when another proposes the same."""

OPEN = (Reason.INTEREST, Reason.BELIEF, Reason.NORM, Reason.LAW, Reason.COST)
"""Refusals after which one still says what one would sign."""


def answer(reading: Reading, offers: Offers, round_: int, seeds: Seeds) -> tuple[Answers, Offers]:
    """Answers of everybody asked, and counter-offers, which lie on the table in round two."""
    asked = asked_of(reading, offers)
    if not len(asked.offer):
        return Answers.empty(), Offers.empty()
    judgement = Judgement(asked)
    reason, factor, needed = judgement.verdict()
    reason = _by_dice(asked, seeds, reason, round_)
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
    return answers, _counters(offers, judgement, reason)


def _by_dice(asked: Asked, seeds: Seeds, reason: Index, round_: int) -> Index:
    """Minds that live by dice toss a coin."""
    random = asked.trait("chance") > 0.5
    if not random.any():
        return reason
    turn = asked.reading.seen.turn
    moved = round_ + 10 * (asked.body + 1)
    coin = dice.roll(seeds[asked.world], turn, "answer", asked.nation, asked.proposer, moved)
    tossed = np.where(coin < np.float32(0.5), NOBODY, Reason.WHIM)
    return np.where(random, tossed, reason)


def _counters(offers: Offers, judgement: Judgement, reason: Index) -> Offers:
    """Who trusts enough but likes only part of an offer proposes that part; one offer a nation."""
    asked = judgement.asked
    open_ = np.isin(reason, OPEN) & (asked.body == NOBODY) & (offers.counter[asked.offer] == 0)
    rows = which(open_)
    if not rows.size:
        return Offers.empty()
    levels, kept = _liked(judgement, rows, reason)
    some = (np.delete(levels, DURATION, axis=1) > 0).any(axis=1)
    answered = asked.offer[rows]
    text = _turned(levels, offers.party[answered])
    other = (text != offers.levels[answered]).any(axis=1)
    fine = which(some & other & (kept >= asked.trait("accept")[rows]))
    rows, levels, text = rows[fine], levels[fine], text[fine]
    first = np.unique(asked.world[rows] * 64 + asked.nation[rows], return_index=True)[1]
    rows, levels, text = rows[first], levels[first], text[first]
    offer = asked.offer[rows]
    speaks = (levels[:, list(ACCUSES)] > 0).any(axis=1)
    about = (levels[:, list(ABOUT_CASE)] > 0).any(axis=1)
    normative = (levels[:, list(ABOUT_NORM)] > 0).any(axis=1)
    return Offers(
        world=asked.world[rows],
        actor=asked.nation[rows],
        party=offers.party[offer],
        levels=text,
        incident=np.where(about, offers.incident[offer], NOBODY),
        accused=np.where(speaks, offers.accused[offer], NOBODY),
        counter=np.ones(len(rows), np.intp),
        body=np.full(len(rows), NOBODY),
        power=np.full(len(rows), NOBODY),
        topic=np.where(normative, offers.topic[offer], NOBODY),
    )


def _liked(judgement: Judgement, rows: Index, reason: Index) -> tuple[Index, Floats]:
    """Levels one would sign, and what they are worth: less is asked where less would do."""
    asked = judgement.asked
    value, levels = judgement.clauses[rows], asked.levels[rows]
    payer = np.isin(np.arange(levels.shape[1]), PAYS)
    low = np.where(payer, levels, np.minimum(levels, 1))
    softer = values(asked.take(rows, low))
    belief, bar = asked.belief[rows], asked.trait("bar")[rows]
    mild = (levels[:, ATTRIBUTION] > 1) & np.isin(reason[rows], (Reason.BELIEF, Reason.NORM))
    softer[:, ATTRIBUTION] = np.where(mild & (belief >= bar), np.float32(0.6), 0)
    softer[:, JOINT_SANCTIONS] = 0
    worth = np.where(value > 0, value, np.maximum(softer, 0))
    chosen = np.where(value > 0, levels, np.where(softer > 0, low, 0))
    if_paid = judgement.price[rows] < -1
    chosen[:, PAYS] = np.where(if_paid[:, None], 0, chosen[:, PAYS])
    worth[:, PAYS] = np.where(if_paid[:, None], 0, worth[:, PAYS])
    chosen[:, DURATION] = levels[:, DURATION]
    return chosen, worth.sum(axis=1) + np.minimum(judgement.legal[rows], 0)


def _turned(levels: Index, party: Bools) -> Index:
    """Who pays stays the same when the other side proposes it; among several it is left out."""
    two = party.sum(axis=1) == 2
    paid = levels[:, PAYS]
    turned = levels.copy()
    turned[:, PAYS] = np.where((paid > 0) & two[:, None], 3 - paid, 0)
    return turned
