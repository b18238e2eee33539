"""Judgement after the game: what was true, what was believed of it, and how well. (Rules 11.7)

It reads the truth; only `aftermath` calls it, when the game is over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from game.language import _
from game.match import Match
from game.report import terms, words
from game.report.cases import Case, every_case
from game.report.dossier import beliefs, last_stated, suspected
from game.rules.changes import put_derived
from game.rules.evidence import posterior
from game.rules.scoring import brier, log_score, regret
from game.rules.world import NOBODY, Floats, Ints, Look, World, copy

BINS = 5

Pair = tuple[float, bool]
"""A belief, and whether it was true."""


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

    id: str
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


def truth_of(match: Match, nation: int | None, told: Case) -> Truth:
    """One incident, revealed, and what a nation believed of it."""
    world, incident, case = told.world, told.place, match.setup.cases[told.place]
    culprit, framed = int(world.culprit[incident, 0]), int(world.framed[incident, 0])
    own = nation is not None and bool(match.board.blames[incident, culprit, nation])
    lines = () if nation is None else tuple(_lines(match, nation, told, culprit))
    return Truth(
        id=told.id(match),
        incident=incident,
        title=words.case_title(match, world, incident),
        text=truth_text(match, incident, culprit),
        culprit=case.names[culprit],
        framed="" if framed == NOBODY else case.names[framed],
        beliefs=lines,
        ideal=float(ideal(match, told)[culprit]),
        claims=tuple(_claims(match, world, incident, culprit)),
        grade=None if nation is None or own else _grade(match, nation, told, culprit),
        own_doing=own,
    )


def truth_text(match: Match, incident: int, culprit: int) -> str:
    """Who did it, as the scenario tells it."""
    case = match.setup.cases[incident]
    return case.truths[culprit] or _("It was {culprit}.").format(culprit=case.names[culprit])


def judges(match: Match, case: Case, turn: int) -> tuple[int, ...]:
    """Nations that knew of the case, and could judge it, in the morning of a turn."""
    morning = match.mornings[turn - 1]
    if not case.judged_in(morning):
        return ()
    return tuple(np.flatnonzero(morning.known[:, case.place, 0]).tolist())


def _turns_known(match: Match, nation: int, case: Case) -> list[int]:
    """Turns in which the nation knew of the case when it judged."""
    turns = range(1, len(match.mornings) + 1)
    return [turn for turn in turns if nation in judges(match, case, turn)]


def _lines(match: Match, nation: int, case: Case, culprit: int) -> list[BeliefLine]:
    lines, incident = [], case.place
    for turn in _turns_known(match, nation, case):
        stated = last_stated(match, nation, incident, turn)
        lines.append(
            BeliefLine(
                turn=turn,
                analysts=beliefs(match.mornings[turn - 1], nation, incident)[culprit],
                stated=None if stated is None else stated[culprit],
            )
        )
    return lines


def ideal(match: Match, case: Case) -> Floats:
    """Belief of one who has seen every card of the case, found or not. [H]"""
    world = case.world
    known = np.where(world.card != 0, Look.FOUND, Look.ABSENT) * match.board.dealt[:, :, None]
    return as_victim(world, case.place, np.broadcast_to(known, world.look.shape))


def as_victim(world: World, incident: int, look: Ints) -> Floats:
    """Belief of the victim of a case, had it looked at evidence so far. [H]"""
    imagined = copy(world)
    put_derived(imagined, "look", look)
    victim = world.victim[incident, :1].astype(np.intp)
    return posterior(imagined, victim, np.array([incident]), np.array([0]))[:, 0]


def _claims(match: Match, world: World, incident: int, culprit: int) -> list[str]:
    said = []
    for n in range(match.board.nations):
        accused = int(world.accused[n, incident, 0])
        if accused == NOBODY:
            continue
        right = bool(match.board.blames[incident, culprit, accused])
        yes, no = _("{who} said {word} {whom}: right"), _("{who} said {word} {whom}: wrong")
        word = terms.word(world.word[n, incident, 0])
        who, whom = words.nation(match, n), words.nation(match, accused)
        said.append((yes if right else no).format(who=who, word=word, whom=whom))
    return said


def _grade(match: Match, nation: int, case: Case, culprit: int) -> Grade | None:
    said, incident = [], case.place
    for turn in _turns_known(match, nation, case):
        stated = last_stated(match, nation, incident, turn)
        if stated is not None:
            analysts = beliefs(match.mornings[turn - 1], nation, incident)
            said.append((as_row(stated), as_row(analysts)))
    return grade(said, culprit)


def grade(said: Sequence[tuple[Floats, Floats]], culprit: int) -> Grade | None:
    """How well stated beliefs did, each beside the analysts' of that turn; None if there are none.

    The analysts read the cards as the rules do, so what they believed is the ideal.
    """
    if not said:
        return None
    rows = [(brier(s, culprit), log_score(s, culprit), regret(s, best)) for s, best in said]
    a, b, c = (fmean(column) for column in zip(*rows, strict=True))
    return Grade(brier=a, log_score=b, regret=c, turns=len(rows))


def as_row(chances: Sequence[float]) -> Floats:
    """Chances of the hypotheses as the rules hold them. [H]"""
    return np.array(chances, np.float32)


def calibration(match: Match, nation: int) -> tuple[tuple[Bin, ...], str]:
    """Beliefs of about one size against how often they were true."""
    stated, held = [], []
    for case in every_case(match):
        incident, culprit = case.place, int(case.world.culprit[case.place, 0])
        if match.board.blames[incident, culprit, nation]:
            continue
        live = suspected(match, case.world, nation, incident)
        for turn in _turns_known(match, nation, case):
            said = last_stated(match, nation, incident, turn)
            analysts = beliefs(match.mornings[turn - 1], nation, incident)
            held += [(analysts[h], h == culprit) for h in live]
            stated += [] if said is None else [(said[h], h == culprit) for h in live]
    if stated:
        return bins(stated), _("what you stated")
    return bins(held), _("what your analysts believed")


def bins(pairs: Sequence[Pair]) -> tuple[Bin, ...]:
    """Beliefs of about one size together, from the least to the greatest."""
    found = []
    for n in range(BINS):
        inside = [p for p in pairs if min(int(p[0] * BINS), BINS - 1) == n]
        if inside:
            mean, share = fmean(p for p, _ in inside), fmean(float(true) for _, true in inside)
            found.append(Bin(n / BINS, (n + 1) / BINS, len(inside), mean, share))
    return tuple(found)
