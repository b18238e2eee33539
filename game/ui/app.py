"""The app: the screens in a stack, what floats above them, and what the reader's hands are on.

It builds trees anew when something changed, lays them out, and keeps focus, scroll and tooltips by
id. The window and the time are the business of its stage; what is painted when, of its canvas.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pygame import Rect, Surface

from game.ui import focus
from game.ui.hooks import Hooks
from game.ui.layers import Tip, assemble, scrolled
from game.ui.node import Node
from game.ui.paint import Painter
from game.ui.screen import Screen
from game.ui.scrolling import into_view
from game.ui.stage import Stage
from game.ui.widgets.entry import Cursor

__all__ = ["App", "Builder", "Hooks"]

FRAME = 1 / 30
HALO = 48
"""Design units around a node that its looks may touch: its ring, its glow."""
Builder = Callable[["App"], Node]


@dataclass
class App(Stage):
    """A running interface: with a window, or without one for tests and shots."""

    screens: list[Screen] = field(default_factory=list)
    dialogs: list[Builder] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    layers: list[Node] = field(default_factory=list)  # all that is shown, the topmost last
    moved: list[Node] = field(default_factory=list)  # what was scrolled: its inside is laid anew
    cursors: dict[str, Cursor] = field(default_factory=dict)
    captured: str = ""  # a key of the next chord goes to this instead: for remapping
    read_out: str = ""  # what was read out last on its own; asked again, its panel is
    on_capture: Callable[[str], object] | None = None
    _came_from: list[str] = field(default_factory=list)
    _scrolled: list[dict[str, int]] = field(default_factory=list)  # what is below, screen by screen
    _order: list[str] = field(default_factory=list)
    _reveals: bool = False  # what has the keyboard is brought into view once it is laid out
    _moving: list[Node] = field(default_factory=list)

    # ---- screens and dialogs ---------------------------------------------------------------

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    def push(self, screen: Screen) -> None:
        """Show a screen above the present one, from its top; Esc leads back to where one was."""
        self._came_from.append(self.looks.focus)
        self._scrolled.append(dict(self.scrolls))
        self.scrolls.clear()
        self.screens.append(screen)
        self._changed_screen(screen.first)
        screen.entered(self)

    def pop(self) -> None:
        """Close the present screen. The last one is never closed: the app is left instead."""
        if len(self.screens) < 2:
            return
        self.screens.pop().left(self)
        self._scroll_back()
        self._changed_screen(self._came_from.pop())
        self.screens[-1].entered(self)

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the present one."""
        if self.screens:
            self.screens.pop().left(self)
            self._scroll_back()
            self._came_from.pop()
        self.push(screen)

    def _scroll_back(self) -> None:
        """What is seen again stands where it stood."""
        self.scrolls.clear()
        self.scrolls.update(self._scrolled.pop())

    def _changed_screen(self, first: str) -> None:
        if not self.still and len(self.screens) > 1:
            self.canvas.fade(self.now)
        self.looks.hover = self.looks.pressed = ""
        self._look_at(first)

    def open(self, dialog: Builder, first: str = "") -> None:
        """Open a dialog: a function that builds it, called again when something changes."""
        self._came_from.append(self.looks.focus)
        self.dialogs.append(dialog)
        self._look_at(first)

    def close(self) -> None:
        """Close the dialog on top."""
        if self.dialogs:
            self.dialogs.pop()
            self._look_at(self._came_from.pop())

    def start_over(self) -> None:
        """Show the present screen from its top again, the keyboard on its first thing."""
        self.scrolls.clear()
        self._look_at(self.screen.first)

    def _look_at(self, first: str) -> None:
        """Something else has the keyboard now, from its first thing on."""
        self.looks.focus, self._order, self.tips = first, [], []
        self._reveals = True
        self.touch()

    # ---- trees and frames ------------------------------------------------------------------

    def frame(self, now: float, surface: Surface) -> list[Rect]:
        """Bring everything up to a time and paint what changed; which parts that were."""
        self.now = self.looks.now = now
        if any([self.worker.deliver(), self.timers.run(now), self._tick_tips()]):
            self.touch()
        self.refresh()
        self.canvas.take(surface)
        self.canvas.spoil(*self._moved())
        painter = Painter(surface, self.theme, self.metrics, self.looks)
        return self.canvas.paint(painter, self.layers)

    def due(self) -> float | None:
        """Seconds until the next frame has something to do; None: not before the next event."""
        if self.dirty or self.moved or self.canvas.damage:
            return 0.0
        if self.canvas.fading or self._in_motion:
            return FRAME
        times = [tip.shows for tip in self.tips if not tip.shown]
        times += [self.timers.next] if self.timers.next is not None else []
        return max(0.0, min(times) - self.now) if times else None

    def refresh(self) -> None:
        """Build and lay out the layers, if something changed; else what is in what was scrolled."""
        if not self.dirty and not self.moved:
            return
        built, moved, self.dirty, self.moved = self.dirty, self.moved, False, []
        if built:
            self.layers = assemble(self)
            self._moving = [n for layer in self.layers for n in layer.walk() if n.moving]
            self._keep_focus()
        else:
            scrolled(self, self.layers[len(self.dialogs)], moved)
        self.canvas.damage = [Rect((0, 0), self.size)]
        if self._reveals:
            self._reveals = False
            into_view(self, self.looks.focus)
        self._tell()

    @property
    def _in_motion(self) -> bool:
        """Whether something in sight moves."""
        return not self.still and any(node.seen.w for node in self._moving)

    def _moved(self) -> list[Rect]:
        """The parts in which something moved since the last frame."""
        if not self._in_motion:
            return []
        return [
            part.move(node.rect.topleft).clip(node.seen)
            for node in self._moving
            for part in (node.moving(self.now) if node.moving else ())
        ]

    def _tick_tips(self) -> bool:
        due = [tip for tip in self.tips if not tip.shown and self.now >= tip.shows]
        for tip in due:
            tip.shown = True
        return bool(due)

    def _tell(self) -> None:
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

    # ---- the keyboard and what it is on ----------------------------------------------------

    def cursor(self, name: str) -> Cursor:
        """The cursor of a text entry, kept by its id."""
        return self.cursors.setdefault(name, Cursor(10**6))

    def set_focus(self, name: str) -> None:
        """Put the keyboard on a node, and bring it into view."""
        if name != self.looks.focus:
            self.set_look("focus", name)
            if any(not tip.locked for tip in self.tips):
                self.tips = [tip for tip in self.tips if tip.locked]
                self.touch()
        into_view(self, name)
        if not self.dirty:
            self._tell()

    def set_look(self, which: str, name: str) -> None:
        """The keyboard or the mouse is on, or presses, another node: both are painted anew."""
        before = getattr(self.looks, which)
        if before != name:
            setattr(self.looks, which, name)
            for each in (before, name):
                self._spoil(each)

    def _spoil(self, name: str) -> None:
        if name and not self.dirty:
            margin = self.metrics.px(HALO)
            found = (layer.find(name) for layer in self.layers)
            self.canvas.spoil(*(node.rect.inflate(margin, margin) for node in found if node))

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

    def _keep_focus(self) -> None:
        """Keep the focus; if its node is gone, on what stands in its place now."""
        order = [node.id for node in focus.reachable(self.ground)]
        if self.looks.focus and self.looks.focus not in order:
            was = self._order.index(self.looks.focus) if self.looks.focus in self._order else 0
            self.looks.focus = order[min(was, len(order) - 1)] if order else ""
        elif not self.looks.focus and self.dialogs and order:
            self.looks.focus = focus.stops(self.ground)[0].id
        self._order = order
