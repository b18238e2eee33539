"""The head of the report: how it ended, what happened, why, what it cost, who knew."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.report import terms, words
from game.report.html.blocks import Figure
from game.report.html.events import claims, deals
from game.report.html.forecast import Forecast, ending_shares
from game.report.html.ladder import numbers
from game.report.html.reckoning import ranked
from game.report.html.told import Game
from game.report.words import times
from game.rules.escalation import LADDER
from game.rules.scoring import Ending, scores
from game.rules.world import NOBODY

BAD = (Ending.DIGITAL_WAR, Ending.FEUD, Ending.FALSE_ACCUSATION)
GOOD = (Ending.NEGOTIATED_RESTRAINT, Ending.JUSTICE)


def tone(game: Game) -> str:
    """Whether the ending is a good one."""
    end = Ending(int(game.last.ending[0]))
    return "bad" if end in BAD else "good" if end in GOOD else ""


def story(game: Game, forecast: Forecast) -> tuple[str, ...]:
    """What happened, why, what it cost, what was believed and what was true."""
    return (_happened(game), _why(game, forecast), _cost(game), _believed(game))


def _gravest(game: Game) -> int:
    return max(game.cases, key=lambda i: (float(game.last.severity[i, 0]), -i))


def _happened(game: Game) -> str:
    case = _gravest(game)
    victim = game.name(int(game.last.victim[case, 0]))
    text = (
        f"In {len(game.turns)} turns {len(game.nations)} nations met {len(game.cases)} incidents. "
        f"The gravest, {game.title(case)}, struck {victim} in turn {int(game.last.began[case, 0])}"
        f" with severity {float(game.last.severity[case, 0]):.1f} of 10. "
        f"Behind it was {game.hypothesis(case, game.culprit(case))}"
    )
    framed = game.framed(case)
    return text + (
        f", and planted traces pointed at {game.hypothesis(case, framed)}."
        if framed != NOBODY
        else "."
    )


def _why(game: Game, forecast: Forecast) -> str:
    name, why = words.ending(game.match)
    share = ending_shares(forecast.played[0])[Ending(int(game.last.ending[0]))]
    text = (
        f"It ended in \u201c{name}\u201d: {why}. From the start, {share:.0%} of futures ended so."
    )
    if forecast.turning:
        point = max(forecast.turning, key=lambda p: p.swing)
        text += f" The game turned most in turn {point.turn}: {words.lowered(point.text)}"
    return text


def _cost(game: Game) -> str:
    levels = np.stack([game.match.worlds[t].service[:, :, 0] for t in game.moments])
    turn, nation, sector = (int(n) for n in np.unravel_index(levels.argmin(), levels.shape))
    low = float(levels[turn, nation, sector])
    support = game.last.support[:, 0] - game.match.worlds[0].support[:, 0]
    worst = int(support.argmin())
    text = (
        f"At its worst, {terms.sector(sector)} in {game.name(nation)} worked at {low:.0f} of 100 "
        f"(turn {turn})."
        if low < 99
        else "No service was seriously down."
    )
    if support[worst] < -0.5:
        text += (
            f" The government of {game.name(worst)} lost {-float(support[worst]):.0f} points of "
            "public support, more than any other."
        )
    blamed = [c for c in claims(game) if not c.right]
    if blamed:
        text += f" Innocents were named in public {times(len(blamed))}."
    return text


def _believed(game: Game) -> str:
    case, last = _gravest(game), game.turns[-1]
    truth = game.culprit(case)
    held = {
        n: game.beliefs[last, n, case]
        for n in game.judges(case, last)
        if n not in game.guilty(case)
    }
    if not held:
        return "Nobody but its author knew enough of the gravest case to judge it."
    knew = [n for n, row in held.items() if row[truth] >= 0.5]
    misled = [n for n, row in held.items() if row.argmax() != truth and row.max() >= 0.5]
    who = f"{len(knew)} of {len(held)} nations ({game.listed(knew)})" if knew else "no nation"
    if len(knew) == len(held):
        who = "every nation"
    text = f"At the end {who} gave the truth of it at least an even chance."
    if misled:
        other = int(held[misled[0]].argmax())
        text += f" {game.listed(misled)} believed in {game.hypothesis(case, other)} instead."
    return text


def figures(game: Game) -> tuple[Figure, ...]:
    """The figures at the head of the page."""
    peak, number = int(game.last.peak[0]), numbers(game)[-1]
    made = list(claims(game))
    right = sum(claim.right for claim in made)
    signed = sum(deal.signed for deal in deals(game))
    kept, broken = int(game.last.kept[:, :, 0].sum()), int(game.last.broken[:, :, 0].sum())
    best = ranked(game)[0]
    return (
        Figure("Highest rung", f"{peak} of 7", LADDER[peak], "bad" if peak >= 4 else ""),
        Figure(
            "Retaliation number",
            f"{number:.2f}",
            "above 1 a feud feeds itself" if number >= 1 else "below 1 a feud dies out",
            "bad" if number >= 1 else "good",
        ),
        Figure(
            "Accusations",
            f"{right} right, {len(made) - right} wrong",
            "made in public over the game",
            "bad" if len(made) - right > right else "",
        ),
        Figure("Signed", str(signed), "proposals that all parties accepted"),
        Figure("Word", f"{kept} kept, {broken} broken", "promises and duties"),
        Figure(
            "Best score",
            f"{float(scores(game.last)['total'][best, 0]):.0f}",
            f"{game.name(best)}, of {len(game.nations)} nations",
        ),
    )


def questions(game: Game, forecast: Forecast) -> Iterator[str]:
    """Questions that this very game raises."""
    last = game.turns[-1]
    for case in game.cases:
        truth, pooled = game.culprit(case), game.pooled(case, last)
        alone = [
            float(game.beliefs[last, n, case][truth])
            for n in game.judges(case, last)
            if n not in game.guilty(case)
        ]
        if pooled is not None and alone and float(pooled[truth]) - max(alone) > 0.15:
            yield (
                f"On {game.title(case)} nobody gave the truth more than {max(alone):.0%}, and all "
                f"cards laid together would have given it {float(pooled[truth]):.0%}. What kept "
                "nations from sharing, and what would have paid them to?"
            )
            break
    for claim in claims(game):
        if not claim.right:
            yield (
                f"In turn {claim.turn} {game.name(claim.nation)} named {game.name(claim.accused)} "
                f"over {game.title(claim.incident)}, and was wrong. What did it know that day, and "
                "what would waiting have cost it?"
            )
            break
    if forecast.turning:
        point = max(forecast.turning, key=lambda p: p.swing)
        yield (
            f"Turn {point.turn} moved the forecast most. Who could have known it then, and who "
            "could have done otherwise?"
        )
