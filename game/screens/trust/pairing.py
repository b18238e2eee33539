"""The pair of nations that is looked at: chosen in the network, the matrix, or from elsewhere."""

from __future__ import annotations

from game.screens.play.session import Session

Pair = tuple[int, int]


class Pairing:
    """Who is looked at together: the one at the window and another, or two others."""

    def __init__(self, session: Session, chosen: Pair | None = None) -> None:
        self.session, self.me = session, session.nation
        other = next(n for n in range(session.match.board.nations) if n != self.me)
        self.chosen = chosen or (other, self.me)

    @property
    def other(self) -> int:
        """The nation of the pair that is not oneself; of two others the first."""
        return self.chosen[1] if self.chosen[0] == self.me else self.chosen[0]

    def pick(self, who: int, whom: int) -> None:
        """Choose a pair."""
        self.chosen = (who, whom)

    def id_of(self, number: int) -> str:
        """The id of a nation."""
        return self.session.setup.nations[number]

    def name_of(self, number: int) -> str:
        """Its short name."""
        return self.session.setup.names[number]
