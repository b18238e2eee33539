"""AIs use the whole vocabulary: every clause, every power, every request. (Rules 13.1, 13.2)"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.match import usual_players
from game.players.answering import answer
from game.players.diplomat import decide
from game.players.reasons import Reason, why_refused
from game.players.talking import talk
from game.rules import dice
from game.rules.clauses import (
    CAPACITY_AID,
    CLAUSES,
    COMPENSATION,
    EVIDENCE_SHARING,
    NO_OPERATIONS,
    OFF_LIMITS,
    VERIFICATION,
)
from game.rules.orders import Offers
from game.rules.powers import Power
from game.rules.reading import Reading
from game.rules.talks import Tone
from game.rules.turn import Ask, Question
from game.rules.view import views
from game.rules.world import NOBODY, Contested, Promise, World
from game.scenario.build import start as begin
from game.scenario.doctrines import doctrines, minds, minds_of
from tests.library import loaded, scenario
from tests.worlds import (
    BLACKOUT,
    EAST,
    NORTH,
    SOUTH,
    WEST,
    believed,
    crisis,
    drive,
    fill,
    offer,
    put,
    quiet,
    rules,
    start,
)

SEEDS = dice.derive(dice.seeds(np.arange(1)), "players")
NAMES = tuple(name for name in doctrines() if name != "random")


@cache
def said_in_play() -> Counter[str]:
    """What AIs of all doctrines said in some games of two scenarios."""
    found: Counter[str] = Counter()
    _play(found, start(80), rules())
    board, setup = loaded("olympic_destroyer")
    assert len(usual_players(scenario("olympic_destroyer"), {})) == board.nations
    _play(found, begin(board, setup, np.arange(60)), setup.rules)
    return found


def _play(found: Counter[str], world: World, rulebook: Any) -> None:
    chosen = np.random.default_rng(3).integers(0, len(NAMES), (world.board.nations, world.worlds))
    mind, seeds = minds_of(NAMES, chosen), dice.derive(world.seed, "players")

    def reply(question: Question) -> Any:
        given = decide(question, mind, seeds, reasons=False)
        if question.ask is Ask.TALK:
            _note(found, *given)
        elif question.ask is Ask.ANSWER:
            found.update(Reason(code).name for code in given[0].reason.tolist() if code >= 0)
        return given

    for _ in range(6):
        world = drive(world, rulebook, reply, kept=False).after


def _note(found: Counter[str], messages: Any, offers: Offers) -> None:
    for tone, topic in zip(messages.tone.tolist(), messages.topic.tolist(), strict=True):
        found[f"{Tone(tone).name} {Promise(topic).name}"] += 1
    for number, clause in enumerate(CLAUSES):
        found[clause.id] += int((offers.levels[:, number] > 0).sum())
    found.update(Power(code).name for code in offers.power[offers.body >= 0].tolist())
    found["coalitions"] += int(((offers.body < 0) & (offers.party.sum(axis=1) > 2)).sum())


@pytest.mark.parametrize("clause", [clause.id for clause in CLAUSES])
def test_every_clause_is_proposed_in_some_game(clause: str) -> None:
    assert said_in_play()[clause] > 0


@pytest.mark.parametrize("power", [power.name for power in Power])
def test_every_power_is_moved_in_some_game(power: str) -> None:
    assert said_in_play()[power] > 0


@pytest.mark.parametrize("said", [
    "ASK HELP", "ASK SHARE", "ASK RESTRAINT", "ASK TAKEDOWN", "ASK LEGAL_AID", "ASK EXPLAIN",
    "WARN RESTRAINT", "PROMISE HELP", "PROMISE SHARE", "PROMISE TAKEDOWN", "PROMISE LEGAL_AID",
    "PROMISE RESTRAINT", "coalitions",
])  # fmt: skip
def test_every_request_is_made_and_answered_in_some_game(said: str) -> None:
    assert said_in_play()[said] > 0


@pytest.mark.parametrize("reason", ["TRUST", "BROKEN", "ACCUSED", "BELIEF", "INTEREST", "LAW",
                                    "NORM", "COST"])  # fmt: skip
def test_every_usual_reason_is_given_in_some_game(reason: str) -> None:
    assert said_in_play()[reason] > 0


def test_every_reason_has_a_sentence() -> None:
    for reason in Reason:
        text = why_refused(int(reason), 0.2, 0.7)
        assert text and "{" not in text


def reading(world: World, *names: str) -> Reading:
    """How four doctrines read a world."""
    return Reading(views(world), minds(names))


def usual(world: World, east: str = "reciprocator") -> Reading:
    return reading(world, "reciprocator", "reciprocator", east, "reciprocator")


def answered(read: Reading, row: Offers, nation: int) -> Reason | None:
    """Why a nation refuses an offer, or None if it accepts."""
    answers, _ = answer(read, row, 2, SEEDS)
    mine = answers.take(answers.actor == nation)
    assert len(mine) == 1
    return None if mine.accept[0] else Reason(int(mine.reason[0]))


def warm_world() -> World:
    world = quiet(5)
    fill(world, "trust", 70)
    return world


def test_one_that_reads_due_diligence_as_voluntary_refuses_takedowns_for_that_reason() -> None:
    world, row = warm_world(), offer(NORTH, EAST, takedown=1)
    assert answered(usual(world), row, EAST) is None
    put(world, "position", EAST, Contested.DUE_DILIGENCE, to=0)
    assert answered(usual(world), row, EAST) == Reason.LAW


def test_a_price_beyond_its_funds_is_a_reason() -> None:
    world, row = warm_world(), offer(WEST, EAST, capacity_aid=2)
    put(world, "trust", EAST, WEST, to=90)
    assert answered(usual(world, "shelter_seeker"), row, EAST) is None
    put(world, "funds", EAST, to=1)
    assert answered(usual(world, "shelter_seeker"), row, EAST) == Reason.COST


def accused_world(belief: float) -> World:
    world = crisis(5)
    believed(world, EAST, BLACKOUT, SOUTH, belief)
    fill(world, "trust", 60)
    return world


NAMING = {"incident": BLACKOUT, "accused": SOUTH}


def test_who_lives_on_aid_does_not_name_the_giver() -> None:
    world = accused_world(0.95)
    row = offer(NORTH, EAST, attribution=1, **NAMING)
    assert answered(usual(world, "hedger"), row, EAST) != Reason.LEVERAGE
    assert answered(usual(world, "swing_voter"), row, EAST) == Reason.INTEREST
    world = accused_world(0.95)
    put(world, "trust", EAST, NORTH, to=80)
    assert answered(usual(world, "hegemon"), row, EAST) is None
    put(world, "aid", SOUTH, EAST, to=3)
    assert answered(usual(world, "hegemon"), row, EAST) == Reason.LEVERAGE


def test_who_holds_the_norm_to_weigh_everything_wants_more_proof() -> None:
    world, row = accused_world(0.76), offer(NORTH, EAST, attribution=2, **NAMING)
    put(world, "trust", EAST, NORTH, to=80)
    assert answered(usual(world, "hegemon"), row, EAST) is None
    put(world, "norm", EAST, 2, to=1)
    assert answered(usual(world, "hegemon"), row, EAST) == Reason.NORM


def test_a_promise_of_silence_binds_those_who_keep_their_word() -> None:
    world, row = accused_world(0.95), offer(NORTH, EAST, attribution=1, **NAMING)
    put(world, "promised", EAST, SOUTH, Promise.SILENCE, to=8)
    assert answered(usual(world, "legalist"), row, EAST) == Reason.BOUND
    assert answered(usual(world, "criminal_haven"), row, EAST) != Reason.BOUND


def test_a_friend_blocks_what_names_its_friend_and_a_small_harm_is_let_pass() -> None:
    league = {"body": 0, "incident": BLACKOUT}
    world = accused_world(0.9)
    named = offer(NORTH, EAST, WEST, power=Power.JOINT_STATEMENT, accused=SOUTH, **league)
    assert answered(usual(world), named, EAST) is None
    put(world, "trust", EAST, SOUTH, to=90)
    assert answered(usual(world), named, EAST) == Reason.ACCUSED
    plain = offer(NORTH, SOUTH, EAST, WEST, power=Power.JOINT_STATEMENT, **league)
    treaty = offer(NORTH, EAST, joint_statement=1, incident=BLACKOUT)
    put(world, "trust", EAST, NORTH, to=45)
    assert answered(usual(world, "mediator"), treaty, EAST) == Reason.INTEREST
    assert answered(usual(world, "mediator"), plain, EAST) is None, "silence agrees"


def countered(read: Reading, row: Offers, nation: int) -> Offers:
    """What a nation proposes instead."""
    _, counters = answer(read, row, 1, SEEDS)
    return counters.take(counters.actor == nation)


def test_a_counter_strips_what_is_disliked_and_asks_for_less() -> None:
    world = warm_world()
    put(world, "exploits", EAST, to=4)
    row = offer(NORTH, EAST, no_operations=1, vulnerabilities=1, evidence_sharing=2, duration=2)
    found = countered(usual(world, "opportunist"), row, EAST)
    assert found.levels[0, NO_OPERATIONS] == 1
    assert found.levels[0, [n for n, c in enumerate(CLAUSES) if c.id == "vulnerabilities"]] == 0
    assert found.levels[0, EVIDENCE_SHARING] > 0
    assert found.counter.tolist() == [1]


def test_what_it_refuses_it_does_not_propose_itself() -> None:
    row = offer(NORTH, EAST, hotline=1, mutual_assistance=1)
    haven = usual(warm_world(), "criminal_haven")
    assert answered(haven, row, EAST) is not None
    assert not len(countered(haven, row, EAST)), "it likes each clause, and the whole too little"


def test_in_a_counter_the_same_side_pays() -> None:
    world = warm_world()
    put(world, "exploits", EAST, to=9)
    row = offer(NORTH, EAST, capacity_aid=1, vulnerabilities=1)
    found = countered(usual(world, "criminal_haven"), row, EAST)
    assert found.levels[0, CAPACITY_AID] == 2, "north gave in the offer, and gives in the counter"
    assert found.levels[0, COMPENSATION] == 0


def test_who_trusts_less_asks_to_see_more() -> None:
    asked = []
    for trust in (80, 50, 30, 10):
        world = quiet(5)
        fill(world, "trust", trust)
        put(world, "heat", SOUTH, EAST, to=40)
        put(world, "hostility", SOUTH, EAST, to=80)
        _, offers = talk(usual(world, "mediator"), SEEDS)
        mine = offers.take((offers.actor == EAST) & (offers.levels[:, NO_OPERATIONS] > 0))
        assert mine.party[:, SOUTH].all()
        asked += mine.levels[:, VERIFICATION].tolist()
    assert asked == [0, 1, 2, 3]


def test_who_hides_something_asks_for_no_inspectors() -> None:
    world = crisis(5)
    fill(world, "trust", 10)
    put(world, "heat", NORTH, SOUTH, to=40)
    put(world, "hostility", NORTH, SOUTH, to=80)
    _, offers = talk(reading(world, "reciprocator", "mediator", "random", "random"), SEEDS)
    mine = offers.take((offers.actor == SOUTH) & (offers.levels[:, NO_OPERATIONS] > 0))
    assert mine.levels[:, VERIFICATION].tolist() in ([0], [])
    assert (offers.levels[:, OFF_LIMITS] >= 0).all()


def test_motions_go_to_an_organisation_of_which_one_is_a_member() -> None:
    world = crisis(5)
    _, offers = talk(reading(world, *["coalition_builder"] * 4), SEEDS)
    moved = offers.take(offers.body != NOBODY)
    assert len(moved)
    for actor, body, power in zip(moved.actor, moved.body, moved.power, strict=True):
        assert world.board.member[body, actor]
        assert world.board.bodies.can[body, power] or power == Power.FOUND
