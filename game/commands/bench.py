"""bench: measure speeds."""

from __future__ import annotations

import argparse
import sys

from game.commands._common import DONE, json_option, show

ABOUT = "measure speeds"
EXAMPLE = "backchannel bench --json"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("--window", action="store_true", help="of the window, not of the games")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Measure, and print the figures."""
    if options.window:
        return _of_window(options)
    from game.study import bench

    found = bench.run(tell=_tell)
    show(found, options.json, lambda found: [f"{name}: {value}" for name, value in found.items()])
    return DONE


def _of_window(options: argparse.Namespace) -> int:
    from game.ui import bench

    show(bench.run(tell=_tell), options.json, bench.lines)
    return DONE


def _tell(text: str) -> None:
    if sys.stderr.isatty():
        print(text, file=sys.stderr)
