"""A hundred games of each scenario, all seats by AIs: what issue and design ask of them."""

import numpy as np
import pytest

from game.futures.outcomes import Outcomes
from game.rules.scoring import Ending
from game.scenario.doctrines import minds
from tests.library import BOTH, loaded, own_cast, play_many

SEEDS = range(1, 101)


@pytest.fixture(scope="module", params=BOTH)
def games(request: pytest.FixtureRequest) -> tuple[str, Outcomes]:
    board, setup = loaded(request.param)
    return request.param, play_many(board, setup, minds(own_cast(request.param)), list(SEEDS))


def test_every_game_ends_in_a_named_way(games: tuple[str, Outcomes]) -> None:
    name, played = games
    assert (played.turns > 0).all()
    assert (played.turns <= loaded(name)[0].turns).all()
    assert (played.ending != Ending.RUNNING).all()


def test_there_are_at_least_four_kinds_of_ending(games: tuple[str, Outcomes]) -> None:
    assert len(np.unique(games[1].ending)) >= 4


def test_every_possible_truth_occurs(games: tuple[str, Outcomes]) -> None:
    name, played = games
    board, _ = loaded(name)
    for incident in range(board.scripted):
        possible = np.flatnonzero(board.live[incident]).tolist()
        assert np.unique(played.culprit[incident]).tolist() == possible


def test_treaties_are_signed_in_more_than_half(games: tuple[str, Outcomes]) -> None:
    assert (games[1].treaties > 0).mean() > 0.5
