"""Ties: who is near to whom, and what speaking up for one or against another takes. (Rules 13)

States that are sure of an author seldom say so: they weigh whose case it is, what they can show,
who stands beside them, and whom they would offend.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.rules.lazy import lazy
from game.rules.world import Bools, Floats, Index, Promise

if TYPE_CHECKING:
    from game.rules.reading import Reading

ALLIED = np.float32(0.8)
"""How near an ally is, where oneself is 1."""

GANG = np.float32(0.67)
"""What naming a gang is worth, where naming a state is worth 1."""

UNSHOWN = np.float32(0.35)
"""What it risks to name somebody without anything shown in public."""

STRANGER = np.float32(0.3)
"""Share of the way to certainty that it takes more to name the author of a stranger's case."""

COMPANY = np.float32(0.3)
"""Share of that which each other nation that names the same takes off."""


@dataclass(frozen=True, eq=False)
class Ties:
    """What follows from a reading for one who would speak up. Shapes as in Reading."""

    reading: Reading

    @lazy
    def near(self) -> Floats:
        """[V, N, B] how near each nation is to me, where I am 1: an ally, or one I trust."""
        reading = self.reading
        allied = reading.seen.public.ally[reading.seen.seats][..., None] * ALLIED
        return np.maximum(np.maximum(reading.warm, allied), 0).astype(np.float32)

    @lazy
    def kin(self) -> Floats:
        """[V, I, B] how near the victim of an incident is to me, 0 to 1."""
        near = np.take_along_axis(self.near, self._victim, axis=1)
        return np.where(self.reading.mine, np.float32(1), near)

    @lazy
    def loyal(self) -> Floats:
        """[V, I, B] how near the suspect of an incident is to me."""
        loyal: Floats = np.take_along_axis(self.near, self._named, axis=1) * self._state
        return loyal

    @lazy
    def proof(self) -> Floats:
        """[V, I, B] belief it takes to name somebody in public: more in a stranger's case."""
        bar = self.reading.minds.bar
        proof: Floats = bar + (1 - bar) * (1 - self.kin) * STRANGER
        return proof

    @lazy
    def exposed(self) -> Floats:
        """[V, I, B] what naming the suspect of an incident would put at risk.

        The means and the enmity of the suspect, and being doubted where nothing is shown; less in
        company. (Rules 6.1)
        """
        reading, seen = self.reading, self.reading.seen
        means = np.take_along_axis(reading.fear, self._named, axis=1) * self._state
        found = (seen.inquiry > 0) & (seen.inquiry <= seen.turn)
        shown = found | (seen.published > 0).any(axis=1)
        same = (seen.accused[None] == reading.suspect[:, None]).sum(axis=1).astype(np.float32)
        alone = np.maximum(1 - same * COMPANY, 0)
        exposed: Floats = (means * 5 + np.where(shown, np.float32(0), UNSHOWN)) * alone
        return exposed

    @lazy
    def weighty(self) -> Floats:
        """[V, I, B] less where a gang is suspected: that is for prosecutors, not for ministers."""
        return np.where(self._state, np.float32(1), GANG)

    @lazy
    def voice(self) -> Floats:
        """[V, I, B] how gladly one speaks up for the victim against the suspect."""
        voice: Floats = (np.float32(0.45) + self.kin * np.float32(0.4)) * self.weighty
        return voice

    @lazy
    def called(self) -> Floats:
        """[V, I, B] how near a victim is that has just named, before others, the one I suspect."""
        seen, reading = self.reading.seen, self.reading
        case, world = np.arange(self._victim.shape[1])[:, None], np.arange(seen.worlds)
        said = seen.accused[self._victim, case, world] == reading.suspect
        lately = seen.claimed[self._victim, case, world] >= seen.turn - 2
        called: Floats = (said & lately & ~reading.mine) * np.minimum(self.kin, np.float32(0.5))
        return called

    @lazy
    def kin_harm(self) -> Floats:
        """[V, N, B] the worst each nation surely did to allies, or to those that asked for help."""
        reading, seen = self.reading, self.reading.seen
        asked = seen.asked_me[:, :, Promise.HELP] > 0
        cause = seen.public.ally[seen.seats][..., None] | asked
        theirs = np.take_along_axis(cause, self._victim, axis=1) & reading.fresh & ~reading.mine
        sure = theirs & (reading.belief >= reading.minds.bar)
        if not sure.any():
            return np.zeros_like(seen.trust)
        return reading.worst(seen.severity * sure)

    @lazy
    def over_line(self) -> Bools:
        """[V, I, B] incidents that crossed a line of mine I have not answered for. (Rules 3.10)"""
        seen = self.reading.seen
        crossed, stood = seen.crossed[seen.seats], seen.stood[seen.seats]
        over: Bools = (crossed > stood)[:, None] & (seen.began == crossed[:, None])
        return over & self.reading.mine

    @lazy
    def owed_answer(self) -> Floats:
        """[V, N, B] how surely each nation crossed a line of mine that I must answer for."""
        if not self.over_line.any():
            return np.zeros_like(self.reading.seen.trust)
        sure = self.reading.worst(self.over_line.astype(np.float32))
        answer: Floats = sure * (sure >= self.reading.minds.bar)
        return answer

    @lazy
    def _victim(self) -> Index:
        victim: Index = np.maximum(self.reading.seen.victim, 0).astype(np.intp)
        return victim

    @lazy
    def _state(self) -> Bools:
        """[V, I, B] a nation is suspected, not a gang."""
        state: Bools = self.reading.suspect < self.reading.other.shape[1]
        return state

    @lazy
    def _named(self) -> Index:
        most = self.reading.other.shape[1] - 1
        named: Index = np.minimum(self.reading.suspect, most).astype(np.intp)
        return named
