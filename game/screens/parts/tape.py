"""A tape: things shown one after another, by themselves or by hand, to be stopped and stepped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.language import _, _p
from game.ui.app import App
from game.ui.node import Do, Node
from game.ui.widgets import icon_button, slider


@dataclass
class Tape:
    """How far a tape has run, and whether it runs on. name: of its timer; last: its last place."""

    name: str
    last: int
    seconds: float  # how long each thing is shown while it plays
    at: int = 0
    playing: bool = False
    moved: Callable[[], object] = lambda: None  # another thing is shown

    def show(self, place: int) -> None:
        """Show one thing; it does not play on by itself then."""
        self.playing = False
        self._to(place)

    def toggle(self, app: App) -> None:
        """Play on, at the end from the beginning; or stop."""
        self.playing = not self.playing
        if self.playing and self.at >= self.last:
            self.at = 0
        self.run(app)

    def run(self, app: App) -> None:
        """While it plays, the next thing is shown in its time."""
        if self.playing:
            app.later(self.seconds, partial(self._step, app), self.name)

    def _step(self, app: App) -> None:
        if self.playing:
            self._to(self.at + 1)
            self.playing = self.at < self.last
            self.run(app)

    def _to(self, place: int) -> None:
        before, self.at = self.at, min(max(place, 0), self.last)
        if self.at != before:
            self.moved()

    # ---- what it is handled with ------------------------------------------------------------

    def commands(self, app: App) -> dict[str, Do]:
        """Play and pause, and one thing further or back."""
        return {
            "play": partial(self.toggle, app),
            "next_tab": partial(self.show, self.at + 1),
            "previous_tab": partial(self.show, self.at - 1),
        }

    def keys(self, app: App, back: str, on: str, ends: tuple[str, str]) -> tuple[Node, Node, Node]:
        """Buttons for a step back, to play or stop, for a step on. ends: what is said at them."""
        before, after = self.closed(ends)
        sign, word = ("pause", _("Pause")) if self.playing else ("play", _p("tape", "Play"))
        return (
            icon_button("step_back", "step-back", back, partial(self.show, self.at - 1),
                        disabled=before),
            icon_button("play", sign, word, partial(self.toggle, app)),
            icon_button("step_on", "step-forward", on, partial(self.show, self.at + 1),
                        disabled=after),
        )  # fmt: skip

    def scrub(self, name: str, label: str, shown: str) -> Node:
        """All of it as a line. shown: in words, where one is."""
        return slider(name, label, self.at, lambda to: self.show(round(to)), low=0,
                      high=self.last, step=1, shown=shown, grow=1)  # fmt: skip

    def closed(self, ends: tuple[str, str]) -> tuple[str, str]:
        """Why one cannot go back, and why not on; empty where one can."""
        return "" if self.at else ends[0], "" if self.at < self.last else ends[1]
