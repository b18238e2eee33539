"""`play --language`: what is asked for, else what is set, else what the system speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli, language
from game.ui.app import App
from game.ui.settings import Settings
from tests.terminal.drive import command

BEGIN = ("play", "first_light", "--transcript", "--seat", "dorvane", "--seed", "3")
HELP = {"en": "In this phase", "fr": "Dans cette phase", "es": "En esta fase"}
STORY = {"fr": "Le port plonge dans le noir", "es": "El puerto se queda a oscuras"}


def here(folder: Path) -> dict[str, str]:
    """Where a game that is started keeps what it writes."""
    return {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


def set_to(code: str, folder: Path) -> None:
    """What a player who chose a language in the window leaves behind."""
    path = folder / "backchannel" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"language": code}), "utf-8")


@pytest.mark.parametrize("code", ["fr", "es"])
def test_a_game_as_text_speaks_the_language_asked_for(code: str, tmp_path: Path) -> None:
    done = command(*BEGIN, "--language", code, given="help\nquit\n", env=here(tmp_path))
    assert done.returncode == 0 and not done.stderr
    assert HELP[code] in done.stdout and STORY[code] in done.stdout
    assert HELP["en"] not in done.stdout


def test_what_goes_on_may_go_on_in_another_language(tmp_path: Path) -> None:
    command(*BEGIN, "--language", "fr", given="quit\n", env=here(tmp_path))
    words = ("play", "--transcript", "--resume", "--language", "es")
    done = command(*words, given="help\ndossiers\nquit\n", env=here(tmp_path))
    assert HELP["es"] in done.stdout and STORY["es"] in done.stdout


def test_unsaid_it_is_the_one_set_in_the_window(tmp_path: Path) -> None:
    set_to("es", tmp_path)
    unsaid = command(*BEGIN, given="help\nquit\n", env=here(tmp_path))
    assert HELP["es"] in unsaid.stdout
    asked = command(*BEGIN, "--language", "en", given="help\nquit\n", env=here(tmp_path))
    assert HELP["en"] in asked.stdout


def test_nothing_set_it_is_the_one_of_the_system(tmp_path: Path) -> None:
    done = command(*BEGIN, given="help\nquit\n", env=here(tmp_path))
    assert HELP["en"] in done.stdout


def test_what_is_said_wrong_is_said_in_that_language(capsys: pytest.CaptureFixture[str]) -> None:
    before = language.current()
    assert cli.main(["play", "frist_light", "--transcript", "--language", "fr"]) == 2
    assert "first_light" in (said := capsys.readouterr().err) and "did you mean" not in said
    assert language.current() == before


@pytest.mark.parametrize("words", [["--transcript"], []])
def test_a_language_there_is_not_is_refused_with_those_there_are(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["play", "first_light", "--language", "tlh", *words]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1 and "--language tlh" in said[0]
    assert all(code in said[0] for code in language.languages())


def test_the_window_speaks_it_until_another_is_chosen() -> None:
    app = App(settings=Settings(language="es"), spoken="fr")
    assert (language.current(), app.settings.language) == ("fr", "es")
    app.change_settings(text_scale=1.5)
    assert language.current() == "fr"
    app.change_settings(language="en")
    assert language.current() == "en"
