"""Articles 9.50 to 9.71: pressure, covert operations, force."""

from __future__ import annotations

from typing import Any

import pytest

from game.actions import (
    countermeasure,
    destroy,
    disrupt,
    expel,
    indict,
    sanction,
    show_force,
    spy,
    strike,
)
from game.rules import params as p
from game.rules.world import NOBODY, Promise, Skill, Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    FINANCE,
    GANG,
    GOVERNMENT,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    TRANSPORT,
    WEST,
    Played,
    act,
    believed,
    crisis,
    fill,
    grid,
    order,
    put,
    quiet,
)

TURN = 3


def calm() -> World:
    """Turn 3: the blackout is known, nobody believes anything, the north is angry."""
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "anger", NORTH, to=40)
    for nation in range(4):
        believed(world, nation, BLACKOUT, GANG, 0)
    return world


def vented(share: float) -> dict[tuple[Any, ...], float]:
    """What an answer does to an anger of 40 at home."""
    assert share > 0
    return {
        ("anger", NORTH): -grid(40 * share),
        ("support", NORTH): grid(40 * share * p.RALLY),
    }


def struck(heat: float) -> dict[tuple[Any, ...], float]:
    """What every open hostile act of north on south does."""
    assert heat > 0
    return {("heat", NORTH, SOUTH): heat, ("struck", NORTH, SOUTH): TURN, ("suffered", SOUTH): 1}


@pytest.mark.article("9.50", "7.1", "6.5")
def test_expel() -> None:
    done = act(calm(), order(NORTH, "expel", target=SOUTH))
    assert done.changes() == {
        **struck(p.HEAT_NONVIOLENT / 2),
        **vented(p.VENT_WORDS),
        ("expelled", NORTH, SOUTH): 1,
        ("deeds", SOUTH, NORTH): -4,
        ("hostility", SOUTH, NORTH): 4,
        ("standing", SOUTH): -expel.BITE,
        ("capital", NORTH): -1,
    }
    assert done.items("heat", NORTH, SOUTH) == {"expels": p.HEAT_NONVIOLENT / 2}
    assert done.items("standing", SOUTH) == {"expelled": -expel.BITE}


@pytest.mark.article("9.50")
def test_diplomats_are_expelled_once() -> None:
    world = calm()
    put(world, "expelled", NORTH, SOUTH, to=1)
    assert act(world, order(NORTH, "expel", target=SOUTH)).voids() == [1]
    assert act(world, order(SOUTH, "expel", target=NORTH)).voids() == []


@pytest.mark.article("9.51")
def test_sanction() -> None:
    world = calm()
    believed(world, EAST, BLACKOUT, SOUTH, 0.75)
    believed(world, WEST, BLACKOUT, SOUTH, 0.25)
    done = act(world, order(NORTH, "sanction", target=SOUTH))
    assert done.changes() == {
        **struck(p.HEAT_NONVIOLENT),
        **vented(p.VENT_DEEDS),
        ("sanction", NORTH, SOUTH): 1,
        ("funds", SOUTH): -sanction.BITE,
        ("support", SOUTH): -2,
        ("funds", NORTH): -sanction.PRICE,
        ("deeds", SOUTH, NORTH): -8,
        ("hostility", SOUTH, NORTH): 6,
        ("deeds", EAST, NORTH): 1,
        ("deeds", WEST, NORTH): -1,
        ("capital", NORTH): -3,
    }
    assert done.items("deeds", EAST, NORTH) == {"punishes": 1}
    assert done.items("funds", SOUTH) == {"sanctioned": -sanction.BITE}


@pytest.mark.article("9.51")
def test_sanctions_stay() -> None:
    world = calm()
    put(world, "sanction", NORTH, SOUTH, to=1)
    assert act(world, order(NORTH, "sanction", target=SOUTH)).voids() == [1]
    assert act(world, order(NORTH, "sanction", target=EAST)).voids() == []


