"""Undo, checks before sending, saving, leaving and going on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import record, saves
from game.rules.changes import put_cells
from game.rules.clauses import NO_OPERATIONS
from game.terminal.drafts import Drafts
from game.terminal.seat import LEVELS
from tests.terminal.drive import SEATS, at_orders, command, match_for, play

FIRST = ["believe 1 staff", "@talks 1", "ask austrane share", "propose tolvar hotline", "@orders"]
ORDERS = ["order respond harbour 2", "order investigate harbour", "done"]
REST = ["done", "yes"] * 40
GAME = [*FIRST, *ORDERS, "believe 2 staff", *REST]


def test_drafts_can_be_dropped_and_everything_undone() -> None:
    drafts: Drafts[str] = Drafts()
    for item in "abc":
        drafts.add(item)
    assert drafts.drop(2) == "b" and drafts.items == ["a", "c"]
    assert drafts.undo() and drafts.items == ["a", "b", "c"]
    assert drafts.undo() and drafts.undo() and drafts.undo() and drafts.items == []
    assert not drafts.undo()
    with pytest.raises(IndexError):
        drafts.drop(1)


def test_what_was_undone_is_not_ordered(tmp_path: Path) -> None:
    lines = [
        *FIRST,
        "order ready",
        "order harden energy",
        "undo",
        "drop 7",
        "drop 1",
        "undo",
        "done",
    ]
    text = play(match_for("dorvane"), [*lines, "quit"], tmp_path / "g.txt").text
    assert "Dropped: Raise readiness" in text and "Type drop and a number from 1 to 1." in text
    kept = (tmp_path / "g.txt").read_text("utf-8")
    assert "dorvane order ready" in kept and "dorvane order harden" not in kept


def test_costs_run_along_and_void_orders_are_refused(tmp_path: Path) -> None:
    lines = [*FIRST, "order investigate harbour 3", "order collect tolvar", "order ready", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    assert "(9 effort)" in text and "1 effort, 10 funds left" in text
    assert text.count("would be void: you cannot pay for it: not enough analyst effort") == 2
    assert "Drafts not sent are not saved (1)." in text


def test_no_orders_must_be_meant(tmp_path: Path) -> None:
    text = play(match_for("dorvane"), [*FIRST, "done", "no", "quit"], tmp_path / "g.txt").text
    assert "You give no orders this turn." in text and "TURN 2" not in text


def test_a_promise_that_is_due_is_not_forgotten(tmp_path: Path) -> None:
    lines = ["@talks 1", "promise ilmara share until 1", "@orders", "done", "no", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    assert "Due this turn: you promised Ilmara to share evidence" in text


@pytest.mark.parametrize("level", LEVELS)
def test_a_treaty_is_not_broken_without_a_question(tmp_path: Path, level: str) -> None:
    match = at_orders(match_for("dorvane"))
    one, other = (match.names.number("nation", name) for name in ("dorvane", "tolvar"))
    put_cells(match.world, "pact", NO_OPERATIONS, [one, other], [other, one], to=1)
    lines = ["law disrupt tolvar energy", "order disrupt tolvar energy", "done", "no", "quit"]
    text = play(match, lines, tmp_path / "g.txt", level).text
    broken = "it breaks your treaty with Tolvar (no operations against each other)."
    law, ordered = " ".join(text.split()).split("> order disrupt")
    assert broken.capitalize().replace("tolvar", "Tolvar") in law
    assert f"Staff warns: {broken}" in ordered and ordered.count(broken) == 2
    assert "These orders break your word" in ordered and match.turn == 1


@pytest.mark.parametrize("cut", (1, 4, 5, 7))
def test_a_game_left_and_resumed_is_the_same_game(tmp_path: Path, cut: int) -> None:
    whole = play(match_for("dorvane"), GAME, tmp_path / "whole.txt")
    part = play(match_for("dorvane"), GAME[:cut], tmp_path / "part.txt")
    assert part.status == 0 and "Go on with: backchannel play --resume" in part.text
    sent = max((n + 1 for n in range(cut) if GAME[n].startswith("@")), default=cut)
    rest = play(record.load(part.path), GAME[sent:], part.path, resumed=True)
    assert "Welcome back" in rest.text
    assert rest.match.hashes() == whole.match.hashes()
    assert rest.match.stated == whole.match.stated


def test_the_end_of_the_input_saves(tmp_path: Path) -> None:
    done = command("play", "first_light", "--transcript", "--seat", "dorvane", "--seed", "3",
                   "--record", str(tmp_path / "g.txt"), given="believe 1 tolvar=50\n")  # fmt: skip
    assert done.returncode == 0 and "Saved to" in done.stdout
    assert " tolvar=0.5 " in (tmp_path / "g.txt").read_text("utf-8")


def test_a_game_is_never_written_over_another(tmp_path: Path) -> None:
    first = saves.reserve(tmp_path / "a.txt")
    first.write_text("mine", "utf-8")
    assert saves.reserve(tmp_path / "a.txt") == tmp_path / "a-2.txt"
    assert saves.reserve(tmp_path / "a.txt") == tmp_path / "a-3.txt"
    assert first.read_text("utf-8") == "mine"


def test_resume_goes_on_with_the_latest(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path)}
    none = command("play", "--transcript", "--resume", env=env)
    assert none.returncode == 2 and "no saved game" in none.stderr
    command(
        "play",
        "first_light",
        "--transcript",
        "--seat",
        "ilmara",
        "--seed",
        "8",
        given="quit\n",
        env=env,
    )
    again = command("play", "--transcript", "--resume", given="nation me\nquit\n", env=env)
    assert again.returncode == 0 and "Islands of Ilmara" in again.stdout


TYPED = """
a b 1 2 9 99 -1 ? done yes no undo drop drafts order attribute harden publish withhold disrupt
deny collect tolvar dorvane austrane ilmara night ferry harbour letters transport energy likely
very almost certain high low = =50 tolvar=50 50% believe staff even ask warn promise share help
until 3 propose hotline attribution=2 about accuse counter accept refuse cancel " ' ` \\ \x00
é 漢字 report dossier situation nations treaties promises objectives why trust r ladder actions
action clauses glossary level expert guided bars off save help , ; | [b] {x} %s
"""
WORDS = st.sampled_from(TYPED.split())
LINES = st.lists(
    st.one_of(st.lists(WORDS, max_size=6).map(" ".join), st.text(max_size=30)), max_size=60
)


@settings(max_examples=25)
@given(lines=LINES, seat=st.sampled_from(SEATS))
def test_nothing_that_is_typed_breaks_the_game(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], seat: str
) -> None:
    path = tmp_path_factory.mktemp("g") / "g.txt"
    played = play(match_for(seat), lines, path)
    assert played.status == 0
    record.load(path, verify=True)
