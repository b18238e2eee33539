"""Games for tests of screens: one seat of a scenario, some turns on, at a step of the turn."""

from __future__ import annotations

from collections.abc import Sequence

from game.decisions import Reply
from game.match import HUMAN, Match, new_match, usual_players
from game.scenario.model import Scenario
from game.screens.play.session import Session
from tests.library import path_of, scenario


def library(name: str) -> tuple[Scenario, str]:
    """A scenario of the library and its text."""
    return scenario(name), path_of(name).read_text("utf-8")


def new_session(
    given: Scenario, text: str, seats: Sequence[str], seed: int, level: str = ""
) -> Session:
    """A new game with people in some seats, by id; it is saved."""
    players = usual_players(given, dict.fromkeys(seats, HUMAN))
    return Session(new_match(given, text, seed, players), level or given.level)


def match_at(name: str, seat: str, turn: int, ask: str, seed: int = 7) -> Match:
    """A match that comes to a question of that kind in that turn; the seat has said nothing."""
    given, text = library(name)
    match = new_match(given, text, seed, usual_players(given, {seat: HUMAN}))
    number = match.setup.nations.index(seat)
    match.go_on()
    while match.phase is not None and (match.turn < turn or match.phase.ask.name != ask):
        match.submit(number, Reply())
    assert match.phase is not None, "the game ended before"
    return match


def session_at(
    ask: str = "TALK", turn: int = 4, seat: str = "brannock", level: str = "guided",
    name: str = "port_crisis",
) -> Session:  # fmt: skip
    """A session that is not saved, past the judging of its turn."""
    session = Session(match_at(name, seat, turn, ask), level, keep=False)
    if session.step is not None and session.step.name == "judge":
        session.send()
    return session


def at_step(step: str, turn: int = 1, name: str = "port_crisis", level: str = "guided") -> Session:
    """A session of the first seat that comes to a step of a turn, its player saying nothing."""
    scenario, text = library(name)
    session = new_session(scenario, text, [next(iter(scenario.nations))], 3, level)
    while session.turn < turn or (session.step is not None and session.step.name != step):
        session.send()
    session.tell(session.turn)
    return session
