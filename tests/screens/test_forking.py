"""Fork and compare: orders changed by hand, futures of both sides, and the difference."""

from __future__ import annotations

import pytest

from game.futures.fork import WORLDS
from game.futures.intervals import difference
from game.futures.variants import AS_IT_WENT, Way, variants
from game.screens.after.forking import Forking
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.finished import game
from tests.screens.games import match_at
from tests.screens.look import faults_of, shown, words

NATION = 0
TURN = next(t for t in range(1, 9) if game().orders_of(t).get(NATION))


def made() -> Forking:
    return Forking(game(), NATION, TURN)


@pytest.fixture
def app() -> App:
    return shown(made(), (1920, 1080))


def screen(app: App) -> Forking:
    assert isinstance(app.screen, Forking)
    return app.screen


def test_a_game_under_way_is_not_forked() -> None:
    with pytest.raises(ValueError, match="not over"):
        Forking(match_at("first_light", "dorvane", 1, "TALK"), 0)


def test_it_begins_with_the_orders_that_were_given(app: App) -> None:
    assert screen(app).fork.orders == game().orders_of(TURN)[NATION]
    assert not screen(app).fork.session.can_undo
    run = app.find("run")
    assert run is not None and "nothing differs" in run.disabled


def test_an_order_struck_out_makes_two_distributions_and_an_interval(app: App) -> None:
    app.set_focus("order.0")
    press(app, "Delete")
    assert len(screen(app).fork.orders) == len(screen(app).fork.given) - 1
    press(app, "Ctrl+Return")
    app.settle()
    result = screen(app).fork.result
    assert result is not None and result.done == WORLDS
    ways = [AS_IT_WENT, Way(orders={**game().orders_of(TURN), NATION: screen(app).fork.orders})]
    before, after = variants(game(), TURN, ways, WORLDS)
    assert before is not None and after is not None
    gap = difference(before.score[NATION], after.score[NATION])
    assert result.gain == pytest.approx((gap.low, gap.value, gap.high))
    text = words(app)
    assert result.told.says in text and "interval" in text
    for name in ("fork_0_endings", "fork_0_own", "fork_0_peak", "fork_0_scores"):
        assert app.find(f"chart.{name}") is not None
    press(app, "Ctrl+Z")
    screen(app).entered(app)
    assert screen(app).fork.result is None, "what was played of other orders is no answer"


def test_the_composer_changes_an_order_of_the_fork(app: App) -> None:
    app.set_focus("order.0")
    press(app, "Return")
    assert app.screen.name == "orders"
    press(app, "Escape")
    assert app.screen.name == "forking"
    app.set_focus("order.0")
    press(app, "Delete")
    press(app, "O")
    assert app.screen.name == "orders"


def test_turn_and_nation_are_chosen_and_the_orders_are_theirs(app: App) -> None:
    last = len(game().worlds) - 1
    app.set_focus("turn")
    press(app, "End")
    assert screen(app).fork.turn == last
    click(app, "seat")
    click(app, "seat.1")
    assert screen(app).fork.orders == game().orders_of(last).get(1, ())


def test_orders_are_put_back_as_they_were(app: App) -> None:
    app.set_focus("order.0")
    press(app, "Delete")
    click(app, "restore")
    assert screen(app).fork.orders == screen(app).fork.given


@pytest.mark.parametrize("tab", ["orders", pytest.param("outcome", marks=pytest.mark.slow)])
def test_it_fits(tab: str) -> None:
    def prepare(app: App) -> None:
        if tab == "outcome":
            here = screen(app)
            here.fork.session.draft(here.fork.session.drafts.without_order(0))
            here.run(app)
            app.settle()

    def one() -> Forking:
        found = made()
        found.tab = tab
        return found

    assert faults_of(one, prepare) == []
