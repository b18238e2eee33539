"""Words that conditions may use, and how each is read from a world.

Every reader gives one value for each world, shape [B]. Conditions read public and own facts;
the truth is read at the end only.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.rules import escalation
from game.rules.clauses import EVIDENCE_SHARING
from game.rules.world import Status, World
from game.scenario.conditions import Word


def _relation(name: str) -> Any:
    return lambda world, setup, a, b: getattr(world, name)[a, b]


def _of(name: str) -> Any:
    return lambda world, setup, a: getattr(world, name)[a]


def _ever(name: str) -> Any:
    return lambda world, setup, a, b: getattr(world, name)[a, b] > 0


def _status(*wanted: Status) -> Any:
    return lambda world, setup, incident: np.isin(world.status[incident], [int(s) for s in wanted])


def _accusers(world: World, setup: Any, incident: int, actor: int) -> Any:
    return (world.accused[:, incident] == actor).sum(axis=0)


def _bound_by(world: World, setup: Any, clause: int) -> Any:
    return (world.pact[clause] > 0).any(axis=1).sum(axis=0)


def _guilty(world: World, setup: Any, actor: int, incident: int) -> Any:
    chosen = np.maximum(world.culprit[incident], 0)
    return world.board.blames[incident, chosen, actor]


def _retaliation(world: World, setup: Any) -> Any:
    return escalation.retaliation_number(world.replies, world.suffered, world.board.ally)


VOCABULARY: tuple[Word, ...] = (
    Word("turn", (), "number", "the turn", lambda w, s: np.full(w.worlds, w.turn)),
    Word("rung", (), "number", "rung of the world, 0 calm to 7 digital war", lambda w, s: w.rung),
    Word("peak", (), "number", "highest rung so far", lambda w, s: w.peak),
    Word("retaliation", (), "number", "the retaliation number", _retaliation),
    Word(
        "trust",
        ("nation", "nation"),
        "number",
        "trust of the first in the second, 0 to 100",
        _relation("trust"),
    ),
    Word(
        "hostility",
        ("nation", "nation"),
        "number",
        "hostility of the first to the second",
        _relation("hostility"),
    ),
    Word(
        "heat",
        ("nation", "nation"),
        "number",
        "known hostile acts of the first on the second",
        _relation("heat"),
    ),
    Word("support", ("nation",), "number", "public support, 0 to 100", _of("support")),
    Word("anger", ("nation",), "number", "public anger, 0 to 100", _of("anger")),
    Word("standing", ("nation",), "number", "standing, 0 to 100", _of("standing")),
    Word("capital", ("nation",), "number", "political capital", _of("capital")),
    Word(
        "service",
        ("nation", "sector"),
        "number",
        "service level, 0 to 100",
        lambda w, s, n, z: w.service[n, z],
    ),
    Word(
        "belief",
        ("nation", "incident", "actor"),
        "number",
        "what the nation believes, 0 to 1",
        lambda w, s, n, i, a: w.guilt[n, i, a],
    ),
    Word("accusers", ("incident", "actor"), "number", "nations that name the actor", _accusers),
    Word(
        "condemners",
        ("incident",),
        "number",
        "nations that condemned the incident",
        lambda w, s, i: w.condemned[:, i].sum(axis=0),
    ),
    Word("bound_by", ("clause",), "number", "nations bound by a lasting clause", _bound_by),
    Word("kept", ("nation",), "number", "promises kept", lambda w, s, n: w.kept[n].sum(axis=0)),
    Word(
        "broken",
        ("nation",),
        "number",
        "promises and treaties broken",
        lambda w, s, n: w.broken[n].sum(axis=0),
    ),
    Word("active", ("incident",), "truth", "the incident is going on", _status(Status.ACTIVE)),
    Word("over", ("incident",), "truth", "the incident has ended", _status(Status.OVER)),
    Word(
        "begun",
        ("incident",),
        "truth",
        "the incident has begun",
        _status(Status.ACTIVE, Status.OVER),
    ),
    Word(
        "named",
        ("incident", "actor"),
        "truth",
        "somebody names the actor in public",
        lambda w, s, i, a: _accusers(w, s, i, a) > 0,
    ),
    Word(
        "accuses",
        ("nation", "incident", "actor"),
        "truth",
        "the nation names the actor",
        lambda w, s, n, i, a: w.accused[n, i] == a,
    ),
    Word(
        "condemned",
        ("nation", "incident"),
        "truth",
        "the nation condemned the incident",
        lambda w, s, n, i: w.condemned[n, i] > 0,
    ),
    Word(
        "bound",
        ("nation", "nation", "clause"),
        "truth",
        "a clause binds the two",
        lambda w, s, a, b, c: w.pact[c, a, b] > 0,
    ),
    Word(
        "shared",
        ("nation", "nation"),
        "truth",
        "the two have an evidence-sharing treaty",
        lambda w, s, a, b: w.pact[EVIDENCE_SHARING, a, b] > 0,
    ),
    Word(
        "sanctioned",
        ("nation", "nation"),
        "truth",
        "the first has sanctions on the second",
        _ever("sanction"),
    ),
    Word(
        "expelled",
        ("nation", "nation"),
        "truth",
        "the first expelled diplomats of the second",
        _ever("expelled"),
    ),
    Word(
        "struck",
        ("nation", "nation"),
        "truth",
        "the first ever struck the second openly",
        _ever("struck"),
    ),
    Word(
        "denied",
        ("nation", "incident"),
        "truth",
        "the nation denied having done it",
        lambda w, s, n, i: w.answered_for[n, i] == 1,
    ),
    Word(
        "owned_up",
        ("nation", "incident"),
        "truth",
        "the nation owned up and made good",
        lambda w, s, n, i: w.answered_for[n, i] == 2,
    ),
    Word(
        "fired", ("inject",), "truth", "the inject has happened", lambda w, s, v: w.injected[v] > 0
    ),
    Word(
        "guilty",
        ("actor", "incident"),
        "truth",
        "the actor did it or ordered it",
        _guilty,
        only_at_end=True,
    ),
)
"""Every word, in the order of the manual."""
