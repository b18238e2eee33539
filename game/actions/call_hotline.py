"""Use the hotline. (Rules 9.37)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.clauses import HOTLINE
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise

COOLS = 7.0  # heat it takes out on both sides (design)
EASES = 3.0  # hostility it takes out on both sides (design)


def refuse(seen: View) -> Ints:
    """There must be a line, and something to talk about."""
    line = seen.pact[HOTLINE][seen.seats] > 0
    calm = seen.rungs[seen.seats] < 1
    return common.first(~line, calm)


def resolve(doing: Doing, order: Orders) -> None:
    """Both sides hear the other at once, before anybody answers."""
    change, where = doing.change, order.world
    for one, other in ((order.actor, order.target), (order.target, order.actor)):
        change.add("heat", one, other, where, by=-COOLS, why="hotline", who=order.actor)
        change.add("hostility", one, other, where, by=-EASES, why="hotline", who=order.actor)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """The hotter, the more."""
    return {Feature.CALM: reading.tension * reading.other * np.float32(0.8)}


ACTION = Action(
    id="call_hotline",
    label="Use the hotline",
    about="Ring the other side before somebody answers in kind. It needs a line between you.",
    stage=Stage.SPEAK,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=False,
    refusals=("there is no line between you", "there is nothing to talk about"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.EXPLAIN,
    tells="{actor} rang {target} on the hotline",
)
