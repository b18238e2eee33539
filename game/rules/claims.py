"""Public claims: who is named, in which words, and what it does to the one who names. (Rules 6)

A claim is a third thing beside what a nation believes and what its head states in private. It is
put in words of estimative probability (ICD 203), with confidence stated apart from likelihood.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes, on_grid
from game.rules.happenings import Log, What
from game.rules.world import NOBODY, Bools, Floats, World, which

WORDS = (
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
)
"""Words of estimative probability, ICD 203."""

LIKELIHOOD: Floats = np.array([0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97], np.float32)
"""Middle of the range of each word. ICD 203: 1-5, 5-20, 20-45, 45-55, 55-80, 80-95, 95-99 %."""

CONFIDENCE = ("low", "moderate", "high")
"""Analytic confidence: how good the basis is, not how likely the judgement."""

LEAST_WORD = 3
"""Nobody is accused in words weaker than a roughly even chance."""


def word_for(chance: Any) -> Any:
    """The word whose range holds a chance."""
    edges = np.array([0.05, 0.20, 0.45, 0.55, 0.80, 0.95], np.float32)
    return np.searchsorted(edges, chance, side="right")


def name(
    change: Changes,
    actor: Any,
    incident: Any,
    accused: Any,
    word: Any,
    sure: Any,
    where: Any,
    joint: bool = False,
) -> None:
    """A nation names who did it. (Rules 6.1 to 6.4)"""
    world = change.world
    change.put("accused", actor, incident, where, to=accused)
    change.put("word", actor, incident, where, to=word)
    change.put("sure", actor, incident, where, to=sure)
    change.put("claimed", actor, incident, where, to=world.turn)
    publish_case(change, incident, where)
    _risk_credit(change, actor, incident, accused, word, sure, where, joint)
    _back_down(change, actor, incident, accused, word, where)
    _shame(change, actor, incident, accused, where)
    mine = world.victim[incident, where] == actor
    vent(change, actor, where, p.VENT_WORDS * (mine + np.float32(0.2)) * (1 + joint), "names")


def publish_case(change: Changes, incident: Any, where: Any) -> None:
    """What is spoken of in public, everybody knows of. (Rules 6.1)"""
    nation = np.arange(change.world.board.nations)[:, None]
    change.raise_to("known", nation, incident, where, to=1)


def _risk_credit(
    change: Changes,
    actor: Any,
    incident: Any,
    accused: Any,
    word: Any,
    sure: Any,
    where: Any,
    joint: bool,
) -> None:
    """Others compare a claim with what they believe themselves. (Rules 6.2)"""
    world = change.world
    nation = np.arange(world.board.nations)[:, None]
    belief = world.guilt[:, incident, accused, where]
    excess = np.maximum(LIKELIHOOD[word] - belief, 0) * (1 + np.float32(p.CONFIDENCE) * sure)
    share = p.JOINT_SHARE if joint else 1.0
    loss = excess * np.float32(p.CREDIBILITY * share)
    gain = np.maximum(belief - np.float32(0.5), 0) * np.float32(2 * p.CREDIT)
    others = (nation != actor) & (nation != accused)
    effect = on_grid((gain - loss) * others)
    change.add("deeds", nation, actor, where, by=effect, why="claim", who=actor)
    mean = effect.sum(axis=0) / np.maximum(others.sum(axis=0), 1).astype(np.float32)
    change.add("standing", actor, where, by=mean, why="claim", who=actor)


def _back_down(
    change: Changes, actor: Any, incident: Any, accused: Any, word: Any, where: Any
) -> None:
    """Going back on a public claim costs, the more the stronger it was. (Rules 6.3)"""
    world = change.world
    before = world.accused[actor, incident, where]
    strength = LIKELIHOOD[np.maximum(world.word[actor, incident, where], 0)]
    kept = np.where(before == accused, LIKELIHOOD[word], np.float32(0))
    step = np.where(before == NOBODY, 0, np.maximum(strength - kept, 0))
    cost = -step * np.float32(p.AUDIENCE_COST)
    change.add("standing", actor, where, by=cost, why="backs down", who=actor)
    change.add("support", actor, where, by=cost, why="backs down", who=actor)


def _shame(change: Changes, actor: Any, incident: Any, accused: Any, where: Any) -> None:
    """A nation named loses standing as far as others believe it, and resents it. (Rules 6.4)"""
    world = change.world
    rows = which(accused < world.board.nations)
    named, by, case, there = accused[rows], actor[rows], incident[rows], where[rows]
    change.add("hostility", named, by, there, by=6.0, why="named", who=by)
    fresh = (world.accused[:, case, there] != named).all(axis=0)
    first = _first(case, named, there) & fresh
    nation = np.arange(world.board.nations)[:, None]
    belief = on_grid(world.guilt[:, case, named, there] * (nation != named)).sum(axis=0)
    mean = belief / np.float32(world.board.nations - 1)
    change.add("standing", named, there, by=-p.NAMED * mean * first, why="named", who=by)
    victim = world.victim[case, there]
    told = first & (victim != named)
    heat = on_grid(world.severity[case, there] * np.float32(2.5)) * told
    change.add("heat", named, victim, there, by=heat, why="named", who=by)


def _first(incident: Any, accused: Any, where: Any) -> Bools:
    """One row for each nation named in a case: several voices shame and heat no more than one."""
    key = (where * np.intp(64) + incident) * 64 + accused
    first = np.zeros(len(key), bool)
    first[np.unique(key, return_index=True)[1]] = True
    return first


def vent(change: Changes, actor: Any, where: Any, share: Any, why: str) -> None:
    """An answer lets off public anger and rallies support; deeds more than words. (Rules 6.5)"""
    anger = change.world.anger[actor, where] * np.minimum(share, np.float32(0.9))
    change.add("anger", actor, where, by=-anger, why=why, who=actor)
    change.add("support", actor, where, by=anger * np.float32(p.RALLY), why=why, who=actor)


def review(world: World, before: Floats, log: Log, until: int | None = None) -> None:
    """As others' belief moves, a standing claim earns or costs its author. (Rules 6.6)

    before: what nations believed earlier, [N, I, S, B]; until: claims made up to that turn only.
    """
    standing = world.accused != NOBODY
    standing &= world.claimed <= (world.turn if until is None else until)
    nation, incident, where = np.nonzero(standing)
    if not nation.size:
        return
    accused = world.accused[nation, incident, where]
    now = world.guilt[:, incident, accused, where]
    moved = (now - before[:, incident, accused, where]) * BELIEF_STEPS
    others = np.arange(world.board.nations)[:, None] != nation
    mean = (moved * others).sum(axis=0) / np.float32(BELIEF_STEPS * (world.board.nations - 1))
    change = Changes(world, log.ledger)
    change.add(
        "standing", nation, where, by=mean * np.float32(p.REVIEW), why="hindsight", who=nation
    )
    change.apply()
    cleared = which(mean < -0.25)
    log.note(What.CLEARED, where[cleared], nation[cleared], accused[cleared], incident[cleared])


BELIEF_STEPS = np.float32(1024)
"""Differences of beliefs are summed as whole steps, exactly."""
