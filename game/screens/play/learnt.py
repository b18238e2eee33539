"""What was learnt: how every game that counted ended, and how well its people judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from game.match import HUMAN, Match, usual_players
from game.report.aftermath import Aftermath, aftermath
from game.report.dossier import last_stated
from game.report.html.judgement import judged
from game.report.html.told import Game
from game.rules.scoring import ENDINGS, Ending
from game.screens.play import notebook
from game.screens.play.notebook import Beliefs, Judged, Key, Lesson


def counts(match: Match) -> bool:
    """A game in which the others were played as its scenario says: no sandbox."""
    people = dict.fromkeys((match.setup.nations[n] for n in match.humans()), HUMAN)
    return list(match.players) == usual_players(match.scenario, people)


def remember(match: Match, level: str) -> None:
    """Enter a game that is over, once for each seat that people played. Raises OSError."""
    if not match.over or not counts(match):
        return
    known = {each.key for each in notebook.lessons()}
    new = [n for n in match.humans() if _key(match, n, level) not in known]
    if new:
        game = Game(match)
        notebook.enter([lesson(game, nation, level) for nation in new])


def _key(match: Match, nation: int, level: str) -> Key:
    return match.scenario.id, match.seed, match.setup.nations[nation], level


def lesson(game: Game, nation: int, level: str) -> Lesson:
    """What one seat learns from a game that is over."""
    match = game.match
    told = aftermath(match, nation)
    line = next(each for each in told.scores if each.nation == match.setup.names[nation])
    return Lesson(
        scenario=match.scenario.id,
        title=match.scenario.title,
        year=match.scenario.year,
        seat=match.setup.nations[nation],
        nation=match.setup.names[nation],
        seed=match.seed,
        level=level,
        ending=ENDINGS[Ending(int(game.last.ending[0]))][0],  # whatever language is spoken
        score=round(line.total, 1),
        rank=line.rank,
        peak=told.peak,
        judged=tuple(_judged(match, nation, told)),
        beliefs=Beliefs(**asdict(judged(game, nation))),
    )


def _judged(match: Match, nation: int, told: Aftermath) -> Iterator[Judged]:
    for truth in told.truths:
        turn = truth.beliefs[-1].turn if truth.beliefs else 0
        said = last_stated(match, nation, truth.incident, turn) if turn else None
        if truth.grade is None or said is None:
            continue
        names = match.setup.cases[truth.incident].names
        number = names.index(truth.culprit)
        given = said[: len(names)]  # the rest are empty places
        chances = tuple(round(chance, 4) for chance in given)
        yield Judged(truth.title, truth.culprit, chances[number], round(truth.grade.brier, 4),
                     round(truth.grade.regret, 4), chances)  # fmt: skip
