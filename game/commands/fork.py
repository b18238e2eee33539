"""fork: one decision changed, and many futures of both."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from game import record
from game.commands._common import DONE, json_option, show, worlds_of
from game.commands._tables import aligned, figure
from game.decisions import Order
from game.language import _n
from game.match import Match
from game.rules.world import NOBODY
from game.terminal.arguments import Misuse, existing, seat_id

ABOUT = "change one decision of a game, and see many futures of both"
EXAMPLE = (
    "backchannel fork game.txt --turn 2 --seat dorvane "
    '--orders "attribute harbour tolvar likely moderate; harden energy"'
)


def options(parser: argparse.ArgumentParser) -> None:
    """What may be said with it."""
    parser.add_argument("record", type=Path)
    parser.add_argument("--turn", type=int, required=True, metavar="N")
    parser.add_argument("--seat", required=True, metavar="NATION")
    parser.add_argument(
        "--orders", required=True, metavar="ORDERS", help="as typed in play, with ; between them"
    )
    parser.add_argument("--worlds", type=int, default=200, metavar="N", help="futures of each")
    json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Fork, and print both sides and the difference."""
    from game.futures.figures import changes, estimates, figures
    from game.futures.fork import fork
    from game.study.workers import progress

    began = time.perf_counter()
    match = record.load(existing(options.record))
    nation = match.names.number("nation", seat_id(match.scenario, options.seat))
    if not 1 <= options.turn < len(match.worlds):
        raise Misuse(f"--turn takes a turn from 1 to {len(match.worlds) - 1}, not {options.turn}")
    orders = typed(match.rewound(options.turn), nation, options.orders)
    worlds = worlds_of(options.worlds)
    with progress("futures", worlds) as advance:
        forked = fork(match, options.turn, nation, orders, worlds, advance)
    nations = match.setup.nations
    before, after = figures(forked.before, nations), figures(forked.after, nations)
    found = {
        "scenario": match.scenario.id,
        "turn": options.turn,
        "seat": options.seat,
        "was": [_words(order) for order in forked.was],
        "orders": [_words(order) for order in forked.instead],
        "void": list(forked.void),
        "worlds": worlds,
        "before": _as_json(estimates(before)),
        "after": _as_json(estimates(after)),
        "difference": _as_json(changes(before, after)),
        "seconds": round(time.perf_counter() - began, 3),
    }
    show(found, options.json, lines)
    return DONE


def typed(moment: Match, nation: int, text: str) -> list[Order]:
    """Orders as typed in play. Raises Misuse."""
    from rich.console import Console

    from game.report.names import Unclear
    from game.terminal.console import Lines, Terminal
    from game.terminal.seat import Seat
    from game.terminal.typed import parse_order

    seat = Seat(moment, nation, Terminal(Console(quiet=True), Lines(iter(()), print)))
    orders = []
    for part in text.split(";"):
        if not part.strip():
            continue
        try:
            draft = parse_order(seat, part)
        except Unclear as error:
            raise Misuse(f"--orders: '{part.strip()}': {error}") from None
        missing = [column.name for column in draft.missing()]
        if missing:
            raise Misuse(f"--orders: '{part.strip()}' does not say which {missing[0]}")
        orders.append(draft.order())
    return orders


def _words(order: Order) -> str:
    """An order as a record writes it, without what moved an AI to give it."""
    return record.order_text(replace(order, reason=NOBODY)).removeprefix("order ")


def _as_json(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: estimate.as_json() for name, estimate in found.items()}


def lines(found: Mapping[str, Any]) -> Sequence[str]:
    """The same for a person: what changed for sure first."""
    told = [f"{found['scenario']}, turn {found['turn']}, {found['seat']}"]
    told += [f"  was      {'; '.join(found['was']) or 'nothing'}"]
    told += [f"  instead  {'; '.join(found['orders']) or 'nothing'}"]
    told += [f"  void: {each}" for each in found["void"]]
    moved = [name for name, each in found["difference"].items() if any(each.values())]
    sure = [
        name
        for name in moved
        if found["difference"][name]["low"] * found["difference"][name]["high"] > 0
    ]
    rest = [name for name in moved if name not in sure]
    head = ("", "as it was", "instead", "difference")
    futures = _n("{n} future", "{n} futures", found["worlds"])
    for title, names in (("what changed", sure), ("what may not have", rest)):
        rows = [_row(found, name) for name in names]
        told += ["", f"{title} ({futures} each, 95 % intervals)"]
        told += aligned(head, rows) if rows else ["  nothing"]
    return told


def _row(found: Mapping[str, Any], name: str) -> list[str]:
    share = name.startswith(("ending.", "objectives."))
    cells = [figure(found[side][name], share) for side in ("before", "after")]
    return [name, *cells, figure(found["difference"][name], share, signed=True)]
