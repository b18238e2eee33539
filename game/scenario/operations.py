"""Operations ordered in play: their suspects, priors and evidence, made by one pattern."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from functools import reduce
from typing import Any

import numpy as np

from game.language import N_, _
from game.rules import params as p
from game.rules.world import NOBODY
from game.scenario.ids import Ids
from game.scenario.model import Scenario
from game.scenario.setup import CaseText
from game.scenario.suspects import frames, label, other

PLACES = 10
"""Places for operations ordered in play."""

CARDS = (
    ("infrastructure", N_("Rented servers of the kind used by {fit}."), p.FAIR, True, False, 6.0),
    ("code", N_("Program code that shares a library with tools of {fit}."), p.FAIR, True, False,
     12.0),
    ("language", N_("Working hours and language settings that fit {fit}."), p.WEAK, True, False,
     9.0),
    ("motive", N_("The timing suits {fit}."), p.WEAK, False, False, 4.0),
    ("mistake", N_("An operator's slip that leads towards {fit}."), p.STRONG, False, False, 26.0),
    ("vendor", N_("A vendor's report that files this under {fit}."), p.FAIR, False, False, 18.0),
    ("source", N_("A source close to the matter who points at {fit}."), p.STRONG, False, True,
     8.0),
    ("source", N_("An intercepted call that fits {fit}."), p.FAIR, False, True, 14.0),
)  # fmt: skip
"""Layer, text, decibans, can be planted, secret, work: the deck of an operation in play."""

_EXISTS = 0.75  # chance that an operation's card exists under a hypothesis it fits
_MOST = 16  # most hypotheses of an operation, OTHER included


def hypotheses(scenario: Scenario) -> list[tuple[int, int]]:
    """Hand and sponsor of each hypothesis of an operation in play; the first is OTHER.

    Every nation, every non-state actor alone, then pairs as far as there is room. (Rules 4.1)
    """
    nations, actors = list(scenario.nations), list(scenario.actors)
    alone = [(number, NOBODY) for number in range(len(nations) + len(actors))]
    pairs = [
        (len(nations) + number, nations.index(patron))
        for number, name in enumerate(actors)
        for patron in scenario.actors[name].patrons
    ]
    room = max(_MOST - 1 - len(alone), 0)
    return [(NOBODY, NOBODY), *alone, *pairs[:room]]


def fill(table: dict[str, Any], place: int, scenario: Scenario, hostile: Any) -> None:
    """Hypotheses of one place: who it may have been, given each victim, and who may be framed."""
    pairs = hypotheses(scenario)
    nations = list(scenario.nations.values())
    count = len(nations)
    for number, (hand, sponsor) in enumerate(pairs):
        table["hand"][place, number], table["sponsor"][place, number] = hand, sponsor
        table["live"][place, number] = True
    offence = np.array([n.capability.offence for n in nations]) / 50
    for victim in range(count):
        weight = np.zeros(table["prior"].shape[2])
        for number, (hand, sponsor) in enumerate(pairs[1:], start=1):
            weight[number] = _suspicion(hand, sponsor, victim, count, offence, hostile)
        weight *= 0.9 / weight.sum()
        weight[0] = 0.1
        table["prior"][place, victim] = weight
    table["flag"][place] = p.FALSE_FLAG
    framable = np.array([s == NOBODY and 0 <= h < count for h, s in pairs])
    weights = np.zeros(table["frame"].shape[1])
    weights[: len(pairs)] = framable
    frames(table, place, weights)


def _suspicion(
    hand: int, sponsor: int, victim: int, count: int, offence: Any, hostile: Any
) -> float:
    """Prior weight: hostile and able nations first; criminals are always thinkable."""
    if victim in (hand, sponsor):
        return 0.0
    if sponsor != NOBODY:
        return 0.4 * float(0.5 + hostile[sponsor, victim] / 25)
    if hand >= count:
        return 1.2
    return float((0.3 + hostile[hand, victim] / 20) * (0.4 + offence[hand]))


def fitting(scenario: Scenario, place: int, card: int) -> list[int]:
    """Hypotheses of an operation that one of its cards fits: about half, another half each time.

    A fixed pattern, different for each place, so that hardly any two suspects share all cards.
    """
    count = len(hypotheses(scenario))
    return [h for h in range(1, count) if _bit(f"{place}.{card}.{h}")]


def _bit(text: str) -> int:
    """One bit that depends on every letter; a cyclic check's lowest bit would repeat itself."""
    return hashlib.blake2b(text.encode(), digest_size=1).digest()[0] & 1


def fill_cards(table: dict[str, Any], place: int, scenario: Scenario) -> None:
    """Cards of one place: what they weigh, and whom they fit."""
    index = place - len(scenario.incidents)
    for number, (layer, _text, decibans, planted, secret, work) in enumerate(CARDS):
        table["vendor"][place, number] = layer == "vendor"
        chance = np.full(table["chance"].shape[2], _EXISTS * 10 ** (-decibans / 10))
        chance[fitting(scenario, index, number)] = _EXISTS
        table["chance"][place, number] = chance
        table["dealt"][place, number] = True
        table["planted"][place, number] = planted
        table["secret"][place, number] = secret
        table["burns"][place, number] = secret
        table["need"][place, number] = work


def case_text(scenario: Scenario, names: list[str], ids: Ids, place: int) -> CaseText:
    """The words of an operation in play; its title is made when it is shown."""
    pairs = hypotheses(scenario)
    labels = [other()]
    keys = ["other"]
    for hand, sponsor in pairs[1:]:
        labels.append(label(names[hand], None if sponsor == NOBODY else names[sponsor]))
        tail = "" if sponsor == NOBODY else f"_for_{ids['actor'][sponsor]}"
        keys.append(f"{ids['actor'][hand]}{tail}")
    fits = [fitting(scenario, place, number) for number in range(len(CARDS))]
    return CaseText(
        id=f"operation_{place + 1}",
        title="",
        text="",
        hypotheses=tuple(keys),
        names=tuple(labels),
        truths=tuple("" for _ in labels),
        cards=tuple(f"{row[0]}_{number + 1}" for number, row in enumerate(CARDS)),
        findings=tuple(_(row[1]) for row in CARDS),
        layers=tuple(row[0] for row in CARDS),
        fits=tuple(tuple(h for h in fit if pairs[h][1] == NOBODY) for fit in fits),
    )


def finding(case: CaseText, card: int, possible: Container[int]) -> str:
    """What a card says. possible: the hypotheses that can be true of the one who was hit."""
    text = case.findings[card]
    if not case.fits:
        return text
    fit = [case.names[h] for h in case.fits[card] if h in possible]
    return text.format(fit=_either(fit) or _("nobody in particular"))


def _either(names: list[str]) -> str:
    """'a or b or c', or nothing."""
    both = _("{first} or {last}")
    return reduce(lambda first, last: both.format(first=first, last=last), names) if names else ""
