"""A story, and the scene it is told in: one nation, and what it may know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from game.match import Match
from game.report import words
from game.rules.happenings import Happening, Log
from game.rules.world import NOBODY, World

KINDS = ("crisis", "evidence", "talks", "acts", "order", "promises", "ladder", "own", "void")
"""Kinds of story, in the order they are told."""

UNHEARD = "an incident that is not public"


@dataclass(frozen=True)
class Story:
    """One thing that happened."""

    kind: str
    text: str
    why: tuple[str, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True)
class Scene:
    """To whom a turn is told, and what happened in it."""

    match: Match
    me: int
    world: World  # as it stands, or as it stood when the turn had been played
    log: Log
    all_known: bool = False  # the game is over, and every incident may be named

    def name(self, nation: Any) -> str:
        """A nation's name, or an actor's."""
        return words.nation(self.match, nation)

    def case(self, incident: Any) -> str:
        """An incident's title, if the nation has heard of it."""
        if not self.heard(incident):
            return UNHEARD
        return words.case_title(self.match, self.world, incident)

    def heard(self, incident: Any) -> bool:
        """The nation has heard of the incident."""
        known = self.world.known[self.me, int(incident), 0] > 0
        return incident != NOBODY and (self.all_known or bool(known))


Tell = Callable[[Scene, Happening, int], Iterator[Story]]
"""Stories of one row of a happening that the nation saw."""
