"""How long a design unit is in this window, for this reader."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.node import em

DESIGN = (1920, 1080)
LEAST_SCALE = 5 / 6
"""A smaller window shows less, not smaller: below this scale text is too small to read."""
LEAST_ROOM = (600, 370)
"""Units of text a window keeps, however large its interface is wished: what one panel needs."""
LEAST_SPACE = (880, 540)
"""Units a window keeps beside texts: buttons and margins must not fill it, either."""
TARGET = 44
LEAST_TARGET = 40
"""Pixels a thing to be hit has at least, whatever the scale."""
BODY = 18


@dataclass
class Metrics:
    """The window, the scales, and where each thing is scrolled to."""

    width: int
    height: int
    ui_scale: float = 1.0
    text_scale: float = 1.0
    rtl: bool = False
    scroll: dict[str, int] = field(default_factory=dict)
    scale: float = field(init=False)  # pixels to a design unit
    target: int = field(init=False)  # pixels that a thing to be hit is wide and high at least
    _pixels: dict[float, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        fit = min(self.width / DESIGN[0], self.height / DESIGN[1])
        usual = max(LEAST_SCALE, fit)
        texts = min(self.width / LEAST_ROOM[0], self.height / LEAST_ROOM[1]) / self.text_scale
        most = min(texts, self.width / LEAST_SPACE[0], self.height / LEAST_SPACE[1])
        self.scale = min(usual * self.ui_scale, max(usual, most))
        self.target = max(LEAST_TARGET, round(TARGET * self.scale))

    def px(self, length: float) -> int:
        """A length in pixels; not nothing if it was something."""
        if isinstance(length, em):
            return round(float(length) * self.font_px(BODY))
        pixels = self._pixels.get(length)
        if pixels is None:
            pixels = round(length * self.scale) or int(length > 0)
            self._pixels[length] = pixels
        return pixels

    def font_px(self, size: float) -> int:
        """The size of a font in pixels."""
        return max(8, round(size * self.scale * self.text_scale))

    @property
    def space(self) -> tuple[float, float]:
        """Width and height in design units: how much there is of it beside all texts."""
        return self.width / self.scale, self.height / self.scale

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in design units of text: what decides how much a screen shows."""
        unit = self.scale * self.text_scale
        return self.width / unit, self.height / unit
