"""What AIs are asked, row by row, and what each makes of the parties to it. (Rules 13.2)"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from game.rules.action import Feature
from game.rules.clauses import ACCUSES
from game.rules.lazy import lazy
from game.rules.minds import trait
from game.rules.orders import Offers
from game.rules.powers import Power
from game.rules.reading import Reading
from game.rules.world import NOBODY, Bools, Contested, Floats, Index, Ints, Skill

FAST_FRIEND = np.float32(75)
"""Trust from which a nation is treated as an ally is, when it is accused."""


@dataclass(frozen=True, eq=False)
class Asked:
    """One row for each offer and each nation it asks. Shapes [rows] unless said."""

    reading: Reading
    offer: Index
    nation: Index
    world: Index
    proposer: Index
    party: Bools  # [N, rows] the others
    levels: Index  # [rows, C]
    incident: Index  # 0 where it is about none
    accused: Index  # 0 where it names nobody
    names: Bools  # it names somebody
    body: Index
    power: Index
    topic: Index

    def take(self, rows: Index, levels: Index) -> Asked:
        """Some of the rows, with other levels."""
        own = {f.name: getattr(self, f.name)[rows] for f in fields(self) if f.name not in _WIDE}
        return Asked(reading=self.reading, party=self.party[:, rows], levels=levels, **own)

    def weight(self, feature: Feature) -> Floats:
        """What a feature weighs with the one asked."""
        return self._weights[:, feature]

    @lazy
    def _weights(self) -> Floats:
        return trait(self.reading.minds.weights, self.nation, self.world)

    def trait(self, name: str) -> Floats:
        """Another trait of the one asked."""
        return trait(getattr(self.reading.minds, name), self.nation, self.world)

    def has(self, clause: int) -> Bools:
        """Rows that contain a clause."""
        has: Bools = self.levels[:, clause] > 0
        return has

    def moves(self, power: int) -> Bools:
        """Rows that would use a power."""
        moves: Bools = (self.body != NOBODY) & (self.power == power)
        return moves

    def most(self, what: Floats) -> Floats:
        """The largest value among the other parties. what: [V, N, B]"""
        held = what.swapaxes(0, 1)[:, self.nation, self.world] * self.party
        most: Floats = held.max(axis=0)
        return most

    @lazy
    def fear(self) -> Floats:
        """Of the one it fears most among the parties."""
        return self.most(self.reading.fear)

    @lazy
    def hurt(self) -> Floats:
        """The worst that one of them did to it."""
        return self.most(self.reading.sure_harm)

    @lazy
    def skill(self) -> Floats:
        """The best analysts among them, 0 to 1."""
        skill = self.reading.seen.capability_of[:, :, Skill.FORENSICS]
        return self.most(skill) * np.float32(0.01)

    def towards(self, what: Any, other: Index) -> Floats:
        """The value towards one other nation. what: [V, N, B]"""
        value: Floats = what[self.nation, other, self.world]
        return value

    def position(self, point: Contested) -> Ints:
        """How the one asked reads a contested question."""
        answer: Ints = self.reading.seen.position[self.nation, point, self.world]
        return answer

    @lazy
    def named(self) -> Index:
        """The nation it accuses; 0 where that is nobody or a group."""
        nations = self.reading.other.shape[1]
        named: Index = np.where(self.names & (self.accused < nations), self.accused, 0)
        return named

    @lazy
    def names_state(self) -> Bools:
        """It accuses a nation."""
        state: Bools = self.names & (self.accused < self.reading.other.shape[1])
        return state

    @lazy
    def touches(self) -> Bools:
        """It accuses the one asked, an ally of it, or a fast friend."""
        seen = self.reading.seen
        close = seen.public.ally[self.nation, self.named]
        close = close | (self.towards(seen.trust, self.named) >= FAST_FRIEND)
        touches: Bools = self.names_state & ((self.named == self.nation) | close)
        return touches

    @lazy
    def belief(self) -> Floats:
        """Belief of the one asked in the guilt of the accused."""
        guilt = self.reading.seen.guilt
        belief: Floats = guilt[self.nation, self.incident, self.accused, self.world]
        return belief

    @lazy
    def stake(self) -> Floats:
        """How much the incident matters to the one asked."""
        stake: Floats = self.reading.stake[self.nation, self.incident, self.world]
        return stake

    @lazy
    def done(self) -> Bools:
        """The one asked did it itself."""
        done: Bools = self.reading.mine_done[self.nation, self.incident, self.world]
        return done

    @lazy
    def hiding(self) -> Bools:
        """The one asked has some fresh deed to hide."""
        hiding: Bools = self.reading.hiding[self.nation, 0, self.world]
        return hiding

    @lazy
    def quarrel(self) -> Floats:
        """Hostility to the one it likes least among the parties, 0 to 1."""
        return self.most(self.reading.bad_blood)

    @lazy
    def tension(self) -> Floats:
        """Rung with the one it quarrels most with among them."""
        return self.most(self.reading.tension)

    @lazy
    def warm(self) -> Floats:
        """Warmth to the least trusted of the parties."""
        warm = self.reading.warm.swapaxes(0, 1)[:, self.nation, self.world]
        least: Floats = np.where(self.party, warm, np.float32(1)).min(axis=0)
        return least

    @lazy
    def faith(self) -> Floats:
        """Belief in the word of the least trusted of the parties, 0 to 1."""
        return (self.warm + 1) * np.float32(0.5)

    def of_case(self, what: Floats) -> Floats:
        """The value for the incident it is about. what: [V, I, B]"""
        value: Floats = what[self.nation, self.incident, self.world]
        return value

    @lazy
    def kind(self) -> Floats:
        """Warmth to the proposer."""
        return self.towards(self.reading.warm, self.proposer)


_WIDE = ("reading", "party", "levels")


def asked_of(reading: Reading, offers: Offers) -> Asked:
    """Everybody who is asked something, in the order of the offers."""
    nations = reading.other.shape[1]
    party = offers.party[:, :nations]
    offer, nation = np.nonzero(party)
    invited = nation != offers.actor[offer]
    offer, nation = offer[invited], nation[invited]
    others = party[offer]
    others[np.arange(len(offer)), nation] = False
    speaks = (offers.levels[:, list(ACCUSES)] > 0).any(axis=1) | (offers.body != NOBODY)
    names = speaks & (offers.accused != NOBODY)
    return Asked(
        reading=reading,
        offer=offer,
        nation=nation,
        world=offers.world[offer],
        proposer=offers.actor[offer].astype(np.intp),
        party=np.ascontiguousarray(others.T),
        levels=offers.levels[offer],
        incident=np.maximum(offers.incident[offer].astype(np.intp), 0),
        accused=np.maximum(offers.accused[offer].astype(np.intp), 0),
        names=names[offer],
        body=offers.body[offer],
        power=offers.power[offer],
        topic=np.maximum(offers.topic[offer].astype(np.intp), 0),
    )


def sanctions(asked: Asked, clause: int) -> Bools:
    """Rows that would sanction the accused, by treaty or through an organisation."""
    return asked.names_state & (asked.has(clause) | asked.moves(Power.JOINT_SANCTIONS))
