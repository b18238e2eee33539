"""Article 4: hypotheses, cards, work, and the posterior they give."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from game.rules import dice, duties, evidence
from game.rules import params as p
from game.rules.happenings import Log, What
from game.rules.world import NOBODY, Look, Skill, Status, World, copy
from tests.worlds import (
    BLACKOUT,
    EAST,
    GANG,
    LEAK,
    NORTH,
    OPERATION,
    SMALL,
    SOUTH,
    WEST,
    crisis,
    did,
    fill,
    grid,
    parlour,
    put,
    quiet,
    start,
)

CODE, HOURS, CALL, SLIP = range(4)


@pytest.mark.article("4.1")
def test_the_hypotheses_of_a_scripted_incident_and_other() -> None:
    board, _ = parlour()
    assert board.hand[BLACKOUT, :4].tolist() == [NOBODY, SOUTH, GANG, EAST]
    assert board.sponsor[BLACKOUT, :4].tolist() == [NOBODY, NOBODY, SOUTH, NOBODY]
    assert board.live[BLACKOUT].tolist() == [True] * 4 + [False] * 5
    assert board.prior[BLACKOUT, NORTH, :4] == pytest.approx([0.1, 0.4, 0.2, 0.3])
    assert board.accusable[BLACKOUT].tolist() == [False] + [True] * 3 + [False] * 5
    assert board.blames[BLACKOUT, 2].tolist() == [False, True, False, False, True, False]


@pytest.mark.article("4.1")
def test_an_operation_may_be_anybody_s_but_the_victim_s() -> None:
    board, _ = parlour()
    assert board.hand[OPERATION].tolist() == [NOBODY, 0, 1, 2, 3, 4, 5, 4, 5]
    assert board.sponsor[OPERATION].tolist() == [NOBODY] * 7 + [SOUTH, WEST]
    for victim in range(4):
        prior = board.prior[OPERATION, victim]
        assert prior.sum() == pytest.approx(1)
        assert prior[0] == pytest.approx(0.1)
        assert prior[0] >= p.OTHER_LEAST > 0
        assert prior[1 + victim] == 0
        assert (np.delete(prior, 1 + victim)[1:-2] > 0).all()
    assert board.flag[OPERATION] == np.float32(p.FALSE_FLAG)
    assert 0 < p.FALSE_FLAG < 1


@pytest.mark.article("4.1")
def test_the_truth_is_fixed_or_drawn_and_lies_are_as_frequent_as_the_scenario_says() -> None:
    world = start(400)
    assert set(world.culprit[BLACKOUT].tolist()) == {1}
    framed = world.framed[BLACKOUT]
    assert set(framed.tolist()) == {NOBODY, 3}, "the south frames the east, never itself"
    assert abs((framed == 3).mean() - 0.25) < 0.06
    assert set(world.framed[LEAK].tolist()) == {NOBODY}


@pytest.mark.article("4.2")
def test_cards_are_drawn_from_the_truth_and_planted_ones_from_whom_it_frames() -> None:
    world = quiet(3, count=400)
    where = np.arange(400)
    case = np.full(400, BLACKOUT)
    chance = world.board.chance[BLACKOUT]
    rolled = dice.roll(world.seed, 3, "card", case, np.arange(8)[:, None])
    for culprit, framed in ((1, NOBODY), (1, 3), (3, 2)):
        put(world, "culprit", BLACKOUT, to=culprit)
        put(world, "framed", BLACKOUT, to=framed)
        done = did(world, lambda w, log: evidence.deal(w, case, where))
        for card in range(8):
            author = framed if card == HOURS and framed != NOBODY else culprit
            expected = (rolled[card] < chance[card, author]) & (card < 4)
            assert done.after.card[BLACKOUT, card].tolist() == expected.astype(int).tolist()


@pytest.mark.article("4.2", "12")
def test_the_words_of_evidence_are_ratios_of_chances() -> None:
    chance = parlour()[0].chance[BLACKOUT].astype(float)
    for card, best, least, decibans in (
        (CODE, 1, 3, p.FAIR),
        (HOURS, 3, 1, p.STRONG),
        (CALL, 1, 0, p.VERY_STRONG),
        (CALL, 1, 2, p.VERY_STRONG - p.STRONG),
        (SLIP, 2, 1, p.WEAK),
    ):
        assert 10 * math.log10(chance[card, best] / chance[card, least]) == pytest.approx(
            decibans, abs=1e-3
        )
    assert 0 < p.WEAK < p.FAIR < p.STRONG < p.VERY_STRONG
    assert chance[CODE, 1] == pytest.approx(0.8)


@pytest.mark.article("4.3")
def test_daily_work() -> None:
    world = crisis(3)
    put(world, "known", WEST, BLACKOUT, to=0)
    done = did(world, evidence.work)
    luck = dice.roll(world.seed, 3, "analysts", np.arange(4)[:, None])[:, 0]
    for nation, logs in ((NORTH, p.PROBE_VICTIM), (EAST, 1)):
        skill = p.SKILL_FLOOR + (1 - p.SKILL_FLOOR) * float(
            world.capability[nation, Skill.FORENSICS, 0] / 100
        )
        fortune = p.LUCK_LEAST + (2 - 2 * p.LUCK_LEAST) * float(luck[nation])
        assert done.delta("probe", nation, BLACKOUT) == pytest.approx(
            p.PROBE_BASE * skill * fortune * logs, abs=SMALL
        )
    assert done.delta("probe", WEST, BLACKOUT) == done.delta("tap", WEST, BLACKOUT) == 0
    assert done.delta("tap", NORTH, BLACKOUT) == grid(50 * p.TAP_BASE / 100) > 0
    assert done.items("tap", NORTH, BLACKOUT) == {"daily work": grid(50 * p.TAP_BASE / 100)}


@pytest.mark.article("4.3")
def test_work_grows_with_skill_with_luck_and_with_the_logs() -> None:
    world = crisis(3, count=400)
    work = evidence.forensic_work(world, p.PROBE_BASE)
    blind = copy(world)
    put(blind, "capability", EAST, Skill.FORENSICS, to=0)
    put(blind, "capability", WEST, Skill.FORENSICS, to=100)
    other = evidence.forensic_work(blind, p.PROBE_BASE)
    ratio = other[EAST, BLACKOUT] / work[EAST, BLACKOUT]
    assert ratio == pytest.approx(p.SKILL_FLOOR / (p.SKILL_FLOOR + (1 - p.SKILL_FLOOR) * 0.6))
    assert (other[EAST, BLACKOUT] > 0).all()
    best = other[WEST, BLACKOUT]
    assert best.min() >= p.PROBE_BASE * p.LUCK_LEAST - SMALL
    assert best.max() <= p.PROBE_BASE * (2 - p.LUCK_LEAST) + SMALL
    assert best.min() < p.PROBE_BASE * 0.9 < p.PROBE_BASE * 1.1 < best.max()
    assert 0.2 < p.LUCK_LEAST < 1
    assert 0 < p.SKILL_FLOOR < 1
    assert p.PROBE_VICTIM > 1
    assert p.PROBE_ORDER > p.PROBE_BASE > 0


@pytest.mark.article("4.4")
@pytest.mark.parametrize(("exists", "look"), [(1, Look.FOUND), (0, Look.ABSENT)])
def test_enough_work_settles_a_card_either_way(exists: int, look: Look) -> None:
    world = crisis(3)
    put(world, "card", BLACKOUT, CODE, to=exists)
    put(world, "probe", NORTH, BLACKOUT, to=40 - SMALL)
    assert did(world, evidence.settle_cards).changes() == {}
    put(world, "probe", NORTH, BLACKOUT, to=40)
    done = did(world, evidence.settle_cards)
    assert done.changes() == {
        ("look", NORTH, BLACKOUT, CODE): look,
        ("judged", NORTH, BLACKOUT): -1,
    }
    (note,) = done.notes(What.FOUND)
    assert (note.a.tolist(), note.b.tolist()) == ([CODE], [float(exists)])
    assert note.seen.tolist() == [1 << NORTH]
    assert did(done.after, evidence.settle_cards).changes() == {}, "it is settled once"


@pytest.mark.article("4.4")
def test_secret_cards_need_secret_sources_and_some_cards_need_being_there() -> None:
    world = crisis(3)
    put(world, "probe", [NORTH, WEST], BLACKOUT, to=200)
    found = did(world, evidence.settle_cards).after.look[:, BLACKOUT, :4, 0]
    assert found[NORTH].tolist() == [1, 1, 0, 1]
    assert found[WEST].tolist() == [1, 1, 0, 0]
    put(world, "probe", slice(None), BLACKOUT, to=0)
    put(world, "tap", NORTH, BLACKOUT, to=30)
    assert did(world, evidence.settle_cards).after.look[NORTH, BLACKOUT, :4, 0].tolist() == [
        0,
        0,
        1,
        0,
    ]


@pytest.mark.article("4.4")
def test_nothing_is_found_of_what_has_not_begun_or_is_not_known() -> None:
    world = crisis(3)
    put(world, "probe", NORTH, BLACKOUT, to=200)
    for name, at, value in (
        ("known", (NORTH, BLACKOUT), 0),
        ("status", (BLACKOUT,), Status.AWAITED),
    ):
        other = copy(world)
        put(other, name, *at, to=value)
        assert did(other, evidence.settle_cards).changes() == {}
    put(world, "status", BLACKOUT, to=Status.OVER)
    assert did(world, evidence.settle_cards).changes() != {}, "cold cases are worked on too"


def by_hand(world: World, looks: tuple[int, ...], aware: bool) -> list[float]:
    """Posterior of the blackout for west, from the definition and nothing else."""
    board = world.board
    chance = board.chance[BLACKOUT].astype(float)
    phi = 0.25 if aware else 0.0

    def weight(hypothesis: int, cards: list[int]) -> float:
        product_ = 1.0
        for card in cards:
            exists = chance[card, hypothesis]
            product_ *= {0: 1.0, 1: exists, 2: 1 - exists}[looks[card]]
        return product_

    raw = []
    for hypothesis, prior in enumerate((0.1, 0.4, 0.2, 0.3)):
        plain = weight(hypothesis, [HOURS])
        frames = board.frame[BLACKOUT, hypothesis].astype(float)
        framed = sum(frames[f] * weight(f, [HOURS]) for f in range(4))
        raw.append(
            prior * weight(hypothesis, [CODE, CALL, SLIP]) * ((1 - phi) * plain + phi * framed)
        )
    return [value / sum(raw) for value in raw]


@pytest.mark.article("4.5")
@pytest.mark.parametrize("aware", [True, False])
def test_belief_is_bayes_rule_with_a_false_flag_of_the_whole(aware: bool) -> None:
    world = crisis(3)
    one = np.array([0])
    west, case = np.array([WEST]), np.array([BLACKOUT])
    for looks in product((0, 1, 2), repeat=4):
        put(world, "look", WEST, BLACKOUT, slice(0, 4), to=np.array(looks)[:, None])
        chances = evidence.posterior(world, west, case, one, aware)[:, 0]
        assert chances[:4] == pytest.approx(by_hand(world, looks, aware), abs=2e-3)
        assert not chances[4:].any()


@pytest.mark.article("4.5")
def test_who_may_be_framed_by_whom() -> None:
    frame = parlour()[0].frame[BLACKOUT]
    assert frame[0, :4] == pytest.approx([0, 0.25, 0, 0.75]), "an outsider frames either"
    assert frame[1, :4] == pytest.approx([0, 0, 0, 1]), "the south does not frame itself"
    assert frame[2, :4] == pytest.approx([0, 0, 0, 1]), "nor does its gang frame the south"
    assert frame[3, :4] == pytest.approx([0, 1, 0, 0])


@pytest.mark.article("4.5")
def test_guilt_is_of_hand_and_sponsor_and_doubt_is_of_nobody() -> None:
    world = crisis(3)
    assert world.guilt[WEST, BLACKOUT, :, 0] == pytest.approx(
        [0, 0.6, 0.3, 0, 0.2, 0], abs=1 / 1024
    )
    assert world.doubt[WEST, BLACKOUT, 0] == pytest.approx(0.1, abs=1 / 1024)
    assert (world.guilt * 1024 == np.rint(world.guilt * 1024)).all()


@pytest.mark.article("4.5")
def test_who_did_it_knows_and_the_innocent_know_that_of_themselves() -> None:
    world = crisis(3)
    assert world.guilt[SOUTH, BLACKOUT, :, 0].tolist() == [0, 1, 0, 0, 0, 0]
    assert world.doubt[SOUTH, BLACKOUT, 0] == 0
    assert world.guilt[EAST, BLACKOUT, EAST, 0] == 0
    assert world.guilt[EAST, BLACKOUT, SOUTH, 0] == pytest.approx(0.6 / 0.7, abs=1 / 1024)
    put(world, "culprit", BLACKOUT, to=2)
    fill(world, "judged", 0)
    evidence.believe(world)
    assert world.guilt[SOUTH, BLACKOUT, :, 0].tolist() == [0, 1, 0, 0, 1, 0]


@pytest.mark.article("4.5")
def test_belief_follows_what_is_learnt_and_only_then() -> None:
    world = crisis(3)
    put(world, "look", WEST, BLACKOUT, CALL, to=Look.FOUND)
    assert did(world, lambda w, log: evidence.believe(w)).changes() == {}
    put(world, "judged", WEST, BLACKOUT, to=0)
    done = did(world, lambda w, log: evidence.believe(w))
    assert done.delta("guilt", WEST, BLACKOUT, SOUTH) > 0.2
    assert done.delta("judged", WEST, BLACKOUT) == 1
    assert not {key for key in done.changes() if key[1] != WEST}
    put(world, "known", WEST, BLACKOUT, to=0)
    assert did(world, lambda w, log: evidence.believe(w)).changes() == {}
    put(world, "known", WEST, BLACKOUT, to=1)
    put(world, "status", BLACKOUT, to=Status.AWAITED)
    assert did(world, lambda w, log: evidence.believe(w)).changes() == {}


@pytest.mark.article("4.5")
def test_many_beliefs_at_once_are_those_of_each() -> None:
    many = crisis(3, count=300)
    assert many.guilt.shape[-1] * 4 > evidence.CHUNK
    assert (many.guilt == crisis(3).guilt[..., :1]).all()


@pytest.mark.article("4.5")
def test_powers_of_ten_come_from_a_table() -> None:
    assert evidence.power(0) == 1
    assert evidence.power(10) == pytest.approx(10)
    assert evidence.power(-3) == pytest.approx(10**-0.3, rel=1e-5)
    reach = p.BELIEF_REACH
    assert evidence.power(reach + 50) == evidence.power(reach) == pytest.approx(10 ** (reach / 10))
    assert evidence.power(-reach - 50) == evidence.power(-reach)
    assert evidence.power(-reach) < evidence.power(-20) < evidence.power(20) < evidence.power(100)


@pytest.mark.article("4.6")
def test_a_card_handed_over_is_known_with_its_case() -> None:
    world = crisis(3)
    put(world, "known", EAST, BLACKOUT, to=0)
    one = [np.array([value]) for value in (NORTH, EAST, BLACKOUT, CALL, 0)]
    done = did(world, lambda w, log: duties.hand_over(w, *one, log))
    assert done.changes() == {
        ("known", EAST, BLACKOUT): 1,
        ("look", EAST, BLACKOUT, CALL): Look.FOUND,
        ("judged", EAST, BLACKOUT): -1,
    }
    (note,) = done.notes(What.SHARED)
    assert note.seen.tolist() == [1 << NORTH | 1 << EAST]


@pytest.mark.article("4.7")
def test_a_public_report_settles_a_card_for_everybody() -> None:
    world = crisis(3)
    put(world, "look", NORTH, BLACKOUT, CALL, to=Look.FOUND)
    put(world, "known", WEST, BLACKOUT, to=0)
    nations, there = np.arange(4), np.zeros(4, int)

    def report(card: int) -> Callable[[World, Log], None]:
        return lambda w, log: evidence.settle_in_public(w, nations, BLACKOUT, card, there, log)

    done = did(world, report(CALL))
    assert done.changes("judged") == {
        ("published", BLACKOUT, CALL): 1,
        ("known", WEST, BLACKOUT): 1,
        **{("look", nation, BLACKOUT, CALL): Look.FOUND for nation in (SOUTH, EAST, WEST)},
    }
    (note,) = done.notes(What.REPORT)
    assert (note.a.tolist(), note.b.tolist()) == ([CALL], [1.0])
    put(world, "card", BLACKOUT, CODE, to=0)
    absent = did(world, report(CODE))
    assert absent.after.look[:, BLACKOUT, CODE, 0].tolist() == [Look.ABSENT] * 4
    assert absent.delta("published", BLACKOUT, CODE) == 0
    assert did(absent.after, report(CODE)).changes() == {}


@pytest.mark.article("4.8")
def test_an_inquiry_reports_in_its_turn_on_all_that_is_not_secret() -> None:
    world = crisis(3)
    put(world, "card", BLACKOUT, SLIP, to=0)
    put(world, "inquiry", BLACKOUT, to=4)
    assert did(world, evidence.settle_inquiries).changes() == {}
    put(world, "inquiry", BLACKOUT, to=3)
    done = did(world, evidence.settle_inquiries)
    for nation in range(4):
        assert done.after.look[nation, BLACKOUT, :5, 0].tolist() == [1, 1, 0, 2, 0]
    assert done.after.published[BLACKOUT, :4, 0].tolist() == [1, 1, 0, 0]
    assert did(start(), evidence.settle_inquiries).changes() == {}, "turn 0 has no reports"
