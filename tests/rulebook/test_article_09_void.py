"""Article 9: which orders are void, and what they cost."""

from __future__ import annotations

import pytest

from game.actions import actions, harden, number_of, ready
from game.rules import params as p
from game.rules import screening
from game.rules.action import Options
from game.rules.happenings import What
from game.rules.orders import blank_orders
from game.rules.resolution import resolve
from game.rules.screening import GENERAL, REFUSALS, why_void
from game.rules.view import views
from game.rules.world import NOBODY, Look
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    HEALTH,
    LEAK,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    Played,
    act,
    crisis,
    did,
    order,
    orders,
    put,
)

POOR = REFUSALS.index("you cannot pay for it: not enough political capital")


COVER = "that nation cannot be framed with it, nor that group be used"

VOIDS = [
    (-1, {}, "there is no such action"),
    (999, {}, "there is no such action"),
    ("sanction", {"target": NOBODY}, "the order names no nation, or not one that exists"),
    ("sanction", {"target": 4}, "the order names no nation, or not one that exists"),
    ("sanction", {"target": SOUTH}, ""),
    ("sanction", {"target": WEST}, ""),
    ("sanction", {"target": NORTH}, "it cannot be aimed at yourself"),
    (
        "attribute",
        {"target": 6, "incident": BLACKOUT, "choice": 4},
        "the order names no nation, or not one that exists",
    ),
    ("attribute", {"target": 5, "incident": BLACKOUT, "choice": 4}, ""),
    (
        "attribute",
        {"target": NORTH, "incident": BLACKOUT, "choice": 4},
        "it cannot be aimed at yourself",
    ),
    ("condemn", {"incident": BLACKOUT}, ""),
    ("condemn", {"incident": NOBODY}, "you know of no such incident"),
    ("condemn", {"incident": LEAK}, "you know of no such incident"),
    ("condemn", {"incident": 12}, "you know of no such incident"),
    ("share_evidence", {"target": WEST, "incident": LEAK}, "you know of no such incident"),
    ("harden", {"choice": 0}, ""),
    ("harden", {"choice": 6}, ""),
    ("harden", {"choice": 7}, "there is no such sector"),
    ("harden", {"choice": -1}, "there is no such sector"),
    ("harden", {"choice": 0, "level": 0}, "the level is out of range"),
    ("harden", {"choice": 0, "level": 2}, ""),
    ("harden", {"choice": 0, "level": 3}, "the level is out of range"),
    ("attribute", {"target": SOUTH, "incident": BLACKOUT, "choice": 3}, ""),
    ("attribute", {"target": SOUTH, "incident": BLACKOUT, "choice": 6}, ""),
    (
        "attribute",
        {"target": SOUTH, "incident": BLACKOUT, "choice": 2},
        "an accusation needs words from a roughly even chance up",
    ),
    (
        "attribute",
        {"target": SOUTH, "incident": BLACKOUT, "choice": 7},
        "an accusation needs words from a roughly even chance up",
    ),
    ("publish", {"incident": BLACKOUT, "choice": 0}, ""),
    (
        "publish",
        {"incident": BLACKOUT, "choice": 1},
        "you hold no such evidence that is not public already",
    ),
    (
        "publish",
        {"incident": BLACKOUT, "choice": 2},
        "you hold no such evidence that is not public already",
    ),
    (
        "publish",
        {"incident": BLACKOUT, "choice": 3},
        "you hold no such evidence that is not public already",
    ),
    (
        "publish",
        {"incident": BLACKOUT, "choice": -3},
        "you hold no such evidence that is not public already",
    ),
    ("disrupt", {"target": SOUTH, "choice": 0, "cover": EAST}, ""),
    ("disrupt", {"target": SOUTH, "choice": 0, "cover": 0}, COVER),
    (
        "disrupt",
        {"target": SOUTH, "choice": 0, "cover": SOUTH},
        COVER,
    ),
    ("disrupt", {"target": SOUTH, "choice": 0, "cover": 4}, COVER),
    (
        "disrupt",
        {"target": SOUTH, "choice": 0, "cover": -2},
        COVER,
    ),
    ("disrupt", {"target": SOUTH, "choice": 0, "cover": NOBODY}, ""),
    ("disrupt", {"target": SOUTH, "choice": 9}, "there is no such sector"),
]


