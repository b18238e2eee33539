"""A seat at the terminal: a nation's place, and what its player has been told there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from game.report import seat
from game.report.story import Story
from game.terminal.console import Terminal

GUIDED, STANDARD, EXPERT = LEVELS = ("guided", "standard", "expert")
"""How much help a player gets."""


@dataclass
class Seat(seat.Seat):
    """Who sits at the keyboard, and how the game looks from there."""

    term: Terminal
    level: str = GUIDED
    told: dict[int, Counter[Story]] = field(default_factory=dict)  # by turn, what was shown
    presented: dict[str, object] = field(default_factory=dict)  # by case, what was last shown

    @property
    def guided(self) -> bool:
        """Staff makes suggestions and warns."""
        return self.level == GUIDED
