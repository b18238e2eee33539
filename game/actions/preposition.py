"""Pre-position in a sector. (Rules 9.63)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.incidents import PREPOSITIONED
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Skill

SEVERITY = 3.5  # on the DCID scale: wide intrusion (design)


def refuse(seen: View) -> Ints:
    """Some skill is needed."""
    return common.first(seen.capability[:, Skill.OFFENCE, None] < 30)


def resolve(doing: Doing, order: Orders) -> None:
    """If it succeeds one is inside, and what comes later works better there."""
    board = doing.world.board
    doing.operations.append(common.operation(board, order, PREPOSITIONED, order.choice, SEVERITY))


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Preparation by those who fear or plan a fight."""
    outside = 1 - reading.seen.foothold.max(axis=2)
    rival = reading.bad_blood + reading.fear
    return {
        Feature.GAIN: rival * outside * 3,
        Feature.SPITE: reading.bad_blood * outside,
        Feature.RISK: np.float32(0.5) + reading.danger * 2 + reading.restrained * np.float32(0.5),
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Where it would hurt, under whose flag."""
    return {
        "choice": common.sore_spot(reading, row, option, where),
        "cover": common.disguise(reading, row, option, where),
    }


ACTION = Action(
    id="preposition",
    label="Pre-position in a sector",
    about="Get inside and wait. Operations in that sector succeed more often later; if it is "
    "found, it looks like preparation for an attack.",
    stage=Stage.COVERT,
    aim=Aim.NATION,
    cost=Cost(effort=3),
    gravity=Gravity.POSTURE,
    ground=Ground.OPERATION,
    legality="espionage as long as nothing breaks; some read a breach of sovereignty",
    public=False,
    refusals=("your services lack the skill",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("sector", "cover"),
    tells="{actor} set out to get inside {choice} in {target}",
    hostile=True,
)
