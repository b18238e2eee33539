"""News: what a nation saw happen in a turn, in sentences, with the reasons that were given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.actions import actions
from game.match import Match
from game.players.reasons import why_ordered, why_refused
from game.report import words
from game.report.dossier import STATES
from game.rules.action import Action, Aim
from game.rules.escalation import LADDER
from game.rules.happenings import Happening, Log, What
from game.rules.screening import why_void
from game.rules.talks import PROMISES, Tone, why_void_offer
from game.rules.world import NOBODY, Look, Promise, World

KINDS = ("crisis", "evidence", "talks", "acts", "promises", "ladder", "own", "void")
"""Kinds of story, in the order they are told."""


@dataclass(frozen=True)
class Story:
    """One thing that happened."""

    kind: str
    text: str
    why: tuple[str, ...] = ()
    weight: float = 0.0


def turn_report(match: Match, nation: int, turn: int) -> list[Story]:
    """What a nation saw in a turn that has been played."""
    return _stories(match, nation, match.logs[turn - 1], match.world_at(turn))


def news_now(match: Match, nation: int) -> list[Story]:
    """What a nation has seen so far of the turn being played."""
    return _stories(match, nation, match.logs[-1], match.world) if match.logs else []


def _stories(match: Match, nation: int, log: Log, world: World) -> list[Story]:
    teller = _Teller(match, nation, world)
    stories = [*teller.happenings(log), *teller.talks(log), *teller.orders(log)]
    return sorted(stories, key=lambda story: (KINDS.index(story.kind), -story.weight))


class _Teller:
    """Tells one nation what it may know of one turn."""

    def __init__(self, match: Match, me: int, world: World) -> None:
        self.match = match
        self.me = me
        self.world = world

    def name(self, nation: Any) -> str:
        """A nation's name."""
        return words.nation(self.match, nation)

    def case(self, incident: Any) -> str:
        """An incident's title."""
        return words.case_title(self.match, self.world, incident)

    def happenings(self, log: Log) -> Iterator[Story]:
        """Stories of what the log says this nation saw."""
        for rows in log.rows:
            tell = _TELL.get(rows.what)
            for row in np.flatnonzero((rows.seen >> self.me) & 1).tolist() if tell else ():
                yield from tell(self, rows, row) if tell else ()
        yield from self._findings(log)

    def _findings(self, log: Log) -> Iterator[Story]:
        """What analysts settled, a story for each case."""
        cases: dict[int, list[str]] = {}
        for rows in log.rows:
            if rows.what is not What.FOUND:
                continue
            for row in np.flatnonzero(rows.actor == self.me).tolist():
                incident, card = int(rows.incident[row]), int(rows.a[row])
                text = self.match.setup.cases[incident].findings[card]
                state = STATES[Look.FOUND if rows.b[row] else Look.ABSENT]
                cases.setdefault(incident, []).append(f"{state}: {text}")
        for incident, lines in cases.items():
            text = f"Your analysts report on {self.case(incident)}."
            yield Story("evidence", text, tuple(lines), 5)

    def talks(self, log: Log) -> Iterator[Story]:
        """Proposals this nation was part of, and how they were answered."""
        for offers, answers in log.talks:
            for row in range(len(offers)):
                if offers.party[row, self.me]:
                    yield self._proposal(offers, answers, row)

    def _proposal(self, offers: Any, answers: Any, row: int) -> Story:
        party = np.flatnonzero(offers.party[row, : self.match.board.nations]).tolist()
        proposer = int(offers.actor[row])
        others = words.listed([self.name(n) for n in party if n != proposer])
        verb = "countered to" if offers.counter[row] else "proposed to"
        terms = "; ".join(words.offer_text(self.match, self.world, offers, row))
        mine = np.flatnonzero(answers.offer == row).tolist()
        accepted = {int(answers.actor[n]) for n in mine if answers.accept[n]}
        signed = all(n in accepted for n in party if n != proposer)
        why = [] if signed else list(self._answers(answers, mine))
        end = "Signed." if signed else "Not signed."
        text = f"{self.name(proposer)} {verb} {others}: {terms}. {end}"
        return Story("talks", text, tuple(why), 8 if signed else 4)

    def _answers(self, answers: Any, rows: list[int]) -> Iterator[str]:
        for n in rows:
            who = self.name(answers.actor[n])
            if answers.accept[n]:
                yield f"{who} accepted"
                continue
            why = why_refused(int(answers.reason[n]), answers.factor[n], answers.needed[n])
            yield f"{who} refused" + (f": {why}" if why else "")

    def orders(self, log: Log) -> Iterator[Story]:
        """Orders that were carried out: one's own, and those done in public."""
        for orders in log.orders:
            for row in range(len(orders)):
                action = actions()[int(orders.action[row])]
                actor = int(orders.actor[row])
                if action.id == "publish" or not (action.public or actor == self.me):
                    continue
                why = why_ordered(int(orders.reason[row])) if actor != self.me else ""
                kind = "own" if actor == self.me else "acts"
                text = self._deed(action, orders, row)
                yield Story(kind, text, (why,) if why else (), 6 if action.hostile else 3)

    def _deed(self, action: Action, orders: Any, row: int) -> str:
        incident = int(orders.incident[row])
        text = action.tells.format(
            actor=self.name(orders.actor[row]),
            target=self.name(orders.target[row]),
            incident=self.case(incident) if incident != NOBODY else "",
            choice=self._choice(action, int(orders.choice[row])),
            word=self._choice(action, int(orders.choice[row])),
            level=int(orders.level[row]),
        )
        return f"{text}."

    def _choice(self, action: Action, choice: int) -> str:
        if action.aim is Aim.SECTOR or "sector" in action.also:
            return words.sector(choice)
        return words.word(choice) if "word" in action.also else ""

    def began(self, rows: Happening, row: int) -> Iterator[Story]:
        """An incident began."""
        incident = int(rows.incident[row])
        text = self.match.setup.cases[incident].text
        severity = float(self.world.severity[incident, 0])
        where = words.sector(self.world.sector[incident, 0])
        what = f"{self.case(incident)}: {self.name(rows.target[row])}, {where}"
        yield Story("crisis", f"{what}, severity {severity:.1f} of 10.", (text,) if text else (), 9)

    def ended(self, rows: Happening, row: int) -> Iterator[Story]:
        """An incident ended."""
        yield Story("crisis", f"{self.case(rows.incident[row])} is over.", (), 2)

    def spread(self, rows: Happening, row: int) -> Iterator[Story]:
        """An incident reached another nation."""
        case, where = self.case(rows.incident[row]), self.name(rows.target[row])
        yield Story("crisis", f"{case} has spread to {where}.", (), 7)

    def noticed(self, rows: Happening, row: int) -> Iterator[Story]:
        """A quiet operation came to light."""
        text = f"Your defenders noticed a quiet operation: {self.case(rows.incident[row])}."
        yield Story("crisis", text, ("Nobody else knows of it yet.",), 8)

    def failed(self, rows: Happening, row: int) -> Iterator[Story]:
        """An attack failed, and was seen."""
        text = f"An attack on you failed: {self.case(rows.incident[row])}."
        yield Story("crisis", text, ("It did no harm, but it left traces.",), 7)

    def shared(self, rows: Happening, row: int) -> Iterator[Story]:
        """Evidence was shared."""
        incident, card = int(rows.incident[row]), int(rows.a[row])
        giver, taker = self.name(rows.actor[row]), self.name(rows.target[row])
        there = self.world.card[incident, card, 0] != 0
        state = STATES[Look.FOUND if there else Look.ABSENT]
        text = f"{giver} shared evidence with {taker} on {self.case(incident)}."
        finding = self.match.setup.cases[incident].findings[card]
        yield Story("evidence", text, (f"{state}: {finding}",), 4)

    def published(self, rows: Happening, row: int) -> Iterator[Story]:
        """Evidence was published."""
        incident, card = int(rows.incident[row]), int(rows.a[row])
        text = f"{self.name(rows.actor[row])} published evidence on {self.case(incident)}."
        why = [self.match.setup.cases[incident].findings[card]]
        why += ["The source that gave it is burnt."] if rows.b[row] else []
        yield Story("evidence", text, tuple(why), 6)

    def report(self, rows: Happening, row: int) -> Iterator[Story]:
        """A public report settled a card."""
        incident, card = int(rows.incident[row]), int(rows.a[row])
        state = STATES[Look.FOUND if rows.b[row] else Look.ABSENT]
        finding = self.match.setup.cases[incident].findings[card]
        text = f"A public report on {self.case(incident)} settles a question for everybody."
        yield Story("evidence", text, (f"{state}: {finding}",), 5)

    def message(self, rows: Happening, row: int) -> Iterator[Story]:
        """A message was sent."""
        topic, tone = divmod(int(rows.a[row]), 10)
        who, whom = self.name(rows.actor[row]), self.name(rows.target[row])
        what = PROMISES[Promise(topic)]
        until = f" until turn {int(rows.b[row])}" if rows.b[row] > 0 else ""
        said = {
            Tone.ASK: f"{who} asked {whom} {what}.",
            Tone.WARN: f"{who} warned {whom}: no further.",
            Tone.REASSURE: f"{who} reassured {whom} of its good will.",
            Tone.PROMISE: f"{who} promised {whom} {what}{until}.",
        }[Tone(tone)]
        yield Story("talks", said, (), 2)

    def exposed(self, rows: Happening, row: int) -> Iterator[Story]:
        """Collection was caught."""
        who, whom = self.name(rows.actor[row]), self.name(rows.target[row])
        yield Story("acts", f"Spies of {who} were caught in {whom}.", (), 6)

    def promise(self, rows: Happening, row: int) -> Iterator[Story]:
        """A promise was kept or broken, or a treaty broken."""
        who, whom = self.name(rows.actor[row]), self.name(rows.target[row])
        kept = rows.what is What.KEPT
        if rows.a[row] > 0:
            yield Story("promises", f"{who} broke its treaty with {whom}.", (), 9)
            return
        what = PROMISES[Promise(int(-1 - rows.a[row]))]
        verb = "kept its promise" if kept else "broke its promise"
        yield Story("promises", f"{who} {verb} to {whom}, {what}.", (), 3 if kept else 7)

    def expired(self, rows: Happening, row: int) -> Iterator[Story]:
        """A treaty ran out."""
        parties = np.flatnonzero(self.world.treaty_party[int(rows.a[row]), :, 0]).tolist()
        if len(parties) > 1:
            names = words.listed([self.name(n) for n in parties])
            yield Story("promises", f"The treaty between {names} has run out.", (), 3)

    def rung(self, rows: Happening, row: int) -> Iterator[Story]:
        """The world moved on the ladder."""
        now, before = int(rows.a[row]), int(rows.b[row])
        way = "climbed" if now > before else "came down"
        text = f"The world {way} from {LADDER[before]} to {LADDER[now]} (rung {now} of 7)."
        yield Story("ladder", text, (), 5)

    def cleared(self, rows: Happening, row: int) -> Iterator[Story]:
        """A claim no longer convinces."""
        who, whom = self.name(rows.actor[row]), self.name(rows.target[row])
        text = f"{who} named {whom} over {self.case(rows.incident[row])}; fewer believe it now."
        yield Story("acts", text, (), 4)

    def inject(self, rows: Happening, row: int) -> Iterator[Story]:
        """Something came from outside."""
        name = self.match.setup.injects[int(rows.a[row])]
        inject = self.match.scenario.injects[name]
        mine = self.match.setup.nations[self.me]
        if inject.to == "all" or mine in inject.to:
            names = dict(zip(self.match.setup.actors, self.match.setup.names, strict=True))
            yield Story("crisis", f"{inject.title}.", (inject.text.format(**names),), 10)

    def objective(self, rows: Happening, row: int) -> Iterator[Story]:
        """An objective was met."""
        owner, name = self.match.setup.objectives[int(rows.a[row])]
        if owner == self.match.setup.nations[self.me]:
            wanted = self.match.scenario.objectives[owner][name]
            yield Story("own", f"Objective met: {wanted.text}", (), 8)

    def void(self, rows: Happening, row: int) -> Iterator[Story]:
        """An order or a proposal could not take effect."""
        action, code = int(rows.a[row]), int(rows.b[row])
        if action == NOBODY:
            text = f"A proposal of yours was void: {why_void_offer(code)}."
        else:
            label = actions()[action].label if action < len(actions()) else "An order"
            text = f"Void: {label}. {why_void(actions(), action, code).capitalize()}."
        yield Story("void", text, (), 5)


Tell = Callable[[_Teller, Happening, int], Iterator[Story]]

_TELL: dict[What, Tell] = {
    What.BEGAN: _Teller.began,
    What.ENDED: _Teller.ended,
    What.SPREAD: _Teller.spread,
    What.NOTICED: _Teller.noticed,
    What.FAILED: _Teller.failed,
    What.SHARED: _Teller.shared,
    What.PUBLISHED: _Teller.published,
    What.REPORT: _Teller.report,
    What.MESSAGE: _Teller.message,
    What.EXPOSED: _Teller.exposed,
    What.KEPT: _Teller.promise,
    What.BROKE: _Teller.promise,
    What.EXPIRED: _Teller.expired,
    What.RUNG: _Teller.rung,
    What.CLEARED: _Teller.cleared,
    What.INJECT: _Teller.inject,
    What.OBJECTIVE: _Teller.objective,
    What.VOID: _Teller.void,
}
