"""Shares of a hundred: whatever is moved, they sum to 100 and what is held stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.screens.case.shares import Shares, shares_of, split

WEIGHTS = st.lists(st.floats(0, 50), min_size=2, max_size=16)


@given(WEIGHTS, st.data())
def test_moving_keeps_the_sum_and_what_is_held(weights: list[float], data: st.DataObject) -> None:
    places = st.integers(0, len(weights) - 1)
    held = data.draw(st.frozensets(places))
    before = Shares(shares_of(weights).values, held)
    place, value = data.draw(places), data.draw(st.integers(-20, 150))
    after = before.moved(place, value)
    assert sum(after.values) == 100 and min(after.values) >= 0
    assert all(after.values[n] == before.values[n] for n in held)
    free = [n for n in range(len(weights)) if n != place and n not in held]
    if place not in held and free:
        assert after.values[place] == min(max(value, 0), before.most(place))


def test_the_others_give_way_in_proportion() -> None:
    assert Shares((50, 30, 20)).moved(0, 0).values == (0, 60, 40)
    assert Shares((50, 30, 20), frozenset({2})).moved(0, 70).values == (70, 10, 20)
    assert Shares((50, 30, 20), frozenset({2})).moved(0, 95).values == (80, 0, 20)


def test_where_nothing_is_left_the_rest_is_shared_alike() -> None:
    assert Shares((100, 0, 0)).moved(0, 40).values == (40, 30, 30)


def test_alone_against_what_is_held_nothing_moves() -> None:
    before = Shares((50, 30, 20), frozenset({1, 2}))
    assert before.moved(0, 10) is before


@given(WEIGHTS, st.integers(0, 100))
def test_parts_of_a_whole_sum_to_it(weights: list[float], whole: int) -> None:
    parts = split(whole, weights)
    assert sum(parts) == whole
    total = sum(weights)
    if total > 0.001:
        assert all(abs(p - whole * w / total) < 1.001 for p, w in zip(parts, weights, strict=True))


def test_leaning_leaves_what_is_held() -> None:
    assert Shares((10, 60, 30), frozenset({0})).leaning([9, 1, 2]).values == (10, 30, 60)
    assert Shares((10, 60, 30)).alike().values == (34, 33, 33)
