"""Eight screens look as they did when somebody last looked at them and said: so it is right.

pytest tests/golden --accept      take what is shown now as right

Pictures are kept in 32 steps of each colour, which halves their files: a soft sea packs badly.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.screens import gallery
from game.screens.gallery import shown
from game.ui import pictures
from game.ui.settings import Settings
from game.ui.shots import headless, picture

FOLDER = Path(__file__).with_name("pictures")
SIZE = (1280, 720)
SCREENS = (
    "title", "situation_order", "dossier", "trust",
    "negotiation", "resolution", "codex", "aftermath_overview",
)  # fmt: skip
STEP = 8
"""How coarsely colours are kept."""
NEAR = 6
"""How far a colour may be from the accepted one, beyond what keeping it coarsely takes: twice the
most that was measured (3 of 255, in 0.4 % of the pixels) between two ways a processor smooths."""
STRAY = 0.0005
"""The share of pixels that may be further off: a word of small text has more."""

Pixels = NDArray[np.uint8]


@pytest.fixture(autouse=True, scope="module")
def games_anew() -> None:
    """Other tests of the same process may have played on in the gallery's games."""
    gallery.forget()


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_accepted(
    name: str, accept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path / "home"))
    now, path = drawn(name), FOLDER / f"{name}.png"
    if accept:
        path.write_bytes(png(coarse(now)))
    before = loaded(path)
    off = strays(before, now)
    if off.mean() > STRAY:
        kept = tmp_path / f"{name}.png"
        kept.write_bytes(png(compared(before, now, off)))
        pytest.fail(f"{off.sum()} pixels of {name} changed; accepted, shown and what differs: "
                    f"{kept}. If it is right: pytest tests/golden --accept")  # fmt: skip


def test_every_picture_is_of_a_screen_and_small() -> None:
    kept = {path.stem: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert set(kept) == set(SCREENS)
    assert max(kept.values()) < 200_000 and sum(kept.values()) < 1_000_000


def test_a_word_that_changed_is_seen_and_another_processor_is_not() -> None:
    before = drawn("codex")
    other, word = before.copy(), before.copy()
    other[::2] = np.minimum(other[::2], 255 - NEAR) + NEAR
    word[300:312, 400:440] = 255 - word[300:312, 400:440]
    assert strays(coarse(before), other).mean() == 0
    assert strays(coarse(before), word).mean() > STRAY


def test_what_smooths_pictures_on_another_processor_makes_no_difference() -> None:
    here, usual = drawn("situation_order"), pygame.transform.get_smoothscale_backend()
    try:
        pictures.forget()
        pygame.transform.set_smoothscale_backend("GENERIC")
        elsewhere = drawn("situation_order")
    finally:
        pygame.transform.set_smoothscale_backend(usual)
        pictures.forget()
    assert strays(coarse(here), elsewhere).mean() == 0


def drawn(name: str) -> Pixels:
    """A screen as it is shown now, by row, column and colour."""
    app = shown(name, SIZE, Settings(language="en", motion=False))
    drawing = picture(app)
    app.worker.close()
    return pixels(drawing)


def loaded(path: Path) -> Pixels:
    """A picture that was accepted."""
    headless()
    return pixels(pygame.image.load(str(path)))


def pixels(surface: pygame.Surface) -> Pixels:
    return pygame.surfarray.array3d(surface).swapaxes(0, 1)


def coarse(given: Pixels) -> Pixels:
    """The middle of the step that each colour is in."""
    return (given // STEP * STEP + STEP // 2).astype(np.uint8)


def strays(before: Pixels, now: Pixels) -> NDArray[np.bool_]:
    """The pixels whose colour is not the one that was kept."""
    off = np.abs(before.astype(int) - now.astype(int)).max(axis=2)
    return np.asarray(off > STEP // 2 + NEAR)


def compared(before: Pixels, now: Pixels, off: NDArray[np.bool_]) -> Pixels:
    """What was accepted, what is shown, and the shown in grey with what differs in red."""
    grey = now.mean(axis=2, keepdims=True).astype(np.uint8).repeat(3, axis=2) // 2
    grey[off] = (255, 60, 60)
    return np.concatenate([before, now, grey])


def png(given: Pixels) -> bytes:
    """A picture as a file, packed as tightly as its format can without filters."""
    height, width, _ = given.shape
    rows = b"".join(b"\0" + row.tobytes() for row in given)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
