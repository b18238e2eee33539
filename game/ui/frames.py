"""Frames: what is painted when, and nothing while nothing changes.

Time is an argument, so a test is as fast as it can be.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pygame import Rect, Surface

from game.ui import language
from game.ui.hooks import Hooks
from game.ui.keys import Keymap
from game.ui.layers import Tip
from game.ui.metrics import Metrics
from game.ui.node import Do, Node
from game.ui.paint import Looks, Painter, paint
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.theme import Theme, theme_of
from game.ui.work import Worker

FADE = 0.25
FRAME = 1 / 30


@dataclass
class Frames:
    """The part of an app that knows what is shown, what of it changed, and what the time is."""

    size: tuple[int, int] = (1600, 900)
    settings: Settings = field(default_factory=Settings)
    hooks: Hooks = field(default_factory=Hooks)
    now: float = 0.0
    screens: list[Screen] = field(default_factory=list)
    layers: list[Node] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    looks: Looks = field(default_factory=Looks)
    worker: Worker = field(default_factory=Worker)
    scrolls: dict[str, int] = field(default_factory=dict)
    running: bool = True
    dirty: bool = True
    damage: list[Rect] = field(default_factory=list)
    painted: int = 0  # frames painted so far: none are when nothing changed
    _timers: list[tuple[float, str, Do]] = field(default_factory=list)
    _caption: tuple[str, str, float] = ("", "", 0.0)
    _fade: tuple[Surface, float] | None = None
    _surface: Surface | None = None
    _moved: bool = False

    def refresh(self) -> None:
        """Bring the layers up to date with what changed."""
        raise NotImplementedError

    def __post_init__(self) -> None:
        self.apply_settings()

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

    def touch(self) -> None:
        """Something changed: build the tree anew before the next frame."""
        self.dirty = True

    def later(self, seconds: float, do: Do, key: str = "") -> None:
        """Do something after a time; a timer under the same key is replaced."""
        kept = [timer for timer in self._timers if not key or timer[1] != key]
        self._timers = sorted([*kept, (self.now + seconds, key, do)], key=lambda each: each[0])

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

    @property
    def caption(self) -> tuple[str, str]:
        """What is told in passing just now, and its icon."""
        return self._caption[:2]

    @property
    def surface(self) -> Surface | None:
        """What was painted last."""
        return self._surface

    @property
    def theme(self) -> Theme:
        """The colours."""
        return theme_of(self.settings.theme, self.settings.more_contrast)

    @property
    def still(self) -> bool:
        """Whether the player wants no motion."""
        return not self.settings.motion

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in design units of text: `if app.room[0] < 1280` a screen shows less."""
        return self.metrics.room

    def resize(self, size: tuple[int, int]) -> None:
        """The window has another size."""
        self.size, self._surface, self._fade = size, None, None
        self.apply_settings()

    def set_look(self, which: str, name: str) -> None:
        """The mouse is on, or presses, another node."""
        before = getattr(self.looks, which)
        if before != name:
            self._mark(before)
            setattr(self.looks, which, name)
            self._mark(name)

    def _mark(self, name: str) -> None:
        """The looks of a node changed: its part of the window is to be painted anew."""
        if name and not self.dirty:
            for layer in self.layers:
                node = layer.find(name)
                if node is not None:
                    margin = 4 * self.metrics.px(12)
                    self.damage.append(node.rect.inflate(margin, margin))

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
