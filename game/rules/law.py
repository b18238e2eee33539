"""Law: positions on contested questions, and how each nation reads an act. (Rules 15)

There is no court. Every nation reads an act by its own positions; where it has none, by custom if
one has formed, else the act stays in the grey zone for it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.board import Board, Public
from game.rules.changes import Changes, on_grid
from game.rules.happenings import Log, What
from game.rules.lazy import plain
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

ELECTION = 7
"""Kind of incident that interferes in what a state may decide freely (non-intervention)."""


@plain
class Verdict(IntEnum):
    """How an act is read, from lawful to an armed attack."""

    LAWFUL = 0
    UNFRIENDLY = 1
    UNCLEAR = 2
    WRONGFUL = 3
    FORCE = 4
    ATTACK = 5


ANSWERS: dict[Contested, tuple[str, ...]] = {
    Contested.SOVEREIGNTY: ("principle", "rule"),
    Contested.COUNTERMEASURES: ("rejected", "allowed"),
    Contested.NOTICE: ("waivable", "required"),
    Contested.COLLECTIVE: ("forbidden", "allowed"),
    Contested.DUE_DILIGENCE: ("voluntary", "binding"),
    Contested.FORCE: ("severity_7", "severity_6", "severity_5"),
    Contested.NEW_TREATY: ("existing_law", "needed"),
}
"""Answers to each question, by number."""

QUESTIONS = {
    Contested.SOVEREIGNTY: "Is sovereignty a rule of its own, or only a principle?",
    Contested.COUNTERMEASURES: "Are countermeasures allowed against cyber operations?",
    Contested.NOTICE: "Is prior notice of a countermeasure always required?",
    Contested.COLLECTIVE: "May third states take countermeasures for a victim?",
    Contested.DUE_DILIGENCE: "Is due diligence over one's own territory binding law?",
    Contested.FORCE: "From what severity on is an act a use of force?",
    Contested.NEW_TREATY: "Does the law need a new treaty?",
}
"""The contested questions in words."""

VERDICTS = {
    Verdict.LAWFUL: "lawful",
    Verdict.UNFRIENDLY: "unfriendly, not unlawful",
    Verdict.UNCLEAR: "in the grey zone",
    Verdict.WRONGFUL: "wrongful",
    Verdict.FORCE: "a use of force",
    Verdict.ATTACK: "an armed attack",
}
"""The verdicts in words."""

_FORCE_AT: Floats = np.array([7, 6, 5, 7], np.float32)  # the last for those without a position


def custom(said: Ints, influence: Floats) -> Ints:
    """The answer most of those who spoke agree on, NOBODY where there is none. [Q, B]

    said: published positions [N, Q, B]; influence: [N], on the grid. (Rules 15.2)
    """
    weight = influence[:, None, None]
    spoken = (weight * (said != NOBODY)).sum(axis=0)
    enough = spoken >= influence.sum(axis=0) * np.float32(p.LAW_SPOKEN)
    formed = np.full(said.shape[1:], NOBODY, np.int16)
    for answer in range(3):
        agree = (weight * (said == answer)).sum(axis=0)
        formed[enough & (agree >= spoken * np.float32(p.LAW_SHARE)) & (agree > 0)] = answer
    return formed


def stances(world: World) -> Ints:
    """How each nation reads each question now. [N, Q, B] (Rules 15.2)"""
    return read_law(world.position, world.declared, world.norm, world.board)


def read_law(position: Ints, declared: Ints, norm: Ints, known: Board | Public) -> Ints:
    """Some nations' readings, as far as their positions are known. [rows, Q, B] (Rules 15.2)

    Its own position; without one, custom; a norm it has adopted answers the question it informs.
    position: [rows, Q, B]; norm: theirs, [rows, K, B]; declared: by all, [N, Q, B].
    """
    formed = custom(declared, known.influence)
    read: Ints = np.where(position == NOBODY, formed, position)
    norms = known.norms
    for number in which(norms.point != NOBODY):
        point = norms.point[number]
        read[:, point] = np.where(norm[:, number] > 0, norms.answer[number], read[:, point])
    return read


def of_incidents(world: World, read: Ints | None = None) -> Ints:
    """How each nation reads each incident, were it the work of a state. [N, I, B] (Rules 15.3)"""
    read = stances(world) if read is None else read
    sovereign = read[:, Contested.SOVEREIGNTY, None]
    severity, kind = world.severity, world.kind
    quiet = world.board.kinds.quiet[kind] & (kind >= 0)
    grave = np.where(severity >= 4, Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    some = np.where(severity >= 2, Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    unsure = np.where((grave == Verdict.UNFRIENDLY) & (severity >= 2), Verdict.UNCLEAR, grave)
    verdict = np.where(sovereign == 1, some, np.where(sovereign == 0, grave, unsure))
    meddling = (kind == ELECTION) & (severity >= 3)
    verdict = np.where(meddling, Verdict.WRONGFUL, verdict)
    bar = _FORCE_AT[read[:, Contested.FORCE]][:, None]
    verdict = np.where(severity >= bar, Verdict.FORCE, verdict)
    verdict = np.where(severity >= bar + 1, Verdict.ATTACK, verdict)
    spying = np.where(sovereign == 1, Verdict.UNCLEAR, Verdict.UNFRIENDLY)
    return np.where(quiet, spying, verdict).astype(np.int16)


def of_countermeasure(
    world: World, actor: Index, target: Index, incident: Index, where: Index
) -> Ints:
    """How each nation reads countermeasures over an incident. [N, rows] (Rules 15.4)"""
    read = stances(world)
    deed = of_incidents(world, read)[:, incident, where]
    view = read[:, :, where]
    proved = _attributable(world, view, actor, target, incident, where)
    third = world.victim[incident, where] != actor
    told = _noticed(world, actor, target, where)
    barred = ~proved | (deed < Verdict.UNCLEAR)
    barred |= world.severity[incident, where] < np.float32(p.LAW_FLOOR)
    barred |= view[:, Contested.COUNTERMEASURES] == 0
    barred |= third & (view[:, Contested.COLLECTIVE] == 0)
    barred |= ~told & (view[:, Contested.NOTICE] == 1)
    unclear = (deed == Verdict.UNCLEAR) | (view[:, Contested.COUNTERMEASURES] == NOBODY)
    unclear |= third & (view[:, Contested.COLLECTIVE] == NOBODY)
    unclear |= ~told & (view[:, Contested.NOTICE] == NOBODY)
    doubtful = np.where(unclear, Verdict.UNCLEAR, Verdict.LAWFUL)
    return np.where(barred, Verdict.WRONGFUL, doubtful).astype(np.int16)


def _attributable(
    world: World, view: Ints, actor: Index, target: Index, incident: Index, where: Index
) -> Bools:
    """The reader believes it was the target or, if due diligence binds, its guests. [N, rows]"""
    proof = np.float32(p.LAW_PROOF)
    by_state = world.guilt[:, incident, target, where] >= proof
    guests = (world.board.home == target[:, None]).T[None]
    by_guests = (world.guilt[:, incident, :, where].transpose(1, 2, 0) * guests).max(axis=1)
    asked = world.asked[actor, target, Promise.TAKEDOWN, where] > 0
    owed = (view[:, Contested.DUE_DILIGENCE] == 1) & asked
    attributable: Bools = by_state | ((by_guests >= proof) & owed)
    return attributable


def _noticed(world: World, actor: Index, target: Index, where: Index) -> Bools:
    """The target was warned, or asked to stop, not long ago."""
    last = world.warned[actor, target, where]
    told: Bools = (last > 0) & (last >= world.turn - int(p.LAW_NOTICE))
    return told


def of_force(world: World, actor: Index, target: Index, where: Index) -> Ints:
    """How each nation reads a strike: self-defence against an armed attack, or force. (15.5)"""
    deed = of_incidents(world)[..., where]
    sure = world.guilt[:, :, target, where] >= np.float32(p.LAW_CERTAIN)
    mine = world.victim[:, where] == actor
    defence = ((deed >= Verdict.ATTACK) & sure & mine).any(axis=1)
    return np.where(defence, Verdict.LAWFUL, Verdict.FORCE).astype(np.int16)


def of_necessity(world: World, actor: Index, where: Index) -> Ints:
    """How each nation reads an act without an author proved: necessity needs peril. (15.6)"""
    active = (world.status[:, where] == Status.ACTIVE) & (world.victim[:, where] == actor)
    peril = (active & (world.severity[:, where] >= np.float32(p.LAW_GRAVE))).any(axis=0)
    sovereign = stances(world)[:, Contested.SOVEREIGNTY][:, where]
    without = np.where(sovereign == 1, Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    without = np.where(sovereign == NOBODY, Verdict.UNCLEAR, without)
    return np.where(peril, Verdict.LAWFUL, without).astype(np.int16)


def judge(change: Changes, actor: Index, target: Index, verdict: Ints, where: Index) -> None:
    """Third nations think less of one whose answer they read as wrongful. (Rules 15.7)"""
    nation = np.arange(change.world.board.nations)[:, None]
    others = (nation != actor) & (nation != target)
    worse = np.where(verdict == Verdict.FORCE, 2, verdict >= Verdict.WRONGFUL)
    cost = worse * np.float32(p.LAW_WRONG) + (verdict == Verdict.UNCLEAR) * np.float32(p.LAW_DOUBT)
    loss = on_grid(-cost * others)
    change.add("deeds", nation, actor, where, by=loss, why="law", who=actor)
    mean = loss.sum(axis=0) / np.float32(max(change.world.board.nations - 2, 1))
    change.add("standing", actor, where, by=mean / 2, why="law", who=actor)


def hindsight(world: World, before: Floats, log: Log) -> None:
    """A countermeasure on the wrong party is itself wrongful, when the truth comes out. (15.8)

    before: what nations believed when the turn began. [N, I, S, B]
    """
    nation, incident, where = world.countered.nonzero()
    if not nation.size:
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


def speak(change: Changes, nation: Index, point: Index, answer: Index, where: Index) -> None:
    """Publish a position: it counts towards custom, and changing it later costs. (Rules 15.2)"""
    world = change.world
    before = world.declared[nation, point, where]
    spoken = before != NOBODY
    turned = spoken & (before != answer)
    change.put("position", nation, point, where, to=answer)
    change.put("declared", nation, point, where, to=answer)
    effect = np.where(turned, -p.LAW_TURNS, np.where(spoken, 0, p.LAW_SPEAKS))
    change.add("standing", nation, where, by=effect, why="legal position", who=nation)


def grey_zone(world: World) -> Floats:
    """How far nations disagree on the incidents of the game: share of pairs of readings. [B]"""
    begun = world.status != Status.AWAITED
    verdict = np.minimum(of_incidents(world), Verdict.FORCE)
    count = world.board.nations
    apart = (verdict[:, None] != verdict[None, :]).sum(axis=(0, 1)) * begun
    pairs = np.maximum(begun.sum(axis=0) * (count * (count - 1)), 1).astype(np.float32)
    share: Floats = apart.sum(axis=0).astype(np.float32) / pairs
    return share


def answer_number(point: Contested, answer: Any) -> int:
    """The number of an answer by its name."""
    return ANSWERS[point].index(str(answer))
