"""Ids of a scenario by kind, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.clauses import CLAUSES
from game.rules.law import ANSWERS
from game.rules.powers import Power
from game.rules.scoring import Ending
from game.rules.world import Contested, Sector, Skill
from game.scenario.kinds import KINDS
from game.scenario.model import Scenario

Ids = Mapping[str, tuple[str, ...]]
"""By kind of id: the names, in the order of the axis they number."""


def id_lists(scenario: Scenario) -> Ids:
    """Ids by kind, in the order of their numbers."""
    nations = tuple(scenario.nations)
    return {
        "nation": nations,
        "actor": (*nations, *scenario.actors),
        "incident": tuple(scenario.incidents),
        "sector": tuple(sector.name.lower() for sector in Sector),
        "clause": tuple(clause.id for clause in CLAUSES),
        "inject": tuple(scenario.injects),
        "kind": KINDS,
        "norm": tuple(scenario.norms),
        "organisation": tuple(scenario.organisations),
        "power": tuple(power.name.lower() for power in Power),
        "question": tuple(point.name.lower() for point in Contested),
        "answer": tuple(f"{q.name.lower()}.{a}" for q in Contested for a in ANSWERS[q]),
        "skill": tuple(skill.name.lower() for skill in Skill),
        "ending": tuple(ending.name.lower() for ending in Ending if ending != Ending.RUNNING),
        "objective": tuple(f"{n}.{o}" for n, wants in scenario.objectives.items() for o in wants),
    }
