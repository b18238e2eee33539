"""Organisations: members, decision rules, and the use of their powers. (Rules 16)

To use a power a member makes a proposal under the organisation's rule; it is tallied after the
round, and takes effect after the lag of that power, words sooner than sanctions.
"""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

import numpy as np

from game.rules import params as p
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.lazy import plain
from game.rules.orders import PARTIES, Offers
from game.rules.powers import NEEDS, Need, Power, use
from game.rules.world import NOBODY, Bools, Index, Ints, World, once


@plain
class Rule(IntEnum):
    """How an organisation decides."""

    CONSENSUS = 0
    UNANIMITY = 1
    QUALIFIED_MAJORITY = 2
    SECRETARY = 3


RULES = {
    Rule.CONSENSUS: "consensus: nobody objects; silence agrees",
    Rule.UNANIMITY: "unanimity: every member says yes",
    Rule.QUALIFIED_MAJORITY: "qualified majority: 55 % of the members with 65 % of the weight",
    Rule.SECRETARY: "the secretariat's own authority, unless most members object",
}
"""The rules in words."""

REFUSALS = (
    "there is no such organisation here",
    "you are not a member of it",
    "it has no such power",
    "it does not exist yet; its members may found it",
    "it exists already",
    "it has only just used that power, or is still carrying out another",
    "it needs an incident you know of",
    "it needs a nation to name that is not a member",
    "it needs to be told which norm, nation or question",
)
"""Why the use of a power is void, in the order of the codes from FIRST."""

JOINT = (Power.JOINT_STATEMENT, Power.JOINT_SANCTIONS)
"""Powers to speak and to sanction with one voice."""

FIRST = 50
"""Codes of these refusals begin here; those of other proposals lie below."""


def members(offers: Offers, world: World) -> Offers:
    """The members of an organisation are the parties of a proposal to use its power."""
    ours = (offers.body >= 0) & (offers.body < world.board.sizes["O"])
    if not ours.any():
        return offers
    party = offers.party.copy()
    table = np.zeros((world.board.sizes["O"], PARTIES), bool)
    table[:, : world.board.nations] = world.board.member
    party[ours] = table[offers.body[ours]]
    return replace(offers, party=party)


def void(world: World, offers: Offers) -> Ints:
    """0 for the sound use of a power, else the code of its refusal. [rows] (Rules 16.3)"""
    board, bodies = world.board, world.board.bodies
    if not board.sizes["O"] or not board.systems.organisations:
        return np.full(len(offers), FIRST, np.int16)
    there = (offers.body >= 0) & (offers.body < board.sizes["O"])
    body = np.where(there, offers.body, 0)
    known_power = (offers.power >= 0) & (offers.power < len(Power))
    power = np.where(known_power, offers.power, 0)
    where = offers.world
    founding = power == Power.FOUND
    founded = world.founded[body, where] > 0
    able = known_power & (founding | bodies.can[body, power])
    used, rest = world.power_used[body, where], bodies.rest[body, power]
    tired = (used > 0) & (world.turn < used + rest) | (world.measure_due[body, where] > 0)
    tests = (
        ~there,
        ~board.member[body, offers.actor],
        ~able | (np.isin(power, JOINT) & (not board.systems.joint)),
        ~founded & ~founding,
        founded & founding,
        tired & ~founding,
        _lacks_case(world, offers, power),
        _lacks_name(world, offers, power),
        _lacks_topic(world, offers, power),
    )
    code = np.zeros(len(offers), np.int16)
    for number, fails in reversed(tuple(enumerate(tests, start=FIRST))):
        code[fails] = number
    return code


def _lacks_case(world: World, offers: Offers, power: Index) -> Bools:
    inside = (offers.incident >= 0) & (offers.incident < world.board.sizes["I"])
    case = np.where(inside, offers.incident, 0)
    known = inside & (world.known[offers.actor, case, offers.world] > 0)
    lacks: Bools = (NEEDS[power, Need.INCIDENT] | (offers.incident != NOBODY)) & ~known
    return lacks


def _lacks_name(world: World, offers: Offers, power: Index) -> Bools:
    nations = world.board.nations
    state = (offers.accused >= 0) & (offers.accused < nations)
    inside = (offers.accused >= 0) & (offers.accused < world.board.actors)
    row = np.arange(len(offers))
    own = state & offers.party[row, np.where(state, offers.accused, 0)]
    may = (power == Power.JOINT_STATEMENT) | NEEDS[power, Need.ACCUSED]
    odd = (offers.accused != NOBODY) & ~(inside & may)
    lacks: Bools = (NEEDS[power, Need.ACCUSED] & ~state) | own | odd
    return lacks


def _lacks_topic(world: World, offers: Offers, power: Index) -> Bools:
    sizes = world.board.sizes
    lacks = np.zeros(len(offers), bool)
    for need, most in ((Need.NATION, "N"), (Need.NORM, "K"), (Need.QUESTION, "Q")):
        odd = (offers.topic < 0) | (offers.topic >= sizes[most])
        lacks |= NEEDS[power, need] & odd
    return lacks


