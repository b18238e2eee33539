"""Credits and licences: who made what the game is made of, and on what terms it may be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from game import __version__, paths
from game.language import N_, _
from game.screens.before.catalogue import catalogue
from game.ui.app import App
from game.ui.node import Node, column, em, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import bar, button, chip, heading, panel, plate, scroll, tabs, text

TABS = (
    ("game", N_("The game"), "heart-handshake"),
    ("assets", N_("Pictures and type"), "palette"),
    ("parts", N_("Software"), "layers"),
    ("scenarios", N_("Scenarios"), "globe"),
)
LICENCES = {
    "Jinja2": "BSD-3-Clause",
    "lark": "MIT",
    "numpy": "BSD-3-Clause",
    "platformdirs": "MIT",
    "prompt_toolkit": "BSD-3-Clause",
    "pydantic": "MIT",
    "pygame-ce": "LGPL-2.1-or-later",
    "PyYAML": "MIT",
    "rich": "MIT",
}
"""Licences of the libraries the game needs; a test holds the names against pyproject.toml."""


@dataclass(frozen=True)
class Asset:
    """A row of assets/LICENCES.md."""

    file: str
    author: str
    source: str
    licence: str
    changes: str


@cache
def assets() -> tuple[Asset, ...]:
    """Every row of the table of assets."""
    lines = (paths.assets() / "LICENCES.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return tuple(Asset(*cells[:5]) for cells in rows[2:] if len(cells) >= 5)


class Credits(Screen):
    """Four pages: the game, its pictures and type, its software, its scenarios."""

    name = "credits"
    first = "tab.game"

    def __init__(self) -> None:
        self.tab = "game"

    def build(self, app: App) -> Node:
        """Tabs and the chosen page."""
        top = bar(
            button("back", _("Back"), app.pop, kind="quiet", sign="arrow-left"),
            heading(_("Credits and licences")) if app.room[0] >= 700 else None,
            spacer(),
        )
        names = [(key, _(label), sign) for key, label, sign in TABS]
        choice = tabs("tab", _("Credits"), names, self.tab, lambda tab: setattr(self, "tab", tab))
        made = {"game": _game, "assets": _assets, "parts": _parts, "scenarios": _scenarios}
        label, sign = next((label, sign) for key, label, sign in names if key == self.tab)
        page = panel("page", label, scroll(f"page.{self.tab}", *made[self.tab](), gap=12),
                     sign=sign, pad=8, grow=1)  # fmt: skip
        body = column(choice, page, gap=10, grow=1, max_width=em(58))
        return column(top, row(body, justify="center", align="stretch", pad=(18, 8, 18, 16),
                               grow=1))  # fmt: skip


def _game() -> Iterator[Node]:
    yield text("BACKCHANNEL", "display")
    yield text(_("Version {number}").format(number=__version__), "label", "text2")
    yield text(_("Cyber crises between nations: find out who did it, talk, and keep the peace."),
               "lead")  # fmt: skip
    yield text(_("Made by the Backchannel authors. The program is free under the MIT licence: use "
                 "it, change it, pass it on."))  # fmt: skip
    yield text(_("The scenarios are free under the licence each of them names."), "body")
    yield text(_("Nations and people in invented scenarios are made up. In those after real "
                 "events, who did it is drawn from what was suspected then; the debrief tells what "
                 "was claimed later, by whom, and how surely."), "body", "text2")  # fmt: skip


def _assets() -> Iterator[Node]:
    for each in assets():
        changed = _("Changes: {what}").format(what=each.changes)
        yield _thing(each.file, each.licence, each.author, each.source, changed)


def _parts() -> Iterator[Node]:
    for name, licence in LICENCES.items():
        yield _thing(f"{name} {_version(name)}".strip(), licence)


def _scenarios() -> Iterator[Node]:
    for each in catalogue()[0]:
        scenario = each.scenario
        sources = [source.text for source in scenario.sources.values()]
        yield _thing(scenario.title, scenario.licence, ", ".join(scenario.authors), *sources)


def _thing(title: str, licence: str, *lines: str) -> Node:
    head = row(text(title, "strong", grow=1), gap=12)
    terms = row(chip(re.sub(r"\s*\(.*?\)", "", licence), "accent", "scale"))
    words = [text(_breakable(line), "label", "text2") for line in lines if line]
    return plate(head, terms, *words, ground="panel2", gap=5, pad=(14, 10))


def _breakable(line: str) -> str:
    """Addresses without what any browser adds, so that they fit in a line."""
    return re.sub(r"https?://", "", line)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
