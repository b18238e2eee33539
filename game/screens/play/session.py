"""A session: one game in the window, from one seat at a time.

Screens read what a nation may know from its outlook, and decide through `draft` and `send`.
Nothing is irrevocable before `send`: every draft can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

from game.decisions import Order, Reply
from game.match import Match
from game.report.dossier import Dossier
from game.rules.turn import Ask
from game.screens.play import desks
from game.screens.play.desk import Desk
from game.screens.play.desks import Written
from game.screens.play.drafts import NOTHING_SAID, Chances, Drafts, chances_of
from game.screens.play.keeping import Keeping
from game.screens.play.outlook import EXPERT, GUIDED, STANDARD, Outlook
from game.screens.play.steps import Sent, Step
from game.staff.legality import why_void_orders

T = TypeVar("T")

__all__ = ["EXPERT", "GUIDED", "STANDARD", "Session"]


class Session(Outlook):
    """One game, whose people sit at one window."""

    def __init__(
        self, match: Match, level: str = STANDARD, path: Path | None = None, keep: bool = True
    ) -> None:
        """keep: save it as it is played; path: where, by default in a new file."""
        self._keeping = Keeping(match, level, path, keep)
        match.go_on()
        kept = self._keeping.kept()
        self._sent = _sent_again(match, kept)
        self.seats = match.humans()
        asked = _asked(match)
        nation = asked if asked is not None else next(iter(self.seats), 0)
        super().__init__(match, nation, level)
        self._desks = {n: Desk() for n in {*self.seats, nation}}
        self.after_save: list[Callable[[Session], object]] = []
        self.after_draft: list[Callable[[], object]] = []
        for number, desk in self._desks.items():
            desk.told = len(match.worlds) - 1
            desk.briefed = bool(desk.told) or number == nation
            if (lay := kept.get(match.setup.nations[number])) is not None:
                desk.lay(lay)
        self._mark_judged()
        self.save()

    @property
    def step(self) -> Step | None:
        """What the seat is asked now: before the first talks, to judge."""
        phase = self.match.phase
        if phase is None:
            return None
        if phase.ask is Ask.TALK and phase.round == 1 and self._must_judge(phase.turn):
            return Step("judge", 0, phase.turn)
        name = {Ask.TALK: "talk", Ask.ANSWER: "answer", Ask.ORDER: "order"}[phase.ask]
        return Step(name, phase.round, phase.turn)

    # ---- drafts ----------------------------------------------------------------------------

    @property
    def drafts(self) -> Drafts:
        """What would be sent now."""
        return self._desk.drafts

    def draft(self, drafts: Drafts, stroke: object = None) -> None:
        """Change what would be sent: `session.draft(session.drafts.with_order(order))`.

        stroke: what it is part of, as the digits of a number are; it is undone as a whole.
        When the game is over nothing is sent any more, and nothing changes.
        """
        if not self.over:
            self._desk.change(drafts, stroke)
            self._drafted()

    def begin_with(self, drafts: Drafts) -> None:
        """Drafts to begin from: there is nothing before them to go back to."""
        self._desk.begin_with(drafts)

    def undo(self) -> bool:
        """Take back the last change of the drafts; False if there was none."""
        undone = self._desk.undo()
        self._drafted()
        return undone

    def redo(self) -> bool:
        """Do again what was undone; False if nothing was."""
        redone = self._desk.redo()
        self._drafted()
        return redone

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return self._desk.history.can_undo

    @property
    def can_redo(self) -> bool:
        """There is a change to do again."""
        return self._desk.history.can_redo

    def paper(self, name: str, make: Callable[[], T]) -> T:
        """What the seat is writing: begun once, and found again when its screen was left."""
        papers = self._desk.papers
        if name not in papers:
            papers[name] = make()
        return cast(T, papers[name])

    def writing(self) -> Written | None:
        """What the seat is writing at the table, if it has written at all."""
        return self._desk.writing()

    def left(self) -> Written | None:
        """What the seat was writing when the game was left; it is handed out once."""
        found, self._desk.left = self._desk.left, None
        return found

    def void(self, orders: tuple[Order, ...] | None = None) -> tuple[list[str], dict[str, float]]:
        """For each order why it would be void, or nothing; and what is left to spend."""
        given = self.drafts.orders if orders is None else orders
        return self.kept(
            "void", lambda: why_void_orders(self.seen, self.names, self.nation, given), given
        )

    def believed(self, dossier: Dossier) -> Chances | None:
        """What the head of the nation says of a case: the draft, else what was said last."""
        drafted = self.drafts.beliefs.get(dossier.incident)
        if drafted is not None:
            return drafted
        if any(each.stated is None for each in dossier.suspects):
            return None
        return chances_of(dossier.suspects, [each.stated or 0.0 for each in dossier.suspects])

    # ---- sending ---------------------------------------------------------------------------

    def send(self) -> Sent:
        """Hand in what this step asks; what was sent is final. The others answer, and it is saved.

        Raises UnknownName if a draft names something that does not exist.
        """
        step, before = self.step, self.match.turn
        if step is None:
            return Sent(None, None, False, True)
        self._state()
        if step.name == "judge":
            self._desk.judged = step.turn
            self._desk.drafts = replace(self.drafts, beliefs=NOTHING_SAID)
            return self._pass_on(None)
        reply, asked = self._reply(step), self.match.phase
        self.match.submit(self.nation, reply)
        open_still = self.match.phase == asked
        self._sent = {**self._sent, self.nation: reply} if open_still else {}
        self._clear(step)
        played = before if self.match.over or self.match.turn > before else None
        return self._pass_on(played)

    def sit(self) -> None:
        """Give the window to the nation that is asked now."""
        asked = _asked(self.match)
        if asked is not None:
            self.nation = asked
            self._mark_judged()

    def untold(self) -> int | None:
        """The turn played last, if the one at the window has not been shown it yet."""
        played = len(self.match.worlds) - 1
        return played if self._desk.told < played else None

    def brief(self) -> bool:
        """Whether the one at the window is still to be briefed; it counts as done from now on."""
        desk, several = self._desk, len(self.seats) > 1
        due, desk.briefed = several and not desk.briefed, True
        if due:
            self.keep_desks()
        return due

    def unread(self) -> None:
        """The one at the window, too, is still to be briefed."""
        self._desk.briefed = False
        self.keep_desks()

    def tell(self, turn: int) -> None:
        """The one at the window was shown how a turn went."""
        self._desk.told = max(self._desk.told, turn)
        self.keep_desks()

    # ---- keeping ---------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where it is kept; None if it is not."""
        return self._keeping.path

    def save(self) -> str:
        """Write the game as it stands, and a copy when a turn has begun; why not, if it fails."""
        trouble = self._keeping.save() or self.keep_desks()
        for listener in self.after_save if self._keeping.on and not trouble else ():
            listener(self)
        return trouble

    def keep_desks(self) -> str:
        """Write what lies on the desks beside the game; why not, if it fails."""
        ids = self.match.setup.nations
        return self._keeping.keep(
            {ids[n]: desk.lying(self._sent.get(n)) for n, desk in self._desks.items()}
        )

    def change_level(self, level: str) -> str:
        """More or less help from now on; its save is named after it. Why not, if saving fails."""
        self.level, old = level, self._keeping.rename(level)
        trouble = self.save()
        if old is not None and not trouble:
            old.unlink(missing_ok=True)
            desks.remove(old)
        return trouble

    # ---- within ----------------------------------------------------------------------------

    @property
    def _desk(self) -> Desk:
        return self._desks[self.nation]

    def _drafted(self) -> None:
        for listener in self.after_draft:
            listener()

    def _must_judge(self, turn: int) -> bool:
        return self._desk.judged < turn and any(not each.own_doing for each in self.dossiers)

    def _mark_judged(self) -> None:
        """A game gone on with may have been judged in this turn already."""
        turn = self.match.turn
        if any(s.turn == turn and s.nation == self.nation for s in self.match.stated):
            self._desk.judged = turn

    def _state(self) -> None:
        """Put the drafted beliefs on record."""
        for incident, chances in self.drafts.beliefs.items():
            self.match.state(self.nation, incident, chances)

    def _reply(self, step: Step) -> Reply:
        drafts = self.drafts
        if step.name == "order":
            return Reply(orders=drafts.orders)
        if step.name == "answer":
            return Reply(proposals=drafts.proposals, answers=tuple(drafts.answers.values()))
        return Reply(messages=drafts.messages, proposals=drafts.proposals)

    def _clear(self, step: Step) -> None:
        """What was sent is final; orders thought of early are kept until they are asked for."""
        kept = () if step.name == "order" else self.drafts.orders
        self._desk.begin_with(Drafts(orders=kept))

    def _pass_on(self, played: int | None) -> Sent:
        trouble, asked = self.save(), _asked(self.match)
        handed = asked is not None and asked != self.nation
        return Sent(played, asked, handed, self.match.over, trouble)


def _sent_again(match: Match, kept: desks.Desks) -> dict[int, Reply]:
    """What seats had sent to the question that is open, before the game was left."""
    known = {n: kept[id_].sent for n, id_ in enumerate(match.setup.nations) if id_ in kept}
    sent = {n: reply for n, reply in known.items() if reply is not None}
    for nation, reply in sent.items():
        match.submit(nation, reply)
    return sent


def _asked(match: Match) -> int | None:
    waiting = match.waiting()
    return waiting[0] if waiting else None
