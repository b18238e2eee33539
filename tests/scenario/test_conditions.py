"""The language of conditions: what it means, and what is said of mistakes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.world import World
from game.scenario.build import id_lists, start
from game.scenario.conditions import Condition, parse
from game.scenario.vocabulary import VOCABULARY
from tests.library import loaded, scenario

NAME = "first_light"
IDS = id_lists(scenario(NAME))
ONE, TWO = IDS["nation"][:2]
CASE = IDS["incident"][0]
WORLDS = 5


def world() -> World:
    board, setup = loaded(NAME)
    return start(board, setup, np.arange(WORLDS))


def condition(text: str, at_end: bool = False) -> Condition:
    parsed = parse(text, VOCABULARY, IDS, at_end)
    assert isinstance(parsed, Condition), parsed
    return parsed


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("turn == 0", True),
        ("turn != 0", False),
        ("rung <= 3 and turn < 1", True),
        ("rung > 3 or turn >= 1", False),
        ("not turn >= 1", True),
        ("not (turn >= 1 or rung > 3)", True),
        ("turn >= 1 or rung <= 3 and turn < 1", True),
        (f"trust({ONE}, {TWO}) >= 0", True),
        (f"active({CASE})", False),
        (f"not active({CASE}) and not over({CASE})", True),
    ],
)
def test_a_condition_holds_or_not_in_every_world(text: str, holds: bool) -> None:
    assert condition(text).evaluate(world(), None).tolist() in ([holds] * WORLDS, holds)


def test_numbers_come_from_the_world_they_are_asked_of() -> None:
    now = world()
    limit = float(now.trust[0, 1, 0])
    assert condition(f"trust({ONE}, {TWO}) == {limit}").evaluate(now, None).all()
    assert not condition(f"trust({ONE}, {TWO}) > {limit}").evaluate(now, None).any()


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("", 0, "the condition ends too early"),
        ("turn >=", 7, "the condition ends too early"),
        ("turn = 3", 5, "'=' does not compare"),
        ("turn > 1 && rung < 2", 9, "'&&' is not a word here"),
        ("rung", 0, "'rung' is a number, not a condition"),
        ("not rung", 4, "'not' joins conditions, this is a number"),
        (f"active({CASE}) == 1", 0, "only numbers can be compared"),
        ("1 < rung < 3", 9, "one comparison at a time"),
        ("rnug <= 3", 0, "there is no word 'rnug'"),
        (f"trust({ONE}) > 1", 0, "'trust' takes (nation, nation), not 1 name"),
        (f"trust({ONE}, nobody) > 1", 8 + len(ONE), "there is no nation 'nobody'"),
        (f"guilty({ONE}, {CASE})", 0, "'guilty' tells the truth"),
    ],
)
def test_a_mistake_is_told_with_its_column(text: str, column: int, message: str) -> None:
    problems = parse(text, VOCABULARY, IDS)
    assert isinstance(problems, list)
    assert (problems[0].column, problems[0].message) == (column, message)
    assert problems[0].hint


def test_all_mistakes_come_at_once() -> None:
    problems = parse(f"rnug > 1 and trust({ONE}, nobody) > 1", VOCABULARY, IDS)
    assert isinstance(problems, list)
    assert len(problems) == 2


def test_the_truth_may_be_asked_at_the_end() -> None:
    parsed = condition(f"guilty({ONE}, {CASE})", at_end=True)
    assert parsed.evaluate(world(), None).shape == (WORLDS,)


def test_a_condition_explains_itself() -> None:
    text = f"turn >= 2 and not named({CASE}, {ONE})"
    assert condition(text).explain == f"turn is at least 2 and not (named({CASE}, {ONE}))"
    assert condition(text).calls == (("turn",), ("named", CASE, ONE))


@pytest.mark.parametrize("text", ["(" * 500 + "turn > 1" + ")" * 500, "not " * 500 + "turn > 1"])
def test_a_deep_condition_is_refused(text: str) -> None:
    problems = parse(text, VOCABULARY, IDS)
    assert isinstance(problems, list)
    assert problems[0].message == "this condition is nested too deeply"


@pytest.mark.parametrize("word", VOCABULARY, ids=[word.name for word in VOCABULARY])
def test_every_word_reads_one_value_for_each_world(word: object) -> None:
    names = ", ".join(IDS[kind][0] for kind in word.takes)
    call = f"{word.name}({names})" if names else word.name
    text = call if word.gives == "truth" else f"{call} >= 0"
    parsed = condition(text, at_end=True)
    assert np.broadcast_to(parsed.evaluate(world(), None), WORLDS).dtype == bool
    assert word.meaning


@given(st.text(alphabet="abcrungtrust()<>=!&|., 0123456789andornot", max_size=60))
def test_no_text_whatever_raises(text: str) -> None:
    parsed = parse(text, VOCABULARY, IDS)
    assert isinstance(parsed, Condition) or parsed[0].message
