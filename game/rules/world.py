"""The world: every array the rules keep, and who may see it. (Rules 1)

Axis letters, one meaning each in the whole project, worlds always last:

    N nations           S actors (the N nations first, then non-state actors)
    H hypotheses        I incidents         E cards of one incident
    K norms             O organisations     T treaties        C clauses
    Z sectors           Q questions of law  M things asked    L turns until capacity matures
    X capabilities      J objectives        V injects         B worlds

Amounts are float32 on a grid of 1/64, so that sums are exact in any order; facts are int16.
All amounts lie in one flat table, all facts in another, each named array being a window on its
rows: copying, slicing and hashing a world is then one operation each.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.rules.lazy import lazy, plain

if TYPE_CHECKING:
    from game.rules.board import Board

Floats = NDArray[np.float32]
Ints = NDArray[np.int16]
Bools = NDArray[np.bool_]
Index = NDArray[np.intp]
Seeds = NDArray[np.uint64]

NOBODY = -1
"""No actor, nation, incident or hypothesis."""

GRID = 64
"""Amounts are whole multiples of 1/64."""

BELIEF_GRID = 1024
"""Beliefs are whole multiples of 1/1024."""


class Who(Enum):
    """Who may see an array."""

    PUBLIC = "everybody"
    OWNER = "the nation of its first axis"
    PARTY = "both nations of its first two axes"
    KNOWN = "nations that know of the incident of its first axis"
    HIDDEN = "nobody"


@plain
class Sector(IntEnum):
    """The seven sectors of a nation's services."""

    ENERGY = 0
    FINANCE = 1
    HEALTH = 2
    TELECOMS = 3
    TRANSPORT = 4
    GOVERNMENT = 5
    ELECTIONS = 6


@plain
class Skill(IntEnum):
    """The five capabilities of a nation."""

    OFFENCE = 0
    DEFENCE = 1
    FORENSICS = 2
    RESILIENCE = 3
    DIPLOMACY = 4


@plain
class Status(IntEnum):
    """Where an incident stands."""

    AWAITED = 0
    ACTIVE = 1
    OVER = 2


@plain
class Look(IntEnum):
    """What a nation knows of an evidence card."""

    UNSEEN = 0
    FOUND = 1
    ABSENT = 2


@plain
class Promise(IntEnum):
    """What can be asked for or promised."""

    RESTRAINT = 0
    SHARE = 1
    SILENCE = 2
    HELP = 3
    TAKEDOWN = 4
    LEGAL_AID = 5
    EXPLAIN = 6


@plain
class Contested(IntEnum):
    """Questions of law on which nations disagree (domain 3.4)."""

    SOVEREIGNTY = 0
    COUNTERMEASURES = 1
    NOTICE = 2
    COLLECTIVE = 3
    DUE_DILIGENCE = 4
    FORCE = 5
    NEW_TREATY = 6


@plain
class Adoption(IntEnum):
    """How far a nation has taken a norm on."""

    NONE = 0
    ENDORSED = 1
    INTERNALISED = 2


@dataclass(frozen=True)
class Plane:
    """One named array: its shape, range, meaning, and who may see it."""

    name: str
    axes: str
    exact: bool
    low: float
    high: float
    who: Who
    meaning: str


def amount(axes: str, low: float, high: float, who: Who, meaning: str) -> Any:
    """Declare an array of amounts (float32)."""
    return field(metadata={"plane": (axes, False, low, high, who, meaning)})


def fact(axes: str, low: int, high: int, who: Who, meaning: str) -> Any:
    """Declare an array of facts (int16)."""
    return field(metadata={"plane": (axes, True, low, high, who, meaning)})


