"""V12: retaliation under noise. The turn reduces to the repeated prisoner's dilemma.

Two nations, one open deed, seen by both: orders are simultaneous and each plays by what its view
says of the last turn. Bendor 1993, Wu & Axelrod 1995; figures: stationary distributions of the
four-state chain at noise .01, payoffs 3/0/5/1.
"""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from game.rules import escalation
from game.rules.action import Doing
from game.rules.orders import Orders, orders_of
from game.rules.view import View
from game.rules.world import World
from tests.reductions.lab import deed, fresh, plain, rounds, rulebook

NOISE, WORLDS, BURN, COUNTED = 0.01, 250, 400, 200
PAYOFF = {(0, 0): 3.0, (0, 1): 0.0, (1, 0): 5.0, (1, 1): 1.0}
"""By own deed and the other's: 1 is defection."""


def _strike(doing: Doing, order: Orders) -> None:
    escalation.strike(
        doing.world, doing.change, order.actor, order.target, order.world, 0.0, "deed"
    )


class Player:
    """Both seats by one strategy of memory one, with hands that slip."""

    def __init__(self, strategy: str, noise: float) -> None:
        self.strategy, self.noise, self.rng = strategy, noise, np.random.default_rng(7)

    def __call__(self, seen: View) -> Orders:
        """Who defects, from what each saw of the last turn."""
        last = seen.turn - 1
        own = (seen.struck[[0, 1], [1, 0]] == last) & (last > 0)
        other = (seen.struck[[1, 0], [0, 1]] == last) & (last > 0)
        defects = self._meant(own, other) ^ (self.rng.random(own.shape) < self.noise)
        actor, where = defects.nonzero()
        return orders_of(where, actor, 0, target=1 - actor)

    def _meant(self, own: np.ndarray, other: np.ndarray) -> np.ndarray:
        if self.strategy == "wsls":
            return own ^ other
        generous = self.rng.random(own.shape) < 1 / 3
        return other & ~generous if self.strategy == "gtft" else other


def _mean_payoff(strategy: str, noise: float) -> float:
    board, setup = plain(2)
    rules = rulebook(deed(_strike), board)
    player = Player(strategy, noise)
    played = rounds(fresh(board, setup, WORLDS), rules, player, BURN + COUNTED)
    return float(np.mean([_payoffs(world) for world in islice(played, BURN, None)]))


def _payoffs(world: World) -> float:
    did = (world.struck[[0, 1], [1, 0]] == world.turn).astype(int)
    table = np.array([[PAYOFF[a, b] for b in (0, 1)] for a in (0, 1)])
    return float((table[did[0], did[1]] + table[did[1], did[0]]).mean() / 2)


@pytest.mark.slow
@pytest.mark.parametrize(("strategy", "figure"), [("tft", 2.250), ("gtft", 2.970), ("wsls", 2.951)])
def test_noise_ruins_retaliation_and_generosity_repairs_it(strategy: str, figure: float) -> None:
    assert abs(_mean_payoff(strategy, NOISE) - figure) < 0.03
