"""Send a team to help. (Rules 9.40, norm h)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import joint
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Floats, Ints, Promise, Status

THANKS = 5.0  # trust earned of the one helped (design)
MENDS = 5.0  # service restored per incident at the helper's resilience 100 (design)


def _hurt(seen: View) -> Bools:
    """[V, N, B] nations that I know to be hit by something going on."""
    nation = np.arange(len(seen.support))[:, None]
    active = seen.status == Status.ACTIVE
    hurt: Bools = ((seen.victim[:, :, None] == nation) & active[:, :, None]).any(axis=1)
    return hurt


def refuse(seen: View) -> Ints:
    """There must be something to help with."""
    return common.first(~_hurt(seen))


def resolve(doing: Doing, order: Orders) -> None:
    """Service mended, forensic work done for the victim, and a debt of thanks."""
    joint.send_help(doing.change, order.actor, order.target, order.world, MENDS, 0.5)
    doing.change.add(
        "deeds", order.target, order.actor, order.world, by=THANKS, why="helped", who=order.actor
    )
    doing.change.add("standing", order.actor, order.world, by=1.0, why="helps")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For friends in need, more if they asked or it was promised."""
    seen = reading.seen
    asked = (seen.asked_me[:, :, Promise.HELP] >= max(seen.turn - 1, 1)) * np.float32(1.5)
    owed = (seen.promised[:, :, Promise.HELP] >= seen.turn) * np.float32(4)
    warm = reading.warm + np.float32(0.5) + asked
    return {Feature.BOND: warm * 2 * reading.other, Feature.HONOUR: owed * reading.other}


ACTION = Action(
    id="send_team",
    label="Send a CERT team",
    about="Your responders mend services and do forensics at the side of another nation.",
    stage=Stage.COOPERATE,
    aim=Aim.NATION,
    cost=Cost(effort=2, funds=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm h asks for it",
    public=True,
    refusals=("you know of nothing that is going on there",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.HELP,
    tells="{actor} sent a CERT team to {target}",
)
