"""A monkey at the window: any input is taken, nothing breaks, and Esc always leads back."""

from __future__ import annotations

import random
from collections.abc import Callable

import pygame
import pytest
from pygame.event import Event

from game.screens.before.settings import Settings
from game.screens.before.title import Title
from game.ui.app import App
from game.ui.checks import leads_back
from game.ui.driving import press, write
from game.ui.inputs import handle
from game.ui.keys import COMMANDS, Keymap
from game.ui.screen import Screen
from game.ui.shots import app_with
from tests.ui.gallery import Gallery

INPUTS = 300
CHORDS = [pressed for command in COMMANDS for pressed in Keymap().chords(command)]
SCREENS: list[Callable[[], Screen]] = [Title, Settings, lambda: Settings("keys"), Gallery]


def monkey(app: App, dice: random.Random, inputs: int = INPUTS) -> None:
    """That many inputs, each of which a person could make."""
    surface = pygame.Surface(app.size)
    for _ in range(inputs):
        kind = dice.choice(["key", "key", "click", "move", "drag", "wheel", "text", "wait", "size"])
        spot = dice.randrange(app.size[0]), dice.randrange(app.size[1])
        _do(app, kind, spot, dice)
        app.frame(app.now + dice.choice([0, 0.02, 0.5]), surface)
        if not app.running:
            app.running = True
        if surface.get_size() != app.size:
            surface = pygame.Surface(app.size)


def _do(app: App, kind: str, spot: tuple[int, int], dice: random.Random) -> None:
    if kind == "key":
        press(app, dice.choice(CHORDS))
    elif kind == "text":
        write(app, dice.choice(["a", "Ł", "…", "a long text to be typed", "→"]))
    elif kind in ("click", "drag"):
        handle(app, Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
        if kind == "drag":
            to = dice.randrange(app.size[0]), dice.randrange(app.size[1])
            rel = to[0] - spot[0], to[1] - spot[1]
            handle(app, Event(pygame.MOUSEMOTION, pos=to, rel=rel, buttons=(1, 0, 0)))
            spot = to
        handle(app, Event(pygame.MOUSEBUTTONUP, pos=spot, button=1))
    elif kind == "move":
        handle(app, Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0)))
    elif kind == "wheel":
        handle(app, Event(pygame.MOUSEWHEEL, y=dice.choice([-3, -1, 1, 3]), pos=spot))
    elif kind == "size" and dice.random() < 0.2:
        app.resize(dice.choice([(1024, 640), (1280, 720), (1600, 900)]))


@pytest.mark.parametrize("make", SCREENS)
def test_a_monkey_breaks_nothing_and_esc_leads_back(make: Callable[[], Screen]) -> None:
    let_loose(make, 1, INPUTS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("make", SCREENS)
def test_nor_does_it_in_the_long_run(make: Callable[[], Screen], seed: int) -> None:
    let_loose(make, seed, 1000)


def let_loose(make: Callable[[], Screen], seed: int, inputs: int) -> None:
    app = app_with(Title(), (1280, 720))
    app.push(make())
    monkey(app, random.Random(seed), inputs)
    app.captured = ""
    while app.dialogs:
        app.close()
    if len(app.screens) > 1:
        assert leads_back(app)
