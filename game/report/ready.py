"""Ready-made texts of treaties, to be tabled as they are or changed clause by clause."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import N_
from game.rules.clauses import CLAUSES, GENEVA


@dataclass(frozen=True)
class Ready:
    """A text with a name, to be translated where it is shown."""

    id: str
    label: str
    about: str
    clauses: dict[str, int]
    for_all: bool = False  # meant for every nation at once


READY = (
    Ready(
        "geneva",
        N_("Digital Geneva Convention"),
        N_(
            "civilians off limits, vulnerabilities reported, an independent body that says who "
            "did it"
        ),
        {CLAUSES[clause].id: level for clause, level in GENEVA.items()},
        for_all=True,
    ),
    Ready(
        "truce",
        N_("Truce"),
        N_("no operations against each other for six turns, a line, and a way to settle quarrels"),
        {"no_operations": 1, "hotline": 1, "dispute_settlement": 1, "duration": 2},
    ),
    Ready(
        "pact",
        N_("Pact of mutual help"),
        N_("evidence on what hits a party, response teams for whoever is hit"),
        {"evidence_sharing": 1, "mutual_assistance": 1, "hotline": 1},
    ),
    Ready(
        "settlement",
        N_("Settlement"),
        N_("sanctions lifted, harm paid for by whoever proposes, no operations from now on"),
        {"sanctions_relief": 1, "compensation": 1, "no_operations": 1},
    ),
    Ready(
        "ring",
        N_("Ring against gangs"),
        N_("each acts against criminals on its own soil, and shares what it finds"),
        {"takedown": 1, "evidence_sharing": 1},
    ),
)
"""Texts that can be named in a proposal."""