@pytest.mark.article("9.3")
@pytest.mark.parametrize(("action", "columns", "reason"), VOIDS)
def test_what_an_order_must_fill_in(
    action: str | int, columns: dict[str, int], reason: str
) -> None:
    world = crisis(2)
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    put(world, "look", NORTH, BLACKOUT, 1, to=Look.ABSENT)
    put(world, "look", NORTH, BLACKOUT, 3, to=Look.FOUND)
    put(world, "published", BLACKOUT, 3, to=1)
    row = order(NORTH, "ready", **columns)
    row.action[:] = number_of(action) if isinstance(action, str) else action
    assert voids(act(world, row)) == ([reason] if reason else [])


def voids(done: Played) -> list[str]:
    """Reasons of the void orders, in words."""
    return [
        why_void(actions(), int(number), int(code))
        for row in done.notes(What.VOID)
        for number, code in zip(row.a, row.b, strict=True)
    ]


@pytest.mark.article("9.3", "10.3")
def test_a_void_order_changes_nothing_and_only_its_nation_hears_why() -> None:
    done = act(crisis(2), order(WEST, "strike", target=SOUTH, choice=0))
    assert done.changes() == {}
    (note,) = done.notes(What.VOID)
    assert note.seen.tolist() == [1 << WEST]
    assert note.actor.tolist() == [WEST]
    assert done.log.orders[0].action.size == 0


@pytest.mark.article("9.3")
def test_an_order_given_twice_counts_once() -> None:
    twice = [order(NORTH, "harden", choice=ENERGY), order(NORTH, "harden", choice=ENERGY, level=2)]
    done = act(crisis(2), *twice)
    assert voids(done) == ["you have given this order already"]
    assert done.delta("hardening", NORTH, ENERGY) == harden.STEP
    other = [order(NORTH, "harden", choice=ENERGY), order(NORTH, "harden", choice=FINANCE)]
    assert voids(act(crisis(2), *other)) == []
    others = [order(NORTH, "ready"), order(SOUTH, "ready")]
    assert voids(act(crisis(2), *others)) == []


@pytest.mark.article("9.3")
def test_the_earlier_of_two_equal_orders_counts_whatever_row_it_is_in() -> None:
    given = orders(
        order(NORTH, "harden", choice=ENERGY), order(NORTH, "harden", choice=ENERGY, level=2)
    )
    world = crisis(2)
    options = Options(actions(), views(world))
    turned = given.take([1, 0])
    done = did(world, lambda w, log: resolve(w, options, turned, log))
    assert done.delta("hardening", NORTH, ENERGY) == harden.STEP


@pytest.mark.article("9.3")
def test_columns_an_action_does_not_use_make_no_new_order() -> None:
    twice = [order(NORTH, "harden", choice=ENERGY, target=SOUTH, incident=3)]
    twice += [order(NORTH, "harden", choice=ENERGY, target=EAST)]
    assert voids(act(crisis(2), *twice)) == ["you have given this order already"]


@pytest.mark.article("9.3", "6.1")
def test_a_nation_names_one_author_of_an_incident_a_turn() -> None:
    twice = [
        order(NORTH, "attribute", target=SOUTH, incident=BLACKOUT, choice=5),
        order(NORTH, "attribute", target=EAST, incident=BLACKOUT, choice=4),
    ]
    done = act(crisis(2), *twice)
    assert voids(done) == ["you have given this order already"]
    assert done.after.accused[NORTH, BLACKOUT, 0] == SOUTH


