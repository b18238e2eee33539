"""Articles 15.1 to 15.3: positions on contested questions, custom, and how acts are read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.actions import actions
from game.rules import law, responses
from game.rules import params as p
from game.rules.action import Action, Ground
from game.rules.clauses import NO_OPERATIONS
from game.rules.happenings import What
from game.rules.law import ANSWERS, QUESTIONS, VERDICTS, Verdict
from game.rules.world import NOBODY, Contested, Ints, World
from tests.worlds import (
    BLACKOUT,
    EAST,
    NORTH,
    OPERATION,
    RESPONDERS,
    SMALL,
    SOUTH,
    SPARE_CRITICAL,
    WEIGH,
    WEST,
    Played,
    act,
    crisis,
    did,
    on_board,
    order,
    orders,
    put,
    quiet,
)

TURN = 3
SOVEREIGNTY = Contested.SOVEREIGNTY


@pytest.mark.article("15.1")
def test_every_question_has_answers_and_every_verdict_words() -> None:
    assert list(ANSWERS) == list(Contested) == list(QUESTIONS)
    assert all(len(set(known)) == len(known) >= 2 for known in ANSWERS.values())
    assert list(VERDICTS) == list(Verdict)
    order_ = [Verdict.LAWFUL, Verdict.UNFRIENDLY, Verdict.UNCLEAR, Verdict.WRONGFUL]
    assert [*order_, Verdict.FORCE, Verdict.ATTACK] == sorted(Verdict)
    assert law.answer_number(Contested.FORCE, "severity_5") == 2


NONE = np.full((7, 1), NOBODY, np.int16)
"""No custom yet."""


def said(*answers: int) -> Ints:
    """Published positions of four nations on the first question."""
    table = np.full((4, len(Contested), 1), NOBODY, np.int16)
    table[:, SOVEREIGNTY, 0] = answers
    return table


@pytest.mark.article("15.2")
@pytest.mark.parametrize(
    ("answers", "formed"),
    [
        ((1, 1, NOBODY, NOBODY), 1),
        ((1, NOBODY, NOBODY, NOBODY), NOBODY),  # too few have spoken
        ((1, 0, 1, NOBODY), 1),
        ((1, 0, NOBODY, NOBODY), NOBODY),  # no agreement
        ((0, 0, 0, 1), 0),
        ((NOBODY,) * 4, NOBODY),
    ],
)
def test_custom_forms_when_enough_have_spoken_and_most_of_them_agree(
    answers: tuple[int, ...], formed: int
) -> None:
    influence = np.ones(4, np.float32)
    custom = law.custom(said(*answers), influence, NONE)
    assert 1 / 4 < p.LAW_SPOKEN < p.LAW_SHARE <= 2 / 3 + 0.001
    expected = formed if answers != (1, 0, 1, NOBODY) else NOBODY
    assert custom[SOVEREIGNTY, 0] == expected
    assert (custom[1:] == NOBODY).all()


@pytest.mark.article("15.2")
@pytest.mark.parametrize(("answers", "stands"), [((1, 1, 1, 0), 1), ((1, 1, 0, 0), NOBODY)])
def test_a_custom_stands_while_most_of_those_who_spoke_hold_it(
    answers: tuple[int, ...], stands: int
) -> None:
    standing = NONE.copy()
    standing[SOVEREIGNTY] = 1
    table = said(*answers)
    even = law.custom(table, np.ones(4, np.float32), standing)
    assert even[SOVEREIGNTY, 0] == stands
    narrow = law.custom(said(1, 1, 0, 0), np.array([2, 1, 2, 0.5], np.float32), standing)
    assert narrow[SOVEREIGNTY, 0] == 1, "six in eleven would not have formed it, and keep it"
    assert law.custom(said(1, 1, 0, 0), np.array([2, 1, 2, 0.5], np.float32), NONE)[0, 0] == NOBODY


@pytest.mark.article("15.2")
def test_influence_weighs_in_custom() -> None:
    table = said(1, 0, NOBODY, NOBODY)
    assert law.custom(table, np.array([3, 1, 1, 1], np.float32), NONE)[SOVEREIGNTY, 0] == 1


def spoken(world: World, answer: int, *nations: int) -> None:
    """Nations publish how they read sovereignty, and the turn ends."""
    for nation in nations:
        put(world, "declared", nation, SOVEREIGNTY, to=answer)
    law.settle(world)


@pytest.mark.article("15.2")
def test_a_nation_reads_by_its_norms_then_by_custom_then_as_it_said_then_as_it_thinks() -> None:
    world = quiet(TURN)

    def west() -> int:
        return int(law.stances(world)[WEST, SOVEREIGNTY, 0])

    assert west() == NOBODY
    put(world, "position", WEST, SOVEREIGNTY, to=0)
    assert west() == 0, "its own view"
    spoken(world, 1, WEST)
    assert west() == 1, "what it said"
    spoken(world, NOBODY, WEST)
    spoken(world, 1, NORTH, SOUTH)
    assert west() == 1, "custom binds who did not object"
    spoken(world, 0, NORTH, SOUTH)
    assert west() == 0, "custom moves with what is said"
    put(world, "norm", WEST, SPARE_CRITICAL, to=1)
    assert world.board.norms.point[SPARE_CRITICAL] == SOVEREIGNTY
    assert west() == world.board.norms.answer[SPARE_CRITICAL] == 1, "a norm it took on outranks it"
    assert law.stances(world)[EAST, SOVEREIGNTY, 0] == 0, "custom"
    assert law.stances(world)[EAST, Contested.NOTICE, 0] == NOBODY
    put(world, "norm", EAST, WEIGH, to=1)
    assert law.stances(world)[EAST, Contested.NOTICE, 0] == 1


@pytest.mark.article("15.2")
@pytest.mark.parametrize(("early", "reads"), [(True, 0), (False, 1)])
def test_only_who_objects_before_a_custom_has_formed_is_free_of_it(early: bool, reads: int) -> None:
    world = quiet(TURN)
    if early:
        put(world, "declared", EAST, SOVEREIGNTY, to=0)
    spoken(world, 1, NORTH, SOUTH)
    if not early:
        spoken(world, 0, EAST)
    assert world.customary[SOVEREIGNTY, 0] == 1, "it stands all the same"
    assert law.stances(world)[EAST, SOVEREIGNTY, 0] == reads
    assert law.stances(world)[WEST, SOVEREIGNTY, 0] == 1
    spoken(world, NOBODY, NORTH, SOUTH)
    assert world.customary[SOVEREIGNTY, 0] == NOBODY, "custom falls with those who carried it"
    assert not world.objects.any()


def published(world: World, answer: int) -> Played:
    """North publishes a position."""
    level = {"choice": SOVEREIGNTY, "level": answer + 1}
    return act(world, order(NORTH, "publish_position", **level))


@pytest.mark.article("15.2", "9.39")
def test_publishing_a_position_earns_standing_and_turning_costs() -> None:
    first = published(quiet(TURN), 1)
    assert first.changes() == {
        ("position", NORTH, SOVEREIGNTY): 2,
        ("declared", NORTH, SOVEREIGNTY): 2,
        ("standing", NORTH): p.LAW_SPEAKS,
        ("capital", NORTH): -1,
    }
    (note,) = first.notes(What.POSITION)
    assert (note.a.tolist(), note.b.tolist()) == ([SOVEREIGNTY], [1])
    assert published(first.after, 1).delta("standing", NORTH) == 0
    turned = published(first.after, 0)
    assert turned.delta("standing", NORTH) == -p.LAW_TURNS
    assert turned.after.declared[NORTH, SOVEREIGNTY, 0] == 0


@pytest.mark.article("9.39")
def test_a_position_is_on_a_question_there_is_and_an_answer_it_has() -> None:
    world = quiet(TURN)
    assert act(world, order(NORTH, "publish_position", choice=7)).voids() != []
    third = order(NORTH, "publish_position", choice=SOVEREIGNTY, level=3)
    assert act(world, third).after.declared[NORTH, SOVEREIGNTY, 0] == 1, "the last there is"
    put(world, "declared", NORTH, slice(None), to=1)
    turned = act(world, order(NORTH, "publish_position", choice=0, level=1))
    assert turned.voids() == [], "who has spoken on everything may still change its mind"
    assert turned.after.declared[NORTH, 0, 0] == 0


def verdicts(world: World, incident: int = BLACKOUT) -> list[int]:
    """How each nation reads an incident."""
    return [int(verdict) for verdict in law.of_incidents(world)[:, incident, 0]]


def reading(severity: float, sovereign: int, force: int = NOBODY, kind: int = 8) -> int:
    """How somebody of these views reads an act."""
    world = crisis(TURN)
    put(world, "severity", BLACKOUT, to=severity)
    put(world, "kind", BLACKOUT, to=kind)
    put(world, "position", NORTH, SOVEREIGNTY, to=sovereign)
    put(world, "position", NORTH, Contested.FORCE, to=force)
    return verdicts(world)[NORTH]


@pytest.mark.article("15.3")
@pytest.mark.parametrize(
    ("severity", "principle", "rule", "silent"),
    [
        (p.LAW_TRACE - SMALL, Verdict.UNFRIENDLY, Verdict.UNFRIENDLY, Verdict.UNFRIENDLY),
        (p.LAW_TRACE, Verdict.UNFRIENDLY, Verdict.WRONGFUL, Verdict.UNCLEAR),
        (p.LAW_HARM - SMALL, Verdict.UNFRIENDLY, Verdict.WRONGFUL, Verdict.UNCLEAR),
        (p.LAW_HARM, Verdict.WRONGFUL, Verdict.WRONGFUL, Verdict.WRONGFUL),
    ],
)
def test_where_sovereignty_is_a_rule_less_is_wrongful(
    severity: float, principle: int, rule: int, silent: int
) -> None:
    found = [reading(severity, answer) for answer in (0, 1, NOBODY)]
    assert found == [principle, rule, silent]


@pytest.mark.article("15.3")
@pytest.mark.parametrize(("answer", "bar"), [(0, 7), (1, 6), (2, 5), (NOBODY, 7)])
def test_from_where_an_act_is_force_and_from_where_an_attack(answer: int, bar: float) -> None:
    steps = (bar - SMALL, bar, bar + 1 - SMALL, bar + 1)
    found = [reading(severity, 1, answer) for severity in steps]
    assert found == [Verdict.WRONGFUL, Verdict.FORCE, Verdict.FORCE, Verdict.ATTACK]


@pytest.mark.article("15.3")
def test_spying_is_unfriendly_and_meddling_wrongful() -> None:
    assert [reading(9, answer, kind=1) for answer in (0, 1, NOBODY)] == [
        Verdict.UNFRIENDLY,
        Verdict.UNCLEAR,
        Verdict.UNFRIENDLY,
    ]
    assert reading(p.LAW_MEDDLING, 0, kind=7) == Verdict.WRONGFUL
    assert reading(p.LAW_MEDDLING - SMALL, 0, kind=7) == Verdict.UNFRIENDLY


def of_order(world: World, action: str, **columns: int) -> list[int]:
    """How each nation reads an order of the north."""
    row = orders(order(NORTH, action, **columns))
    return [int(verdict) for verdict in responses.of_orders(world, actions(), row)[:, 0]]


@pytest.mark.article("15.3")
@pytest.mark.parametrize("action", actions(), ids=lambda action: action.id)
def test_every_order_is_read_by_every_nation(action: Action) -> None:
    world = crisis(TURN)
    put(world, "kind", OPERATION, to=4)
    columns = {"target": SOUTH, "incident": BLACKOUT, "choice": 2}
    found = responses.of_orders(world, actions(), orders(order(NORTH, action.id, **columns)))
    assert found.shape == (4, 1)
    assert found.min() >= Verdict.LAWFUL
    assert found.max() <= Verdict.ATTACK
    if action.ground is Ground.FREE:
        assert (found == Verdict.LAWFUL).all()
    if action.hostile:
        assert action.ground is not Ground.FREE


@pytest.mark.article("15.3")
def test_retorsion_is_always_lawful_short_of_treaty_duties() -> None:
    world = crisis(TURN)
    for action in ("expel", "sanction", "suspend_aid", "show_force"):
        assert of_order(world, action, target=SOUTH) == [Verdict.UNFRIENDLY] * 4
    put(world, "pact", NO_OPERATIONS, NORTH, SOUTH, to=1)
    assert of_order(world, "expel", target=SOUTH) == [Verdict.WRONGFUL] * 4
    assert of_order(world, "expel", target=EAST) == [Verdict.UNFRIENDLY] * 4
    assert of_order(world, "withhold") == [Verdict.WRONGFUL] * 4


@pytest.mark.article("15.3")
def test_an_operation_is_read_as_the_incident_it_causes() -> None:
    world = quiet(TURN)
    put(world, "position", slice(None), SOVEREIGNTY, to=[[0], [1], [NOBODY], [1]])
    put(world, "position", WEST, Contested.FORCE, to=2)
    disrupt = of_order(world, "disrupt", target=SOUTH, choice=0)
    assert disrupt == [Verdict.UNFRIENDLY, Verdict.WRONGFUL, Verdict.UNCLEAR, Verdict.WRONGFUL]
    assert of_order(world, "destroy", target=SOUTH, choice=0)[WEST] == Verdict.FORCE
    assert of_order(world, "spy", target=SOUTH)[SOUTH] == Verdict.UNCLEAR
    before = world.facts.copy()
    of_order(world, "destroy", target=SOUTH, choice=0)
    assert (world.facts == before).all(), "reading an act does not do it"


@pytest.mark.article("15.2")
def test_norms_and_positions_narrow_the_grey_zone() -> None:
    world = crisis(TURN)
    put(world, "severity", BLACKOUT, to=3)
    put(world, "position", slice(None), SOVEREIGNTY, to=[[0], [1], [NOBODY], [1]])
    wide = float(law.grey_zone(world)[0])
    assert wide == pytest.approx(10 / 12), "only the south and the west agree"
    normed = did(world, lambda w, log: put(w, "norm", slice(None), SPARE_CRITICAL, to=1)).after
    assert law.grey_zone(normed)[0] == 0
    settled = did(world, lambda w, log: spoken(w, 1, SOUTH, WEST)).after
    assert law.grey_zone(settled)[0] == 0, "custom has formed"
    assert law.grey_zone(quiet(TURN))[0] == 0


@pytest.mark.article("15.2")
def test_a_norm_that_informs_nothing_changes_no_reading() -> None:
    world = crisis(TURN)
    put(world, "norm", slice(None), RESPONDERS, to=2)
    assert world.board.norms.point[RESPONDERS] == NOBODY
    assert (law.stances(world) == NOBODY).all()
    free = replace(world.board.norms, point=np.full(6, NOBODY, np.int16))
    put(world, "norm", slice(None), SPARE_CRITICAL, to=2)
    assert (law.stances(on_board(world, norms=free)) == NOBODY).all()
