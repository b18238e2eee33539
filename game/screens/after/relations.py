"""How far two nations trusted each other, turn by turn: as one of them could tell, or as it was."""

from __future__ import annotations

from game.language import _
from game.match import Match
from game.report.html.charts import Axis, Band, Chart, Head, Mark, Series, lines
from game.report.moments import Between, between


class Relations:
    """The relations of all pairs of a game; what was looked up once is kept."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self._known: dict[tuple[int, int, int, bool], Between] = {}

    def chart(self, one: int, two: int, turn: int, truth: bool) -> Chart:
        """Trust between two nations. one: who looks; truth: told exactly, both ways."""
        names, turns = self.match.setup.names, range(len(self.match.worlds))
        found = [self._between(at, one, two, truth) for at in turns]
        trusts = _("{who} trusts {whom}")
        ours = tuple(round(each.ours, 1) for each in found)
        theirs = tuple(round(each.theirs.middle, 1) for each in found)
        series = [
            Series(trusts.format(who=names[one], whom=names[two]), ours),
            Series(trusts.format(who=names[two], whom=names[one]), theirs, "dashed", 1, 2),
        ]
        head = Head(
            f"ties_{one}_{two}_{truth:d}", _("Trust over the turns"),
            _("How far the two nations trusted each other at the start and after each turn."),
        )  # fmt: skip
        bands = [] if truth else [_band(names[two], found)]
        here = Mark(turn, str(turn), _("the turn that is shown"))
        return lines(head, turns, series, Axis(0, 100), bands=bands, marks=[here])

    def _between(self, turn: int, one: int, two: int, truth: bool) -> Between:
        key = (turn, one, two, truth)
        if key not in self._known:
            self._known[key] = between(self.match, *key)
        return self._known[key]


def _band(name: str, found: list[Between]) -> Band:
    """Between which amounts the other's trust lay, as far as could be told."""
    low = tuple(round(each.theirs.low, 1) for each in found)
    high = tuple(round(each.theirs.high, 1) for each in found)
    return Band(_("how {who} may trust").format(who=name), low, high)
