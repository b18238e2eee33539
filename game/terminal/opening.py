"""Before the first turn: which scenario, which seat, who you are, and how a turn goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game import language, paths, registry
from game.language import N_, _
from game.report.names import Noun, Unclear, find, sentence
from game.scenario.model import Scenario
from game.scenario.reader import read_file
from game.terminal.console import Terminal
from game.terminal.seat import Seat
from game.terminal.sheets import show_objectives, show_situation

FIRST = "first_light"
"""The scenario for somebody who has never played."""

TURN = (
    (N_("READ"), N_("what happened and why; `dossier 1` opens the file on a case")),
    (N_("JUDGE"), N_("how likely is each suspect? `believe 1 NAME=50`; graded at the end")),
    (N_("TALK"), N_("messages, promises, treaties, in two rounds; `done` goes on")),
    (N_("ORDER"), N_("up to five things to do; everybody's happen at once")),
)
"""How a turn goes."""


def titles() -> dict[str, tuple[str, str]]:
    """Title and summary of every scenario in the library, the tutorial first."""
    found = {name: _title(path) for name, path in registry.yaml_files(paths.scenarios()).items()}
    return dict(sorted(found.items(), key=lambda pair: (pair[0] != FIRST, pair[0])))


def _title(path: Path) -> tuple[str, str]:
    data = read_file(path).data
    read = data if isinstance(data, dict) else {}
    say = language.catalogue(path.stem) or str
    return say(str(read.get("title", path.stem))), say(str(read.get("summary", "")))


def choose_scenario(term: Terminal) -> str:
    """A scenario of the library. Raises Leave."""
    found = titles()
    known = [Noun("scenario", name, title) for name, (title, _) in found.items()]
    term.head("Backchannel")
    term.say(_("Cyber crises between nations: find out who did it, talk, and keep the peace."))
    first = _("{title} (begin here: the tutorial, half an hour)")
    for number, (name, (title, summary)) in enumerate(found.items(), start=1):
        said = first.format(title=title) if name == FIRST else title
        term.say(f"{number}  {said}", "bold")
        term.say(summary, indent=3)
    return _pick(term, _("Which scenario? (Enter: 1) >"), known)


def choose_seat(term: Terminal, scenario: Scenario) -> str:
    """A nation to play. Raises Leave."""
    known = [
        Noun("nation", id_, each.short or each.name, (each.name,))
        for id_, each in scenario.nations.items()
    ]
    term.head(_("{scenario}: whom do you speak for?").format(scenario=scenario.title))
    term.say(scenario.summary)
    for number, (noun, each) in enumerate(
        zip(known, scenario.nations.values(), strict=True), start=1
    ):
        term.say(f"{number}  {noun.label}", "bold")
        term.say(each.about, indent=3)
    return _pick(term, _("Which nation? (Enter: 1) >"), known)


def _pick(term: Terminal, prompt: str, known: Sequence[Noun]) -> str:
    """One of a numbered list; the first if nothing is typed."""
    while True:
        line = term.ask(prompt)
        if not line:
            return known[0].id
        if line.isdecimal() and 1 <= int(line) <= len(known):
            return known[int(line) - 1].id
        try:
            return find(line, known, _("entry")).id
        except Unclear as error:
            term.bad(f"{sentence(str(error))} {_('A number will do.')}")


def open_game(seat: Seat, told: bool) -> None:
    """Who you are, what you want, how a turn goes. told: others have read the story already."""
    term, scenario = seat.term, seat.match.scenario
    given = scenario.nations[seat.id]
    if not told:
        term.head(scenario.title)
        _paragraphs(term, scenario.brief)
        term.pause()
    term.head(_("You speak for: {nation}").format(nation=given.name))
    _paragraphs(term, given.brief)
    show_objectives(seat)
    term.pause()
    show_situation(seat)
    term.head(_("How a turn goes"))
    term.table([[_(name), _(text)] for name, text in TURN])
    term.say(_("At a prompt `help` lists what you can type there; `quit` saves and leaves."))
    term.pause()


def _paragraphs(term: Terminal, text: str) -> None:
    parts = [part for part in text.strip().split("\n") if part]
    for number, part in enumerate(parts):
        if number:
            term.say()
        term.say(part)


def curtain(seat: Seat) -> None:
    """Hand over the keyboard so that nobody reads what is not for them. Raises Leave."""
    seat.term.clear()
    seat.term.head(_("Hand over the keyboard"))
    only = _("What comes next is for {nation} only. Everybody else: look away.")
    seat.term.say(only.format(nation=seat.name))
    seat.term.ask(_("Are you {nation}? Press Enter >").format(nation=seat.name))
    seat.term.clear()
