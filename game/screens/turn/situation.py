"""The main screen: what stands, on a map; what is open; what you have ordered; what may come."""

from __future__ import annotations

from functools import partial
from typing import Unpack

from game.decisions import Order
from game.language import N_, _, _n
from game.report.dossier import Dossier
from game.screens.case.cards import cards
from game.screens.case.focus import Focus
from game.screens.parts import endturn, figures
from game.screens.parts.opening import (
    open_aftermath,
    open_curtain,
    open_nation,
    open_negotiation,
    open_orders,
)
from game.screens.parts.phases import SENDS, ribbon
from game.screens.play.cases import open_cases
from game.screens.play.session import Session
from game.screens.play.todo import Todo, unresolved
from game.screens.turn.ahead import Ahead
from game.screens.turn.game_menu import menu
from game.screens.turn.news_list import news_list
from game.screens.turn.order_queue import note, queue
from game.screens.turn.world_map import WorldMap
from game.ui.app import App
from game.ui.helping import keys_dialog
from game.ui.node import Box, Do, Node, column, em, row, spacer, wrap
from game.ui.screen import Screen
from game.ui.widgets import bar, button, icon_button, panel, tabs

WIDE, NARROW = 1500, 1000
"""Room in units of text from which all panels stand side by side; below which one is shown."""

PANELS = (
    ("cases", N_("Cases"), "siren"),
    ("focus", N_("In focus"), "search"),
    ("news", N_("News"), "radio-tower"),
    ("map", N_("Map"), "globe"),
    ("queue", N_("Orders"), "list-ordered"),
    ("ahead", N_("Forecast"), "telescope"),
)


