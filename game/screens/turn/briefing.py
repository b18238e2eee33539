"""The briefing: what has happened, who you are, what you want, who is who, and how to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from game.atlas.maps import map_of
from game.codex.book import book
from game.language import N_, _
from game.screens.before.pictures import flag_of
from game.screens.parts.figures import FIGURES, amount_of
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.screens.turn.aims import aims, aims_panel, is_dilemma, paragraphs
from game.screens.turn.first_steps import first_steps
from game.ui.app import App
from game.ui.map.lens import mixed
from game.ui.map.scene import Case, Fill, Scene, Status
from game.ui.map.widget import MapBoard
from game.ui.node import Node, column, row, spacer, wrap
from game.ui.screen import Screen
from game.ui.widgets import (
    bar,
    button,
    card,
    chip,
    figure,
    heading,
    listing,
    notice,
    panel,
    prose,
    rule,
    scroll,
    tabs,
    text,
)

WIDE = 1250

TABS = (
    ("story", N_("What happened"), "file-text"),
    ("you", N_("You"), "landmark"),
    ("goals", N_("What you want"), "target"),
    ("who", N_("Who is who"), "users"),
    ("first", N_("First steps"), "list-ordered"),
    ("map", N_("Map"), "globe"),
)


class Briefing(Screen):
    """Read before the first turn, and again whenever one likes."""

    name = "briefing"
    first = "start"

    def __init__(
        self, session: Session, start: Callable[[App], object], again: bool = False
    ) -> None:
        """start: where it leads; again: back into a game that has begun."""
        self.session, self.start, self.again, self.tab = session, start, again, "story"
        self.looked, self._codex_key = self.own, "C"
        self.board: MapBoard | None = None

    @property
    def own(self) -> str:
        """The nation at the window."""
        return self.session.setup.nations[self.session.nation]

    def entered(self, app: App) -> None:
        """The map is kept as long as the screen."""
        self._codex_key = app.keymap.first("codex") or self._codex_key
        if self.board is None:
            self.board = MapBoard(app, map_of(self.session.match.scenario), self.look)

    def look(self, nation: str) -> None:
        """Show who a nation is."""
        self.looked, self.tab = nation, "who"

    def build(self, app: App) -> Node:
        """Pages on the left and the map on the right, or one of them at a time."""
        wide = app.room[0] >= WIDE
        shown = [tab for tab in TABS if not wide or tab[0] not in ("map", "goals")]
        if self.tab not in [tab[0] for tab in shown]:
            self.tab = "story"
        names = [(key, _(label), sign) for key, label, sign in shown]
        choice = tabs("tab", _("Briefing"), names, self.tab, partial(setattr, self, "tab"))
        page = self._page(app, [tab[0] for tab in shown])
        left = column(choice, page, gap=8, grow=5)
        body = left
        if wide:
            map_ = self._map(app)
            map_.grow = 1
            right = column(map_, aims_panel(self.session), gap=14, grow=6)
            body = row(left, right, gap=16, align="stretch")
        body.grow = 1
        return column(self._top(app), column(body, pad=(18, 10, 18, 16), grow=1))

    def _top(self, app: App) -> Node:
        scenario, short = self.session.match.scenario, app.room[0] < 900
        nation = scenario.nations[self.own]
        return bar(
            button("back", _("Back"), partial(self.back, app), kind="quiet", sign="arrow-left"),
            None if short else heading(scenario.title),
            spacer(),
            None if short else flag_of(scenario, self.own),
            None if short else text(nation.short or nation.name, "strong"),
            button("start", _("Go on") if self.again else _("Start"), partial(self.start, app),
                   kind="primary", sign="play", pad=(24, 8)),
        )  # fmt: skip

    def _page(self, app: App, order: list[str]) -> Node:
        if self.tab == "map":
            node = self._map(app)
            node.grow = 1
            return node
        pages: dict[str, Callable[[], Iterator[Node]]] = {
            "story": self._story,
            "you": self._you,
            "who": self._who,
            "first": partial(first_steps, self.session, self._codex_key),
            "goals": partial(aims, self.session),
        }
        label, sign = next((_(label), sign) for key, label, sign in TABS if key == self.tab)
        inside = scroll(f"page.{self.tab}", *pages[self.tab](), gap=12, pad=(14, 8, 18, 8))
        return panel("page", label, inside, self._next(app, order), sign=sign, pad=6, grow=1)

    def _next(self, app: App, order: list[str]) -> Node | None:
        at = order.index(self.tab)
        if at + 1 >= len(order):
            return None
        label = next(_(label) for key, label, _sign in TABS if key == order[at + 1])
        onward = button("onward", label, partial(setattr, self, "tab", order[at + 1]),
                        sign="chevron-right", kind="quiet")  # fmt: skip
        return row(spacer(), onward)

    # ---- pages ------------------------------------------------------------------------------

    def _story(self) -> Iterator[Node]:
        for number, part in enumerate(paragraphs(self.session.match.scenario.brief)):
            style = "lead" if number == 0 else "body"
            yield prose(f"story.{number}", book().linked(part), style)

    def _you(self) -> Iterator[Node]:
        scenario = self.session.match.scenario
        nation = scenario.nations[self.own]
        name = text(_("You speak for {nation}.").format(
            nation=nation.short or nation.name), "card", grow=1)  # fmt: skip
        yield row(flag_of(scenario, self.own, 2.2), name, gap=12)
        yield self._numbers()
        yield rule()
        for number, part in enumerate(paragraphs(nation.brief)):
            if is_dilemma(part):
                yield notice(part, "scale", "warn")
            else:
                yield prose(f"you.{number}", book().linked(part))

    def _numbers(self) -> Node:
        now = self.session.situation
        amounts = {"capital": now.capital, "effort": now.effort, "funds": now.funds,
                   "support": now.support, "standing": now.standing}  # fmt: skip
        return wrap(*(figure(amount_of(name, amounts[name]), _(label), sign)
                      for name, label, sign, _unit in FIGURES), gap=26)  # fmt: skip

    def _who(self) -> Iterator[Node]:
        scenario = self.session.match.scenario
        cards = [self._nation(id_) for id_ in scenario.nations]
        yield listing("nations", _("Nations"), *cards, scroll=False, grow=0)
        if scenario.actors:
            yield heading(_("Groups"), "label_strong", "text2")
        for actor in scenario.actors.values():
            home = scenario.nations[actor.home]
            where = _("{kind}, at home in {nation}").format(
                kind=_(str(actor.kind.value)), nation=home.short or home.name)  # fmt: skip
            yield column(text(actor.name, "strong"), text(where, "meta", "text2"),
                         text(actor.about, "label", "text2"), gap=2)  # fmt: skip

    def _nation(self, id_: str) -> Node:
        scenario = self.session.match.scenario
        nation = scenario.nations[id_]
        you = chip(_("you"), "accent", "user-check") if id_ == self.own else None
        emerging = chip(_("emerging"), "good", "star") if nation.emerging else None
        head = row(flag_of(scenario, id_), text(nation.name, "card", grow=1), emerging, you,
                   gap=10)  # fmt: skip
        return card(f"nation.{id_}", nation.name, partial(self.look, id_), head,
                    text(nation.about, "label", "text2"), selected=id_ == self.looked)  # fmt: skip

    # ---- the map ----------------------------------------------------------------------------

    def _map(self, app: App) -> Node:
        assert self.board is not None
        scene = self._scene(app)
        held = self.board.node(scene, _("Map of the region"), self._describe)
        return panel("map_panel", _("The region"), held, sign="globe", pad=2)

    def _scene(self, app: App) -> Scene:
        theme, nations = app.theme, self.session.match.scenario.nations
        plain = Fill(mixed(theme.panel3, theme.accent2, 0.35))
        mine = Fill(theme.accent2, word=_("you"))
        fills = tuple((id_, mine if id_ == self.own else plain) for id_ in nations)
        cases = tuple(
            Case(each.id, self.session.id_of(each.victim), bars(each.severity), Status.NEW)
            for each in self.session.dossiers
        )
        return Scene(fills, cases, selected=self.looked, own=self.own)

    def _describe(self, nation: str) -> str:
        found = self.session.match.scenario.nations.get(nation)
        return f"{found.name}. {found.about}" if found else ""
