"""A monkey at every screen, and in the whole game: nothing breaks, no way out is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.screens import gallery
from game.screens.front import start
from game.screens.gallery import PIECES
from game.ui.app import App
from game.ui.node import Node, row, stack
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import headless
from game.ui.widgets import button, text
from tests.ui.gallery import Gallery
from tests.ui.monkey import AtOnce, Monkey, leads_home

INPUTS = 300
IN_THE_WHOLE_GAME = 6000
ALL = 20_000
QUICK = ("title", "first_run", "settings_display", "settings_keys", "library", "dossier",
         "negotiation", "orders", "saves")  # fmt: skip


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    gallery.forget()  # what a monkey did in a game is not there for the next one


def app_at(make: Callable[[], Screen]) -> App:
    """An app on a screen above the title."""
    headless()
    app = App((1280, 720), Settings(language="en"), worker=AtOnce())
    app.push(PIECES["title"].make())
    app.push(make())
    app.settle()
    return app


def let_loose(name: str, seed: int, inputs: int = INPUTS) -> tuple[App, Monkey]:
    """A monkey that has played on a screen of the game."""
    app = app_at(PIECES[name].make)
    PIECES[name].ready(app)
    monkey = Monkey(app, seed)
    monkey.play(inputs)
    return app, monkey


@pytest.mark.parametrize("name", QUICK)
def test_a_monkey_breaks_nothing_and_esc_leads_back(name: str) -> None:
    app, monkey = let_loose(name, 1, INPUTS // 3)
    assert monkey.been and monkey.lost == []
    assert leads_home(app)


def test_nor_does_it_among_all_widgets() -> None:
    app = app_at(Gallery)
    monkey = Monkey(app, 1)
    monkey.play(INPUTS)
    assert ("gallery", 0) in monkey.been and monkey.lost == []
    assert leads_home(app)


@pytest.mark.slow
@pytest.mark.parametrize("name", PIECES)
def test_nor_does_it_on_any_screen_of_the_game(name: str) -> None:
    app, monkey = let_loose(name, 2)
    assert monkey.been and monkey.lost == []
    assert leads_home(app)


@pytest.mark.slow
def test_nor_does_it_from_the_front_door_through_the_whole_game() -> None:
    headless()
    app = App((1280, 720), Settings(language="en"), worker=AtOnce())
    start(app)
    monkey = Monkey(app, 3)
    monkey.play(IN_THE_WHOLE_GAME)
    assert monkey.lost == []
    assert {"title", "settings", "library", "codex", "situation"} <= {
        name for name, _ in monkey.been
    }
    assert leads_home(app)


def test_it_makes_as_many_inputs_as_were_promised() -> None:
    assert INPUTS >= 300
    assert INPUTS * len(PIECES) + IN_THE_WHOLE_GAME >= ALL


class Planted(Screen):
    """A screen with one fault."""

    name = "planted"

    def __init__(self, make: Callable[[], Node], stuck: bool = False) -> None:
        self.make, self.stuck = make, stuck

    def build(self, app: App) -> Node:
        return self.make()

    def back(self, app: App) -> None:
        if not self.stuck:
            super().back(app)


def test_it_finds_what_breaks() -> None:
    def breaks() -> None:
        raise ZeroDivisionError

    app = app_at(lambda: Planted(lambda: button("b", "Break", breaks)))
    with pytest.raises(ZeroDivisionError):
        Monkey(app, 1).play(INPUTS)


def test_it_finds_what_cannot_be_reached() -> None:
    def group() -> Node:
        two = stack(button("three", "Three", int), button("four", "Four", int))
        made = row(button("one", "One", int), two)
        made.one_stop = made.arrows = True
        return made

    monkey = Monkey(app_at(lambda: Planted(group)), 1)
    monkey.play(1)
    assert any("Tab does not come to it" in each for each in monkey.lost)


def test_it_finds_what_does_not_lead_back() -> None:
    assert not leads_home(app_at(lambda: Planted(lambda: text("Stuck"), stuck=True)))
    assert leads_home(app_at(lambda: Planted(lambda: text("Free"))))
