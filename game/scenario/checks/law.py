"""Legal positions: answers that exist, and nothing published that is not held."""

from __future__ import annotations

from game.rules.law import ANSWERS
from game.rules.world import Contested
from game.scenario.checks.base import Checked


def positions(checked: Checked) -> None:
    """A position is one of the answers to its question."""
    for name, nation in checked.scenario.nations.items():
        for point, answer in nation.positions.items():
            place = ("nations", name, "positions", str(point))
            checked.known(place, "answer", answer, ANSWERS[Contested[point.name]])


def published(checked: Checked) -> None:
    """Only what a nation holds can have been published, and once."""
    for name, nation in checked.scenario.nations.items():
        for n, point in enumerate(nation.published):
            place = ("nations", name, "published", n)
            if point not in nation.positions:
                lack = f"'{name}' has no position on '{point}' to publish"
                checked.error(place, "no_position", lack, "add it under 'positions:'")
            if point in nation.published[:n]:
                checked.error(place, "twice", f"'{point}' is listed twice", "delete one")


CHECKS = (positions, published)
