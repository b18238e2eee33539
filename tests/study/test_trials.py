"""The tests a scenario makes of itself."""

from __future__ import annotations

import numpy as np
import pytest

from game.scenario.check import check_text
from game.scenario.rulebook import needed
from game.study.games import Games, loaded
from game.study.trials import Trial, cast_of, run
from tests.study.small import text

TESTS = """
  calm:
    text: Nobody goes to war
    players: {all: reciprocator}
    worlds: 40
    when: peak < 7
    least: 0.9
  tall:
    text: The ladder has a hundred rungs
    worlds: 40
    seed: 5
    when: peak > 99
    least: 0.1
  hawks:
    text: A hawk is no safer than its neighbours
    players: {all: reciprocator, borrow: hawk}
    worlds: 40
    when: peak >= 2
    least: 0.2
    most: 0.9
"""


@pytest.fixture(scope="module")
def made() -> dict[str, Trial]:
    whole = text(tests=TESTS)
    scenario, findings = check_text(whole, "small")
    assert scenario is not None, findings
    return {trial.name: trial for trial in run([(scenario, whole)], workers=1)}


def test_each_test_is_made_of_its_games(made: dict[str, Trial]) -> None:
    whole = text(tests=TESTS)
    _, setup = loaded(whole)
    for name, trial in made.items():
        test = setup.scenario.tests[name]
        cast = cast_of(setup.scenario, test.players)
        numbers = tuple(range(test.seed, test.seed + test.worlds))
        world = Games(whole, numbers, (cast,)).play()
        assert trial.found.value == np.mean(needed(test.when, setup.ids)(world)), name


def test_a_test_passes_inside_its_bounds(made: dict[str, Trial]) -> None:
    for trial in made.values():
        inside = trial.test.least <= trial.found.value <= trial.test.most
        assert trial.passed == inside
        assert trial.found.low <= trial.found.value <= trial.found.high
    assert made["calm"].passed and not made["tall"].passed


def test_who_plays_is_as_the_test_says() -> None:
    scenario, _ = check_text(text(), "small")
    assert scenario is not None
    assert cast_of(scenario, {}) == ("reciprocator", "hawk", "reciprocator")
    assert cast_of(scenario, {"all": "random"}) == ("random",) * 3
    assert cast_of(scenario, {"all": "hawk", "cadry": "random"}) == ("hawk", "hawk", "random")


@pytest.mark.slow
def test_any_number_of_workers_gives_the_same(made: dict[str, Trial]) -> None:
    whole = text(tests=TESTS)
    scenario, _ = check_text(whole, "small")
    assert scenario is not None
    assert {t.name: t for t in run([(scenario, whole)], workers=2)} == made
