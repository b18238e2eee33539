"""The dossier in full: beliefs by slider and number, what staff may show, and ways to orders."""

from __future__ import annotations

import pytest

from game.screens.case.deeds import fitting
from game.screens.case.dossier import DossierPage
from game.screens.parts.strip import top
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.driving import click, press, write
from game.ui.node import Node, column
from game.ui.screen import Screen
from tests.screens.games import at_step, session_at
from tests.screens.look import faults_of, node, shown


def page(level: str = "guided", size: tuple[int, int] = (1920, 1080)) -> tuple[App, Session]:
    session = session_at(level=level)
    return shown(DossierPage(session, session.dossiers[0].incident), size), session


def said(session: Session) -> tuple[float, ...]:
    believed = session.believed(session.dossiers[0])
    assert believed is not None
    return believed


def everything(app: App) -> str:
    app.refresh()
    return " ".join(f"{n.label} {n.value}" for layer in app.layers for n in layer.walk())


def test_a_slider_moved_by_keys_takes_from_the_others_and_sums_to_one() -> None:
    app, session = page()
    first = session.dossiers[0].suspects[0]
    app.set_focus(f"belief.{first.id}")
    press(app, "End")
    assert said(session)[first.hypothesis] == 1.0
    press(app, *["Left"] * 10)
    chances = said(session)
    assert chances[first.hypothesis] == pytest.approx(0.9)
    assert sum(chances) == pytest.approx(1.0)


def test_a_number_is_typed_and_what_is_held_stays() -> None:
    app, session = page()
    one, two = session.dossiers[0].suspects[:2]
    app.set_focus(f"number.{one.id}")
    press(app, "Backspace", "Backspace")
    write(app, "60")
    assert said(session)[one.hypothesis] == pytest.approx(0.6)
    click(app, f"hold.{one.id}")
    app.set_focus(f"belief.{two.id}")
    press(app, "End")
    assert said(session)[one.hypothesis] == pytest.approx(0.6)
    assert said(session)[two.hypothesis] == pytest.approx(0.4)
    assert node(app, f"belief.{one.id}").disabled


def test_what_was_said_is_undone() -> None:
    app, session = page()
    click(app, "belief.alike")
    assert session.believed(session.dossiers[0]) is not None
    press(app, "Ctrl+Z")
    assert session.believed(session.dossiers[0]) is None
    press(app, "Ctrl+Y")
    assert session.believed(session.dossiers[0]) is not None


def test_moves_of_one_slider_in_a_row_are_taken_back_as_one() -> None:
    app, session = page()
    one, two = session.dossiers[0].suspects[:2]
    app.set_focus(f"belief.{one.id}")
    press(app, *["Right"] * 8)
    after = said(session)
    app.set_focus(f"belief.{two.id}")
    press(app, *["Right"] * 8)
    press(app, "Ctrl+Z")
    assert said(session) == after
    press(app, "Ctrl+Z")
    assert session.believed(session.dossiers[0]) is None


def test_a_number_that_was_typed_is_taken_back_as_one() -> None:
    app, session = page()
    one, two = session.dossiers[0].suspects[:2]
    click(app, "belief.alike")
    before = said(session)
    for suspect, digits in ((one, "40"), (two, "25")):
        app.set_focus(f"number.{suspect.id}")
        press(app, *["Backspace"] * 3)
        write(app, digits[0])
        write(app, digits[1])
    press(app, "Ctrl+Z")
    assert said(session)[one.hypothesis] == pytest.approx(0.4)
    assert node(app, f"number.{two.id}").value != "25", "the box shows what is said again"
    press(app, "Ctrl+Z")
    assert said(session) == before


def test_words_of_probability_stand_beside_the_number() -> None:
    app, session = page()
    first = session.dossiers[0].suspects[0]
    app.set_focus(f"belief.{first.id}")
    press(app, "End")
    assert node(app, f"belief.{first.id}").value == "100 %, almost certain"


def test_the_staff_speaks_on_guided_when_asked_on_standard_and_never_for_experts() -> None:
    assert "Staff on" in everything(page("guided")[0])
    app, _session = page("standard")
    assert "Staff on" not in everything(app) and "tells " not in everything(app)
    click(app, "belief.ask")
    assert "Staff on" in everything(app) and "tells " in everything(app)
    app, _session = page("expert")
    assert "Staff on" not in everything(app) and app.find("belief.ask") is None
    assert " bits" not in everything(app) and "tells " not in everything(app)


