"""Which cases a seat has before it, and what of them the level of help lets it be shown."""

from __future__ import annotations

from game.report.dossier import OTHER, Dossier, Suspect
from game.screens.play.session import GUIDED, Session
from game.staff.suggest import pressing


def open_cases(session: Session) -> list[Dossier]:
    """Cases still worth a decision, the most pressing first: going on, grave, own."""
    return session.kept("open cases", lambda: pressing(session.seat))


def past_cases(session: Session) -> list[Dossier]:
    """All other cases the seat knows of, the latest first."""
    now = {each.incident for each in open_cases(session)}
    past = [each for each in session.dossiers if each.incident not in now]
    return sorted(past, key=lambda each: (-each.began, each.incident))


def bars(severity: float) -> int:
    """Severity in bars, 1 to 4."""
    return min(max(int(severity // 2) + (severity >= 1), 1), 4)


def shares(session: Session, dossier: Dossier) -> list[tuple[Suspect, float]]:
    """Who did it: as the player said; else as staff says, if the player is guided; else nothing."""
    said = session.believed(dossier)
    if said is not None:
        return [(each, said[each.hypothesis]) for each in suspects_of(session, dossier)]
    if session.level == GUIDED:
        return [(each, each.belief) for each in dossier.suspects]
    return []


def suspects_of(session: Session, dossier: Dossier) -> list[Suspect]:
    """Who could have done it. Where staff is not heard, the order it puts them in is not shown."""
    if session.level == GUIDED:
        return list(dossier.suspects)
    return sorted(dossier.suspects, key=lambda each: (each.hypothesis == OTHER, each.label))
