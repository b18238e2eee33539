"""What a new game is to be: scenario, seats, level, seed, and who plays the others."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from game.match import HUMAN, new_match, usual_players
from game.screens.before.catalogue import TUTORIAL, Listed
from game.screens.play.session import Session

MOST_SEED = 999_999


def a_seed() -> int:
    """A seed nobody chose."""
    return secrets.randbelow(MOST_SEED + 1)


@dataclass
class Choice:
    """A game about to begin."""

    listed: Listed
    seats: list[str] = field(default_factory=list)
    level: str = ""
    seed: int | None = field(default_factory=a_seed)  # None: any, while another is written
    several: bool = False  # people at one computer
    sandbox: bool = False  # any doctrine for the others, and nothing enters the notebook
    doctrines: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seats = self.seats or [next(iter(self.listed.scenario.nations))]
        self.level = self.level or self.listed.scenario.level

    @property
    def tutored(self) -> bool:
        """The coach goes along: the tutorial at guided level, alone."""
        alone = len(self.seats) == 1 and not self.sandbox
        return self.listed.id == TUTORIAL and self.level == "guided" and alone

    def sit(self, nation: str) -> None:
        """Take a seat; with several people, one more, or give it back. One is always taken."""
        if not self.several:
            self.seats = [nation]
        elif nation not in self.seats:
            order = list(self.listed.scenario.nations)
            self.seats = sorted([*self.seats, nation], key=order.index)
        elif len(self.seats) > 1:
            self.seats.remove(nation)

    def share(self, several: bool) -> None:
        """Whether several people play at this computer."""
        self.several = several
        self.seats = self.seats if several else self.seats[:1]

    def players(self) -> list[str]:
        """Who plays each nation."""
        given = dict(self.doctrines) if self.sandbox else {}
        return usual_players(self.listed.scenario, given | dict.fromkeys(self.seats, HUMAN))

    def session(self, keep: bool = True) -> Session:
        """The game itself. Raises OSError if it cannot be saved."""
        scenario, text = self.listed.scenario, self.listed.text
        seed = a_seed() if self.seed is None else self.seed
        match = new_match(scenario, text, seed, self.players())
        return Session(match, self.level, keep=keep)