@pytest.mark.parametrize("level", ["standard", "expert"])
def test_the_order_of_suspects_does_not_tell_what_the_staff_thinks(level: str) -> None:
    session = session_at(level=level)
    for dossier in session.dossiers:
        shown_ = [each.label for each in DossierPage(session, dossier.incident).belief.suspects]
        named = sorted(each.label for each in dossier.suspects if each.hypothesis)
        assert [label for label in shown_ if label in named] == named


def test_all_cards_are_there_and_the_open_ones_are_sorted_by_what_they_tell() -> None:
    app, session = page()
    dossier = session.dossiers[0]
    assert all(app.find(f"card.{each.id}") for each in dossier.cards)
    screen = app.screen
    assert isinstance(screen, DossierPage) and screen.leads
    dealt = session.seen.public.dealt[dossier.incident].nonzero()[0].tolist()
    tops = [node(app, f"card.{dossier.cards[dealt.index(lead.card)].id}").rect.y
            for lead in screen.leads]  # fmt: skip
    assert tops == sorted(tops)


def test_what_tells_most_comes_first_only_where_the_staff_was_asked() -> None:
    app, _session = page("standard")
    assert "the most worked on first" in everything(app)
    click(app, "belief.ask")
    assert "the most telling first" in everything(app)
    assert "the most worked on first" not in everything(app)


def test_what_works_on_all_traces_stands_once_not_at_each() -> None:
    session = session_at()
    app = shown(DossierPage(session, session.dossiers[-1].incident), (1920, 1080))
    titles = [n.label for n in app.modal.walk() if n.role == "button"]
    assert titles.count("Investigate") == titles.count("Collect") == 1
    click(app, "look.openly")
    assert app.screen.name == "orders" and node(app, "action.investigate").selected


def test_what_is_not_found_is_not_told() -> None:
    app, session = page("expert")
    words = everything(app)
    for text in session.match.setup.cases[session.dossiers[0].incident].findings:
        known = any(text == card.text for card in session.dossiers[0].cards)
        assert known or text not in words


def test_orders_begin_with_the_case_and_the_name_one_believes() -> None:
    app, session = page()
    screen = app.screen
    assert isinstance(screen, DossierPage)
    nations = set(session.setup.actors)
    suspect = next(each for each in session.dossiers[0].suspects if each.id in nations)
    app.set_focus(f"belief.{suspect.id}")
    press(app, "End")
    ideas = {order.action: order for order in fitting(session, screen.dossier, screen.belief)}
    assert ideas["attribute"].target == suspect.id
    assert ideas["attribute"].choice == "almost_certain"
    assert ideas["investigate"].incident == session.dossiers[0].id


def test_it_fits() -> None:
    session = session_at()
    for tab in ("who", "law"):

        def make(tab: str = tab) -> DossierPage:
            made = DossierPage(session, session.dossiers[0].incident)
            made.tab = tab
            return made

        assert faults_of(make) == []


def test_before_anything_is_said_no_share_is_shown() -> None:
    session = at_step("judge")
    case = session.dossiers[0]
    app = shown(DossierPage(session, case.incident))
    first = case.suspects[0]
    assert node(app, f"belief.{first.id}").value == "?"
    assert node(app, f"number.{first.id}").value == ""
    click(app, "belief.alike")
    assert node(app, f"belief.{first.id}").value.startswith("1")
    assert node(app, f"number.{first.id}").value.startswith("1")


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_a_long_title_stays_in_one_line_of_the_bar(size: tuple[int, int]) -> None:
    session = session_at()
    app = shown(Titled("The storm", session), size)
    low = app.modal.children[0].rect.h
    app = shown(Titled("Disruption in Dunmere (telecoms, turn 8, file C)" * 2, session), size)
    assert app.modal.children[0].rect.h == low


class Titled(Screen):
    """A bar with a title."""

    def __init__(self, title: str, session: Session) -> None:
        self.title, self.session = title, session

    def build(self, app: App) -> Node:
        return column(top(self.session, app, self.title, "", sign="folder-open"))
