"""The title: go on where you were, or begin, with one press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from game import __version__
from game.language import _
from game.screens.before.globe import globe
from game.screens.before.settings import Settings
from game.ui.app import App
from game.ui.node import Node, column, em, row, spacer, stack
from game.ui.screen import Screen
from game.ui.widgets import button, card, dialog, icon, scroll, text

Go = Callable[[App], object]
LEAST_FOR_GLOBE = 900
"""Design units of text; with less room, the menu takes it all."""


@dataclass(frozen=True)
class Last:
    """The game that can be gone on with."""

    scenario: str
    seat: str
    when: str  # "Turn 5 of 12"


@dataclass
class Ways:
    """Where the title leads: what is None is not there yet, and says so."""

    last: Last | None = None
    go_on: Go | None = None
    new: Go | None = None
    replay: Go | None = None
    codex: Go | None = None
    credits: Go | None = None
    settings: Go = field(default=lambda app: app.push(Settings()))
    load: Go | None = None


def plate_of(inside: Node) -> Node:
    """The night everything stands on."""
    return stack(inside, draw=lambda p, node: p.box(node.rect, "abyss"), ground="abyss")


class Title(Screen):
    """The first screen."""

    name = "title"

    def __init__(self, ways: Ways | None = None) -> None:
        self.ways = ways or Ways()
        self.first = "continue" if self.ways.last else "new"

    def build(self, app: App) -> Node:
        """The name of the game and what can be done, over the globe."""
        menu = scroll(
            "menu",
            spacer(2),
            text("BACKCHANNEL", "display"),
            text(_("Cyber crises between nations. What you know is never all."), "lead", "text2"),
            Node(role="none", height=22),
            *self._choices(app),
            spacer(3),
            text(_("Version {number}").format(number=__version__), "meta", "text2"),
            gap=8,
        )
        if app.room[0] < LEAST_FOR_GLOBE:
            menu.max_width = em(26)
            return plate_of(row(menu, align="stretch", justify="center", pad=(20, 12)))
        menu.width, menu.grow, menu.pad = em(23), 0, (5, 16, 14, 16)
        return plate_of(row(menu, globe(), align="stretch", pad=(64, 0, 0, 0), gap=8))

    def back(self, app: App) -> None:
        """Esc asks before it leaves the game."""
        ask_to_leave(app)

    def _choices(self, app: App) -> list[Node]:
        ways = self.ways
        first = [self._continue(app, ways.last)] if ways.last else []
        lead = "plain" if ways.last else "primary"
        return [
            *first,
            _way(app, "new", _("New game"), ways.new, "play", lead == "primary"),
            *(
                [_way(app, "load", _("Saved games"), ways.load, "save", command="load")]
                if ways.load
                else []
            ),
            _way(app, "replay", _("Replay"), ways.replay, "history"),
            _way(app, "codex", _("Codex"), ways.codex, "book-open", command="codex"),
            _way(app, "settings", _("Settings"), ways.settings, "settings", command="settings"),
            _way(app, "credits", _("Credits"), ways.credits, "heart-handshake"),
            _way(app, "leave", _("Leave"), ask_to_leave, "log-out"),
        ]

    def _continue(self, app: App, last: Last) -> Node:
        said = _("Continue: {scenario}, {seat}, {when}").format(
            scenario=last.scenario, seat=last.seat, when=last.when
        )
        words = column(
            text(_("Continue"), "label", "accent"),
            text(last.scenario, "card"),
            text(f"{last.seat} · {last.when}", "label", "text2"),
            grow=1,
        )
        inside = row(words, icon("arrow-right", 26, "accent"), gap=14)
        go = self.ways.go_on
        return card("continue", said, partial(go, app) if go else None, inside, selected=True)


def _way(
    app: App, name: str, label: str, go: Go | None, sign: str, lead: bool = False, command: str = ""
) -> Node:
    return button(
        name,
        label,
        partial(go, app) if go else _nowhere,
        kind="primary" if lead else "quiet",
        sign=sign,
        command=command,
        justify="start",
        disabled="" if go else _("There is nothing here yet."),
    )


def _nowhere() -> None:
    """A way that is not open; its button says why."""


def ask_to_leave(app: App) -> None:
    """Ask, since Esc is pressed by mistake."""
    app.open(
        lambda app: dialog(
            "leave.sure",
            _("Leave the game?"),
            text(_("Games are saved at every turn.")),
            buttons=(
                button("stay", _("Stay"), app.close),
                button("go", _("Leave"), partial(setattr, app, "running", False), kind="danger"),
            ),
            close=app.close,
            wide=24,
        )
    )
