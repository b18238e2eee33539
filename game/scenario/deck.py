"""Hypotheses and evidence cards of a scenario as tables, and of operations ordered in play."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.world import GRID, NOBODY
from game.scenario.ids import Ids
from game.scenario.model import Card, Incident, Scenario
from game.scenario.setup import CaseText

PLACES = 10
"""Places for operations ordered in play."""

OPERATION_CARDS = (
    ("infrastructure", "Rented servers of the kind used by {fit}.", p.FAIR, True, False, 6.0),
    ("code", "Program code that shares a library with tools of {fit}.", p.FAIR, True, False, 12.0),
    ("language", "Working hours and language settings that fit {fit}.", p.WEAK, True, False, 9.0),
    ("motive", "The timing suits {fit}.", p.WEAK, False, False, 4.0),
    ("mistake", "An operator's slip that leads towards {fit}.", p.STRONG, False, False, 26.0),
    ("vendor", "A vendor's report that files this under {fit}.", p.FAIR, False, False, 18.0),
    ("source", "A source close to the matter who points at {fit}.", p.STRONG, False, True, 8.0),
    ("source", "An intercepted call that fits {fit}.", p.FAIR, False, True, 14.0),
)
"""Layer, text, decibans, can be planted, secret, work: the deck of an operation in play."""

WEIGHTS = {"weak": p.WEAK, "fair": p.FAIR, "strong": p.STRONG, "very_strong": p.VERY_STRONG}
"""Decibans of the words of evidence."""

_EXISTS = 0.75  # chance that an operation's card exists under a hypothesis it fits
_MOST = 16  # most hypotheses of an operation, OTHER included


def operation_hypotheses(scenario: Scenario) -> list[tuple[int, int]]:
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


def lengths(scenario: Scenario) -> tuple[int, int]:
    """Lengths of the axes H and E."""
    incidents = scenario.incidents.values()
    hypotheses = max(1 + len(i.hypotheses) for i in incidents)
    cards = max(len(i.evidence) for i in incidents)
    return max(hypotheses, len(operation_hypotheses(scenario))), max(cards, len(OPERATION_CARDS))


def hypothesis_tables(
    scenario: Scenario, ids: Ids, sizes: dict[str, int], hostile: Any
) -> dict[str, Any]:
    """hand, sponsor, live, prior, frame and flag of a board."""
    shape = (sizes["I"], sizes["H"])
    table: dict[str, Any] = {
        "hand": np.full(shape, NOBODY, np.int16),
        "sponsor": np.full(shape, NOBODY, np.int16),
        "live": np.zeros(shape, bool),
        "prior": np.zeros((sizes["I"], sizes["N"], sizes["H"]), np.float32),
        "frame": np.zeros((sizes["I"], sizes["H"], sizes["H"]), np.float32),
        "flag": np.zeros(sizes["I"], np.float32),
    }
    for place, incident in enumerate(scenario.incidents.values()):
        _scripted(table, place, incident, ids)
    for place in range(len(scenario.incidents), sizes["I"]):
        _operation(table, place, scenario, hostile)
    return table


def _scripted(table: dict[str, Any], place: int, incident: Incident, ids: Ids) -> None:
    names = list(incident.hypotheses)
    for number, given in enumerate(incident.hypotheses.values(), start=1):
        table["hand"][place, number] = ids["actor"].index(given.hand)
        if given.sponsor is not None:
            table["sponsor"][place, number] = ids["nation"].index(given.sponsor)
        table["prior"][place, :, number] = given.prior
    table["live"][place, : 1 + len(names)] = True
    table["prior"][place, :, 0] = 1 - sum(h.prior for h in incident.hypotheses.values())
    weights = np.zeros(table["frame"].shape[1])
    if incident.false_flag is not None:
        table["flag"][place] = incident.false_flag.chance
        for name, weight in incident.false_flag.frames.items():
            weights[1 + names.index(name)] = weight
    _frames(table, place, weights)


def _frames(table: dict[str, Any], place: int, weights: Any) -> None:
    """Whoever lies frames another by weight, never anyone who had a part in it."""
    hand, sponsor = table["hand"][place], table["sponsor"][place]
    for culprit in np.flatnonzero(table["live"][place]):
        part = {int(hand[culprit]), int(sponsor[culprit])} - {NOBODY}
        fits = [
            int(h) not in part and int(s) not in part for h, s in zip(hand, sponsor, strict=True)
        ]
        row = weights * np.array(fits) * table["live"][place]
        row[culprit] = 0
        if row.sum() > 0:
            table["frame"][place, culprit] = row / row.sum()


def _operation(table: dict[str, Any], place: int, scenario: Scenario, hostile: Any) -> None:
    pairs = operation_hypotheses(scenario)
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
    _frames(table, place, weights)


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


def card_tables(scenario: Scenario, ids: Ids, sizes: dict[str, int]) -> dict[str, Any]:
    """chance, found, absent, dealt, planted, secret, burns, need and finder of a board."""
    shape = (sizes["I"], sizes["E"])
    table: dict[str, Any] = {
        "chance": np.full((*shape, sizes["H"]), 0.5),
        "dealt": np.zeros(shape, bool),
        "planted": np.zeros(shape, bool),
        "secret": np.zeros(shape, bool),
        "burns": np.zeros(shape, bool),
        "need": np.full(shape, 999.0, np.float32),
        "vendor": np.zeros(shape, bool),
        "finder": np.ones((*shape, sizes["N"]), bool),
    }
    for place, incident in enumerate(scenario.incidents.values()):
        names = ["other", *incident.hypotheses]
        for number, card in enumerate(incident.evidence.values()):
            _card(table, place, number, card, names, ids)
    for place in range(len(scenario.incidents), sizes["I"]):
        _operation_cards(table, place, scenario)
    table["found"] = _decibans(table["chance"])
    table["absent"] = _decibans(1 - table["chance"])
    table["chance"] = table["chance"].astype(np.float32)
    return table


def _decibans(chance: Any) -> Any:
    exact = 10 * np.log10(np.maximum(chance, 1e-9))
    return (np.rint(exact * GRID) / GRID).astype(np.float32)


def _card(
    table: dict[str, Any],
    place: int,
    number: int,
    card: Card,
    names: list[str],
    ids: Ids,
) -> None:
    weights = np.array([WEIGHTS.get(card.points_to.get(name, ""), 0.0) for name in names])
    odds = 10 ** ((weights - weights.max()) / 10)
    table["chance"][place, number, : len(names)] = card.exists * odds
    table["dealt"][place, number] = True
    table["planted"][place, number] = card.planted
    table["secret"][place, number] = card.secret
    table["burns"][place, number] = card.burns
    table["need"][place, number] = card.work
    table["vendor"][place, number] = card.layer == "vendor"
    if card.finders is not None:
        table["finder"][place, number] = [nation in card.finders for nation in ids["nation"]]


def fitting(scenario: Scenario, place: int, card: int) -> list[int]:
    """Hypotheses of an operation that one of its cards fits: about half, another half each time.

    A fixed pattern, different for each place, so that hardly any two suspects share all cards.
    """
    count = len(operation_hypotheses(scenario))
    return [h for h in range(1, count) if _bit(f"{place}.{card}.{h}")]


def _bit(text: str) -> int:
    """One bit that depends on every letter; a cyclic check's lowest bit would repeat itself."""
    return hashlib.blake2b(text.encode(), digest_size=1).digest()[0] & 1


