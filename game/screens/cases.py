"""Which cases a seat has before it, and what of them the level of help lets it be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.report.dossier import Dossier, Suspect

if TYPE_CHECKING:
    from game.screens.session import Session

LATELY = 4
"""Turns for which a case that is over stays on the table."""

WORDS = ("low", "guarded", "high", "severe")
"""Severity in words, from bars 1 to 4."""


def open_cases(session: Session) -> list[Dossier]:
    """Cases still worth a decision, the most pressing first: own, going on, grave."""
    lately = session.turn - LATELY
    found = [d for d in session.dossiers if d.status == "going on" or d.began > lately]
    mine = session.seat.name
    return sorted(
        found,
        key=lambda d: (d.victim != mine, d.status != "going on", -d.severity, -d.began, d.id),
    )


def bars(dossier: Dossier) -> int:
    """Severity in bars, 1 to 4."""
    return min(max(int(dossier.severity // 2) + (dossier.severity >= 1), 1), 4)


def shares(session: Session, dossier: Dossier) -> list[tuple[Suspect, float]]:
    """Who did it: as the player said; else as staff says, if the player is guided; else nothing."""
    said = session.believed(dossier)
    if said is not None:
        return [(each, said[each.hypothesis]) for each in dossier.suspects]
    if session.level == "guided":
        return [(each, each.belief) for each in dossier.suspects]
    return []
