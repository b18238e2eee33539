"""Soft light: blurring, and shades turned into surfaces."""

from __future__ import annotations

from typing import Any

import numpy as np
import pygame
from pygame import Surface

from game.ui.map.ground import Shade
from game.ui.theme import Colour


def blurred(shade: Shade, reach: float) -> Shade:
    """A shade spread over about `reach` pixels, worked out on a coarser grid where that will do."""
    step = max(1, min(8, int(reach / 3)))
    small = _coarser(shade, step)
    width = max(1, round(reach / step / 2))
    for _ in range(3):
        for axis in (0, 1):
            small = _boxed(small, width, axis)
    return _finer(small, step, shade.shape)


def _coarser(shade: Shade, step: int) -> Shade:
    columns, rows = -(-shade.shape[0] // step), -(-shade.shape[1] // step)
    spare = ((0, columns * step - shade.shape[0]), (0, rows * step - shade.shape[1]))
    padded = np.pad(shade, spare, mode="edge")
    small: Shade = padded.reshape(columns, step, rows, step).mean(axis=(1, 3))
    return small


def _boxed(shade: Shade, width: int, axis: int) -> Shade:
    pad = [(0, 0), (0, 0)]
    pad[axis] = (width + 1, width)
    sums = np.cumsum(np.pad(shade, pad, mode="edge"), axis=axis, dtype=np.float64)
    high = np.take(sums, range(2 * width + 1, sums.shape[axis]), axis)
    low = np.take(sums, range(sums.shape[axis] - 2 * width - 1), axis)
    return ((high - low) / (2 * width + 1)).astype(np.float32)


def _finer(small: Shade, step: int, shape: tuple[int, ...]) -> Shade:
    if step == 1:
        return small
    grown = pygame.transform.smoothscale(
        grey(small), (small.shape[0] * step, small.shape[1] * step)
    )
    values = pygame.surfarray.pixels_red(grown)[: shape[0], : shape[1]]
    return values.astype(np.float32) / np.float32(255)


def grey(shade: Shade) -> Surface:
    """A shade as a surface to multiply others with."""
    values = (np.clip(shade, 0, 1) * 255 + 0.5).astype(np.uint8)
    return pygame.surfarray.make_surface(np.repeat(values[:, :, None], 3, axis=2))


def tinted(shade: Shade, colour: Colour) -> Surface:
    """One colour, as opaque as the shade says."""
    made = Surface(shade.shape[:2], pygame.SRCALPHA)
    made.fill(colour)
    alpha: Any = pygame.surfarray.pixels_alpha(made)
    alpha[:] = (np.clip(shade, 0, 1) * 255 + 0.5).astype(np.uint8)
    del alpha
    return made


def toned(shade: Shade, low: Colour, high: Colour) -> Surface:
    """From one colour to another as the shade says."""
    share = np.clip(shade, 0, 1)
    values = np.empty((*shade.shape, 3), np.uint8)
    for band, (start, end) in enumerate(zip(low, high, strict=True)):
        values[:, :, band] = start + share * np.float32(end - start) + np.float32(0.5)
    return pygame.surfarray.make_surface(values)
