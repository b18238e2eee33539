"""What a turn asks of a seat, step by step, and what comes of handing a step in."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = (
    ("judge", 0), ("talk", 1), ("answer", 1), ("talk", 2), ("answer", 2), ("order", 0)
)  # fmt: skip
"""What a turn asks, in order."""


@dataclass(frozen=True)
class Step:
    """What is asked now: 'judge', 'talk', 'answer' or 'order', and in which round."""

    name: str
    round: int
    turn: int


@dataclass(frozen=True)
class Sent:
    """What came of sending."""

    played: int | None  # the turn that was played out by it
    to: int | None  # the nation that is asked next; None when the game is over
    handed: bool  # it is another seat: somebody else takes the keyboard
    over: bool
    trouble: str = ""  # why it could not be saved
