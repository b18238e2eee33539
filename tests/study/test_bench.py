"""What bench measures of whole games; speeds themselves are no test."""

import numpy as np

from game.rules.board import Systems
from game.study import bench_games


def test_whole_games_are_measured() -> None:
    told: list[str] = []
    found = bench_games.measure(told.append, played=12, workers=1, share=4)
    games = found["games"]
    assert games["seconds_for_10000"] > games["seconds"] > 0
    assert set(games["share_of_system"]) == set(vars(Systems()))
    assert all(np.isfinite(share) for share in games["share_of_system"].values())
    assert found["forecast_256_ms"] > 0 and len(told) == 2
