"""Article 3: how incidents go on, spread, come to light and end."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import dice, incidents
from game.rules import params as p
from game.rules.happenings import What
from game.rules.world import NOBODY, Skill, Status, World, copy
from tests.rulebook.test_article_03_incidents import (
    DISRUPTION,
    ESPIONAGE,
    SEVERITY,
    WIPER,
    kind,
    planned,
)
from tests.worlds import (
    EAST,
    ENERGY,
    FINANCE,
    GANG,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    crisis,
    did,
    fill,
    grid,
    play,
    put,
    quiet,
    start,
)


def begun(world: World, number: int, by: int = SOUTH, on: int = NORTH, severity: float = 4) -> None:
    """An operation that began last turn and goes on."""
    planned(world, number, by, on)
    put(world, "status", OPERATION, to=Status.ACTIVE)
    put(world, "began", OPERATION, to=world.turn - 1)
    put(world, "until", OPERATION, to=world.turn + 2)
    put(world, "severity", OPERATION, to=severity)


@pytest.mark.article("3.4")
def test_services_mend_by_resilience_and_readiness_fades() -> None:
    world = quiet(3)
    put(world, "service", NORTH, ENERGY, to=50)
    put(world, "service", SOUTH, ENERGY, to=99)
    put(world, "readiness", NORTH, to=40)
    done = did(world, incidents.go_on)
    assert done.changes() == {
        ("service", NORTH, ENERGY): grid(50 * p.RECOVERY),
        ("service", SOUTH, ENERGY): 1,
        ("readiness", NORTH): -grid(40 * p.READINESS_FADES),
    }
    assert p.RECOVERY > 0
    assert 0 < p.READINESS_FADES < 1
    assert done.items("service", NORTH, ENERGY) == {"recovery": grid(50 * p.RECOVERY)}
    assert done.items("readiness", NORTH) == {"fades": -grid(40 * p.READINESS_FADES)}


@pytest.mark.article("3.4", "3.3")
def test_what_goes_on_drags_on() -> None:
    world = quiet(3)
    begun(world, WIPER)
    put(world, "hardening", NORTH, FINANCE, to=50)
    put(world, "capability", slice(None), Skill.DEFENCE, to=100)
    done = did(world, incidents.go_on)
    harm = kind(world, "drag", WIPER) * 4
    shield = 50 * p.HARDENING_SHIELD
    dragged = done.items("service", NORTH, FINANCE)["incident"]
    assert dragged == pytest.approx(-harm * (1 - shield), abs=SMALL)
    assert done.items("security", NORTH)["harm kept off"] == pytest.approx(
        harm * shield / 4, abs=SMALL
    )
    put(world, "began", OPERATION, to=3)
    assert "incident" not in did(world, incidents.go_on).items("service", NORTH, FINANCE)


@pytest.mark.article("3.4")
def test_an_incident_is_over_when_its_last_turn_is_past() -> None:
    world = quiet(3)
    begun(world, DISRUPTION)
    put(world, "known", [NORTH, EAST], OPERATION, to=1)
    put(world, "until", OPERATION, to=3)
    assert did(world, incidents.go_on).after.status[OPERATION, 0] == Status.ACTIVE
    put(world, "until", OPERATION, to=2)
    done = did(world, incidents.go_on)
    assert done.after.status[OPERATION, 0] == Status.OVER
    (note,) = done.notes(What.ENDED)
    assert note.seen.tolist() == [1 << NORTH | 1 << EAST]
    assert note.target.tolist() == [NORTH]
    put(world, "status", OPERATION, to=Status.AWAITED)
    assert did(world, incidents.go_on).after.status[OPERATION, 0] == Status.AWAITED


@pytest.mark.article("3.5")
def test_some_kinds_spread_to_the_weakly_defended() -> None:
    world = quiet(3, count=512)
    begun(world, WIPER, severity=6)
    put(world, "capability", EAST, Skill.DEFENCE, to=100)
    done = did(world, incidents.go_on)
    spread = done.after.touched[OPERATION] - world.touched[OPERATION]
    rate = kind(world, "spread", WIPER)
    rolled = dice.roll(world.seed, 3, "spread", np.full(512, OPERATION), np.arange(4)[:, None])
    for nation, defence in ((SOUTH, 60), (WEST, 20)):
        chance = rate * (1 - defence / 100) * (p.BACK_DOOR + 0.2)  # north's defence is 80
        assert spread[nation].tolist() == (rolled[nation] < chance).astype(int).tolist()
        assert abs(spread[nation].mean() - chance) < 0.05
    assert not spread[EAST].any()
    assert not spread[NORTH].any()
    hit = np.flatnonzero(spread[WEST])
    lost = done.after.service[WEST, FINANCE, hit] - world.service[WEST, FINANCE, hit]
    harm = kind(world, "hit", WIPER) * 6 * p.SPREAD_HARM
    assert harm > 0
    assert lost.tolist() == [-harm] * len(hit)
    alarm = kind(world, "alarm", WIPER) * 6 * p.SPREAD_HARM
    assert (done.after.anger[WEST, hit] == alarm).all()
    reasons = {item.why for item in done.log.items}
    assert "spread" in reasons
    (note,) = done.notes(What.SPREAD)
    assert len(note.world) == spread.sum()


@pytest.mark.article("3.5")
def test_it_reaches_a_nation_once_and_only_if_its_kind_spreads() -> None:
    world = quiet(3, count=64)
    put(world, "capability", WEST, Skill.DEFENCE, to=0)
    begun(world, WIPER)
    put(world, "touched", OPERATION, WEST, to=1)
    assert not did(world, incidents.go_on).after.anger[WEST].any()
    begun(world, DISRUPTION)
    put(world, "touched", OPERATION, WEST, to=0)
    assert not did(world, incidents.go_on).after.touched[OPERATION].any()


@pytest.mark.article("3.6")
def test_only_the_victim_may_notice_what_is_quiet() -> None:
    world = quiet(3, count=512)
    begun(world, ESPIONAGE)
    done = did(world, incidents.go_on)
    rolled = dice.roll(world.seed, 3, "notice", np.full(512, OPERATION))
    chance = 80 * p.QUIET_NOTICE / 100
    noticed = done.after.known[NORTH, OPERATION]
    assert noticed.tolist() == (rolled < chance).astype(int).tolist()
    assert 0.2 < noticed.mean() < 0.8
    assert not done.after.known[1:, OPERATION].any()
    assert (done.after.suffered[NORTH] == noticed).all()
    (note,) = done.notes(What.NOTICED)
    assert set(note.seen.tolist()) == {1 << NORTH}
    again = did(done.after, incidents.go_on)
    assert (again.after.suffered[NORTH] == again.after.known[NORTH, OPERATION]).all()


@pytest.mark.article("3.6")
def test_what_is_loud_or_over_is_not_noticed_so() -> None:
    world = quiet(3, count=64)
    put(world, "capability", NORTH, Skill.FORENSICS, to=100)
    begun(world, DISRUPTION)
    assert not did(world, incidents.go_on).after.known.any()
    begun(world, ESPIONAGE)
    put(world, "status", OPERATION, to=Status.OVER)
    assert not did(world, incidents.go_on).after.known.any()
    assert not did(copy(start(8), 3), incidents.go_on).after.known.any()


@pytest.mark.article("3.8")
def test_the_ten_kinds() -> None:
    kinds = start().board.kinds
    assert len(kinds.hit) == 10
    assert (kinds.lasts >= 1).all()
    assert kinds.quiet.tolist() == [False, True, True] + [False] * 7
    assert (kinds.spread >= 0).all()
    assert np.flatnonzero(kinds.spread).tolist() == [4, 8, 9]


@pytest.mark.article("3.4")
def test_a_crisis_of_one_turn_from_end_to_end() -> None:
    world = crisis(1)
    fill(world, "hardening", 0)
    after = play(world).after
    drag = kind(world, "drag", WIPER) * SEVERITY
    mended = grid(50 * p.RECOVERY)
    assert after.service[NORTH, ENERGY, 0] == world.service[NORTH, ENERGY, 0] + mended - drag


@pytest.mark.article("3.7")
def test_an_operation_pays_the_nation_behind_it() -> None:
    world = quiet(3)
    put(world, "capability", slice(None), Skill.OFFENCE, to=100)
    put(world, "capability", slice(None), Skill.DEFENCE, to=0)
    paid = kind(world, "yields", ESPIONAGE)
    assert paid > 0
    for culprit, nation in ((SOUTH + 1, SOUTH), (GANG + 1, None), (8, WEST)):
        for first in range(40):
            world = quiet(3, first=first)
            put(world, "capability", slice(None), Skill.OFFENCE, to=100)
            put(world, "capability", slice(None), Skill.DEFENCE, to=0)
            planned(world, ESPIONAGE)
            put(world, "culprit", OPERATION, to=culprit)
            done = did(world, incidents.begin_operations)
            if done.after.status[OPERATION, 0] == Status.ACTIVE:
                break
        gains = {key[1]: by for key, by in done.changes().items() if key[0] == "security"}
        assert gains == ({} if nation is None else {nation: paid}), culprit
        access = {key[1]: by for key, by in done.changes().items() if key[0] == "access"}
        assert access == ({} if nation is None else {nation: p.SPY_ACCESS}), culprit
        insight = {key[1:]: by for key, by in done.changes().items() if key[0] == "insight"}
        victim = int(world.victim[OPERATION, 0])
        assert insight == ({} if nation is None else {(nation, victim): 1}), culprit
        assert p.SPY_ACCESS > 0
    put(world, "culprit", OPERATION, to=0)
    assert incidents.behind(world, np.array([OPERATION]), np.array([0])).tolist() == [NOBODY]


@pytest.mark.article("3.5")
def test_a_weak_network_it_sits_in_is_a_back_door_to_all() -> None:
    world = quiet(3, count=512)
    begun(world, WIPER, severity=6)
    put(world, "capability", EAST, Skill.DEFENCE, to=0)
    before = did(world, incidents.go_on).after.touched[OPERATION, SOUTH].mean()
    put(world, "touched", OPERATION, EAST, to=1)
    after = did(world, incidents.go_on).after.touched[OPERATION, SOUTH].mean()
    assert abs(after / before - (p.BACK_DOOR + 1) / (p.BACK_DOOR + 0.2)) < 0.4
