"""Maps as geometry: which scenario has which, and that every one is sound."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.atlas.codes import code_of
from game.atlas.geometry import Geometry, Ring
from game.atlas.invent import invented
from game.atlas.maps import codes_of, map_of
from game.atlas.noise import chance
from game.atlas.projection import project
from game.atlas.real import countries
from game.atlas.seats import Seat
from game.atlas.simplify import weigh
from tests.atlas.scenes import ALL, INVENTED, REAL, scenario

ROOT = Path(__file__).resolve().parents[2]
SIXTEEN = tuple(
    Seat(f"n{i}", f"N{i}", 0.1 + 0.06 * i, (f"n{i ^ 1}",) if i < 8 else (), islands=i == 9)
    for i in range(16)
)

TOO_SMALL = {"PN"}
"""Islands with a capital that the source has no outline of."""


def points(geometry: Geometry, count: int) -> list[tuple[float, float]]:
    left, top, right, bottom = geometry.box
    return [
        (left + chance("x", i) * (right - left), top + chance("y", i) * (bottom - top))
        for i in range(count)
    ]


@pytest.mark.parametrize("name", REAL)
def test_real_events_are_played_on_the_real_world(name: str) -> None:
    geometry = map_of(scenario(name))
    assert geometry.real and "disputed" in geometry.note
    assert list(geometry.nations) == list(scenario(name).nations)
    assert {each.code for each in geometry.nations.values()} == set(
        codes_of(scenario(name)).values()
    )
    assert not {each.code for each in geometry.others} & set(codes_of(scenario(name)).values())


@pytest.mark.parametrize("name", INVENTED)
def test_invented_nations_never_lie_on_real_countries(name: str) -> None:
    geometry = map_of(scenario(name))
    assert not geometry.real
    assert not any(each.code for each in geometry.land())


def test_a_real_name_in_an_invented_scenario_gets_an_invented_country() -> None:
    made = scenario("estonia_2007").model_copy(update={"real": False})
    assert codes_of(made) == {} and not map_of(made).real


def test_a_scenario_with_one_nation_nobody_knows_is_not_half_real() -> None:
    old = scenario("estonia_2007")
    stranger = old.nations["latvia"].model_copy(update={"name": "Atlantis", "short": None})
    nations = {**{k: v for k, v in old.nations.items() if k != "latvia"}, "atlantis": stranger}
    assert codes_of(old.model_copy(update={"nations": nations})) == {}


@pytest.mark.parametrize("name", ALL)
def test_capitals_and_names_lie_on_the_land_of_their_nation(name: str) -> None:
    geometry = map_of(scenario(name))
    for id, each in geometry.nations.items():
        assert geometry.at(each.label) == id
        near = [
            (each.capital[0] + dx, each.capital[1] + dy)
            for dx in (-0.4, 0, 0.4)
            for dy in (-0.4, 0, 0.4)
        ]
        assert id in [geometry.at(spot) for spot in near]


@pytest.mark.parametrize("name", [*ALL, "sixteen"])
def test_no_point_belongs_to_two_nations(name: str) -> None:
    geometry = invented("sixteen", SIXTEEN) if name == "sixteen" else map_of(scenario(name))
    land = [(each, [s.outline.box for s in each.shapes]) for each in geometry.land()]
    held = 0
    for x, y in points(geometry, 1200):
        owners = [
            each.id or each.name
            for each, boxes in land
            if any(a <= x <= c and b <= y <= d for a, b, c, d in boxes) and each.holds((x, y))
        ]
        assert len(owners) <= 1, (x, y, owners)
        held += len(owners)
    assert 0.15 < held / 1200 < 0.75


@pytest.mark.parametrize("name", [*INVENTED, "sixteen"])
def test_an_invented_world_is_sized_by_power(name: str) -> None:
    if name == "sixteen":
        seats, geometry = SIXTEEN, invented(name, SIXTEEN)
        power = {each.id: each.power for each in seats if not each.islands}
    else:
        geometry = map_of(scenario(name))
        power = {
            id: each.power
            for id, each in scenario(name).nations.items()
            if "Islands" not in each.name
        }
    area = {id: geometry.nations[id].area for id in power}
    both = np.corrcoef(list(power.values()), list(area.values()))[0, 1]
    assert both > 0.6
    assert min(each.area for each in geometry.nations.values()) > 500


def test_allies_lie_closer_than_others() -> None:
    geometry = invented("sixteen", SIXTEEN)
    spots = {id: np.array(each.label) for id, each in geometry.nations.items()}
    allied = [(a.id, b) for a in SIXTEEN for b in a.allies]
    every = list(itertools.combinations(spots, 2))

    def mean(pairs: list[tuple[str, str]]) -> float:
        return float(np.mean([np.abs(spots[a] - spots[b]).sum() for a, b in pairs]))

    assert mean(allied) < 0.6 * mean(every)


def test_an_invented_world_is_the_same_every_time_and_another_for_another_scenario() -> None:
    seats = SIXTEEN[:6]
    first = invented("a", seats)
    invented.cache_clear()
    again, other = invented("a", seats), invented("b", seats)
    assert first is not again and _bytes(first) == _bytes(again) != _bytes(other)


def _bytes(geometry: Geometry) -> bytes:
    rings = [s.outline for each in geometry.land() for s in each.shapes]
    return b"".join(ring.points.tobytes() for ring in rings)


def test_neighbours_share_their_border_point_for_point() -> None:
    geometry = invented("sixteen", SIXTEEN)
    owners: dict[tuple[float, float], set[str]] = {}
    for each in geometry.land():
        for shape in each.shapes:
            for ring in (shape.outline, *shape.holes):
                for x, y in ring.points.tolist():
                    owners.setdefault((x, y), set()).add(each.id)
    shared = sum(len(each) > 1 for each in owners.values())
    assert shared > 500


def test_every_capital_on_the_atlas_lies_in_its_country_or_off_its_coast() -> None:
    known = [each for each in countries() if each.code]
    assert len(known) > 225
    for each in known:
        if not each.holds(each.capital) and each.code not in TOO_SMALL:
            gaps = [
                np.abs(s.outline.points - np.array(each.capital)).max(axis=1).min()
                for s in each.shapes
            ]
            assert min(gaps) < 1.3, each.name


def test_crimea_is_drawn_as_the_general_assembly_has_it() -> None:
    x, y = project(np.array([34.2]), np.array([45.2]))[0].tolist()
    owners = [each.code for each in countries() if each.holds((x, y))]
    assert owners == ["UA"]


def test_robinson_is_as_published() -> None:
    lats = np.array([0.0, 45.0, 80.0])
    x = project(np.full(3, 191.0), lats)[:, 0] - 500
    assert x / 500 == pytest.approx([1.0, 0.8962, 0.6213], abs=1e-4)
    y = project(np.full(3, 11.0), lats)[:, 1]
    assert (y[0] - y[1]) / (y[0] - y[2]) == pytest.approx(0.5571 / 0.9394, abs=1e-4)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("united_states", "US"),
        ("UK", "GB"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Côte d'Ivoire", "CI"),
        ("south_korea", "KR"),
        ("Türkiye", "TR"),
        ("Dorvane", None),
    ],
)
def test_countries_go_by_many_names(name: str, code: str | None) -> None:
    assert code_of(name) == code


def test_a_coarse_line_keeps_its_ends_and_its_far_corner() -> None:
    line = np.array([(0, 0), (1, 0.01), (2, 0), (3, 5), (4, 0)], np.float32)
    weights = weigh(line)
    assert weights[0] == weights[-1] == 255
    assert weights[3] > weights[1]
    assert len(Ring(line, weights).coarse(0.5)) < len(line) == len(Ring(line, weights).coarse(50))


def test_maps_need_no_pygame() -> None:
    words = "import sys; sys.modules['pygame'] = None; import game.atlas.maps, game.atlas.build"
    subprocess.run([sys.executable, "-c", words], check=True, cwd=ROOT)
