"""From the first start to the first decision, and back: every way of the front door."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.decisions import Order
from game.screens import front
from game.screens.play import notebook, saves
from game.screens.play.session import Session
from game.screens.play.todo import unresolved
from game.screens.turn.places import Places
from game.screens.turn.situation import Situation
from game.ui.app import App
from game.ui.driving import click, press
from game.ui.settings import Settings
from game.ui.shots import headless
from tests.screens.look import kept_in


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept_in(tmp_path, monkeypatch)


@pytest.fixture
def app() -> App:
    headless()
    made = App((1600, 900), Settings(language="en", motion=False, seen_first_run=True))
    front.start(made)
    made.settle()
    return made


def session_of(app: App) -> Session:
    session = app.screen.session  # type: ignore[attr-defined]
    assert isinstance(session, Session)
    return session


def test_quick_start_comes_to_a_first_decision_in_four_presses(app: App) -> None:
    app.settings.seen_first_run = False
    front.home(app)
    app.replace(front.FirstRun(lambda app: app.replace(front.Title(front.ways()))))
    app.settle()
    press(app, "Return")
    press(app, "Return")
    app.settle()
    click(app, "quick")
    app.settle()
    assert app.screen.name == "situation"
    assert app.find("coach") is not None, "the coach is there at the first start"
    press(app, "N")
    assert [todo.kind for todo in unresolved(session_of(app))] == ["judge"]


def test_the_briefing_keeps_no_game_before_it_begins(app: App, place: Path) -> None:
    click(app, "new")
    app.settle()
    click(app, "brief")
    assert app.screen.name == "briefing"
    assert list(place.glob("*.txt")) == []
    press(app, "Escape")
    assert app.screen.name == "library"
    click(app, "brief")
    click(app, "start")
    assert app.screen.name == "situation"
    assert len(list(place.glob("*.txt"))) == 1
    assert [screen.name for screen in app.screens] == ["title", "library", "situation"]


def test_a_game_is_left_and_continued_where_it_was(app: App) -> None:
    click(app, "new")
    app.settle()
    click(app, "quick")
    session_of(app).send()
    before = session_of(app).match.phase
    press(app, "Escape")
    click(app, "menu.leave")
    app.settle()
    assert app.screen.name == "title" and len(app.screens) == 1
    assert "First Light" in (node := app.find("continue")).label  # type: ignore[union-attr]
    assert "Dorvane" in node.label  # type: ignore[union-attr]
    press(app, "Return")
    app.settle()
    assert app.screen.name == "situation"
    assert session_of(app).match.phase == before


def test_what_was_drafted_is_there_after_leaving_and_after_the_window_was_closed(app: App) -> None:
    click(app, "new")
    app.settle()
    click(app, "quick")
    for choice, leave in (("energy", False), ("health", True)):
        session = session_of(app)
        session.draft(session.drafts.with_order(Order("harden", choice=choice)))
        if leave:
            press(app, "Escape")
            click(app, "menu.leave")
        else:
            app.hooks.closing()
            front.home(app)
        app.settle()
        press(app, "Return")
        app.settle()
        assert session_of(app) is not session and session_of(app).drafts == session.drafts


def test_another_game_is_opened_from_within_a_game(app: App) -> None:
    for seed in (1, 2):
        found = front.Choice(front_listed(), seed=seed)
        front.play_new(app, found)
        app.settle()
    press(app, "Escape")
    click(app, "menu.load")
    app.settle()
    lines = app.screen.lines["games"]  # type: ignore[attr-defined]
    number = next(n for n, each in enumerate(lines) if each.saved.seed == 1)
    click(app, f"game.{number}")
    click(app, "go_on")
    app.settle()
    assert session_of(app).match.seed == 1
    assert [screen.name for screen in app.screens] == ["title", "situation"]


def front_listed() -> object:
    from game.screens.before.catalogue import listed

    found = listed("first_light")
    assert found is not None
    return found


def test_saves_have_pictures_and_a_game_that_is_over_has_its_page(app: App, place: Path) -> None:
    click(app, "new")
    app.settle()
    click(app, "quick")
    app.settle()
    session = session_of(app)
    assert session.path is not None and session.path.with_suffix(".png").exists()
    while not session.over:
        session.send()
    assert [each.scenario for each in notebook.lessons()] == ["first_light"]


def test_several_people_are_each_briefed_while_the_others_look_away(app: App) -> None:
    session = several(app, quick=False)
    for nation in session.seats:
        click(app, "ready")
        app.settle()
        assert app.screen.name == "briefing" and session.nation == nation
        press(app, "Escape")
        assert app.screen.name == "situation"
        hand_over(app)


def test_a_damaged_save_does_not_stop_the_title(app: App, place: Path) -> None:
    place.mkdir(parents=True, exist_ok=True)
    (place / "first_light-1.guided.txt").write_text("backchannel record 1\nrubbish\n")
    front.home(app)
    assert app.screen.name == "title" and app.find("continue") is None
    assert saves.latest() is None


@pytest.mark.parametrize("way", ["new", "load", "replay", "codex", "settings", "credits"])
def test_every_way_of_the_title_leads_somewhere_and_esc_back(app: App, way: str) -> None:
    click(app, way)
    app.settle()
    assert app.screen.name != "title"
    press(app, "Escape")
    assert app.screen.name == "title"


def test_what_one_looked_at_is_not_for_the_next(app: App) -> None:
    session = several(app, quick=True)
    app.resize((1024, 640))
    click(app, "ready")
    app.settle()
    desk = app.screen
    assert isinstance(desk, Situation) and desk.map is not None
    desk.focus.tab, desk.map.lens, desk.map.nation = "evidence", "heat", "tolvar"
    desk.places.show("queue")
    app.touch()
    app.set_focus("add_order")
    app.scrolls |= {"cases": 40, "focus_all": 99}
    hand_over(app)
    click(app, "ready")
    while app.screen is not desk:
        press(app, "Escape")
    assert session.nation == 1 and not any(app.scrolls.values())
    assert app.looks.focus == desk.first
    assert desk.focus.tab == "attribution" and desk.places.panel == Places().panel
    assert (desk.map.lens, desk.map.nation) == ("alliance", "")


def several(app: App, quick: bool) -> Session:
    """Two people begin; the first is asked for."""
    click(app, "new")
    app.settle()
    click(app, "page_tab.seats")
    click(app, "several")
    click(app, "seat.tolvar")
    click(app, "quick" if quick else "brief")
    app.settle()
    assert app.screen.name == "curtain", "nobody reads what is for another"
    return session_of(app)


def hand_over(app: App) -> None:
    """The one at the window sends until another is asked for."""
    while app.screen.name == "situation":
        press(app, "Ctrl+Return")
        click(app, "send.now") if app.dialogs else None
    assert app.screen.name == "curtain"
