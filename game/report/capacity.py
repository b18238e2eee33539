"""Capacity of a nation: its skills, what arrives when, its strategy, and who gives aid to whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.actions.build_strategy import MOST
from game.match import Match
from game.report import terms, words
from game.rules import params as p
from game.rules.view import View
from game.rules.world import Skill

STEPS = MOST
"""Steps of a national strategy."""


@dataclass(frozen=True)
class SkillLine:
    """One capability, and what of it is on its way."""

    name: str
    level: float
    arriving: tuple[tuple[int, float], ...]  # turn at whose end it arrives, points


@dataclass(frozen=True)
class Capacity:
    """What a nation can do, and on whom that rests."""

    skills: tuple[SkillLine, ...]
    strategy: int  # steps taken, of STEPS
    access: float
    readiness: float
    exploits: int
    hardened: tuple[tuple[str, float], ...]  # id of a sector, extra protection
    aid_from: tuple[tuple[str, int], ...]  # nation, times it paid
    aid_to: tuple[tuple[str, int], ...]
    red_lines: tuple[tuple[str, int], ...]  # id of a sector, severity
    at_stake: int  # turn by which a red line that was crossed must be answered, 0 if none is open


def capacity(match: Match, nation: int) -> Capacity:
    """The capacity of a nation, as its own head sees it."""
    seen = match.view(nation)
    others = [n for n in range(match.board.nations) if n != nation]
    aid = seen.aid[..., 0]
    return Capacity(
        skills=tuple(_skill(match, nation, skill) for skill in Skill),
        strategy=int(seen.strategy[nation, 0]),
        access=float(seen.access[0, 0]),
        readiness=float(seen.readiness[0, 0]),
        exploits=int(seen.exploits[0, 0]),
        hardened=tuple(
            (name, float(level))
            for name, level in zip(terms.SECTORS, seen.hardening[0, :, 0], strict=True)
            if level >= 0.5
        ),
        aid_from=tuple(
            (words.nation(match, n), int(aid[n, nation])) for n in others if aid[n, nation]
        ),
        aid_to=tuple(
            (words.nation(match, n), int(aid[nation, n])) for n in others if aid[nation, n]
        ),
        red_lines=red_lines(match, nation),
        at_stake=_at_stake(seen, nation),
    )


def red_lines(match: Match, nation: int) -> tuple[tuple[str, int], ...]:
    """From what severity on an attack on a sector crosses the line a nation drew in public."""
    lines = match.board.red_line[nation]
    return tuple((terms.SECTORS[z], int(lines[z])) for z in np.flatnonzero(lines))


def _at_stake(seen: View, nation: int) -> int:
    crossed = int(seen.crossed[nation, 0])
    if crossed <= int(seen.stood[nation, 0]):
        return 0
    return crossed + int(p.RED_LINE_TURNS)


def _skill(match: Match, nation: int, skill: Skill) -> SkillLine:
    seen = match.view(nation)
    coming = seen.maturing[0, skill, :, 0]
    return SkillLine(
        name=terms.skill(skill),
        level=float(seen.capability[0, skill, 0]),
        arriving=tuple(
            (match.turn + int(later), float(coming[later])) for later in np.flatnonzero(coming)
        ),
    )
