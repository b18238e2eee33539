"""check: everything an author may have got wrong."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands._common import DONE, FAILED, json_option, show
from game.terminal import results

ABOUT = "check scenario files"
EXAMPLE = "backchannel check scenarios"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Check, and print the findings."""
    found = results.checked(options.paths)
    show(found, options.json, results.check_lines)
    return FAILED if results.has_errors(found) else DONE
