"""Run in a window of its own: show one screen of the game after the other, each until it was read.

    python -m tests.ui.show_for_at_spi FOLDER

The name of each is written to `shown`, and what can be focused on it beside it, as JSON; the next
comes once the same name stands in `read`. At the end `shown` is empty.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from game.screens.gallery import PIECES
from game.ui.app import App
from game.ui.loop import run
from game.ui.settings import Settings

OFTEN = 0.05


def every_screen() -> list[str]:
    """One piece of the gallery for each screen, by name."""
    kinds = {name.partition("_")[0]: name for name in reversed(PIECES)}
    return list(kinds.values())


class Show:
    """Goes from one to the next."""

    def __init__(self, app: App, folder: Path) -> None:
        self.app, self.folder, self.left, self.now = app, folder, every_screen(), ""

    def go_on(self) -> None:
        """The next one, if this one was read and nothing is worked out any more."""
        read = self.folder / "read"
        if self.now and not (read.exists() and read.read_text() == self.now):
            self.app.later(OFTEN, self.go_on, "show")
        elif self.left:
            self.now = self.left.pop(0)
            piece = PIECES[self.now]
            self.app.replace(piece.make())
            piece.ready(self.app)
            self.app.later(OFTEN, self.tell, "show")
        else:
            self.show("")
            self.app.running = False

    def tell(self) -> None:
        """What is shown, once it is."""
        if self.app.worker.busy or not self.app.worker._results.empty():
            self.app.later(OFTEN, self.tell, "show")
            return
        labels = [node.label for node in self.app.modal.walk() if node.focusable]
        (self.folder / f"{self.now}.json").write_text(json.dumps(labels))
        self.show(self.now)
        self.app.later(OFTEN, self.go_on, "show")

    def show(self, name: str) -> None:
        """Say its name, whole at once."""
        beside = self.folder / "shown.new"
        beside.write_text(name)
        beside.replace(self.folder / "shown")


if __name__ == "__main__":
    shown = App((1280, 720), Settings(language="en", motion=False, sound=False))
    shown.push(PIECES["title"].make())
    shown.later(1, partial(Show(shown, Path(sys.argv[1])).go_on), "show")
    run(shown)
