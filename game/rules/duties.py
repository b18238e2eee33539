"""Duties of treaties that execute themselves, turn by turn. (Rules 8)"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import joint, requests
from game.rules import params as p
from game.rules.changes import Changes, put_cells
from game.rules.clauses import (
    ATTRIBUTION_BODY,
    DISPUTE_SETTLEMENT,
    EVIDENCE_SHARING,
    MUTUAL_ASSISTANCE,
    TAKEDOWN,
    VERIFICATION,
)
from game.rules.evidence import forensic_work, learn
from game.rules.happenings import Log, What
from game.rules.world import Index, Look, Promise, Status, World, once, which


def share(world: World, log: Log) -> None:
    """Found evidence passes between parties of a sharing clause, unless withheld. (Rules 8.8)"""
    level = world.pact[EVIDENCE_SHARING]
    if not level.any():
        return
    giver, taker, where = np.nonzero(level)
    open_to = which(world.withheld[giver, where] != world.turn)
    giver, taker, where = giver[open_to], taker[open_to], where[open_to]
    begun = (world.status != Status.AWAITED) & (world.known != 0)
    found = (world.look == Look.FOUND) & begun[:, :, None]
    unseen = world.look == Look.UNSEEN
    row, incident, card = (found[giver, :, :, where] & unseen[taker, :, :, where]).nonzero()
    hit = world.victim[incident, where[row]]
    wide = level[giver, taker, where][row] > 1
    mine = which((hit == giver[row]) | (hit == taker[row]) | wide)
    row, incident, card = row[mine], incident[mine], card[mine]
    hand_over(world, giver[row], taker[row], incident, card, where[row], log)


def hand_over(
    world: World, giver: Any, taker: Any, incident: Any, card: Any, where: Any, log: Log
) -> None:
    """One nation shows another a card, which then knows of the incident too. (Rules 4.6)"""
    if not len(giver):
        return
    put_cells(world, "known", taker, incident, where, to=1)
    learn(world, taker, incident, card, where)
    log.note(What.SHARED, where, giver, taker, incident, a=card, seen=(giver, taker))


def execute(world: World, log: Log) -> None:
    """Help, inspection, takedowns, settlement and the attribution body do their turn's work."""
    if not world.pact.any():
        return
    change = Changes(world, log.ledger)
    _assist(world, change)
    _inspect(world, change)
    _take_down(world, change)
    _settle(world, change)
    _commission(world, change)
    change.apply()


def _assist(world: World, change: Changes) -> None:
    """Whoever was hit this turn gets the others' teams. (Rules 8.16)"""
    incident, where = _fresh(world)
    victim = world.victim[incident, where]
    serious = which(world.severity[incident, where] >= np.float32(p.ASSIST_FROM))
    victim, where = victim[serious], where[serious]
    first = once(where, victim)
    victim, where = victim[first], where[first]
    helper, row = (world.pact[MUTUAL_ASSISTANCE][:, victim, where] > 0).nonzero()
    usual = np.ones(len(row), np.float32)
    joint.assist(change, helper, victim[row], where[row], usual)


def _inspect(world: World, change: Changes) -> None:
    """Inspectors add forensic work on incidents between parties that hit one. (Rules 8.17)"""
    level = world.pact[VERIFICATION].max(axis=1)
    if not level.any():
        return
    mine = world.victim == np.arange(world.board.nations)[:, None, None]
    steps = np.array(p.VERIFICATION_WORK, np.float32)[level][:, None] * mine
    done = steps * forensic_work(world, 1.0)
    nation, incident, where = np.nonzero(done)
    by = done[nation, incident, where]
    change.add("probe", nation, incident, where, by=by, why="inspectors")


def _take_down(world: World, change: Changes) -> None:
    """Who agreed to act against criminals at home does so each turn. (Rules 8.15)"""
    host, victim, where = np.nonzero(world.pact[TAKEDOWN])
    if host.size:
        joint.end_sooner(change, host, victim, where)
        requests.answer(change, host, victim, Promise.TAKEDOWN, where)


def _settle(world: World, change: Changes) -> None:
    """Parties to dispute settlement cool faster towards each other. (Rules 8.17)"""
    one, other, where = np.nonzero(world.pact[DISPUTE_SETTLEMENT])
    heat = world.heat[one, other, where] * np.float32(-p.SETTLES)
    enmity = world.hostility[one, other, where] * np.float32(-p.SETTLES)
    change.add("heat", one, other, where, by=heat, why="dispute settlement")
    change.add("hostility", one, other, where, by=enmity, why="dispute settlement")


def _commission(world: World, change: Changes) -> None:
    """The body takes up every case of late that hits a party and that all know of. (Rules 8.18)"""
    if not world.pact[ATTRIBUTION_BODY].any():
        return
    late = world.began > world.turn - int(p.NORM_MEMORY)
    new = (world.status != Status.AWAITED) & late & (world.inquiry == 0)
    incident, where = (new & (world.known != 0).all(axis=0)).nonzero()
    victim = world.victim[incident, where]
    bound = (world.pact[ATTRIBUTION_BODY][victim, :, where] > 0).any(axis=1)
    due = world.turn + int(p.BODY_TURNS)
    change.put("inquiry", incident[bound], where[bound], to=due)


def _fresh(world: World) -> tuple[Index, Index]:
    """Incidents that began this turn and that all know of."""
    new = (world.status == Status.ACTIVE) & (world.began == world.turn)
    incident, where = (new & (world.known != 0).all(axis=0)).nonzero()
    return incident, where
