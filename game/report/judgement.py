"""Judgement after the game: what was true, what was believed of it, and how well. (Rules 11.7)

It reads the truth; only `aftermath` calls it, when the game is over.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.match import Match
from game.report import words
from game.report.dossier import beliefs, last_stated
from game.rules.changes import put_derived
from game.rules.evidence import posterior
from game.rules.scoring import brier, log_score, regret
from game.rules.world import NOBODY, Floats, Look, Status, World, copy

BINS = 5


@dataclass(frozen=True)
class BeliefLine:
    """What was believed of the truth of one incident when judgement was asked for in a turn."""

    turn: int
    analysts: float  # chance the evidence gave to what was true
    stated: float | None  # chance the head gave it


@dataclass(frozen=True)
class Grade:
    """How well stated beliefs did, averaged over the turns in which they stood."""

    brier: float  # 0 best, 2 worst
    log_score: float  # 0 best
    regret: float  # lost against the ideal reader of the same evidence
    turns: int


@dataclass(frozen=True)
class Truth:
    """One incident, revealed."""

    incident: int
    title: str
    text: str
    culprit: str
    framed: str  # whom planted traces pointed at, or empty
    beliefs: tuple[BeliefLine, ...]
    ideal: float  # belief in the truth of one who has seen every card
    claims: tuple[str, ...]
    grade: Grade | None  # None if nothing was stated, or the nation did it itself
    own_doing: bool


@dataclass(frozen=True)
class Bin:
    """Beliefs of about one size, and how often they were true."""

    low: float
    high: float
    count: int
    mean: float
    true_share: float


def begun(world: World) -> list[int]:
    """Incidents that happened."""
    return [int(n) for n in np.flatnonzero(world.status[:, 0] != Status.AWAITED)]


def truth_of(match: Match, nation: int | None, incident: int) -> Truth:
    """One incident, revealed, and what a nation believed of it."""
    world, case = match.worlds[-1], match.setup.cases[incident]
    culprit, framed = int(world.culprit[incident, 0]), int(world.framed[incident, 0])
    own = nation is not None and bool(match.board.blames[incident, culprit, nation])
    lines = () if nation is None else tuple(_lines(match, nation, incident, culprit))
    return Truth(
        incident=incident,
        title=words.case_title(match, world, incident),
        text=case.truths[culprit] or f"It was {case.names[culprit]}.",
        culprit=case.names[culprit],
        framed="" if framed == NOBODY else case.names[framed],
        beliefs=lines,
        ideal=_ideal(match, incident, culprit),
        claims=tuple(_claims(match, world, incident, culprit)),
        grade=None if nation is None or own else _grade(match, nation, incident, culprit),
        own_doing=own,
    )


def _turns_known(match: Match, nation: int, incident: int) -> list[int]:
    """Turns in which the nation knew of the case when it judged."""
    began = match.worlds[-1].began[incident, 0]
    return [
        turn
        for turn, world in enumerate(match.mornings, start=1)
        if turn >= began > 0
        and world.known[nation, incident, 0]
        and world.began[incident, 0] == began
    ]


def _lines(match: Match, nation: int, incident: int, culprit: int) -> list[BeliefLine]:
    lines = []
    for turn in _turns_known(match, nation, incident):
        stated = last_stated(match, nation, incident, turn)
        lines.append(
            BeliefLine(
                turn=turn,
                analysts=beliefs(match.mornings[turn - 1], nation, incident)[culprit],
                stated=None if stated is None else stated[culprit],
            )
        )
    return lines


def _ideal(match: Match, incident: int, culprit: int) -> float:
    """Belief in the truth of the victim, had it seen every card of the case."""
    world = copy(match.worlds[-1])
    known = np.where(world.card != 0, Look.FOUND, Look.ABSENT) * match.board.dealt[:, :, None]
    put_derived(world, "look", np.broadcast_to(known, world.look.shape))
    victim = world.victim[incident, :1].astype(np.intp)
    chances = posterior(world, victim, np.array([incident]), np.array([0]))
    return float(chances[culprit, 0])


def _claims(match: Match, world: World, incident: int, culprit: int) -> list[str]:
    said = []
    for n in range(match.board.nations):
        accused = int(world.accused[n, incident, 0])
        if accused == NOBODY:
            continue
        right = bool(match.board.blames[incident, culprit, accused])
        word = words.word(world.word[n, incident, 0])
        verdict = "right" if right else "wrong"
        whom = words.nation(match, accused)
        said.append(f"{words.nation(match, n)} said {word} {whom}: {verdict}")
    return said


def _grade(match: Match, nation: int, incident: int, culprit: int) -> Grade | None:
    graded = []
    for turn in _turns_known(match, nation, incident):
        stated = last_stated(match, nation, incident, turn)
        if stated is not None:
            said = _row(stated)
            ideal = _row(beliefs(match.mornings[turn - 1], nation, incident))
            graded.append((brier(said, culprit), log_score(said, culprit), regret(said, ideal)))
    if not graded:
        return None
    a, b, c = (sum(values) / len(graded) for values in zip(*graded, strict=True))
    return Grade(brier=a, log_score=b, regret=c, turns=len(graded))


def _row(chances: tuple[float, ...] | list[float]) -> Floats:
    return np.array(chances, np.float32)


def calibration(match: Match, nation: int) -> tuple[tuple[Bin, ...], str]:
    """Beliefs of about one size against how often they were true."""
    stated, held = [], []
    for incident in begun(match.worlds[-1]):
        culprit = int(match.worlds[-1].culprit[incident, 0])
        if match.board.blames[incident, culprit, nation]:
            continue
        live = np.flatnonzero(match.board.live[incident]).tolist()
        for turn in _turns_known(match, nation, incident):
            said = last_stated(match, nation, incident, turn)
            analysts = beliefs(match.mornings[turn - 1], nation, incident)
            held += [(analysts[h], h == culprit) for h in live]
            stated += [] if said is None else [(said[h], h == culprit) for h in live]
    if stated:
        return _bins(stated), "what you stated"
    return _bins(held), "what your analysts believed"


def _bins(pairs: list[tuple[float, bool]]) -> tuple[Bin, ...]:
    bins = []
    for n in range(BINS):
        inside = [p for p in pairs if min(int(p[0] * BINS), BINS - 1) == n]
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            share = sum(true for _, true in inside) / len(inside)
            bins.append(Bin(n / BINS, (n + 1) / BINS, len(inside), mean, share))
    return tuple(bins)
