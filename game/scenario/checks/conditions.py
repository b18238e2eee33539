"""Conditions must be readable, and speak of what the file has."""

from __future__ import annotations

import re

from game.scenario.checks.base import Checked
from game.scenario.conditions import Problem, parse
from game.scenario.ids import id_lists
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
    for name, test in scenario.tests.items():
        _check(checked, ("tests", name, "when"), test.when, at_end=True, in_test=True)


def _check(
    checked: Checked,
    place: Place,
    text: str | None,
    at_end: bool = False,
    in_test: bool = False,
) -> None:
    if text is None:
        return
    parsed = parse(text, VOCABULARY, id_lists(checked.scenario), at_end)
    problems = parsed if isinstance(parsed, list) else []
    if not in_test and not problems:
        problems = _of_outcomes(text)
    line, column = locate(checked.document, place)
    exact = checked.document.plain.get(place)
    for problem in problems:
        spot = (line, column) if exact is None else (line, column + exact + problem.column)
        checked.at(spot, "condition", problem.message, problem.hint)


def _of_outcomes(text: str) -> list[Problem]:
    """Words of a sound condition that only a test may use: an objective cannot ask of itself."""
    names = "|".join(word.name for word in VOCABULARY if word.only_in_tests)
    return [
        Problem(found.start(), f"'{found.group()}' asks how the game came out", "only tests may")
        for found in re.finditer(rf"\b({names})\b(?=\s*\()", text)
    ]


CHECKS = (conditions,)
