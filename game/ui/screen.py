"""A screen: a function of state. One file of game/screens holds one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from game.ui.node import Do, Node

if TYPE_CHECKING:
    from game.ui.app import App


class Screen(ABC):
    """What fills the window. Its own attributes are its state; `build` shows them."""

    name = ""
    first = ""
    """The id of what the keyboard is on at first; empty: the first thing there is."""

    @abstractmethod
    def build(self, app: App) -> Node:
        """The tree that shows the state now. Called again after every change; must be quick."""

    def commands(self, app: App) -> dict[str, Do]:
        """What keys do that no node on the screen stands for, by command of the key map."""
        return {}

    def back(self, app: App) -> None:
        """What Esc does when nothing else is open."""
        app.pop()

    def entered(self, app: App) -> None:
        """Called when the screen comes to the top: start work here."""
        return

    def left(self, app: App) -> None:
        """Called when it is closed for good."""
        return
