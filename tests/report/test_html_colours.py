"""Everything on the after-action page can be read, in both its themes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.report.html import page
from game.ui.checks import contrast
from game.ui.theme import Colour


def colours(theme: str) -> dict[str, Colour]:
    """Every colour of a theme by name."""
    folder = Path(page.__file__).parent
    dark = (folder / "style.css").read_text("utf-8").partition("@media")[0]
    texts = [dark] if theme == "dark" else [dark, (folder / "light.css").read_text("utf-8")]
    named = [each for text in texts for each in re.findall(r"--(\w[\w-]*):#(\w{6})", text)]
    return {name: as_rgb(value) for name, value in named}


def as_rgb(value: str) -> Colour:
    """A colour of six hexadecimal digits as three numbers."""
    red, green, blue = bytes.fromhex(value)
    return red, green, blue


def pairs() -> Iterator[tuple[str, str, float]]:
    """What stands on what, and the least contrast it must have."""
    for surface in ("bg", "panel", "panel2", "panel3"):
        yield from ((text, surface, 4.5) for text in ("text", "text2", "text3", "accent"))
    for tone in ("good", "bad", "warn", *(f"c{n}" for n in range(1, 9))):
        yield tone, "panel", 4.5
    for n in range(1, 9):
        yield "on", f"c{n}", 4.5
    for n in range(8):
        yield from ((f"{s}on{n}", f"{s}{n}", 4.5) for s in ("h", "t", "a"))
    yield "badge-on", "badge", 4.5
    yield "edge", "panel2", 3
    yield "focus", "bg", 3


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_everything_can_be_read(theme: str) -> None:
    found = colours(theme)
    poor = {
        f"{text} on {surface}": round(contrast(found[text], found[surface]), 2)
        for text, surface, least in pairs()
        if contrast(found[text], found[surface]) < least
    }
    assert poor == {}
