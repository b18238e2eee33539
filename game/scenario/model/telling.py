"""What is told after the game, and where facts come from."""

from __future__ import annotations

from pydantic import Field

from game.scenario.model.base import Line, Note, Strict, Text


class Later(Strict):
    """What was claimed about a real incident later on."""

    date: Line = Field(description="when")
    by: Line = Field(description="by whom")
    claim: Text = Field(description="what they said")
    confidence: Line = Field(description="how sure they said they were")
    source: Note = Field(description="key of a source")


class Debrief(Strict):
    """What is told and asked after the game."""

    text: Text = Field(description="what the scenario is about, told at the end")
    questions: list[Line] = Field(min_length=1, description="questions for discussion")
    later: list[Later] = Field(default_factory=list, description="claims made later, if real")


class Source(Strict):
    """Where facts come from."""

    text: Text = Field(description="what the source is")
    link: Note | None = Field(None, description="address")
