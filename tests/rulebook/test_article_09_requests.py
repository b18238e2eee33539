"""Articles 9.14 to 9.16, 9.25, 9.26, 9.30, 9.36 to 9.38: asking, answering, ransoms, inquiries."""

from __future__ import annotations

import pytest

from game.actions import (
    call_hotline,
    demarche,
    grant_assistance,
    open_inquiry,
    pay_ransom,
    refuse_ransom,
)
from game.rules import params as p
from game.rules.clauses import HOTLINE
from game.rules.world import NOBODY, Promise, Status, World
from tests.contract.test_every_action import held_to_ransom
from tests.worlds import (
    BLACKOUT,
    CREW,
    EAST,
    FINANCE,
    GANG,
    NORTH,
    OPERATION,
    SOUTH,
    WEST,
    act,
    believed,
    crisis,
    fill,
    order,
    play,
    put,
    quiet,
    settle,
)

TURN = 3


@pytest.mark.article("9.14")
def test_ask_help() -> None:
    done = act(crisis(TURN), order(NORTH, "ask_help"))
    assert done.changes() == {
        **{("asked", NORTH, other, Promise.HELP): TURN for other in (SOUTH, EAST, WEST)},
        ("capital", NORTH): -1,
    }
    assert act(crisis(TURN), order(EAST, "ask_help")).voids() == [1], "nothing is going on there"


@pytest.mark.article("9.14")
@pytest.mark.parametrize(("ago", "codes"), [(0, [2]), (1, [2]), (2, [])])
def test_nobody_calls_again_at_once(ago: int, codes: list[int]) -> None:
    world = crisis(TURN)
    put(world, "asked", NORTH, EAST, Promise.HELP, to=TURN - ago)
    assert act(world, order(NORTH, "ask_help")).voids() == codes


def locked() -> World:
    """The gang has locked the east's banks; it was paid once before."""
    world = crisis(TURN)
    held_to_ransom(world)
    put(world, "service", EAST, FINANCE, to=40)
    settle(world)
    return world


@pytest.mark.article("9.15", "3.9")
def test_pay_ransom() -> None:
    done = act(locked(), order(EAST, "pay_ransom", incident=OPERATION))
    assert done.changes() == {
        ("service", EAST, FINANCE): pay_ransom.RETURNED,
        ("standing", EAST): -pay_ransom.SHAME,
        ("support", EAST): -2,
        ("funds", EAST): -6,
        ("until", OPERATION): TURN - 5,
        ("ransom", OPERATION): 2,
        ("fed", GANG): 1,
    }


@pytest.mark.article("9.16", "3.9")
def test_refuse_ransom() -> None:
    done = act(locked(), order(EAST, "refuse_ransom", incident=OPERATION))
    assert done.changes() == {
        ("standing", EAST): refuse_ransom.SPINE,
        ("anger", EAST): refuse_ransom.WORRY,
        ("capital", EAST): -1,
        ("ransom", OPERATION): 1,
        ("fed", GANG): -1,
    }
    row = order(EAST, "refuse_ransom", incident=OPERATION)
    assert act(done.after, row).voids() == [2]
    assert act(done.after, order(EAST, "pay_ransom", incident=OPERATION)).voids() == []


@pytest.mark.article("9.15", "9.16")
@pytest.mark.parametrize("action", ["pay_ransom", "refuse_ransom"])
def test_a_ransom_must_be_asked_of_oneself_and_be_open(action: str) -> None:
    world = locked()
    row = order(EAST, action, incident=OPERATION)
    assert act(world, row).voids() == []
    assert act(world, order(NORTH, action, incident=OPERATION)).voids() == [1]
    assert act(world, order(NORTH, action, incident=BLACKOUT)).voids() == [1], (
        "a wiper asks nothing"
    )
    put(world, "ransom", OPERATION, to=2)
    assert act(world, row).voids() == [2]
    put(world, "ransom", OPERATION, to=0)
    put(world, "status", OPERATION, to=Status.OVER)
    assert act(world, row).voids() == [1]


@pytest.mark.article("9.15", "9.12", "9.2")
def test_paying_and_responding_at_once_end_it_today_in_any_order() -> None:
    pay = order(EAST, "pay_ransom", incident=OPERATION)
    mend = order(EAST, "respond", incident=OPERATION)
    both = [act(locked(), *rows) for rows in ((pay, mend), (mend, pay))]
    assert both[0].changes() == both[1].changes()
    assert both[0].after.until[OPERATION, 0] == TURN


@pytest.mark.article("9.25", "14.5")
def test_legal_assistance_is_asked_where_a_suspect_lives() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    row = order(NORTH, "legal_assistance", target=WEST)
    assert act(world, row).voids() == [1]
    believed(world, NORTH, BLACKOUT, CREW, p.NORM_GROUNDS + 1 / 1024)
    done = act(world, row)
    assert done.changes() == {
        ("asked", NORTH, WEST, Promise.LEGAL_AID): TURN,
        ("effort", NORTH): -1,
    }
    assert act(done.after, row).voids() == [2]


