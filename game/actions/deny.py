"""Deny an accusation. (Rules 9.34)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Floats, Ints, Promise

BELIEVED = 4.0  # standing regained from those who do not believe the charge (design)


def _charged(seen: View) -> Bools:
    """[V, I, B] somebody names me for it."""
    charged: Bools = (seen.accused == seen.seats[:, None, None, None]).any(axis=1)
    return charged


def refuse(seen: View) -> Ints:
    """There must be a charge, not yet answered."""
    return common.first(~_charged(seen), seen.answered_for[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Those who doubt the charge believe the denial; the others think the less of it."""
    world, where = doing.world, order.world
    nation = np.arange(world.board.nations)[:, None]
    belief = world.guilt[:, order.incident, order.actor, where] * (nation != order.actor)
    mean = np.rint(belief * 1024).sum(axis=0) / np.float32(1024 * max(world.board.nations - 1, 1))
    gain = (np.float32(0.5) - mean) * np.float32(2 * BELIEVED)
    doing.change.add("standing", order.actor, where, by=gain, why="denies")
    doing.change.raise_to("answered_for", order.actor, order.incident, where, to=1)
    doing.change.add("support", order.actor, where, by=1.0, why="denies")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most to the innocent; the guilty lie if that is in them."""
    charged = _charged(reading.seen).astype(np.float32) * 4
    lie = reading.mine_done * charged
    return {Feature.VOICE: charged - lie * np.float32(0.3), Feature.HONOUR: -lie}


ACTION = Action(
    id="deny",
    label="Deny an accusation",
    about="Say it was not you. Those who doubt the charge believe you; the others trust you less.",
    stage=Stage.SPEAK,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=True,
    refusals=("nobody has named you for it", "you have answered for it already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.EXPLAIN,
    tells="{actor} denied any part in {incident}",
)
