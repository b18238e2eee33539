"""The closed vocabulary of clauses. (Rules 8)

A clause has levels; level 0 leaves it out.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.world import NOBODY, Sector

NO_OPERATIONS = 0
EVIDENCE_SHARING = 1
HOTLINE = 2
ATTRIBUTION = 3
JOINT_STATEMENT = 4
DURATION = 5
OFF_LIMITS = 6
VERIFICATION = 7
MUTUAL_ASSISTANCE = 8
JOINT_SANCTIONS = 9
SANCTIONS_RELIEF = 10
COMPENSATION = 11
CAPACITY_AID = 12
NORM_ENDORSEMENT = 13
TAKEDOWN = 14
DISPUTE_SETTLEMENT = 15
ATTRIBUTION_BODY = 16
VULNERABILITIES = 17


@dataclass(frozen=True)
class Clause:
    """One clause: its place on axis C, and its levels in words."""

    id: str
    label: str
    levels: tuple[str, ...]
    about: str
    lasting: bool = False
    about_case: bool = False  # it speaks of an incident
    accuses: bool = False  # it needs someone to name
    about_norm: bool = False  # it needs a norm


CLAUSES = (
    Clause(
        "no_operations",
        "No operations against each other",
        ("none", "no hostile acts or covert operations"),
        "The parties do nothing hostile to each other, openly or covertly.",
        lasting=True,
    ),
    Clause(
        "evidence_sharing",
        "Evidence sharing",
        ("none", "on incidents that hit a party", "on every incident"),
        "What one party finds, the others see the next turn. It binds you too.",
        lasting=True,
    ),
    Clause(
        "hotline",
        "CERT hotline",
        ("none", "a line between response teams"),
        "A hostile act between the parties raises the temperature half as much.",
        lasting=True,
    ),
    Clause(
        "attribution",
        "Attribution language",
        ("silent", "\u201cactors from\u201d the nation", "the state is named"),
        "All parties say the same in public about who did it.",
        about_case=True,
        accuses=True,
    ),
    Clause(
        "joint_statement",
        "Joint statement",
        ("none", "condemn the incident together"),
        "All parties condemn the incident; together it weighs more and costs each less.",
        about_case=True,
    ),
    Clause(
        "duration",
        "Duration",
        ("to the end of the crisis", "three turns", "six turns"),
        "How long the lasting clauses bind.",
    ),
    Clause(
        "off_limits",
        "Sectors off limits",
        ("none", "health, energy and telecoms", "every sector people live by"),
        "No party touches these sectors of another, covertly or openly. Spying is not covered.",
        lasting=True,
    ),
    Clause(
        "verification",
        "Verification",
        ("none", "self-report", "a third party", "on-site inspectors"),
        "The stricter, the more comes out of what hits a party, and the less proof a breach takes.",
        lasting=True,
    ),
    Clause(
        "mutual_assistance",
        "Mutual assistance",
        ("none", "teams help each other"),
        "Whoever is hit gets the others' response teams at once; each pays its own.",
        lasting=True,
    ),
    Clause(
        "joint_sanctions",
        "Joint sanctions",
        ("none", "all parties sanction the nation named"),
        "All parties sanction the accused nation together; it bites more and costs each less.",
        about_case=True,
        accuses=True,
    ),
    Clause(
        "sanctions_relief",
        "Sanctions relief",
        ("none", "lift sanctions and let diplomats return"),
        "The parties lift what they imposed on each other.",
    ),
    Clause(
        "compensation",
        "Compensation",
        ("none", "paid by whoever proposes", "paid to whoever proposes"),
        "Money for the harm done; it calms the public of those who are paid.",
    ),
    Clause(
        "capacity_aid",
        "Capacity aid",
        ("none", "given by whoever proposes", "given to whoever proposes"),
        "Training and tools that mature in two turns.",
    ),
    Clause(
        "norm_endorsement",
        "Endorse a norm",
        ("none", "all parties endorse it"),
        "All parties endorse the norm named in public. Norms spread from those who hold them.",
        about_norm=True,
    ),
    Clause(
        "takedown",
        "Criminals at home",
        ("none", "each acts against them on its own soil"),
        "What actors on a party's soil run against another party ends sooner.",
        lasting=True,
    ),
    Clause(
        "dispute_settlement",
        "Dispute settlement",
        ("none", "talk first, with a mediator"),
        "Hostility between the parties cools faster, and a breach is paid for, not avenged.",
        lasting=True,
    ),
    Clause(
        "attribution_body",
        "Independent attribution body",
        ("none", "it reports on every incident that hits a party"),
        "Its finding is public: every nation sees what is there and what is not.",
        lasting=True,
    ),
    Clause(
        "vulnerabilities",
        "Report vulnerabilities",
        ("none", "disclose, and sell or stockpile none"),
        "Parties disclose the vulnerabilities they keep; without them nobody builds a wiper.",
        lasting=True,
    ),
)
"""In the order of axis C."""

LASTS = (99, 3, 6)
"""Turns in force, by level of the duration clause."""

SPARED = (
    (),
    (Sector.HEALTH, Sector.ENERGY, Sector.TELECOMS),
    (Sector.HEALTH, Sector.ENERGY, Sector.TELECOMS, Sector.FINANCE, Sector.TRANSPORT,
     Sector.ELECTIONS),
)  # fmt: skip
"""Sectors off limits, by level of that clause."""

LASTING = tuple(place for place, clause in enumerate(CLAUSES) if clause.lasting)
"""Clauses that stay in force after signature."""

ABOUT_CASE = tuple(place for place, clause in enumerate(CLAUSES) if clause.about_case)
ACCUSES = tuple(place for place, clause in enumerate(CLAUSES) if clause.accuses)
ABOUT_NORM = tuple(place for place, clause in enumerate(CLAUSES) if clause.about_norm)

GENEVA = {OFF_LIMITS: 2, VULNERABILITIES: 1, ATTRIBUTION_BODY: 1}
"""What makes a treaty a Digital Geneva Convention: these clauses at these levels or above."""


def clause_named(name: str) -> int:
    """Place of a clause on axis C, or NOBODY."""
    names = [clause.id for clause in CLAUSES]
    return names.index(name) if name in names else NOBODY
