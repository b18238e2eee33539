"""How two other nations stand to each other: what is on record, and nothing of what they feel."""

from __future__ import annotations

from collections.abc import Iterator

from game.report.ties import Tie, ties
from game.report.words import listed
from game.terminal.seat import Seat


def show_between(seat: Seat, nation: int) -> None:
    """A line for every nation but our own."""
    known = ties(seat.match, seat.nation)
    for other in range(len(seat.match.setup.nations)):
        if other not in (nation, seat.nation):
            name = seat.match.setup.names[other]
            there, back = known[nation, other], known[other, nation]
            said = [*_both(there), *_one(there, "it", name), *_one(back, name, "it")]
            seat.term.bullet(f"with {name}: {listed(said)}")


def _both(tie: Tie) -> list[str]:
    allied = ["allied"] if tie.ally else []
    return [tie.rung_name, *allied, *(f"bound by {clause}" for clause in tie.pact)]


def _one(tie: Tie, who: str, whom: str) -> Iterator[str]:
    """What one has done to the other in public."""
    if tie.kept or tie.broken:
        yield f"{who} kept its word to {whom} {tie.kept} times and broke it {tie.broken} times"
    if tie.sanctions:
        yield f"{who} has sanctions on {whom}"
    if tie.aid:
        yield f"{who} paid for the capacity of {whom}"
