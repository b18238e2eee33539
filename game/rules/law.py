"""Law: positions on contested questions, and how each nation reads an act. (Rules 15)

There is no court. Every nation reads an act by its own positions; where it has none, by custom if
one has formed, else the act stays in the grey zone for it.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from game.rules import params as p
from game.rules.board import Board, Public
from game.rules.changes import Changes, put_derived
from game.rules.lazy import plain
from game.rules.world import NOBODY, Contested, Floats, Index, Ints, Status, World, which

if TYPE_CHECKING:
    from game.rules.view import View

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


def custom(said: Ints, influence: Floats, standing: Ints) -> Ints:
    """The answer that is custom after what was said, NOBODY where there is none. [Q, B]

    It forms when enough have spoken and most of them agree, and stands until fewer than half do.
    said: published positions [N, Q, B]; influence: [N], on the grid; standing: what was custom,
    [Q, B]. (Rules 15.2)
    """
    weight = influence[:, None, None]
    spoken = (weight * (said != NOBODY)).sum(axis=0)
    enough = spoken >= influence.sum(axis=0) * np.float32(p.LAW_SPOKEN)
    formed = np.full(said.shape[1:], NOBODY, np.int16)
    for answer in range(3):
        agree = (weight * (said == answer)).sum(axis=0)
        share = np.where(standing == answer, np.float32(p.LAW_KEEPS), np.float32(p.LAW_SHARE))
        formed[enough & (agree >= spoken * share) & (agree > 0)] = answer
    return formed


def settle(world: World) -> None:
    """Custom forms and falls with what has been published. (Rules 15.2)

    It binds all but those who spoke against it before it formed; who speaks later is bound.
    """
    formed = custom(world.declared, world.board.influence, world.customary)
    moved = formed != world.customary
    if not moved.any():
        return
    said = world.declared
    against = (said != NOBODY) & (said != formed) & (formed != NOBODY)
    put_derived(world, "objects", np.where(moved, against, world.objects))
    put_derived(world, "customary", formed)


def stances(world: World) -> Ints:
    """How each nation reads each question now. [N, Q, B] (Rules 15.2)"""
    return read_law(world.position, world, world.board)


def read_law(position: Ints, seen: World | View, known: Board | Public) -> Ints:
    """All nations' readings, as far as their positions are known. [N, Q, B] (Rules 15.2)

    The norms it has adopted answer what they inform; else custom, unless it objected in time; else
    what it said, in public or to itself. position: what is known of what they think, [N, Q, B].
    """
    own = np.where(seen.declared == NOBODY, position, seen.declared)
    bound = (seen.customary != NOBODY) & (seen.objects == 0)
    read: Ints = np.where(bound, seen.customary, own)
    norms = known.norms
    for number in which(norms.point != NOBODY):
        point = norms.point[number]
        read[:, point] = np.where(seen.norm[:, number] > 0, norms.answer[number], read[:, point])
    return read


def of_incidents(world: World, read: Ints | None = None) -> Ints:
    """How each nation reads each incident, were it the work of a state. [N, I, B] (Rules 15.3)"""
    read = stances(world) if read is None else read
    return of_deeds(world.board, read[:, :, None], world.kind, world.severity)


def of_deeds(board: Board, read: Ints, kind: Ints, severity: Floats) -> Ints:
    """How nations read acts of a kind and severity. [N, ...] (Rules 15.3)

    read: [N, Q, ...], its last axes and the others broadcast.
    """
    sovereign = read[:, Contested.SOVEREIGNTY]
    grave = np.where(severity >= np.float32(p.LAW_HARM), Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    some = np.where(severity >= np.float32(p.LAW_TRACE), Verdict.WRONGFUL, Verdict.UNFRIENDLY)
    unsure = np.where(grave == some, grave, Verdict.UNCLEAR)
    verdict = np.where(sovereign == 1, some, np.where(sovereign == 0, grave, unsure))
    meddling = (kind == ELECTION) & (severity >= np.float32(p.LAW_MEDDLING))
    verdict = np.where(meddling, Verdict.WRONGFUL, verdict)
    bar = _FORCE_AT[read[:, Contested.FORCE]]
    verdict = np.where(severity >= bar, Verdict.FORCE, verdict)
    verdict = np.where(severity >= bar + 1, Verdict.ATTACK, verdict)
    spying = np.where(sovereign == 1, Verdict.UNCLEAR, Verdict.UNFRIENDLY)
    quiet = board.kinds.quiet[kind] & (kind >= 0)
    return np.where(quiet, spying, verdict).astype(np.int16)


def of_answer(deed: Any, view: Any, told: Any, third: Any) -> Ints:
    """How each nation reads a countermeasure, by its views and its reading of the wrong. (15.4)

    deed: the verdict on the wrong, [N, rows]; view: readings of the questions, [N, Q, rows]; told:
    notice was given; third: the wrong was done to another. [rows] each.
    """
    allowed, notice = view[:, Contested.COUNTERMEASURES], view[:, Contested.NOTICE]
    collective = view[:, Contested.COLLECTIVE]
    barred = (deed < Verdict.UNCLEAR) | (allowed == 0)
    barred |= third & (collective == 0) | ~told & (notice == 1)
    unclear = (deed == Verdict.UNCLEAR) | (allowed == NOBODY)
    unclear |= third & (collective == NOBODY) | ~told & (notice == NOBODY)
    doubtful = np.where(unclear, Verdict.UNCLEAR, Verdict.LAWFUL)
    return np.where(barred, Verdict.WRONGFUL, doubtful).astype(np.int16)


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
