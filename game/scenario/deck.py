"""Hypotheses and evidence cards of a scenario as tables."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.world import GRID, NOBODY
from game.scenario import operations
from game.scenario.ids import Ids
from game.scenario.model import Card, Incident, Scenario
from game.scenario.setup import CaseText
from game.scenario.suspects import frames, label, other

WEIGHTS = {"weak": p.WEAK, "fair": p.FAIR, "strong": p.STRONG, "very_strong": p.VERY_STRONG}
"""Decibans of the words of evidence."""


def lengths(scenario: Scenario) -> tuple[int, int]:
    """Lengths of the axes H and E."""
    incidents = scenario.incidents.values()
    hypotheses = max(1 + len(i.hypotheses) for i in incidents)
    cards = max(len(i.evidence) for i in incidents)
    return max(hypotheses, len(operations.hypotheses(scenario))), max(cards, len(operations.CARDS))


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
        operations.fill(table, place, scenario, hostile)
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
    frames(table, place, weights)


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
        operations.fill_cards(table, place, scenario)
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


def case_text(scenario: Scenario, name: str, names: list[str], ids: Ids) -> CaseText:
    """The words of a scripted incident."""
    incident = scenario.incidents[name]
    labels = []
    for given in incident.hypotheses.values():
        sponsor = None if given.sponsor is None else names[ids["actor"].index(given.sponsor)]
        labels.append(label(names[ids["actor"].index(given.hand)], sponsor))
    return CaseText(
        id=name,
        title=incident.title,
        text=incident.text,
        hypotheses=("other", *incident.hypotheses),
        names=(other(), *labels),
        truths=(incident.other, *(h.text for h in incident.hypotheses.values())),
        cards=tuple(incident.evidence),
        findings=tuple(card.text for card in incident.evidence.values()),
        layers=tuple(str(card.layer) for card in incident.evidence.values()),
    )
