"""What every check is given, and how it tells of what it finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from game.scenario.findings import Finding, did_you_mean
from game.scenario.model import Scenario
from game.scenario.reader import Document, Place, locate

GLANCE = 20
"""As many names as a hint lists."""


@dataclass
class Checked:
    """A scenario that fits the model, and what the checks find in it."""

    scenario: Scenario
    document: Document
    stem: str | None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def nations(self) -> tuple[str, ...]:
        """Ids of nations."""
        return tuple(self.scenario.nations)

    @cached_property
    def everybody(self) -> tuple[str, ...]:
        """Ids of nations and non-state actors."""
        return (*self.nations, *self.scenario.actors)

    def error(self, place: Place, id: str, message: str, hint: str = "") -> None:
        """Something that must be mended before the scenario can be played."""
        self._note(locate(self.document, place), "error", id, message, hint)

    def warning(self, place: Place, id: str, message: str, hint: str = "") -> None:
        """Something that can be played, but was hardly meant."""
        self._note(locate(self.document, place), "warning", id, message, hint)

    def at(self, spot: tuple[int, int], id: str, message: str, hint: str = "") -> None:
        """An error at an exact line and column."""
        self._note(spot, "error", id, message, hint)

    def at_key(self, place: Place, id: str, message: str, hint: str = "") -> None:
        """An error about a key."""
        spot = self.document.where_key.get(place) or locate(self.document, place)
        self._note(spot, "error", id, message, hint)

    def known(self, place: Place, kind: str, name: str, known: Iterable[str]) -> None:
        """A name must be one of those known."""
        if name not in (names := list(known)):
            self.error(
                place, f"unknown_{kind}", f"there is no {kind} '{name}'", _likely(name, names)
            )

    def known_key(
        self, place: Place, kind: str, name: str, known: Iterable[str], or_else: str = ""
    ) -> None:
        """The same of a name that is a key."""
        if name not in (names := list(known)):
            hint = " ".join(part for part in (_likely(name, names), or_else) if part)
            self.at_key(place, f"unknown_{kind}", f"there is no {kind} '{name}'", hint)

    def _note(
        self,
        spot: tuple[int, int],
        severity: Literal["error", "warning"],
        id: str,
        message: str,
        hint: str,
    ) -> None:
        self.findings.append(Finding(self.document.name, *spot, severity, id, message, hint))


def _likely(name: str, known: list[str]) -> str:
    """What was probably meant, or all that there is as far as it can be read at a glance."""
    there = ", ".join(known[:GLANCE]) or "none"
    more = " …" if len(known) > GLANCE else ""
    return did_you_mean(name, known) or f"there are {there}{more}"
