"""Host talks. (Rules 9.45)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.escalation import pair_rungs
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

COOLS = 3.0  # heat taken out of every quarrel of others (design)
FACE = 2.0  # standing earned by the host (design)
THANKS = 1.0  # trust earned of everybody (design)
REST = 2  # turns before it can host again (design)


def refuse(seen: View) -> Ints:
    """There must be something to talk about, and the hall must be free."""
    calm = (seen.rung < 1)[None, None]
    hosted = seen.hosted[seen.seats][:, None]
    party = seen.rungs[seen.seats].max(axis=1)[:, None] >= 3
    return common.first(calm, (hosted > 0) & (hosted > seen.turn - REST), party)


def resolve(doing: Doing, order: Orders) -> None:
    """A hall, a flag, an agenda: quarrels of others cool, and the small host is thanked."""
    world, change, where = doing.world, doing.change, order.world
    hot = pair_rungs(world.heat)[..., where] >= 1
    nation = np.arange(world.board.nations)
    own = (nation[:, None, None] == order.actor) | (nation[None, :, None] == order.actor)
    one, other, row = (hot & ~own).nonzero()
    change.add("heat", one, other, where[row], by=-COOLS, why="talks", who=order.actor[row])
    change.add("standing", order.actor, where, by=FACE, why="hosts talks")
    change.raise_to("hosted", order.actor, where, to=world.turn)
    common.spread_trust(doing, order, THANKS, "hosts talks")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """The path of those without other means."""
    small = 1 - reading.seen.public.power[reading.seen.seats][:, None, None]
    hot = reading.seen.rung.astype(np.float32)[None, None]
    return {Feature.CALM: hot * small * np.float32(0.8), Feature.VOICE: small * np.float32(0.8)}


ACTION = Action(
    id="host_talks",
    label="Host talks",
    about="Offer your capital as a place to meet: every quarrel of others cools a little, and the "
    "host is thanked. Not for those who are in the thick of one.",
    stage=Stage.COOPERATE,
    aim=Aim.NOTHING,
    cost=Cost(capital=2, funds=1),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=("nobody quarrels", "you have only just hosted", "you are too deep in a quarrel"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} hosted talks",
)
