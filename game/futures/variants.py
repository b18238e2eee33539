"""Several ways a turn of a game could have gone, each with many futures, played side by side.

What was said in that turn's talks can differ, and what was ordered. All futures begin at the
orders, roll the same dice one by one, and go on with AIs in all seats; what differs between two
ways is what the change did. (fork.py has two ways, and orders only.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import play_out
from game.futures.turned import Given, at_orders, dice_of, played_turn, stand_ins
from game.match import Decided, Match
from game.rules.world import Seeds, World, pick
from game.scenario.doctrines import minds

CHUNK = 480
"""Futures played side by side, of all ways together."""


@dataclass(frozen=True)
class Way:
    """One way a turn could have gone; as it went, if nothing is said."""

    orders: Given | None = None
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


def _played(moments: Sequence[Match], given: Sequence[Given], seeds: Seeds) -> World:
    """The futures of each way, one way after the other."""
    world = played_turn(moments, given, seeds)
    return play_out(world, moments[0].setup.rules, minds(stand_ins(moments[0])))
