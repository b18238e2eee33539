"""Respond to an incident at home. (Rules 9.12)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Ints, Skill, Status


def refuse(seen: View) -> Ints:
    """Only the victim can respond, and only to harm that is still there."""
    mine = seen.victim == seen.seats[:, None, None]
    rows = np.arange(len(seen.seats))[:, None, None]
    sector = np.maximum(seen.sector, 0)
    level = seen.service[seen.seats[rows], sector, np.arange(seen.worlds)]
    return common.first(~mine, (seen.status == Status.OVER) & (level >= 95))


def resolve(doing: Doing, order: Orders) -> None:
    """Service is restored, and an incident going on ends a turn sooner."""
    world, where = doing.world, order.world
    sector = world.sector[order.incident, where]
    skill = world.capability[order.actor, Skill.RESILIENCE, where] * np.float32(0.01)
    mended = np.float32(p.REPAIR_ORDER) * (np.float32(0.5) + skill) * order.level
    doing.change.add("service", order.actor, sector, where, by=mended, why="respond")
    doing.change.add("security", order.actor, where, by=mended / 4, why="respond")
    doing.change.add("anger", order.actor, where, by=-2.0 * order.level, why="respond")
    doing.change.raise_to("mending", order.actor, where, to=world.turn)
    until = world.until[order.incident, where]
    sooner = np.maximum(until - 1, world.turn)
    doing.change.lower_to("until", order.incident, where, to=sooner)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """Worth what is broken."""
    urgent = np.where(reading.active, np.float32(2.1), np.float32(0.5))
    broken: Floats = reading.seen.severity * reading.mine * urgent
    return {Feature.PROTECT: broken}


ACTION = Action(
    id="respond",
    label="Respond to an incident",
    about="Your teams restore the service that was hit and end the incident sooner.",
    stage=Stage.PROTECT,
    aim=Aim.INCIDENT,
    cost=Cost(effort=1, funds=2),
    gravity=Gravity.STATUS_QUO,
    legality="always lawful",
    public=True,
    refusals=("it did not hit you", "it is over and the service is back"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    levels=3,
    tells="{actor} worked to restore what {incident} had broken",
)
