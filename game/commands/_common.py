"""What commands share: exit statuses, options they have in common, and how results are shown."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from game.terminal.arguments import Misuse

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done · findings or a failed check · bad usage · stopped by the user."""


def scenario_option(parser: argparse.ArgumentParser) -> None:
    """Which scenario."""
    parser.add_argument("scenario", help="name in the library, or a file")


def json_option(parser: argparse.ArgumentParser) -> None:
    """One JSON document instead of lines."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def workers_option(parser: argparse.ArgumentParser) -> None:
    """How many processes."""
    parser.add_argument(
        "--workers", type=_at_least_one, metavar="N", help="processes; the number of cores"
    )


def study_options(parser: argparse.ArgumentParser, worlds: int, meaning: str) -> None:
    """What every study is told: which scenario, how many games, from which seed on, and how."""
    scenario_option(parser)
    parser.add_argument("--worlds", type=int, default=worlds, metavar="N", help=meaning)
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="number of the first")
    workers_option(parser)
    json_option(parser)


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"takes a number from 1 to 256, not {text}")
    return int(text)


def worlds_of(worlds: int, least: int = 10) -> int:
    """A number of games that says something. Raises Misuse."""
    if not least <= worlds <= 1_000_000:
        raise Misuse(f"--worlds takes a number from {least} to 1000000, not {worlds}")
    return worlds


def writable(path: Path) -> Path:
    """A file that can be written, found out before the work is done. Raises Misuse."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8"):
            return path
    except OSError as error:
        raise Misuse(f"{path}: cannot be written ({error.strerror})") from None


def show(found: Mapping[str, Any], as_json: bool, lines: Callable[[Any], Sequence[str]]) -> None:
    """Print a result, for a program or for a person."""
    print(json.dumps(found) if as_json else "\n".join(lines(found)))
