"""Worlds at turn 0: stocks, relations, law and norms as the file says, and truths drawn."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import dice, law, trust
from game.rules.board import Board
from game.rules.changes import on_grid, put_cells, put_derived
from game.rules.law import answer_number
from game.rules.world import (
    NOBODY,
    Adoption,
    Contested,
    Floats,
    Sector,
    Skill,
    World,
    heights,
    hold,
)
from game.scenario import library
from game.scenario.model import Scenario
from game.scenario.setup import Setup

_MEASURE = ("measure_incident", "measure_accused", "measure_topic")


def start(board: Board, setup: Setup, numbers: Any) -> World:
    """Worlds at turn 0, one for each number: stocks, relations, and the drawn truths."""
    seed = dice.seeds(numbers)
    rows = heights(board.windows)
    amounts = np.zeros((rows[0], len(seed)), np.float32)
    facts = np.zeros((rows[1], len(seed)), np.int16)
    world = hold(board, 0, seed, amounts, facts)
    _fill_nations(world, setup.scenario)
    _fill_relations(world, setup.scenario)
    _fill_order(world, setup.scenario)
    for name in ("kind", "victim", "sector", "began", "until", "culprit", "framed"):
        put_derived(world, name, np.full(getattr(world, name).shape, NOBODY))
    for name in ("accused", "word", "measure_by", *_MEASURE):
        put_derived(world, name, np.full(getattr(world, name).shape, NOBODY))
    _draw_truths(world)
    trust.judge(world)
    return world


def _fill_nations(world: World, scenario: Scenario) -> None:
    for number, nation in enumerate(scenario.nations.values()):
        for stock in ("capital", "effort", "funds"):
            put_cells(world, stock, number, to=getattr(nation.stocks, stock))
        for skill in Skill:
            level = getattr(nation.capability, skill.name.lower())
            put_cells(world, "capability", number, skill, to=level)
        for sector in Sector:
            level = {str(k): v for k, v in nation.service.items()}.get(sector.name.lower(), 100.0)
            put_cells(world, "service", number, sector, to=level)
        for name in ("access", "exploits", "support", "anger", "standing"):
            put_cells(world, name, number, to=getattr(nation, name))


def _fill_order(world: World, scenario: Scenario) -> None:
    """Legal positions, norms, organisations and strategies at the start. (Rules 14 to 16)"""
    for name in ("position", "declared"):
        put_derived(world, name, np.full(world.position.shape, NOBODY))
    for number, nation in enumerate(scenario.nations.values()):
        for name, answer in nation.positions.items():
            point = Contested[name.name]
            number_of_answer = answer_number(point, answer)
            put_cells(world, "position", number, point, to=number_of_answer)
            if name in nation.published:
                put_cells(world, "declared", number, point, to=number_of_answer)
        put_cells(world, "strategy", number, to=nation.strategy)
    put_derived(world, "customary", np.full(world.customary.shape, NOBODY))
    law.settle(world)
    nations = list(scenario.nations)
    for number, norm in enumerate(scenario.norms.values()):
        held = ((norm.endorsed, Adoption.ENDORSED), (norm.internalised, Adoption.INTERNALISED))
        for names, stage in held:
            for name in names:
                put_cells(world, "norm", nations.index(name), number, to=stage)
    for number, exists in enumerate(library.founded(scenario)):
        put_cells(world, "founded", number, to=int(exists))


def _fill_relations(world: World, scenario: Scenario) -> None:
    trusts, hostile = relations(scenario)
    put_derived(world, "deeds", np.broadcast_to(trusts[:, :, None], world.deeds.shape))
    put_derived(world, "hostility", np.broadcast_to(hostile[:, :, None], world.hostility.shape))


def relations(scenario: Scenario) -> tuple[Any, Any]:
    """Trust and hostility at the start. [N, N] each"""
    ids = list(scenario.nations)
    count = len(ids)
    trusts = np.full((count, count), scenario.usual.trust, np.float32)
    hostile = np.full((count, count), scenario.usual.hostility, np.float32)
    for relation in scenario.relations:
        pairs = [(ids.index(relation.of), ids.index(relation.to))]
        pairs += [(b, a) for a, b in pairs] if relation.both else []
        for a, b in pairs:
            trusts[a, b] = trusts[a, b] if relation.trust is None else relation.trust
            hostile[a, b] = hostile[a, b] if relation.hostility is None else relation.hostility
    np.fill_diagonal(trusts, 100)
    np.fill_diagonal(hostile, 0)
    return on_grid(trusts), on_grid(hostile)


def _draw_truths(world: World) -> None:
    """Draw who did each scripted incident, and whether it frames another. (Rules 4.1)"""
    board = world.board
    for incident in range(board.scripted):
        victim = board.script.victim[incident]
        drawn = _draw(world, "culprit", incident, board.prior[incident, victim][:, None])
        fixed = board.script.culprit[incident]
        culprit = drawn if fixed == NOBODY else np.full_like(drawn, fixed)
        framed = _draw(world, "framed", incident, board.frame[incident][culprit].T)
        lies = dice.roll(world.seed, 0, "false flag", incident) < board.flag[incident]
        lies &= board.frame[incident][culprit].any(axis=1)
        put_cells(world, "culprit", incident, to=culprit)
        put_cells(world, "framed", incident, to=np.where(lies, framed, NOBODY))


def _draw(world: World, name: str, incident: int, chances: Floats) -> Any:
    """A hypothesis drawn by its chances. chances: [H, 1 or B]"""
    edges = np.cumsum(chances, axis=0)
    rolled = dice.roll(world.seed, 0, name, incident)
    return np.minimum((rolled >= edges).sum(axis=0), len(chances) - 1)
