"""The title and the settings fit every window, at every size of text, in every theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.language import PSEUDO
from game.screens.before.settings import Settings
from game.screens.before.title import Last, Title, Ways
from game.ui.app import App
from game.ui.checks import faults, leads_back
from game.ui.conditions import Condition, every, pairwise
from game.ui.driving import click, press
from game.ui.screen import Screen
from game.ui.shots import app_with
from tests.ui.gallery import Gallery


def nothing(app: App) -> None:
    pass


WAYS = Ways(Last("Port of Thorne", "Aurelia", "Turn 5 of 12"), *[nothing] * 5)
SCREENS: dict[str, Callable[[], Screen]] = {
    "title": lambda: Title(WAYS),
    "title at first": Title,
    "display": Settings,
    "sound": lambda: Settings("sound"),
    "play": lambda: Settings("play"),
    "gallery": Gallery,
}


@pytest.mark.parametrize("condition", pairwise(), ids=str)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits(name: str, condition: Condition) -> None:
    app = app_with(SCREENS[name](), condition.size, condition.settings)
    assert faults(app) == []


@pytest.mark.slow
@pytest.mark.parametrize("condition", list(every("en", PSEUDO)), ids=str)
def test_all_fit_everywhere(condition: Condition) -> None:
    for make in [*SCREENS.values(), lambda: Settings("keys")]:
        app = app_with(make(), condition.size, condition.settings)
        assert faults(app) == []


@pytest.mark.parametrize("condition", pairwise()[:6], ids=str)
def test_dialogs_fit(condition: Condition) -> None:
    app = app_with(Settings("keys"), condition.size, condition.settings)
    press(app, "F1")
    assert app.dialogs and faults(app) == []
    app.close()
    click(app, "keys.reset")
    assert app.dialogs and faults(app) == []


@pytest.mark.parametrize("tab", ["display", "sound", "play", "keys"])
def test_esc_leads_back_from_settings(tab: str) -> None:
    app = app_with(Title())
    app.push(Settings(tab))
    press(app, "F1")
    assert leads_back(app) and app.screen.name == "title"


def test_esc_on_the_title_asks_to_leave() -> None:
    assert leads_back(app_with(Title()))
