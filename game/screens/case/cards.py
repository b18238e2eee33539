"""The cases on the desk, a card each: how bad, what, whom, until when, and who may have done it."""

from __future__ import annotations

from collections.abc import Callable

from game.language import N_, _, _n
from game.report.dossier import ACTIVE, Dossier
from game.report.shares import likeliest
from game.screens.play.cases import bars, open_cases, past_cases, shares
from game.screens.play.session import Session
from game.ui.node import Node, row, spacer
from game.ui.paint import Shade
from game.ui.widgets import card, chip, icon, listing, severity, stacked_bar, text

Choose = Callable[[int], object]
SEVERITIES = (N_("low"), N_("guarded"), N_("high"), N_("severe"))
SUSPECTS: tuple[Shade, ...] = ("severity.2", "text3", "accent2", "blocs.2", "blocs.3", "line2")


def cards(session: Session, chosen: int, choose: Choose) -> Node:
    """The cards, the most pressing first; below them those of long ago, in short."""
    found, old = open_cases(session), past_cases(session)
    made = [
        _card(session, each, n, each.incident == chosen, choose) for n, each in enumerate(found)
    ]
    if not made:
        made.append(text(_("No case is open."), "label", "text2"))
    if old:
        made.append(text(_("Of long ago"), "label_strong", "text2"))
        made += [_old(each, each.incident == chosen, choose) for each in old]
    return listing("cases", _("Incident dossiers"), *made, min_height=120)


def _old(each: Dossier, chosen: bool, choose: Choose) -> Node:
    """A case of which nothing presses any more; it can still be read and judged."""
    level = bars(each.severity)
    inside = row(severity(level, _(SEVERITIES[level - 1])), text(each.title, "label", grow=1),
                 text(each.victim, "meta", "text2"), gap=10)  # fmt: skip
    return card(f"case.{each.id}", f"{each.title}, {each.victim}", lambda: choose(each.incident),
                inside, selected=chosen)  # fmt: skip


def _card(session: Session, each: Dossier, place: int, chosen: bool, choose: Choose) -> Node:
    level = bars(each.severity)
    word = _(SEVERITIES[level - 1])
    head = row(
        severity(level, word), text(each.title, "card", grow=1), chip(word.upper(), _shade(level)),
        gap=10, align="start",
    )  # fmt: skip
    where = row(
        icon("map-pin", 17, "text3"), text(each.victim, "label", "text2"),
        spacer(), icon("hourglass", 17, urgency(session, each)[1]),
        text(*_said(session, each)), gap=6,
    )  # fmt: skip
    told = (
        f"{each.title}, {word}, {each.victim}, {urgency(session, each)[0]}, {lead(session, each)}"
    )
    return card(
        f"case.{each.id}",
        told,
        lambda: choose(each.incident),
        head,
        text(f"{each.kind} · {each.sector}", "label", "text2"),
        where,
        *_belief(session, each),
        selected=chosen,
        command=f"dossier_{place + 1}" if place < 5 else "",
    )


def _said(session: Session, each: Dossier) -> tuple[str, str, Shade]:
    words, shade = urgency(session, each)
    return words, "label", shade


def _shade(level: int) -> Shade:
    return f"severity.{level - 1}"


def urgency(session: Session, each: Dossier) -> tuple[str, Shade]:
    """How a case stands in time: over, reported on soon, or going on for how long."""
    if each.inquiry_due > session.turn:
        left = each.inquiry_due - session.turn
        return _n("report in {n} turn", "report in {n} turns", left), "accent"
    if each.status != ACTIVE:
        return _("over"), "text2"
    if each.began == session.turn:
        return _("new this turn"), "bad"
    left = each.until - session.turn
    if left <= 0:
        return _("ends this turn"), "warn"
    return _n("{n} turn more", "{n} turns more", left), "warn"


def lead(session: Session, each: Dossier) -> str:
    """Who is thought most likely to have done it, in a few words."""
    if each.own_doing:
        return _("your own operation")
    found = shares(session, each)
    if not found:
        return _("you have not said whom you believe")
    chances = [chance for _suspect, chance in found]
    said = session.believed(each) is not None
    who = f"{likeliest([suspect.label for suspect, _chance in found], chances)} {max(chances):.0%}"
    return who if said else _("staff: {who}").format(who=who)


def _belief(session: Session, each: Dossier) -> list[Node]:
    """The stacked bar of who may have done it, and the likeliest in words."""
    found = [] if each.own_doing else shares(session, each)
    parts = [
        (suspect.label, share, SUSPECTS[min(n, len(SUSPECTS) - 1)])
        for n, (suspect, share) in enumerate(sorted(found, key=lambda pair: -pair[1]))
    ]
    bar = stacked_bar(_("Who did it"), parts) if parts else None
    line = text(lead(session, each), "label", "text" if parts else "text2")
    return [each for each in (bar, line) if each is not None]
