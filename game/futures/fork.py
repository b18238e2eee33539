"""A fork: one decision of a game changed, and many futures of both, with the same dice.

The past is what it was, down to the truths that were drawn; dice differ from the orders of that
turn on. In each future both sides roll the same, so that what differs between them is what the
one decision did. The first future rolls what the game itself did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game.actions import actions
from game.decisions import Order, to_orders
from game.futures.outcomes import Outcomes, joined, outcomes
from game.futures.play import play_out
from game.match import HUMAN, Match
from game.rules import dice
from game.rules.happenings import Log, What
from game.rules.orders import Orders
from game.rules.screening import why_void
from game.rules.turn import Ask, drive, finish_turn
from game.rules.world import Seeds, World, hold
from game.scenario.doctrines import minds

WORLDS = 200
"""Futures of each side."""

CHUNK = 250


@dataclass(frozen=True)
class Fork:
    """What a game came to with a decision as it was, and with another."""

    turn: int
    nation: int
    was: tuple[Order, ...]
    instead: tuple[Order, ...]
    before: Outcomes
    after: Outcomes
    void: tuple[str, ...]  # what of the other orders could not take effect, and why


def fork(
    match: Match,
    turn: int,
    nation: int,
    instead: Sequence[Order],
    worlds: int = WORLDS,
    advance: Callable[[int], None] = lambda worlds: None,
) -> Fork:
    """Change the orders one nation gave in a turn that has been played.

    People's seats go on as the AI the scenario gives them. advance: told how many futures are
    done. Raises UnknownName for orders that name what does not exist, ValueError for the turn.
    """
    moment = match.rewound(turn)
    was = match.orders_of(turn)
    changed = {**was, nation: tuple(instead)}
    parts: list[tuple[Outcomes, Outcomes]] = []
    void: tuple[str, ...] = ()
    for first in range(0, worlds, CHUNK):
        seeds = dice_of(match, np.arange(first, min(first + CHUNK, worlds)))
        as_it_was, _ = _futures(moment, seeds, was)
        otherwise, log = _futures(moment, seeds, changed)
        parts.append((as_it_was, otherwise))
        void = _void(log, nation)
        advance(len(seeds))
    before, after = (joined([pair[side] for pair in parts]) for side in (0, 1))
    return Fork(turn, nation, was.get(nation, ()), tuple(instead), before, after, void)


def dice_of(match: Match, numbers: Any) -> Seeds:
    """Seeds of some futures; the first is the game's own."""
    own = match.worlds[0].seed
    return np.concatenate([own if n == 0 else dice.derive(own, f"future {n}") for n in numbers])


Given = dict[int, tuple[Order, ...]]


def _futures(moment: Match, seeds: Seeds, given: Given) -> tuple[Outcomes, Log]:
    """Futures that begin with these orders, and what happened at once."""
    assert moment.question is not None and moment.question.ask is Ask.ORDER
    world = widened(moment.question.world_now(), seeds)
    log, rules = Log(), moment.setup.rules
    orders = _everywhere(moment, given, len(seeds))
    world = drive(finish_turn(world, rules, log), lambda question: orders)
    return outcomes(play_out(world, rules, minds(stand_ins(moment)))), log


def widened(world: World, seeds: Seeds) -> World:
    """The same world once for each seed, whose dice it rolls from now on."""
    amounts = np.repeat(world.amounts, len(seeds), axis=1)
    return hold(world.board, world.turn, seeds, amounts, np.repeat(world.facts, len(seeds), axis=1))


def _everywhere(moment: Match, given: Given, worlds: int) -> Orders:
    """The same orders in every world."""
    rows = Orders.join([to_orders(moment.names, n, given[n]) for n in sorted(given)])
    wide = rows.take(np.tile(np.arange(len(rows)), worlds))
    return replace(wide, world=np.repeat(np.arange(worlds), len(rows)))


def stand_ins(match: Match) -> list[str]:
    """Who plays on: the AIs of the game, and for people those that the scenario names."""
    nations = match.scenario.nations.values()
    usual = [nation.doctrine for nation in nations]
    return [own if p == HUMAN else p for p, own in zip(match.players, usual, strict=True)]


def _void(log: Log, nation: int) -> tuple[str, ...]:
    """Orders of a nation that could not take effect in the first future, each with the reason."""
    told = []
    for rows in log.rows:
        if rows.what is not What.VOID:
            continue
        for row in np.flatnonzero((rows.world == 0) & (rows.actor == nation)):
            action, code = int(rows.a[row]), int(rows.b[row])
            told.append(f"{actions()[action].id}: {why_void(actions(), action, code)}")
    return tuple(told)
