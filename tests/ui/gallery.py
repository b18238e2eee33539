"""Every widget on one screen, to be looked at and checked."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.report.html.charts import Axis, Band, Chart, Head, Mark, Series, lines
from game.ui.app import App
from game.ui.node import Node, column, grid, row
from game.ui.screen import Screen
from game.ui.widgets import (
    band,
    bar,
    button,
    card,
    chip,
    dialog,
    entry,
    figure,
    heading,
    icon_button,
    listing,
    meter,
    notice,
    pair,
    panel,
    prose,
    ring,
    scroll,
    segmented,
    severity,
    spacer,
    stacked_bar,
    steps,
    switch,
    table,
    tabs,
    text,
)
from game.ui.widgets.report_chart import chart_of

WHO = (("Taigan", 0.46, "severity.2"), ("Criminals", 0.3, "text3"), ("Others", 0.24, "line2"))
SHADES = ("severity.0", "severity.1", "severity.2", "severity.3")


class Gallery(Screen):
    """All widgets, with the state they need."""

    name = "gallery"

    def __init__(self) -> None:
        self.tab, self.pick, self.line, self.on, self.chosen = "who", "b", "", True, 1
        self.sent: list[str] = []
        self.as_table = False
        self.at: int | None = None

    def build(self, app: App) -> Node:
        panels = [self.cases(), self.case(), self.controls(app), self.figures(), self.graph()]
        width = app.room[0]
        columns = 4 if width >= 1500 else 2 if width >= 800 else 1
        body = grid(*panels, columns=columns, gap=12, pad=14)
        body.scroll, body.grow, body.id = True, 1, "all"
        return column(self.top(app), body)

    def top(self, app: App) -> Node:
        if app.room[0] < 1000:
            return bar(heading("Aurelia"), spacer(), self.end_turn(app))
        return bar(
            figure("14", _("Political capital"), "landmark", "+3", "good"),
            figure("57 %", _("Public support"), "users", "-2", "bad"),
            column(
                text(_("Escalation 3 of 7"), "meta"),
                steps(_("Escalation"), 3, 7, "3 of 7", SHADES, height=9),
                gap=4,
            ),
            spacer(),
            icon_button("menu", "menu", _("Menu"), partial(self.ask, app)),
            self.end_turn(app),
        )

    def end_turn(self, app: App) -> Node:
        return button(
            "end", _("End turn"), partial(self.ask, app), kind="primary", sign="arrow-right",
            command="end_turn", tip=_("Two decisions are open."),
        )  # fmt: skip

    def cases(self) -> Node:
        names = ("Hollow Tide", "Glass Heron", "Paper Lantern")
        cards = [
            card(
                f"case.{i}", f"{name}, severe", partial(self.choose, i),
                row(severity(4 - i, "severe"), text(name, "card", grow=1),
                    chip("SEVERE", SHADES[3 - i]), gap=8),
                text(_("Port terminal wiper"), "label", "text2"),
                stacked_bar(_("Who"), WHO),
                selected=i == self.chosen,
            )
            for i, name in enumerate(names)
        ]  # fmt: skip
        cases = listing("case_list", _("Dossiers"), *cards, min_height=240)
        after = button("next", _("Next decision"), lambda: None, sign="corner-down-right",
                       command="next_decision", hint="N")  # fmt: skip
        return panel("cases", _("Dossiers"), cases, after, sign="siren", note="3")

    def case(self) -> Node:
        options = [("who", _("Attribution")), ("proof", _("Evidence")), ("old", _("History"))]
        return panel(
            "case", "Hollow Tide",
            prose("summary", _("Malware halted **three ports**. It breaks the norm on "
                               "[[critical|critical services]]; see [[attribution]].")),
            tabs("tab", _("Views"), options, self.tab, partial(setattr, self, "tab")),
            pair("Taigan Fed.", "46 %"),
            band("Taigan", 0.33, 0.46, 0.61, "46 %, 33 to 61", limit=0.6),
            notice(_("To attribute in public needs 60 % or two allies."), "scale", "warn"),
            row(ring(_("Chance"), 0.74, "74 %"), spacer(), chip("B2", "good"), gap=10),
            sign="file-text",
        )  # fmt: skip

    def controls(self, app: App) -> Node:
        options = [("a", _("None")), ("b", _("Named ports")), ("c", _("All ports"))]
        return panel(
            "controls", _("Offer"),
            segmented("ports", _("Ports off limits"), options, self.pick,
                      partial(setattr, self, "pick")),
            meter(_("Acceptance"), 0.47, "47 %", "warn"),
            switch("secret", _("Secret"), self.on, partial(setattr, self, "on"),
                   words=(_("Open"), _("Secret"))),
            entry("say", _("Message"), self.line, partial(setattr, self, "line"), app.cursor("say"),
                  send=self.send, hint=_("Message to the table")),
            row(button("undo", _("Undo"), lambda: None, sign="undo-2", command="undo",
                       disabled=_("Nothing to undo.")),
                button("walk", _("Walk out"), partial(self.ask, app), kind="danger",
                       sign="log-out"),
                gap=10),
            *[text(each, "label", "text2") for each in self.sent],
            sign="messages-square",
        )  # fmt: skip

    def figures(self) -> Node:
        rows = [("Norrland", "78", "+4"), ("Vesna", "64", "+6"), ("Taigan", "19", "-8")]
        return panel("figures", _("Trust"), table(
            "trust", _("Trust in you"), (_("Nation"), _("Trust"), _("Change")), rows,
            weights=(2, 1, 1), chosen=self.chosen, choose=self.choose, min_height=200),
            sign="network")  # fmt: skip

    def graph(self) -> Node:
        picture = chart_of(
            _escalation(), self.at, partial(setattr, self, "at"), as_table=self.as_table,
            min_height=260,
        )  # fmt: skip
        shown = button("as_table", _("View as table"), self.turn, sign="table-2", command="table")
        return panel("graph", _("Escalation"), picture, shown, sign="chart-line")

    def turn(self) -> None:
        self.as_table = not self.as_table

    def choose(self, number: int) -> None:
        self.chosen = number

    def send(self) -> None:
        self.sent, self.line = [*self.sent, self.line], ""

    def ask(self, app: App) -> None:
        app.open(lambda app: dialog(
            "sure", _("End the turn?"), scroll("why", text(_("Cold Furnace has no order."))),
            buttons=(button("no", _("Not yet"), app.close),
                     button("yes", _("End it"), app.close, kind="primary")),
            close=app.close, sign="hourglass"))  # fmt: skip


def _escalation() -> Chart:
    turns = range(9)
    real = tuple(1 + turn * 0.4 for turn in turns)
    other = tuple(1 + turn * 0.15 for turn in turns)
    low, high = tuple(y * 0.8 for y in other), tuple(y * 1.2 for y in other)
    return lines(
        Head("escalation", _("Escalation"), _("How near the world was to war.")),
        turns,
        [Series(_("What happened"), real), Series(_("Had you talked"), other, "dashed")],
        Axis(0, 7),
        bands=[Band(_("Had you talked"), low, high)],
        marks=[Mark(5, "A", _("Attributed"))],
    )
