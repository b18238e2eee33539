"""Articles 8.9, 8.11, 8.17, 8.18: verification, sectors off limits, settlement, the body."""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import actions
from game.rules import compliance, duties, evidence, treaties
from game.rules import params as p
from game.rules.clauses import (
    ATTRIBUTION_BODY,
    CLAUSES,
    GENEVA,
    OFF_LIMITS,
    SPARED,
    VULNERABILITIES,
)
from game.rules.orders import CLAUSES as PLACES
from game.rules.orders import Orders
from game.rules.screening import forms
from game.rules.world import Look, Sector, Status, World, copy
from tests.rulebook.test_article_08_clauses import pledged, talk_codes
from tests.rulebook.test_article_08_treaties import signed
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    GOVERNMENT,
    NORTH,
    OPERATION,
    SOUTH,
    Played,
    believed,
    crisis,
    did,
    fill,
    grid,
    offer,
    order,
    put,
    quiet,
)

TURN = 3


@pytest.mark.article("8.17")
@pytest.mark.parametrize("level", [1, 2, 3])
def test_inspectors_look_into_what_hit_a_party(level: int) -> None:
    world = pledged(crisis(TURN), NORTH, EAST, verification=level)
    done = did(world, duties.execute)
    work = evidence.forensic_work(world, 1.0)[NORTH, BLACKOUT, 0] * p.VERIFICATION_WORK[level]
    assert done.delta("probe", NORTH, BLACKOUT) == pytest.approx(float(work), abs=1 / 32)
    assert done.delta("probe", EAST, BLACKOUT) == 0, "it did not hit the east"
    assert list(p.VERIFICATION_WORK) == sorted(p.VERIFICATION_WORK)


def breached(world: World, *rows: Orders) -> Played:
    """Look for breaches after a turn's orders."""
    form, blows = forms(actions()), Orders.join(rows)
    return did(world, lambda w, log: compliance.breach(w, blows, form.sector, log))


def hit(world: World, sector: int, belief: float, kind: int = 0) -> World:
    """South believes that north did something covert to it, this turn."""
    row = {"status": Status.ACTIVE, "victim": SOUTH, "began": world.turn, "severity": 3}
    for name, value in {**row, "sector": sector, "kind": kind}.items():
        put(world, name, OPERATION, to=value)
    believed(world, SOUTH, OPERATION, NORTH, belief)
    return world


@pytest.mark.article("8.17", "8.9")
@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_the_better_parties_verify_the_less_proof_exposes_a_breach(level: int) -> None:
    bar = np.ceil(p.EXPOSED_AT[level] * 1024) / 1024
    terms = {"no_operations": 1, "verification": level}
    world = pledged(quiet(TURN), NORTH, SOUTH, **terms)
    assert breached(hit(copy(world), FINANCE, bar)).delta("broken", NORTH, SOUTH) == 1
    assert breached(hit(copy(world), FINANCE, bar - 1 / 512)).changes() == {}
    assert list(p.EXPOSED_AT) == sorted(p.EXPOSED_AT, reverse=True)


@pytest.mark.article("8.11", "8.9")
def test_sectors_off_limits_are_spared_covertly() -> None:
    world = pledged(quiet(TURN), NORTH, SOUTH, off_limits=1)
    assert breached(hit(copy(world), ENERGY, 0.9)).delta("broken", NORTH, SOUTH) == 1
    assert breached(hit(copy(world), FINANCE, 0.9)).changes() == {}, "only the critical ones"
    wide = pledged(quiet(TURN), NORTH, SOUTH, off_limits=2)
    assert breached(hit(copy(wide), FINANCE, 0.9)).delta("broken", NORTH, SOUTH) == 1
    assert breached(hit(copy(wide), GOVERNMENT, 0.9)).changes() == {}
    assert breached(hit(copy(world), ENERGY, 0.9, kind=1)).changes() == {}, "spying is not covered"


@pytest.mark.article("8.11", "8.9")
def test_sectors_off_limits_are_spared_in_the_open() -> None:
    world = pledged(quiet(TURN), NORTH, SOUTH, off_limits=1)
    blow = order(NORTH, "countermeasure", target=SOUTH, choice=ENERGY)
    done = breached(world, blow)
    assert done.delta("broken", NORTH, SOUTH) == 1
    assert done.delta("treaty_party", 0, NORTH) == -1
    assert breached(world, order(NORTH, "strike", target=SOUTH, choice=FINANCE)).changes() == {}
    assert breached(world, order(NORTH, "expel", target=SOUTH)).changes() == {}, "no sector is hit"
    assert breached(world, order(NORTH, "strike", target=EAST, choice=ENERGY)).changes() == {}


