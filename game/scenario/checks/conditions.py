"""Conditions must be readable, and speak of what the file has."""

from __future__ import annotations

from game.scenario.build import id_lists
from game.scenario.checks.base import Checked
from game.scenario.conditions import parse
from game.scenario.reader import Place, locate
from game.scenario.vocabulary import VOCABULARY


def conditions(checked: Checked) -> None:
    """Every `when:` of the file."""
    scenario = checked.scenario
    for name, incident in scenario.incidents.items():
        _check(checked, ("incidents", name, "when"), incident.when)
    for name, inject in scenario.injects.items():
        _check(checked, ("injects", name, "when"), inject.when)
    for nation, wants in scenario.objectives.items():
        for name, objective in wants.items():
            place = ("objectives", nation, name, "when")
            _check(checked, place, objective.when, objective.judged == "end")


def _check(checked: Checked, place: Place, text: str | None, at_end: bool = False) -> None:
    if text is None:
        return
    parsed = parse(text, VOCABULARY, id_lists(checked.scenario), at_end)
    if not isinstance(parsed, list):
        return
    line, column = locate(checked.document, place)
    exact = checked.document.plain.get(place)
    for problem in parsed:
        spot = (line, column) if exact is None else (line, column + exact + problem.column)
        checked.at(spot, "condition", problem.message, problem.hint)


CHECKS = (conditions,)
