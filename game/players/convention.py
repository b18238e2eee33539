"""What binds a Digital Geneva Convention: who would disarm, and who stays outside. (Rules 13.2)

Barrett 1994: where much is to be gained from all keeping a treaty, one that holds by itself is
small; who signs gives up what outsiders keep.
"""

from __future__ import annotations

import numpy as np

from game.players.asked import Asked
from game.players.grounds import Grounds
from game.rules.action import Feature
from game.rules.reading import Reading
from game.rules.treaties import is_geneva
from game.rules.world import Bools, Floats, Skill

OUTSIDE = np.float32(3.4)
"""What it weighs with a nation without power that all the power stays outside."""

GREAT = np.float32(6)
"""What it weighs more with the most powerful."""

EDGE = np.float32(3.2)
"""What giving up the best offence there is weighs with one that does not covet or hate."""

WEIGHT = np.float32(2)
"""What that weighs more by how much one covets and hates."""


def disarming(reading: Reading) -> Floats:
    """What it costs to leave alone what others live by: one's edge in offence. [V, B]"""
    by = reading.minds.by_feature
    eager = np.maximum(by[Feature.GAIN], 0) + np.maximum(by[Feature.SPITE], 0) * np.float32(0.5)
    edge = reading.seen.capability[:, Skill.OFFENCE] * np.float32(0.01)
    cost: Floats = edge * (EDGE + WEIGHT * eager[:, 0])
    return cost


def outside(power: Floats, inside: Bools) -> Floats:
    """Share of the world's power that a treaty would leave free. inside: [..., N, B] or [N, B]"""
    within = (inside * (power * 64)[:, None]).sum(axis=-2) / np.float32(64)
    share: Floats = 1 - within / power.sum()
    return share


def burden(asked: Asked) -> Floats:
    """What stands against a Convention with the one asked, as a worth below 0. [rows]"""
    rows = is_geneva(asked.levels)
    if not rows.any():
        return np.zeros(len(rows), np.float32)
    public = asked.reading.seen.public
    inside = asked.party.copy()
    inside[asked.nation, np.arange(len(rows))] = True
    free = outside(public.power, inside) * (OUTSIDE + GREAT * public.power[asked.nation])
    cost = free + disarming(asked.reading)[asked.nation, asked.world]
    return np.where(rows, -cost, np.float32(0)).astype(np.float32)


def hope(grounds: Grounds, party: Bools) -> Floats:
    """The same for one that would propose it to some. party: [V, N, B]; [V, B]"""
    reading = grounds.reading
    public, seats = reading.seen.public, reading.seen.seats
    inside = party | ~reading.other
    free = outside(public.power, inside) * (OUTSIDE + GREAT * public.power[seats][:, None])
    cost: Floats = free + disarming(reading)
    return cost
