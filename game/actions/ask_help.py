"""Ask for help. (Rules 9.14, norm h)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import requests
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise, Status


def refuse(seen: View) -> Ints:
    """Something must be going on."""
    mine = (seen.victim == seen.seats[:, None, None]) & (seen.status == Status.ACTIVE)
    lately = seen.asked[:, :, Promise.HELP].max(axis=1) >= max(seen.turn - 1, 1)
    return common.first(~mine.any(axis=1)[:, None], lately[:, None])


def resolve(doing: Doing, order: Orders) -> None:
    """A call to all nations; who holds norm h leaves it unanswered at a price."""
    world, where = doing.world, order.world
    nation = np.arange(world.board.nations)[:, None]
    other, row = (nation != order.actor).nonzero()
    requests.ask(doing.change, order.actor[row], other, Promise.HELP, where[row])
    requests.neglect(doing.change, order.actor, where, doing.log)
    doing.log.note(What.CALLED, where, order.actor, a=Tone.ASK)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """The worse one is hit and the less one can do alone, the more."""
    hurt = (reading.seen.severity * (reading.mine & reading.active)).max(axis=1)[:, None]
    weak = 1.2 - reading.seen.capability[:, 3][:, None] * np.float32(0.01)
    return {Feature.PROTECT: hurt * weak * np.float32(0.6)}


ACTION = Action(
    id="ask_help",
    label="Ask the world for help",
    about="A public call for response teams. Who endorsed norm h and stays silent loses face; "
    "if you did nothing for yourself before, so do you.",
    stage=Stage.PROTECT,
    aim=Aim.NOTHING,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm h speaks of it",
    public=True,
    refusals=("nothing is going on against you", "you have only just asked"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} asked the world for help",
)
