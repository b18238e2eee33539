"""Powers: what organisations can do, a closed list. (Rules 16)

Each power takes the rows of adopted proposals: the members that take part are their parties.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum

import numpy as np

from game.rules import joint, law, norms, treaties
from game.rules import params as p
from game.rules.changes import Changes
from game.rules.clauses import HOTLINE
from game.rules.duties import hand_over
from game.rules.happenings import Log
from game.rules.lazy import plain
from game.rules.orders import Offers
from game.rules.world import (
    NOBODY,
    Bools,
    Floats,
    Index,
    Look,
    Skill,
    World,
    which,
)


@plain
class Power(IntEnum):
    """What an organisation may be able to do."""

    POOLED_EVIDENCE = 0
    JOINT_STATEMENT = 1
    JOINT_SANCTIONS = 2
    MUTUAL_ASSISTANCE = 3
    CAPACITY_FUND = 4
    TRAINING = 5
    LEGAL_EXPERTISE = 6
    NORM_FORUM = 7
    CONTACT_DIRECTORY = 8
    MEDIATION = 9
    INDEPENDENT_ATTRIBUTION = 10
    FOUND = 11


@plain
class Need(IntEnum):
    """What a power has to be told."""

    INCIDENT = 0
    ACCUSED = 1
    NATION = 2
    NORM = 3
    QUESTION = 4


_NEEDED: dict[Power, tuple[Need, ...]] = {
    Power.POOLED_EVIDENCE: (Need.INCIDENT,),
    Power.JOINT_STATEMENT: (Need.INCIDENT,),
    Power.JOINT_SANCTIONS: (Need.INCIDENT, Need.ACCUSED),
    Power.MUTUAL_ASSISTANCE: (Need.INCIDENT,),
    Power.CAPACITY_FUND: (Need.NATION,),
    Power.LEGAL_EXPERTISE: (Need.QUESTION,),
    Power.NORM_FORUM: (Need.NORM,),
    Power.MEDIATION: (Need.NATION,),
    Power.INDEPENDENT_ATTRIBUTION: (Need.INCIDENT,),
}

NEEDS: Bools = np.array([[n in _NEEDED.get(power, ()) for n in Need] for power in Power])
"""[powers, needs]"""

POWERS = {
    Power.POOLED_EVIDENCE: ("Pool evidence", "Members lay what they found on a case together."),
    Power.JOINT_STATEMENT: (
        "Issue a statement",
        "Members condemn an incident together, and may name \u201cactors from\u201d a nation.",
    ),
    Power.JOINT_SANCTIONS: (
        "Impose sanctions",
        "Members sanction a nation; it takes time.",
    ),
    Power.MUTUAL_ASSISTANCE: ("Help the victim", "Members' response teams go to the nation hit."),
    Power.CAPACITY_FUND: ("Fund capacity", "Members pay for a nation's defence and forensics."),
    Power.TRAINING: ("Train and exercise", "Members drill together: readiness now, skill later."),
    Power.LEGAL_EXPERTISE: (
        "Give legal advice",
        "Members publish positions on a contested question; who had none takes the proposer's.",
    ),
    Power.NORM_FORUM: ("Adopt a norm", "Members endorse a norm together."),
    Power.CONTACT_DIRECTORY: (
        "Open contact points",
        "Members have a line to each other.",
    ),
    Power.MEDIATION: ("Mediate", "It brings a nation and its worst rival to a table."),
    Power.INDEPENDENT_ATTRIBUTION: ("Investigate", "An independent report that everybody sees."),
    Power.FOUND: ("Found it", "The organisation comes into being."),
}
"""Label and meaning of each power."""


ADVICE = 1
"""What is advised where the proposer has no position: the fuller reading of each question."""


def use(world: World, rows: Offers, log: Log) -> None:
    """Let one power of one organisation take effect. (Rules 16.4)"""
    change = Changes(world, log.ledger)
    _EFFECTS[Power(int(rows.power[0]))](change, rows, log)
    change.apply()
    if rows.power[0] == Power.CONTACT_DIRECTORY:
        treaties.in_force(world, rows.world)


def _strength(change: Changes, rows: Offers) -> Floats:
    strength: Floats = change.world.board.bodies.strength[rows.body, rows.power]
    return strength


def _each(change: Changes, rows: Offers) -> tuple[Index, Index]:
    """Row and member for each nation that takes part."""
    row, member = np.nonzero(rows.party[:, : change.world.board.nations])
    return row, member


def _pool(change: Changes, rows: Offers, log: Log) -> None:
    world = change.world
    row, giver, taker = joint.pairs(rows.party[:, : world.board.nations])
    where, incident = rows.world[row], rows.incident[row]
    news = world.look[giver, incident, :, where] == Look.FOUND
    news &= world.look[taker, incident, :, where] == Look.UNSEEN
    line, card = news.nonzero()
    hand_over(world, giver[line], taker[line], incident[line], card, where[line], log)


def _state(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    names = rows.accused[row] != NOBODY
    named, plain_ = row[names], row[~names]
    level = np.ones(len(named), np.intp)
    joint.attribute(
        change,
        member[names],
        rows.incident[named],
        rows.accused[named],
        level,
        rows.world[named],
    )
    joint.condemn(change, member[~names], rows.incident[plain_], rows.world[plain_], joint=True)


def _sanction(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    joint.sanction(change, member, rows.accused[row], rows.world[row])


def _assist(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    victim = change.world.victim[rows.incident[row], rows.world[row]].astype(np.intp)
    others = which(victim != member)
    row, member, victim = row[others], member[others], victim[others]
    joint.assist(change, member, victim, rows.world[row], _strength(change, rows)[row])


def _fund(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    nation = rows.topic[row]
    able = change.world.funds[member, rows.world[row]] >= np.float32(p.FUND_PRICE)
    gives = which((member != nation) & able)
    row, member, nation = row[gives], member[gives], nation[gives]
    where = rows.world[row]
    points = np.float32(p.FUND_POINTS) * _strength(change, rows)[row]
    joint.build_capacity(change, nation, where, points, member)
    change.add("funds", member, where, by=-p.FUND_PRICE, why="capacity fund", who=member)
    change.add("deeds", nation, member, where, by=p.FUND_THANKS, why="capacity fund", who=member)
    change.add("security", member, where, by=0.5, why="a weak partner is a back door")


def _train(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    where, strength = rows.world[row], _strength(change, rows)[row]
    change.add("readiness", member, where, by=p.TRAIN_READY * strength, why="training")
    for skill, share in ((Skill.DEFENCE, 1), (Skill.FORENSICS, 0.5)):
        points = np.float32(p.TRAIN_SKILL * share) * strength
        change.add("maturing", member, skill, 1, where, by=points, why="training")


def _advise(change: Changes, rows: Offers, log: Log) -> None:
    world = change.world
    row, member = _each(change, rows)
    where, point = rows.world[row], rows.topic[row]
    own = world.position[member, point, where]
    first = world.position[rows.actor[row], point, where]
    advised = np.where(first != NOBODY, first, ADVICE)
    answer = np.where(own != NOBODY, own, advised)
    law.speak(change, member, point, answer, where)
    change.add("maturing", member, Skill.DIPLOMACY, 1, where, by=1.0, why="legal expertise")


def _forum(change: Changes, rows: Offers, log: Log) -> None:
    row, member = _each(change, rows)
    norms.endorse(change, member, rows.topic[row], rows.world[row], log)


def _directory(change: Changes, rows: Offers, log: Log) -> None:
    levels = rows.levels.copy()
    levels[:, HOTLINE] = 1
    treaties.register(change, replace(rows, levels=levels))


def _mediate(change: Changes, rows: Offers, log: Log) -> None:
    cool_pair(change, rows.topic, rows.actor, rows.world, _strength(change, rows))


def cool_pair(
    change: Changes, nation: Index, mediator: Index, where: Index, skill: Floats
) -> Index:
    """A nation and the one it quarrels most with step back; returns that other. (Rules 9.42)"""
    world = change.world
    heat = world.heat[nation, :, where] + world.heat[:, nation, where].T
    others = np.arange(world.board.nations)
    outside = (others == mediator[:, None]) | (others == nation[:, None])
    foe: Index = np.where(outside, -1, heat).argmax(axis=1)
    hot = heat[np.arange(len(foe)), foe] > 0
    for one, other in ((nation, foe), (foe, nation)):
        cools, eases = (np.float32(-by) * skill * hot for by in (p.MEDIATION_COOLS, 3))
        change.add("heat", one, other, where, by=cools, why="mediation", who=mediator)
        change.add("hostility", one, other, where, by=eases, why="mediation", who=mediator)
    return foe


def _investigate(change: Changes, rows: Offers, log: Log) -> None:
    idle = which(change.world.inquiry[rows.incident, rows.world] == 0)
    due = change.world.turn + int(p.BODY_TURNS)
    change.put("inquiry", rows.incident[idle], rows.world[idle], to=due)


def _found(change: Changes, rows: Offers, log: Log) -> None:
    change.put("founded", rows.body, rows.world, to=1)
    row, member = _each(change, rows)
    change.add("standing", member, rows.world[row], by=1.0, why="founds", who=member)


_EFFECTS: dict[Power, Callable[[Changes, Offers, Log], None]] = {
    Power.POOLED_EVIDENCE: _pool,
    Power.JOINT_STATEMENT: _state,
    Power.JOINT_SANCTIONS: _sanction,
    Power.MUTUAL_ASSISTANCE: _assist,
    Power.CAPACITY_FUND: _fund,
    Power.TRAINING: _train,
    Power.LEGAL_EXPERTISE: _advise,
    Power.NORM_FORUM: _forum,
    Power.CONTACT_DIRECTORY: _directory,
    Power.MEDIATION: _mediate,
    Power.INDEPENDENT_ATTRIBUTION: _investigate,
    Power.FOUND: _found,
}
