"""Expel diplomats. (Rules 9.50)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import claims
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.escalation import strike
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

BITE = 2.0  # standing the other loses (design)


def refuse(seen: View) -> Ints:
    """Once a crisis."""
    return common.first(seen.expelled[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """An unfriendly act, always lawful: it lets off anger and chills a relation."""
    change, where = doing.change, order.world
    change.raise_to("expelled", order.actor, order.target, where, to=1)
    strike(doing.world, change, order.actor, order.target, where, p.HEAT_NONVIOLENT / 2, "expels")
    change.add("deeds", order.target, order.actor, where, by=-4.0, why="expels", who=order.actor)
    change.add("hostility", order.target, order.actor, where, by=4.0, why="expels", who=order.actor)
    change.add("standing", order.target, where, by=-BITE, why="expelled", who=order.actor)
    claims.vent(change, order.actor, where, p.VENT_WORDS, "expels")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """A mild punishment, or a mild answer to one."""
    case = reading.sure_harm * np.float32(0.45) + reading.provoked * np.float32(1.2)
    return {
        Feature.JUSTICE: case * (1 + reading.anger),
        Feature.SPITE: reading.bad_blood * np.float32(1.2),
        Feature.VOICE: reading.ties.owed_answer,
        Feature.HONOUR: reading.ties.owed_answer * np.float32(1.5),
        Feature.RISK: np.float32(0.4) + reading.danger * 4 + restraint(reading),
    }


def restraint(reading: Reading) -> Floats:
    """[V, N, B] what holds one back from an unfriendly act."""
    return reading.restrained * np.float32(0.5)


ACTION = Action(
    id="expel",
    label="Expel diplomats",
    about="Send some of its people home. Unfriendly, lawful, and soon forgotten.",
    stage=Stage.PRESSURE,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.NONVIOLENT,
    ground=Ground.RETORSION,
    legality="retorsion: always lawful",
    public=True,
    refusals=("you have expelled its people already",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} expelled diplomats of {target}",
    hostile=True,
)
