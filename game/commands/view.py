"""view: what a seat saw after a turn."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.commands._common import DONE, replayed
from game.terminal import results
from game.terminal.arguments import Misuse, seat_id

ABOUT = "what a seat saw after a turn"
EXAMPLE = "backchannel view game.txt --turn 2 --seat dorvane"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("record", type=Path)
    parser.add_argument("--turn", type=int, required=True, metavar="N", help="0 is the start")
    parser.add_argument("--seat", required=True, metavar="NATION")
    parser.add_argument("--json", action="store_true", help="as always")


def run(options: argparse.Namespace) -> int:
    """Print the view."""
    match = replayed(options.record)
    last = match.turn if match.over else match.turn - 1
    if not 0 <= options.turn <= last:
        raise Misuse(f"--turn takes a turn from 0 to {last}, not {options.turn}")
    nation = match.names.number("nation", seat_id(match.scenario, options.seat))
    print(json.dumps(results.seen(match, options.turn, nation)))
    return DONE
