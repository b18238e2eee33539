"""What a breach ends is told with it, and a treaty is called broken by what it forbids alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from game.match import Match
from game.report.html.events import Deal
from game.report.html.promises import _breaches
from game.report.html.told import Game
from game.report.news import turn_report
from game.report.treaties import breaches
from game.rules.changes import put_derived
from game.rules.clauses import EVIDENCE_SHARING, NO_OPERATIONS, OFF_LIMITS
from game.rules.happenings import Breach, Log, What
from game.rules.world import World, copy
from tests import salon

NORTH, WEST = 0, 1


def treaties(world: World, levels: Mapping[int, int], parties: tuple[int, ...]) -> World:
    """The world with treaties of one clause each, by place, between these parties."""
    made = copy(world)
    party, level = world.treaty_party.copy(), world.treaty_level.copy()
    since, until = world.treaty_since.copy(), world.treaty_until.copy()
    for place, clause in levels.items():
        party[place, list(parties), 0] = 1
        level[place, clause, 0], since[place, 0], until[place, 0] = 1, 1, 9
    columns = {"party": party, "level": level, "since": since, "until": until}
    for name, values in columns.items():
        put_derived(made, f"treaty_{name}", values)
    return made


def broken(how: Breach) -> Match:
    """A turn in which North broke its word to West, and was party to their two pacts no longer."""
    match = salon.match_of("north")
    clauses = {0: NO_OPERATIONS, 1: OFF_LIMITS}
    before = treaties(match.worlds[0], clauses, (NORTH, WEST))
    after = treaties(match.worlds[0], clauses, (WEST,))
    after = replace(after, turn=1)
    log = Log()
    log.note(What.BROKE, np.array([0]), np.array([NORTH]), np.array([WEST]), a=how)
    match.worlds, match.logs = [before, after], [log]
    return match


def test_both_pacts_that_a_breach_ends_are_told_in_the_news() -> None:
    match = broken(Breach.ATTACKED)
    story = next(s for s in turn_report(match, NORTH, 1) if s.kind == "promises")
    assert len(story.why) == 2
    assert "no operations" in story.why[0] and "off limits" in story.why[1]


def test_the_page_of_treaties_says_what_a_breach_ended() -> None:
    (line,) = breaches(broken(Breach.ATTACKED), WEST)
    assert line.count("Void between North and the other parties now") == 2


@pytest.mark.parametrize(
    ("how", "clause", "told"),
    [
        (Breach.ATTACKED, NO_OPERATIONS, True),
        (Breach.ATTACKED, OFF_LIMITS, True),
        (Breach.ATTACKED, EVIDENCE_SHARING, False),
        (Breach.WITHHELD, EVIDENCE_SHARING, True),
        (Breach.WITHHELD, NO_OPERATIONS, False),
    ],
)
def test_a_treaty_is_broken_by_what_it_forbids(how: Breach, clause: int, told: bool) -> None:
    assert _breaches(Game(broken(how)), deal(clause)) == ("North (turn 1)" if told else "nobody")


def test_who_broke_a_treaty_is_named_once_with_all_turns() -> None:
    match = broken(Breach.WITHHELD)
    match.worlds += [replace(match.worlds[1], turn=2)]
    match.logs += match.logs
    assert _breaches(Game(match), deal(EVIDENCE_SHARING)) == "North (turns 1 and 2)"


def deal(clause: int) -> Deal:
    """A treaty of one clause between North and West, signed in turn 1."""
    return Deal(1, NORTH, (NORTH, WEST), (), (), (clause,), True, True, ())
