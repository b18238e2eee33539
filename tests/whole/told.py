"""Run the game as its command line does, and say in a file what its window shows after each frame.

    python -m tests.whole.told FILE WORDS OF THE COMMAND LINE

Whoever drives the window from outside reads where each node is, by id, and what was heard so far:
a key that was let go, a button of the mouse, a turn of its wheel. The game itself knows nothing
of this; its loop is listened to from here.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pygame
from pygame.event import Event

from game import cli
from game.ui import focus, loop
from game.ui.app import App
from game.ui.node import Node

HEARD = (pygame.KEYUP, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
MODIFIERS = {pygame.K_LCTRL, pygame.K_LSHIFT, pygame.K_LALT}


class Teller:
    """Listens to the loop of the window."""

    def __init__(self, place: Path) -> None:
        self.place, self.heard, self.said = place, 0, ""
        self._handle, self._due = loop.handle, App.due

    def listen(self) -> None:
        """From now on."""

        def due(app: App) -> float | None:
            """Everything is on the display now, and the window asks how long it may wait."""
            self.tell(app)
            return self._due(app)

        loop.handle = self.handle
        App.due = due  # type: ignore[method-assign]

    def handle(self, app: App, event: Event) -> None:
        """An event has come."""
        self._handle(app, event)
        if event.type in HEARD and getattr(event, "key", 0) not in MODIFIERS:
            self.heard += 1

    def tell(self, app: App) -> None:
        """Write down what is shown, whole or not at all, if it is not what was said last."""
        stops = [node.id for node in focus.stops(app.ground)]
        said = json.dumps({
            "heard": self.heard, "screen": app.screen.name, "depth": len(app.screens),
            "dialog": bool(app.dialogs), "focus": app.looks.focus, "caption": app.caption[0],
            "busy": app.worker.busy or not app.worker._results.empty(), "stops": stops,
            "nodes": {node.id: told(node) for node in app.modal.walk() if node.id},
        })  # fmt: skip
        if said != self.said:
            beside = self.place.with_suffix(".new")
            beside.write_text(said, "utf-8")
            os.replace(beside, self.place)
            self.said = said


def told(node: Node) -> dict[str, object]:
    """What is told of a node."""
    window = next((up for up in node.ancestors() if up.scroll), None)
    group = next((up for up in node.ancestors() if up.one_stop), None)
    return {
        "label": node.label, "role": node.role, "disabled": node.disabled,
        "can": node.focusable, "seen": tuple(node.seen), "rect": tuple(node.rect),
        "window": tuple(window.seen) if window is not None else None,
        "group": [each.id for each in focus.reachable(group)] if group is not None else [],
    }  # fmt: skip


if __name__ == "__main__":
    Teller(Path(sys.argv[1])).listen()
    sys.exit(cli.main(sys.argv[2:]))
