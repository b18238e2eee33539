"""Many games of one scenario, played side by side in chunks that stay in the cache."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.futures.outcomes import Outcomes, joined, outcomes
from game.futures.play import play_out
from game.rules.board import Board
from game.rules.minds import Minds
from game.scenario.build import start
from game.scenario.setup import Setup

CHUNK = 250
"""Worlds played side by side; measured best between 200 and 500."""


def play_many(
    board: Board,
    setup: Setup,
    minds: Minds,
    numbers: Sequence[int],
    chunk: int = CHUNK,
    hashed: bool = False,
) -> Outcomes:
    """Play one game for each number, all seats by AIs."""
    parts = []
    for first in range(0, len(numbers), chunk):
        world = start(board, setup, np.asarray(numbers[first : first + chunk]))
        some = minds.pick(slice(first, first + chunk))
        parts.append(outcomes(play_out(world, setup.rules, some), hashed))
    return joined(parts)
