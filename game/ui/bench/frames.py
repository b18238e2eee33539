"""The times of frames, screen by screen: drawn anew, left alone, in motion, after a key, at first.

Without a window: a display takes its own time, which the loop keeps small by sending small parts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Surface

from game.screens.before.title import Title
from game.screens.gallery import PIECES, Piece
from game.ui import pictures, text
from game.ui.app import App
from game.ui.driving import press
from game.ui.settings import Settings
from game.ui.shots import app_with, picture
from game.ui.sweep import Sweep

SIZE = (1920, 1080)
RUNS = 40
FEW = 8
"""Passes of what takes long."""
FRAME = 1 / 30
SHARE = 0.95


@dataclass(frozen=True)
class Shown:
    """A screen on show, with nothing left to do."""

    piece: Piece
    app: App
    surface: Surface

    def redraw(self) -> None:
        """All of it is painted anew."""
        self.app.canvas.spoil(self.surface.get_rect())
        self.app.frame(self.app.now, self.surface)

    def unchanged(self) -> None:
        """Nothing has happened, at the same moment."""
        self.app.frame(self.app.now, self.surface)

    def moving(self) -> None:
        """Nothing has happened but time, with motion on."""
        self.app.frame(self.app.now + FRAME, self.surface)

    def input(self) -> None:
        """A key moves the focus, what is shown is built anew, and all of it is painted."""
        press(self.app, "Tab")
        self.app.touch()
        self.app.frame(self.app.now + FRAME, self.surface)

    def change(self) -> None:
        """It is opened above another screen, no text and no picture kept from before."""
        text.forget()
        pictures.forget()
        self.app.push(self.piece.make())
        self.app.frame(self.app.now + FRAME, self.surface)


MEASURES: dict[str, int] = {
    "redraw": RUNS, "unchanged": RUNS, "moving": RUNS, "input": RUNS, "change": FEW,
}  # fmt: skip
"""What is measured of each screen, and how often."""


def measure(tell: Callable[[str], None]) -> dict[str, dict[str, dict[str, float]]]:
    """Times of every screen, in milliseconds that 95 of 100 stay below."""
    found = {}
    for name, piece in PIECES.items():
        tell(f"painting {name} …")
        found[name] = {kind: _times(piece, kind) for kind in MEASURES}
    return found


def shown(piece: Piece) -> Shown:
    """A screen above the title, with motion on, its pictures made."""
    app = app_with(Title(), SIZE, Settings(language="en"))
    app.push(piece.make())
    piece.ready(app)
    surface = picture(app)
    for _ in range(FEW):  # the fade of one screen into the next
        app.frame(app.now + 0.1, surface)
    return Shown(piece, app, surface)


def _times(piece: Piece, kind: str) -> dict[str, float]:
    stage = shown(piece)
    do = getattr(stage, kind)
    clock, work = [], []
    gc.collect()
    with Sweep():
        for _ in range(MEASURES[kind]):
            began, worked = time.perf_counter(), time.thread_time()
            do()
            clock.append(time.perf_counter() - began)
            work.append(time.thread_time() - worked)
            if kind == "change":
                _undone(stage)
    stage.app.worker.close()
    return {"clock": most(clock), "work": most(work)}


def _undone(stage: Shown) -> None:
    """The screen is closed again, and its work is done."""
    stage.app.settle()
    stage.app.pop()
    stage.app.settle()


def most(seconds: Sequence[float], share: float = SHARE) -> float:
    """Milliseconds that a share of them stays below."""
    order = sorted(seconds)
    return round(order[min(len(order) - 1, int(len(order) * share))] * 1000, 3)
