"""The scenario format, version 1: one model for reading, checking, schema and documentation.

Everything an author may write is here, each field with what it means. Unknown keys are refused.
Ids are map keys. Numbers are on the scales of the rules: 0 to 100, severities 0 to 10.
"""

from game.scenario.model.aims import Channel, Effect, Inject, Objective, ScenarioTest
from game.scenario.model.base import Id, Level, Line, Note, Share, Strict, Text, Turns, When, Year
from game.scenario.model.incidents import Card, FalseFlag, Hypothesis, Incident
from game.scenario.model.names import (
    KindName,
    Layer,
    PointName,
    PowerName,
    RuleName,
    SectorName,
    Weight,
)
from game.scenario.model.nations import (
    Actor,
    ActorKind,
    Capability,
    Hazard,
    Nation,
    Relation,
    Stocks,
    Usual,
)
from game.scenario.model.order import (
    Acts,
    Breaks,
    Informs,
    Membership,
    Norm,
    NormUse,
    Organisation,
    PowerUse,
)
from game.scenario.model.scenario import Scenario
from game.scenario.model.telling import Debrief, Later, Source

__all__ = [
    "Actor",
    "ActorKind",
    "Acts",
    "Breaks",
    "Capability",
    "Card",
    "Channel",
    "Debrief",
    "Effect",
    "FalseFlag",
    "Hazard",
    "Hypothesis",
    "Id",
    "Incident",
    "Informs",
    "Inject",
    "KindName",
    "Later",
    "Layer",
    "Level",
    "Line",
    "Membership",
    "Nation",
    "Norm",
    "NormUse",
    "Note",
    "Objective",
    "Organisation",
    "PointName",
    "PowerName",
    "PowerUse",
    "Relation",
    "RuleName",
    "Scenario",
    "ScenarioTest",
    "SectorName",
    "Share",
    "Source",
    "Stocks",
    "Strict",
    "Text",
    "Turns",
    "Usual",
    "Weight",
    "When",
    "Year",
]
