"""Two buttons that take back the last change, and do it again."""

from __future__ import annotations

from typing import Protocol

from game.language import _
from game.ui.node import Node
from game.ui.widgets import icon_button


class Undoable(Protocol):
    """What keeps a history of its changes."""

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""

    @property
    def can_redo(self) -> bool:
        """There is a change to do again."""

    def undo(self) -> object:
        """Take back the last change."""

    def redo(self) -> object:
        """Do again what was undone."""


def undoing(of: Undoable) -> tuple[Node, Node]:
    """Undo and redo; where there is nothing to, they say so."""
    none_back = "" if of.can_undo else _("There is nothing to take back.")
    none_on = "" if of.can_redo else _("There is nothing to do again.")
    return (
        icon_button("undo", "undo-2", _("Undo"), of.undo, disabled=none_back),
        icon_button("redo", "redo-2", _("Redo"), of.redo, disabled=none_on),
    )
