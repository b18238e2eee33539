"""The situation of a nation: stocks, services, relations, treaties, promises, objectives."""

from __future__ import annotations

from dataclasses import dataclass

from game.language import _
from game.match import Match
from game.report import terms, words
from game.report.objectives import ObjectiveLine, objectives
from game.report.relations import Relation, relations
from game.report.treaties import TreatyLine, treaties
from game.rules import params as p
from game.rules.clauses import NO_OPERATIONS
from game.rules.escalation import WAR
from game.rules.view import View
from game.rules.world import Floats, Skill


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
    services: tuple[tuple[str, float], ...]  # id of a sector, level
    capability: tuple[tuple[str, float], ...]
    relations: tuple[Relation, ...]
    treaties: tuple[TreatyLine, ...]
    objectives: tuple[ObjectiveLine, ...]
    off_ramps: tuple[str, ...]


def services_kept(seen: View) -> Floats:
    """How much of its services each nation has, 0 to 100, by how much it depends on each. [N]"""
    missing = (100 - seen.service[:, :, 0]) * seen.public.dependence
    kept: Floats = 100 - missing.sum(axis=1)
    return kept


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
        income=income(match, seen, nation),
        support=float(seen.support[nation, 0]),
        anger=float(seen.anger[nation, 0]),
        standing=float(seen.standing[nation, 0]),
        security=float(seen.security[0, 0]),
        rung=int(seen.rung[0]),
        rung_name=terms.rung(seen.rung[0]),
        retaliation=number,
        retaliation_says=retaliation_says(number),
        services=tuple(zip(terms.SECTORS, map(float, seen.service[nation, :, 0]), strict=True)),
        capability=tuple(
            (terms.skill(skill), float(seen.capability[0, skill, 0])) for skill in Skill
        ),
        relations=relations(match, seen, nation),
        treaties=treaties(match, seen, nation),
        objectives=objectives(match, nation),
        off_ramps=_off_ramps(match, seen, nation),
    )


def income(match: Match, seen: View, nation: int) -> tuple[float, ...]:
    """Capital, effort and funds that the turn will bring, as things stand. (Rules 9.1)"""
    capital, effort, funds = (float(value) for value in match.board.income[nation])
    mood = (float(seen.support[nation, 0]) - 50) * p.CAPITAL_SUPPORT
    voice = (float(seen.standing[nation, 0]) - 50) * p.CAPITAL_STANDING
    lost = (100 - float(services_kept(seen)[nation])) * p.FUNDS_SERVICE
    return max(capital + mood + voice, 0.0), effort, max(funds - lost, 0.0)


def retaliation_says(number: float) -> str:
    """What the retaliation number means, for somebody who has never heard of it."""
    above = _(
        "R = {n:.2f}: from what everybody has seen, one hostile act is expected to cause {n:.2f} "
        "more. Above 1 a feud feeds itself. It falls when blows are left unanswered."
    )
    below = _(
        "R = {n:.2f}: from what everybody has seen, one hostile act is expected to cause {n:.2f} "
        "more. Below 1 a quarrel dies out by itself; it rises each time somebody answers a blow "
        "with a blow."
    )
    return (above if number >= 1 else below).format(n=number)


def _off_ramps(match: Match, seen: View, me: int) -> tuple[str, ...]:
    """Ways down from where the nation stands with those it is hottest with."""
    rungs = seen.rungs[me, :, 0]
    hottest = int(rungs.argmax())
    if rungs[hottest] < 2:
        return ()
    name = words.nation(match, hottest)
    ramps = [
        _("a private démarche to {name}").format(name=name),
        _("asking a third nation to mediate"),
    ]
    if seen.pact[NO_OPERATIONS, me, hottest, 0] == 0:
        ramps.append(_("proposing {name} an end of operations, with a hotline").format(name=name))
    if rungs[hottest] >= WAR - 2:
        ramps.append(_("leaving the next blow unanswered"))
    return tuple(ramps)
