"""Chances: how likely a covert operation is to come off, as far as its author can tell. (Rules 3.2)

Its own skill it knows; the target's defences it sees as a band, and how ready the target stands it
does not see at all. So the chance is a band too.
"""

from __future__ import annotations

from game.actions import destroy, disrupt, preposition, spy
from game.decisions import Names, Order
from game.report.ties import band
from game.rules import incidents
from game.rules import params as p
from game.rules.board import Kinds
from game.rules.incidents import PREPOSITIONED
from game.rules.view import View
from game.rules.world import Sector, Skill

KINDS = {
    disrupt.ACTION.id: disrupt.KIND,
    destroy.ACTION.id: destroy.KIND,
    preposition.ACTION.id: PREPOSITIONED,
    spy.ACTION.id: spy.KIND,
}
"""The kind of incident that each covert action brings about."""

READY = 40.0
"""How ready a target may stand, at most, as far as one would guess."""


def success(seen: View, names: Names, kinds: Kinds, order: Order) -> tuple[float, float] | None:
    """The band of the chance that a covert order succeeds; None for orders that are not rolled.

    kinds: what the kinds of incident take, as the rules say.
    """
    kind = KINDS.get(order.action)
    if kind is None or order.target not in names.ids("nation"):
        return None
    target = names.number("nation", order.target)
    sector = names.number("sector", order.choice) if order.choice else int(Sector.GOVERNMENT)
    offence = float(seen.capability[0, Skill.OFFENCE, 0])
    offence += p.FOOTHOLD_HELPS * float(seen.foothold[0, target, sector, 0])
    skill = float(kinds.skill[kind])
    defence = float(seen.capability_of[0, target, Skill.DEFENCE, 0])
    defended = band(defence, int(seen.insight[0, target, 0]))
    worst = incidents.success(offence, skill, defended.high, READY)
    best = incidents.success(offence, skill, defended.low, 0.0)
    return float(worst), float(best)
