"""Articles 9.1 to 9.4: stocks, stages, and which orders are void."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from game.actions import actions, number_of
from game.rules import economy, screening
from game.rules import params as p
from game.rules.action import Options, Stage
from game.rules.orders import Orders, blank_orders
from game.rules.resolution import resolve
from game.rules.screening import GENERAL, REFUSALS, why_void
from game.rules.view import views
from game.rules.world import NOBODY, Look, Skill, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    GANG,
    HEALTH,
    LEAK,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    Log,
    Played,
    act,
    crisis,
    did,
    fill,
    grid,
    order,
    orders,
    put,
    quiet,
)

POOR = REFUSALS.index("you cannot pay for it: not enough political capital")


@pytest.mark.article("9.1")
def test_income_is_what_the_scenario_gives_when_everything_is_even() -> None:
    done = did(quiet(), economy.earn)
    assert [done.delta(stock, NORTH) for stock in ("capital", "effort", "funds")] == [4, 6, 5]
    assert done.items("capital", NORTH) == {"income": 4.0}


@pytest.mark.article("9.1")
def test_capital_follows_support_and_standing() -> None:
    world = quiet()
    fill(world, "support", 50)
    fill(world, "standing", 50)
    put(world, "support", NORTH, to=70)
    put(world, "standing", SOUTH, to=80)
    put(world, "support", EAST, to=20)
    put(world, "support", WEST, to=0)
    put(world, "standing", WEST, to=0)
    done = did(world, economy.earn)
    assert done.delta("capital", NORTH) == grid(4 + 20 * p.CAPITAL_SUPPORT) > 4
    assert done.delta("capital", SOUTH) == grid(4 + 30 * p.CAPITAL_STANDING) > 4
    assert done.delta("capital", EAST) == grid(4 - 30 * p.CAPITAL_SUPPORT) < 4
    put(world, "capital", WEST, to=10)
    world.board.income.setflags(write=True)
    hated = max(4 - 50 * p.CAPITAL_SUPPORT - 50 * p.CAPITAL_STANDING, 0)
    assert did(world, economy.earn).delta("capital", WEST) == grid(hated)


@pytest.mark.article("9.1")
def test_income_is_never_below_nothing() -> None:
    world = quiet()
    poor = dataclasses.replace(world.board, income=np.full_like(world.board.income, 0.25))
    world = dataclasses.replace(world, board=poor)
    fill(world, "support", 0)
    fill(world, "service", 0)
    done = did(world, economy.earn)
    assert done.delta("capital", NORTH) == 0
    assert done.delta("funds", NORTH) == 0
    assert done.delta("effort", NORTH) == 0.25


@pytest.mark.article("9.1")
def test_funds_suffer_from_missing_services_by_dependence() -> None:
    world = quiet()
    put(world, "service", NORTH, ENERGY, to=50)
    put(world, "service", NORTH, FINANCE, to=80)
    share = world.board.dependence[NORTH]
    missing = 50 * float(share[ENERGY]) + 20 * float(share[FINANCE])
    done = did(world, economy.earn)
    assert done.delta("funds", NORTH) == pytest.approx(5 - missing * p.FUNDS_SERVICE, abs=SMALL)
    assert done.delta("funds", NORTH) < 5 - SMALL


@pytest.mark.article("9.4")
def test_capacity_arrives_a_step_nearer_each_turn() -> None:
    world = quiet()
    put(world, "maturing", WEST, Skill.DEFENCE, 0, to=4)
    put(world, "maturing", WEST, Skill.DEFENCE, 1, to=2)
    put(world, "maturing", WEST, Skill.FORENSICS, 3, to=8)
    first = did(world, economy.mature)
    assert first.changes() == {
        ("capability", WEST, Skill.DEFENCE): 4,
        ("security", WEST): 4,
        ("maturing", WEST, Skill.DEFENCE, 0): -2,
        ("maturing", WEST, Skill.DEFENCE, 1): -2,
        ("maturing", WEST, Skill.FORENSICS, 2): 8,
        ("maturing", WEST, Skill.FORENSICS, 3): -8,
    }
    assert first.items("capability", WEST, Skill.DEFENCE) == {"capacity matures": 4}
    assert first.items("security", WEST) == {"capacity built": 4}
    second = did(first.after, economy.mature)
    assert second.delta("capability", WEST, Skill.DEFENCE) == 2
    assert second.delta("capability", WEST, Skill.FORENSICS) == 0
    assert did(did(second.after, economy.mature).after, economy.mature).delta(
        "capability", WEST, Skill.FORENSICS
    ) == 8


@pytest.mark.article("9.2")
def test_stages_run_in_order_and_within_one_nobody_sees_what_another_did() -> None:
    world = crisis(2)
    ran: list[Stage] = []
    then = world.amounts.copy()
    seen_within: list[bool] = []

    def spied(number: int):  # type: ignore[no-untyped-def]
        action = actions()[number]

        def resolve_(doing, order):  # type: ignore[no-untyped-def]
            ran.append(action.stage)
            now = doing.world.amounts.copy()
            action.resolve(doing, order)
            seen_within.append(bool((now == doing.world.amounts).all()))

        return dataclasses.replace(action, resolve=resolve_)
