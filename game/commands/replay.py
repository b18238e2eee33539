"""replay: play a record again."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands._common import DONE, FAILED, json_option, show
from game.terminal import results
from game.terminal.arguments import existing

ABOUT = "play a record again, and compare the hash of every turn"
EXAMPLE = "backchannel replay game.txt"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("record", type=Path)
    parser.add_argument("--verify", action="store_true", help="as always")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Replay, and say whether it came out the same."""
    found = results.replayed(existing(options.record))
    show(found, options.json, results.replay_lines)
    return DONE if found["ok"] else FAILED
