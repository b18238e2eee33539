"""Articles 9.10 to 9.24: protecting oneself, and finding out."""

from __future__ import annotations

import pytest

from game.actions import collect, disclose, harden, ready, refer, share_evidence, withhold
from game.rules import dice
from game.rules import params as p
from game.rules.changes import put_derived
from game.rules.clauses import EVIDENCE_SHARING
from game.rules.evidence import forensic_work, secret_work
from game.rules.happenings import Breach, What
from game.rules.world import Look, Skill, Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    FINANCE,
    HEALTH,
    LEAK,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    act,
    crisis,
    grid,
    order,
    put,
)


@pytest.mark.article("9.10")
@pytest.mark.parametrize("level", [1, 2])
def test_harden(level: int) -> None:
    done = act(crisis(), order(NORTH, "harden", choice=HEALTH, level=level))
    assert done.changes() == {
        ("hardening", NORTH, HEALTH): harden.STEP * level,
        ("security", NORTH): 2 * level,
        ("funds", NORTH): -3 * level,
    }
    assert done.items("hardening", NORTH, HEALTH) == {"harden": harden.STEP * level}


@pytest.mark.article("9.10")
def test_a_sector_hardened_to_the_full_needs_no_more() -> None:
    world = crisis()
    put(world, "hardening", NORTH, HEALTH, to=100)
    assert act(world, order(NORTH, "harden", choice=HEALTH)).voids() == [1]
    assert act(world, order(NORTH, "harden", choice=FINANCE)).voids() == []
    put(world, "hardening", NORTH, HEALTH, to=100 - SMALL)
    done = act(world, order(NORTH, "harden", choice=HEALTH))
    assert done.delta("hardening", NORTH, HEALTH) == SMALL
    assert done.items("hardening", NORTH, HEALTH)["limit"] == SMALL - harden.STEP


@pytest.mark.article("9.11")
def test_ready() -> None:
    done = act(crisis(), order(EAST, "ready"))
    assert done.changes() == {("readiness", EAST): ready.STEP, ("effort", EAST): -2}
    assert done.items("readiness", EAST) == {"ready": ready.STEP}


@pytest.mark.article("9.12")
@pytest.mark.parametrize("level", [1, 3])
def test_respond(level: int) -> None:
    world = crisis()
    put(world, "service", NORTH, ENERGY, to=40)
    mended = grid(p.REPAIR_ORDER * (0.5 + 50 / 100) * level)
    done = act(world, order(NORTH, "respond", incident=BLACKOUT, level=level))
    assert mended > 0
    assert done.changes() == {
        ("service", NORTH, ENERGY): mended,
        ("security", NORTH): grid(mended / 4),
        ("anger", NORTH): -2 * level,
        ("effort", NORTH): -level,
        ("funds", NORTH): -2 * level,
        ("until", BLACKOUT): -1,
        ("mending", NORTH): 1,
    }
    assert done.items("service", NORTH, ENERGY) == {"respond": mended}


@pytest.mark.article("9.12")
def test_a_response_ends_an_incident_sooner_but_not_before_today() -> None:
    world = crisis(3)
    put(world, "until", BLACKOUT, to=3)
    row = order(NORTH, "respond", incident=BLACKOUT)
    assert act(world, row).delta("until", BLACKOUT) == 0
    put(world, "status", BLACKOUT, to=Status.OVER)
    put(world, "until", BLACKOUT, to=2)
    assert act(world, row).delta("until", BLACKOUT) == 0, "what is over stays over"


@pytest.mark.article("9.12")
def test_only_the_victim_of_harm_that_is_still_there_can_respond() -> None:
    world = crisis()
    assert act(world, order(EAST, "respond", incident=BLACKOUT)).voids() == [1]
    row = order(NORTH, "respond", incident=BLACKOUT)
    put(world, "service", NORTH, ENERGY, to=95)
    assert act(world, row).voids() == [], "it goes on"
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert act(world, row).voids() == [2]
    put(world, "service", NORTH, ENERGY, to=95 - SMALL)
    assert act(world, row).voids() == []


@pytest.mark.article("9.13")
def test_disclose() -> None:
    done = act(crisis(), order(NORTH, "disclose"))
    thanks = {("deeds", n, NORTH): disclose.THANKS for n in (SOUTH, EAST, WEST)}
    safer = {("readiness", n): 8 for n in range(4)}
    assert done.changes() == {
        **thanks,
        **safer,
        ("exploits", NORTH): -1,
        ("standing", NORTH): 2,
        ("capital", NORTH): -1,
    }
    assert done.items("readiness", SOUTH) == {"disclosed": 8}
    assert done.items("deeds", SOUTH, NORTH) == {"disclose": disclose.THANKS}


