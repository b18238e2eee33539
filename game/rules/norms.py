"""Norms: restraints and duties, how they spread, and what breaking them costs. (Rules 14)

A norm is voluntary. It makes those who hold it blame a violation more, and it is judged, like all
blame, by what an observer believes about who did it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.claims import LIKELIHOOD
from game.rules.happenings import Log, What
from game.rules.world import (
    NOBODY,
    Adoption,
    Bools,
    Floats,
    Index,
    Ints,
    Status,
    World,
    once,
    which,
)


def broken_by(world: World) -> Bools:
    """Which norms each incident breaks, whoever did it. [K, I, B] (Rules 14.3)"""
    norms = world.board.norms
    begun = (world.status != Status.AWAITED) & (world.kind >= 0)
    hit = norms.kinds[:, world.kind] & norms.sectors[:, world.sector]  # the last for NOBODY
    hit &= world.severity >= norms.least[:, None, None]
    hit &= begun & (~norms.responders[:, None, None] | (world.hindered > 0))
    return hit


def gravity(world: World) -> Floats:
    """How many times each nation blames an incident for the norms it breaks. [N, I, B]"""
    hit = broken_by(world)
    held = (world.norm[:, :, None] * hit[None]).max(axis=1)
    times: Floats = 1 + held * np.float32(p.NORM_BLAME)
    return times


def cascade(adopted: Bools, influence: Floats, threshold: Floats) -> Bools:
    """Who adopts next, seeing who has: thresholds of Granovetter. [N, K, B] (Rules 14.2)

    adopted: [N, K, B]; influence: [N], on the grid; threshold: [N, K]. Theory E9.
    """
    pull = (influence[:, None, None] * adopted).sum(axis=0)
    bar = threshold * influence.sum(axis=0)
    joins: Bools = ~adopted & (pull >= bar[:, :, None])
    return joins


def spread(world: World, log: Log) -> None:
    """Norms emerge, cascade and are internalised. (Rules 14.2)"""
    board = world.board
    if not board.normed:
        return
    adopted = world.norm > 0
    change = Changes(world, log.ledger)
    nation, norm, where = cascade(adopted, board.influence, board.threshold).nonzero()
    change.raise_to("norm", nation, norm, where, to=Adoption.ENDORSED)
    share = (board.influence[:, None, None] * adopted).sum(axis=0)
    most = share >= board.influence.sum(axis=0) * np.float32(p.NORM_MOST)
    k, there = most.nonzero()
    change.count("cascade", k, there)
    settled = adopted & (world.cascade >= int(p.NORM_SETTLES)) & most
    who, what, place = settled.nonzero()
    change.raise_to("norm", who, what, place, to=Adoption.INTERNALISED)
    change.apply()
    log.note(What.ADOPTED, where, nation, a=norm)


def endorse(change: Changes, nation: Any, norm: Any, where: Any, log: Log) -> None:
    """A nation endorses a norm in public, once however often it says so. (Rules 14.1)"""
    if not change.world.board.normed:
        return
    rows = once(where, nation, norm)
    rows = rows[change.world.norm[nation[rows], norm[rows], where[rows]] == 0]
    nation, norm, where = nation[rows], norm[rows], where[rows]
    change.raise_to("norm", nation, norm, where, to=Adoption.ENDORSED)
    change.add("standing", nation, where, by=p.NORM_CREDIT, why="endorses", who=nation)
    log.note(What.ADOPTED, where, nation, a=norm)


def lay(world: World, log: Log) -> None:
    """A violation is laid at the door of one whom enough of the world names. (Rules 14.4)

    When they name it no longer, or another more, what it cost is given back.
    """
    named = (world.accused != NOBODY).any() or (world.laid != 0).any()
    if not world.board.normed or not named:
        return
    due = np.where(broken_by(world).swapaxes(0, 1), _charged(world)[:, None], 0)
    change = Changes(world, log.ledger)
    incident, norm, where = ((world.laid > 0) & (world.laid != due)).nonzero()
    shame(change, world.laid[incident, norm, where] - 1, norm, where, back=True)
    incident, norm, where = (world.laid != due).nonzero()
    actor = due[incident, norm, where] - 1
    change.put("laid", incident, norm, where, to=actor + 1)
    blamed = which(actor != NOBODY)
    actor, norm, where, incident = actor[blamed], norm[blamed], where[blamed], incident[blamed]
    shame(change, actor, norm, where)
    log.note(What.VIOLATED, where, actor, incident=incident, a=norm)
    change.apply()


def _charged(world: World) -> Ints:
    """Actor + 1 whom most of the world names for each incident, if enough do; else 0. [I, B]"""
    influence = world.board.influence
    actors = np.arange(world.board.actors)[:, None, None, None]
    voices = (influence[:, None, None] * (world.accused == actors)).sum(axis=1)
    top = voices.max(axis=0)
    enough = top >= np.float32(p.NORM_LAID) * influence.sum(axis=0)
    alone = (voices == top).sum(axis=0) == 1
    return np.where(enough & alone, voices.argmax(axis=0) + 1, 0).astype(np.int16)


def shame(
    change: Changes, actor: Ints | Index, norm: Index, where: Index, back: bool = False
) -> None:
    """Standing lost, by the share of the others that hold the norm; more if one holds it too."""
    nations = change.world.board.nations
    rows = which((actor >= 0) & (actor < nations))
    actor, norm, where = actor[rows], norm[rows], where[rows]
    held = change.world.norm[:, norm, where] > 0
    own = held[actor, np.arange(len(rows))]
    share = (held.sum(axis=0) - own).astype(np.float32) / np.float32(nations - 1)
    loss = np.float32(p.NORM_SHAME) * share * np.where(own, np.float32(1.5), np.float32(1))
    by, why = (loss, "cleared of a norm") if back else (-loss, "norm broken")
    change.add("standing", actor, where, by=by, why=why, who=actor)
    some = which(share > 0)
    change.count("breaches", actor[some], norm[some], where[some], by=-1 if back else 1)


def haste(world: World, log: Log) -> None:
    """Accusing beyond what others can believe breaks the norm to weigh everything. (14.6)"""
    hasty = which(world.board.norms.hasty)
    fresh = world.claimed == world.turn
    if not hasty.size or not world.board.normed or not fresh.any():
        return
    nation, incident, where = fresh.nonzero()
    accused = world.accused[nation, incident, where]
    spoken = LIKELIHOOD[np.maximum(world.word[nation, incident, where], 0)]
    others = np.arange(world.board.nations)[:, None]
    excess = spoken - world.guilt[:, incident, accused, where]
    change = Changes(world, log.ledger)
    for norm in hasty:
        stage: Ints = world.norm[:, norm][:, where]
        over = (excess > np.float32(p.NORM_HASTE)) & (others != nation) & (others != accused)
        loss = np.float32(-p.NORM_RASH) * stage * over
        change.add("deeds", others, nation, where, by=loss, why="hasty", who=nation)
        much = which((over.sum(axis=0) * 2 > len(others)) & (loss < 0).any(axis=0))
        change.count("breaches", nation[much], norm, where[much])
        log.note(What.VIOLATED, where[much], nation[much], incident=incident[much], a=norm)
    change.apply()
