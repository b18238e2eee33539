"""Articles 14.5 and 14.7: requests, and the duty to answer them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from game.actions import actions
from game.rules import params as p
from game.rules import requests
from game.rules.changes import Changes
from game.rules.happenings import Log, What
from game.rules.screening import forms
from game.rules.talks import Tone
from game.rules.world import NOBODY, Promise, Status, World
from tests.worlds import (
    ANSWER_HELP,
    BLACKOUT,
    CREW,
    EAST,
    ENERGY,
    GANG,
    NORTH,
    PROTECT_OWN,
    SOIL,
    SOUTH,
    WEST,
    Played,
    act,
    believed,
    crisis,
    did,
    fill,
    grid,
    message,
    on_board,
    order,
    play,
    put,
    quiet,
)

ASKED = 3
LATE = ASKED + int(p.NORM_GRACE)
HERE = np.array([0])


def asking(turn: int, topic: Promise = Promise.HELP, of: int = EAST) -> World:
    """North asked somebody for something on turn 3; all nations hold the duties to answer."""
    world = crisis(turn)
    fill(world, "norm", 1)
    put(world, "asked", NORTH, of, topic, to=ASKED)
    return world


def reckoned(world: World, *deeds: tuple[int, int, Promise], able: bool = True) -> Played:
    """Settle what is owed after a turn in which some did something for others."""
    done = np.zeros((4, 4, len(Promise), 1), bool)
    for doer, asker, topic in deeds:
        done[doer, asker, topic] = True
    means = np.full((4, len(Promise), 1), able)
    return did(world, lambda w, log: requests.duties(w, done, means, log))


@pytest.mark.article("14.5")
def test_a_request_lies_open_and_asking_again_does_not_renew_it() -> None:
    one, other = np.array([NORTH]), np.array([EAST])

    def asked(turn: int) -> int:
        world = asking(turn)
        change = Changes(world)
        requests.ask(change, one, other, Promise.HELP, HERE)
        change.apply()
        return int(world.asked[NORTH, EAST, Promise.HELP, 0])

    assert [asked(turn) for turn in range(ASKED, LATE + 1)] == [ASKED] * (LATE + 1 - ASKED)
    assert asked(LATE + 1) == LATE + 1, "what was left too long may be asked anew"


@pytest.mark.article("14.5", "8.1", "9.14", "9.30")
def test_every_way_of_asking_is_a_request() -> None:
    world = crisis(ASKED)
    said = play(crisis(ASKED - 1), said=message(NORTH, EAST, Tone.ASK, Promise.SHARE))
    assert said.after.asked[NORTH, EAST, Promise.SHARE, 0] == ASKED
    called = act(world, order(NORTH, "ask_help")).after.asked[NORTH, :, Promise.HELP, 0]
    assert called.tolist() == [0, ASKED, ASKED, ASKED]
    row = order(NORTH, "demarche", target=SOUTH, choice=Promise.EXPLAIN)
    assert act(world, row).delta("asked", NORTH, SOUTH, Promise.EXPLAIN) == ASKED


@pytest.mark.article("14.5")
def test_who_answers_is_credited_by_the_share_that_holds_the_duty() -> None:
    world = asking(ASKED + 1)
    put(world, "norm", [NORTH, SOUTH, WEST], ANSWER_HELP, to=0)
    done = reckoned(world, (EAST, NORTH, Promise.HELP))
    assert done.changes() == {
        ("asked", NORTH, EAST, Promise.HELP): -ASKED,
        ("standing", EAST): p.NORM_CREDIT / 4,
    }
    put(world, "asked", SOUTH, EAST, Promise.HELP, to=ASKED)
    twice = reckoned(world, (EAST, NORTH, Promise.HELP), (EAST, SOUTH, Promise.HELP))
    assert twice.delta("standing", EAST) == p.NORM_CREDIT / 4, "one duty, one credit a turn"
    assert reckoned(world, (WEST, NORTH, Promise.HELP)).changes() == {}, "nobody asked the west"


@pytest.mark.article("14.5")
@pytest.mark.parametrize("turn", range(ASKED, LATE + 2))
def test_silence_breaks_the_duty_once_the_grace_is_over(turn: int) -> None:
    done = reckoned(asking(turn))
    if turn != LATE:
        assert done.changes() == {}
        return
    assert done.changes() == {
        ("standing", EAST): -grid(p.NORM_SHAME * 1.5),
        ("breaches", EAST, ANSWER_HELP): 1,
        ("deeds", NORTH, EAST): -p.NORM_SILENCE,
    }
    (note,) = [row for row in done.notes(What.VIOLATED) if len(row.actor)]
    assert (note.actor.tolist(), note.target.tolist()) == ([EAST], [NORTH])


@pytest.mark.article("14.5")
def test_an_answer_in_the_last_turn_is_in_time() -> None:
    done = reckoned(asking(LATE), (EAST, NORTH, Promise.HELP))
    assert done.delta("standing", EAST) > 0
    assert done.delta("deeds", NORTH, EAST) == 0


@pytest.mark.article("14.5")
def test_nobody_owes_what_it_could_not_do() -> None:
    assert reckoned(asking(LATE), able=False).changes() == {}
    world, form = asking(LATE), forms(actions())
    assert form.duty[Promise.HELP].tolist() == [0, 2, 1], "what a team costs"
    put(world, "effort", EAST, to=1)
    able = requests.means(world, form.duty)[:, :, 0]
    assert not able[EAST, Promise.HELP]
    assert able[WEST].all()
    assert able[EAST, Promise.RESTRAINT], "to do nothing costs nothing"


def _over(world: World) -> None:
    put(world, "status", BLACKOUT, to=Status.OVER)


def _small(world: World) -> None:
    put(world, "severity", BLACKOUT, to=p.NORM_GRAVE - 1)


def _of_others(world: World) -> None:
    put(world, "victim", BLACKOUT, to=WEST)


@pytest.mark.article("14.5")
@pytest.mark.parametrize("spoil", [_over, _small, _of_others])
def test_a_call_for_help_needs_grounds(spoil: Callable[[World], None]) -> None:
    world = asking(LATE)
    assert requests.grounds(world)[NORTH, EAST, Promise.HELP, 0]
    spoil(world)
    assert not requests.grounds(world)[NORTH, EAST, Promise.HELP, 0]
    assert reckoned(world).changes() == {}


@pytest.mark.article("14.5")
def test_grounds_to_ask_about_somebody_on_another_s_soil() -> None:
    world = crisis(ASKED)
    fill(world, "guilt", 0)
    believed(world, NORTH, BLACKOUT, CREW, p.NORM_GROUNDS + 1 / 1024)
    sound = requests.grounds(world)[NORTH, :, :, 0]
    assert np.flatnonzero(sound[:, Promise.TAKEDOWN]).tolist() == [WEST]
    assert np.flatnonzero(sound[:, Promise.LEGAL_AID]).tolist() == [WEST]
    believed(world, NORTH, BLACKOUT, CREW, 0)
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    sound = requests.grounds(world)[NORTH, :, :, 0]
    assert not sound[:, Promise.TAKEDOWN].any(), "a state cannot be arrested"
    assert np.flatnonzero(sound[:, Promise.LEGAL_AID]).tolist() == [SOUTH]
    put(world, "began", BLACKOUT, to=ASKED - int(p.NORM_MEMORY))
    assert not requests.grounds(world)[NORTH, :, Promise.LEGAL_AID].any(), "long past"


@pytest.mark.article("14.5")
def test_grounds_to_ask_for_an_explanation() -> None:
    world = quiet(ASKED)
    put(world, "grievance", NORTH, EAST, to=p.NORM_WRONGED)
    sound = requests.grounds(world)[:, :, Promise.EXPLAIN, 0]
    assert np.argwhere(sound).tolist() == [[NORTH, EAST]]
    assert not requests.grounds(world)[:, :, Promise.SILENCE].any()


@pytest.mark.article("14.5", "9.43")
def test_a_notice_left_lying_breaks_the_norm_on_one_s_own_soil() -> None:
    world = asking(LATE, Promise.TAKEDOWN, SOUTH)
    believed(world, NORTH, BLACKOUT, GANG, 0.75)
    done = reckoned(world)
    assert done.delta("breaches", SOUTH, SOIL) == 1
    acted = act(world, order(SOUTH, "crack_down"))
    assert not acted.voids()
    turn = play(asking(LATE - 1, Promise.TAKEDOWN, SOUTH), order(SOUTH, "crack_down"))
    assert turn.after.asked[NORTH, SOUTH, Promise.TAKEDOWN, 0] == 0


@pytest.mark.article("14.5", "2.6")
def test_means_are_those_before_the_orders_of_the_turn() -> None:
    world = asking(LATE - 1)
    put(world, "until", BLACKOUT, to=9)
    put(world, "effort", EAST, to=3)
    put(world, "funds", EAST, to=9)
    spent = play(world, order(EAST, "investigate", incident=BLACKOUT))
    assert spent.delta("breaches", EAST, ANSWER_HELP) == 1, "it chose to spend it elsewhere"
    put(world, "effort", EAST, to=1)
    assert play(world).delta("breaches", EAST, ANSWER_HELP) == 0


@pytest.mark.article("14.7", "9.14")
def test_who_did_nothing_for_itself_pays_for_calling() -> None:
    world = crisis(ASKED)
    put(world, "norm", [NORTH, EAST], PROTECT_OWN, to=1)
    done = act(world, order(NORTH, "ask_help"))
    assert done.delta("standing", NORTH) == -grid(p.NORM_SHAME / 3 * 1.5)
    assert done.delta("breaches", NORTH, PROTECT_OWN) == 1
    (note,) = [row for row in done.notes(What.VIOLATED) if len(row.actor)]
    assert note.actor.tolist() == [NORTH]
    put(world, "hardening", NORTH, ENERGY, to=p.NORM_GUARD)
    assert act(world, order(NORTH, "ask_help")).delta("standing", NORTH) == 0
    put(world, "hardening", NORTH, ENERGY, to=0)
    put(world, "readiness", NORTH, to=p.NORM_GUARD)
    assert act(world, order(NORTH, "ask_help")).delta("standing", NORTH) == 0


@pytest.mark.article("14.5")
def test_only_a_norm_makes_silence_a_breach() -> None:
    world = asking(LATE)
    none = np.full_like(world.board.norms.asked, NOBODY)
    free = on_board(world, norms=replace(world.board.norms, asked=none))
    assert reckoned(free).changes() == {}
    fill(world, "norm", 0)
    cold = reckoned(world).changes()
    assert cold == {("deeds", NORTH, EAST): -p.NORM_SILENCE}, "the one left alone minds"


@pytest.mark.article("14.5")
def test_answering_outside_of_orders_settles_what_was_asked() -> None:
    world = asking(ASKED + 1)

    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        doers, askers, where = np.array([EAST, WEST]), np.array([NORTH, NORTH]), np.array([0, 0])
        requests.answer(change, doers, askers, Promise.HELP, where)
        change.apply()

    assert did(world, doing).changes() == {
        ("asked", NORTH, EAST, Promise.HELP): -ASKED,
        ("standing", EAST): p.NORM_CREDIT,
    }