@pytest.mark.article("9.13")
def test_there_must_be_a_vulnerability_to_disclose() -> None:
    assert act(crisis(), order(EAST, "disclose")).voids() == [1]


@pytest.mark.article("9.20")
@pytest.mark.parametrize("level", [1, 3])
def test_investigate(level: int) -> None:
    world = crisis()
    work = grid(float(forensic_work(world, p.PROBE_ORDER)[EAST, BLACKOUT, 0]) * level)
    done = act(world, order(EAST, "investigate", incident=BLACKOUT, level=level))
    assert work > 0
    assert done.delta("probe", EAST, BLACKOUT) == work
    assert done.items("probe", EAST, BLACKOUT) == {"investigate": work}
    assert done.delta("effort", EAST) == -3 * level
    others = {("probe", EAST, BLACKOUT), ("effort", EAST)}
    learnt = {"look", "judged", "guilt", "doubt"}
    assert {key for key in done.changes() if key[0] not in learnt} == others


@pytest.mark.article("9.20")
def test_there_must_be_forensic_work_left() -> None:
    world = crisis()
    row = order(WEST, "investigate", incident=BLACKOUT)
    put(world, "look", WEST, BLACKOUT, [0, 1], to=Look.ABSENT)
    assert act(world, row).voids() == [1], "the secret card and the one for others do not count"
    assert act(world, order(EAST, "investigate", incident=BLACKOUT)).voids() == []
    put(world, "look", WEST, BLACKOUT, 1, to=Look.UNSEEN)
    assert act(world, row).voids() == []


def caught(world: World, actor: int, target: int) -> bool:
    """Whether the target's counter-intelligence catches the collector this turn."""
    rolled = dice.roll(world.seed, world.turn, "collect", actor, target)[0]
    watch = world.capability[target, Skill.FORENSICS, 0]
    return bool(rolled < watch * collect.CAUGHT / 100)


@pytest.mark.article("9.21")
def test_collect() -> None:
    seen = set()
    for first in range(12):
        world = crisis(first=first)
        put(world, "known", NORTH, LEAK, to=1)
        put(world, "capability", SOUTH, Skill.FORENSICS, to=100)
        work = grid(50 * p.TAP_ORDER / 100)
        done = act(world, order(NORTH, "collect", target=SOUTH))
        lost = {}
        if caught(world, NORTH, SOUTH):
            lost = {("deeds", SOUTH, NORTH): -collect.OFFENCE_TAKEN}
            assert done.items("deeds", SOUTH, NORTH) == {"spying": -collect.OFFENCE_TAKEN}
            (note,) = done.notes(What.EXPOSED)
            assert note.seen.tolist() == [1 << NORTH | 1 << SOUTH]
        assert work > 0
        assert done.changes() == {
            **lost,
            ("tap", NORTH, BLACKOUT): work,
            ("tap", NORTH, LEAK): work,
            ("insight", NORTH, SOUTH): 1,
            ("effort", NORTH): -3,
        }
        assert done.items("tap", NORTH, LEAK) == {"collect": work}
        seen.add(bool(lost))
    assert seen == {True, False}


@pytest.mark.article("9.21", "10.2")
def test_collection_deepens_twice_at_most() -> None:
    world = crisis()
    put(world, "insight", NORTH, SOUTH, to=2)
    assert act(world, order(NORTH, "collect", target=SOUTH)).delta("insight", NORTH, SOUTH) == 0


@pytest.mark.article("9.21")
def test_nobody_is_caught_by_the_blind() -> None:
    for first in range(12):
        world = crisis(first=first)
        put(world, "capability", SOUTH, Skill.FORENSICS, to=0)
        assert act(world, order(NORTH, "collect", target=SOUTH)).delta("deeds", SOUTH, NORTH) == 0


@pytest.mark.article("9.22")
def test_share_evidence() -> None:
    world = crisis()
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    put(world, "look", NORTH, BLACKOUT, 1, to=Look.ABSENT)
    put(world, "look", NORTH, BLACKOUT, 2, to=Look.FOUND)
    put(world, "look", EAST, BLACKOUT, 2, to=Look.FOUND)
    done = act(world, order(NORTH, "share_evidence", target=EAST, incident=BLACKOUT))
    assert done.changes("judged", "guilt", "doubt") == {
        ("look", EAST, BLACKOUT, 0): Look.FOUND,
        ("deeds", EAST, NORTH): share_evidence.THANKS,
        ("capital", NORTH): -0.5,
    }
    assert done.items("deeds", EAST, NORTH) == {"shared": share_evidence.THANKS}
    assert done.delta("guilt", EAST, BLACKOUT, SOUTH) > 0
    (note,) = done.notes(What.SHARED)
    assert note.seen.tolist() == [1 << NORTH | 1 << EAST]
    assert note.a.tolist() == [0]


