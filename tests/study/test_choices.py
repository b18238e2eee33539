"""Choices matter: who plays how changes how it comes out, on paired seeds."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import game.futures.play as play
from game.actions import actions
from game.rules.clauses import CLAUSES
from game.rules.scoring import Ending
from game.rules.turn import Ask
from game.scenario.doctrines import minds
from tests.library import BOTH, loaded, own_cast, play_many

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
@pytest.mark.parametrize("name", ["olympic_destroyer", "port_crisis"])
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

USUAL = ("olympic_destroyer", MIXED * 2)
ELSEWHERE = {
    "pay_ransom": ("costa_rica_2022", ("random",) * 6),
    "refuse_ransom": ("costa_rica_2022", ("random",) * 6),
    "strike": ("port_crisis", ("hawk",) * 7),
    "norm_endorsement": ("geneva_conference", tuple(own_cast("geneva_conference"))),
}
"""Where to look for what has no place in the usual games: ransoms, strikes, norms by treaty."""


@cache
def usual(name: str, cast: tuple[str, ...]) -> tuple[str, ...]:
    """Hashes of games with everything in them."""
    board, setup = loaded(name)
    return play_many(board, setup, minds(cast), FEW, hashed=True).hash


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(actions())), ids=[a.id for a in actions()])
def test_without_any_one_action_games_come_out_differently(number: int) -> None:
    action = actions()[number]
    name, cast = ELSEWHERE.get(action.id, USUAL)
    board, setup = loaded(name)
    barred = replace(
        action,
        refusals=("it is barred in this test",),
        refuse=lambda seen: np.ones((1, 1, 1), np.int16),
    )
    listed = (*actions()[:number], barred, *actions()[number + 1 :])
    without = replace(setup, rules=replace(setup.rules, actions=listed))
    played = play_many(board, without, minds(cast), FEW, hashed=True)
    assert played.hash != usual(name, cast)


@pytest.mark.slow
@pytest.mark.parametrize("clause", range(len(CLAUSES)), ids=[c.id for c in CLAUSES])
def test_without_any_one_clause_games_come_out_differently(
    clause: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(question, mind, seeds, reasons=True):
        reply = decide(question, mind, seeds, reasons)
        if question.ask is not Ask.ORDER:
            levels = reply[1].levels.copy()
            levels[:, clause] = 0
            reply = (reply[0], replace(reply[1], levels=levels))
        return reply

    name, cast = ELSEWHERE.get(CLAUSES[clause].id, USUAL)
    whole = usual(name, cast)
    decide = play.decide
    monkeypatch.setattr(play, "decide", silent)
    board, setup = loaded(name)
    played = play_many(board, setup, minds(cast), FEW, hashed=True)
    assert played.hash != whole
