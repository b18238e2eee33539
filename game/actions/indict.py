"""Bring criminal charges. (Rules 9.52)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import claims
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, which

WEIGHT = 8.0  # standing the accused nation loses, per point of the others' belief (design)
FILE = 5  # word of estimative probability a charge stands for: very likely (design)


def refuse(seen: View) -> Ints:
    """Once a case, and not against oneself."""
    rows = np.arange(len(seen.seats))
    own = seen.guilt[rows, :, seen.seats] == 1
    return common.first(own, seen.indicted[seen.seats] > 0)


def resolve(doing: Doing, order: Orders) -> None:
    """Named people, a file, and the claim that goes with it; slow, lawful, and hard to undo."""
    world, change, where = doing.world, doing.change, order.world
    change.raise_to("indicted", order.actor, order.incident, where, to=1)
    sure = np.full(len(order), 2, np.int16)
    word = np.full(len(order), FILE, np.int16)
    claims.name(change, order.actor, order.incident, order.target, word, sure, where)
    state = which(order.target < world.board.nations)
    rows = order.take(state)
    belief = world.guilt[:, rows.incident, rows.target, rows.world]
    mean = np.rint(belief * 1024).sum(axis=0) / np.float32(1024 * world.board.nations)
    change.add(
        "standing", rows.target, rows.world, by=-WEIGHT * mean, why="charged", who=rows.actor
    )
    mine = world.victim[order.incident, where] == order.actor
    claims.vent(change, order.actor, where, p.VENT_WORDS * mine, "indicts")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For the sure and patient."""
    sure = (reading.belief >= np.maximum(reading.minds.bar, np.float32(0.8))) * reading.mine
    case = reading.stake * sure * reading.belief
    return {Feature.JUSTICE: case * np.float32(0.8), Feature.RISK: case * reading.danger * 2}


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """The one believed to have done it."""
    return {"target": reading.suspect[row, option, where]}


ACTION = Action(
    id="indict",
    label="Bring charges",
    about="Name people in court. It counts as a public claim in strong words, and weighs more.",
    stage=Stage.PRESSURE,
    aim=Aim.INCIDENT,
    cost=Cost(capital=1, effort=4),
    gravity=Gravity.POSTURE,
    legality="always lawful; the standard of proof is the court's",
    public=True,
    refusals=("you did it yourself", "you have brought charges already"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("target", "accused"),
    tells="{actor} brought charges against {target} over {incident}",
)
