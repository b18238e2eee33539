"""Articles 3.8, 3.9 and 4.9: groups that act of their own accord, and vendors who publish."""

from __future__ import annotations

import numpy as np
import pytest

from game.rules import incidents, others
from game.rules import params as p
from game.rules.board import Hazards
from game.rules.happenings import Log
from game.rules.world import NOBODY, Look, Skill, Status, World
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    GANG,
    HEALTH,
    NORTH,
    OPERATION,
    SOUTH,
    WEST,
    crisis,
    did,
    on_board,
    put,
    quiet,
)

TURN = 3
MANY = 600


def hazardous(chance: float, count: int = MANY, targets: tuple[int, ...] = (EAST,)) -> World:
    """Worlds in which the gang strikes hospitals of its own accord."""
    world = quiet(TURN, count)
    actors = world.board.actors
    table = Hazards(
        chance=np.zeros(actors, np.float32),
        kind=np.zeros(actors, np.int16),
        sector=np.full(actors, HEALTH, np.int16),
        severity=np.full(actors, 4, np.float32),
        targets=np.zeros((actors, 4), bool),
    )
    table.chance[GANG] = chance
    table.kind[GANG] = 4
    table.targets[GANG, list(targets)] = True
    return on_board(world, hazards=table)


def struck(world: World) -> float:
    """Share of worlds in which something was launched."""
    after = did(world, others.act).after
    return float((after.began[OPERATION] == TURN + 1).mean())


@pytest.mark.article("3.9")
def test_a_group_strikes_for_nobody_and_in_the_next_turn() -> None:
    after = did(hazardous(1.0, 1), others.act).after
    names = ("kind", "victim", "sector", "severity", "began", "status", "framed")
    found = [float(getattr(after, name)[OPERATION, 0]) for name in names]
    assert found == [4, EAST, HEALTH, 4, TURN + 1, Status.AWAITED, NOBODY]
    culprit = int(after.culprit[OPERATION, 0])
    assert after.board.hand[OPERATION, culprit] == GANG
    assert after.board.sponsor[OPERATION, culprit] == NOBODY


@pytest.mark.article("3.9", "9.15")
def test_ransoms_feed_it_and_a_crackdown_keeps_it_down() -> None:
    world = hazardous(0.2)
    usual = struck(world)
    assert usual == pytest.approx(0.2, abs=0.05)
    put(world, "fed", GANG, to=2)
    assert struck(world) == pytest.approx(0.2 * (1 + 2 * p.RANSOM_FEEDS), abs=0.06)
    assert p.RANSOM_FEEDS > 0.2
    put(world, "curbed", GANG, to=TURN)
    assert struck(world) == 0
    put(world, "curbed", GANG, to=TURN - 1)
    assert struck(world) > 0
    put(world, "curbed", CREW, to=TURN)
    assert struck(world) > 0, "somebody else was kept down"
    assert struck(hazardous(0.0)) == 0


@pytest.mark.article("3.9")
def test_it_chooses_the_weak_more_often() -> None:
    world = hazardous(1.0, targets=(NORTH, WEST))
    victims = did(world, others.act).after.victim[OPERATION]
    assert set(victims.tolist()) == {NORTH, WEST}
    assert float((victims == WEST).mean()) > 0.6, "its defence is 20, that of the north 80"
    put(world, "capability", WEST, Skill.DEFENCE, to=80)
    even = did(world, others.act).after.victim[OPERATION]
    assert float((even == WEST).mean()) == pytest.approx(0.5, abs=0.08)


@pytest.mark.article("3.9", "4.1")
def test_a_group_that_nobody_could_suspect_alone_does_not_act() -> None:
    world = hazardous(1.0, 4)
    hand = np.where(world.board.hand == GANG, CREW, world.board.hand)
    assert struck(world) == 1
    assert struck(on_board(world, hand=hand)) == 0


@pytest.mark.article("3.8", "9.12")
@pytest.mark.parametrize(("ago", "hindered"), [(0, 1), (1, 1), (2, 0)])
def test_what_hits_while_teams_are_at_work_is_hindering(ago: int, hindered: int) -> None:
    late = quiet(TURN)
    put(late, "mending", NORTH, to=TURN - ago)
    due = np.zeros((late.board.scripted, 1), bool)
    due[BLACKOUT] = True
    done = did(late, lambda w, log: incidents.begin_scripted(w, due, log))
    assert done.after.hindered[BLACKOUT, 0] == hindered


def filed(count: int = MANY) -> World:
    """A blackout on which a vendor has something to publish: the code, and the hours."""
    world = crisis(TURN, count)
    vendor = np.zeros(world.board.vendor.shape, bool)
    vendor[BLACKOUT, [0, 1]] = True
    return on_board(world, vendor=vendor)


@pytest.mark.article("4.9", "4.7")
def test_vendors_publish_now_and_then_what_they_have() -> None:
    world = filed()
    put(world, "card", BLACKOUT, 1, to=0)
    after = did(world, others.vendors).after
    spoke = after.look[WEST, BLACKOUT, 0] == Look.FOUND
    assert float(spoke.mean()) == pytest.approx(p.VENDOR_SPEAKS, abs=0.05)
    assert (after.published[BLACKOUT, 0] == spoke).all()
    missing = after.look[WEST, BLACKOUT, 1] == Look.ABSENT
    assert 0 < float(missing.mean()) < 0.3
    assert not after.published[BLACKOUT, 1].any(), "what is not there is not published"
    for nation in (NORTH, SOUTH, EAST):
        assert (after.look[nation] == after.look[WEST]).all(), "everybody reads it"


@pytest.mark.article("4.9")
@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("began", BLACKOUT, TURN - int(p.VENDOR_MEMORY) - 1),
        ("status", BLACKOUT, Status.AWAITED),
        ("known", (SOUTH, BLACKOUT), 0),
    ],
)
def test_vendors_speak_of_fresh_cases_all_know_of(name: str, place: object, value: int) -> None:
    world = filed()
    where = place if isinstance(place, tuple) else (place,)
    put(world, name, *where, to=value)
    assert did(world, others.vendors).changes() == {}
    log = Log()
    others.vendors(world, log)
    assert not log.rows


@pytest.mark.article("4.9")
def test_what_all_know_is_not_published_again() -> None:
    world = filed()
    put(world, "look", slice(None), BLACKOUT, [0, 1], to=Look.FOUND)
    log = Log()
    others.vendors(world, log)
    assert not log.rows
