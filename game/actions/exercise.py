"""Hold a joint exercise. (Rules 9.44)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

DRILL = 18.0  # readiness gained by both (design)
THANKS = 2.5  # trust earned on both sides (design)


def refuse(seen: View) -> Ints:
    """Nobody exercises with an enemy."""
    return common.first(seen.trust < 25)


def resolve(doing: Doing, order: Orders) -> None:
    """Both stand readier, know each other better, and others may read it as a pose."""
    for one, other in ((order.actor, order.target), (order.target, order.actor)):
        doing.change.add("readiness", one, order.world, by=DRILL, why="exercise", who=order.actor)
        doing.change.add(
            "deeds", one, other, order.world, by=THANKS, why="exercise", who=order.actor
        )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """With friends, under threat."""
    worry = reading.fear.max(axis=1, keepdims=True) + np.float32(0.2)
    return {
        Feature.BOND: (reading.warm + np.float32(0.1)) * 2 * reading.other,
        Feature.PROTECT: worry * reading.other * 2,
    }


ACTION = Action(
    id="exercise",
    label="Hold a joint exercise",
    about="Drill together with another nation: both stand readier and know each other better.",
    stage=Stage.COOPERATE,
    aim=Aim.NATION,
    cost=Cost(effort=1, funds=2),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=True,
    refusals=("you trust it too little to let it near your networks",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} held a joint exercise with {target}",
)
