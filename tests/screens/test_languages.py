"""The same game in every language, which says so where a scenario has only its own."""

from __future__ import annotations

import pytest

from game import language
from game.record import from_text, to_text
from game.screens import gallery
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.play.session import Session
from tests.catalogues import LANGUAGES


def played_by_staff(code: str) -> Session:
    """The tutorial to its end, in a language."""
    language.use(code)
    found = listed("first_light")
    assert found is not None
    session = Choice(found, ["dorvane"], "guided", 7).session(keep=False)
    while not session.over:
        gallery.advance(session)
    return session


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_a_scenario_in_another_language_says_so(code: str) -> None:
    language.use(code)
    said = {name: each.foreign for name in ("first_light", "port_crisis") if (each := listed(name))}
    assert said == {"first_light": "", "port_crisis": "" if code == "en" else "English"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_game_is_the_same_in_every_language(code: str) -> None:
    spoken, english = played_by_staff(code), played_by_staff("en")
    assert spoken.match.hashes() == english.match.hashes()
    assert to_text(spoken.match) == to_text(english.match)
    assert spoken.match.scenario.title != english.match.scenario.title
    language.use(code)
    again = from_text(to_text(english.match), verify=True)
    assert again.scenario.title == spoken.match.scenario.title
