"""Moments: a game as it stood when a turn had been played, to look back at from any seat.

What a seat knew then is what its view shows; the truth is told of games that are over only.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.match import HUMAN, UNPLAYED, Match
from game.report import words
from game.report.cases import Case
from game.report.html.told import Game
from game.report.ties import Range, ties
from game.rules.world import Status


def moment(match: Match, turn: int, nation: int) -> Match:
    """The match at the end of a turn, or at its start for 0, with a person in one seat alone.

    No question is open in it: it is to be looked at, not to be played on. Raises ValueError.
    """
    last = len(match.worlds) - 1
    if not 0 <= turn <= last:
        raise ValueError(f"turns 0 to {last} can be looked at, not {turn}")
    players = [UNPLAYED if player == HUMAN else player for player in match.players]
    players[nation] = HUMAN
    then = Match(match.scenario, match.setup, match.board, match.seed, tuple(players))
    then.worlds, then.logs = match.worlds[: turn + 1], match.logs[:turn]
    then.mornings, then.heard = match.mornings[:turn], match.heard[:turn]
    then.stated = [stated for stated in match.stated if stated.turn <= turn]
    then.decided = [decided for decided in match.decided if decided.phase.turn <= turn]
    return then


def seats(match: Match) -> tuple[int, ...]:
    """The seats whose fog may be looked through: all when it is over, else those of people."""
    if match.over or not match.humans():
        return tuple(range(match.board.nations))
    return match.humans()


@dataclass(frozen=True)
class TrueCase:
    """An incident as it truly was."""

    id: str
    title: str
    victim: int
    severity: float
    began: int
    open: bool
    culprit: str  # in words
    guilty: tuple[int, ...]  # nations that did it or ordered it


def true_cases(game: Game, turn: int) -> tuple[TrueCase, ...]:
    """Incidents that had begun by the end of a turn, as they truly were."""
    assert game.match.over, "the truth is told when the game is over"
    return tuple(_true_case(game, case, turn) for case in game.cases if 0 < case.began <= turn)


def _true_case(game: Game, case: Case, turn: int) -> TrueCase:
    place, world = case.place, case.after(game.match, turn)
    stood = world is game.match.worlds[turn]
    return TrueCase(
        id=case.id(game.match),
        title=words.case_title(game.match, world, place),
        victim=int(world.victim[place, 0]),
        severity=float(world.severity[place, 0]),
        began=case.began,
        open=stood and int(world.status[place, 0]) == Status.ACTIVE,
        culprit=game.hypothesis(case, game.culprit(case)),
        guilty=game.guilty(case),
    )


@dataclass(frozen=True)
class Between:
    """How two nations stood to each other at one moment, as one of them could tell."""

    ours: float  # the first's trust in the second
    theirs: Range  # the second's in the first: exact, or a band
    rung: int


def between(match: Match, turn: int, one: int, two: int, truth: bool = False) -> Between:
    """Trust between two nations after a turn, from the first's seat, or as it truly was."""
    then = moment(match, turn, one)
    known = ties(then, one)
    ours = known[one, two].trust
    assert ours is not None, "one's own trust is known"
    theirs = known[two, one].trust
    if truth:
        assert match.over, "the truth is told when the game is over"
        exact = float(match.worlds[turn].trust[two, one, 0])
        theirs = Range(exact, exact)
    assert theirs is not None, "trust in oneself is known in bands"
    return Between(ours.middle, theirs, known[one, two].rung)
