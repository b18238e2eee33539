"""A reading: what a mind makes of a view before it weighs its options. (Rules 13)

Everything here follows from the view alone. Arrays have a row for each seat (V).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.action import Feature
from game.rules.foresight import countermeasure_cost, keeps_treaty
from game.rules.lazy import lazy
from game.rules.minds import Minds
from game.rules.ties import Ties
from game.rules.view import View
from game.rules.world import Bools, Floats, Index, Ints, Promise, Skill, Status, which

KEPT = np.float32(8)
"""What a pact weighs against breaking it, for those for whom keeping it pays."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A view as its owner reads it."""

    seen: View
    minds: Minds

    @lazy
    def ties(self) -> Ties:
        """Who is near to whom, and what speaking up takes."""
        return Ties(self)

    def part(self) -> None:
        """Let go of what leads back here: in a circle, every array would wait to be swept."""
        self.__dict__.pop("ties", None)

    @lazy
    def me(self) -> Ints:
        """[V, 1, 1] whose row this is."""
        return self.seen.seats[:, None, None]

    @lazy
    def mine(self) -> Bools:
        """[V, I, B] incidents that hit me."""
        mine: Bools = self.seen.victim == self.me
        return mine

    @lazy
    def fresh(self) -> Bools:
        """[V, I, B] incidents known, begun, and not long past."""
        began = self.seen.began
        lately = began > self.seen.turn - self.minds.memory
        fresh: Bools = (self.seen.status >= Status.ACTIVE) & lately
        return fresh

    @lazy
    def active(self) -> Bools:
        """[V, I, B] incidents going on."""
        active: Bools = self.seen.status == Status.ACTIVE
        return active

    @lazy
    def stake(self) -> Floats:
        """[V, I, B] how much an incident matters to me, 0 to 10."""
        share = np.where(self.mine, np.float32(1), np.float32(0.3))
        stake: Floats = self.seen.severity * self.fresh * share
        return stake

    @lazy
    def others_guilt(self) -> Floats:
        """[V, I, S, B] belief in the guilt of others than me."""
        guilt: Floats = self.seen.guilt.copy()
        guilt[np.arange(len(guilt)), :, self.seen.seats] = 0
        return guilt

    @lazy
    def suspect(self) -> Ints:
        """[V, I, B] the actor I suspect most."""
        suspect: Ints = self.others_guilt.argmax(axis=2).astype(np.int16)
        return suspect

    @lazy
    def belief(self) -> Floats:
        """[V, I, B] how sure I am of the one I suspect most."""
        belief: Floats = self.others_guilt.max(axis=2)
        return belief

    @lazy
    def mine_done(self) -> Bools:
        """[V, I, B] I did it or ordered it myself."""
        rows = np.arange(len(self.seen.seats))
        own = self.seen.guilt[rows, :, self.seen.seats]
        done: Bools = own == 1
        return done

    @lazy
    def hiding(self) -> Bools:
        """[V, 1, B] I have a fresh deed of my own to hide."""
        hiding: Bools = np.any(self.mine_done & self.fresh, axis=1, keepdims=True)
        return hiding

    def worst(self, weigh: Floats) -> Floats:
        """[V, N, B] the largest belief in the guilt of each nation, weighed by incident."""
        nations = self.other.shape[1]
        worst: Floats = np.zeros_like(self.seen.trust)
        for case in which(np.any(weigh, axis=(0, 2))):
            guilt: Floats = self.others_guilt[:, int(case), :nations]
            np.maximum(worst, guilt * weigh[:, int(case)][:, None], out=worst)
        return worst

    @lazy
    def certainty(self) -> Floats:
        """[V, N, B] how sure I am that each nation lately hit me."""
        return self.worst((self.mine & self.fresh).astype(np.float32))

    @lazy
    def harm(self) -> Floats:
        """[V, N, B] severity of the worst that I believe each nation lately did to me, 0 to 10."""
        return self.worst(self.seen.severity * (self.mine & self.fresh))

    @lazy
    def sure_harm(self) -> Floats:
        """[V, N, B] that harm, where my belief is over my bar."""
        sure: Floats = self.harm * (self.certainty >= self.minds.bar)
        return sure

    @lazy
    def other(self) -> Bools:
        """[V, N, 1] nations that are not me."""
        other: Bools = np.arange(self.seen.trust.shape[1])[:, None] != self.me
        return other

    @lazy
    def provoked(self) -> Floats:
        """[V, N, B] 1 where a nation struck me openly in the last two turns."""
        struck = self.seen.struck[:, self.seen.seats].swapaxes(0, 1)
        provoked: Floats = ((struck > 0) & (struck >= self.seen.turn - 2)).astype(np.float32)
        return provoked

    @lazy
    def fear(self) -> Floats:
        """[V, N, B] 0 to 1: hostility to me times the means to act on it."""
        means = self.seen.capability_of[:, :, Skill.OFFENCE]
        fear: Floats = self.seen.hostility_to_me * means * np.float32(1e-4)
        return fear

    @lazy
    def warm(self) -> Floats:
        """[V, N, B] -1 to 1: trust above or below even."""
        warm: Floats = (self.seen.trust - 50) * np.float32(0.02) * self.other
        return warm

    @lazy
    def bad_blood(self) -> Floats:
        """[V, N, B] 0 to 1: hostility."""
        bad: Floats = self.seen.hostility * np.float32(0.01) * self.other
        return bad

    @lazy
    def tension(self) -> Floats:
        """[V, N, B] rung between me and each, 0 to 7."""
        tension: Floats = self.seen.rungs[self.seen.seats].astype(np.float32)
        return tension

    @lazy
    def danger(self) -> Floats:
        """[1, 1, B] how near the world is to war, 0 to 1, steep at the top."""
        rung = self.seen.rung.astype(np.float32) / np.float32(7)
        danger: Floats = (rung * rung)[None, None]
        return danger

    @lazy
    def bound(self) -> Floats:
        """[V, N, B] 1 where a treaty against operations binds me."""
        bound: Floats = (self.seen.pact[0][self.seen.seats] > 0).astype(np.float32)
        return bound

    @lazy
    def vowed(self) -> Floats:
        """[V, N, B] 1 where I promised restraint."""
        vowed: Floats = (self.seen.promised[:, :, 0] >= self.seen.turn).astype(np.float32)
        return vowed

    @lazy
    def temptation(self) -> Floats:
        """[V, N, B] what a hostile act would bring now, by what one values."""
        by, bad = self.minds.by_feature, self.bad_blood
        wrath = bad + self.sure_harm * np.float32(0.4) + self.provoked
        gain: Floats = by[Feature.GAIN] * (bad * 3) + by[Feature.SPITE] * wrath + np.float32(0.1)
        return np.maximum(gain, np.float32(0.05))

    @lazy
    def kept(self) -> Bools:
        """[V, N, B] a pact binds me and keeping it pays: later turns outweigh the gain."""
        by = self.minds.by_feature
        loss = 1 + self.minds.honesty * 3 + np.maximum(by[Feature.HONOUR], 0) * 2
        pays = keeps_treaty(self.seen, self.temptation, loss, self.minds.patience)
        return (self.bound > 0) & pays

    @lazy
    def restrained(self) -> Floats:
        """[V, N, B] what treaties and promises weigh against acting, for those who keep them."""
        restrained: Floats = self.vowed * (self.minds.honesty * 6)
        if self.bound.any():
            restrained += self.kept * KEPT
        return restrained

    @lazy
    def law_cost(self) -> Floats:
        """[V, N, B] trust of third nations that a countermeasure would cost, by their readings."""
        seen, nations = self.seen, self.other.shape[1]
        if not seen.public.systems.law:
            return np.zeros_like(seen.trust)
        answered = seen.countered[seen.seats] != 0
        weigh = seen.severity * (self.mine & self.fresh) * np.where(answered, 1 / 64, 1)
        case = (self.others_guilt[:, :, :nations] * weigh[:, :, None]).argmax(axis=1)

        def of_case(what: Any) -> Any:
            return np.take_along_axis(what, case, axis=1)

        severity, kind = of_case(seen.severity), of_case(seen.kind)
        quiet = seen.public.imagined.kinds.quiet[kind] & (kind >= 0)
        urgent = of_case(self.active) & (severity >= np.float32(p.LAW_GRAVE))
        last = np.maximum(seen.warned, seen.asked[:, :, Promise.RESTRAINT])
        told = urgent | (last > 0) & (last >= seen.turn - int(p.LAW_NOTICE))
        cost = countermeasure_cost(seen, told, severity >= np.float32(p.LAW_HARM), quiet)
        barred = (severity < np.float32(p.LAW_FLOOR)) | of_case(answered)
        law_cost: Floats = np.where(barred, np.float32(p.LAW_WRONG), cost).astype(np.float32)
        return law_cost

    @lazy
    def anger(self) -> Floats:
        """[V, 1, B] anger at home, 0 to 1."""
        anger: Floats = self.seen.anger[self.seen.seats][:, None] * np.float32(0.01)
        return anger

    @lazy
    def needy(self) -> Bools:
        """[V, N, B] nations that something I know of is hitting."""
        nation = np.arange(self.seen.trust.shape[1])[:, None]
        hit = (self.seen.victim[:, :, None] == nation) & self.active[:, :, None]
        needy: Bools = np.any(hit, axis=1)
        return needy

    @lazy
    def puzzle(self) -> Floats:
        """[V, 1, B] the most that is at stake in a case one does not understand, 0 to 10."""
        unsure = (1 - self.belief) * ~self.mine_done
        puzzle: Floats = (self.stake * unsure).max(axis=1, keepdims=True)
        return puzzle

    @lazy
    def case(self) -> Index:
        """[V, B] the incident most worth speaking of."""
        case: Index = (self.stake * ~self.mine_done * (self.belief + np.float32(0.2))).argmax(
            axis=1
        )
        return case
