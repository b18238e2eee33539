"""Ties: how each nation stands to each other, as far as one of them can tell.

What a nation feels itself it knows exactly; what others feel for it lies in bands; what two others
feel for each other nobody tells, but what they did in public is on record.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.match import Match
from game.report import terms, words
from game.report.ledger import trust_changes
from game.rules import params as p
from game.rules.clauses import LASTING
from game.rules.view import View
from game.rules.world import Skill, Status


@dataclass(frozen=True)
class Range:
    """A figure from 0 to 100, or the band it lies in."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Where it is most likely to lie."""
        return (self.low + self.high) / 2

    @property
    def exact(self) -> bool:
        """Whether it is known and not estimated."""
        return self.low == self.high

    def __str__(self) -> str:
        return f"{self.low:.0f}" if self.exact else f"{self.low:.0f}\u2013{self.high:.0f}"


def band(middle: float, insight: int) -> Range:
    """The band in which a figure of another nation lies, by what one has found out of it."""
    half = p.BANDS[insight] / 2
    return Range(max(middle - half, 0), min(middle + half, 100))


@dataclass(frozen=True)
class Tie:
    """How one nation stands to another."""

    who: int
    whom: int
    trust: Range | None  # None where nobody tells
    hostility: Range | None
    rung: int
    rung_name: str
    ally: bool
    pact: tuple[str, ...]  # clauses in force between the two
    kept: int  # promises the first kept to the second
    broken: int
    sanctions: bool  # the first imposes them on the second
    aid: int  # times the first paid for the second's capacity


@dataclass(frozen=True)
class SkillRange:
    """One capability of a nation."""

    name: str
    level: Range


@dataclass(frozen=True)
class Cause:
    """Why trust changed in a turn."""

    turn: int
    reason: str
    by: float


@dataclass(frozen=True)
class Suspicion:
    """A case that a nation holds against another, by what its analysts believe."""

    title: str
    severity: float
    belief: float


def ties(match: Match, me: int) -> dict[tuple[int, int], Tie]:
    """Every ordered pair of nations."""
    seen, count = match.view(me), match.board.nations
    return {(a, b): _tie(seen, me, a, b) for a in range(count) for b in range(count) if a != b}


def _tie(seen: View, me: int, who: int, whom: int) -> Tie:
    rung = int(seen.rungs[who, whom, 0])
    return Tie(
        who=who,
        whom=whom,
        trust=_range(seen, me, who, whom, "trust"),
        hostility=_range(seen, me, who, whom, "hostility"),
        rung=rung,
        rung_name=terms.rung(rung),
        ally=bool(seen.public.ally[who, whom]),
        pact=tuple(terms.clause(c) for c in LASTING if seen.pact[c, who, whom, 0] > 0),
        kept=int(seen.kept[who, whom, 0]),
        broken=int(seen.broken[who, whom, 0]),
        sanctions=bool(seen.sanction[who, whom, 0] > 0),
        aid=int(seen.aid[who, whom, 0]),
    )


def _range(seen: View, me: int, who: int, whom: int, what: str) -> Range | None:
    if who == me:
        value = float(getattr(seen, what)[0, whom, 0])
        return Range(value, value)
    if whom != me:
        return None
    middle = float(getattr(seen, f"{what}_{'in' if what == 'trust' else 'to'}_me")[0, who, 0])
    return band(middle, int(seen.insight[0, who, 0]))


def skills(match: Match, me: int, who: int) -> tuple[SkillRange, ...]:
    """The capabilities of a nation: one's own exactly, those of others in bands."""
    seen = match.view(me)
    if who == me:
        exact = [float(seen.capability[0, skill, 0]) for skill in Skill]
        ranges = [Range(value, value) for value in exact]
    else:
        insight = int(seen.insight[0, who, 0])
        ranges = [band(float(seen.capability_of[0, who, skill, 0]), insight) for skill in Skill]
    return tuple(
        SkillRange(terms.skill(skill), level) for skill, level in zip(Skill, ranges, strict=True)
    )


def causes(match: Match, who: int, whom: int) -> tuple[Cause, ...]:
    """Why the first nation thinks as it does of the second's deeds, the latest first.

    To be asked only by one of the two: it is what each reads in its own ledger.
    """
    name, found = words.nation(match, who), []
    for turn in range(len(match.logs), 0, -1):
        for reason, by in trust_changes(match, whom, turn).get(name, ()):
            found.append(Cause(turn, reason, by))
    return tuple(found)


def suspicions(match: Match, me: int, other: int) -> tuple[Suspicion, ...]:
    """Cases a nation's analysts lay at another's door, the heaviest first."""
    seen = match.view(me)
    found = []
    for case in np.flatnonzero(seen.status[0, :, 0] > Status.AWAITED).tolist():
        belief, severity = float(seen.guilt[0, case, other, 0]), float(seen.severity[0, case, 0])
        if belief >= 0.05 and severity:
            found.append(Suspicion(words.case_title(match, match.world, case), severity, belief))
    return tuple(sorted(found, key=lambda each: -each.severity * each.belief))


def blame(match: Match, me: int, other: int) -> float:
    """What present beliefs take from the trust that the other's deeds earned. (Rules 5.2)"""
    seen = match.view(me)
    return float(max(0.0, seen.deeds[0, other, 0] - seen.trust[0, other, 0]))
