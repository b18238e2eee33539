"""Make a private démarche. (Rules 9.30)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise

COOLS = 4.0  # heat it takes out of what the other does to you (design)


def refuse(seen: View) -> Ints:
    """Nothing stands against it."""
    return common.fine(seen)


def resolve(doing: Doing, order: Orders) -> None:
    """In private: stop, explain, help. It leaves a way back, and counts as a warning."""
    world, where = doing.world, order.world
    doing.change.raise_to("warned", order.actor, order.target, where, to=world.turn)
    doing.change.raise_to(
        "asked", order.actor, order.target, Promise.RESTRAINT, where, to=world.turn
    )
    doing.change.add(
        "heat", order.target, order.actor, where, by=-COOLS, why="demarche", who=order.actor
    )
    doing.change.add("anger", order.actor, where, by=-1.0, why="demarche")
    seen = (order.actor, order.target)
    doing.log.note(What.MESSAGE, where, order.actor, order.target, a=Tone.WARN, seen=seen)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most towards one suspected, but not surely, and while the ladder is still low."""
    doubt: Floats = reading.harm * (1 - reading.certainty * np.float32(0.6))
    calm: Floats = reading.tension * np.float32(0.35) + doubt * np.float32(0.3)
    return {Feature.CALM: calm * reading.other, Feature.VOICE: doubt * np.float32(0.3)}


ACTION = Action(
    id="demarche",
    label="Make a private démarche",
    about="Call in the ambassador: stop, explain, help. Nobody else hears; it leaves a way back.",
    stage=Stage.SPEAK,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="retorsion at most: always lawful",
    public=False,
    refusals=(),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} made a private démarche to {target}",
)
