"""The game as text in every language: nothing of it is left in English, and it is the same game."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console

from game import language
from game.language import PSEUDO
from game.match import HUMAN, Match, new_match, usual_players
from game.record import to_text
from game.report.forms import columns, usage
from game.report.ledger import STOCKS
from game.report.lexicon import TOPICS
from game.report.ready import READY
from game.rules.clauses import CLAUSES
from game.scenario.speech import spoken, texts
from game.terminal import opening
from game.terminal.common import ALWAYS, DRAFTING
from game.terminal.console import Terminal
from game.terminal.desk import ELSEWHERE
from game.terminal.phase_talk import HOW
from game.terminal.play import Game
from game.terminal.seat import LEVELS
from tests.catalogues import LANGUAGES
from tests.library import path_of, scenario
from tests.screens.missed import Missed, own_words
from tests.terminal.drive import match_for, play, seat, terminal

LOOKING = (
    *("help", "help all", "help support", "help zz", "report", "report 1", "situation"),
    *("dossiers", "dossier 1 staff", "dossier", "dossier zz", "nations", "nation tolvar"),
    *("nation me", "nation zz", "treaties", "organisations", "organisations 1", "norms"),
    *("norms 1", "law", "law countermeasure tolvar energy", "capacity", "promises", "objectives"),
    *("why", "why support", "why trust", "why zz", "r", "ladder", "actions", "actions all"),
    *("clauses", "action attribute", "action harden", "action zz", "glossary", "glossary r"),
    *("glossary zz", "level zz", "level standard", "level guided", "bars off", "bars on"),
    *("staff", "staff zz", "staff harden transport", "undo", "drop 1", "drafts", "zzz", "accept 1"),
)
"""Everything there is to look at, and what is typed wrong."""
JUDGING = ("believe", "believe 1 zz=5", "believe 1", "50", "", "believe 1 tolvar=50", "done", "yes")
TALKING = (
    *("ask", "ask tolvar", "ask zz share", "a", "b", "zz", "ask tolvar share", "drop 9"),
    *('warn tolvar "no further"', "reassure ilmara", "promise austrane help until 9", "undo"),
    *("promise austrane help until 3", "propose zz", "propose tolvar hotline=9", "drop 1"),
    *("propose tolvar", "propose geneva", "propose tolvar hotline", "staff offer", "drafts"),
    *("drop 1", "drop 1", "drop 1", "propose", "zz", "tolvar", "attribution=1", "staff", "done"),
    *("cancel", "propose strait_commission", "propose strait_commission mutual_assistance about 1"),
)
ANSWERING = ("proposals", "accept 9", "counter 1", "", "cancel", "accept 1", "drafts")
ORDERING = (
    *("suggest", "suggest 1", "suggest zz", "order", "order harden zz", "order harden a=1"),
    *("order harden transport energy", "order harden", "", "harden transport", "99", "3", "zz"),
    *("", "order attribute 1 tolvar likely high", "order operation tolvar energy", "drafts"),
    *("undo", "law harden energy", "staff attribute 1 tolvar likely low", "drop 1", "a", "b"),
)
LINES = {
    ("TALK", 1): (*LOOKING, *JUDGING, *TALKING),
    ("TALK", 2): TALKING,
    ("ANSWER", 1): ANSWERING,
    ("ANSWER", 2): ANSWERING,
}
"""What is typed when something is asked, by what it is and the round; orders at all other times."""


WORDS = (
    "suggest",
    "done",
    "yes",
    "cancel",
    "legal",
    "aid",
    "incident",
    "kept",
    "fiction",
    "NATION",
    "CLAUSE",
)
"""What else is typed, or is a file's name."""
LOREM = ("lorem", "ipsum", "dolor", "sit", "amet", "consectetur")
FILLER = re.compile("|".join(rf"\b{word[:n]}\b" for word in LOREM for n in range(len(word), 2, -1)))
"""What fills the made-up language up, whole or cut short."""


@dataclass
class Typist:
    """Types the same lines in every language, whatever the prompt says, and then goes on."""

    match: Match
    echo: Callable[[str], None]
    asked: tuple[object, ...] = ()
    lines: Iterator[str] = field(default_factory=lambda: iter(()))

    def read(self, prompt: str) -> str:
        """The next line."""
        phase = self.match.phase
        asked = (self.match.turn, phase and phase.ask.name, phase and phase.round)
        if asked != self.asked:
            self.asked, on = asked, cycle(("done", "yes", "cancel"))
            self.lines = chain(LINES.get(asked[1:], ORDERING), on)
        self.echo(f"{prompt} …")
        return next(self.lines)


class Wide(Terminal):
    """A terminal that breaks no text into lines."""

    @property
    def width(self) -> int:
        return 5000


