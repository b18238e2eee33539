"""The ladder turn by turn: as it was, as expected, and had one decision been otherwise."""

from __future__ import annotations

from game.futures.course import courses
from game.futures.variants import AS_IT_WENT
from game.language import _
from game.report import terms
from game.report.html.charts import Axis, Band, Chart, Head, Mark, Series, lines
from game.report.html.forking import Tried
from game.report.html.otherwise import expected
from game.report.html.plot import NEUTRAL
from game.report.html.told import Game

FUTURES = 96


def escalation(game: Game, marks: tuple[Mark, ...] = (), tried: Tried | None = None) -> Chart:
    """The rung of the world; with a decision tried, what was to be expected with and without it."""
    series, bands = [Series(_("the world"), game.rungs)], list[Band]()
    if tried is not None:
        more, bands = _otherwise(game, tried)
        series += more
    head = Head(
        "course",
        _("Escalation, and the turns that moved it"),
        _(
            "The rung of the world at the start and after each turn, from calm to digital war; "
            "with what was to be expected after one decision as it was, and otherwise."
        ),
    )
    top = max(3.0, *game.rungs, *(v or 0 for each in series for v in each.values),
              *(v or 0 for band in bands for v in band.high))  # fmt: skip
    names = terms.ladder()
    axis = Axis(0, min(len(names) - 1, int(top + 0.999)), names=names[: int(top + 1.999)])
    return lines(head, game.moments, series, axis, bands=bands, marks=marks)


def _otherwise(game: Game, tried: Tried) -> tuple[list[Series], list[Band]]:
    what = tried.what
    before, after = courses(game.match, what.turn, [AS_IT_WENT, what.way], FUTURES)
    if before is None or after is None:
        return [], []
    known, count = what.turn, len(game.moments)

    def along(values: tuple[float, ...]) -> tuple[float | None, ...]:
        """From the turn before the decision on, as far as the game went."""
        late = values[: count - known]
        late += late[-1:] * (count - known - len(late))
        return (*(None,) * (known - 1), game.rungs[known - 1], *late)

    series = [
        Series(_("expected as it was"), along(before.mean()), "dotted", NEUTRAL),
        Series(expected(game, what), along(after.mean()), "dashed", 1, 2),
    ]
    band = Band(_("eight of ten futures"), along(before.reach(0.1)), along(before.reach(0.9)))
    return series, [band]
