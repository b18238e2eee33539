"""Claims of a turn, made alone and made together: when they came, what they cost, what they did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.actions import actions
from game.rules.happenings import Log
from game.rules.world import NOBODY, Bools, Index, World
from game.staff.suggest import NAMING

Sums = NDArray[np.float64]
Add = Callable[[str, Any, Any], None]

LONE = [number for number, action in enumerate(actions()) if action.id in NAMING]
"""Numbers of the orders by which a nation names somebody on its own."""

KINDS = ("lone", "joint")
COUNTED = tuple(
    f"{kind}_{what}" for kind in KINDS for what in ("claims", "cases", "delay", "cost", "bite")
)
"""Sums over the claims of a game, by kind."""


def hear(world: World, log: Log, order: Index, add: Add) -> None:
    """Add up the claims of a turn."""
    made = world.claimed == world.turn
    lone = np.zeros(made.shape, bool)
    for orders in log.orders:
        rows = orders.take(np.isin(orders.action, LONE))
        lone[rows.actor, rows.incident, rows.world] = True
    for kind, which in zip(KINDS, (made & lone, made & ~lone), strict=True):
        _, incident, where = which.nonzero()
        add(f"{kind}_claims", order[where], 1.0)
        add(f"{kind}_cases", order, which.any(axis=0).sum(axis=0))
        add(
            f"{kind}_delay", order[where], (world.turn - world.began[incident, where]).astype(float)
        )
        speakers = which.any(axis=1)
        add(f"{kind}_cost", order, -charged(world, log, "standing", "claim", speakers))
        add(f"{kind}_bite", order, -charged(world, log, "standing", "named", speakers))


def charged(world: World, log: Log, name: str, why: str, by: Bools) -> Sums:
    """Changes of an amount for one reason that some nations caused, summed. by: [N, B]; [B]"""
    window = world.board.windows[name]
    total = np.zeros(world.worlds)
    for item in log.items:
        if item.why == why and item.place.size and window.start <= item.place[0] < window.stop:
            caused = (item.who >= 0) & (item.who < len(by))
            caused &= by[np.where(caused, item.who, 0), item.world]
            np.add.at(total, item.world[caused], item.by[caused])
    return total


def per_claim(sums: Mapping[str, Sums]) -> dict[str, Sums]:
    """Delay and cost of a claim and what a case does to the one named; NaN where there is none."""
    means = {}
    for kind in (*KINDS, "all"):
        kinds = KINDS if kind == "all" else (kind,)
        for what, of in (("delay", "claims"), ("cost", "claims"), ("bite", "cases")):
            total, count = (sum(sums[f"{each}_{part}"] for each in kinds) for part in (what, of))
            means[f"{kind}_{what}_mean"] = ratio(total, count)
    return means


def ratio(part: Any, whole: Any) -> Sums:
    """One figure over another, NaN where there is nothing to divide by."""
    found: Sums = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=whole > 0)
    return found


def right_ones(world: World) -> tuple[Bools, Bools]:
    """Claims that stand, and those of them that are right. [N, I, B] each"""
    claimed = world.accused != NOBODY
    case, where = np.arange(world.board.sizes["I"])[:, None], np.arange(world.worlds)
    hits: Bools = claimed & _guilty(world)[case, np.maximum(world.accused, 0), where]
    return claimed, hits


def _guilty(world: World) -> Bools:
    """Who had a hand in each incident that has begun. [I, S, B]"""
    blames = world.board.blames.transpose(0, 2, 1)
    case = np.arange(world.board.sizes["I"])[:, None]
    guilty: Bools = blames[case, :, np.maximum(world.culprit, 0)].transpose(0, 2, 1)
    begun = (world.culprit != NOBODY) & (world.status > 0)
    guilty &= begun[:, None]
    return guilty


def suspicion(world: World) -> tuple[Sums, Sums]:
    """Severity times belief, over all who judge a scripted case: all of it, and on innocents. [B]

    Trust and hostility follow what is believed, said or unsaid: this is what innocents pay for.
    """
    scripted = slice(0, world.board.scripted)
    begun = world.severity[scripted] * (world.status[scripted] > 0)
    judged = (world.known[:, scripted] > 0) * begun
    all_, innocent = world.guilt[:, scripted].astype(float), ~_guilty(world)[scripted]
    for nation in range(world.board.nations):
        all_[nation, :, nation] = 0  # what one knows of oneself is no suspicion
    blame = all_ * judged[:, :, None]
    return blame.sum(axis=(0, 1, 2)), (blame * innocent).sum(axis=(0, 1, 2))


def victims_of_error(world: World) -> Sums:
    """Nations punished by one that blames them wrongly: sanctions, expulsions, strikes. [B]"""
    claimed, hits = right_ones(world)
    punished = (world.sanction > 0) | (world.expelled > 0) | (world.struck > 0)
    count = np.zeros(world.worlds)
    for nation, incident, where in np.argwhere(claimed & ~hits):
        accused = world.accused[nation, incident, where]
        if accused < world.board.nations:
            count[where] += punished[nation, accused, where]
    return count
