"""Which piece of evidence would tell most. (Rules 17.6)"""

from __future__ import annotations

import numpy as np
import pytest

from game.rules.imagine import chances
from game.rules.view import view
from game.staff.leads import _entropy, leads
from tests.worlds import BLACKOUT, NORTH, SOUTH, crisis, put, settle


@pytest.mark.article("17.6")
def test_leads_are_cards_one_can_still_settle_the_best_first() -> None:
    world = crisis(3)
    put(world, "look", NORTH, BLACKOUT, 0, to=1)
    put(world, "judged", NORTH, BLACKOUT, to=0)
    settle(world)
    found = leads(view(world, NORTH))
    assert found
    assert all(lead.incident == BLACKOUT for lead in found)
    assert 0 not in [lead.card for lead in found]
    assert [lead.bits for lead in found] == sorted((lead.bits for lead in found), reverse=True)
    entropy = _entropy(chances(view(world, NORTH))[:, BLACKOUT])
    for lead in found:
        assert 0 < lead.bits <= min(entropy, 1) + 1e-6
        assert 0 < lead.chance < 1
        assert lead.turns > lead.orders > 0


@pytest.mark.article("17.6")
def test_what_a_lead_promises_is_what_settling_it_gives_on_the_mean() -> None:
    """Bits expected equal the mean fall of entropy over finding and missing, each by its chance."""
    world = crisis(3)
    lead = leads(view(world, NORTH))[0]
    now = _entropy(chances(view(world, NORTH))[:, BLACKOUT])
    after = []
    for look in (1, 2):
        put(world, "look", NORTH, BLACKOUT, lead.card, to=look)
        put(world, "judged", NORTH, BLACKOUT, to=0)
        settle(world)
        after.append(_entropy(chances(view(world, NORTH))[:, BLACKOUT]))
    expected = now - lead.chance * after[0] - (1 - lead.chance) * after[1]
    assert abs(lead.bits - expected) < 0.03


@pytest.mark.article("17.6")
def test_who_did_it_needs_no_leads() -> None:
    assert leads(view(crisis(3), SOUTH)) == []


def test_entropy_is_in_bits() -> None:
    assert _entropy(np.array([0.5, 0.5, 0.0])) == 1
    assert _entropy(np.array([1.0])) == 0
