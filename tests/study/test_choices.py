"""Choices matter: who plays how changes how it comes out, on paired seeds."""

from dataclasses import replace

import numpy as np
import pytest

import game.futures.play as play
from game.actions import actions
from game.rules.clauses import CLAUSES
from game.rules.scoring import Ending
from game.rules.turn import Ask
from game.scenario.doctrines import minds
from game.study.batch import play_many
from tests.library import BOTH, loaded, own_cast

SEEDS = list(range(400))
DOCTRINES = ("reciprocator", "opportunist", "hawk", "random")


def scores(name: str) -> np.ndarray:
    """Score of each seat under each doctrine, the others as the scenario says. [seat, D, W]"""
    board, setup = loaded(name)
    table = []
    for seat in range(board.nations):
        row = []
        for doctrine in DOCTRINES:
            cast = own_cast(name)
            cast[seat] = doctrine
            row.append(play_many(board, setup, minds(cast), SEEDS).score[seat])
        table.append(row)
    return np.array(table)


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_doctrines_differ_in_every_seat_and_none_is_best_everywhere(name: str) -> None:
    table = scores(name)
    means = table.mean(axis=2)
    for seat, row in enumerate(table):
        gap = row[means[seat].argmax()] - row[means[seat].argmin()]
        half_width = 1.96 * gap.std(ddof=1) / np.sqrt(len(SEEDS))
        assert gap.mean() - half_width > 0
    assert len(set(means.argmax(axis=1).tolist())) > 1


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_hawks_end_in_digital_war_at_least_twice_as_often(name: str) -> None:
    board, setup = loaded(name)
    wars = {
        doctrine: float(
            (
                play_many(board, setup, minds([doctrine] * board.nations), SEEDS).ending
                == Ending.DIGITAL_WAR
            ).mean()
        )
        for doctrine in ("hawk", "reciprocator")
    }
    assert wars["hawk"] >= 0.02
    assert wars["hawk"] >= 2 * wars["reciprocator"]


MIXED = ("random", "reciprocator", "hawk", "opportunist")
FEW = list(range(120))


@pytest.fixture(scope="module")
def usual() -> tuple[str, ...]:
    board, setup = loaded("olympic_destroyer")
    return play_many(board, setup, minds(MIXED * 2), FEW, hashed=True).hash


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(actions())), ids=[a.id for a in actions()])
def test_without_any_one_action_games_come_out_differently(
    number: int, usual: tuple[str, ...]
) -> None:
    board, setup = loaded("olympic_destroyer")
    action = actions()[number]
    barred = replace(
        action,
        refusals=("it is barred in this test",),
        refuse=lambda seen: np.ones((1, 1, 1), np.int16),
    )
    listed = (*actions()[:number], barred, *actions()[number + 1 :])
    without = replace(setup, rules=replace(setup.rules, actions=listed))
    played = play_many(board, without, minds(MIXED * 2), FEW, hashed=True)
    assert played.hash != usual


@pytest.mark.slow
@pytest.mark.parametrize("clause", range(len(CLAUSES)), ids=[c.id for c in CLAUSES])
def test_without_any_one_clause_games_come_out_differently(
    clause: int, usual: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(question, mind, seeds, reasons=True):
        reply = decide(question, mind, seeds, reasons)
        if question.ask is not Ask.ORDER:
            levels = reply[1].levels.copy()
            levels[:, clause] = 0
            reply = (reply[0], replace(reply[1], levels=levels))
        return reply

    decide = play.decide
    monkeypatch.setattr(play, "decide", silent)
    board, setup = loaded("olympic_destroyer")
    played = play_many(board, setup, minds(MIXED * 2), FEW, hashed=True)
    assert played.hash != usual
