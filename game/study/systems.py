"""The systems on the board, and what each is there to move: a table."""

from __future__ import annotations

from dataclasses import dataclass

LABELS = {
    "adopted": "share of nations that hold a norm",
    "all_cost_mean": "standing an accuser loses by a claim",
    "all_delay_mean": "turns from incident to claim",
    "disagreement": "share of readings that differ",
    "innocents": "nations punished by one that blames them wrongly",
    "joint_bite_mean": "standing the named loses",
    "joint_claims": "claims made together",
    "joint_cost_mean": "standing it costs each",
    "joint_delay_mean": "turns since the incident",
    "measures": "measures organisations carried out",
    "operations": "covert operations begun in play",
    "peak_heat": "highest heat between two nations",
    "right": "turns in which a right accusation stood",
    "right_share": "share of accusations that are right",
    "standing": "mean standing at the end",
    "trust": "mean trust at the end",
    "violations": "violations laid at somebody's door",
    "weak_forensics": "forensics of weak nations at the end",
    "weak_harm": "services weak nations lost, summed over turns",
    "wrong": "turns in which a wrong one stood",
    "wrong_blame": "share of suspicion that falls on innocents",
}
"""Gauges that systems move, in words."""


@dataclass(frozen=True)
class Outcome:
    """A figure a system moves: its gauge, and whether it is more (1) or less (-1) with it."""

    gauge: str
    way: int
    against: str = ""  # another gauge of the same games, instead of games on another board

    @property
    def label(self) -> str:
        """The gauge in words."""
        return LABELS[self.gauge]


@dataclass(frozen=True)
class System:
    """Something on the board, and the change of a board that takes it off or puts it on."""

    id: str
    about: str
    change: str  # a name of games.BOARD_CHANGES or WORLD_CHANGES; empty if none is needed
    outcomes: tuple[Outcome, ...]  # the named one first
    adds: bool = False  # the change puts the system on; otherwise it takes it off


def _more(gauge: str, than: str = "") -> Outcome:
    return Outcome(gauge, 1, than)


def _less(gauge: str, than: str = "") -> Outcome:
    return Outcome(gauge, -1, than)


SYSTEMS = (
    System(
        "legal_gaps",
        "norms and published positions narrow the grey zone: the last turn against the first",
        "",
        (_less("disagreement", than="disagreement_before"),),
    ),
    System(
        "one_voice",
        "joint claims against lone ones of the same games",
        "",
        (
            _less("joint_cost_mean", than="lone_cost_mean"),
            _more("joint_delay_mean", than="lone_delay_mean"),
            _more("joint_bite_mean", than="lone_bite_mean"),
        ),
    ),
    System(
        "norms",
        "restraints and duties, their spread, and what breaking them costs",
        "no_norms",
        (_more("violations"), _more("adopted"), _less("trust")),
    ),
    System(
        "law",
        "what a legal reading of an act costs, now and in hindsight",
        "no_law",
        (_less("standing"), _less("trust")),
    ),
    System(
        "organisations",
        "their powers under their rules",
        "no_organisations",
        (_more("measures"), _more("weak_forensics"), _more("trust")),
    ),
    System(
        "treaties",
        "whatever nations sign",
        "no_treaties",
        (_more("trust"), _less("peak_heat"), _less("operations")),
    ),
    System(
        "capacity",
        "what training, aid and strategy build",
        "no_capacity",
        (_more("weak_forensics"), _less("weak_harm")),
    ),
    System(
        "joint",
        "speaking and sanctioning with one voice",
        "no_joint",
        (_less("all_cost_mean"), _more("all_delay_mean"), _more("joint_claims")),
    ),
    System(
        "doubt",
        "nobody is told who did it",
        "no_doubt",
        (_less("right"), _more("wrong"), _more("innocents")),
    ),
    System(
        "forensics_aid",
        "everybody's forensics raised by 25",
        "forensics_aid",
        (_more("right"), _less("wrong_blame")),
        adds=True,
    ),
    System(
        "false_flags",
        "traces planted to frame others",
        "no_false_flags",
        (_less("right"), _less("right_share"), _more("innocents")),
    ),
)
