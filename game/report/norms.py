"""Norms as a nation sees them: who holds which, how far it has spread, and who broke it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.language import N_, _, _n
from game.match import Match
from game.report import terms, words
from game.report.institutions import violated
from game.report.story import Scene, Story, heard, rows_of
from game.rules import params as p
from game.rules.happenings import EVERYBODY, Happening, What
from game.rules.world import NOBODY, Adoption, Ints, Promise
from game.scenario.library import norm_of

ASKS = {
    Promise.RESTRAINT: N_("a request for restraint left unanswered for {turns}"),
    Promise.SHARE: N_("a request for evidence left unanswered for {turns}"),
    Promise.SILENCE: N_("a request for silence left unanswered for {turns}"),
    Promise.HELP: N_("a request for help left unanswered for {turns}"),
    Promise.TAKEDOWN: N_(
        "a request for action against criminals at home left unanswered for {turns}"
    ),
    Promise.LEGAL_AID: N_("a request for legal assistance left unanswered for {turns}"),
    Promise.EXPLAIN: N_("a request for an explanation left unanswered for {turns}"),
}
"""How silence breaks a norm, by what was asked for."""

ACTS = {
    (False, False, False): N_("{kinds}"),
    (False, False, True): N_("{kinds} while response teams are at work"),
    (False, True, False): N_("{kinds} from severity {least:g} on"),
    (False, True, True): N_("{kinds} from severity {least:g} on while response teams are at work"),
    (True, False, False): N_("{kinds} against {sectors}"),
    (True, False, True): N_("{kinds} against {sectors} while response teams are at work"),
    (True, True, False): N_("{kinds} against {sectors} from severity {least:g} on"),
    (True, True, True): N_(
        "{kinds} against {sectors} from severity {least:g} on while response teams are at work"
    ),
}
"""How an act breaks a norm, by whether only some sectors, a severity, or helpers are meant."""


@dataclass(frozen=True)
class NormLine:
    """One live norm."""

    number: int
    id: str
    label: str
    letter: str  # among the eleven of 2015, or empty
    text: str
    broken_by: str
    informs: str  # what it says of the law, or empty
    stages: tuple[tuple[str, str], ...]  # nation, id of a stage: none, endorsed, internalised
    share: float  # influence of those who hold it
    spread: str
    broken: tuple[tuple[str, int], ...]  # nation or group, times it broke it in public


def norms(match: Match) -> tuple[NormLine, ...]:
    """Every live norm. All of this is public."""
    return tuple(_line(match, number, id_) for number, id_ in enumerate(match.setup.ids["norm"]))


def _line(match: Match, number: int, id_: str) -> NormLine:
    given, seen = norm_of(match.scenario, id_), match.view(0)
    stages = seen.norm[:, number, 0]
    share = _share(match, stages)
    return NormLine(
        number=number,
        id=id_,
        label=_(given.label),
        letter=given.letter or "",
        text=_(given.text),
        broken_by=_broken_by(match, number),
        informs=_informs(match, number),
        stages=tuple(
            (words.nation(match, n), Adoption(int(stage)).name.lower())
            for n, stage in enumerate(stages)
        ),
        share=share,
        spread=_spread(share, int(seen.cascade[number, 0])),
        broken=tuple(_broken(match, number).items()),
    )


def course(match: Match, number: int) -> tuple[float, ...]:
    """The share of the world's influence that held a norm at the end of each turn, from turn 0."""
    return tuple(_share(match, world.norm[:, number, 0]) for world in match.worlds)


def _share(match: Match, stages: Ints) -> float:
    """The share of the world's influence that holds a norm. stages: [N]"""
    influence = match.board.influence
    return float((influence * (stages > 0)).sum() / influence.sum())


def _broken(match: Match, number: int) -> dict[str, int]:
    """How often everybody heard that somebody broke it: by an act, by haste, by silence."""
    found: dict[str, int] = {}
    for log in match.logs:
        for rows, row in rows_of(log, What.VIOLATED):
            if rows.a[row] == number and rows.seen[row] == EVERYBODY:
                who = words.nation(match, rows.actor[row])
                found[who] = found.get(who, 0) + 1
    return found


def _broken_by(match: Match, number: int) -> str:
    """What breaks it, in a few words."""
    table, ways = match.board.norms, list[str]()
    if table.kinds[number].any():
        ways.append(_acts(match, number))
    if table.asked[number] != NOBODY:
        ask = _(ASKS[Promise(int(table.asked[number]))])
        ways.append(ask.format(turns=_n("1 turn", "{n} turns", int(p.NORM_GRACE))))
    if table.hasty[number]:
        ways.append(_("accusing beyond what others believe"))
    if table.neglect[number]:
        ways.append(_("asking for help after doing nothing for oneself"))
    return words.series(ways)


def _acts(match: Match, number: int) -> str:
    """Acts that break it: of which kinds, against which sectors, how grave, and when."""
    table = match.board.norms
    kinds = np.flatnonzero(table.kinds[number]).tolist()
    sectors = np.flatnonzero(table.sectors[number]).tolist()
    least, some = float(table.least[number]), len(sectors) < len(terms.SECTORS)
    return _(ACTS[some, least > 0, bool(table.responders[number])]).format(
        kinds=words.listed([words.kind(match, kind).lower() for kind in kinds]),
        sectors=words.listed([terms.sector(sector) for sector in sectors]),
        least=least,
    )


def _informs(match: Match, number: int) -> str:
    table = match.board.norms
    if table.point[number] == NOBODY:
        return ""
    return terms.stand(table.point[number], table.answer[number])


def _spread(share: float, turns: int) -> str:
    """How far along it is: emerging, spreading, or settled."""
    if share >= p.NORM_MOST:
        need = int(p.NORM_SETTLES)
        if turns >= need:
            return _("settled: those who hold it make it their own")
        return _n("most hold it; settled after {n} turn ({turns} so far)",
                  "most hold it; settled after {n} turns ({turns} so far)", need
                  ).format(turns=turns)  # fmt: skip
    if share >= p.NORM_LAID:
        return _("spreading: each adopter draws others")
    return _("emerging") if share else _("nobody holds it yet")


def violations(match: Match, nation: int, number: int | None = None) -> tuple[str, ...]:
    """Every violation of one norm, or of any, that the nation has heard of, turn by turn."""

    def tell(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
        if number is None or rows.a[row] == number:
            yield from violated(scene, rows, row)

    return heard(match, nation, What.VIOLATED, tell)
