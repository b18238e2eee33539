"""Objectives: every nation wants something, and all wants weigh the same."""

from __future__ import annotations

from game.scenario.checks.base import Checked

WHOLE = 100.0


def objectives(checked: Checked) -> None:
    """Each nation has objectives whose points sum to a hundred."""
    wants = checked.scenario.objectives
    for nation in wants:
        if nation not in checked.nations:
            place = ("objectives", nation)
            spot = checked.document.where_key.get(place, (1, 1))
            checked.at(spot, "unknown_nation", f"there is no nation '{nation}'", "see 'nations:'")
    for nation in checked.nations:
        if not wants.get(nation):
            lack = f"'{nation}' wants nothing"
            checked.error(("objectives",), "no_objective", lack, "give it an objective")
            continue
        total = sum(objective.points for objective in wants[nation].values())
        if abs(total - WHOLE) > 1e-6:
            sums = f"the points of '{nation}' sum to {total:g}"
            checked.warning(("objectives", nation), "points", sums, f"make them {WHOLE:g}")


CHECKS = (objectives,)
