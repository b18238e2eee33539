"""A gamepad does what keys do."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.ui.app import App
from game.ui.driving import wait
from game.ui.inputs import handle
from game.ui.keys import COMMANDS
from game.ui.node import Node, column
from game.ui.pad import AGAIN, AXES, BUTTONS, FIRST, FULL, SIGNS, Pad
from game.ui.screen import Screen
from game.ui.shots import app_with
from game.ui.widgets import button, panel


class Rack(Screen):
    """Two panels of buttons."""

    first = "a.0"

    def __init__(self) -> None:
        self.done: list[str] = []

    def build(self, app: App) -> Node:
        def side(name: str) -> Node:
            ids = [f"{name}.{n}" for n in range(3)]
            return panel(name, name, *(
                button(id_, id_, lambda id_=id_: self.done.append(id_)) for id_ in ids  # type: ignore[misc]
            ))  # fmt: skip

        return column(side("a"), side("b"))


@pytest.fixture
def app() -> App:
    made = app_with(Rack(), (800, 600))
    Pad(made).attach()
    return made


def push(app: App, which: int, down: bool = True) -> None:
    kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
    handle(app, Event(kind, button=which, instance_id=0))
    app.refresh()


def tap(app: App, *which: int) -> None:
    for each in which:
        push(app, each)
        push(app, each, down=False)


def lean(app: App, axis: int, share: float) -> None:
    handle(app, Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=int(share * (FULL - 1))))
    app.refresh()


def done(app: App) -> list[str]:
    assert isinstance(app.screen, Rack)
    return app.screen.done


def test_every_button_means_a_command_that_keys_have_and_is_named() -> None:
    meant = {*BUTTONS.values(), *(name for pair in AXES.values() for name in pair if name)}
    assert meant <= set(COMMANDS) and meant == set(SIGNS)


def test_the_cross_moves_and_a_activates(app: App) -> None:
    tap(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_A)
    assert done(app) == ["a.1"] and app.looks.show_focus


def test_shoulders_go_from_panel_to_panel(app: App) -> None:
    tap(app, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)
    assert app.looks.focus == "b.0"
    tap(app, pygame.CONTROLLER_BUTTON_LEFTSHOULDER)
    assert app.looks.focus == "a.0"


def test_b_closes_what_is_open(app: App) -> None:
    app.open(lambda app: column(button("inside", "Inside", app.close)))
    tap(app, pygame.CONTROLLER_BUTTON_B)
    assert not app.dialogs


def test_a_stick_counts_once_until_it_is_let_go(app: App) -> None:
    axis = pygame.CONTROLLER_AXIS_LEFTY
    for share in (0.3, 0.7, 0.9, 0.7):
        lean(app, axis, share)
    assert app.looks.focus == "a.1"
    lean(app, axis, 0.1)
    lean(app, axis, 0.8)
    assert app.looks.focus == "a.2"
    lean(app, axis, -0.9)
    assert app.looks.focus == "a.1"


def test_what_is_held_is_done_again_until_it_is_let_go(app: App) -> None:
    push(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    wait(app, FIRST + 0.01)
    assert app.looks.focus == "a.2"
    wait(app, AGAIN + 0.01)
    assert app.looks.focus == "b.0"
    push(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN, down=False)
    wait(app, 2.0)
    assert app.looks.focus == "b.0" and app.due() is None


def test_while_a_key_is_waited_for_only_b_is_heard(app: App) -> None:
    app.captured = "undo"
    tap(app, pygame.CONTROLLER_BUTTON_A)
    assert app.captured and not done(app)
    tap(app, pygame.CONTROLLER_BUTTON_B)
    assert not app.captured and not app.dialogs


def test_one_is_plugged_in_and_out(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    from pygame._sdl2 import controller

    class Plugged:
        id = 4

        def __init__(self, place: int) -> None:
            assert place == 0

    monkeypatch.setattr(controller, "Controller", Plugged)
    handle(app, Event(pygame.CONTROLLERDEVICEADDED, device_index=0))
    push(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    handle(app, Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=4))
    wait(app, 2.0)
    assert app.looks.focus == "a.1", "what was held when it went is held no longer"


def test_without_one_nothing_is_due(app: App) -> None:
    wait(app, 1.0)
    assert app.due() is None
