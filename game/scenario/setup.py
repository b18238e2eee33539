"""The setup: names, texts and ids of a scenario, and its conditions, ready to play."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.turn import Rulebook
from game.scenario.model import Scenario


@dataclass(frozen=True)
class CaseText:
    """Words of one place among the incidents. Operations in play have no title of their own."""

    id: str
    title: str
    text: str
    hypotheses: tuple[str, ...]  # ids on axis H; index 0 is OTHER
    names: tuple[str, ...]  # the same in words
    truths: tuple[str, ...]  # told in the debrief
    cards: tuple[str, ...]  # ids on axis E
    findings: tuple[str, ...]  # texts
    layers: tuple[str, ...]
    fits: tuple[tuple[int, ...], ...] = ()  # hypotheses that {fit} names in a finding, by card


@dataclass(frozen=True)
class Setup:
    """All that a scenario says in words, by the numbers the rules use."""

    scenario: Scenario
    nations: tuple[str, ...]  # ids on axis N
    actors: tuple[str, ...]  # ids on axis S
    names: tuple[str, ...]  # short names of actors
    cases: tuple[CaseText, ...]  # by place on axis I
    kinds: tuple[str, ...]  # labels of the kinds of incident
    injects: tuple[str, ...]  # ids on axis V
    objectives: tuple[tuple[str, str], ...]  # nation id and objective id on axis J
    rules: Rulebook
    ids: Mapping[str, tuple[str, ...]]  # by kind of id, for conditions and typed orders
    text: str  # the canonical scenario, as a record embeds it
