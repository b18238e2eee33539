"""Words that conditions may use, and how each is read from a world.

Every reader gives one value for each world, shape [B]. Conditions read public and own facts;
the truth is read at the end only.
"""

from __future__ import annotations

from game.scenario.conditions import Word
from game.scenario.words import cases, nations, order, truth

VOCABULARY: tuple[Word, ...] = (*nations.WORDS, *cases.WORDS, *order.WORDS, *truth.WORDS)
"""Every word, in the order of the manual."""
