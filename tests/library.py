"""Scenarios of the library, loaded once for all tests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from game import paths
from game.actions import actions
from game.futures.outcomes import Outcomes, outcomes
from game.futures.play import play_out
from game.rules.board import Board
from game.rules.minds import Minds
from game.scenario.build import build, start
from game.scenario.check import check_file
from game.scenario.model import Scenario
from game.scenario.setup import Setup

BOTH = ("first_light", "olympic_destroyer")


def path_of(name: str) -> Path:
    """The file of a scenario."""
    return paths.scenarios() / f"{name}.yaml"


@cache
def scenario(name: str) -> Scenario:
    """A scenario that has passed its checks."""
    checked, findings = check_file(path_of(name))
    assert checked is not None, findings
    return checked


@cache
def loaded(name: str) -> tuple[Board, Setup]:
    """The board and the setup of a scenario."""
    return build(scenario(name), actions(), path_of(name).read_text("utf-8"))


def play_many(
    board: Board, setup: Setup, minds: Minds, numbers: Sequence[int], hashed: bool = False
) -> Outcomes:
    """Play one game for each number, all seats by AIs."""
    world = start(board, setup, np.asarray(numbers))
    return outcomes(play_out(world, setup.rules, minds), hashed)


def own_cast(name: str) -> list[str]:
    """The doctrines a scenario gives its nations."""
    return [nation.doctrine for nation in scenario(name).nations.values()]
