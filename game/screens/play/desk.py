"""The desk of one seat: its drafts with their history, and what it has been told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.decisions import Reply
from game.screens.play.desks import Lying, Paper, Written
from game.screens.play.drafts import Drafts
from game.screens.play.history import History


@dataclass
class Desk:
    """What one seat has before it."""

    drafts: Drafts = field(default_factory=Drafts)
    history: History[Drafts] = field(default_factory=History)
    stroke: tuple[object, Drafts] | None = None  # what the last change was part of, and came to
    judged: int = 0  # the turn whose beliefs were given
    told: int = 0  # the last turn whose outcome was shown
    briefed: bool = False  # its player has read who they are
    papers: dict[str, Any] = field(default_factory=dict)  # what is being written, by its screen
    left: Written | None = None  # what was being written when the game was left

    def lying(self, sent: Reply | None) -> Lying:
        """All that lies on it; sent: to the question that is open."""
        return Lying(self.drafts, self.judged, self.told, self.briefed, sent, self.writing())

    def writing(self) -> Written | None:
        """What is being written, or was when the game was left."""
        papers = [each for each in self.papers.values() if isinstance(each, Paper)]
        return papers[0].written() if papers else self.left

    def lay(self, found: Lying) -> None:
        """As it was when the game was left."""
        self.drafts, self.left = found.drafts, found.written
        self.judged, self.told, self.briefed = found.judged, found.told, found.briefed

    def change(self, drafts: Drafts, stroke: object = None) -> None:
        """Other drafts; it can be undone. Changes of one stroke in a row are taken back as one."""
        if drafts == self.drafts:
            return
        if stroke is None or self.stroke != (stroke, self.drafts):
            self.history.keep(self.drafts)
        self.drafts, self.stroke = drafts, (stroke, drafts)

    def begin_with(self, drafts: Drafts) -> None:
        """Drafts to begin from: there is nothing before them to go back to."""
        self.drafts, self.stroke = drafts, None
        self.history.forget()

    def undo(self) -> bool:
        """Take back the last change; False if there was none."""
        return self._stand(self.history.undo(self.drafts))

    def redo(self) -> bool:
        """Do again what was undone; False if nothing was."""
        return self._stand(self.history.redo(self.drafts))

    def _stand(self, drafts: Drafts | None) -> bool:
        self.drafts, self.stroke = self.drafts if drafts is None else drafts, None
        return drafts is not None
