"""Hypotheses and evidence must make a puzzle that can be solved, and is honest."""

from __future__ import annotations

from itertools import combinations

from game.language import _n
from game.scenario.checks.base import Checked
from game.scenario.model import Incident
from game.scenario.reader import Place

LEAST_OTHER = 0.05
LEAST_HYPOTHESES = 2
LEAST_TRUTHS = 3
MOST_HYPOTHESES = 15
MOST_CARDS = 12
OTHER = "other"


def hypotheses(checked: Checked) -> None:
    """Possible truths: whose they are, and how likely before any evidence."""
    for name, incident in checked.scenario.incidents.items():
        place = ("incidents", name, "hypotheses")
        seen: dict[tuple[str, str | None], str] = {}
        for key, given in incident.hypotheses.items():
            where = (*place, key)
            if key == OTHER:
                checked.at_key(where, "reserved", "'other' is always there", "rename it")
            checked.known((*where, "hand"), "actor", given.hand, checked.everybody)
            if given.sponsor is not None:
                checked.known((*where, "sponsor"), "nation", given.sponsor, checked.nations)
            if incident.victim in (given.hand, given.sponsor):
                checked.error(where, "itself", "the victim did it to itself", "name another")
            if (given.hand, given.sponsor) in seen:
                again = f"this is the same as '{seen[given.hand, given.sponsor]}'"
                checked.at_key(where, "twice", again, "delete one")
            seen.setdefault((given.hand, given.sponsor), key)
        _number_of(checked, place, incident)


def _number_of(checked: Checked, place: Place, incident: Incident) -> None:
    count = len(incident.hypotheses)
    if not LEAST_HYPOTHESES <= count <= MOST_HYPOTHESES:
        limits = f"between {LEAST_HYPOTHESES} and {MOST_HYPOTHESES} are needed"
        there = _n("there is {n} hypothesis", "there are {n} hypotheses", count)
        checked.error(place, "hypotheses", there, limits)
    total = sum(given.prior for given in incident.hypotheses.values())
    if total > 1 - LEAST_OTHER + 1e-9:
        sums = f"the priors sum to {total:.2f}"
        checked.error(place, "priors", sums, f"leave at least {LEAST_OTHER} to OTHER")
    truth = incident.truth
    if truth is not None:
        checked.known((*place[:-1], "truth"), "hypothesis", truth, (*incident.hypotheses, OTHER))


def several_truths(checked: Checked) -> None:
    """An invented scenario has three possible truths or more: to replay it is not to know it."""
    for name, incident in checked.scenario.incidents.items():
        possible = sum(given.prior > 0 for given in incident.hypotheses.values())
        place: Place = ("incidents", name, "hypotheses")
        if checked.scenario.real:
            continue
        if incident.truth is not None:
            hint = "drop 'truth:', so that replaying is never knowing"
            checked.warning((*place[:-1], "truth"), "one_truth", "the truth is fixed", hint)
        elif possible < LEAST_TRUTHS:
            few = _n("only {n} hypothesis can be true", "only {n} hypotheses can be true", possible)
            hint = f"an invented case needs {LEAST_TRUTHS} besides OTHER"
            checked.warning(place, "few_truths", few, hint)


def cards(checked: Checked) -> None:
    """Cards point at hypotheses that exist, and between them tell any two apart."""
    for name, incident in checked.scenario.incidents.items():
        place = ("incidents", name, "evidence")
        known: tuple[str, ...] = (*incident.hypotheses, OTHER)
        for key, card in incident.evidence.items():
            for hypothesis in card.points_to:
                where: Place = (*place, key, "points_to", hypothesis)
                checked.known(where, "hypothesis", hypothesis, known)
            if card.burns and not card.secret:
                checked.warning(
                    (*place, key, "burns"), "burns", "only a secret source can be burnt", "drop it"
                )
        if len(incident.evidence) > MOST_CARDS:
            many = f"there are {len(incident.evidence)} cards"
            checked.error(place, "too_many_cards", many, f"at most {MOST_CARDS}")
        _told_apart(checked, place, incident)


def _told_apart(checked: Checked, place: Place, incident: Incident) -> None:
    weights = [card.points_to for card in incident.evidence.values()]
    for one, two in combinations(incident.hypotheses, 2):
        if all(points.get(one) == points.get(two) for points in weights):
            message = f"no evidence tells '{one}' from '{two}'"
            checked.warning(place, "same_evidence", message, "let a card point at one of them")


def false_flags(checked: Checked) -> None:
    """Planted traces need someone to frame, and frames need traces that can be planted."""
    for name, incident in checked.scenario.incidents.items():
        place = ("incidents", name)
        planted = [key for key, card in incident.evidence.items() if card.planted]
        flag = incident.false_flag
        if flag is None:
            if planted:
                where = (*place, "evidence", planted[0], "planted")
                checked.warning(where, "planted", "nobody would plant it", "add 'false_flag:'")
            continue
        for hypothesis in flag.frames:
            where = (*place, "false_flag", "frames", hypothesis)
            checked.known(where, "hypothesis", hypothesis, incident.hypotheses)
        if not planted:
            hint = "mark a card 'planted: true'"
            checked.warning((*place, "false_flag"), "planted", "no card can be planted", hint)


CHECKS = (hypotheses, several_truths, cards, false_flags)
