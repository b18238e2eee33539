"""The bar of the desk: whose it is, how it stands, the menu, and what hands the step in."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.screens.parts import endturn, figures
from game.screens.parts.opening import open_aftermath
from game.screens.parts.phases import SENDS, final
from game.screens.play.session import Session
from game.screens.turn.game_menu import menu
from game.ui.app import App
from game.ui.helping import keys_dialog
from game.ui.node import Node, column, row, spacer, wrap
from game.ui.widgets import bar, button, icon_button


def desk_bar(session: Session, app: App, go: endturn.Go) -> Node:
    """In one line, or in two. go: leads to what is still open."""
    whose, numbers = figures.whose(session, app), figures.numbers(session, app)
    ladder, clock = figures.ladder(session, app), figures.clock(session, app)
    tools = row(
        icon_button("menu", "menu", _("Menu of the game"), partial(menu, app, session)),
        icon_button("help", "circle-question-mark", _("Keys of this screen"),
                    partial(keys_dialog, app)),
        _hand_in(session, app, go), gap=8,
    )  # fmt: skip
    if app.room[0] >= figures.LEAST_FOR_ALL:
        return bar(whose, numbers, ladder, clock, tools, gap=20)
    first, second = row(whose, spacer(), tools, gap=10), wrap(numbers, ladder, clock, gap=16)
    return bar(column(first, second, gap=8, grow=1), gap=8)


def _hand_in(session: Session, app: App, go: endturn.Go) -> Node:
    """What hands the step in; to the debrief when the game is over."""
    step = session.step
    if step is None:
        return button("end", _("Debrief"), partial(open_aftermath, app, session),
                      kind="primary", sign="arrow-right", command="end_turn")  # fmt: skip
    return button(
        "end", _(SENDS[step.name]), partial(endturn.send, app, session, go),
        kind="primary", sign="arrow-right", command="end_turn",
        tip=final(session),
    )  # fmt: skip
