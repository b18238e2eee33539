"""The situation of a nation: stocks, services, relations, treaties, promises, objectives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.match import Match
from game.report import words
from game.rules.clauses import CLAUSES, LASTING, NO_OPERATIONS
from game.rules.escalation import LADDER, WAR, pair_rungs
from game.rules.happenings import What
from game.rules.talks import PROMISES
from game.rules.treaties import is_geneva
from game.rules.turn import Judged
from game.rules.view import View
from game.rules.world import Promise, Skill
from game.scenario.conditions import parse
from game.scenario.vocabulary import VOCABULARY

STOCKS = ("capital", "effort", "funds")


@dataclass(frozen=True)
class Relation:
    """How a nation stands to another, as far as it can tell."""

    nation: int
    name: str
    trust: float  # ours in them
    hostility: float  # ours to them
    rung: str
    trust_in_us: str  # a band
    hostility_to_us: str  # a band
    pact: tuple[str, ...]
    promises: tuple[str, ...]
    kept: int  # promises they kept to us
    broken: int  # promises and duties they broke to us
    sanctions: str


@dataclass(frozen=True)
class TreatyLine:
    """A treaty in force."""

    parties: tuple[str, ...]
    clauses: tuple[str, ...]
    until: str
    ours: bool
    since: int
    geneva: bool  # a Digital Geneva Convention


@dataclass(frozen=True)
class ObjectiveLine:
    """Something the nation wants, and how it stands."""

    text: str
    points: float
    judged: str
    state: str


@dataclass(frozen=True)
class Situation:
    """All a nation's head asks for first."""

    nation: int
    name: str
    turn: int
    turns: int
    capital: float
    effort: float
    funds: float
    income: tuple[float, ...]
    support: float
    anger: float
    standing: float
    security: float
    rung: int
    rung_name: str
    retaliation: float
    retaliation_says: str
    services: tuple[tuple[str, float], ...]
    capability: tuple[tuple[str, float], ...]
    relations: tuple[Relation, ...]
    treaties: tuple[TreatyLine, ...]
    objectives: tuple[ObjectiveLine, ...]
    off_ramps: tuple[str, ...]


def situation(match: Match, nation: int) -> Situation:
    """The situation of a nation now."""
    seen = match.view(nation)
    number = float(seen.retaliation[0])
    return Situation(
        nation=nation,
        name=words.nation(match, nation),
        turn=match.turn,
        turns=match.board.turns,
        capital=float(seen.capital[0, 0]),
        effort=float(seen.effort[0, 0]),
        funds=float(seen.funds[0, 0]),
        income=tuple(float(value) for value in match.board.income[nation]),
        support=float(seen.support[nation, 0]),
        anger=float(seen.anger[nation, 0]),
        standing=float(seen.standing[nation, 0]),
        security=float(seen.security[0, 0]),
        rung=int(seen.rung[0]),
        rung_name=LADDER[int(seen.rung[0])],
        retaliation=number,
        retaliation_says=retaliation_says(number),
        services=tuple(zip(words.SECTORS, map(float, seen.service[nation, :, 0]), strict=True)),
        capability=tuple(
            (skill.name.lower(), float(seen.capability[0, skill, 0])) for skill in Skill
        ),
        relations=_relations(match, seen, nation),
        treaties=_treaties(match, seen, nation),
        objectives=objectives(match, nation),
        off_ramps=_off_ramps(match, seen, nation),
    )


def retaliation_says(number: float) -> str:
    """What the retaliation number means, for somebody who has never heard of it."""
    begins = f"R = {number:.2f}: from what everybody has seen, one hostile act is expected to cause"
    if number >= 1:
        return (
            f"{begins} {number:.2f} more. Above 1 a feud feeds itself. It falls when blows are "
            "left unanswered."
        )
    return (
        f"{begins} {number:.2f} more. Below 1 a quarrel dies out by itself; it rises each time "
        "somebody answers a blow with a blow."
    )


def _relations(match: Match, seen: View, me: int) -> tuple[Relation, ...]:
    others = [n for n in range(match.board.nations) if n != me]
    rungs = pair_rungs(seen.heat)
    return tuple(
        Relation(
            nation=n,
            name=words.nation(match, n),
            trust=float(seen.trust[0, n, 0]),
            hostility=float(seen.hostility[0, n, 0]),
            rung=LADDER[int(rungs[me, n, 0])],
            trust_in_us=_band(seen.trust_in_me[0, n, 0], int(seen.insight[0, n, 0])),
            hostility_to_us=_band(seen.hostility_to_me[0, n, 0], int(seen.insight[0, n, 0])),
            pact=tuple(
                CLAUSES[clause].label for clause in LASTING if seen.pact[clause, me, n, 0] > 0
            ),
            promises=tuple(_promises(match, seen, n)),
            kept=int(seen.kept[n, me, 0]),
            broken=int(seen.broken[n, me, 0]),
            sanctions=_sanctions(seen, me, n),
        )
        for n in others
    )


