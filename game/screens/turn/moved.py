"""How each number of a nation moved in a turn, and why."""

from __future__ import annotations

from game.language import N_, _
from game.report.ledger import changes
from game.screens.parts.figures import LEAST, signed
from game.screens.play.session import Session
from game.ui.node import Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import panel, scroll, text

STOCKS = (
    ("capital", N_("Political capital")),
    ("effort", N_("Expert effort")),
    ("funds", N_("Funds")),
    ("support", N_("Support at home")),
    ("standing", N_("Standing")),
)

MOST = 4
"""Reasons listed under a number."""

Parts = list[tuple[str, float]]


def moved(session: Session, turn: int, width: float | None = None) -> Node:
    """The numbers that moved. width: of the panel; none to take what is left."""
    found = changes(session.match, session.nation, turn)
    made = [_stock(_(label), found[name]) for name, label in STOCKS if found.get(name)]
    none = text(_("No number moved."), "label", "text2")
    rows = scroll("moved", *(made or [none]), gap=12)
    box = {"width": width} if width else {"grow": 1}
    return panel("numbers", _("What it changed"), rows, sign="chart-line", pad=(10, 8), **box)


def _stock(label: str, parts: Parts) -> Node:
    total = sum(by for _why, by in parts)
    shade: Shade = "good" if total >= LEAST else "bad" if total <= -LEAST else "text2"
    head = row(text(label, "strong", grow=1), text(signed(total), "figure", shade))
    why = [
        row(text(reason, "label", "text2", grow=1), text(signed(by), "number", "text2"), gap=8)
        for reason, by in parts[:MOST]
    ]
    return column(head, *why, gap=2)
