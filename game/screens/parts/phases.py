"""The ribbon of a turn: which step is open, which are done, and what the open one asks."""

from __future__ import annotations

from functools import partial

from game.language import N_, _
from game.screens.play.session import Session
from game.screens.play.steps import STEPS
from game.ui.app import App
from game.ui.node import Node, row, wrap
from game.ui.paint import Painter
from game.ui.widgets import icon, text

NAMES = {
    ("judge", 0): N_("Judge"),
    ("talk", 1): N_("Talks 1"),
    ("answer", 1): N_("Answers 1"),
    ("talk", 2): N_("Talks 2"),
    ("answer", 2): N_("Answers 2"),
    ("order", 0): N_("Orders"),
}
ASKS = {
    "judge": N_("How likely is each suspect? Only you see it; it is graded at the end."),
    "talk": N_("Say and propose what you like, or nothing."),
    "answer": N_("Proposals lie on the table: say yes or no."),
    "order": N_("Up to five orders. Everybody's happen at once when the turn ends."),
}
LOW = 480
"""Height of the room below which what a step asks is told in a tooltip."""

SENDS = {
    "judge": N_("To the talks"),
    "talk": N_("Send"),
    "answer": N_("Send answers"),
    "order": N_("End turn"),
}
"""What handing in each step is called."""


def final(session: Session) -> str:
    """What it means to hand in the open step: of judging, drafts for later steps are no part."""
    if session.step is not None and session.step.name == "judge":
        return _("What you believe is handed in. What you have drafted waits for its step.")
    return _("What was sent cannot be recalled.")


def ribbon(session: Session, app: App) -> Node:
    """All steps of the turn, the open one marked, with what it asks."""
    step = session.step
    if step is None:
        over = text(_("The game is over."), "label")
        return row(icon("flag", 20, "accent"), over, gap=10, pad=(20, 5))
    at = STEPS.index((step.name, step.round))
    shown = [_step(n, at) for n in range(len(STEPS)) if n == at or app.room[0] >= 900]
    low = app.room[1] < LOW
    asks = None if low else text(_(ASKS[step.name]), "label", "text2", grow=1, min_width=260)
    made = row(wrap(*shown, gap=4), asks, gap=18, pad=(20, 5))
    made.tip = _(ASKS[step.name]) if low else None
    made.role, made.live = "status", True
    made.label = f"{_(NAMES[step.name, step.round])}: {_(ASKS[step.name])}"
    made.draw, made.ground = _draw_strip, "bg"
    return made


def _step(number: int, at: int) -> Node:
    label = _(NAMES[STEPS[number]])
    sign = "check" if number < at else "circle-dot" if number == at else "circle"
    ink = "on_accent2" if number == at else "text2"
    node = row(icon(sign, 16, ink), text(label, "label_strong", ink), gap=7, pad=(12, 4))
    node.draw = partial(_draw_step, now=number == at)
    node.ground = "accent2" if number == at else ""
    return node


def _draw_step(p: Painter, node: Node, now: bool) -> None:
    if now:
        p.box(node.rect, "accent2", 16)


def _draw_strip(p: Painter, node: Node) -> None:
    p.box(node.rect, "bg")
