"""Words that tell the truth or the outcome: only the end of a game may ask."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules.scoring import scores
from game.rules.world import NOBODY, World
from game.scenario.conditions import Word
from game.scenario.words.reading import at, ever


def _guilty(world: World, setup: Any, actor: int, incident: int) -> Any:
    chosen = np.maximum(world.culprit[incident], 0)
    return world.board.blames[incident, chosen, actor] & (world.culprit[incident] != NOBODY)


def _claims(world: World, incident: int) -> tuple[Any, Any]:
    """Who names somebody, and whether that is right. [N, B] each"""
    accused = world.accused[:, incident]
    chosen = np.maximum(world.culprit[incident], 0)
    hits = world.board.blames[incident, chosen, np.maximum(accused, 0)]
    return accused != NOBODY, hits & (world.culprit[incident] != NOBODY)


def _right(world: World, setup: Any, nation: int, incident: int) -> Any:
    claimed, hits = _claims(world, incident)
    return (claimed & hits)[nation]


def _wrong(world: World, setup: Any, nation: int, incident: int) -> Any:
    claimed, hits = _claims(world, incident)
    return (claimed & ~hits)[nation]


def _rightly(world: World, setup: Any, incident: int) -> Any:
    claimed, hits = _claims(world, incident)
    return (claimed & hits).sum(axis=0)


def _wrongly(world: World, setup: Any, incident: int) -> Any:
    claimed, hits = _claims(world, incident)
    return (claimed & ~hits).sum(axis=0)


def _share(world: World, setup: Any, nation: int) -> Any:
    mine = world.board.seeker == nation
    points = np.where(mine, world.board.points, 0)[:, None] * (world.objective[: len(mine)] > 0)
    return points.sum(axis=0) / max(float(world.board.points[mine].sum()), 1.0)


def _score(world: World, setup: Any, nation: int) -> Any:
    return scores(world)["total"][nation]


def _ending(world: World, setup: Any, ending: int) -> Any:
    return world.ending == ending + 1  # 0 is a game that goes on, which no scenario asks for


IN_CASE = ("nation", "incident")


def _end(name: str, takes: tuple[str, ...], gives: Any, meaning: str, read: Any) -> Word:
    return Word(name, takes, gives, meaning, read, only_at_end=True)


WORDS: tuple[Word, ...] = (
    _end("guilty", ("actor", "incident"), "truth", "the actor did it or ordered it", _guilty),
    _end("right", IN_CASE, "truth", "the nation names one who had a hand in it", _right),
    _end("wrong", IN_CASE, "truth", "the nation names one who had none", _wrong),
    _end("rightly", ("incident",), "number", "nations that name one who had a hand", _rightly),
    _end("wrongly", ("incident",), "number", "nations that name one who had none", _wrongly),
    _end("paid", ("actor",), "number", "ransoms that went to the actor", at("fed")),
    _end("ending", ("ending",), "truth", "the game ended in this way", _ending),
    Word("met", ("objective",), "truth", "met, as nation.objective", ever("objective"), True, True),
    Word("share", ("nation",), "number", "share of its objectives met, 0 to 1", _share, True, True),
    Word("score", ("nation",), "number", "its score, 0 to 100", _score, True, True),
)
