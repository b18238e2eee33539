"""Objectives: what a nation wants, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import N_, _
from game.match import Match
from game.rules.turn import Judged
from game.scenario.conditions import parse
from game.scenario.vocabulary import VOCABULARY


@dataclass(frozen=True)
class ObjectiveLine:
    """Something the nation wants, and how it stands."""

    text: str
    points: float
    judged: str
    state: str
    met: bool


def objectives(match: Match, nation: int) -> tuple[ObjectiveLine, ...]:
    """What a nation wants. Whether it holds now is told only where that gives nothing away."""
    lines = []
    world = match.world
    for number, (owner, name) in enumerate(match.setup.objectives):
        if owner != match.setup.nations[nation]:
            continue
        wanted = match.scenario.objectives[owner][name]
        judged = match.setup.rules.objectives[number][1]
        mark = int(world.objective[number, 0])
        parsed = parse(wanted.when, VOCABULARY, match.setup.ids)
        if mark > 0:
            state = _("met in turn {n}").format(n=mark)
        elif mark < 0:
            state = _("out of reach")
        elif isinstance(parsed, list) or not _own_business(parsed.calls, owner):
            state = _("not met") if match.over else _("told at the end")
        else:
            holds = bool(np.all(parsed.evaluate(world, None)))
            state = _("holds now") if holds else _("does not hold")
        if match.over and mark == 0:
            state = _("not met")
        how = _(_JUDGED[judged])
        lines.append(ObjectiveLine(wanted.text, wanted.points, how, state, mark > 0))
    return tuple(lines)


_JUDGED = {
    Judged.ANY: N_("once is enough"),
    Judged.END: N_("at the end"),
    Judged.ALWAYS: N_("throughout"),
}
_PRIVATE = frozenset(word.name for word in VOCABULARY if word.private)
"""Words whose value only its owner, the nation named first, may know."""


def _own_business(calls: tuple[tuple[str, ...], ...], owner: str) -> bool:
    """Whether all a condition reads is public, or the owner's own."""
    return all(asked[0] == owner for word, *asked in calls if word in _PRIVATE)
