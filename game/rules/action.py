"""What an action is. The actions themselves are in game/actions, one file each. (Rules 9)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any

from game.rules import params as p
from game.rules.lazy import plain, quick
from game.rules.world import Floats, Index, Ints, Promise, World

if TYPE_CHECKING:
    from game.rules.changes import Changes
    from game.rules.happenings import Log
    from game.rules.incidents import Operations
    from game.rules.orders import Orders
    from game.rules.reading import Reading
    from game.rules.view import View


@quick
class Stage(IntEnum):
    """Stages of a resolution, in order; within one, everybody acts on the same world."""

    PROTECT = 0
    INVESTIGATE = 1
    SPEAK = 2
    COOPERATE = 3
    PRESSURE = 4
    COVERT = 5
    FORCE = 6


class Gravity(Enum):
    """Severity class of the escalation index (theory 4), with the heat it adds."""

    CALMING = p.HEAT_CALM
    STATUS_QUO = p.HEAT_STATUS_QUO
    POSTURE = p.HEAT_POSTURE
    NONVIOLENT = p.HEAT_NONVIOLENT
    VIOLENT = p.HEAT_VIOLENT
    WAR = p.HEAT_WAR


@plain
class Feature(IntEnum):
    """What an AI weighs when it chooses; a doctrine is a row of weights over these."""

    PROTECT = 0
    KNOW = 1
    JUSTICE = 2
    VOICE = 3
    BOND = 4
    CALM = 5
    GAIN = 6
    SPITE = 7
    RISK = 8
    HONOUR = 9


class Ground(Enum):
    """On what ground in law an act stands, by which each nation reads it. (Rules 15.3)"""

    FREE = "touches nobody's rights"
    RETORSION = "unfriendly, and always lawful short of treaty duties"
    COUNTERMEASURE = "answers a wrong"
    NECESSITY = "averts a grave peril"
    SELF_DEFENCE = "meets an armed attack"
    OPERATION = "covert: read as the incident it causes"
    BREACH = "breaks a treaty"


class Aim(Enum):
    """What an order is pointed at: the axis over which options are weighed."""

    NOTHING = "nothing"
    NATION = "nation"
    INCIDENT = "incident"
    SECTOR = "sector"


@dataclass(frozen=True)
class Cost:
    """What one step of an action costs."""

    capital: float = 0.0
    effort: float = 0.0
    funds: float = 0.0


@dataclass
class Doing:
    """What an action needs to happen: the world, where to write, and how to tell of it."""

    world: World
    change: Changes
    log: Log
    operations: list[Operations]
    lessons: list[tuple[Index, Index, Index, Index]]  # nation, incident, card, world
    treaties_changed: bool = False  # somebody left one


@dataclass(frozen=True, eq=False)
class Action:
    """One thing a nation may order.

    `refuse(view)` gives for each option 0 or the number (from 1) of the refusal that stands
    against it, shape [V, options, B] or one that broadcasts to it; `appeal(reading)` says how much
    of each feature an AI sees in an option, about 0 to 10; `fill(reading, row, option, world)`
    chooses the other columns.
    """

    id: str
    label: str
    about: str
    stage: Stage
    aim: Aim
    cost: Cost
    gravity: Gravity
    legality: str
    public: bool
    refusals: tuple[str, ...]
    refuse: Callable[[View], Ints]
    resolve: Callable[[Doing, Orders], None]
    appeal: Callable[[Reading], Mapping[Feature, Floats]]
    fill: Callable[[Reading, Index, Index, Index], Mapping[str, Any]] | None = None
    also: tuple[str, ...] = ()  # further columns a person must fill: target, incident, word, cover…
    levels: int = 1
    keeps: Promise | None = None  # the promise that doing this to its target keeps
    tells: str = ""  # sentence for reports: {actor} {target} {incident} {choice} {level}
    hostile: bool = False
    ground: Ground = Ground.FREE
    uses_exploit: bool = False  # one of the vulnerabilities the nation keeps secret

    @property
    def by_level(self) -> bool:
        """Each level costs the price again; what one says, and how surely, costs nothing."""
        return not {"confidence", "answer"} & set(self.also)


@dataclass(frozen=True, eq=False)
class Options:
    """What stands against each option of each action in a view, worked out once and kept."""

    actions: tuple[Action, ...]
    seen: View
    _refused: dict[int, Ints] = field(default_factory=dict)

    def refused(self, action: int) -> Ints:
        """0 where an option is open, else the number of the refusal. [V, options or 1, B]"""
        if action not in self._refused:
            self._refused[action] = self.actions[action].refuse(self.seen)
        return self._refused[action]
