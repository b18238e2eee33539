"""The order composer: choose what to do, fill in whom and what, see the price and who will mind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.decisions import Order
from game.language import N_, _
from game.report import forms
from game.report.names import Noun, plain
from game.rules.action import Action, Stage
from game.rules.law import VERDICTS, Verdict
from game.screens.parts.actions import STAGES, sign_of
from game.screens.parts.peers import NARROW, top
from game.screens.play import advice
from game.screens.play.cases import open_cases
from game.staff import suggest
from game.staff.counsel import Reading
from game.staff.legality import number, price, price_text, why_closed
from game.ui.app import App
from game.ui.node import Node, column, row, spacer, wrap
from game.ui.paint import Shade
from game.ui.screen import Screen
from game.ui.widgets import (
    band,
    button,
    card,
    entry,
    heading,
    icon,
    listing,
    notice,
    panel,
    rule,
    scroll,
    stacked_bar,
    tabs,
    text,
)

if TYPE_CHECKING:
    from game.screens.play.session import Session

QUESTIONS = {
    "incident": N_("Which case?"),
    "actor": N_("Who did it?"),
    "nation": N_("Which nation?"),
    "sector": N_("Which sector?"),
    "word": N_("How likely is it?"),
    "card": N_("Which evidence?"),
    "question": N_("Which question of law?"),
    "answer": N_("What do you hold?"),
    "confidence": N_("How sure are you of that judgement?"),
    "level": N_("How much?"),
    "cover": N_("Under whose flag, or by whose hand? Nobody's, if you leave it."),
}
SHADES: tuple[Shade, ...] = ("good", "text3", "warn", "severity.2", "severity.3", "bad")
"""Colours of verdicts, from lawful to an armed attack."""

SUGGESTED = "suggested"
AFTER = {"incident": ("target", "choice"), "choice": ("answer",), "target": ("cover",)}
"""Columns to be asked again when another one changes."""


class Orders(Screen):
    """One order in the making."""

    name, first = "orders", "order_search"

    def __init__(
        self,
        session: Session,
        start: Order | None = None,
        place: int | None = None,
        about: int = -1,
    ) -> None:
        """start: an order begun; place: which order of the queue it replaces; about: a case."""
        self.session, self.place = session, place
        self.search, self.group = "", SUGGESTED if session.staffed else "0"
        case = session.dossier(about)
        self.about = case.id if case is not None else None
        self.action: Action | None = None
        self.filled: dict[str, str] = {}
        self.readings: list[Reading] = []
        self._read: Order | None = None
        self._app: App | None = None
        if start is not None:
            self._begin(start)

    def entered(self, app: App) -> None:
        """Focus goes to what is to be filled, if an order was begun."""
        self._app = app
        if self.action is not None:
            app.set_focus("order_add")

    def _begin(self, order: Order) -> None:
        self.action = self._action(order.action)
        self.filled = {
            c.name: str(value)
            for c in forms.columns(self.action)
            if (value := getattr(order, c.name)) is not None
        }

    def _action(self, id: str) -> Action:
        names = self.session.names
        return names.actions[names.number("action", id)]

    def build(self, app: App) -> Node:
        """The list of what can be done, and beside it what is being filled in."""
        note = _("{left} left").format(left=self._left())
        bar = top(self.session, app, _("Order"), note, sign="list-ordered")
        if app.room[0] < NARROW:
            body = self._form(app) if self.action is not None else self._list(app)
            return column(bar, column(body, pad=8, grow=1))
        sides = row(self._list(app), self._form(app), gap=14, pad=14, grow=1, align="stretch")
        return column(bar, sides)

    def back(self, app: App) -> None:
        """Where there is room for one panel only, Esc leads back to the list first."""
        if self.action is not None and app.room[0] < NARROW and self.place is None:
            self.action = None
        else:
            app.pop()

    # ---- what can be done ------------------------------------------------------------------

    def _list(self, app: App) -> Node:
        groups = [(str(int(stage)), _(name), sign) for stage, (name, sign) in STAGES.items()]
        if self.session.staffed:
            groups.insert(0, (SUGGESTED, _("Staff suggests"), "lightbulb"))
        found = entry(
            "order_search", _("Search for an order"), self.search, self._type,
            app.cursor("order_search"), hint=_("Search"), send=self._first,
        )  # fmt: skip
        picks = tabs("stage", _("Kinds of order"), groups, self.group, self._group)
        items = self._found() if self.search else self._ideas() if self.group == SUGGESTED else (
            self._of_stage()
        )  # fmt: skip
        none = text(_("There is nothing of that name."), "label", "text2")
        made = listing("actions", _("What can be done"), *(items or [none]))
        return panel("choose", _("What to do"), found, None if self.search else picks, made,
                     sign="list-ordered", grow=4)  # fmt: skip

    def _type(self, words: str) -> None:
        self.search = words

    def _group(self, group: str) -> None:
        self.group = group

    def _first(self) -> None:
        """Enter in the search takes the first that was found."""
        found = self._matching()
        if found:
            self.choose(found[0])

    def _matching(self) -> list[Action]:
        wanted = plain(self.search)
        fits = [a for a in self.session.names.actions if wanted in plain(f"{a.label} {a.about}")]
        return sorted(fits, key=lambda a: wanted not in plain(a.label))

    def _found(self) -> list[Node]:
        return [self._offer(action) for action in self._matching()]

    def _of_stage(self) -> list[Node]:
        stage = Stage(int(self.group))
        return [self._offer(a) for a in self.session.names.actions if a.stage == stage]

    def _offer(self, action: Action) -> Node:
        why = self._closed(action)
        head = row(
            icon(sign_of(action.id), 22, "text3" if why else "accent"),
            text(_(action.label), "strong", "text2" if why else "text", grow=1),
            text(price_text(price(action)), "label", "text2"), gap=10,
        )  # fmt: skip
        chosen = self.action is not None and self.action.id == action.id
        said = f"{action.label}, {price_text(price(action))}"
        return card(
            f"action.{action.id}", said, partial(self.choose, action), head,
            text(_("Not now: {why}").format(why=why) if why else action.about, "label", "text2"),
            selected=chosen,
        )  # fmt: skip

    def _ideas(self) -> list[Node]:
        """Three suggestions for each of the most pressing cases."""
        made: list[Node] = []
        seat = self.session.seat
        cases = open_cases(self.session)
        cases.sort(key=lambda each: each.id != self.about)
        for dossier, ideas in suggest.for_orders(seat, cases[: suggest.CASES]):
            if ideas:
                made.append(heading(dossier.title, "card"))
            made += [self._idea(f"{dossier.id}.{n}", idea) for n, idea in enumerate(ideas)]
        return made

    def _idea(self, name: str, idea: suggest.Idea) -> Node:
        order = idea.order
        action, _colon, what = self.session.told(order).partition(": ")
        cost = price_text(forms.cost_of(self.session.seat, order))
        head = row(
            icon(sign_of(order.action), 22, "accent"), text(action, "strong", grow=1),
            text(cost, "label", "text2"), gap=10,
        )  # fmt: skip
        return card(
            f"suggested.{name}", f"{action}: {what}, {cost}. {idea.why}",
            partial(self.take, order), head, text(what, "label") if what else None,
            text(idea.why, "label", "text2"),
        )  # fmt: skip

    def _closed(self, action: Action) -> str:
        """Why no order of this action could take effect now; empty if one could."""
        seat = self.session.seat
        place = self.session.names.actions.index(action)
        reasons = [
            why_closed(seat.options, seat.nation, place, n) for n in range(_options(seat, place))
        ]
        return "" if not reasons or "" in reasons else reasons[0]

    # ---- what is filled in -----------------------------------------------------------------

    def choose(self, action: Action) -> None:
        """Begin an order of this action; what can only be one thing is filled in."""
        if self.action is not None and self.action.id == action.id:
            self._to_form()
            return
        self.action, self.filled = action, {}
        for each in forms.columns(action):
            if each.kind == "incident" and self.about and not self._against(each, self.about):
                self.filled[each.name] = self.about
            elif each.kind == "confidence":
                self.filled[each.name] = "2"
            elif not each.optional and len(known := self._nouns(each)) == 1:
                self.filled[each.name] = known[0].id
        self._to_form()

    def take(self, order: Order) -> None:
        """Take a suggestion as it is, to be looked at before it is added."""
        self._begin(order)
        if self._app is not None:
            self._app.touch()
            self._app.set_focus("order_add")

    def _to_form(self) -> None:
        """The keyboard goes to the first thing that is still to be said."""
        if self._app is None or self.action is None:
            return
        open_ = [
            c for c in forms.columns(self.action) if c.name not in self.filled and not c.optional
        ]
        known = self._nouns(open_[0]) if open_ else []
        self._app.touch()
        self._app.set_focus(f"{open_[0].name}.{known[0].id}" if known else "order_add")

    def _nouns(self, column_: forms.Column) -> list[Noun]:
        assert self.action is not None
        return forms.nouns(self.session.seat, self.action, column_, self.filled)

    def _against(self, column_: forms.Column, id: str) -> str:
        assert self.action is not None
        noun = Noun(column_.kind, id, id)
        return forms.against(self.session.seat, self.action, column_, noun)

    def _form(self, app: App) -> Node:
        action = self.action
        if action is None:
            return panel("form", _("The order"), *self._so_far(), sign="pencil", grow=5)
        stage = _("{stage}: it happens as step {n} of {most} when the turn ends.").format(
            stage=_(STAGES[action.stage][0]), n=int(action.stage) + 1, most=len(Stage)
        )
        fields = [self._field(each) for each in forms.columns(action)]
        body = scroll(
            "order_form",
            row(icon(sign_of(action.id), 30, "accent"), heading(_(action.label), grow=1), gap=12),
            text(action.about, "body"),
            text(stage, "label", "text2"),
            *fields, rule(), *self._counsel(app), gap=12,
        )  # fmt: skip
        return panel("form", _("The order"), body, rule(), self._foot(app), sign="pencil", grow=5)

    def _so_far(self) -> list[Node]:
        """The orders there are already, while none is begun."""
        session = self.session
        lines = [
            row(text(str(n), "number", "text3"), icon(sign_of(order.action), 20, "accent"),
                text(session.told(order), "label", grow=1),
                text(price_text(forms.cost_of(session.seat, order)), "label", "text2"), gap=10)
            for n, order in enumerate(session.drafts.orders, start=1)
        ]  # fmt: skip
        hint = text(_("Choose at the left what to do."), "body", "text2")
        title = heading(_("Your orders so far"), "card") if lines else None
        return [each for each in (hint, title, *lines) if each is not None]

    def _field(self, each: forms.Column) -> Node:
        """One thing the order has to say: all it can be, with what stands against each."""
        known = self._nouns(each)
        chosen = self.filled.get(each.name, "1" if each.kind == "level" else None)
        made = [self._option(each, noun, noun.id == chosen) for noun in known]
        none = text(_("There is nothing to choose from."), "label", "text2")
        title = text(_(QUESTIONS[each.kind]), "label_strong", "text2")
        found = wrap(*(made or [none]), gap=8)
        found.role, found.label, found.arrows = "radio group", _(QUESTIONS[each.kind]), True
        found.id = f"field.{each.name}"
        return column(title, found, gap=6)

    def _option(self, each: forms.Column, noun: Noun, chosen: bool) -> Node:
        made = button(
            f"{each.name}.{noun.id}", noun.label, partial(self.fill, each, noun.id),
            sign="circle-dot" if chosen else "circle", selected=chosen,
            disabled=self._against(each, noun.id), justify="start",
        )  # fmt: skip
        made.role = "radio"
        return made

    def fill(self, each: forms.Column, id: str) -> None:
        """Say one thing; what hangs on it is asked again."""
        if each.optional and self.filled.get(each.name) == id:
            self.filled.pop(each.name)
            return
        if self.filled.get(each.name) != id:
            for later in AFTER.get(each.name, ()):
                column_ = next((c for c in self._columns() if c.name == later), None)
                if column_ is not None and column_.kind in ("card", "answer"):
                    self.filled.pop(later, None)
        self.filled[each.name] = id

    def _columns(self) -> tuple[forms.Column, ...]:
        return forms.columns(self.action) if self.action is not None else ()

    @property
    def order(self) -> Order | None:
        """The order, if all is said that must be."""
        if self.action is None:
            return None
        if any(not c.optional and c.name not in self.filled for c in self._columns()):
            return None
        return forms.written(self.action, self.filled)

    # ---- what it would come to ---------------------------------------------------------------

    def _counsel(self, app: App) -> list[Node]:
        """The price, what the law says, who would mind, and what stands against it."""
        assert self.action is not None
        level = int(self.filled.get("level", "1"))
        made = [row(icon("coins", 20, "text2"),
                    text(price_text(price(self.action, level)), "strong", grow=1), gap=10),
                row(icon("scale", 20, "text2"),
                    text(self.action.legality, "label", "text2", grow=1), gap=10,
                    align="start")]  # fmt: skip
        chance = self.session.chance(self.order) if self.order is not None else None
        if chance is not None:
            made.append(_chance(*chance))
        if self.action.hostile:
            made.append(notice(_("A hostile act: it heats the ladder, and may be answered."),
                               "triangle-alert", "warn"))  # fmt: skip
        why = self.why_not()
        if why and self.order is not None:
            made.append(notice(_("It would do nothing: {why}.").format(why=why), "x", "bad"))
        if self.session.staffed and self.order is not None:
            self._ask(app, self.order)
            made += self._minds()
        return made

    def _ask(self, app: App, order: Order) -> None:
        if order != self._read:
            self._read, self.readings = order, []
            app.work("readings", advice.readings(self.session, order), self._take_readings)

    def _take_readings(self, found: list[Reading]) -> None:
        self.readings = found

    def _minds(self) -> list[Node]:
        """How each nation would read it, were it known whose it is."""
        if not self.readings:
            return [text(_("Staff asks how the others would read it …"), "label", "text2")]
        names = self.session.match.setup.names
        lines = [
            row(
                text(names[each.nation], "label", grow=2),
                stacked_bar(
                    names[each.nation],
                    [(VERDICTS[Verdict(n)], s, SHADES[n]) for n, s in enumerate(each.shares) if s],
                    grow=3,
                ),
                text(f"{VERDICTS[each.likeliest]} {each.shares[each.likeliest]:.0%}", "label",
                     SHADES[each.likeliest] if each.likeliest >= Verdict.WRONGFUL else "text2",
                     grow=4),
                gap=12,
            )
            for each in self.readings
        ]  # fmt: skip
        mind = [names[r.nation] for r in self.readings if r.likeliest >= Verdict.WRONGFUL]
        said = _("{who} would mind: trust and standing are at stake.")
        warning = (
            notice(said.format(who=", ".join(mind)), "triangle-alert", "warn") if mind else None
        )
        title = text(_("How the others would read it, were it known whose it is"), "label_strong",
                     "text2")  # fmt: skip
        return [title, *lines, *([warning] if warning else [])]

    def why_not(self) -> str:
        """Why the order would be void among the others of the queue; empty if it would not."""
        if self.order is None:
            return _("something is still to be said")
        reasons, _left = self.session.void(self._with())
        return reasons[-1 if self.place is None else self.place]

    def _with(self) -> tuple[Order, ...]:
        drafts = self.session.drafts
        return drafts.with_order(self.order, self.place).orders if self.order else drafts.orders

    def _left(self) -> str:
        _reasons, left = self.session.void(self._with())
        return ", ".join(f"{number(amount)} {_(name)}" for name, amount in left.items())

    def _foot(self, app: App) -> Node:
        missing = "" if self.order is not None else _("Say first what is still open above.")
        label = _("Add to the queue") if self.place is None else _("Put in its place")
        return row(
            button("order_leave", _("Back"), partial(self.back, app), sign="arrow-left"),
            spacer(),
            button("order_add", label, partial(self.add, app), kind="primary", sign="plus",
                   disabled=missing or self.why_not()), gap=10,
        )  # fmt: skip

    def add(self, app: App) -> None:
        """Put the order into the queue; it is sent when the turn ends."""
        order = self.order
        if order is None:
            return
        session = self.session
        session.draft(session.drafts.with_order(order, self.place))
        app.pop()
        said = _("{order}. Sent when you end the turn.").format(order=session.told(order))
        app.say(said, "check", "confirm")


def _chance(low: float, high: float) -> Node:
    """How likely a covert order is to come off."""
    said = _("{low:.0%} to {high:.0%} that it comes off").format(low=low, high=high)
    track = band(_("Chance that it comes off"), low, (low + high) / 2, high, said, grow=3)
    return row(icon("target", 20, "text2"), text(said, "label", grow=4), track, gap=10)


def _options(seat: object, place: int) -> int:
    """How many options an action weighs."""
    return int(seat.options.refused(place).shape[1])  # type: ignore[attr-defined]
