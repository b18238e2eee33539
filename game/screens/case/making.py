"""What made the staff's figure: where it began, and the traces that moved it."""

from __future__ import annotations

from game.language import _
from game.report.dossier import STATES, CardLine, Dossier, Suspect
from game.rules.world import Look

MOST = 5
"""Traces that are listed."""


def what_made(each: Dossier, suspect: Suspect) -> str:
    """For the tooltip of what the staff believes of a suspect."""
    began = _("Before any evidence {prior:.0%}, with what is settled {belief:.0%}.").format(
        prior=suspect.prior, belief=suspect.belief
    )
    moved = [told for line in each.cards if line.text and (told := _moved(line, suspect))]
    none = _("Nothing is settled yet that would tell.")
    return "\n".join([f"**{suspect.label}**", began, *(moved[:MOST] or [none])])


def _moved(line: CardLine, suspect: Suspect) -> str:
    """Which way a settled trace moved it; empty if it says nothing of it."""
    meant, found = suspect.label in line.points_to, line.state == STATES[Look.FOUND]
    if not line.points_to or not (meant or found):
        return ""
    state = _("found") if found else _("looked for, not there")
    if found and not meant:
        state = _("found, points to {who}").format(who=", ".join(line.points_to))
    sign = "+" if meant and found else "\u2212"
    return f"{sign} {state}, {_(line.weight_word)}: {line.text}"
