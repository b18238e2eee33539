"""Objectives: what a nation wants, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.language import N_, _
from game.match import Match
from game.report.story import Scene, Story
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


_Change = tuple[str, str]
"""What has turned, as the nation is told and as others read it afterwards."""

_HOLDS: _Change = (
    N_("An aim is reached for now; the end counts: {text}"),
    N_("{nation} had reached an aim for now: {text}"),
)
_GONE: _Change = (
    N_("An aim is no longer reached; the end counts: {text}"),
    N_("{nation} no longer had an aim it had reached: {text}"),
)
_LOST: _Change = (
    N_("An aim is out of reach from now on: {text}"),
    N_("An aim of {nation} was out of reach from then on: {text}"),
)


def turned(scene: Scene) -> Iterator[Story]:
    """What the nation wants, where the turn brought it about, undid it, or put it out of reach.

    What is met once and for all is a happening of its own.
    """
    match = scene.match
    if scene.world.ended[0] > 0:
        return
    for number, (owner, name) in enumerate(match.setup.objectives):
        change = _change(scene, number) if owner == match.setup.nations[scene.me] else None
        if change:
            wanted = match.scenario.objectives[owner][name].text
            text = scene.to_it(*map(_, change)).format(text=wanted, nation=scene.name(scene.me))
            yield Story("own", text, (), 8)


def _change(scene: Scene, number: int) -> _Change | None:
    """What the turn did to an aim; None if nothing, or nothing that its owner may know."""
    match, now = scene.match, scene.world
    before = match.world_at(max(int(now.turn) - 1, 0))
    condition, judged = match.setup.rules.objectives[number]
    if judged is Judged.ALWAYS:
        lost = now.objective[number, 0] < 0 <= before.objective[number, 0]
        return _LOST if lost else None
    holds = bool(condition(now)[0])
    if judged is Judged.ANY or holds == bool(condition(before)[0]):
        return None
    owner, name = match.setup.objectives[number]
    parsed = parse(match.scenario.objectives[owner][name].when, VOCABULARY, match.setup.ids)
    told = not isinstance(parsed, list) and _own_business(parsed.calls, owner)
    return (_HOLDS if holds else _GONE) if told else None


def _own_business(calls: tuple[tuple[str, ...], ...], owner: str) -> bool:
    """Whether all a condition reads is public, or the owner's own."""
    return all(asked[0] == owner for word, *asked in calls if word in _PRIVATE)