@dataclass(frozen=True, eq=False)
class World:
    """Worlds of one scenario, side by side; a game for people is a batch of one."""

    board: Board
    turn: int
    seed: Seeds
    amounts: Floats
    facts: Ints

    capital: Floats = amount("N", 0, 100, Who.OWNER, "political capital")
    effort: Floats = amount("N", 0, 100, Who.OWNER, "analyst effort")
    funds: Floats = amount("N", 0, 100, Who.OWNER, "funds")
    capability: Floats = amount("NX", 0, 100, Who.OWNER, "capability; others see bands")
    access: Floats = amount("N", 0, 100, Who.OWNER, "reach of secret sources")
    readiness: Floats = amount("N", 0, 100, Who.OWNER, "alertness of defenders, fades")
    hardening: Floats = amount("NZ", 0, 100, Who.OWNER, "extra protection of a sector")
    maturing: Floats = amount("NXL", 0, 100, Who.OWNER, "capability arriving in L+1 turns")
    service: Floats = amount("NZ", 0, 100, Who.PUBLIC, "service level of a sector")
    support: Floats = amount("N", 0, 100, Who.PUBLIC, "public support of the government")
    anger: Floats = amount("N", 0, 100, Who.PUBLIC, "public anger about attacks")
    standing: Floats = amount("N", 0, 100, Who.PUBLIC, "how far a nation's word is believed")
    security: Floats = amount("N", 0, 100, Who.OWNER, "harm prevented and capacity built")
    deeds: Floats = amount("NN", -100, 200, Who.OWNER, "trust of row in column by deeds alone")
    trust: Floats = amount("NN", 0, 100, Who.OWNER, "trust of row in column: deeds less blame")
    hostility: Floats = amount("NN", 0, 100, Who.OWNER, "hostility of row towards column")
    grievance: Floats = amount("NN", 0, 100, Who.OWNER, "what row holds against column, in blame")
    heat: Floats = amount("NN", 0, 200, Who.PUBLIC, "known hostile acts of row against column")
    probe: Floats = amount("NI", 0, 200, Who.OWNER, "forensic work done on an incident")
    tap: Floats = amount("NI", 0, 200, Who.OWNER, "secret collection done on an incident")
    severity: Floats = amount("I", 0, 10, Who.KNOWN, "severity, DCID scale")
    guilt: Floats = amount("NIS", 0, 1, Who.OWNER, "row's belief that the actor did or ordered it")
    doubt: Floats = amount("NI", 0, 1, Who.OWNER, "row's belief that it was none of the actors")

    status: Ints = fact("I", 0, 2, Who.KNOWN, "Status of the incident")
    kind: Ints = fact("I", -1, 9, Who.KNOWN, "kind of incident")
    victim: Ints = fact("I", -1, 15, Who.KNOWN, "nation hit")
    sector: Ints = fact("I", -1, 6, Who.KNOWN, "sector hit")
    began: Ints = fact("I", -1, 99, Who.KNOWN, "turn it began")
    until: Ints = fact("I", -1, 99, Who.KNOWN, "turn its effect ends")
    culprit: Ints = fact("I", -1, 15, Who.HIDDEN, "the hypothesis that is true")
    framed: Ints = fact("I", -1, 15, Who.HIDDEN, "hypothesis the false flag points at, or NOBODY")
    hindered: Ints = fact("I", 0, 1, Who.KNOWN, "it hit while response teams were at work")
    touched: Ints = fact("IN", 0, 1, Who.KNOWN, "nations it spread to")
    known: Ints = fact("NI", 0, 1, Who.OWNER, "the nation knows of the incident")
    card: Ints = fact("IE", 0, 1, Who.HIDDEN, "the card exists")
    judged: Ints = fact("NI", 0, 1, Who.OWNER, "belief follows the cards held")
    look: Ints = fact("NIE", 0, 2, Who.OWNER, "Look: what the nation knows of the card")
    published: Ints = fact("IE", 0, 1, Who.PUBLIC, "the card has been published")
    ransom: Ints = fact("I", 0, 2, Who.PUBLIC, "1 refused in public, 2 paid")
    inquiry: Ints = fact("I", 0, 99, Who.PUBLIC, "turn an independent report is due, 0 none")
    accused: Ints = fact("NI", -1, 15, Who.PUBLIC, "actor the nation has named, or NOBODY")
    word: Ints = fact("NI", -1, 6, Who.PUBLIC, "words of estimative probability of that claim")
    sure: Ints = fact("NI", 0, 2, Who.PUBLIC, "confidence stated with that claim")
    claimed: Ints = fact("NI", 0, 99, Who.PUBLIC, "turn of that claim")
    condemned: Ints = fact("NI", 0, 99, Who.PUBLIC, "turn the nation condemned it, unnamed")
    answered_for: Ints = fact("NI", 0, 2, Who.PUBLIC, "1 denied, 2 owned up and made good")
    promised: Ints = fact("NNM", 0, 99, Who.PARTY, "last turn of an open promise of row to column")
    kept: Ints = fact("NN", 0, 99, Who.PUBLIC, "promises and treaty duties kept by row to column")
    broken: Ints = fact("NN", 0, 99, Who.PUBLIC, "promises and treaty duties broken")
    asked: Ints = fact("NNM", 0, 99, Who.PARTY, "turn row last asked column for it")
    warned: Ints = fact("NN", 0, 99, Who.PARTY, "last turn of row's warning to column")
    refused: Ints = fact("NN", 0, 99, Who.PARTY, "turn column last refused an offer of row")
    outvoted: Ints = fact("NO", 0, 99, Who.OWNER, "turn a motion of its last fell there")
    pact: Ints = fact("CNN", 0, 9, Who.PUBLIC, "clause level in force between two nations")
    treaty_party: Ints = fact("TN", 0, 1, Who.PUBLIC, "parties of a treaty")
    treaty_level: Ints = fact("TC", 0, 9, Who.PUBLIC, "clause levels of a treaty")
    treaty_since: Ints = fact("T", 0, 99, Who.PUBLIC, "turn signed, 0 for an empty place")
    treaty_until: Ints = fact("T", 0, 99, Who.PUBLIC, "last turn in force")
    struck: Ints = fact("NN", 0, 99, Who.PUBLIC, "turn of row's last open hostile act on column")
    blow: Ints = fact("NN", 0, 99, Who.PUBLIC, "turn of row's last force on column, not in defence")
    suffered: Ints = fact("N", 0, 999, Who.PUBLIC, "hostile acts suffered and noticed")
    replies: Ints = fact("N", 0, 999, Who.PUBLIC, "hostile acts done in answer to one")
    sanction: Ints = fact("NN", 0, 1, Who.PUBLIC, "row has sanctions on column")
    expelled: Ints = fact("NN", 0, 1, Who.PUBLIC, "row has expelled diplomats of column")
    indicted: Ints = fact("NI", 0, 1, Who.PUBLIC, "row has brought charges over the incident")
    insight: Ints = fact("NN", 0, 2, Who.OWNER, "how far collection narrows row's bands on column")
    exploits: Ints = fact("N", 0, 9, Who.OWNER, "vulnerabilities kept secret")
    foothold: Ints = fact("NNZ", 0, 1, Who.OWNER, "row is pre-positioned in column's sector")
    position: Ints = fact("NQ", -1, 2, Who.OWNER, "legal position on a contested question")
    declared: Ints = fact("NQ", -1, 2, Who.PUBLIC, "position published, or NOBODY")
    opened: Ints = fact("NI", 0, 1, Who.PUBLIC, "the nation opened an inquiry at home into it")
    customary: Ints = fact("Q", -1, 2, Who.PUBLIC, "answer that is custom, or NOBODY")
    objects: Ints = fact("NQ", 0, 1, Who.PUBLIC, "it spoke against that custom before it formed")
    countered: Ints = fact("NI", 0, 16, Who.PUBLIC, "nation + 1 it took a countermeasure against")
    norm: Ints = fact("NK", 0, 2, Who.PUBLIC, "Adoption of the norm by the nation")
    cascade: Ints = fact("K", 0, 99, Who.PUBLIC, "turns for which most have adopted the norm")
    laid: Ints = fact("IK", 0, 16, Who.PUBLIC, "actor + 1 at whose door the violation was laid")
    breaches: Ints = fact("NK", 0, 99, Who.PUBLIC, "norm violations laid at its door")
    mending: Ints = fact("N", 0, 99, Who.PUBLIC, "turn in which response teams were last at work")
    founded: Ints = fact("O", 0, 1, Who.PUBLIC, "the organisation exists")
    power_used: Ints = fact("O", 0, 99, Who.PUBLIC, "turn an organisation last used a power")
    measure_due: Ints = fact("O", 0, 99, Who.PUBLIC, "turn a measure takes effect, 0 none")
    measure_power: Ints = fact("O", 0, 11, Who.PUBLIC, "Power of that measure")
    measure_by: Ints = fact("O", -1, 15, Who.PUBLIC, "nation that proposed it")
    measure_incident: Ints = fact("O", -1, 31, Who.PUBLIC, "incident it is about")
    measure_accused: Ints = fact("O", -1, 15, Who.PUBLIC, "actor it names")
    measure_topic: Ints = fact("O", -1, 15, Who.PUBLIC, "nation, norm or question it is about")
    measure_party: Ints = fact("ON", 0, 1, Who.PUBLIC, "members that take part in it")
    strategy: Ints = fact("N", 0, 5, Who.PUBLIC, "steps of a national cyber strategy taken")
    hosted: Ints = fact("N", 0, 99, Who.PUBLIC, "turn in which it last hosted talks")
    aid: Ints = fact("NN", 0, 99, Who.PUBLIC, "times row paid for column's capacity")
    curbed: Ints = fact("S", 0, 99, Who.PUBLIC, "last turn in which the actor is kept down")
    fed: Ints = fact("S", 0, 99, Who.HIDDEN, "ransoms that went to the actor")
    crossed: Ints = fact("N", 0, 99, Who.PUBLIC, "turn a red line of the nation was last crossed")
    stood: Ints = fact("N", 0, 99, Who.PUBLIC, "turn it last answered for one, or failed to")
    withheld: Ints = fact("N", 0, 99, Who.OWNER, "turn in which the nation shares nothing")
    injected: Ints = fact("V", 0, 99, Who.HIDDEN, "turn the inject fired")
    objective: Ints = fact(
        "J", -1, 99, Who.HIDDEN, "turn an objective was met, -1 once out of reach"
    )
    rung: Ints = fact("", 0, 7, Who.PUBLIC, "rung of the world on the ladder")
    peak: Ints = fact("", 0, 7, Who.PUBLIC, "highest rung reached")
    ended: Ints = fact("", 0, 99, Who.PUBLIC, "turn the game ended")
    ending: Ints = fact("", 0, 12, Who.PUBLIC, "how it ended")

    @property
    def worlds(self) -> int:
        """How many worlds lie side by side."""
        return len(self.seed)


