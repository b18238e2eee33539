"""Signal with military means. (Rules 9.70)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import claims
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.escalation import strike
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

HEAT = 2.0  # how many times posturing (design)


def refuse(seen: View) -> Ints:
    """A signal needs a quarrel."""
    rungs = seen.rungs[seen.seats]
    return common.first((rungs < 1) & (seen.hostility < 30))


def resolve(doing: Doing, order: Orders) -> None:
    """Ships sail, a command is activated: a warning that is seen, by the public at home too."""
    change, where = doing.change, order.world
    change.raise_to("warned", order.actor, order.target, where, to=doing.world.turn)
    strike(
        doing.world, change, order.actor, order.target, where, p.HEAT_POSTURE * HEAT, "shows force"
    )
    change.add(
        "hostility", order.target, order.actor, where, by=3.0, why="shows force", who=order.actor
    )
    change.add("readiness", order.actor, where, by=15.0, why="shows force")
    claims.vent(change, order.actor, where, p.VENT_WORDS, "shows force")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """To look strong before a hostile neighbour."""
    case = reading.sure_harm * np.float32(0.35) + reading.provoked * np.float32(0.8)
    return {
        Feature.JUSTICE: case,
        Feature.SPITE: reading.bad_blood * np.float32(1.6) + reading.fear,
        Feature.RISK: np.float32(0.8) + reading.danger * 6 + reading.restrained,
    }


ACTION = Action(
    id="show_force",
    label="Signal with military means",
    about="Show the flag: a visible warning that raises the temperature without a blow.",
    stage=Stage.FORCE,
    aim=Aim.NATION,
    cost=Cost(capital=2, funds=1),
    gravity=Gravity.POSTURE,
    ground=Ground.RETORSION,
    legality="lawful unless it threatens force",
    public=True,
    refusals=("there is no quarrel to signal about",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} moved forces within sight of {target}",
    hostile=True,
)
