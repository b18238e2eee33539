"""Counsel: how the others would read an order, and whose red line it would cross. (Rules 17.8)"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.actions import actions
from game.rules.imagine import imagine
from game.rules.law import Verdict
from game.rules.orders import Orders
from game.rules.responses import of_orders
from game.rules.view import View

WORLDS = 64
"""Imagined worlds, since positions held in secret can only be guessed."""


@dataclass(frozen=True)
class Reading:
    """How one nation would read an order, were it known whose it is."""

    nation: int
    shares: tuple[float, ...]  # share of imagined worlds for each Verdict

    @property
    def likeliest(self) -> Verdict:
        """The verdict it comes to in most imagined worlds."""
        return Verdict(int(np.argmax(self.shares)))


def readings(seen: View, order: Orders, worlds: int = WORLDS) -> list[Reading]:
    """How each other nation would read an order. order: one row of world 0. (Rules 17.8)"""
    me = int(seen.seats[0])
    world = imagine(seen, worlds)
    everywhere = replace(order.take(np.zeros(worlds, np.intp)), world=np.arange(worlds))
    verdicts = of_orders(world, actions(), everywhere)
    found = []
    for nation in range(len(verdicts)):
        if nation != me:
            count = np.bincount(verdicts[nation], minlength=len(Verdict))
            found.append(Reading(nation, tuple(float(n) / worlds for n in count)))
    return found
