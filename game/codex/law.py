"""The articles of docs/rules.md, the law of the game, as pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from game import actions, paths, registry

_CHAPTER = re.compile(r"^## (\d+) (.+)$")
_ARTICLE = re.compile(r"^\*\*(\d+\.\d+)\*\* ")
_NUMBER = re.compile(r"^\| `([A-Za-z_.]+)` \| (.+?) \| .+? \| (.+?) \|$")
_NAMED = re.compile(r"\b(?:[a-z_]+\.)?[A-Z][A-Z_]+\b")


@dataclass(frozen=True)
class Article:
    """One article: its number, its chapter, what it is about, its words, the numbers it names."""

    number: str
    chapter: str
    title: str
    text: str
    numbers: tuple[tuple[str, str], ...]  # what it is called, its value and purpose


@cache
def articles() -> dict[str, Article]:
    """Every article by its number, in the order of the rules."""
    source = (paths.docs() / "rules.md").read_text("utf-8").splitlines()
    known = {m[1]: (m[2], m[3]) for line in source if (m := _NUMBER.match(line))}
    orders = orders_by_article()
    return {
        number: _made(number, chapter, lines, _seen_from(known, orders.get(number, "")))
        for number, (chapter, lines) in _cut(source).items()
    }


@cache
def orders_by_article() -> dict[str, str]:
    """Which action each article of chapter 9 is about; the file of an action says so itself."""
    cited = {
        re.search(r"\(Rules .*?\b(9\.\d+)", module.__doc__ or ""): module.ACTION.id
        for module in registry.modules(actions).values()
    }
    return {match[1]: action for match, action in cited.items() if match}


def _seen_from(known: dict[str, tuple[str, str]], action: str) -> dict[str, tuple[str, str]]:
    """The numbers as an article calls them: those of its own action without the name before."""
    own = {name.partition(".")[2]: known[name] for name in known if name.startswith(f"{action}.")}
    return known | (own if action else {})


def _cut(source: list[str]) -> dict[str, tuple[str, list[str]]]:
    """The lines of each article, with its chapter."""
    found: dict[str, tuple[str, list[str]]] = {}
    chapter, here = "", ""
    for line in source:
        if match := _CHAPTER.match(line):
            chapter, here = match[2], ""
        elif match := _ARTICLE.match(line):
            here = match[1]
            found[here] = (chapter, [])
        elif _closes(line):
            here = ""
        if here:
            found[here][1].append(line)
    return found


def _closes(line: str) -> bool:
    """A heading of actions, as *Covert*, or the table of numbers: no part of the article above."""
    return line.startswith(("|", "<!--", "#")) or bool(re.match(r"^\*[A-Z][a-z]+(\*|\.\*)", line))


def _made(
    number: str, chapter: str, lines: list[str], known: dict[str, tuple[str, str]]
) -> Article:
    raw = _flowing(lines)[len(f"**{number}** ") :]
    named = dict.fromkeys(m for m in _NAMED.findall(raw) if m in known)
    opening = re.match(r"\*([^*]+?)\.?\*", raw)
    title = opening[1] if opening else re.split(r"[.:;,(]", raw)[0]
    text = re.sub(r"(?<!\*)\*([^*\n]+)\*(?!\*)", r"\1", raw)
    text = _valued(re.sub(r"`([^`]+)`", r"\1", text), {name: known[name][0] for name in named})
    return Article(number, chapter, _short(title), text,
                   tuple((name, ": ".join(known[name])) for name in named))  # fmt: skip


def _valued(text: str, values: dict[str, str]) -> str:
    """Every number with its value where it is named first: the article is read on other pages."""
    for name, value in values.items():
        said = f"{name} (= {value.removesuffix('.0')})"
        text = re.sub(rf"\b{re.escape(name)}\b", said, text, count=1)
    return text


def _flowing(lines: list[str]) -> str:
    """Lines joined into paragraphs; what is indented is a formula on a line of its own."""
    joined = ""
    for line in lines:
        formula = line.startswith("    ")
        blank = not line.strip()
        end = "\n" if formula or blank else " "
        joined += "" if not joined else "\n" if formula and not joined.endswith("\n") else ""
        joined += line.strip() + end
    return re.sub(r"\n{2,}", "\n", joined).strip()


def _short(title: str, most: int = 48) -> str:
    """A title that fits in a list."""
    words = re.sub(r"[*`]", "", title).strip().split()
    short = ""
    for word in words:
        if len(short) + len(word) > most:
            return short.strip() + " \u2026"
        short += word + " "
    return short.strip()
