"""Acceptance: who would sign what, clause by clause. (Rules 17.7)"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.players.diplomat import decide
from game.report import terms
from game.report.votes import passed, said
from game.rules import dice, organisations
from game.rules.clauses import CLAUSES
from game.rules.imagine import imagine
from game.rules.orders import Answers, Offers
from game.rules.proposals import void_offers
from game.rules.turn import Ask, Question
from game.rules.view import View
from game.rules.world import NOBODY, Bools, Floats, World
from game.staff.forecast import strangers

WORLDS = 96
"""Worlds in which each wording is put to each party."""

DRAFT = (NOBODY, 0)
"""The wording of the draft itself: no clause differs."""


@dataclass(frozen=True)
class Reception:
    """How one wording of a proposal would be received."""

    clause: int  # place of the clause that differs from the draft, or NOBODY for the draft
    level: int
    accepts: dict[int, float]  # share of imagined worlds in which each party says yes
    adopted: float  # share in which it is signed, or carried under its organisation's rule
    void: str  # why it could not be tabled; empty if it could


def reception(seen: View, offer: Offers, worlds: int = WORLDS) -> Reception:
    """How a proposal as it stands would be received. offer: one row of world 0. (Rules 17.7)"""
    return _receptions(seen, offer, [DRAFT], worlds)[0]


def by_clause(seen: View, offer: Offers, worlds: int = WORLDS) -> list[Reception]:
    """How the proposal would be received with each clause at each level. (Rules 17.7)"""
    wordings = [DRAFT]
    wordings += [
        (c, level) for c, clause in enumerate(CLAUSES) for level in range(len(clause.levels))
    ]
    return _receptions(seen, offer, wordings, worlds)


def _receptions(
    seen: View, offer: Offers, wordings: list[tuple[int, int]], count: int
) -> list[Reception]:
    count = max(count, len(wordings))
    world = imagine(seen, count)
    asked = organisations.members(_reworded(offer, wordings), world)
    reasons = [terms.offer_refusal(code) for code in void_offers(world, asked)]
    sound = [n for n, reason in enumerate(reasons) if not reason]
    where, which = np.divmod(np.arange(count * len(sound)), max(len(sound), 1))
    offers = replace(asked.take(np.array(sound, np.intp)[which]), world=where)
    yes, no = said(offers, _answers(world, offers, int(seen.seats[0])))
    adopted = passed(world, offers, yes, no)
    return [
        _reception(wording, reason, sound, number, (asked, yes, adopted, count))
        for number, (wording, reason) in enumerate(zip(wordings, reasons, strict=True))
    ]


def _reworded(offer: Offers, wordings: list[tuple[int, int]]) -> Offers:
    """The draft once for each wording, each the only proposal in a world of its own."""
    offers = offer.take(np.zeros(len(wordings), np.intp))
    where = np.arange(len(wordings))
    levels = offers.levels.copy()
    for row, (clause, level) in enumerate(wordings):
        if clause != NOBODY:
            levels[row, clause] = level
    return replace(offers, world=where, levels=levels)


def _answers(world: World, offers: Offers, me: int) -> Answers:
    """What each party would say, whatever its doctrine turns out to be."""
    if not len(offers):
        return Answers.empty()
    question = Question(Ask.ANSWER, world, 2, offers)
    cast = strangers(world, me)
    answers: Answers = decide(question, cast, dice.derive(world.seed, "players"))[0]
    return answers


def _reception(
    wording: tuple[int, int],
    reason: str,
    sound: list[int],
    number: int,
    votes: tuple[Offers, Bools, Bools, int],
) -> Reception:
    clause, level = wording
    if reason:
        return Reception(clause, level, {}, 0.0, reason)
    asked, yes, adopted, count = votes
    rows = np.arange(count) * len(sound) + sound.index(number)
    party = np.flatnonzero(asked.party[number])
    others = [int(n) for n in party if n != asked.actor[number]]
    share: Floats = yes[rows].mean(axis=0)
    return Reception(
        clause, level, {n: float(share[n]) for n in others}, float(adopted[rows].mean()), ""
    )
