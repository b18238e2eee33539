"""Articles 16.4 to 16.6: what each power of an organisation does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.rules import evidence
from game.rules import params as p
from game.rules.clauses import HOTLINE
from game.rules.orders import Offers
from game.rules.powers import ADVICE, Power, use
from game.rules.world import NOBODY, Contested, Look, Skill, World
from tests.rulebook.test_article_16_organisations import motion
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    GANG,
    LEAGUE,
    NORTH,
    SOUTH,
    UNION,
    WEST,
    Played,
    crisis,
    did,
    fill,
    grid,
    on_board,
    put,
    quiet,
)

TURN = 3
NEXT = 1
"""Place on axis L: what is built arrives the turn after next."""


def used(world: World, row: Offers, *members: int) -> Played:
    """Let a power take effect for some members."""
    row.party[:] = False
    row.party[0, list(members)] = True
    return did(world, lambda w, log: use(w, row, log))


def strong(body: int, power: int, strength: float) -> World:
    """A crisis in which an organisation is good at something."""
    world = crisis(TURN)
    table = world.board.bodies.strength.copy()
    table[body, power] = strength
    return on_board(world, bodies=replace(world.board.bodies, strength=table))


@pytest.mark.article("16.4", "4.6")
def test_pooled_evidence_is_seen_by_all_who_take_part() -> None:
    world = crisis(TURN)
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    put(world, "look", EAST, BLACKOUT, [1, 2], to=[[Look.FOUND], [Look.ABSENT]])
    row = motion(LEAGUE, Power.POOLED_EVIDENCE, incident=BLACKOUT)
    after = used(world, row, NORTH, EAST, WEST).after
    assert after.look[WEST, BLACKOUT, :4, 0].tolist() == [1, 1, 0, 0]
    assert after.look[NORTH, BLACKOUT, :4, 0].tolist() == [1, 1, 0, 0]
    assert after.look[SOUTH, BLACKOUT, :4, 0].tolist() == [0, 0, 0, 0]
    assert after.judged[WEST, BLACKOUT, 0] == 0, "belief follows"


@pytest.mark.article("16.4", "6.7")
def test_a_joint_statement_condemns_or_names() -> None:
    world = crisis(TURN)
    put(world, "anger", NORTH, to=40)
    row = motion(LEAGUE, Power.JOINT_STATEMENT, incident=BLACKOUT)
    plain = used(world, row, NORTH, WEST)
    assert (plain.after.condemned[:, BLACKOUT, 0] > 0).tolist() == [1, 0, 0, 1]
    assert plain.delta("standing", WEST) == 2 * p.CONDEMNED
    assert plain.delta("anger", NORTH) == -grid(40 * p.VENT_WORDS * 1.5)
    row = motion(LEAGUE, Power.JOINT_STATEMENT, incident=BLACKOUT, accused=GANG)
    named = used(world, row, NORTH, WEST).after
    assert named.accused[:, BLACKOUT, 0].tolist() == [GANG, NOBODY, NOBODY, GANG]
    assert named.word[[NORTH, WEST], BLACKOUT, 0].tolist() == [4, 4], "actors from: likely"
    assert not named.condemned.any()


@pytest.mark.article("16.4", "8.12")
def test_joint_sanctions_are_those_of_a_treaty() -> None:
    row = motion(UNION, Power.JOINT_SANCTIONS, incident=BLACKOUT, accused=SOUTH)
    done = used(crisis(TURN), row, NORTH, WEST)
    assert done.after.sanction[:, SOUTH, 0].tolist() == [1, 0, 0, 1]
    assert done.delta("heat", WEST, SOUTH) == grid(p.HEAT_NONVIOLENT * p.JOINT_SHARE)


@pytest.mark.article("16.4", "4.8")
def test_independent_attribution_reports_once() -> None:
    row = motion(LEAGUE, Power.INDEPENDENT_ATTRIBUTION, incident=BLACKOUT)
    done = used(crisis(TURN), row, NORTH)
    assert done.changes() == {("inquiry", BLACKOUT): TURN + p.BODY_TURNS}
    assert used(done.after, row, NORTH).changes() == {}


@pytest.mark.article("16.5", "8.16")
def test_mutual_assistance_goes_to_the_victim_by_the_strength() -> None:
    world = strong(LEAGUE, Power.MUTUAL_ASSISTANCE, 1.5)
    put(world, "service", NORTH, ENERGY, to=30)
    row = motion(LEAGUE, Power.MUTUAL_ASSISTANCE, incident=BLACKOUT)
    done = used(world, row, NORTH, EAST)
    lent = evidence.forensic_work(world, p.PROBE_ORDER * p.ASSIST_PROBES)[EAST, BLACKOUT, 0]
    assert done.changes() == {
        ("service", NORTH, ENERGY): grid(1.5 * p.ASSIST_MENDS * (0.5 + 30 / 100)),
        ("probe", NORTH, BLACKOUT): grid(float(lent)),
        ("effort", EAST): -p.ASSIST_EFFORT,
        ("deeds", NORTH, EAST): p.ASSIST_THANKS,
        ("mending", NORTH): TURN,
    }


@pytest.mark.article("16.5", "9.4")
def test_a_capacity_fund_goes_further_the_more_give() -> None:
    world = strong(UNION, Power.CAPACITY_FUND, 1.5)
    row = motion(UNION, Power.CAPACITY_FUND, topic=WEST)
    done = used(world, row, NORTH, EAST, WEST)
    each = grid(p.FUND_POINTS * 1.5)
    assert done.changes() == {
        ("maturing", WEST, Skill.DEFENCE, NEXT): 2 * each,
        ("maturing", WEST, Skill.FORENSICS, NEXT): 2 * each,
        ("funds", NORTH): -p.FUND_PRICE,
        ("funds", EAST): -p.FUND_PRICE,
        ("deeds", WEST, NORTH): p.FUND_THANKS,
        ("deeds", WEST, EAST): p.FUND_THANKS,
        ("security", NORTH): 0.5,
        ("security", EAST): 0.5,
        ("aid", NORTH, WEST): 1,
        ("aid", EAST, WEST): 1,
    }
    put(world, "funds", EAST, to=0)
    assert used(world, row, NORTH, EAST).delta("aid", EAST, WEST) == 0, "who has nothing"


@pytest.mark.article("16.5")
def test_training_readies_now_and_teaches_later() -> None:
    done = used(quiet(TURN), motion(UNION, Power.TRAINING), NORTH, WEST)
    expected = {}
    for nation in (NORTH, WEST):
        expected[("readiness", nation)] = p.TRAIN_READY
        expected[("maturing", nation, Skill.DEFENCE, NEXT)] = p.TRAIN_SKILL
        expected[("maturing", nation, Skill.FORENSICS, NEXT)] = p.TRAIN_SKILL / 2
    assert done.changes() == expected


@pytest.mark.article("16.6", "15.2")
@pytest.mark.parametrize(("own", "advised"), [(0, 0), (NOBODY, ADVICE)])
def test_legal_expertise_makes_members_speak(own: int, advised: int) -> None:
    world = quiet(TURN)
    point = Contested.DUE_DILIGENCE
    put(world, "position", NORTH, point, to=own)
    put(world, "position", EAST, point, to=1)
    row = motion(LEAGUE, Power.LEGAL_EXPERTISE, topic=point)
    done = used(world, row, NORTH, EAST, WEST)
    own_ = own if own != NOBODY else ADVICE
    assert done.after.declared[:, point, 0].tolist() == [own_, NOBODY, 1, advised]
    assert done.delta("standing", WEST) == p.LAW_SPEAKS
    assert done.delta("maturing", WEST, Skill.DIPLOMACY, NEXT) == 1


@pytest.mark.article("16.6", "14.1")
def test_a_norm_forum_endorses_together() -> None:
    done = used(quiet(TURN), motion(LEAGUE, Power.NORM_FORUM, topic=2), NORTH, WEST)
    assert done.changes() == {
        ("norm", NORTH, 2): 1,
        ("norm", WEST, 2): 1,
        ("standing", NORTH): p.NORM_CREDIT,
        ("standing", WEST): p.NORM_CREDIT,
    }


@pytest.mark.article("16.6", "8.7")
def test_contact_points_are_a_line_between_all_members() -> None:
    after = used(quiet(TURN), motion(LEAGUE, Power.CONTACT_DIRECTORY), NORTH, SOUTH, EAST).after
    line = after.pact[HOTLINE, :, :, 0]
    assert np.argwhere(line).tolist() == [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]
    assert after.treaty_until[0, 0] == 99


@pytest.mark.article("16.6", "9.42")
def test_mediation_cools_the_worst_quarrel_of_a_nation() -> None:
    world = strong(LEAGUE, Power.MEDIATION, 1.25)
    fill(world, "heat", 0)
    put(world, "heat", NORTH, SOUTH, to=40)
    put(world, "heat", SOUTH, NORTH, to=30)
    put(world, "hostility", [NORTH, SOUTH], [SOUTH, NORTH], to=50)
    row = motion(LEAGUE, Power.MEDIATION, EAST, topic=NORTH)
    assert used(world, row, NORTH, SOUTH, EAST, WEST).changes() == {
        ("heat", NORTH, SOUTH): -grid(p.MEDIATION_COOLS * 1.25),
        ("heat", SOUTH, NORTH): -grid(p.MEDIATION_COOLS * 1.25),
        ("hostility", NORTH, SOUTH): -grid(3 * 1.25),
        ("hostility", SOUTH, NORTH): -grid(3 * 1.25),
    }
    fill(world, "heat", 0)
    assert used(world, row, NORTH, EAST).changes() == {}, "where there is no quarrel"
