"""Withhold evidence you owe. (Rules 9.24)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.clauses import EVIDENCE_SHARING
from game.rules.happenings import Breach, What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints

ANNOYANCE = 6.0  # trust lost with each party that gets nothing (design)


def refuse(seen: View) -> Ints:
    """Only who owes evidence can withhold it."""
    owes = (seen.pact[EVIDENCE_SHARING][seen.seats] > 0).any(axis=1)
    return common.first(~owes[:, None])


def resolve(doing: Doing, order: Orders) -> None:
    """Next turn nothing leaves the house; the parties notice the silence."""
    world, where = doing.world, order.world
    doing.change.put("withheld", order.actor, where, to=world.turn + 1)
    nation = np.arange(world.board.nations)[:, None]
    owed = world.pact[EVIDENCE_SHARING, order.actor, nation, where] > 0
    party, row = np.nonzero(owed)
    doing.change.count("broken", order.actor[row], party, where[row])
    doing.log.note(
        What.BROKE, where[row], order.actor[row], party, a=Breach.WITHHELD, seen=(party,)
    )
    doing.change.add(
        "deeds",
        party,
        order.actor[row],
        where[row],
        by=-ANNOYANCE,
        why="withheld",
        who=order.actor[row],
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Tempting to those with something to hide."""
    hiding = (reading.mine_done & reading.fresh).any(axis=1, keepdims=True)
    guilty: Floats = np.where(hiding, np.float32(1), np.float32(0))
    return {Feature.GAIN: guilty * 2, Feature.HONOUR: guilty * -4 - 3}


ACTION = Action(
    id="withhold",
    label="Withhold evidence",
    about="Break your duty to share for a turn. The other parties notice that nothing comes.",
    stage=Stage.INVESTIGATE,
    aim=Aim.NOTHING,
    cost=Cost(),
    gravity=Gravity.POSTURE,
    ground=Ground.BREACH,
    legality="a breach of the treaty",
    public=False,
    refusals=("no treaty obliges you to share evidence",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} kept its evidence to itself",
)
