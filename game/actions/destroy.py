"""Destroy systems covertly. (Rules 9.62)"""

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

KIND = 8  # wiper
SEVERITY = 5.5  # on the DCID scale: critical network, destruction attempted (design)


def refuse(seen: View) -> Ints:
    """Skill and a vulnerability nobody knows of are needed."""
    weak = seen.capability[:, Skill.OFFENCE, None] < 45
    bare = (seen.exploits == 0)[:, None]
    return common.first(weak, bare)


def resolve(doing: Doing, order: Orders) -> None:
    """A wiper, next turn; it may spread to nations nobody aimed at."""
    doing.operations.append(
        common.operation(doing.world.board, order, KIND, order.choice, SEVERITY)
    )
    doing.change.count("exploits", order.actor, order.world, by=-1)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For those who hate, or were badly hurt and are sure."""
    answer = reading.sure_harm * (reading.harm > 3) + reading.provoked
    return {
        Feature.SPITE: answer * np.float32(1.2) + reading.bad_blood * np.float32(2.4),
        Feature.GAIN: reading.bad_blood * np.float32(1.5),
        Feature.RISK: np.float32(3.0) + reading.danger * 10 + reading.restrained * 2,
        Feature.HONOUR: forbidden(reading.seen, KIND, SEVERITY) * np.float32(-2),
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Where it hurts, under whose flag."""
    return {
        "choice": common.sore_spot(reading, row, option, where),
        "cover": common.disguise(reading, row, option, where),
    }


ACTION = Action(
    id="destroy",
    label="Destroy systems",
    about="A wiper let loose in one sector. It uses up a vulnerability, may spread, and is "
    "the kind of act wars are made of.",
    stage=Stage.COVERT,
    aim=Aim.NATION,
    cost=Cost(effort=7, capital=1),
    gravity=Gravity.VIOLENT,
    ground=Ground.OPERATION,
    legality="wrongful; may be a use of force",
    public=False,
    refusals=("your services lack the skill", "you keep no vulnerability that could be used"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("sector", "cover"),
    tells="{actor} let a wiper loose on {choice} in {target}",
    hostile=True,
    uses_exploit=True,
)
