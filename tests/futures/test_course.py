"""Courses: the ladder turn by turn in futures, the same dice on both sides."""

from __future__ import annotations

import numpy as np
import pytest

from game.futures.course import courses
from game.futures.variants import AS_IT_WENT, Way, variants
from tests.screens.finished import game

WORLDS = 24


def test_a_course_begins_after_the_turn_and_ends_where_the_futures_end() -> None:
    (course,) = courses(game(), 2, [AS_IT_WENT], WORLDS)
    (played,) = variants(game(), 2, [AS_IT_WENT], WORLDS, first=1)
    assert course is not None and played is not None
    assert course.first == 2
    assert course.rungs.shape[1] == WORLDS
    assert len(course.rungs) == int(played.turns.max()) - 1
    assert (course.rungs.max(axis=0) <= played.peak).all()


def test_the_middle_lies_within_the_reach() -> None:
    (course,) = courses(game(), 1, [AS_IT_WENT], WORLDS)
    assert course is not None
    for low, mean, high in zip(course.reach(0), course.mean(), course.reach(1), strict=True):
        assert low <= mean <= high


def test_a_way_that_changes_nothing_gives_the_same_course() -> None:
    same = Way(orders=game().orders_of(2))
    one, other = courses(game(), 2, [AS_IT_WENT, same], WORLDS)
    assert one is not None and other is not None
    assert np.array_equal(one.rungs, other.rungs)


def test_a_turn_not_played_has_no_course() -> None:
    with pytest.raises(ValueError, match="have been played"):
        courses(game(), 99, [AS_IT_WENT], 2)
