"""Articles cited in code exist, and every article is cited in code or has a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.rulebook.numbers import ROOT, RULES

CITED = re.compile(r"\((?:Rules )(\d[^)]*)\)")
ARTICLE = re.compile(r"^\*\*(\d+\.\d+)\*\* ", re.MULTILINE)
CHAPTER = re.compile(r"^## (\d+) ", re.MULTILINE)


def articles() -> set[str]:
    """Numbers of the chapters and articles of docs/rules.md."""
    text = RULES.read_text(encoding="utf-8")
    return {*CHAPTER.findall(text), *ARTICLE.findall(text)}


def numbers_of(citation: str) -> Iterator[str]:
    """Articles of a citation: `5.1, 5.2`, `6.1 to 6.4`, `9.13, norm j`."""
    for part in citation.split(", "):
        ends = re.fullmatch(r"(\d+)\.(\d+) to \1\.(\d+)", part)
        if ends:
            first, last = int(ends[2]), int(ends[3])
            yield from (f"{ends[1]}.{number}" for number in range(first, last + 1))
        elif re.fullmatch(r"\d+(\.\d+)?", part):
            yield part


def cited() -> dict[str, list[str]]:
    """Articles cited in code, with the files that do."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        for citation in CITED.findall(path.read_text(encoding="utf-8")):
            for number in numbers_of(citation):
                found.setdefault(number, []).append(path.name)
    return found


def marked() -> set[str]:
    """Articles named by a marker of a test."""
    found = set()
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.article"):
                found |= {ast.literal_eval(each) for each in node.args}
    return found


def test_every_article_that_is_cited_exists() -> None:
    assert {number: files for number, files in cited().items() if number not in articles()} == {}


def test_every_article_that_is_tested_exists() -> None:
    assert marked() - articles() == set()


def test_every_article_is_cited_in_code_or_has_a_test() -> None:
    assert articles() - set(cited()) - marked() == set()


def test_every_article_of_the_mechanics_has_a_test() -> None:
    chapters = {number for number in articles() if "." not in number}
    assert articles() - chapters - marked() == set()
    assert {str(number) for number in range(1, 18)} == chapters


def test_articles_are_in_order_and_none_is_there_twice() -> None:
    text = RULES.read_text(encoding="utf-8")
    places = [tuple(map(int, number.split("."))) for number in ARTICLE.findall(text)]
    assert places == sorted(set(places))


def test_the_citations_of_a_range_and_of_a_list_are_read() -> None:
    assert list(numbers_of("6.1 to 6.4")) == ["6.1", "6.2", "6.3", "6.4"]
    assert list(numbers_of("9.13, norm j")) == ["9.13"]
    assert list(numbers_of("7.2, 7.3")) == ["7.2", "7.3"]
    assert list(numbers_of("12")) == ["12"]


def test_no_number_that_params_holds_is_repeated_in_the_prose() -> None:
    """The prose names numbers; only the table of article 12 gives them."""
    text = RULES.read_text(encoding="utf-8")
    prose = text.partition("<!-- numbers")[0]
    named = set(re.findall(r"`([A-Z][A-Z_]+)`", prose))
    params = (ROOT / "game" / "rules" / "params.py").read_text(encoding="utf-8")
    held = set(re.findall(r"^([A-Z_]+) = ", params, re.MULTILINE))
    files = sorted(Path(ROOT / "game" / "actions").glob("*.py"))
    for path in files:
        held |= set(re.findall(r"^([A-Z_]+) = [\d.]+", path.read_text(encoding="utf-8"), re.M))
    assert named - held - OTHER_NAMES == set()
    assert not re.search(r"`[A-Z_]+` (=|is) -?\d", prose)


OTHER_NAMES = {"OTHER", "CAPITALS"}
"""Names in the prose that are not numbers."""
