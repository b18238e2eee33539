"""Build a national cyber strategy and law. (Rules 9.46)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Skill

MOST = 5  # steps there are (design)
POINTS = 3.0  # points of defence, resilience and diplomacy a step brings (design)
FACE = 1.0  # standing earned (design)


def refuse(seen: View) -> Ints:
    """There are only so many steps."""
    return common.first((seen.strategy[seen.seats] >= MOST)[:, None])


def resolve(doing: Doing, order: Orders) -> None:
    """An agency, a law, a plan: slow, and it makes more of all help that comes later."""
    for skill in (Skill.DEFENCE, Skill.RESILIENCE, Skill.DIPLOMACY):
        doing.change.add("maturing", order.actor, skill, 1, order.world, by=POINTS, why="strategy")
    doing.change.count("strategy", order.actor, order.world)
    doing.change.add("standing", order.actor, order.world, by=FACE, why="strategy")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most where little has been built."""
    weak = 1 - reading.seen.capability[:, Skill.DEFENCE][:, None] * np.float32(0.01)
    left = reading.seen.public.turns - reading.seen.turn
    return {Feature.PROTECT: weak * np.float32(2.2 if left > 2 else 0)}


ACTION = Action(
    id="build_strategy",
    label="Build a national strategy",
    about="An agency, a law, a plan. Defence, resilience and diplomacy grow the turn after next, "
    "and aid from others goes further.",
    stage=Stage.COOPERATE,
    aim=Aim.NOTHING,
    cost=Cost(capital=1, funds=3),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful; norm g asks for it",
    public=True,
    refusals=("your strategy is complete",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} built on its national strategy",
)
