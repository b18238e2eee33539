"""Several sets of orders for one turn of a game, each with many futures, played side by side.

All begin at the orders of that turn, roll the same dice future by future, and go on with AIs in
all seats; what differs between them is what the orders did. (See fork.py, which has two.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from game.decisions import Order, to_orders
from game.futures.fork import dice_of, stand_ins, widened
from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import play_out
from game.match import Match
from game.rules.happenings import Log
from game.rules.orders import Orders
from game.rules.turn import finish_turn
from game.rules.world import Seeds, World, pick
from game.scenario.doctrines import minds

CHUNK = 480
"""Futures played side by side, of all sets together."""

Given = Mapping[int, Sequence[Order]]
"""Orders by nation."""


def variants(match: Match, turn: int, given: Sequence[Given], worlds: int) -> list[Outcomes]:
    """What a game comes to with each of several sets of orders in a turn that has been played."""
    moment = match.rewound(turn)
    seeds = dice_of(match, np.arange(worlds))
    most = max(CHUNK // worlds, 1)
    found: list[Outcomes] = []
    for first in range(0, len(given), most):
        some = given[first : first + most]
        world = _played(moment, some, seeds)
        found += [
            outcomes(pick(world, slice(n * worlds, (n + 1) * worlds))) for n in range(len(some))
        ]
    return found


def _played(moment: Match, given: Sequence[Given], seeds: Seeds) -> World:
    """The futures of each set of orders, one set after the other."""
    assert moment.question is not None
    world = widened(moment.question.world_now(), np.tile(seeds, len(given)))
    turn = finish_turn(world, moment.setup.rules, Log(False))
    next(turn)
    try:
        turn.send(Orders.join([_rows(moment, g, n, len(seeds)) for n, g in enumerate(given)]))
    except StopIteration as over:
        world = over.value
    return play_out(world, moment.setup.rules, minds(stand_ins(moment)))


def _rows(moment: Match, given: Given, number: int, worlds: int) -> Orders:
    """One set of orders, in every world of its futures."""
    rows = Orders.join([to_orders(moment.names, n, given[n]) for n in sorted(given)])
    wide = rows.take(np.tile(np.arange(len(rows)), worlds))
    return replace(wide, world=number * worlds + np.repeat(np.arange(worlds), len(rows)))
