"""The order composer: what is searched, suggested, filled in, closed, and minded."""

from __future__ import annotations

import pytest

from game.actions import actions
from game.decisions import Order
from game.screens.composer.orders import Orders
from game.screens.play.session import Session
from game.screens.turn.situation import Situation
from game.ui import checks
from game.ui.app import App
from game.ui.conditions import Condition
from game.ui.driving import click, press, write
from game.ui.settings import Settings
from game.ui.shots import app_with
from game.ui.widgets.words import Words
from tests.screens.games import at_step
from tests.screens.look import EVERYWHERE, labels, node


def composing(session: Session, start: Order | None = None) -> App:
    app = app_with(Situation(session), (1600, 900), Settings(language="en"))
    app.push(Orders(session, start, about=session.dossiers[0].incident))
    app.settle()
    return app


def test_an_order_is_searched_filled_in_and_added_by_keys() -> None:
    session = at_step("order")
    app = composing(session)
    write(app, "harden")
    press(app, "Enter")
    assert app.looks.focus.startswith("choice.")
    press(app, "Enter")
    click(app, "order_add")
    assert session.drafts.orders[0].action == "harden"
    assert isinstance(app.screen, Situation)


def test_three_are_suggested_for_a_case_and_one_press_takes_one() -> None:
    session = at_step("order")
    app = composing(session)
    ids = [n.id for n in app.modal.walk() if n.id.startswith("suggested.")]
    first = [id for id in ids if id.startswith(f"suggested.{session.dossiers[0].id}.")]
    assert len(first) == 3
    click(app, first[0])
    assert app.looks.focus == "order_add"
    press(app, "Enter")
    assert len(session.drafts.orders) == 1 and session.void()[0] == [""]


@pytest.mark.parametrize("level", ["guided", "expert"])
def test_an_order_that_was_begun_elsewhere_is_shown_among_its_kind(level: str) -> None:
    session = at_step("order", level=level)
    app = composing(session, Order("investigate", incident=session.dossiers[0].id))
    chosen = node(app, "action.investigate")
    assert chosen.selected and chosen.seen.h > 0
    assert [n.id for n in app.modal.walk() if n.role == "tab" and n.selected] == ["stage.1"]


def test_an_order_of_the_queue_has_its_price_below_its_name_whatever_it_is_aimed_at() -> None:
    session = at_step("order")
    for order in (Order("crack_down"), Order("harden", choice="energy")):
        session.draft(session.drafts.with_order(order))
    app = app_with(Situation(session), (1280, 720), Settings(language="en"))
    app.settle()
    for number, words in ((0, ["Crack down at home"]), (1, ["Harden a sector", "energy"])):
        name, *below = [
            n for n in node(app, f"order.{number}").walk() if isinstance(n.leaf, Words)
        ][1:]
        assert [name.label, *(n.label for n in below[:-1])] == words
        assert all(n.rect.y >= name.rect.bottom for n in below)
        for each in (name, *below):
            assert isinstance(each.leaf, Words) and not each.leaf.cut(app.metrics, each.rect.w)


def test_what_is_closed_says_why_in_labels() -> None:
    session = at_step("order")
    app = composing(session)
    screen = app.screen
    assert isinstance(screen, Orders)
    screen.menu.group = "5"
    closed = {a.id: screen.menu.closed(a) for a in actions()}
    assert any(closed.values()) and not all(closed.values())
    name = next(id for id, why in closed.items() if why)
    screen.menu.search = next(a.label for a in actions() if a.id == name)
    app.touch()
    assert closed[name] in labels(node(app, f"action.{name}"))


def test_who_would_mind_is_told_before_it_is_added() -> None:
    session = at_step("order")
    order = Order("sanction", target=session.match.setup.nations[1])
    app = composing(session, order)
    screen = app.screen
    assert isinstance(screen, Orders)
    assert len(screen.counsel.readings) == session.match.board.nations - 1
    said = labels(node(app, "order_form"))
    assert "A hostile act" in said and "3 capital" in said
    assert f"{session.setup.names[1]} would mind" in said
    assert "Nobody would mind" in labels(node(composing(session, Order("ready")), "order_form"))


def test_an_order_is_found_by_any_of_its_words() -> None:
    app = composing(at_step("order"))
    write(app, "position publish")
    assert app.find("action.publish_position")


def test_every_action_can_be_begun_and_looks_right() -> None:
    session = at_step("order", turn=2)
    app = composing(session)
    screen = app.screen
    assert isinstance(screen, Orders)
    for action in session.names.actions:
        screen.choose(action)
        app.touch()
        assert action.label in labels(node(app, "order_form"))
        assert app.looks.focus and node(app, "order_add")
        assert checks.faults(app) == [], action.id


def test_the_sixth_order_is_refused_with_a_reason() -> None:
    session = at_step("order")
    for _ in range(5):
        session.draft(
            session.drafts.with_order(Order("investigate", incident=session.dossiers[0].id))
        )
    app = app_with(Situation(session), (1600, 900), Settings(language="en"))
    assert "five orders" in node(app, "add_order").disabled


@pytest.mark.parametrize("condition", EVERYWHERE, ids=str)
def test_nothing_is_cut_or_out_of_reach(condition: Condition) -> None:
    session = at_step("order", turn=2)
    target = session.match.setup.nations[2]
    case = session.dossiers[0].id
    order = Order("attribute", target=target, incident=case, choice="likely", level=2)
    screens = [Orders(session), Orders(session, order)]
    for screen in screens:
        app = app_with(screen, condition.size, condition.settings)
        assert checks.faults(app) == [], screen.name
