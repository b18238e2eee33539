"""The closed vocabulary of clauses. (Rules 8)

A clause has levels; level 0 leaves it out. What stands here is in force; the axis C has places
for the whole vocabulary of the design.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.world import NOBODY

NO_OPERATIONS = 0
EVIDENCE_SHARING = 1
HOTLINE = 2
ATTRIBUTION = 3
JOINT_STATEMENT = 4
DURATION = 5


@dataclass(frozen=True)
class Clause:
    """One clause: its place on axis C, and its levels in words."""

    id: str
    label: str
    levels: tuple[str, ...]
    about: str
    lasting: bool


CLAUSES = (
    Clause(
        "no_operations",
        "No operations against each other",
        ("none", "no hostile acts or covert operations"),
        "The parties do nothing hostile to each other, openly or covertly.",
        True,
    ),
    Clause(
        "evidence_sharing",
        "Evidence sharing",
        ("none", "on incidents that hit a party", "on every incident"),
        "What one party finds, the others see the next turn. It binds you too.",
        True,
    ),
    Clause(
        "hotline",
        "CERT hotline",
        ("none", "a line between response teams"),
        "A hostile act between the parties raises the temperature half as much.",
        True,
    ),
    Clause(
        "attribution",
        "Attribution language",
        ("silent", "\u201cactors from\u201d the nation", "the state is named"),
        "All parties say the same in public about who did it.",
        False,
    ),
    Clause(
        "joint_statement",
        "Joint statement",
        ("none", "condemn the incident together"),
        "All parties condemn the incident; together it weighs more and costs each less.",
        False,
    ),
    Clause(
        "duration",
        "Duration",
        ("to the end of the crisis", "three turns", "six turns"),
        "How long the lasting clauses bind.",
        False,
    ),
)
"""In the order of axis C."""

LASTS = (99, 3, 6)
"""Turns in force, by level of the duration clause."""

LASTING = tuple(place for place, clause in enumerate(CLAUSES) if clause.lasting)
"""Clauses that stay in force after signature."""


def clause_named(name: str) -> int:
    """Place of a clause on axis C, or NOBODY."""
    names = [clause.id for clause in CLAUSES]
    return names.index(name) if name in names else NOBODY
