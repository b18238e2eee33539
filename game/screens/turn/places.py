"""How the panels of the desk make room: side by side, taking turns, or one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from game.language import N_, _
from game.ui.app import App
from game.ui.node import Node, column, em, row
from game.ui.widgets import tabs

WIDE, NARROW = 1500, 1000
"""Room in units of text from which all panels stand side by side; below which one is shown."""
SHORT = 640
"""Space below which one is shown as well: a large interface has no room for two in height."""

NAMES = (
    ("cases", N_("Cases"), "siren"),
    ("focus", N_("In focus"), "search"),
    ("news", N_("News"), "radio-tower"),
    ("map", N_("Map"), "globe"),
    ("queue", N_("Orders"), "list-ordered"),
    ("ahead", N_("Forecast"), "telescope"),
)

Panels = Mapping[str, Callable[..., Node]]
"""Every panel by name: made of the app, and of how large it is to be."""


@dataclass
class Places:
    """Which panels are shown where there is no room for all."""

    panel: str = "cases"  # where there is room for one
    side: str = "cases"  # on the left, beside the map
    dock: str = "queue"  # below the map

    def show(self, name: str) -> None:
        """Bring a panel forward."""
        self.panel = name
        if name in ("queue", "ahead"):
            self.dock = name
        elif name != "map":
            self.side = name

    def turn(self, by: int) -> None:
        """To the next panel, where one is shown."""
        keys = [key for key, _label, _sign in NAMES]
        self.panel = keys[(keys.index(self.panel) + by) % len(keys)]

    def arranged(self, app: App, panels: Panels) -> Node:
        """As many panels as there is room for."""
        if app.room[0] >= WIDE:
            return _wide(app, panels)
        if not one_panel(app):
            return self._middle(app, panels)
        keys = tuple(key for key, _label, _sign in NAMES)
        return column(
            self._tabs("panel", keys), panels[self.panel](app, grow=1), gap=8, pad=8, grow=1
        )

    def _middle(self, app: App, panels: Panels) -> Node:
        """Cases and the case in focus share the left; orders and forecast the foot."""
        side, dock = panels[self.side](app, grow=1), panels[self.dock](app, grow=1)
        left = column(self._tabs("side", ("cases", "focus", "news")), side, gap=8, width=em(22))
        foot = column(
            self._tabs("dock", ("queue", "ahead")), dock, gap=8,
            height=min(em(17), em(app.room[1] / 18 * 0.42)),
        )  # fmt: skip
        middle = column(panels["map"](app), foot, gap=10, grow=1)
        return row(left, middle, gap=12, pad=10, grow=1, align="stretch")

    def _tabs(self, name: str, keys: tuple[str, ...]) -> Node:
        options = [(key, _(label), sign) for key, label, sign in NAMES if key in keys]
        choose = partial(setattr, self, name)
        made = tabs(name, _("Panels"), options, getattr(self, name), choose)
        if name != "panel":
            made.on = {}
        return made


def one_panel(app: App) -> bool:
    """Whether there is room for one panel only."""
    return app.room[0] < NARROW or app.metrics.space[1] < SHORT


def _wide(app: App, panels: Panels) -> Node:
    cases, news = panels["cases"](app, grow=3), panels["news"](app, grow=2)
    queue, ahead = panels["queue"](app, grow=10), panels["ahead"](app, grow=7)
    left = column(cases, news, gap=14, width=em(18.6))
    dock = row(queue, ahead, gap=14, align="stretch", height=em(18.4))
    middle = column(panels["map"](app), dock, gap=14, grow=1)
    right = panels["focus"](app, width=em(22.4))
    return row(left, middle, right, gap=14, pad=14, grow=1, align="stretch")
