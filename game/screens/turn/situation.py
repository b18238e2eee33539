"""The main screen: what stands, on a map; what is open; what you have ordered; what may come."""

from __future__ import annotations

from functools import partial
from typing import Unpack

from game.decisions import Order
from game.language import _, _n
from game.report.dossier import Dossier
from game.screens.case.cards import cards
from game.screens.case.focus import Focus
from game.screens.parts import endturn
from game.screens.parts.opening import (
    open_curtain,
    open_nation,
    open_negotiation,
    open_orders,
)
from game.screens.parts.phases import LOW, ribbon
from game.screens.play.cases import open_cases
from game.screens.play.session import Session
from game.screens.play.todo import Todo, unresolved
from game.screens.turn.ahead import Ahead
from game.screens.turn.desk_bar import desk_bar
from game.screens.turn.game_menu import menu
from game.screens.turn.news_list import news_list
from game.screens.turn.order_queue import note, queue
from game.screens.turn.places import WIDE, Places, one_panel
from game.screens.turn.world_map import WorldMap
from game.ui.app import App
from game.ui.node import Box, Do, Node, column, row, spacer
from game.ui.screen import Screen
from game.ui.widgets import button, panel, scroll, text

LOWEST = 384
"""Height of the room below which the desk may scroll; the least window has it at texts of 200 %."""


class Situation(Screen):
    """The desk of the nation at the window."""

    name, first = "situation", "next_decision"

    def __init__(self, session: Session) -> None:
        self.session = session
        self._app: App | None = None
        self._begun = False
        self.map: WorldMap | None = None
        self._clear()

    def _clear(self) -> None:
        """A desk that nobody has touched: nothing chosen, opened or moved."""
        self.of, self.turn = self.session.nation, self.session.turn
        self.incident, self._todo = -1, -1
        self.places = Places()
        self.focus = Focus(self.session, self.compose)
        self.ahead = Ahead(self.session)
        if self.map is not None:
            self.map.clear()

    def entered(self, app: App) -> None:
        """The map is kept as long as its reader; what one was busy with is not for the next."""
        self._app = app
        if self.of != self.session.nation:
            self._clear()
            app.start_over()
        elif self.turn != self.session.turn:
            self._new_turn(app)
        if self.map is None:
            self.map = WorldMap(app, self.session, self._open_case)
        if not self._begun:
            self._begun = True
            if len(self.session.seats) > 1 and not self.session.over:
                open_curtain(app, self.session)
                return
        endturn.greet(app, self.session)

    def _new_turn(self, app: App) -> None:
        """What presses most comes first again, and everything is read from its top."""
        self.turn, self.incident, self._todo = self.session.turn, -1, -1
        self.focus.tab = "attribution"
        app.start_over()

    def build(self, app: App) -> Node:
        """All of it, as much as there is room for."""
        panels = {
            "cases": self._cases,
            "focus": self._focus,
            "news": self._news,
            "map": self._map,
            "queue": self._queue,
            "ahead": self._ahead,
        }
        body = self.places.arranged(app, panels)
        if app.room[1] < LOWEST:
            body = scroll("desk", body, pad=(0, 0, 0, 0))
        return column(desk_bar(self.session, app, self.go_to), ribbon(self.session, app), body)

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
        if one_panel(app):
            found["next_panel"] = partial(self._turn_panel, app, 1)
            found["previous_panel"] = partial(self._turn_panel, app, -1)
        return found

    # ---- the panels ------------------------------------------------------------------------

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
        found = unresolved(self.session) if app.settings.nagging else []
        way = button(
            "next_decision", _("Next decision"), partial(self.next_decision, app),
            sign="corner-down-right", command="next_decision",
            hint=app.keymap.first("next_decision"), tip=self._open_list,
            note=_n("{n} open", "{n} open", len(found)) if found else "",
        )  # fmt: skip
        if not found or app.room[1] < LOW:
            return way
        coming = found[(self._todo + 1) % len(found)].text
        return column(way, text(coming, "meta", "text2", lines=2, tip=coming), gap=4)

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
        return panel("forecast", self.ahead.title, self.ahead.node(app), sign="telescope", **box)

    def _map(self, app: App, **box: Unpack[Box]) -> Node:
        """It takes what room there is, whatever it is given."""
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
        return self.session.dossier(self.incident) or next(iter(found), None)

    @property
    def _chosen_number(self) -> int:
        chosen = self.chosen
        return chosen.incident if chosen is not None else -1

    def choose(self, incident: int) -> None:
        """Put a case in focus; where there is little room, go there."""
        small = self._app is not None and self._app.room[0] < WIDE
        if small and incident == self.incident:
            self.places.show("focus")
        self.incident = incident

    def _open_case(self, case: str) -> None:
        """A case was clicked on the map."""
        for each in open_cases(self.session):
            if each.id == case:
                self.incident, self.places.side = each.incident, "focus"

    def _lens(self) -> None:
        if self.map is not None:
            self.map.turn_lens()

    def _turn_panel(self, app: App, by: int) -> None:
        self.places.turn(by)
        app.set_focus(f"panel.{self.places.panel}")

    # ---- decisions -------------------------------------------------------------------------

    def next_decision(self, app: App, by: int = 1) -> None:
        """Go to the next thing that is open; nothing is decided by going there."""
        found = unresolved(self.session)
        if not found:
            app.say(_("Nothing is left to decide in this step."), "check")
            app.set_focus("end")
            return
        self._todo = (self._todo + by) % len(found)
        app.say(found[self._todo].text, "corner-down-right")
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
        self.places.show("focus" if todo.incident >= 0 else "queue")
        app.touch()
        app.set_focus(self._place_of(todo))

    def _place_of(self, todo: Todo) -> str:
        """The node at which something that is open is decided."""
        if todo.incident < 0:
            return todo.id
        bare = todo.kind == "idle" and not self.session.staffed  # nothing is suggested there
        return todo.id.replace("case.", "compose.", 1) if bare else f"focus.{self.focus.tab}"

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
