"""What the pages of the institutions share."""

from __future__ import annotations

from collections.abc import Callable

from game.language import _
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.node import Node, row, wrap
from game.ui.widgets import prose, text

Item = Callable[..., Node]
"""Makes a card of the list: its number, its label, what is on it."""

Page = tuple[list[Node], list[Node], str]
"""The list, what is told of the chosen thing, and its title."""

STAGES = {"none": "text2", "endorsed": "accent", "internalised": "good"}
"""The colour of each stage in which a nation holds a norm."""


def codex(shelf: str, name: str) -> Node:
    """A link to the page of a thing."""
    return prose(f"codex.{shelf}", f"[[{shelf}.{name}|{_('In the codex')}]]", "label")


def flags(session: Session, members: tuple[str, ...]) -> Node:
    """Nations by flag and name."""
    setup = session.setup
    ids = dict(zip(setup.names, setup.nations, strict=False))
    return wrap(
        *(row(flag_of(session, ids[name], 22), text(name, "label"), gap=8)
          for name in members if name in ids), gap=16,
    )  # fmt: skip
