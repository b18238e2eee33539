"""The stage: a window and its reader, the time, and what goes on beside; whatever is shown on it.

Time is an argument, so that a test is as fast as it can be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from weakref import finalize

from game import language
from game.ui.canvas import Canvas
from game.ui.hooks import Hooks
from game.ui.keys import Keymap
from game.ui.metrics import Metrics
from game.ui.node import Do
from game.ui.paint import Looks
from game.ui.settings import Settings
from game.ui.theme import Theme, theme_of
from game.ui.timers import Timers
from game.ui.work import Worker

CAPTION = 4.0
"""Seconds a passing remark stands."""


@dataclass
class Stage:
    """What an interface has whatever it shows."""

    size: tuple[int, int] = (1600, 900)
    settings: Settings = field(default_factory=Settings)
    spoken: str = ""  # the language of this start, until another is chosen; empty: as it is set
    hooks: Hooks = field(default_factory=Hooks)
    now: float = 0.0
    running: bool = True
    dirty: bool = True  # something changed: what is shown is to be built anew
    caption: tuple[str, str] = ("", "")  # what is told in passing just now, and its icon
    looks: Looks = field(default_factory=Looks)
    scrolls: dict[str, int] = field(default_factory=dict)
    canvas: Canvas = field(default_factory=Canvas)
    timers: Timers = field(default_factory=Timers)
    worker: Worker = field(default_factory=Worker)

    def __post_init__(self) -> None:
        finalize(self, self.worker.close)  # its thread ends with it
        self.apply_settings()

    def apply_settings(self) -> None:
        """Take over what was set: language, scales, keys."""
        now = self.settings
        language.use(self.spoken or now.language)
        self.metrics = Metrics(
            *self.size, now.ui_scale, now.text_scale, language.is_rtl(), self.scrolls
        )
        self.keymap = Keymap(now.keys)
        self.looks.still = self.still
        self.touch()

    def change_settings(self, **values: object) -> None:
        """Set something, show it at once, and save it."""
        self.spoken = "" if "language" in values else self.spoken
        for name, value in values.items():
            if not hasattr(self.settings, name):
                raise AttributeError(f"no setting {name}")
            setattr(self.settings, name, value)
        self.apply_settings()
        self.hooks.save_settings(self.settings)

    def resize(self, size: tuple[int, int]) -> None:
        """The window has another size."""
        self.size = size
        self.canvas.forget()
        self.apply_settings()

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

    def touch(self) -> None:
        """Something changed: build the tree anew before the next frame."""
        self.dirty = True

    def say(self, words: str, sign: str = "info", cue: str = "") -> None:
        """Tell the player something in passing: a caption, narration, and a sound with it."""
        self.caption = (words, sign)
        self.later(CAPTION, self.hush, "caption")
        self.hooks.speak(words, "news")
        if cue:
            self.hooks.cue(cue)
        self.touch()

    def hush(self) -> None:
        """What was told in passing is no longer shown."""
        self.caption = ("", "")
        self.touch()

    def later(self, seconds: float, do: Do, key: str = "") -> None:
        """Do something after a time; a timer under the same key is replaced."""
        self.timers.add(self.now + seconds, do, key)

    def work(self, key: str, job: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do something slow off the interface thread; `then` gets the result, and it shows.

        A newer job of the same key takes the place of an older. A job may yield: each result shows.
        """
        self.worker.submit(key, job, then)
