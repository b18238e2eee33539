"""Where the keyboard is: the order of Tab, arrows within groups, F6 from panel to panel."""

from __future__ import annotations

from typing import Literal, get_args

from game.ui.node import Node

Way = Literal["left", "right", "up", "down"]
WAYS: dict[str, Way] = {way: way for way in get_args(Way)}


def stops(root: Node) -> list[Node]:
    """Everything Tab stops at, in order. A group of one stop counts as its chosen or first one."""
    return list(_stops(root))


def _stops(node: Node) -> list[Node]:
    if node.one_stop:
        inside = reachable(node)
        chosen = next((each for each in inside if each.selected), None)
        return [chosen or inside[0]] if inside else []
    found = [node] if node.focusable else []
    for child in node.children:
        found += _stops(child)
    return found


def reachable(root: Node) -> list[Node]:
    """Everything that can be focused at or below a node."""
    return [node for node in root.walk() if node.focusable]


def after(root: Node, current: Node | None, step: int) -> Node | None:
    """The next stop of Tab, or the one before; around at the ends."""
    order = stops(root)
    if not order:
        return None
    at = _index(order, current)
    if at is None:
        return order[0] if step > 0 else order[-1]
    return order[(at + step) % len(order)]


def _index(order: list[Node], current: Node | None) -> int | None:
    """Where the current node is in the order; of a group of one stop, where the group is."""
    if current is None:
        return None
    if current in order:
        return order.index(current)
    group = next((node for node in current.ancestors() if node.one_stop), None)
    inside = set(map(id, reachable(group))) if group else set()
    return next((i for i, node in enumerate(order) if id(node) in inside), None)


def beside(root: Node, current: Node, way: Way) -> Node | None:
    """The nearest thing in a direction, in the same group of arrows if there is one."""
    group = next((node for node in current.ancestors() if node.arrows), root)
    best, least = None, float("inf")
    for node in reachable(group):
        cost = _distance(current, node, way)
        if node is not current and cost is not None and cost < least:
            best, least = node, cost
    return best


def _distance(start: Node, end: Node, way: Way) -> float | None:
    """How far a thing is in a direction: across counts more than along; None if it is not there."""
    a, b = start.rect, end.rect
    dx, dy = b.centerx - a.centerx, b.centery - a.centery
    if way in ("left", "right"):
        ahead = dx if way == "right" else -dx
        aside = max(0, max(a.top, b.top) - min(a.bottom, b.bottom)) * 4 + abs(dy) * 0.2
    else:
        ahead = dy if way == "down" else -dy
        aside = max(0, max(a.left, b.left) - min(a.right, b.right)) * 4 + abs(dx) * 0.2
    return ahead + aside if ahead > 0 else None


def panel_after(root: Node, current: Node | None, step: int) -> Node | None:
    """The first stop of the next panel, or of the one before."""
    panels = [node for node in root.walk() if node.panel and reachable(node)]
    if not panels:
        return None
    here = [node for node in (current.ancestors() if current else ()) if node.panel]
    at = panels.index(here[0]) if here and here[0] in panels else (-1 if step > 0 else 0)
    return stops(panels[(at + step) % len(panels)])[0]
