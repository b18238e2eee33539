"""cover: what random and sensible play reaches of a scenario."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from typing import Any

from game.commands._common import (
    DONE,
    FAILED,
    show,
    study_options,
    worlds_of,
)
from game.commands._labels import labels
from game.commands._tables import aligned
from game.language import _n
from game.terminal.arguments import load, seed_of

ABOUT = "find out what play reaches of a scenario, and what it never does"
EXAMPLE = "backchannel cover port_crisis --worlds 500"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    study_options(parser, 500, "games played")


def run(options: argparse.Namespace) -> int:
    """Play, and say what was reached."""
    from game.study.cover import cover

    began = time.perf_counter()
    scenario, text = load(options.scenario)
    found = cover(text, worlds_of(options.worlds), seed_of(options.seed), options.workers)
    nations = list(scenario.nations)
    result = {
        "scenario": scenario.id,
        "worlds": found.games,
        "reached": {thing: round(share, 4) for thing, share in found.reached.items()},
        "unreached": [{"id": each.thing, "why": each.why} for each in found.unreached],
        "always_true": list(found.always),
        "dead": list(found.dead),
        "seeds": {thing: game.seed for thing, game in found.examples.items()},
        "players": {thing: _players(nations, g.cast) for thing, g in found.examples.items()},
        "labels": labels(scenario),
        "seconds": round(time.perf_counter() - began, 3),
    }
    show(result, options.json, lines)
    return DONE if found.passed else FAILED


def _players(nations: list[str], cast: tuple[str, ...]) -> str:
    """Who played, as `auto --players` takes it."""
    if len(set(cast)) == 1:
        return cast[0]
    return ",".join(f"{nation}={ai}" for nation, ai in zip(nations, cast, strict=True))


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person: the rarest first."""
    rare = sorted(found["reached"].items(), key=lambda pair: pair[1])
    rows = [[thing, f"{share:.1%}", str(found["seeds"][thing])] for thing, share in rare]
    told = aligned(("reached in games, rarest first", "share", "seed"), rows, "")
    for title, key in (("always true", "always_true"), ("never true", "dead")):
        listed = [f"  {each}" for each in found[key]] or ["  nothing"]
        told += ["", f"parts of conditions {title} whenever they were asked:", *listed]
    told += ["", "never reached:", *([] if found["unreached"] else ["  nothing"])]
    told += [f"  {each['id']}: {each['why'] or 'WHY NOT?'}" for each in found["unreached"]]
    bare = sum(not each["why"] for each in found["unreached"])
    games = _n("{n} game", "{n} games", found["worlds"])
    reached = _n("{n} thing reached", "{n} things reached", len(rows))
    told += ["", f"{found['scenario']}, {games}: {reached}"]
    told += [f"never reached: {len(found['unreached'])}, without a reason in the file: {bare}"]
    return told
