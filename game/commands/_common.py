"""What commands share: exit statuses, options they have in common, and how results are shown."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done · findings or a failed check · bad usage · stopped by the user."""


def scenario_option(parser: argparse.ArgumentParser) -> None:
    """Which scenario."""
    parser.add_argument("scenario", help="name in the library, or a file")


def json_option(parser: argparse.ArgumentParser) -> None:
    """One JSON document instead of lines."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def show(found: Mapping[str, Any], as_json: bool, lines: Callable[[Any], Sequence[str]]) -> None:
    """Print a result, for a program or for a person."""
    print(json.dumps(found) if as_json else "\n".join(lines(found)))
