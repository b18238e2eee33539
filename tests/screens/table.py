"""The negotiation table in tests: opened as a player would, from one seat of a game."""

from __future__ import annotations

from game.decisions import Proposal
from game.screens.bargain.negotiation import Negotiation
from game.screens.play.session import Session
from game.ui.app import App
from tests.screens import look
from tests.screens.games import session_at

WIDE = (1920, 1080)


def table(session: Session, start: Proposal | None = None) -> App:
    """The table, perhaps with a text begun."""
    return look.shown(Negotiation(session, start), WIDE)


def answering(level: str = "guided") -> tuple[App, Session]:
    """The table with offers on it, at the beginning of a game."""
    session = session_at("ANSWER", 1, "corvale", level)
    return table(session), session


def screen(app: App) -> Negotiation:
    """The screen of the table."""
    found = app.screen
    assert isinstance(found, Negotiation)
    return found


def words(app: App) -> str:
    """All that is said on it, once the staff has done its work."""
    app.settle()
    return look.words(app)
