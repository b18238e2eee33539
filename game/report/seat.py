"""A seat: one nation's place at the table, with what it sees and may name."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.decisions import Names
from game.language import _, current
from game.match import Match
from game.report import lexicon, words
from game.report.dossier import ACTIVE, Dossier, dossiers
from game.report.names import Noun, Unclear, find
from game.rules.action import Options
from game.rules.turn import Question
from game.rules.view import View
from game.rules.world import Status
from game.staff.legality import options_of


@dataclass
class Seat:
    """Whose place it is, and how the game looks from there."""

    match: Match
    nation: int
    _dossiers: tuple[object, list[Dossier]] | None = field(default=None, init=False)
    _options: tuple[Question | None, Options] | None = field(default=None, init=False)

    @property
    def id(self) -> str:
        """The nation's id."""
        return self.match.setup.nations[self.nation]

    @property
    def name(self) -> str:
        """The nation's short name."""
        return words.nation(self.match, self.nation)

    @property
    def seen(self) -> View:
        """What the nation sees now."""
        return self.match.view(self.nation)

    @property
    def names(self) -> Names:
        """Names and numbers of everything, for decisions."""
        return self.match.names

    @property
    def options(self) -> Options:
        """What stands against each option of each action; kept as long as the question is open."""
        question = self.match.question
        if self._options is None or self._options[0] is not question:
            self._options = (question, options_of(self.seen))
        return self._options[1]

    @property
    def dossiers(self) -> list[Dossier]:
        """Every case the nation knows of, as it heard of them: numbers stay the same.

        The place of an old operation may be taken by a new one, which is another case.
        """
        match = self.match
        now = (match.question, match.turn, match.over, tuple(match.stated), current())
        if self._dossiers is None or self._dossiers[0] != now:
            self._dossiers = (now, self._made())
        return self._dossiers[1]

    def _made(self) -> list[Dossier]:
        """The dossiers anew, in the order in which the nation heard of the cases."""
        heard = _heard(self.match, self.nation)
        known = dossiers(self.match, self.nation)
        return sorted(known, key=lambda d: (heard[d.incident], d.began, d.id))

    @property
    def open_cases(self) -> list[Dossier]:
        """Cases still worth a decision: going on, or begun lately."""
        lately = self.match.turn - 4
        return [d for d in self.dossiers if d.status == ACTIVE or d.began > lately]

    def others(self) -> list[Noun]:
        """The other nations."""
        return lexicon.nations(self.match, self.nation)

    def own(self) -> Noun:
        """The nation itself."""
        return next(n for n in lexicon.nations(self.match) if n.id == self.id)

    def actors(self) -> list[Noun]:
        """Everybody else who can be named for something."""
        return lexicon.actors(self.match, self.nation)

    def proxies(self) -> list[Noun]:
        """Groups whose hand the nation can use for an operation."""
        public = self.seen.public
        hands = public.hand[-1][public.sponsor[-1] == self.nation].tolist()
        ids = {self.names.ids("actor")[hand] for hand in hands if hand >= self.match.board.nations}
        return [noun for noun in self.actors() if noun.id in ids]

    def incidents(self) -> list[Noun]:
        """The cases the nation knows of."""
        return lexicon.incidents(self.dossiers)

    def dossier(self, text: str) -> Dossier:
        """The dossier a text names; if there is only one, an empty text will do. Raises Unclear."""
        cases = self.dossiers
        if not cases:
            raise Unclear(_("there is no case yet"))
        if not text and len(cases) == 1:
            return cases[0]
        if not text:
            said = _("say which case: a number from 1 to {n}, or part of its title")
            raise Unclear(said.format(n=len(cases)))
        wanted = find(text, lexicon.incidents(cases), _("case")).id
        return next(case for case in cases if case.id == wanted)

    def label(self, kind: str, id_: str) -> str:
        """The name of a nation, actor or incident."""
        if kind == "incident":
            return next((d.title for d in self.dossiers if d.id == id_), id_)
        return words.nation(self.match, self.names.number("actor", id_))


def _heard(match: Match, nation: int) -> list[int]:
    """When a nation first knew of each incident, in half turns: by dawn, or later that day.

    It is worked out from what was, so that a game loaded again numbers its cases as before.
    """
    moments = [match.worlds[0]]
    for played, morning in enumerate(match.mornings, start=1):
        moments += [morning, match.world_at(played)]
    now = match.world
    first = np.full(len(now.began), len(moments))
    for moment in range(len(moments) - 1, -1, -1):
        was = moments[moment]
        knew = (was.known[nation, :, 0] > 0) & (was.status[:, 0] != Status.AWAITED)
        first[knew & (was.began[:, 0] == now.began[:, 0])] = moment
    return [int(moment) for moment in first]