def _planes() -> Mapping[str, Plane]:
    found = {}
    for item in fields(World):
        if "plane" in item.metadata:
            found[item.name] = Plane(item.name, *item.metadata["plane"])
    return MappingProxyType(found)


PLANES: Mapping[str, Plane] = _planes()
"""Every array of a world by name."""


@dataclass(frozen=True)
class Window:
    """Where an array lies in its flat table."""

    plane: Plane
    start: int
    shape: tuple[int, ...]

    @lazy
    def stop(self) -> int:
        """The row after the last."""
        return self.start + math.prod(self.shape)

    @lazy
    def strides(self) -> tuple[int, ...]:
        """Rows that one step along each axis skips."""
        return tuple(math.prod(self.shape[axis + 1 :]) for axis in range(len(self.shape)))


def which(mask: Any) -> Index:
    """Places at which a row of truths holds; numpy's own way of asking is three times slower."""
    found: Index = mask.nonzero()[0]
    return found


def once(*columns: Any) -> Index:
    """The first row of each combination of whole numbers from 0 to 63, the world's first."""
    key = columns[0]
    for column in columns[1:]:
        key = key * 64 + column
    first: Index = np.unique(key, return_index=True)[1]
    return first


def windows(sizes: Mapping[str, int]) -> dict[str, Window]:
    """Lay every array into its flat table, in declared order."""
    laid: dict[str, Window] = {}
    ends = {False: 0, True: 0}
    for plane in PLANES.values():
        window = Window(plane, ends[plane.exact], tuple(sizes[axis] for axis in plane.axes))
        laid[plane.name] = window
        ends[plane.exact] = window.stop
    return laid


