"""Flags of invented nations: what is on them. Deterministic, and never two alike in a scenario.

A flag follows the old rule: metal (white, gold) only on colour, colour only on metal, so that it
reads in grey and for every eye. Within a scenario no two flags share a pattern, so hue is never
all that tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.atlas.noise import chance

METALS = ((246, 243, 234), (240, 184, 52))
COLOURS = (
    *((20, 52, 104), (176, 34, 44), (24, 104, 68), (28, 32, 42)),
    *((62, 142, 196), (112, 30, 62), (16, 118, 124), (206, 92, 32)),
)

PATTERNS = (
    *("pales", "fesses", "nordic", "saltire", "bend", "canton", "hoist", "pale", "fess"),
    *("quarters", "border", "sun", "waves", "peaks", "cross", "chevrons", "disc", "rays"),
)

CHARGES = ("none", "disc", "star", "crescent", "lozenge", "ring", "stars")

_FITTING = {
    "islands": ("waves", "canton", "disc"),
    "highlands": ("peaks", "chevrons", "hoist"),
    "kingdom": ("cross", "nordic", "bend", "border"),
    "republic": ("pales", "fesses", "hoist", "pale", "sun"),
    "union": ("canton", "rays", "saltire"),
    "federation": ("fess", "pale", "rays", "disc"),
    "confederation": ("saltire", "cross", "quarters"),
    "commonwealth": ("canton", "bend", "sun"),
    "cities": ("quarters", "chevrons", "border"),
    "duchy": ("bend", "saltire", "nordic"),
    "state": ("hoist", "fess", "disc"),
}
"""Patterns that suit a form of state, as its name gives it away."""

Rgb = tuple[int, int, int]

_NAVY, _RED, _GREEN, _BLACK, _SKY, _MAROON, _TEAL, _ORANGE = COLOURS
FAMILIAR = (
    *({_NAVY, _RED}, {_GREEN, _ORANGE}, {_BLACK, _RED}, {_GREEN, _RED}, {_SKY, _RED}),
    *({_SKY, _BLACK}, {_NAVY, _MAROON}, {_SKY, _MAROON}, {_BLACK, _GREEN}, {_SKY, _GREEN}),
)
"""Pairs that real flags have made their own; an invented one leaves them alone."""


@dataclass(frozen=True)
class Design:
    """A flag in words."""

    pattern: str
    field: Rgb  # a colour
    metal: Rgb
    second: Rgb  # another colour
    charge: str
    count: int  # of stripes, rays, stars


def designs(scenario: str, nations: Iterable[tuple[str, str]]) -> dict[str, Design]:
    """A flag for each nation, given as id and full name, in the order of the scenario."""
    free, found = list(PATTERNS), dict[str, Design]()
    used: dict[Rgb, int] = dict.fromkeys(COLOURS, 0)
    for id, name in nations:
        key = f"{scenario}:{id}"
        if not free:
            free = list(PATTERNS)
        pattern = _pattern(key, name, free)
        free.remove(pattern)
        field = min(COLOURS, key=lambda each: (used[each], chance(key, 2, *each)))
        used[field] += 1
        found[id] = _design(key, pattern, field)
    return found


def _pattern(key: str, name: str, free: list[str]) -> str:
    words = name.casefold().split()
    fitting = [p for word in words for p in _FITTING.get(word, ()) if p in free]
    return min(fitting or free, key=lambda each: chance(key, 1, PATTERNS.index(each)))


def _design(key: str, pattern: str, field: Rgb) -> Design:
    metal = METALS[chance(key, 3) < 0.38]
    others = [c for c in COLOURS if _apart(c, field) > 110 and {c, field} not in FAMILIAR]
    second = others[int(chance(key, 4) * len(others))]
    charge = CHARGES[int(chance(key, 5) * len(CHARGES))]
    return Design(pattern, field, metal, second, charge, 2 + int(chance(key, 6) * 3))


def _apart(a: Rgb, b: Rgb) -> float:
    return sum(abs(x - y) for x, y in zip(a, b, strict=True))
