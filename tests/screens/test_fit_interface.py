"""Every screen fits also where the interface, and not the text alone, is larger or smaller."""

from __future__ import annotations

import pytest

from game.screens.gallery import PIECES
from game.ui.checks import faults
from game.ui.settings import Settings
from game.ui.shots import app_with, picture

CONDITIONS = (
    ((1024, 640), 2.0, 1.0, "es"),
    ((1280, 720), 1.5, 1.0, "fr"),
    ((1366, 768), 1.5, 1.2, "es"),
    ((1600, 900), 0.8, 2.0, "fr"),
    ((1920, 1080), 1.5, 1.0, "es"),
    ((1920, 1080), 2.0, 1.5, "en"),
)
"""Window, scale of the interface and of texts, language."""

QUICK = ("situation_order", "negotiation", "trust")


def fits(name: str, size: tuple[int, int], interface: float, texts: float, language: str) -> bool:
    settings = Settings(language=language, ui_scale=interface, text_scale=texts, motion=False)
    app = app_with(PIECES[name].make(), size, settings)
    PIECES[name].ready(app)
    picture(app)
    assert list(faults(app)) == []
    return True


@pytest.mark.parametrize("name", QUICK)
def test_what_is_fullest_fits_at_two_scales(name: str) -> None:
    assert all(fits(name, *condition) for condition in CONDITIONS[:2])


@pytest.mark.slow
@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
@pytest.mark.parametrize("name", PIECES)
def test_every_screen_fits_at_every_scale(
    name: str, condition: tuple[tuple[int, int], float, float, str]
) -> None:
    assert fits(name, *condition)
