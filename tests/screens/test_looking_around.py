"""Looking back, and ahead: old cases, earlier turns, what one wants, what may come."""

from __future__ import annotations

import pytest

from game.report.objectives import objectives
from game.screens.play.cases import open_cases, past_cases
from game.screens.play.session import Session
from game.screens.turn.resolution import Resolution
from game.screens.turn.situation import Situation
from game.ui.app import App
from game.ui.driving import click, press
from game.ui.settings import Settings
from game.ui.shots import app_with
from tests.screens.games import session_at
from tests.screens.look import labels, node


@pytest.fixture(scope="module")
def session() -> Session:
    return session_at("ORDER", turn=8)


@pytest.fixture
def app(session: Session) -> App:
    return app_with(Situation(session), (1600, 900), Settings(language="en", motion=False))


def test_every_case_one_knows_of_is_on_the_desk_and_can_be_put_in_focus(
    app: App, session: Session
) -> None:
    old = past_cases(session)
    assert old and len(old) + len(open_cases(session)) == len(session.dossiers)
    for each in session.dossiers:
        assert node(app, f"case.{each.id}").focusable
    app.set_focus(f"case.{old[0].id}")
    press(app, "Enter")
    screen = app.screen
    assert isinstance(screen, Situation) and screen.chosen is not None
    assert screen.chosen.incident == old[0].incident
    assert old[0].title in labels(node(app, "focus_panel"))


def test_every_turn_that_was_played_can_be_told_again(app: App, session: Session) -> None:
    press(app, "Escape")
    click(app, "menu.report")
    for turn in range(session.turn - 1, 0, -1):
        screen = app.screen
        assert isinstance(screen, Resolution) and screen.turn == turn
        press(app, "Enter") if turn < session.turn - 1 else click(app, "earlier")
    assert "first turn" in node(app, "earlier").disabled
    click(app, "later")
    assert isinstance(app.screen, Resolution) and app.screen.turn == 2
    click(app, "go_on")
    assert isinstance(app.screen, Situation)


def test_the_briefing_says_how_what_one_wants_stands(app: App, session: Session) -> None:
    press(app, "Escape")
    click(app, "menu.brief")
    said = labels(app.modal)
    for each in objectives(session.match, session.nation):
        assert f"{each.judged} · {each.state}" in said
    assert node(app, "start").label.startswith("Go on")


def test_staff_looks_to_the_end_of_the_turn_or_three_turns_on(app: App) -> None:
    screen = app.screen
    assert isinstance(screen, Situation)
    app.settle()
    near = screen.ahead.found
    click(app, "ahead.far")
    app.settle()
    far = screen.ahead.found
    assert near is not None and far is not None and (near.turns, far.turns) == (1, 3)
    app.resize((1280, 720))
    app.refresh()
    panel, room = node(app, "forecast"), node(app, "ahead")
    assert panel.label == "Three turns on" and room.content <= room.rect.h
    press(app, "Enter")
    app.settle()
    assert screen.ahead.found is not None and screen.ahead.found.turns == 1
    assert node(app, "forecast").label == "If you end the turn now"


def test_ones_own_nation_is_a_step_from_the_menu(app: App, session: Session) -> None:
    press(app, "Escape")
    click(app, "menu.own")
    assert app.screen.name == "nation" and "Vulnerabilities kept" in labels(app.modal)
