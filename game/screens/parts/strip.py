"""The bar of a screen opened from the desk: the way back, what it is, and how one stands."""

from __future__ import annotations

from game.language import _
from game.screens.parts import figures, peers
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, em, row
from game.ui.widgets import bar, button, heading, icon

TITLE = 21
"""Width of a title beside the numbers, in heights of text; a longer one is told in its tip."""

RICH = 1700
"""Room in units of text from which the numbers of the desk are shown, too."""


def top(session: Session, app: App, title: str, note: str, *extra: Node | None, sign: str) -> Node:
    """As on every screen; with the numbers, the ladder and the turn where there is room."""
    if app.room[0] < RICH:
        return peers.top(session, app, title, note, *extra, sign=sign)
    nation = session.setup.nations[session.nation]
    return bar(
        button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
        icon(sign, 30, "accent"),
        heading(title, lines=1, max_width=em(TITLE), tip=title),
        figures.numbers(session, app),
        figures.ladder(session, app),
        figures.clock(session, app),
        *extra,
        row(peers.flag_of(session, nation, 34)),
        gap=18,
    )
