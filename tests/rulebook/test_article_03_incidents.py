"""Article 3: how incidents begin."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from game.rules import dice, incidents
from game.rules import params as p
from game.rules.happenings import What
from game.rules.incidents import Operations
from game.rules.world import NOBODY, Skill, Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    GANG,
    GOVERNMENT,
    LEAK,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    Played,
    believed,
    did,
    play,
    put,
    quiet,
    rules,
    start,
)

DISRUPTION, ESPIONAGE, RANSOMWARE, WIPER = 0, 1, 4, 8


SEVERITY = 6.0


def kind(world: World, name: str, number: int) -> float:
    """A figure of a kind of incident."""
    return float(getattr(world.board.kinds, name)[number])


def planned(world: World, number: int, by: int = SOUTH, on: int = NORTH, place: int = 0) -> None:
    """An operation that was ordered last turn."""
    incident = OPERATION + place
    row = {"kind": number, "victim": on, "sector": FINANCE, "severity": 4.0}
    row |= {"culprit": by + 1, "framed": NOBODY, "began": world.turn, "status": Status.AWAITED}
    row |= {"until": world.turn + int(world.board.kinds.lasts[number]) - 1}
    for name, value in row.items():
        put(world, name, incident, to=value)


@pytest.mark.article("3.1", "1.4")
def test_a_scripted_incident_begins_in_its_turn() -> None:
    first = play(start())
    assert first.after.status[:3, 0].tolist() == [Status.ACTIVE, Status.AWAITED, Status.AWAITED]
    (note,) = first.notes(What.BEGAN)
    assert (note.incident.tolist(), note.target.tolist()) == ([BLACKOUT], [NORTH])
    second = play(first.after)
    assert second.after.status[:2, 0].tolist() == [Status.ACTIVE, Status.ACTIVE]
    for name, value in {"began": 2, "victim": EAST, "sector": GOVERNMENT, "kind": 2}.items():
        assert getattr(second.after, name)[LEAK, 0] == value
    assert second.after.until[LEAK, 0] == 2 + world_lasts(second.after, 2) - 1
    assert not [n for n in second.notes(What.BEGAN) if BLACKOUT in n.incident.tolist()]


def world_lasts(world: World, number: int) -> int:
    """Turns a kind of incident lasts."""
    return int(world.board.kinds.lasts[number])


@pytest.mark.article("3.1")
def test_a_condition_can_hold_an_incident_back() -> None:
    def later(world: World) -> Any:
        return np.full(world.worlds, world.turn >= 3)

    held = dataclasses.replace(rules(), begins=[later, None])
    first = play(start(), rulebook=held)
    assert first.after.status[BLACKOUT, 0] == Status.AWAITED
    second = play(first.after, rulebook=held)
    assert second.after.status[:2, 0].tolist() == [Status.AWAITED, Status.ACTIVE]
    third = play(second.after, rulebook=held)
    assert third.after.status[BLACKOUT, 0] == Status.ACTIVE
    assert third.after.began[BLACKOUT, 0] == 3


@pytest.mark.article("3.1")
def test_a_condition_cannot_bring_an_incident_forward() -> None:
    always = dataclasses.replace(rules(), begins=[None, lambda world: np.ones(world.worlds, bool)])
    assert play(start(), rulebook=always).after.status[LEAK, 0] == Status.AWAITED


@pytest.mark.article("3.1", "3.3")
def test_a_loud_incident_harms_alarms_and_is_known_to_all() -> None:
    world = quiet()
    due = np.array([[True], [False]])
    done = did(world, lambda w, log: incidents.begin_scripted(w, due, log))
    assert done.changes("card") == {
        ("kind", BLACKOUT): WIPER + 1,
        ("victim", BLACKOUT): NORTH + 1,
        ("sector", BLACKOUT): ENERGY + 1,
        ("severity", BLACKOUT): SEVERITY,
        ("began", BLACKOUT): 2,
        ("until", BLACKOUT): 1 + world_lasts(world, WIPER),
        ("status", BLACKOUT): Status.ACTIVE,
        **{("known", nation, BLACKOUT): 1 for nation in range(4)},
        ("service", NORTH, ENERGY): -kind(world, "hit", WIPER) * SEVERITY,
        ("anger", NORTH): kind(world, "alarm", WIPER) * SEVERITY,
        ("suffered", NORTH): 1,
        ("security", SOUTH): kind(world, "yields", WIPER),
    }
    assert done.items("security", SOUTH) == {"operation": kind(world, "yields", WIPER)}
    assert done.items("anger", NORTH) == {"incident": kind(world, "alarm", WIPER) * SEVERITY}
    (note,) = done.notes(What.BEGAN)
    assert note.seen.tolist() == [0b1111]


@pytest.mark.article("3.1", "3.6")
def test_a_quiet_incident_alarms_nobody() -> None:
    due = np.array([[False], [True]])
    done = did(quiet(2), lambda w, log: incidents.begin_scripted(w, due, log))
    assert done.after.status[LEAK, 0] == Status.ACTIVE
    assert not {key[0] for key in done.changes()} & {"known", "anger", "suffered", "service"}
    (note,) = done.notes(What.BEGAN)
    assert note.seen.tolist() == [0]


@pytest.mark.article("3.3")
def test_hardening_and_readiness_keep_harm_off() -> None:
    world = quiet()
    put(world, "hardening", NORTH, ENERGY, to=40)
    put(world, "readiness", NORTH, to=30)
    due = np.array([[True], [False]])
    done = did(world, lambda w, log: incidents.begin_scripted(w, due, log))
    shield = 40 * p.HARDENING_SHIELD + 30 * p.READINESS_SHIELD
    harm = kind(world, "hit", WIPER) * SEVERITY
    lost = done.items("service", NORTH, ENERGY)["incident"]
    assert lost == pytest.approx(-harm * (1 - shield), abs=SMALL)
    kept_off = done.items("security", NORTH)["harm kept off"]
    assert kept_off == pytest.approx(harm * shield / 4, abs=SMALL)
    assert kept_off > 0
    by_hardening = 40 * p.HARDENING_SHIELD * harm
    by_readiness = 30 * p.READINESS_SHIELD * harm
    assert lost + harm == pytest.approx(by_hardening + by_readiness, abs=SMALL)
    assert min(by_hardening, by_readiness) > 1


def odds(world: World, by: int, on: int) -> float:
    """Chance that an operation works, by hand."""
    edge = float(world.capability[by, Skill.OFFENCE, 0] - world.capability[on, Skill.DEFENCE, 0])
    edge -= float(world.readiness[on, 0]) / 2
    return min(max(1 - p.BACKFIRE + edge / 250, 0.3), 0.97)


@pytest.mark.article("3.2")
@pytest.mark.parametrize(
    ("offence", "defence", "ready"), [(60, 60, 0), (0, 100, 100), (100, 0, 0), (60, 60, 80)]
)
def test_an_operation_works_by_offence_against_defence(
    offence: float, defence: float, ready: float
) -> None:
    world = quiet(3, count=256)
    put(world, "capability", SOUTH, Skill.OFFENCE, to=offence)
    put(world, "capability", NORTH, Skill.DEFENCE, to=defence)
    put(world, "readiness", NORTH, to=ready)
    planned(world, DISRUPTION)
    done = did(world, incidents.begin_operations)
    rolled = dice.roll(world.seed, 3, "operation", np.full(256, OPERATION))
    chance = odds(world, SOUTH, NORTH)
    works = done.after.status[OPERATION] == Status.ACTIVE
    assert works.tolist() == (rolled < chance).tolist()
    assert abs(works.mean() - chance) < 0.1
    assert (done.after.status[OPERATION][~works] == Status.OVER).all()


@pytest.mark.article("3.2")
def test_among_equals_about_one_operation_in_seven_fails() -> None:
    world = quiet(3, count=512)
    put(world, "capability", SOUTH, Skill.OFFENCE, to=60)
    put(world, "capability", NORTH, Skill.DEFENCE, to=60)
    planned(world, DISRUPTION)
    failed = did(world, incidents.begin_operations).after.status[OPERATION] == Status.OVER
    assert 0.08 < failed.mean() < 0.22, "DCID 2.0, theory M4"


@pytest.mark.article("3.2")
def test_a_sponsor_s_skill_counts_and_an_actor_alone_has_that_of_its_home() -> None:
    world = quiet(3, count=256)
    put(world, "capability", SOUTH, Skill.OFFENCE, to=0)
    put(world, "capability", NORTH, Skill.DEFENCE, to=100)
    put(world, "capability", EAST, Skill.OFFENCE, to=100)
    for culprit in (GANG + 1, 7):  # alone, and for the south
        planned(world, DISRUPTION)
        put(world, "culprit", OPERATION, to=culprit)
        assert world.board.hand[OPERATION, culprit] == GANG
        works = did(world, incidents.begin_operations).after.status[OPERATION] == Status.ACTIVE
        assert 0.3 < works.mean() < 0.6


@pytest.mark.article("3.2")
def test_a_failed_attempt_does_no_harm_and_only_its_victim_and_its_author_see_it() -> None:
    world = quiet(3, count=64)
    put(world, "capability", NORTH, Skill.DEFENCE, to=100)
    planned(world, DISRUPTION, by=WEST)
    rolled = dice.roll(world.seed, 3, "operation", np.full(64, OPERATION))
    first = int(np.flatnonzero(rolled >= odds(world, WEST, NORTH))[0])
    world = quiet(3, first=first)
    put(world, "capability", NORTH, Skill.DEFENCE, to=100)
    planned(world, DISRUPTION, by=WEST)
    done = did(world, incidents.begin_operations)
    assert done.changes("card") == {
        ("status", OPERATION): Status.OVER,
        ("until", OPERATION): 3 - float(world.until[OPERATION, 0]),
        ("severity", OPERATION): -2,
        ("known", NORTH, OPERATION): 1,
        ("known", WEST, OPERATION): 1,
    }
    (note,) = done.notes(What.FAILED)
    assert note.seen.tolist() == [1 << NORTH | 1 << WEST]
    assert done.notes(What.BEGAN) == []


@pytest.mark.article("3.2")
def test_only_operations_of_last_turn_take_effect() -> None:
    world = quiet(3)
    planned(world, DISRUPTION)
    put(world, "began", OPERATION, to=4)
    assert did(world, incidents.begin_operations).changes() == {}
    put(world, "began", OPERATION, to=3)
    put(world, "status", OPERATION, to=Status.OVER)
    assert did(world, incidents.begin_operations).changes() == {}


def ordered(world: World, *rows: tuple[int, int, int]) -> Played:
    """Launch operations given as actor, target and kind."""
    one = np.ones(len(rows))
    actor, target, number = (np.array(part) for part in zip(*rows, strict=True))
    table = Operations(
        (0 * one).astype(np.intp), actor, target, number, 5 * one.astype(np.intp), 3 * one,
        actor + 1, 0 * actor + NOBODY,
    )  # fmt: skip
    return did(world, lambda w, log: incidents.launch(w, table, log))


@pytest.mark.article("3.2")
def test_an_operation_takes_a_place_and_begins_next_turn() -> None:
    world = quiet(3)
    done = ordered(world, (SOUTH, NORTH, DISRUPTION), (NORTH, SOUTH, WIPER))
    places = slice(OPERATION, OPERATION + 3)
    assert done.after.victim[places, 0].tolist() == [SOUTH, NORTH, NOBODY]
    assert done.after.kind[places, 0].tolist() == [WIPER, DISRUPTION, NOBODY]
    assert done.after.began[places, 0].tolist() == [4, 4, NOBODY]
    assert done.after.until[OPERATION, 0] == 3 + world_lasts(world, WIPER)
    assert done.after.until[OPERATION + 1, 0] == 3 + world_lasts(world, DISRUPTION)
    assert (done.after.status[places, 0] == Status.AWAITED).all()
    assert ordered(world, (NORTH, SOUTH, WIPER), (SOUTH, NORTH, DISRUPTION)).changes() == (
        done.changes()
    ), "rows of the table are in no order"


@pytest.mark.article("3.2", "5.3")
def test_when_places_are_full_the_oldest_closed_case_makes_room() -> None:
    world = quiet(9)
    for place in range(10):
        planned(world, DISRUPTION, place=place)
        put(world, "began", OPERATION + place, to=8 - place % 3)
        put(world, "status", OPERATION + place, to=Status.ACTIVE)
    assert ordered(world, (NORTH, SOUTH, WIPER)).changes() == {}, "no room: nothing happens"
    for place in (3, 5):  # began in turns 8 and 6
        put(world, "status", OPERATION + place, to=Status.OVER)
    believed(world, NORTH, OPERATION + 5, SOUTH, 0.5)
    for name in ("probe", "tap"):
        put(world, name, EAST, OPERATION + 5, to=9)
    for name, value in {"accused": SOUTH, "word": 4, "sure": 1, "condemned": 1}.items():
        put(world, name, NORTH, OPERATION + 5, to=value)
    for name in ("answered_for", "indicted"):
        put(world, name, SOUTH, OPERATION + 5, to=1)
    put(world, "inquiry", OPERATION + 5, to=7)
    put(world, "touched", OPERATION + 5, EAST, to=1)
    put(world, "look", NORTH, OPERATION + 5, 2, to=1)
    for name in ("card", "published"):
        put(world, name, OPERATION + 5, 2, to=1)
    put(world, "doubt", NORTH, OPERATION + 5, to=0.5)
    done = ordered(world, (NORTH, SOUTH, WIPER), (EAST, SOUTH, WIPER), (WEST, SOUTH, WIPER))
    reused = [place for place in range(10) if done.after.began[OPERATION + place, 0] == 10]
    assert reused == [3, 5], "two are free, the third operation comes to nothing"
    assert done.after.culprit[OPERATION + 5, 0] == NORTH + 1
    empty = start()
    for name in ("probe", "tap", "known", "judged", "doubt", "accused", "word", "sure"):
        cells, clean = getattr(done.after, name), getattr(empty, name)
        assert cells[:, OPERATION + 5].tolist() == clean[:, OPERATION + 5].tolist(), name
    for name in ("condemned", "answered_for", "indicted", "guilt", "look"):
        assert not getattr(done.after, name)[:, OPERATION + 5].any(), name
    for name in ("card", "published", "touched", "inquiry"):
        assert not getattr(done.after, name)[OPERATION + 5].any(), name
