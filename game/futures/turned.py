"""A turn of a game played to its end in many futures, with other orders or talks than it had.

The past is what it was, down to the truths that were drawn; dice differ from the orders of that
turn on. All ways a turn could have gone roll the same dice, future by future.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from game.decisions import Order, to_orders
from game.match import HUMAN, Match, usual_players
from game.rules import dice
from game.rules.happenings import Log
from game.rules.orders import Orders
from game.rules.turn import Ask, drive, finish_turn
from game.rules.world import Seeds, World, hold

Given = Mapping[int, Sequence[Order]]
"""Orders by nation, of all nations."""


def dice_of(match: Match, numbers: Any) -> Seeds:
    """Seeds of some futures; the first is the game's own."""
    own = match.worlds[0].seed
    return np.concatenate([own if n == 0 else dice.derive(own, f"future {n}") for n in numbers])


def stand_ins(match: Match) -> list[str]:
    """Who plays on: the AIs of the game, and for people those that the scenario names."""
    usual = usual_players(match.scenario, {})
    return [own if p == HUMAN else p for p, own in zip(match.players, usual, strict=True)]


def at_orders(moment: Match) -> bool:
    """Whether a match gone back came to the orders: other talks may lead elsewhere."""
    return moment.question is not None and moment.question.ask is Ask.ORDER


def played_turn(
    moments: Sequence[Match], given: Sequence[Given], seeds: Seeds, log: Log | None = None
) -> World:
    """The end of the turn in each future of each way, one way after the other.

    log: where what happens is written down, if somebody reads it.
    """
    world = _side_by_side([widened(moment.world, seeds) for moment in moments])
    rows = [_rows(moments[n], orders, n, len(seeds)) for n, orders in enumerate(given)]
    said, rules = Orders.join(rows), moments[0].setup.rules
    return drive(
        finish_turn(world, rules, Log(False) if log is None else log), lambda question: said
    )


def widened(world: World, seeds: Seeds) -> World:
    """The same world once for each seed, whose dice it rolls from now on."""
    amounts = np.repeat(world.amounts, len(seeds), axis=1)
    return hold(world.board, world.turn, seeds, amounts, np.repeat(world.facts, len(seeds), axis=1))


def _side_by_side(worlds: Sequence[World]) -> World:
    amounts = np.concatenate([world.amounts for world in worlds], axis=1)
    facts = np.concatenate([world.facts for world in worlds], axis=1)
    seed = np.concatenate([world.seed for world in worlds])
    return hold(worlds[0].board, worlds[0].turn, seed, amounts, facts)


def _rows(moment: Match, given: Given, way: int, worlds: int) -> Orders:
    """The orders of one way, in every world of its futures."""
    rows = Orders.join([to_orders(moment.names, n, given[n]) for n in sorted(given)])
    wide = rows.take(np.tile(np.arange(len(rows)), worlds))
    return replace(wide, world=way * worlds + np.repeat(np.arange(worlds), len(rows)))
