"""What whole games cost: many over worker processes, each system's share, and a forecast."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any

from game import paths
from game.language import _n
from game.match import Match, new_match, usual_players
from game.rules.board import Systems
from game.scenario.check import check_file
from game.staff.forecast import forecast
from game.study.games import Games, come_out, numbers_from, own_cast
from game.study.timing import fastest
from game.study.workers import spread

SCENARIO = "port_crisis"
WORKERS = 2
PLAYED, ASKED = 2000, 10_000
"""Whole games played, and how many the time is worked out for."""

SHARE, PASSES = 250, 2
"""Games played with and without each system, in one process, and passes: the fastest counts."""


def measure(
    tell: Callable[[str], None], played: int = PLAYED, workers: int = WORKERS, share: int = SHARE
) -> dict[str, Any]:
    """Seconds for whole games, what each system adds to them, and the time of a forecast."""
    path = paths.scenarios() / f"{SCENARIO}.yaml"
    text = path.read_text("utf-8")
    games = Games(text, numbers_from(1, played), (own_cast(text),))
    count, processes = (
        _n("{n} game", "{n} games", played),
        _n("{n} process", "{n} processes", workers),
    )
    tell(f"playing {count} of {SCENARIO} over {processes} …")
    began = time.perf_counter()
    spread(come_out, games.parts(250), workers)
    seconds = time.perf_counter() - began
    tell("playing without each system …")
    return {
        "games": {
            "scenario": SCENARIO,
            "played": played,
            "workers": workers,
            "seconds": round(seconds, 2),
            f"seconds_for_{ASKED}": round(seconds * ASKED / played, 1),
            "share_of_system": _shares(text, share),
        },
        "forecast_256_ms": round(_forecast() * 1000, 1),
    }


def _shares(text: str, count: int) -> dict[str, float]:
    """By how much games are quicker without a system; games it makes longer count too."""
    games = Games(text, numbers_from(1, count), (own_cast(text),))
    whole = fastest(partial(come_out, games), PASSES)
    without = {f.name: games.changed(f"no_{f.name}") for f in fields(Systems)}
    return {
        name: round(1 - fastest(partial(come_out, each), PASSES) / whole, 3)
        for name, each in without.items()
    }


def _forecast() -> float:
    """Seconds for a forecast of 256 worlds in the middle of a game."""
    match = _halfway()
    seen = match.view(0)
    return fastest(lambda: forecast(seen), 5)


def _halfway() -> Match:
    path = paths.scenarios() / f"{SCENARIO}.yaml"
    scenario, findings = check_file(path)
    if scenario is None:
        raise ValueError(str(findings[0]))
    match = new_match(scenario, path.read_text("utf-8"), 1, usual_players(scenario, {}))
    match.go_on()
    return match.rewound(max(match.turn // 2, 1))
