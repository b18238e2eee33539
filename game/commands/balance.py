"""balance: who wins, who is left behind, and how hot it gets."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.commands._common import (
    DONE,
    FAILED,
    PAGE,
    show,
    study_options,
    worlds_of,
    writable,
    write,
)
from game.commands._labels import labels
from game.commands._tables import aligned, figure
from game.language import _n
from game.terminal.arguments import load, seed_of

ABOUT = "see who wins and who is left behind, by seat and by AI"
EXAMPLE = "backchannel balance port_crisis --out balance.html"


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    study_options(parser, 1000, "games of a design")
    parser.add_argument("--out", type=Path, metavar="FILE.html", help="write a page with plots")


def run(options: argparse.Namespace) -> int:
    """Play, and say what was found."""
    from game.report.html.page import to_html
    from game.study.balance import balance
    from game.study.balance_page import page

    scenario, text = load(options.scenario)
    worlds, seed = worlds_of(options.worlds), seed_of(options.seed)
    out = None if options.out is None else writable(options.out, PAGE)
    found = balance(text, worlds, seed, options.workers)
    if out is not None:
        write(out, to_html(page(found)))
    show(found.as_json() | {"labels": labels(scenario)}, options.json, lines)
    return DONE if found.passed else FAILED


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    head = ("all alike", "objectives", "score", "wins", "last", "highest rung", "best as", "there")
    rows = [_seat(nation, seat) for nation, seat in found["seats"].items()]
    games = _n("{n} game", "{n} games", found["games"])
    told = [f"{found['scenario']}: {games}", "", *aligned(head, rows, "")]
    ends = sorted(found["endings"].items(), key=lambda pair: -pair[1]["value"])
    told += ["", "endings with its own cast"]
    names = found["labels"]["endings"]
    rows = [[f"{names[n]} ({n})", figure(e, share=True)] for n, e in ends if e["value"]]
    told += aligned(("", "share"), rows)
    told += ["", f"worst off: {found['worst_off']}"]
    told += [f"{f['nation']} {f['what']}: {f['why'] or 'WHY?'}" for f in found["flags"]]
    return [*told, _n("{n} game a second", "{n} games a second", round(found["worlds_per_second"]))]


def _seat(nation: str, seat: Mapping[str, Any]) -> list[str]:
    best = seat["best"]
    return [
        nation,
        figure(seat["objectives"], share=True),
        f"{seat['score']['value']:.1f}",
        f"{seat['win']['value']:.0%}",
        f"{seat['last']['value']:.0%}",
        f"{seat['escalation']['value']:.2f}",
        best["ai"],
        figure(best["objectives"], share=True),
    ]
