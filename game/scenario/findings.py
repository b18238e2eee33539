"""Findings: what is wrong in a file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]

LONGEST_WORD = 80  # difflib is quadratic, and nobody mistypes a word as long as this


@dataclass(frozen=True)
class Finding:
    """One thing an author should look at. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    severity: Severity
    id: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        advice = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{advice}"

    def as_json(self) -> dict[str, str | int]:
        """The same as a plain dictionary, for `--json`."""
        return asdict(self)


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; empty if none does."""
    if len(word) > LONGEST_WORD:
        return ""
    by_small = {each.casefold(): each for each in known}
    close = get_close_matches(word.casefold(), by_small, n=1, cutoff=0.65)
    return by_small[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The same as a question to an author, in English."""
    found = closest(word, known)
    return f"did you mean '{found}'?" if found else ""
