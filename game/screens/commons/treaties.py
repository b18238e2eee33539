"""Treaties in force: what they say, whom they bind, and which were broken."""

from __future__ import annotations

from game.decisions import Order
from game.language import _
from game.report import words
from game.report.situation import situation
from game.report.treaties import TreatyLine, breaches
from game.screens.commons.common import Item, Page, flags
from game.screens.parts.lines import bullet, section
from game.screens.parts.opening import open_negotiation, order_button, why_no_talks
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, row, wrap
from game.ui.widgets import (
    button,
    chip,
    text,
)


def page(session: Session, app: App, chosen: int, item: Item) -> Page:
    """Treaties in force, and the chosen one."""
    match, me = session.match, session.nation
    found = situation(match, me).treaties
    broken = [bullet(line, "x", "bad") for line in breaches(match, me)]
    fresh = button("new", _("Propose a treaty"), lambda: open_negotiation(app, session),
                   disabled=why_no_talks(session), sign="messages-square")  # fmt: skip
    record = section(_("Broken so far"), *broken or [text(_("None that you know of."), "label",
                                                          "text2")])  # fmt: skip
    if not found:
        empty = text(_("No treaty is in force yet."), "body", "text2")
        return [], [empty, record, row(fresh)], ""
    items = [
        item(n, _title(each), text(_title(each), "strong"), text(
            words.listed(list(each.parties)), "meta", "text2"),
            chip(_("binds you"), "accent", "lock") if each.ours else None)
        for n, each in enumerate(found)
    ]  # fmt: skip
    for made in items:
        made.align = "start"
    one = found[min(chosen, len(found) - 1)]
    return items, [*_treaty(session, app, one), record, row(fresh)], _title(one)


def _treaty(session: Session, app: App, treaty: TreatyLine) -> list[Node]:
    lines: list[Node] = [
        flags(session, treaty.parties),
        text(_("In force since turn {n}, {until}").format(n=treaty.since, until=treaty.until),
             "label", "text2"),
        section(_("What it says"), *(bullet(c, "check", "good") for c in treaty.clauses)),
    ]  # fmt: skip
    if treaty.ours:
        others = [id_ for name in treaty.parties if (id_ := session.id_of(name)) != session.me]
        leaving = wrap(*_leaving(session, app, others))
        lines.append(section(_("Leave it over a broken word of"), leaving))
    return lines


def _leaving(session: Session, app: App, nations: list[str]) -> list[Node]:
    """A button for each party; it begins an order, which decides nothing yet."""
    orders = [Order("suspend_treaty", target=id_) for id_ in nations]
    return [
        order_button(app, session, f"suspend.{order.target}", session.name_of(order.target or ""),
                     order, closed=session.void((order,))[0][0])
        for order in orders
    ]  # fmt: skip


def _title(treaty: TreatyLine) -> str:
    """What a treaty is called: by its name, or by what it mainly says."""
    if treaty.geneva:
        return _("Digital Geneva Convention")
    first = treaty.clauses[0].split(":")[0] if treaty.clauses else _("Treaty")
    more = len(treaty.clauses) - 1
    return first if more < 1 else _("{first} and {n} more").format(first=first, n=more)
