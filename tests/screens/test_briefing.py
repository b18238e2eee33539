"""The briefing tells what a seat may know, and leads to the desk."""

from __future__ import annotations

from typing import Any

import pytest

from game import language
from game.codex.book import book
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.turn.briefing import TABS, Briefing
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.games import at_step
from tests.screens.look import faults_of, node, shown


def briefing(name: str = "port_crisis", seat: str = "") -> Briefing:
    found = listed(name)
    assert found is not None
    session = Choice(found, [seat] if seat else [], seed=7).session(keep=False)
    return Briefing(session, lambda app: app.hooks.cue("begun"))


def said(app: App) -> str:
    return " ".join(node.label for node in app.modal.walk())


def test_it_tells_the_story_the_seat_the_aims_the_others_and_the_steps() -> None:
    app = shown(briefing(), (1600, 900))
    assert "Saltgate" in said(app) and "25 points" in said(app)
    click(app, "tab.you")
    assert "You speak for Brannock." in said(app) and "Your dilemma" in said(app)
    click(app, "onward")
    assert "Federation of Brannock" in said(app)
    click(app, "onward")
    assert "What lies before you now" in said(app)


@pytest.mark.parametrize("code", language.languages())
def test_the_dilemma_stands_out_in_every_language(code: str) -> None:
    language.use(code)
    app = shown(briefing("first_light"), (1600, 900), language=code)
    brief = app.screen.session.match.scenario.nations["dorvane"].brief  # type: ignore[attr-defined]
    hard = " ".join(brief.strip().split("\n")[-1].split())
    stands = [node for node in app.modal.walk() if node.role == "note" and hard in node.label]
    assert len(stands) == 1, "beside the map"
    click(app, "tab.you")
    assert sum(node.role == "note" and hard in node.label for node in app.modal.walk()) == 2


def test_the_map_shows_who_a_nation_is() -> None:
    app = shown(briefing(), (1600, 900))
    app.set_focus("map")
    press(app, "Left")
    screen: Any = app.screen
    assert screen.tab == "who" and screen.looked != "brannock"
    chosen = [node.id for node in app.modal.walk() if node.selected and node.id[:7] == "nation."]
    assert chosen == [f"nation.{screen.looked}"]


def test_it_shows_only_the_brief_and_the_aims_of_its_own_seat() -> None:
    app = shown(briefing(seat="vessara"), (1600, 900))
    words = ""
    for tab, _label, _sign in TABS[:2]:
        click(app, f"tab.{tab}")
        words += said(app)
    nations = listed("port_crisis").scenario.nations  # type: ignore[union-attr]
    theirs = " ".join(nations["brannock"].brief.split("\n")[0].split())
    assert theirs not in words
    assert "You speak for Vessara." in words


def test_start_is_one_press_away() -> None:
    app = shown(briefing())
    heard: list[str] = []
    app.hooks.cue = heard.append
    press(app, "Return")
    assert "begun" in heard


@pytest.mark.parametrize("tab", [tab[0] for tab in TABS])
def test_it_is_fit_to_be_shown(tab: str) -> None:
    def open_tab(app: App) -> None:
        app.screen.tab = tab  # type: ignore[attr-defined]
        app.touch()

    assert faults_of(briefing, open_tab) == []


def test_a_briefing_read_again_goes_on_and_begins_nothing() -> None:
    app = shown(Briefing(at_step("judge"), App.pop, again=True))
    assert node(app, "start").label == "Go on"


def test_the_spies_of_ones_own_are_no_service_of_a_sector() -> None:
    told = book().linked("If your own services had a hand in it, other services fail.")
    assert "[[word.operation|own services]]" in told and "[[word.service|services]]" in told
