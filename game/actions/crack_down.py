"""Crack down on criminals at home. (Rules 9.43, norm c)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import joint
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.minds import MEMORY
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Floats, Ints, Promise

THANKS = 10.0  # trust earned of a victim that is sure they did it (design)


def _guests(home: Ints, nations: int) -> Bools:
    """[N, S] non-state actors by the nation on whose soil they live."""
    actor = np.arange(len(home))
    guests: Bools = (home == np.arange(nations)[:, None]) & (actor >= nations)
    return guests


def refuse(seen: View) -> Ints:
    """There must be somebody to crack down on."""
    guests = _guests(seen.public.home, len(seen.support))[seen.seats]
    return common.first(~np.any(guests, axis=1)[:, None, None])


def resolve(doing: Doing, order: Orders) -> None:
    """Recent victims who believe it was them are grateful; what they run ends sooner."""
    world, where = doing.world, order.world
    guests = _guests(world.board.home, world.board.nations)[order.actor]
    row, group = guests.nonzero()
    nation = np.arange(world.board.nations)[:, None]
    mine = world.victim[:, where] == nation[:, None]
    lately = mine & (world.began[:, where] > world.turn - MEMORY)
    blame = (world.guilt[:, :, group, where[row]] * lately[:, :, row]).max(axis=1)
    believed = np.zeros((len(nation), len(order)), np.float32)
    np.maximum.at(believed, np.ix_(np.arange(len(nation)), row), blame)
    thanks = THANKS * believed * (nation != order.actor)
    doing.change.add(
        "deeds", nation, order.actor, where, by=thanks, why="cracks down", who=order.actor
    )
    doing.change.add("standing", order.actor, where, by=1.5, why="cracks down")
    joint.end_sooner(doing.change, order.actor, None, where)
    until = world.turn + int(p.CURBED_TURNS)
    doing.change.raise_to("curbed", group, where[row], to=until)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth the thanks of those who suspect one's criminals."""
    seen = reading.seen
    nations = len(seen.support)
    guests = _guests(seen.public.home, nations)[seen.seats]
    blamed = (seen.guilt * guests[:, None, :, None] * reading.fresh[:, :, None]).max(axis=(1, 2))
    good = blamed[:, None] * 4
    return {
        Feature.BOND: good,
        Feature.HONOUR: good * np.float32(0.5),
        Feature.CALM: good * np.float32(0.5),
    }


ACTION = Action(
    id="crack_down",
    label="Crack down at home",
    about="Arrest criminals on your own soil. Victims who suspect them are grateful.",
    stage=Stage.COOPERATE,
    aim=Aim.NOTHING,
    cost=Cost(capital=2, effort=1),
    gravity=Gravity.CALMING,
    legality="always lawful; norm c and due diligence ask for it",
    public=True,
    refusals=("no criminals of note live on your soil",),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    keeps=Promise.TAKEDOWN,
    tells="{actor} cracked down on criminals at home",
)
