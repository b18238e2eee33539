"""The parlour of tests/parlour.py as a scenario that passes its checks, ready to be played.

Its norms have adopters, its nations have positions on the law, and one of them has published hers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from game.decisions import Reply
from game.match import HUMAN, Match, new_match
from game.scenario.check import check_text
from game.scenario.model import Scenario
from tests.parlour import TEXT

WANTS = """
  east:
    calm: {text: Keep calm., points: 30.0, when: rung <= 3}
  west:
    calm: {text: Keep calm., points: 30.0, when: rung <= 3}
debrief:"""

POSITIONS = {
    "North": "positions: {sovereignty: rule, countermeasures: allowed, notice: required}\n"
    "    published: [sovereignty]",
    "South": "positions: {sovereignty: principle, countermeasures: allowed, notice: waivable}",
    "West": "positions: {countermeasures: rejected, due_diligence: binding}\n    strategy: 1",
}
"""What some nations hold of the law."""

NORMS = (
    "spare_critical: {endorsed: [north], internalised: [west]}\n  answer_help: {endorsed: [east]}"
)


def text() -> str:
    """The scenario as an author would write it."""
    given = TEXT.replace("\ndebrief:", WANTS, 1)
    given = given.replace("spare_critical: {}\n  answer_help: {}", NORMS, 1)
    given = given.replace("  court:\n    members", "  court:\n    may_found: true\n    members", 1)
    for name, positions in POSITIONS.items():
        given = given.replace(f"    name: {name}\n", f"    name: {name}\n    {positions}\n", 1)
    return given


@cache
def salon() -> Scenario:
    """The scenario, checked."""
    scenario, findings = check_text(text(), "salon.yaml")
    assert scenario is not None, findings
    return scenario


MIXED = ("coalition_builder", "hawk", "norm_entrepreneur", "capacity_builder")
"""A cast that votes, endorses, accuses and gives."""


def match_of(*humans: str, seed: int = 1, cast: Sequence[str] = MIXED) -> Match:
    """A game of it, at its first question to a person."""
    pairs = zip(salon().nations, cast, strict=True)
    players = [HUMAN if name in humans else ai for name, ai in pairs]
    match = new_match(salon(), text(), seed, players)
    match.go_on()
    return match


def turn(match: Match, **said: Reply) -> None:
    """Play one turn in which people say, answer and order this in round 1, and nothing after it."""
    now, names = match.turn, list(match.setup.nations)
    while match.turn == now and not match.over:
        phase = match.phase
        assert phase is not None
        nation = match.waiting()[0]
        given = said.get(names[nation], Reply()) if phase.round < 2 else Reply()
        match.submit(nation, given)
