"""Norms and organisations, and how a scenario puts them on its board. (Rules 14, 16)"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.scenario.model.base import Id, Line, Note, Strict, Text, Year
from game.scenario.model.names import KindName, PointName, PowerName, RuleName, SectorName


class Acts(Strict):
    """Acts that break a norm."""

    kinds: list[KindName] = Field(min_length=1, description="kinds of incident")
    sectors: list[SectorName] | None = Field(None, description="sectors hit; any if left out")
    least: Annotated[float, Field(ge=0, le=10)] = Field(0.0, description="from this severity on")
    responders: bool = Field(False, description="only while response teams are at work there")


class Breaks(Strict):
    """What breaks a norm: acts, a request left unanswered, or a hasty accusation."""

    acts: Acts | None = Field(None, description="acts that break a restraint")
    request: Literal["help", "takedown", "legal_aid", "explain"] | None = Field(
        None, description="the request that a duty says must be answered"
    )
    haste: bool = Field(False, description="accusing beyond what others can believe")
    neglect: bool = Field(False, description="asking for help without having done anything oneself")


class Informs(Strict):
    """What a norm says of a contested question."""

    question: PointName = Field(description="the question")
    answer: Id = Field(description="the answer that follows from the norm")


class Norm(Strict):
    """A norm: a restraint or a duty."""

    label: Line = Field(description="what it asks, in a few words")
    letter: Annotated[str, StringConstraints(pattern=r"^[a-k]$")] | None = Field(
        None, description="letter among the eleven norms of 2015"
    )
    kind: Literal["restraint", "duty"] = Field(description="broken by an act, or by silence")
    text: Text = Field(description="what it asks, in full")
    since: Year | None = Field(None, description="year it was first agreed")
    broken_by: Breaks = Field(description="what breaks it")
    informs: Informs | None = Field(None, description="the question of law it speaks to")
    source: Note = Field(description="where it comes from")


class NormUse(Strict):
    """A norm that is live in a scenario."""

    define: Norm | None = Field(None, description="a norm of this scenario's own")
    endorsed: list[Id] = Field(default_factory=list, description="nations that endorse it")
    internalised: list[Id] = Field(
        default_factory=list, description="nations that have made it their own"
    )
    tabled: bool = Field(False, description="younger than the scenario; it may be tabled in play")


class PowerUse(Strict):
    """How an organisation uses one of its powers."""

    lag: Annotated[int, Field(ge=0, le=6)] = Field(0, description="turns from vote to effect")
    rest: Annotated[int, Field(ge=1, le=9)] = Field(2, description="turns until it can act again")
    strength: Annotated[float, Field(gt=0, le=3)] = Field(1.0, description="1 as usual")
    since: Year | None = Field(None, description="year it could first do this")


class Organisation(Strict):
    """An organisation: how it decides, and what it can do."""

    label: Line = Field(description="full name")
    short: Line = Field(description="short name")
    about: Text = Field(description="what it is and how it feels to work with, in a few sentences")
    since: Year | None = Field(None, description="year it came into being")
    rule: RuleName = Field(description="how it decides")
    powers: dict[PowerName, PowerUse] = Field(min_length=1, description="what it can do")
    source: list[Note] = Field(min_length=1, description="where the facts come from")


class Membership(Strict):
    """An organisation on the board of a scenario."""

    define: Organisation | None = Field(None, description="an organisation of its own")
    members: list[Id] = Field(min_length=1, description="its members among the nations")
    may_found: bool = Field(
        False, description="younger than the scenario; its members may found it in play"
    )
