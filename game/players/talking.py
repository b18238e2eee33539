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
from game.rules.world import NOBODY, Bools, Index, Seeds, which

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
    systems = reading.seen.public.systems
    treaties = [*pacts(grounds), *coalitions(grounds, affair)] if systems.treaties else []
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
    where, seat_ = (worth.max(axis=0).T > WORTH_OFFERING).nonzero()
    return _written(reading, plans, best[seat_, where], seat_, where)


def _written(reading: Reading, plans: Sequence[Plan], place: Index, v: Index, b: Index) -> Offers:
    """The chosen plans as proposals by some seats in some worlds."""
    columns = {name: np.full(len(v), NOBODY) for name in _TOLD}
    party = np.zeros((len(v), PARTIES), bool)
    levels = np.array([plan.levels for plan in plans])[place]
    for number in which(np.bincount(place, minlength=len(plans))):
        plan, rows = plans[number], which(place == number)
        for name in _TOLD:
            column = getattr(plan, name)
            if column is not None:
                columns[name][rows] = column[v[rows], b[rows]]
        if plan.partner is not None:
            party[rows, plan.partner[v[rows], b[rows]]] = True
        elif plan.party is not None:
            party[rows, : plan.party.shape[1]] = plan.party[v[rows], :, b[rows]]
    kind = np.array([plan.kind for plan in plans])[place]
    _guard(reading, levels, party, kind, v, b)
    party[np.arange(len(v)), reading.seen.seats[v]] = True
    return Offers(
        world=b,
        actor=reading.seen.seats[v].astype(np.intp),
        party=party,
        levels=levels,
        incident=columns["case"],
        accused=columns["accused"],
        counter=np.zeros(len(v), np.intp),
        body=columns["body"],
        power=np.array([plan.power for plan in plans])[place],
        topic=columns["topic"],
    )


_TOLD = ("case", "accused", "topic", "body")
"""Columns that some plans fill in."""


def _guard(reading: Reading, levels: Index, party: Bools, kind: Index, v: Index, b: Index) -> None:
    """The less one trusts, the more one wants to see, unless one has something to hide."""
    rows = which((levels[:, NO_OPERATIONS] > 0) | (levels[:, OFF_LIMITS] > 0))
    if not rows.size:
        return
    v, b, geneva = v[rows], b[rows], kind[rows] == Kind.GENEVA
    towards = reading.seen.trust[v, :, b]
    trust = np.where(party[rows, : towards.shape[1]], towards, np.float32(200)).min(axis=1)
    trust = np.where(reading.hiding[v, 0, b], np.float32(100), trust)
    verified = sum((trust < bar).astype(np.intp) for bar in VERIFY_BELOW)
    levels[rows, VERIFICATION] = np.where(geneva, np.maximum(verified, 1), verified)
    spares = np.where(trust >= SPARE_ALL, 2, 1)
    lax = (levels[rows, OFF_LIMITS] > 0) & ~geneva
    levels[rows, OFF_LIMITS] = np.where(lax, spares, levels[rows, OFF_LIMITS])
