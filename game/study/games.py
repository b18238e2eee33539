"""Games to be played: of which scenario, with which dice, and by whom. What a worker is handed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.actions import actions
from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import Watch, play_out
from game.rules.board import Board
from game.rules.reading import Minds
from game.rules.world import World
from game.scenario.build import build, start
from game.scenario.check import check_text
from game.scenario.doctrines import minds_of
from game.scenario.setup import Setup

CHUNK = 125
"""Games in one part. Fixed, so that what a part holds does not depend on who plays it."""

Cast = tuple[str, ...]
"""The doctrine of each nation."""


@dataclass(frozen=True)
class Games:
    """Some games of one scenario; small and plain, so that it can be sent to another process."""

    text: str  # of the scenario
    numbers: tuple[int, ...]  # the seed of each game
    casts: tuple[Cast, ...]  # one for all games, or one for each

    def __len__(self) -> int:
        return len(self.numbers)

    def parts(self, size: int = CHUNK) -> list[Games]:
        """The same games in parts that are played side by side."""
        return list(self._cut(size))

    def _cut(self, size: int) -> Iterator[Games]:
        for first in range(0, len(self.numbers), size):
            some = slice(first, first + size)
            casts = self.casts if len(self.casts) == 1 else self.casts[some]
            yield replace(self, numbers=self.numbers[some], casts=casts)

    @property
    def minds(self) -> Minds:
        """Who decides, as rows of numbers."""
        names = sorted({name for cast in self.casts for name in cast})
        chosen = [[names.index(name) for name in cast] for cast in self.casts]
        return minds_of(names, np.array(chosen).T)

    def play(self, kept: bool = False, watch: Watch | None = None) -> World:
        """The worlds when their games are over."""
        board, setup = loaded(self.text)
        worlds = start(board, setup, np.array(self.numbers))
        return play_out(worlds, setup.rules, self.minds, kept, watch)


@lru_cache(maxsize=4)
def loaded(text: str) -> tuple[Board, Setup]:
    """The board and the setup of a scenario that has passed its checks; built once a process."""
    scenario, findings = check_text(text, "scenario")
    if scenario is None:
        raise ValueError(str(findings[0]))
    return build(scenario, actions(), text)


def come_out(games: Games, hashed: bool = False) -> Outcomes:
    """Play some games: how they came out."""
    return outcomes(games.play(), hashed)


def numbers_from(seed: int, count: int) -> tuple[int, ...]:
    """Seeds of some games, one after the other."""
    return tuple(range(seed, seed + count))


def own_cast(text: str) -> Cast:
    """The doctrines a scenario gives its nations."""
    _, setup = loaded(text)
    return tuple(nation.doctrine for nation in setup.scenario.nations.values())


def table_of(games: Sequence[Games]) -> list[Games]:
    """All parts of some games, in order."""
    return [part for each in games for part in each.parts()]
