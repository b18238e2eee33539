"""Norms: what each asks, who holds it, how far it has spread, and who broke it."""

from __future__ import annotations

from game.decisions import Proposal
from game.language import _
from game.report.norms import NormLine, course, norms, violations
from game.rules.params import NORM_MOST
from game.screens.commons.cascade import cascade
from game.screens.commons.common import STAGES, Item, Page, codex
from game.screens.parts.lines import bullet, section
from game.screens.parts.opening import open_negotiation, why_no_talks
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, row
from game.ui.widgets import (
    band,
    button,
    chip,
    text,
)

SETTLES = NORM_MOST
"""Share of the world's influence above which a norm settles."""


def page(session: Session, app: App, chosen: int, item: Item) -> Page:
    """Live norms, and the chosen one."""
    found = norms(session.match)
    if not found:
        return [], [text(_("No norm is live here."), "body", "text2")], ""
    items = [
        item(n, f"{norm.label}, {norm.spread}", text(norm.label, "strong"),
                   _spread_bar(norm), text(norm.spread, "meta", "text2"))
        for n, norm in enumerate(found)
    ]  # fmt: skip
    norm = found[min(chosen, len(found) - 1)]
    return items, _norm(session, app, norm), norm.label


def _norm(session: Session, app: App, norm: NormLine) -> list[Node]:
    letter = _("Norm {letter} of the eleven of 2015").format(letter=norm.letter)
    lines = [
        row(chip(letter, "accent", "book-open")) if norm.letter else None,
        text(norm.text, "body"),
        codex("norm", norm.id),
        bullet(_("Broken by: {what}").format(what=norm.broken_by), "x", "bad"),
        bullet(_("Speaks for the reading: {what}").format(what=norm.informs), "scale")
        if norm.informs else None,
        section(_("How far it has spread"), _course(session, norm),
                text(norm.spread, "label", "text2")),
        section(_("Who holds it"), *_stages(session, norm)),
        section(_("Violations you know of"), *_broken(session, norm)),
    ]  # fmt: skip
    endorse = button("endorse", _("Propose that all endorse it"),
                     lambda: open_negotiation(app, session, Proposal(
                         _others(session), {"norm_endorsement": 1}, topic=norm.id)),
                     disabled=why_no_talks(session), sign="messages-square")  # fmt: skip
    return [each for each in (*lines, row(endorse)) if each is not None]


def _others(session: Session) -> tuple[str, ...]:
    mine = session.setup.nations[session.nation]
    return tuple(id_ for id_ in session.setup.nations if id_ != mine)


def _course(session: Session, norm: NormLine) -> Node:
    match = session.match
    return cascade(course(match, norm.number), match.board.turns)


def _stages(session: Session, norm: NormLine) -> list[Node]:
    worded = {"none": _("does not hold it"), "endorsed": _("endorsed"),
              "internalised": _("made it its own")}  # fmt: skip
    ids = dict(zip(session.setup.names, session.setup.nations, strict=False))
    return [
        row(flag_of(session, ids[name], 22), text(name, "label", grow=1),
            chip(worded[stage], STAGES[stage], "minus" if stage == "none" else "check"),
            gap=12)
        for name, stage in norm.stages
    ]  # fmt: skip


def _broken(session: Session, norm: NormLine) -> list[Node]:
    told = violations(session.match, session.nation, norm.number)
    return [bullet(line, "x", "bad") for line in told] or [
        text(_("None so far."), "label", "text2")
    ]


def _spread_bar(norm: NormLine, high: float = 14) -> Node:
    """The share of influence that holds it, with the line from which it draws others."""
    said = _("{share:.0%} of the influence in the world").format(share=norm.share)
    return band(_("Held by"), 0, norm.share, norm.share, said, shade="good", limit=float(SETTLES),
                height=high)  # fmt: skip
