"""Take a countermeasure, with notice. (Rules 9.53)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from game.actions import _common as common
from game.rules import claims, responses
from game.rules import params as p
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.escalation import strike
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Bools, Contested, Floats, Index, Ints, Promise, Skill

BITE = 9.0  # service the other loses at offence 100 (design)
FIRM = 0.5  # least belief in its guilt with which notice can be given (design)


def _wronged(seen: View) -> Bools:
    """[V, N, B] I believe the nation did a wrong, to me, an ally, or one that asked me for help."""
    nations = np.arange(len(seen.support))
    cause = seen.public.ally[seen.seats][:, :, None] | (seen.asked_me[:, :, Promise.HELP] > 0)
    cause |= (nations == seen.seats[:, None])[:, :, None]
    hit = seen.victim[:, :, None] == nations[:, None]
    mine = (hit & cause[:, None]).any(axis=2)[:, :, None]
    wronged: Bools = ((seen.guilt[:, :, : len(nations)] >= FIRM) & mine).any(axis=1)
    return wronged


def refuse(seen: View) -> Ints:
    """There must be a wrong to answer, and something to answer with."""
    weak = seen.capability[:, Skill.OFFENCE, None] < 20
    return common.first(~_wronged(seen), weak)


def resolve(doing: Doing, order: Orders) -> None:
    """With notice and an offer to talk, a service of the other is held down for a while."""
    world, change, where = doing.world, doing.change, order.world
    force = world.capability[order.actor, Skill.OFFENCE, where] * np.float32(0.01)
    change.add(
        "service",
        order.target,
        order.choice,
        where,
        by=-BITE * force,
        why="countermeasure",
        who=order.actor,
    )
    strike(
        world, change, order.actor, order.target, where, p.HEAT_NONVIOLENT * 1.5, "countermeasure"
    )
    change.add(
        "hostility", order.target, order.actor, where, by=8.0, why="countermeasure", who=order.actor
    )
    change.add(
        "deeds", order.target, order.actor, where, by=-8.0, why="countermeasure", who=order.actor
    )
    claims.vent(change, order.actor, where, p.VENT_DEEDS, "countermeasure")
    target = order.target.astype(np.intp)
    case = responses.wrong_answered(world, order.actor, target, where)
    verdict = responses.of_countermeasure(world, order.actor, target, case, where)
    responses.judge(change, order.actor, target, verdict, where)
    responses.record(change, order.actor, target, case, where)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """An answer in kind, for those who are sure, less what those would say who read the law."""
    case = reading.sure_harm * np.float32(0.9) + reading.provoked * np.float32(1.5)
    law = reading.law_cost
    joined = reading.ties.kin_harm * (reading.sure_harm == 0) * collective(reading)
    return {
        Feature.JUSTICE: case * (1 + reading.anger) * np.float32(0.8),
        Feature.SPITE: reading.bad_blood * 2,
        Feature.BOND: joined * np.float32(0.5),
        Feature.RISK: np.float32(1.2) + reading.danger * 9 + reading.restrained + law * 0.5,
        Feature.HONOUR: -law,
    }


def collective(reading: Reading) -> Bools:
    """[V, 1, B] I hold that others may answer a wrong beside its victim."""
    allowed: Bools = (reading.seen.position[:, Contested.COLLECTIVE] == 1)[:, None]
    return allowed


def fill(reading: Reading, row: Index, option: Index, where: Index) -> Mapping[str, Any]:
    """Where it is felt."""
    return {"choice": common.sore_spot(reading, row, option, where)}


ACTION = Action(
    id="countermeasure",
    label="Take a countermeasure",
    about="With notice and an offer to talk, hold down one of its services until it stops. "
    "Once for each wrong. Wrongful itself if it was not them.",
    stage=Stage.PRESSURE,
    aim=Aim.NATION,
    cost=Cost(capital=2, effort=3),
    gravity=Gravity.NONVIOLENT,
    ground=Ground.COUNTERMEASURE,
    legality="lawful against the author of a wrong, after notice, in proportion, without force",
    public=True,
    refusals=("you do not believe that it wronged you or yours", "you lack the means"),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    fill=fill,
    also=("sector",),
    tells="{actor} took a countermeasure against {target}",
    hostile=True,
)
