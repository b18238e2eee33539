"""What stands against signing, in order, with the figures behind it. (Rules 13.2)"""

from __future__ import annotations

import numpy as np

from game.players.asked import Asked, sanctions
from game.players.clause_worth import accusation, punishment, values
from game.players.convention import burden
from game.players.power_worth import motion_values
from game.players.reasons import Reason
from game.players.strings import bound, legal, leverage, price
from game.rules.claims import LIKELIHOOD
from game.rules.clauses import ATTRIBUTION, JOINT_SANCTIONS, LASTING, NO_OPERATIONS, VERIFICATION
from game.rules.lazy import lazy
from game.rules.organisations import Rule
from game.rules.powers import Power
from game.rules.world import NOBODY, Bools, Floats, Index, which

WORDS = np.array([4, 4, 5])
"""Word of estimative probability that each level of the attribution clause speaks in."""

WARY = np.float32(8)
"""Trust more that it takes for each time the proposer broke its word."""

VOW = np.float32(16)
"""Trust more that it takes to swear restraint with one hated most of all."""

LIGHT = np.float32(0.75)
"""Share of the usual trust needed for words alone, or to vote with a fellow member."""

BRIDGES = (Power.NORM_FORUM, Power.CONTACT_DIRECTORY, Power.MEDIATION)
"""Powers that are for those who do not trust one another."""

BRIDGE = np.float32(0.35)
"""Share of the usual trust that takes."""

SEEN = np.float32(5)
"""Trust that each level of verification stands in for."""

WIDE = 4
"""Other parties from which it is the mean of one's trust in them that counts."""

PUNISHES = np.float32(0.6)
"""Least belief that sanctions take."""

WEIGHS = np.float32(0.1)
"""How far belief may lag behind the word used, for one that holds the norm to weigh everything."""

PASSES = np.float32(-1)
"""Where silence agrees, a harm this small is let pass."""


class Judgement:
    """One look at everything that was asked. Shapes [rows]."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.clauses = self._clauses()
        self.legal, self.price, self.leverage = legal(asked), price(asked), leverage(asked)
        value = self.clauses.sum(axis=1) + motion_values(asked, self.need)
        self.burden = burden(asked)
        total = value + self.legal + self.price + self.leverage + self.burden
        name = asked.trait("accept") + self.clauses[:, ATTRIBUTION] + self.leverage
        total = np.where(asked.has(ATTRIBUTION), np.minimum(total, name), total)
        self.total: Floats = total.astype(np.float32)  # a name is not bought with what goes along

    def _clauses(self) -> Floats:
        """What each clause is worth. [rows, C]"""
        asked = self.asked
        value = values(asked)
        for clause, weigh in ((ATTRIBUTION, accusation), (JOINT_SANCTIONS, punishment)):
            if asked.has(clause).any():
                value[:, clause] = weigh(asked, self.need) * asked.has(clause)
        return value

    @lazy
    def accuses(self) -> Bools:
        """It names somebody, in words or in deed."""
        return self.asked.names

    @lazy
    def need(self) -> Floats:
        """Belief in the guilt of the accused that signing would take."""
        asked = self.asked
        word = WORDS[np.minimum(asked.levels[:, ATTRIBUTION], len(WORDS) - 1)]
        half = LIKELIHOOD[word] * np.float32(0.4) + asked.of_case(
            asked.reading.ties.proof
        ) * np.float32(0.6)
        need: Floats = np.minimum(half, np.float32(0.9))
        need = np.maximum(need, sanctions(asked, JOINT_SANCTIONS) * PUNISHES)
        need = np.maximum(need, (LIKELIHOOD[word] - WEIGHS) * self.careful)
        return need

    @lazy
    def careful(self) -> Bools:
        """The one asked holds the norm to weigh everything before it accuses."""
        seen = self.asked.reading.seen
        hasty = which(seen.public.norms.hasty)
        held = np.any(seen.norm[:, hasty] > 0, axis=1)
        careful: Bools = held[self.asked.nation, self.asked.world]
        return careful

    @lazy
    def bar(self) -> Floats:
        """Worth from which it is signed; a motion passes more easily where silence agrees."""
        asked = self.asked
        bar = asked.trait("accept")
        moved = asked.body != NOBODY
        if not moved.any():
            return bar
        rule = asked.reading.seen.public.bodies.rule[np.maximum(asked.body, 0)]
        silent = (rule == Rule.CONSENSUS) | (rule == Rule.SECRETARY)
        vote = np.where(silent, np.minimum(bar, 0) + PASSES, bar * np.float32(0.5))
        return np.where(moved, vote, bar).astype(np.float32)

    @lazy
    def broken(self) -> Floats:
        """Times the proposer broke its word to the one asked."""
        asked = self.asked
        broken = asked.reading.seen.broken[asked.proposer, asked.nation, asked.world]
        return broken.astype(np.float32)

    @lazy
    def trust(self) -> tuple[Floats, Floats]:
        """Trust in the parties, and how much it takes."""
        asked, moved = self.asked, self.asked.body != NOBODY
        towards = asked.reading.seen.trust.swapaxes(0, 1)[:, asked.nation, asked.world]
        least = np.where(asked.party, towards, np.float32(200)).min(axis=0)
        count = np.maximum(asked.party.sum(axis=0), 1).astype(np.float32)
        mean = (towards * asked.party).sum(axis=0) / count
        own = towards[asked.proposer, np.arange(len(asked.offer))]
        trust = np.where(moved, own, np.where(count >= WIDE, mean, least))
        words = ~(asked.levels[:, list(LASTING)] > 0).any(axis=1)
        needed = asked.trait("trusting") * np.where(words, LIGHT, np.float32(1))
        vow = asked.has(NO_OPERATIONS) * asked.quarrel * VOW
        sworn = needed + vow - SEEN * asked.levels[:, VERIFICATION]
        voted = needed * np.where(np.isin(asked.power, BRIDGES), BRIDGE, LIGHT)
        needed = np.where(moved, voted, sworn)
        return trust, np.minimum(needed + WARY * self.broken, 95).astype(np.float32)

    def verdict(self) -> tuple[Index, Floats, Floats]:
        """The first reason that stands against signing, with its figures; NOBODY if none."""
        asked, total, bar = self.asked, self.total, self.bar
        trust, needed_trust = self.trust
        short, little = self.accuses & (asked.belief < self.need), total < bar
        figures = (total, bar)
        cases = (
            (self.accuses & asked.touches, Reason.ACCUSED, trust, needed_trust),
            (bound(asked), Reason.BOUND, total, bar),
            ((trust < needed_trust) & (self.broken > 0), Reason.BROKEN, self.broken, needed_trust),
            (trust < needed_trust, Reason.TRUST, trust, needed_trust),
            (short & self.careful, Reason.NORM, asked.belief, self.need),
            (short, Reason.BELIEF, asked.belief, self.need),
            (little & (total - self.legal >= bar), Reason.LAW, *figures),
            (little & (total - self.burden >= bar), Reason.OUTSIDE, *figures),
            (little & (total - self.leverage >= bar), Reason.LEVERAGE, *figures),
            (little & (total - self.price >= bar), Reason.COST, *figures),
            (little, Reason.INTEREST, *figures),
        )
        reason = np.full(len(total), NOBODY)
        factor, needed = total, bar
        for holds, code, figure, enough in reversed(cases):
            reason = np.where(holds, code, reason)
            factor, needed = np.where(holds, figure, factor), np.where(holds, enough, needed)
        return reason, factor.astype(np.float32), needed.astype(np.float32)
