"""What each system does: games with it and without, on the same dice. (Issue: ablations)"""

from __future__ import annotations

import numpy as np
import pytest

from game.futures.intervals import Estimate
from game.rules.world import NOBODY, Skill
from game.study import gauges, voices
from game.study.ablation import Shift, ablate
from game.study.games import BOARD_CHANGES, WORLD_CHANGES, Games, own_cast
from game.study.systems import LABELS, SYSTEMS, Outcome
from tests.library import path_of
from tests.study.small import text

FEW = tuple(range(30))


def played(*changes: str) -> Games:
    return Games(text(), FEW, (own_cast(text()),)).changed(*changes)


@pytest.fixture(scope="module")
def usual() -> gauges.Gauges:
    return gauges.read(played())


def test_every_change_is_known() -> None:
    known = {*BOARD_CHANGES, *WORLD_CHANGES}
    assert {system.change for system in SYSTEMS if system.change} <= known


def test_every_outcome_is_a_gauge_and_every_label_is_used(usual: gauges.Gauges) -> None:
    outcomes = [outcome for system in SYSTEMS for outcome in system.outcomes]
    assert {each.gauge for each in outcomes} == set(LABELS)
    assert set(LABELS) | {each.against for each in outcomes if each.against} <= set(usual)


def test_a_system_taken_off_is_gone(usual: gauges.Gauges) -> None:
    assert usual["treaties"].sum() > 0 and usual["measures"].sum() > 0
    assert gauges.read(played("no_treaties"))["treaties"].sum() == 0
    assert gauges.read(played("no_organisations"))["measures"].sum() == 0
    assert gauges.read(played("no_joint"))["joint_claims"].sum() == 0
    assert gauges.read(played("no_doubt"))["wrong"].sum() == 0
    violations = gauges.read(played("no_norms"))["violations"]
    assert violations.sum() == 0


def test_without_false_flags_nobody_is_framed_by_the_script() -> None:
    script = slice(0, 1)
    assert (played().play().framed[script] != NOBODY).any()
    honest = played("no_false_flags").play()
    assert (honest.framed[script] == NOBODY).all()
    assert np.array_equal(honest.culprit[script], played().play().culprit[script])


def test_aid_is_given_to_everybody_and_to_nothing_else() -> None:
    plain, aided = played(), played("forensics_aid")
    before, after = [], []
    for games, kept in ((plain, before), (aided, after)):
        games.play(watch=lambda world, log, order, kept=kept: kept.append(world.capability[..., 0]))
    gap = after[0] - before[0]
    assert (gap[:, Skill.FORENSICS] >= 20).all()
    assert (np.delete(gap, Skill.FORENSICS, axis=1) == 0).all()


def test_gauges_agree_with_the_worlds(usual: gauges.Gauges) -> None:
    worlds = played().play()
    claimed, hits = voices.right_ones(worlds)
    assert np.array_equal(usual["treaties"], (worlds.treaty_since > 0).sum(axis=0))
    assert ((usual["right"] > 0) >= hits.any(axis=(0, 1))).all()
    assert (claimed >= hits).all()
    made = usual["lone_claims"] + usual["joint_claims"]
    assert (made >= claimed.sum(axis=(0, 1))).all()
    share = usual["right_share"]
    assert np.nanmin(share) >= 0 and np.nanmax(share) <= 1


def test_suspicion_is_what_nations_believe_of_others_in_scripted_cases(
    usual: gauges.Gauges,
) -> None:
    assert gauges.read(played("no_doubt"))["misplaced"].sum() == 0
    assert (usual["misplaced"] > 0).any()
    worlds = played().play(kept=True)
    blame, misplaced = voices.suspicion(worlds)
    by_hand = 0.0
    for judge in range(worlds.board.nations):
        for case in range(worlds.board.scripted):
            if worlds.known[judge, case, 0] and worlds.status[case, 0]:
                beliefs = np.delete(worlds.guilt[judge, case, :, 0], judge)
                by_hand += float(worlds.severity[case, 0] * beliefs.sum())
    assert blame[0] == pytest.approx(by_hand)
    assert (misplaced <= blame).all()


def test_one_nation_alone_reads_as_itself() -> None:
    worlds = played().play()
    found = gauges.disagreement(worlds)
    assert ((found >= 0) & (found <= 1)).all() and found.max() > 0


def test_both_sides_roll_the_same_dice() -> None:
    """Where a change touches nothing, the difference is nothing."""
    system = next(each for each in SYSTEMS if each.id == "false_flags")
    fixed = text().replace("      chance: 0.2\n", "      chance: 0.0\n")
    for shift in ablate(fixed, [system], games=20, workers=1):
        assert shift.difference == Estimate(0.0, 0.0, 0.0) or np.isnan(shift.difference.value)
        assert not shift.as_meant


@pytest.mark.parametrize(
    ("low", "high", "way", "meant"),
    [(0.1, 0.3, 1, True), (0.1, 0.3, -1, False), (-0.1, 0.3, 1, False), (-0.3, -0.1, -1, True)],
)
def test_a_shift_is_as_meant_only_for_sure(low: float, high: float, way: int, meant: bool) -> None:
    zero = Estimate(0, 0, 0)
    change = Estimate((low + high) / 2, low, high)
    assert Shift("x", Outcome("trust", way), zero, zero, change).as_meant == meant


@pytest.mark.slow
def test_each_system_moves_its_named_outcome() -> None:
    """400 paired games of the port crisis, as `backchannel ablate port_crisis` plays them."""
    shifts = ablate(path_of("port_crisis").read_text("utf-8"))
    first: dict[str, Shift] = {}
    for shift in shifts:
        first.setdefault(shift.system, shift)
    assert {name: shift.as_meant for name, shift in first.items()} == dict.fromkeys(first, True)
