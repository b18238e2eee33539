"""What commands share: exit statuses, options they have in common, and how results are shown."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import record
from game.match import Match
from game.terminal.arguments import Misuse, existing

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


@dataclass(frozen=True)
class Kind:
    """A kind of file the program writes: how it begins, and what it is."""

    beginning: bytes
    called: str


RECORD = Kind(record.FORMAT.encode(), "a record")
PAGE = Kind(b"<!doctype html>", "a page")
PDF = Kind(b"%PDF", "a PDF")


def writable(path: Path, kind: Kind) -> Path:
    """A file that can be written, found out before the work is done; none is left behind.

    What is there already is written over only if it is of that kind. Raises Misuse.
    """
    there = path.exists() or path.is_symlink()
    with cannot_write(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            pass
        if kind is RECORD and not path.is_file():
            raise Misuse(f"{path}: this is not a file")  # a record is renamed into its place
        if path.is_file():
            with path.open("rb") as file:
                begins = file.read(len(kind.beginning))
            if begins not in (b"", kind.beginning):
                raise Misuse(f"{path}: it is not {kind.called}, and is not written over")
        if not there:
            path.unlink()
    return path


def no_record(path: Path) -> Path:
    """A place for figures, where no record lies. Raises Misuse."""
    with cannot_write(path):
        begins = path.read_bytes()[: len(RECORD.beginning)] if path.is_file() else b""
    if begins == RECORD.beginning:
        raise Misuse(f"{path}: it is a record, and is not written over")
    return path


@contextmanager
def cannot_write(path: Path) -> Iterator[None]:
    """Say of what cannot be written, which file and why. Raises Misuse."""
    try:
        yield
    except OSError as error:
        raise Misuse(f"{path}: cannot be written ({error.strerror})") from None


def write(path: Path, text: str) -> None:
    """Write a text to a file. Raises Misuse."""
    with cannot_write(path):
        path.write_text(text, "utf-8", newline="\n")


def replayed(path: Path) -> Match:
    """The game of a record; it is said if it does not come out as recorded. Raises Misuse."""
    parsed = record.read(existing(path))
    match = record.played(parsed)
    different = record.first_difference(match, parsed)
    if different is not None:
        print(f"backchannel: {record.differs(parsed, different)}", file=sys.stderr)
    return match


def show(found: Mapping[str, Any], as_json: bool, lines: Callable[[Any], Sequence[str]]) -> None:
    """Print a result, for a program or for a person."""
    print(json.dumps(found) if as_json else "\n".join(lines(found)))
