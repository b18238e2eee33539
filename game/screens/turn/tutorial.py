"""The coach of the tutorial: remarks on the real screens, bound to what the player has done.

A game that is gone on with, or played in another order, keeps the coach in step. It can be sent
away at any time and called back from the menu of the game.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import _
from game.screens.before.catalogue import TUTORIAL
from game.screens.play.session import Session
from game.screens.play.steps import STEPS
from game.screens.turn.remarks import OVER, REMARKS, Remark
from game.ui.app import App
from game.ui.layers import Mark
from game.ui.node import Node, column, em, row, spacer
from game.ui.paint import Painter
from game.ui.widgets import button, heading, icon, prose, text


class Coach:
    """Goes along with one game."""

    def __init__(self, session: Session, at_window: Callable[[App], bool]) -> None:
        self.session, self.at_window = session, at_window
        self.heard: set[str] = set()
        self.away = False

    @property
    def position(self) -> tuple[int, int]:
        """Where the game stands."""
        step = self.session.step
        return OVER if step is None else (step.turn, STEPS.index((step.name, step.round)))

    def remark(self, app: App, layer: Node) -> Remark | None:
        """What is to be said now on this screen."""
        for each in REMARKS:
            if each.id in self.heard or each.at < self.position:
                continue
            if each.done is not None and each.at == self.position and each.done(
                app, self.session, layer
            ):  # fmt: skip
                self.heard.add(each.id)
                continue
            due = each.at == self.position and app.screen.name in each.screens
            if due and each.holds is not None and not each.holds(app, self.session, layer):
                continue
            return each if due else None
        return None

    def mark(self, app: App, layer: Node) -> Mark | None:
        """The remark as it is laid over a screen; none over a dialog."""
        if self.away or app.dialogs or not self.at_window(app):
            return None
        found = self.remark(app, layer)
        return Mark(self._bubble(app, found), found.anchors) if found else None

    def hear(self, remark: Remark) -> None:
        """A remark was heard; it does not come again."""
        self.heard.add(remark.id)

    def _go_on(self, app: App, remark: Remark) -> None:
        """It was heard: with nothing more to say, the keyboard goes to what it was about."""
        self.hear(remark)
        app.touch()
        if app.find("coach.on") is None:
            found = (app.find(anchor) for anchor in remark.anchors)
            app.set_focus(next((node.id for node in found if node and node.focusable), ""))

    def leave(self, app: App) -> None:
        """The coach goes, and says how to call it back."""
        self.away = True
        app.say(_("The coach has gone. The menu of the game calls it back."), "graduation-cap")

    def _bubble(self, app: App, remark: Remark) -> Node:
        number = REMARKS.index(remark) + 1
        said = _("{n} of {most}").format(n=number, most=len(REMARKS))
        waits = remark.done is not None
        on = button("coach.on", _("Skip this") if waits else _("Go on"),
                    partial(self._go_on, app, remark),
                    kind="quiet" if waits else "primary", sign="" if waits else "check",
                    pad=(14, 6))  # fmt: skip
        away = button("coach.away", _("No coach"), partial(self.leave, app), kind="quiet",
                      pad=(10, 6))  # fmt: skip
        node = column(
            row(icon("graduation-cap", 22, "accent"), heading(_(remark.title), "card", grow=1),
                text(said, "meta", "text2"), gap=10),
            prose("coach.words", _(remark.words), "label"),
            row(away, spacer(), on, gap=8),
            gap=8, pad=(16, 12), max_width=em(23), min_width=em(14),
        )  # fmt: skip
        node.id, node.role, node.label = "coach", "note", _(remark.title)
        node.panel, node.live, node.draw, node.ground = True, True, _draw_bubble, "panel2"
        return node


def _draw_bubble(p: Painter, node: Node) -> None:
    p.shadow(node.rect, 14, 150)
    p.box(node.rect, "panel2", 10, "accent", 2)


def tutored(session: Session) -> bool:
    """The coach goes along in First Light at guided level, with one person."""
    alone = len(session.seats) == 1
    return alone and session.match.scenario.id == TUTORIAL and session.level == "guided"


def accompany(app: App, session: Session) -> Coach | None:
    """Let the coach go along with a game, or send it away where it is of no use."""
    dismiss(app)
    if not tutored(session):
        return None
    coach = Coach(session, lambda app: getattr(app.screen, "session", None) is session)
    app.hooks.coach = coach.mark
    return coach


def dismiss(app: App) -> None:
    """No coach from now on."""
    app.hooks.coach = lambda app, layer: None
