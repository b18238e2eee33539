"""What an AI says of its own accord: typed messages, and proposals. (Rules 13.1)"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.players.coalitions import Affair, coalitions
from game.players.grounds import Grounds
from game.players.motions import motions
from game.players.pacts import pacts
from game.players.plans import Kind, Plan
from game.players.saying import messages
from game.rules import dice
from game.rules.clauses import NO_OPERATIONS, OFF_LIMITS, VERIFICATION
from game.rules.orders import PARTIES, Messages, Offers
from game.rules.reading import Reading
from game.rules.world import NOBODY, Floats, Index, Seeds

WORTH_OFFERING = np.float32(1.6)
WHIM = np.float32(0.6)

VERIFY_BELOW = (np.float32(55), np.float32(40), np.float32(25))
"""Trust below which restraint is proposed with self-reports, a third party, inspectors."""

SPARE_ALL = np.float32(55)
"""Trust from which every sector people live by is put off limits, not only the first three."""


def talk(reading: Reading, seeds: Seeds) -> tuple[Messages, Offers]:
    """Two messages, one treaty and one motion at most."""
    grounds = Grounds(reading)
    affair = Affair(grounds)
    treaties = [*pacts(grounds), *coalitions(grounds, affair)]
    moved = motions(grounds, affair)
    tables = [_offers(reading, plans, seeds) for plans in (treaties, moved) if plans]
    return messages(grounds, seeds), Offers.join(tables)


def _offers(reading: Reading, plans: Sequence[Plan], seeds: Seeds) -> Offers:
    """The plan most worth proposing, if it is worth it at all."""
    seat = np.arange(len(reading.seen.seats))[:, None]
    number = np.array([plan.kind for plan in plans])[:, None, None]
    rolled = dice.roll(seeds, reading.seen.turn, "offer", number, seat)
    worth = np.stack([plan.worth for plan in plans]) * reading.minds.talk[:, 0] + rolled * WHIM
    best = worth.argmax(axis=0)
    chosen = np.where(worth.max(axis=0) > WORTH_OFFERING, best, NOBODY)
    tables = []
    for place in np.unique(chosen[chosen >= 0]):
        v, b = (chosen == place).nonzero()
        tables.append(_rows(reading, plans[place], v, b))
    return _in_order(Offers.join(tables))


def _in_order(offers: Offers) -> Offers:
    """World by world and seat by seat, as in a world of its own."""
    return offers.take(np.lexsort((offers.actor, offers.world)))


def _rows(reading: Reading, plan: Plan, v: Index, b: Index) -> Offers:
    """One plan as proposals by some seats in some worlds."""

    def told(column: Index | None) -> Index:
        return np.full(len(v), NOBODY) if column is None else column[v, b].astype(np.intp)

    party = np.zeros((len(v), PARTIES), bool)
    row = np.arange(len(v))
    if plan.partner is not None:
        party[row, plan.partner[v, b]] = True
    elif plan.party is not None:
        party[:, : plan.party.shape[1]] = plan.party[v, :, b]
    levels = np.tile(np.array(plan.levels), (len(v), 1))
    if plan.levels[NO_OPERATIONS] or plan.levels[OFF_LIMITS]:
        trust = np.where(reading.hiding[v, 0, b], 100, _least_trust(reading, party, v, b))
        _guard(levels, trust, plan.kind)
    party[row, reading.seen.seats[v]] = True
    return Offers(
        world=b,
        actor=reading.seen.seats[v].astype(np.intp),
        party=party,
        levels=levels,
        incident=told(plan.case),
        accused=told(plan.accused),
        counter=np.zeros(len(v), np.intp),
        body=told(plan.body),
        power=np.full(len(v), plan.power),
        topic=told(plan.topic),
    )


def _least_trust(reading: Reading, party: Index, v: Index, b: Index) -> Floats:
    nations = reading.other.shape[1]
    trust: Floats = np.where(party[:, :nations], reading.seen.trust[v, :, b], np.float32(200))
    return trust.min(axis=1)


def _guard(levels: Index, trust: Floats, kind: int) -> None:
    """The less one trusts, the more one wants to see, unless one has something to hide."""
    levels[:, VERIFICATION] = sum((trust < bar).astype(np.intp) for bar in VERIFY_BELOW)
    if kind == Kind.GENEVA:
        levels[:, VERIFICATION] = np.maximum(levels[:, VERIFICATION], 1)
    elif levels[:, OFF_LIMITS].any():
        levels[:, OFF_LIMITS] = np.where(trust >= SPARE_ALL, 2, 1)
