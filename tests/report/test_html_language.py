"""The report in another language: nothing that is shown is left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game import cli, language, record
from game.match import Match
from game.report import ledger, words
from game.report.html import legal, page, reckoning, trusting
from game.report.html.blocks import Page
from game.report.html.told import Game
from game.rules.law import ANSWERS
from tests.library import path_of
from tests.report.test_html_report import led_by_a_person, start

SAID = ("aria-label", "data-open", "data-close", "data-light", "data-dark")
"""Attributes that are read out or shown."""

FILLER = ["lorem", "ipsum", "dolor", "sit", "amet", "consectetur"]
"""Words that make the made-up language longer; the last of a text may be cut."""

PLAIN = re.compile("[aceinosuy]", re.IGNORECASE)
"""Letters that the made-up language gives an accent."""


class Shown(HTMLParser):
    """Keeps every text of a page, those of drawings and those read out included."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = False
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag in ("style", "script")
        self.texts += [value or "" for name, value in attrs if name in SAID]

    def handle_endtag(self, tag: str) -> None:
        self.silent = False

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.texts.append(data)


def strings(of: object) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, dict | list | tuple):
        for value in of.values() if isinstance(of, dict) else of:
            yield from strings(value)


def own_words(match: Match) -> re.Pattern[str]:
    """What a scenario says itself and its names, which the report leaves as they are; the hash."""
    told = [*strings(match.scenario.model_dump(mode="json")), *match.setup.names]
    for case in match.setup.cases:
        told += [case.title, *case.names, *case.findings, *case.truths]
    shown = {text.strip() for text in told if " " in text.strip() or text[:1].isupper()}
    shown |= {"Backchannel", match.hashes()[-1], *match.scenario.sources}
    longest_first = sorted(map(re.escape, shown), key=len, reverse=True)
    filled_in = [re.sub(r"\\{\w+\\}", ".+?", text) for text in longest_first]
    return re.compile(rf"\b(?:{'|'.join(filled_in)})(?!\w)")


def left_in_english(html: str, match: Match) -> list[str]:
    """Words that are neither translated nor the scenario's own, each with the text it is in."""
    read, own = Shown(), own_words(match)
    read.feed(html)
    found = []
    for text in read.texts:
        if "\u2026" in text or text.startswith("http"):  # what is cut, a table has in full
            continue
        rest = own.sub(" ", text)
        words = re.findall(r"[^\W\d_]{2,}", rest)
        plain = [word for word in words if PLAIN.search(word) and not _is_filler(word)]
        found += [f"{' '.join(plain)}: {text.strip()}"] if plain else []
    return found


def _is_filler(word: str) -> bool:
    return any(each.startswith(word.lower()) for each in FILLER)


@pytest.fixture
def made_up() -> Iterator[None]:
    before = language.current()
    language.use(language.PSEUDO)
    yield
    language.use(before)


@pytest.fixture(scope="module")
def judged() -> Match:
    return led_by_a_person()


@pytest.mark.slow
def test_nothing_of_many_nations_is_left_in_english(made_up: None) -> None:
    match = start(path_of("olympic_destroyer").read_text("utf-8"), 5)
    assert left_in_english(page.to_html(page.page(match)), match) == []


def test_what_is_left_in_english_is_found(
    judged: Match, made_up: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert left_in_english(page.to_html(of_law(judged)), judged) == []
    monkeypatch.setattr(legal, "_", lambda text: text)
    found = left_in_english(page.to_html(of_law(judged)), judged)
    assert any("There is no court" in text for text in found)
    assert any(text.startswith("question: question") for text in found)


def of_law(match: Match) -> Page:
    """A report with one section."""
    law = legal.section(Game(match))
    return Page("", match.scenario.title, "", "", "", "", (), (), (law,), (), "", "", "")


def test_the_rules_have_nothing_that_the_report_cannot_name(judged: Match) -> None:
    assert set(reckoning.STOCKS) == set(ledger.STOCKS)
    assert set(legal.SAID) == {answer for said in ANSWERS.values() for answer in said}


def test_the_hyphen_of_a_reason_is_no_minus_sign(
    judged: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, reasons = words.nation(judged, 1), [("une contre-mesure", -3.0)]
    monkeypatch.setattr(ledger, "trust_changes", lambda match, nation, turn: {who: reasons})
    total = f"une contre-mesure \u2212{3 * len(judged.logs)}.0"
    assert trusting.why_of(Game(judged), 1, 0) == total
    assert trusting.mainly(Game(judged), 0).startswith("une contre-mesure \u2212")


def test_the_reason_of_a_change_of_trust_goes_the_way_in_which_it_went(judged: Match) -> None:
    before, after = (judged.worlds[turn].trust[:, :, 0] for turn in (0, -1))
    for who in range(judged.board.nations):
        for whom in range(judged.board.nations):
            went = float(after[who, whom] - before[who, whom])
            if abs(went) >= 0.1:
                assert ("\u2212" in trusting.why_of(Game(judged), who, whom)) == (went < 0)


def test_the_command_leaves_nothing_in_english(judged: Match, tmp_path: Path) -> None:
    kept, out = tmp_path / "game.txt", tmp_path / "game.html"
    record.save(judged, kept)
    before = language.current()
    code = cli.main(["report", str(kept), "--out", str(out), "--language", language.PSEUDO])
    assert code == 0 and language.current() == before
    html = out.read_text("utf-8")
    assert '<html lang="xx">' in html
    assert left_in_english(html, judged) == []


def test_a_language_there_is_not_is_refused_with_those_there_are(
    judged: Match, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "game.txt"
    record.save(judged, kept)
    assert cli.main(["report", str(kept), "--language", "tlh"]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and "tlh" in said[0]
    assert all(code in said[0] for code in language.languages())
    assert not kept.with_suffix(".html").exists()
