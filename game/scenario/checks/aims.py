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


def alike(checked: Checked) -> None:
    """No nation wants the same thing twice; two points for one deed are one objective."""
    for nation, wants in checked.scenario.objectives.items():
        seen: dict[str, str] = {}
        for name, objective in wants.items():
            asks = "".join(objective.when.split())
            if asks in seen:
                again = f"this asks the same as '{seen[asks]}'"
                checked.at_key(("objectives", nation, name), "same", again, "drop one of them")
            seen.setdefault(asks, name)


CHECKS = (objectives, alike)
