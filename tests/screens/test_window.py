"""The window from the command line: where it opens, and what is said where it cannot."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from game import cli, paths
from game.commands import _window, play
from game.decisions import Order
from game.screens import front
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.play import desks, saves
from game.screens.turn.situation import Situation
from game.ui import loop
from game.ui.app import App

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Screens the window was opened on; it is closed again after its first frame."""
    monkeypatch.setattr(paths, "saves", lambda: tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    found: list[str] = []

    def noted(opened: _window.Open, app: App) -> None:
        opened(app)
        found.extend([app.screen.name])
        app.later(0.0, partial(setattr, app, "running", False))

    show = _window.show
    monkeypatch.setattr(
        play, "show", lambda opened, spoken: show(lambda: partial(noted, opened()), spoken)
    )
    return found


def test_without_a_display_it_is_played_as_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(paths, "saves", lambda: tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("quit\n"))
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["play", "first_light", "--seat", "dorvane", "--seed", "3"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("backchannel: there is no display to open a window on: playing")
    assert "First Light" in said.out


def test_play_opens_on_the_briefing_of_the_scenario(shown: list[str]) -> None:
    assert cli.main(["play", "first_light", "--seat", "tolvar", "--seed", "9"]) == 0
    assert shown == ["briefing"]
    saved = saves.games()[0]
    assert saved.nations == ("tolvar",) and saved.seed == 9


def test_several_people_begin_behind_the_curtain(shown: list[str]) -> None:
    assert cli.main(["play", "first_light", "--seat", "dorvane,tolvar", "--seed", "9"]) == 0
    assert shown == ["curtain"]


def test_what_was_drafted_is_kept_when_the_window_is_closed(shown: list[str]) -> None:
    found, app = listed("first_light"), App()
    assert found is not None
    front.start(app)
    front.play_new(app, Choice(found, ["dorvane"], seed=9))
    desk = app.screen
    assert isinstance(desk, Situation)
    session = desk.session
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    app.later(0.0, partial(setattr, app, "running", False))
    loop.run(app)
    assert session.path is not None
    lying = desks.found(session.path)["dorvane"]
    assert lying.drafts.orders == (Order("harden", choice="energy"),)


def test_nothing_more_said_opens_on_the_first_screen(shown: list[str]) -> None:
    assert cli.main([]) == 0
    assert shown in (["title"], ["first_run"])


def test_resume_opens_on_the_desk(shown: list[str]) -> None:
    assert cli.main(["play", "first_light", "--seed", "9"]) == 0
    assert cli.main(["play", "--resume"]) == 0
    assert shown == ["briefing", Situation.name]
    assert len(saves.games()) == 1
