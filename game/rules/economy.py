"""Stocks: what comes in each turn, and capacity that matures. (Rules 9)"""

from __future__ import annotations

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes, on_grid, put_derived
from game.rules.happenings import Log
from game.rules.opinion import missing_services
from game.rules.world import World


def earn(world: World, log: Log) -> None:
    """Income: capital follows support and standing, funds follow services. (Rules 9.1)"""
    income = world.board.income[:, :, None]
    change = Changes(world, log.ledger)
    mood = (world.support - 50) * np.float32(p.CAPITAL_SUPPORT)
    voice = (world.standing - 50) * np.float32(p.CAPITAL_STANDING)
    change.add_all("capital", on_grid(np.maximum(income[:, 0] + mood + voice, 0)), "income")
    change.add_all("effort", on_grid(income[:, 1] + 0 * world.effort), "income")
    lost = missing_services(world) * np.float32(p.FUNDS_SERVICE)
    change.add_all("funds", on_grid(np.maximum(income[:, 2] - lost, 0)), "income")
    change.apply()


def mature(world: World, log: Log) -> None:
    """Capacity paid for earlier arrives, a step nearer each turn. (Rules 9.4)"""
    if not world.maturing.any():
        return
    change = Changes(world, log.ledger)
    arrives = world.maturing[:, :, 0] * np.float32(world.board.systems.capacity)
    change.add_all("capability", arrives, "capacity matures")
    change.add_all("security", on_grid(arrives.sum(axis=1)), "capacity built")
    change.apply()
    later = np.zeros_like(world.maturing)
    later[:, :, :-1] = world.maturing[:, :, 1:]
    put_derived(world, "maturing", later)