@pytest.mark.article("9.52")
def test_indict_a_nation_counts_as_a_claim_and_weighs_more() -> None:
    world = calm()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.75)
    believed(world, EAST, BLACKOUT, SOUTH, 0.25)
    charged = act(world, order(NORTH, "indict", target=SOUTH, incident=BLACKOUT))
    claim = {
        name: int(getattr(charged.after, name)[NORTH, BLACKOUT, 0])
        for name in ("accused", "word", "sure", "claimed", "indicted")
    }
    assert claim == {
        "accused": SOUTH,
        "word": indict.FILE,
        "sure": 2,
        "claimed": TURN,
        "indicted": 1,
    }
    assert charged.items("standing", SOUTH) == {
        "named": -grid(p.NAMED * (0.75 + 0.25) / 3),
        "charged": -grid(indict.WEIGHT * (0.75 + 0.25) / 4),
    }
    assert charged.items("anger", NORTH) == {
        "names": -grid(40 * p.VENT_WORDS * 1.2),
        "indicts": -grid(40 * p.VENT_WORDS),
    }
    assert (charged.delta("capital", NORTH), charged.delta("effort", NORTH)) == (-1, -4)
    assert charged.delta("suffered", SOUTH) == 0, "a charge is no hostile act"


@pytest.mark.article("9.52")
def test_a_gang_has_no_standing_to_lose() -> None:
    world = calm()
    put(world, "anger", EAST, to=40)
    done = act(world, order(EAST, "indict", target=GANG, incident=BLACKOUT))
    assert done.after.accused[EAST, BLACKOUT, 0] == GANG
    assert not {key for key in done.changes() if key[0] == "standing" and key[1] != EAST}
    heard = {"names": -grid(40 * p.VENT_WORDS * 0.2), "indicts": 0}
    assert done.items("anger", EAST) == heard, "a charge relieves the victim's public"


@pytest.mark.article("9.52")
def test_charges_are_brought_once_and_not_against_oneself() -> None:
    world = crisis(TURN)
    row = order(SOUTH, "indict", target=EAST, incident=BLACKOUT)
    assert act(world, row).voids() == [1]
    put(world, "indicted", NORTH, BLACKOUT, to=1)
    assert act(world, order(NORTH, "indict", target=SOUTH, incident=BLACKOUT)).voids() == [2]


@pytest.mark.article("9.53")
def test_countermeasure() -> None:
    world = calm()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.75)
    believed(world, EAST, BLACKOUT, SOUTH, 1.0)
    lost = grid(countermeasure.BITE * 80 / 100)
    done = act(world, order(NORTH, "countermeasure", target=SOUTH, choice=TRANSPORT))
    assert lost > 0
    assert done.changes() == {
        **struck(p.HEAT_NONVIOLENT * 1.5),
        **vented(p.VENT_DEEDS),
        ("service", SOUTH, TRANSPORT): -lost,
        ("hostility", SOUTH, NORTH): 8,
        ("deeds", SOUTH, NORTH): -8,
        ("deeds", EAST, NORTH): -p.LAW_DOUBT,
        ("deeds", WEST, NORTH): -p.LAW_WRONG,
        ("standing", NORTH): -(p.LAW_DOUBT + p.LAW_WRONG) / 4,
        ("countered", NORTH, BLACKOUT): SOUTH + 1,
        ("replies", NORTH): 1,
        ("capital", NORTH): -2,
        ("effort", NORTH): -3,
    }
    assert done.items("service", SOUTH, TRANSPORT) == {"countermeasure": -lost}


@pytest.mark.article("9.53")
def test_a_countermeasure_answers_a_wrong_one_believes_in() -> None:
    world = calm()
    row = order(NORTH, "countermeasure", target=SOUTH, choice=TRANSPORT)
    believed(world, NORTH, BLACKOUT, SOUTH, countermeasure.FIRM - 1 / 1024)
    assert act(world, row).voids() == [1]
    believed(world, NORTH, BLACKOUT, SOUTH, countermeasure.FIRM)
    assert act(world, row).voids() == []
    put(world, "victim", BLACKOUT, to=EAST)
    assert act(world, row).voids() == [1], "it was not done to the north"
    put(world, "victim", BLACKOUT, to=WEST)
    assert act(world, row).voids() == [], "the west is its ally"
    put(world, "victim", BLACKOUT, to=EAST)
    put(world, "asked", EAST, NORTH, Promise.HELP, to=1)
    assert act(world, row).voids() == [], "the east asked for help"
    put(world, "victim", BLACKOUT, to=NORTH)
    put(world, "capability", NORTH, Skill.OFFENCE, to=20 - SMALL)
    assert act(world, row).voids() == [2]
    put(world, "capability", NORTH, Skill.OFFENCE, to=20)
    assert act(world, row).voids() == []


