"""Text: fonts, measuring, wrapping, shortening and drawing, with a second font for rare signs."""

from __future__ import annotations

from functools import lru_cache

import pygame
from pygame import Surface
from pygame.font import Font

from game.paths import assets
from game.ui.pictures import kept
from game.ui.theme import TYPES, Colour

FALLBACK = "Inter-Regular"
LINE = 1.38
"""Height of a line in heights of its font."""
ELLIPSIS = "…"
NOBODYS = "\U0010fffd"


@lru_cache(maxsize=256)
def font(face: str, px: int) -> Font:
    """A font at a size in pixels."""
    if not pygame.font.get_init():
        pygame.font.init()
    folder = assets() / "fonts"
    for ending in ("otf", "ttf"):
        path = folder / f"{face}.{ending}"
        if path.is_file():
            return Font(str(path), px)
    raise FileNotFoundError(f"{folder / face}: this font of the game is missing; install it again")


def forget() -> None:
    """Drop all fonts, and what was measured with them; after pygame.font.quit()."""
    font.cache_clear()
    width.cache_clear()
    wrapped.cache_clear()
    _has.cache_clear()


@lru_cache(maxsize=4096)
def _has(face: str, sign: str) -> bool:
    """Whether a face has a sign: else it draws the same box as for a sign that nobody has."""
    return _box_of(face, sign) != _box_of(face, NOBODYS)


def _box_of(face: str, sign: str) -> bytes:
    return pygame.image.tobytes(font(face, 16).render(sign, False, (255, 255, 255)), "RGB")


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """The text in runs of one face each: signs a face lacks are taken from the fallback."""
    if text.isascii():
        return [(text, face)]
    found: list[tuple[str, str]] = []
    for sign in text:
        use = face if _has(face, sign) or not _has(FALLBACK, sign) else FALLBACK
        if found and found[-1][1] == use:
            found[-1] = (found[-1][0] + sign, use)
        else:
            found.append((sign, use))
    return found


@lru_cache(maxsize=20000)
def width(text: str, face: str, px: int) -> int:
    """How wide a text is in one line."""
    return sum(font(use, px).size(run)[0] for run, use in runs(text, face))


def line_height(px: int) -> int:
    """From one line to the next."""
    return round(px * LINE)


@lru_cache(maxsize=8000)
def wrapped(text: str, face: str, px: int, room: int, most: int = 0) -> tuple[str, ...]:
    """The lines of a text within a width; at most `most` of them, the last one shortened."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _fill(paragraph, face, px, room)
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], shortened(rest, face, px, room)]
    return tuple(lines)


def _fill(paragraph: str, face: str, px: int, room: int) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(longer, face, px) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def shortened(text: str, face: str, px: int, room: int) -> str:
    """The text, or as much of its start as fits with an ellipsis."""
    if width(text, face, px) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, face, px) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def drawn(text: str, face: str, px: int, colour: Colour) -> Surface:
    """The picture of one line, kept for the next time; its middle is that of its font.

    So lines that are put in the middle of the same height stand on one baseline, whatever sticks
    out above or below (`Å`, `g`) and whichever fonts their signs are from.
    """

    def make() -> Surface:
        parts = [(font(use, px), run) for run, use in runs(text, face)]
        pictures = [use.render(run, True, colour) for use, run in parts]
        return _joined(pictures, [_baseline(*part) for part in parts], font(face, px))

    return kept(("text", text, face, px, colour), make)


def _baseline(use: Font, run: str) -> int:
    """How far below its top a picture's baseline is: the font's own, or lower for tall signs."""
    if use.size(run)[1] <= use.get_height():
        return use.get_ascent()
    tops = (box[3] for box in use.metrics(run) if box is not None)
    return max(use.get_ascent(), max(tops, default=0))


def _joined(parts: list[Surface], baselines: list[int], main: Font) -> Surface:
    """Runs on the baseline of the main font, with as much room above it as below."""
    rise, fall = main.get_ascent(), main.get_height() - main.get_ascent()
    sunk = [part.get_height() - down for part, down in zip(parts, baselines, strict=True)]
    more = max(0, max(baselines) - rise, max(sunk) - fall)
    if len(parts) == 1 and not more:
        return parts[0]
    wide = sum(part.get_width() for part in parts)
    whole = Surface((wide, main.get_height() + 2 * more), pygame.SRCALPHA)
    x = 0
    for part, down in zip(parts, baselines, strict=True):
        whole.blit(part, (x, more + rise - down))
        x += part.get_width()
    return whole


def cased(text: str, style: str) -> str:
    """The text as its type shows it: some are in capitals."""
    return text.upper() if TYPES[style].caps else text
