"""The main screen: what it shows, where keys lead, how it makes room, and what it keeps."""

from __future__ import annotations

import re

import pytest

from game.decisions import Message, Order
from game.report.dossier import ACTIVE
from game.report.ledger import changes
from game.rules.changes import put_cells
from game.rules.clauses import NO_OPERATIONS
from game.screens.composer.orders import Orders
from game.screens.play.cases import open_cases
from game.screens.play.session import Session
from game.screens.play.todo import unresolved
from game.screens.turn.situation import Situation
from game.staff.legality import number
from game.terminal.seat import LEVELS
from game.ui import checks
from game.ui.app import App
from game.ui.conditions import Condition, pairwise
from game.ui.driving import click, press
from game.ui.settings import Settings
from game.ui.shots import app_with, picture
from game.ui.text import width
from game.ui.theme import TYPES
from tests.screens import finished
from tests.screens.games import at_step, session_at
from tests.screens.look import SOME, labels, node


def opened(session: Session, size: tuple[int, int] = (1920, 1080), **settings: object) -> App:
    return app_with(Situation(session), size, Settings(language="en", **settings))  # type: ignore[arg-type]


def test_the_five_numbers_say_how_they_moved_and_why() -> None:
    session = at_step("judge", turn=2)
    app = opened(session)
    moved = changes(session.match, session.nation, 1)["support"]
    assert moved
    figure = node(app, "figure.support")
    assert figure.value.startswith(f"{session.situation.support:.0f} %")
    assert f"{sum(by for _why, by in moved):+.0f}" in figure.value
    assert callable(figure.tip)
    told = labels(figure.tip())  # type: ignore[arg-type]
    for why, by in moved:
        assert why in told and f"{by:+.1f}" in told
    paid = labels(node(app, "figure.capital").tip())  # type: ignore[misc, operator, arg-type]
    assert "Comes in each turn, with support and standing at 50" in paid


def test_next_decision_leads_to_what_is_open_and_decides_nothing() -> None:
    session = at_step("judge")
    app = opened(session)
    before = session.drafts
    press(app, "N")
    assert session.drafts is before and app.looks.focus == "focus.attribution"
    case = unresolved(session)[0]
    click(app, f"as_staff.{session.dossiers[0].id}")
    assert case not in unresolved(session) and not session.match.stated
    press(app, "N")
    assert app.looks.focus == "end" and app.caption[0]


def test_what_is_open_is_named_and_for_experts_led_to() -> None:
    session = at_step("order", level="expert")
    app = opened(session)
    (todo,) = [each for each in unresolved(session) if each.kind == "idle"]
    assert todo.text in labels(app.modal)
    press(app, "N")
    assert app.looks.focus == todo.id.replace("case.", "compose.")
    assert "No order of this turn is about it." in labels(app.modal)
    press(app, "Enter")
    assert app.screen.name == "orders"


def test_a_slider_says_what_is_believed_and_the_rest_is_shared_out() -> None:
    session = at_step("judge")
    app = opened(session)
    case = session.dossiers[0]
    app.set_focus(f"believe.{case.id}.{case.suspects[1].id}")
    press(app, "End")
    said = session.believed(case)
    assert said is not None and said[case.suspects[1].hypothesis] == 1 and sum(said) == 1
    press(app, "Left")
    said = session.believed(case)
    assert said is not None and said[case.suspects[1].hypothesis] == 0.95
    assert abs(sum(said) - 1) < 1e-9
    press(app, "Ctrl+Z", "Ctrl+Z")
    assert session.believed(case) is None


def test_an_order_is_moved_removed_undone_and_edited_by_keys() -> None:
    session = at_step("order")
    for sector in ("energy", "finance"):
        session.draft(session.drafts.with_order(Order("harden", choice=sector)))
    app = opened(session)
    app.set_focus("order.1")
    press(app, "Alt+Up")
    assert [o.choice for o in session.drafts.orders] == ["finance", "energy"]
    assert app.looks.focus == "order.0"
    press(app, "Delete")
    assert [o.choice for o in session.drafts.orders] == ["energy"]
    press(app, "Ctrl+Z")
    assert [o.choice for o in session.drafts.orders] == ["finance", "energy"]
    press(app, "Ctrl+Y")
    assert [o.choice for o in session.drafts.orders] == ["energy"]
    app.set_focus("order.0")
    press(app, "Enter")
    assert isinstance(app.screen, Orders) and app.screen.writing.place == 0
    click(app, "choice.finance")
    click(app, "order_add")
    assert [o.choice for o in session.drafts.orders] == ["finance"]


