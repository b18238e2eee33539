"""Refuse a ransom in public. (Rules 9.16)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Floats, Ints, which

SPINE = 2.0  # standing earned (design)
WORRY = 3.0  # anger of those whose data are at stake (design)


def refuse(seen: View) -> Ints:
    """A ransom must be asked of oneself, and not answered yet."""
    return common.first(~common.held_to_ransom(seen), seen.ransom[None] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Whoever did it learns that it does not pay; people at home worry about their data."""
    world, where = doing.world, order.world
    doing.change.raise_to("ransom", order.incident, where, to=1)
    doing.change.add("standing", order.actor, where, by=SPINE, why="refuses a ransom")
    doing.change.add("anger", order.actor, where, by=WORRY, why="refuses a ransom")
    culprit = np.maximum(world.culprit[order.incident, where], 0)
    hand = world.board.hand[order.incident, culprit]
    poorer = which(hand != NOBODY)
    doing.change.count("fed", hand[poorer], where[poorer], by=-1)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For those who can mend it themselves, and mean to be left alone."""
    hurt = reading.seen.severity * reading.mine * reading.active
    able = reading.seen.capability[:, 3][:, None] * np.float32(0.01)
    return {
        Feature.HONOUR: hurt * np.float32(0.4),
        Feature.JUSTICE: hurt * np.float32(0.3),
        Feature.PROTECT: hurt * (able - np.float32(0.5)) * np.float32(0.4),
    }


ACTION = Action(
    id="refuse_ransom",
    label="Refuse the ransom in public",
    about="Say that you will not pay. It earns respect, and a group that goes home with empty "
    "hands strikes less; people at home worry about their data.",
    stage=Stage.PROTECT,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful; partners advise it",
    public=True,
    refusals=("nobody asks a ransom of you there", "you have answered already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} refused to pay a ransom in {incident}",
)
