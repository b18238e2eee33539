"""Forks: the past stays, the dice stay, one decision changes."""

from dataclasses import replace

import numpy as np
import pytest

from game.decisions import Order, UnknownName
from game.futures.figures import changes, estimates, figures
from game.futures.fork import Fork, fork
from game.futures.outcomes import outcomes
from game.match import HUMAN, Match, new_match, usual_players
from tests.library import path_of, scenario

NAME = "first_light"
TURN = 2


@pytest.fixture(scope="module")
def match() -> Match:
    checked = scenario(NAME)
    played = new_match(checked, path_of(NAME).read_text("utf-8"), 4, usual_players(checked, {}))
    played.go_on()
    return played


@pytest.fixture(scope="module")
def warlike(match: Match) -> Fork:
    orders = [Order("expel", target="tolvar"), Order("disrupt", target="tolvar", choice="energy")]
    return fork(match, TURN, seat(match), orders, worlds=60)


def seat(match: Match) -> int:
    return match.names.number("nation", "dorvane")


def columns(played: object) -> dict[str, np.ndarray]:
    return {k: v for k, v in vars(played).items() if isinstance(v, np.ndarray)}


def test_the_same_orders_change_nothing(match: Match) -> None:
    for turn in (1, TURN, match.turn):
        own = match.orders_of(turn)[seat(match)]
        same = fork(match, turn, seat(match), own, worlds=20)
        for name, values in columns(same.before).items():
            assert np.array_equal(values, columns(same.after)[name]), name
        assert same.was == tuple(own) and same.void == ()


def test_the_first_future_is_the_game_itself(match: Match, warlike: Fork) -> None:
    real = columns(outcomes(match.worlds[-1]))
    for name, values in columns(warlike.before).items():
        assert np.array_equal(values[..., :1], real[name]), name


def test_futures_differ_and_keep_the_truth(match: Match, warlike: Fork) -> None:
    assert len(np.unique(warlike.before.score[0])) > 10
    begun = match.worlds[TURN].status[: match.board.scripted, 0] > 0
    truth = match.worlds[-1].culprit[: match.board.scripted][begun]
    for side in (warlike.before, warlike.after):
        assert (side.culprit[begun] == truth).all()


def test_a_decision_shows(match: Match, warlike: Fork) -> None:
    nations = match.setup.nations
    before, after = figures(warlike.before, nations), figures(warlike.after, nations)
    moved, was, now = changes(before, after), estimates(before), estimates(after)
    assert set(was) == set(now) == set(moved)
    assert moved["trust"].settled and moved["trust"].value < 0
    for name, change in moved.items():
        assert change.value == pytest.approx(now[name].value - was[name].value, abs=1e-4), name


def test_shares_of_endings_make_one(match: Match, warlike: Fork) -> None:
    found = estimates(figures(warlike.before, match.setup.nations))
    ends = [each.value for name, each in found.items() if name.startswith("ending.")]
    assert sum(ends) == pytest.approx(1)


def test_what_is_void_is_told(match: Match) -> None:
    none = fork(match, TURN, seat(match), [Order("sanction", target="dorvane")], worlds=2)
    assert len(none.void) == 1 and none.void[0].startswith("sanction: ")


def test_what_cannot_be_forked_is_refused(match: Match) -> None:
    for turn in (0, match.turn + 1):
        with pytest.raises(ValueError, match="turns 1 to"):
            fork(match, turn, 0, [], worlds=2)
    with pytest.raises(UnknownName, match="tolvar"):
        fork(match, 1, 0, [Order("expel", target="tolvr")], worlds=2)


def test_people_are_stood_in_for(match: Match) -> None:
    seats = [HUMAN, *match.players[1:]]
    manned = replace(match, players=tuple(seats))
    own = match.orders_of(TURN)[seat(match)]
    usual = fork(match, TURN, seat(match), own, worlds=10)
    other = fork(manned, TURN, seat(match), own, worlds=10)
    assert np.array_equal(usual.before.score, other.before.score)


def test_a_match_goes_back_without_being_touched(match: Match) -> None:
    hashes = match.hashes()
    back = match.rewound(TURN)
    assert back.turn == TURN and back.hashes() == hashes[: TURN - 1]
    back.replay(next(d for d in match.decided if d.phase == back.phase))
    assert back.hashes() == hashes[:TURN]
    assert match.hashes() == hashes