def _band(middle: float, insight: int) -> str:
    """The band in which a figure of another nation lies."""
    half = (12.5, 6.25, 3.125)[insight]
    return f"{max(middle - half, 0):.0f}-{min(middle + half, 100):.0f}"


def _promises(match: Match, seen: View, other: int) -> list[str]:
    """Open promises between the two, both ways."""
    lines = []
    name = words.nation(match, other)
    for kind in Promise:
        mine, theirs = seen.promised[0, other, kind, 0], seen.promised_me[0, other, kind, 0]
        what = PROMISES[kind]
        if mine >= seen.turn:
            lines.append(f"we promised {name} {what} until turn {int(mine)}")
        if theirs >= seen.turn:
            lines.append(f"{name} promised us {what} until turn {int(theirs)}")
    return lines


def _sanctions(seen: View, me: int, other: int) -> str:
    ours, theirs = seen.sanction[me, other, 0] > 0, seen.sanction[other, me, 0] > 0
    if ours and theirs:
        return "sanctions both ways"
    return "our sanctions" if ours else "their sanctions" if theirs else ""


def _treaties(match: Match, seen: View, me: int) -> tuple[TreatyLine, ...]:
    since, until = seen.treaty_since[:, 0], seen.treaty_until[:, 0]
    lines = []
    for treaty in np.flatnonzero((since > 0) & (until >= seen.turn)).tolist():
        parties = np.flatnonzero(seen.treaty_party[treaty, :, 0]).tolist()
        if len(parties) < 2:
            continue
        levels = {
            CLAUSES[c].id: int(seen.treaty_level[treaty, c, 0])
            for c in LASTING
            if seen.treaty_level[treaty, c, 0] > 0
        }
        last = int(until[treaty])
        lasts = "to the end of the crisis" if last >= match.board.turns else f"until turn {last}"
        names = tuple(words.nation(match, n) for n in parties)
        lines.append(
            TreatyLine(
                parties=names,
                clauses=tuple(words.clauses(levels)),
                until=lasts,
                ours=me in parties,
                since=int(since[treaty]),
                geneva=bool(is_geneva(seen.treaty_level[treaty, :, 0])),
            )
        )
    return tuple(lines)


def breaches(match: Match, nation: int) -> tuple[str, ...]:
    """Treaties broken, as far as the nation heard of it, turn by turn."""
    lines = []
    for turn, log in enumerate(match.logs, start=1):
        for rows in log.rows:
            broke = (rows.what is What.BROKE) & (rows.a > 0) & ((rows.seen >> nation) & 1 > 0)
            for row in np.flatnonzero(broke).tolist():
                who, whom = (words.nation(match, n) for n in (rows.actor[row], rows.target[row]))
                lines.append(f"turn {turn}: {who} broke its treaty with {whom}")
    return tuple(dict.fromkeys(lines))


def objectives(match: Match, nation: int) -> tuple[ObjectiveLine, ...]:
    """What a nation wants. Whether it holds now is told only where that gives nothing away."""
    lines = []
    world = match.world
    for number, (owner, name) in enumerate(match.setup.objectives):
        if owner != match.setup.nations[nation]:
            continue
        wanted = match.scenario.objectives[owner][name]
        _, judged = match.setup.rules.objectives[number]
        mark = int(world.objective[number, 0])
        parsed = parse(wanted.when, VOCABULARY, match.setup.ids)
        if mark > 0:
            state = f"met in turn {mark}"
        elif mark < 0:
            state = "out of reach"
        elif isinstance(parsed, list) or not _own_business(parsed.calls, owner):
            state = "not met" if match.over else "told at the end"
        else:
            state = "holds now" if bool(np.all(parsed.evaluate(world, None))) else "does not hold"
        if match.over and mark == 0:
            state = "not met"
        lines.append(ObjectiveLine(wanted.text, wanted.points, _JUDGED[judged], state))
    return tuple(lines)


_JUDGED = {
    Judged.ANY: "once is enough",
    Judged.END: "at the end",
    Judged.ALWAYS: "throughout",
}
_PRIVATE = frozenset(word.name for word in VOCABULARY if word.private)
"""Words whose value only its owner, the nation named first, may know."""


def _own_business(calls: tuple[tuple[str, ...], ...], owner: str) -> bool:
    """Whether all a condition reads is public, or the owner's own."""
    return all(asked[0] == owner for word, *asked in calls if word in _PRIVATE)


def _off_ramps(match: Match, seen: View, me: int) -> tuple[str, ...]:
    """Ways down from where the nation stands with those it is hottest with."""
    rungs = pair_rungs(seen.heat)[me, :, 0]
    hottest = int(rungs.argmax())
    if rungs[hottest] < 2:
        return ()
    name = words.nation(match, hottest)
    ramps = [f"a private démarche to {name}", "asking a third nation to mediate"]
    if seen.pact[NO_OPERATIONS, me, hottest, 0] == 0:
        ramps.append(f"proposing {name} an end of operations, with a hotline")
    if rungs[hottest] >= WAR - 2:
        ramps.append("leaving the next blow unanswered")
    return tuple(ramps)
