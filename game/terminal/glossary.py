"""The glossary as it is typed: the words of the codex, and the commands that go with them."""

from __future__ import annotations

from functools import cache

from game.codex.words import glossary

TYPED = {
    "r": "`r` shows it as it stands.",
    "clause": "`clauses` lists them.",
    "digital geneva convention": "`propose geneva`.",
    "norm": "`norms` lists those that are live.",
    "organisation": "`organisations` lists them; move a measure with `propose`.",
}
"""What is typed to see more."""


@cache
def words() -> dict[str, str]:
    """The glossary: each word, and what it means."""
    return {
        name: f"{word.means} {TYPED[name]}" if name in TYPED else word.means
        for name, word in glossary().words.items()
    }
