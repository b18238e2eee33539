"""How the others would read an order. (Rules 17.8)"""

from __future__ import annotations

import pytest

from game.actions import number_of
from game.rules.law import Verdict
from game.rules.orders import orders_of
from game.rules.responses import of_orders
from game.rules.view import view
from game.rules.world import Contested
from game.staff.counsel import readings
from tests.worlds import EAST, NORTH, SOUTH, WEST, crisis, put, rules


@pytest.mark.article("17.8")
def test_everybody_else_reads_an_order_in_shares_that_sum_to_one() -> None:
    seen = view(crisis(3), NORTH)
    found = readings(seen, orders_of([0], NORTH, number_of("sanction"), target=SOUTH))
    assert [each.nation for each in found] == [SOUTH, EAST, WEST]
    for each in found:
        assert abs(sum(each.shares) - 1) < 1e-9
        assert each.likeliest == Verdict.UNFRIENDLY, "retorsion is always lawful"


@pytest.mark.article("17.8")
def test_a_published_position_is_known_and_a_secret_one_is_guessed() -> None:
    world = crisis(3)
    for nation in (EAST, WEST):
        put(world, "position", nation, Contested.SOVEREIGNTY, to=1)
    put(world, "declared", EAST, Contested.SOVEREIGNTY, to=1)
    order = orders_of([0], NORTH, number_of("disrupt"), target=SOUTH, choice=0)
    east, west = readings(view(world, NORTH), order, worlds=200)[1:]
    assert max(east.shares) > max(west.shares)
    truly = of_orders(world, rules().actions, order)
    assert east.likeliest == truly[EAST, 0]
