"""Scrolling: how far a thing may be moved, and bringing what has the keyboard into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.node import Node
from game.ui.sizing import padding

if TYPE_CHECKING:
    from game.ui.app import App

MARGIN = 8
"""Design units left free beyond what is brought into view."""


def scroll_by(app: App, window: Node, pixels: int) -> bool:
    """Scroll something by pixels; whether it moved."""
    before = app.scrolls.get(window.id, 0)
    _, top, _, bottom = padding(window, app.metrics)
    spare = max(0, window.content - window.rect.h + top + bottom)
    after = app.scrolls[window.id] = min(spare, max(0, before + pixels))
    if after != before:
        app.moved.append(window)
    return after != before


def into_view(app: App, name: str) -> None:
    """Scroll all around a node until it is seen."""
    node = app.find(name) if name else None
    if node is None:
        return
    for above in node.ancestors():
        if above.scroll and above.id and above is not node:
            _scroll_to(app, above, node)
            app.refresh()


def _scroll_to(app: App, window: Node, node: Node) -> None:
    gap = app.metrics.px(MARGIN)
    up = window.rect.top + gap - node.rect.top
    down = node.rect.bottom - (window.rect.bottom - gap)
    by = -up if up > 0 else min(down, node.rect.top - window.rect.top - gap) if down > 0 else 0
    scroll_by(app, window, by)
