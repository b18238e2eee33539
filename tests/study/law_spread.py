"""Games in which more or fewer nations care for law and norms, and may publish positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from game.actions import _common as common
from game.actions import actions
from game.futures.play import play_out
from game.rules import law
from game.rules.action import Action
from game.rules.turn import Rulebook
from game.rules.view import View
from game.rules.world import NOBODY, Floats, Ints
from game.scenario.build import start
from game.scenario.doctrines import minds
from game.study.games import loaded
from game.study.gauges import disagreement
from tests.library import own_cast, path_of

LAWFUL = ("norm_entrepreneur", "legalist")
PLAIN = "reciprocator"


@dataclass(frozen=True)
class Dose:
    """Games of one scenario with so many seats for law and norms; what a worker is handed."""

    name: str
    seats: int
    spoken: bool  # positions may be published
    numbers: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.numbers)


def cast_of(name: str, seats: int) -> list[str]:
    """Some seats for law and norms, spread evenly among plain ones."""
    count = len(own_cast(name))
    chosen = sorted({round(n * count / seats) for n in range(seats)}) if seats else []
    cast = [PLAIN] * count
    for order, seat in enumerate(chosen):
        cast[seat] = LAWFUL[order % len(LAWFUL)]
    return cast


def read(dose: Dose) -> Mapping[str, Floats]:
    """How readings differ when the games are over, and what has spread."""
    board, setup = loaded(path_of(dose.name).read_text("utf-8"))
    rules = setup.rules if dose.spoken else hushed(setup.rules)
    cast = minds(cast_of(dose.name, dose.seats))
    world = play_out(start(board, setup, np.array(dose.numbers)), rules, cast)
    return {
        "adopted": (world.norm > 0).mean(axis=(0, 1)),
        "declared": (world.declared != NOBODY).mean(axis=(0, 1)),
        "disagreement": disagreement(world),
        "grey_zone": law.grey_zone(world),
    }


def hushed(rules: Rulebook) -> Rulebook:
    """The same rules, but nobody publishes a position by order."""
    return replace(rules, actions=tuple(map(_refused, actions())))


def _refused(action: Action) -> Action:
    return replace(action, refuse=_never) if action.id == "publish_position" else action


def _never(seen: View) -> Ints:
    return common.first(np.ones((len(seen.seats), 1, seen.worlds), bool))
