"""Article 13: how an AI reads its view, talks, answers, orders, and says why."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.actions import actions, number_of
from game.players.answering import answer
from game.players.diplomat import decide
from game.players.grounds import FRIENDLY
from game.players.ordering import order
from game.players.reasons import MOVED, REFUSED, Reason, why_ordered, why_refused
from game.players.talking import talk
from game.rules import dice
from game.rules import params as p
from game.rules.action import Feature, Options
from game.rules.clauses import EVIDENCE_SHARING, HOTLINE, JOINT_STATEMENT, NO_OPERATIONS
from game.rules.minds import MEMORY, Minds
from game.rules.orders import Offers, Orders
from game.rules.reading import KEPT, Reading
from game.rules.talks import Tone
from game.rules.turn import Ask, Question
from game.rules.view import views
from game.rules.world import NOBODY, Promise, Skill, Status, World
from game.scenario.doctrines import minds
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
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

TURN = 5


def mind(**given: Any) -> Minds:
    """Four seats of one made-up character."""
    weights = np.zeros((4, len(Feature), 1, 1), np.float32)
    for feature in Feature:
        weights[:, int(feature)] = given.pop(feature.name.lower(), 0.0)
    usual = {"bar": 0.5, "accept": 0.5, "trusting": 40, "honesty": 1, "guile": 0}
    usual |= {"patience": 0.5, "forgiving": 0.5, "thrift": 0.1, "talk": 1, "chance": 0}
    columns = {
        name: np.full((4, 1, 1), value, np.float32) for name, value in (usual | given).items()
    }
    return Minds(weights=weights, **columns)


def read(world: World, **given: Any) -> Reading:
    """How everybody reads a world."""
    return Reading(views(world), mind(**given))


def suspicious(turn: int = TURN) -> World:
    """The blackout is fresh, and nobody believes anything yet."""
    world = crisis(turn)
    fill(world, "guilt", 0)
    return world


@pytest.mark.article("13.5")
def test_what_concerns_me_and_is_fresh() -> None:
    world = suspicious()
    reading = read(world)
    assert reading.mine[:, BLACKOUT, 0].tolist() == [True, False, False, False]
    assert reading.fresh[:, BLACKOUT, 0].all()
    assert not reading.fresh[:, LEAK].any()
    assert reading.active[:, BLACKOUT, 0].all()
    assert reading.stake[:, BLACKOUT, 0].tolist() == pytest.approx([6, 1.8, 1.8, 1.8])
    put(world, "began", BLACKOUT, to=TURN - MEMORY + 1)
    put(world, "status", BLACKOUT, to=Status.OVER)
    later = read(world)
    assert later.fresh[:, BLACKOUT, 0].all()
    assert not later.active.any()
    put(world, "began", BLACKOUT, to=TURN - MEMORY)
    assert not read(world).fresh.any()
    put(world, "began", BLACKOUT, to=TURN)
    put(world, "status", BLACKOUT, to=Status.AWAITED)
    assert not read(world).fresh.any()


@pytest.mark.article("13.5")
def test_whom_i_suspect_and_what_i_did_myself() -> None:
    world = suspicious()
    believed(world, SOUTH, BLACKOUT, SOUTH, 1)
    believed(world, NORTH, BLACKOUT, EAST, 0.25)
    believed(world, NORTH, BLACKOUT, GANG, 0.5)
    reading = read(world)
    assert reading.suspect[NORTH, BLACKOUT, 0] == GANG
    assert reading.belief[NORTH, BLACKOUT, 0] == 0.5
    assert reading.belief[SOUTH, BLACKOUT, 0] == 0, "what I did is no suspicion"
    assert reading.mine_done[:, BLACKOUT, 0].tolist() == [False, True, False, False]
    assert reading.puzzle[:, 0, 0].tolist() == pytest.approx([3, 0, 1.8, 1.8])
    put(world, "guilt", SOUTH, BLACKOUT, SOUTH, to=0.99)
    assert not read(world).mine_done.any()


@pytest.mark.article("13.5")
def test_how_sure_i_am_that_each_hit_me() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.5)
    believed(world, NORTH, BLACKOUT, EAST, 0.25)
    believed(world, WEST, BLACKOUT, SOUTH, 1)
    reading = read(world, bar=0.5)
    assert reading.certainty[NORTH, :, 0].tolist() == [0, 0.5, 0.25, 0]
    assert reading.harm[NORTH, :, 0].tolist() == [0, 3, 1.5, 0]
    assert reading.sure_harm[NORTH, :, 0].tolist() == [0, 3, 0, 0]
    assert not reading.certainty[WEST].any(), "it did not hit the west"
    put(world, "began", BLACKOUT, to=0)
    old = read(world)
    assert not old.certainty.any()
    assert not old.harm.any()


@pytest.mark.article("13.5")
def test_how_i_stand_to_each() -> None:
    world = suspicious()
    put(world, "trust", NORTH, WEST, to=80)
    put(world, "hostility", NORTH, SOUTH, to=60)
    put(world, "heat", SOUTH, NORTH, to=p.RUNGS[2])
    put(world, "anger", NORTH, to=40)
    put(world, "pact", NO_OPERATIONS, NORTH, EAST, to=1)
    put(world, "promised", NORTH, SOUTH, Promise.RESTRAINT, to=TURN)
    put(world, "promised", NORTH, WEST, Promise.RESTRAINT, to=TURN - 1)
    fill(world, "rung", 7)
    reading = read(world, honesty=0.5)
    assert reading.other[NORTH, :, 0].tolist() == [False, True, True, True]
    assert reading.warm[NORTH, WEST, 0] == pytest.approx(0.6)
    assert reading.warm[NORTH, NORTH, 0] == 0
    assert reading.bad_blood[NORTH, SOUTH, 0] == pytest.approx(0.6)
    assert reading.tension[NORTH, :, 0].tolist() == [0, 3, 0, 0]
    assert reading.anger[:, 0, 0].tolist() == pytest.approx([0.4, 0, 0, 0])
    assert reading.bound[NORTH, :, 0].tolist() == [0, 0, 1, 0]
    assert reading.vowed[NORTH, :, 0].tolist() == [0, 1, 0, 0]
    assert reading.restrained[NORTH, :, 0].tolist() == [0, 3, KEPT, 0]
    assert reading.danger[0, 0, 0] == 1
    seen = views(world)
    fear = seen.hostility_to_me[NORTH] * seen.capability_of[NORTH, :, Skill.OFFENCE] * 1e-4
    assert reading.fear[NORTH] == pytest.approx(fear)


@pytest.mark.article("13.5")
def test_who_struck_me_lately() -> None:
    world = suspicious()
    for struck, provoked in ((TURN, 1), (TURN - 2, 1), (TURN - 3, 0)):
        put(world, "struck", SOUTH, NORTH, to=struck)
        reading = read(world)
        assert reading.provoked[NORTH, :, 0].tolist() == [0, provoked, 0, 0]
        assert not reading.provoked[SOUTH].any()
    early = quiet(1)
    assert not read(early).provoked.any(), "0 means never"


@pytest.mark.article("13.5")
def test_the_case_most_worth_speaking_of() -> None:
    world = suspicious()
    for name, value in {"status": 1, "began": TURN, "victim": EAST, "severity": 3}.items():
        put(world, name, LEAK, to=value)
    for nation in range(4):
        believed(world, nation, LEAK, GANG, 0.5)
    assert read(world).case[:, 0].tolist() == [BLACKOUT, LEAK, LEAK, LEAK]
    put(world, "severity", LEAK, to=1)
    assert read(world).case[:, 0].tolist() == [BLACKOUT, BLACKOUT, LEAK, BLACKOUT]
    believed(world, SOUTH, BLACKOUT, SOUTH, 1)
    assert read(world).case[SOUTH, 0] == LEAK, "nobody speaks of what it did itself"


SEEDS = dice.seeds([1])


@pytest.mark.article("13.1")
def test_who_is_hit_asks_friends_for_help_and_who_was_asked_promises() -> None:
    world = suspicious()
    put(world, "trust", NORTH, WEST, to=100)
    said, _ = talk(read(world), SEEDS)
    from_north = said.take(said.actor == NORTH)
    assert (WEST, Tone.ASK, Promise.HELP) in list(
        zip(from_north.target, from_north.tone, from_north.topic, strict=True)
    )
    put(world, "asked", NORTH, WEST, Promise.HELP, to=TURN)
    said, _ = talk(read(world), SEEDS)
    vows = said.take((said.actor == WEST) & (said.tone == Tone.PROMISE))
    assert (vows.target.tolist(), vows.topic.tolist()) == ([NORTH], [Promise.HELP])
    assert vows.until.tolist() == [TURN]


@pytest.mark.article("13.1")
def test_the_silent_say_nothing() -> None:
    said, offers = talk(read(suspicious(), talk=0), SEEDS)
    assert len(said) == len(offers) == 0


@pytest.mark.article("13.1")
def test_rivals_who_love_calm_propose_restraint_and_do_not_ask_again_soon() -> None:
    world = quiet(TURN)
    put(world, "heat", SOUTH, NORTH, to=p.RUNGS[4])
    _, offers = talk(read(world, calm=2), SEEDS)
    from_north = offers.take(offers.actor == NORTH)
    assert from_north.party[0, :4].tolist() == [True, True, False, False]
    assert from_north.levels[0, NO_OPERATIONS] == 1
    put(world, "refused", NORTH, SOUTH, to=TURN - 1)
    _, offers = talk(read(world, calm=2), SEEDS)
    again = offers.take(offers.actor == NORTH)
    assert not again.party[:, SOUTH].any()


@pytest.mark.article("13.1")
def test_the_wronged_gather_friends_to_speak_with_one_voice() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.97)
    fill(world, "trust", FRIENDLY + 20)
    put(world, "trust", NORTH, SOUTH, to=50)
    _, offers = talk(read(world, voice=3), SEEDS)
    spoke = offers.take((offers.actor == NORTH) & (offers.body == NOBODY))
    assert spoke.accused.tolist() == [SOUTH]
    assert spoke.incident.tolist() == [BLACKOUT]
    assert not spoke.party[0, SOUTH], "the accused is not asked to sign"
    assert spoke.levels[0, JOINT_STATEMENT] == 1
    believed(world, NORTH, BLACKOUT, SOUTH, 0.75)
    _, offers = talk(read(world, voice=3), SEEDS)
    spoke = offers.take((offers.actor == NORTH) & (offers.body == NOBODY))
    assert spoke.accused.tolist() == [NOBODY], "less sure, it condemns without a name"
    assert spoke.levels[0, JOINT_STATEMENT] == 1


def answered(world: World, row: Offers, nation: int, **given: Any) -> tuple[int, float, float]:
    """Reason of one nation for its answer, with the figures; NOBODY if it accepts."""
    answers, _ = answer(read(world, **given), row, 2, SEEDS)
    mine = answers.take(answers.actor == nation)
    assert mine.accept.tolist() == [int(mine.reason[0] == NOBODY)]
    return int(mine.reason[0]), float(mine.factor[0]), float(mine.needed[0])


@pytest.mark.article("13.2")
def test_a_nation_signs_with_whom_it_trusts_enough() -> None:
    world = quiet(TURN)
    row = offer(NORTH, SOUTH, hotline=1)
    put(world, "trust", SOUTH, NORTH, to=40)
    assert answered(world, row, SOUTH, calm=2)[0] == NOBODY
    put(world, "trust", SOUTH, NORTH, to=39)
    assert answered(world, row, SOUTH, calm=2) == (Reason.TRUST, 39, 40)
    put(world, "broken", NORTH, SOUTH, to=2)
    reason, factor, needed = answered(world, row, SOUTH, calm=2)
    assert (reason, factor) == (Reason.BROKEN, 2)
    assert needed > 40


@pytest.mark.article("13.2")
def test_a_nation_signs_what_serves_it() -> None:
    world = quiet(TURN)
    row = offer(NORTH, SOUTH, no_operations=1)
    put(world, "trust", SOUTH, NORTH, to=80)
    assert answered(world, row, SOUTH, calm=1)[0] == NOBODY
    reason, factor, needed = answered(world, row, SOUTH, gain=1)
    assert reason == Reason.INTEREST
    assert factor < needed == 0.5


@pytest.mark.article("13.2")
def test_a_nation_signs_an_accusation_only_if_it_believes_it() -> None:
    world = suspicious()
    fill(world, "trust", 90)
    row = offer(NORTH, EAST, attribution=2, incident=BLACKOUT, accused=SOUTH)
    believed(world, EAST, BLACKOUT, SOUTH, 0.3)
    fill(world, "trust", 90)
    put(world, "trust", EAST, SOUTH, to=50)
    reason, factor, needed = answered(world, row, EAST, voice=1)
    assert (reason, factor) == (Reason.BELIEF, pytest.approx(0.3, abs=0.01))
    believed(world, EAST, BLACKOUT, SOUTH, min(needed + 0.05, 1))
    fill(world, "trust", 90)
    put(world, "trust", EAST, SOUTH, to=50)
    assert answered(world, row, EAST, voice=3)[0] == NOBODY
    ally = offer(SOUTH, WEST, attribution=1, incident=BLACKOUT, accused=NORTH)
    believed(world, WEST, BLACKOUT, NORTH, 1)
    fill(world, "trust", 90)
    assert answered(world, ally, WEST, voice=1)[0] == Reason.ACCUSED


@pytest.mark.article("13.2")
def test_who_likes_only_part_of_an_offer_proposes_that_part() -> None:
    world = quiet(TURN)
    fill(world, "trust", 80)
    row = offer(NORTH, SOUTH, hotline=1, evidence_sharing=2)
    reading = read(world, calm=3, know=-9)
    answers, counters = answer(reading, row, 1, SEEDS)
    assert answers.accept.tolist() == [0]
    assert counters.actor.tolist() == [SOUTH]
    assert counters.levels[0, [HOTLINE, EVIDENCE_SHARING]].tolist() == [1, 0]
    assert counters.counter.tolist() == [1]
    assert len(answer(reading, row, 2, SEEDS)[1]) == 0, "nobody counters in the last round"


def ordered(world: World, **given: Any) -> Orders:
    """What everybody orders."""
    seen = views(world)
    return order(Reading(seen, mind(**given)), Options(actions(), seen), SEEDS, True)


@pytest.mark.article("13.3")
def test_a_nation_orders_what_serves_its_character_as_far_as_its_means_go() -> None:
    world = suspicious()
    given = ordered(world, know=2)
    mine = given.take(given.actor == NORTH)
    assert mine.action[mine.rank == 0].tolist() == [number_of("investigate")]
    assert mine.incident[mine.rank == 0].tolist() == [BLACKOUT]
    assert mine.reason[mine.rank == 0].tolist() == [Feature.KNOW]
    assert (np.bincount(given.actor) <= p.ORDERS_MOST).all()
    fill(world, "effort", 2)
    poor = ordered(world, know=2)
    assert number_of("investigate") not in poor.action.tolist()


@pytest.mark.article("13.3", "13.4")
def test_reasons_can_be_left_out_and_change_nothing() -> None:
    seen = views(suspicious())
    reading, options = Reading(seen, mind(know=1, protect=1)), Options(actions(), seen)
    full, bare = (order(reading, options, SEEDS, reasons) for reasons in (True, False))
    for name in Orders.columns():
        if name not in ("reason", "factor"):
            assert getattr(full, name).tolist() == getattr(bare, name).tolist()
    assert set(bare.reason.tolist()) == {NOBODY}


@pytest.mark.article("13.4")
def test_every_reason_has_its_sentence() -> None:
    assert set(map(int, REFUSED)) == set(map(int, Reason))
    assert set(map(int, MOVED)) == set(map(int, Feature))
    for reason in map(int, Reason):
        assert why_refused(reason, 0.5, 1.0)
    assert "31" in why_refused(0, 31, 45)
    assert "45" in why_refused(0, 31, 45)
    assert why_refused(NOBODY, 0, 0) == why_ordered(NOBODY) == ""
    assert all(why_ordered(int(feature)) for feature in Feature)


@pytest.mark.article("13.6")
def test_one_mind_answers_every_question_of_a_turn() -> None:
    names = ["reciprocator", "hawk", "opportunist", "random"]
    seeds = dice.derive(start().seed, "players")
    asked: list[Ask] = []

    def reply(question: Question) -> Any:
        asked.append(question.ask)
        return decide(question, minds(names), seeds)

    world = start()
    for _ in range(3):
        world = drive(world, rules(), reply).after
    assert set(asked) == set(Ask)
    assert world.turn == 3


@pytest.mark.article("13.6")
def test_a_mind_never_mixes_the_rows_of_others_into_its_own() -> None:
    world = suspicious()
    believed(world, NORTH, BLACKOUT, SOUTH, 0.75)
    plain = ordered(world, justice=2, know=1, voice=1, protect=1)
    put(world, "guilt", [SOUTH, EAST, WEST], BLACKOUT, GANG, to=0.5)
    put(world, "effort", [SOUTH, EAST, WEST], to=0)
    other = ordered(world, justice=2, know=1, voice=1, protect=1)
    for name in Orders.columns():
        mine = [getattr(rows, name)[rows.actor == NORTH].tolist() for rows in (plain, other)]
        assert mine[0] == mine[1], name
