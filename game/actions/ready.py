"""Raise the readiness of defenders. (Rules 9.11)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

STEP = 30.0  # points of readiness (design)


def refuse(seen: View) -> Ints:
    """Nothing stands against it."""
    return common.fine(seen)


def resolve(doing: Doing, order: Orders) -> None:
    """Defenders stand to: harm is less, intruders fail more often, until it fades."""
    doing.change.add("readiness", order.actor, order.world, by=STEP, why="ready")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most when an able enemy is hostile and nobody stands to."""
    worry = reading.fear.max(axis=1, keepdims=True) * 6
    slack = 1 - reading.seen.readiness[:, None] * np.float32(0.01)
    return {Feature.PROTECT: worry * slack}


ACTION = Action(
    id="ready",
    label="Raise readiness",
    about="Defenders stand to for some turns: attacks fail more often and do less harm.",
    stage=Stage.PROTECT,
    aim=Aim.NOTHING,
    cost=Cost(effort=2),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=False,
    refusals=(),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} put its defenders on alert",
)
