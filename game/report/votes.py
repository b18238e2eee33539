"""Votes: how each proposal on the table was answered, and who stood in its way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.match import Match
from game.rules.happenings import Log
from game.rules.orders import Answers, Offers
from game.rules.organisations import Rule, carried, one_each
from game.rules.world import NOBODY, Bools, World


@dataclass(frozen=True)
class Vote:
    """One proposal and what became of it."""

    row: int
    proposer: int
    body: int  # the organisation asked, or NOBODY for a treaty
    parties: tuple[int, ...]  # the proposer included
    yes: tuple[int, ...]
    no: tuple[int, ...]
    silent: tuple[int, ...]
    passed: bool
    crowded_out: bool  # it passed, but its organisation was doing something else already
    blocked_by: tuple[int, ...]


def said(offers: Offers, answers: Answers) -> tuple[Bools, Bools]:
    """Who said yes to each proposal, its proposer among them, and who no. [rows, parties] each"""
    yes, no = np.zeros(offers.party.shape, bool), np.zeros(offers.party.shape, bool)
    yes[np.arange(len(offers)), offers.actor] = True
    yes[answers.offer[answers.accept != 0], answers.actor[answers.accept != 0]] = True
    no[answers.offer[answers.accept == 0], answers.actor[answers.accept == 0]] = True
    return yes, no


def passed(world: World, offers: Offers, yes: Bools, no: Bools) -> Bools:
    """Signed by every party, or carried under an organisation's rule. [rows] (Rules 8.4, 16.2)"""
    found: Bools = np.all(yes | ~offers.party, axis=1)
    asked = offers.body != NOBODY
    found[asked] = carried(world, offers.take(asked), yes[asked], no[asked])
    return found


def votes(match: Match, offers: Offers, answers: Answers) -> list[Vote]:
    """How a set of proposals was answered."""
    yes, no = said(offers, answers)
    through = passed(match.world, offers, yes, no)
    crowded = _crowded_out(offers, no, through)
    return [
        _vote(match, offers, row, yes[row], no[row], bool(through[row]), bool(crowded[row]))
        for row in range(len(offers))
    ]


def _crowded_out(offers: Offers, no: Bools, through: Bools) -> Bools:
    """Which motions passed while another of the same organisation took effect. [rows]"""
    motions = np.flatnonzero(through & (offers.body != NOBODY))
    lost = np.zeros(len(offers), bool)
    lost[motions] = True
    lost[motions[one_each(offers.take(motions), no[motions])]] = False
    return lost


def _vote(
    match: Match,
    offers: Offers,
    row: int,
    yes: Bools,
    no: Bools,
    passed: bool,
    crowded_out: bool,
) -> Vote:
    party, body = offers.party[row], int(offers.body[row])
    silent = party & ~yes & ~no
    against = no if _silence_agrees(match, body) else no | silent
    return Vote(
        row=row,
        proposer=int(offers.actor[row]),
        body=body,
        parties=_numbers(party),
        yes=_numbers(yes & party),
        no=_numbers(no & party),
        silent=_numbers(silent),
        passed=passed and not crowded_out,
        crowded_out=crowded_out,
        blocked_by=() if passed else _numbers(against & party),
    )


def _silence_agrees(match: Match, body: int) -> bool:
    """Whether who says nothing stands in nobody's way under an organisation's rule."""
    return body != NOBODY and match.board.bodies.rule[body] in (Rule.CONSENSUS, Rule.SECRETARY)


def _numbers(flags: Bools) -> tuple[int, ...]:
    return tuple(int(n) for n in np.flatnonzero(flags))


def all_votes(match: Match, log: Log) -> list[tuple[Offers, Vote]]:
    """Every proposal of a turn with its vote, in the order of the talks."""
    return [
        (offers, vote) for offers, answers in log.talks for vote in votes(match, offers, answers)
    ]
