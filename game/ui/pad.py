"""A gamepad: its buttons and sticks mean commands, as keys do. It may be plugged in at any time."""

from __future__ import annotations

from functools import partial

import pygame
from pygame.event import Event

from game.ui.app import App
from game.ui.commands import back, command

BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "activate",
    pygame.CONTROLLER_BUTTON_B: "back",
    pygame.CONTROLLER_BUTTON_X: "next_decision",
    pygame.CONTROLLER_BUTTON_Y: "inspect",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "previous_panel",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "next_panel",
    pygame.CONTROLLER_BUTTON_BACK: "codex",
    pygame.CONTROLLER_BUTTON_START: "settings",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "undo",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "read",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "right",
}
"""What each button means."""

AXES = {
    pygame.CONTROLLER_AXIS_LEFTX: ("left", "right"),
    pygame.CONTROLLER_AXIS_LEFTY: ("up", "down"),
    pygame.CONTROLLER_AXIS_RIGHTX: ("previous_tab", "next_tab"),
    pygame.CONTROLLER_AXIS_RIGHTY: ("page_up", "page_down"),
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: ("", "previous"),
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: ("", "next"),
}
"""What each stick and trigger means, pushed one way and the other."""

SIGNS = {
    "activate": "A",
    "back": "B",
    "next_decision": "X",
    "inspect": "Y",
    "previous_panel": "LB",
    "next_panel": "RB",
    "previous": "LT",
    "next": "RT",
    "codex": "Back",
    "settings": "Start",
    "undo": "L3",
    "read": "R3",
    **dict.fromkeys(("up", "down", "left", "right"), "D-pad"),
    **dict.fromkeys(("previous_tab", "next_tab", "page_up", "page_down"), "R-stick"),
}
"""What is printed on the pad where a command lies."""

FULL = 32768
PUSHED, LET_GO = 0.6, 0.4
"""Share of its way at which a stick counts as pushed, and below which it is let go."""

FIRST, AGAIN = 0.4, 0.12
"""Seconds until what is held is done again, and from then on."""

REPEATED = {"up", "down", "left", "right", "next", "previous", "page_up", "page_down"}


class Pad:
    """Every gamepad there is, as one."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.held = ""  # the command that is done again and again
        self._open: dict[int, object] = {}
        self._pushed: dict[int, str] = {}
        self._doers = {
            pygame.CONTROLLERDEVICEADDED: self._added,
            pygame.CONTROLLERDEVICEREMOVED: self._removed,
            pygame.CONTROLLERBUTTONDOWN: self._pressed,
            pygame.CONTROLLERBUTTONUP: self._released,
            pygame.CONTROLLERAXISMOTION: self._pushes,
        }

    def attach(self) -> None:
        """Listen from now on. Where the system has no gamepads, nothing is ever heard."""
        self.app.hooks.device = self.hear
        try:
            from pygame._sdl2 import controller

            controller.init()
        except (ImportError, pygame.error):
            return

    def hear(self, event: Event) -> None:
        """Do what a pad asks for."""
        doer = self._doers.get(event.type)
        if doer is not None:
            doer(event)

    def _added(self, event: Event) -> None:
        from pygame._sdl2 import controller

        found = controller.Controller(event.device_index)
        self._open[found.id] = found

    def _removed(self, event: Event) -> None:
        self._open.pop(event.instance_id, None)
        self._pushed.clear()
        self.held = ""

    def _pressed(self, event: Event) -> None:
        self._begin(BUTTONS.get(event.button, ""))

    def _released(self, event: Event) -> None:
        self._end(BUTTONS.get(event.button, ""))

    def _pushes(self, event: Event) -> None:
        """A stick or a trigger moved: it counts once until it is let go."""
        share, before = event.value / FULL, self._pushed.get(event.axis, "")
        less, more = AXES.get(event.axis, ("", ""))
        meant = more if share >= PUSHED else less if share <= -PUSHED else ""
        if before and (abs(share) < LET_GO or meant not in ("", before)):
            self._pushed[event.axis] = ""
            self._end(before)
            before = ""
        if meant and not before:
            self._pushed[event.axis] = meant
            self._begin(meant)

    def _begin(self, name: str) -> None:
        if not name:
            return
        self._do(name)
        if name in REPEATED:
            self.held = name
            self._later(FIRST)

    def _end(self, name: str) -> None:
        if name == self.held:
            self.held = ""

    def _later(self, seconds: float) -> None:
        self.app.timers.add(self.app.now + seconds, partial(self._again, self.held), "pad")

    def _again(self, name: str) -> None:
        """Once more, while it is held."""
        if self.held == name:
            self._do(name)
            self._later(AGAIN)

    def _do(self, name: str) -> None:
        """A command, as a key would give it. While a key is waited for, B waits no longer."""
        app = self.app
        app.looks.show_focus = True
        if app.captured:
            app.captured = "" if name == "back" else app.captured
            app.touch()
        elif name == "back":
            back(app)
        else:
            command(app, name)
