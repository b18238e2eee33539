"""Themes: every pair of colours that is used can be told apart, also by those who see few."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.ui.app import App
from game.ui.checks import contrast
from game.ui.node import Node, row
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import app_with
from game.ui.theme import THEMES, TYPES, Colour, Theme, theme_of
from game.ui.widgets import button
from game.ui.widgets.buttons import Kind

GROUNDS = ("bg", "panel", "panel2", "panel3")
INKS = ("text", "text2", "text3", "off", "accent", "good", "bad", "warn")
PAIRS = (("on_accent", "accent"), ("on_accent2", "accent2"), ("on_danger", "danger"))
SEVERITIES = tuple(f"severity.{i}" for i in range(4))

# Machado, Oliveira and Fernandes 2009, severity 1.0.
BLINDNESS = {
    "none": np.eye(3),
    "protan": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                        [-0.003882, -0.048116, 1.051998]]),
    "deutan": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                        [-0.011820, 0.042940, 0.968881]]),
    "tritan": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                        [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("more", [False, True])
def test_text_stands_out_on_every_ground(theme: Theme, more: bool) -> None:
    theme = theme_of(theme.name, more)
    least = 7.0 if theme.name == "contrast" else 4.5
    pairs = [(ink, ground) for ink in (*INKS, *SEVERITIES) for ground in GROUNDS] + list(PAIRS)
    weak = [
        (ink, ground, round(ratio, 2))
        for ink, ground in pairs
        if (ratio := contrast(theme.colour(ink), theme.colour(ground))) < least
    ]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_outlines_and_the_focus_ring_stand_out(theme: Theme) -> None:
    for ink in ("outline", "focus"):
        for ground in GROUNDS:
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 3, (ink, ground)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", ["plain", "quiet", "primary", "danger"])
def test_what_cannot_be_used_looks_otherwise(theme: Theme, kind: Kind) -> None:
    on, off = (painted(theme, kind, why) for why in ("", "There is nothing to do."))
    apart = np.abs(on.astype(int) - off).max(axis=2)
    assert (apart > 60).sum() > 60, "they look alike"


def painted(theme: Theme, kind: Kind, why: str) -> np.ndarray:  # type: ignore[type-arg]
    """How a button looks, alone in its window."""

    class Alone(Screen):
        def build(self, app: App) -> Node:
            return row(button("b", "Undo", lambda: None, kind=kind, sign="undo-2", disabled=why))

    app = app_with(Alone(), (400, 200), Settings(theme=theme.name, motion=False))
    surface = pygame.Surface(app.size)
    app.set_focus("")
    app.looks.show_focus = False
    app.frame(0.0, surface)
    return pygame.surfarray.array3d(surface)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_numbers_can_be_read_on_the_scale_of_trust(theme: Theme) -> None:
    for ground, ink in zip(theme.trust, theme.on_trust, strict=True):
        assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_blocs_can_be_told_apart(theme: Theme, blindness: str) -> None:
    assert apart(theme.blocs, blindness) >= 20
    assert all(contrast(colour, theme.panel) >= 3 for colour in theme.blocs)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_severities_and_good_and_bad_can_be_told_apart(theme: Theme, blindness: str) -> None:
    """They have bars, words and signs as well; no colour is all there is to see."""
    assert apart(theme.severity, blindness) >= 20
    assert apart((theme.good, theme.bad), blindness) >= 20
    assert apart(theme.trust, blindness) >= 14  # with a figure on each


def test_the_simulation_sees_what_the_colour_blind_do_not() -> None:
    """A brick red and a leaf green: all but one colour to who lacks the green cones."""
    pair = ((190, 110, 80), (0, 168, 72))
    assert apart(pair, "none") > 80 and apart(pair, "deutan") < 5


def apart(colours: tuple[Colour, ...], blindness: str) -> float:
    """How far the two nearest of some colours are from each other (dE of 1976)."""
    seen = [as_seen(colour, BLINDNESS[blindness]) for colour in colours]
    return min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2))


def as_seen(colour: Colour, matrix: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """A colour as seen, in CIELAB (D65)."""
    value = np.array(colour) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    linear = np.clip(matrix @ linear, 0, 1)
    x, y, z = np.cbrt(np.maximum(XYZ @ linear / [0.95047, 1, 1.08883], 1e-4))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_no_type_is_smaller_than_sixteen() -> None:
    assert min(kind.size for kind in TYPES.values()) >= 16
