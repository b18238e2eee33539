"""bench: measure speeds."""

from __future__ import annotations

import argparse
import sys

from game.commands._common import DONE, json_option, show

ABOUT = "measure speeds"
EXAMPLE = "backchannel bench --json"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Measure, and print the figures."""
    from game.study import bench

    def tell(text: str) -> None:
        if sys.stderr.isatty():
            print(text, file=sys.stderr)

    found = bench.run(tell=tell)
    show(found, options.json, lambda found: [f"{name}: {value}" for name, value in found.items()])
    return DONE
