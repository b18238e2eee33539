"""The conditions a screen is looked at under: sizes, text, themes, languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from game.language import PSEUDO, languages
from game.ui.settings import Settings

SIZES = ((1024, 640), (1280, 720), (1600, 900), (1920, 1080), (2560, 1440))
TEXTS = (1.0, 1.5, 2.0)
THEMES = ("dark", "contrast", "light")


@dataclass(frozen=True)
class Condition:
    """One window and one way to see it."""

    size: tuple[int, int]
    text: float
    theme: str
    language: str

    @property
    def settings(self) -> Settings:
        """The settings it comes to."""
        return Settings(language=self.language, text_scale=self.text, theme=self.theme)

    @property
    def at_rest(self) -> Settings:
        """The same without motion: for pictures."""
        return replace(self.settings, motion=False)

    def __str__(self) -> str:
        width, height = self.size
        return f"{width}x{height}-{self.text * 100:.0f}-{self.theme}-{self.language}"


def spoken() -> tuple[str, ...]:
    """The languages there are, and the made-up one that shows what a text forgot."""
    return (*languages(), PSEUDO)


def every(*codes: str) -> Iterator[Condition]:
    """All of them together: in all languages, unless some are named."""
    for values in product(SIZES, TEXTS, THEMES, codes or spoken()):
        yield Condition(*values)


def pairwise() -> list[Condition]:
    """Few of them, in which every two values of two kinds meet at least once."""
    conditions = list(every())
    left = [tuple(_pairs(one)) for one in conditions]
    missing = {pair for pairs in left for pair in pairs}
    chosen = []
    while missing:
        at = max(range(len(conditions)), key=lambda i: (len(missing & set(left[i])), -i))
        chosen.append(conditions[at])
        missing -= set(left[at])
    return chosen


def _pairs(one: Condition) -> Iterator[tuple[tuple[int, object], tuple[int, object]]]:
    values = list(enumerate((one.size, one.text, one.theme, one.language)))
    yield from combinations(values, 2)
