"""The app: the screens in a stack, what floats above them, and what the reader's hands are on.

It builds trees anew when something changed, lays them out, and keeps focus, scroll and tooltips by
id. What is painted when is the business of frames.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pygame import Rect

from game.ui import focus
from game.ui.frames import Frames
from game.ui.hooks import Hooks
from game.ui.layers import assemble, lay
from game.ui.metrics import Metrics
from game.ui.node import Node
from game.ui.screen import Screen
from game.ui.widgets.entry import Cursor

__all__ = ["App", "Builder", "Hooks"]

CAPTION = 4.0
Builder = Callable[["App"], Node]


@dataclass
class App(Frames):
    """A running interface: with a window, or without one for tests and shots."""

    dialogs: list[Builder] = field(default_factory=list)
    cursors: dict[str, Cursor] = field(default_factory=dict)
    captured: str = ""  # a key of the next chord goes to this instead: for remapping
    _came_from: list[str] = field(default_factory=list)
    _order: list[str] = field(default_factory=list)
    on_capture: Callable[[str], object] | None = None

    def push(self, screen: Screen) -> None:
        """Show a screen above the present one; Esc leads back."""
        self._came_from.append(self.looks.focus)
        self.screens.append(screen)
        self._changed_screen(screen.first)
        screen.entered(self)

    def pop(self) -> None:
        """Close the present screen. The last one is never closed: the app is left instead."""
        if len(self.screens) < 2:
            return
        self.screens.pop().left(self)
        self._changed_screen(self._came_from.pop())
        self.screens[-1].entered(self)

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the present one."""
        if self.screens:
            self.screens.pop().left(self)
            self._came_from.pop()
        self.push(screen)

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    def open(self, dialog: Builder, first: str = "") -> None:
        """Open a dialog: a function that builds it, called again when something changes."""
        self._came_from.append(self.looks.focus)
        self.dialogs.append(dialog)
        self.looks.focus = first
        self._order, self.tips = [], []
        self.touch()

    def close(self) -> None:
        """Close the dialog on top."""
        if self.dialogs:
            self.dialogs.pop()
            self.looks.focus = self._came_from.pop()
            self.tips = []
            self.touch()

    def say(self, words: str, sign: str = "info", cue: str = "") -> None:
        """Tell the player something in passing: a caption, narration, and a sound with it."""
        self._caption = (words, sign, self.now + CAPTION)
        self.hooks.speak(words, "news")
        if cue:
            self.hooks.cue(cue)
        self.touch()

    def work(self, key: str, job: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do something slow off the interface thread; `then` gets the result, and it shows.

        A newer job of the same key takes the place of an older. A job may yield: each result shows.
        """
        self.worker.submit(key, job, then)

    def cursor(self, name: str) -> Cursor:
        """The cursor of a text entry, kept by its id."""
        return self.cursors.setdefault(name, Cursor(10**6))

    def set_focus(self, name: str) -> None:
        """Put the keyboard on a node, and bring it into view."""
        if name != self.looks.focus:
            self._mark(self.looks.focus)
            self.looks.focus = name
            self._mark(name)
            if any(not tip.locked for tip in self.tips):
                self.tips = [tip for tip in self.tips if tip.locked]
                self.touch()
        self._into_view(name)
        for listener in self.hooks.changed if not self.dirty else ():
            listener(self)

    def find(self, name: str) -> Node | None:
        """The node of that id, topmost layer first."""
        self.refresh()
        return next((node for layer in reversed(self.layers) if (node := layer.find(name))), None)

    @property
    def ground(self) -> Node:
        """The layer the keyboard moves in: a held tooltip, a dialog, or the screen."""
        self.refresh()
        held = [layer for layer in self.layers if layer.role == "tooltip"]
        if self.tips and self.tips[-1].locked and held and focus.reachable(held[-1]):
            return held[-1]
        return self.modal

    @property
    def modal(self) -> Node:
        """The topmost dialog, or else the screen."""
        self.refresh()
        return self.layers[len(self.dialogs)]

    @property
    def focused(self) -> Node | None:
        """The node the keyboard is on."""
        return self.ground.find(self.looks.focus) if self.looks.focus else None

    def change_settings(self, **values: object) -> None:
        """Set something, show it at once, and save it."""
        for name, value in values.items():
            if not hasattr(self.settings, name):
                raise AttributeError(f"no setting {name}")
            setattr(self.settings, name, value)
        self.apply_settings()
        self.hooks.save_settings(self.settings)

    def refresh(self) -> None:
        """Build and lay out the layers, if something changed."""
        if not self.dirty:
            if self._moved:
                self._shift()
            return
        self.dirty = self._moved = False
        self.layers = assemble(self)
        self._keep_focus()
        self.damage = [Rect((0, 0), self.size)]
        for listener in self.hooks.changed:
            listener(self)

    def settle(self) -> None:
        """Wait for all work and take it over: for tests and shots."""
        for _ in range(100):
            self.refresh()
            self.worker.settle()
            if self.worker.deliver():
                self.touch()
            if not self.worker.busy and not self.dirty:
                return

    def _changed_screen(self, first: str) -> None:
        if self._surface is not None and not self.still and len(self.screens) > 1:
            self._fade = (self._surface.copy(), self.now)
        self.looks.focus, self.looks.hover, self.looks.pressed = first, "", ""
        self._order, self.tips = [], []
        self.touch()

    def _keep_focus(self) -> None:
        """Keep the focus; if its node is gone, on what stands in its place now."""
        order = [node.id for node in focus.reachable(self.ground)]
        if self.looks.focus and self.looks.focus not in order:
            was = self._order.index(self.looks.focus) if self.looks.focus in self._order else 0
            self.looks.focus = order[min(was, len(order) - 1)] if order else ""
        elif not self.looks.focus and self.dialogs and order:
            self.looks.focus = focus.stops(self.ground)[0].id
        self._order = order

    def _into_view(self, name: str) -> None:
        node = self.find(name) if name else None
        for above in node.ancestors() if node else ():
            if above.scroll and above.id and node is not None and node is not above:
                self._scroll_to(above, node)
                self.refresh()

    def _scroll_to(self, window: Node, node: Node) -> None:
        gap = self.metrics.px(8)
        up = window.rect.top + gap - node.rect.top
        down = node.rect.bottom - (window.rect.bottom - gap)
        by = -up if up > 0 else min(down, node.rect.top - window.rect.top - gap) if down > 0 else 0
        self.scroll_by(window, by)

    def scroll_by(self, window: Node, pixels: int) -> bool:
        """Scroll something by pixels; whether it moved."""
        before = self.scrolls.get(window.id, 0)
        spare = max(0, window.content - window.rect.h + _pads(window, self.metrics))
        after = min(spare, max(0, before + pixels))
        self.scrolls[window.id] = after
        if after != before:
            self._moved = True
        return after != before

    def _shift(self) -> None:
        """Something was scrolled: lay out what there is, and build nothing."""
        self._moved = False
        window = Rect((0, 0), self.size)
        for number, layer in enumerate(self.layers[: len(self.dialogs) + 1]):
            lay(self, layer, number == len(self.dialogs))
        self.damage = [window]
        for listener in self.hooks.changed:
            listener(self)


def _pads(window: Node, m: Metrics) -> int:
    pad = window.pad
    if not isinstance(pad, tuple):
        return 2 * m.px(pad)
    return 2 * m.px(pad[1]) if len(pad) == 2 else m.px(pad[1]) + m.px(pad[3])
