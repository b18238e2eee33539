"""Grounds: what a nation weighs again and again when it thinks of what to say. (Rules 13.1)"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.actions._common import suspected_there
from game.rules.action import Feature
from game.rules.lazy import lazy
from game.rules.reading import Reading
from game.rules.world import Bools, Floats, Ints, Promise, Skill

PATIENCE = 6
"""Turns the most patient wait before they try again with one who refused, besides two."""

SOME_TRUST = np.float32(30)
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
        own = reading.seen.severity * (reading.mine_done & reading.fresh)
        if not own.any():
            return np.zeros((1, 1, 1), np.float32)
        nation = np.arange(reading.other.shape[1])[:, None]
        to = reading.seen.victim[:, :, None] == nation
        done: Floats = (own[:, :, None] * to).max(axis=1)
        return done

    @lazy
    def guests(self) -> Floats:
        """How surely a group on each nation's soil is suspected. [V, N, B]"""
        if self.reading.seen.guilt.shape[2] == self.reading.other.shape[1]:
            return np.zeros((1, 1, 1), np.float32)
        return suspected_there(self.reading.seen, groups=True) * self.reading.other

    @lazy
    def weakness(self) -> Floats:
        """How badly each nation defends itself, as far as one sees, 0 to 1. [V, N, B]"""
        defence = self.reading.seen.capability_of[:, :, Skill.DEFENCE]
        weak: Floats = 1 - defence * np.float32(0.01)
        return weak

    @lazy
    def own_weakness(self) -> Floats:
        """How badly one defends oneself. [V, 1, B]"""
        weak: Floats = 1 - self.reading.seen.capability[:, Skill.DEFENCE][:, None] * np.float32(
            0.01
        )
        return weak

    @lazy
    def richer(self) -> Floats:
        """How much more power one has than each nation. [V, N, 1]"""
        power = self.reading.seen.public.power
        richer: Floats = (power[self.reading.seen.seats][:, None] - power)[..., None]
        return richer

    def asked_me(self, topic: Promise) -> Bools:
        """Nations that asked one for it lately. [V, N, B]"""
        seen = self.reading.seen
        asked: Bools = seen.asked_me[:, :, topic] >= max(seen.turn - 1, 1)
        return asked
