"""Plans: kinds of proposal that an AI may table. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np

from game.rules.clauses import clause_named
from game.rules.lazy import plain
from game.rules.orders import CLAUSES
from game.rules.world import Bools, Floats, Index

NEVER = np.float32(-100)


@plain
class Kind(IntEnum):
    """Every kind of plan; its number is that of its dice, whatever else can be planned."""

    RESTRAINT = 0
    EVIDENCE = 1
    LINE = 2
    SHARP_WORDS = 3
    NAMING = 4
    CONDEMNING = 5
    SPARING = 6
    HELP = 7
    AID_GIVEN = 8
    AID_SOUGHT = 9
    RELIEF = 10
    MAKING_GOOD = 11
    CLAIM = 12
    SETTLING = 13
    CLEANING_UP = 14
    SANCTIONS = 15
    ALLIANCE = 16
    NORM = 17
    GENEVA = 18
    COMMISSION = 19
    MOTION = 20  # and one number for each power from here


@dataclass(frozen=True)
class Plan:
    """A kind of proposal: what it is worth, to whom it goes, and what it says."""

    kind: int
    worth: Floats  # [V, B]
    levels: tuple[int, ...]
    partner: Index | None = None  # [V, B] the other party of something between two
    party: Bools | None = None  # [V, N, B] the others of something between several
    case: Index | None = None  # [V, B] the incident it is about
    accused: Index | None = None  # [V, B] the actor it names
    topic: Index | None = None  # [V, B] the norm, nation or question it is about
    body: Index | None = None  # [V, B] the organisation whose power it would use
    power: int = -1


def levels(**named: int) -> tuple[int, ...]:
    """A row of clause levels from those that are not 0, by id."""
    row = [0] * CLAUSES
    for name, level in named.items():
        row[clause_named(name)] = level
    return tuple(row)


NOTHING = levels()
"""No clause: what is proposed is the use of a power."""


def between_two(
    kind: int, score: Floats, allowed: Bools, row: tuple[int, ...], **more: Any
) -> Plan:
    """The best partner for something between two, and what it is worth. score: [V, N, B]"""
    score = np.where(allowed, score, NEVER)
    return Plan(kind, score.max(axis=1), row, partner=score.argmax(axis=1), **more)


def among_several(
    kind: int, worth: Floats, party: Bools, row: tuple[int, ...], least: int = 1, **more: Any
) -> Plan:
    """Something among several, if enough of them can be asked. worth: [V, B], party: [V, N, B]"""
    enough = party.sum(axis=1) >= least
    return Plan(kind, np.where(enough, worth, NEVER), row, party=party, **more)
