"""Grounds: what a nation weighs again and again when it thinks of what to say. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.rules import params as p
from game.rules.action import Feature
from game.rules.lazy import lazy
from game.rules.reading import Reading
from game.rules.world import Bools, Floats, Ints, Promise, Skill, Status

PATIENCE = 6
"""Turns the most patient wait before they try again with one who refused, besides two."""

SOME_TRUST = np.float32(30)
BLUFF = np.float32(0.5)
"""What it is worth to the guileful to promise what they do not mean to keep."""

FRIENDLY = np.float32(45)
"""Trust from which a nation is asked to speak with one voice."""


@dataclass(frozen=True, eq=False)
class Grounds:
    """What follows from a reading for talks; everything is worked out when first asked for."""

    reading: Reading

    def weight(self, feature: Feature) -> Floats:
        """What a feature weighs with each seat. [V, 1, W]"""
        return self.reading.minds.by_feature[feature]

    def have(self, clause: int) -> Ints:
        """Level of a clause in force with each nation. [V, N, B]"""
        pact: Ints = self.reading.seen.pact[clause][self.reading.seen.seats]
        return pact

    @lazy
    def again(self) -> Floats:
        """Turn after which a refusal is not forgotten yet. [V, 1, W]"""
        wait: Floats = np.rint(self.reading.minds.patience * PATIENCE)
        return self.reading.seen.turn - 2 - wait

    @lazy
    def open_to(self) -> Bools:
        """Nations that have not refused one lately. [V, N, B]"""
        refused = self.reading.seen.refused
        lately = (refused >= self.again) & (refused > 0)
        return self.reading.other & ~lately

    @lazy
    def friends(self) -> Bools:
        """Those of them with whom trust runs both ways. [V, N, B]"""
        seen = self.reading.seen
        mutual = (seen.trust >= FRIENDLY) & (seen.trust_in_me >= FRIENDLY)
        return self.open_to & mutual

    @lazy
    def feud(self) -> Floats:
        """What stands between one and each nation. [V, N, B]"""
        reading = self.reading
        return reading.tension * np.float32(0.6) + reading.fear * 4 + reading.bad_blood

    @lazy
    def hurt(self) -> Floats:
        """The worst that is going on against one. [V, 1, B]"""
        reading = self.reading
        worst = reading.seen.severity * (reading.mine & reading.active)
        hurt: Floats = worst.max(axis=1, keepdims=True)
        return hurt

    @lazy
    def done_to(self) -> Floats:
        """The worst one lately did to each nation. [V, N, B]"""
        reading = self.reading
        seat, case, where = (reading.mine_done & reading.fresh).nonzero()
        done = np.zeros(reading.warm.shape, np.float32)
        victim = reading.seen.victim[seat, case, where]
        np.maximum.at(done, (seat, victim, where), reading.seen.severity[seat, case, where])
        return done

    @lazy
    def guests(self) -> Floats:
        """How surely a group on each nation's soil is suspected. [V, N, B]"""
        seen, nations = self.reading.seen, self.reading.other.shape[1]
        groups = seen.guilt[:, :, nations:]
        found = np.zeros((len(seen.seats), nations, seen.worlds), np.float32)
        lately = (seen.status >= Status.ACTIVE) & (seen.began > seen.turn - int(p.NORM_MEMORY))
        worst = (groups * lately[:, :, None]).max(axis=1)
        for number, home in enumerate(seen.public.home[nations:]):
            found[:, home] = np.maximum(found[:, home], worst[:, number])
        return found * self.reading.other

    @lazy
    def weakness(self) -> Floats:
        """How badly each nation defends itself, as far as one sees, 0 to 1. [V, N, B]"""
        defence = self.reading.seen.capability_of[:, :, Skill.DEFENCE]
        weak: Floats = 1 - defence * np.float32(0.01)
        return weak

    @lazy
    def own_weakness(self) -> Floats:
        """How badly one defends oneself. [V, 1, B]"""
        defence = self.reading.seen.capability[:, Skill.DEFENCE][:, None]
        weak: Floats = 1 - defence * np.float32(0.01)
        return weak

    @lazy
    def richer(self) -> Floats:
        """How much more power one has than each nation. [V, N, 1]"""
        power = self.reading.seen.public.power
        richer: Floats = (power[self.reading.seen.seats][:, None] - power)[..., None]
        return richer

    @lazy
    def may_ask(self) -> Bools:
        """It promised nothing that is still open, and was not asked in this turn or the last."""
        seen = self.reading.seen
        open_to = seen.promised_me.max(axis=2) < seen.turn
        last = seen.asked.max(axis=2)
        may: Bools = ((last <= seen.turn - 2) | (last == 0)) & open_to & self.believed
        return may

    @lazy
    def believed(self) -> Bools:
        """It did not break its word to one more often than it kept it. [V, N, B]"""
        seen = self.reading.seen
        balance = (seen.broken > seen.kept).swapaxes(0, 1)
        believed: Bools = ~balance[seen.seats]
        return believed

    @lazy
    def good(self) -> Floats:
        """What one's own word is still worth: nothing where it was broken more than kept."""
        seen, minds = self.reading.seen, self.reading.minds
        honour = np.minimum(np.maximum(self.weight(Feature.HONOUR), 0) + np.float32(0.4), 1)
        sincere = np.where(minds.honesty > 0.5, minds.honesty * honour, minds.guile * BLUFF)
        good: Floats = sincere * (seen.broken[seen.seats] <= seen.kept[seen.seats])
        return good

    def asked_me(self, topic: Promise) -> Bools:
        """Nations that asked one for it lately. [V, N, B]"""
        seen = self.reading.seen
        asked: Bools = seen.asked_me[:, :, topic] >= max(seen.turn - 1, 1)
        return asked
