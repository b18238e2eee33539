"""The after-action report: what was true, what was believed, what came of it. (Rules 11.6, 11.7)

The only report that reads the truth, and only when the game is over.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import N_, _
from game.match import Match
from game.report import words
from game.report.cases import every_case
from game.report.institutions import measure
from game.report.judgement import BeliefLine, Bin, Grade, Truth, calibration, truth_of
from game.report.law import ReadingLine, reading_line, verdicts
from game.report.news import moved
from game.report.norms import course, violations
from game.report.story import Scene, rows_of
from game.report.treaties import breaches
from game.report.votes import all_votes
from game.rules.happenings import What
from game.rules.law import grey_zone
from game.rules.scoring import scores
from game.rules.world import NOBODY, Adoption, World

__all__ = ["Aftermath", "BeliefLine", "Bin", "Grade", "Truth", "aftermath"]

ANYBODY = 0
"""Whose ears do for what everybody hears of."""

PARTS = (
    N_("objectives"),
    N_("services"),
    N_("security"),
    N_("standing"),
    N_("support"),
    N_("peace"),
    N_("war"),
    "total",
)
"""Parts of a score, by id, which is what they are called."""


@dataclass(frozen=True)
class ScoreLine:
    """A nation's score with its parts."""

    rank: int
    nation: str
    parts: tuple[tuple[str, float], ...]
    total: float


@dataclass(frozen=True)
class PromiseLine:
    """What a nation's word was worth."""

    nation: str
    kept: int
    broken: int


@dataclass(frozen=True)
class Turning:
    """A turn in which much changed."""

    turn: int
    text: str


@dataclass(frozen=True)
class NormCourse:
    """How one norm fared."""

    label: str
    adopters: tuple[tuple[str, int, str], ...]  # nation, turn it endorsed (0: before), stage at end
    share: tuple[float, ...]  # influence of those who hold it, from turn 0 on


@dataclass(frozen=True)
class Later:
    """What was claimed of the real event later on."""

    date: str
    by: str
    claim: str
    confidence: str
    source: str


@dataclass(frozen=True)
class Aftermath:
    """Everything that is told when a game is over."""

    ending: str
    ending_why: str
    turn: int
    peak: int
    retaliation: float
    truths: tuple[Truth, ...]
    scores: tuple[ScoreLine, ...]
    calibration: tuple[Bin, ...]
    calibrated_on: str  # "what you stated" or "what your analysts believed"
    promises: tuple[PromiseLine, ...]
    treaties: tuple[str, ...]
    breaches: tuple[str, ...]
    norms: tuple[NormCourse, ...]
    violations: tuple[str, ...]
    measures: tuple[str, ...]  # of organisations, and what they voted down
    readings: tuple[ReadingLine, ...]  # of every incident, by positions held at the end
    disagreement: tuple[tuple[int, float], ...]  # turn, share of pairs that read acts differently
    trust: tuple[tuple[str, float, float], ...]  # nation, trust in you at start and end
    turning: tuple[Turning, ...]
    debrief: str
    questions: tuple[str, ...]
    later: tuple[Later, ...]
    sources: tuple[tuple[str, str], ...]


def aftermath(match: Match, nation: int | None) -> Aftermath:
    """The after-action report for a nation, or for nobody in particular."""
    assert match.over, "the truth is told when the game is over"
    world = match.worlds[-1]
    name, why = words.ending(match)
    truths = tuple(truth_of(match, nation, case) for case in every_case(match))
    bins, on = calibration(match, nation) if nation is not None else ((), "")
    return Aftermath(
        ending=name,
        ending_why=why,
        turn=world.turn,
        peak=int(world.peak[0]),
        retaliation=float(match.view(0).retaliation[0]),
        truths=truths,
        scores=_scores(match, world),
        calibration=bins,
        calibrated_on=on,
        promises=_promises(match, world),
        treaties=tuple(_treaties(match)),
        breaches=breaches(match, ANYBODY),
        norms=tuple(_norm(match, number) for number in range(match.board.sizes["K"])),
        violations=violations(match, ANYBODY),
        measures=tuple(_measures(match)),
        readings=_readings(match),
        disagreement=tuple(
            (turn, float(grey_zone(world)[0])) for turn, world in enumerate(match.worlds) if turn
        ),
        trust=() if nation is None else _trust(match, nation),
        turning=tuple(_turning(match)),
        debrief=match.scenario.debrief.text,
        questions=tuple(match.scenario.debrief.questions),
        later=_later(match),
        sources=tuple((key, source.text) for key, source in match.scenario.sources.items()),
    )


