"""Sounds made by code: eight signals and a quiet tone under the game. Each has a twin to be seen.

A signal never tells what is not also shown: `App.say` puts words under it, and the others answer
what the player did, which is seen at once. In class there is none unless it is switched on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.settings import Settings

RATE = 44_100
Wave = NDArray[np.float64]
Note = tuple[float, float, float]
"""A tone: when it starts, how high it is in hertz, how long it lasts."""

SIGNALS: dict[str, tuple[Note, ...]] = {
    "select": ((0, 660, 0.06),),
    "confirm": ((0, 523, 0.09), (0.08, 784, 0.14)),
    "undo": ((0, 587, 0.08), (0.07, 440, 0.12)),
    "warn": ((0, 330, 0.14), (0.17, 330, 0.18)),
    "incident": ((0, 392, 0.12),),
    "turn": ((0, 262, 0.2), (0.1, 330, 0.2), (0.2, 392, 0.35)),
    "deal": ((0, 392, 0.3), (0, 494, 0.3), (0.16, 587, 0.45)),
    "lapse": ((0, 349, 0.16), (0.15, 294, 0.3)),
}
"""The signals, by name. An incident sounds higher and more often the worse it is."""
PAD = ((55.0, 0.5), (82.5, 0.3), (110.3, 0.2), (164.8, 0.12))
"""The tone under the game: frequencies in hertz and their shares."""
PAD_SECONDS = 16


def signal(name: str, severity: int = 1) -> Wave:
    """The wave of a signal, between -1 and 1. Raises KeyError for one there is not."""
    notes = SIGNALS[name]
    if name == "incident":
        notes = tuple((0.15 * i, 392 * 1.12**i, 0.12) for i in range(max(1, min(4, severity))))
    end = max(start + long for start, _, long in notes)
    wave = np.zeros(round(RATE * (end + 0.05)))
    for start, pitch, long in notes:
        tone = _tone(pitch, long)
        at = round(RATE * start)
        wave[at : at + len(tone)] += tone
    return wave / max(1.0, float(np.abs(wave).max()))


def _tone(pitch: float, seconds: float) -> Wave:
    """A soft bell: two partials that swell fast and fade out."""
    time = np.arange(round(RATE * seconds)) / RATE
    swell = np.minimum(1.0, time / 0.008) * np.exp(-3.5 * time / seconds)
    fade = np.minimum(1.0, (seconds - time) / 0.015)
    turn = 2 * np.pi * pitch * time
    body = np.sin(turn) + 0.25 * np.sin(2 * turn) * np.exp(-8 * time)
    return np.asarray(0.6 * body * swell * fade)


def pad() -> Wave:
    """The tone under the game; its end fits its beginning, so that it can go round."""
    time = np.arange(RATE * PAD_SECONDS) / RATE
    wave = np.zeros(len(time))
    for number, (pitch, share) in enumerate(PAD):
        whole = round(pitch * PAD_SECONDS) / PAD_SECONDS  # whole turns in the loop
        breath = 0.7 + 0.3 * np.sin(2 * np.pi * (number + 1) * time / PAD_SECONDS + number)
        wave += share * breath * np.sin(2 * np.pi * whole * time)
    return np.asarray(wave / np.abs(wave).max())


def samples(wave: Wave, mono: bool) -> NDArray[np.int16]:
    """A wave for both ears: a little to the left and right of each other, unless in mono."""
    late = wave if mono else np.roll(wave, 12)
    both = np.stack([wave, late], axis=1)
    return np.ascontiguousarray((both * 32_000).astype(np.int16))


@dataclass
class Sounds:
    """Plays signals at the volumes that are set. Where there is no loudspeaker, it is silent."""

    settings: Settings
    _made: dict[tuple[str, int, bool], Any] = field(default_factory=dict)
    _pad: Any = None
    _open: bool | None = None

    def cue(self, name: str, severity: int = 1) -> bool:
        """Play a signal; whether it could be heard."""
        volume = self._volume("effects")
        if not volume or not self._ready():
            return False
        key = (name, severity if name == "incident" else 1, self.settings.mono)
        if key not in self._made:
            wave = samples(signal(name, severity), self.settings.mono)
            self._made[key] = pygame.sndarray.make_sound(wave)
        self._made[key].set_volume(volume)
        self._made[key].play()
        return True

    def ambience(self) -> bool:
        """Start, stop, or turn the tone under the game as it is set; whether it sounds."""
        volume = self._volume("ambience")
        if not volume or not self._ready():
            if self._pad is not None:
                self._pad.fadeout(400)
                self._pad = None
            return False
        if self._pad is None:
            self._pad = pygame.sndarray.make_sound(samples(0.5 * pad(), self.settings.mono))
            self._pad.play(loops=-1, fade_ms=2000)
        self._pad.set_volume(volume)
        return True

    def _volume(self, which: str) -> float:
        if not self.settings.sound:
            return 0.0
        return float(self.settings.master * getattr(self.settings, which)) / 10_000

    def _ready(self) -> bool:
        if self._open is None:
            try:
                pygame.mixer.init(RATE, -16, 2, 512)
                self._open = True
            except pygame.error:
                self._open = False
        return self._open
