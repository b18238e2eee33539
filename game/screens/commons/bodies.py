"""Organisations: who is in them, how they decide, what they can do and are about to do."""

from __future__ import annotations

from game.decisions import Proposal
from game.language import _, _n
from game.report import words
from game.report.bodies import BodyLine, PowerLine, barred, bodies
from game.screens.commons.common import Item, Page, codex, flags
from game.screens.parts.lines import section
from game.screens.parts.opening import open_negotiation, why_no_talks
from game.screens.parts.peers import emblem_of
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, row
from game.ui.widgets import (
    button,
    chip,
    heading,
    notice,
    rule,
    text,
)


def page(session: Session, app: App, chosen: int, item: Item) -> Page:
    """Organisations on the board, and the chosen one."""
    found = bodies(session.match, session.nation)
    items = [_body_item(n, body, item) for n, body in enumerate(found)]
    if not found:
        return [], [text(_("No organisation is on the board."), "body", "text2")], ""
    body = found[min(chosen, len(found) - 1)]
    return items, _body(session, app, body), body.short


def _body_item(number: int, body: BodyLine, item: Item) -> Node:
    state = _("you are a member") if body.mine else _("you are no member")
    state = state if body.exists else _("does not exist yet")
    marks = chip(_("a measure is on its way"), "warn", "hourglass") if body.pending else None
    lines = column(text(body.short, "strong"), text(state, "meta", "text2"), marks, gap=2,
                   align="start", grow=1)  # fmt: skip
    label = f"{body.short}, {state}"
    return item(number, label, row(emblem_of(body.id, body.short, 46), lines, gap=14))


def _body(session: Session, app: App, body: BodyLine) -> list[Node]:
    lines = [
        row(emblem_of(body.id, body.short, 84),
            column(heading(body.label, "card"), text(body.about, "body", "text2"), gap=6,
                   grow=1), gap=18, align="start"),
        notice(_("It decides by {rule}").format(rule=body.rule), "vote"),
        section(_n("One member", "{n} members", len(body.members)), flags(session, body.members)),
    ]  # fmt: skip
    if body.pending:
        lines.append(notice(body.pending, "hourglass", "warn"))
    lines.append(codex("organisation", body.id))
    powers = [_power(session, app, body, power) for power in body.powers]
    return [*lines, rule(), section(_("What it can do"), *powers)]


def _power(session: Session, app: App, body: BodyLine, power: PowerLine) -> Node:
    needs = _("needs {what}").format(what=words.listed(list(power.needs)))
    lag = _n("takes effect a turn later", "takes effect {n} turns later", power.lag)
    notes = [*([needs] if power.needs else []), *([lag] if power.lag else [])]
    use = button(
        f"power.{power.id}", _("Propose it"),
        lambda: open_negotiation(app, session, Proposal(
            (), {}, organisation=body.id, power=power.id)),
        disabled=_closed(session, body, power),
    )  # fmt: skip
    use.label = _("Propose: {power}").format(power=power.label)
    small = text(words.series(notes), "meta", "text2") if notes else None
    about = column(
        text(power.label, "strong"), text(power.about, "label", "text2"), small, gap=2, grow=1
    )
    return row(about, use, gap=14)


def _closed(session: Session, body: BodyLine, power: PowerLine) -> str:
    if not body.mine:
        return _("Only members can propose it.")
    return barred(session.match, power) or why_no_talks(session)
