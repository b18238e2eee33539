"""What asks for no quick hand, no steady hand and no sharp eye, on every screen of the game."""

from __future__ import annotations

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.screens.gallery import PIECES, ordering
from game.screens.play.session import Session
from game.screens.turn.situation import Situation
from game.ui.app import App
from game.ui.checks import contrast, ground_of, luminance
from game.ui.driving import click, press
from game.ui.keys import COMMANDS, Keymap
from game.ui.node import Node
from game.ui.settings import Settings
from game.ui.shots import app_with
from game.ui.sound import SIGNALS
from game.ui.widgets.words import Words
from tests.screens.look import shown

HEARD = {"left", "right", "up", "down", "zoom_in"}
BLOCK = 20
"""Pixels to a side of what is looked at for flashes."""
FLASH, DARK = 0.10, 0.80
"""A change of luminance that counts, and how light its darker side is at most (WCAG 2.2, 2.3.1)."""
FRAMES, SECONDS = 30, 3
MOVING = ("title", "situation_order", "resolution", "replay", "briefing")


def looked_at(name: str, **values: object) -> App:
    """A screen of the game, as it is to be looked at."""
    app = shown(PIECES[name].make(), **values)
    PIECES[name].ready(app)
    app.settle()
    return app


@pytest.mark.parametrize("name", MOVING)
def test_nothing_flashes_more_than_three_times_a_second(name: str) -> None:
    app = app_with(PIECES[name].make(), (800, 450), Settings(language="en"))
    surface = pygame.Surface(app.size)
    start, seen = app.now, []
    for frame in range(FRAMES * SECONDS):
        app.frame(start + frame / FRAMES, surface)
        seen.append(blocks(surface))
    assert most_flashes(np.array(seen)) <= 3 * SECONDS


def test_what_flashes_is_counted() -> None:
    calm = np.full((FRAMES * SECONDS, 2, 2), 0.3)
    wild = calm.copy()
    wild[::4, 0, 0] = 0.9
    assert most_flashes(calm) == 0 and most_flashes(wild) > 3 * SECONDS


def blocks(surface: pygame.Surface) -> NDArray[np.float64]:
    """How light each part of a picture is."""
    wide, high = surface.get_width() // BLOCK, surface.get_height() // BLOCK
    small = pygame.transform.smoothscale(surface, (wide, high))
    pixels = pygame.surfarray.array3d(small)
    table = np.array([luminance((value, value, value)) for value in range(256)])
    return np.asarray(table[pixels] @ np.array([0.2126, 0.7152, 0.0722]))