def carried(world: World, offers: Offers, yes: Bools, no: Bools) -> Bools:
    """Whether each proposal is adopted under its organisation's rule. [rows] (Rules 16.2)

    yes, no: [rows, PARTIES]; the proposer is among those who say yes.
    """
    party = offers.party
    if not len(offers):
        return np.zeros(0, bool)
    rule = world.board.bodies.rule[offers.body]
    weight = np.zeros(PARTIES, np.float32)
    weight[: world.board.nations] = world.board.influence
    count, agree, object_ = party.sum(axis=1), (yes & party).sum(axis=1), (no & party).sum(axis=1)
    heavy = ((yes & party) * weight).sum(axis=1)
    majority = agree * 100 >= count * int(p.QUORUM_MEMBERS * 100)
    majority &= heavy >= (party * weight).sum(axis=1) * np.float32(p.QUORUM_WEIGHT)
    outcomes = (object_ == 0, agree == count, majority, object_ * 2 <= count)
    passed: Bools = np.stack(outcomes)[rule, np.arange(len(rule))]
    return passed


def adopt(world: World, offers: Offers, no: Bools, log: Log) -> None:
    """What was adopted takes effect, now or after its lag; who objected has no part. (16.3)"""
    if not len(offers):
        return
    offers = replace(offers, party=offers.party & ~no)
    offers = offers.take(one_each(offers, no))
    lag = world.board.bodies.lag[offers.body, offers.power].astype(np.intp)
    change = Changes(world, log.ledger)
    change.put("power_used", offers.body, offers.world, to=world.turn)
    _schedule(change, offers.take(lag > 0), lag[lag > 0])
    change.apply()
    _carry_out(world, offers.take(lag == 0), log)


def one_each(offers: Offers, no: Bools) -> Index:
    """Which of the adopted proposals take effect: one of each organisation in each world. (16.3)

    An organisation does one thing at a time: the least opposed, then by its power and place.
    no: [rows, PARTIES], who objected.
    """
    case = (offers.topic, offers.accused, offers.incident, offers.actor, offers.power)
    order = np.lexsort((*case, no.sum(axis=1)))
    return np.sort(order[once(offers.world[order], offers.body[order])])


def _schedule(change: Changes, offers: Offers, lag: Index) -> None:
    body, where = offers.body, offers.world
    change.put("measure_due", body, where, to=change.world.turn + lag)
    for name, column in (
        ("measure_power", offers.power),
        ("measure_by", offers.actor),
        ("measure_incident", offers.incident),
        ("measure_accused", offers.accused),
        ("measure_topic", offers.topic),
    ):
        change.put(name, body, where, to=column)
    nations = np.arange(change.world.board.nations)
    party = offers.party[:, : len(nations)]
    change.put("measure_party", body[:, None], nations, where[:, None], to=party)


def fall_due(world: World, log: Log) -> None:
    """Measures adopted earlier take effect. (Rules 16.3)"""
    body, where = ((world.measure_due > 0) & (world.measure_due <= world.turn)).nonzero()
    if not body.size:
        return
    party = np.zeros((len(body), PARTIES), bool)
    party[:, : world.board.nations] = world.measure_party[body, :, where] > 0
    offers = Offers(
        world=where,
        actor=world.measure_by[body, where].astype(np.intp),
        party=party,
        levels=np.zeros((len(body), world.board.sizes["C"]), np.intp),
        incident=world.measure_incident[body, where].astype(np.intp),
        accused=world.measure_accused[body, where].astype(np.intp),
        counter=np.zeros(len(body), np.intp),
        body=body,
        power=world.measure_power[body, where].astype(np.intp),
        topic=world.measure_topic[body, where].astype(np.intp),
    )
    change = Changes(world, log.ledger)
    change.put("measure_due", body, where, to=0)
    change.apply()
    _carry_out(world, offers.take(~_outdated(world, offers)), log)


def _outdated(world: World, offers: Offers) -> Bools:
    """The case it was about has closed and made room for another since the vote. [rows]"""
    case = np.maximum(offers.incident, 0)
    later = world.began[case, offers.world] > world.power_used[offers.body, offers.world]
    outdated: Bools = later & (offers.incident != NOBODY)
    return outdated


def _carry_out(world: World, offers: Offers, log: Log) -> None:
    """Organisations act one after the other, so that two never write the same fact at once."""
    for body in range(world.board.sizes["O"]):
        ours = offers.take(offers.body == body)
        for power in Power:
            rows = ours.take(ours.power == power)
            if len(rows):
                use(world, rows, log)
                log.note(What.MEASURE, rows.world, rows.actor, rows.accused, rows.incident,
                         a=body, b=power)  # fmt: skip
