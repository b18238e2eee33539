"""Escalation: heat between nations, the ladder, and the retaliation number. (Rules 7)"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes, on_grid, put_derived
from game.rules.clauses import HOTLINE
from game.rules.happenings import Log, What
from game.rules.world import Bools, Floats, Ints, World, which

LADDER = (
    "calm",
    "tension",
    "dispute",
    "confrontation",
    "crisis",
    "clashes",
    "brink",
    "digital war",
)
"""Names of the rungs."""

WAR = len(LADDER) - 1
"""The rung at which everybody loses."""


def strike(
    world: World, change: Changes, actor: Any, target: Any, where: Any, heat: float, why: str
) -> None:
    """An open hostile act: heat, a mark on the record, and perhaps an answer. (Rules 7.1)"""
    line = world.pact[HOTLINE, actor, target, where] > 0
    amount = np.where(line, np.float32(heat * p.HOTLINE_COOLS), np.float32(heat))
    change.add("heat", actor, target, where, by=amount, why=why, who=actor)
    change.raise_to("struck", actor, target, where, to=world.turn)
    change.count("suffered", target, where)
    answer = which(provoked(world, actor, target, where))
    change.count("replies", actor[answer], where[answer])


def provoked(world: World, actor: Any, target: Any, where: Any) -> Any:
    """Whether an act is an answer: the other struck lately, openly or as the actor believes."""
    window = int(p.REPLY_WINDOW)
    openly = world.struck[target, actor, where] >= max(world.turn - window, 1)
    return openly | (world.grievance[actor, target, where] >= np.float32(p.BLAME_VICTIM))


def cool(world: World, log: Log) -> None:
    """Heat fades, and the ladder is read off. (Rules 7.2, 7.3)"""
    change = Changes(world, log.ledger)
    change.add_all("heat", on_grid(world.heat * np.float32(-p.HEAT_FADES)), "time passes")
    change.apply()
    rung = pair_rungs(world.heat).max(axis=(0, 1))
    moved = which(rung != world.rung)
    log.note(What.RUNG, moved, a=rung[moved], b=world.rung[moved])
    put_derived(world, "peak", np.maximum(world.peak, rung))
    put_derived(world, "rung", rung)


def pair_rungs(heat: Floats) -> Ints:
    """The rung of every pair of nations, from the hotter side. [N, N, B]"""
    hotter = np.maximum(heat, heat.swapaxes(0, 1))
    return np.searchsorted(_EDGES, hotter, side="right").astype(np.int16)


_EDGES: Floats = np.array(p.RUNGS, np.float32)


def reply_rate(replies: Ints, suffered: Ints) -> Floats:
    """Hostile acts a nation is expected to answer one with, from its record. (Rules 7.4)"""
    known = replies.astype(np.float32) + np.float32(p.REPLY_PRIOR * p.REPLY_HABIT)
    return on_grid(known / (suffered.astype(np.float32) + np.float32(p.REPLY_PRIOR)))


def retaliation_number(replies: Ints, suffered: Ints, ally: Bools) -> Floats:
    """Hostile acts that one hostile act is expected to cause; above 1 a feud feeds itself.

    Detection x mean over victims (weighted by what they suffered) of their own answers and a
    share of their allies'. replies, suffered: [N, B]; ally: [N, N]. (Rules 7.4, theory E8)
    """
    rate = reply_rate(replies, suffered)
    solidarity = on_grid(rate * np.float32(p.SOLIDARITY))
    answers = rate + (ally[:, :, None] * solidarity).sum(axis=1)
    weight = suffered.astype(np.float32) + 1
    mean = (weight * answers).sum(axis=0) / weight.sum(axis=0)
    return on_grid(np.float32(p.NOTICED) * mean)
