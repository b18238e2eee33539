"""What others say of a case: their claims, how they read it in law, and its history."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import _
from game.report.casework import Said, breached, law_of, said
from game.report.dossier import Dossier
from game.report.story import Story
from game.screens.parts.lines import bullet, section, turn_line
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.node import Node, column, row, wrap
from game.ui.widgets import chip, heading, text


def claims(session: Session, case: Dossier) -> list[Node]:
    """Claims in public, with their words and confidence."""
    found = said(session.match, session.nation, case.incident)
    empty = text(_("Nobody has said in public who did it."), "label", "text2")
    lines = [_claim(session, each) for each in found]
    return [heading(_("What others said"), "card"), *(lines or [empty])]


def _claim(session: Session, each: Said) -> Node:
    setup = session.setup
    what, marks = each.text, None
    if each.whom:
        what = _("names {whom}").format(whom=each.whom)
        sure = _("{how} confidence").format(how=each.confidence)
        marks = wrap(chip(each.word, "warn"), chip(sure, "text2"), gap=8)
    when = text(_("turn {n}").format(n=each.turn), "meta", "text2") if each.turn else None
    name = text(f"{setup.names[each.nation]} {what}", "label_strong")
    about = column(name, marks, when, gap=3, grow=1)
    return row(flag_of(session, setup.nations[each.nation], 24), about, gap=12, align="start")


def law(session: Session, case: Dossier) -> list[Node]:
    """How each nation reads it, and which norms it breaks."""
    groups: dict[str, list[str]] = {}
    for name, verdict in law_of(session.match, session.nation, case.title):
        groups.setdefault(verdict, []).append(name)
    reads = [_verdict(session, verdict, names) for verdict, names in groups.items()]
    broken = [
        bullet(f"{each.label} ({each.letter})" if each.letter else each.label, "x", "bad")
        for each in breached(session.match, case.incident)
    ]
    empty = text(_("No live norm speaks of it."), "label", "text2")
    return [
        section(_("Were it a state's work, they would read it as"), *reads),
        section(_("Norms it breaks"), *broken or [empty]),
    ]


def _verdict(session: Session, verdict: str, names: Sequence[str]) -> Node:
    flags = [
        row(flag_of(session, session.id_of(name), 20), text(name, "label"), gap=6) for name in names
    ]
    return column(text(verdict, "label_strong"), wrap(*flags, gap=12), gap=5)


def told(past: Sequence[tuple[int, Story]]) -> list[Node]:
    """What happened of it, turn by turn."""
    lines = [turn_line(turn, story.text, why=story.why) for turn, story in past]
    empty = text(_("Nothing is on record yet."), "label", "text2")
    return [heading(_("History of the case"), "card"), *(lines or [empty])]
