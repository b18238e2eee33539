"""The scenario library: what is found, chosen and begun, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.match import HUMAN
from game.screens.before.catalogue import catalogue, listed, picture
from game.screens.before.choice import Choice
from game.screens.before.filters import Filters, themes
from game.screens.before.library import Library
from game.screens.before.title import Title
from game.ui.app import App
from game.ui.checks import leads_back
from game.ui.driving import click, press, write
from tests.screens.look import faults_of, kept_in, node, shown

Begun = list[tuple[Choice, bool]]


@pytest.fixture
def begun() -> Begun:
    return []


@pytest.fixture
def app(begun: Begun) -> App:
    return shown(Library(lambda app, choice, quick: begun.append((choice, quick))), (1600, 900))


def cards(app: App) -> list[str]:
    return [node.id for node in app.modal.walk() if node.id.startswith("scenario.")]


def test_every_scenario_of_the_library_has_a_card_and_a_picture(app: App) -> None:
    app.settle()
    assert cards(app)[0] == "scenario.first_light", "the tutorial comes first"
    assert set(cards(app)) == {f"scenario.{each.id}" for each in catalogue()[0]}
    assert all(picture(each.id) is not None for each in catalogue()[0])


def test_a_search_looks_into_titles_nations_and_organisations(app: App) -> None:
    press(app, "/")
    write(app, "estonia")
    assert "scenario.estonia_2007" in cards(app)
    assert "scenario.port_crisis" not in cards(app)
    write(app, " unicorn")
    assert cards(app) == []
    assert any("No scenario is like that" in node.label for node in app.modal.walk())


def test_filters_are_set_in_a_dialog_and_taken_away_one_by_one(app: App) -> None:
    click(app, "filters")
    click(app, "filter.kind.real")
    click(app, "filters.done")
    assert cards(app) == [f"scenario.{x.id}" for x in catalogue()[0] if x.scenario.real]
    click(app, "unset.kind")
    assert len(cards(app)) == len(catalogue()[0])


@pytest.mark.parametrize("name", ["kind", "level", "length", "seats", "theme"])
def test_each_filter_parts_the_library(name: str) -> None:
    values = {
        "kind": ("real", "invented"), "level": ("guided", "standard", "expert"),
        "length": ("short", "middle", "long"), "seats": ("few", "many"),
        "theme": ("energy", "health", "OSCE", "UN"),
    }[name]  # fmt: skip
    fits = [{x.id for x in catalogue()[0] if Filters(**{name: each}).fits(x)} for each in values]
    everything = {each.id for each in catalogue()[0]}
    assert any(found and found != everything for found in fits)
    if name != "theme":
        assert set().union(*fits) == everything


def test_each_theme_is_offered_once() -> None:
    labels = [label for _key, label in themes()]
    assert len(labels) == len(set(labels)) > 7


def test_scenarios_are_sorted_by_year_and_by_length(app: App) -> None:
    click(app, "sort.year")
    years = [listed(name.partition(".")[2]).scenario.year for name in cards(app)]  # type: ignore[union-attr]
    known = [year for year in years if year]
    assert known == sorted(known) and years[: len(known)] == known
    click(app, "sort.length")
    minutes = [listed(name.partition(".")[2]).minutes for name in cards(app)]  # type: ignore[union-attr]
    assert minutes == sorted(minutes)


def test_a_seat_and_a_level_and_a_seed_are_chosen_and_begun(app: App, begun: Begun) -> None:
    click(app, "scenario.port_crisis")
    click(app, "page_tab.seats")
    click(app, "seat.vessara")
    click(app, "page_tab.play")
    click(app, "level.expert")
    app.set_focus("seed")
    press(app, *["Backspace"] * 6)
    write(app, "12x3")
    click(app, "brief")
    ((choice, quick),) = begun
    assert (choice.listed.id, choice.seats, choice.level) == ("port_crisis", ["vessara"], "expert")
    assert choice.seed == 123, "letters are no seed, and an empty box is no nought"
    assert not quick


def test_without_a_seed_there_is_any(app: App, begun: Begun) -> None:
    click(app, "page_tab.play")
    app.set_focus("seed")
    press(app, *["Backspace"] * 6)
    assert node(app, "seed").value == ""
    click(app, "brief")
    ((choice, _quick),) = begun
    assert choice.seed is None and choice.session(keep=False).match.seed >= 0


def test_several_people_take_seats_and_one_always_stays(app: App) -> None:
    library: Any = app.screen
    click(app, "page_tab.seats")
    click(app, "several")
    click(app, "seat.tolvar")
    assert library.choice.seats == ["dorvane", "tolvar"]
    click(app, "seat.tolvar")
    click(app, "seat.dorvane")
    assert library.choice.seats == ["dorvane"]


def test_in_the_sandbox_the_others_think_as_one_likes(app: App) -> None:
    library: Any = app.screen
    click(app, "page_tab.play")
    click(app, "sandbox")
    click(app, "doctrine.tolvar")
    click(app, "as.hawk")
    assert library.choice.players() == [HUMAN, "hawk", "reciprocator", "reciprocator"]
    click(app, "sandbox")
    assert library.choice.players()[1] == "reciprocator"


def test_quick_start_begins_with_what_is_chosen(app: App, begun: Begun) -> None:
    click(app, "quick")
    assert [(choice.listed.id, quick) for choice, quick in begun] == [("first_light", True)]


def test_a_choice_makes_a_session_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = kept_in(tmp_path, monkeypatch)
    found = listed("first_light")
    assert found is not None
    session = Choice(found, ["ilmara"], seed=5).session()
    assert session.match.setup.nations[session.nation] == "ilmara"
    assert session.match.seed == 5
    assert len(list(place.glob("*.txt"))) == 1


def test_in_a_narrow_window_a_card_opens_its_page_and_esc_the_list() -> None:
    made = shown(Library(lambda *said: None), (1024, 640), text_scale=1.5)
    click(made, "scenario.port_crisis")
    assert made.find("brief") is not None and made.find("search") is None
    press(made, "Escape")
    assert made.find("search") is not None


def test_every_dialog_leads_back() -> None:
    made = shown(Title())
    made.push(Library(lambda *said: None))
    made.settle()
    click(made, "filters")
    assert leads_back(made)


@pytest.mark.parametrize("tab", ["about", "seats", "play"])
def test_it_is_fit_to_be_shown(tab: str) -> None:
    def open_tab(app: App) -> None:
        library: Any = app.screen
        library.choose("port_crisis")
        library.tab, library.looking = tab, True
        library.choice.sandbox = True
        app.touch()

    assert faults_of(lambda: Library(lambda *said: None), open_tab) == []


def test_the_shelf_is_fit_to_be_shown() -> None:
    assert faults_of(lambda: Library(lambda *said: None, lambda app: None)) == []


def test_its_dialogs_are_fit_to_be_shown() -> None:
    def filters(app: App) -> None:
        app.settle()
        click(app, "filters")

    def doctrine(app: App) -> None:
        app.settle()
        library: Any = app.screen
        library.tab, library.looking, library.choice.sandbox = "play", True, True
        app.touch()
        click(app, "doctrine.tolvar")

    for prepare in (filters, doctrine):
        assert faults_of(lambda: Library(lambda *said: None), prepare) == []