@pytest.mark.article("9.26", "14.5")
def test_grant_assistance() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    believed(world, NORTH, BLACKOUT, CREW, 0.25)
    row = order(WEST, "grant_assistance", target=NORTH)
    assert act(world, row).voids() == [1], "nobody asked"
    put(world, "asked", NORTH, WEST, Promise.LEGAL_AID, to=2)
    assert act(world, row).changes() == {
        ("probe", NORTH, BLACKOUT): p.PROBE_ORDER * grant_assistance.STEPS,
        ("deeds", NORTH, WEST): grant_assistance.THANKS,
        ("effort", WEST): -1,
    }
    believed(world, NORTH, BLACKOUT, CREW, 0)
    assert act(world, row).delta("probe", NORTH, BLACKOUT) == 0, "nobody here is suspected"
    played = play(world, row)
    assert played.after.asked[NORTH, WEST, Promise.LEGAL_AID, 0] == 0, "it is answered"


@pytest.mark.article("9.30", "8.1")
@pytest.mark.parametrize("ask", [NOBODY, *Promise])
def test_a_demarche_asks_for_something(ask: int) -> None:
    world = crisis(TURN)
    put(world, "heat", SOUTH, NORTH, to=10)
    done = act(world, order(NORTH, "demarche", target=SOUTH, choice=ask))
    topic = Promise.RESTRAINT if ask == NOBODY else ask
    assert done.changes() == {
        ("asked", NORTH, SOUTH, topic): TURN,
        ("warned", NORTH, SOUTH): TURN,
        ("heat", SOUTH, NORTH): -demarche.COOLS,
        ("anger", NORTH): -1,
        ("capital", NORTH): -1,
    }


@pytest.mark.article("9.36", "15.4")
def test_notify() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    row = order(NORTH, "notify", target=SOUTH)
    believed(world, NORTH, BLACKOUT, SOUTH, 0.9)
    assert act(world, row).voids() == [1], "a state is not a group on its soil"
    believed(world, NORTH, BLACKOUT, GANG, p.NORM_GROUNDS + 1 / 1024)
    done = act(world, row)
    assert done.changes() == {
        ("warned", NORTH, SOUTH): TURN,
        ("asked", NORTH, SOUTH, Promise.TAKEDOWN): TURN,
        ("capital", NORTH): -1,
    }
    assert act(done.after, row).voids() == [2]
    put(done.after, "asked", NORTH, SOUTH, Promise.TAKEDOWN, to=0)
    assert act(done.after, row).voids() == []


@pytest.mark.article("9.37")
def test_call_hotline() -> None:
    world = quiet(TURN)
    row = order(NORTH, "call_hotline", target=SOUTH)
    put(world, "heat", [NORTH, SOUTH], [SOUTH, NORTH], to=[[20], [10]])
    assert act(world, row).voids() == [1], "no line"
    put(world, "pact", HOTLINE, [NORTH, SOUTH], [SOUTH, NORTH], to=1)
    put(world, "hostility", [NORTH, SOUTH], [SOUTH, NORTH], to=40)
    assert act(world, row).changes() == {
        ("heat", NORTH, SOUTH): -call_hotline.COOLS,
        ("heat", SOUTH, NORTH): -call_hotline.COOLS,
        ("hostility", NORTH, SOUTH): -call_hotline.EASES,
        ("hostility", SOUTH, NORTH): -call_hotline.EASES,
        ("capital", NORTH): -1,
    }
    fill(world, "heat", 0)
    assert act(world, row).voids() == [2], "nothing to talk about"


@pytest.mark.article("9.38")
def test_open_inquiry() -> None:
    world = crisis(TURN)
    put(world, "known", WEST, BLACKOUT, to=0)
    put(world, "accused", NORTH, BLACKOUT, to=EAST)
    done = act(world, order(EAST, "open_inquiry", incident=BLACKOUT))
    steps = p.PROBE_ORDER * open_inquiry.STEPS
    assert done.changes() == {
        **{("probe", nation, BLACKOUT): steps for nation in (NORTH, SOUTH, EAST)},
        ("standing", EAST): open_inquiry.CREDIT,
        ("opened", EAST, BLACKOUT): 1,
        ("capital", EAST): -1,
        ("effort", EAST): -1,
    }


@pytest.mark.article("9.38", "14.5")
def test_an_inquiry_needs_somebody_who_points_here_or_asks() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    row = order(EAST, "open_inquiry", incident=BLACKOUT)
    assert act(world, row).voids() == [1]
    put(world, "asked", NORTH, EAST, Promise.EXPLAIN, to=TURN)
    assert act(world, row).voids() == [], "who is asked to explain can"
    put(world, "asked", NORTH, EAST, Promise.EXPLAIN, to=0)
    put(world, "opened", EAST, BLACKOUT, to=1)
    put(world, "asked", NORTH, EAST, Promise.EXPLAIN, to=TURN)
    assert act(world, row).voids() == [2], "doors open once"
    put(world, "guilt", WEST, BLACKOUT, CREW, to=0.25)
    assert act(world, order(WEST, "open_inquiry", incident=BLACKOUT)).voids() == []


@pytest.mark.article("9.25", "14.5")
def test_legal_assistance_is_asked_again_when_the_request_has_lapsed() -> None:
    world = crisis(TURN)
    fill(world, "guilt", 0)
    put(world, "guilt", NORTH, BLACKOUT, SOUTH, to=0.9)
    row = order(NORTH, "legal_assistance", target=SOUTH)
    put(world, "asked", NORTH, SOUTH, Promise.LEGAL_AID, to=TURN - int(p.NORM_GRACE) + 1)
    assert act(world, row).voids() == [2], "it lies there already"
    put(world, "asked", NORTH, SOUTH, Promise.LEGAL_AID, to=TURN - int(p.NORM_GRACE))
    assert act(world, row).voids() == []
