"""What comes from outside, and what each nation wants."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model.base import Id, Line, Note, Share, Strict, Text, Turns, When
from game.scenario.model.names import SectorName


class Effect(Strict):
    """One number an inject changes."""

    what: Literal[
        "anger",
        "support",
        "standing",
        "capital",
        "effort",
        "funds",
        "access",
        "trust",
        "hostility",
        "service",
    ] = Field(description="what changes")
    of: Id = Field(description="whose")
    to: Id | None = Field(None, description="towards whom, for trust and hostility")
    sector: SectorName | None = Field(None, description="which sector, for service")
    by: Annotated[float, Field(ge=-100, le=100)] = Field(description="by how much")


class Channel(StrEnum):
    """How news of an inject comes in."""

    NEWS = "news"
    PRIVATE = "private"
    REPORT = "report"


class Inject(Strict):
    """Something the scenario makes happen, once, at a turn or when a condition holds."""

    turn: Turns | None = Field(None, description="first turn it may happen")
    when: When | None = Field(None, description="condition that must hold too")
    to: Literal["all"] | list[Id] = Field("all", description="who is told")
    channel: Channel = Field(Channel.NEWS, description="how it comes in")
    title: Line = Field(description="headline")
    text: Text = Field(description="what is told; {nation_id} stands for that nation's name")
    effects: list[Effect] = Field(default_factory=list, description="numbers it changes")
    settles: list[Note] = Field(
        default_factory=list, description="cards a public report settles, as incident.card"
    )
    facilitator: Text | None = Field(None, description="a note for the teacher's eyes")


class Objective(Strict):
    """Something a nation wants."""

    text: Line = Field(description="in words")
    points: Annotated[float, Field(gt=0, le=100)] = Field(description="what it is worth")
    when: When = Field(description="condition that meets it")
    judged: Literal["any", "end", "always"] = Field(
        "end", description="any: once is enough · end: at the end · always: throughout"
    )


class ScenarioTest(Strict):
    """Something the author expects of many games played by AIs; `backchannel test` plays them."""

    text: Note = Field(description="what is expected, in words")
    players: dict[Id, Id] = Field(
        default_factory=dict,
        description="AI doctrine by nation, or of `all`; the nations' own where left out",
    )
    worlds: Annotated[int, Field(ge=10, le=2000)] = Field(200, description="games played")
    seed: Annotated[int, Field(ge=0, le=1_000_000)] = Field(1, description="number of the first")
    when: When = Field(description="condition asked at the end of each game")
    least: Share = Field(0.0, description="share of games in which it must hold at least")
    most: Share = Field(1.0, description="share of games in which it may hold at most")