def test_ending_the_turn_lists_what_is_open_and_leads_there() -> None:
    session = at_step("judge")
    app = opened(session)
    press(app, "Ctrl+Return")
    assert app.dialogs and session.step is not None and session.step.name == "judge"
    assert unresolved(session)[0].text in labels(app.modal)
    click(app, "open.0")
    assert not app.dialogs and app.looks.focus == "focus.attribution"
    press(app, "Ctrl+Return", "Ctrl+Return")
    assert session.step.name == "talk"


def test_an_order_that_would_do_nothing_says_so_and_stands_in_the_way() -> None:
    session = at_step("order")
    victim = session.match.setup.nations[1]
    session.draft(session.drafts.with_order(Order("call_hotline", target=victim)))
    session.draft(session.drafts.with_order(Order("suspend_aid", target=victim)))
    reasons, _left = session.void()
    app = opened(session)
    for place, why in enumerate(reasons):
        assert node(app, f"order.{place}").description == why
        assert (why != "") == any(t.id == f"order.{place}" for t in unresolved(session))
    assert any(reasons)


@pytest.mark.parametrize("level", LEVELS)
def test_an_order_against_a_treaty_in_force_is_asked_about_at_every_level(level: str) -> None:
    session = at_step("order")
    assert session.change_level(level) == ""
    me, other = session.nation, 1
    put_cells(session.match.world, "pact", NO_OPERATIONS, [me, other], [other, me], to=1)
    target = session.match.setup.nations[other]
    session.draft(session.drafts.with_order(Order("disrupt", target=target, choice="energy")))
    (todo,) = [each for each in unresolved(session) if each.kind == "word"]
    assert todo.id == "order.0" and "it breaks your treaty with" in todo.text
    app = opened(session)
    press(app, "Ctrl+Return")
    assert todo.text in labels(app.modal)


def test_the_forecast_follows_the_drafts_and_experts_have_none() -> None:
    session = at_step("order")
    app = opened(session)
    screen = app.screen
    assert isinstance(screen, Situation)
    first = screen.ahead.found
    assert first is not None and len(first.samples["heat"]) == 256
    session.draft(
        session.drafts.with_order(Order("sanction", target=session.match.setup.nations[2]))
    )
    app.touch()
    app.settle()
    assert screen.ahead.found is not first
    app = opened(at_step("order", level="expert"))
    assert app.find("ahead") is None and app.find("as_staff") is None


@pytest.mark.parametrize("level", ["guided", "standard", "expert"])
def test_staff_beliefs_are_shown_to_the_guided_only(level: str) -> None:
    session = at_step("judge", level=level)
    said = labels(node(opened(session), "focus_panel"))
    assert bool(re.search(r"staff \d", said)) == (level == "guided")


def test_every_lens_is_drawn_and_read() -> None:
    session = at_step("talk", turn=2)
    app = opened(session, (1280, 720))
    screen = app.screen
    assert isinstance(screen, Situation) and screen.map is not None
    seen = set()
    for _ in range(5):
        press(app, "L")
        seen.add(screen.map.lens)
        app.settle()
        assert checks.faults(app) == []
    assert len(seen) == 5


def test_what_the_map_tells_of_others_is_a_band() -> None:
    session = at_step("talk", turn=2)
    app = opened(session)
    screen = app.screen
    assert isinstance(screen, Situation) and screen.map is not None
    screen.map.lens = "trust"
    fills = dict(screen.map.scene(app, None).fills)
    for relation in session.situation.relations:
        id = session.match.setup.nations[relation.nation]
        assert fills[id].word == relation.trust_in_us
        assert relation.trust_in_us in screen.map.describe(id)


def test_f6_turns_the_panels_where_there_is_room_for_one() -> None:
    session = at_step("order")
    app = opened(session, (1280, 720), text_scale=2.0)
    shown = []
    for _ in range(6):
        press(app, "F6")
        screen = app.screen
        assert isinstance(screen, Situation)
        shown.append(screen.places.panel)
    assert sorted(shown) == sorted(["cases", "focus", "news", "map", "queue", "ahead"])


def test_the_menu_opens_on_esc_and_closes_again() -> None:
    app = opened(at_step("judge"))
    press(app, "Escape")
    assert app.dialogs and checks.faults(app) == []
    press(app, "Escape")
    assert not app.dialogs


