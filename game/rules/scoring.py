"""Objectives, scores, endings, and the grading of judgement. (Rules 11)"""

from __future__ import annotations

import math
from enum import IntEnum

import numpy as np

from game.rules import params as p
from game.rules.changes import on_grid, put_derived
from game.rules.clauses import HOTLINE, NO_OPERATIONS
from game.rules.escalation import WAR, pair_rungs, retaliation_number
from game.rules.happenings import Log, What
from game.rules.lazy import plain
from game.rules.opinion import missing_services
from game.rules.world import NOBODY, Bools, Floats, Index, World, which


@plain
class Ending(IntEnum):
    """How a game can end."""

    RUNNING = 0
    DIGITAL_WAR = 1
    FEUD = 2
    FALSE_ACCUSATION = 3
    NEGOTIATED_RESTRAINT = 4
    JUSTICE = 5
    COLD_TRUCE = 6
    CONTAINED_CRISIS = 7
    STANDOFF = 8
    UNEASY_CALM = 9
    AMENDS = 10
    LONE_VOICE = 11
    OPEN_SECRET = 12


ENDINGS = {
    Ending.DIGITAL_WAR: ("digital war", "the ladder was climbed to the top; everybody loses"),
    Ending.FEUD: ("feud", "hostile acts go on causing more than one hostile act each"),
    Ending.FALSE_ACCUSATION: (
        "false accusation",
        "more nations blamed an innocent than the author",
    ),
    Ending.NEGOTIATED_RESTRAINT: (
        "negotiated restraint",
        "nations that had cause to fight are bound by a treaty, and the temperature was kept low",
    ),
    Ending.AMENDS: ("amends made", "whoever did the gravest thing owned up and made it good"),
    Ending.JUSTICE: ("the author named", "in the gravest case several nations named who did it"),
    Ending.COLD_TRUCE: ("cold truce", "the quarrel is not settled, but a line is open"),
    Ending.STANDOFF: ("standoff", "hot, unsettled, and no line open between the rivals"),
    Ending.CONTAINED_CRISIS: ("contained crisis", "it ends on a low rung, nothing settled"),
    Ending.LONE_VOICE: ("a lone voice", "in the gravest case a single nation named somebody"),
    Ending.OPEN_SECRET: ("an open secret", "most are sure who did it, and nobody says so"),
    Ending.UNEASY_CALM: ("uneasy calm", "no fight and no answer; the next one is coming"),
}
"""Name of each ending and what it means."""


def finish(world: World, log: Log) -> None:
    """The game ends on the last turn, or in digital war. (Rules 11.4)"""
    war = world.rung == WAR
    last = world.turn >= world.board.turns
    over = (war | last) & (world.ended == 0)
    if not over.any():
        return
    ending = np.where(over, name_ending(world), world.ending)
    put_derived(world, "ending", ending)
    put_derived(world, "ended", np.where(over, world.turn, world.ended))
    where = which(over)
    log.note(What.GAME_OVER, where, a=ending[where])


def name_ending(world: World) -> Floats:
    """Which ending fits; the first that holds, in the order of the rules. [B] (Rules 11.5)"""
    number = retaliation_number(world.replies, world.suffered, world.board.ally)
    wrong, right = _accusers(world)
    named = wrong + right
    worst = pair_rungs(world.heat).max(axis=(0, 1))
    cases = (
        (world.rung == WAR, Ending.DIGITAL_WAR),
        ((number >= 1) & (worst >= 4), Ending.FEUD),
        ((wrong >= 2) & (wrong > right), Ending.FALSE_ACCUSATION),
        (_restraint(world) & (worst <= 1), Ending.NEGOTIATED_RESTRAINT),
        (_amends(world) & (worst <= 1), Ending.AMENDS),
        ((right >= 2) & (right > wrong), Ending.JUSTICE),
        ((worst >= 2) & line_open(world), Ending.COLD_TRUCE),
        (worst >= 3, Ending.STANDOFF),
        (world.peak >= 2, Ending.CONTAINED_CRISIS),
        (named == 1, Ending.LONE_VOICE),
        ((named == 0) & _known_in_private(world), Ending.OPEN_SECRET),
    )
    ending = np.full(world.worlds, Ending.UNEASY_CALM, np.float32)
    for holds, name in reversed(cases):
        ending = np.where(holds, np.float32(name), ending)
    return ending


def _restraint(world: World) -> Bools:
    """A treaty against operations binds two nations with a grievance or an old enmity."""
    cause = (world.grievance >= 4) | (world.board.hostile >= 40)[:, :, None]
    bound = world.pact[NO_OPERATIONS] > 0
    holds: Bools = (bound & (cause | cause.swapaxes(0, 1))).any(axis=(0, 1))
    return holds


