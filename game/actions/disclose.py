"""Disclose a vulnerability instead of keeping it. (Rules 9.13, norm j)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

THANKS = 2.5  # trust earned of everybody (design)


def refuse(seen: View) -> Ints:
    """There must be one to disclose."""
    return common.first((seen.exploits == 0)[:, None])


def resolve(doing: Doing, order: Orders) -> None:
    """One tool fewer for you; everybody's networks a little safer."""
    world, where = doing.world, order.world
    doing.change.count("exploits", order.actor, where, by=-1)
    common.spread_trust(doing, order, THANKS, "disclose")
    doing.change.add("standing", order.actor, where, by=2.0, why="disclose")
    nation = np.arange(world.board.nations)[:, None]
    doing.change.add("readiness", nation, where, by=8.0, why="disclosed", who=order.actor)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Honourable, friendly, and a weapon given away."""
    shape = (len(reading.seen.seats), 1, reading.seen.worlds)
    even = np.ones(shape, np.float32)
    return {Feature.HONOUR: even * 3, Feature.BOND: even * 2, Feature.GAIN: even * -4}


ACTION = Action(
    id="disclose",
    label="Disclose a vulnerability",
    about="Tell vendors of a flaw you kept: it can no longer be used, by you or against anyone.",
    stage=Stage.PROTECT,
    aim=Aim.NOTHING,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm j asks for it",
    public=True,
    refusals=("you keep no vulnerability secret",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} disclosed a vulnerability it had kept",
    uses_exploit=True,
)
