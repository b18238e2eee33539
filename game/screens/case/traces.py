"""The evidence of a case in short: a line for each trace that is known."""

from __future__ import annotations

from game.language import _, _n
from game.report.dossier import STATES, CardLine, Dossier
from game.rules.world import Look
from game.ui.node import Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import card, icon, listing, text

SIGNS: dict[str, tuple[str, Shade]] = {
    STATES[Look.FOUND]: ("check", "good"),
    STATES[Look.ABSENT]: ("x", "text2"),
    STATES[Look.UNSEEN]: ("hourglass", "text3"),
}


def traces(each: Dossier) -> Node:
    """What was found and what was not there, and how much may still be settled."""
    known = [line for line in each.cards if line.text]
    rest = len(each.cards) - len(known)
    more = _n(
        "{n} more trace may still be settled: investigate, collect, or wait.",
        "{n} more traces may still be settled: investigate, collect, or wait.",
        rest,
    )
    return listing(
        "evidence", _("Evidence"), *(_trace(line) for line in known),
        text(more, "label", "text2") if rest else None,
        None if known else text(_("Nothing is settled yet."), "label", "text2"),
    )  # fmt: skip


def _trace(line: CardLine) -> Node:
    sign, shade = SIGNS[line.state]
    found = line.state == STATES[Look.FOUND]
    about = " · ".join(_notes(line)) if found else _(line.state)
    words = column(
        text(line.text, "label", "text" if found else "text2"), text(about, "meta", "text2"), grow=1
    )
    return card("", line.text, None, row(icon(sign, 20, shade), words, gap=10, align="start"))


def _notes(line: CardLine) -> list[str]:
    """What else is known of what was found."""
    notes = [
        _(line.weight_word),
        _("points to {who}").format(who=", ".join(line.points_to)) if line.points_to else "",
        _("may be planted") if line.planted_possible else "",
        _("secret source") if line.secret else "",
        _("published") if line.published else "",
    ]
    return [note for note in notes if note]
