"""Impose sanctions. (Rules 9.51)"""

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

BITE = 4.0  # funds the other loses (design)
PRICE = 1.0  # funds it costs oneself beyond the order (design)


def refuse(seen: View) -> Ints:
    """They stay until lifted."""
    return common.first(seen.sanction[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Money and face; doubted by those who do not believe the charge."""
    world, change, where = doing.world, doing.change, order.world
    change.raise_to("sanction", order.actor, order.target, where, to=1)
    strike(world, change, order.actor, order.target, where, p.HEAT_NONVIOLENT, "sanctions")
    change.add("funds", order.target, where, by=-BITE, why="sanctioned", who=order.actor)
    change.add("support", order.target, where, by=-2.0, why="sanctioned", who=order.actor)
    change.add("funds", order.actor, where, by=-PRICE, why="sanctions")
    change.add("deeds", order.target, order.actor, where, by=-8.0, why="sanctions", who=order.actor)
    change.add(
        "hostility", order.target, order.actor, where, by=6.0, why="sanctions", who=order.actor
    )
    claims.vent(change, order.actor, where, p.VENT_DEEDS, "sanctions")
    judged(doing, order)


def judged(doing: Doing, order: Orders) -> None:
    """Others judge an open punishment by what they believe the punished did to anyone."""
    world, where = doing.world, order.world
    belief = world.guilt[:, :, order.target, where].max(axis=1)
    nation = np.arange(world.board.nations)[:, None]
    others = (nation != order.actor) & (nation != order.target)
    opinion = (belief - np.float32(0.5)) * 4 * others
    doing.change.add(
        "deeds", nation, order.actor, where, by=opinion, why="punishes", who=order.actor
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """A punishment for those one is sure of."""
    case = reading.sure_harm * np.float32(0.7) + reading.provoked * np.float32(1.0)
    return {
        Feature.JUSTICE: case * (1 + reading.anger),
        Feature.SPITE: reading.bad_blood * np.float32(1.5),
        Feature.HONOUR: reading.ties.owed_answer * np.float32(1.5),
        Feature.RISK: np.float32(0.8) + reading.danger * 6 + reading.restrained,
    }


ACTION = Action(
    id="sanction",
    label="Impose sanctions",
    about="Freeze assets and close markets. It hurts both, and lasts.",
    stage=Stage.PRESSURE,
    aim=Aim.NATION,
    cost=Cost(capital=3),
    gravity=Gravity.NONVIOLENT,
    ground=Ground.RETORSION,
    legality="retorsion, short of treaty duties: lawful",
    public=True,
    refusals=("your sanctions are in force already",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} imposed sanctions on {target}",
    hostile=True,
)