@pytest.mark.article("9.3")
def test_two_cards_of_a_case_may_be_published_in_a_turn() -> None:
    world = crisis(2)
    put(world, "look", NORTH, BLACKOUT, slice(0, 2), to=Look.FOUND)
    rows = [order(NORTH, "publish", incident=BLACKOUT, choice=card) for card in (0, 1)]
    done = act(world, *rows)
    assert voids(done) == []
    assert done.delta("published", BLACKOUT, 0) == done.delta("published", BLACKOUT, 1) == 1


@pytest.mark.article("9.3")
def test_more_orders_than_an_administration_can_carry_out_are_void() -> None:
    most = int(p.ORDERS_MOST)
    assert 1 <= most <= 7
    rows = [order(NORTH, "harden", choice=sector) for sector in range(7)]
    done = act(crisis(2), *rows)
    assert voids(done) == [REFUSALS[screening.TOO_MANY]] * (7 - most)
    assert done.after.hardening[NORTH, :, 0].tolist() == [harden.STEP] * most + [0] * (7 - most)


@pytest.mark.article("9.3")
@pytest.mark.parametrize(("place", "stock"), list(enumerate(("capital", "effort", "funds"))))
def test_what_cannot_be_paid_for_is_void_and_says_what_is_missing(place: int, stock: str) -> None:
    action = {"capital": "refer", "effort": "investigate", "funds": "harden"}[stock]
    price = float(getattr(actions()[number_of(action)].cost, stock))
    row = order(NORTH, action, incident=BLACKOUT, choice=ENERGY)
    world = crisis(2)
    put(world, stock, NORTH, to=price)
    enough = act(world, row)
    assert enough.voids() == []
    assert enough.delta(stock, NORTH) == -price
    assert enough.items(stock, NORTH) == {action: -price}
    put(world, stock, NORTH, to=price - SMALL)
    short = act(world, row)
    assert short.voids() == [GENERAL + POOR + place]
    assert short.changes() == {}


@pytest.mark.article("9.3")
def test_orders_are_paid_in_the_order_given_and_a_poor_one_does_not_bar_the_next() -> None:
    world = crisis(2)
    put(world, "funds", NORTH, to=7)
    rows = [
        order(NORTH, "harden", choice=ENERGY),
        order(NORTH, "harden", choice=FINANCE, level=2),
        order(NORTH, "harden", choice=HEALTH),
    ]
    done = act(world, *rows)
    assert done.after.hardening[NORTH, :3, 0].tolist() == [harden.STEP, 0, harden.STEP]
    assert done.after.funds[NORTH, 0] == 1
    assert voids(done) == ["you cannot pay for it: not enough funds"]


@pytest.mark.article("9.3")
def test_steps_multiply_the_price() -> None:
    done = act(crisis(2), order(NORTH, "investigate", incident=BLACKOUT, level=3))
    assert done.delta("effort", NORTH) == -9


@pytest.mark.article("9.3")
def test_a_turn_without_orders_resolves_to_nothing() -> None:
    done = act(crisis(2), blank_orders(0))
    assert done.changes() == {}
    assert done.log.orders == []


@pytest.mark.article("9.3")
def test_every_code_has_its_words() -> None:
    assert why_void(actions(), 0, 0) == ""
    assert (
        why_void(actions(), number_of("destroy"), 2) == actions()[number_of("destroy")].refusals[1]
    )
    assert why_void(actions(), 0, GENERAL) == REFUSALS[0]


@pytest.mark.article("9.3")
def test_orders_of_all_worlds_are_kept_apart() -> None:
    world = crisis(2, count=3)
    rows = [order(NORTH, "ready", world=0), order(NORTH, "ready", world=2)]
    done = act(world, *rows)
    moved = done.after.readiness[NORTH] - done.before.readiness[NORTH]
    assert moved.tolist() == [ready.STEP, 0, ready.STEP]
    assert done.voids() == []
