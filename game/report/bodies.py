"""Organisations as everybody sees them: members, rule, powers, and what they are about to do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.language import N_, _
from game.match import Match
from game.report import terms, words
from game.rules.powers import NEEDS, Need, Power
from game.rules.view import View
from game.rules.world import NOBODY
from game.scenario.library import organisation_of

NEEDED = {
    Need.INCIDENT: N_("a case"),
    Need.ACCUSED: N_("a nation to name"),
    Need.NATION: N_("a nation"),
    Need.NORM: N_("a norm"),
    Need.QUESTION: N_("a question of law"),
}
"""What a power has to be told, in words."""

ADOPTED = {
    (False, False): N_("{measure}, adopted on the proposal of {by}: takes effect in turn {n}"),
    (False, True): N_(
        "{measure} over {case}, adopted on the proposal of {by}: takes effect in turn {n}"
    ),
    (True, False): N_(
        "{measure} on {accused}, adopted on the proposal of {by}: takes effect in turn {n}"
    ),
    (True, True): N_(
        "{measure} on {accused} over {case}, adopted on the proposal of {by}: takes effect in "
        "turn {n}"
    ),
}
"""What is on its way, by whether it names somebody, and whether the case may be named."""

ABOUT = N_("{measure} {topic}, adopted on the proposal of {by}: takes effect in turn {n}")
"""The same of a measure about a nation, a norm or a question of law."""


@dataclass(frozen=True)
class PowerLine:
    """One thing an organisation can do."""

    power: Power
    id: str
    label: str
    about: str
    needs: tuple[str, ...]
    lag: int  # turns between vote and effect
    free_from: int  # first turn in which it may be used


@dataclass(frozen=True)
class BodyLine:
    """One organisation on the board."""

    number: int
    id: str
    short: str
    label: str
    about: str
    rule: str
    members: tuple[str, ...]
    mine: bool
    exists: bool
    powers: tuple[PowerLine, ...]
    pending: str  # the measure that is on its way, or empty


def barred(match: Match, power: PowerLine) -> str:
    """Why a power cannot be used now; empty if it can."""
    if power.free_from <= match.turn:
        return ""
    if power.free_from > match.board.turns:
        return _("Not any more in this game: the organisation has only just done something.")
    said = _("Not before turn {n}: the organisation has only just done something.")
    return said.format(n=power.free_from)


def bodies(match: Match, nation: int) -> tuple[BodyLine, ...]:
    """Every organisation on the board, those one is a member of first."""
    seen = match.view(nation)
    lines = [
        _line(match, seen, nation, number, id_)
        for number, id_ in enumerate(match.setup.ids["organisation"])
    ]
    return tuple(sorted(lines, key=lambda line: not line.mine))


def _line(match: Match, seen: View, nation: int, number: int, id_: str) -> BodyLine:
    given = organisation_of(match.scenario, id_)
    members = np.flatnonzero(match.board.member[number]).tolist()
    exists = bool(seen.founded[number, 0])
    return BodyLine(
        number=number,
        id=id_,
        short=_(given.short),
        label=_(given.label),
        about=_(given.about),
        rule=terms.rule(match.board.bodies.rule[number]),
        members=tuple(words.nation(match, n) for n in members),
        mine=nation in members,
        exists=exists,
        powers=tuple(_powers(match, seen, number))
        if exists
        else (_power(match, seen, number, Power(Power.FOUND)),),
        pending=_pending(match, seen, number, nation),
    )


def _powers(match: Match, seen: View, number: int) -> list[PowerLine]:
    able = np.flatnonzero(match.board.bodies.can[number]).tolist()
    return [_power(match, seen, number, Power(power)) for power in able if power != Power.FOUND]


def _power(match: Match, seen: View, number: int, power: Power) -> PowerLine:
    label, about = terms.power(power)
    table = match.board.bodies
    used, due = int(seen.power_used[number, 0]), int(seen.measure_due[number, 0])
    rested = used + int(table.rest[number, power]) if used else 0
    return PowerLine(
        power=power,
        id=power.name.lower(),
        label=label,
        about=about,
        needs=tuple(_(NEEDED[need]) for need in Need if NEEDS[power, need]),
        lag=int(table.lag[number, power]),
        free_from=max(rested, due),
    )


def _pending(match: Match, seen: View, number: int, nation: int) -> str:
    """What an organisation has adopted and not carried out yet."""
    due = int(seen.measure_due[number, 0])
    if due == 0:
        return ""
    power = Power(int(seen.measure_power[number, 0]))
    accused, incident = int(seen.measure_accused[number, 0]), int(seen.measure_incident[number, 0])
    heard = incident != NOBODY and bool(seen.known[0, incident, 0])
    topic = words.topic(match, power, seen.measure_topic[number, 0])
    told = ABOUT if topic else ADOPTED[accused != NOBODY, heard]
    return _(told).format(
        measure=words.lowered(terms.power(power)[0]),
        topic=topic,
        accused=words.nation(match, accused),
        case=words.case_title(match, match.world, incident) if heard else "",
        by=words.nation(match, seen.measure_by[number, 0]),
        n=due,
    )
