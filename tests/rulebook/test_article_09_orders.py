"""Article 9: income, capacity and stages."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from game.actions import actions, ready
from game.rules import economy
from game.rules import params as p
from game.rules.action import Action, Doing, Options, Stage
from game.rules.happenings import Log
from game.rules.orders import Orders
from game.rules.resolution import resolve
from game.rules.view import views
from game.rules.world import Look, Skill, copy
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
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
    assert (
        did(did(second.after, economy.mature).after, economy.mature).delta(
            "capability", WEST, Skill.FORENSICS
        )
        == 8
    )


def watched(number: int, seen: list[tuple[Stage, bool]]) -> Action:
    """An action that notes when it runs, and whether the world holds still while it does."""
    action = actions()[number]

    def resolve_(doing: Doing, given: Orders) -> None:
        amounts, facts = doing.world.amounts.copy(), doing.world.facts.copy()
        action.resolve(doing, given)
        still = (amounts == doing.world.amounts).all() and (facts == doing.world.facts).all()
        seen.append((action.stage, bool(still)))

    return dataclasses.replace(action, resolve=resolve_)


@pytest.mark.article("9.2", "2.5")
def test_stages_run_in_order_and_in_a_stage_the_world_holds_still() -> None:
    world = crisis(2)
    put(world, "heat", NORTH, SOUTH, to=60)
    seen: list[tuple[Stage, bool]] = []
    every = tuple(watched(number, seen) for number in range(len(actions())))
    given = orders(
        order(NORTH, "strike", target=SOUTH, choice=FINANCE),
        order(NORTH, "disrupt", target=SOUTH, choice=FINANCE),
        order(NORTH, "expel", target=SOUTH),
        order(NORTH, "send_team", target=WEST),
        order(NORTH, "condemn", incident=BLACKOUT),
        order(WEST, "investigate", incident=BLACKOUT),
        order(WEST, "send_team", target=NORTH),
        order(WEST, "harden", choice=ENERGY),
    )
    resolve(copy(world), Options(every, views(world)), given, Log())
    stages = [stage for stage, _ in seen]
    assert stages == sorted(stages)
    assert set(stages) == set(Stage)
    assert all(still for _, still in seen)


@pytest.mark.article("9.2")
def test_two_who_strike_each_other_both_strike() -> None:
    world = crisis(2)
    put(world, "heat", NORTH, SOUTH, to=60)
    done = act(
        world,
        order(NORTH, "strike", target=SOUTH, choice=FINANCE),
        order(SOUTH, "strike", target=NORTH, choice=FINANCE),
    )
    assert done.delta("service", NORTH, FINANCE) == done.delta("service", SOUTH, FINANCE) < 0
    assert done.delta("suffered", NORTH) == done.delta("suffered", SOUTH) == 1
    assert done.delta("replies", SOUTH) == 0, "the two blows fell at once: neither is an answer"


@pytest.mark.article("9.2")
def test_changes_of_a_stage_are_added_up_before_they_are_limited() -> None:
    world = crisis(2)
    put(world, "readiness", NORTH, to=95)
    put(world, "exploits", SOUTH, to=1)
    done = act(world, order(NORTH, "ready"), order(SOUTH, "disclose"))
    assert done.after.readiness[NORTH, 0] == 100
    assert done.items("readiness", NORTH) == {
        "ready": ready.STEP,
        "disclosed": 8,
        "limit": 5 - ready.STEP - 8,
    }


@pytest.mark.article("9.2", "4.4")
def test_what_the_investigation_stage_finds_is_believed_before_anyone_speaks() -> None:
    world = crisis(2)
    put(world, "probe", NORTH, BLACKOUT, to=39.5)
    done = act(world, order(NORTH, "investigate", incident=BLACKOUT))
    assert done.after.look[NORTH, BLACKOUT, 0, 0] == Look.FOUND
    assert done.delta("guilt", NORTH, BLACKOUT, SOUTH) > 0


@pytest.mark.article("9.2", "6.2")
def test_a_claim_is_judged_by_what_the_others_found_this_turn() -> None:
    world = crisis(2)
    put(world, "probe", EAST, BLACKOUT, to=39.5)
    claim = order(NORTH, "attribute", target=SOUTH, incident=BLACKOUT, choice=6)
    blind = act(world, claim)
    informed = act(world, claim, order(EAST, "investigate", incident=BLACKOUT))
    assert informed.delta("deeds", EAST, NORTH) > blind.delta("deeds", EAST, NORTH)
