"""Memory is swept in the player's pauses, once in each, and as usual again after the window."""

from __future__ import annotations

import gc

from pytest import MonkeyPatch

from game.ui.sweep import NEVER, Sweep


def test_everything_is_swept_only_in_pauses_and_once_in_each(monkeypatch: MonkeyPatch) -> None:
    swept: list[bool] = []
    usual = gc.get_threshold()
    with Sweep() as sweep:
        monkeypatch.setattr(gc, "collect", lambda: swept.append(True))
        assert gc.get_threshold() == (*usual[:2], NEVER)
        sweep.paused()
        sweep.paused()
        assert len(swept) == 1
        sweep.played()
        assert len(swept) == 1
        sweep.paused()
        assert len(swept) == 2
    assert gc.get_threshold() == usual
