"""What a screen asked of the catalogues of its language in vain."""

from __future__ import annotations

import gettext

from game.language import CONTEXT
from game.scenario.speech import texts
from game.screens.before.catalogue import listed


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

    def pgettext(self, context: str, message: str) -> str:
        self.texts.add(f"{context}{CONTEXT}{message}")
        return message


def own_words() -> set[str]:
    """What scenarios say in their own words: theirs to translate, and they are asked for too."""
    found: set[str] = set()
    for name in ("port_crisis", "first_light"):
        each = listed(name)
        assert each is not None
        found |= set(texts(each.scenario))
    return found
