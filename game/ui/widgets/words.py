"""Text on a screen: labels, headings, and prose with links to the codex."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Unpack

from pygame import Rect

from game.ui import text as ink
from game.ui.metrics import Metrics
from game.ui.node import Box, Node
from game.ui.paint import Painter, Shade, Side
from game.ui.theme import TYPES


@dataclass
class Words:
    """A text of one style, wrapped to its width."""

    words: str
    style: str = "body"
    shade: Shade = "text"
    lines: int = 0  # at most so many, the last one shortened; 0: as many as needed
    side: Side = "start"

    def narrowest(self, m: Metrics) -> int:
        """Its longest word; where it may be shortened, a few letters."""
        face, px = self._font(m)
        if self.lines == 1:
            return min(self.widest(m), 5 * px)
        words = ink.cased(self.words, self.style).replace("\n", " ").split(" ")
        return max(ink.width(word, face, px) for word in words)

    def widest(self, m: Metrics) -> int:
        """Its longest line, unwrapped."""
        face, px = self._font(m)
        lines = ink.cased(self.words, self.style).split("\n")
        return max(ink.width(line, face, px) for line in lines)

    def height(self, m: Metrics, width: int) -> int:
        """The height of its lines."""
        return len(self.laid(m, width)) * ink.line_height(self._font(m)[1])

    def laid(self, m: Metrics, width: int) -> tuple[str, ...]:
        """Its lines at a width."""
        words = ink.cased(self.words, self.style)
        return ink.wrapped(words, *self._font(m), width, self.lines)

    def cut(self, m: Metrics, width: int) -> bool:
        """Whether something of it is not shown at a width."""
        whole = ink.wrapped(ink.cased(self.words, self.style), *self._font(m), width)
        face, px = self._font(m)
        return whole != self.laid(m, width) or any(ink.width(x, face, px) > width for x in whole)

    def _font(self, m: Metrics) -> tuple[str, int]:
        kind = TYPES[self.style]
        return kind.face, m.font_px(kind.size)


def text(
    words: str,
    style: str = "body",
    shade: Shade = "text",
    *,
    lines: int = 0,
    side: Side = "start",
    **box: Unpack[Box],
) -> Node:
    """A text, wrapped. lines: at most so many, then it is shortened with an ellipsis."""
    leaf = Words(words, style, shade, lines, side)
    node = Node(leaf=leaf, **box)
    node.role, node.label, node.draw = "label", words, draw_words
    return node


def heading(
    words: str, style: str = "title", shade: Shade = "text", *, lines: int = 0, **box: Unpack[Box]
) -> Node:
    """A heading: screen readers can jump from one to the next. lines: at most, as of a text."""
    node = text(words, style, shade, lines=lines, **box)
    node.role = "heading"
    return node


def draw_words(p: Painter, node: Node) -> None:
    """Draw the lines of a text node."""
    leaf = node.leaf
    assert isinstance(leaf, Words)
    kind = TYPES[leaf.style]
    px = p.metrics.font_px(kind.size)
    colour, tall, y = p.colour(leaf.shade), ink.line_height(px), node.rect.y
    side = leaf.side
    if p.metrics.rtl and side != "center":
        side = "end" if side == "start" else "start"
    for line in leaf.laid(p.metrics, node.rect.w):
        if line:
            picture = ink.drawn(line, kind.face, px, colour)
            room = node.rect.w - picture.get_width()
            x = node.rect.x + {"start": 0, "center": room // 2, "end": room}[side]
            p.surface.blit(picture, (x, y + (tall - picture.get_height()) // 2))
        y += tall


@dataclass(frozen=True)
class Span:
    """A piece of prose in one cut; with a term, a link to it."""

    words: str
    strong: bool = False
    term: str = ""


_MARKS = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]|\[\[([^|\]]+)\]\]|\*\*(.+?)\*\*")


def spans(source: str) -> list[Span]:
    """The pieces of `plain, **strong** and [[term|linked]]`."""
    found, at = [], 0
    for match in _MARKS.finditer(source):
        if match.start() > at:
            found.append(Span(source[at : match.start()]))
        term, shown, alone, strong = match.groups()
        found.append(
            Span(strong, strong=True) if strong else Span(shown or alone, False, term or alone)
        )
        at = match.end()
    if at < len(source):
        found.append(Span(source[at:]))
    return found


@lru_cache(maxsize=1024)
def _measured(
    pieces: tuple[Span, ...], style: str, px: int
) -> tuple[tuple[int, str, int, int], ...]:
    """Every word: its piece, itself, its width, and the blank after it."""
    plain, strong = TYPES[style].face, TYPES["strong"].face
    blank = ink.width(" ", plain, px)
    found: list[tuple[int, str, int, int]] = []
    for number, piece in enumerate(pieces):
        if found and piece.words[:1] == " " and found[-1][1] != "\n":
            found[-1] = (*found[-1][:3], blank)  # a piece that begins with a blank
        face = strong if piece.strong else plain
        for word in re.findall(r"\n|[^ \n]+ *", piece.words.replace("\n", " \n ")):
            bare = word.rstrip(" ") if word != "\n" else word
            wide = 0 if word == "\n" else ink.width(bare, face, px)
            found.append((number, bare, wide, blank if word.endswith(" ") else 0))
    return tuple(found)


@dataclass
class Prose:
    """Pieces of text wrapped together; each link is a node of its own, to be focused."""

    pieces: list[Span]
    style: str = "body"
    shade: Shade = "text"
    links: list[Node] = field(default_factory=list)

    def narrowest(self, m: Metrics) -> int:
        """Its longest word."""
        words = self._words(m)
        return max((self._whole(words, at) for at in range(len(words))), default=0)

    def widest(self, m: Metrics) -> int:
        """All in one line."""
        return sum(wide + space for _, _, wide, space in self._words(m))

    def height(self, m: Metrics, width: int) -> int:
        """The height of its lines."""
        last = max((line for _, _, _, line, _ in self.laid(m, width)), default=0)
        return (last + 1) * ink.line_height(m.font_px(TYPES[self.style].size))

    def laid(self, m: Metrics, width: int) -> list[tuple[int, str, int, int, int]]:
        """Every word: its piece, itself, its x, its line, its width."""
        found: list[tuple[int, str, int, int, int]] = []
        x = line = 0
        words = self._words(m)
        for at, (piece, word, wide, space) in enumerate(words):
            glued = x and at and not words[at - 1][3]  # as the bracket that closes after a link
            if word == "\n" or (x and not glued and x + self._whole(words, at) > width):
                x, line = 0, line + 1
            if word != "\n":
                found.append((piece, word, x, line, wide))
                x += wide + space
        return found

    def _whole(self, words: tuple[tuple[int, str, int, int], ...], at: int) -> int:
        """The width of a word with all that stands close to it, which is not parted from it."""
        wide = 0
        for _piece, word, own, space in words[at:]:
            wide += own
            if space or word == "\n":
                break
        return wide

    def face(self, piece: int) -> str:
        """The font of a piece."""
        strong = self.pieces[piece].strong
        return TYPES["strong"].face if strong else TYPES[self.style].face

    def _words(self, m: Metrics) -> tuple[tuple[int, str, int, int], ...]:
        return _measured(tuple(self.pieces), self.style, m.font_px(TYPES[self.style].size))

    def place(self, node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
        """Lay each link over its words."""
        tall = ink.line_height(m.font_px(TYPES[self.style].size))
        boxes: dict[int, Rect] = {}
        for piece, _, x, line, wide in self.laid(m, inner.w):
            box = Rect(inner.x + x, inner.y + line * tall, wide, tall)
            boxes[piece] = boxes[piece].union(box) if piece in boxes else box
        for number, link in self._linked():
            link.rect, link.clip, link.parent = (
                boxes.get(number, Rect(inner.topleft, (0, 0))),
                clip,
                node,
            )

    def _linked(self) -> list[tuple[int, Node]]:
        numbers = [number for number, piece in enumerate(self.pieces) if piece.term]
        return list(zip(numbers, self.links, strict=True))


def prose(
    name: str, source: str, style: str = "body", shade: Shade = "text", **box: Unpack[Box]
) -> Node:
    """Text with **strong** words and [[term|links]] to the codex. name: its id.

    The app explains a linked term in a tooltip and opens its page when it is activated.
    """
    pieces, number = spans(source), count(1)
    links = [
        Node(
            f"{name}.{next(number)}",
            "link",
            piece.words,
            term=piece.term,
            focusable=True,
            inline=True,
        )
        for piece in pieces
        if piece.term
    ]
    leaf = Prose(pieces, style, shade, links)
    plain = "".join(piece.words for piece in pieces)
    node = Node(name, "label", plain, leaf=leaf, children=list(links), **box)
    node.draw = _draw_prose
    return node


def _draw_prose(p: Painter, node: Node) -> None:
    leaf = node.leaf
    assert isinstance(leaf, Prose)
    px = p.metrics.font_px(TYPES[leaf.style].size)
    tall = ink.line_height(px)
    hot = {n for n, link in leaf._linked() if p.is_hovered(link) or p.is_focused(link)}
    laid = leaf.laid(p.metrics, node.rect.w)
    for (piece, word, x, line, wide), follower in zip(laid, [*laid[1:], None], strict=True):
        linked = bool(leaf.pieces[piece].term)
        colour = p.colour("accent" if linked else leaf.shade)
        picture = ink.drawn(word, leaf.face(piece), px, colour)
        left, top = node.rect.x + x, node.rect.y + line * tall
        if p.metrics.rtl:
            left = node.rect.right - x - wide
        p.surface.blit(picture, (left, top + (tall - picture.get_height()) // 2))
        if linked:
            on = follower is not None and (follower[0], follower[3]) == (piece, line)
            long = follower[2] - x if on and follower is not None and not p.metrics.rtl else wide
            under = Rect(left, top + tall - p.px(3), long, p.px(2 if piece in hot else 1))
            p.surface.fill(colour, under)
