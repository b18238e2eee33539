"""The facts of a case: what happened, to whom, how badly, and whether it goes on."""

from __future__ import annotations

from game.language import _
from game.report.dossier import ACTIVE, Dossier
from game.screens.parts.peers import flag_of
from game.screens.play.cases import bars
from game.screens.play.session import Session
from game.ui.node import Node, row, wrap
from game.ui.widgets import chip, plate, severity, text


def facts(session: Session, case: Dossier) -> Node:
    """All of it on a plate, with what is told of it below."""
    grave = _("severity {n:.1f} of 10").format(n=case.severity)
    active = case.status == ACTIVE
    flag = flag_of(session, session.id_of(case.victim), 22)
    line = wrap(
        row(severity(bars(case.severity), grave), text(grave, "label"), gap=8),
        row(flag, text(case.victim, "label_strong"), gap=8),
        chip(case.kind, "text"),
        chip(case.sector, "text"),
        chip(_(case.status), "warn" if active else "text2", "zap" if active else "check"),
        text(_("began in turn {n}").format(n=case.began), "label", "text2"),
        *(chip(_("spread to {name}").format(name=name), "bad") for name in case.affected),
        _inquiry(session, case),
        gap=14,
    )
    return plate(line, text(case.text, "body", "text2"), gap=8)


def _inquiry(session: Session, case: Dossier) -> Node | None:
    due = case.inquiry_due
    if not due:
        return None
    coming, come = _("an inquiry reports in turn {n}"), _("an inquiry reported in turn {n}")
    return chip((coming if due > session.turn else come).format(n=due), "accent", "search")
