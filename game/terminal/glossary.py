"""The glossary as it is typed: the words of the codex, and the commands that go with them."""

from __future__ import annotations

from game.codex.words import Word, glossary
from game.language import N_, _, current
from game.report.names import Noun
from game.report.words import lowered

TYPED = {
    "r": N_("`r` shows it as it stands."),
    "clause": N_("`clauses` lists them."),
    "digital geneva convention": N_("`propose geneva`."),
    "norm": N_("`norms` lists those that are live."),
    "organisation": N_("`organisations` lists them; move a measure with `propose`."),
}
"""What is typed to see more."""


def words() -> dict[str, str]:
    """The glossary: what each word means, by its name."""
    return {
        name: f"{_(word.means)} {_(TYPED[name])}" if name in TYPED else _(word.means)
        for name, word in glossary().words.items()
    }


def nouns() -> list[Noun]:
    """The words as they can be typed: by name, and in the player's language."""
    labels = {name: _label(name, word) for name, word in glossary().words.items()}
    return [Noun("word", name, said, (f"{name}s", f"{said}s")) for name, said in labels.items()]


def _label(name: str, word: Word) -> str:
    """What a word is called: what is typed in English, in other languages its title."""
    return name if current() == "en" else lowered(_(word.title))
