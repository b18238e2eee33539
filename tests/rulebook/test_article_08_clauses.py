"""Articles 8.12 to 8.18: what the wider clauses do."""

from __future__ import annotations

import numpy as np
import pytest

from game.actions import actions
from game.rules import compliance, duties, evidence, talks, treaties
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
from game.rules.orders import Offers, Orders
from game.rules.screening import forms
from game.rules.world import Look, Promise, Sector, Skill, Status, World, copy
from tests.rulebook.test_article_08_treaties import signed
from tests.worlds import (
    ANSWER_HELP,
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    GANG,
    GOVERNMENT,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
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


def pledged(world: World, *parties: int, **terms: int) -> World:
    """A treaty signed last turn."""
    before = copy(world, world.turn - 1)
    return copy(signed(before, offer(*parties, **terms)).after, world.turn)


@pytest.mark.article("8.12")
def test_joint_sanctions_bite_more_and_cost_each_less() -> None:
    world = crisis(TURN)
    put(world, "anger", NORTH, to=40)
    row = offer(NORTH, WEST, joint_sanctions=1, incident=BLACKOUT, accused=SOUTH)
    done = signed(world, row)
    heat = grid(p.HEAT_NONVIOLENT * p.JOINT_SHARE)
    for nation in (NORTH, WEST):
        assert done.delta("sanction", nation, SOUTH) == 1
        assert done.delta("heat", nation, SOUTH) == heat
        assert done.delta("hostility", SOUTH, nation) == 2
        assert done.items("deeds", SOUTH, nation)["sanctions"] == -3
        assert done.delta("funds", nation) == 0, "nobody pays for it"
    assert done.delta("funds", SOUTH) == -grid(1 + 2 * 0.9) - grid(1 + 2 * 0.2)
    assert done.delta("support", SOUTH) == -2
    assert done.delta("anger", NORTH) == -grid(40 * p.VENT_DEEDS)
    again = signed(done.after, row)
    assert again.delta("heat", NORTH, SOUTH) == 0, "what is in force is not imposed again"


@pytest.mark.article("8.12", "8.4")
def test_two_agreements_to_sanction_in_one_round_sanction_once() -> None:
    row = offer(NORTH, WEST, joint_sanctions=1, incident=BLACKOUT, accused=SOUTH)
    wider = offer(NORTH, EAST, joint_sanctions=1, incident=BLACKOUT, accused=SOUTH)
    one, both = signed(crisis(TURN), row), signed(crisis(TURN), row, wider)
    assert both.delta("heat", NORTH, SOUTH) == one.delta("heat", NORTH, SOUTH) > 0
    assert both.delta("heat", EAST, SOUTH) > 0
    turned = signed(crisis(TURN), wider, row)
    assert both.changes() == turned.changes()


@pytest.mark.article("8.13")
@pytest.mark.parametrize("level", [1, 2])
def test_compensation_is_paid_one_way_or_the_other(level: int) -> None:
    world = quiet(TURN)
    fill(world, "anger", 30)
    done = signed(world, offer(NORTH, SOUTH, compensation=level))
    payer, paid = (NORTH, SOUTH) if level == 1 else (SOUTH, NORTH)
    assert done.changes() == {
        ("funds", payer): -p.COMPENSATION,
        ("funds", paid): p.COMPENSATION,
        ("anger", paid): -p.COMPENSATION_CALMS,
        ("deeds", paid, payer): p.PAID_TRUST + p.SIGNED_TRUST,
        ("deeds", payer, paid): p.SIGNED_TRUST,
    }


@pytest.mark.article("8.13")
def test_who_cannot_pay_it_all_pays_what_it_has_and_no_money_is_made() -> None:
    world = quiet(TURN)
    put(world, "funds", NORTH, to=p.COMPENSATION)
    done = signed(world, offer(NORTH, SOUTH, EAST, compensation=1))
    half = p.COMPENSATION / 2
    assert done.delta("funds", NORTH) == -2 * half
    assert done.delta("funds", SOUTH) == done.delta("funds", EAST) == half
    assert done.items("deeds", SOUTH, NORTH)["paid by treaty"] == p.PAID_TRUST / 2
    put(world, "funds", NORTH, to=0)
    assert signed(world, offer(NORTH, SOUTH, compensation=1)).delta("funds", SOUTH) == 0


@pytest.mark.article("8.13")
@pytest.mark.parametrize("funds", [1, 3 - SMALL, 4, 17])
def test_shares_never_exceed_what_there_is(funds: float) -> None:
    world = quiet(TURN)
    put(world, "funds", EAST, to=funds)
    nations, where = np.array([EAST, EAST, EAST, NORTH]), np.zeros(4, np.intp)
    shares = treaties.share_of(world, "funds", nations, where)
    assert shares[:3].sum() <= funds
    assert shares[:3].sum() > funds - 3 * SMALL
    assert shares[3] == world.funds[NORTH, 0]


@pytest.mark.article("8.13", "9.4")
def test_capacity_aid_builds_what_was_paid_for() -> None:
    world = quiet(TURN)
    put(world, "strategy", WEST, to=2)
    done = signed(world, offer(NORTH, WEST, capacity_aid=1))
    points = grid(p.AID_POINTS * (1 + 2 * p.STRATEGY_ABSORBS))
    assert done.delta("funds", NORTH) == -p.CAPACITY_AID
    assert done.delta("maturing", WEST, Skill.DEFENCE, 1) == points
    assert done.delta("maturing", WEST, Skill.FORENSICS, 1) == points
    assert done.delta("aid", NORTH, WEST) == 1
    assert done.delta("funds", WEST) == 0


@pytest.mark.article("8.14")
def test_sanctions_relief_lifts_and_warms() -> None:
    world = quiet(TURN)
    put(world, "sanction", NORTH, SOUTH, to=1)
    put(world, "expelled", NORTH, SOUTH, to=1)
    put(world, "heat", NORTH, SOUTH, to=20)
    put(world, "sanction", NORTH, EAST, to=1)
    done = signed(world, offer(NORTH, SOUTH, sanctions_relief=1))
    assert done.changes() == {
        ("sanction", NORTH, SOUTH): -1,
        ("expelled", NORTH, SOUTH): -1,
        ("heat", NORTH, SOUTH): p.HEAT_CALM,
        ("deeds", SOUTH, NORTH): p.RELIEF_TRUST + p.SIGNED_TRUST,
        ("deeds", NORTH, SOUTH): p.SIGNED_TRUST,
    }


@pytest.mark.article("8.15", "9.43")
def test_a_takedown_clause_ends_sooner_what_guests_run_against_a_party() -> None:
    world = crisis(TURN)
    put(world, "culprit", BLACKOUT, to=2)  # the gang, for the south
    put(world, "until", BLACKOUT, to=6)
    put(world, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=2)
    bound = pledged(world, NORTH, SOUTH, takedown=1)
    done = did(bound, duties.execute)
    assert done.delta("until", BLACKOUT) == -1
    assert done.delta("asked", NORTH, SOUTH, Promise.TAKEDOWN) == -2, "the request is answered"
    others = pledged(world, SOUTH, EAST, takedown=1)
    assert did(others, duties.execute).delta("until", BLACKOUT) == 0


@pytest.mark.article("8.15", "9.13")
def test_who_signs_away_vulnerabilities_discloses_them_all_once() -> None:
    world = quiet(TURN)
    done = signed(world, offer(NORTH, SOUTH, vulnerabilities=1))
    assert done.delta("exploits", NORTH) == -2
    assert done.delta("exploits", SOUTH) == -1
    assert done.delta("standing", NORTH) == 2
    assert done.delta("readiness", WEST) == 3 * p.PATCHED
    pair = [offer(NORTH, SOUTH, vulnerabilities=1), offer(NORTH, EAST, vulnerabilities=1)]
    assert signed(world, *pair).delta("standing", NORTH) == 2, "no flaw is disclosed twice"


@pytest.mark.article("8.16")
def test_whoever_is_hit_gets_the_others_teams() -> None:
    world = pledged(crisis(TURN), NORTH, WEST, mutual_assistance=1)
    put(world, "service", NORTH, ENERGY, to=30)
    put(world, "began", BLACKOUT, to=TURN)
    put(world, "asked", NORTH, WEST, Promise.HELP, to=2)
    put(world, "norm", [NORTH, EAST], ANSWER_HELP, to=1)
    done = did(world, duties.execute)
    mended = grid(p.ASSIST_MENDS * (0.5 + 20 / 100))
    assert done.changes() == {
        ("service", NORTH, ENERGY): mended,
        ("probe", NORTH, BLACKOUT): done.delta("probe", NORTH, BLACKOUT),
        ("mending", NORTH): TURN,
        ("effort", WEST): -p.ASSIST_EFFORT,
        ("deeds", NORTH, WEST): p.ASSIST_THANKS,
        ("asked", NORTH, WEST, Promise.HELP): -2,
        ("standing", WEST): p.NORM_CREDIT / 2,
    }
    lent = evidence.forensic_work(world, p.PROBE_ORDER * p.ASSIST_PROBES)[WEST, BLACKOUT, 0]
    assert done.delta("probe", NORTH, BLACKOUT) == grid(float(lent)) > 0


@pytest.mark.article("8.16")
@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("effort", WEST, p.ASSIST_EFFORT - SMALL),
        ("severity", BLACKOUT, p.ASSIST_FROM - SMALL),
        ("began", BLACKOUT, TURN - 1),
    ],
)
def test_helpers_come_if_it_is_fresh_grave_and_they_have_the_means(
    name: str, place: int, value: float
) -> None:
    world = pledged(crisis(TURN), NORTH, WEST, mutual_assistance=1)
    put(world, "began", BLACKOUT, to=TURN)
    assert did(world, duties.execute).changes()
    put(world, name, place, to=value)
    assert did(world, duties.execute).changes() == {}


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


def talk_codes(world: World, row: Offers) -> list[int]:
    """What stands against a proposal."""
    return [int(code) for code in talks.void_offers(world, row)]


@pytest.mark.article("8.3", "8.12")
def test_sanctions_need_a_nation_to_name() -> None:
    row = offer(NORTH, WEST, joint_sanctions=1, incident=BLACKOUT, accused=GANG)
    assert talk_codes(crisis(TURN), row) == [4]
    spoken = offer(NORTH, WEST, attribution=1, incident=BLACKOUT, accused=GANG)
    assert talk_codes(crisis(TURN), spoken) == [0]
