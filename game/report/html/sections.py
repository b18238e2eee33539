"""The parts of the report, by id: those the record alone tells, and those that futures tell."""

from __future__ import annotations

from collections.abc import Callable

from game.report.html import (
    after,
    bodies,
    cases,
    forking,
    judgement,
    ladder,
    legal,
    norming,
    opening,
    promises,
    reckoning,
    trusting,
    turning,
)
from game.report.html.blocks import Section
from game.report.html.forecast import Forecast
from game.report.html.told import Game

RECORDED: dict[str, Callable[[Game], Section]] = {
    "cases": cases.section,
    "judgement": judgement.section,
    "escalation": ladder.section,
    "trust": trusting.section,
    "promises": promises.section,
    "norms": norming.section,
    "law": legal.section,
    "bodies": bodies.section,
    "scores": reckoning.section,
    "questions": after.discussion,
    "sources": after.sources,
}
"""Told by what happened: quick."""


def _marked(game: Game, forecast: Forecast) -> Section:
    return ladder.section(game, turning.marks(forecast))


def _with_questions(game: Game, forecast: Forecast) -> Section:
    return after.discussion(game, tuple(opening.questions(game, forecast)))


FORESEEN: dict[str, Callable[[Game, Forecast], Section]] = {
    "turning": turning.section,
    "escalation": _marked,
    "questions": _with_questions,
}
"""Told by futures played from every turn, some of them in the place of what is known before."""

ORDER = (
    *("turning", "cases", "judgement", "escalation", "trust", "promises", "norms", "law"),
    *("bodies", "scores", "forks", "questions", "sources"),
)
"""As the page has them."""


def every(game: Game, forecast: Forecast) -> tuple[Section, ...]:
    """All parts of the page in their order, told by what happened and by futures."""
    foreseen = {**FORESEEN, "forks": forking.section}
    return tuple(
        foreseen[id](game, forecast) if id in foreseen else RECORDED[id](game) for id in ORDER
    )
