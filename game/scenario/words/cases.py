"""Words about incidents: what is known, who names whom, and what is said in answer."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.world import Look, Status, World
from game.scenario.conditions import Word
from game.scenario.words.reading import all_told, at, ever, own


def _status(*wanted: Status) -> Any:
    return lambda world, setup, incident: np.isin(world.status[incident], [int(s) for s in wanted])


def _accusers(world: World, setup: Any, incident: int, actor: int) -> Any:
    return (world.accused[:, incident] == actor).sum(axis=0)


def _named(world: World, setup: Any, incident: int, actor: int) -> Any:
    return _accusers(world, setup, incident, actor) > 0


def _condemners(world: World, setup: Any, incident: int) -> Any:
    return (world.condemned[:, incident] > 0).sum(axis=0)


def _found(world: World, setup: Any, nation: int, incident: int) -> Any:
    return (world.look[nation, incident] == Look.FOUND).sum(axis=0)


def _answered(how: int) -> Any:
    return lambda world, setup, nation, incident: world.answered_for[nation, incident] == how


def _accuses(world: World, setup: Any, nation: int, incident: int, actor: int) -> Any:
    return world.accused[nation, incident] == actor


CASE, IN_CASE, ABOUT = ("incident",), ("nation", "incident"), ("incident", "actor")

WORDS: tuple[Word, ...] = (
    Word("severity", CASE, "number", "severity, 0 to 10", at("severity")),
    own("belief", (*IN_CASE, "actor"), "number", "what the nation believes, 0 to 1", at("guilt")),
    own("found", IN_CASE, "number", "cards the nation holds", _found),
    Word("shown", CASE, "number", "cards published", all_told("published")),
    Word("accusers", ABOUT, "number", "nations that name the actor", _accusers),
    Word("condemners", CASE, "number", "nations that condemned the incident", _condemners),
    Word("active", CASE, "truth", "the incident is going on", _status(Status.ACTIVE)),
    Word("over", CASE, "truth", "the incident has ended", _status(Status.OVER)),
    Word("begun", CASE, "truth", "it has begun", _status(Status.ACTIVE, Status.OVER)),
    own("known", IN_CASE, "truth", "the nation knows of the incident", ever("known")),
    Word("named", ABOUT, "truth", "somebody names the actor in public", _named),
    Word("accuses", (*IN_CASE, "actor"), "truth", "the nation names the actor", _accuses),
    Word("condemned", IN_CASE, "truth", "the nation condemned it", ever("condemned")),
    Word("indicted", IN_CASE, "truth", "the nation brought charges over it", ever("indicted")),
    Word("countered", IN_CASE, "truth", "it took a countermeasure over it", ever("countered")),
    Word("denied", IN_CASE, "truth", "the nation denied having done it", _answered(1)),
    Word("owned_up", IN_CASE, "truth", "the nation owned up and made good", _answered(2)),
    Word("fired", ("inject",), "truth", "the inject has happened", ever("injected")),
)
