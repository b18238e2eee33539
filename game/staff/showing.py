"""Evidence that is news to another nation: one found it, and it is neither public nor shared."""

from __future__ import annotations

import numpy as np

from game.report.dossier import Dossier
from game.report.seat import Seat
from game.report.story import rows_of
from game.rules.happenings import What
from game.rules.world import Look


def news_to(seat: Seat, dossier: Dossier, nation: int) -> bool:
    """Whether one found something of a case that another nation need not know already."""
    seen, incident = seat.seen, dossier.incident
    found = seen.look[0, incident, :, 0] == Look.FOUND
    told = seen.published[incident, :, 0] > 0
    between = {seat.nation, nation}
    for log in seat.match.logs[dossier.began - 1 :]:
        for rows, row in rows_of(log, What.SHARED, seat.nation):
            if rows.incident[row] == incident and {rows.actor[row], rows.target[row]} == between:
                told[int(rows.a[row])] = True
    return bool(np.any(found & ~told))
