"""Games to be played: of which scenario, with which dice, and by whom. What a worker is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import TypeVar

import numpy as np

from game.actions import actions
from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import Watch, play_out
from game.match import usual_players
from game.rules.board import Board, Systems
from game.rules.changes import put_derived
from game.rules.minds import Minds
from game.rules.world import Skill, World, copy
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
    changes: tuple[str, ...] = ()  # of the board, by name

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
        for name in self.changes:
            board = BOARD_CHANGES.get(name, same)(board)
        world = start(board, setup, np.array(self.numbers))
        for name in self.changes:
            world = WORLD_CHANGES.get(name, same)(world)
        return play_out(world, setup.rules, self.minds, kept, watch)

    def changed(self, *names: str) -> Games:
        """The same games on a changed board."""
        return replace(self, changes=(*self.changes, *names))


Thing = TypeVar("Thing")


def same(thing: Thing) -> Thing:
    """No change."""
    return thing


def _without(system: str) -> Callable[[Board], Board]:
    return lambda board: board.without(system)


def _honest(board: Board) -> Board:
    """Nobody plants traces in the scenario's own incidents."""
    return replace(board, flag=np.zeros_like(board.flag))


def _aided(world: World) -> World:
    """Everybody's forensics are better by AID from the start."""
    world = copy(world)
    skills = world.capability.copy()
    skills[:, Skill.FORENSICS] = np.clip(skills[:, Skill.FORENSICS] + AID, 0, 100)
    put_derived(world, "capability", skills)
    return world


AID = np.float32(25)

BOARD_CHANGES: dict[str, Callable[[Board], Board]] = {
    **{f"no_{field.name}": _without(field.name) for field in fields(Systems)},
    "no_false_flags": _honest,
}
"""What can be taken off a board."""

WORLD_CHANGES: dict[str, Callable[[World], World]] = {"forensics_aid": _aided}
"""What can be given to nations at the start."""


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
    return tuple(usual_players(setup.scenario, {}))
