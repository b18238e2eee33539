"""Give notice of something on another's soil. (Rules 9.36, norm c)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules import requests
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise


def refuse(seen: View) -> Ints:
    """A group that lives there must be suspected."""
    asked = seen.asked[:, :, Promise.TAKEDOWN] >= max(seen.turn - 2, 1)
    return common.first(
        common.suspected_there(seen, groups=True) < np.float32(p.NORM_GROUNDS), asked
    )


def resolve(doing: Doing, order: Orders) -> None:
    """From now on it knows: it must do something, or due diligence may be broken."""
    world, where = doing.world, order.world
    doing.change.raise_to("warned", order.actor, order.target, where, to=world.turn)
    requests.ask(doing.change, order.actor, order.target, Promise.TAKEDOWN, where)
    seen = (order.actor, order.target)
    topic = 10 * int(Promise.TAKEDOWN)
    doing.log.note(What.MESSAGE, where, order.actor, order.target, a=Tone.ASK + topic, seen=seen)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most against a group one suspects and whose home is no enemy."""
    lead = common.suspected_there(reading.seen, groups=True) * reading.puzzle
    return {
        Feature.CALM: lead * reading.other * np.float32(0.35),
        Feature.JUSTICE: lead * reading.other * np.float32(0.5),
    }


ACTION = Action(
    id="notify",
    label="Give due-diligence notice",
    about="Tell it what a group on its soil is doing. It must act, or be held responsible by "
    "those for whom due diligence binds.",
    stage=Stage.SPEAK,
    aim=Aim.NATION,
    cost=Cost(capital=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm c speaks of it",
    public=False,
    refusals=("you suspect no group that lives there", "you have given notice already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} gave {target} notice of a group on its soil",
)
