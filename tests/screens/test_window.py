"""The window from the command line: where it opens, and what is said where it cannot."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import pytest

from game import cli, paths
from game.commands import _window, play
from game.screens.play import saves
from game.screens.turn.situation import Situation
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


def test_nothing_more_said_opens_on_the_first_screen(shown: list[str]) -> None:
    assert cli.main([]) == 0
    assert shown in (["title"], ["first_run"])


def test_resume_opens_on_the_desk(shown: list[str]) -> None:
    assert cli.main(["play", "first_light", "--seed", "9"]) == 0
    assert cli.main(["play", "--resume"]) == 0
    assert shown == ["briefing", Situation.name]
    assert len(saves.games()) == 1
