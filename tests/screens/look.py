"""Where tests of screens look: a few windows that between them have every pair of settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game import paths
from game.language import PSEUDO
from game.screens.play import saves
from game.ui.app import App
from game.ui.checks import faults
from game.ui.conditions import Condition, pairwise
from game.ui.node import Node
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import app_with

WINDOWS = (
    ((1024, 640), 1.0, "dark", "xx"),
    ((1024, 640), 2.0, "contrast", "en"),
    ((1280, 720), 1.5, "light", "xx"),
    ((1920, 1080), 1.0, "light", "en"),
    ((1920, 1080), 2.0, "dark", "xx"),
)
"""Size of the window, size of text, theme, language."""

SOME = (
    Condition((1024, 640), 1.0, "dark", "en"),
    Condition((1280, 720), 1.5, "light", PSEUDO),
    Condition((1920, 1080), 2.0, "contrast", "en"),
)
EVERYWHERE = (*SOME, *(pytest.param(each, marks=pytest.mark.slow) for each in pairwise()))
"""Three conditions for every day, and all others where there is time."""


def shown(screen: Screen, size: tuple[int, int] = (1280, 720), **values: object) -> App:
    """An app that shows a screen, still and in English unless told otherwise."""
    given = {"language": "en", "motion": False, **values}
    return app_with(screen, size, Settings(**given))  # type: ignore[arg-type]


def node(app: App, name: str) -> Node:
    """What is there under an id."""
    found = app.find(name)
    assert found is not None, name
    return found


def labels(found: Node) -> str:
    """What a part says, and all in it."""
    return " ".join(each.label for each in found.walk())


def words(app: App) -> str:
    """All that is said and shown on what can be reached."""
    return "\n".join(f"{each.label} {each.value}" for each in app.modal.walk())


def faults_of(make: Callable[[], Screen], prepare: Callable[[App], object] = id) -> list[str]:
    """What is wrong with a screen in any of the windows."""
    found = []
    for size, text, theme, language in WINDOWS:
        app = shown(make(), size, text_scale=text, theme=theme, language=language)
        prepare(app)
        found += [f"{size} {text:.0%} {theme} {language}: {each}" for each in faults(app)]
    return found


def kept_in(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Games and the notebook are kept in a folder of the test."""
    place = folder / "saves"
    patch.setattr(paths, "saves", lambda: place)
    patch.setattr(saves, "folder", lambda: place)
    return place
