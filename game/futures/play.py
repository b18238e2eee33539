"""Worlds played to their ends, all seats by AIs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.players.diplomat import decide
from game.rules import dice
from game.rules.happenings import Log
from game.rules.minds import Minds
from game.rules.turn import Rulebook, drive, play_turn
from game.rules.world import Index, Seeds, World, hold, pick

Watch = Callable[[World, Log, Index], None]
"""Called after each turn with the worlds still in play, what happened, and which they are."""


def play_out(
    world: World, rules: Rulebook, minds: Minds, kept: bool = False, watch: Watch | None = None
) -> World:
    """Play worlds to their ends; those that end early wait while the others go on.

    kept: write down what happens, for a watch that reads the log.
    """
    order, done = np.arange(world.worlds), []
    seeds = dice.derive(world.seed, "players")
    while True:
        over = world.ended > 0
        if over.any():
            done.append((order[over], pick(world, over)))
            order, seeds = order[~over], seeds[~over]
            world, minds = pick(world, ~over), minds.pick(~over)
        if not order.size:
            return _put_back(done)
        log = Log(kept)
        world = play_one_turn(world, rules, minds, seeds, log)
        if watch is not None:
            watch(world, log, order)


def play_one_turn(world: World, rules: Rulebook, minds: Minds, seeds: Seeds, log: Log) -> World:
    """One turn of all worlds, all seats by AIs."""
    turn = play_turn(world, rules, log)
    return drive(turn, lambda question: decide(question, minds, seeds, log.kept))


def _put_back(done: list[tuple[Index, World]]) -> World:
    """Worlds in the order they were given, whenever they ended."""
    last = done[-1][1]
    back = np.argsort(np.concatenate([order for order, _ in done]))
    amounts = np.concatenate([world.amounts for _, world in done], axis=1)[:, back]
    facts = np.concatenate([world.facts for _, world in done], axis=1)[:, back]
    seed = np.concatenate([world.seed for _, world in done])[back]
    return hold(last.board, last.turn, seed, amounts, facts)
