"""How long a design unit is in this window, for this reader."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ui.node import em

DESIGN = (1920, 1080)
LEAST_SCALE = 5 / 6
"""A smaller window shows less, not smaller: below this scale text is too small to read."""
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

    @property
    def scale(self) -> float:
        """Pixels to a design unit."""
        fit = min(self.width / DESIGN[0], self.height / DESIGN[1])
        return max(LEAST_SCALE, fit) * self.ui_scale

    def px(self, length: float) -> int:
        """A length in pixels; not nothing if it was something."""
        if isinstance(length, em):
            return round(float(length) * self.font_px(BODY))
        pixels = round(length * self.scale)
        return 1 if not pixels and length > 0 else pixels

    def font_px(self, size: float) -> int:
        """The size of a font in pixels."""
        return max(8, round(size * self.scale * self.text_scale))

    @property
    def target(self) -> int:
        """Pixels that a thing to be hit is wide and high at least."""
        return max(LEAST_TARGET, round(TARGET * self.scale))

    @property
    def room(self) -> tuple[float, float]:
        """Width and height in design units of text: what decides how much a screen shows."""
        unit = self.scale * self.text_scale
        return self.width / unit, self.height / unit
