"""Every name in the file must stand for something in the file."""

from __future__ import annotations

import re

from game import paths, registry
from game.scenario.checks.base import Checked

MOST_ACTORS = 16
_SLOT = re.compile(r"\{([^{}]*)\}")


def identity(checked: Checked) -> None:
    """The id is the file's name, so that the library can find it."""
    scenario = checked.scenario
    if checked.stem is not None and scenario.id != checked.stem:
        hint = f"write 'id: {checked.stem}', or rename the file"
        checked.error(("id",), "id", f"the id '{scenario.id}' is not the file's name", hint)


def cast(checked: Checked) -> None:
    """Nations and non-state actors: allies, homes, patrons, doctrines."""
    scenario = checked.scenario
    doctrines = registry.yaml_files(paths.scenarios() / "doctrines")
    for name, nation in scenario.nations.items():
        place = ("nations", name)
        for n, ally in enumerate(nation.allies):
            checked.known((*place, "allies", n), "nation", ally, checked.nations)
            if ally == name:
                checked.error(
                    (*place, "allies", n), "itself", f"'{name}' is its own ally", "drop it"
                )
        checked.known((*place, "doctrine"), "doctrine", nation.doctrine, doctrines)
        if (
            nation.dependence
            and sum(nation.dependence.values()) == 0
            and len(nation.dependence) == 7
        ):
            where = (*place, "dependence")
            checked.error(
                where, "dependence", "it depends on no sector at all", "weigh one above 0"
            )
    for name, actor in scenario.actors.items():
        place = ("actors", name)
        checked.known((*place, "home"), "nation", actor.home, checked.nations)
        for n, patron in enumerate(actor.patrons):
            checked.known((*place, "patrons", n), "nation", patron, checked.nations)
        if name in checked.nations:
            checked.at_key(place, "twice", f"'{name}' is a nation already", "give it another id")
    if len(checked.everybody) > MOST_ACTORS:
        many = f"there are {len(checked.everybody)} nations and actors"
        checked.error(("actors",), "too_many_actors", many, f"at most {MOST_ACTORS} in all")


def relations(checked: Checked) -> None:
    """Relations are between two nations of the file, each pair once."""
    seen: set[tuple[str, str]] = set()
    for n, relation in enumerate(checked.scenario.relations):
        place = ("relations", n)
        checked.known((*place, "of"), "nation", relation.of, checked.nations)
        checked.known((*place, "to"), "nation", relation.to, checked.nations)
        if relation.of == relation.to:
            checked.error(place, "itself", "a nation has no relation to itself", "delete this")
        pairs = {(relation.of, relation.to)}
        pairs |= {(relation.to, relation.of)} if relation.both else set()
        if pairs & seen:
            checked.error(place, "twice", "this relation was given before", "keep one of them")
        seen |= pairs


def happenings(checked: Checked) -> None:
    """Incidents and injects name nations, cards and placeholders that exist."""
    scenario = checked.scenario
    for name, incident in scenario.incidents.items():
        place = ("incidents", name)
        checked.known((*place, "victim"), "nation", incident.victim, checked.nations)
        if incident.turn > scenario.turns:
            late = f"turn {incident.turn} never comes: there are {scenario.turns}"
            checked.error((*place, "turn"), "too_late", late, "choose an earlier turn")
        for card_name, card in incident.evidence.items():
            for n, nation in enumerate(card.finders or ()):
                where = (*place, "evidence", card_name, "finders", n)
                checked.known(where, "nation", nation, checked.nations)


def injects(checked: Checked) -> None:
    """Injects come at a time, to somebody, and change what there is."""
    for name, inject in checked.scenario.injects.items():
        place = ("injects", name)
        if inject.turn is None and inject.when is None:
            checked.error(place, "never", "nothing says when it happens", "add 'turn:' or 'when:'")
        if inject.turn is not None and inject.turn > checked.scenario.turns:
            checked.error(
                (*place, "turn"), "too_late", "that turn never comes", "choose an earlier"
            )
        for n, nation in enumerate(inject.to if isinstance(inject.to, list) else ()):
            checked.known((*place, "to", n), "nation", nation, checked.nations)
        for slot in _SLOT.findall(inject.text):
            checked.known((*place, "text"), "placeholder", slot, checked.everybody)
        _effects(checked, name)
        _settles(checked, name)


def _effects(checked: Checked, name: str) -> None:
    for n, effect in enumerate(checked.scenario.injects[name].effects):
        place = ("injects", name, "effects", n)
        checked.known((*place, "of"), "nation", effect.of, checked.nations)
        pair = effect.what in ("trust", "hostility")
        if effect.to is not None:
            checked.known((*place, "to"), "nation", effect.to, checked.nations)
        if pair != (effect.to is not None):
            fault = "needs 'to:'" if pair else "takes no 'to:'"
            checked.error(place, "effect", f"'{effect.what}' {fault}", "see the table of effects")
        if (effect.what == "service") != (effect.sector is not None):
            fault = "needs 'sector:'" if effect.sector is None else "takes no 'sector:'"
            checked.error(place, "effect", f"'{effect.what}' {fault}", "see the table of effects")


def _settles(checked: Checked, name: str) -> None:
    incidents = checked.scenario.incidents
    for n, item in enumerate(checked.scenario.injects[name].settles):
        place = ("injects", name, "settles", n)
        incident, _, card = item.partition(".")
        checked.known(place, "incident", incident, incidents)
        if incident in incidents:
            checked.known(place, "evidence", card, incidents[incident].evidence)


CHECKS = (identity, cast, relations, happenings, injects)
