"""What the staff says of the text: asked anew whenever it changes, and never of an older one."""

from __future__ import annotations

from functools import partial

from game.decisions import Proposal
from game.screens.bargain.clauses import Found, by_place
from game.screens.bargain.draft import Draft
from game.screens.play import advice
from game.screens.play.session import Session
from game.staff.acceptance import Reception
from game.ui.app import App


class Staff:
    """Advisers at the table: on Guided they speak, on Standard when asked, for experts never."""

    def __init__(self, session: Session, draft: Draft) -> None:
        self.session, self.draft = session, draft
        self.asked = False
        self.reception: Reception | None = None
        self.found: Found = {}
        self._judged: Proposal | None = None

    @property
    def heard(self) -> bool:
        """Whether it says who would sign."""
        level = self.session.level
        return level == "guided" or (level == "standard" and self.asked)

    def ask(self) -> None:
        """Let it speak from now on."""
        self.asked = True

    def consult(self, app: App) -> None:
        """Have it look at the text as it stands, when it has changed."""
        text = self.draft.text
        if not self.heard or text == self._judged or self.draft.lacking:
            return
        self._judged, self.reception, self.found = text, None, {}
        app.work("reception", advice.reception(self.session, text), partial(self._received, text))
        if text.organisation is None:
            app.work(
                "by_clause", advice.by_clause(self.session, text), partial(self._compared, text)
            )

    def forget(self) -> None:
        """It was about something else."""
        self.reception, self.found, self._judged = None, {}, None

    @property
    def estimate(self) -> Reception | None:
        """How the text as it stands would be received."""
        return self.reception if self.heard and self._judged == self.draft.text else None

    @property
    def moves(self) -> Found:
        """How it would be received with each clause at each level."""
        return self.found if self.heard and self._judged == self.draft.text else {}

    def _received(self, text: Proposal, reception: Reception) -> None:
        if text == self.draft.text:
            self.reception = reception

    def _compared(self, text: Proposal, found: list[Reception]) -> None:
        if text == self.draft.text:
            self.found = by_place(found)
