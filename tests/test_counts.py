"""A thing that there is one of is said of one, in every language.

Every text with a count goes through `language._n`. The texts are gathered from the sources and the
templates; one in which a number stands before a plural, and which does not, is found here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import extract

from game import language
from tests import catalogues
from tests.catalogues import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]

COUNTED = re.compile(
    r"\{(?P<field>[^{}]*)\} (?:(?!(?:of|to|in|on|at|is|has|and|for|with|by|from)\b)[a-z-]+ ){0,2}"
    r"(?!(?:is|was|has|does|its|this|as|us|always|less|besides)\b)[a-z-]+s\b"
)
"""A field, up to two words, and what looks like a plural; or like what somebody does."""

NAMES = {
    *("actor", "best", "body", "case", "ending", "first", "game", "hand", "key", "last", "name"),
    *("nation", "nations", "organisation", "sector", "suspect", "title", "who", "whom", "worst"),
    *("clause", "clauses", "kinds", "measure", "names", "word", "way", "label", "percent", "what"),
    *("kind", "nation_id", "sectors", "shares", "short", "tag", "words"),
}
"""Fields that are filled with words: what follows is what they do, or what is done to them."""

NEVER_ONE = {
    "{n} funds": "what money is called, as in 'no funds'",
    "{futures} futures": "WORLDS and FUTURES are dozens",
    "Play {n} futures": "WORLDS is 200",
    "{most} futures played": "WORLDS is 200",
    "{tried} decisions": "TRIED is several",
    "every {points} points": "STEP is several",
    "all {n} parties": "whoever writes, and one more at least",
    "there are {len} cards": "more than MOST_CARDS",
    "there are {len} nations and actors": "more than MOST_ACTORS",
    "{len:,} bytes": "more than MOST_BYTES",
    "of {most} steps": "STEPS of a national strategy",
    "up to {most} things": "ORDERS_MOST",
    "{n:.0f} proposals a round": "OFFERS_MOST",
    "{count} nodes have this id": "nodes of one id are two or more",
    "turn {turn} never comes": "that turn, not so many",
}
"""Counts that are never one, or words that have no singular, and why."""

ONE_OF = re.compile(r"(?<![\w.,])1 (\w+)")
TWO_OF = re.compile(r"(?<![\w.,])2 (\w+)")
"""The word after a count."""
ENDS_SO = {"fois", "hipótesis", "los", "las", "sus", "más", "plus"}
"""Words that end as plurals do and are said of one, too."""
NO_NOUN = {
    "en": {"at", "in", "more", "open", "of", "paired", "other", "earlier"},
    "fr": {"autre", "autres", "à", "dans", "de", "sur", "acte"},
    "es": {"de", "en", "par"},
}
"""Words after a count that do not count."""


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text in a source that is not said by `_n`, and is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        if isinstance(node, ast.JoinedStr):
            passed.update(node.values)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_n":
            passed.update(node.args)
        if node not in passed and (text := _written(node)):
            yield node.lineno, text


def _written(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_written(each) or _field(each) for each in node.values)
    return ""


def _field(node: ast.expr) -> str:
    """What is put in here: the last name in it, and its form."""
    if not isinstance(node, ast.FormattedValue):
        return ""
    names = (getattr(n, "id", "") or getattr(n, "attr", "") for n in ast.walk(node.value))
    form = _written(node.format_spec) if node.format_spec else ""
    return "{" + next(filter(None, names), "") + (f":{form}" if form else "") + "}"


def bare(text: str) -> list[str]:
    """Where a count stands before a plural, and nothing turns it into the singular."""
    return [
        found.group()
        for found in COUNTED.finditer(text)
        if not re.search(r"\.[1-9]f|%", found["field"])
        and found["field"].split(":")[0] not in NAMES
        and not any(each in text for each in NEVER_ONE)
    ]


def of_templates() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "game").rglob("*.j2")):
        with path.open("rb") as page:
            for _line, message, _, _ in extract.extract("jinja2", page, {"_": None}):
                yield path.name, message


def test_every_count_is_said_by_a_text_of_one_and_many() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {each}"
        for path in sorted((ROOT / "game").rglob("*.py"))
        for line, text in texts(path)
        for each in bare(text)
    ]
    found += [f"{name}: {each}" for name, text in of_templates() for each in bare(text)]
    assert found == []


@pytest.fixture(scope="module")
def counted() -> list[tuple[str, str]]:
    """Every text of one and many whose count is shown."""
    both = [text for text in catalogues.interface() if isinstance(text, tuple)]
    return [text for text in both if "{n}" in text[1]]


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_one_is_said_in_the_singular_and_two_in_the_plural(
    code: str, counted: list[tuple[str, str]]
) -> None:
    language.use(code)
    wrong = []
    for one, many in counted:
        alone, pair = language._n(one, many, 1), language._n(one, many, 2)
        wrong += [alone for word in ONE_OF.findall(alone) if _plural(word, code)]
        wrong += [pair for word in TWO_OF.findall(pair) if not _plural(word, code, of_one=False)]
        assert "2" in pair and "{n}" not in alone + pair
    assert wrong == []


def _plural(word: str, code: str, *, of_one: bool = True) -> bool:
    """Whether it looks like one; what cannot be told is what is wanted."""
    if word in ENDS_SO or word in NO_NOUN[code]:
        return not of_one
    return word.endswith(("s", "x")) and not (of_one and word.endswith(("ss", "is", "us")))


@pytest.mark.parametrize("code", LANGUAGES)
def test_none_is_not_called_one(code: str, counted: list[tuple[str, str]]) -> None:
    language.use(code)
    assert [one for one, many in counted if "0" not in language._n(one, many, 0)] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ("0 points", "0.5 points", "1 point", "1.5 points", "2 points", "12.5 points")),
        ("fr", ("0 point", "0.5 point", "1 point", "1.5 point", "2 points", "12.5 points")),
        ("es", ("0 puntos", "0.5 puntos", "1 punto", "1.5 puntos", "2 puntos", "12.5 puntos")),
    ],
)
def test_a_fraction_is_counted_as_a_language_counts_it(code: str, said: tuple[str, ...]) -> None:
    language.use(code)
    counts = (0, 0.5, 1.0, 1.5, 2, 12.5)
    assert tuple(language._n("{n} point", "{n} points", n) for n in counts) == said


def test_a_bare_count_is_found_and_what_somebody_does_is_not() -> None:
    assert bare("{n} turns left") == ["{n} turns"]
    assert bare("it takes {left} more turns") == ["{left} more turns"]
    assert bare("{who} trusts {whom}") == bare("{share:.0%} of all votes") == []
    assert bare("gained {most:.1f} points") == bare("turn {n} of all turns") == []
