"""Hands on a window: by keyboard alone, and by the mouse alone."""

from __future__ import annotations

from typing import Any

from tests.whole.window import Window


class Keyboard:
    """Plays by keys alone."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def do(self, name: str) -> None:
        """Go to a node, by Tab and by arrows within a group, and press Enter."""
        self.reach(name)
        self.window.hear("key", "Return")

    def reach(self, name: str) -> None:
        """Raises AssertionError if Tab never comes there."""
        window = self.window
        for _ in range(150):
            node, on = window.node(name), window.now["focus"]
            assert node is not None, f"there is no {name} on {window.screen}"
            if on == name:
                return
            if node["group"] and on in node["group"]:
                ahead = node["group"].index(name) > node["group"].index(on)
                window.hear("key", "Right" if ahead else "Left")
            else:
                window.hear("key", self._way(node, name, on))
        raise AssertionError(f"Tab does not come to {name} on {window.screen}")

    def _way(self, node: dict[str, Any], name: str, on: str) -> str:
        """The shorter way around."""
        stops = self.window.now["stops"]
        goal = next((stop for stop in stops if stop == name or stop in node["group"]), None)
        if goal is None or on not in stops:
            return "Tab"
        far = (stops.index(goal) - stops.index(on)) % len(stops)
        return "Tab" if far <= len(stops) // 2 else "shift+Tab"


class Mouse:
    """Plays by the mouse alone."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def do(self, name: str) -> None:
        """Turn the wheel until a node is seen, and click in the middle of what is seen of it."""
        x, y = self._in_sight(name)
        self._to(x, y)
        self.window.hear("click", "1")

    def _in_sight(self, name: str) -> tuple[int, int]:
        for _ in range(60):
            node = self.window.node(name)
            assert node is not None, f"there is no {name} on {self.window.screen}"
            (x, y, w, h), tall = node["seen"], node["rect"][3]
            if w and h >= min(tall, 24):
                return x + w // 2, y + h // 2
            assert node["window"] is not None, f"{name} is out of sight, and nothing scrolls"
            left, top, wide, high = node["window"]
            self._to(left + wide // 2, top + high // 2)
            self.window.hear("click", "5" if node["rect"][1] >= top else "4")
        raise AssertionError(f"{name} cannot be scrolled into sight on {self.window.screen}")

    def _to(self, x: int, y: int) -> None:
        self.window.display.tool("mousemove", "--window", self.window.id, str(x), str(y))
