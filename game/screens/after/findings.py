"""What is found out about a game that is over, part by part: quick things first, futures last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from game.language import N_, _, current
from game.match import Match
from game.report.aftermath import Aftermath, aftermath
from game.report.html import course, forking, judgement, opening, trusting, turning
from game.report.html.blocks import Figure, Section
from game.report.html.charts import Chart, Head, calibration
from game.report.html.forecast import Forecast
from game.report.html.forecast import Turning as TurningPoint
from game.report.html.sections import FORESEEN, RECORDED
from game.report.html.told import Game

PARTS = {
    "overview": (N_("Overview"), "layers"),
    "cases": (N_("Truth"), "eye"),
    "judgement": (N_("Judgement"), "target"),
    "turning": (N_("Turning points"), "hourglass"),
    "escalation": (N_("Escalation"), "chart-line"),
    "trust": (N_("Trust"), "heart-handshake"),
    "promises": (N_("Promises"), "handshake"),
    "norms": (N_("Norms"), "scale"),
    "law": (N_("Law"), "gavel"),
    "bodies": (N_("Organisations"), "landmark"),
    "scores": (N_("Scores"), "star"),
    "forks": (N_("What if"), "git-fork"),
    "questions": (N_("To talk about"), "messages-square"),
    "sources": (N_("Sources"), "book-open"),
}
"""The parts of the report, by id: what each is called, and its sign."""

Part = Callable[["Findings"], Section]


@dataclass
class Findings:
    """All there is to say, as far as it is known; `work` finds it out and may be taken up again."""

    match: Match
    nation: int
    sections: dict[str, Section] = field(default_factory=dict)
    told: Aftermath | None = None
    ladder: Chart | None = None
    towards: Chart | None = None
    judged: judgement.Judged | None = None
    curve: Chart | None = None  # None if nothing was stated
    points: tuple[TurningPoint, ...] | None = None  # None until futures were played
    story: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    tried: list[forking.Tried] | None = None
    language: str = field(default_factory=current)  # in which it is told
    done: set[str] = field(default_factory=set)
    done_aside: set[str] = field(default_factory=set)  # what screens did once with it

    def __post_init__(self) -> None:
        assert self.match.over, "the truth is told when the game is over"
        self.game = Game(self.match)
        self.forecast = Forecast(self.game)

    @property
    def whole(self) -> bool:
        """Nothing is left to find out."""
        return len(self.done) == len(_STEPS)

    def of(self, nation: int) -> Findings:
        """The same findings for another nation: what depends on it is found out at once."""
        other = replace(self, nation=nation, done=set(self.done))
        other.game, other.forecast = self.game, self.forecast
        ladder = self.ladder
        other._first()
        other.ladder = ladder
        return other

    def work(self) -> Iterator[str]:
        """Find out what is not known yet, step by step, for the worker."""
        for name, step in _STEPS.items():
            if name not in self.done:
                step(self)
                self.done.add(name)
                yield name

    def _first(self) -> None:
        self.told = aftermath(self.match, self.nation)
        self.figures = opening.figures(self.game)
        self.ladder = course.escalation(self.game)
        self.towards = trusting.towards(self.game, self.nation)
        self.judged = judgement.judged(self.game, self.nation)
        self.curve = self._curve(self.judged)

    def _curve(self, judged: judgement.Judged) -> Chart | None:
        about = _("How strong beliefs of about one size were, and how often they were true.")
        head = Head("stated", _("What you stated, and how often it was true"), about)
        found = judgement.clouds(judged.pairs)
        return calibration(head, found) if found else None

    def _plain(self) -> None:
        self.sections |= {id: tell(self.game) for id, tell in RECORDED.items()}

    def _turning(self) -> None:
        game, forecast = self.game, self.forecast
        self.sections |= {id: tell(game, forecast) for id, tell in FORESEEN.items()}
        self.ladder = course.escalation(game, turning.marks(forecast))
        self.story = opening.story(game, forecast)
        self.points = forecast.turning

    def _forks(self) -> None:
        tried = forking.that_mattered(self.game, self.forecast)
        self.sections["forks"] = forking.section(self.game, self.forecast, tried)
        self.tried = tried

    def _counterfactual(self) -> None:
        mine = [each for each in self.tried or () if each.what.nation == self.nation]
        chosen = next(iter([*mine, *(self.tried or ())]), None)
        self.ladder = course.escalation(self.game, turning.marks(self.forecast), chosen)


_STEPS: dict[str, Callable[[Findings], None]] = {
    "first": Findings._first,
    "plain": Findings._plain,
    "turning": Findings._turning,
    "forks": Findings._forks,
    "counterfactual": Findings._counterfactual,
}
