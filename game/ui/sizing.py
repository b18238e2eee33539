"""How large things are: widths from what they hold, heights from widths, shares of what is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.ui.metrics import Metrics
from game.ui.node import Node

Four = tuple[int, int, int, int]


def span(node: Node, m: Metrics) -> tuple[int, int]:
    """The narrowest and the natural width of a node."""
    if node.span is None:
        node.span = _span(node, m)
    return node.span


def height_at(node: Node, width: int, m: Metrics) -> int:
    """The height a node takes at a width."""
    if width not in node.heights:
        node.heights[width] = _height(node, width, m)
    return node.heights[width]


def lowest(node: Node, width: int, m: Metrics) -> int:
    """The least height of a node at a width: what scrolls or may shrink in it gives way."""
    natural = height_at(node, width, m)
    if node.height is not None or node.leaf is not None or not node.children:
        return natural if not node.shrink else m.px(node.min_height)
    if node.scroll or node.shrink:
        return min(natural, m.px(node.min_height)) if node.min_height else 0
    left, top, right, bottom = padding(node, m)
    inner = max(0, width - left - right)
    if node.flow in ("column", "stack"):
        lows = [lowest(child, across(node, child, inner, m), m) for child in node.children]
    elif node.flow == "row":
        lows = [lowest(child, wide, m) for child, wide in lines_of(node, inner, m)[0]]
    else:
        return natural
    gaps = m.px(node.gap) * (len(lows) - 1)
    inside = sum(lows) + gaps if node.flow == "column" else max(lows)
    floor = max(m.px(node.min_height), m.target if _is_target(node) else 0)
    return min(natural, max(inside + top + bottom, floor))


def _span(node: Node, m: Metrics) -> tuple[int, int]:
    if node.width is not None:
        width = m.px(node.width)
        least = natural = max(width, m.target) if node.focusable and not node.inline else width
    else:
        least, natural = _inner_span(node, m)
        left, _, right, _ = padding(node, m)
        floor = max(m.px(node.min_width), m.target if _is_target(node) else 0)
        least, natural = max(least + left + right, floor), max(natural + left + right, floor)
    if node.max_width is not None:
        most = m.px(node.max_width)
        least, natural = min(least, most), min(natural, most)
    return least, natural


def _inner_span(node: Node, m: Metrics) -> tuple[int, int]:
    if node.leaf is not None:
        return node.leaf.narrowest(m), node.leaf.widest(m)
    spans = [span(child, m) for child in node.children]
    if not spans:
        return 0, 0
    gaps = m.px(node.gap) * (len(spans) - 1)
    least, natural = max(one for one, _ in spans), max(two for _, two in spans)
    if node.flow == "row":
        return sum(one for one, _ in spans) + gaps, sum(two for _, two in spans) + gaps
    if node.flow == "wrap":
        return least, sum(two for _, two in spans) + gaps
    if node.flow == "grid":
        if node.cell:
            return max(least, 1), m.px(node.cell) * len(spans) + gaps
        between = m.px(node.gap) * (node.columns - 1)
        return least * node.columns + between, natural * node.columns + between
    return least, natural


def _height(node: Node, width: int, m: Metrics) -> int:
    if node.height is not None:
        height = m.px(node.height)
    else:
        left, top, right, bottom = padding(node, m)
        inner = max(0, width - left - right)
        height = max(inner_height(node, inner, m) + top + bottom, m.px(node.min_height))
    if _is_target(node):
        height = max(height, m.target)
    return height if node.max_height is None else min(height, m.px(node.max_height))


def inner_height(node: Node, width: int, m: Metrics) -> int:
    """The height of what is in a node, at a width."""
    if node.leaf is not None:
        return node.leaf.height(m, width)
    if not node.children:
        return 0
    gap = m.px(node.gap)
    if node.flow == "column":
        heights = [height_at(child, across(node, child, width, m), m) for child in node.children]
        return sum(heights) + gap * (len(heights) - 1)
    if node.flow == "stack":
        return max(height_at(child, across(node, child, width, m), m) for child in node.children)
    lines = lines_of(node, width, m)
    tall = [max(height_at(child, wide, m) for child, wide in line) for line in lines]
    return sum(tall) + gap * (len(tall) - 1)


def lines_of(node: Node, width: int, m: Metrics) -> list[list[tuple[Node, int]]]:
    """The lines of a row, wrap or grid: who is in each, how wide."""
    gap, children = m.px(node.gap), node.children
    if node.flow == "row":
        return [list(zip(children, _row_widths(children, width, gap, m), strict=True))]
    if node.flow == "grid":
        count = _columns(node, width, m)
        edges = [round((width + gap) * i / count) for i in range(count + 1)]
        wide = [max(0, right - left - gap) for left, right in pairwise(edges)]
        rows = [children[i : i + count] for i in range(0, len(children), count)]
        return [list(zip(line, wide, strict=False)) for line in rows]
    return _wrapped(children, width, gap, m)


def _wrapped(
    children: Sequence[Node], width: int, gap: int, m: Metrics
) -> list[list[tuple[Node, int]]]:
    lines: list[list[Node]] = [[]]
    used = 0
    for child in children:
        natural = min(width, span(child, m)[1])
        if lines[-1] and used + gap + natural > width:
            lines.append([])
            used = 0
        used += natural + (gap if lines[-1] else 0)
        lines[-1].append(child)
    return [
        list(zip(line, _row_widths(line, width, gap, m), strict=True)) for line in lines if line
    ]


def _columns(node: Node, width: int, m: Metrics) -> int:
    if not node.cell:
        return max(1, node.columns)
    gap, cell = m.px(node.gap), max(1, m.px(node.cell))
    least = max((span(child, m)[0] for child in node.children), default=1)
    fitting = (width + gap) // (max(cell, least) + gap)
    return int(max(1, min(fitting, max(1, len(node.children)))))


def _row_widths(children: Sequence[Node], width: int, gap: int, m: Metrics) -> list[int]:
    """What each gets: the natural width, less if it must be, more if it grows."""
    spans = [span(child, m) for child in children]
    left = width - gap * (len(children) - 1)
    wants = [
        least if child.grow else natural
        for child, (least, natural) in zip(children, spans, strict=True)
    ]
    if sum(wants) > left:
        return squeeze(wants, [least for least, _ in spans], left)
    weights = [child.grow for child in children]
    return grown(wants, weights, [child.max_width for child in children], left, m)


def squeeze(wants: list[int], least: list[int], total: int) -> list[int]:
    """Take what is too much from those that can give, in proportion to what they can give."""
    slack = [want - low for want, low in zip(wants, least, strict=True)]
    give = min(sum(wants) - total, sum(slack))
    if give <= 0:
        return wants
    shares = _split(give, [float(each) for each in slack])
    return [want - share for want, share in zip(wants, shares, strict=True)]


def grown(
    wants: list[int], weights: Sequence[float], most: Sequence[float | None], total: int, m: Metrics
) -> list[int]:
    """Share out by weight, so that things of equal weight end equal where their needs allow."""
    sizes, free = list(wants), {i for i, weight in enumerate(weights) if weight}
    while free:
        rest = total - sum(size for i, size in enumerate(sizes) if i not in free)
        order = sorted(free)
        shares = dict(zip(order, _split(rest, [weights[i] for i in order]), strict=True))
        stuck = {i for i in order if shares[i] < wants[i]}
        full = {i for i in order if (top := most[i]) is not None and shares[i] > m.px(top)}
        if not stuck and not full:
            for i, share in shares.items():
                sizes[i] = share
            break
        for i in stuck or full:
            sizes[i] = wants[i] if i in stuck else m.px(most[i] or 0)
        free -= stuck or full
    return sizes


def _split(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of a total in proportion to the weights; none is lost to rounding."""
    whole, parts, run, given = sum(weights) or 1.0, [], 0.0, 0
    for weight in weights:
        run += weight
        upto = round(total * run / whole)
        parts.append(upto - given)
        given = upto
    return parts


def across(node: Node, child: Node, width: int, m: Metrics) -> int:
    """How wide a child is across a column or stack."""
    least, natural = span(child, m)
    if (child.self_align or node.align) == "stretch" and child.width is None:
        return width if child.max_width is None else min(width, m.px(child.max_width))
    return min(natural, max(width, least) if child.width is not None else width)


def _is_target(node: Node) -> bool:
    return node.focusable and not node.inline


def padding(node: Node, m: Metrics) -> Four:
    """Its padding in pixels: left, top, right, bottom."""
    pad = node.pad
    if not isinstance(pad, tuple):
        each = m.px(pad)
        return each, each, each, each
    if len(pad) == 2:
        x, y = m.px(pad[0]), m.px(pad[1])
        return x, y, x, y
    left, top, right, bottom = (m.px(each) for each in pad)
    return (right, top, left, bottom) if m.rtl else (left, top, right, bottom)
