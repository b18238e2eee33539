"""Capacity of a nation: its skills, what arrives when, its strategy, and who gives aid to whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.match import Match
from game.report import words
from game.rules.world import Skill

STEPS = 5
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
    hardened: tuple[tuple[str, float], ...]  # sector, extra protection
    aid_from: tuple[tuple[str, int], ...]  # nation, times it paid
    aid_to: tuple[tuple[str, int], ...]
    red_lines: tuple[tuple[str, int], ...]  # sector, severity
    crossed: bool


def capacity(match: Match, nation: int) -> Capacity:
    """The capacity of a nation, as its own head sees it."""
    seen = match.view(nation)
    others = [n for n in range(match.board.nations) if n != nation]
    aid = seen.aid[..., 0]
    lines = match.board.red_line[nation]
    return Capacity(
        skills=tuple(_skill(match, nation, skill) for skill in Skill),
        strategy=int(seen.strategy[nation, 0]),
        access=float(seen.access[0, 0]),
        readiness=float(seen.readiness[0, 0]),
        exploits=int(seen.exploits[0, 0]),
        hardened=tuple(
            (name, float(level))
            for name, level in zip(words.SECTORS, seen.hardening[0, :, 0], strict=True)
            if level >= 0.5
        ),
        aid_from=tuple(
            (words.nation(match, n), int(aid[n, nation])) for n in others if aid[n, nation]
        ),
        aid_to=tuple(
            (words.nation(match, n), int(aid[nation, n])) for n in others if aid[nation, n]
        ),
        red_lines=tuple((words.sector(z), int(lines[z])) for z in np.flatnonzero(lines)),
        crossed=bool(seen.crossed[0, 0]),
    )


def _skill(match: Match, nation: int, skill: Skill) -> SkillLine:
    seen = match.view(nation)
    coming = seen.maturing[0, skill, :, 0]
    return SkillLine(
        name=skill.name.lower(),
        level=float(seen.capability[0, skill, 0]),
        arriving=tuple(
            (match.turn + int(later), float(coming[later])) for later in np.flatnonzero(coming)
        ),
    )
