"""How likely covert orders are to come off, against what the rules roll. (Rules 3.2)"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.actions import actions
from game.decisions import Order
from game.match import new_match, usual_players
from game.rules import dice, incidents
from game.rules.changes import put_cells
from game.rules.world import copy
from game.staff.chances import KINDS, success
from tests.screens.games import library

NAME = "port_crisis"


def _match():  # type: ignore[no-untyped-def]
    scenario, text = library(NAME)
    return new_match(scenario, text, 2, usual_players(scenario, {}))


@pytest.mark.parametrize("action", sorted(KINDS))
def test_the_band_holds_the_chance_the_rules_roll_against(
    action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = _match()
    names, board, world = match.names, match.board, copy(match.world, match.world.turn)
    nations = match.setup.nations
    rolled = np.linspace(0, 1, 1001)
    for me, target in ((0, 2), (2, 0), (1, 5)):
        order = Order(action, target=nations[target], choice=None if action == "spy" else "energy")
        band = success(match.view(me), names, board.kinds, order)
        assert band is not None and 0.3 <= band[0] <= band[1] <= 0.97
        place, where = np.array([board.scripted]), np.array([0])
        what = {"culprit": me + 1, "victim": target, "kind": KINDS[action]}
        for name, value in {**what, "sector": 5 if action == "spy" else 0}.items():
            put_cells(world, name, place, where, to=value)
        monkeypatch.setattr(dice, "roll", lambda *_: rolled)
        works = incidents._works(world, np.repeat(place, 1001), np.zeros(1001, np.intp))
        true = float(works.mean())
        assert band[0] - 0.002 <= true <= band[1] + 0.002


def test_open_acts_are_not_rolled() -> None:
    match = _match()
    order = Order("sanction", target=match.setup.nations[1])
    assert success(match.view(0), match.names, match.board.kinds, order) is None
    assert {each.id for each in actions()} >= set(KINDS)


def test_more_insight_makes_the_band_narrower() -> None:
    match = _match()
    seen = match.view(0)
    order = Order("disrupt", target=match.setup.nations[2], choice="energy")
    wide = success(seen, match.names, match.board.kinds, order)
    better = replace(seen, insight=np.full_like(seen.insight, 2))
    narrow = success(better, match.names, match.board.kinds, order)
    assert wide is not None and narrow is not None
    assert narrow[1] - narrow[0] < wide[1] - wide[0]
