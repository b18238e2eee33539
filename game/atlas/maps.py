"""The map of a scenario: the real one for real nations, an invented one for all others."""

from __future__ import annotations

from dataclasses import replace

from game.atlas import real
from game.atlas.codes import code_of
from game.atlas.geometry import Box, Geometry, Territory, around
from game.atlas.invent import invented
from game.atlas.projection import net
from game.atlas.seats import Seat, islands_in
from game.scenario.model import Nation, Scenario


def map_of(scenario: Scenario) -> Geometry:
    """The map a scenario is played on; every scenario has one, and always the same."""
    codes = codes_of(scenario)
    made = _real(scenario, codes) if codes else _invented(scenario)
    return replace(made, theatre=_theatre(scenario, made))


def _theatre(scenario: Scenario, made: Geometry) -> Box:
    """Around the nations that incidents hit; the focus where that is no closer."""
    hit = {each.victim for each in scenario.incidents.values()}
    points = [made.nations[id].capital for id in sorted(hit)]
    return around(points, 45.0 if made.real else 110.0)


def codes_of(scenario: Scenario) -> dict[str, str]:
    """The country of each nation; empty unless events are real and every nation is one."""
    if not scenario.real:
        return {}
    found = {
        id: code_of(id, each.short or each.written, each.written)
        for id, each in scenario.nations.items()
    }
    known = {id: code for id, code in found.items() if code}
    sound = len(known) == len(found) and len(set(known.values())) == len(known)
    return known if sound else {}


def _real(scenario: Scenario, codes: dict[str, str]) -> Geometry:
    by_code = {each.code: each for each in real.countries() if each.code}
    nations = {id: _named(by_code[codes[id]], id, each) for id, each in scenario.nations.items()}
    taken = set(codes.values())
    others = tuple(each for each in real.countries() if each.code not in taken)
    focus = around([each.capital for each in nations.values()], 60.0)
    return Geometry(scenario.id, real.FRAME, nations, others, net(), True, real.NOTE, focus)


def _named(land: Territory, id: str, nation: Nation) -> Territory:
    return replace(land, id=id, name=nation.short or nation.name)


def _invented(scenario: Scenario) -> Geometry:
    seats = tuple(
        Seat(
            id,
            each.short or each.name,
            each.power,
            tuple(each.allies),
            islands_in(each.written),
        )
        for id, each in scenario.nations.items()
    )
    return invented(scenario.id, seats)
