"""Every screen in every language: nothing said in English, nothing said twice, the same game."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from game import language
from game.record import from_text, to_text
from game.screens import gallery
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.play.session import Session
from game.ui.settings import Settings
from game.ui.shots import app_with
from tests.catalogues import LANGUAGES


class Missed(gettext.NullTranslations):
    """Writes down what a catalogue did not have."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()

    def gettext(self, message: str) -> str:
        self.texts.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.texts.add(msgid1)
        return msgid1 if n == 1 else msgid2


@pytest.fixture
def missed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Missed]:
    """What was asked of catalogues in vain, from now on."""
    heard, usual = Missed(), language.use

    def use(code: str) -> None:
        usual(code)
        language._now.add_fallback(heard)

    monkeypatch.setattr(language, "use", use)
    yield heard


def played_by_staff(code: str) -> Session:
    """The tutorial to its end, in a language."""
    language.use(code)
    found = listed("first_light")
    assert found is not None
    session = Choice(found, ["dorvane"], "guided", 7).session(keep=False)
    while not session.over:
        gallery.advance(session)
    return session


@pytest.mark.slow
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", gallery.PIECES)
def test_a_screen_says_all_it_says_in_the_language(code: str, name: str, missed: Missed) -> None:
    language.use(code)
    piece = gallery.PIECES[name]
    app = app_with(piece.make(), settings=Settings(language=code, motion=False))
    piece.ready(app)
    app.settle()
    assert missed.texts - own_words() == set()


def own_words() -> set[str]:
    """What scenarios say in their own words: theirs to translate, and they are asked for too."""
    from game.scenario.speech import texts

    found: set[str] = set()
    for name in ("port_crisis", "first_light"):
        each = listed(name)
        assert each is not None
        found |= set(texts(each.scenario))
    return found


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
