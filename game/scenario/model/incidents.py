"""Incidents: what is seen, what may be the truth, and what can be found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.scenario.model.base import Id, Line, Share, Strict, Text, Turns, When
from game.scenario.model.names import KindName, Layer, SectorName, Weight


class Hypothesis(Strict):
    """One possible truth: a hand at the keyboard, with or without a sponsor."""

    hand: Id = Field(description="nation or non-state actor that did it")
    sponsor: Id | None = Field(None, description="nation that ordered it")
    prior: Share = Field(description="chance before any evidence; what is left is OTHER")
    text: Text = Field(description="told in the debrief when this is the truth")


class FalseFlag(Strict):
    """How likely the traces were planted, and whom they would frame."""

    chance: Share = Field(description="chance that whoever did it planted traces of another")
    frames: dict[Id, Annotated[float, Field(gt=0, le=100)]] = Field(
        description="hypotheses that may be framed, with relative weights"
    )


class Card(Strict):
    """One piece of evidence that may or may not exist."""

    text: Text = Field(description="what is found, in plain words")
    layer: Layer = Field(description="kind of evidence")
    points_to: dict[Id, Weight] = Field(
        description="hypotheses under which it exists more often, and how much more"
    )
    exists: Annotated[float, Field(gt=0, le=0.95)] = Field(
        0.8, description="chance that it exists under the hypothesis it fits best"
    )
    planted: bool = Field(False, description="a false flag can plant it")
    secret: bool = Field(False, description="found by secret sources, not by forensics")
    burns: bool = Field(False, description="showing it to the public burns the source")
    work: Annotated[float, Field(gt=0, le=200)] = Field(
        description="work that settles whether it is there"
    )
    finders: list[Id] | None = Field(
        None, description="nations in a position to look; all if left out"
    )


class Incident(Strict):
    """Something that happens to a nation, with several possible truths."""

    title: Line = Field(description="headline")
    text: Text = Field(description="what is seen, not who did it")
    kind: KindName = Field(description="kind of incident")
    victim: Id = Field(description="nation hit")
    sector: SectorName = Field(description="sector hit")
    severity: Annotated[float, Field(ge=0, le=10)] = Field(description="DCID scale, 0 to 10")
    lasts: Turns | None = Field(None, description="turns it lasts; as its kind says if left out")
    turn: Turns = Field(1, description="first turn it may begin")
    when: When | None = Field(None, description="condition that must hold too")
    hypotheses: dict[Id, Hypothesis] = Field(description="possible truths; OTHER is always added")
    other: Text = Field(
        "It was an accident, or the work of someone nobody had on the list.",
        description="told in the debrief when it was none of them",
    )
    truth: Id | None = Field(None, description="fixes the truth; drawn from the priors if left out")
    false_flag: FalseFlag | None = Field(None, description="planted traces, if anyone might")
    evidence: dict[Id, Card] = Field(default_factory=dict, description="the deck of evidence")
