"""Suspend a treaty. (Rules 9.55)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Floats, Ints


def _shared(seen: View) -> Bools:
    """[V, N, B] a treaty binds the two."""
    shared: Bools = np.any(seen.pact[:, seen.seats] > 0, axis=0)
    return shared


def refuse(seen: View) -> Ints:
    """It takes a treaty, and a breach by the other side."""
    broke = seen.broken.swapaxes(0, 1)[seen.seats] > 0
    return common.first(~_shared(seen), ~broke)


def resolve(doing: Doing, order: Orders) -> None:
    """One leaves every treaty with the one who broke its word; that is no breach."""
    world, change, where = doing.world, doing.change, order.world
    both = (world.treaty_party[:, order.actor, where] > 0) & (
        world.treaty_party[:, order.target, where] > 0
    )
    treaty, row = both.nonzero()
    change.put("treaty_party", treaty, order.actor[row], where[row], to=0)
    change.add("heat", order.actor, order.target, where, by=p.HEAT_POSTURE, why="suspends a treaty")
    doing.treaties_changed = True


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For those who were cheated."""
    cheated = reading.seen.broken.swapaxes(0, 1)[reading.seen.seats] * _shared(reading.seen)
    return {Feature.JUSTICE: cheated * np.float32(1.5), Feature.SPITE: cheated * np.float32(1)}


ACTION = Action(
    id="suspend_treaty",
    label="Suspend a treaty",
    about="Leave every treaty that you share with a nation which broke its word to you.",
    stage=Stage.PRESSURE,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.POSTURE,
    legality="lawful after a material breach (Vienna Convention on the Law of Treaties, art. 60)",
    public=True,
    refusals=("no treaty binds you to it", "it has not broken its word to you"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} left its treaties with {target}",
)
