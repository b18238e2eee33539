"""What lies on the desks of a game: what is drafted, and what was sent while others still decide.

A record holds only what everybody has sent; the rest is kept beside it, in a file that belongs to
just that record. One that was changed, or belongs to another, is left alone: nothing is harmed.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pydantic import TypeAdapter

from game.decisions import Message, Proposal, Reply
from game.screens.play.drafts import Drafts


@dataclass
class Written:
    """What is being written at the table."""

    text: Proposal
    place: int | None = None  # among the proposals to be sent
    answers: int | None = None  # the offer it counters
    counters: dict[int, Proposal] = field(default_factory=dict)  # those tabled, by the offer
    message: Message | None = None
    taken: Message | None = None  # the one to be sent that is written anew


@runtime_checkable
class Paper(Protocol):
    """What a screen writes at."""

    def written(self) -> Written:
        """What stands on it."""


@dataclass
class Lying:
    """What lies on one desk."""

    drafts: Drafts
    judged: int
    told: int
    briefed: bool
    sent: Reply | None = None  # to the question that is open
    written: Written | None = None


Desks = dict[str, Lying]
"""By the id of the nation."""


def path_of(game: Path) -> Path:
    """Where the desks of a game are kept."""
    return game.with_suffix(".desks")


def keep(game: Path, desks: Desks) -> None:
    """Write them beside the record as it stands, whole or not at all. Raises OSError."""
    body = json.dumps(desks, default=_plain, ensure_ascii=False)
    place = path_of(game)
    beside = place.with_name(f".{place.name}")
    beside.write_text(f"{_seal(game, body)}\n{body}\n", "utf-8")
    beside.replace(place)


def found(game: Path) -> Desks:
    """Those kept beside a record; none if they are not of it."""
    with contextlib.suppress(OSError, ValueError):
        seal, body = path_of(game).read_text("utf-8").splitlines()
        if seal == _seal(game, body):
            return _reader().validate_json(body)
    return {}


def remove(game: Path) -> None:
    """Take them away with their record."""
    with contextlib.suppress(OSError):
        path_of(game).unlink(missing_ok=True)


def _seal(game: Path, body: str) -> str:
    """What only these desks of this record have."""
    return blake2b(game.read_bytes() + body.encode(), digest_size=16).hexdigest()


@cache
def _reader() -> TypeAdapter[Desks]:
    return TypeAdapter(Desks)


def _plain(given: Any) -> Any:
    """Something as it is written."""
    if is_dataclass(given):
        return {each.name: getattr(given, each.name) for each in fields(given)}
    if isinstance(given, Mapping):
        return dict(given)
    raise TypeError(f"{type(given).__name__} is not kept")
