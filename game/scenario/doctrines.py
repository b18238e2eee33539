"""Doctrines: characters of AI nations, a YAML file each, as rows of numbers. (Rules 13)"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Annotated, Any

import numpy as np
from pydantic import Field, ValidationError

from game import paths, registry
from game.rules.action import Feature
from game.rules.minds import Minds
from game.rules.world import Index
from game.scenario.findings import did_you_mean
from game.scenario.model import Level, Line, Note, Share, Strict, Text
from game.scenario.reader import read_file

Weight = Annotated[float, Field(ge=-5, le=5)]


class Weights(Strict):
    """What a doctrine values, by feature."""

    protect: Weight = Field(0.0, description="keeping people and services safe")
    know: Weight = Field(0.0, description="finding out")
    justice: Weight = Field(0.0, description="punishing those it believes did wrong")
    voice: Weight = Field(0.0, description="saying in public what its people want to hear")
    bond: Weight = Field(0.0, description="standing by friends")
    calm: Weight = Field(0.0, description="bringing the temperature down")
    gain: Weight = Field(0.0, description="its own advantage, whatever the means")
    spite: Weight = Field(0.0, description="paying back, and being feared")
    risk: Weight = Field(0.0, description="danger; below 0 it shies from it")
    honour: Weight = Field(0.0, description="keeping its word")


class Doctrine(Strict):
    """A character of an AI nation."""

    label: Line = Field(description="name")
    about: Text = Field(description="what it does, in a sentence")
    source: Note = Field(description="literature it is named after")
    weights: Weights = Field(description="what it values")
    bar: Share = Field(description="belief needed before it acts against a culprit")
    accept: Weight = Field(description="worth a proposal must have")
    trusting: Level = Field(description="trust needed to sign")
    honesty: Share = Field(description="0 lies and breaks promises, 1 keeps them")
    guile: Share = Field(description="above one half hides behind others")
    patience: Share = Field(description="what later turns weigh; how long it waits after a refusal")
    forgiving: Share = Field(0.5, description="0 never forgets; 1 forgets after two turns")
    thrift: Share = Field(description="what a point of cost weighs")
    talk: Share = Field(description="how gladly it talks")
    random: bool = Field(description="chooses by dice")


@cache
def doctrines() -> dict[str, Doctrine]:
    """Every doctrine by id."""
    return {
        name: _read(path)
        for name, path in registry.yaml_files(paths.scenarios() / "doctrines").items()
    }


def _read(path: Any) -> Doctrine:
    try:
        return Doctrine.model_validate_json(json.dumps(read_file(path).data))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{path.name}: {place}: {first['msg']}") from error


class UnknownDoctrine(ValueError):
    """An AI was asked for that does not exist."""


def minds(names: Sequence[str]) -> Minds:
    """The doctrines of some seats as rows of numbers, one row for each name."""
    return minds_of(tuple(names), np.arange(len(names))[:, None])


def minds_of(names: Sequence[str], chosen: Index) -> Minds:
    """Doctrines that may differ from world to world.

    chosen: [V, W] which of the names a seat has in a world; W is 1 or the number of worlds.
    """
    known = doctrines()
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise UnknownDoctrine(f"there is no AI called '{name}' ({hint})")
    rows = [known[name] for name in names]

    def column(name: str) -> Any:
        values = np.array([float(getattr(row, name)) for row in rows], np.float32)
        return values[chosen][:, None]

    table = [[float(getattr(row.weights, f.name.lower())) for f in Feature] for row in rows]
    weights = np.array(table, np.float32)[chosen].swapaxes(1, 2)
    others = [f.name for f in fields(Minds) if f.name not in ("weights", "chance")]
    return Minds(
        weights=np.ascontiguousarray(weights)[:, :, None],
        chance=column("random"),
        **{name: column(name) for name in others},
    )
