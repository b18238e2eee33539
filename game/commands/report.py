"""report: the after-action report of a game, as one HTML file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from game.commands._common import (
    DONE,
    PAGE,
    PDF,
    cannot_write,
    json_option,
    no_record,
    replayed,
    show,
    writable,
    write,
)
from game.commands._labels import labels
from game.commands._language import known, language_option, speaking
from game.language import _n
from game.match import Match
from game.terminal import results
from game.terminal.arguments import Misuse

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
    with speaking(known(options.language)):
        return _write_all(replayed(options.record), options)


def _write_all(match: Match, options: argparse.Namespace) -> int:
    from game.report.html import page, pdf

    try:
        made = page.page(match)
    except page.NotOver as error:
        raise Misuse(f"{options.record}: {error}") from None
    out = writable(options.out or options.record.with_suffix(".html"), PAGE)
    printed = None if options.pdf is None else writable(options.pdf, PDF)
    texts = {out: page.to_html(made)}
    if options.csv is not None:
        figures = json.dumps(page.to_json(made), indent=1, ensure_ascii=False) + "\n"
        files = page.csv_files(made) | {"figures.json": figures}
        texts |= {no_record(options.csv / name): text for name, text in files.items()}
        with cannot_write(options.csv):
            options.csv.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        write(path, text)
    if printed is not None:
        try:
            pdf.write(out, printed)
        except pdf.NoPdf as error:
            raise Misuse(str(error)) from None
    written = [str(path) for path in (*texts, printed) if path is not None]
    told = results.ending(match) | {"story": list(made.story), "labels": labels(match.scenario)}
    show({"files": written, **told}, options.json, _lines)
    return DONE


def _lines(found: dict[str, Any]) -> list[str]:
    """What was written; of many tables only where they are."""
    files = found["files"]
    tables = [name for name in files if name.endswith(".csv")]
    lines = [name for name in files if name not in tables]
    if tables:
        said = _n("{n} table in {folder}", "{n} tables in {folder}", len(tables))
        lines.append(said.format(folder=Path(tables[0]).parent))
    return lines
