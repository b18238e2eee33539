"""The order composer, how a turn went, and the curtain."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.actions import actions
from game.decisions import Order
from game.report.ledger import changes
from game.screens.composer.orders import Orders
from game.screens.play import saves
from game.screens.play.session import Session
from game.screens.turn.curtain import Curtain
from game.screens.turn.resolution import SECONDS, Resolution
from game.screens.turn.situation import Situation
from game.ui import checks
from game.ui.app import App
from game.ui.conditions import Condition, pairwise
from game.ui.driving import click, press, wait, write
from game.ui.settings import Settings
from game.ui.shots import app_with
from tests.screens.test_situation import SOME, needed, session_at, words


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saves, "folder", lambda: tmp_path)
    return tmp_path


def composing(session: Session, start: Order | None = None) -> App:
    app = app_with(Situation(session), (1600, 900), Settings(language="en"))
    app.push(Orders(session, start, about=session.dossiers[0].incident))
    app.settle()
    return app


def test_an_order_is_searched_filled_in_and_added_by_keys() -> None:
    session = session_at("order")
    app = composing(session)
    write(app, "harden")
    press(app, "Enter")
    assert app.looks.focus.startswith("choice.")
    press(app, "Enter")
    click(app, "order_add")
    assert session.drafts.orders[0].action == "harden"
    assert isinstance(app.screen, Situation)


def test_three_are_suggested_for_a_case_and_one_press_takes_one() -> None:
    session = session_at("order")
    app = composing(session)
    ids = [n.id for n in app.modal.walk() if n.id.startswith("suggested.")]
    first = [id for id in ids if id.startswith(f"suggested.{session.dossiers[0].id}.")]
    assert len(first) == 3
    click(app, first[0])
    assert app.looks.focus == "order_add"
    press(app, "Enter")
    assert len(session.drafts.orders) == 1 and session.void()[0] == [""]


def test_what_is_closed_says_why_in_words() -> None:
    session = session_at("order")
    app = composing(session)
    screen = app.screen
    assert isinstance(screen, Orders)
    screen.menu.group = "5"
    closed = {a.id: screen.menu.closed(a) for a in actions()}
    assert any(closed.values()) and not all(closed.values())
    name = next(id for id, why in closed.items() if why)
    screen.menu.search = next(a.label for a in actions() if a.id == name)
    app.touch()
    assert closed[name] in words(needed(app, f"action.{name}"))


def test_who_would_mind_is_told_before_it_is_added() -> None:
    session = session_at("order")
    order = Order("sanction", target=session.match.setup.nations[1])
    app = composing(session, order)
    screen = app.screen
    assert isinstance(screen, Orders)
    assert len(screen.counsel.readings) == session.match.board.nations - 1
    said = words(needed(app, "order_form"))
    assert "A hostile act" in said and "3 capital" in said


def test_every_action_can_be_begun_and_looks_right() -> None:
    session = session_at("order", turn=2)
    app = composing(session)
    screen = app.screen
    assert isinstance(screen, Orders)
    for action in session.names.actions:
        screen.choose(action)
        app.touch()
        assert app.looks.focus and needed(app, "order_add")


def test_the_sixth_order_is_refused_with_a_reason() -> None:
    session = session_at("order")
    for _ in range(5):
        session.draft(
            session.drafts.with_order(Order("investigate", incident=session.dossiers[0].id))
        )
    app = app_with(Situation(session), (1600, 900), Settings(language="en"))
    assert "five orders" in needed(app, "add_order").disabled


def told(session: Session, **settings: object) -> App:
    app = app_with(Situation(session), (1600, 900), Settings(language="en", **settings))  # type: ignore[arg-type]
    app.push(Resolution(session, session.turn - 1))
    app.settle()
    return app


def test_a_turn_plays_by_itself_and_can_be_stopped_and_stepped() -> None:
    app = told(session_at("judge", turn=2))
    screen = app.screen
    assert isinstance(screen, Resolution) and screen.playing
    wait(app, SECONDS + 0.1)
    assert screen.at == 1
    press(app, "P")
    wait(app, SECONDS + 0.1)
    assert screen.at == 1
    press(app, "E", "E", "Q")
    assert screen.at == 2
    app.set_focus("scrub")
    press(app, "End")
    assert screen.at == len(screen.scenes) - 1
    press(app, "Ctrl+Return")
    assert isinstance(app.screen, Situation)


def test_without_motion_it_is_a_list_that_stands_still() -> None:
    app = told(session_at("judge", turn=2), motion=False)
    screen = app.screen
    assert isinstance(screen, Resolution) and not screen.playing
    wait(app, SECONDS * 3)
    assert screen.at == 0


def test_all_that_happened_is_there_once_with_the_numbers_and_why() -> None:
    session = session_at("judge", turn=3)
    app = told(session)
    screen = app.screen
    assert isinstance(screen, Resolution)
    stories = [each.story for each in screen.scenes if each.group != "now"]
    assert sorted(s.text for s in stories) == sorted(s.text for s in session.report(2))
    said = words(needed(app, "numbers"))
    for why, by in changes(session.match, session.nation, 2)["support"][:4]:
        assert why in said and f"{by:+.1f}" in said


def test_an_incident_of_an_unknown_hand_is_never_because_of_us() -> None:
    session = session_at("judge", turn=2)
    screen = Resolution(session, 1)
    for each in screen.scenes:
        if each.story.kind == "crisis":
            assert each.group in ("unknown", "world", "now")
        if each.story.kind == "own":
            assert each.group == "you"


@pytest.mark.parametrize("condition", SOME, ids=str)
def test_nothing_is_cut_or_out_of_reach(condition: Condition) -> None:
    session = session_at("order", turn=2)
    target = session.match.setup.nations[2]
    case = session.dossiers[0].id
    order = Order("attribute", target=target, incident=case, choice="likely", level=2)
    screens = [Orders(session), Orders(session, order), Resolution(session, 1), Curtain(session)]
    for screen in screens:
        app = app_with(screen, condition.size, condition.settings)
        assert checks.faults(app) == [], screen.name


@pytest.mark.slow
@pytest.mark.parametrize("condition", pairwise(), ids=str)
def test_nothing_is_cut_or_out_of_reach_anywhere(condition: Condition) -> None:
    test_nothing_is_cut_or_out_of_reach(condition)
