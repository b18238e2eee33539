"""Take down criminal infrastructure abroad. (Rules 9.64)"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.actions import _common as common
from game.rules import params as p
from game.rules import responses
from game.rules.action import Action, Aim, Cost, Doing, Feature, Gravity, Ground, Stage
from game.rules.orders import Orders
from game.rules.reading import Reading
from game.rules.view import View
from game.rules.world import Floats, Index, Ints, Skill, Status, which

SURE = 0.5  # belief in a group's guilt that it takes (design)
OFFENCE_TAKEN = 3.0  # trust lost with a host that was not asked (design)


def _group(guilt: Floats, nations: int) -> tuple[Index, Floats]:
    """The group most suspected, and how surely. guilt: [..., S, B] with S before the last axis"""
    groups = guilt[..., nations:, :]
    return groups.argmax(axis=-2) + nations, groups.max(axis=-2)


def refuse(seen: View) -> Ints:
    """A group must be suspected, and there must be something to take down."""
    nations = len(seen.support)
    if seen.guilt.shape[2] == nations:
        return common.first(np.ones(seen.status.shape, bool))
    _, sure = _group(seen.guilt, nations)
    weak = (seen.capability[:, Skill.OFFENCE, None] < 20)[:, :, :]
    return common.first(sure < SURE, seen.status != Status.ACTIVE, weak)


def resolve(doing: Doing, order: Orders) -> None:
    """If it was that group, it is over and the group is kept down; its host was not asked."""
    world, change, where = doing.world, doing.change, order.world
    group = responses.suspected_group(world, order.actor, order.incident, where)
    culprit = np.maximum(world.culprit[order.incident, where], 0)
    right = world.board.hand[order.incident, culprit] == group
    hit = which(right)
    change.lower_to("until", order.incident[hit], where[hit], to=world.turn)
    until = world.turn + int(p.CURBED_TURNS)
    change.raise_to("curbed", group, where, to=until)
    host = world.board.home[group].astype(np.intp)
    abroad = which(host != order.actor)
    actor, host, there = order.actor[abroad], host[abroad], where[abroad]
    change.add("deeds", host, actor, there, by=-OFFENCE_TAKEN, why="takedown", who=actor)
    verdict = responses.of_necessity(world, actor, host, there)
    responses.judge(change, actor, host, verdict, there)


def appeal(reading: Reading) -> Mapping[Feature, Floats]:
    """For victims of a group whose host does nothing."""
    nations = reading.other.shape[1]
    sure = reading.seen.guilt[:, :, nations:].max(axis=2, initial=0)
    case = reading.stake * (sure >= np.maximum(reading.minds.bar, SURE)) * reading.active
    return {Feature.PROTECT: case * np.float32(0.5), Feature.JUSTICE: case * np.float32(0.4)}


ACTION = Action(
    id="take_down",
    label="Take down criminal infrastructure",
    about="Seize a group's servers abroad. If it was them, it is over. Lawful by necessity in "
    "grave peril after notice to the host; otherwise it depends on who is asked.",
    stage=Stage.COVERT,
    aim=Aim.INCIDENT,
    cost=Cost(effort=3, capital=1),
    gravity=Gravity.POSTURE,
    ground=Ground.NECESSITY,
    legality="necessity in grave and imminent peril; else contested",
    public=True,
    refusals=(
        "you do not suspect a group enough",
        "it is over",
        "your services lack the skill",
    ),
    refuse=refuse,
    resolve=resolve,
    appeal=appeal,
    tells="{actor} took down servers behind {incident}",
)
