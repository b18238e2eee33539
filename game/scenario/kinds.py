"""The kinds of incident, in the order of their numbers, from scenarios/incidents."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from game import paths, registry
from game.rules.board import Kinds
from game.scenario.reader import read_file

KINDS = (
    "disruption",
    "espionage",
    "long_espionage",
    "degradation",
    "ransomware",
    "data_leak",
    "financial_theft",
    "election_influence",
    "wiper",
    "supply_chain",
)
"""Kinds of incident in the order of their numbers."""


@cache
def kinds() -> Kinds:
    """What the ten kinds of incident do, from scenarios/incidents."""
    files = registry.yaml_files(paths.scenarios() / "incidents")
    data: list[Any] = [read_file(files[name]).data for name in KINDS]

    def column(key: str, kind: Any) -> Any:
        return np.array([row[key] for row in data], kind)

    return Kinds(
        hit=column("hit", np.float32),
        drag=column("drag", np.float32),
        alarm=column("alarm", np.float32),
        lasts=column("lasts", np.int16),
        spread=column("spread", np.float32),
        quiet=column("quiet", bool),
        yields=column("yields", np.float32),
        skill=column("skill", np.float32),
    )


def kind_labels() -> tuple[str, ...]:
    """Labels of the ten kinds of incident."""
    files = registry.yaml_files(paths.scenarios() / "incidents")
    return tuple(str(_mapping(read_file(files[name]).data)["label"]) for name in KINDS)


def _mapping(data: Any) -> dict[str, Any]:
    return dict(data)
