"""Condemn an incident without naming anyone. (Rules 9.31)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import joint
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints


def refuse(seen: View) -> Ints:
    """Once is enough."""
    return common.first(seen.condemned[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Standing for those who speak up, a little anger let off, nobody accused."""
    joint.condemn(doing.change, order.actor, order.incident, order.world)
    victim = doing.world.victim[order.incident, order.world]
    doing.change.add(
        "deeds", victim, order.actor, order.world, by=2.0 * (victim != order.actor), why="condemns"
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth a voice when something grave is fresh; harmless."""
    near = np.float32(0.4) + reading.ties.kin * np.float32(0.6)
    speak = reading.stake * near * np.float32(0.5) * (1 + reading.anger)
    return {Feature.VOICE: speak, Feature.HONOUR: reading.stake * near * np.float32(0.2)}


ACTION = Action(
    id="condemn",
    label="Condemn without naming",
    about="Say in public that it was wrong, and leave open who did it.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=True,
    refusals=("you have condemned it already",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} condemned {incident} without naming anyone",
)
