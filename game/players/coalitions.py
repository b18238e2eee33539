"""What an AI would sign with several others: one voice, one shield, one rule. (Rules 13.1)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.players.clause_worth import JOINT_SHARE, WORDS_COST
from game.players.convention import hope
from game.players.grounds import SOME_TRUST, Grounds
from game.players.plans import Kind, Plan, among_several, levels
from game.rules.action import Feature
from game.rules.clauses import (
    ATTRIBUTION_BODY,
    MUTUAL_ASSISTANCE,
    NO_OPERATIONS,
    OFF_LIMITS,
    VULNERABILITIES,
)
from game.rules.lazy import lazy
from game.rules.world import NOBODY, Bools, Floats, Index, Ints

SHARP_WORDS = levels(attribution=2, joint_statement=1)
NAMING = levels(attribution=1, joint_statement=1)
CONDEMNING = levels(joint_statement=1)
SANCTIONS = levels(attribution=1, joint_sanctions=1)
ALLIANCE = levels(mutual_assistance=1, evidence_sharing=1, hotline=1)
NORM = levels(norm_endorsement=1)
GENEVA = levels(off_limits=2, vulnerabilities=1, attribution_body=1, verification=1)
COMMISSION = levels(attribution_body=1)

SURE = np.float32(0.65)
"""Belief from which sanctions are proposed."""


class Affair:
    """The incident one would speak of, and what one makes of it. Shapes [V, B]."""

    def __init__(self, grounds: Grounds) -> None:
        reading, seen = grounds.reading, grounds.reading.seen
        v, b = np.arange(len(seen.seats))[:, None], np.arange(seen.worlds)
        self.grounds = grounds
        self.case: Index = reading.case
        self.stake: Floats = reading.stake[v, self.case, b]
        self.belief: Floats = reading.belief[v, self.case, b]
        self.suspect: Ints = reading.suspect[v, self.case, b]
        self.done: Bools = reading.mine_done[v, self.case, b]
        me = seen.seats[:, None]
        self.silent: Bools = (seen.accused[me, self.case, b] == NOBODY) & ~self.done
        self.quiet: Bools = (seen.condemned[me, self.case, b] == 0) & ~self.done
        self.sure: Bools = self.belief >= reading.minds.bar[:, 0]
        self.proved: Bools = self.belief >= reading.ties.proof[v, self.case, b]
        self.concern: Floats = reading.ties.voice[v, self.case, b]

    @lazy
    def state(self) -> Bools:
        """A nation is suspected, not a group."""
        state: Bools = self.suspect < self.grounds.reading.other.shape[1]
        return state

    def others(self, among: Bools) -> Bools:
        """Some nations, without the one suspected. [V, N, B]"""
        nation = np.arange(among.shape[1])[:, None]
        others: Bools = among & (nation != self.suspect[:, None])
        return others

    @lazy
    def held_back(self) -> Floats:
        """What it weighs to name the suspect with others: risk shared, and loyalty. [V, B]"""
        reading, grounds = self.grounds.reading, self.grounds
        v, b = np.arange(len(self.case))[:, None], np.arange(self.case.shape[1])
        risk = grounds.weight(Feature.RISK)[:, 0] * reading.ties.exposed[v, self.case, b]
        bond = grounds.weight(Feature.BOND)[:, 0] * reading.ties.loyal[v, self.case, b]
        calm = grounds.weight(Feature.CALM)[:, 0] * WORDS_COST
        held_back: Floats = np.minimum(risk * JOINT_SHARE, 0) - bond * 3 - calm
        return held_back

    @lazy
    def voice(self) -> Floats:
        """How gladly one speaks out. [V, W]"""
        justice = self.grounds.weight(Feature.JUSTICE)[:, 0]
        return self.grounds.weight(Feature.VOICE)[:, 0] + justice * np.float32(0.5)


def coalitions(grounds: Grounds, affair: Affair) -> Iterator[Plan]:
    """Proposals to all who would have a reason to join."""
    if grounds.reading.seen.public.systems.joint:
        yield from _speeches(grounds, affair)
        if (affair.sure & affair.state).any():
            yield _sanctions(grounds, affair)
    yield _alliance(grounds)
    yield _commission(grounds)
    yield _geneva(grounds)
    if grounds.reading.seen.norm.shape[1]:
        yield _norm(grounds)


def _speeches(grounds: Grounds, affair: Affair) -> Iterator[Plan]:
    """Speaking with one voice: naming the author, or only condemning the deed."""
    friends = affair.others(grounds.friends)
    name = affair.stake * affair.belief * affair.voice * affair.concern * np.float32(0.6)
    name = (name + affair.held_back) * (affair.silent & affair.proved)
    sharp = name * (affair.belief > np.float32(0.8)) * np.float32(1.1)
    more: dict[str, Any] = {"case": affair.case, "accused": affair.suspect}
    yield among_several(Kind.SHARP_WORDS, sharp, friends, SHARP_WORDS, **more)
    yield among_several(Kind.NAMING, name, friends, NAMING, **more)
    condemn = affair.stake * affair.voice * affair.quiet * np.float32(0.45)
    yield among_several(Kind.CONDEMNING, condemn, friends, CONDEMNING, case=affair.case)


def _sanctions(grounds: Grounds, affair: Affair) -> Plan:
    """A punishment that hits harder and costs each less."""
    reading, seen = grounds.reading, grounds.reading.seen
    v, b = np.arange(len(seen.seats))[:, None], np.arange(seen.worlds)
    named = np.minimum(affair.suspect, reading.other.shape[1] - 1)
    free = (seen.sanction[seen.seats[:, None], named, b] == 0) & affair.state & ~affair.done
    free &= ~reading.kept[v, named, b]
    wrath = grounds.weight(Feature.JUSTICE)[:, 0] + grounds.weight(Feature.SPITE)[:, 0] * (
        np.float32(0.5)
    )
    danger = grounds.weight(Feature.RISK)[:, 0] * reading.danger[:, 0] * 3
    worth = affair.stake * affair.belief * wrath * np.float32(0.8) + danger
    worth = np.where(free & affair.sure & (affair.belief >= SURE), worth, 0)
    bound = seen.pact[NO_OPERATIONS][:, named, b].swapaxes(0, 1) > 0
    party = affair.others(grounds.friends) & ~bound
    more: dict[str, Any] = {"case": affair.case, "accused": affair.suspect}
    return among_several(Kind.SANCTIONS, worth, party, SANCTIONS, **more)


def _alliance(grounds: Grounds) -> Plan:
    """A shield for all friends at once: help in need, evidence, a line."""
    party = grounds.friends & (grounds.have(MUTUAL_ASSISTANCE) == 0)
    many = np.minimum(party.sum(axis=1), 4).astype(np.float32)
    fear = grounds.reading.fear.max(axis=1)
    worth = grounds.weight(Feature.BOND)[:, 0] * many * np.float32(0.45)
    worth = worth + grounds.weight(Feature.PROTECT)[:, 0] * fear * 2
    return among_several(
        Kind.ALLIANCE, worth * ~grounds.reading.hiding[:, 0], party, ALLIANCE, least=2
    )


def _commission(grounds: Grounds) -> Plan:
    """An independent body that looks into whatever hits a party."""
    reading = grounds.reading
    party = grounds.open_to & (reading.seen.trust >= SOME_TRUST)
    party = party & (grounds.have(ATTRIBUTION_BODY) == 0)
    calm = grounds.weight(Feature.CALM)[:, 0] * np.float32(0.15)
    by = grounds.weight(Feature.KNOW)[:, 0] * np.float32(0.25) + calm
    worth = reading.puzzle[:, 0] * by * ~grounds.reading.hiding[:, 0]
    return among_several(Kind.COMMISSION, worth, party, COMMISSION, least=2)


def _geneva(grounds: Grounds) -> Plan:
    """A Digital Geneva Convention, for those who would give up their own weapons. (Rules 8.18)"""
    reading, seen = grounds.reading, grounds.reading.seen
    bound = (grounds.have(OFF_LIMITS) >= 2) & (grounds.have(VULNERABILITIES) > 0)
    party = grounds.open_to & (seen.trust >= SOME_TRUST) & ~bound
    mild = grounds.weight(Feature.CALM) + grounds.weight(Feature.PROTECT) * np.float32(0.5)
    mild = (mild + grounds.weight(Feature.HONOUR) * np.float32(0.6))[:, 0]
    weapons = np.maximum(grounds.weight(Feature.GAIN)[:, 0], 0) * (2 + seen.exploits)
    worry = np.float32(0.8) + reading.danger[:, 0] * 3
    worth = (mild - weapons) * worry - hope(grounds, party) * np.float32(0.4)
    worth = worth * ~grounds.reading.hiding[:, 0]
    return among_several(Kind.GENEVA, worth, party, GENEVA, least=2)


def _norm(grounds: Grounds) -> Plan:
    """A norm that too few hold yet; who proposes it will hold it."""
    seen = grounds.reading.seen
    adopted = seen.norm > 0
    missing = ~adopted
    scarce = missing.sum(axis=0)
    topic = np.broadcast_to(scarce.argmax(axis=0), (len(seen.seats), seen.worlds))
    lacks = missing[:, topic[0], np.arange(seen.worlds)]
    party = grounds.open_to & (seen.trust >= SOME_TRUST) & lacks
    share = scarce.max(axis=0).astype(np.float32) / np.float32(len(adopted))
    by = grounds.weight(Feature.HONOUR) + grounds.weight(Feature.CALM) * np.float32(0.5)
    worth = by[:, 0] * share * np.float32(0.85)
    return among_several(Kind.NORM, worth, party, NORM, topic=topic)
