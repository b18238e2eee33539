"""The matrix of trust: row trusts column; a cell for each pair, to be read by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pygame import Rect

from game.language import _
from game.report.ties import Tie
from game.screens.parts.peers import (
    WIDE,
    flag_of,
    step_of,
    trust_word,
)
from game.screens.trust.graph_lines import sign_of
from game.screens.trust.pairing import Pairing
from game.ui.app import App
from game.ui.node import Node, column, grid, row, wrap
from game.ui.paint import Painter
from game.ui.widgets import (
    icon,
    panel,
    scroll,
    text,
)

Ties = Mapping[tuple[int, int], Tie]


def matrix(page: Pairing, app: App, known: Ties) -> Node:
    """The matrix, with what its colours and signs mean."""
    numbers = range(len(page.session.match.setup.nations))
    cells: list[Node] = [text("", "meta")]
    cells += [_head(page, n) for n in numbers]
    for who in numbers:
        cells.append(_head(page, who, row_=True))
        cells += [_cell(page, known, who, whom) for whom in numbers]
    made = grid(*cells, columns=len(numbers) + 1, gap=4, align="stretch")
    made.id, made.role, made.label = "matrix", "table", _("Who trusts whom")
    made.arrows = made.one_stop = True
    fits = app.room[0] >= WIDE and app.room[1] >= 300 + 56 * len(numbers)
    low, high = text(_("distrusts"), "meta", "text2"), text(_("trusts fully"), "meta", "text2")
    scale = Node(role="none", height=12, grow=1, draw=_draw_scale)
    key = row(low, scale, high, gap=10)
    signs = wrap(
        key_line(_("allied"), "shield"), key_line(_("treaty"), "handshake"),
        key_line(_("in dispute"), "swords"), key_line(_("neither"), "minus"), gap=16,
    )  # fmt: skip
    inner = (column if fits else partial(scroll, "matrix.window"))(made, key, signs, gap=10)
    return panel(
        "matrix.panel", _("Matrix"), inner, sign="table-2", note=_("row trusts column"),
        grow=0 if fits else 16,
    )  # fmt: skip


def _head(page: Pairing, number: int, row_: bool = False) -> Node:
    id_ = page.id_of(number)
    code = text(_code(page, number), "meta", "text2" if number != page.me else "accent")
    code.tip = page.name_of(number)
    parts = (flag_of(page.session, id_, 16), code)
    return row(*parts, gap=5) if row_ else column(*parts, gap=1, align="center", pad=(0, 2))


def _cell(page: Pairing, known: Ties, who: int, whom: int) -> Node:
    if who == whom:
        return Node(role="none", draw=_draw_blank)
    tie = known[who, whom]
    names = {"who": page.name_of(who), "whom": page.name_of(whom)}
    node = Node(f"cell.{page.id_of(who)}.{page.id_of(whom)}", "cell", focusable=True)
    node.label = _("{who} to {whom}").format(**names)
    node.value = _value(tie)
    node.selected, node.do = (who, whom) == page.chosen, partial(page.pick, who, whom)
    node.tip = f"{node.label}: {node.value}"
    node.draw = partial(_draw_cell, tie=tie)
    return node


def _code(page: Pairing, number: int) -> str:
    """A name in three letters at most: its initials if it has several words."""
    parts = page.name_of(number).split()
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return initials[:3] if len(initials) > 1 else parts[-1][:3].upper()


def key_line(words: str, sign: str) -> Node:
    """A sign and what it means."""
    return row(icon(sign, 16, "text2"), text(words, "meta", "text2"), gap=6)


def _value(tie: Tie) -> str:
    """What a cell says."""
    record = _record(tie)
    return f"{record}; {trust_word(tie.trust)} {tie.trust}" if tie.trust else record


def _record(tie: Tie) -> str:
    """What is on record between two others, in a few words."""
    kind = _("allied") if tie.ally else _("treaty") if tie.pact else _("no treaty")
    return f"{kind}, {tie.rung_name}"


def _draw_blank(p: Painter, node: Node) -> None:
    p.box(node.rect, "panel2", 4)


def _draw_cell(p: Painter, node: Node, tie: Tie) -> None:
    """Trust as a colour and a figure or band; a sign of what is on record, of two others alone."""
    sign = sign_of(tie)
    if tie.trust is None:
        p.box(node.rect, "panel3", 4)
        shade = {"swords": "bad", "minus": "text3"}.get(sign, "accent")
        p.icon(sign, node.rect, shade, 18)
    else:
        step = step_of(tie.trust.middle)
        p.box(node.rect, f"trust.{step}", 4)
        p.text(str(tie.trust), node.rect, "label_strong", f"on_trust.{step}", "center")
        if sign != "minus":
            corner = Rect(0, 0, p.px(15), p.px(15))
            corner.topright = (node.rect.right - p.px(2), node.rect.y + p.px(2))
            p.icon(sign, corner, f"on_trust.{step}")
    if node.selected or p.is_hovered(node):
        p.box(node.rect, None, 4, "text" if node.selected else "accent", 2.5)


def _draw_scale(p: Painter, node: Node) -> None:
    """The five colours of trust, in order."""
    for step in range(5):
        left = node.rect.x + node.rect.w * step // 5
        box = node.rect.copy()
        box.x, box.w = left, node.rect.w // 5 - 1
        p.box(box, f"trust.{step}", 3)
