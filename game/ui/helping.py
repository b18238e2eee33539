"""The list of keys that do something on the present screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.language import _
from game.ui.keys import COMMANDS
from game.ui.node import Node
from game.ui.widgets.buttons import button
from game.ui.widgets.floats import dialog
from game.ui.widgets.frames import pair
from game.ui.widgets.signs import key_hint

if TYPE_CHECKING:
    from game.ui.app import App

ALWAYS = ("next", "next_panel", "activate", "back", "inspect", "read", "larger_text", "settings")


def keys_dialog(app: App) -> None:
    """Open the list of keys."""
    here = {node.command for node in app.modal.walk()} | set(app.screen.commands(app))
    here |= {name for node in app.modal.walk() for name in node.on}
    names = [name for name in COMMANDS if name in here or name in ALWAYS]
    app.open(lambda app: _list(app, names))


def _list(app: App, names: list[str]) -> Node:
    lines = [
        pair(_(COMMANDS[name][0]), key_hint(app.keymap.first(name), "text"), min_height=32)
        for name in names
        if app.keymap.first(name)
    ]
    done = button("keys.close", _("Close"), app.close, kind="primary")
    return dialog("keys", _("Keys"), *lines, buttons=(done,), close=app.close, sign="keyboard")
