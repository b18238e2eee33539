"""Make a private démarche, with an ask. (Rules 9.30)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules import requests
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.minds import trait
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Promise

COOLS = 4.0  # heat it takes out of what the other does to you (design)


def refuse(seen: View) -> Ints:
    """Nothing stands against it."""
    return common.fine(seen)


def resolve(doing: Doing, order: Orders) -> None:
    """In private: stop, share, help, hand over, explain. It leaves a way back, and is a warning."""
    world, where = doing.world, order.world
    doing.change.raise_to("warned", order.actor, order.target, where, to=world.turn)
    topic = np.maximum(order.choice, Promise.RESTRAINT)  # "stop", if it says nothing else
    requests.ask(doing.change, order.actor, order.target, topic, where)
    doing.change.add(
        "heat", order.target, order.actor, where, by=-COOLS, why="demarche", who=order.actor
    )
    doing.change.add("anger", order.actor, where, by=-1.0, why="demarche")
    seen = (order.actor, order.target)
    said = Tone.ASK + 10 * topic
    doing.log.note(What.MESSAGE, where, order.actor, order.target, a=said, seen=seen)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most towards one suspected, but not surely, and while the ladder is still low."""
    doubt: Floats = reading.harm * (1 - reading.certainty * np.float32(0.6))
    calm: Floats = reading.tension * np.float32(0.35) + doubt * np.float32(0.3)
    firm = reading.sure_harm * np.float32(0.15) * (reading.seen.warned < reading.seen.turn - 2)
    return {
        Feature.CALM: (calm + firm) * reading.other,
        Feature.VOICE: doubt * np.float32(0.3),
        Feature.HONOUR: reading.ties.owed_answer,
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Take down a group one suspects there; explain what one suspects; else stop."""
    group = common.suspected_there(reading.seen, groups=True)[row, option, where]
    state = reading.certainty[row, option, where]
    bar = trait(reading.minds.bar, row, where)
    doubtful = (state >= np.float32(p.NORM_GROUNDS)) & (state < bar)
    softer = np.where(doubtful, Promise.EXPLAIN, Promise.RESTRAINT)
    return {"choice": np.where(group > np.maximum(state, p.NORM_GROUNDS), Promise.TAKEDOWN, softer)}


ACTION = Action(
    id="demarche",
    label="Make a private démarche",
    about="Call in the ambassador and ask: stop, explain, help, hand over, take down. Nobody else "
    "hears; it leaves a way back.",
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
    fill=fill,
    also=("ask",),
    tells="{actor} made a private démarche to {target}",
)
