"""What a nation is told of a case of its own: no more than is true. (Rules 4.5)"""

from __future__ import annotations

from game.report.dossier import OWNED_UP, Dossier, dossiers, own_part
from game.rules.changes import put_derived
from game.rules.world import Status
from tests import salon

NORTH = 0


def dossier(answer: int) -> Dossier:
    """An operation of North's own, in play, and how it answered for it in public."""
    match = salon.match_of("north")
    world, place = match.world, match.board.scripted
    facts = {"status": Status.OVER, "began": 1, "kind": 1, "victim": 1, "sector": 0}
    for name, value in facts.items():
        values = getattr(world, name).copy()
        values[place, 0] = value
        put_derived(world, name, values)
    known, guilt = world.known.copy(), world.guilt.copy()
    known[NORTH, place, 0] = guilt[NORTH, place, NORTH, 0] = 1
    answered = world.answered_for.copy()
    answered[NORTH, place, 0] = answer
    for name, values in (("known", known), ("guilt", guilt), ("answered_for", answered)):
        put_derived(world, name, values)
    return next(d for d in dossiers(match, NORTH) if d.incident == place)


def test_a_secret_of_ones_own_is_for_others_to_find_out() -> None:
    told = dossier(0)
    assert told.own_doing and "have to find that out" in own_part(told)
    assert told.text.endswith("Nobody has owned up to it.")


def test_what_one_owned_up_to_is_called_no_secret() -> None:
    told = dossier(OWNED_UP)
    assert told.own_doing and "owned up to it in public" in own_part(told)
    assert told.text.endswith("North owned up to it.")
