"""Lines that lists of facts are made of."""

from __future__ import annotations

from collections.abc import Sequence

from game.codex.words import glossary
from game.language import _, _n
from game.report.ties import Cause
from game.ui.node import Node, column, em, row
from game.ui.paint import Shade
from game.ui.widgets import heading, icon, rule, text

MOST = 8
"""Reasons that are listed at once."""


def bullet(words: str, sign: str = "chevron-right", shade: Shade = "text2") -> Node:
    """A line with a sign before it."""
    return row(icon(sign, 18, shade), text(words, "label", grow=1), gap=10, align="start")


def fact(label: str, value: str, word: str = "") -> Node:
    """What something is called, and what it is. word: of the codex, whose page says what counts."""
    return told_of(word, row(
        text(label, "label", "text2", grow=2), text(value, "label", grow=3), gap=12, align="start"
    ))  # fmt: skip


def told_of(word: str, node: Node) -> Node:
    """The same, and what the codex says of it in its tooltip."""
    if word:
        node.tip = _(glossary().words[word].means)
    return node


def section(title: str, *lines: Node | None) -> Node:
    """A titled group of lines."""
    return column(heading(title, "card"), *lines, gap=7)


def turn_line(turn: int, words: str, end: Node | None = None, why: Sequence[str] = ()) -> Node:
    """Something that happened in a turn, and what more there is to it."""
    when = text(_("Turn {n}").format(n=turn), "meta", "text2", min_width=em(3.6))
    more = [text(each, "meta", "text2") for each in why]
    return row(when, column(text(words, "label"), *more, gap=2, grow=1), end, gap=10, align="start")


def causes_block(title: str, found: Sequence[Cause], exact: bool) -> list[Node]:
    """Reasons by turn; exact: their sizes in numbers, else in signs, as what others feel is."""
    if not found:
        return [heading(title, "strong"), text(_("No deed has changed it yet."), "label", "text2")]
    lines = [turn_line(each.turn, each.reason, _size(each.by, exact)) for each in found[:MOST]]
    rest = len(found) - MOST
    more = text(_n("and one earlier reason", "and {n} earlier reasons", rest), "meta", "text2")
    return [rule(), heading(title, "strong"), *lines, *([more] if rest > 0 else [])]


def _size(by: float, exact: bool) -> Node:
    shade = "good" if by > 0 else "bad"
    if exact:
        return text(f"{by:+.1f}".replace("-", "\u2212"), "number", shade)
    count = 1 if abs(by) < 2 else 2 if abs(by) < 6 else 3
    node = text(("+" if by > 0 else "\u2212") * count, "number", shade)
    node.label = _("better, size {n} of 3") if by > 0 else _("worse, size {n} of 3")
    node.label = node.label.format(n=count)
    return node
