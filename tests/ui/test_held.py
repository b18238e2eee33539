"""Keys that are held down: what is pressed once is heard once, however long the game thinks."""

from __future__ import annotations

from collections import defaultdict

import pygame
import pytest
from pygame.event import Event

from game.ui.held import Held
from game.ui.keys import Keymap, event_of


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> defaultdict[int, bool]:
    """Which keys the system says are down now."""
    down: defaultdict[int, bool] = defaultdict(bool)
    monkeypatch.setattr(pygame.key, "get_pressed", lambda: down)
    return down


def pressed(words: str) -> Event:
    key, mods = event_of(words)
    return Event(pygame.KEYDOWN, key=key, mod=mods, unicode="")


def let_go(words: str) -> Event:
    key, mods = event_of(words)
    return Event(pygame.KEYUP, key=key, mod=mods)


@pytest.mark.parametrize("words", ["Return", "Space", "Escape", "Ctrl+Return", "N", "O"])
def test_what_decides_is_heard_once_while_it_is_held(
    words: str, keys: defaultdict[int, bool]
) -> None:
    held, keymap = Held(), Keymap()
    keys[pressed(words).key] = True
    heard = [held.hears(pressed(words), keymap) for _ in range(3)]
    assert heard == [True, False, False]
    assert held.hears(let_go(words), keymap) and held.hears(pressed(words), keymap)


@pytest.mark.parametrize("words", ["Tab", "Shift+Tab", "Down", "Backspace", "Ctrl+Z", "Page Down"])
def test_what_leads_on_comes_again_while_it_is_held_and_no_longer(
    words: str, keys: defaultdict[int, bool]
) -> None:
    held, keymap = Held(), Keymap()
    keys[pressed(words).key] = True
    assert [held.hears(pressed(words), keymap) for _ in range(2)] == [True, True]
    keys[pressed(words).key] = False  # let go while the game was busy: what is left is an echo
    assert not held.hears(pressed(words), keymap)


def test_a_key_that_sends_is_not_heard_again_whatever_it_is(keys: defaultdict[int, bool]) -> None:
    held, keymap = Held(), Keymap()
    keymap.change("end_turn", "Down")
    keys[pygame.K_DOWN] = True
    assert [held.hears(pressed("Down"), keymap) for _ in range(2)] == [True, False]


def test_everything_but_keys_is_heard() -> None:
    click = Event(pygame.MOUSEBUTTONDOWN, pos=(1, 1), button=1)
    assert all(Held().hears(click, Keymap()) for _ in range(2))
