"""Whatever the window offers in the tutorial can be had as text: looked at, said, decided."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.decisions import Reply
from game.screens.after.findings import PARTS
from game.screens.parts import opening
from game.screens.play.session import Session
from game.terminal.console import Terminal
from game.ui.app import App
from game.ui.driving import click
from game.ui.node import Node
from game.ui.shots import app_with
from tests.screens.games import session_at
from tests.terminal.drive import match_for, play

REPORT = {
    "overview": "Ending:", "cases": "What was true", "judgement": "Brier score",
    "turning": "When heat changed most", "escalation": "The ladder, from the start",
    "trust": "How far the others trust you", "promises": "Promises and treaties",
    "norms": "Norms", "law": "The law", "bodies": "Organisations", "scores": "Scores",
    "forks": "backchannel fork", "questions": "To talk about", "sources": "Sources",
}  # fmt: skip
"""What the text calls each part of the after-action report."""
IF_ANY = {"turning", "norms", "bodies", "sources"}
"""Parts the text leaves out where a game has nothing to tell of them."""
MENU = {
    "report": "report", "trust": "nations", "bodies": "organisations", "save": "save",
    "codex": "glossary", "brief": "objectives", "own": "nation me", "leave": "quit",
}  # fmt: skip
"""Ways of the menu of the game, and the commands that lead there."""
OF_THE_WINDOW = {"load", "settings", "coach", "on"}
"""Ways that text has no use for: `--resume` loads, and its coach is what each step says first."""
NEEDS = {
    **dict.fromkeys(("attribution", "joint_sanctions"), "about harbour accuse austrane"),
    **{"joint_statement": "about harbour", "duration": "hotline"},
    **{"mutual_assistance": "about=harbour", "mediation": "for=ilmara"},
}
"""What some clauses and measures say besides; the window asks for it as well."""


class Typist:
    """Types at the same game that a window shows; what is refused is kept, with its reason."""

    def __init__(self, session: Session, path: Path, refused: list[str]) -> None:
        self.session, self.path, self.refused = session, path, refused

    def type(self, *lines: str) -> str:
        """What is said to some lines, in one line; nothing is handed in."""
        played = play(self.session.match, lines, self.path, self.session.level, resumed=True)
        return " ".join(played.text.split())

    def accepts(self, *lines: str) -> bool:
        """Whether nothing of it is refused."""
        del self.refused[:]
        self.type(*lines)
        return not self.refused

    def shows(self, name: str, *clicks: str) -> App:
        """A screen of the same game, after some clicks."""
        app = app_with(opening.made(name, self.session), (1600, 900))
        app.settle()
        for each in clicks:
            click(app, each)
        return app


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Typist]:
    """The tutorial in its third turn, at a step."""
    refused: list[str] = []
    monkeypatch.setattr(Terminal, "bad", lambda self, text: refused.append(text))

    def opened(ask: str) -> Typist:
        session = session_at(ask, 3, "dorvane", "guided", "first_light")
        return Typist(session, tmp_path / "game.txt", refused)

    return opened


def named(app: App, start: str) -> dict[str, Node]:
    """The nodes whose names begin so, by the rest of their names; there are some."""
    nodes = (node for node in app.modal.walk() if node.id.startswith(start) and node.label)
    found = {node.id.removeprefix(start): node for node in nodes}
    assert found
    return found


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_every_number_is_explained(at: Callable[[str], Typist]) -> None:
    typist = at("ORDER")
    for name in named(typist.shows("situation"), "figure."):
        assert typist.accepts(f"why {name}"), typist.refused


def test_every_way_of_the_menu_is_a_command(at: Callable[[str], Typist]) -> None:
    typist = at("ORDER")
    ways = set(named(typist.shows("situation", "menu"), "menu.")) - OF_THE_WINDOW
    assert ways == set(MENU)
    assert typist.accepts(*MENU.values()), typist.refused
    for level in named(typist.shows("situation", "menu"), "level."):
        assert typist.accepts(f"level {level}")


def test_all_evidence_is_told(at: Callable[[str], Typist]) -> None:
    typist = at("TALK")
    for number, case in enumerate(typist.session.dossiers, 1):
        told = typist.type(f"dossier {number}")
        app = typist.shows("situation")
        opening.open_dossier(app, typist.session, case.incident)
        app.settle()
        for node in named(app, "card.").values():
            assert one_line(node.label).casefold() in told.casefold()


def test_every_suspect_can_be_judged(at: Callable[[str], Typist]) -> None:
    typist = at("TALK")
    for number, case in enumerate(typist.session.dossiers, 1):
        for suspect in named(typist.shows("situation", f"case.{case.id}"), f"believe.{case.id}."):
            assert typist.accepts(f"believe {number} {suspect}=50"), typist.refused
        assert typist.accepts(f"believe {number} staff")


def test_the_same_orders_are_open_at_the_same_price(at: Callable[[str], Typist]) -> None:
    typist = at("ORDER")
    told = typist.type("actions all")
    stages = set(named(typist.shows("orders"), "stage.")) - {"suggested"}
    for stage in stages:
        app = typist.shows("orders", f"stage.{stage}")
        for action, node in named(app, "action.").items():
            words = one_line(" ".join(each.label for each in node.walk()))
            assert (f"{action}: not now" in told) == ("Not now" in words), action
            if "Not now" not in words:
                label, _comma, cost = node.label.partition(", ")
                assert f"{action} {label} {cost}" in told


def test_staff_suggests_the_same_orders(at: Callable[[str], Typist]) -> None:
    typist = at("ORDER")
    told = typist.type("suggest")
    for node in named(typist.shows("orders"), "suggested.").values():
        assert one_line(node.label.split(", ")[0]) in told


def test_every_clause_can_be_proposed_at_every_level(at: Callable[[str], Typist]) -> None:
    typist = at("TALK")
    app = typist.shows("negotiation")
    for name in named(app, "clause."):
        clause, level = name.rpartition(".")[::2]
        if clause and level != "0":
            line = f"propose tolvar {clause} {level} {NEEDS.get(clause, '')}"
            assert typist.accepts("@talks 1", line), (line, typist.refused)
    for ready in named(app, "ready."):
        assert typist.accepts("@talks 1", f"propose tolvar {ready}"), typist.refused


def test_every_message_can_be_sent(at: Callable[[str], Typist]) -> None:
    typist = at("TALK")
    app = typist.shows("negotiation", "mode.message")
    topics, nations = named(app, "topic."), named(app, "to.")
    for tone in named(app, "tone."):
        plain = tone in ("warn", "reassure")
        for words in [""] if plain else topics:
            line = f"{tone} {next(iter(nations))} {words}"
            assert typist.accepts("@talks 1", line), (line, typist.refused)


def test_every_measure_can_be_moved(at: Callable[[str], Typist]) -> None:
    typist = at("TALK")
    for power, node in named(typist.shows("institutions"), "power.").items():
        line = f"propose strait_commission {power} {NEEDS[power]}"
        taken = typist.accepts("@talks 1", line)
        assert taken != bool(node.disabled), (line, typist.refused, node.disabled)


def test_every_proposal_can_be_answered(at: Callable[[str], Typist]) -> None:
    typist = at("ANSWER")
    app = typist.shows("negotiation")
    for number, _offer in enumerate(named(app, "refuse."), 1):
        assert typist.accepts(f"accept {number}", "undo", f"refuse {number}"), typist.refused
    for number, _offer in enumerate(named(app, "counter."), 1):
        assert typist.accepts(f"counter {number}", "done"), typist.refused


def test_every_part_of_the_report_is_told(tmp_path: Path) -> None:
    match = match_for("dorvane")
    while match.phase is not None:
        for case in range(len(match.setup.cases)) if match.phase.round == 1 else ():
            share = 1 / len(match.setup.cases[case].names)
            match.state(0, case, [share] * len(match.setup.cases[case].names))
        match.submit(match.waiting()[0], Reply())
    told = play(match, [], tmp_path / "game.txt").text
    assert set(REPORT) == set(PARTS)
    missing = {part for part, words in REPORT.items() if words not in told}
    assert missing <= IF_ANY
