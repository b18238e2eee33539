"""Calibration over games: a curve from twenty judgements on, and what belief cost."""

from __future__ import annotations

from statistics import fmean

import pytest

from game.screens.after.calibration import ENOUGH, Calibration, curve_of, verdict
from game.screens.play import learnt, notebook
from game.screens.play.notebook import Beliefs, Lesson
from game.ui.driving import click
from tests.screens.finished import findings, game
from tests.screens.look import faults_of, shown, words


def kept(games: int, each: int, chance: float = 0.8, right: int = 3) -> list[Lesson]:
    """Games in which of every five beliefs of one size so many were true."""
    pairs = tuple((chance, n % 5 < right) for n in range(each))
    made = Beliefs(pairs, (0.4,) * each, (0.02,) * each, (0.3,) * each)
    return [
        Lesson("port_crisis", "The Port Stands Still", None, "brannock", "Brannock", seed,
               "standard", "uneasy calm", 60.0, 1, 3, beliefs=made)
        for seed in range(games)
    ]  # fmt: skip


def test_few_judgements_make_no_curve() -> None:
    app = shown(Calibration(kept(1, ENOUGH - 1)))
    assert app.find("chart.curve") is None
    assert str(ENOUGH) in words(app) and str(ENOUGH - 1) in words(app)


def test_twenty_make_one() -> None:
    app = shown(Calibration(kept(4, 5)), (1920, 1080))
    assert app.find("chart.curve") is not None
    assert "60%" in words(app) and "too sure" in words(app)


def test_the_curve_is_of_all_games() -> None:
    plan = curve_of([*kept(2, 10, 0.8, 3), *kept(1, 10, 0.3, 1)]).plan
    clouds = plan.clouds  # type: ignore[attr-defined]
    assert [(c.mean, c.true, c.count) for c in clouds] == [(30, 20, 10), (80, 60, 20)]


def test_the_verdict_says_which_way_it_is_off() -> None:
    assert "too sure" in verdict([(0.9, False), (0.9, True)])
    assert "too timid" in verdict([(0.6, True)] * 4)
    assert "well judged" in verdict([(0.5, True), (0.5, False)])


def test_what_is_kept_is_what_was_stated_and_is_read_back() -> None:
    learnt.remember(game(), "standard")
    (found,) = notebook.lessons()
    told = findings().told
    assert told is not None
    graded = [truth.grade for truth in told.truths if truth.grade is not None]
    assert fmean(found.beliefs.briers) == pytest.approx(
        sum(grade.brier * grade.turns for grade in graded) / sum(grade.turns for grade in graded)
    )
    assert all(0 <= value <= 2 for value in found.beliefs.briers)


def test_all_is_forgotten_when_asked_twice_but_how_games_ended() -> None:
    learnt.remember(game(), "standard")
    (before,) = notebook.lessons()
    with notebook.file().open("ab") as page:
        page.write(b"not whole")
    app = shown(Calibration())
    app.settle()
    click(app, "forget")
    assert notebook.lessons() == [before]
    click(app, "forget.yes")
    (after,) = notebook.lessons()
    assert after.beliefs.count == 0 and after.ending == before.ending
    assert notebook.file().read_bytes().endswith(b"not whole\n"), "what cannot be read is left"


@pytest.mark.parametrize("count", [1, 12])
def test_it_fits(count: int) -> None:
    assert faults_of(lambda: Calibration(kept(count, 10))) == []


def test_it_fits_as_tables() -> None:
    def turned() -> Calibration:
        screen = Calibration(kept(12, 10))
        screen.reader.turn_all()
        return screen

    assert faults_of(turned) == []
