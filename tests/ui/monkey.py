"""A monkey at the window: random inputs, each of which a person could make, always the same."""

from __future__ import annotations

import random

import pygame
from pygame.event import Event

from game.ui.app import App
from game.ui.checks import reach
from game.ui.driving import click, press, write
from game.ui.inputs import handle
from game.ui.keys import COMMANDS, Keymap
from game.ui.node import Node
from game.ui.work import Job, Then, Worker

CHORDS = [pressed for command in COMMANDS for pressed in Keymap().chords(command)]
KINDS = ("key", "key", "key", "click", "click", "click", "spot", "move", "drag", "wheel", "text",
         "wait", "size")  # fmt: skip
TEXTS = ("a", "Ł", "…", "a long text to be typed", "→", "42")
SIZES = ((1024, 640), (1280, 720), (1600, 900))


class AtOnce(Worker):
    """Does every job as it is given, so that a game goes the same way every time."""

    def submit(self, key: str, job: Job, then: Then) -> None:
        self._newest[key] = self._newest.get(key, 0) + 1
        self._do(key, self._newest[key], job, then)


class Monkey:
    """Plays at random. been: where it was, as screens and open dialogs; lost: what it could not
    reach there by Tab and arrows."""

    def __init__(self, app: App, seed: int) -> None:
        self.app, self.dice = app, random.Random(seed)
        self.surface = pygame.Surface(app.size)
        self.been: set[tuple[str, int]] = set()
        self.lost: list[str] = []

    def play(self, inputs: int) -> None:
        """That many inputs; every place that is new is looked over."""
        for _ in range(inputs):
            getattr(self, f"_{self.dice.choice(KINDS)}")()
            self.app.running = True  # it may have left: it comes in again
            self._see(self.dice.choice([0, 0.02, 0.5]))
            self._look_over()

    def _see(self, seconds: float) -> None:
        if self.surface.get_size() != self.app.size:
            self.surface = pygame.Surface(self.app.size)
        self.app.frame(self.app.now + seconds, self.surface)

    def _look_over(self) -> None:
        place = self.app.screen.name, len(self.app.dialogs)
        if place not in self.been and not self.app.captured:
            self.been.add(place)
            self.lost += [f"{place}: {fault}" for fault in reach(self.app)]

    def _key(self) -> None:
        press(self.app, self.dice.choice(CHORDS))

    def _text(self) -> None:
        write(self.app, self.dice.choice(TEXTS))

    def _click(self) -> None:
        """On something that can be clicked, as people do."""
        seen = [
            node for node in self.app.ground.walk() if node.focusable and node.seen.size > (0, 0)
        ]
        if seen:
            self._press(self._within(self.dice.choice(seen)))

    def _spot(self) -> None:
        """Anywhere."""
        self._press(self._anywhere())

    def _move(self) -> None:
        spot = self._anywhere()
        handle(self.app, Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0)))

    def _drag(self) -> None:
        held = [node for node in self.app.ground.walk() if node.pointer and node.seen.size > (0, 0)]
        start = self._within(self.dice.choice(held)) if held else self._anywhere()
        self._press(start, self._anywhere())

    def _wheel(self) -> None:
        spot, steps = self._anywhere(), self.dice.choice([-3, -1, 1, 3])
        handle(self.app, Event(pygame.MOUSEWHEEL, y=steps, pos=spot))

    def _wait(self) -> None:
        self._see(5.0)

    def _size(self) -> None:
        if self.dice.random() < 0.2:
            self.app.resize(self.dice.choice(SIZES))

    def _anywhere(self) -> tuple[int, int]:
        return self.dice.randrange(self.app.size[0]), self.dice.randrange(self.app.size[1])

    def _within(self, node: Node) -> tuple[int, int]:
        seen = node.seen
        return seen.x + self.dice.randrange(seen.w), seen.y + self.dice.randrange(seen.h)

    def _press(self, spot: tuple[int, int], to: tuple[int, int] | None = None) -> None:
        handle(self.app, Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
        if to is not None:
            rel = to[0] - spot[0], to[1] - spot[1]
            handle(self.app, Event(pygame.MOUSEMOTION, pos=to, rel=rel, buttons=(1, 0, 0)))
        handle(self.app, Event(pygame.MOUSEBUTTONUP, pos=to or spot, button=1))
        self.app.refresh()


def leads_home(app: App) -> bool:
    """Whether Esc alone leads from wherever this is to the first screen, or asks whether to leave.

    A curtain between players is lifted by its button only: that is what it is for.
    """
    if app.captured:
        press(app, "Escape")  # nothing is remapped
    for _ in range(60):
        if app.screen.name == "curtain" and not app.dialogs:
            click(app, "ready")
        if len(app.screens) == 1 and not app.dialogs:
            return True
        before = level(app)
        press(app, "Escape")
        if len(app.dialogs) > before[1]:
            return True
        if level(app) == before:
            return False
    return False


def level(app: App) -> tuple[int, int, int, object]:
    """How deep one is in, and on what: some screens go back within themselves first."""
    return len(app.screens), len(app.dialogs), len(app.tips), app.looks.focus
