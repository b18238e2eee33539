"""A scenario in another language: other words, and nothing else."""

import numpy as np
import pytest

from game.actions import actions
from game.rules.world import digest
from game.scenario.build import build, start
from game.scenario.speech import texts, told
from tests.library import path_of, scenario

LIBRARY = ("first_light", "port_crisis", "geneva_conference")


@pytest.mark.parametrize("name", LIBRARY)
def test_only_words_change(name: str) -> None:
    given = scenario(name)
    turned = told(given, str.upper)
    assert turned.title == given.title.upper()
    assert list(turned.nations) == list(given.nations)
    assert [n.brief for n in turned.nations.values()] == [
        n.brief.upper() for n in given.nations.values()
    ]
    assert [c.text for i in turned.incidents.values() for c in i.evidence.values()] == [
        c.text.upper() for i in given.incidents.values() for c in i.evidence.values()
    ]
    assert (turned.id, turned.licence, turned.authors) == (given.id, given.licence, given.authors)
    assert told(given, str) == given
    written = [nation.written for nation in given.nations.values()]
    assert [nation.written for nation in turned.nations.values()] == written


@pytest.mark.parametrize("name", LIBRARY)
def test_the_world_is_the_same_in_any_words(name: str) -> None:
    text = path_of(name).read_text("utf-8")
    worlds = []
    for each in (scenario(name), told(scenario(name), str.swapcase)):
        board, setup = build(each, actions(), text)
        worlds.append(digest(start(board, setup, np.array([7])), 0))
    assert worlds[0] == worlds[1]


def test_translators_get_what_players_read_and_nothing_else() -> None:
    given = scenario("first_light")
    found = texts(given)
    assert len(found) == len(set(found))
    assert {given.title, given.brief, given.debrief.text} <= set(found)
    assert given.licence not in found and given.id not in found
    assert not {test.text for test in given.tests.values()} & set(found)
