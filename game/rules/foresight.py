"""Foresight: what an act would cost its author, as far as it can be told from a view. (Rules 13.7)

Others read an act by what they have said in public and by the norms they hold; a nation that thinks
before it acts reads with their eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.rules import params as p
from game.rules.clauses import OFF_LIMITS, VERIFICATION
from game.rules.compliance import SPARES, complies, detection
from game.rules.law import Verdict, of_answer, read_law
from game.rules.world import NOBODY, Bools, Contested, Floats, Index, Ints, which

if TYPE_CHECKING:
    from game.rules.view import View


def countermeasure_cost(seen: View, told: Bools, grave: Bools, quiet: Bools) -> Floats:
    """Trust a countermeasure would lose with the mean third nation, by its reading. [V, N, B]

    told: the target was warned; grave, quiet: what the wrong was. [V, N, B] each. (Rules 15.4)
    """
    said = read_law(seen.declared, seen, seen.public)
    table = np.stack([_mean_cost(said, *case) for case in _CASES])
    case = told * 4 + grave * 2 + quiet * 1
    worlds = np.arange(seen.worlds)
    cost: Floats = table[case, worlds]
    return cost


_CASES = tuple((t, g, q) for t in (False, True) for g in (False, True) for q in (False, True))


def _mean_cost(said: Ints, told: bool, grave: bool, quiet: bool) -> Floats:
    """What the readers would charge, on the mean, for one sort of countermeasure. [B]"""
    deed = _deed(said[:, Contested.SOVEREIGNTY], grave, quiet)
    verdict = of_answer(deed, said, np.bool_(told), np.bool_(False))
    cost = _COSTS[verdict]
    mean: Floats = (cost * 64).sum(axis=0) / np.float32(64 * len(said))
    return mean


def _deed(sovereign: Ints, grave: bool, quiet: bool) -> Ints:
    """How the readers read a wrong of that sort. [N, B] (Rules 15.3)"""
    if quiet:
        return np.where(sovereign == 1, Verdict.UNCLEAR, Verdict.UNFRIENDLY).astype(np.int16)
    if grave:
        return np.full_like(sovereign, Verdict.WRONGFUL)
    unsure = np.where(sovereign == NOBODY, Verdict.UNCLEAR, Verdict.WRONGFUL)
    return np.where(sovereign == 0, Verdict.UNFRIENDLY, unsure).astype(np.int16)


_COSTS: Floats = np.array([0, 0, p.LAW_DOUBT, p.LAW_WRONG, p.LAW_WRONG, p.LAW_WRONG], np.float32)
"""Trust a reading costs, by Verdict. (Rules 15.7)"""


def forbidden(seen: View, kind: int, severity: float) -> Floats:
    """How much the norms a nation holds stand against a kind of operation. [V, 1, B] (14.3)

    0 not at all, 1 it endorsed one, 2 it has made one its own.
    """
    norms = seen.public.norms
    against = which(norms.kinds[:, kind] & (norms.least <= severity) & ~norms.responders)
    held = seen.norm[seen.seats][:, against].max(axis=1, initial=0)
    found: Floats = held[:, None].astype(np.float32)
    return found


def off_limits(seen: View, seat: Index, target: Index, where: Index) -> Bools:
    """Sectors of a target that a treaty or a norm one holds puts out of bounds. [rows, Z]"""
    level = seen.pact[OFF_LIMITS, seen.seats[seat], target, where]
    norms = seen.public.norms
    held = seen.norm[seen.seats[seat], :, where] > 0
    meant = norms.kinds.any(axis=1) & ~norms.responders & (norms.asked == NOBODY)
    by_norm = (held[:, :, None] & (norms.sectors * meant[:, None])[None, :, :-1]).any(axis=1)
    spared: Bools = SPARES[level] | by_norm
    return spared


def keeps_treaty(seen: View, gain: Floats, loss: Floats, patience: Floats) -> Bools:
    """Whether keeping a pact against operations pays for those bound by one. [V, N, B] (13.7)"""
    verified = detection(seen.pact[VERIFICATION][seen.seats])
    return complies(gain, loss, verified, patience)
