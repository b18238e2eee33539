"""Articles 8.12 to 8.16: what clauses about sanctions, money, help and flaws do."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import duties, evidence, proposals, treaties
from game.rules import params as p
from game.rules.orders import Offers
from game.rules.world import Promise, Skill, World, copy
from tests.rulebook.test_article_08_treaties import signed
from tests.worlds import (
    ANSWER_HELP,
    BLACKOUT,
    EAST,
    ENERGY,
    GANG,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    crisis,
    did,
    fill,
    grid,
    offer,
    put,
    quiet,
)

TURN = 3


def talk_codes(world: World, row: Offers) -> list[int]:
    """What stands against a proposal."""
    return [int(code) for code in proposals.void_offers(world, row)]


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


@pytest.mark.article("8.3", "8.12")
def test_sanctions_need_a_nation_to_name() -> None:
    row = offer(NORTH, WEST, joint_sanctions=1, incident=BLACKOUT, accused=GANG)
    assert talk_codes(crisis(TURN), row) == [4]
    spoken = offer(NORTH, WEST, attribution=1, incident=BLACKOUT, accused=GANG)
    assert talk_codes(crisis(TURN), spoken) == [0]