@dataclass
class Told:
    """A whole game as text."""

    match: Match
    lines: list[str]


def played(code: str) -> Told:
    """The tutorial to its end, in a language."""
    language.use(code)
    given = spoken(scenario("first_light"))
    players = usual_players(given, {"dorvane": HUMAN})
    match = new_match(given, path_of("first_light").read_text("utf-8"), 3, players)
    match.go_on()
    text = io.StringIO()
    out = Console(file=text, width=5000, highlight=False, markup=False, emoji=False)
    term = Wide(out, Typist(match, lambda line: out.out(line, highlight=False)))
    with TemporaryDirectory() as folder:
        assert Game(match, term, Path(folder) / "kept", "guided").run() == 0
        return Told(match, text.getvalue().replace(folder, "").splitlines())


@cache
def in_english() -> Told:
    """The game that the others are held against."""
    return played("en")


@cache
def unspoken() -> list[str]:
    """What the scenario itself says, in English where it has no catalogue; the longest first."""
    parts = (re.split(r"\{[^}]*\}|\n", text) for text in texts(scenario("first_light")))
    long = {part.strip() for each in parts for part in each if len(part) >= len("Tolvar")}
    return sorted(long, key=len, reverse=True)


def english_words(line: str) -> list[str]:
    """Words of a line that nobody has accented, but for what the scenario and the filler say."""
    for part in unspoken():
        line = line.replace(part, " ")
    words = re.findall(r"[^\W\d]+", FILLER.sub(" ", line))
    return [w for w in words if len(w) > 2 and w.isascii() and re.search("[aceinosuy]", w, re.I)]


def typed(match: Match) -> set[str]:
    """Words that are the same in every language, since they are typed: commands and ids."""
    kinds = ("action", "actor", "incident", "organisation", "power", "promise", "sector", "word")
    usages = [*(command.usage for command in (*ALWAYS.values(), *DRAFTING.values())),
              *(how for how, _about in HOW.values()), *map(usage, match.names.actions),
              *(each.name for action in match.names.actions for each in columns(action)),
              *(noted.id for noted in (*CLAUSES, *READY))]  # fmt: skip
    ids = (id_ for kind in kinds for id_ in match.names.ids(kind))
    cards = (card for case in match.setup.cases for card in case.cards)
    lines = (*LOOKING, *JUDGING, *TALKING, *ANSWERING, *ORDERING)
    more = (*ELSEWHERE, *TOPICS, *STOCKS, *LEVELS, *WORDS)
    short = (id_[:letters] for id_ in match.setup.nations for letters in range(3, len(id_)))
    every = " ".join((*usages, *ids, *cards, *lines, *more, *short))
    return {word for found in re.findall(r"\w+", every) for word in (found, found.capitalize())}


def same(told: Told, english: Told) -> bool:
    """Whether it is the same game, told in as many lines."""
    record, hashes = to_text(told.match), told.match.hashes()
    assert len(told.lines) == len(english.lines), "something was said in one language only"
    return record == to_text(english.match) and hashes == english.match.hashes()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_whole_game_is_told_in_the_language_and_is_the_same_game(
    code: str, missed: Missed
) -> None:
    told = played(code)
    assert missed.texts - own_words() == set(), "said in English, or translated twice"
    assert same(told, in_english())


def test_nothing_is_said_past_the_catalogues() -> None:
    """In the made-up language, what has no accents was said in English."""
    told = played(PSEUDO)
    known = typed(told.match)
    left = {line: [w for w in english_words(line) if w not in known] for line in told.lines}
    assert {line: found for line, found in left.items() if found} == {}
    assert same(told, in_english())


@pytest.mark.parametrize("code", LANGUAGES)
def test_coming_and_going_is_told_in_the_language(
    code: str, missed: Missed, tmp_path: Path
) -> None:
    """The library, the choice of a seat, a change of people, and a game that is gone on with."""
    language.use(code)
    given = spoken(scenario("first_light"))
    term, text = terminal(["zz", "1", "zz", "tolvar"])
    assert opening.choose_scenario(term) == given.id
    assert opening.choose_seat(term, given) == "tolvar"
    match = match_for("dorvane")
    opening.curtain(seat(match, ["", ""]))
    assert text.getvalue().count(given.title) == 3, "in the list, in an answer, and as a heading"
    left = play(match, ["quit"], tmp_path / "kept", resumed=True)
    assert left.status == 0 and missed.texts - own_words() == set()


def test_what_can_be_asked_for_is_listed_in_the_help() -> None:
    listed = re.findall(r"[a-z_]+", HOW["ask"][1].partition(":")[2])
    assert [word for word in listed if word != "and"] == list(TOPICS)
