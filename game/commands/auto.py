"""auto: let AIs play a whole game."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from game import record
from game.commands._common import (
    DONE,
    RECORD,
    cannot_write,
    json_option,
    scenario_option,
    show,
    writable,
)
from game.commands._labels import labels
from game.match import new_match
from game.terminal import results
from game.terminal.arguments import cast, load, seed_of

ABOUT = "let AIs play a whole game"
EXAMPLE = "backchannel auto first_light --seed 1 --json"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    scenario_option(parser)
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--players", metavar="NATION=AI,…|AI", help="who plays whom")
    parser.add_argument("--record", type=Path, metavar="FILE", help="write the record there")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Play, and say how it came out."""
    began = time.perf_counter()
    scenario, text = load(options.scenario)
    match = new_match(scenario, text, seed_of(options.seed), cast(scenario, options.players))
    kept = None if options.record is None else writable(options.record, RECORD)
    match.go_on()
    found = results.of(match) | {"labels": labels(scenario)}
    found |= {"seconds": round(time.perf_counter() - began, 3)}
    if kept is not None:
        with cannot_write(kept):
            record.save(match, kept)
    show(found, options.json, results.lines)
    return DONE
