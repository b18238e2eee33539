"""Article 12: the numbers, each with a tag, and the table that lists them."""

from __future__ import annotations

import inspect

import pytest

from game.rules import params
from game.rules.action import Gravity
from tests.rulebook import numbers


@pytest.mark.article("12")
def test_the_table_of_numbers_is_the_code_s() -> None:
    text = numbers.RULES.read_text(encoding="utf-8")
    assert numbers.written(text) == text, "run python -m tests.rulebook.numbers"
    assert numbers.BEGIN in text
    assert numbers.END in text


@pytest.mark.article("12")
def test_the_table_holds_every_number_and_its_value() -> None:
    listed = {number.name: number.value for number in numbers.params()}
    found: dict[str, float] = {}
    for name, value in vars(params).items():
        if name.isupper():
            values = value if isinstance(value, tuple) else (value,)
            many = len(values) > 1
            found |= {f"{name} {n}" if many else name: v for n, v in enumerate(values, start=1)}
    assert {name: float(value) for name, value in listed.items()} == pytest.approx(found)
    assert len(listed) > 80


@pytest.mark.article("12")
def test_every_number_adds_to_something_but_these() -> None:
    given = {number.name: float(number.value) for number in numbers.params()}
    assert {name: value for name, value in given.items() if value <= 0} == {
        "HEAT_CALM": -2,  # calming acts take heat away
        "HEAT_STATUS_QUO": 0,
        "VERIFICATION_WORK 1": 0,  # a treaty without verification
    }


@pytest.mark.article("12")
def test_every_number_has_a_tag_and_says_where_it_comes_from() -> None:
    for number in (*numbers.params(), *numbers.of_actions()):
        assert number.tag in numbers.TAGS.values(), number
        assert len(number.why) >= 5, number


@pytest.mark.article("12")
@pytest.mark.parametrize("tag", list(numbers.TAGS))
def test_a_number_without_a_reason_is_refused(tag: str) -> None:
    mark = getattr(params, tag)
    assert mark(2.5, "a reason") == 2.5
    assert inspect.getdoc(mark)
    with pytest.raises(AssertionError):
        mark(2.5, "")


@pytest.mark.article("12", "7.1")
def test_the_classes_of_gravity_are_those_of_the_escalation_index() -> None:
    assert [gravity.value for gravity in Gravity] == [
        params.HEAT_CALM,
        params.HEAT_STATUS_QUO,
        params.HEAT_POSTURE,
        params.HEAT_NONVIOLENT,
        params.HEAT_VIOLENT,
        params.HEAT_WAR,
    ]