def test_a_frame_without_a_change_paints_nothing() -> None:
    app = opened(at_step("order"), motion=False)
    surface = picture(app)
    painted = app.canvas.painted
    assert app.frame(app.now + 0.1, surface) == [] or app.canvas.painted == painted


@pytest.mark.parametrize("condition", SOME, ids=str)
@pytest.mark.parametrize("step", ["judge", "order"])
def test_nothing_is_cut_or_out_of_reach(condition: Condition, step: str) -> None:
    session = at_step(step, turn=2)
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    app = app_with(Situation(session), condition.size, condition.settings)
    for panel in ("cases", "focus", "news", "map", "queue", "ahead"):
        screen = app.screen
        assert isinstance(screen, Situation)
        screen.places.panel = panel
        app.touch()
        assert checks.faults(app) == [], panel


@pytest.mark.slow
@pytest.mark.parametrize("condition", pairwise(), ids=str)
def test_nothing_is_cut_or_out_of_reach_anywhere(condition: Condition) -> None:
    session = at_step("order", turn=2, name="olympic_destroyer")
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    for tab in ("attribution", "evidence", "options", "history"):
        screen = Situation(session)
        screen.focus.tab = tab
        screen.places.show("focus")
        app = app_with(screen, condition.size, condition.settings)
        assert checks.faults(app) == [], tab


def test_next_decision_is_heard_whatever_panel_is_open() -> None:
    session = at_step("judge", level="standard")
    for size, tab in (((1280, 720), "side.news"), ((1024, 640), "panel.news")):
        looks = Settings(language="en", text_scale=1.25 if size[0] > 1100 else 2.0)
        app = app_with(Situation(session), size, looks)
        click(app, tab)
        assert app.find("next_decision") is None
        press(app, "N")
        assert app.looks.focus == "focus.attribution"
        assert node(app, "believe.port.tally")


def test_a_game_that_is_over_takes_no_orders_and_no_beliefs() -> None:
    session = finished.session()
    app = opened(session)
    app.settle()
    before, case = session.drafts, session.dossiers[0]
    told = labels(app.modal)
    assert "thinking" not in told and "can be changed" not in told
    assert node(app, "add_order").disabled == "The game is over."
    press(app, "O")
    assert app.screen.name == "situation"
    session.draft(before.with_order(Order("harden", choice="energy")))
    slider = node(app, f"believe.{case.id}.{case.suspects[0].id}")
    assert slider.disabled and app.find(f"no_idea.{case.id}") is None
    assert session.drafts == before
    ribbon = next(each for each in app.modal.walk() if each.label == "The game is over.")
    assert ribbon.rect.x > 20


def test_what_is_paid_with_is_told_to_the_half_as_prices_are() -> None:
    session = at_step("talk")
    session.draft(session.drafts.with_message(Message("corvale", "ask", "share")))
    session.send()
    _reasons, left = session.void()
    app = opened(session)
    for name, amount in left.items():
        assert node(app, f"figure.{name}").value.split(" ")[0] == number(amount)
    assert any(amount % 1 for amount in left.values()), "or nothing is proved"


def test_open_cases_come_before_those_that_are_over_and_the_grave_first() -> None:
    session = session_at(turn=4)
    keys = [(each.status != ACTIVE, -each.severity) for each in open_cases(session)]
    assert len({over for over, _grave in keys}) == 2, "or nothing is proved"
    assert keys == sorted(keys)


def test_a_band_of_trust_fits_its_cell() -> None:
    session = session_at(name="geneva_conference", seat="clairval", turn=2)
    app = opened(session)
    cells = [each for each in app.modal.walk() if each.id.startswith("trusts.")]
    assert len(cells) == 11
    kind = TYPES["meta"]
    wide = width("75-100", kind.face, app.metrics.font_px(kind.size))
    for cell in cells:
        assert cell.rect.w >= wide + app.metrics.px(4)


def test_another_case_is_read_from_its_top() -> None:
    session = session_at(turn=4)
    app = opened(session, (1280, 720))
    one, other = session.dossiers[:2]
    click(app, f"case.{one.id}")
    app.scrolls[f"attribution.{one.id}.4"] = 30
    click(app, f"case.{other.id}")
    app.refresh()
    window = next(each for each in app.modal.walk() if each.id.startswith("attribution."))
    assert window.id == f"attribution.{other.id}.4" and not app.scrolls.get(window.id)
