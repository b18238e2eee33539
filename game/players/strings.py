"""What pulls at an answer besides the clauses: law, price, and who pays the bills. (13.2)"""

from __future__ import annotations

import numpy as np

from game.players.asked import Asked, sanctions
from game.rules import clauses as c
from game.rules import params as p
from game.rules.powers import Power
from game.rules.world import NOBODY, Bools, Contested, Floats, Promise


def legal(asked: Asked) -> Floats:
    """What one's own reading of the law adds or takes away. [rows]"""
    pull = np.zeros(len(asked.offer), np.float32)
    if not asked.reading.seen.public.systems.law:
        return pull
    voluntary = asked.position(Contested.DUE_DILIGENCE) == 0
    pull -= np.float32(1.2) * (asked.has(c.TAKEDOWN) & voluntary)
    treaty = asked.has(c.VULNERABILITIES) & asked.has(c.ATTRIBUTION_BODY)
    new = asked.position(Contested.NEW_TREATY)
    pull += (treaty & (new == 1)) * np.float32(1) - (treaty & (new == 0)) * np.float32(1.5)
    sovereign = asked.position(Contested.SOVEREIGNTY) == 1
    pull -= (asked.levels[:, c.VERIFICATION] > 2) & sovereign
    pull -= np.float32(1.4) * _against_position(asked)
    return pull


def _against_position(asked: Asked) -> Bools:
    """The norm it would endorse answers a question otherwise than the one asked does."""
    seen = asked.reading.seen
    norms = seen.public.norms
    endorses = asked.has(c.NORM_ENDORSEMENT) | asked.moves(Power.NORM_FORUM)
    if not len(norms.point) or not endorses.any():
        return np.zeros(len(endorses), bool)
    norm = np.minimum(asked.topic, len(norms.point) - 1)
    point = norms.point[norm]
    own = seen.position[asked.nation, np.maximum(point, 0), asked.world]
    against: Bools = (own != NOBODY) & (own != norms.answer[norm])
    against &= endorses & (point != NOBODY)
    return against


def price(asked: Asked) -> Floats:
    """What it costs the one asked, as a doctrine weighs costs; nobody pays what it has not."""
    funds = asked.reading.seen.funds[asked.nation, asked.world]
    pays = np.where(asked.levels[:, c.COMPENSATION] == 2, np.float32(p.COMPENSATION), 0)
    pays = pays + np.where(asked.levels[:, c.CAPACITY_AID] == 2, np.float32(p.CAPACITY_AID), 0)
    gives = asked.moves(Power.CAPACITY_FUND) & (asked.topic != asked.nation)
    pays = pays + gives * np.float32(1)
    effort = asked.has(c.MUTUAL_ASSISTANCE) | asked.moves(Power.MUTUAL_ASSISTANCE)
    cost: Floats = -asked.trait("thrift") * (pays + effort) - 8 * (pays > funds)
    return cost


def leverage(asked: Asked) -> Floats:
    """Aid binds the weak: they please who gives it, and do not name who might stop giving."""
    seen = asked.reading.seen
    small = 1 - seen.public.power[asked.nation]
    given = np.minimum(seen.aid, 3).astype(np.float32)
    thanks = given[asked.proposer, asked.nation, asked.world] * np.float32(0.4)
    risk = given[asked.named, asked.nation, asked.world] * asked.names_state
    pull: Floats = small * (thanks - risk)
    return pull


def bound(asked: Asked) -> Bools:
    """It would break the word of one that keeps it, to the nation it is aimed at. [rows]"""
    seen, reading = asked.reading.seen, asked.reading
    if not asked.names_state.any():
        return asked.names_state
    honest = asked.trait("honesty") > 0.5
    owed = seen.promised[asked.nation, asked.named, :, asked.world] >= seen.turn
    hits = sanctions(asked, c.JOINT_SANCTIONS)
    names = asked.has(c.ATTRIBUTION) | asked.moves(Power.JOINT_STATEMENT)
    vows = (hits & owed[:, Promise.RESTRAINT]) | (names & owed[:, Promise.SILENCE])
    broken: Bools = asked.names_state & vows & honest
    if hits.any():
        broken |= hits & asked.towards(reading.kept, asked.named).astype(bool)
    return broken
