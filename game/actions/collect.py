"""Collect secretly on a nation. (Rules 9.21)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import dice
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.evidence import secret_work
from game.rules.happenings import What
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Skill

CAUGHT = 0.25  # chance of being caught by a target with forensics 100 (design)
OFFENCE_TAKEN = 5.0  # trust lost with a target that catches you (design)


def refuse(seen: View) -> Ints:
    """Nothing stands against it but oneself."""
    return common.fine(seen)


def resolve(doing: Doing, order: Orders) -> None:
    """Secret sources work on every open case, and show more of the target itself."""
    world, where = doing.world, order.world
    work = secret_work(world, p.TAP_ORDER)[order.actor, :, where]
    incident = np.arange(work.shape[1])
    doing.change.add("tap", order.actor[:, None], incident, where[:, None], by=work, why="collect")
    deeper = np.minimum(world.insight[order.actor, order.target, where] + 1, 2)
    doing.change.raise_to("insight", order.actor, order.target, where, to=deeper)
    _caught(doing, order)


def _caught(doing: Doing, order: Orders) -> None:
    world = doing.world
    rolled = dice.roll(world.seed[order.world], world.turn, "collect", order.actor, order.target)
    watch = world.capability[order.target, Skill.FORENSICS, order.world]
    caught = order.take(rolled < watch * np.float32(CAUGHT / 100))
    doing.change.add(
        "deeds", caught.target, caught.actor, caught.world, by=-OFFENCE_TAKEN, why="spying"
    )
    seen = (caught.actor, caught.target)
    doing.log.note(What.EXPOSED, caught.world, caught.actor, caught.target, seen=seen)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth most about a likely culprit of whom one is not yet sure."""
    doubt = reading.certainty * (1 - reading.certainty) * 8
    blind = (2 - reading.seen.insight) * np.float32(0.5) * (reading.fear + np.float32(0.1))
    return {Feature.KNOW: (doubt + blind) * reading.other, Feature.BOND: -reading.warm * 2}


ACTION = Action(
    id="collect",
    label="Collect secretly on a nation",
    about="Human and signals sources: secret cards on every open case, and narrower bands on the "
    "target. What they find may burn them if shown.",
    stage=Stage.INVESTIGATE,
    aim=Aim.NATION,
    cost=Cost(effort=3),
    gravity=Gravity.STATUS_QUO,
    legality="espionage: no general ban, local law aside",
    public=False,
    refusals=(),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} turned its secret sources on {target}",
)
