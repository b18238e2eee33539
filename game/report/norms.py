"""Norms as a nation sees them: who holds which, how far it has spread, and who broke it."""

from __future__ import annotations

from dataclasses import dataclass

from game.match import Match
from game.report import words
from game.report.institutions import violated
from game.report.story import heard, rows_of
from game.rules import params as p
from game.rules.happenings import EVERYBODY, What
from game.rules.world import NOBODY, Adoption, Promise
from game.scenario.library import norm_of

ASKS = {
    Promise.RESTRAINT: "restraint",
    Promise.SHARE: "evidence",
    Promise.SILENCE: "silence",
    Promise.HELP: "help",
    Promise.TAKEDOWN: "action against criminals at home",
    Promise.LEGAL_AID: "legal assistance",
    Promise.EXPLAIN: "an explanation",
}


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
    stages: tuple[tuple[str, str], ...]  # nation, stage
    share: float  # influence of those who hold it
    spread: str
    broken: tuple[tuple[str, int], ...]  # nation or group, times it broke it in public


def norms(match: Match) -> tuple[NormLine, ...]:
    """Every live norm. All of this is public."""
    return tuple(_line(match, number, id_) for number, id_ in enumerate(match.setup.ids["norm"]))


def _line(match: Match, number: int, id_: str) -> NormLine:
    given, seen = norm_of(match.scenario, id_), match.view(0)
    stages = seen.norm[:, number, 0]
    influence = match.board.influence
    share = float((influence * (stages > 0)).sum() / influence.sum())
    return NormLine(
        number=number,
        id=id_,
        label=given.label,
        letter=given.letter or "",
        text=given.text,
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
    influence = match.board.influence
    return tuple(
        float((influence * (world.norm[:, number, 0] > 0)).sum() / influence.sum())
        for world in match.worlds
    )


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
    table = match.board.norms
    ways = []
    kinds = [k for k, breaks in zip(match.setup.kinds, table.kinds[number], strict=False) if breaks]
    if kinds:
        sectors = [
            s for s, breaks in zip(words.SECTORS, table.sectors[number], strict=False) if breaks
        ]
        where = "" if len(sectors) == len(words.SECTORS) else f" against {words.listed(sectors)}"
        teams = " while response teams are at work" if table.responders[number] else ""
        least = f" from severity {float(table.least[number]):g} on" if table.least[number] else ""
        ways.append(f"{words.listed([kind.lower() for kind in kinds])}{where}{least}{teams}")
    if table.asked[number] != NOBODY:
        ask = ASKS[Promise(int(table.asked[number]))]
        ways.append(f"a request for {ask} left unanswered for {int(p.NORM_GRACE)} turns")
    if table.hasty[number]:
        ways.append("accusing beyond what others believe")
    if table.neglect[number]:
        ways.append("asking for help after doing nothing for oneself")
    return "; ".join(ways)


def _informs(match: Match, number: int) -> str:
    table = match.board.norms
    if table.point[number] == NOBODY:
        return ""
    return words.stand(table.point[number], table.answer[number])


def _spread(share: float, turns: int) -> str:
    """How far along it is: emerging, spreading, or settled."""
    if share >= p.NORM_MOST:
        need = int(p.NORM_SETTLES)
        if turns >= need:
            return "settled: those who hold it make it their own"
        return f"most hold it; settled after {need} turns ({turns} so far)"
    if share >= p.NORM_LAID:
        return "spreading: each adopter draws others"
    return "emerging" if share else "nobody holds it yet"


def violations(match: Match, nation: int) -> tuple[str, ...]:
    """Every violation the nation has heard of, turn by turn."""
    return heard(match, nation, What.VIOLATED, violated)
