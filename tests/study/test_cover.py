"""Coverage: a planted gap is found, what is reached is told with a game that shows it."""

from __future__ import annotations

import pytest

from game.scenario.check import check_text
from game.scenario.things import excuse, groups, things
from game.study.cover import Coverage, cover, mixed_casts
from game.study.games import Games
from game.study.reach import witness
from tests.study.small import text

OBJECTIVES = """
  arlen:
    light: {text: The lights are on, points: 60, when: "service(arlen, energy) >= 0"}
    peace: {text: No crisis, points: 40, when: "rung <= 3 and (turn < 90 or peak > 6)"}
  borrow:
    never: {text: Snow in summer, points: 100, when: "turn == 2", judged: end}
  cadry:
    trade: {text: They talk, points: 100, when: "trust(arlen, cadry) > 1", judged: any}
"""


@pytest.fixture(scope="module")
def found() -> Coverage:
    return cover(text(objectives=OBJECTIVES), worlds=60, workers=1)


def test_a_planted_gap_is_found(found: Coverage) -> None:
    gaps = {each.thing: each.why for each in found.unreached}
    assert gaps["objective.borrow.never"] == ""
    assert not found.passed


def test_what_is_reached_is_not_a_gap(found: Coverage) -> None:
    scenario, _ = check_text(text(objectives=OBJECTIVES), "small")
    assert scenario is not None
    gaps = {each.thing for each in found.unreached}
    assert gaps.isdisjoint(found.reached)
    assert gaps | set(found.reached) == set(things(scenario))
    assert found.reached["incident.blackout"] == 1
    assert found.reached["inject.storm"] == 1
    assert 0 < found.reached["evidence.blackout.servers"] < 1
    assert found.reached["action.harden"] > 0.5
    ends = [share for thing, share in found.reached.items() if thing.startswith("ending.")]
    assert sum(ends) == pytest.approx(1)


def test_parts_of_conditions_that_say_nothing_are_found(found: Coverage) -> None:
    here = "objective.arlen"
    assert f"{here}.light: service(arlen, energy) is at least 0" in found.always
    assert f"{here}.peace: turn is below 90" in found.always
    assert "objective.borrow.never: turn is 2" in found.dead
    assert not any("rung is at most 3 and" in each for each in found.dead)


def test_each_thing_has_a_game_that_shows_it(found: Coverage) -> None:
    assert set(found.examples) == set(found.reached)
    rare = sorted(found.reached, key=lambda thing: found.reached[thing])[:3]
    for thing in rare:
        game = found.examples[thing]
        again = witness(Games(text(objectives=OBJECTIVES), (game.seed,), (game.cast,)))
        assert again.reached[thing].all(), thing


def test_reasons_in_the_file_excuse() -> None:
    reasons = (
        "\n  objective.borrow.never: It cannot be.\n  organisation.united_nations: Nobody calls.\n"
    )
    whole = text(objectives=OBJECTIVES, unreached=reasons)
    scenario, findings = check_text(whole, "small")
    assert scenario is not None, findings
    assert excuse(scenario, "objective.borrow.never") == "It cannot be."
    assert excuse(scenario, "organisation.united_nations.norm_forum") == "Nobody calls."
    assert excuse(scenario, "objective.arlen.light") == ""
    assert "organisation.united_nations" in groups(scenario)


@pytest.mark.slow
def test_any_number_of_workers_finds_the_same(found: Coverage) -> None:
    assert cover(text(objectives=OBJECTIVES), worlds=60, workers=2) == found


def test_play_is_random_and_sensible() -> None:
    casts = mixed_casts(("hawk", "reciprocator"), 40)
    assert ("random", "random") in casts
    assert ("random", "reciprocator") in casts and ("hawk", "random") in casts
    assert any(one != two and "random" not in (one, two) for one, two in casts)
    assert any(one == two != "random" for one, two in casts)