@pytest.mark.article("8.9")
def test_what_was_done_before_the_signature_of_this_turn_is_no_breach() -> None:
    world = signed(quiet(TURN), offer(NORTH, SOUTH, no_operations=1)).after
    put(world, "struck", NORTH, SOUTH, to=TURN)
    assert breached(world).changes() == {}, "a measure of this turn came first"
    assert breached(world, order(NORTH, "expel", target=SOUTH)).delta("broken", NORTH, SOUTH) == 1


@pytest.mark.article("8.17")
def test_dispute_settlement_cools_and_softens_a_breach() -> None:
    world = pledged(quiet(TURN), NORTH, SOUTH, no_operations=1, dispute_settlement=1)
    put(world, "heat", NORTH, SOUTH, to=40)
    put(world, "hostility", SOUTH, NORTH, to=60)
    done = did(world, duties.execute)
    assert done.delta("heat", NORTH, SOUTH) == -grid(40 * p.SETTLES)
    assert done.delta("hostility", SOUTH, NORTH) == -grid(60 * p.SETTLES)
    broke = breached(world, order(NORTH, "expel", target=SOUTH))
    assert broke.items("deeds", SOUTH, NORTH) == {"breach": -p.BROKEN_TREATY / 2}
    assert broke.delta("funds", NORTH) == -p.COMPENSATION
    assert broke.delta("funds", SOUTH) == p.COMPENSATION
    put(world, "funds", NORTH, to=1)
    poor = breached(world, order(NORTH, "expel", target=SOUTH))
    assert (poor.delta("funds", NORTH), poor.delta("funds", SOUTH)) == (-1, 1)


@pytest.mark.article("8.18", "4.8")
def test_an_attribution_body_takes_up_what_hits_a_party_and_all_see_its_finding() -> None:
    world = pledged(crisis(TURN), NORTH, EAST, attribution_body=1)
    due = TURN + int(p.BODY_TURNS)
    done = did(world, duties.execute)
    assert done.changes() == {("inquiry", BLACKOUT): due}, "the intruder in the east is not known"
    assert did(done.after, duties.execute).changes() == {}, "once a case"
    later = copy(done.after, due)
    told = did(later, evidence.settle_inquiries).after
    assert (told.look[:, BLACKOUT, 0] == Look.FOUND).all()
    put(world, "began", BLACKOUT, to=TURN - int(p.NORM_MEMORY))
    assert did(world, duties.execute).changes() == {}, "too long ago"
    stranger = pledged(crisis(TURN), SOUTH, EAST, attribution_body=1)
    assert did(stranger, duties.execute).changes() == {}


@pytest.mark.article("8.18")
def test_what_makes_a_digital_geneva_convention() -> None:
    levels = np.zeros((1, PLACES), np.intp)
    assert not treaties.is_geneva(levels)[0]
    for clause, level in GENEVA.items():
        levels[0, clause] = level
    assert treaties.is_geneva(levels)[0]
    assert set(GENEVA) == {OFF_LIMITS, VULNERABILITIES, ATTRIBUTION_BODY}
    assert set(Sector) - set(SPARED[GENEVA[OFF_LIMITS]]) == {Sector.GOVERNMENT}
    for clause in GENEVA:
        without = levels.copy()
        without[0, clause] -= 1
        assert not treaties.is_geneva(without)[0], CLAUSES[clause].id


@pytest.mark.article("8.7", "8.3")
def test_places_are_freed_by_treaties_that_ran_out_or_were_left() -> None:
    world = quiet(TURN)
    fill(world, "treaty_since", 1)
    fill(world, "treaty_until", 99)
    put(world, "treaty_party", slice(None), [NORTH, SOUTH], to=1)
    assert not treaties.room(world)[0]
    row = offer(NORTH, EAST, hotline=1)
    assert talk_codes(world, row) == [12]
    assert talk_codes(world, offer(NORTH, EAST, compensation=1)) == [0], "nothing to enter"
    left = copy(world)
    put(left, "treaty_party", 5, SOUTH, to=0)
    assert talk_codes(left, row) == [0]
    assert signed(left, row).after.treaty_party[5, :, 0].tolist() == [1, 0, 1, 0]
    put(world, "treaty_until", 7, to=TURN - 1)
    assert talk_codes(world, row) == [0]
