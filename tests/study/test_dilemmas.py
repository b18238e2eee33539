"""Each dilemma has states of real games in which either side wins. (Issue: forks; design 1b)

The states stand in dilemmas.yaml; find_dilemmas.py finds them anew when rules or AIs change.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.study.dilemma_options import DILEMMAS, LEAD
from tests.study.dilemma_states import CONFIRM, FUTURES, State, load, order, void, weigh, words

TABLE = load()


def id_of(row: tuple[State, object]) -> str:
    state, found = row
    return f"{state.dilemma}-{found['wins']}"


def test_the_table_has_a_state_for_either_side_of_each_dilemma() -> None:
    sides = Counter((state.dilemma, found["wins"]) for state, found in TABLE)
    assert sides == {(name, side): 1 for name in DILEMMAS for side in "ab"}


def test_orders_in_the_table_are_as_a_record_writes_them() -> None:
    for state, _ in TABLE:
        for text in (*state.a.orders, *state.b.orders):
            assert words(order(text)) == text


def test_the_two_options_differ() -> None:
    assert all(state.a != state.b for state, _ in TABLE)


@pytest.mark.slow
@pytest.mark.parametrize("row", TABLE, ids=id_of)
def test_one_side_wins_there(row: tuple[State, dict[str, str]]) -> None:
    """On dice other than those that the state was found by, and by more than chance."""
    state, found = row
    (weighed,) = weigh([state], FUTURES, CONFIRM)
    assert weighed is not None
    score = weighed.score
    assert score.low > 0 if found["wins"] == "a" else score.high < 0, (state, score)


@pytest.mark.slow
@pytest.mark.parametrize("row", TABLE, ids=id_of)
def test_what_the_options_are_about_takes_effect(row: tuple[State, object]) -> None:
    state, _ = row
    assert not void(state) & set(LEAD[state.dilemma])
