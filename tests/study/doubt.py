"""Games in which everybody's forensics are better or worse: who is accused, and who is hurt.

An *answer* is a hostile act against a nation that its author holds responsible for something. It
hits an innocent if the nation had no hand in any of the things it is held responsible for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.actions import actions
from game.futures.play import play_out
from game.rules.changes import put_derived
from game.rules.happenings import Log
from game.rules.world import Index, Skill, World, copy
from game.scenario.build import start
from game.scenario.doctrines import minds
from game.study.games import loaded
from game.study.voices import _guilty, right_ones
from tests.library import path_of

HOSTILE = np.array([action.hostile for action in actions()])
HELD = 0.3
"""Belief from which a nation holds another responsible; grounds for a request. (Rules 14.5)"""

COUNTED = ("right", "wrong", "deserved", "innocent")


@dataclass(frozen=True)
class Aided:
    """Games of one scenario and cast with forensics better by so much; what a worker is handed."""

    name: str
    cast: tuple[str, ...]
    points: int
    numbers: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.numbers)


def count(games: Aided) -> Mapping[str, np.ndarray]:
    """Turns in which right and wrong claims stood, and blows at the guilty and at innocents."""
    board, setup = loaded(path_of(games.name).read_text("utf-8"))
    world = copy(start(board, setup, np.array(games.numbers)))
    skills = world.capability.copy()
    skills[:, Skill.FORENSICS] = np.clip(skills[:, Skill.FORENSICS] + games.points, 0, 100)
    put_derived(world, "capability", skills)
    sums = {name: np.zeros(len(games)) for name in COUNTED}

    def watch(world: World, log: Log, order: Index) -> None:
        claimed, hits = right_ones(world)
        sums["right"][order] += hits.sum(axis=(0, 1))
        sums["wrong"][order] += (claimed & ~hits).sum(axis=(0, 1))
        for rows in log.orders:
            hostile = HOSTILE[rows.action] & (rows.target >= 0) & (rows.target < board.nations)
            rows = rows.take(hostile)
            held = world.guilt[rows.actor, :, rows.target, rows.world] >= HELD
            truly = _guilty(world)[:, rows.target, rows.world].T
            answer, earned = held.any(axis=1), (held & truly).any(axis=1)
            np.add.at(sums["deserved"], order[rows.world[answer & earned]], 1)
            np.add.at(sums["innocent"], order[rows.world[answer & ~earned]], 1)

    play_out(world, setup.rules, minds(list(games.cast)), kept=True, watch=watch)
    return sums
