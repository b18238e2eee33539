"""The board of a scenario: what is fixed for all its worlds, as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.board import Board, Hazards, Script
from game.rules.changes import on_grid
from game.rules.orders import CLAUSES as CLAUSE_PLACES
from game.rules.world import NOBODY, Contested, Promise, Sector, Skill
from game.scenario import deck, library
from game.scenario.fill import relations
from game.scenario.ids import Ids
from game.scenario.kinds import KINDS, kinds
from game.scenario.model import Incident, Scenario
from game.scenario.operations import PLACES

TREATIES = 16
"""Fewest places for treaties; a large table needs more."""


def board(scenario: Scenario, ids: Ids) -> Board:
    """Every table of the board."""
    sizes = _sizes(scenario, ids)
    _, hostile = relations(scenario)
    return Board(
        sizes=sizes,
        turns=scenario.turns,
        turn_days=scenario.turn_days,
        hostile=hostile,
        kinds=kinds(),
        script=_script(scenario, ids),
        hazards=_hazards(scenario, ids),
        norms=library.norm_table(scenario, KINDS),
        bodies=library.body_table(scenario),
        **deck.hypothesis_tables(scenario, ids, sizes, hostile),
        **deck.card_tables(scenario, ids, sizes),
        **_nations(scenario, ids, sizes),
        **_objectives(scenario, ids),
    )


def _sizes(scenario: Scenario, ids: Ids) -> dict[str, int]:
    """The length of every axis but B; see world.py."""
    nations = len(ids["nation"])
    hypotheses, cards = deck.lengths(scenario)
    return {
        "N": nations,
        "S": len(ids["actor"]),
        "H": hypotheses,
        "I": len(scenario.incidents) + PLACES,
        "E": cards,
        "K": len(scenario.norms),
        "O": len(scenario.organisations),
        "T": max(TREATIES, 3 * nations),
        "C": CLAUSE_PLACES,
        "Z": len(Sector),
        "Q": len(Contested),
        "M": len(Promise),
        "L": 4,
        "X": len(Skill),
        "J": max(sum(len(wants) for wants in scenario.objectives.values()), 1),
        "V": max(len(scenario.injects), 1),
    }


def _nations(scenario: Scenario, ids: Ids, sizes: dict[str, int]) -> dict[str, Any]:
    """What is fixed of nations and actors, and how they belong together."""
    nations = scenario.nations.values()
    members = [
        [name in body.members for name in ids["nation"]] for body in scenario.organisations.values()
    ]
    income = [[n.income.capital, n.income.effort, n.income.funds] for n in nations]
    return {
        "dependence": _dependence(scenario),
        "income": np.array(income, np.float32),
        "home": _homes(scenario, ids),
        "ally": np.array([[other in n.allies for other in ids["nation"]] for n in nations]),
        "member": np.array(members, bool).reshape(sizes["O"], sizes["N"]),
        "power": np.array([n.power for n in nations], np.float32),
        "influence": on_grid([0.25 + n.power for n in nations]),
        "threshold": np.array([[n.norm_bar] * sizes["K"] for n in nations], np.float32),
        "red_line": _red_lines(scenario),
    }


def _objectives(scenario: Scenario, ids: Ids) -> dict[str, Any]:
    """What each objective is worth, and whose it is."""
    wants = [(n, o) for n, theirs in scenario.objectives.items() for o in theirs.values()]
    return {
        "points": np.array([objective.points for _, objective in wants], np.float32),
        "seeker": np.array([ids["nation"].index(nation) for nation, _ in wants], np.int16),
    }


def _script(scenario: Scenario, ids: Ids) -> Script:
    rows = list(scenario.incidents.values())
    number = [KINDS.index(row.kind) for row in rows]
    usual = kinds().lasts
    return Script(
        kind=np.array(number, np.int16),
        victim=np.array([ids["nation"].index(row.victim) for row in rows], np.int16),
        sector=np.array([ids["sector"].index(row.sector) for row in rows], np.int16),
        severity=on_grid([row.severity for row in rows]),
        lasts=np.array(
            [row.lasts or usual[n] for row, n in zip(rows, number, strict=True)], np.int16
        ),
        begins=np.array([row.turn for row in rows], np.int16),
        culprit=np.array([_fixed(row) for row in rows], np.int16),
    )


def _fixed(incident: Incident) -> int:
    if incident.truth is None:
        return NOBODY
    return 1 + list(incident.hypotheses).index(incident.truth) if incident.truth != "other" else 0


def _dependence(scenario: Scenario) -> Any:
    names = [sector.name.lower() for sector in Sector]
    rows = []
    for nation in scenario.nations.values():
        given = {str(k): v for k, v in nation.dependence.items()}
        weights = np.array([given.get(name, 1.0) for name in names])
        rows.append(weights / max(weights.sum(), 1e-9))
    return np.array(rows, np.float32)


def _hazards(scenario: Scenario, ids: Ids) -> Hazards:
    """How actors act of their own accord; nations never do. (Rules 3.9)"""
    count, nations = len(ids["actor"]), len(ids["nation"])
    table = Hazards(
        chance=np.zeros(count, np.float32),
        kind=np.zeros(count, np.int16),
        sector=np.zeros(count, np.int16),
        severity=np.zeros(count, np.float32),
        targets=np.zeros((count, nations), bool),
    )
    for number, actor in enumerate(scenario.actors.values(), start=nations):
        if actor.hazard is not None:
            table.chance[number] = actor.hazard.chance
            table.kind[number] = KINDS.index(actor.hazard.kind)
            table.sector[number] = ids["sector"].index(actor.hazard.sector)
            table.severity[number] = on_grid(actor.hazard.severity)
            table.targets[number] = [n in actor.hazard.targets for n in ids["nation"]]
    return table


def _homes(scenario: Scenario, ids: Ids) -> Any:
    abroad = [ids["nation"].index(actor.home) for actor in scenario.actors.values()]
    return np.array([*range(len(ids["nation"])), *abroad], np.int16)


def _red_lines(scenario: Scenario) -> Any:
    names = [sector.name.lower() for sector in Sector]
    return np.array(
        [
            [{str(k): v for k, v in n.red_lines.items()}.get(name, 0) for name in names]
            for n in scenario.nations.values()
        ],
        np.int16,
    )