@pytest.mark.article("9.22")
def test_old_news_earns_no_thanks_and_nobody_shares_who_found_nothing() -> None:
    world = crisis()
    row = order(NORTH, "share_evidence", target=EAST, incident=BLACKOUT)
    assert act(world, row).voids() == [1]
    put(world, "look", [NORTH, EAST], BLACKOUT, 0, to=Look.FOUND)
    assert act(world, row).changes() == {("capital", NORTH): -0.5}


@pytest.mark.article("9.22")
def test_who_is_shown_a_file_knows_of_the_case() -> None:
    world = crisis()
    put(world, "known", EAST, BLACKOUT, to=0)
    put(world, "look", NORTH, BLACKOUT, 0, to=Look.FOUND)
    row = order(NORTH, "share_evidence", target=EAST, incident=BLACKOUT)
    assert act(world, row).delta("known", EAST, BLACKOUT) == 1


@pytest.mark.article("9.23")
def test_refer() -> None:
    world = crisis()
    put(world, "known", WEST, BLACKOUT, to=0)
    by_victim = act(world, order(NORTH, "refer", incident=BLACKOUT))
    assert by_victim.changes() == {
        ("inquiry", BLACKOUT): world.turn + refer.TURNS,
        ("known", WEST, BLACKOUT): 1,
        ("standing", NORTH): 1.5,
        ("anger", NORTH): -3,
        ("capital", NORTH): -3,
        **{key: by for key, by in by_victim.changes().items() if key[:2] == ("judged", WEST)},
        **{key: by for key, by in by_victim.changes().items() if key[:2] == ("doubt", WEST)},
        **{key: by for key, by in by_victim.changes().items() if key[:2] == ("guilt", WEST)},
    }
    by_another = act(world, order(EAST, "refer", incident=BLACKOUT))
    assert by_another.delta("anger", EAST) == 0
    assert by_another.items("standing", EAST) == {"inquiry": 1.5}


@pytest.mark.article("9.23")
def test_one_inquiry_a_case() -> None:
    world = crisis()
    put(world, "inquiry", BLACKOUT, to=1)
    assert act(world, order(NORTH, "refer", incident=BLACKOUT)).voids() == [1]


@pytest.mark.article("9.23")
def test_a_report_must_come_before_the_end() -> None:
    last = crisis().board.turns
    row = order(NORTH, "refer", incident=BLACKOUT)
    assert act(crisis(last - refer.TURNS), row).voids() == []
    assert act(crisis(last - refer.TURNS + 1), row).voids() == [2]


@pytest.mark.article("9.24")
def test_withhold() -> None:
    world = crisis(2)
    row = order(NORTH, "withhold")
    assert act(world, row).voids() == [1]
    pact = world.pact.copy()
    pact[EVIDENCE_SHARING, NORTH, WEST] = pact[EVIDENCE_SHARING, WEST, NORTH] = 1
    put_derived(world, "pact", pact)
    done = act(world, row)
    assert done.changes() == {
        ("withheld", NORTH): world.turn + 1,
        ("broken", NORTH, WEST): 1,
        ("deeds", WEST, NORTH): -withhold.ANNOYANCE,
    }
    assert done.items("deeds", WEST, NORTH) == {"withheld": -withhold.ANNOYANCE}
    (note,) = done.notes(What.BROKE)
    assert (note.a.tolist(), note.seen.tolist()) == ([Breach.WITHHELD], [1 << WEST])
    assert act(world, order(EAST, "withhold")).voids() == [1]


@pytest.mark.article("9.21", "4.3")
def test_collection_reaches_as_far_as_ones_sources() -> None:
    world = crisis()
    put(world, "access", NORTH, to=0)
    assert act(world, order(NORTH, "collect", target=SOUTH)).delta("tap", NORTH, BLACKOUT) == 0
    put(world, "access", NORTH, to=100)
    assert secret_work(world, p.TAP_ORDER)[NORTH, BLACKOUT, 0] == p.TAP_ORDER > p.TAP_BASE > 0
