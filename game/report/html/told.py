"""A game that is over, as the after-action reads it: everything, the hidden truth included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.language import _
from game.match import HUMAN, Match
from game.report import words
from game.report.cases import Case, every_case
from game.report.judgement import as_victim, ideal, judges
from game.report.news import Story, turn_told
from game.report.story import place
from game.rules.evidence import posterior
from game.rules.world import NOBODY, Floats, World


@dataclass(frozen=True)
class Told:
    """Something that happened in a turn, and which nations saw it then."""

    turn: int
    kind: str
    text: str
    why: tuple[str, ...]
    weight: float
    seen: tuple[int, ...]


@dataclass(frozen=True)
class Game:
    """A match that is over, with what every section asks of it worked out once."""

    match: Match

    @cached_property
    def last(self) -> World:
        """The world at the end."""
        return self.match.worlds[-1]

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """Turns that were played."""
        return tuple(range(1, len(self.match.worlds)))

    @cached_property
    def moments(self) -> tuple[int, ...]:
        """The start, and the end of every turn."""
        return (0, *self.turns)

    @cached_property
    def rungs(self) -> tuple[float, ...]:
        """The rung of the world at the start and after each turn."""
        return tuple(float(self.match.worlds[t].rung[0]) for t in self.moments)

    @cached_property
    def nations(self) -> range:
        """All nations, by number."""
        return range(self.match.board.nations)

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Nations that people led."""
        return tuple(n for n in self.nations if self.match.players[n] == HUMAN)

    def quiet(self, case: Case) -> bool:
        """Whether it is of a kind that nobody but a lucky victim notices."""
        return bool(self.match.board.kinds.quiet[int(case.world.kind[case.place, 0])])

    def written(self, case: Case) -> bool:
        """Whether the scenario wrote it; the others are operations ordered in play."""
        return case.place < self.match.board.scripted

    def name(self, actor: int) -> str:
        """Short name of a nation or actor."""
        return words.nation(self.match, actor)

    def listed(self, nations: Sequence[int]) -> str:
        """Names of nations in a sentence."""
        return words.listed([self.name(n) for n in nations])

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Incidents that took place, in the order in which they began."""
        return every_case(self.match)

    def case_in(self, place: int, turn: int) -> Case | None:
        """The case that stood in a place in a turn, if any."""
        began = (case for case in self.cases if case.place == place and case.began <= turn)
        return max(began, default=None)

    def title(self, case: Case) -> str:
        """Title of an incident."""
        return words.case_title(self.match, case.world, case.place)

    def titled(self, place: int, turn: int) -> str:
        """Title of the case that stood in a place in a turn; of none it is empty."""
        case = self.case_in(place, turn)
        return "" if case is None else self.title(case)

    def culprit(self, case: Case) -> int:
        """The hypothesis that is true."""
        return int(case.world.culprit[case.place, 0])

    def framed(self, case: Case) -> int:
        """The hypothesis that planted traces point at, or NOBODY."""
        return int(case.world.framed[case.place, 0])

    def hypothesis(self, case: Case, number: int) -> str:
        """A possible truth in words."""
        return _("nobody") if number == NOBODY else words.hypothesis(self.match, case.place, number)

    def guilty(self, case: Case) -> tuple[int, ...]:
        """Nations that did it or ordered it."""
        blamed = self.match.board.blames[case.place, self.culprit(case), : len(self.nations)]
        return tuple(np.flatnonzero(blamed).tolist())

    def blames(self, case: Case, actor: int) -> bool:
        """Whether an actor, a nation or not, did it or ordered it."""
        return bool(self.match.board.blames[case.place, self.culprit(case), actor])

    def judges(self, case: Case, turn: int) -> tuple[int, ...]:
        """Nations that knew of the case, and could judge it, in the morning of a turn."""
        return judges(self.match, case, turn)

    def last_judged(self, case: Case) -> int:
        """The last turn in which anybody could judge it; the last of all if nobody ever could."""
        known = (turn for turn in self.turns if self.judges(case, turn))
        return max(known, default=self.turns[-1])

    @cached_property
    def beliefs(self) -> dict[tuple[int, int, Case], Floats]:
        """What analysts believed in the morning: by turn, nation and incident. Values [H]"""
        found: dict[tuple[int, int, Case], Floats] = {}
        for turn in self.turns:
            rows = [(n, case) for case in self.cases for n in self.judges(case, turn)]
            if rows:
                nation, incident = np.array([(n, case.place) for n, case in rows]).T
                morning = self.match.mornings[turn - 1]
                chances = posterior(morning, nation, incident, np.zeros_like(nation))
                found |= {(turn, *row): chances[:, k] for k, row in enumerate(rows)}
        return found

    def held(self, case: Case, turn: int) -> dict[int, Floats]:
        """What analysts believed in the morning of a turn, of those that had no part in it. [H]"""
        judged, guilty = self.judges(case, turn), self.guilty(case)
        return {n: self.beliefs[turn, n, case] for n in judged if n not in guilty}

    def pooled(self, case: Case, turn: int) -> Floats | None:
        """Belief of one who had read, by that morning, every card that anybody had settled. [H]

        None before anybody knew of the case.
        """
        if not self.judges(case, turn):
            return None
        morning = self.match.mornings[turn - 1]
        best = morning.look.max(axis=0)
        return as_victim(morning, case.place, np.broadcast_to(best, morning.look.shape))

    def ideal(self, case: Case) -> Floats:
        """Belief of one who has read every card of the case, found or not. [H]"""
        return ideal(self.match, case)

    @cached_property
    def chronicle(self) -> tuple[tuple[Told, ...], ...]:
        """What happened, turn by turn: what any nation saw, each thing once."""
        return tuple(self._turn_told(turn) for turn in self.turns)

    def _turn_told(self, turn: int) -> tuple[Told, ...]:
        seen: dict[tuple[str, str], list[int]] = {}
        first: dict[tuple[str, str], Story] = {}
        for nation in self.nations:
            for story in turn_told(self.match, nation, turn):
                key = (story.kind, story.text)
                if nation not in seen.setdefault(key, []):
                    seen[key].append(nation)
                if key not in first or (story.why and not first[key].why):
                    first[key] = story
        told = [
            Told(turn, kind, text, first[kind, text].why, first[kind, text].weight, tuple(who))
            for (kind, text), who in seen.items()
        ]
        return tuple(sorted(told, key=lambda t: place(t.kind, t.weight)))