def _gravest(world: World) -> tuple[Index, Index]:
    """The gravest case that has begun, of each world; and the worlds. [B], [B]"""
    gravest = (world.severity * (world.status > 0)).argmax(axis=0)
    return gravest, np.arange(world.worlds)


def _amends(world: World) -> Bools:
    """Whoever had a hand in the gravest case owned up and made good."""
    gravest, here = _gravest(world)
    made: Bools = (world.answered_for[:, gravest, here] == 2).any(axis=0)
    return made


def _known_in_private(world: World) -> Bools:
    """More than half of the nations are sure of one and the same author."""
    gravest, here = _gravest(world)
    sure = world.guilt[:, gravest, :, here] >= np.float32(p.LAW_CERTAIN)
    known: Bools = (sure.sum(axis=1) * 2 > world.board.nations).any(axis=1)
    return known


def _accusers(world: World) -> tuple[Floats, Floats]:
    """Nations whose standing claim in the gravest case is wrong, and right. [B], [B]"""
    gravest, here = _gravest(world)
    accused = world.accused[:, gravest, here]
    guilty = _culprits(world)[gravest, np.maximum(accused, 0), here]
    claimed = accused != NOBODY
    wrong = (claimed & ~guilty).sum(axis=0)
    right = (claimed & guilty).sum(axis=0)
    return wrong.astype(np.float32), right.astype(np.float32)


def _culprits(world: World) -> Bools:
    """Actors truly responsible for each incident. [I, S, B]"""
    blames = world.board.blames.transpose(0, 2, 1)
    incident = np.arange(world.board.sizes["I"])[:, None]
    chosen = np.maximum(world.culprit, 0)
    responsible = blames[incident, :, chosen].transpose(0, 2, 1)
    real: Bools = responsible & (world.culprit != NOBODY)[:, None]
    return real


def scores(world: World) -> dict[str, Floats]:
    """Each part of each nation's score, and the total. [N, B] each (Rules 11.2)"""
    parts = {
        "objectives": _objectives(world) * np.float32(p.SCORE_OBJECTIVES),
        "services": (100 - missing_services(world)) * np.float32(p.SCORE_SERVICES / 100),
        "security": np.minimum(world.security, 100) * np.float32(p.SCORE_SECURITY / 100),
        "standing": (world.standing + _trusted(world)) * np.float32(p.SCORE_STANDING / 200),
        "support": world.support * np.float32(p.SCORE_SUPPORT / 100),
        "peace": (WAR - world.rung) * np.float32(p.SCORE_PEACE / WAR) + 0 * world.support,
    }
    parts = {name: on_grid(part) for name, part in parts.items()}
    earned = np.zeros_like(world.support)
    for part in parts.values():
        earned = earned + part
    war = np.where(world.rung == WAR, np.float32(1 - p.SCORE_WAR), np.float32(0))
    parts["war"] = on_grid(-earned * war)
    parts["total"] = earned + parts["war"]
    return parts


def _objectives(world: World) -> Floats:
    """Share of its objectives' points that each nation has met. [N, B]"""
    board = world.board
    share = np.zeros((board.nations, world.worlds), np.float32)
    total = np.zeros(board.nations, np.float32)
    for number, nation in enumerate(board.seeker):
        total[nation] += board.points[number]
        share[nation] += board.points[number] * (world.objective[number] > 0)
    met = share / np.maximum(total, np.float32(1))[:, None]
    return met.astype(np.float32, copy=False)


def _trusted(world: World) -> Floats:
    """How far the others trust a nation, on average. [N, B]"""
    others = ~np.eye(world.board.nations, dtype=bool)
    trust = (world.trust * others[:, :, None] * 64).sum(axis=0) / np.float32(64)
    mean: Floats = trust / np.float32(max(world.board.nations - 1, 1))
    return mean


def brier(stated: Floats, truth: int) -> float:
    """Brier score of a stated distribution, 0 best, 2 worst: sum of squares. (Rules 11.6)"""
    outcome = np.zeros_like(stated)
    outcome[truth] = 1
    return float(((stated - outcome) ** 2).sum(axis=0))


def log_score(stated: Floats, truth: int) -> float:
    """Logarithmic score, 0 best, with a floor of 1 % under the chance stated. (Rules 11.6)"""
    return float(-math.log(max(float(stated[truth]), 0.01)))


def regret(stated: Floats, ideal: Floats) -> float:
    """Expected Brier score lost against the ideal reader of the same evidence. (Rules 11.7)"""
    return float(((stated - ideal) ** 2).sum(axis=0))


def line_open(world: World) -> Bools:
    """Some pair of nations has a hotline. [B]"""
    open_: Bools = (world.pact[HOTLINE] > 0).any(axis=(0, 1))
    return open_
