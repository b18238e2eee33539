"""The codex: every link leads somewhere, both ways, and everything in the game has a page."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest

from game import language, paths, registry
from game.actions import actions
from game.codex.book import Book
from game.codex.entries import entries
from game.codex.entry import SHELVES
from game.codex.law import articles
from game.codex.links import cited, linked, targets
from game.codex.words import glossary
from game.report.ledger import STOCKS
from game.rules.clauses import CLAUSES
from game.rules.escalation import LADDER
from game.scenario.kinds import KINDS
from game.scenario.library import norms, organisations

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def book() -> Book:
    return Book()


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A language of which a test says what it has words for."""
    known: dict[str, str] = {}
    spoken = gettext.NullTranslations()
    monkeypatch.setattr(spoken, "gettext", lambda text: known.get(text, text))
    monkeypatch.setattr(language, "_now", spoken)
    monkeypatch.setattr(language, "_code", "of a test")
    return known


def test_every_link_of_every_page_leads_to_a_page(book: Book) -> None:
    for entry in entries().values():
        for text in (book.text(entry), *(value for _, value in book.facts(entry))):
            for target in targets(text):
                assert book.find(target) is not None, f"{entry.id}: {target}"
                assert target != entry.id


def test_what_a_page_leads_to_names_it_as_well(book: Book) -> None:
    seen = 0
    for entry in entries().values():
        for target in book.leads_to(entry):
            assert entry in book.named_in(target), f"{target.id} does not know of {entry.id}"
            seen += 1
    assert seen > len(entries()), "pages are linked"


def test_everything_in_the_game_has_a_page(book: Book) -> None:
    wanted = [f"action.{each.id}" for each in actions()]
    wanted += [f"clause.{each.id}" for each in CLAUSES]
    wanted += [f"norm.{name}" for name in norms()]
    wanted += [f"organisation.{name}" for name in organisations()]
    wanted += [f"kind.{name}" for name in KINDS]
    wanted += [f"rung.{number}" for number in range(len(LADDER))]
    wanted += [f"doctrine.{name}" for name in registry.yaml_files(paths.scenarios() / "doctrines")]
    wanted += [f"word.{name}" for name in STOCKS]
    assert set(wanted) <= set(entries())
    assert len([each for each in book.on("norm") if each.title[5] in "abcdefghijk"]) == 11


def test_every_page_has_a_shelf_a_title_and_a_text() -> None:
    for entry in entries().values():
        assert entry.shelf in SHELVES
        assert entry.title and entry.text, entry.id
        assert "`" not in entry.text, f"{entry.id}: a command of the terminal"


def test_every_article_a_page_cites_is_in_the_rules() -> None:
    for entry in entries().values():
        assert set(entry.articles) <= set(articles()), entry.id


def test_all_articles_of_the_rules_are_pages() -> None:
    source = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert list(articles()) == re.findall(r"^\*\*(\d+\.\d+)\*\*", source, re.MULTILINE)


def test_an_article_tells_the_numbers_it_names() -> None:
    assert dict(articles()["5.2"].numbers)["ALLY_SHARE"]
    assert dict(articles()["9.71"].numbers)["DAMAGE"].startswith("22")


def test_a_formula_stands_on_a_line_of_its_own() -> None:
    lines = articles()["4.5"].text.split("\n")
    assert [line for line in lines if line.startswith("p(c) ~")] == [lines[1]]


@pytest.mark.parametrize(
    ("term", "page"),
    [
        ("trust", "word.trust"),
        ("Red lines", "word.red line"),
        ("R", "word.r"),
        ("9.5", "rule.9.5"),
        ("spy", "action.spy"),
        ("OSCE", "organisation.osce"),
        ("rule.5.2", "rule.5.2"),
        ("false flag", "word.planted"),
    ],
)
def test_a_page_is_found_by_any_of_its_names(book: Book, term: str, page: str) -> None:
    found = book.find(term)
    assert found is not None and found.id == page


def test_what_is_not_there_is_not_found(book: Book) -> None:
    assert book.find("unicorn") is None
    assert book.search("unicorn") == []


def test_a_search_puts_titles_first(book: Book) -> None:
    found = book.search("hotline")
    assert found[0].id == "word.hotline"
    assert "action.call_hotline" in [each.id for each in found]
    assert any("hotline" not in each.title.lower() for each in found), "texts are searched, too"


def test_a_name_is_linked_once_and_whole_words_only() -> None:
    names = {"trust": "word.trust", "red line": "word.red line"}
    said = linked("Trust is trust; distrust is not. A red line, [[word.x|trust]].", names)
    assert said == (
        "[[word.trust|Trust]] is trust; distrust is not. A [[word.red line|red line]], "
        "[[word.x|trust]]."
    )
    assert linked("Trust", names, own="word.trust") == "Trust"


def test_citations_are_linked_and_amounts_are_not() -> None:
    known = {"5.2": "rule.5.2", "2.5": "rule.2.5"}
    said = cited("It falls (5.2, 2.5) by 2.5 (2.5 points)", known)
    assert said == "It falls ([[rule.5.2|5.2]], [[rule.2.5|2.5]]) by 2.5 (2.5 points)"


def test_a_book_in_another_language_is_linked_by_its_own_names(french: dict[str, str]) -> None:
    french |= {"Trust": "Confiance", glossary().words["breach"].means: "Perd la confiance."}
    book = Book()
    breach = book.find("breach")
    assert breach is not None
    assert book.text(breach) == "Perd la [[word.trust|confiance]]."


def test_every_page_is_told_in_the_players_language() -> None:
    english = dict(entries())
    language.use(language.PSEUDO)
    for id, told in entries().items():
        plain = english[id]
        if told.shelf == "rule":  # the law has one text, and says in which language
            assert told.text == plain.text and len(told.facts) == len(plain.facts) + 1
            continue
        assert told.text != plain.text and told.title != plain.title, id
        same = {label for label, _ in told.facts} & {label for label, _ in plain.facts}
        assert same <= numbers_of(id), id


def numbers_of(id: str) -> set[str]:
    """The numbers of the rules keep their names in every language."""
    number = id.partition(".")[2]
    return {name for name, _ in articles()[number].numbers} if id.startswith("rule.") else set()


def test_common_words_are_words() -> None:
    words = glossary().words
    known = {name for word, each in words.items() for name in (word, *each.also)}
    assert known >= set(glossary().common)
    assert len(glossary().rungs) == len(LADDER)


def test_a_number_that_an_article_names_stands_there_with_its_value_and_is_no_article(
    book: Book,
) -> None:
    work = articles()["4.3"]
    assert "PROBE_BASE (= 2.5) of forensic work" in work.text
    assert "SKILL_FLOOR (= 0.5) + (1 - SKILL_FLOOR) x forensics" in work.text
    assert "rule.2.5" not in targets(book.text(entries()["rule.4.3"]))
    for each in articles().values():
        assert all(f"{name} (= " in each.text for name, _about in each.numbers), each.number
