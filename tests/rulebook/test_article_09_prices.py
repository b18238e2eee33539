"""Article 9.5: the price list, and that it is what orders cost in play."""

from __future__ import annotations

import pytest

from game.actions import actions
from game.rules import params as p
from game.rules.screening import STOCKS
from tests.rulebook import numbers, prices
from tests.worlds import BLACKOUT, ENERGY, NORTH, SOUTH, Played, act, crisis, order


@pytest.mark.article("9.5")
def test_the_price_list_is_the_code_s() -> None:
    text = numbers.RULES.read_text(encoding="utf-8")
    assert prices.BEGIN in text
    assert prices.END in text
    assert prices.written(text) == text, "run python -m tests.rulebook.prices"


@pytest.mark.article("9.5")
def test_every_order_is_on_the_price_list_under_an_article_of_its_own() -> None:
    text = numbers.RULES.read_text(encoding="utf-8")
    listed = [prices.article(action) for action in actions()]
    assert len(set(listed)) == len(listed) == prices.table().count("\n") - 1
    for number in listed:
        assert f"\n**{number}** " in text, number


def paid(done: Played, nation: int) -> tuple[float, ...]:
    """What a nation has less of each stock."""
    return tuple(-done.delta(stock, nation) for stock in STOCKS)


@pytest.mark.article("9.5", "9.3")
@pytest.mark.parametrize(
    ("action", "columns", "price"),
    [
        ("harden", {"choice": ENERGY, "level": 1}, (0, 0, 3)),
        ("harden", {"choice": ENERGY, "level": 2}, (0, 0, 6)),
        ("investigate", {"incident": BLACKOUT, "level": 3}, (0, 9, 0)),
        ("respond", {"incident": BLACKOUT, "level": 2}, (0, 2, 4)),
        ("attribute", {"incident": BLACKOUT, "target": SOUTH, "choice": 4, "level": 1}, (2, 0, 0)),
        ("attribute", {"incident": BLACKOUT, "target": SOUTH, "choice": 4, "level": 3}, (2, 0, 0)),
        ("publish_position", {"choice": 5, "level": 3}, (1, 0, 0)),
        ("destroy", {"target": SOUTH, "choice": ENERGY}, (1, 7, 0)),
    ],
)
def test_each_level_is_paid_for_but_not_what_one_says(
    action: str, columns: dict[str, int], price: tuple[float, ...]
) -> None:
    assert paid(act(crisis(3), order(NORTH, action, **columns)), NORTH) == price


@pytest.mark.article("9.3")
def test_a_void_order_costs_nothing_and_counts_among_those_one_may_give() -> None:
    void = order(NORTH, "sanction", target=NORTH)
    ready = order(NORTH, "ready")
    most = int(p.ORDERS_MOST)
    before = act(crisis(3), *[void] * (most - 1), ready)
    assert paid(before, NORTH) == (0, 2, 0)
    beyond = act(crisis(3), *[void] * most, ready)
    assert paid(beyond, NORTH) == (0, 0, 0)
