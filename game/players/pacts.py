"""What an AI would sign with one other nation. (Rules 13.1)"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.players.grounds import Grounds
from game.players.plans import Kind, Plan, between_two, levels
from game.rules import params as p
from game.rules.action import Feature
from game.rules.clauses import (
    DISPUTE_SETTLEMENT,
    EVIDENCE_SHARING,
    HOTLINE,
    MUTUAL_ASSISTANCE,
    NO_OPERATIONS,
    OFF_LIMITS,
    TAKEDOWN,
)
from game.rules.world import Floats, Ints, Skill

RESTRAINT = levels(no_operations=1, hotline=1, duration=2)
EVIDENCE = levels(evidence_sharing=1, hotline=1)
LINE = levels(hotline=1, duration=1)
SPARING = levels(off_limits=1, hotline=1)
HELP = levels(mutual_assistance=1, hotline=1)
AID_GIVEN = levels(capacity_aid=1)
AID_SOUGHT = levels(capacity_aid=2)
RELIEF = levels(sanctions_relief=1)
MAKING_GOOD = levels(compensation=1, sanctions_relief=1, no_operations=1, duration=2)
CLAIM = levels(compensation=2)
SETTLING = levels(dispute_settlement=1, hotline=1, duration=2)
CLEANING_UP = levels(takedown=1, hotline=1)

POWERFUL = np.float32(0.15)
"""How much more power makes one a donor to another."""


def pacts(grounds: Grounds) -> Iterator[Plan]:
    """Treaties between two: with a rival, with a friend, between strong and weak."""
    yield from _with_rivals(grounds)
    yield from _with_friends(grounds)
    yield from _aid(grounds)
    yield from _amends(grounds)
    if grounds.guests.any():
        yield _cleaning_up(grounds)


def _with_rivals(grounds: Grounds) -> Iterator[Plan]:
    """Restraint, a line, sectors to spare, and a way to settle disputes."""
    reading, open_to = grounds.reading, grounds.open_to
    calm, spite = grounds.weight(Feature.CALM), grounds.weight(Feature.SPITE)
    wrath = reading.sure_harm * spite * np.float32(0.3)
    alarm = reading.harm * np.float32(0.2)
    score = (grounds.feud + alarm) * calm - wrath
    allowed = open_to & (grounds.have(NO_OPERATIONS) == 0)
    yield between_two(Kind.RESTRAINT, score, allowed, RESTRAINT)
    line = (grounds.feud + reading.warm) * calm * np.float32(0.6)
    yield between_two(Kind.LINE, line, open_to & (grounds.have(HOTLINE) == 0), LINE)
    worry = reading.tension * np.float32(0.4) + reading.fear * 3 + np.float32(0.5)
    by = grounds.weight(Feature.PROTECT) * np.float32(0.7) + calm * np.float32(0.5)
    score = worry * by - reading.bad_blood * np.maximum(grounds.weight(Feature.GAIN), 0) * 2
    allowed = open_to & (grounds.have(OFF_LIMITS) == 0)
    yield between_two(Kind.SPARING, score - wrath, allowed, SPARING)
    quarrel = reading.tension * np.float32(0.4) + reading.bad_blood * 2 + np.float32(0.2)
    allowed = open_to & (grounds.have(DISPUTE_SETTLEMENT) == 0)
    yield between_two(Kind.SETTLING, quarrel * calm * np.float32(0.8) - wrath, allowed, SETTLING)


def _with_friends(grounds: Grounds) -> Iterator[Plan]:
    """Evidence, and help in need."""
    reading, open_to = grounds.reading, grounds.open_to
    bond = grounds.weight(Feature.BOND)
    skill = reading.seen.capability_of[:, :, Skill.FORENSICS] * np.float32(0.01)
    know = grounds.weight(Feature.KNOW) * reading.puzzle * skill
    score = (know + bond * (reading.warm + np.float32(0.2))) * ~grounds.reading.hiding
    allowed = open_to & (grounds.have(EVIDENCE_SHARING) == 0)
    yield between_two(Kind.EVIDENCE, score, allowed, EVIDENCE)
    need = grounds.weight(Feature.PROTECT) * (grounds.hurt * np.float32(0.15) + np.float32(0.3))
    score = (reading.warm + np.float32(0.15)) * (bond * np.float32(1.5) + need)
    allowed = open_to & (grounds.have(MUTUAL_ASSISTANCE) == 0)
    yield between_two(Kind.HELP, score, allowed, HELP)


def _aid(grounds: Grounds) -> Iterator[Plan]:
    """Training and tools, from the strong to the weak, offered or asked for."""
    reading, seen = grounds.reading, grounds.reading.seen
    warm, protect = reading.warm, grounds.weight(Feature.PROTECT)
    rich = (seen.funds >= np.float32(p.CAPACITY_AID + 3))[:, None]
    donor = (grounds.richer > POWERFUL) & rich
    if donor.any():
        kind = grounds.weight(Feature.BOND) * (warm + np.float32(0.4)) * 3 + protect
        score = grounds.weakness * kind * _still(seen.aid[seen.seats])
        yield between_two(Kind.AID_GIVEN, score, grounds.open_to & donor, AID_GIVEN)
    poor = grounds.richer < -POWERFUL
    if poor.any():
        means = np.minimum(np.float32(0.4) - grounds.richer, 1)
        hope = grounds.reading.seen.trust_in_me * means * np.float32(0.04)
        received = seen.aid.swapaxes(0, 1)[seen.seats]
        score = protect * grounds.own_weakness * hope * _still(received)
        yield between_two(Kind.AID_SOUGHT, score, grounds.open_to & poor, AID_SOUGHT)


def _still(times: Ints) -> Floats:
    """What has been given already makes more of it less urgent."""
    weight: Floats = np.float32(1) / (1 + times.astype(np.float32))
    return weight


def _amends(grounds: Grounds) -> Iterator[Plan]:
    """Lifting what was imposed; paying for harm done, or asking for it."""
    reading, seen, open_to = grounds.reading, grounds.reading.seen, grounds.open_to
    calm = grounds.weight(Feature.CALM)
    imposed = np.maximum(seen.sanction, seen.expelled)
    if imposed.any():
        by_me, on_me = imposed[seen.seats], imposed[:, seen.seats].swapaxes(0, 1)
        angry = reading.sure_harm * grounds.weight(Feature.JUSTICE) * np.float32(0.5)
        score = on_me * (np.float32(0.8) + calm * 2) + by_me * calm * np.float32(1.4) - angry
        yield between_two(Kind.RELIEF, score, open_to & ((by_me + on_me) > 0), RELIEF)
    if grounds.reading.hiding.any():
        done = grounds.done_to
        price = (seen.funds >= np.float32(p.COMPENSATION))[:, None] & (done > 0)
        sorry = np.maximum(grounds.weight(Feature.HONOUR), 0) + calm * np.float32(0.3)
        score = done * sorry * (np.float32(0.15) + reading.tension * np.float32(0.12))
        yield between_two(Kind.MAKING_GOOD, score, open_to & price, MAKING_GOOD)
    owed = reading.sure_harm + _owned_up(grounds)
    if owed.any():
        by = calm * np.float32(0.35) + grounds.weight(Feature.JUSTICE) * np.float32(0.2)
        yield between_two(Kind.CLAIM, owed * by, open_to & (owed > 0), CLAIM)


def _owned_up(grounds: Grounds) -> Floats:
    """Severity of the worst that each nation did to one and has admitted. [V, N, B]"""
    reading, seen = grounds.reading, grounds.reading.seen
    admitted = seen.answered_for > 1
    if not admitted.any():
        return np.zeros((1, 1, 1), np.float32)
    mine = seen.severity * (reading.mine & reading.fresh)
    worst: Floats = (mine[:, None] * admitted[None]).max(axis=2)
    return worst


def _cleaning_up(grounds: Grounds) -> Plan:
    """Each acts against the criminals on its own soil."""
    reading = grounds.reading
    by = grounds.weight(Feature.PROTECT) * np.float32(0.5) + grounds.weight(Feature.CALM) * (
        np.float32(0.3)
    )
    stake = reading.stake.max(axis=1, keepdims=True)
    score = grounds.guests * stake * (by + grounds.weight(Feature.JUSTICE) * np.float32(0.3))
    allowed = (
        grounds.open_to
        & (grounds.guests >= np.float32(p.NORM_GROUNDS))
        & (grounds.have(TAKEDOWN) == 0)
    )
    return between_two(Kind.CLEANING_UP, score, allowed, CLEANING_UP)
