"""Responses: how each nation reads an act of statecraft, and what that costs. (Rules 15)

Retorsion is always lawful. What would be wrongful needs a ground: it answers a wrong
(countermeasure), or averts a grave peril (necessity), or meets an armed attack (self-defence).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.action import Action, Doing, Ground
from game.rules.changes import Changes, on_grid
from game.rules.clauses import NO_OPERATIONS
from game.rules.happenings import Log, What
from game.rules.law import Verdict, of_answer, of_deeds, of_incidents, stances
from game.rules.orders import Orders
from game.rules.requests import lapsed
from game.rules.screening import by_action
from game.rules.world import (
    NOBODY,
    Bools,
    Contested,
    Floats,
    Index,
    Ints,
    Promise,
    Status,
    World,
    which,
)


def of_orders(world: World, actions: Sequence[Action], orders: Orders) -> Ints:
    """How each nation reads each order, were it known whose it is. [N, rows] (Rules 15.3)"""
    verdict = np.zeros((world.board.nations, len(orders)), np.int16)
    for number, rows in by_action(actions, orders, np.arange(len(orders))):
        verdict[:, rows] = _of_action(world, actions[number], orders.take(rows))
    return verdict


def _of_action(world: World, action: Action, rows: Orders) -> Any:
    actor, target, where = rows.actor, rows.target, rows.world
    if action.ground is Ground.RETORSION:
        barred = world.pact[NO_OPERATIONS, actor, target, where] > 0
        return np.where(barred, Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    if action.ground is Ground.COUNTERMEASURE:
        wrong = wrong_answered(world, actor, target, where)
        return of_countermeasure(world, actor, target, wrong, where)
    if action.ground is Ground.NECESSITY:
        group = suspected_group(world, actor, rows.incident, where)
        return of_necessity(world, actor, world.board.home[group].astype(np.intp), where)
    if action.ground is Ground.SELF_DEFENCE:
        return of_force(world, actor, target, where)
    if action.ground is Ground.OPERATION:
        return _of_operation(world, action, rows)
    return Verdict.WRONGFUL if action.ground is Ground.BREACH else Verdict.LAWFUL


def _of_operation(world: World, action: Action, rows: Orders) -> Ints:
    """A covert operation is read as the incident it sets out to cause."""
    doing = Doing(world, Changes(world), Log(False), [], [])
    action.resolve(doing, rows)
    (planned,) = doing.operations
    read = stances(world)[:, :, rows.world]
    return of_deeds(world.board, read, planned.kind.astype(np.int16), planned.severity)


def of_countermeasure(
    world: World, actor: Index, target: Index, incident: Index, where: Index
) -> Ints:
    """How each nation reads countermeasures over an incident. [N, rows] (Rules 15.4)"""
    read = stances(world)
    deed = of_incidents(world, read)[:, incident, where]
    view = read[:, :, where]
    proved = _attributable(world, view, actor, target, incident, where)
    third = world.victim[incident, where] != actor
    told = _noticed(world, actor, target, incident, where)
    barred = ~proved | (world.severity[incident, where] < np.float32(p.LAW_FLOOR))
    barred |= world.countered[actor, incident, where] != 0
    return np.where(barred, np.int16(Verdict.WRONGFUL), of_answer(deed, view, told, third))


def wrong_answered(world: World, actor: Index, target: Index, where: Index) -> Index:
    """The wrong that a countermeasure answers. [rows] (Rules 15.4)

    The gravest, by severity and the actor's belief that it was the target; a wrong done to itself
    counts double one done to an ally or to one that asked it for help. One that it has not
    answered yet comes first, if there is any.
    """
    belief = world.guilt[actor, :, target, where] * world.severity[:, where].T
    victim = world.victim[:, where].T
    mine = victim == actor[:, None]
    friend = world.board.ally[actor[:, None], victim]
    friend |= world.asked[victim, actor[:, None], Promise.HELP, where[:, None]] > 0
    cause = mine * np.float32(2) + (friend & (victim != NOBODY) & ~mine)
    fresh = np.where(world.countered[actor, :, where] == 0, np.float32(1), np.float32(1 / 64))
    wrong: Index = (belief * cause * fresh).argmax(axis=1)
    return wrong


def _attributable(
    world: World, view: Ints, actor: Index, target: Index, incident: Index, where: Index
) -> Bools:
    """The reader believes it was the target or, if due diligence binds, its guests. [N, rows]"""
    proof = np.float32(p.LAW_PROOF)
    by_state = world.guilt[:, incident, target, where] >= proof
    guests = (world.board.home == target[:, None]).T[None]
    by_guests = (world.guilt[:, incident, :, where].transpose(1, 2, 0) * guests).max(axis=1)
    owed = _careless(world, view, actor, target, where)
    attributable: Bools = by_state | ((by_guests >= proof) & owed)
    return attributable


def _careless(world: World, view: Ints, actor: Index, host: Index, where: Index) -> Bools:
    """The host was given notice and did nothing, to readers for whom due diligence binds."""
    idle = lapsed(world, actor, host, Promise.TAKEDOWN, where)
    careless: Bools = (view[:, Contested.DUE_DILIGENCE] == 1) & idle
    return careless


def _noticed(world: World, actor: Index, target: Index, incident: Index, where: Index) -> Bools:
    """The target was warned or asked to stop not long ago, or there is no time. [rows]"""
    asked = world.asked[actor, target, Promise.RESTRAINT, where]
    last = np.maximum(world.warned[actor, target, where], asked)
    told: Bools = (last > 0) & (last >= world.turn - int(p.LAW_NOTICE))
    return told | (_peril(world, actor, where)[incident, np.arange(len(where))])


def _peril(world: World, actor: Index, where: Index) -> Bools:
    """Incidents that are a grave and imminent peril to the actor. [I, rows]"""
    active = (world.status[:, where] == Status.ACTIVE) & (world.victim[:, where] == actor)
    peril: Bools = active & (world.severity[:, where] >= np.float32(p.LAW_GRAVE))
    return peril


def of_force(world: World, actor: Index, target: Index, where: Index) -> Ints:
    """How each nation reads a strike: self-defence against an armed attack, or force. (15.5)"""
    recent = world.turn - int(p.LAW_RECENT)
    deed = of_incidents(world)[..., where]
    sure = world.guilt[:, :, target, where] >= np.float32(p.LAW_CERTAIN)
    victim = world.victim[:, where]
    ours = (victim == actor) | (world.board.ally[actor, victim] & (victim != NOBODY))
    ours &= world.began[:, where] >= recent
    defence = ((deed >= Verdict.ATTACK) & sure & ours).any(axis=1)
    nation = np.arange(world.board.nations)[:, None]
    side = (nation == actor) | world.board.ally[actor].T
    blow = world.blow[target, :, where].T
    struck_first = (side & (blow > 0) & (blow >= recent)).any(axis=0)
    return np.where(defence | struck_first, Verdict.LAWFUL, Verdict.FORCE).astype(np.int16)


def of_necessity(world: World, actor: Index, host: Index, where: Index) -> Ints:
    """How each nation reads an act on another's soil without its leave. [N, rows] (Rules 15.6)"""
    read = stances(world)[:, :, where]
    sovereign = read[:, Contested.SOVEREIGNTY]
    without = np.where(sovereign == 1, Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    without = np.where(sovereign == NOBODY, Verdict.UNCLEAR, without)
    asked = world.asked[actor, host, Promise.TAKEDOWN, where] > 0
    peril = _peril(world, actor, where).any(axis=0)
    verdict = np.where(peril, np.where(asked, Verdict.LAWFUL, Verdict.UNCLEAR), without)
    home = (host == actor) | _careless(world, read, actor, host, where)
    return np.where(home, Verdict.LAWFUL, verdict).astype(np.int16)


def suspected_group(world: World, actor: Index, incident: Index, where: Index) -> Index:
    """The group that a nation suspects most of an incident. [rows]"""
    nations = world.board.nations
    groups: Index = world.guilt[actor, incident, :, where][:, nations:].argmax(axis=1) + nations
    return groups


def judge(change: Changes, actor: Index, target: Index, verdict: Ints, where: Index) -> None:
    """Third nations think less of one whose answer they read as wrongful. (Rules 15.7)"""
    if not change.world.board.systems.law:
        return
    nation = np.arange(change.world.board.nations)[:, None]
    others = (nation != actor) & (nation != target)
    worse = np.where(verdict == Verdict.FORCE, 2, verdict >= Verdict.WRONGFUL)
    cost = worse * np.float32(p.LAW_WRONG) + (verdict == Verdict.UNCLEAR) * np.float32(p.LAW_DOUBT)
    loss = on_grid(-cost * others)
    change.add("deeds", nation, actor, where, by=loss, why="law", who=actor)
    mean = loss.sum(axis=0) / np.float32(max(change.world.board.nations - 2, 1))
    change.add("standing", actor, where, by=mean / 2, why="law", who=actor)


def record(change: Changes, actor: Index, target: Index, incident: Index, where: Index) -> None:
    """Remember whom an answer to a wrong hit, for when the truth comes out. (Rules 15.8)"""
    key = (where * 64 + incident) * 64 + actor
    order = np.lexsort((-target, key))
    first = order[np.unique(key[order], return_index=True)[1]]
    change.put("countered", actor[first], incident[first], where[first], to=target[first] + 1)


def hindsight(world: World, before: Floats, log: Log) -> None:
    """An answer that hit the wrong party is itself wrongful, when the truth comes out. (15.8)

    before: what nations believed earlier. [N, I, S, B]
    """
    nation, incident, where = world.countered.nonzero()
    if not nation.size or not world.board.systems.law:
        return
    target = world.countered[nation, incident, where].astype(np.intp) - 1
    now, then = (beliefs[:, incident, target, where] for beliefs in (world.guilt, before))
    others = np.arange(world.board.nations)[:, None] != nation
    steps = ((now - then) * np.float32(1024) * others).sum(axis=0)
    mean = steps / np.float32(1024 * (world.board.nations - 1))
    change = Changes(world, log.ledger)
    swing = mean * np.float32(p.LAW_HINDSIGHT)
    change.add("standing", nation, where, by=swing, why="law in hindsight", who=nation)
    change.apply()
    wrong = which(mean < -0.25)
    log.note(What.WRONGFUL, where[wrong], nation[wrong], target[wrong], incident[wrong])
