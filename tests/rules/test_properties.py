"""What holds of every world, whatever is decided in it."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.actions import actions
from game.players.diplomat import decide
from game.rules import dice
from game.rules.action import Options
from game.rules.clauses import LASTING
from game.rules.happenings import Log, What
from game.rules.orders import (
    CLAUSES,
    PARTIES,
    Answers,
    Offers,
    Orders,
    Rows,
    orders_of,
)
from game.rules.proposals import why_void_offer
from game.rules.resolution import resolve
from game.rules.screening import GENERAL, screen, why_void
from game.rules.view import narrow, rows_of, views
from game.rules.world import GRID, PLANES, Plane, Who, World, copy, digest, pick
from game.scenario.doctrines import minds
from tests.contract.test_every_action import open_rows, rich
from tests.rules.dicer import NATIONS, Dicer, Reply, turns
from tests.worlds import put, start

DERIVED = {"trust", "grievance", "guilt", "doubt", "severity", "maturing"}
"""Amounts that follow from others, or shift along, and so have no items of their own."""

REUSED = {"probe", "tap"}
"""Amounts that start from 0 when a place among the incidents is used again."""

BANDS = {
    "trust": "trust_in_me",
    "hostility": "hostility_to_me",
    "capability": "capability_of",
}
"""Amounts of others that are seen in bands."""

seeds = st.integers(0, 2**32 - 1)


@given(seed=seeds, wild=st.booleans())
@settings(max_examples=16)
def test_everything_stays_within_its_bounds_and_on_its_grid(seed: int, wild: bool) -> None:
    for done in turns(start(3), Dicer(seed, wild), 5):
        for name, plane in PLANES.items():
            values = getattr(done.after, name)
            assert values.min() >= plane.low, name
            assert values.max() <= plane.high, name
            if not plane.exact:
                steps = 1024 if name in ("guilt", "doubt") else GRID
                assert (values * steps == np.rint(values * steps)).all(), name


@given(seed=seeds, wild=st.booleans())
@settings(max_examples=16)
def test_every_change_of_an_amount_is_the_sum_of_its_items(seed: int, wild: bool) -> None:
    for done in turns(start(3), Dicer(seed, wild), 5):
        total = np.zeros(done.before.amounts.shape, np.float64)
        for item in done.log.items:
            np.add.at(total, (item.place, item.world), item.by)
            assert item.why
            assert len(item.place) == len(item.world) == len(item.by) == len(item.who) > 0
        reused = (done.before.began != done.after.began) & (done.before.began >= 0)
        for name, window in done.before.board.windows.items():
            if window.plane.exact or name in DERIVED:
                continue
            moved = getattr(done.after, name).astype(float) - getattr(done.before, name)
            summed = total[window.start : window.stop].reshape(moved.shape)
            if name in REUSED:
                moved, summed = moved * ~reused, summed * ~reused
            assert (moved == summed).all(), name


def permuted(options: Options, given_: Orders, order: Any) -> tuple[Options, Orders]:
    """The same orders for the same actions in another order."""
    back = np.argsort(order)
    known = (given_.action >= 0) & (given_.action < len(order))
    number = np.where(known, given_.action, 0)
    renamed = dataclasses.replace(given_, action=np.where(known, back[number], given_.action))
    return Options(tuple(options.actions[n] for n in order), options.seen), renamed


@given(seed=seeds, wild=st.booleans())
@settings(max_examples=20)
def test_neither_rows_of_orders_nor_actions_within_a_stage_have_an_order(
    seed: int, wild: bool
) -> None:
    rng = np.random.default_rng(seed)
    dicer = Dicer(seed, wild)
    world = turns(start(2), dicer, int(rng.integers(1, 5)))[-1].after
    world = copy(world, world.turn + 1)
    for name, to in (("capital", 99), ("effort", 99), ("funds", 99), ("heat", 40)):
        put(world, name, slice(None), to=to)
    options = Options(actions(), views(world))
    orders = Orders.join([dicer.orders(rng, n) for n in range(2)])
    found = set()
    for turn in range(3):
        chosen = rng.permutation(len(orders)) if turn else np.arange(len(orders))
        order = rng.permutation(len(actions())) if turn else np.arange(len(actions()))
        after = copy(world)
        resolve(after, *permuted(options, orders.take(chosen), order), Log(turn == 2))
        found.add((digest(after, 0), digest(after, 1)))
    assert len(found) == 1


@cache
def feast() -> tuple[World, Orders]:
    """A crisis in which almost everything can be done, and an order of each kind by each nation."""
    world = rich()
    return world, Orders.join([open_rows(action, world) for action in actions()])


@given(seed=seeds)
@settings(max_examples=16)
def test_whatever_can_be_done_at_once_has_no_order(seed: int) -> None:
    rng = np.random.default_rng(seed)
    world, able = feast()
    options = Options(actions(), views(world))
    able = able.take(rng.permutation(len(able)))
    able = able.take(np.argsort(able.actor, kind="stable"))
    nth = np.arange(len(able)) - np.searchsorted(able.actor, able.actor)
    given_ = dataclasses.replace(able, rank=nth).take(nth < 5)
    found = set()
    for turn in range(3):
        rows = rng.permutation(len(given_)) if turn else np.arange(len(given_))
        order = rng.permutation(len(actions())) if turn else np.arange(len(actions()))
        after = copy(world)
        resolve(after, *permuted(options, given_.take(rows), order), Log(turn == 2))
        found.add(digest(after))
    assert len(found) == 1


@pytest.mark.parametrize(("size", "rounds"), [(7, 5), (64, 2)])
@given(seed=seeds)
@settings(max_examples=3)
def test_a_world_alone_equals_its_slice_of_a_batch(size: int, rounds: int, seed: int) -> None:
    batch = turns(start(size), Dicer(seed), rounds)
    for index in {0, seed % size, size - 1}:
        alone = turns(start(1, index), Dicer(seed, first=index), rounds)
        for together, single in zip(batch, alone, strict=True):
            assert digest(together.after, index) == digest(single.after)


@given(seed=seeds)
@settings(max_examples=3)
def test_a_world_played_by_ais_equals_its_slice_of_a_batch(seed: int) -> None:
    mind = minds(["reciprocator", "hawk", "opportunist", "random"])

    def ais(world: World) -> Reply:
        own = dice.derive(world.seed, "players")
        return lambda question: decide(question, mind, own)

    world = start(7, seed % 1000)
    batch = turns(world, ais(world), 5)
    index = seed % 7
    single = pick(world, [index])
    alone = turns(single, ais(single), 5)
    assert [digest(done.after, index) for done in batch] == [digest(d.after) for d in alone]


def fresh_values(rng: np.random.Generator, plane: Plane, shape: tuple[int, ...]) -> Any:
    """Other values of a plane, within its range."""
    if plane.exact:
        return rng.integers(int(plane.low), int(plane.high) + 1, shape)
    return rng.integers(int(plane.low * GRID), int(plane.high * GRID) + 1, shape) / GRID


def unseen(world: World, plane: Plane, seat: int) -> Any:
    """Cells that a seat may not see."""
    values = getattr(world, plane.name)
    cells = np.zeros(values.shape, bool)
    if plane.who is Who.HIDDEN:
        cells[...] = True
    elif plane.who is Who.OWNER:
        cells[np.arange(NATIONS) != seat] = True
    elif plane.who is Who.PARTY:
        others = np.arange(NATIONS) != seat
        cells[others[:, None] & others] = True
    elif plane.who is Who.KNOWN:
        blind = world.known[seat] == 0
        cells[...] = blind.reshape(len(blind), *[1] * (values.ndim - 2), -1)
    return cells


def differing(one: Any, other: Any) -> set[str]:
    """Arrays in which two views of a seat differ."""
    old, new = rows_of(one), rows_of(other)
    return {name for name in old if not np.array_equal(old[name], new[name])}


@given(seed=seeds)
@settings(max_examples=4)
def test_no_view_tells_what_its_seat_may_not_see(seed: int) -> None:
    rng = np.random.default_rng(seed)
    world = turns(start(2), Dicer(seed), int(rng.integers(1, 5)))[-1].after
    checked = set()
    for seat in range(NATIONS):
        mine = narrow(views(world), seat)
        for name, plane in PLANES.items():
            cells = unseen(world, plane, seat)
            if not cells.any():
                continue
            other, values = copy(world), getattr(world, name)
            put(other, name, ..., to=np.where(cells, fresh_values(rng, plane, cells.shape), values))
            told = differing(mine, narrow(views(other), seat))
            assert told <= {BANDS.get(name, "")}, (seat, name)
            checked.add(name)
    secret = {name for name, plane in PLANES.items() if plane.who is not Who.PUBLIC}
    assert checked == secret


@given(seed=seeds)
@settings(max_examples=6)
def test_within_a_band_nothing_is_told(seed: int) -> None:
    rng = np.random.default_rng(seed)
    world = turns(start(1), Dicer(seed), 2)[-1].after
    seat = int(rng.integers(NATIONS))
    mine = narrow(views(world), seat)
    for name, band in BANDS.items():
        middle = getattr(mine, band)[0]
        other = copy(world)
        row = np.arange(NATIONS) != seat
        if name == "capability":
            put(other, name, row, to=middle[row])
        else:
            put(other, name, row, seat, to=middle[row])
        assert differing(mine, narrow(views(other), seat)) == set(), name


@given(seed=seeds)
@settings(max_examples=10)
def test_void_orders_and_offers_change_nothing_and_say_why(seed: int) -> None:
    rng = np.random.default_rng(seed)
    world = turns(start(1), Dicer(seed), int(rng.integers(1, 4)))[-1].after
    world = copy(world, world.turn + 1)
    options = Options(actions(), views(world))
    orders = Dicer(seed, True).orders(rng, 0)
    given_ = orders.take(np.flatnonzero(screen(options, orders) != 0))
    after, log = copy(world), Log()
    resolve(after, options, given_, log)
    noted = {row.what for row in log.rows if len(row.world)}
    codes = [
        (int(number), int(code))
        for row in log.rows
        if row.what is What.VOID
        for number, code in zip(row.a, row.b, strict=True)
    ]
    assert len(codes) == len(given_) > 0
    assert all(why_void(actions(), number, code) for number, code in codes)
    assert noted <= {What.VOID, What.FOUND}
    assert (after.capital == world.capital).all()
    silent = copy(world)
    resolve(silent, options, Orders.empty(), Log())
    assert digest(after) == digest(silent)


@given(seed=seeds)
@settings(max_examples=8)
def test_treaties_bind_who_signed_them_and_promises_are_kept_or_broken(seed: int) -> None:
    for done in turns(start(2), Dicer(seed), 5):
        world, before = done.after, done.before
        pact = world.pact
        assert (pact == pact.swapaxes(1, 2)).all()
        assert not pact[:, np.arange(NATIONS), np.arange(NATIONS)].any()
        live = (world.treaty_since > 0) & (world.treaty_until >= world.turn)
        for clause in LASTING:
            level = world.treaty_level[:, clause] * live
            party = world.treaty_party
            bound = (party[:, :, None] * party[:, None, :] * level[:, None, None]).max(axis=0)
            bound[np.arange(NATIONS), np.arange(NATIONS)] = 0
            assert (bound == pact[clause]).all()
        lasting = set(LASTING)
        assert not any(pact[clause].any() for clause in range(CLAUSES) if clause not in lasting)
        assert (world.kept >= before.kept).all()
        assert (world.broken >= before.broken).all()
        assert not ((world.promised > 0) & (world.promised <= world.turn)).any()
        voids = [row for row in done.notes(What.VOID) if len(row.a) and row.a[0] == -1]
        codes = [int(code) for row in voids for code in row.b if code < GENERAL]
        assert all(map(why_void_offer, codes))


@given(seed=seeds)
@settings(max_examples=8)
def test_belief_is_a_distribution(seed: int) -> None:
    world = turns(start(2), Dicer(seed), 4)[-1].after
    board = world.board
    alone = ~(board.sponsor != -1).any(axis=1)
    known = (world.judged != 0)[:, alone]
    total = world.guilt[:, alone].sum(axis=2) + world.doubt[:, alone]
    assert (np.abs(total - 1)[known] < 8 / 1024).all()
    assert not world.guilt[(world.known == 0)[:, :, None].repeat(6, axis=2)].any()


def test_tables_of_decisions() -> None:
    assert len(Orders.empty()) == len(Offers.empty()) == len(Answers.empty()) == 0
    one = orders_of([0, 1], 2, 3, target=1)
    assert one.target.tolist() == [1, 1]
    assert one.level.tolist() == [1, 1]
    assert one.cover.tolist() == [-1, -1]
    both = Orders.join([one, Orders.empty(), one.take([1])])
    assert both.world.tolist() == [0, 1, 1]
    assert Orders.join([]).action.shape == (0,)
    assert Orders.join([one]) is one
    assert isinstance(one, Rows)
    assert Offers.empty().party.shape == (0, PARTIES)
