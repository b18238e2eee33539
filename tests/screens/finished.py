"""A game that is over, played once for all tests that look back at one."""

from __future__ import annotations

from functools import cache

from game import language
from game.decisions import Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.players.diplomat import decide
from game.report.dossier import beliefs
from game.rules import dice
from game.scenario.doctrines import minds
from game.screens.after.findings import Findings
from game.screens.play.session import Session
from tests.screens.games import library

SEAT = "dorvane"


@cache
def game() -> Match:
    """First light, whose first seat judged every case a little too boldly, and ordered things."""
    scenario, text = library("first_light")
    match = new_match(scenario, text, 7, usual_players(scenario, {SEAT: HUMAN}))
    match.go_on()
    judged = 0
    while not match.over:
        if match.turn != judged:
            judged = match.turn
            _judge(match)
        match.submit(0, _advised(match))
    return match


def _judge(match: Match) -> None:
    morning = match.mornings[-1]
    for incident in range(len(match.setup.cases)):
        if morning.known[0, incident, 0] and morning.began[incident, 0] > 0:
            bold = [chance**1.5 for chance in beliefs(morning, 0, incident)]
            match.state(0, incident, [chance / sum(bold) for chance in bold])


def _advised(match: Match) -> Reply:
    """What an AI would do in that seat."""
    cast = ["hawk" if player == HUMAN else player for player in match.players]
    rows = decide(match.question, minds(cast), dice.derive(match.worlds[0].seed, "players"))
    return match._by_nation(rows).get(0, Reply())


def session() -> Session:
    """The game at the window; it is not kept."""
    return Session(game(), keep=False)


def findings() -> Findings:
    """All that is found out about it, told in the language that is spoken."""
    return _findings(language.current())


@cache
def _findings(code: str) -> Findings:
    found = Findings(game(), 0)
    assert [*found.work()]
    return found
