"""Public opinion at home: anger and support. (Rules 6)"""

from __future__ import annotations

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes, on_grid
from game.rules.happenings import Log
from game.rules.world import Floats, World


def drift(world: World, log: Log) -> None:
    """Anger fades; support follows anger and services, and drifts back to even. (Rules 6.8)"""
    change = Changes(world, log.ledger)
    change.add_all("anger", on_grid(world.anger * np.float32(-p.ANGER_FADES)), "time passes")
    change.add_all("support", on_grid(world.anger * np.float32(-p.ANGER_COST)), "public anger")
    lost = missing_services(world) * np.float32(-p.SERVICE_COST)
    change.add_all("support", on_grid(lost), "services down")
    rest = (50 - world.support) * np.float32(p.SUPPORT_REST)
    change.add_all("support", on_grid(rest), "habit")
    change.apply()


def missing_services(world: World) -> Floats:
    """Service missing, weighted by how much the nation depends on each sector. [N, B]"""
    missing = np.rint((100 - world.service) * world.board.dependence[:, :, None] * 64)
    lost: Floats = missing.sum(axis=1) / np.float32(64)
    return lost
