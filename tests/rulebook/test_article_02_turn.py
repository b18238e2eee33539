"""Article 2: the order of a turn, dice, changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from game.actions import harden
from game.rules import dice
from game.rules import params as p
from game.rules.changes import Changes, on_belief_grid, on_grid
from game.rules.happenings import Log, What
from game.rules.orders import Answers, Messages, Offers, Orders
from game.rules.talks import Tone
from game.rules.turn import Ask, Inject, Judged, Question
from game.rules.world import NOBODY, Look, Status, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    ENERGY,
    NORTH,
    SMALL,
    SOUTH,
    WEST,
    answer,
    crisis,
    did,
    drive,
    message,
    offer,
    order,
    play,
    put,
    quiet,
    rules,
    start,
)


@pytest.mark.article("2.1", "2.2", "2.3", "2.4")
def test_the_questions_of_a_turn_come_in_order_and_answers_only_if_there_are_offers() -> None:
    asked: list[tuple[Ask, int, int]] = []

    def reply(question: Question) -> Any:
        asked.append((question.ask, question.round, question.seen.turn))
        if question.ask is Ask.TALK:
            second = offer(NORTH, SOUTH, hotline=1) if question.round == 2 else Offers.empty()
            return Messages.empty(), second
        return (Answers.empty(), Offers.empty()) if question.ask is Ask.ANSWER else Orders.empty()

    done = drive(start(), rules(), reply)
    assert asked == [(Ask.TALK, 1, 1), (Ask.TALK, 2, 1), (Ask.ANSWER, 2, 1), (Ask.ORDER, 0, 1)]
    assert done.after.turn == 1
    assert done.before.turn == 0


@pytest.mark.article("2.2")
def test_reports_are_in_before_anyone_talks() -> None:
    world = crisis(1)
    put(world, "probe", NORTH, BLACKOUT, to=40 - SMALL)
    seen: list[int] = []

    def reply(question: Question) -> Any:
        if question.ask is Ask.ORDER:
            return Orders.empty()
        seen.append(int(question.seen.look[NORTH, BLACKOUT, 0, 0]))
        return Messages.empty(), Offers.empty()

    drive(world, rules(), reply)
    assert seen == [Look.FOUND, Look.FOUND]


@pytest.mark.article("2.3")
def test_what_is_said_in_the_first_round_is_heard_in_the_second() -> None:
    heard: list[int] = []

    def reply(question: Question) -> Any:
        if question.ask is Ask.ORDER:
            return Orders.empty()
        heard.append(int(question.seen.asked_me[SOUTH, NORTH, 0, 0]))
        said = message(NORTH, SOUTH, Tone.ASK) if question.round == 1 else Messages.empty()
        return said, Offers.empty()

    drive(start(), rules(), reply)
    assert heard == [0, 1]


@pytest.mark.article("2.3", "8.2")
def test_trust_follows_kind_words_within_the_talks() -> None:
    trusts: list[float] = []

    def reply(question: Question) -> Any:
        if question.ask is Ask.ORDER:
            return Orders.empty()
        trusts.append(float(question.seen.trust[WEST, NORTH, 0]))
        said = message(NORTH, WEST, Tone.REASSURE) if question.round == 1 else Messages.empty()
        return said, Offers.empty()

    drive(start(), rules(), reply)
    assert trusts[1] > trusts[0]


@pytest.mark.article("2.6")
def test_reactions_follow_the_deeds_of_the_turn() -> None:
    world = quiet(1)
    put(world, "promised", NORTH, SOUTH, 0, to=2)
    put(world, "anger", EAST, to=40)
    put(world, "maturing", WEST, 1, 0, to=4)
    done = play(world, order(NORTH, "expel", target=SOUTH))
    assert done.after.broken[NORTH, SOUTH, 0] == 1, "the promise of restraint"
    assert done.after.anger[EAST, 0] < 40
    assert done.after.capability[WEST, 1, 0] == 24
    heat = p.HEAT_NONVIOLENT / 2 * (1 - p.HEAT_FADES)
    assert done.after.heat[NORTH, SOUTH, 0] == pytest.approx(heat, abs=SMALL)
    deeds = float(done.after.deeds[SOUTH, NORTH, 0])
    assert done.after.trust[SOUTH, NORTH, 0] == max(deeds, 0) < 35


@pytest.mark.article("2.6", "8.9")
def test_a_breach_is_noticed_in_its_own_turn() -> None:
    def reply(question: Question) -> Any:
        if question.ask is Ask.TALK:
            first = offer(NORTH, SOUTH, no_operations=1) if question.round == 1 else Offers.empty()
            return Messages.empty(), first
        if question.ask is Ask.ANSWER:
            return answer(0, SOUTH), Offers.empty()
        return order(NORTH, "expel", target=SOUTH)

    done = drive(start(), rules(), reply)
    assert done.after.broken[NORTH, SOUTH, 0] == 1
    assert not done.after.pact.any()


@pytest.mark.article("2.7", "9.1")
def test_income_comes_last() -> None:
    world = quiet(1)
    put(world, "funds", NORTH, to=1)
    done = play(world, order(NORTH, "harden", choice=ENERGY))
    assert done.after.hardening[NORTH, ENERGY, 0] == 0
    assert done.after.funds[NORTH, 0] > 3


def inject(**given: Any) -> Inject:
    """Something from outside."""
    return Inject(**{"turn": None, "when": None, "effects": (), "settles": ()} | given)


def holds(turn: int) -> Callable[[World], Any]:
    """A condition that holds from a turn on."""
    return lambda world: np.full(world.worlds, world.turn >= turn)


@pytest.mark.article("2.1")
@pytest.mark.parametrize(
    ("turn", "when", "fires"),
    [(None, None, 2), (3, None, 3), (None, 4, 4), (3, 4, 4), (4, 3, 4), (1, None, 2)],
)
def test_an_inject_fires_once_from_its_turn_on_when_its_condition_holds(
    turn: int | None, when: int | None, fires: int
) -> None:
    one = inject(
        turn=turn, when=None if when is None else holds(when), effects=(("access", (EAST,), 7.0),)
    )
    book = dataclasses.replace(rules(), injects=[one])
    world, fired = quiet(1), []
    for _ in range(5):
        done = play(world, rulebook=book)
        world = done.after
        if done.notes(What.INJECT):
            fired.append(world.turn)
            assert done.items("access", EAST) == {"inject": 7}
    assert fired == [fires]
    assert world.injected[0, 0] == fires
    assert world.access[EAST, 0] == 25 + 7


@pytest.mark.article("2.1")
def test_an_inject_fires_only_in_the_worlds_where_its_condition_holds() -> None:
    world = quiet(1, count=3)
    put(world, "capital", EAST, to=np.array([1, 30, 1]))
    one = inject(when=lambda w: w.capital[EAST] > 20, effects=(("access", (EAST,), 7.0),))
    done = play(world, rulebook=dataclasses.replace(rules(), injects=[one]))
    assert (done.after.access[EAST] - world.access[EAST]).tolist() == [0, 7, 0]
    assert done.after.injected[0].tolist() == [0, 2, 0]


@pytest.mark.article("2.1", "4.7")
def test_an_inject_may_settle_a_card_of_what_has_begun() -> None:
    book = dataclasses.replace(rules(), injects=[inject(settles=((BLACKOUT, 2),))])
    world = crisis(1)
    assert play(world, rulebook=book).after.look[:, BLACKOUT, 2, 0].tolist() == [1, 1, 1, 1]
    put(world, "status", BLACKOUT, to=Status.AWAITED)
    after = play(world, rulebook=book).after
    assert not after.look[:, BLACKOUT, 2].any()
    assert after.injected[0, 0] == 2


@pytest.mark.article("2.8")
def test_changes_are_added_put_on_the_grid_and_limited_once() -> None:
    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        here = np.array([0])
        change.add("support", NORTH, here, by=70.004, why="up", who=SOUTH)
        change.add("support", NORTH, here, by=-30, why="down")
        change.add("support", SOUTH, here, by=-80, why="down")
        change.add("anger", np.array([EAST, EAST]), np.array([0, 0]), by=2, why="twice")
        change.add_all("access", np.full(world.access.shape, 70.0), "all")
        change.add("access", WEST, here, by=-75, why="one")
        assert world.support[NORTH, 0] == 50, "nothing happens until it is applied"
        change.apply()
        change.apply()

    done = did(quiet(), doing)
    assert done.delta("support", NORTH) == 40
    assert done.items("support", NORTH) == {"up": 70, "down": -30}
    assert done.items("support", SOUTH) == {"down": -80, "limit": 30}
    assert done.delta("anger", EAST) == 4
    assert done.after.access[:, 0].tolist() == [100, 100, 95, 5]
    assert done.items("access", NORTH) == {"all": 70, "limit": -20}
    assert done.items("access", WEST) == {"all": 70, "one": -75}
    (up,) = [item for item in done.log.items if item.why == "up"]
    assert up.who.tolist() == [SOUTH]


@pytest.mark.article("2.8")
def test_one_figure_may_stand_for_many_places() -> None:
    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        nations, here = np.arange(4)[:, None], np.array([0])
        change.add("access", nations, here, by=np.array([5.0]), why="row")
        change.add("anger", nations, here, by=3, why="scalar")
        change.add("standing", nations, here, by=nations * 2.0, why="column")
        change.apply()

    for log in (Log(), Log(False)):
        world = quiet()
        doing(world, log)
        assert (world.access - quiet().access)[:, 0].tolist() == [5, 5, 5, 5]
        assert world.anger[:, 0].tolist() == [3, 3, 3, 3]
        assert (world.standing - 50)[:, 0].tolist() == [0, 2, 4, 6]
        assert all(len(item.by) == len(item.place) == len(item.who) for item in log.items)


@pytest.mark.article("2.8")
def test_facts_are_put_raised_or_counted() -> None:
    def doing(world: World, log: Log) -> None:
        change = Changes(world, log.ledger)
        pair = np.array([NORTH, NORTH]), np.array([0, 0])
        change.put("accused", NORTH, BLACKOUT, np.array([0]), to=EAST)
        change.raise_to("insight", pair[0], SOUTH, pair[1], to=np.array([2, 1]))
        change.raise_to("withheld", EAST, np.array([0]), to=3)
        change.count("suffered", *pair)
        change.count("exploits", np.array([SOUTH, SOUTH]), pair[1], by=-1)
        change.count("replies", np.array([], int), np.array([], int))
        change.apply()

    world = quiet()
    put(world, "withheld", EAST, to=5)
    assert did(world, doing).changes() == {
        ("accused", NORTH, BLACKOUT): EAST - NOBODY,
        ("insight", NORTH, SOUTH): 2,
        ("suffered", NORTH): 2,
        ("exploits", SOUTH): -1,
    }


@pytest.mark.article("2.8")
def test_without_a_ledger_the_same_happens() -> None:
    one = play(crisis(1), order(NORTH, "harden", choice=ENERGY), kept=True)
    other = play(crisis(1), order(NORTH, "harden", choice=ENERGY), kept=False)
    assert (one.after.amounts == other.after.amounts).all()
    assert (one.after.facts == other.after.facts).all()
    assert other.log.items == other.log.rows == other.log.orders == other.log.talks == []
    assert one.items("hardening", NORTH, ENERGY) == {"harden": harden.STEP}


@pytest.mark.article("2.8")
def test_the_two_grids() -> None:
    assert on_grid([1 / 128, 3 / 128, -0.3]).tolist() == [0, 2 / 64, -19 / 64]
    assert on_belief_grid([0.3333]).tolist() == [341 / 1024]


@pytest.mark.article("2.9")
def test_rolls_are_even_and_depend_on_seed_turn_name_and_keys() -> None:
    seed = dice.seeds(np.arange(2000))
    rolled = dice.roll(seed, 1, "test", 3)
    assert rolled.dtype == np.float32
    assert (rolled >= 0).all()
    assert (rolled < 1).all()
    assert abs(float(rolled.mean()) - 0.5) < 0.02
    assert np.histogram(rolled, 10, (0, 1))[0].min() > 150
    others = (
        dice.roll(seed, 2, "test", 3),
        dice.roll(seed, 1, "toast", 3),
        dice.roll(seed, 1, "test", 4),
        dice.roll(seed, 1, "test", 3, 0),
        dice.roll(dice.derive(seed, "players"), 1, "test", 3),
    )
    for other in others:
        assert abs(float(np.corrcoef(rolled, other)[0, 1])) < 0.08
    assert (dice.roll(seed, 1, "test", 3) == rolled).all()


@pytest.mark.article("2.9")
def test_a_roll_does_not_depend_on_the_batch_nor_on_the_other_rolls() -> None:
    seed = dice.seeds(np.arange(7))
    table = dice.roll(seed, 1, "test", np.arange(5)[:, None])
    assert table.shape == (5, 7)
    for key in range(5):
        for world in range(7):
            assert dice.roll(seed[[world]], 1, "test", key)[0] == table[key, world]
    assert dice.name_of("operation") == 427927149, "names are numbers, the same everywhere"


@pytest.mark.article("2.7", "11.1")
def test_objectives_are_marked_in_the_ledger_phase() -> None:
    book = dataclasses.replace(rules(), objectives=[(holds(0), Judged.ANY), (holds(9), Judged.ANY)])
    assert play(quiet(2), rulebook=book).after.objective[:, 0].tolist() == [3, 0]
