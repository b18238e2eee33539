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
    Promise,
    Status,
    World,
    which,
)

MEMORY = 6
"""Turns for which an incident gives grounds for a request."""

SUSPECTED = np.float32(0.3)
"""Belief that gives grounds to ask a state about somebody on its soil."""


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
    if not board.sizes["K"]:
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
    """A nation endorses a norm in public. (Rules 14.1)"""
    new = change.world.norm[nation, norm, where] == 0
    change.raise_to("norm", nation, norm, where, to=Adoption.ENDORSED)
    change.add("standing", nation, where, by=p.NORM_CREDIT * new, why="endorses", who=nation)
    rows = which(new)
    log.note(What.ADOPTED, where[rows], nation[rows], a=norm[rows])


def lay(world: World, log: Log) -> None:
    """A violation is laid at the door of one whom enough of the world names. (Rules 14.4)"""
    board = world.board
    if not board.sizes["K"] or not (world.accused >= 0).any():
        return
    open_ = broken_by(world).swapaxes(0, 1) & (world.laid == 0)
    change = Changes(world, log.ledger)
    bar = np.float32(p.NORM_LAID) * board.influence.sum(axis=0)
    for actor in range(board.actors):
        voices = board.influence[:, None, None] * (world.accused == actor)
        named = voices.sum(axis=0) >= bar
        incident, norm, where = (open_ & named[:, None]).nonzero()
        change.put("laid", incident, norm, where, to=actor + 1)
        _shame(change, np.full(len(where), actor), norm, where)
        log.note(What.VIOLATED, where, np.full(len(where), actor), incident=incident, a=norm)
    change.apply()


def _shame(change: Changes, actor: Index, norm: Index, where: Index) -> None:
    """Standing lost, by the share of the others that hold the norm; more if one holds it too."""
    nations = change.world.board.nations
    rows = which(actor < nations)
    actor, norm, where = actor[rows], norm[rows], where[rows]
    held = change.world.norm[:, norm, where] > 0
    own = held[actor, np.arange(len(rows))]
    share = (held.sum(axis=0) - own).astype(np.float32) / np.float32(nations - 1)
    loss = np.float32(p.NORM_SHAME) * share * np.where(own, np.float32(1.5), np.float32(1))
    change.add("standing", actor, where, by=-loss, why="norm broken", who=actor)
    change.count("breaches", actor, norm, where)


def grounds(world: World) -> Bools:
    """Requests that have something to stand on, by asker and asked. [N, N, M, B] (Rules 14.5)"""
    board = world.board
    count = board.nations
    lately = (world.status != Status.AWAITED) & (world.began > world.turn - MEMORY)
    mine = (world.victim == np.arange(count)[:, None, None]) & lately
    sound = np.zeros(world.asked.shape, bool)
    sound[:, :, Promise.HELP] = (mine & (world.severity >= 3)).any(axis=1)[:, None]
    guests = board.home[:, None] == np.arange(count)
    suspects = world.guilt * (lately[None, :, None] & (world.known[:, :, None] > 0))
    worst = suspects.max(axis=1)
    for nation in range(count):
        suspected = worst[:, guests[:, nation]].max(axis=1) >= SUSPECTED
        sound[:, nation, Promise.TAKEDOWN] = suspected
        sound[:, nation, Promise.LEGAL_AID] = suspected
    sound[:, :, Promise.EXPLAIN] = world.grievance >= np.float32(p.NORM_SILENCE)
    return sound


def duties(world: World, done: Bools, log: Log) -> None:
    """Requests answered are settled; those left too long break a duty. (Rules 14.5)

    done: [N, N, M, B] what row did this turn for column.
    """
    answered = done.swapaxes(0, 1) & (world.asked > 0)
    change = Changes(world, log.ledger)
    asker, doer, what, where = answered.nonzero()
    change.put("asked", asker, doer, what, where, to=0)
    late = (world.asked > 0) & (world.asked == world.turn - int(p.NORM_GRACE)) & ~answered
    for norm in which(world.board.norms.asked != NOBODY):
        topic = world.board.norms.asked[norm]
        held = world.norm[:, norm] > 0
        did: Bools = np.any(answered[:, :, topic], axis=0)
        kept, there = did.nonzero()
        share = held[:, there].sum(axis=0).astype(np.float32) / np.float32(len(held))
        credit = np.float32(p.NORM_CREDIT) * share
        change.add("standing", kept, there, by=credit, why="duty done", who=kept)
        if late[:, :, topic].any():
            _silent(world, change, norm, (late & grounds(world))[:, :, topic], log)
    change.apply()


def _silent(world: World, change: Changes, norm: int, late: Bools, log: Log) -> None:
    asker, silent, where = late.nonzero()
    by = np.full(len(where), norm)
    _shame(change, silent, by, where)
    change.add("deeds", asker, silent, where, by=-p.NORM_SILENCE, why="no answer", who=silent)
    log.note(What.VIOLATED, where, silent, asker, a=by)


def neglect(change: Changes, actor: Index, where: Index) -> None:
    """Who asks for help after doing nothing for itself breaks the norm to do so. (Rules 14.7)"""
    world = change.world
    active = (world.status[:, where] == Status.ACTIVE) & (world.victim[:, where] == actor)
    case, row = active.nonzero()
    sector = world.sector[case, where[row]]
    bare = world.hardening[actor[row], sector, where[row]] < 10
    bare &= world.readiness[actor[row], where[row]] < 10
    careless = np.unique(row[bare])
    for norm in which(world.board.norms.neglect):
        by = np.full(len(careless), norm)
        _shame(change, actor[careless], by, where[careless])


def haste(world: World, log: Log) -> None:
    """Accusing beyond what others can believe breaks the norm to weigh everything. (14.6)"""
    hasty = which(world.board.norms.hasty)
    if not hasty.size:
        return
    nation, incident, where = (world.claimed == world.turn).nonzero()
    accused = world.accused[nation, incident, where]
    spoken = LIKELIHOOD[np.maximum(world.word[nation, incident, where], 0)]
    others = np.arange(world.board.nations)[:, None]
    excess = spoken - world.guilt[:, incident, accused, where]
    change = Changes(world, log.ledger)
    for norm in hasty:
        stage: Ints = world.norm[:, norm][:, where]
        over = (excess > np.float32(p.NORM_HASTE)) & (others != nation) & (others != accused)
        change.add("deeds", others, nation, where, by=-1.0 * stage * over, why="hasty", who=nation)
        much = which(over.sum(axis=0) * 2 > len(others))
        change.count("breaches", nation[much], norm, where[much])
        log.note(What.VIOLATED, where[much], nation[much], incident=incident[much], a=norm)
    change.apply()
