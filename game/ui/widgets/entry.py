"""A line to type in. The screen holds the text; where the cursor is, the app keeps by id."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Unpack

import pygame
from pygame import Rect

from game.ui import text as ink
from game.ui.node import Box, Do, Node, Pointer
from game.ui.paint import Painter
from game.ui.theme import TYPES

Change = Callable[[str], object]


@dataclass
class Cursor:
    """Where the cursor of an entry is, and what an input method is composing there."""

    at: int = 0
    composing: str = ""
    px: int = 0  # size of the font it was last drawn in
    start: int = 0  # where its text began then, from the corner of the entry
    after: str | None = None  # the text it was put in; once there is another, it goes to the end


def entry(
    name: str, label: str, value: str, change: Change, cursor: Cursor, *,
    send: Do | None = None, hint: str = "", longest: int = 400, **box: Unpack[Box],
) -> Node:  # fmt: skip
    """A line to type in. cursor: from `app.cursor(name)`. send: what Enter does."""
    if value != cursor.after:
        cursor.at, cursor.after = len(value), value
    box.setdefault("min_width", 160)
    node = Node(**box)
    node.draw = partial(_draw, value=value, cursor=cursor, hint=hint)
    node.id, node.role, node.label, node.value = name, "text box", label, value
    node.focusable, node.do, node.ground = True, send or _nothing, "abyss"
    node.typed = partial(_type, value, change, cursor, longest)
    node.composing = partial(setattr, cursor, "composing")
    node.pointer = partial(_point, node, value, cursor)
    node.on = _moves(value, change, cursor)
    node.on["copy"] = partial(_copy, value)
    node.on["paste"] = lambda: node.typed(_pasted()) if node.typed is not None else None
    return node


def _nothing() -> None:
    """Enter in an entry that sends nothing."""


def _type(value: str, change: Change, cursor: Cursor, longest: int, words: str) -> None:
    room = longest - len(value)
    words = words.replace("\n", " ")[: max(0, room)]
    at, cursor.composing = cursor.at, ""
    cursor.at, cursor.after = at + len(words), value[:at] + words + value[at:]
    change(cursor.after)


def _moves(value: str, change: Change, cursor: Cursor) -> dict[str, Do]:
    def go(to: int) -> None:
        cursor.at = min(len(value), max(0, to))

    def rub(start: int, stop: int) -> None:
        if 0 <= start < stop <= len(value):
            cursor.at, cursor.after = start, value[:start] + value[stop:]
            change(cursor.after)

    at = cursor.at
    return {
        "left": lambda: go(at - 1),
        "right": lambda: go(at + 1),
        "home": lambda: go(0),
        "end": lambda: go(len(value)),
        "rub_out": lambda: rub(at - 1, at),
        "remove": lambda: rub(at, at + 1),
        "up": lambda: go(0),
        "down": lambda: go(len(value)),
    }


def _copy(value: str) -> None:
    """Put all of it on the clipboard, if there is one."""
    with suppress(pygame.error):
        pygame.scrap.put_text(value)


def _pasted() -> str:
    """What is on the clipboard; nothing where there is none."""
    with suppress(pygame.error):
        return pygame.scrap.get_text()
    return ""


def _point(node: Node, value: str, cursor: Cursor, pointer: Pointer) -> None:
    if pointer.kind != "press":
        return
    face, x = TYPES["body"].face, pointer.x - cursor.start
    places = [ink.width(value[:end], face, cursor.px or 1) for end in range(len(value) + 1)]
    cursor.at = min(range(len(places)), key=lambda end: abs(places[end] - x))


def _draw(p: Painter, node: Node, value: str, cursor: Cursor, hint: str) -> None:
    focused = p.is_focused(node)
    p.box(node.rect, "abyss", 7, "accent" if focused else "outline", p.theme.outline_width)
    inner = node.rect.inflate(-2 * p.px(12), -2 * p.px(4))
    kind, px = TYPES["body"], p.metrics.font_px(TYPES["body"].size)
    if not value and not cursor.composing and not focused:
        p.text(hint, inner, "body", "text3")
        return
    before, after = value[: cursor.at] + cursor.composing, value[cursor.at :]
    reach = ink.width(before, kind.face, px)
    shift = max(0, reach - inner.w + p.px(4))
    cursor.px, cursor.start = px, inner.x - shift - node.rect.x
    clip = p.surface.get_clip()
    p.surface.set_clip(clip.clip(inner))
    long = Rect(inner.x - shift, inner.y, inner.w + shift + px * 400, inner.h)
    p.text(before + after, long, "body")
    if focused:
        tall = ink.line_height(px)
        caret = Rect(inner.x + reach - shift, 0, p.px(2), tall)
        caret.centery = inner.centery
        p.box(caret, "accent")
    p.surface.set_clip(clip)
