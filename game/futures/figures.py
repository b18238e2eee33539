"""The figures of some games by name: what they were on average, and what changed between two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from game.futures import intervals
from game.futures.intervals import Estimate
from game.futures.outcomes import Outcomes
from game.rules.scoring import ENDINGS, Ending

Figures = Mapping[str, Any]
"""By name: one value for each game; truths where a share is asked for."""


def figures(played: Outcomes, nations: Sequence[str]) -> dict[str, Any]:
    """Every figure of some games. nations: their ids, in order."""
    found: dict[str, Any] = {}
    for number, nation in enumerate(nations):
        found[f"score.{nation}"] = played.score[number]
        found[f"objectives.{nation}"] = played.share[number]
    found |= {"peak_rung": played.peak, "turns": played.turns, "treaties": played.treaties}
    found |= {"trust": played.trust, "retaliation": played.retaliation}
    return found | {f"ending.{name_of(end)}": played.ending == end for end in ENDINGS}


def name_of(ending: Ending) -> str:
    """The id of an ending."""
    return Ending(ending).name.lower()


def estimates(found: Figures) -> dict[str, Estimate]:
    """Each figure's mean or share, with its interval."""
    return {
        name: intervals.share(values) if values.dtype == np.bool_ else intervals.mean(values)
        for name, values in found.items()
    }


def changes(before: Figures, after: Figures) -> dict[str, Estimate]:
    """How much each figure changed from game to game, with the interval of the mean."""
    return {name: intervals.difference(before[name], after[name]) for name in before}