def _operation_cards(table: dict[str, Any], place: int, scenario: Scenario) -> None:
    index = place - len(scenario.incidents)
    for number, (layer, _, decibans, planted, secret, work) in enumerate(OPERATION_CARDS):
        table["vendor"][place, number] = layer == "vendor"
        chance = np.full(table["chance"].shape[2], _EXISTS * 10 ** (-decibans / 10))
        chance[fitting(scenario, index, number)] = _EXISTS
        table["chance"][place, number] = chance
        table["dealt"][place, number] = True
        table["planted"][place, number] = planted
        table["secret"][place, number] = secret
        table["burns"][place, number] = secret
        table["need"][place, number] = work


def case_text(scenario: Scenario, name: str, names: list[str], ids: Ids) -> CaseText:
    """The words of a scripted incident."""
    incident = scenario.incidents[name]
    labels = []
    for given in incident.hypotheses.values():
        sponsor = None if given.sponsor is None else names[ids["actor"].index(given.sponsor)]
        labels.append(_label(names[ids["actor"].index(given.hand)], sponsor))
    return CaseText(
        id=name,
        title=incident.title,
        text=incident.text,
        hypotheses=("other", *incident.hypotheses),
        names=("someone else, or an accident", *labels),
        truths=(incident.other, *(h.text for h in incident.hypotheses.values())),
        cards=tuple(incident.evidence),
        findings=tuple(card.text for card in incident.evidence.values()),
        layers=tuple(str(card.layer) for card in incident.evidence.values()),
    )


def _label(hand: str, sponsor: str | None) -> str:
    return hand if sponsor is None else f"{hand}, for {sponsor}"


def operation_text(scenario: Scenario, names: list[str], ids: Ids, place: int) -> CaseText:
    """The words of an operation in play; its title is made when it is shown."""
    pairs = operation_hypotheses(scenario)
    labels = ["someone else, or an accident"]
    keys = ["other"]
    for hand, sponsor in pairs[1:]:
        labels.append(_label(names[hand], None if sponsor == NOBODY else names[sponsor]))
        tail = "" if sponsor == NOBODY else f"_for_{ids['actor'][sponsor]}"
        keys.append(f"{ids['actor'][hand]}{tail}")
    findings = []
    for number, row in enumerate(OPERATION_CARDS):
        fit = [labels[h] for h in fitting(scenario, place, number) if pairs[h][1] == NOBODY]
        findings.append(row[1].format(fit=" or ".join(fit) or "nobody in particular"))
    return CaseText(
        id=f"operation_{place + 1}",
        title="",
        text="",
        hypotheses=tuple(keys),
        names=tuple(labels),
        truths=tuple("" for _ in labels),
        cards=tuple(f"{row[0]}_{number + 1}" for number, row in enumerate(OPERATION_CARDS)),
        findings=tuple(findings),
        layers=tuple(row[0] for row in OPERATION_CARDS),
    )
