"""Tables: for figures that are compared, and as the twin of every chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Unpack

from game.ui.node import Box, Node, column, row
from game.ui.paint import Painter, Side
from game.ui.widgets.frames import scrolling
from game.ui.widgets.words import text

Cell = str | Node


def table(
    name: str, label: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *,
    weights: Sequence[float] = (), chosen: int | None = None,
    choose: Callable[[int], object] | None = None, **box: Unpack[Box],
) -> Node:  # fmt: skip
    """Rows of cells under heads. weights: how wide each column is beside the others.

    With `choose` each row can be activated. Numbers stand to the right when given as str.
    """
    shares = list(weights) or [1.0] * len(heads)
    box.setdefault("grow", 1)
    titles = [
        _cell(word, share, "meta", "text2", end=bool(rows) and _is_number(rows[0][i]))
        for i, (word, share) in enumerate(zip(heads, shares, strict=True))
    ]
    head = row(*titles, gap=10, pad=(15, 6, 24, 6))
    head.role = "row"
    body = column(
        *(_row(name, i, cells, shares, heads, chosen, choose) for i, cells in enumerate(rows))
    )
    body.scroll, body.grow, body.id, body.arrows = True, 1, f"{name}.rows", True
    for number, each in enumerate(body.children, 1):
        each.position = (number, len(body.children))
    node = column(head, scrolling(body), **box)
    node.id, node.role, node.label = name, "table", label
    return node


def _row(
    name: str, number: int, cells: Sequence[Cell], shares: Sequence[float], heads: Sequence[str],
    chosen: int | None, choose: Callable[[int], object] | None,
) -> Node:  # fmt: skip
    made = [_cell(cell, share, "label", "text") for cell, share in zip(cells, shares, strict=True)]
    node = row(*made, gap=10, pad=(10, 5), min_height=40)
    words = [cell if isinstance(cell, str) else cell.label for cell in cells]
    node.id, node.role = f"{name}.{number}", "row"
    node.label = "; ".join(
        f"{head} {word}" for head, word in zip(heads, words, strict=True) if word
    )
    node.draw, node.selected = (
        partial(_draw_row, odd=bool(number % 2)),
        chosen == number if choose else None,
    )
    if choose is not None:
        node.focusable, node.do = True, partial(choose, number)
    return node


def _cell(cell: Cell, share: float, style: str, shade: str, end: bool = False) -> Node:
    if isinstance(cell, Node):
        cell.grow = share
        return cell
    number = style == "label" and _is_number(cell)
    side: Side = "end" if number or end else "start"
    return text(cell, "number" if number else style, shade, side=side, grow=share)


def _is_number(cell: Cell) -> bool:
    """Whether it is to stand to the right, digit under digit."""
    return isinstance(cell, str) and cell.strip("+-\u2212~≈<>≤≥ ")[:1].isdigit()


def _draw_row(p: Painter, node: Node, odd: bool) -> None:
    if node.selected or (p.is_hovered(node) and node.focusable):
        p.box(node.rect, "panel3", 6, "accent", p.theme.outline_width)
    elif odd:
        p.box(node.rect, "panel2", 6)
