"""Treaties: signing, what is in force, and expiry. (Rules 8)"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import joint, norms
from game.rules import params as p
from game.rules.changes import Changes, put_cells
from game.rules.clauses import (
    ATTRIBUTION,
    CAPACITY_AID,
    COMPENSATION,
    DURATION,
    GENEVA,
    JOINT_SANCTIONS,
    JOINT_STATEMENT,
    LASTING,
    LASTS,
    NO_OPERATIONS,
    NORM_ENDORSEMENT,
    SANCTIONS_RELIEF,
    VULNERABILITIES,
)
from game.rules.happenings import Log, What
from game.rules.orders import Offers
from game.rules.world import GRID, NOBODY, Bools, Floats, Index, World, once, which


def sign(world: World, signed: Offers, log: Log) -> None:
    """What all named parties accepted takes effect at once. (Rules 8.4)"""
    if not len(signed):
        return
    change = Changes(world, log.ledger)
    register(change, signed)
    _speak(change, signed)
    _pay(change, signed)
    _make_up(change, signed)
    _disarm(change, signed, log)
    _warm(change, signed)
    change.apply()
    in_force(world, signed.world)


def register(change: Changes, signed: Offers) -> None:
    """Enter treaties with lasting clauses into free places, the oldest expired first."""
    world = change.world
    lasting = signed.take((signed.levels[:, list(LASTING)] > 0).any(axis=1))
    if not len(lasting):
        return
    place = _places(world, lasting.world)
    rows = which(place != NOBODY)
    place, lasting = place[rows], lasting.take(rows)
    party = lasting.party[:, : world.board.nations]
    nations = np.arange(world.board.nations)
    clauses = np.arange(world.board.sizes["C"])
    where = lasting.world
    change.put("treaty_party", place[:, None], nations, where[:, None], to=party)
    change.put("treaty_level", place[:, None], clauses, where[:, None], to=lasting.levels)
    change.put("treaty_since", place, where, to=world.turn)
    until = world.turn + np.array(LASTS)[lasting.levels[:, DURATION]] - 1
    change.put("treaty_until", place, where, to=np.minimum(until, 99))


def room(world: World) -> Bools:
    """Whether another treaty can be entered. [B]"""
    free: Bools = np.any(_dead(world), axis=0)
    return free


def _dead(world: World) -> Bools:
    dead: Bools = (world.treaty_until < world.turn) | (world.treaty_party.sum(axis=1) < 2)
    return dead


def _places(world: World, where: Index) -> Index:
    """A free place for each treaty, NOBODY where there is none. (Rules 8.7)

    Free are places never used, of treaties that have run out, and of those left by all but one.
    """
    dead = _dead(world)[:, where]
    ranked = np.argsort(~dead, axis=0, kind="stable")
    nth = _nth(where)
    chosen = ranked[np.minimum(nth, ranked.shape[0] - 1), np.arange(len(where))]
    free: Index = np.where(nth < dead.sum(axis=0), chosen, NOBODY)
    return free


def _nth(where: Index) -> Index:
    """How many earlier rows are of the same world."""
    order = np.argsort(where, kind="stable")
    ranked = where[order]
    first = np.searchsorted(ranked, ranked)
    nth = np.empty_like(where)
    nth[order] = np.arange(len(where)) - first
    return nth


def _speak(change: Changes, signed: Offers) -> None:
    """Attribution, condemnation and sanctions by all parties. (Rules 8.5, 8.12)"""
    row, party = np.nonzero(signed.party[:, : change.world.board.nations])
    where, incident, accused = signed.world[row], signed.incident[row], signed.accused[row]
    level = signed.levels[row, ATTRIBUTION]
    joint.attribute(change, party, incident, accused, level, where)
    said = which(signed.levels[row, JOINT_STATEMENT] > 0)
    joint.condemn(change, party[said], incident[said], where[said], joint=True)
    hard = which(signed.levels[row, JOINT_SANCTIONS] > 0)
    hard = hard[accused[hard] < change.world.board.nations]
    joint.sanction(change, party[hard], accused[hard], where[hard])


def share_of(world: World, stock: str, nation: Index, where: Index) -> Floats:
    """What a nation has, shared among all it has to pay at once, down to the grid. [rows]"""
    _, group, times = np.unique(where * 64 + nation, return_inverse=True, return_counts=True)
    held = getattr(world, stock)[nation, where] * np.float32(GRID)
    shared: Floats = np.floor(held / times[group].astype(np.float32)) / np.float32(GRID)
    return shared


def _pay(change: Changes, signed: Offers) -> None:
    """Compensation and capacity aid, from the proposer to the others or back. (Rules 8.13)

    Who cannot pay it all pays what it has, and earns so much less.
    """
    row, other = np.nonzero(signed.party[:, : change.world.board.nations])
    outside = other != signed.actor[row]
    row, other = row[outside], other[outside]
    level = signed.levels[row][:, [COMPENSATION, CAPACITY_AID]]
    due, clause = level.nonzero()
    gives = level[due, clause] == 1
    proposer, other, where = signed.actor[row[due]], other[due], signed.world[row[due]]
    payer, paid = np.where(gives, proposer, other), np.where(gives, other, proposer)
    price = np.array([p.COMPENSATION, p.CAPACITY_AID], np.float32)[clause]
    given = np.minimum(price, share_of(change.world, "funds", payer, where))
    share = given / price
    change.add("funds", payer, where, by=-given, why="pays by treaty", who=paid)
    thanks = share * np.float32(p.PAID_TRUST)
    change.add("deeds", paid, payer, where, by=thanks, why="paid by treaty", who=payer)
    money, aid = which(clause == 0), which(clause == 1)
    hurt, there = paid[money], where[money]
    change.add("funds", hurt, there, by=given[money], why="paid by treaty", who=payer[money])
    calm = share[money] * np.float32(-p.COMPENSATION_CALMS)
    change.add("anger", hurt, there, by=calm, why="compensation", who=payer[money])
    points = share[aid] * np.float32(p.AID_POINTS)
    joint.build_capacity(change, paid[aid], where[aid], points, payer[aid])


def _make_up(change: Changes, signed: Offers) -> None:
    """Sanctions are lifted and diplomats return between parties. (Rules 8.14)"""
    eased = signed.take(signed.levels[:, SANCTIONS_RELIEF] > 0)
    row, one, other = joint.pairs(eased.party[:, : change.world.board.nations])
    where = eased.world[row]
    first = once(where, one, other)
    one, other, where = one[first], other[first], where[first]
    lifted = change.world.sanction[one, other, where] + change.world.expelled[one, other, where]
    change.put("sanction", one, other, where, to=0)
    change.put("expelled", one, other, where, to=0)
    relief = p.RELIEF_TRUST * (lifted > 0)
    change.add("deeds", other, one, where, by=relief, why="lifts sanctions", who=one)
    change.add("heat", one, other, where, by=p.HEAT_CALM * (lifted > 0), why="lifts sanctions")


def _disarm(change: Changes, signed: Offers, log: Log) -> None:
    """Norms are endorsed, and vulnerabilities disclosed. (Rules 8.15, 14.1)"""
    world = change.world
    row, party = np.nonzero(signed.party[:, : world.board.nations])
    where = signed.world[row]
    rows = which(signed.levels[row, NORM_ENDORSEMENT] > 0)
    norms.endorse(change, party[rows], signed.topic[row[rows]], where[rows], log)
    rows = which(signed.levels[row, VULNERABILITIES] > 0)
    rows = rows[once(where[rows], party[rows])]
    held = world.exploits[party[rows], where[rows]].astype(np.float32)
    change.put("exploits", party[rows], where[rows], to=0)
    change.add("standing", party[rows], where[rows], by=held, why="discloses", who=party[rows])
    everybody = np.arange(world.board.nations)[:, None]
    safer = np.float32(p.PATCHED) * held
    change.add("readiness", everybody, where[rows], by=safer, why="vulnerabilities patched")


def _warm(change: Changes, signed: Offers) -> None:
    """Signing together earns a little trust, and takes heat out. (Rules 8.6)"""
    row, one, other = joint.pairs(signed.party[:, : change.world.board.nations])
    where = signed.world[row]
    change.add("deeds", one, other, where, by=p.SIGNED_TRUST, why="signed", who=other)
    calm = signed.levels[row, NO_OPERATIONS] > 0
    one, other, where = one[calm], other[calm], where[calm]
    change.add("heat", one, other, where, by=p.HEAT_CALM * 3, why="signed", who=other)


def in_force(world: World, where: Index | None = None) -> None:
    """Work out which clauses bind which pair now, in the worlds given. (Rules 8.7)"""
    there: Any = slice(None) if where is None else np.unique(where)
    live = (world.treaty_since[:, there] > 0) & (world.treaty_until[:, there] >= world.turn)
    levels = world.treaty_level[:, :, there] * live[:, None]
    pact = np.zeros((*world.pact.shape[:-1], live.shape[-1]), np.int16)
    for treaty in which(live.any(axis=1)):
        party = world.treaty_party[treaty][:, there]
        pair = party[:, None] * party[None, :]
        for clause in LASTING:
            level = levels[treaty, clause]
            if level.any():
                np.maximum(pact[clause], pair * level, out=pact[clause])
    same = np.arange(world.board.nations)
    pact[:, same, same] = 0
    put_cells(world, "pact", ..., there, to=pact)


def expire(world: World, log: Log) -> None:
    """Treaties whose time has come stop binding. (Rules 8.7)"""
    treaty, where = np.nonzero((world.treaty_since > 0) & (world.treaty_until == world.turn - 1))
    if treaty.size:
        log.note(What.EXPIRED, where, a=treaty)
        in_force(world, where)


def binding(world: World, clause: int, one: Index, other: Index, where: Index) -> Bools:
    """Treaties in force with a clause between two nations. [T, rows]"""
    both = (world.treaty_party[:, one, where] > 0) & (world.treaty_party[:, other, where] > 0)
    live = (world.treaty_since[:, where] > 0) & (world.treaty_until[:, where] >= world.turn)
    bound: Bools = both & live & (world.treaty_level[:, clause, where] > 0)
    return bound


def is_geneva(levels: Any) -> Any:
    """Whether rows of clause levels make a Digital Geneva Convention. [rows, C] (Rules 8.18)"""
    fits = [levels[..., clause] >= least for clause, least in GENEVA.items()]
    return np.logical_and.reduce(fits)
