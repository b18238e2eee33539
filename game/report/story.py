"""A story, and the scene it is told in: one nation, and what it may know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.language import N_, _
from game.match import Match
from game.report import words
from game.report.cases import as_it_stood, emptied
from game.rules.happenings import Happening, Log, What
from game.rules.world import NOBODY, World

KINDS = {
    "crisis": N_("crisis"),
    "evidence": N_("evidence"),
    "talks": N_("talks"),
    "acts": N_("acts"),
    "order": N_("order"),
    "promises": N_("promises"),
    "ladder": N_("ladder"),
    "own": N_("own"),
    "void": N_("void"),
}
"""Kinds of story in the order they are told, and what the chronicle calls them."""

GRAVE = 8
"""The weight from which a story comes before all routine, of whatever kind it is.

New incidents, red lines, what was signed, treaties broken, aims met.
"""

UNHEARD = N_("an incident that is not public")


@dataclass(frozen=True)
class Story:
    """One thing that happened."""

    kind: str
    text: str
    why: tuple[str, ...] = ()
    weight: float = 0.0
    own: bool = False  # what its own people found out
    refusals: tuple[str, ...] = ()  # those of the reasons that say who refused
    holds: bool | None = None  # of a proposal: whether it was signed or adopted
    note: str = ""  # that of the reasons in which a person speaks, to whom it was written
    at: int = 0  # when in its turn: after how many entries of the log


def place(kind: str, weight: float) -> tuple[bool, int, float]:
    """Where a story is told: grave things first, then by kind, of one kind the weightiest first."""
    return weight < GRAVE, tuple(KINDS).index(kind), -weight


@dataclass(frozen=True)
class Scene:
    """To whom a turn is told, and what happened in it."""

    match: Match
    me: int
    world: World  # as it stands, or as it stood when the turn had been played
    log: Log
    all_known: bool = False  # the game is over, and every incident may be named
    of_me: bool = False  # told of the nation, as others read it afterwards, not to it

    def name(self, nation: Any) -> str:
        """A nation's name, or an actor's."""
        return words.nation(self.match, nation)

    def to_it(self, yours: str, its: str) -> str:
        """A sentence that speaks to the nation, or the one that tells others of it."""
        return its if self.of_me else yours

    def mine(self, nation: Any) -> bool:
        """Whether what that nation did is told to it as its own."""
        return int(nation) == self.me and not self.of_me

    def case(self, incident: Any) -> str:
        """An incident's title, if the nation has heard of it."""
        if not self.heard(incident):
            return _(UNHEARD)
        return words.case_title(self.match, self.world, incident)

    def heard(self, incident: Any) -> bool:
        """The nation has heard of the incident."""
        world = as_it_stood(self.match, self.world, incident)
        known = world.known[self.me, int(incident), 0] > 0
        return incident != NOBODY and (self.all_known or bool(known))


def closed(scene: Scene) -> Iterator[Story]:
    """Old cases whose place a new operation takes: nobody hears of them again. (Rules 3.2)"""
    for incident in emptied(scene.match, scene.world):
        if scene.heard(incident):
            text = _("The file on {case} is closed for good.").format(case=scene.case(incident))
            why = _("The newest operations take the place of the oldest that are over.")
            yield Story("evidence", text, (why,), 1)


Tell = Callable[[Scene, Happening, int], Iterator[Story]]
"""Stories of one row of a happening that the nation saw."""


def rows_of(log: Log, what: What, seen_by: int | None = None) -> Iterator[tuple[Happening, int]]:
    """Every happening of one kind in a turn: table and row; of those a nation saw, or of all."""
    for rows in log.rows:
        if rows.what is what:
            seen = np.ones_like(rows.seen) if seen_by is None else (rows.seen >> seen_by) & 1
            yield from ((rows, row) for row in np.flatnonzero(seen).tolist())


def heard(match: Match, nation: int, what: What, tell: Tell) -> tuple[str, ...]:
    """Every happening of one kind that a nation heard of, turn by turn."""
    lines = []
    for turn, log in enumerate(match.logs, start=1):
        scene = Scene(match, nation, match.world_at(turn), log)
        for rows, row in rows_of(log, what, nation):
            lines += [words.in_turn(turn, story.text) for story in tell(scene, rows, row)]
    return tuple(lines)
