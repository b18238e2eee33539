"""A session: one game in the window, from one seat at a time.

Screens read what a nation may know from `seat`, `seen` and the reports, and decide through
`draft` and `send`. Nothing is irrevocable before `send`: every draft can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, cast

from game import paths, record, registry
from game.decisions import Names, Order, Reply, to_orders
from game.match import HUMAN, Match, Phase, new_match, usual_players
from game.report.dossier import Dossier
from game.report.forms import told
from game.report.ledger import changes
from game.report.news import Story, news_now, turn_report
from game.report.seat import Seat
from game.report.situation import Situation, situation
from game.rules.orders import Orders
from game.rules.turn import Ask
from game.rules.view import View
from game.scenario.check import check_file
from game.scenario.model import Scenario
from game.scenario.setup import Setup
from game.screens import saves
from game.screens.advice import Advice
from game.screens.drafts import NOTHING_SAID, Chances, Drafts
from game.screens.todo import Todo, todos
from game.staff.chances import success
from game.staff.legality import why_void_orders

T = TypeVar("T")

GUIDED, STANDARD, EXPERT = LEVELS = saves.LEVELS
"""How much help a player gets; staff is silent for experts."""

STEPS = (
    ("judge", 0), ("talk", 1), ("answer", 1), ("talk", 2), ("answer", 2), ("order", 0)
)  # fmt: skip
"""What a turn asks, in order."""


@dataclass(frozen=True)
class Step:
    """What is asked now: 'judge', 'talk', 'answer' or 'order', and in which round."""

    name: str
    round: int
    turn: int


@dataclass(frozen=True)
class Sent:
    """What came of sending."""

    played: int | None  # the turn that was played out by it
    to: int | None  # the nation that is asked next; None when the game is over
    handed: bool  # it is another seat: somebody else takes the keyboard
    over: bool
    trouble: str = ""  # why it could not be saved


@dataclass
class Desk:
    """What one seat has before it."""

    seat: Seat
    drafts: Drafts = field(default_factory=Drafts)
    before: list[Drafts] = field(default_factory=list)
    after: list[Drafts] = field(default_factory=list)
    judged: int = 0  # the turn whose beliefs were given
    told: int = 0  # the last turn whose outcome was shown
    briefed: bool = False  # its player has read who they are


class Session:
    """One game, whose people sit at one window."""

    def __init__(
        self, match: Match, level: str = STANDARD, path: Path | None = None, keep: bool = True
    ) -> None:
        """keep: save it as it is played; path: where, by default in a new file."""
        self.match, self.level, self._keep = match, level, keep
        self.path = saves.path_of(match, level) if keep and path is None else path
        match.go_on()
        self.seats = match.humans()
        self._desks = {n: Desk(Seat(match, n)) for n in self.seats}
        asked = self._asked()
        self.nation = asked if asked is not None else next(iter(self.seats), 0)
        self._desks.setdefault(self.nation, Desk(Seat(match, self.nation)))
        self._cache: dict[str, tuple[object, object]] = {}
        self._saved_turn = 0
        self.after_save: list[Callable[[Session], object]] = []
        self.advice = Advice(self)
        self._mark_judged()
        for desk in self._desks.values():
            desk.told = len(match.worlds) - 1
            desk.briefed = bool(desk.told)
        self._desk.briefed = True
        self.save()

    # ---- what is so ------------------------------------------------------------------------

    @property
    def seat(self) -> Seat:
        """The place of the nation at the window, with all it may name."""
        return self._desk.seat

    @property
    def seen(self) -> View:
        """What the nation sees now."""
        return self._kept("seen", lambda: self.match.view(self.nation))

    @property
    def names(self) -> Names:
        """Names and numbers of everything, for decisions."""
        return self.seat.names

    @property
    def setup(self) -> Setup:
        """The scenario as it was built."""
        return self.match.setup

    @property
    def phase(self) -> Phase | None:
        """The question that is open; None when the game is over."""
        return self.match.phase

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

    @property
    def over(self) -> bool:
        """The game has ended."""
        return self.match.over

    @property
    def turn(self) -> int:
        """The turn being played, or the last one."""
        return self.match.turn

    @property
    def staffed(self) -> bool:
        """The nation has advisers who say what they think."""
        return self.level != EXPERT

    @property
    def situation(self) -> Situation:
        """The nation's stocks, relations and treaties now."""
        return self._kept("situation", lambda: situation(self.match, self.nation))

    @property
    def dossiers(self) -> list[Dossier]:
        """Every case the nation knows of, the first heard of first; beliefs as drafted."""
        return self._kept("dossiers", lambda: self.seat.dossiers)

    def dossier(self, incident: int) -> Dossier | None:
        """The dossier of one case, if the nation knows of it."""
        return next((each for each in self.dossiers if each.incident == incident), None)

    def believed(self, dossier: Dossier) -> Chances | None:
        """What the head of the nation says of a case: the draft, else what was said last."""
        drafted = self.drafts.beliefs.get(dossier.incident)
        if drafted is not None:
            return drafted
        if any(each.stated is None for each in dossier.suspects):
            return None
        count = 1 + max(each.hypothesis for each in dossier.suspects)
        row = [0.0] * count
        for each in dossier.suspects:
            row[each.hypothesis] = float(each.stated or 0)
        return tuple(row)

    def news(self) -> list[Story]:
        """What the nation has seen so far of the turn being played."""
        return self._kept("news", lambda: news_now(self.match, self.nation))

    def report(self, turn: int) -> list[Story]:
        """What the nation saw in a turn that has been played."""
        return self._kept(f"report {turn}", lambda: turn_report(self.match, self.nation, turn))

    def moved(self) -> dict[str, list[tuple[str, float]]]:
        """What moved each number in the turn played last, as its ledger says."""
        played = len(self.match.worlds) - 1
        if not played:
            return {}
        return self._kept("moved", lambda: changes(self.match, self.nation, played))

    # ---- drafts ----------------------------------------------------------------------------

    @property
    def drafts(self) -> Drafts:
        """What would be sent now."""
        return self._desk.drafts

    def draft(self, drafts: Drafts) -> None:
        """Change what would be sent: `session.draft(session.drafts.with_order(order))`."""
        desk = self._desk
        if drafts != desk.drafts:
            desk.before.append(desk.drafts)
            desk.drafts, desk.after = drafts, []

    def begin_with(self, drafts: Drafts) -> None:
        """Drafts to begin from: there is nothing before them to go back to."""
        desk = self._desk
        desk.drafts, desk.before, desk.after = drafts, [], []

    def undo(self) -> bool:
        """Take back the last change of the drafts; False if there was none."""
        return self._step_back(self._desk.before, self._desk.after)

    def redo(self) -> bool:
        """Do again what was undone; False if nothing was."""
        return self._step_back(self._desk.after, self._desk.before)

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return bool(self._desk.before)

    @property
    def can_redo(self) -> bool:
        """There is a change to do again."""
        return bool(self._desk.after)

    def told(self, order: Order) -> str:
        """An order in words, without its price."""
        return self._kept(f"told {order}", lambda: told(self.seat, order))

    def void(self, orders: tuple[Order, ...] | None = None) -> tuple[list[str], dict[str, float]]:
        """For each order why it would be void, or nothing; and what is left to spend."""
        given = self.drafts.orders if orders is None else orders
        return self._kept(
            "void", lambda: why_void_orders(self.seen, self.names, self.nation, given), given
        )

    def chance(self, order: Order) -> tuple[float, float] | None:
        """The band of the chance that a covert order comes off; None for those not rolled."""
        kinds = self.match.board.kinds
        return success(self.seen, self.names, kinds, order) if self.staffed else None

    def rows(self) -> Orders:
        """The drafted orders as rows, for the staff."""
        return to_orders(self.names, self.nation, self.drafts.orders)

    def unresolved(self) -> list[Todo]:
        """What is still to be decided in this step, and where; orders that would be void."""
        return self._kept("todos", lambda: todos(self), self.drafts)

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
        self.match.submit(self.nation, self._reply(step))
        self._clear(step)
        played = before if self.match.over or self.match.turn > before else None
        return self._pass_on(played)

    def sit(self) -> None:
        """Give the window to the nation that is asked now."""
        asked = self._asked()
        if asked is not None:
            self.nation = asked
            self._mark_judged()

    def change_level(self, level: str) -> str:
        """More or less help from now on; its save is named after it. Why not, if saving fails."""
        old, self.level = self.path, level
        if old is not None and self._keep:
            stem = old.stem.rpartition(".")[0] if old.stem.endswith(LEVELS) else old.stem
            self.path = old.with_name(f"{stem}.{level}.txt")
        trouble = self.save()
        if old is not None and old != self.path and not trouble:
            old.unlink(missing_ok=True)
        return trouble

    def untold(self) -> int | None:
        """The turn played last, if the one at the window has not been shown it yet."""
        played = len(self.match.worlds) - 1
        return played if self._desk.told < played else None

    def brief(self) -> bool:
        """Whether the one at the window is still to be briefed; it counts as done from now on."""
        desk, several = self._desk, len(self.seats) > 1
        due, desk.briefed = several and not desk.briefed, True
        return due

    def tell(self, turn: int) -> None:
        """The one at the window was shown how a turn went."""
        self._desk.told = max(self._desk.told, turn)

    def save(self) -> str:
        """Write the game as it stands, and a copy when a turn has begun; why not, if it fails."""
        if not self._keep or self.path is None:
            return ""
        try:
            saves.keep(self.match, self.path)
            if self._saved_turn != self.match.turn and not self.match.over:
                saves.keep_turn(self.match, self.path)
                self._saved_turn = self.match.turn
        except OSError as error:
            return f"{self.path}: the game is not saved ({error.strerror or error})"
        for listener in self.after_save:
            listener(self)
        return ""

    # ---- within ----------------------------------------------------------------------------

    @property
    def _desk(self) -> Desk:
        return self._desks[self.nation]

    def _asked(self) -> int | None:
        waiting = self.match.waiting()
        return waiting[0] if waiting else None

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
        desk = self._desk
        kept = () if step.name == "order" else desk.drafts.orders
        desk.drafts, desk.before, desk.after = Drafts(orders=kept), [], []

    def _pass_on(self, played: int | None) -> Sent:
        trouble, asked = self.save(), self._asked()
        handed = asked is not None and asked != self.nation
        return Sent(played, asked, handed, self.match.over, trouble)

    def _step_back(self, source: list[Drafts], other: list[Drafts]) -> bool:
        if not source:
            return False
        other.append(self._desk.drafts)
        self._desk.drafts = source.pop()
        return True

    def _kept(self, name: str, make: Callable[[], T], also: object = None) -> T:
        """Made once for each state of the match, and of what else it is made from."""
        match = self.match
        state = (
            match.question,
            match.turn,
            len(match.stated),
            self.nation,
            tuple(match.stated),
            also,
        )
        if name not in self._cache or self._cache[name][0] != state:
            self._cache[name] = (state, make())
        return cast(T, self._cache[name][1])


def library(name: str) -> tuple[Scenario, str]:
    """A scenario of the library and its text. Raises KeyError, or ValueError if it is faulty."""
    path = registry.yaml_files(paths.scenarios())[name]
    scenario, findings = check_file(path)
    if scenario is None:
        raise ValueError(str(findings[0]))
    return scenario, path.read_text("utf-8")


def new_session(
    scenario: Scenario, text: str, seats: Sequence[str], seed: int, level: str = ""
) -> Session:
    """A new game with people in some seats, by id. Raises OSError if it cannot be saved."""
    players = usual_players(scenario, dict.fromkeys(seats, HUMAN))
    return Session(new_match(scenario, text, seed, players), level or scenario.level)


def resumed(saved: saves.Saved) -> Session:
    """The session of a saved game; a copy of the beginning of a turn goes on in a file of its own.

    Raises RecordError.
    """
    match = record.load(saved.path)
    copy = saved.path.parent == saves.turns_folder()
    return Session(match, saved.level, None if copy else saved.path)
