"""What could be done about a case: what the staff suggests, with its price, and anything else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import _
from game.report.dossier import ACTIVE, Dossier
from game.report.forms import cost_of
from game.report.names import sentence
from game.screens.parts.actions import sign_of
from game.screens.play.session import Session
from game.staff import suggest
from game.staff.legality import price_text
from game.ui.node import Node, row, spacer
from game.ui.widgets import button, card, chip, icon, listing, notice, scroll, text

Compose = Callable[..., object]
"""What opens the order composer: about a case, or with an order begun."""


def options(session: Session, each: Dossier, compose: Compose) -> Node:
    """The ideas of the staff, which experts do not have, and the way to an order of one's own."""
    own = button(f"compose.{each.id}", _("Something else"), partial(compose, each),
                 sign="list-ordered")  # fmt: skip
    if not session.staffed:
        said = text(_("At expert level staff suggests nothing."), "label", "text2")
        free = all(order.incident != each.id for order in session.drafts.orders)
        idle = free and each.status == ACTIVE and not session.over
        bare = notice(_("No order of this turn is about it."), "triangle-alert", "warn")
        return scroll("options", bare if idle else None, said, own, gap=10)
    ideas = _fitting(session, each)
    made = [_idea(session, n, idea, compose) for n, idea in enumerate(ideas)]
    none = text(_("Staff sees nothing you could pay for here."), "label", "text2")
    return listing("options", _("Options"), *(made or [none]), own)


def _fitting(session: Session, each: Dossier) -> list[suggest.Idea]:
    """Ideas of the staff: those that were taken, and those that still make sense beside them."""
    given = session.drafts.orders
    fresh = suggest.for_orders(session.seat, [each], given)[0][1]
    ideas = suggest.for_orders(session.seat, [each])[0][1]
    return [idea for idea in ideas if idea.order in given or idea in fresh]


def _idea(session: Session, place: int, idea: suggest.Idea, compose: Compose) -> Node:
    order = idea.order
    taken = order in session.drafts.orders
    action, _colon, _what = session.told(order).partition(": ")
    level = _("level {n}").format(n=order.level) if order.level > 1 else ""
    price = price_text(cost_of(session.seat, order))
    head = row(
        icon(sign_of(order.action), 22, "accent"),
        text(action + (f", {level}" if level else ""), "strong", grow=1),
        text(price, "label", "text2"), gap=10,
    )  # fmt: skip
    said = f"{session.told(order)}, {price}. {idea.why}"
    return card(
        f"idea.{place}", said, partial(compose, None, order), head,
        text(sentence(idea.why), "label", "text2"),
        row(chip(_("in your orders"), "good", "check"), spacer()) if taken else None,
    )  # fmt: skip
