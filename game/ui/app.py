"""The app: the screens in a stack, what floats above them, and what the reader's hands are on.

It builds trees anew when something changed, lays them out, keeps focus, scroll and tooltips by id,
and paints what is damaged. Time is an argument, so a test is as fast as it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pygame
from pygame import Rect, Surface

from game.ui import focus, language
from game.ui.keys import Keymap
from game.ui.layers import Tip, assemble
from game.ui.layout import arrange
from game.ui.metrics import Metrics
from game.ui.node import Do, Node
from game.ui.paint import Looks, Painter, paint
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.theme import Theme, theme_of
from game.ui.widgets.entry import Cursor
from game.ui.work import Worker

FADE = 0.25
FRAME = 1 / 30
CAPTION = 4.0
Builder = Callable[["App"], Node]


@dataclass
class Hooks:
    """What the game around the toolkit lends it; each does nothing until it is set."""

    explain: Callable[[str], str | Node] = lambda term: term
    follow: Callable[[str], object] = lambda term: None
    open_settings: Callable[[App], object] = lambda app: None
    open_codex: Callable[[App], object] = lambda app: None
    cue: Callable[[str], object] = lambda name: None
    speak: Callable[[str, str], object] = lambda words, about: None
    attention: Callable[[bool], object] = lambda here: None
    changed: list[Callable[[App], object]] = field(default_factory=list)
    save_settings: Callable[[Settings], object] = lambda settings: None


@dataclass
class App:
    """A running interface: with a window, or without one for tests and shots."""

    size: tuple[int, int] = (1600, 900)
    settings: Settings = field(default_factory=Settings)
    hooks: Hooks = field(default_factory=Hooks)
    now: float = 0.0
    screens: list[Screen] = field(default_factory=list)
    dialogs: list[Builder] = field(default_factory=list)
    layers: list[Node] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    looks: Looks = field(default_factory=Looks)
    worker: Worker = field(default_factory=Worker)
    cursors: dict[str, Cursor] = field(default_factory=dict)
    scrolls: dict[str, int] = field(default_factory=dict)
    captured: str = ""  # a key of the next chord goes to this instead: for remapping
    running: bool = True
    dirty: bool = True
    damage: list[Rect] = field(default_factory=list)
    painted: int = 0  # frames painted so far: none are when nothing changed
    _came_from: list[str] = field(default_factory=list)
    _timers: list[tuple[float, str, Do]] = field(default_factory=list)
    _caption: tuple[str, str, float] = ("", "", 0.0)
    _fade: tuple[Surface, float] | None = None
    _surface: Surface | None = None
    _moved: bool = False
    _order: list[str] = field(default_factory=list)
    on_capture: Callable[[str], object] | None = None

    def __post_init__(self) -> None:
        self.apply_settings()

    # ---- what screens use -------------------------------------------------------------------

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

    def touch(self) -> None:
        """Something changed: build the tree anew before the next frame."""
        self.dirty = True

    def say(self, words: str, sign: str = "info", cue: str = "") -> None:
        """Tell the player something in passing: a caption, narration, and a sound with it."""
        self._caption = (words, sign, self.now + CAPTION)
        self.hooks.speak(words, "news")
        if cue:
            self.hooks.cue(cue)
        self.touch()

    def later(self, seconds: float, do: Do, key: str = "") -> None:
        """Do something after a time; a timer under the same key is replaced."""
        kept = [timer for timer in self._timers if not key or timer[1] != key]
        self._timers = sorted([*kept, (self.now + seconds, key, do)], key=lambda each: each[0])

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

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in design units of text: `if app.room[0] < 1280` a screen shows less."""
        return self.metrics.room

    @property
    def theme(self) -> Theme:
        """The colours."""
        return theme_of(self.settings.theme, self.settings.more_contrast)

    @property
    def still(self) -> bool:
        """Whether the player wants no motion."""
        return not self.settings.motion

    @property
    def surface(self) -> Surface | None:
        """What was painted last."""
        return self._surface

    # ---- finding ----------------------------------------------------------------------------

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

    # ---- the frame --------------------------------------------------------------------------

    def apply_settings(self) -> None:
        """Take over what was set: language, scales, keys."""
        language.use(self.settings.language)
        self.metrics = Metrics(
            *self.size,
            self.settings.ui_scale,
            self.settings.text_scale,
            language.is_rtl(),
            self.scrolls,
        )
        self.keymap = Keymap(self.settings.keys)
        self.looks.still = self.still
        self.touch()

    def change_settings(self, **values: object) -> None:
        """Set something, show it at once, and save it."""
        for name, value in values.items():
            if not hasattr(self.settings, name):
                raise AttributeError(f"no setting {name}")
            setattr(self.settings, name, value)
        self.apply_settings()
        self.hooks.save_settings(self.settings)

    def resize(self, size: tuple[int, int]) -> None:
        """The window has another size."""
        self.size, self._surface, self._fade = size, None, None
        self.apply_settings()

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

    def frame(self, now: float, surface: Surface) -> list[Rect]:
        """Bring everything up to a time and paint what changed; which parts that were."""
        self.now = self.looks.now = now
        if self.worker.deliver():
            self.touch()
        self._run_timers()
        self._tick_tips()
        self.refresh()
        if surface is not self._surface:
            self._surface, self.damage = surface, [surface.get_rect()]
        if self._fade or self._animated():
            self.damage += [surface.get_rect()] if self._fade else self._animated()
        return self._paint(surface)

    def due(self) -> float | None:
        """Seconds until the next frame has something to do; None: not before the next event."""
        if self.dirty or self._moved or self.damage:
            return 0.0
        if self._fade or self._animated():
            return FRAME
        times = [timer[0] for timer in self._timers[:1]]
        times += [self._caption[2]] if self._caption[0] else []
        times += [tip.shows for tip in self.tips if not tip.shown]
        return max(0.0, min(times) - self.now) if times else None

    def settle(self) -> None:
        """Wait for all work and take it over: for tests and shots."""
        for _ in range(100):
            self.refresh()
            self.worker.settle()
            if self.worker.deliver():
                self.touch()
            if not self.worker.busy and not self.dirty:
                return

    @property
    def caption(self) -> tuple[str, str]:
        """What is told in passing just now, and its icon."""
        return self._caption[:2]

    # ---- within -----------------------------------------------------------------------------

    def _paint(self, surface: Surface) -> list[Rect]:
        if not self.damage:
            return []
        damage = self.damage[0].unionall(self.damage[1:]).clip(surface.get_rect())
        self.damage = []
        painter = Painter(surface, self.theme, self.metrics, self.looks)
        surface.set_clip(damage)
        surface.fill(self.theme.bg, damage)
        for layer in self.layers:
            paint(painter, layer, damage)
        surface.set_clip(None)
        self._paint_fade(surface)
        self.painted += 1
        return [damage]

    def _paint_fade(self, surface: Surface) -> None:
        if self._fade is None:
            return
        before, start = self._fade
        share = (self.now - start) / FADE
        if share >= 1 or before.get_size() != surface.get_size():
            self._fade = None
            self.damage = [surface.get_rect()] if share < 1 else []
            return
        before.set_alpha(round(255 * (1 - share) ** 2))
        surface.blit(before, (0, 0))

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
        for layer in self.layers[: len(self.dialogs) + 1]:
            arrange(layer, window, self.metrics)
        self.damage = [window]
        for listener in self.hooks.changed:
            listener(self)

    def _mark(self, name: str) -> None:
        """The looks of a node changed: its part of the window is to be painted anew."""
        if name and not self.dirty:
            for layer in self.layers:
                node = layer.find(name)
                if node is not None:
                    margin = 4 * self.metrics.px(12)
                    self.damage.append(node.rect.inflate(margin, margin))

    def set_look(self, which: str, name: str) -> None:
        """The mouse is on, or presses, another node."""
        before = getattr(self.looks, which)
        if before != name:
            self._mark(before)
            setattr(self.looks, which, name)
            self._mark(name)

    def _animated(self) -> list[Rect]:
        if self.still:
            return []
        return [n.seen for layer in self.layers for n in layer.walk() if n.animated and n.seen.w]

    def _run_timers(self) -> None:
        while self._timers and self._timers[0][0] <= self.now:
            _, _, do = self._timers.pop(0)
            do()
            self.touch()
        if self._caption[0] and self.now >= self._caption[2]:
            self._caption = ("", "", 0.0)
            self.touch()

    def _tick_tips(self) -> None:
        for tip in self.tips:
            if not tip.shown and self.now >= tip.shows:
                tip.shown = True
                self.touch()


def _pads(window: Node, m: Metrics) -> int:
    pad = window.pad
    if not isinstance(pad, tuple):
        return 2 * m.px(pad)
    return 2 * m.px(pad[1]) if len(pad) == 2 else m.px(pad[1]) + m.px(pad[3])


def key_event(key: int, mods: int = 0, sign: str = "") -> pygame.event.Event:
    """A key as if pressed: for tests and posted events."""
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mods, unicode=sign)
