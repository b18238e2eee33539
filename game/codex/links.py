"""Links within texts: what the codex has a page for is linked where it is first named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_LINK = re.compile(r"\[\[([^|\]]+)(?:\|[^\]]+)?\]\]")
_KEPT = re.compile(r"(\[\[[^\]]+\]\]|\*\*.+?\*\*)")
_CITED = re.compile(r"\(([^()]*)\)")
_NUMBER = re.compile(r"(?<![\d.])(?<!= )(\d{1,2}\.\d{1,2})(?=$|[,;:]| to | as |\s*$)")


def linked(text: str, names: Mapping[str, str], own: str = "") -> str:
    """A text with each name linked once. names: what is written, and what page it leads to.

    own: the page the text stands on, which it does not link to. Links that are there stay.
    """
    done = {own, *(match[1] for match in _LINK.finditer(text))}
    pattern = _pattern(tuple(sorted(names, key=lambda name: (-len(name), name))))

    def link(match: re.Match[str]) -> str:
        target = names[match[0].lower()]
        if target in done:
            return match[0]
        done.add(target)
        return f"[[{target}|{match[0]}]]"

    parts = _KEPT.split(text)
    return "".join(part if i % 2 else pattern.sub(link, part) for i, part in enumerate(parts))


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in names) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def cited(text: str, known: Mapping[str, str]) -> str:
    """A text whose citations, as in (5.2), are links. known: the page of each article."""

    def inside(match: re.Match[str]) -> str:
        numbers = _NUMBER.sub(
            lambda m: f"[[{known[m[1]]}|{m[1]}]]" if m[1] in known else m[1], match[1]
        )
        return f"({numbers})"

    return _CITED.sub(inside, text)


def targets(text: str) -> list[str]:
    """What a text links to, in order."""
    return [match[1] for match in _LINK.finditer(text)]
