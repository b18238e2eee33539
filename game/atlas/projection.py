"""The Robinson projection, turned so that the map is cut in the Bering Strait."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.atlas.geometry import WIDTH, Points

MIDDLE = 11.0
"""The meridian in the middle: the cut falls where hardly anybody lives."""

NORTH, SOUTH = 84.0, -57.0
"""Latitudes of the frame; Antarctica has no seat in any scenario."""

# A. H. Robinson, "A New Map Projection: Its Development and Characteristics" (1974), every 5
# degrees from the equator: length of the parallel, and its distance from the equator.
_LENGTH = (
    *(1.0, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962),
    *(0.8679, 0.835, 0.7986, 0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322),
)
_DISTANCE = (
    *(0.0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571),
    *(0.6176, 0.6769, 0.7346, 0.7903, 0.8435, 0.8936, 0.9394, 0.9761, 1.0),
)
_STEPS = np.arange(19) * 5.0
_TALL = 1.3523 / (2 * np.pi * 0.8487)


def project(lon: NDArray[Any], lat: NDArray[Any]) -> Points:
    """Map units of places; longitudes are not wrapped, so that no ring is torn."""
    x = (lon - MIDDLE) / 360 * np.interp(np.abs(lat), _STEPS, _LENGTH) + 0.5
    y = _height(NORTH) - _height(lat)
    return np.stack([x * WIDTH, y * WIDTH], axis=-1).astype(np.float32)


def wrapped(lon: NDArray[Any]) -> NDArray[Any]:
    """Longitudes on the sheet of the map."""
    return (lon - MIDDLE + 180) % 360 - 180 + MIDDLE


def bottom() -> float:
    """Map units from the top of the frame to its bottom."""
    return float(_height(NORTH) - _height(SOUTH)) * WIDTH


def net(south: float = -60.0, step: float = 15.0) -> tuple[Points, ...]:
    """Meridians and parallels, from a latitude in the south on."""
    lats = np.linspace(south, 89, 76)
    lons = np.linspace(MIDDLE - 180, MIDDLE + 180, 91)
    meridians = np.arange(-180, 181, step) + MIDDLE
    parallels = np.arange(-75, 90, step)
    parallels = parallels[parallels >= south]
    return (
        *(project(np.full_like(lats, each), lats) for each in meridians),
        *(project(lons, np.full_like(lons, each)) for each in parallels),
    )


def _height(lat: Any) -> Any:
    return np.sign(lat) * np.interp(np.abs(lat), _STEPS, _DISTANCE) * _TALL
