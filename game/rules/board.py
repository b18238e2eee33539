"""The board: what a scenario fixes for all its worlds, in numbers. (Rules 1)

Nothing here differs between worlds, so nothing here can tell which world is the true one. Rules
read it; a View hands out only what is public of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np

from game.rules.lazy import lazy
from game.rules.world import NOBODY, Bools, Floats, Index, Ints, Window, windows


@dataclass(frozen=True, eq=False)
class Kinds:
    """What the kinds of incident do. Shapes [kinds]."""

    hit: Floats  # service lost at once per point of severity
    drag: Floats  # service lost each active turn per point of severity
    alarm: Floats  # public anger per point of severity
    lasts: Ints  # turns it lasts if nobody responds
    spread: Floats  # chance per turn that it reaches another nation of weak defence
    quiet: Bools  # nobody but a lucky victim notices
    yields: Floats  # security its author gains when it succeeds
    skill: Floats  # what its author needs: offence below this makes it fail more often


@dataclass(frozen=True, eq=False)
class Script:
    """Incidents the scenario writes itself. Shapes [scripted]; hidden until they begin."""

    kind: Ints
    victim: Ints
    sector: Ints
    severity: Floats
    lasts: Ints
    begins: Ints  # first turn it may begin
    culprit: Ints  # hypothesis fixed by the scenario, or NOBODY: drawn from the priors


@dataclass(frozen=True, eq=False)
class Norms:
    """What breaks each norm, and what it says of the law. Shapes [K]."""

    kinds: Bools  # [K, kinds] acts of these kinds break it
    sectors: Bools  # [K, Z] in these sectors
    least: Floats  # from this severity on
    responders: Bools  # only acts that hit while response teams are at work
    asked: Ints  # the request that must not be left unanswered, or NOBODY
    hasty: Bools  # accusing beyond what others can believe breaks it
    neglect: Bools  # asking for help without having protected oneself breaks it
    point: Ints  # the contested question that it informs, or NOBODY
    answer: Ints  # and its answer


@dataclass(frozen=True, eq=False)
class Hazards:
    """How non-state actors act of their own accord. Shapes [S]; nations have chance 0."""

    chance: Floats
    kind: Ints
    sector: Ints
    severity: Floats
    targets: Bools  # [S, N]


@dataclass(frozen=True, eq=False)
class Bodies:
    """What organisations can do. Shapes [O, powers], rule [O]."""

    rule: Ints
    can: Bools
    lag: Ints  # turns between the vote and its effect
    rest: Ints  # turns until it can act again
    strength: Floats  # 1 as usual


@dataclass(frozen=True)
class Systems:
    """What is on the board; a study takes one off to see what it does. (Rules 2.12)"""

    norms: bool = True  # violations, duties, and their spread
    law: bool = True  # what a legal reading of an act costs
    organisations: bool = True
    treaties: bool = True
    capacity: bool = True  # what training and aid build
    joint: bool = True  # speaking and sanctioning with one voice
    doubt: bool = True  # nobody is told who did it


@dataclass(frozen=True, eq=False)
class Public:
    """What everybody knows of the board."""

    turns: int
    hand: Ints  # [I, H], rows of incidents nobody has heard of are the same for all
    sponsor: Ints
    live: Bools
    accusable: Bools
    dealt: Bools  # [I, E]
    planted: Bools
    secret: Bools
    burns: Bools
    need: Floats
    finder: Bools  # [I, E, N]
    found: Floats  # [I, E, H]
    home: Ints
    ally: Bools
    member: Bools
    power: Floats
    influence: Floats
    norms: Norms
    bodies: Bodies
    dependence: Floats
    red_line: Ints  # [N, Z]
    systems: Systems
    imagined: Board  # the board without the scenario's script
    scripted: int


@dataclass(frozen=True, eq=False)
class Board:
    """One scenario in numbers. `sizes` holds the length of every axis but B."""

    sizes: Mapping[str, int]
    turns: int
    turn_days: int
    hand: Ints  # [I, H] actor at the keyboard, NOBODY for OTHER
    sponsor: Ints  # [I, H] nation that ordered it, or NOBODY
    live: Bools  # [I, H] the hypothesis exists
    prior: Floats  # [I, N, H] before any card, given the victim
    frame: Floats  # [I, H, H] chance that row, lying, frames column; zero diagonal
    flag: Floats  # [I] chance of a false flag
    chance: Floats  # [I, E, H] chance that the card exists, given who did it
    found: Floats  # [I, E, H] weight of finding it, decibans
    absent: Floats  # [I, E, H] weight of finding nothing there, decibans
    dealt: Bools  # [I, E] the card is in the deck
    planted: Bools  # [I, E] a false flag can plant it
    secret: Bools  # [I, E] found by secret sources, not forensics
    burns: Bools  # [I, E] showing it to the public burns the source
    need: Floats  # [I, E] work needed to settle whether it exists
    finder: Bools  # [I, E, N] nations in a position to look
    kinds: Kinds
    script: Script
    dependence: Floats  # [N, Z] weight of a sector in a nation's life, sums to 1
    income: Floats  # [N, 3] capital, effort and funds a turn
    home: Ints  # [S] nation on whose soil an actor lives
    hostile: Floats  # [N, N] hostility a relation falls back to
    ally: Bools  # [N, N] row holds column for an ally
    member: Bools  # [O, N]
    power: Floats  # [N] weight in the world, 0 to 1: emerging nations have little
    influence: Floats  # [N] weight of its example, on the grid
    threshold: Floats  # [N, K] share of influence that must have adopted a norm before it does
    norms: Norms
    bodies: Bodies
    hazards: Hazards
    vendor: Bools  # [I, E] the card is a vendor's to publish
    red_line: Ints  # [N, Z] severity of an attack on the sector that crosses a red line, 0 none
    points: Floats  # [J] what the objective is worth
    seeker: Ints  # [J] whose objective it is
    systems: Systems = Systems()

    @property
    def nations(self) -> int:
        """How many nations play."""
        return self.sizes["N"]

    @property
    def actors(self) -> int:
        """How many nations and non-state actors there are."""
        return self.sizes["S"]

    def without(self, *names: str) -> Board:
        """The same board with some of its systems taken off. (Rules 2.12)"""
        return replace(self, systems=replace(self.systems, **dict.fromkeys(names, False)))

    @property
    def normed(self) -> bool:
        """Whether there are norms at all."""
        return self.systems.norms and self.sizes["K"] > 0

    @property
    def scripted(self) -> int:
        """How many of the incidents the scenario wrote; the rest are places for operations."""
        return int(self.script.kind.shape[0])

    @lazy
    def windows(self) -> dict[str, Window]:
        """Where every array lies in its flat table."""
        return windows(self.sizes)

    @lazy
    def public(self) -> Public:
        """What everybody knows of the board."""
        names = [f.name for f in fields(Public) if f.name != "scripted"]
        return Public(scripted=self.scripted, **{name: getattr(self, name) for name in names})

    @lazy
    def imagined(self) -> Board:
        """The board as minds imagine it: no script, and no hazards but the generic one. (17.4)"""
        script, hazards = self.script, self.hazards
        never = np.full_like(script.begins, 99)
        unfixed = np.full_like(script.culprit, NOBODY)
        blank = {f.name: np.zeros_like(getattr(script, f.name)) for f in fields(Script)}
        return replace(
            self,
            script=Script(**blank | {"begins": never, "culprit": unfixed}),
            hazards=replace(hazards, chance=np.zeros_like(hazards.chance)),
            systems=replace(self.systems, doubt=True),  # its truths are drawn, not known
        )

    @lazy
    def limits(self) -> tuple[Floats, Floats]:
        """Lowest and highest value of every row of the table of amounts."""
        amounts = [w for w in self.windows.values() if not w.plane.exact]
        low = [np.full(w.stop - w.start, w.plane.low, np.float32) for w in amounts]
        high = [np.full(w.stop - w.start, w.plane.high, np.float32) for w in amounts]
        return np.concatenate(low), np.concatenate(high)

    @lazy
    def weights(self) -> Floats:
        """Decibans of what is known of a card, for [E, I, Look], as rows of one table. [rows, 2H]

        The first half of a row is for cards that cannot be planted, the second for those that can.
        """
        weight = np.stack([np.zeros_like(self.found), self.found, self.absent], axis=2)
        soft = weight * self.planted[:, :, None, None]
        both = np.concatenate([weight - soft, soft], axis=-1).swapaxes(0, 1)
        return np.ascontiguousarray(both).reshape(-1, both.shape[-1])

    @lazy
    def frames(self) -> tuple[Index, Floats]:
        """Hypotheses that may be framed, and how likely each is. [F, I], [F x I, H]

        F is as long as the longest list of an incident; shorter ones repeat OTHER at chance 0.
        """
        able = (self.frame > 0).any(axis=1)
        most = max(int(able.sum(axis=1).max()), 1)
        first = np.argsort(~able, axis=1, kind="stable")[:, :most]
        chance = np.take_along_axis(self.frame, first[:, None], axis=2).transpose(2, 0, 1)
        return first.T.copy(), np.ascontiguousarray(chance).reshape(-1, chance.shape[-1])

    @lazy
    def blames(self) -> Bools:
        """[I, H, S]: the hypothesis makes the actor responsible, as hand or as sponsor."""
        actors = np.arange(self.actors)
        by_hand = self.hand[:, :, None] == actors
        blames: Bools = by_hand | (self.sponsor[:, :, None] == actors)
        return blames & self.live[:, :, None]

    @lazy
    def blames_by(self) -> Floats:
        """The same as numbers, for [H, I] as rows of one table. [H x I, S]"""
        by = self.blames.transpose(1, 0, 2).astype(np.float32)
        return by.reshape(-1, by.shape[-1])

    @lazy
    def accusable(self) -> Bools:
        """[I, H]: hypotheses somebody can be accused of; OTHER is not one."""
        accusable: Bools = self.live & (self.hand != NOBODY)
        return accusable
