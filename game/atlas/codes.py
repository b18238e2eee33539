"""Which real country a nation of a scenario is."""

from __future__ import annotations

import unicodedata
from functools import cache

from game.atlas.real import countries

ALIASES = {
    "britain": "GB",
    "czech republic": "CZ",
    "dprk": "KP",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "korea": "KR",
    "turkey": "TR",
    "turkiye": "TR",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
    "us": "US",
    "vietnam": "VN",
    "drc": "CD",
}
"""What scenarios may call a country, beside the name it has on the map and its code."""


def code_of(*names: str) -> str | None:
    """The code of the country that goes by one of these names."""
    known = _known()
    found = (known.get(plain(each)) for each in names)
    return next((each for each in found if each), None)


def plain(name: str) -> str:
    """A name without accents, capitals and signs."""
    flat = unicodedata.normalize("NFKD", name.replace("_", " ").casefold())
    kept = "".join(each if each.isalnum() or each == " " else "" for each in flat)
    return " ".join(kept.split())


@cache
def _known() -> dict[str, str]:
    named = {plain(each.name): each.code for each in countries() if each.code}
    return {**named, **ALIASES}
