"""Leads: which piece of evidence would tell most about who did it. (Rules 17.6)

Before a card is looked for, its finder knows how likely it is to be there under each hypothesis.
What looking is expected to take away of the uncertainty, in bits, follows exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.evidence import power
from game.rules.imagine import chances, imagine
from game.rules.view import View
from game.rules.world import Floats, Look, Skill, Status

WORLDS = 512
"""Imagined worlds over which chances under false flags are counted."""


@dataclass(frozen=True)
class Lead:
    """A card nobody of ours has settled yet, and what settling it is worth."""

    incident: int
    card: int
    bits: float  # uncertainty that looking is expected to take away
    chance: float  # that it is there
    secret: bool  # secret collection, not forensics, would find it
    turns: float  # turns of daily work until it is settled
    orders: float  # steps of ordered work that would settle it at once


def leads(seen: View, most: int = 5) -> list[Lead]:
    """The most telling cards the seat could still settle, the best first. (Rules 17.6)"""
    world = imagine(seen, WORLDS)
    open_ = (seen.status[0, :, 0] != Status.AWAITED) & (seen.known[0, :, 0] > 0)
    found = []
    believed = chances(seen)
    for incident in np.flatnonzero(open_):
        prior = believed[:, incident]
        for card in _open_cards(seen, int(incident)):
            found.append(_lead(seen, int(incident), int(card), prior, world))
    telling = sorted((lead for lead in found if lead.bits > 0.005), key=lambda lead: -lead.bits)
    return telling[:most]


def _open_cards(seen: View, incident: int) -> Any:
    me, public = int(seen.seats[0]), seen.public
    able = public.finder[incident, :, me] & public.dealt[incident]
    return np.flatnonzero(able & (seen.look[0, incident, :, 0] == Look.UNSEEN))


def _lead(seen: View, incident: int, card: int, prior: Any, world: Any) -> Lead:
    there = _chance_under(seen, incident, card, prior, world)
    chance = float((prior * there).sum())
    bits = _entropy(prior) - chance * _entropy(_posterior(prior, there))
    bits -= (1 - chance) * _entropy(_posterior(prior, 1 - there))
    turns, orders = _work(seen, incident, card)
    secret = bool(seen.public.secret[incident, card])
    return Lead(incident, card, max(bits, 0.0), chance, secret, turns, orders)


def _chance_under(seen: View, incident: int, card: int, prior: Any, world: Any) -> Floats:
    """Chance that the card is there under each hypothesis, false flags weighed in. [H]"""
    plain = power(seen.public.found[incident, card])
    if not seen.public.planted[incident, card]:
        return plain
    culprit, framed = world.culprit[incident], world.framed[incident]
    shown = plain[np.where(framed >= 0, framed, culprit)]
    total = np.bincount(culprit, weights=shown, minlength=len(prior))
    count = np.bincount(culprit, minlength=len(prior))
    return np.where(count > 0, total / np.maximum(count, 1), plain)


def _posterior(prior: Any, likelihood: Any) -> Any:
    joint = prior * likelihood
    return joint / max(float(joint.sum()), 1e-12)


def _entropy(chances: Any) -> float:
    some = chances[chances > 0]
    return float(-(some * np.log2(some)).sum())


def _work(seen: View, incident: int, card: int) -> tuple[float, float]:
    """Turns of daily work, and steps of ordered work, until the card is settled."""
    public = seen.public
    if public.secret[incident, card]:
        done, daily, step = seen.tap, p.TAP_BASE, p.TAP_ORDER
        skill = float(seen.access[0, 0]) / 100
    else:
        done, daily, step = seen.probe, p.PROBE_BASE, p.PROBE_ORDER
        forensics = float(seen.capability[0, Skill.FORENSICS, 0]) / 100
        skill = p.SKILL_FLOOR + (1 - p.SKILL_FLOOR) * forensics
        mine = int(seen.victim[0, incident, 0]) == int(seen.seats[0])
        skill *= p.PROBE_VICTIM if mine else 1.0
    left = max(float(public.need[incident, card]) - float(done[0, incident, 0]), 0.0)
    rate = max(skill, 1e-6)
    return left / (daily * rate), left / (step * rate)
