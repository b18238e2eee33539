"""A player's hand: keys posted to the queue of the system, taken from there as the window does."""

from __future__ import annotations

import pygame
from pygame.event import Event

from game.screens.play.session import Session
from game.ui.app import App
from game.ui.inputs import handle
from game.ui.keys import event_of


class Hand:
    """Plays by keyboard alone."""

    def __init__(self, app: App, session: Session) -> None:
        self.app, self.session = app, session
        self.surface = pygame.Surface(app.size)

    def key(self, *chords: str) -> None:
        """Press keys one after another; each shows before the next."""
        for pressed in chords:
            code, mods = event_of(pressed)
            sign = pressed.lower() if len(pressed) == 1 else ""
            pygame.event.post(Event(pygame.KEYDOWN, key=code, mod=mods, unicode=sign))
            self.see()

    def write(self, words: str) -> None:
        """Type a text."""
        pygame.event.post(Event(pygame.TEXTINPUT, text=words))
        self.see()

    def see(self) -> None:
        """Let the app hear what was posted, and paint."""
        for event in pygame.event.get():
            handle(self.app, event)
        self.app.frame(self.app.now + 0.05, self.surface)

    @property
    def on(self) -> str:
        """What the keyboard is on."""
        return self.app.looks.focus

    @property
    def screen(self) -> str:
        """Which screen is on top."""
        return self.app.screen.name

    def reach(self, name: str) -> None:
        """Tab to a node. Raises AssertionError if Tab never gets there."""
        for _ in range(400):
            if self.on == name:
                return
            self.key("Tab")
        raise AssertionError(f"{name} cannot be reached by Tab on {self.screen}")

    # ---- what a player does ----------------------------------------------------------------

    def judge(self) -> None:
        """Say of the case in focus what staff says, and move one suspect up."""
        case = self.app.screen.chosen.id  # type: ignore[attr-defined]
        self.reach(f"as_staff.{case}")
        self.key("Enter")

    def order(self, search: str) -> None:
        """Compose an order: search for it, take the first that can be said."""
        self.key("O")
        assert self.screen == "orders"
        self.reach("order_search")
        self.write(search)
        self.key("Enter")
        for _ in range(6):
            if self.app.focused is None or self.app.focused.role != "radio":
                break
            self.fill()
        self.reach("order_add")
        before = len(self.session.drafts.orders)
        self.key("Enter")
        if self.screen == "orders":  # it would do nothing: leave it
            self.key("Escape")
            if self.screen == "orders":
                self.key("Escape")
        else:
            assert len(self.session.drafts.orders) == before + 1

    def fill(self) -> None:
        """Choose the first option that is open of what is asked, and go to what is asked next."""
        column = self.on.split(".")[0]
        for _ in range(12):
            node = self.app.focused
            if node is None or not node.disabled:
                break
            self.key("Right")
        self.key("Enter")
        for _ in range(40):
            if self.on.split(".")[0] != column:
                return
            self.key("Tab")

    def send(self) -> None:
        """End the step; all the same, if something is open."""
        self.key("Ctrl+Return")
        if self.app.dialogs:
            self.key("Ctrl+Return")