class Situation(Screen):
    """The desk of the nation at the window."""

    name, first = "situation", "next_decision"

    def __init__(self, session: Session) -> None:
        self.session = session
        self.incident = -1
        self.panel, self.side, self.dock = "cases", "cases", "queue"
        self.focus = Focus(session, self.compose)
        self.ahead = Ahead(session)
        self.map: WorldMap | None = None
        self._app: App | None = None
        self._todo, self._begun = -1, False

    def entered(self, app: App) -> None:
        """The map is kept as long as the screen."""
        self._app = app
        if self.map is None:
            self.map = WorldMap(app, self.session, self._open_case)
        if not self._begun:
            self._begun = True
            if len(self.session.seats) > 1 and not self.session.over:
                open_curtain(app, self.session)
                return
        endturn.greet(app, self.session)

    def build(self, app: App) -> Node:
        """All of it, as much as there is room for."""
        room = app.room[0]
        if room >= WIDE:
            body = self._wide(app)
        elif room >= NARROW:
            body = self._middle(app)
        else:
            body = self._one(app)
        return column(self._top(app), ribbon(self.session, app), body)

    def back(self, app: App) -> None:
        """Esc opens the menu of the game."""
        menu(app, self.session)

    def commands(self, app: App) -> dict[str, Do]:
        """Keys that no node stands for."""
        found: dict[str, Do] = {
            "next_decision": partial(self.next_decision, app),
            "previous_decision": partial(self.next_decision, app, -1),
            "save": partial(endturn.quick_save, app, self.session),
            "lens": self._lens,
        }
        if app.room[0] < NARROW:
            found["next_panel"] = partial(self._turn_panel, app, 1)
            found["previous_panel"] = partial(self._turn_panel, app, -1)
        return found

    # ---- the panels ------------------------------------------------------------------------

    def _wide(self, app: App) -> Node:
        left = column(self._cases(app, grow=3), self._news(app, grow=2), gap=14, width=em(18.6))
        dock = row(
            self._queue(app, grow=10), self._ahead(app, grow=7), gap=14, align="stretch",
            height=em(18.4),
        )  # fmt: skip
        middle = column(self._map(app), dock, gap=14, grow=1)
        right = self._focus(app, width=em(22.4))
        return row(left, middle, right, gap=14, pad=14, grow=1, align="stretch")

    def _middle(self, app: App) -> Node:
        """Cases and the case in focus share the left; orders and forecast the foot."""
        sides = {"cases": self._cases, "focus": self._focus, "news": self._news}
        shown = sides[self.side]
        left = column(
            self._tabs("side", ("cases", "focus", "news"), self.side),
            shown(app, grow=1),
            gap=8,
            width=em(22),
        )
        foot = self._queue if self.dock == "queue" else self._ahead
        dock = column(
            self._tabs("dock", ("queue", "ahead"), self.dock), foot(app, grow=1), gap=8,
            height=min(em(17), em(app.room[1] / 18 * 0.42)),
        )  # fmt: skip
        middle = column(self._map(app), dock, gap=10, grow=1)
        return row(left, middle, gap=12, pad=10, grow=1, align="stretch")

    def _one(self, app: App) -> Node:
        """One panel at a time; F6 goes to the next."""
        shown = {
            "cases": self._cases,
            "focus": self._focus,
            "news": self._news,
            "queue": self._queue,
            "ahead": self._ahead,
        }
        made = shown[self.panel](app, grow=1) if self.panel in shown else self._map(app)
        names = tuple(each[0] for each in PANELS)
        return column(self._tabs("panel", names, self.panel), made, gap=8, pad=8, grow=1)

    def _tabs(self, name: str, keys: tuple[str, ...], chosen: str) -> Node:
        options = [(key, _(label), sign) for key, label, sign in PANELS if key in keys]
        made = tabs(name, _("Panels"), options, chosen, partial(setattr, self, name))
        if name != "panel":
            made.on = {}
        return made

    def _top(self, app: App) -> Node:
        session = self.session
        whose, numbers = figures.whose(session, app), figures.numbers(session, app)
        ladder, clock = figures.ladder(session, app), figures.clock(session, app)
        tools = row(
            icon_button("menu", "menu", _("Menu of the game"), partial(menu, app, session)),
            icon_button("help", "circle-question-mark", _("Keys of this screen"),
                        partial(keys_dialog, app)),
            self._send_button(app), gap=8,
        )  # fmt: skip
        if app.room[0] >= figures.LEAST_FOR_ALL:
            return bar(whose, numbers, ladder, clock, tools, gap=20)
        made = column(
            row(whose, spacer(), tools, gap=10), wrap(numbers, ladder, clock, gap=16), gap=8
        )
        return bar(column(made, grow=1), gap=8)

    def _send_button(self, app: App) -> Node:
        step = self.session.step
        if step is None:
            return button("end", _("Debrief"), partial(open_aftermath, app, self.session),
                          kind="primary", sign="arrow-right", command="end_turn")  # fmt: skip
        return button(
            "end", _(SENDS[step.name]), partial(endturn.send, app, self.session, self.go_to),
            kind="primary", sign="arrow-right", command="end_turn",
            tip=_("What was sent cannot be recalled."),
        )  # fmt: skip

    def _cases(self, app: App, **box: Unpack[Box]) -> Node:
        box["pad"] = (8, 10)
        found = open_cases(self.session)
        return panel(
            "dossiers", _("Incident dossiers"),
            cards(self.session, self._chosen_number, self.choose),
            self._next(app), sign="siren", note=_n("{n} case", "{n} cases", len(found)),
            **box,
        )  # fmt: skip

    def _news(self, app: App, **box: Unpack[Box]) -> Node:
        box["pad"] = (10, 8)
        return panel(
            "news_panel", _("News of this turn"), news_list(self.session), sign="radio-tower", **box
        )

    def _next(self, app: App) -> Node:
        count = len(unresolved(self.session))
        label = _("Next decision")
        return button(
            "next_decision", label, partial(self.next_decision, app), sign="corner-down-right",
            command="next_decision", hint=app.keymap.first("next_decision"),
            note=_n("{n} open", "{n} open", count) if count and app.settings.nagging else "",
            tip=self._open_list,
        )  # fmt: skip

    def _open_list(self) -> str:
        lines = [f"· {todo.text}" for todo in unresolved(self.session)]
        return "\n".join(lines) or _("Nothing is left to decide in this step.")

    def _focus(self, app: App, **box: Unpack[Box]) -> Node:
        return panel(
            "focus_panel", _("In focus"), self.focus.node(app, self.chosen), sign="search", **box
        )

    def _queue(self, app: App, **box: Unpack[Box]) -> Node:
        box["pad"] = (8, 10)
        made = queue(self.session, app, self.edit, self.compose)
        return panel(
            "orders", _("Order queue"), made, sign="list-ordered", note=note(self.session, app),
            **box,
        )  # fmt: skip

    def _ahead(self, app: App, **box: Unpack[Box]) -> Node:
        box["pad"] = (8, 8)
        return panel(
            "forecast", _("If you end the turn now"), self.ahead.node(app), sign="telescope",
            **box,
        )  # fmt: skip

    def _map(self, app: App) -> Node:
        assert self.map is not None
        return self.map.node(app, self.chosen, self._of_nation(app))

    def _of_nation(self, app: App) -> Node | None:
        """What can be done about the nation chosen on the map."""
        nation = self.map.nation if self.map is not None else ""
        if not nation:
            return None
        name = self.session.match.setup.names[self.session.match.setup.nations.index(nation)]
        about = button("nation", _("About {nation}").format(nation=name),
                       partial(open_nation, app, self.session, nation), sign="flag")  # fmt: skip
        return row(spacer(), about)

    # ---- what is chosen --------------------------------------------------------------------

    @property
    def chosen(self) -> Dossier | None:
        """The case in focus: the one chosen, else the most pressing."""
        found = open_cases(self.session)
        return next((d for d in found if d.incident == self.incident), next(iter(found), None))

    @property
    def _chosen_number(self) -> int:
        chosen = self.chosen
        return chosen.incident if chosen is not None else -1

    def choose(self, incident: int) -> None:
        """Put a case in focus; where there is little room, go there."""
        small = self._app is not None and self._app.room[0] < WIDE
        if small and incident == self.incident:
            self.side = self.panel = "focus"
        self.incident = incident

    def _open_case(self, case: str) -> None:
        """A case was clicked on the map."""
        for each in open_cases(self.session):
            if each.id == case:
                self.incident, self.side = each.incident, "focus"

    def _lens(self) -> None:
        if self.map is not None:
            self.map.turn_lens()

    def _turn_panel(self, app: App, by: int) -> None:
        names = [each[0] for each in PANELS]
        self.panel = names[(names.index(self.panel) + by) % len(names)]
        app.set_focus(f"panel.{self.panel}")

    # ---- decisions -------------------------------------------------------------------------

    def next_decision(self, app: App, by: int = 1) -> None:
        """Go to the next thing that is open; nothing is decided by going there."""
        found = unresolved(self.session)
        if not found:
            app.say(_("Nothing is left to decide in this step."), "check")
            app.set_focus("end")
            return
        self._todo = (self._todo + by) % len(found)
        self.go_to(found[self._todo])

    def go_to(self, todo: Todo) -> None:
        """Show what decides something that is open."""
        app = self._app
        if app is None:
            return
        if todo.screen == "negotiation":
            open_negotiation(app, self.session)
            return
        if todo.incident >= 0:
            self.incident = todo.incident
            self.focus.tab = "attribution" if todo.kind == "judge" else "options"
            self.side = self.panel = "focus"
        else:
            self.dock = self.panel = "queue"
        app.touch()
        app.set_focus(f"focus.{self.focus.tab}" if todo.incident >= 0 else todo.id)

    def compose(self, about: Dossier | None = None, start: Order | None = None) -> None:
        """Open the order composer, about a case or with an order begun."""
        if self._app is not None:
            case = about or self.chosen
            incident = case.incident if case else -1
            open_orders(self._app, self.session, start, about=incident)

    def edit(self, place: int) -> None:
        """Change an order of the queue."""
        if self._app is not None:
            order = self.session.drafts.orders[place]
            open_orders(self._app, self.session, order, place)
