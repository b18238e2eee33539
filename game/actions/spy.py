"""Spy on a nation's networks. (Rules 9.60)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Sector, Skill

KIND = 1  # espionage
SEVERITY = 2.5  # on the DCID scale: theft from one network (design)


def refuse(seen: View) -> Ints:
    """Some skill is needed."""
    weak = seen.capability[:, Skill.OFFENCE, None] < 15
    return common.first(weak)


def resolve(doing: Doing, order: Orders) -> None:
    """If it works, you read their papers; if it is noticed, they ask who did."""
    sector = np.full(len(order), int(Sector.GOVERNMENT))
    doing.operations.append(common.operation(doing.world.board, order, KIND, sector, SEVERITY))


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For the curious and the greedy."""
    blind = (2 - reading.seen.insight) * np.float32(0.5) * reading.other
    rival = reading.bad_blood + reading.fear
    return {
        Feature.GAIN: blind * (rival + np.float32(0.2)) * 3,
        Feature.RISK: np.float32(0.5) + reading.danger * 3 + reading.restrained,
    }


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Under whose flag."""
    return {"cover": common.disguise(reading, row, option, where)}


ACTION = Action(
    id="spy",
    label="Spy on its networks",
    about="A covert operation against its government: narrower bands, better sources. It may fail "
    "or be noticed; a false flag points at someone else.",
    stage=Stage.COVERT,
    aim=Aim.NATION,
    cost=Cost(effort=3),
    gravity=Gravity.NONVIOLENT,
    ground=Ground.OPERATION,
    legality="espionage: no general ban; some hold that it breaches sovereignty",
    public=False,
    refusals=("your services lack the skill",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("cover",),
    tells="{actor} set out to read the papers of {target}",
    hostile=True,
)
