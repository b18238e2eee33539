"""The head of the report: how it ended, what happened, why, what it cost, who knew."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.language import _, _n
from game.report import terms, words
from game.report.cases import Case
from game.report.html.blocks import Figure
from game.report.html.events import claims, deals
from game.report.html.forecast import Forecast, ending_shares
from game.report.html.ladder import numbers
from game.report.html.reckoning import ranked
from game.report.html.told import Game
from game.report.words import times
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


def _gravest(game: Game) -> Case:
    def gravity(case: Case) -> tuple[float, int]:
        return float(case.world.severity[case.place, 0]), -case.place

    return max(game.cases, key=gravity)


def _happened(game: Game) -> str:
    case = _gravest(game)
    victim = game.name(int(case.world.victim[case.place, 0]))
    met = _("In {turns} {nations} met {incidents}.").format(
        turns=_n("1 turn", "{n} turns", len(game.turns)),
        nations=_n("1 nation", "{n} nations", len(game.nations)),
        incidents=_n("1 incident", "{n} incidents", len(game.cases)),
    )
    gravest = _(
        "The gravest, {case}, struck {victim} in turn {turn} with severity {severity:.1f} of 10."
    ).format(
        case=game.title(case),
        victim=victim,
        turn=case.began,
        severity=float(case.world.severity[case.place, 0]),
    )
    return f"{met} {gravest} {_behind(game, case)}"


def _behind(game: Game, case: Case) -> str:
    """Who did it, and at whom planted traces pointed."""
    framed = game.framed(case)
    says = _("Behind it was {culprit}.")
    if framed != NOBODY:
        says = _("Behind it was {culprit}, and planted traces pointed at {framed}.")
    culprit = game.hypothesis(case, game.culprit(case))
    return says.format(culprit=culprit, framed=game.hypothesis(case, framed))


def _why(game: Game, forecast: Forecast) -> str:
    name, why = words.ending(game.match)
    share = ending_shares(forecast.played[0])[Ending(int(game.last.ending[0]))]
    text = _(
        "It ended in \u201c{ending}\u201d: {why}. From the start, {share:.0%} of futures ended so."
    ).format(ending=name, why=why, share=share)
    if forecast.turning:
        point = max(forecast.turning, key=lambda p: p.swing)
        most = _("The game turned most in turn {turn}: {what}")
        text += " " + most.format(turn=point.turn, what=words.lowered(point.text))
    return text


def _cost(game: Game) -> str:
    levels = np.stack([game.match.worlds[t].service[:, :, 0] for t in game.moments])
    turn, nation, sector = (int(n) for n in np.unravel_index(levels.argmin(), levels.shape))
    low = float(levels[turn, nation, sector])
    support = game.last.support[:, 0] - game.match.worlds[0].support[:, 0]
    worst = int(support.argmin())
    says = _("No service was seriously down.")
    if low < 99:
        says = _(
            "At its worst, {sector} in {nation} worked at {level:.0f} of 100 (turn {turn})."
        ).format(sector=terms.sector(sector), nation=game.name(nation), level=low, turn=turn)
    parts = [says]
    if support[worst] < -0.5:
        lost = _("The government of {nation} lost {points} of public support, more than any other.")
        points = _n("{n} point", "{n} points", round(-float(support[worst])))
        parts.append(lost.format(nation=game.name(worst), points=points))
    blamed = [c for c in claims(game) if not c.right]
    if blamed:
        innocent = _("Innocents were named in public {often}.")
        parts.append(innocent.format(often=times(len(blamed))))
    return " ".join(parts)


def _believed(game: Game) -> str:
    case = _gravest(game)
    truth, held = game.culprit(case), game.held(case, game.last_judged(case))
    if not held:
        return _("Nobody but its author knew enough of the gravest case to judge it.")
    knew = [n for n, row in held.items() if row[truth] >= 0.5]
    misled = [n for n, row in held.items() if row.argmax() != truth and row.max() >= 0.5]
    says = _("At the end no nation gave the truth of it at least an even chance.")
    if len(knew) == len(held):
        says = _("At the end every nation gave the truth of it at least an even chance.")
    elif knew:
        says = _n(
            "At the end {n} of {nations} nations ({names}) gave the truth of it at least an even "
            "chance.",
            "At the end {n} of {nations} nations ({names}) gave the truth of it at least an even "
            "chance.", len(knew),
        )  # fmt: skip
    text = says.format(nations=len(held), names=game.listed(knew))
    if misled:
        other = game.hypothesis(case, int(held[misled[0]].argmax()))
        instead = _("{nations} believed in {whom} instead.")
        text += " " + instead.format(nations=game.listed(misled), whom=other)
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
        Figure(
            _("Highest rung"),
            _("{rung} of 7").format(rung=peak),
            terms.rung(peak),
            "bad" if peak >= 4 else "",
        ),
        Figure(
            _("Retaliation number"),
            f"{number:.2f}",
            _("above 1 a feud feeds itself") if number >= 1 else _("below 1 a feud dies out"),
            "bad" if number >= 1 else "good",
        ),
        Figure(
            _("Accusations"),
            _("{right} right, {wrong} wrong").format(right=right, wrong=len(made) - right),
            _("made in public over the game"),
            "bad" if len(made) - right > right else "",
        ),
        Figure(_("Signed"), str(signed), _("proposals that all parties accepted")),
        Figure(
            _("Word"),
            _("{kept} kept, {broken} broken").format(kept=kept, broken=broken),
            _("promises and duties"),
        ),
        Figure(
            _("Best score"),
            f"{float(scores(game.last)['total'][best, 0]):.0f}",
            _("{nation}, of {nations}").format(
                nation=game.name(best), nations=_n("1 nation", "{n} nations", len(game.nations))
            ),
        ),
    )


def questions(game: Game, forecast: Forecast) -> Iterator[str]:
    """Questions that this very game raises."""
    for case in game.cases:
        last = game.last_judged(case)
        truth, pooled = game.culprit(case), game.pooled(case, last)
        alone = [float(row[truth]) for row in game.held(case, last).values()]
        if pooled is not None and alone and float(pooled[truth]) - max(alone) > 0.15:
            asks = _(
                "On {case} nobody gave the truth more than {most:.0%}, and all cards laid together "
                "would have given it {pooled:.0%}. What kept nations from sharing, and what would "
                "have paid them to?"
            )
            shares = {"most": max(alone), "pooled": float(pooled[truth])}
            yield asks.format(case=game.title(case), **shares)
            break
    for claim in claims(game):
        if not claim.right:
            asks = _(
                "In turn {turn} {who} named {whom} over {case}, and was wrong. What did it know "
                "that day, and what would waiting have cost it?"
            )
            names = {"who": game.name(claim.nation), "whom": game.name(claim.accused)}
            yield asks.format(turn=claim.turn, case=game.title(claim.case), **names)
            break
    if forecast.turning:
        point = max(forecast.turning, key=lambda p: p.swing)
        yield _(
            "Turn {turn} moved the forecast most. Who could have known it then, and who could have "
            "done otherwise?"
        ).format(turn=point.turn)
