"""Courses: how high the world stood on the ladder, turn by turn, in futures of a changed turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.futures.play import play_out
from game.futures.turned import at_orders, dice_of, played_turn, stand_ins
from game.futures.variants import Way
from game.match import Match
from game.rules.happenings import Log
from game.rules.world import Index, Ints, World
from game.scenario.doctrines import minds


@dataclass(frozen=True)
class Course:
    """The rung of the world after each turn from the changed one on, in each future. [T, W]"""

    first: int  # the turn that was changed
    rungs: Ints

    def mean(self) -> tuple[float, ...]:
        """The rung to be expected after each turn."""
        return tuple(round(float(row.mean()), 3) for row in self.rungs)

    def reach(self, share: float) -> tuple[float, ...]:
        """The rung that so large a share of futures does not go beyond, after each turn."""
        found = np.quantile(self.rungs, share, axis=1, method="inverted_cdf")
        return tuple(float(value) for value in found)


def courses(match: Match, turn: int, ways: Sequence[Way], worlds: int) -> list[Course | None]:
    """The course of each way a turn could have gone; None where the talks went elsewhere.

    A future that ends early keeps its last rung. Raises ValueError for a turn not yet played.
    """
    seeds = dice_of(match, np.arange(1, worlds + 1))
    found: list[Course | None] = []
    for way in ways:
        moment = match.rewound(turn) if way.talks is None else match.rewound(turn, way.talks)
        if not at_orders(moment):
            found.append(None)
            continue
        world = played_turn([moment], [way.orders or match.orders_of(turn)], seeds)
        rows = [world.rung.copy()]

        def watch(now: World, log: Log, order: Index, rows: list[Ints] = rows) -> None:
            rung = rows[-1].copy()
            rung[order] = now.rung
            rows.append(rung)

        play_out(world, match.setup.rules, minds(stand_ins(match)), watch=watch)
        found.append(Course(turn, np.stack(rows)))
    return found