def _scores(match: Match, world: World) -> tuple[ScoreLine, ...]:
    parts = {name: [float(v) for v in values[:, 0]] for name, values in scores(world).items()}
    order = sorted(range(match.board.nations), key=lambda n: -parts["total"][n])
    return tuple(
        ScoreLine(
            rank=sum(total > parts["total"][n] for total in parts["total"]) + 1,
            nation=words.nation(match, n),
            parts=tuple((name, parts[name][n]) for name in PARTS if name != "total"),
            total=parts["total"][n],
        )
        for n in order
    )


def _promises(match: Match, world: World) -> tuple[PromiseLine, ...]:
    return tuple(
        PromiseLine(
            words.nation(match, n),
            int(world.kept[n, :, 0].sum()),
            int(world.broken[n, :, 0].sum()),
        )
        for n in range(match.board.nations)
    )


def _treaties(match: Match) -> list[str]:
    """Treaties signed, turn by turn."""
    lines = []
    for turn, log in enumerate(match.logs, start=1):
        for offers, vote in all_votes(match, log):
            if vote.passed and vote.body == NOBODY:
                names = words.listed([words.nation(match, n) for n in vote.parties])
                says = words.series(words.offer_text(match, match.worlds[turn], offers, vote.row))
                lines.append(words.in_turn(turn, words.labelled(names, says)))
    return lines


def _norm(match: Match, number: int) -> NormCourse:
    """When each nation took a norm on, and how far it went."""
    stages = np.array([world.norm[:, number, 0] for world in match.worlds])
    adopters = []
    for n in np.flatnonzero(stages[-1]).tolist():
        first = int(np.argmax(stages[:, n] > 0))
        adopters.append((words.nation(match, n), first, Adoption(int(stages[-1, n])).name.lower()))
    return NormCourse(
        label=words.norm(match, number),
        adopters=tuple(sorted(adopters, key=lambda row: (row[1], row[0]))),
        share=course(match, number),
    )


def _measures(match: Match) -> list[str]:
    """What organisations did and what was voted down in them, turn by turn."""
    lines = []
    for turn, log in enumerate(match.logs, start=1):
        scene = Scene(match, ANYBODY, match.worlds[turn], log, all_known=True)
        for rows, row in rows_of(log, What.MEASURE):
            lines += [words.in_turn(turn, story.text) for story in measure(scene, rows, row)]
        for offers, vote in all_votes(match, log):
            if vote.body != NOBODY and not vote.passed:
                lines.append(words.in_turn(turn, moved(scene, offers, vote)))
    return lines


def _readings(match: Match) -> tuple[ReadingLine, ...]:
    """How each nation reads each incident in the end, by the positions it really held."""
    lines = []
    for case in every_case(match):
        title = words.case_title(match, case.world, case.place)
        lines.append(reading_line(match, title, verdicts(match, case)))
    return tuple(lines)


def _trust(match: Match, nation: int) -> tuple[tuple[str, float, float], ...]:
    first, last = match.worlds[0], match.worlds[-1]
    return tuple(
        (words.nation(match, n), float(first.trust[n, nation, 0]), float(last.trust[n, nation, 0]))
        for n in range(match.board.nations)
        if n != nation
    )


def _turning(match: Match) -> list[Turning]:
    """The three turns in which heat between nations changed most, and by whose deed."""
    found = []
    for turn in range(1, len(match.worlds)):
        before, now = match.worlds[turn - 1], match.worlds[turn]
        step = now.heat[:, :, 0] - before.heat[:, :, 0]
        one, other = (int(n) for n in np.unravel_index(np.abs(step).argmax(), step.shape))
        size = float(step[one, other])
        if abs(size) < 2:
            continue
        who, whom = words.nation(match, one), words.nation(match, other)
        rose = _("heat from {who} on {whom} rose by {n:.0f}")
        fell = _("heat from {who} on {whom} fell by {n:.0f}")
        text = (rose if size > 0 else fell).format(who=who, whom=whom, n=abs(size))
        found.append((abs(size), Turning(turn, text)))
    found.sort(key=lambda pair: -pair[0])
    return sorted((turning for _, turning in found[:3]), key=lambda t: t.turn)


def _later(match: Match) -> tuple[Later, ...]:
    sources = match.scenario.sources
    return tuple(
        Later(item.date, item.by, item.claim, item.confidence, sources[item.source].text)
        for item in match.scenario.debrief.later
    )
