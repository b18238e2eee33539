"""Fund another nation's capacity. (Rules 9.41)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import joint
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Skill

POINTS = 4.0  # points of defence and of forensics (design)
THANKS = 4.0  # trust earned (design)


def refuse(seen: View) -> Ints:
    """Somebody whose networks are the best already needs nothing."""
    return common.first(seen.capability_of[:, :, Skill.DEFENCE] >= 87)


def resolve(doing: Doing, order: Orders) -> None:
    """In two turns the other defends itself and finds things out a little better."""
    joint.build_capacity(doing.change, order.target, order.world, POINTS, order.actor)
    doing.change.add(
        "deeds", order.target, order.actor, order.world, by=THANKS, why="capacity", who=order.actor
    )
    doing.change.add(
        "security", order.actor, order.world, by=1.5, why="a weak partner is a back door"
    )
    doing.change.add("standing", order.actor, order.world, by=1.0, why="helps")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For weak partners one is on terms with."""
    weak = 1 - reading.seen.capability_of[:, :, Skill.DEFENCE] * np.float32(0.01)
    kind = (reading.warm + np.float32(0.4)) * reading.other
    return {Feature.BOND: weak * kind * 4, Feature.PROTECT: weak * reading.other}


ACTION = Action(
    id="fund_capacity",
    label="Fund capacity-building",
    about="Pay for training and tools of a weaker partner: its networks are everybody's back door.",
    stage=Stage.COOPERATE,
    aim=Aim.NATION,
    cost=Cost(funds=5),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=("its defences need no help",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} paid for capacity-building in {target}",
)
