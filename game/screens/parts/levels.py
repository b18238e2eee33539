"""How much help a player has, in words."""

from __future__ import annotations

from game.language import N_, _
from game.screens.play.outlook import EXPERT, GUIDED, STANDARD

LEVELS = {GUIDED: N_("Guided"), STANDARD: N_("Standard"), EXPERT: N_("Expert")}


def levels() -> list[tuple[str, str]]:
    """Every level with what it is called."""
    return [(level, _(label)) for level, label in LEVELS.items()]
