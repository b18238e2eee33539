"""Put analysts on an incident. (Rules 9.20)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.evidence import forensic_work
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Look


def refuse(seen: View) -> Ints:
    """There must be forensic work left to do."""
    board = seen.public
    finder = board.finder.transpose(2, 0, 1)[seen.seats]
    open_to = (board.dealt & ~board.secret)[None] & finder
    left = ((seen.look == Look.UNSEEN) & open_to[..., None]).any(axis=2)
    return common.first(~left)


def resolve(doing: Doing, order: Orders) -> None:
    """Forensic work on the case, as far as skill and luck go."""
    work = forensic_work(doing.world, p.PROBE_ORDER)[order.actor, order.incident, order.world]
    doing.change.add(
        "probe", order.actor, order.incident, order.world, by=work * order.level, why="investigate"
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth what is at stake and not yet known; nothing to those who did it."""
    unsure = (1 - reading.belief) * ~reading.mine_done
    return {Feature.KNOW: reading.stake * unsure * np.float32(1.4)}


ACTION = Action(
    id="investigate",
    label="Investigate an incident",
    about="Forensic analysts work on the case: more evidence, sooner; what is missing counts too.",
    stage=Stage.INVESTIGATE,
    aim=Aim.INCIDENT,
    cost=Cost(effort=3),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=False,
    refusals=("there is nothing left that forensics could find",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    levels=3,
    tells="{actor} put analysts on {incident}",
)
