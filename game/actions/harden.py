"""Harden a sector against what may come. (Rules 9.10)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

STEP = 20.0  # points of hardening a step adds (design)


def refuse(seen: View) -> Ints:
    """A sector hardened to the full needs no more."""
    return common.first(seen.hardening >= 100)


def resolve(doing: Doing, order: Orders) -> None:
    """The sector loses less to every later incident."""
    doing.change.add(
        "hardening", order.actor, order.choice, order.world, by=STEP * order.level, why="harden"
    )
    doing.change.add("security", order.actor, order.world, by=2.0 * order.level, why="harden")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most where the nation depends on it, it lies bare, and there is something to fear."""
    seen = reading.seen
    weight = seen.public.dependence[seen.seats][:, :, None] * np.float32(10)
    bare = 1 - seen.hardening * np.float32(0.01)
    worry = reading.fear.max(axis=1, keepdims=True) + np.float32(0.25)
    return {Feature.PROTECT: weight * bare * worry * 2}


ACTION = Action(
    id="harden",
    label="Harden a sector",
    about="Patch, segment and rehearse in one sector: later incidents there do less harm.",
    stage=Stage.PROTECT,
    aim=Aim.SECTOR,
    cost=Cost(funds=3),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=False,
    refusals=("this sector is hardened to the full already",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    levels=2,
    tells="{actor} hardened its {choice}",
)
