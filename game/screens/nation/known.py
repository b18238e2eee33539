"""What is known of one nation: whose page it is, how it stands to us, what we saw of it."""

from __future__ import annotations

from functools import cached_property

from game.report import words
from game.report.news import Story
from game.report.relations import Relation
from game.screens.play.session import Session


class Known:
    """One nation as the one at the window knows it."""

    def __init__(self, session: Session, nation: str) -> None:
        self.session, self.nation = session, nation
        self.number = session.setup.nations.index(nation)
        self.label = words.nation(session.match, self.number)
        self.mine = self.number == session.nation

    @property
    def relation(self) -> Relation:
        """How it stands to the nation at the window."""
        found = self.session.situation.relations
        return next(each for each in found if each.nation == self.number)

    @cached_property
    def past(self) -> list[tuple[int, Story]]:
        """What one saw of it in the turns played, the latest first."""
        return self.session.past_of(self.label)
