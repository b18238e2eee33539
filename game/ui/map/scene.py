"""What the map shows at one moment, as plain data; a screen makes it, the painter draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.ui.theme import Colour


class Tie(StrEnum):
    """What an arc between two nations means."""

    HOSTILE = "hostile"
    FRIENDLY = "friendly"
    SPREAD = "spread"


class Status(StrEnum):
    """How an incident stands."""

    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Fill:
    """How land is filled. Colour never stands alone: hatching or a word says the same."""

    colour: Colour
    hatched: bool = False
    word: str = ""  # under the name, as "72 %" or "low"


@dataclass(frozen=True)
class Case:
    """An incident on the map."""

    id: str
    nation: str
    severity: int  # 1 to 4
    status: Status = Status.OPEN


@dataclass(frozen=True)
class Arc:
    """A line from one nation to another."""

    a: str
    b: str
    tie: Tie


@dataclass(frozen=True)
class Scene:
    """All of it. Fills are by nation; a nation without one is drawn as land without a seat."""

    fills: tuple[tuple[str, Fill], ...] = ()
    cases: tuple[Case, ...] = ()
    arcs: tuple[Arc, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()  # by nation; the map's own name where left out
    selected: str | None = None
    own: str | None = None
    selected_case: str | None = None
