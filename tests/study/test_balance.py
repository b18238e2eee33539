"""Balance: a planted advantage shows, reasons excuse it, and the page says what the figures say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import numpy as np
import pytest

from game.report.html.page import to_html
from game.study import balance as study
from game.study.balance import balance
from game.study.balance_page import page
from game.study.standings import Balance
from tests.study.small import text

OBJECTIVES = """
  arlen:
    ease: {text: Be there at the end, points: 100, when: turn >= 1}
  borrow:
    snow: {text: Snow in summer, points: 100, when: turn > 99}
  cadry:
    ease: {text: Be there at the end, points: 50, when: turn >= 1}
    snow: {text: Snow in summer, points: 50, when: turn > 99}
"""
REASONS = "\n  arlen: It is a lesson for beginners.\n"


@pytest.fixture(scope="module")
def found() -> Balance:
    return balance(text(objectives=OBJECTIVES, balance=REASONS), worlds=60, workers=1)


def test_seats_too_easy_and_too_hard_are_flagged(found: Balance) -> None:
    flags = {(flag.nation, flag.why) for flag in found.flags}
    assert flags == {("arlen", "It is a lesson for beginners."), ("borrow", "")}
    assert not found.passed
    assert found.alike["arlen"].objectives.value == 1
    assert found.worst_off == "borrow"


def test_a_reason_for_each_passes() -> None:
    reasons = REASONS + "  borrow: It cannot win.\n"
    assert balance(text(objectives=OBJECTIVES, balance=reasons), worlds=20, workers=1).passed


def test_wins_and_losses_are_shared_out(found: Balance) -> None:
    for seats in (found.alike, found.own):
        wins = [standing.win.value for standing in seats.values()]
        lasts = [standing.last.value for standing in seats.values()]
        assert sum(wins) >= 1 and sum(lasts) >= 1  # ties count for all
        assert all(
            s.objectives.low <= s.objectives.value <= s.objectives.high for s in seats.values()
        )
    assert sum(each.value for each in found.own_ways.endings.values()) == pytest.approx(1)
    assert sum(each.value for each in found.own_ways.peaks) == pytest.approx(1)


def test_cells_roll_the_same_dice(found: Balance) -> None:
    """A seat crossed with its own doctrine is the scenario's own cast, game for game."""
    whole = text(objectives=OBJECTIVES, balance=REASONS)
    own = study.own_cast(whole)
    designs = study._designs(own, found.doctrines, 60)
    played = study._play(whole, designs, 1, 1, "")
    usual = list(designs["own"].places)
    for nation, name in enumerate(own):
        cell = list(designs[f"{nation} {name}"].places)
        same = played.outcomes.score[:, usual[: len(cell)]]
        assert np.array_equal(played.outcomes.score[:, cell], same)


def test_the_best_doctrine_is_the_best_of_its_row(found: Balance) -> None:
    for nation, best in found.best.items():
        row = {name: each.objectives.value for name, each in found.crossed[nation].items()}
        assert row[best.doctrine] == max(row.values())


@pytest.mark.slow
def test_any_number_of_workers_finds_the_same(found: Balance) -> None:
    again = balance(text(objectives=OBJECTIVES, balance=REASONS), worlds=60, workers=2)
    timed = ("seconds", "worlds_per_second")
    one, other = ({k: v for k, v in f.as_json().items() if k not in timed} for f in (found, again))
    assert one == other


class Seen(HTMLParser):
    """What a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_stands_alone_and_has_a_table_for_each_plot(found: Balance) -> None:
    html = to_html(page(found))
    seen = Seen()
    seen.feed(html)
    assert all(link.startswith("#") for link in seen.links)
    assert not re.search(r"url\([\"']?(?!data:)[^\"']", html)
    assert seen.tags["svg"] == 2 * seen.tags["figure"]  # wide and narrow
    assert seen.tags["table"] >= seen.tags["figure"] >= 8
    assert "prefers-color-scheme" in html and "@media print" in html


def test_the_page_says_what_the_figures_say(found: Balance) -> None:
    told = page(found)
    assert told.ending == "1 out of balance"
    tables = {each.id: each for each in told.tables()}
    rows = {row[0]: row for row in tables["alike_objectives"].rows}
    assert rows["Arlen"][2] == 100 and rows["Borrow"][2] == 0
    assert any("It is a lesson for beginners." in n.text for n in told.sections[0].blocks[0].notes)
