"""Suspend aid. (Rules 9.54)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.escalation import strike
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

BITE = 1.5  # funds the other loses for each time it was helped (design)
MOST = 3  # times that count: nobody depends on one donor for more (design)


def refuse(seen: View) -> Ints:
    """Only a donor can stop giving."""
    return common.first(seen.aid[seen.seats] == 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Retorsion: what was given freely is given no more."""
    change, where = doing.change, order.world
    change.put("aid", order.actor, order.target, where, to=0)
    strike(doing.world, change, order.actor, order.target, where, p.HEAT_POSTURE, "suspends aid")
    times = np.minimum(doing.world.aid[order.actor, order.target, where], MOST)
    change.add("funds", order.target, where, by=-BITE * times, why="aid suspended", who=order.actor)
    change.add(
        "deeds", order.target, order.actor, where, by=-5.0, why="aid suspended", who=order.actor
    )
    change.add("hostility", order.target, order.actor, where, by=3.0, why="aid suspended")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Leverage of donors, against those who wronged them."""
    given = reading.seen.aid[reading.seen.seats] > 0
    case = (reading.sure_harm * np.float32(0.5) + reading.provoked) * given
    return {Feature.JUSTICE: case, Feature.RISK: np.float32(0.4) + reading.danger * 3}


ACTION = Action(
    id="suspend_aid",
    label="Suspend aid",
    about="Stop paying for its capacity. Lawful, unfriendly, and felt most by the weak.",
    stage=Stage.PRESSURE,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.POSTURE,
    ground=Ground.RETORSION,
    legality="retorsion: always lawful",
    public=True,
    refusals=("you give it nothing that could be stopped",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} suspended its aid to {target}",
    hostile=True,
)
