"""How far the others trust the nation, in one row: a colour, a band, and the way to the network."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.report.relations import Relation
from game.screens.parts.opening import open_trust
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, em, grid
from game.ui.paint import Painter
from game.ui.widgets import text

CELL = 3.1
"""Width of a cell, in heights of text: a band of trust, such as 75-100, fits."""

LETTERS = 3
"""Letters of a nation's name that fit; the whole is told to readers and in the tooltip."""


def trust_row(session: Session, app: App) -> Node:
    """A cell for each other nation."""
    cells = [_cell(session, app, each) for each in session.situation.relations]
    made = grid(*cells, cell=em(CELL), gap=6)
    made.label, made.arrows, made.id, made.role = _("Trust in you"), True, "trust_row", "list"
    title = text(_("Trust in you, estimated"), "meta", "text2")
    return column(title, made, gap=5)


def _cell(session: Session, app: App, each: Relation) -> Node:
    low, high = (float(end) for end in each.trust_in_us.split("-"))
    step = min(4, int((low + high) / 40))
    id = session.match.setup.nations[each.nation]
    ink = f"on_trust.{step}"
    made = column(
        text(each.name[:LETTERS].upper(), "meta", ink, side="center"),
        text(each.trust_in_us, "meta", ink, side="center"), pad=(2, 4),
    )  # fmt: skip
    made.id, made.role, made.focusable = f"trusts.{id}", "button", True
    made.label, made.value = each.name, each.trust_in_us
    made.do, made.ground = partial(open_trust, app, session, id), f"trust.{step}"
    made.draw = partial(_draw, shade=f"trust.{step}")
    said = _("{nation}: trusts you {band} of 100, as estimated; you trust it {n:.0f}")
    made.tip = said.format(nation=each.name, band=each.trust_in_us, n=each.trust)
    return made


def _draw(p: Painter, node: Node, shade: str) -> None:
    line = "text" if p.is_hovered(node) else None
    p.box(node.rect, shade, 5, line, p.theme.outline_width)