def most_flashes(seen: NDArray[np.float64]) -> int:
    """The most pairs of opposing changes that any part went through."""
    most = 0
    for course in seen.reshape(len(seen), -1).T:
        changes, low, high, way = 0, course[0], course[0], 0
        for value in course:
            low, high = min(low, value), max(high, value)
            if way <= 0 and value - low >= FLASH and low < DARK:
                changes, way, low, high = changes + 1, 1, value, value
            elif way >= 0 and high - value >= FLASH and value < DARK:
                changes, way, low, high = changes + 1, -1, value, value
        most = max(most, changes // 2)
    return most


@pytest.mark.slow
def test_nothing_that_can_be_hit_moves_by_itself() -> None:
    for name in MOVING:
        app = looked_at(name, motion=True)
        before = {node.id: tuple(node.rect) for node in app.modal.walk() if node.focusable}
        surface = pygame.Surface(app.size)
        for second in range(4):
            app.frame(app.now + second / 2, surface)
        after = {node.id: tuple(node.rect) for node in app.modal.walk() if node.focusable}
        assert before == after, name


@pytest.mark.slow
def test_whatever_can_be_dragged_is_moved_by_keys_as_well() -> None:
    dragged = 0
    for name in PIECES:
        for node in looked_at(name).modal.walk():
            if node.pointer is not None and not node.scroll:
                dragged += 1
                assert by_keys(node), (name, node.id)
    assert dragged > 20


def by_keys(node: Node) -> bool:
    """Whether what is done to a thing by the mouse has keys: it, what is in it, what it is in."""
    heard = {name for each in (*node.ancestors(), *node.walk()) for name in each.on}
    return bool(HEARD & heard) or (node.focusable and node.do is not None)


def test_every_key_is_pressed_once_and_none_is_held() -> None:
    """Ctrl, Alt and Shift are the system's to make sticky; all else is one key."""
    keys = Keymap()
    for command in COMMANDS:
        for chord in keys.chords(command):
            *held, last = chord.replace("++", "+plus").split("+") if chord != "+" else ["plus"]
            assert set(held) <= {"Ctrl", "Alt", "Shift"} and last, chord


@pytest.fixture
def session() -> Session:
    return ordering()


def test_nothing_waits_for_nobody(session: Session) -> None:
    """An hour goes by: no turn ends, no offer lapses, no text goes away."""
    app = shown(Situation(session), motion=True)
    app.settle()
    before = (session.turn, session.step, session.drafts, words(app))
    app.frame(app.now + 3600, pygame.Surface(app.size))
    app.settle()
    assert (session.turn, session.step, session.drafts, words(app)) == before


def words(app: App) -> list[str]:
    return [node.label for node in app.modal.walk()]


def test_the_aims_are_a_key_and_a_press_away_at_any_time(session: Session) -> None:
    app = shown(Situation(session))
    press(app, "Escape")
    click(app, "menu.brief")
    assert app.screen.name == "briefing"
    said = " ".join(words(app))
    assert "What you want" in said
    press(app, "Escape")
    assert app.screen.name == "situation"


def test_the_window_is_a_window_until_full_screen_is_asked_for() -> None:
    app = looked_at("title")
    assert not app.settings.full_screen
    press(app, "F11")
    assert app.settings.full_screen
    press(app, "F11")
    assert not app.settings.full_screen


def test_the_text_that_is_read_is_eighteen_pixels_high_at_least() -> None:
    """Of a window of 1920 by 1080, and in proportion above it."""
    for size, least in (((1920, 1080), 18), ((3840, 2160), 36)):
        assert shown(PIECES["codex"].make(), size).metrics.font_px(18) >= least


def test_no_signal_is_given_by_colour_alone() -> None:
    """What is severe, chosen or closed also has a word for every reader."""
    for name in ("situation_judge", "dossier", "negotiation", "library"):
        for node in looked_at(name).modal.walk():
            if node.focusable:
                assert node.label.strip(), name
            if node.role == "image" and node.draw is not None:
                assert node.label.strip() or node.value.strip(), (name, node.id)


def test_a_signal_is_heard_only_where_something_is_seen(session: Session) -> None:
    app = shown(Situation(session))
    heard: list[str] = []
    app.hooks.cue = lambda name, severity=1: heard.append(name)  # type: ignore[assignment]
    before = picture_of(app)
    press(app, "Ctrl+Z")
    assert heard[-1] == "undo" and set(heard) <= set(SIGNALS)
    assert not np.array_equal(before, picture_of(app))


def test_captions_are_on_from_the_first_and_as_clear_as_other_text() -> None:
    assert Settings().captions
    app = looked_at("title", theme="light", text_scale=2.0)
    app.say("The game could not be saved: the disk is full", "triangle-alert", "warn")
    app.refresh()
    caption = next(layer for layer in app.layers if layer.role == "status")
    said = next(node for node in caption.walk() if isinstance(node.leaf, Words))
    assert said.label.startswith("The game could not be saved")
    assert pygame.Rect((0, 0), app.size).contains(caption.rect)
    picture_of(app)
    ground = ground_of(app.canvas.surface, said.rect)  # type: ignore[arg-type]
    assert contrast(app.theme.colour(said.leaf.shade), ground) >= 4.5  # type: ignore[union-attr]


@pytest.mark.parametrize(("size", "scale"), [((1920, 1080), 1.0), ((1024, 640), 1.5)])
def test_what_is_said_in_passing_covers_nothing_that_can_be_pressed(
    size: tuple[int, int], scale: float
) -> None:
    app = shown(Situation(ordering()), size, text_scale=scale)
    if app.find("panel.queue") is not None:
        click(app, "panel.queue")
    app.say("Harden a sector: health. Sent when you end the turn.", "check")
    app.refresh()
    (caption,) = [layer for layer in app.layers if layer.id == "caption"]
    for name in ("add_order", "undo", "redo", "end"):
        found = app.find(name)
        assert found is None or not found.seen.colliderect(caption.rect), name


def picture_of(app: App) -> NDArray[np.uint8]:
    surface = pygame.Surface(app.size)
    app.frame(app.now, surface)
    return pygame.surfarray.array3d(surface)
