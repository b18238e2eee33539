"""What was learnt: how every game that counted ended, and how well its people judged.

One line of JSON for each seat of each game, kept in the usual place of the system. A line that
cannot be read is left alone and not shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from game import paths
from game.match import HUMAN, Match, usual_players
from game.report.aftermath import Aftermath, aftermath


@dataclass(frozen=True)
class Judged:
    """One case as it was judged: the last numbers given, and which of them was the truth."""

    case: str
    culprit: str
    given: float  # chance given to the truth, at the last
    brier: float
    regret: float
    chances: tuple[float, ...] = ()  # of every hypothesis, at the last


@dataclass(frozen=True)
class Lesson:
    """One game from one seat."""

    scenario: str
    title: str
    year: int | None
    seat: str
    seed: int
    level: str
    ending: str
    score: float
    rank: int
    peak: int
    judged: tuple[Judged, ...] = field(default_factory=tuple)

    @property
    def key(self) -> tuple[str, int, str, str]:
        """The same game from the same seat is learnt from once."""
        return self.scenario, self.seed, self.seat, self.level

    @property
    def regret(self) -> float | None:
        """The mean regret over its cases; None if nothing was judged."""
        known = [each.regret for each in self.judged]
        return sum(known) / len(known) if known else None


def folder() -> Path:
    """Where the notebook is kept."""
    return paths.saves().parent


def file() -> Path:
    """The notebook."""
    return folder() / "notebook.jsonl"


def counts(match: Match) -> bool:
    """A game in which the others were played as its scenario says: no sandbox."""
    people = dict.fromkeys((match.setup.nations[n] for n in match.humans()), HUMAN)
    return list(match.players) == usual_players(match.scenario, people)


def remember(match: Match, level: str) -> None:
    """Enter a game that is over, once for each seat that people played. Raises OSError."""
    if not match.over or not counts(match):
        return
    known = {each.key for each in lessons()}
    new = [lesson(match, nation, level) for nation in match.humans()]
    lines = [json.dumps(asdict(each), ensure_ascii=False) for each in new if each.key not in known]
    if lines:
        folder().mkdir(parents=True, exist_ok=True)
        with file().open("a", encoding="utf-8") as page:
            page.write("".join(line + "\n" for line in lines))


def lesson(match: Match, nation: int, level: str) -> Lesson:
    """What one seat learns from a game that is over."""
    told = aftermath(match, nation)
    line = next(each for each in told.scores if each.nation == match.setup.names[nation])
    return Lesson(
        scenario=match.scenario.id,
        title=match.scenario.title,
        year=match.scenario.year,
        seat=match.setup.nations[nation],
        seed=match.seed,
        level=level,
        ending=told.ending,
        score=round(line.total, 1),
        rank=line.rank,
        peak=told.peak,
        judged=tuple(_judged(match, nation, told)),
    )


def _judged(match: Match, nation: int, told: Aftermath) -> Iterator[Judged]:
    last = {s.incident: s for s in match.stated if s.nation == nation}
    for truth in told.truths:
        if truth.grade is None or truth.incident not in last:
            continue
        names = match.setup.cases[truth.incident].names
        number = names.index(truth.culprit)
        given = last[truth.incident].chances[: len(names)]  # the rest are empty places
        chances = tuple(round(chance, 4) for chance in given)
        yield Judged(truth.title, truth.culprit, chances[number], round(truth.grade.brier, 4),
                     round(truth.grade.regret, 4), chances)  # fmt: skip


def lessons() -> list[Lesson]:
    """Everything in the notebook, the oldest first."""
    try:
        lines = file().read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [found for line in lines if (found := _read(line)) is not None]


def _read(line: str) -> Lesson | None:
    try:
        raw: dict[str, Any] = json.loads(line)
        cases = tuple(Judged(**{**each, "chances": tuple(each["chances"])})
                      for each in raw.pop("judged"))  # fmt: skip
        if set(raw) != {each.name for each in fields(Lesson)} - {"judged"}:
            return None
        return Lesson(**raw, judged=cases)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def judgements(known: Sequence[Lesson]) -> int:
    """How many cases have been judged."""
    return sum(len(each.judged) for each in known)
