"""The orders drafted so far: what they cost, what is left, and why one would do nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.decisions import Order
from game.language import _
from game.report.forms import cost_of
from game.rules import params as p
from game.screens.parts.actions import sign_of
from game.screens.parts.opening import why_over
from game.screens.play.session import Session
from game.staff.legality import number, price_text
from game.ui.app import App
from game.ui.node import Node, column, row
from game.ui.widgets import button, card, icon, icon_button, listing, ring, text

MOST = int(p.ORDERS_MOST)
LEAST_FOR_BOTH = 1700
"""Room from which both arrows stand beside an order, and what is left beside the title."""


def note(session: Session, app: App) -> str:
    """How many orders there are, and what is left to spend, where there is room to say it."""
    if app.room[0] < LEAST_FOR_BOTH:
        return _("{n} of {most}").format(n=len(session.drafts.orders), most=MOST)
    _reasons, left = session.void()
    stocks = ", ".join(f"{number(left[name])} {_(name)}" for name in left)
    return _("{n} of {most} · left: {stocks}").format(
        n=len(session.drafts.orders), most=MOST, stocks=stocks
    )


def queue(
    session: Session, app: App, edit: Callable[[int], object], add: Callable[[], object]
) -> Node:
    """The list of drafts, with what adds to it and what takes back."""
    reasons, _left = session.void()
    made = [
        _Line(session, app, n, order, why).node(edit)
        for n, (order, why) in enumerate(zip(session.drafts.orders, reasons, strict=True))
    ]
    over = why_over(session)
    none = _("No order yet. What you draft here is sent when you end the turn.")
    empty = text(over or none, "label", "text2")
    items = (
        listing("queue", _("Order queue"), *made, min_height=60) if made else column(empty, grow=1)
    )
    full = len(session.drafts.orders) >= MOST
    why = over or (_("A nation gives five orders a turn at most.") if full else "")
    tools = row(
        button("add_order", _("Add order"), add, sign="plus", command="add_order", hint="O", grow=1,
               disabled=why),
        icon_button("undo", "undo-2", _("Undo"), partial(_undo, session, app), command="undo",
                    disabled="" if session.can_undo else _("There is nothing to undo.")),
        icon_button("redo", "redo-2", _("Redo"), partial(_redo, session, app), command="redo",
                    disabled="" if session.can_redo else _("There is nothing to do again.")),
        gap=8,
    )  # fmt: skip
    return column(items, tools, gap=8, grow=1)


def _undo(session: Session, app: App) -> None:
    session.undo()
    app.hooks.cue("undo")


def _redo(session: Session, app: App) -> None:
    session.redo()
    app.hooks.cue("confirm")


def _odds(session: Session, order: Order) -> Node | None:
    """The chance of a covert order as a ring, its band in words."""
    chance = session.chance(order)
    if chance is None:
        return None
    low, high = chance
    said = f"{low * 100:.0f}-{high:.0%}"
    return ring(
        _("Chance that it comes off"), (low + high) / 2, said, "good" if low > 0.6 else "warn"
    )


@dataclass(frozen=True)
class _Line:
    """One order of the queue."""

    session: Session
    app: App
    place: int
    order: Order
    why: str  # why it would do nothing; empty if it would

    def node(self, edit: Callable[[int], object]) -> Node:
        """Activate it to change it; move it and remove it by keys or buttons."""
        main = self._card(edit)
        main.on = {
            "move_up": partial(self._move, -1),
            "move_down": partial(self._move, 1),
            "remove": self._remove,
        }
        gone = icon_button(f"order.{self.place}.remove", "x", _("Remove"), self._remove,
                           kind="quiet")  # fmt: skip
        return row(main, *self._arrows(), gone, gap=2)

    def _card(self, edit: Callable[[int], object]) -> Node:
        session, why, number = self.session, self.why, self.place + 1
        action, _colon, what = session.told(self.order).partition(": ")
        price = price_text(cost_of(session.seat, self.order))
        cost = text(price, "label", "text2", lines=1)
        said = text(what, "label", "text2", lines=1, grow=1)
        below = text(why, "label", "bad") if why else row(said, cost, gap=10) if what else cost
        sign, shade = ("triangle-alert", "bad") if why else (sign_of(self.order.action), "accent")
        inside = row(
            text(str(number), "number", "text3"),
            icon(sign, 22, shade),
            column(text(action, "strong", lines=1), below, grow=1),
            _odds(session, self.order),
            gap=10,
        )
        told = _("Order {n}: {what}, {price}").format(
            n=number, what=session.told(self.order), price=price
        )
        made = card(f"order.{self.place}", told, partial(edit, self.place), inside, grow=1,
                    pad=(10, 6))  # fmt: skip
        made.description = why
        made.tip = "\n".join(said for said in (f"**{action}**", what, price, why) if said)
        return made

    def _arrows(self) -> list[Node]:
        """Both where there is room; with one, any order can still be reached."""
        name, last = f"order.{self.place}", self._last
        up = icon_button(f"{name}.up", "arrow-up", _("Move up"), partial(self._move, -1),
                         kind="quiet",
                         disabled="" if self.place else _("It is the first already."))  # fmt: skip
        down = icon_button(f"{name}.down", "arrow-down", _("Move down"), partial(self._move, 1),
                           kind="quiet", disabled="" if self.place < last else
                           _("It is the last already."))  # fmt: skip
        if not last:
            return []
        return [up, down] if self.app.room[0] >= LEAST_FOR_BOTH else [up]

    @property
    def _last(self) -> int:
        return len(self.session.drafts.orders) - 1

    def _move(self, by: int) -> None:
        last = self._last
        self.session.draft(self.session.drafts.order_moved(self.place, by))
        self.app.set_focus(f"order.{min(max(self.place + by, 0), last)}")

    def _remove(self) -> None:
        self.session.draft(self.session.drafts.without_order(self.place))
        self.app.hooks.cue("undo")
