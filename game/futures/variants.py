"""Several ways a turn of a game could have gone, each with many futures, played side by side.

What was said in that turn's talks can differ, and what was ordered. All futures begin at the
orders, roll the same dice one by one, and go on with AIs in all seats; what differs between two
ways is what the change did. (fork.py has two ways, and orders only.)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.decisions import Order, to_orders
from game.futures.fork import dice_of, stand_ins, widened
from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import play_out
from game.match import Decided, Match
from game.rules.happenings import Log
from game.rules.orders import Orders
from game.rules.turn import Ask, drive, finish_turn
from game.rules.world import Seeds, World, hold, pick
from game.scenario.doctrines import minds

CHUNK = 480
"""Futures played side by side, of all ways together."""


@dataclass(frozen=True)
class Way:
    """One way a turn could have gone; as it went, if nothing is said."""

    orders: Mapping[int, Sequence[Order]] | None = None  # by nation, of all nations
    talks: Callable[[Decided], Decided] | None = None


AS_IT_WENT = Way()


def variants(
    match: Match, turn: int, ways: Sequence[Way], worlds: int, first: int = 0
) -> list[Outcomes | None]:
    """What a game comes to, each way; None where the talks would have taken another course.

    first: number of the first future; 0 rolls what the game itself did. Raises ValueError for a
    turn that has not been played.
    """
    seeds = dice_of(match, np.arange(first, first + worlds))
    plain = match.rewound(turn)
    moments = [plain if w.talks is None else match.rewound(turn, w.talks) for w in ways]
    able = [n for n, moment in enumerate(moments) if at_orders(moment)]
    found: list[Outcomes | None] = [None] * len(ways)
    most = max(CHUNK // worlds, 1)
    for start in range(0, len(able), most):
        some = able[start : start + most]
        given = [ways[n].orders or match.orders_of(turn) for n in some]
        world = _played([moments[n] for n in some], given, seeds)
        for place, n in enumerate(some):
            mine = slice(place * worlds, (place + 1) * worlds)
            found[n] = outcomes(pick(world, mine))
    return found


def at_orders(moment: Match) -> bool:
    """Whether a match gone back came to the orders: other talks may lead elsewhere."""
    return moment.question is not None and moment.question.ask is Ask.ORDER


def _played(
    moments: Sequence[Match], given: Sequence[Mapping[int, Sequence[Order]]], seeds: Seeds
) -> World:
    """The futures of each way, one way after the other."""
    world = played_turn(moments, given, seeds)
    return play_out(world, moments[0].setup.rules, minds(stand_ins(moments[0])))


def played_turn(
    moments: Sequence[Match], given: Sequence[Mapping[int, Sequence[Order]]], seeds: Seeds
) -> World:
    """The end of the turn in each future of each way, one way after the other."""
    worlds = [widened(moment.world, seeds) for moment in moments]
    world = _side_by_side(worlds)
    rows = [_rows(moments[n], orders, n, len(seeds)) for n, orders in enumerate(given)]
    said = Orders.join(rows)
    return drive(finish_turn(world, moments[0].setup.rules, Log(False)), lambda question: said)


def _side_by_side(worlds: Sequence[World]) -> World:
    amounts = np.concatenate([world.amounts for world in worlds], axis=1)
    facts = np.concatenate([world.facts for world in worlds], axis=1)
    seed = np.concatenate([world.seed for world in worlds])
    return hold(worlds[0].board, worlds[0].turn, seed, amounts, facts)


def _rows(moment: Match, given: Mapping[int, Sequence[Order]], way: int, worlds: int) -> Orders:
    """The orders of one way, in every world of its futures."""
    rows = Orders.join([to_orders(moment.names, n, given[n]) for n in sorted(given)])
    wide = rows.take(np.tile(np.arange(len(rows)), worlds))
    return replace(wide, world=way * worlds + np.repeat(np.arange(worlds), len(rows)))
