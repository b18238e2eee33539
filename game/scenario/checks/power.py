"""Power and those without it: emerging nations are weak, groups have targets and patrons."""

from __future__ import annotations

from game.scenario.checks.base import Checked

EMERGING = 0.3


def emerging(checked: Checked) -> None:
    """An emerging nation has little weight; the strong are not emerging."""
    for name, nation in checked.scenario.nations.items():
        if nation.emerging and nation.power >= EMERGING:
            strong = f"'{name}' is emerging with power {nation.power:g}"
            hint = f"give it less than {EMERGING:g}, or drop 'emerging:'"
            checked.error(("nations", name, "power"), "not_emerging", strong, hint)


def hazards(checked: Checked) -> None:
    """A group that acts of its own accord hits nations, and not only its host."""
    for name, actor in checked.scenario.actors.items():
        if actor.hazard is None:
            continue
        place = ("actors", name, "hazard", "targets")
        for n, target in enumerate(actor.hazard.targets):
            checked.known((*place, n), "nation", target, checked.nations)
        if set(actor.hazard.targets) == {actor.home}:
            alone = f"'{name}' hits nobody but its own host"
            checked.warning(place, "own_host", alone, "add a nation that could complain")


def sponsors(checked: Checked) -> None:
    """A sponsor in a hypothesis is one of those said to have used the group."""
    actors = checked.scenario.actors
    for name, incident in checked.scenario.incidents.items():
        for key, given in incident.hypotheses.items():
            place = ("incidents", name, "hypotheses", key, "sponsor")
            if given.sponsor is None:
                continue
            if given.hand == given.sponsor:
                checked.error(place, "itself", "it would sponsor itself", "drop 'sponsor:'")
            elif given.hand in actors and given.sponsor not in actors[given.hand].patrons:
                stranger = f"'{given.sponsor}' is not a patron of '{given.hand}'"
                hint = f"add it to the patrons of '{given.hand}', so that players can think of it"
                checked.warning(place, "not_a_patron", stranger, hint)


CHECKS = (emerging, hazards, sponsors)
