"""The scenario library: what there is to play, by picture, and the game that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import N_, _, _n, _p
from game.screens.before import scenario_page
from game.screens.before.catalogue import Listed, catalogue, draw_pictures, listed
from game.screens.before.choice import Choice
from game.screens.before.filters import Filters, filtering, label_of
from game.screens.before.pictures import covering
from game.screens.before.scenario_page import Begin
from game.screens.parts.levels import LEVELS
from game.ui.app import App
from game.ui.node import Do, Node, column, em, grid, row, spacer, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    chip,
    entry,
    heading,
    icon,
    notice,
    panel,
    scroll,
    segmented,
    text,
)

NARROW = 980
SORTS = (("suggested", N_("Suggested")), ("length", N_("Length")), ("year", N_("Year")))


class Library(Screen):
    """Cards on the left, the chosen scenario on the right."""

    name = "library"
    first = "scenario.first_light"

    def __init__(self, begin: Begin, campaign: Callable[[App], object] | None = None) -> None:
        self.begin, self.campaign = begin, campaign
        self.words, self.sort, self.filters = "", "suggested", Filters()
        self.choice: Choice | None = None
        self.tab, self.looking = "about", False

    def entered(self, app: App) -> None:
        """Read the files and draw their pictures meanwhile."""
        app.work("library", catalogue, lambda found: self._read(app))

    def _read(self, app: App) -> None:
        sound, faulty = catalogue()
        if self.choice is None and sound:
            self.choice = Choice(sound[0], level=sound[0].scenario.level)
            if app.looks.focus in ("", "back"):
                app.looks.focus = f"scenario.{sound[0].id}"
        names = [each.id for each in sound]
        app.work("pictures", partial(draw_pictures, names), lambda name: None)
        for each in faulty[:1]:
            app.say(_("{file} is faulty and left out: {why}").format(
                file=each.path.name, why=each.why), "triangle-alert")  # fmt: skip

    def build(self, app: App) -> Node:
        """Everything at once, or the list and the scenario in turn."""
        if self.choice is None:
            waiting = notice(_("Reading the scenarios"), "hourglass")
            return column(self._top(app), row(waiting, justify="center", pad=40))
        narrow = app.room[0] < NARROW
        if narrow and self.looking:
            body = self._page(app, self.choice)
        elif narrow:
            body = self._shelf(app)
        else:
            page = self._page(app, self.choice)
            page.width, shelf = em(26), self._shelf(app)
            shelf.grow = 1
            body = row(shelf, page, gap=16, align="stretch")
        body.grow = 1
        return column(self._top(app), column(body, pad=(18, 12, 18, 16), grow=1))

    def _page(self, app: App, choice: Choice) -> Node:
        return scenario_page.build(app, choice, self.tab, partial(setattr, self, "tab"), self.begin)

    def back(self, app: App) -> None:
        """In a narrow window from the scenario to the list first."""
        if self.looking and app.room[0] < NARROW:
            self.looking = False
            app.looks.focus = f"scenario.{self.choice.listed.id}" if self.choice else ""
            app.touch()
        else:
            app.pop()

    def _top(self, app: App) -> Node:
        short = app.room[0] < NARROW
        campaign = self.campaign
        return bar(
            button("back", _("Back"), partial(self.back, app), kind="quiet", sign="arrow-left"),
            None if short and app.room[0] < 620 else heading(_("New game")),
            spacer(),
            button("campaign", _("Campaign"), partial(campaign, app), kind="quiet",
                   sign="notebook-pen") if campaign else None,
        )  # fmt: skip

    # ---- the shelf --------------------------------------------------------------------------

    def found(self) -> list[Listed]:
        """What is wanted, in the order that is wanted."""
        wanted = self.words.lower().split()
        fit = [each for each in catalogue()[0] if self.filters.fits(each)]
        fit = [each for each in fit if all(word in each.words for word in wanted)]
        if self.sort == "length":
            fit.sort(key=lambda each: each.minutes)
        elif self.sort == "year":
            fit.sort(key=lambda each: (each.scenario.year is None, each.scenario.year or 0))
        return fit

    def _shelf(self, app: App) -> Node:
        found = self.found()
        search = entry("search", _("Search the scenarios"), self.words, self._search,
                       app.cursor("search"), hint=_("Search"), longest=60, grow=1,
                       max_width=em(16))  # fmt: skip
        sorts = segmented("sort", _p("sorting", "Order"), [(key, _(label)) for key, label in SORTS],
                          self.sort, partial(setattr, self, "sort"))  # fmt: skip
        filters = button("filters", _("Filters"), partial(self._ask, app), sign="filter",
                         note=str(len(self.filters.on)) if self.filters.on else "")  # fmt: skip
        tools = wrap(row(icon("search", 20, "text2"), search, gap=8, min_width=em(12)), filters,
                     sorts, gap=12)  # fmt: skip
        cards = grid(*(self._card(app, each) for each in found), cell=em(16.5), gap=14)
        cards.arrows, cards.role, cards.label = True, "list", _("Scenarios")
        for number, node in enumerate(cards.children, 1):
            node.position = (number, len(cards.children))
        none = notice(_("No scenario is like that. Take a filter away."), "filter")
        return panel(
            "shelf", _("Scenarios"), tools, self._set(app),
            scroll("cards", cards if found else none, pad=(5, 6, 14, 6)),
            sign="layers", note=_n("One scenario", "{n} scenarios", len(found)),
        )  # fmt: skip

    def _set(self, app: App) -> Node | None:
        """The filters that are set, each to be taken away."""
        chips = [
            button(f"unset.{name}", label_of(name, getattr(self.filters, name)),
                   partial(setattr, self.filters, name, ""), sign="x", pad=(10, 4))
            for name in self.filters.on
        ]  # fmt: skip
        return wrap(*chips, gap=8) if chips else None

    def _card(self, app: App, each: Listed) -> Node:
        scenario, chosen = each.scenario, self.choice is not None and self.choice.listed == each
        when = str(scenario.year) if scenario.year else _("invented")
        facts = " \u00b7 ".join(
            (when, _n("1 turn", "{n} turns", scenario.turns),
             _n("1 seat", "{n} seats", len(scenario.nations)), _(LEVELS[scenario.level]),
             *([each.foreign] if each.foreign else []))
        )  # fmt: skip
        first = each.id == "first_light"
        begin = chip(_("Begin here"), "good", "graduation-cap") if first else None
        words = column(text(scenario.title, "card"), text(facts, "label", "text2"),
                       row(begin) if begin else None, gap=3, pad=(14, 8, 14, 12))  # fmt: skip
        node = card(f"scenario.{each.id}", f"{scenario.title}, {facts}",
                    partial(self._choose, app, each), covering(each.id, em(9.2)), words,
                    selected=chosen, pad=2, gap=0)  # fmt: skip
        node.description = scenario.summary
        return node

    def _choose(self, app: App, each: Listed) -> None:
        if self.choice is None or self.choice.listed != each:
            self.choice, self.tab = Choice(each), "about"
        elif app.room[0] >= NARROW:
            app.set_focus("brief")
        self.looking = True

    def _search(self, words: str) -> None:
        self.words = words

    def _ask(self, app: App) -> None:
        app.open(lambda app: filtering(app, self.filters, len(self.found())))

    def commands(self, app: App) -> dict[str, Do]:
        """The key of every search."""
        return {"search": partial(app.set_focus, "search")}

    def choose(self, name: str) -> None:
        """Show a scenario by its id."""
        found = listed(name)
        if found is not None:
            self.choice = Choice(found)
