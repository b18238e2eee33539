"""Mediate in a quarrel. (Rules 9.42)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.powers import cool_pair
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Skill


def _quarrel(heat: Floats, me: Ints) -> Floats:
    """[V, N, N, B] heat between others; a mediator is no party."""
    both = heat + heat.swapaxes(0, 1)
    nation = np.arange(len(heat))
    third = (nation[:, None] != me[:, None, None]) & (nation[None, :] != me[:, None, None])
    quarrel: Floats = both[None] * third[..., None]
    return quarrel


def refuse(seen: View) -> Ints:
    """There must be a quarrel to mediate in."""
    return common.first(_quarrel(seen.heat, seen.seats).max(axis=2) < 6)


def resolve(doing: Doing, order: Orders) -> None:
    """The nation chosen and the one it quarrels most with step back."""
    world, where = doing.world, order.world
    skill = np.float32(0.4) + world.capability[order.actor, Skill.DIPLOMACY, where] * np.float32(
        0.006
    )
    foe = cool_pair(doing.change, order.target, order.actor, where, skill)
    for one in (order.target, foe):
        doing.change.add("deeds", one, order.actor, where, by=2.0, why="mediates", who=order.actor)
    doing.change.add("standing", order.actor, where, by=2.5 * skill, why="mediates")


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth what it cools, to those trusted enough to be heard."""
    quarrel = _quarrel(reading.seen.heat, reading.seen.seats).max(axis=2) * np.float32(0.08)
    heard = reading.seen.trust_in_me * np.float32(0.01)
    return {Feature.CALM: quarrel * (heard + np.float32(0.3)) * reading.other}


ACTION = Action(
    id="mediate",
    label="Mediate",
    about="Bring a nation and the one it quarrels most with to a table: both step back a little.",
    stage=Stage.COOPERATE,
    aim=Aim.NATION,
    cost=Cost(capital=2),
    gravity=Gravity.CALMING,
    legality="always lawful",
    public=True,
    refusals=("it has no quarrel with a third nation",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} offered {target} and its rival a table to talk at",
)
