"""A game in the terminal, from its opening to its debrief."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.decisions import Reply
from game.language import _
from game.match import Match
from game.record import save
from game.rules.turn import Ask
from game.saves import folder
from game.terminal import ending, opening, sheets, telling
from game.terminal.console import Leave, Terminal
from game.terminal.phase_answer import answer
from game.terminal.phase_judge import judge, stated_this_turn
from game.terminal.phase_order import order
from game.terminal.phase_talk import talk
from game.terminal.seat import Seat


@dataclass
class Game:
    """A match at a terminal, and the file it is kept in."""

    match: Match
    term: Terminal
    path: Path
    level: str
    resumed: bool = False
    seats: dict[int, Seat] = field(default_factory=dict)
    sitting: int | None = None  # whose turn at the keyboard it was last
    read_up_to: dict[int, int] = field(default_factory=dict)  # by nation, turn they were led into

    def run(self) -> int:
        """Play to the end, or until the player leaves; the exit status. The game is saved."""
        try:
            self.save()
            while self.match.phase is not None:
                self._phase()
            self._end()
        except Leave as left:
            self._farewell()
            return left.status
        except KeyboardInterrupt:
            stopped = _("Stopped. The game, up to your last decision, is in {path}")
            self.term.say(stopped.format(path=self.path))
            return 130
        self.term.line(_("The game is kept in {path}").format(path=self.path))
        after = _(
            "With its path: `backchannel report` draws it all, `backchannel fork` tries "
            "what might have been, `backchannel replay` shows it again."
        )
        self.term.say(after)
        return 0

    def _farewell(self) -> None:
        """Save, and say how to go on; paths are not broken, so that they can be copied."""
        self.term.line(_("Saved to {path}").format(path=self.save()))
        if not self.match.over:
            where = "" if self.path.parent == folder() else f" --record {self.path}"
            command = f"backchannel play --resume{where}"
            self.term.line(_("Go on with: {command}").format(command=command))

    def save(self) -> str:
        """Write the record; where."""
        save(self.match, self.path)
        return str(self.path)

    def _phase(self) -> None:
        """Ask the next person who is waited for."""
        nation = self.match.waiting()[0]
        seat = self._sit(nation)
        self.match.submit(nation, self._decide(seat))
        self.save()

    def _sit(self, nation: int) -> Seat:
        """Bring a person to the keyboard and tell them what is new."""
        if nation not in self.seats:
            self.seats[nation] = Seat(self.match, nation, self.term, self.level)
        seat = self.seats[nation]
        if len(self.match.humans()) > 1 and self.sitting != nation:
            opening.curtain(seat)
        self.sitting = nation
        self._lead_in(seat)
        return seat

    def _lead_in(self, seat: Seat) -> None:
        turn = self.match.turn
        before = self.read_up_to.get(seat.nation)
        self.read_up_to[seat.nation] = turn
        if before == turn:
            telling.tell_new(seat, _("Since then"))
            return
        if before is None and self.resumed:
            self.term.head(_("Welcome back"))
            who = _("You speak for {nation}. `report` and `nation me` refresh memories.")
            self.term.say(who.format(nation=seat.name))
        elif before is None:
            opening.open_game(seat, told=len(self.read_up_to) > 1)
        else:
            telling.tell_turn(seat, before)
            self.term.pause()
        self._announce(seat, turn)

    def _announce(self, seat: Seat, turn: int) -> None:
        head = _("TURN {n} of {last}: read")
        self.term.head(head.format(n=turn, last=self.match.board.turns))
        self.term.say(sheets.stock_line(seat), "bold")
        telling.tell_new(seat, _("News"))
        self.term.pause()

    def _decide(self, seat: Seat) -> Reply:
        """What the person says to the open question. Raises Leave."""
        phase = self.match.phase
        assert phase is not None
        if phase.ask is Ask.TALK:
            if phase.round == 1 and not stated_this_turn(seat):
                judge(seat, self.save)
            return talk(seat, phase.round, self.save)
        if phase.ask is Ask.ANSWER:
            return answer(seat, phase.round, self.save)
        return order(seat, self.save)

    def _end(self) -> None:
        """Truth and debrief, for everybody who played."""
        for nation in self.match.humans() or (0,):
            seat = self.seats.setdefault(nation, Seat(self.match, nation, self.term, self.level))
            if nation in self.read_up_to:
                telling.tell_turn(seat, self.match.turn)
                self.term.pause()
        ending.show(list(self.seats.values()))
