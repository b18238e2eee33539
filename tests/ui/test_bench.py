"""The bench of the window measures what it says; how fast it is depends on the machine."""

from __future__ import annotations

from game.ui import bench
from game.ui.bench import frames, trials


def test_a_share_of_times_lies_below() -> None:
    assert frames.most([n / 1000 for n in range(1, 101)]) == 96.0
    assert frames.most([0.002]) == 2.0


def test_nothing_is_painted_of_a_screen_that_is_left_alone_and_all_of_one_drawn_anew() -> None:
    stage = frames.shown(frames.PIECES["credits"])
    painted = stage.app.canvas.painted
    stage.unchanged()
    stage.moving()
    assert stage.app.canvas.painted == painted
    for act in (stage.redraw, stage.input, stage.change):
        act()
        painted += 1
        assert stage.app.canvas.painted == painted
    stage.app.worker.close()


def test_every_measure_is_told_beside_what_is_allowed() -> None:
    each = {key: {"clock": 4.25, "work": 3.5} for key in frames.MEASURES}
    said = {
        "start": {"seconds": 0.8}, "idle": {"percent": 0.6, "frames": 0},
        "motion": {"percent": 2.2, "frames": 230}, "undo": {"clock": 22.0, "work": 18.0},
        "memory": {"window": 250.0, "helper": 90.0, "most": 400.0},
    }  # fmt: skip
    assert set(said) == set(trials.TRIALS)
    text = "\n".join(bench.lines({"screens": {"title": each}, **said}))
    assert "4.2 (3.5)" in text and "allowed" in text
    for told in ("0.80 s (allowed 1.2)", "0.6 %", "22.0 ms", "250.0 MB, and 90.0"):
        assert told in text
