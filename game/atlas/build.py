"""Build the map of the real world, by hand, when its source changes.

    python -m game.atlas.build countries-50m.json assets/map

The source is countries-50m.json of the npm package world-atlas. `assets/map/countries.csv` lists
code, number, name and capital of each country; what is not listed there stays on the map as land
without a name.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from game.atlas.geometry import Ring, Shape, Territory
from game.atlas.projection import bottom, project, wrapped
from game.atlas.real import GRAIN
from game.atlas.room import roomiest
from game.atlas.topojson import Arc, arcs_of, rings_of


def main(source: Path, folder: Path) -> None:
    """Write the atlas."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    with (folder / "countries.csv").open(encoding="utf-8", newline="") as file:
        known = {row["number"]: row for row in csv.DictReader(file)}
    arcs, land = arcs_of(topology), []
    for raw in topology["objects"]["countries"]["geometries"]:
        land += list(territory(raw, arcs, known.pop(raw.get("id", ""), None)))
    land = moved(land)
    np.savez_compressed(folder / "world.npz", allow_pickle=False, **packed(land))


def territory(raw: Any, arcs: list[Arc], row: dict[str, str] | None) -> Iterator[Territory]:
    """The land of one feature, if any of it lies in the frame."""
    polygons = raw["arcs"] if raw["type"] == "MultiPolygon" else [raw["arcs"]]
    shapes = [_shape(rings_of(each, arcs)) for each in polygons]
    shapes = [each for each in shapes if each.outline.box[1] < bottom()]
    shapes.sort(key=lambda each: -abs(each.outline.area))
    if not shapes or raw["properties"]["name"] == "Antarctica":
        return
    label = roomiest(shapes[0])
    plain = Territory("", raw["properties"]["name"], tuple(shapes), label, label)
    yield plain if row is None else _named(plain, row)


def _named(plain: Territory, row: dict[str, str]) -> Territory:
    lon, lat = wrapped(np.array([float(row["lon"])])), np.array([float(row["lat"])])
    at = project(lon, lat)[0]
    capital = (float(at[0]), float(at[1]))
    placed = replace(plain, id=row["code"], code=row["code"], name=row["name"], capital=capital)
    return replace(placed, label=roomiest(placed.main))


MOVED = ((34.2, 45.2, "RU", "UA"),)
"""Land at a place that belongs to another on this map: Crimea, as resolution 68/262 has it."""


def moved(land: list[Territory]) -> list[Territory]:
    """The territories with the pieces in MOVED where the United Nations count them."""
    by_code = {each.code: i for i, each in enumerate(land) if each.code}
    land = list(land)
    for lon, lat, old, new in MOVED:
        x, y = project(np.array([lon]), np.array([lat]))[0].tolist()
        giver, taker = land[by_code[old]], land[by_code[new]]
        piece = next(each for each in giver.shapes if each.holds((x, y)))
        rest = tuple(each for each in giver.shapes if each is not piece)
        land[by_code[old]] = replace(giver, shapes=rest)
        land[by_code[new]] = replace(taker, shapes=(*taker.shapes, piece))
    return land


def packed(land: list[Territory]) -> dict[str, Any]:
    """The territories as a few flat arrays."""
    rings = [
        (country, shape, hole, ring)
        for country, each in enumerate(land)
        for shape, piece in enumerate(each.shapes)
        for hole, ring in enumerate((piece.outline, *piece.holes))
    ]
    spots = np.array([(*each.capital, *each.label) for each in land], dtype=np.float32)
    return {
        "codes": np.array([each.code for each in land]),
        "names": np.array([each.name for each in land]),
        "spots": spots,
        "rings": np.array([(c, s, h, len(ring.points)) for c, s, h, ring in rings], np.int32),
        "steps": _steps([ring for *_, ring in rings]),
        "weights": np.concatenate([ring.weights for *_, ring in rings]),
    }


def _steps(rings: list[Ring]) -> Any:
    """Points as differences within each ring, which pack well."""
    whole = [np.rint(ring.points * GRAIN).astype(np.int32) for ring in rings]
    return np.concatenate([np.diff(each, axis=0, prepend=0) for each in whole])


def _shape(rings: tuple[Ring, ...]) -> Shape:
    return Shape(rings[0], rings[1:])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
