"""Treaties: signing, duties that execute themselves, breach, and expiry. (Rules 8)"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import claims
from game.rules import params as p
from game.rules.changes import Changes, put_cells, put_derived
from game.rules.clauses import (
    ATTRIBUTION,
    DURATION,
    EVIDENCE_SHARING,
    JOINT_STATEMENT,
    LASTING,
    LASTS,
    NO_OPERATIONS,
)
from game.rules.evidence import learn
from game.rules.happenings import Log, What
from game.rules.orders import Offers
from game.rules.world import NOBODY, Bools, Index, Look, Status, World, which


def sign(world: World, signed: Offers, log: Log) -> None:
    """What all named parties accepted takes effect at once. (Rules 8.4)"""
    if not len(signed):
        return
    change = Changes(world, log.ledger)
    _register(change, signed)
    _speak_together(change, signed)
    _warm(change, signed)
    change.apply()
    in_force(world)


def _register(change: Changes, signed: Offers) -> None:
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


def _places(world: World, where: Index) -> Index:
    """A free place for each treaty, NOBODY where there is none."""
    dead = world.treaty_until[:, where] < world.turn
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


def _speak_together(change: Changes, signed: Offers) -> None:
    """Attribution and condemnation by all parties, with shared risk. (Rules 8.5)"""
    row, party = np.nonzero(signed.party[:, : change.world.board.nations])
    where, incident = signed.world[row], signed.incident[row]
    level = signed.levels[row, ATTRIBUTION]
    once = _one_attribution(incident, party, where, level, signed.accused[row])
    for depth, word in ((1, 4), (2, 5)):
        now = once[level[once] == depth]
        claims.name(
            change,
            party[now],
            incident[now],
            signed.accused[row[now]],
            np.full(len(now), word),
            depth,
            where[now],
            joint=True,
        )
    said = which(signed.levels[row, JOINT_STATEMENT] > 0)
    condemn(change, party[said], incident[said], where[said], joint=True)


def _one_attribution(
    incident: Index, party: Index, where: Index, level: Index, accused: Index
) -> Index:
    """Rows of attributions, one for each party and incident: the sharpest, whatever the order."""
    rows = which(level > 0)
    key = ((where * 64 + incident) * 64 + party)[rows]
    order = np.lexsort((accused[rows], -level[rows], key))
    first = np.unique(key[order], return_index=True)[1]
    return rows[order[first]]


def condemn(change: Changes, actor: Any, incident: Any, where: Any, joint: bool = False) -> None:
    """Condemn an incident without naming anyone. (Rules 6.7)"""
    fresh = change.world.condemned[actor, incident, where] == 0
    change.raise_to("condemned", actor, incident, where, to=1)
    claims.publish_case(change, incident, where)
    praise = p.CONDEMNED * (2 if joint else 1) * fresh
    change.add("standing", actor, where, by=praise, why="condemns", who=actor)
    mine = change.world.victim[incident, where] == actor
    share = p.VENT_WORDS * (1.5 if joint else 0.6) * mine * fresh
    claims.vent(change, actor, where, share, "condemns")


def _warm(change: Changes, signed: Offers) -> None:
    """Signing together earns a little trust, and takes heat out. (Rules 8.6)"""
    count = change.world.board.nations
    pair = signed.party[:, :count, None] & signed.party[:, None, :count]
    pair &= ~np.eye(count, dtype=bool)
    row, one, other = np.nonzero(pair)
    where = signed.world[row]
    change.add("deeds", one, other, where, by=p.SIGNED_TRUST, why="signed", who=other)
    calm = signed.levels[row, NO_OPERATIONS] > 0
    change.add(
        "heat",
        one[calm],
        other[calm],
        where[calm],
        by=p.HEAT_CALM * 3,
        why="signed",
        who=other[calm],
    )


def in_force(world: World) -> None:
    """Work out which clauses bind which pair now. (Rules 8.7)"""
    live = (world.treaty_since > 0) & (world.treaty_until >= world.turn)
    pact = np.zeros(world.pact.shape, np.int16)
    for treaty in which(live.any(axis=1)):
        party = world.treaty_party[treaty] * live[treaty]
        pair = party[:, None] * party[None, :]
        for clause in LASTING:
            level = world.treaty_level[treaty, clause]
            pact[clause] = np.maximum(pact[clause], pair * level)
    same = np.arange(world.board.nations)
    pact[:, same, same] = 0
    put_derived(world, "pact", pact)


def expire(world: World, log: Log) -> None:
    """Treaties whose time has come stop binding. (Rules 8.7)"""
    treaty, where = np.nonzero((world.treaty_since > 0) & (world.treaty_until == world.turn - 1))
    if treaty.size:
        log.note(What.EXPIRED, where, a=treaty)
        in_force(world)


def share_duties(world: World, log: Log) -> None:
    """Found evidence passes between parties of a sharing clause, unless withheld. (Rules 8.8)"""
    level = world.pact[EVIDENCE_SHARING]
    if not level.any():
        return
    giver, taker, where = np.nonzero(level)
    open_to = which(world.withheld[giver, where] != world.turn)
    giver, taker, where = giver[open_to], taker[open_to], where[open_to]
    hit = world.victim[:, where].T
    begun = ((world.status[:, where] != Status.AWAITED) & (world.known[giver, :, where].T != 0)).T
    wide = level[giver, taker, where] > 1
    mine = (hit == giver[:, None]) | (hit == taker[:, None]) | wide[:, None]
    news = (world.look[giver, :, :, where] == Look.FOUND) & (mine & begun)[:, :, None]
    news &= world.look[taker, :, :, where] == Look.UNSEEN
    row, incident, card = np.nonzero(news)
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


def breach(world: World, log: Log) -> None:
    """Hostile acts against a treaty end it for the one who broke it. (Rules 8.9)

    An open act is a breach at once; a covert one when its victim is sure enough who did it.
    """
    bound = world.pact[NO_OPERATIONS] > 0
    if not bound.any():
        return
    broke = bound & ((world.struck == world.turn) | _exposed(world))
    actor, target, where = broke.nonzero()
    if not actor.size:
        return
    change = Changes(world, log.ledger)
    change.count("broken", actor, target, where)
    nation = np.arange(world.board.nations)[:, None]
    share = np.where(nation == target, p.BROKEN_TREATY, p.BROKEN_TREATY / 3)
    share = share * (nation != actor)
    change.add("deeds", nation, actor, where, by=-share, why="breach", who=actor)
    treaty, row = _binding(world, actor, target, where).nonzero()
    change.put("treaty_party", treaty, actor[row], where[row], to=0)
    change.apply()
    log.note(What.BROKE, where, actor, target, a=1)
    in_force(world)


def _exposed(world: World) -> Bools:
    """Row did something covert to column, which is sure of it, while a treaty stood. [N, N, B]"""
    nations = world.board.nations
    exposed = np.zeros(world.pact.shape[1:], bool)
    sure = world.guilt[:, :, :nations] >= np.float32(p.EXPOSED)
    mine = world.victim == np.arange(nations)[:, None, None]
    case = mine & (world.status != Status.AWAITED)
    victim, incident, actor, where = (sure & case[:, :, None]).nonzero()
    if victim.size:
        since = world.treaty_since[:, where] * _binding(world, actor, victim, where)
        later = world.began[incident, where] > since.max(axis=0)
        exposed[actor[later], victim[later], where[later]] = True
    return exposed


def _binding(world: World, one: Index, other: Index, where: Index) -> Bools:
    """Treaties in force against operations between two nations. [T, rows]"""
    both = (world.treaty_party[:, one, where] > 0) & (world.treaty_party[:, other, where] > 0)
    live = (world.treaty_since[:, where] > 0) & (world.treaty_until[:, where] >= world.turn)
    binding: Bools = both & live & (world.treaty_level[:, NO_OPERATIONS, where] > 0)
    return binding
