"""Colours and sizes of type, by name. Every pair used is tested for contrast (tests/ui)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

Colour = tuple[int, int, int]


def _hex(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def _hexes(codes: str) -> tuple[Colour, ...]:
    return tuple(_hex(code) for code in codes.split())


@dataclass(frozen=True)
class Theme:
    """One set of colours."""

    name: str
    abyss: Colour  # behind all
    bg: Colour
    panel: Colour
    panel2: Colour
    panel3: Colour
    line: Colour  # decoration
    line2: Colour
    outline: Colour  # of what can be activated: 3:1 at least
    text: Colour
    text2: Colour
    text3: Colour
    off: Colour  # what cannot be used now
    accent: Colour
    on_accent: Colour
    accent2: Colour  # selected
    on_accent2: Colour
    focus: Colour
    good: Colour
    bad: Colour
    warn: Colour
    danger: Colour  # of a button that ends something
    on_danger: Colour
    severity: tuple[Colour, ...]  # 1 to 4
    trust: tuple[Colour, ...]  # from hostile to trusting, five steps
    on_trust: tuple[Colour, ...]
    blocs: tuple[Colour, ...]  # the last is for those in none
    outline_width: float = 1
    stark: bool = False  # shades are few: what cannot be used now has a broken frame as well
    glow: bool = True

    def colour(self, name: str | Colour) -> Colour:
        """A colour by its name, as "text2" or "severity.3"; a colour is given back."""
        if not isinstance(name, str):
            return name
        token, _, index = name.partition(".")
        value: Any = getattr(self, token)
        found: Colour = value[int(index)] if index else value
        return found


DARK = Theme(
    name="dark",
    abyss=_hex("070B12"),
    bg=_hex("0B111B"),
    panel=_hex("101926"),
    panel2=_hex("16212F"),
    panel3=_hex("1D2A3B"),
    line=_hex("2A3A4E"),
    line2=_hex("3B4E66"),
    outline=_hex("7A8BA0"),
    text=_hex("E8EEF6"),
    text2=_hex("B4C1D1"),
    text3=_hex("8C9DB2"),
    off=_hex("8C9DB2"),
    accent=_hex("4CC2FF"),
    on_accent=_hex("06121C"),
    accent2=_hex("1F6FA8"),
    on_accent2=_hex("FFFFFF"),
    focus=_hex("FFD166"),
    good=_hex("4FD1A5"),
    bad=_hex("FF7A59"),
    warn=_hex("F2C14E"),
    danger=_hex("F0603A"),
    on_danger=_hex("160600"),
    severity=_hexes("7FB7E6 F9DC54 E18C0C F56A4B"),
    trust=_hexes("C95C2F E2945C AAB4BE 5FA6D6 1F6FB0"),
    on_trust=_hexes("000000 000000 000000 000000 FFFFFF"),
    blocs=_hexes("3D8BE0 E8743B 7FD8B8 E7C4F5 E1FF9D 64768C"),
)
CONTRAST = Theme(
    name="contrast",
    abyss=_hex("000000"),
    bg=_hex("000000"),
    panel=_hex("000000"),
    panel2=_hex("000000"),
    panel3=_hex("141414"),
    line=_hex("FFFFFF"),
    line2=_hex("FFFFFF"),
    outline=_hex("FFFFFF"),
    text=_hex("FFFFFF"),
    text2=_hex("FFFFFF"),
    text3=_hex("E6E6E6"),
    off=_hex("A8A8A8"),
    accent=_hex("FFD166"),
    on_accent=_hex("000000"),
    accent2=_hex("FFD166"),
    on_accent2=_hex("000000"),
    focus=_hex("6CE0FF"),
    good=_hex("6FF0C0"),
    bad=_hex("FF9A80"),
    warn=_hex("FFD166"),
    danger=_hex("FF9E85"),
    on_danger=_hex("000000"),
    severity=_hexes("9FD0FF FFE45B E1A348 F1806C"),
    trust=_hexes("FF9052 FFC093 E0E0E0 9BD0F5 6FB7F2"),
    on_trust=_hexes("000000 000000 000000 000000 000000"),
    blocs=_hexes("2563FC F37126 8FF0CC F0B6FA ECF1A0 8A949E"),
    outline_width=2,
    stark=True,
    glow=False,
)
LIGHT = Theme(
    name="light",
    abyss=_hex("DCE4ED"),
    bg=_hex("E9EEF4"),
    panel=_hex("FFFFFF"),
    panel2=_hex("F5F8FB"),
    panel3=_hex("E6EDF4"),
    line=_hex("C9D4E0"),
    line2=_hex("AAB8C7"),
    outline=_hex("5E7084"),
    text=_hex("0E1B2A"),
    text2=_hex("33445A"),
    text3=_hex("4B5D73"),
    off=_hex("4B5D73"),
    accent=_hex("0B5C9C"),
    on_accent=_hex("FFFFFF"),
    accent2=_hex("0B5C9C"),
    on_accent2=_hex("FFFFFF"),
    focus=_hex("A34700"),
    good=_hex("0A6446"),
    bad=_hex("A82A12"),
    warn=_hex("734C00"),
    danger=_hex("A82A12"),
    on_danger=_hex("FFFFFF"),
    severity=_hexes("1E5F96 826407 632E00 B14045"),
    trust=_hexes("C95C2F E2945C C4CCD4 5FA6D6 1F6FB0"),
    on_trust=_hexes("000000 000000 000000 000000 FFFFFF"),
    blocs=_hexes("373EA5 EA732B 2EA671 AF76C9 482606 8794A3"),
    glow=False,
)
THEMES = {theme.name: theme for theme in (DARK, CONTRAST, LIGHT)}


def theme_of(name: str, more_contrast: bool = False) -> Theme:
    """The theme of that name; with stronger secondary text and lines where asked."""
    theme = THEMES.get(name, DARK)
    if not more_contrast:
        return theme
    return replace(
        theme, text2=theme.text, text3=theme.text2, line=theme.outline, line2=theme.outline
    )


@dataclass(frozen=True)
class Type:
    """One size and cut of type."""

    face: str  # file name in assets/fonts without its ending
    size: float  # at 1920 x 1080
    caps: bool = False


_INTER, _BOLD, _ITALIC = "Inter-Regular", "Inter-SemiBold", "Inter-Italic"
_HEAD, _MONO = "BarlowCondensed-SemiBold", "IBMPlexMono-Medium"
TYPES = {
    "display": Type(_HEAD, 56),
    "title": Type(_HEAD, 32, caps=True),
    "panel": Type(_HEAD, 21, caps=True),
    "card": Type(_HEAD, 23),
    "lead": Type(_INTER, 21),
    "body": Type(_INTER, 18),
    "strong": Type(_BOLD, 18),
    "italic": Type(_ITALIC, 18),
    "label": Type(_INTER, 17),
    "label_strong": Type(_BOLD, 17),
    "meta": Type(_INTER, 16),
    "figure": Type(_BOLD, 23),
    "code": Type(_MONO, 16),
    "number": Type(_MONO, 18),
}
"""Sizes of type by name; nothing is smaller than 16 at 1920 x 1080."""
