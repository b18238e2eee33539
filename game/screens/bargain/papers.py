"""What a seat writes at the table: it stays on its desk when the table is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.screens.bargain.draft import Draft
from game.screens.bargain.messages import Letter
from game.screens.play.desks import Written
from game.screens.play.session import Session

Moment = tuple[int, int, str, int]
"""Who is asked what: a nation, a turn, a step and its round."""


@dataclass
class Papers:
    """A text and a message that are being written."""

    session: Session
    draft: Draft = field(init=False)
    letter: Letter = field(init=False)
    at: Moment = field(init=False)

    def __post_init__(self) -> None:
        self.draft, self.at = Draft(self.session), self._now()
        self.letter = Letter(self.session, self.draft)
        if (left := self.session.left()) is not None:
            self.draft.write_on(left)
            self.letter.write_on(left)

    def written(self) -> Written:
        """What is being written, to be kept."""
        draft, letter = self.draft, self.letter
        message = letter.message if letter.begun else None
        return Written(
            draft.text, draft.place, draft.answers, draft.counters, message, letter.taken
        )

    def follow(self) -> bool:
        """Once something was sent, nothing of before is to be undone; whether that is so.

        What was begun while judging is written on in the talks.
        """
        before, self.at = self.at, self._now()
        if before == self.at or (before[2] == "judge" and before[:2] == self.at[:2]):
            return False
        self.draft.forget()
        self.letter = Letter(self.session, self.draft)
        return True

    def _now(self) -> Moment:
        session, step = self.session, self.session.step
        if step is None:
            return session.nation, session.turn, "", 0
        return session.nation, session.turn, step.name, step.round


def papers_of(session: Session) -> Papers:
    """Those of the seat at the window."""
    return session.paper("table", lambda: Papers(session))
