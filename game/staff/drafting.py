"""Proposals before they are tabled: what they lack, and why they would be void. (Rules 8.3)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.decisions import Proposal, to_offers
from game.language import N_, _
from game.match import Match
from game.report import terms
from game.rules import organisations, proposals
from game.rules import params as p
from game.rules.clauses import CLAUSES
from game.rules.powers import NEEDS, Need, Power

PAID = {"compensation": p.COMPENSATION, "capacity_aid": p.CAPACITY_AID}
"""Funds that a clause moves between the proposer and each other party: level 1 says that the
proposer pays, level 2 that it is paid."""

CASE, NAME, NATION, NORM, QUESTION = Need

LACKING = {
    CASE: N_("choose the case it is about"),
    NAME: N_("choose whom it names"),
    NATION: N_("choose the nation it is for"),
    NORM: N_("choose the norm"),
    QUESTION: N_("choose the question of law"),
}
"""What to do when something is missing."""


def needs(proposal: Proposal) -> tuple[Need, ...]:
    """What a proposal must be told besides its clauses, or besides the power it uses."""
    if proposal.organisation is not None:
        power = proposal.power
        return tuple(n for n in Need if power and NEEDS[Power[power.upper()], n])
    used = [c for c in CLAUSES if proposal.clauses.get(c.id)]
    asked = {
        CASE: any(c.about_case for c in used),
        NAME: any(c.accuses for c in used),
        NORM: any(c.about_norm for c in used),
    }
    return tuple(need for need, asks in asked.items() if asks)


def may_name(proposal: Proposal) -> bool:
    """Whether it can name somebody, needed or not."""
    return NAME in needs(proposal) or proposal.power == "joint_statement"


def tidy(proposal: Proposal) -> Proposal:
    """The proposal without what it no longer speaks of."""
    asked = needs(proposal)
    clauses = {c: level for c, level in proposal.clauses.items() if level}
    topical = bool({NATION, NORM, QUESTION} & set(asked))
    return replace(
        proposal,
        parties=() if proposal.organisation else proposal.parties,
        clauses={} if proposal.organisation else clauses,
        incident=proposal.incident if CASE in asked else None,
        accused=proposal.accused if may_name(proposal) else None,
        topic=proposal.topic if topical else None,
    )


def lacking(proposal: Proposal) -> str:
    """What is still to be chosen before it can be tabled; empty if nothing is."""
    asked = needs(proposal)
    if proposal.organisation is not None and proposal.power is None:
        return _("choose what the organisation is to do")
    if proposal.organisation is None and not proposal.parties:
        return _("choose at least one other party")
    if proposal.organisation is None and not set(proposal.clauses) - {"duration"}:
        return _("put at least one clause into it")
    filled = {
        CASE: proposal.incident,
        NAME: proposal.accused,
        **dict.fromkeys((NATION, NORM, QUESTION), proposal.topic),
    }
    return next((_(LACKING[need]) for need in asked if filled[need] is None), "")


def fault(match: Match, nation: int, before: Sequence[Proposal], proposal: Proposal) -> str:
    """Why a proposal could not be tabled after those before it; empty if it could."""
    return lacking(proposal) or void(match, nation, before, proposal)


def void(match: Match, nation: int, before: Sequence[Proposal], proposal: Proposal) -> str:
    """What the rules say against a proposal after those before it, in their own words."""
    rows = to_offers(match.names, nation, [*before, proposal])
    world = match.world
    code = int(proposals.void_offers(world, organisations.members(rows, world))[-1])
    return terms.offer_refusal(code)


def price(proposals_: int, messages: int) -> float:
    """Capital that drafts cost; a counter-offer is free."""
    return float(proposals_ * p.OFFER_COST + messages * p.MESSAGE_COST)


@dataclass(frozen=True)
class Funds:
    """Funds that one owes once a proposal holds, and to how many."""

    each: float
    count: int

    @property
    def total(self) -> float:
        """All of it."""
        return self.each * self.count


def funds_due(proposal: Proposal, me: str, mine: bool) -> Funds:
    """What a proposal would cost a nation in funds, by whoever it is. (Rules 8.13, 16.3)"""
    if proposal.organisation is not None:
        gives = proposal.power == "capacity_fund" and proposal.topic not in (None, me)
        return Funds(float(p.FUND_PRICE) * gives, 1)
    pays = 1 if mine else 2  # the level at which it is this nation that pays
    each = sum(float(price) for c, price in PAID.items() if proposal.clauses.get(c) == pays)
    return Funds(each, len(proposal.parties) if mine else 1)


def countered(given: Proposal, proposer: str, me: str) -> Proposal:
    """A counter-offer that begins as somebody's proposal: who was to pay still pays."""
    parties = tuple(each for each in dict.fromkeys((proposer, *given.parties)) if each != me)
    turned = {c: 3 - given.clauses[c] for c in PAID if given.clauses.get(c)}
    return replace(given, parties=parties, clauses={**given.clauses, **turned}, counter=True)
