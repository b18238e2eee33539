"""Relations: how a nation stands to each other one, as far as it can tell."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import _
from game.match import Match
from game.report import terms, words
from game.report.ties import band
from game.rules.clauses import LASTING
from game.rules.view import View
from game.rules.world import Promise


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


def relations(match: Match, seen: View, me: int) -> tuple[Relation, ...]:
    """How a nation stands to each other one."""
    others = [n for n in range(match.board.nations) if n != me]
    return tuple(
        Relation(
            nation=n,
            name=words.nation(match, n),
            trust=float(seen.trust[0, n, 0]),
            hostility=float(seen.hostility[0, n, 0]),
            rung=terms.rung(seen.rungs[me, n, 0]),
            trust_in_us=_band(seen, n, seen.trust_in_me[0, n, 0]),
            hostility_to_us=_band(seen, n, seen.hostility_to_me[0, n, 0]),
            pact=tuple(
                terms.clause(clause) for clause in LASTING if seen.pact[clause, me, n, 0] > 0
            ),
            promises=tuple(_promises(match, seen, n)),
            kept=int(seen.kept[n, me, 0]),
            broken=int(seen.broken[n, me, 0]),
            sanctions=_sanctions(seen, me, n),
        )
        for n in others
    )


def _band(seen: View, other: int, middle: float) -> str:
    """The band in which a figure of another nation lies."""
    lies = band(middle, int(seen.insight[0, other, 0]))
    return f"{lies.low:.0f}-{lies.high:.0f}"


def _promises(match: Match, seen: View, other: int) -> list[str]:
    """Open promises between the two, both ways."""
    lines = []
    name = words.nation(match, other)
    for kind in Promise:
        mine, theirs = seen.promised[0, other, kind, 0], seen.promised_me[0, other, kind, 0]
        what = terms.promise(kind)
        if mine >= seen.turn:
            ours = _("we promised {name} {what} until turn {n}")
            lines.append(ours.format(name=name, what=what, n=int(mine)))
        if theirs >= seen.turn:
            said = _("{name} promised us {what} until turn {n}")
            lines.append(said.format(name=name, what=what, n=int(theirs)))
    return lines


def _sanctions(seen: View, me: int, other: int) -> str:
    ours, theirs = seen.sanction[me, other, 0] > 0, seen.sanction[other, me, 0] > 0
    if ours and theirs:
        return _("sanctions both ways")
    return _("our sanctions") if ours else _("their sanctions") if theirs else ""
