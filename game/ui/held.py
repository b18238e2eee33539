"""Keys that are held down: the system presses them again and again, and few are meant so.

The clock of the system does this even while the game works out a turn. A key that was long let go
would then be pressed once more, on a screen that nobody has seen yet; and what sends is final.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame
from pygame.event import Event

from game.ui.keys import Keymap, chord

AGAIN = {
    *("next", "previous", "left", "right", "up", "down", "home", "end", "page_up", "page_down"),
    *("rub_out", "remove", "undo", "redo", "zoom_in", "zoom_out"),
}
"""Commands that are given again and again while their key is held: they lead on, and back."""


@dataclass
class Held:
    """Which keys are down."""

    down: set[int] = field(default_factory=set)

    def hears(self, event: Event, keymap: Keymap) -> bool:
        """Whether an event counts: a key that comes again only if that is meant."""
        if event.type == pygame.KEYUP:
            self.down.discard(event.key)
        if event.type != pygame.KEYDOWN:
            return True
        again = event.key in self.down
        self.down.add(event.key)
        return not again or (_is_down(event.key) and _may_come_again(event, keymap))


def _is_down(key: int) -> bool:
    """Whether it is still held, by all that the system has told so far."""
    return bool(pygame.key.get_pressed()[key])


def _may_come_again(event: Event, keymap: Keymap) -> bool:
    commands = keymap.commands(chord(event.key, event.mod, event.unicode))
    return bool(commands) and set(commands) <= AGAIN
