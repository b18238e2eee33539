"""Names and phrases that all reports share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from game.decisions import Proposal, clause_levels, topic_kind
from game.language import N_, _, _n
from game.match import Match
from game.report import terms
from game.report.cases import as_it_stood
from game.rules.clauses import CLAUSES
from game.rules.powers import NEEDS, Need, Power
from game.rules.treaties import is_geneva
from game.rules.world import NOBODY, World
from game.scenario import operations
from game.scenario.library import norm_of, organisation_of

PAID = {
    "paid by whoever proposes": N_("paid by {who}"),
    "paid to whoever proposes": N_("paid to {who}"),
    "given by whoever proposes": N_("given by {who}"),
    "given to whoever proposes": N_("given to {who}"),
}
"""Levels of clauses that speak of the proposer, where it is known who that is."""


def nation(match: Match, number: Any) -> str:
    """Short name of a nation or actor."""
    return _("nobody") if number == NOBODY else match.setup.names[int(number)]


def case_title(match: Match, world: World, incident: Any) -> str:
    """Title of an incident; an operation in play is named after what it did, to whom, and when."""
    title = match.setup.cases[int(incident)].title
    if title:
        return title
    world = as_it_stood(match, world, incident)
    return _("{kind} in {victim} ({sector}, turn {turn}, file {letter})").format(
        kind=kind(match, world.kind[incident, 0]),
        victim=nation(match, world.victim[incident, 0]),
        sector=terms.sector(world.sector[incident, 0]),
        turn=int(world.began[incident, 0]),
        letter="ABCDEFGHIJ"[int(incident) - match.board.scripted],
    )


def hypothesis(match: Match, incident: Any, number: Any) -> str:
    """A possible truth in words."""
    return match.setup.cases[int(incident)].names[int(number)]


def possible(match: Match, world: World, incident: int) -> list[int]:
    """Hypotheses that can be true of an incident: its victim did not do it. (Rules 4.1)"""
    prior = match.board.prior[incident, world.victim[incident, 0]]
    return np.flatnonzero(match.board.live[incident] & (prior > 0)).tolist()


def finding(match: Match, world: World, incident: int, card: int) -> str:
    """What a card of an incident says."""
    case = match.setup.cases[incident]
    return operations.finding(case, card, possible(match, world, incident))


def kind(match: Match, number: Any) -> str:
    """What a kind of incident is called."""
    return _(match.setup.kinds[int(number)])


def percent(share: Any) -> str:
    """A share as a whole percentage."""
    return f"{float(share):.0%}"


def signed(by: float) -> str:
    """A change with its sign, to one decimal."""
    return f"{by:+.1f}".replace("-", "\u2212")


def listed(names: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    kept = list(names)
    if len(kept) < 2:
        return "".join(kept)
    return _("{first} and {last}").format(first=", ".join(kept[:-1]), last=kept[-1])


def series(texts: Iterable[str]) -> str:
    """'a; b; c'."""
    return _("; ").join(texts)


def labelled(label: str, text: str) -> str:
    """'a: b'."""
    return _("{label}: {text}").format(label=label, text=text)


def in_turn(turn: int, text: str) -> str:
    """What happened, and when."""
    return _("turn {n}: {text}").format(n=turn, text=text)


def times(count: int) -> str:
    """How often, in words."""
    few = {0: _("never"), 1: _("once"), 2: _("twice")}
    return few.get(count) or _n("{n} time", "{n} times", count)


def norm_label(match: Match, number: Any) -> str:
    """What a norm asks, in a few words."""
    return _(norm_of(match.scenario, match.setup.ids["norm"][int(number)]).label)


def norm(match: Match, number: Any) -> str:
    """The same in quotation marks."""
    return quoted(norm_label(match, number))


def quoted(text: str) -> str:
    """In quotation marks."""
    return _("\u201c{text}\u201d").format(text=text)


def body(match: Match, number: Any) -> str:
    """Short name of an organisation."""
    return _(organisation_of(match.scenario, match.setup.ids["organisation"][int(number)]).short)


def topic(match: Match, used: Power, number: Any) -> str:
    """The nation, norm or question that the use of a power is about; empty if about none."""
    if number < 0:
        return ""
    if NEEDS[used, Need.NATION]:
        return nation(match, number)
    if NEEDS[used, Need.QUESTION]:
        return terms.matter(number)
    return norm(match, number) if NEEDS[used, Need.NORM] else ""


def clauses(levels: Mapping[str, int], proposer: str = "") -> list[str]:
    """Clauses with their levels in words."""
    return [
        labelled(lowered(_(clause.label)), _level(clause.levels[level], proposer))
        for clause in CLAUSES
        if (level := levels.get(clause.id, 0))
    ]


def _level(said: str, proposer: str) -> str:
    """The level of a clause; where one pays, the proposer by name, if known."""
    return _(PAID[said]).format(who=proposer) if proposer and said in PAID else _(said)


def levels_row(levels: Mapping[str, int]) -> Any:
    """Clause levels by id as a row of axis C."""
    return np.array([levels.get(clause.id, 0) for clause in CLAUSES])


def lowered(label: str) -> str:
    """A label inside a sentence; initials stay as they are."""
    initials = label[:2].isupper() and label[:2].isalpha()
    return label if initials else label[:1].lower() + label[1:]


def capital(text: str) -> str:
    """A remark with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def proposal_text(match: Match, world: World, proposal: Proposal, proposer: str) -> list[str]:
    """What a proposal of somebody says, a line for each clause, or for the power it would use."""
    lines = clauses(proposal.clauses, proposer)
    if is_geneva(levels_row(proposal.clauses)):
        lines.insert(0, _("a Digital Geneva Convention"))
    names = match.names
    if proposal.power is not None:
        lines = [_use_text(match, proposal)]
    elif proposal.topic is not None:
        wanted = norm(match, names.number("norm", proposal.topic))
        lines.append(_("the norm: {norm}").format(norm=wanted))
    if proposal.accused is not None:
        whom = nation(match, names.number("actor", proposal.accused))
        lines.append(_("accuses {nation}").format(nation=whom))
    if proposal.incident is not None:
        case = case_title(match, world, names.number("incident", proposal.incident))
        lines.append(_("about: {case}").format(case=case))
    return lines


def _use_text(match: Match, proposal: Proposal) -> str:
    """The use of an organisation's power, in a few words."""
    used = Power[str(proposal.power).upper()]
    number = match.names.number(topic_kind(proposal.power), proposal.topic)
    about, label = topic(match, used, number), lowered(terms.power(used)[0])
    return labelled(label, about) if about else label


def offer_text(match: Match, world: World, offers: Any, row: int) -> list[str]:
    """The same of a row of the table of proposals."""
    names = match.names
    proposal = Proposal(
        parties=(),
        clauses=clause_levels(offers.levels[row]),
        incident=names.name("incident", offers.incident[row]),
        accused=names.name("actor", offers.accused[row]),
        organisation=names.name("organisation", offers.body[row]),
        power=(power := names.name("power", offers.power[row])),
        topic=names.name(topic_kind(power), offers.topic[row]),
    )
    return proposal_text(match, world, proposal, nation(match, offers.actor[row]))


def ending(match: Match) -> tuple[str, str]:
    """Name of the ending and what it means."""
    return terms.ending(match.worlds[-1].ending[0])
