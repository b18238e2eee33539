"""The first start: what is chosen shows at once, and it is asked once."""

from __future__ import annotations

import pytest

from game.screens import front
from game.screens.before.first_run import FirstRun
from game.ui.app import App
from game.ui.driving import click, press
from game.ui.settings import Settings
from tests.screens.look import faults_of, shown


@pytest.fixture
def app() -> App:
    return shown(FirstRun(lambda app: app.hooks.cue("begun")))


def test_what_is_chosen_shows_at_once(app: App) -> None:
    click(app, "theme.contrast")
    assert app.theme.name == "contrast" or app.settings.theme == "contrast"
    click(app, "text_scale.1.5")
    assert app.settings.text_scale == 1.5
    click(app, "motion.on")
    assert app.settings.motion


def test_narration_is_heard_when_it_is_chosen(app: App) -> None:
    said: list[str] = []
    app.hooks.speak = lambda words, about: said.append(about)
    click(app, "narration.all")
    click(app, "sample.read")
    assert said.count("asked") == 2
    assert app.settings.narration == "all"


@pytest.mark.parametrize("way", ["click", "Escape", "Return"])
def test_any_way_on_leads_on_and_is_not_asked_again(app: App, way: str) -> None:
    heard: list[str] = []
    app.hooks.cue = heard.append
    click(app, "begin") if way == "click" else press(app, way)
    assert "begun" in heard
    assert app.settings.seen_first_run


def test_it_comes_before_the_title_at_the_first_start_only() -> None:
    for seen, name in ((False, "first_run"), (True, "title")):
        made = App(settings=Settings(language="en", seen_first_run=seen))
        front.start(made)
        assert made.screen.name == name
        if not seen:
            made.settle()
            click(made, "begin")
            assert made.screen.name == "title"


def test_it_is_fit_to_be_shown() -> None:
    assert faults_of(lambda: FirstRun(lambda app: None)) == []
