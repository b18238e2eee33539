"""The words of the game, each in a sentence or two: assets/codex/words.yaml."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from game import paths
from game.scenario.model.base import Line, Note, Strict, Text
from game.scenario.reader import read_file


class Word(Strict):
    """A word of the game."""

    title: Line = Field(description="what its page is called")
    means: Text = Field(description="what it means, in English; it is translated where it is shown")
    articles: list[str] = Field(description="the articles that are its law")
    also: list[Line] = Field([], description="other names it goes by")


class Glossary(Strict):
    """All words, by the name that links call them by."""

    words: dict[str, Word]
    rungs: list[Line] = Field(description="what each rung of the ladder looks like")
    common: list[Note] = Field(description="names too common to be linked wherever they stand")


@cache
def glossary() -> Glossary:
    """The words of the game, read when they are first asked for."""
    return Glossary.model_validate(read_file(paths.assets() / "codex" / "words.yaml").data)
