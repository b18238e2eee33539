"""report: the after-action report of a game, as one HTML file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game import record
from game.commands._common import DONE, json_option, show
from game.commands._language import known, language_option, speaking
from game.language import _n
from game.match import Match
from game.terminal.arguments import Misuse, existing

ABOUT = "write the after-action report of a game"
EXAMPLE = "backchannel report game.txt --out game.html --csv figures"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("record", type=Path)
    parser.add_argument("--out", type=Path, metavar="FILE.html", help="beside the record if unsaid")
    parser.add_argument("--csv", type=Path, metavar="DIR", help="its figures too, a file a table")
    parser.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="printed by your browser")
    language_option(parser, "en", "en")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Write the report, and say which files."""
    path = existing(options.record)
    with speaking(known(options.language)):
        return _write_all(record.load(path), options)


def _write_all(match: Match, options: argparse.Namespace) -> int:
    from game.report.html import page, pdf

    out = options.out or options.record.with_suffix(".html")
    try:
        made = page.page(match)
        written = _write({out: page.to_html(made)})
        if options.csv is not None:
            options.csv.mkdir(parents=True, exist_ok=True)
            figures = json.dumps(page.to_json(made), indent=1, ensure_ascii=False) + "\n"
            files = page.csv_files(made) | {"figures.json": figures}
            written += _write({options.csv / name: text for name, text in files.items()})
        if options.pdf is not None:
            pdf.write(out, options.pdf)
            written.append(str(options.pdf))
    except page.NotOver as error:
        raise Misuse(f"{options.record}: {error}") from None
    except pdf.NoPdf as error:
        raise Misuse(str(error)) from None
    except OSError as error:
        raise Misuse(f"{error.filename}: cannot be written ({error.strerror})") from None
    found = {"files": written, "ending": made.ending, "story": list(made.story)}
    show(found, options.json, _lines)
    return DONE


def _write(files: Mapping[Path, str]) -> list[str]:
    for path, text in files.items():
        path.write_text(text, "utf-8", newline="\n")
    return [str(path) for path in files]


def _lines(found: dict[str, Any]) -> list[str]:
    """What was written; of many tables only where they are."""
    files = found["files"]
    tables = [name for name in files if name.endswith(".csv")]
    lines = [name for name in files if name not in tables]
    if tables:
        said = _n("{n} table in {folder}", "{n} tables in {folder}", len(tables))
        lines.append(said.format(folder=Path(tables[0]).parent))
    return lines