def heights(laid: Mapping[str, Window]) -> tuple[int, int]:
    """Rows of the table of amounts and of the table of facts."""
    amounts = max(w.stop for w in laid.values() if not w.plane.exact)
    return amounts, max(w.stop for w in laid.values() if w.plane.exact)


def hold(board: Board, turn: int, seed: Seeds, amounts: Floats, facts: Ints) -> World:
    """Make a world over two flat tables; its named arrays are read-only windows."""
    count = seed.shape[0]
    tables: dict[bool, Any] = {False: amounts.view(), True: facts.view()}
    for table in tables.values():
        table.flags.writeable = False
    named = {
        name: tables[w.plane.exact][w.start : w.stop].reshape((*w.shape, count))
        for name, w in board.windows.items()
    }
    return World(board, turn, seed, amounts, facts, **named)


def copy(world: World, turn: int | None = None) -> World:
    """The same worlds in tables of their own."""
    now = world.turn if turn is None else turn
    return hold(world.board, now, world.seed, world.amounts.copy(), world.facts.copy())


def pick(world: World, chosen: Any) -> World:
    """Some of the worlds, in the order given."""
    amounts = np.ascontiguousarray(world.amounts[:, chosen])
    facts = np.ascontiguousarray(world.facts[:, chosen])
    return hold(world.board, world.turn, world.seed[chosen], amounts, facts)


def digest(world: World, index: int = 0) -> str:
    """A hash of everything in one world, the same on every machine.

    A world that has ended keeps its hash while others of its batch go on.
    """
    maker = hashlib.blake2b(digest_size=16)
    turn = world.ended[index] if world.ended[index] else world.turn
    maker.update(np.int64(turn).astype("<i8").tobytes())
    maker.update(world.amounts[:, index].astype("<f4").tobytes())
    maker.update(world.facts[:, index].astype("<i2").tobytes())
    return maker.hexdigest()
