"""The order composer: choose what to do, fill in whom and what, see the price and who will mind."""

from __future__ import annotations

from functools import partial

from game.decisions import Order
from game.language import _
from game.report import forms
from game.rules.action import Action, Stage
from game.screens.composer.counsel import Counsel
from game.screens.composer.fields import fields, first_open
from game.screens.composer.menu import Menu
from game.screens.composer.writing import Writing
from game.screens.parts.actions import STAGES, sign_of
from game.screens.parts.peers import NARROW, top
from game.screens.play.session import Session
from game.staff.legality import number, price_text
from game.ui.app import App
from game.ui.node import Node, column, row, spacer
from game.ui.screen import Screen
from game.ui.scrolling import into_view
from game.ui.widgets import button, heading, icon, panel, rule, scroll, text


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
        case = session.dossier(about)
        id_ = case.id if case is not None else None
        self.session = session
        self.writing = Writing(session, place, id_)
        self.menu = Menu(session, id_, self.choose, self.take)
        self.counsel = Counsel(session, self.writing)
        self._app: App | None = None
        if start is not None:
            self.writing.take(start)
        if self.writing.action is not None:
            self.menu.show(self.writing.action)

    def entered(self, app: App) -> None:
        """Focus goes to what is to be filled, if an order was begun."""
        self._app = app
        if self.writing.action is not None:
            into_view(app, f"action.{self.writing.action.id}")
            app.set_focus("order_add")

    def build(self, app: App) -> Node:
        """The list of what can be done, and beside it what is being filled in."""
        self.counsel.consult(app)
        amounts = self.writing.left().items()
        left = ", ".join(f"{number(amount)} {_(name)}" for name, amount in amounts)
        bar = top(self.session, app, _("Order"), _("{left} left").format(left=left),
                  sign="list-ordered")  # fmt: skip
        chosen = self.writing.action
        if app.room[0] < NARROW:
            body = self._form(app) if chosen is not None else self.menu.build(app, None)
            return column(bar, column(body, pad=8, grow=1))
        sides = row(self.menu.build(app, chosen), self._form(app), gap=14, pad=14, grow=1,
                    align="stretch")  # fmt: skip
        return column(bar, sides)

    def back(self, app: App) -> None:
        """Where there is room for one panel only, Esc leads back to the list first."""
        if self.writing.action is not None and app.room[0] < NARROW and self.writing.place is None:
            self.writing.action = None
        else:
            app.pop()

    # ---- beginning an order ------------------------------------------------------------------

    def choose(self, action: Action) -> None:
        """Begin an order of this action, or go on with it."""
        if action is not self.writing.action:
            self.writing.choose(action)
        self._on_to(first_open(self.writing) or "order_add")

    def take(self, order: Order) -> None:
        """Take a suggestion as it is, to be looked at before it is added."""
        self.writing.take(order)
        self._on_to("order_add")

    def _on_to(self, name: str) -> None:
        """The keyboard goes to what is to be said next."""
        if self._app is not None:
            self._app.touch()
            self._app.set_focus(name)

    # ---- the form ----------------------------------------------------------------------------

    def _form(self, app: App) -> Node:
        action = self.writing.action
        if action is None:
            return panel("form", _("The order"), *self._so_far(), sign="pencil", grow=5)
        stage = _("{stage}: it happens as step {n} of {most} when the turn ends.").format(
            stage=_(STAGES[action.stage][0]), n=int(action.stage) + 1, most=len(Stage)
        )
        body = scroll(
            "order_form",
            row(icon(sign_of(action.id), 30, "accent"), heading(_(action.label), grow=1), gap=12),
            text(_(action.about), "body"),
            text(stage, "label", "text2"),
            *fields(self.writing), rule(), *self.counsel.build(), gap=12,
        )  # fmt: skip
        return panel("form", _("The order"), body, rule(), self._foot(app), sign="pencil", grow=5)

    def _so_far(self) -> list[Node]:
        """The orders there are already, while none is begun."""
        drafted = self.session.drafts.orders
        lines = [self._drafted(n, order) for n, order in enumerate(drafted, start=1)]
        hint = text(_("Choose what to do from the list."), "body", "text2")
        title = heading(_("Your orders so far"), "card") if lines else None
        return [each for each in (hint, title, *lines) if each is not None]

    def _drafted(self, place: int, order: Order) -> Node:
        cost = price_text(forms.cost_of(self.session.seat, order))
        return row(
            text(str(place), "number", "text3"), icon(sign_of(order.action), 20, "accent"),
            text(self.session.told(order), "label", grow=1), text(cost, "label", "text2"), gap=10,
        )  # fmt: skip

    def _foot(self, app: App) -> Node:
        writing = self.writing
        open_ = _("Say first what is still open above.") if writing.missing() else ""
        label = _("Add to the queue") if writing.place is None else _("Put in its place")
        return row(
            button("order_leave", _("Back"), partial(self.back, app), sign="arrow-left"),
            spacer(),
            button("order_add", label, partial(self.add, app), kind="primary", sign="plus",
                   disabled=writing.dead_end() or open_ or writing.why_not()), gap=10,
        )  # fmt: skip

    def add(self, app: App) -> None:
        """Put the order into the queue; it is sent when the turn ends."""
        order, session = self.writing.order, self.session
        if order is None:
            return
        session.draft(session.drafts.with_order(order, self.writing.place))
        app.pop()
        said = _("{order}. Sent when you end the turn.").format(order=session.told(order))
        app.say(said, "check", "confirm")