def operation(done: Played) -> dict[str, float]:
    """The first operation that was launched."""
    names = ("kind", "victim", "sector", "severity", "culprit", "framed", "began", "status")
    return {name: float(getattr(done.after, name)[OPERATION, 0]) for name in names}


@pytest.mark.article("9.60", "3.2")
def test_spy() -> None:
    done = act(quiet(TURN), order(NORTH, "spy", target=SOUTH))
    assert operation(done) == {
        "kind": spy.KIND,
        "victim": SOUTH,
        "sector": GOVERNMENT,
        "severity": spy.SEVERITY,
        "culprit": NORTH + 1,
        "framed": NOBODY,
        "began": TURN + 1,
        "status": Status.AWAITED,
    }
    assert {k: v for k, v in done.changes().items() if k[1:] != (OPERATION,)} == {
        ("effort", NORTH): -3,
    }


@pytest.mark.article("9.60")
def test_spies_need_some_skill() -> None:
    world = quiet(TURN)
    put(world, "capability", NORTH, Skill.OFFENCE, to=15 - SMALL)
    assert act(world, order(NORTH, "spy", target=SOUTH)).voids() == [1]
    put(world, "capability", NORTH, Skill.OFFENCE, to=15)
    assert act(world, order(NORTH, "spy", target=SOUTH)).voids() == []


@pytest.mark.article("9.61")
@pytest.mark.parametrize("level", [1, 2])
def test_disrupt_under_a_false_flag(level: int) -> None:
    row = order(NORTH, "disrupt", target=SOUTH, choice=FINANCE, level=level, cover=EAST)
    done = act(quiet(TURN), row)
    assert operation(done) == {
        "kind": disrupt.KIND,
        "victim": SOUTH,
        "sector": FINANCE,
        "severity": disrupt.BASE + level,
        "culprit": NORTH + 1,
        "framed": EAST + 1,
        "began": TURN + 1,
        "status": Status.AWAITED,
    }
    assert {k: v for k, v in done.changes().items() if k[1:] != (OPERATION,)} == {
        ("effort", NORTH): -4 * level
    }


@pytest.mark.article("9.61")
def test_disruption_needs_some_skill() -> None:
    world = quiet(TURN)
    row = order(NORTH, "disrupt", target=SOUTH, choice=FINANCE)
    put(world, "capability", NORTH, Skill.OFFENCE, to=20 - SMALL)
    assert act(world, row).voids() == [1]
    put(world, "capability", NORTH, Skill.OFFENCE, to=20)
    assert act(world, row).voids() == []


@pytest.mark.article("9.62")
def test_destroy() -> None:
    done = act(quiet(TURN), order(NORTH, "destroy", target=SOUTH, choice=FINANCE))
    assert operation(done) == {
        "kind": destroy.KIND,
        "victim": SOUTH,
        "sector": FINANCE,
        "severity": destroy.SEVERITY,
        "culprit": NORTH + 1,
        "framed": NOBODY,
        "began": TURN + 1,
        "status": Status.AWAITED,
    }
    assert {k: v for k, v in done.changes().items() if k[1:] != (OPERATION,)} == {
        ("exploits", NORTH): -1,
        ("effort", NORTH): -7,
        ("capital", NORTH): -1,
    }


@pytest.mark.article("9.62")
def test_destruction_needs_skill_and_a_vulnerability() -> None:
    world = quiet(TURN)
    row = order(NORTH, "destroy", target=SOUTH, choice=FINANCE)
    put(world, "capability", NORTH, Skill.OFFENCE, to=45 - SMALL)
    assert act(world, row).voids() == [1]
    put(world, "capability", NORTH, Skill.OFFENCE, to=45)
    assert act(world, row).voids() == []
    put(world, "exploits", NORTH, to=0)
    assert act(world, row).voids() == [2]


