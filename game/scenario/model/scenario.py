"""The whole file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.scenario.model.aims import Inject, Objective, ScenarioTest
from game.scenario.model.base import Id, Line, Note, Strict, Text, Turns
from game.scenario.model.incidents import Incident
from game.scenario.model.nations import Actor, Nation, Relation, Usual
from game.scenario.model.order import Membership, NormUse
from game.scenario.model.telling import Debrief, Source


class Scenario(Strict):
    """A scenario file."""

    format: Literal[1] = Field(description="version of this format")
    id: Id = Field(description="id, the same as the file name")
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        "1.0.0", description="version of the scenario"
    )
    title: Line = Field(description="title")
    summary: Text = Field(description="a few sentences for the library")
    brief: Text = Field(description="told to every player at the start")
    authors: list[Note] = Field(default_factory=list, description="who wrote it")
    licence: Note = Field("CC-BY-4.0", description="licence of the text")
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = Field(
        "en", description="language of the text"
    )
    real: bool = Field(False, description="after real events; culprits are what was suspected then")
    year: Annotated[int, Field(ge=1980, le=2100)] | None = Field(
        None, description="year it plays in; what did not exist then is off the board"
    )
    turns: Turns = Field(description="turns of the game")
    turn_days: Annotated[int, Field(ge=1, le=365)] = Field(7, description="days a turn stands for")
    level: Literal["guided", "standard", "expert"] = Field(
        "standard", description="suggested level"
    )
    usual: Usual = Field(
        Usual(trust=50.0, hostility=10.0), description="relations of pairs not listed"
    )
    nations: dict[Id, Nation] = Field(min_length=2, max_length=16, description="the nations")
    actors: dict[Id, Actor] = Field(default_factory=dict, description="non-state actors")
    relations: list[Relation] = Field(default_factory=list, description="relations that differ")
    norms: dict[Id, NormUse] = Field(
        default_factory=dict, max_length=6, description="norms that are live; two to four is best"
    )
    organisations: dict[Id, Membership] = Field(
        default_factory=dict, max_length=6, description="organisations on the board"
    )
    incidents: dict[Id, Incident] = Field(min_length=1, max_length=8, description="what happens")
    injects: dict[Id, Inject] = Field(default_factory=dict, description="what comes from outside")
    objectives: dict[Id, dict[Id, Objective]] = Field(description="by nation: what it wants")
    tests: dict[Id, ScenarioTest] = Field(
        default_factory=dict, description="what must come out when AIs play it many times"
    )
    unreached: dict[Note, Note] = Field(
        default_factory=dict, description="what no play needs to reach, and why"
    )
    balance: dict[Id, Note] = Field(
        default_factory=dict,
        description="by nation: why its share of objectives lies outside 10 to 70 %",
    )
    debrief: Debrief = Field(description="after the game")
    sources: dict[Id, Source] = Field(default_factory=dict, description="where facts come from")
