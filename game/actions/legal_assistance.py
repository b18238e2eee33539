"""Ask for legal assistance. (Rules 9.25, norm d)"""

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
    """Somebody who lives there must be suspected."""
    open_ = max(seen.turn - int(p.NORM_GRACE) + 1, 1)
    asked = seen.asked[:, :, Promise.LEGAL_AID] >= open_
    return common.first(common.suspected_there(seen) < np.float32(p.NORM_GROUNDS), asked)


def resolve(doing: Doing, order: Orders) -> None:
    """A request on paper: to be granted, or to be left lying."""
    where = order.world
    requests.ask(doing.change, order.actor, order.target, Promise.LEGAL_AID, where)
    seen = (order.actor, order.target)
    topic = 10 * int(Promise.LEGAL_AID)
    doing.log.note(What.MESSAGE, where, order.actor, order.target, a=Tone.ASK + topic, seen=seen)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """A way to learn more, for those who would rather know than strike."""
    lead = common.suspected_there(reading.seen) * reading.puzzle * np.float32(0.4)
    return {Feature.KNOW: lead * reading.other, Feature.JUSTICE: lead * np.float32(0.2)}


ACTION = Action(
    id="legal_assistance",
    label="Ask for legal assistance",
    about="A request to its prosecutors about a suspect on its soil. Granted, it brings your "
    "analysts forward; left lying, it says something too.",
    stage=Stage.INVESTIGATE,
    aim=Aim.NATION,
    cost=Cost(effort=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm d asks for an answer",
    public=False,
    refusals=("you suspect nobody who lives there", "your request lies there already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} asked {target} for legal assistance",
)
