"""Moments of real games: a seat's view when orders are asked for, and what came of the turn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.players.diplomat import decide
from game.rules import dice
from game.rules.happenings import Log
from game.rules.orders import Orders
from game.rules.turn import Ask, play_turn
from game.rules.view import View, narrow
from game.rules.world import World
from game.scenario.build import start
from game.scenario.doctrines import doctrines, minds
from tests.library import loaded

POOL = tuple(sorted(name for name, each in doctrines().items() if not each.random))


@dataclass(frozen=True)
class Moment:
    """One seat about to end its turn, with the orders it gave, and the world after the turn."""

    seat: int
    seen: View
    orders: Orders
    after: World


def moment(name: str, number: int) -> Moment | None:
    """A turn of a game of that number, its cast and seat drawn too; None if it ended before."""
    board, setup = loaded(name)
    rng = np.random.default_rng([number, 17])
    cast = minds([POOL[n] for n in rng.integers(len(POOL), size=board.nations)])
    last, seat = int(rng.integers(2, board.turns + 1)), int(rng.integers(board.nations))
    world = start(board, setup, [number])
    seeds = dice.derive(world.seed, "players")
    while not world.ended[0]:
        turn = play_turn(world, setup.rules, Log(False))
        question, seen, orders = next(turn), None, Orders.empty()
        while True:
            reply = decide(question, cast, seeds, reasons=False)
            if question.ask is Ask.ORDER:
                seen, orders = narrow(question.seen, seat, 0), reply.take(reply.actor == seat)
            try:
                question = turn.send(reply)
            except StopIteration as over:
                world = over.value
                break
        if world.turn == last and seen is not None:
            return Moment(seat, seen, orders, world)
    return None