@pytest.mark.article("9.62", "9.3")
@pytest.mark.parametrize(("kept", "void"), [(0, 2), (1, 1), (2, 0)])
def test_each_wiper_takes_a_vulnerability_of_its_own(kept: int, void: int) -> None:
    world = quiet(TURN)
    put(world, "exploits", NORTH, to=kept)
    for stock in ("capital", "effort", "funds"):
        put(world, stock, NORTH, to=100)
    put(world, "capability", NORTH, Skill.OFFENCE, to=60)
    two = (
        order(NORTH, "destroy", target=SOUTH, choice=FINANCE),
        order(NORTH, "destroy", target=EAST, choice=FINANCE),
    )
    done = act(world, *two)
    assert len(done.voids()) == void
    assert done.delta("exploits", NORTH) == void - 2


@pytest.mark.article("9.70")
def test_show_force() -> None:
    done = act(calm(), order(NORTH, "show_force", target=SOUTH))
    assert done.changes() == {
        **struck(p.HEAT_POSTURE * show_force.HEAT),
        **vented(p.VENT_WORDS),
        ("warned", NORTH, SOUTH): TURN,
        ("hostility", SOUTH, NORTH): 3,
        ("readiness", NORTH): 15,
        ("capital", NORTH): -2,
        ("funds", NORTH): -1,
    }
    assert done.items("readiness", NORTH) == {"shows force": 15}


@pytest.mark.article("9.70", "7.3")
def test_a_signal_needs_a_quarrel() -> None:
    world = quiet(TURN)
    row = order(NORTH, "show_force", target=EAST)
    put(world, "hostility", NORTH, EAST, to=30 - SMALL)
    put(world, "heat", EAST, NORTH, to=p.RUNGS[0] - SMALL)
    assert act(world, row).voids() == [1]
    put(world, "heat", EAST, NORTH, to=p.RUNGS[0])
    assert act(world, row).voids() == []
    put(world, "heat", EAST, NORTH, to=0)
    put(world, "hostility", NORTH, EAST, to=30)
    assert act(world, row).voids() == []


@pytest.mark.article("9.71")
def test_strike() -> None:
    world = calm()
    put(world, "heat", SOUTH, NORTH, to=p.RUNGS[3])
    done = act(world, order(NORTH, "strike", target=SOUTH, choice=TRANSPORT))
    assert done.changes() == {
        **struck(p.HEAT_WAR),
        **vented(p.VENT_DEEDS),
        ("service", SOUTH, TRANSPORT): -strike.DAMAGE,
        ("anger", SOUTH): 25,
        ("hostility", SOUTH, NORTH): strike.FEAR,
        ("blow", NORTH, SOUTH): TURN,
        ("deeds", SOUTH, NORTH): -25,
        ("deeds", EAST, NORTH): -2 * p.LAW_WRONG,
        ("deeds", WEST, NORTH): -2 * p.LAW_WRONG,
        ("standing", NORTH): -p.LAW_WRONG,
        ("capital", NORTH): -6,
        ("funds", NORTH): -5,
    }
    assert done.items("deeds", EAST, NORTH) == {"law": -2 * p.LAW_WRONG}
    assert done.items("service", SOUTH, TRANSPORT) == {"struck": -strike.DAMAGE}


@pytest.mark.article("9.71", "7.3")
def test_nobody_strikes_out_of_the_blue() -> None:
    world = calm()
    row = order(NORTH, "strike", target=SOUTH, choice=TRANSPORT)
    put(world, "heat", SOUTH, NORTH, to=p.RUNGS[3] - SMALL)
    assert act(world, row).voids() == [1]
    put(world, "heat", SOUTH, NORTH, to=p.RUNGS[3])
    assert act(world, row).voids() == []
    put(world, "heat", WEST, EAST, to=100)
    assert act(world, order(NORTH, "strike", target=EAST, choice=0)).voids() == [1]
