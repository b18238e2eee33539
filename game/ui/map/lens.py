"""Lenses: what the colour of a nation says, and the key to read it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.language import _, _p
from game.scenario.model import Scenario
from game.ui.map.scene import Fill
from game.ui.theme import DARK, LIGHT, Colour, Theme

LENSES = ("alliance", "trust", "exposure", "incidents", "heat")


@dataclass(frozen=True)
class Key:
    """One line of a legend."""

    fill: Fill
    label: str


def blocs_of(scenario: Scenario) -> dict[str, int]:
    """The bloc of each nation, from 0, the strongest first; -1 for those without an ally.

    A bloc is who can be reached from ally to ally. Where there are hues to spare, nations that
    stand alone get one of their own, the most powerful first.
    """
    groups = _groups(scenario)
    groups.sort(
        key=lambda group: (len(group) < 2, -sum(scenario.nations[id].power for id in group))
    )
    allied = sum(len(group) > 1 for group in groups)
    hues = max(allied, 5) if allied < 3 else allied
    return {id: i if i < hues else -1 for i, group in enumerate(groups) for id in group}


def alliance(blocs: Mapping[str, int], rivals: frozenset[str], theme: Theme) -> dict[str, Fill]:
    """Who stands with whom; rivals of the viewer are hatched."""
    most = len(theme.blocs) - 1
    return {
        id: Fill(theme.blocs[bloc if 0 <= bloc < most else most], id in rivals)
        for id, bloc in blocs.items()
    }


def trust(levels: Mapping[str, float | None], theme: Theme) -> dict[str, Fill]:
    """How far each nation trusts the viewer, 0 to 100; None is the viewer, or not known."""
    return {
        id: Fill(theme.accent2 if level is None else blend(theme.trust, level / 100))
        if level is None
        else Fill(blend(theme.trust, level / 100), level < 30, f"{level:.0f}")
        for id, level in levels.items()
    }


def exposure(services: Mapping[str, float | None], theme: Theme) -> dict[str, Fill]:
    """How much of its services each nation has left, 0 to 100."""
    severity = ramp(theme)
    steps = (severity[3], severity[2], severity[1], DARK.good if theme == LIGHT else theme.good)
    return {
        id: Fill(theme.blocs[-1])
        if level is None
        else Fill(blend(steps, max(0.0, (level - 40) / 60)), level < 60, f"{level:.0f} %")
        for id, level in services.items()
    }


def incidents(worst: Mapping[str, int], theme: Theme) -> dict[str, Fill]:
    """The worst open incident of each nation, 1 to 4; 0 is none."""
    return {
        id: Fill(ramp(theme)[min(level, 4) - 1], level >= 4) if level else Fill(calm(theme))
        for id, level in worst.items()
    }


def heat(shares: Mapping[str, float], theme: Theme) -> dict[str, Fill]:
    """Any amount from 0 to 1: the more, the hotter."""
    steps = (calm(theme), *ramp(theme)[1:])
    return {id: Fill(blend(steps, share), share > 0.85) for id, share in shares.items()}


def legend(lens: str, theme: Theme, blocs: Mapping[str, Fill] | None = None) -> tuple[Key, ...]:
    """How to read a lens; for alliances from the names and fills of the blocs."""
    if lens == "alliance":
        return tuple(Key(fill, name) for name, fill in (blocs or {}).items())
    if lens == "trust":
        words = (_("distrust"), "", _("neutral"), "", _("trust"))
        return tuple(
            Key(Fill(c, i == 0), w) for i, (c, w) in enumerate(zip(theme.trust, words, strict=True))
        )
    if lens == "exposure":
        fills = exposure({"a": 100.0, "b": 75.0, "c": 50.0}, theme)
        services = (_("services whole"), _("strained"), _("failing"))
        return tuple(Key(fills[id], word) for id, word in zip("abc", services, strict=True))
    if lens == "incidents":
        fills = incidents({str(i): i for i in range(5)}, theme)
        words = (_p("incidents", "none"), _("low"), _("guarded"), _("high"), _("severe"))
        return tuple(Key(fills[str(i)], word) for i, word in enumerate(words))
    fills = heat({"a": 0.0, "b": 0.5, "c": 1.0}, theme)
    amounts = (_("little"), _("some"), _("much"))
    return tuple(Key(fills[id], word) for id, word in zip("abc", amounts, strict=True))


def ramp(theme: Theme) -> tuple[Colour, ...]:
    """Severities as land: those of the light theme are made for ink, and too dark for that."""
    return DARK.severity if theme == LIGHT else theme.severity


def calm(theme: Theme) -> Colour:
    """Land where nothing is the matter."""
    return mixed(theme.blocs[-1], theme.accent2, 0.35)


def blend(steps: tuple[Colour, ...], share: float) -> Colour:
    """A colour along a scale, by a share from 0 to 1."""
    at = min(max(share, 0.0), 1.0) * (len(steps) - 1)
    low = min(int(at), len(steps) - 2)
    return mixed(steps[low], steps[low + 1], at - low)


def mixed(a: Colour, b: Colour, share: float) -> Colour:
    """A colour between two."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def _groups(scenario: Scenario) -> list[list[str]]:
    head = {id: id for id in scenario.nations}

    def top(id: str) -> str:
        return id if head[id] == id else top(head[id])

    for id, nation in scenario.nations.items():
        for ally in nation.allies:
            head[top(ally)] = top(id)
    tops = dict.fromkeys(top(id) for id in scenario.nations)
    return [[id for id in scenario.nations if top(id) == each] for each in tops]
