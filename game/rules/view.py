"""The view: all that a nation may see, and the only door out of the rules. (Rules 10)

A view has a row for each of some seats (axis V) and a column for each world. What a nation owns
it sees exactly; of others it sees what is public, and bands. Nothing hidden is in here: not who
did it, not which cards exist, not the dice. An AI is given all its seats at once and must never
mix rows; a test shuffles the other rows to see that it does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from game.rules import params as p
from game.rules.board import Board, Public
from game.rules.escalation import pair_rungs, retaliation_number
from game.rules.world import NOBODY, PLANES, Floats, Ints, Plane, Who, World


def seat(meaning: str) -> Any:
    """Declare an array with a row for each seat."""
    return field(metadata={"row": True, "meaning": meaning})


def common(meaning: str) -> Any:
    """Declare an array that is the same for all seats."""
    return field(metadata={"row": False, "meaning": meaning})


@dataclass(eq=False)  # not frozen: that costs as much as all its bands
class View:
    """What some seats see. V seats, the other letters as in world.py."""

    seats: Ints  # [V] the nations whose rows these are
    turn: int
    public: Public

    capital: Floats = seat("[V, B]")
    effort: Floats = seat("[V, B]")
    funds: Floats = seat("[V, B]")
    capability: Floats = seat("[V, X, B] own")
    access: Floats = seat("[V, B]")
    readiness: Floats = seat("[V, B]")
    hardening: Floats = seat("[V, Z, B]")
    maturing: Floats = seat("[V, X, L, B]")
    security: Floats = seat("[V, B]")
    deeds: Floats = seat("[V, N, B]")
    trust: Floats = seat("[V, N, B] own trust in each")
    hostility: Floats = seat("[V, N, B] own hostility to each")
    grievance: Floats = seat("[V, N, B]")
    probe: Floats = seat("[V, I, B]")
    tap: Floats = seat("[V, I, B]")
    guilt: Floats = seat("[V, I, S, B] own belief")
    doubt: Floats = seat("[V, I, B]")
    known: Ints = seat("[V, I, B]")
    look: Ints = seat("[V, I, E, B]")
    insight: Ints = seat("[V, N, B]")
    exploits: Ints = seat("[V, B]")
    foothold: Ints = seat("[V, N, Z, B]")
    position: Ints = seat("[V, Q, B] own view of the law, published or not")

    promised: Ints = seat("[V, N, M, B] what I promised")
    promised_me: Ints = seat("[V, N, M, B] what was promised to me")
    asked: Ints = seat("[V, N, M, B] what I asked for")
    asked_me: Ints = seat("[V, N, M, B] what I was asked for")
    warned: Ints = seat("[V, N, B]")
    warned_me: Ints = seat("[V, N, B]")
    refused: Ints = seat("[V, N, B] when each last refused me")
    refused_by_me: Ints = seat("[V, N, B]")
    outvoted: Ints = seat("[V, O, B]")

    status: Ints = seat("[V, I, B] of incidents known, else NOBODY")
    kind: Ints = seat("[V, I, B]")
    victim: Ints = seat("[V, I, B]")
    sector: Ints = seat("[V, I, B]")
    began: Ints = seat("[V, I, B]")
    until: Ints = seat("[V, I, B]")
    hindered: Ints = seat("[V, I, B]")
    severity: Floats = seat("[V, I, B] 0 where unknown")

    trust_in_me: Floats = seat("[V, N, B] middle of a band")
    hostility_to_me: Floats = seat("[V, N, B] middle of a band")
    capability_of: Floats = seat("[V, N, X, B] middle of a band")

    service: Floats = common("[N, Z, B]")
    support: Floats = common("[N, B]")
    anger: Floats = common("[N, B]")
    standing: Floats = common("[N, B]")
    heat: Floats = common("[N, N, B]")
    published: Ints = common("[I, E, B]")
    ransom: Ints = common("[I, B]")
    inquiry: Ints = common("[I, B]")
    accused: Ints = common("[N, I, B]")
    word: Ints = common("[N, I, B]")
    sure: Ints = common("[N, I, B]")
    claimed: Ints = common("[N, I, B]")
    condemned: Ints = common("[N, I, B]")
    answered_for: Ints = common("[N, I, B]")
    kept: Ints = common("[N, N, B]")
    broken: Ints = common("[N, N, B]")
    pact: Ints = common("[C, N, N, B]")
    treaty_party: Ints = common("[T, N, B]")
    treaty_level: Ints = common("[T, C, B]")
    treaty_since: Ints = common("[T, B]")
    treaty_until: Ints = common("[T, B]")
    struck: Ints = common("[N, N, B]")
    blow: Ints = common("[N, N, B]")
    suffered: Ints = common("[N, B]")
    replies: Ints = common("[N, B]")
    sanction: Ints = common("[N, N, B]")
    expelled: Ints = common("[N, N, B]")
    indicted: Ints = common("[N, I, B]")
    declared: Ints = common("[N, Q, B] published positions, NOBODY where none")
    opened: Ints = common("[N, I, B]")
    customary: Ints = common("[Q, B] answer that is custom, or NOBODY")
    objects: Ints = common("[N, Q, B]")
    countered: Ints = common("[N, I, B]")
    norm: Ints = common("[N, K, B]")
    cascade: Ints = common("[K, B]")
    laid: Ints = common("[I, K, B]")
    breaches: Ints = common("[N, K, B]")
    mending: Ints = common("[N, B]")
    founded: Ints = common("[O, B]")
    power_used: Ints = common("[O, B]")
    measure_due: Ints = common("[O, B]")
    measure_power: Ints = common("[O, B]")
    measure_by: Ints = common("[O, B]")
    measure_incident: Ints = common("[O, B]")
    measure_accused: Ints = common("[O, B]")
    measure_topic: Ints = common("[O, B]")
    measure_party: Ints = common("[O, N, B]")
    strategy: Ints = common("[N, B]")
    hosted: Ints = common("[N, B]")
    aid: Ints = common("[N, N, B]")
    curbed: Ints = common("[S, B]")
    crossed: Ints = common("[N, B] turn a red line of the nation was last crossed")
    stood: Ints = common("[N, B] turn it last answered for one, or failed to")
    rung: Ints = common("[B]")
    peak: Ints = common("[B]")
    ended: Ints = common("[B]")
    ending: Ints = common("[B]")
    rungs: Ints = common("[N, N, B] rung of each pair")
    retaliation: Floats = common("[B] the retaliation number, from the public record")

    @property
    def worlds(self) -> int:
        """How many worlds lie side by side."""
        return len(self.rung)


_EVERY = tuple(f for f in fields(View) if "row" in f.metadata)
_ROWS = frozenset(f.name for f in _EVERY if f.metadata["row"])
_FIELDS = tuple(f.name for f in _EVERY)
_MASKED = ("status", "kind", "victim", "sector", "began", "until", "hindered")
_TURNED = {
    "promised_me": "promised",
    "asked_me": "asked",
    "warned_me": "warned",
    "refused_by_me": "refused",
}
_PLAIN = tuple(f.name for f in _EVERY if f.name in PLANES and f.name not in (*_MASKED, "severity"))


def views(world: World) -> View:
    """What every nation sees, a row each."""
    seen: dict[str, Any] = {name: getattr(world, name) for name in _PLAIN}
    seen |= {name: getattr(world, other).swapaxes(0, 1) for name, other in _TURNED.items()}
    known = world.known != 0
    for name in _MASKED:
        seen[name] = np.where(known, getattr(world, name), np.int16(NOBODY))
    seen["severity"] = world.severity * known
    seen["trust_in_me"] = _band(world.trust.swapaxes(0, 1), world.insight)
    seen["hostility_to_me"] = _band(world.hostility.swapaxes(0, 1), world.insight)
    seen["capability_of"] = _band(world.capability, world.insight[:, :, None])
    seen["rungs"] = pair_rungs(world.heat)
    seen["retaliation"] = retaliation_number(world.replies, world.suffered, world.board.ally)
    return View(_numbers(world.board), world.turn, world.board.public, **seen)


def view(world: World, nation: int, index: int | None = None) -> View:
    """What one nation sees, of all worlds or of one."""
    return narrow(views(world), nation, index)


def narrow(wide: View, row: int, index: int | None = None) -> View:
    """One seat's row of a view, of all worlds or of one, in arrays of its own."""
    worlds = slice(None) if index is None else slice(index, index + 1)
    rows = slice(row, row + 1)
    seen = {}
    for name in _FIELDS:
        values = getattr(wide, name)
        values = values[rows] if name in _ROWS else values
        seen[name] = np.array(values[..., worlds])
    return View(wide.seats[rows], wide.turn, wide.public, **seen)


def rows_of(seen: View) -> dict[str, Any]:
    """The arrays of a view by name, for tests and files."""
    return {f.name: getattr(seen, f.name) for f in _EVERY}


def turned() -> dict[str, str]:
    """Arrays of a view that hold what others hold towards the seat, and the arrays they turn."""
    return _TURNED


def hidden_planes() -> tuple[Plane, ...]:
    """Arrays that no view may tell of."""
    return tuple(plane for plane in PLANES.values() if plane.who is Who.HIDDEN)


def _band(values: Floats, insight: Ints) -> Floats:
    """The middle of the band a value lies in; collection makes bands narrower. (Rules 10.2)"""
    width = _WIDTHS[insight]
    step = np.minimum(np.floor(values / width), np.rint(100 / width) - 1)
    middle: Floats = (step + np.float32(0.5)) * width
    return middle


_WIDTHS: Floats = np.array(p.BANDS, np.float32)


def _numbers(board: Board) -> Ints:
    return np.arange(board.nations, dtype=np.int16)
