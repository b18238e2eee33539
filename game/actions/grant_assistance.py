"""Grant legal assistance. (Rules 9.26, norm d)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Promise

THANKS = 4.0  # trust earned (design)
STEPS = 1.0  # steps of investigation it is worth to the one who asked (design)


def refuse(seen: View) -> Ints:
    """It must have asked."""
    return common.first(seen.asked_me[:, :, Promise.LEGAL_AID] == 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Files and witnesses: the other gets on with every case whose suspects live here."""
    world, where = doing.world, order.world
    here = world.board.home == order.actor[:, None]
    suspects = (world.guilt[order.target, :, :, where] * here[:, None]).max(axis=2)
    row, case = (suspects > 0).nonzero()
    giver = order.actor[row]
    work = p.PROBE_ORDER * STEPS
    doing.change.add(
        "probe",
        order.target[row],
        case,
        where[row],
        by=work,
        why="assistance",
        who=giver,
    )
    doing.change.add(
        "deeds", order.target, order.actor, where, by=THANKS, why="assistance", who=order.actor
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth a friend's thanks, if one has nothing to hide."""
    asked = reading.seen.asked_me[:, :, Promise.LEGAL_AID] > 0
    hiding = np.any(reading.mine_done & reading.fresh, axis=1)[:, None] * np.float32(8)
    kind = (reading.warm + np.float32(0.8)) * asked
    return {
        Feature.BOND: kind * 3,
        Feature.CALM: kind * np.float32(1.5),
        Feature.HONOUR: asked * np.float32(1.5),
        Feature.RISK: hiding,
        Feature.GAIN: -hiding,
    }


ACTION = Action(
    id="grant_assistance",
    label="Grant legal assistance",
    about="Hand over what your courts can: its analysts get on, and it trusts you more.",
    stage=Stage.INVESTIGATE,
    aim=Aim.NATION,
    cost=Cost(effort=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm d asks for it",
    public=False,
    refusals=("it has not asked you",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.LEGAL_AID,
    tells="{actor} granted {target} legal assistance",
)
