"""The cast: nations, non-state actors, and how they stand to one another."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, PrivateAttr

from game.scenario.model.base import Id, Level, Line, Share, Strict, Text
from game.scenario.model.names import KindName, PointName, SectorName


class Stocks(Strict):
    """The three stocks of a nation."""

    capital: Level = Field(description="political capital, spent on anything diplomatic")
    effort: Level = Field(description="analyst effort, spent on forensics and covert work")
    funds: Level = Field(description="funds, spent on protection, capacity and aid")


class Capability(Strict):
    """The five capabilities of a nation."""

    offence: Level = Field(description="what its covert operations can do")
    defence: Level = Field(description="how hard its networks are to break")
    forensics: Level = Field(description="how fast it finds out who did it")
    resilience: Level = Field(description="how fast its services mend")
    diplomacy: Level = Field(description="how well it talks and gathers others")


class Nation(Strict):
    """One nation that is played, by a person or an AI."""

    name: Line = Field(description="full name")
    short: Line | None = Field(None, description="short name for tables; the full name if left out")
    about: Text = Field(description="what everybody knows of it, in a sentence or two")
    brief: Text = Field(description="what its own player is told: situation, aims, dilemma")
    emerging: bool = Field(False, description="starts with little but its vote")
    power: Share = Field(0.5, description="weight in the world; emerging nations under 0.3")
    stocks: Stocks = Field(description="stocks at the start")
    income: Stocks = Field(description="what comes in each turn")
    capability: Capability = Field(description="capabilities at the start")
    access: Level = Field(20.0, description="reach of secret sources")
    exploits: Annotated[int, Field(ge=0, le=9)] = Field(
        0, description="vulnerabilities kept secret"
    )
    dependence: dict[SectorName, Annotated[float, Field(ge=0, le=20)]] = Field(
        default_factory=dict, description="weight of sectors in its life; 1 where left out"
    )
    service: dict[SectorName, Level] = Field(
        default_factory=dict, description="service levels at the start; 100 where left out"
    )
    support: Level = Field(50.0, description="public support at the start")
    anger: Level = Field(0.0, description="public anger at the start")
    standing: Level = Field(50.0, description="how far its word is believed at the start")
    doctrine: Id = Field("reciprocator", description="the AI doctrine that plays it by default")
    allies: list[Id] = Field(default_factory=list, description="nations it holds for allies")
    red_lines: dict[SectorName, Annotated[int, Field(ge=1, le=10)]] = Field(
        default_factory=dict, description="severity of an attack on a sector that it will not bear"
    )
    positions: dict[PointName, Id] = Field(
        default_factory=dict, description="its answers to contested questions of law"
    )
    published: list[PointName] = Field(
        default_factory=list, description="questions on which it has said so in public"
    )
    norm_bar: Share = Field(
        0.5, description="share of the world's influence that must hold a norm before it does"
    )
    strategy: Annotated[int, Field(ge=0, le=5)] = Field(
        0, description="steps of a national cyber strategy taken already"
    )

    _written: str = PrivateAttr("")

    def model_post_init(self, _context: Any) -> None:
        """Remember the name as its author wrote it, whatever language it is told in later."""
        self._written = self.name

    @property
    def written(self) -> str:
        """Full name in the words of its author: its flag and its coasts are drawn from it."""
        return self._written


class ActorKind(StrEnum):
    """What a non-state actor is."""

    CRIMINAL = "criminal"
    HACKTIVIST = "hacktivist"
    CONTRACTOR = "contractor"


class Hazard(Strict):
    """How a non-state actor acts of its own accord."""

    chance: Annotated[float, Field(ge=0, le=0.5)] = Field(description="chance of acting each turn")
    kind: KindName = Field(description="what it does")
    sector: SectorName = Field(description="what it hits")
    severity: Annotated[float, Field(ge=1, le=6)] = Field(description="DCID scale")
    targets: list[Id] = Field(
        min_length=1, description="nations it may hit, the weakest most often"
    )


class Actor(Strict):
    """A non-state actor. It lives on some nation's soil and is not played."""

    name: Line = Field(description="name")
    kind: ActorKind = Field(description="criminal, hacktivist or contractor")
    home: Id = Field(description="nation on whose soil it lives")
    about: Text = Field(description="what everybody knows of it")
    patrons: list[Id] = Field(default_factory=list, description="nations said to have used it")
    hazard: Hazard | None = Field(None, description="how often it acts of its own accord")


class Relation(Strict):
    """How one nation stands to another. It may differ the other way round."""

    of: Id = Field(description="the nation that trusts or is hostile")
    to: Id = Field(description="the nation it trusts or is hostile to")
    trust: Level | None = Field(None, description="trust of `of` in `to`")
    hostility: Level | None = Field(None, description="hostility of `of` to `to`")
    both: bool = Field(False, description="the same the other way round")


class Usual(Strict):
    """Relations of pairs that are not listed."""

    trust: Level = Field(50.0, description="trust between nations not listed")
    hostility: Level = Field(10.0, description="hostility between nations not listed")
