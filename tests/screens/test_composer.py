"""Every order there is, with all it can say, is composed by keyboard alone, as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pygame import Rect

from game.actions import actions
from game.decisions import Order
from game.report import forms, lexicon
from game.report.dossier import Dossier
from game.report.names import Noun
from game.screens.composer.menu import Menu
from game.screens.composer.orders import Orders
from game.screens.composer.writing import Writing
from game.screens.play.session import Session
from game.terminal.typed import parse_order
from game.ui.app import App
from game.ui.driving import press, write
from game.ui.node import Node, row
from game.ui.screen import Screen
from game.ui.settings import Settings
from game.ui.shots import app_with
from tests.screens.games import session_at
from tests.screens.look import labels, node

KEYS = {"incident": "case", "choice": "ask"}
MOST = 60
"""Keys it takes at most to get from one field to the next."""


@pytest.fixture(scope="module")
def session() -> Session:
    return session_at("ORDER", turn=3, level="expert")


@pytest.fixture
def all_open(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing stands against any order, and all evidence was found."""
    monkeypatch.setattr(forms, "against", lambda *_: "")

    def cards(dossiers: Sequence[Dossier], incident: str | None) -> list[Noun]:
        cases = [case for case in session.setup.cases if case.id == incident]
        return [Noun("card", id_, id_, of=case.id) for case in cases for id_ in case.cards]

    monkeypatch.setattr(lexicon, "cards", cards)


class Ground(Screen):
    """What the composer lies on."""

    def build(self, app: App) -> Node:
        return row()


def composing(session: Session, order: Order | None = None) -> tuple[App, Orders]:
    app = app_with(Ground(), (1600, 900), Settings(language="en"))
    screen = Orders(session, order)
    app.push(screen)
    app.settle()
    return app, screen


def begin(app: App, label: str) -> None:
    """Search for an order, and take it."""
    assert app.looks.focus == "order_search"
    write(app, label)
    press(app, "Enter")


def say(app: App, column: str, id_: str) -> None:
    """Go to a field by Tab, to an answer by arrow, and choose it."""
    for _ in range(MOST):
        if app.looks.focus.startswith(f"{column}."):
            break
        press(app, "Tab")
    goal = node(app, f"{column}.{id_}")
    for _ in range(MOST):
        here = app.focused
        if here is None or here.id == goal.id:
            break
        press(app, towards(here.rect, node(app, goal.id).rect))
    assert app.looks.focus == f"{column}.{id_}", (app.looks.focus, column, id_)
    press(app, "Enter")


def towards(here: Rect, there: Rect) -> str:
    """The arrow one presses to get from one answer to another."""
    if there.y != here.y:
        return "Down" if there.y > here.y else "Up"
    return "Right" if there.x > here.x else "Left"


def typed(order: Order, action: str) -> str:
    """The same order as one types it, all of it spelt out."""
    said = [f"{KEYS.get(name, name)}={value}" for name, value in spoken(order, action)]
    return " ".join([action, *said])


def spoken(order: Order, action: str) -> list[tuple[str, str]]:
    wanted = forms.columns(next(each for each in actions() if each.id == action))
    return [(c.name, str(v)) for c in wanted if (v := getattr(order, c.name)) is not None]


def wanted(session: Session, screen: Orders, last: bool) -> list[tuple[str, str]]:
    """What to say in each field: the last that can be said, or the first."""
    found = []
    for column in screen.writing.columns:
        known = screen.writing.nouns(column)
        found.append((column.name, known[-1 if last else 0].id))
        screen.writing.fill(column, found[-1][1])
    return found


@pytest.mark.usefixtures("all_open")
@pytest.mark.parametrize("action", [each.id for each in actions()])
def test_an_order_is_composed_by_keys_as_it_is_typed(session: Session, action: str) -> None:
    label = next(each.label for each in actions() if each.id == action)
    _app, plan = composing(session)
    plan.choose(session.names.actions[session.names.number("action", action)])
    for last in (False, True):
        said = wanted(session, plan, last)
        app, screen = composing(session)
        begin(app, label)
        assert screen.writing.action is not None and screen.writing.action.id == action
        for column, id_ in said:
            say(app, column, id_)
        order = screen.writing.order
        assert order is not None
        assert dict(spoken(order, action)) == dict(said)
        draft = parse_order(session.seat, typed(order, action))
        assert draft.missing() == [] and draft.order() == order
        for _ in range(MOST):
            if app.looks.focus == "order_add":
                break
            press(app, "Tab")
        assert app.looks.focus == "order_add"


def test_all_that_is_open_can_be_said_and_what_is_not_says_why(session: Session) -> None:
    """Without the window: the menu and the form agree with what the rules would do."""
    added, refused = set(), set()
    for action in session.names.actions:
        writing = Writing(session)
        writing.choose(action)
        for column in writing.missing():
            known = writing.nouns(column)
            fits = [noun.id for noun in known if not writing.against(column, noun.id)]
            writing.fill(column, (fits or [noun.id for noun in known] or [""])[0])
        (refused if writing.missing() or writing.why_not() else added).add(action.id)
        assert not writing.dead_end() or action.id in refused
        closed = Menu(session, None, writing.choose, writing.take).closed(action)
        assert action.id in refused or not closed, closed
    assert len(added) > 20 and len(refused) > 5


def test_where_nothing_can_be_chosen_the_reason_is_said(session: Session) -> None:
    app, screen = composing(session)
    dead = {each.id: Writing(session) for each in session.names.actions}
    for action in session.names.actions:
        dead[action.id].choose(action)
    names = [name for name, writing in dead.items() if writing.dead_end()]
    assert names
    screen.choose(session.names.actions[session.names.number("action", names[0])])
    why = dead[names[0]].dead_end()
    assert node(app, "order_add").disabled == why
    assert why in labels(node(app, "order_form"))


def test_what_no_longer_fits_is_asked_again(session: Session) -> None:
    writing = Writing(session)
    writing.take(Order("disrupt", target="othmark", choice="energy", cover="jorun"))
    target = next(each for each in writing.columns if each.name == "target")
    writing.fill(target, "jorun")
    assert "cover" not in writing.filled and writing.filled["choice"] == "energy"
