"""Requests, and the norms that make it a duty to answer them. (Rules 14.5, 14.7)

A request lies open until it is answered or has lain too long. Who holds it to be a duty blames
silence; but nobody owes what it cannot do, nor an answer to what has no grounds.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.norms import shame
from game.rules.world import (
    NOBODY,
    Bools,
    Floats,
    Index,
    Promise,
    Status,
    World,
    once,
    which,
)


def ask(change: Changes, asker: Index, asked: Index, topic: Any, where: Index) -> None:
    """Ask a nation for something; asking again does not renew a request that lies open. (14.5)"""
    topic = np.broadcast_to(topic, where.shape)
    last = change.world.asked[asker, asked, topic, where]
    rows = which((last == 0) | (last < change.world.turn - int(p.NORM_GRACE)))
    asker, asked, topic, where = asker[rows], asked[rows], topic[rows], where[rows]
    change.raise_to("asked", asker, asked, topic, where, to=change.world.turn)


def answer(change: Changes, doer: Index, asker: Index, topic: Promise, where: Index) -> None:
    """Something asked for is done outside of orders, by treaty or organisation. (Rules 14.5)"""
    rows = which(change.world.asked[asker, doer, topic, where] > 0)
    change.put("asked", asker[rows], doer[rows], topic, where[rows], to=0)
    _credit(change, doer[rows], topic, where[rows])


def _credit(change: Changes, doer: Index, topic: int, where: Index) -> None:
    """Standing for a duty done, by the share of nations that hold it one; once a turn."""
    world, norms = change.world, change.world.board.norms
    if not world.board.normed or not len(where):
        return
    first = once(where, doer)
    doer, where = doer[first], where[first]
    for norm in which(norms.asked == topic):
        held = world.norm[:, norm, where] > 0
        share = held.sum(axis=0).astype(np.float32) / np.float32(len(held))
        credit = np.float32(p.NORM_CREDIT) * share
        change.add("standing", doer, where, by=credit, why="duty done", who=doer)


def lapsed(world: World, asker: Index, asked: Index, topic: int, where: Index) -> Bools:
    """A request has lain so long that it will not be answered. [rows]"""
    since = world.asked[asker, asked, topic, where]
    late: Bools = (since > 0) & (since <= world.turn - int(p.NORM_GRACE))
    return late


def grounds(world: World) -> Bools:
    """Requests that have something to stand on, by asker and asked. [N, N, M, B] (Rules 14.5)"""
    board, count = world.board, world.board.nations
    lately = (world.status != Status.AWAITED) & (world.began > world.turn - int(p.NORM_MEMORY))
    mine = world.victim == np.arange(count)[:, None, None]
    grave = mine & (world.status == Status.ACTIVE) & (world.severity >= np.float32(p.NORM_GRAVE))
    suspects = (world.guilt * (lately[None, :, None] & (world.known[:, :, None] > 0))).max(axis=1)
    lives = board.home[:, None] == np.arange(count)
    sound = np.zeros(world.asked.shape, bool)
    sound[:, :, Promise.HELP] = grave.any(axis=1)[:, None]
    for nation in range(count):
        there = suspects[:, lives[:, nation]].max(axis=1) >= np.float32(p.NORM_GROUNDS)
        guests = suspects[:, count:][:, lives[count:, nation]]
        group = guests.max(axis=1, initial=0) >= np.float32(p.NORM_GROUNDS)
        sound[:, nation, Promise.LEGAL_AID] = there
        sound[:, nation, Promise.TAKEDOWN] = group
    sound[:, :, Promise.EXPLAIN] = world.grievance >= np.float32(p.NORM_WRONGED)
    return sound


def means(world: World, price: Floats) -> Bools:
    """What each nation can afford to do, of what can be asked. price: [M, 3]; [N, M, B]"""
    stocks = np.stack([world.capital, world.effort, world.funds], axis=1)
    able: Bools = np.all(stocks[:, None] >= price[:, :, None], axis=2)
    return able


def duties(world: World, done: Bools, able: Bools, log: Log) -> None:
    """Requests answered are settled; those left too long break a duty. (Rules 14.5)

    done: [N, N, M, B] what row did this turn for column; able: what it could afford. [N, M, B]
    """
    if not world.asked.any():
        return
    answered = done.swapaxes(0, 1) & (world.asked > 0)
    change = Changes(world, log.ledger)
    asker, doer, what, where = answered.nonzero()
    change.put("asked", asker, doer, what, where, to=0)
    for topic in np.unique(what):
        rows = which(what == topic)
        _credit(change, doer[rows], int(topic), where[rows])
    late = (world.asked > 0) & (world.asked == world.turn - int(p.NORM_GRACE)) & ~answered
    if world.board.normed and late.any():
        _silent(world, change, late & grounds(world) & able, log)
    change.apply()


def _silent(world: World, change: Changes, late: Bools, log: Log) -> None:
    """Who holds that an answer is a duty blames those who could and did not."""
    for norm in which(world.board.norms.asked != NOBODY):
        asker, silent, where = late[:, :, world.board.norms.asked[norm]].nonzero()
        by = np.full(len(where), norm)
        shame(change, silent, by, where)
        change.add("deeds", asker, silent, where, by=-p.NORM_SILENCE, why="no answer", who=silent)
        log.note(What.VIOLATED, where, silent, asker, a=by)


def neglect(change: Changes, actor: Index, where: Index, log: Log) -> None:
    """Who asks for help after doing nothing for itself breaks the norm to do so. (Rules 14.7)"""
    world = change.world
    if not world.board.normed or not world.board.norms.neglect.any():
        return
    active = (world.status[:, where] == Status.ACTIVE) & (world.victim[:, where] == actor)
    case, row = active.nonzero()
    sector = world.sector[case, where[row]]
    bare = world.hardening[actor[row], sector, where[row]] < np.float32(p.NORM_GUARD)
    bare &= world.readiness[actor[row], where[row]] < np.float32(p.NORM_GUARD)
    careless = np.unique(row[bare])
    for norm in which(world.board.norms.neglect):
        by = np.full(len(careless), norm)
        shame(change, actor[careless], by, where[careless])
        log.note(What.VIOLATED, where[careless], actor[careless], a=by)
