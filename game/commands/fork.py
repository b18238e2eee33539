"""fork: one decision changed, and many futures of both."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.actions import actions
from game.commands._common import DONE, json_option, replayed, show, worlds_of
from game.commands._labels import labels
from game.commands._tables import aligned, figure
from game.decisions import Order, instead
from game.language import _n
from game.match import Match
from game.rules.claims import CONFIDENCE
from game.terminal.arguments import Misuse, seat_id

if TYPE_CHECKING:
    from game.terminal.seat import Seat

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
    match = replayed(options.record)
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
        "was": [words_of(order) for order in forked.was],
        "orders": [words_of(order) for order in forked.instead],
        "void": list(forked.void),
        "worlds": worlds,
        "before": _as_json(estimates(before)),
        "after": _as_json(estimates(after)),
        "difference": _as_json(changes(before, after)),
        "labels": labels(match.scenario),
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

    seat = Seat(moment, nation, Terminal(Console(quiet=True), Lines(iter(()), print)))
    orders = []
    for part in map(str.strip, text.split(";")):
        given = part.removeprefix("order ")
        try:
            orders += [_order(seat, given)] if part else []
        except (Unclear, Misuse) as error:
            raise Misuse(f"--orders: '{part}': {error}") from None
    return orders


def _order(seat: Seat, text: str) -> Order:
    """One order. Raises Unclear, Misuse."""
    from game.report import forms, names
    from game.terminal.typed import actions_named, parse_order

    known, words = actions_named(seat), text.replace(",", " ").split()
    if words and not names.longest(words, known)[0]:
        hint = instead(words[0], [noun.id for noun in known])
        raise Misuse(f"there is no action '{words[0]}' ({hint})")
    draft = parse_order(seat, text)
    missing = [forms.called(column) for column in draft.missing()]
    if missing:
        usage = forms.usage(draft.action).removeprefix("order ")
        raise Misuse(f"it does not say which {missing[0]} (`{usage}`)")
    return draft.order()


_KEYS = {"cover": "flag", "answer": "answer"}
"""What could be taken for something else, and the name it is therefore typed with."""


def words_of(order: Order) -> str:
    """An order as it is typed."""
    from game.report.forms import columns

    action = next(action for action in actions() if action.id == order.action)
    words = [action.id]
    for column in columns(action):
        value = getattr(order, column.name)
        if column.kind == "level":
            words += [f"x{value}"] if value != 1 else []
        elif column.kind == "confidence":
            words.append(CONFIDENCE[value - 1])
        elif value is not None:
            words.append(f"{_KEYS[column.kind]}={value}" if column.kind in _KEYS else value)
    return " ".join(words)


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
    said = found["labels"]["endings"].get(name.removeprefix("ending."))
    head = f"{name} ({said})" if said else name
    return [head, *cells, figure(found["difference"][name], share, signed=True)]
