"""Pay a ransom. (Rules 9.15)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import NOBODY, Floats, Ints, which

RETURNED = 25.0  # service that comes back at once (design)
SHAME = 4.0  # standing lost (design)


def refuse(seen: View) -> Ints:
    """A ransom must be asked of oneself."""
    return common.first(~common.held_to_ransom(seen), seen.ransom[None] == 2)


def resolve(doing: Doing, order: Orders) -> None:
    """Services come back and it is over; whoever did it is paid, and will do it again."""
    world, where = doing.world, order.world
    sector = world.sector[order.incident, where]
    doing.change.add("service", order.actor, sector, where, by=RETURNED, why="ransom paid")
    doing.change.add("standing", order.actor, where, by=-SHAME, why="ransom paid")
    doing.change.add("support", order.actor, where, by=-2.0, why="ransom paid")
    doing.change.lower_to("until", order.incident, where, to=world.turn)
    doing.change.raise_to("ransom", order.incident, where, to=2)
    culprit = np.maximum(world.culprit[order.incident, where], 0)
    hand = world.board.hand[order.incident, culprit]
    paid = which(hand != NOBODY)
    doing.change.count("fed", hand[paid], where[paid])


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Tempting for the weak; a matter of honour for others."""
    hurt = reading.seen.severity * reading.mine * reading.active
    weak = 1 - reading.seen.capability[:, 3][:, None] * np.float32(0.01)
    return {
        Feature.PROTECT: hurt * weak * np.float32(1.2),
        Feature.JUSTICE: -hurt * np.float32(0.6),
        Feature.HONOUR: -hurt * np.float32(0.3),
    }


ACTION = Action(
    id="pay_ransom",
    label="Pay the ransom",
    about="Your data come back and it ends. You lose face, and whoever did it will do it again. "
    "Not paying is to respond without it, or to refuse in public.",
    stage=Stage.PROTECT,
    aim=Aim.INCIDENT,
    cost=Cost(funds=6),
    gravity=Gravity.STATUS_QUO,
    legality="lawful in most places; partners advise against it",
    public=True,
    refusals=("nobody asks a ransom of you there", "you have paid already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} paid the ransom in {incident}",
)
