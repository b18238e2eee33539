"""Disrupt a service covertly. (Rules 9.61)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.foresight import forbidden
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Skill

KIND = 0  # disruption
BASE = 2.0  # severity of the lowest level; each level adds one (design)


def refuse(seen: View) -> Ints:
    """Some skill is needed."""
    weak = seen.capability[:, Skill.OFFENCE, None] < 20
    return common.first(weak)


def resolve(doing: Doing, order: Orders) -> None:
    """Next turn a service of the target goes down, unless it fails; nobody knows who, at first."""
    severity = BASE + order.level
    doing.operations.append(
        common.operation(doing.world.board, order, KIND, order.choice, severity)
    )


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """A hidden answer, or a hidden advantage over a rival."""
    answer = reading.sure_harm * np.float32(0.8) + reading.provoked * np.float32(1.6)
    edge = reading.bad_blood * (
        1 - reading.seen.capability_of[:, :, Skill.FORENSICS] * np.float32(0.007)
    )
    warned = (reading.seen.warned_me >= max(reading.seen.turn - 2, 1)) * np.float32(0.6)
    return {
        Feature.SPITE: answer + reading.bad_blood * np.float32(1.5),
        Feature.GAIN: edge * 4 - warned,
        Feature.RISK: np.float32(0.9) + reading.danger * 6 + reading.restrained + warned,
        Feature.HONOUR: forbidden(reading.seen, KIND, 3) * np.float32(-1.5),
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Where it hurts, under whose flag."""
    return {
        "choice": common.sore_spot(reading, row, option, where),
        "cover": common.disguise(reading, row, option, where),
        "level": np.where(reading.sure_harm[row, option, where] > 3, 2, 1),
    }


ACTION = Action(
    id="disrupt",
    label="Disrupt a service",
    about="A covert operation that takes a service down for a while. It may fail and leave traces; "
    "a false flag points at someone else.",
    stage=Stage.COVERT,
    aim=Aim.NATION,
    cost=Cost(effort=4),
    gravity=Gravity.NONVIOLENT,
    ground=Ground.OPERATION,
    legality="wrongful unless a countermeasure; covert means without notice",
    public=False,
    refusals=("your services lack the skill",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("sector", "cover"),
    levels=2,
    tells="{actor} set out to disrupt {choice} in {target}",
    hostile=True,
)
