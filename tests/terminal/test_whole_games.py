"""Whole games by script: from every seat, at every level, from the opening to the debrief."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game import paths, record, registry
from game.terminal.seat import LEVELS
from tests import salon
from tests.library import scenario
from tests.terminal.drive import SEATS, Played, command, match_for, play

TURN = ["believe 1 staff", "done", "yes", "done", "done", "done", "done", "yes", "yes", "yes"]
BUSY = [
    *("believe 1 staff", "done", "yes", "a", "b", "done", "accept 1", "done", "yes"),
    *("done", "accept 1", "done", "yes", "a", "b", "done", "yes"),
]
QUIET = ["done", "yes"] * 60


def lines_no_longer_than(text: str, width: int) -> bool:
    """What the game prints fits; what a player typed after a prompt is theirs."""
    return [line for line in text.splitlines() if len(line) > width and " > " not in line] == []


GAMES = [*((seat, "guided") for seat in SEATS), *(("tolvar", level) for level in LEVELS[1:])]


@pytest.mark.parametrize(("seat", "level"), GAMES)
def test_a_game_can_be_played_to_its_debrief(tmp_path: Path, seat: str, level: str) -> None:
    played = play(match_for(seat), BUSY * 8 + QUIET, tmp_path / "g.txt", level)
    assert played.match.over and played.status == 0
    for part in ("You speak for", "How a turn goes", "What was true", "Scores", "To talk about"):
        assert part in played.text
    assert "Traceback" not in played.text
    assert lines_no_longer_than(played.text.replace(str(played.path), ""), 80)


@pytest.mark.parametrize("width", [40, 100, 200])
def test_no_line_is_longer_than_the_screen(tmp_path: Path, width: int) -> None:
    from game.terminal.play import Game
    from tests.terminal.drive import terminal

    help_ = ["help", "actions", "nations", "ladder", "clauses", "glossary", "situation", "r"]
    term, text = terminal(help_ + QUIET, width)
    Game(match_for("ilmara"), term, tmp_path / "g.txt", "guided").run()
    assert lines_no_longer_than(text.getvalue().replace(str(tmp_path / "g.txt"), ""), width)


def test_the_end_answers_what_a_class_will_be_asked(tmp_path: Path) -> None:
    lines = [
        *("believe 1 tolvar=70", "@talks 1", "propose tolvar no_operations", "@orders"),
        *("order attribute harbour tolvar almost certain high", "done", *QUIET),
    ]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    end = " ".join(text[text.index("The game is over") :].split())
    assert "Belief in what was true" in end and "Somebody with every card" in end
    assert "What naming cost you" in end and "In all:" in end
    assert "R ends at" in end
    assert "Brier score" in end


LOOKING = [
    "staff",
    "norms",
    "law",
    "organisations",
    "capacity",
    "treaties",
    "nation me",
    "actions all",
]
LIBRARY = [
    (name, seat)
    for name in registry.yaml_files(paths.scenarios())
    for seat in list(scenario(name).nations)[:: len(scenario(name).nations) - 1]
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "seat"), LIBRARY)
def test_every_scenario_can_be_played_by_anybody(tmp_path: Path, name: str, seat: str) -> None:
    """From the first seat by a newcomer, from the last by an expert; both look at everything."""
    level = LEVELS[0] if seat == next(iter(scenario(name).nations)) else LEVELS[-1]
    rest = (BUSY * 4 + LOOKING) * 8 + QUIET * 4
    played = play(match_for(seat, name=name, seed=5), LOOKING + rest, tmp_path / "g.txt", level)
    assert played.match.over and played.status == 0
    assert lines_no_longer_than(played.text.replace(str(played.path), ""), 80)
    assert not re.search(r"Traceback|NOBODY|\bnan\b|None[,.;:)]|\w None|[{}]", played.text)
    record.load(played.path, verify=True)


def test_a_treaty_and_an_organisation_from_the_first_word_to_the_debrief(tmp_path: Path) -> None:
    """Moved, drafted, voted on, signed, and told of to the end."""
    lines = [
        *("@talks 1", "organisations", "propose league mutual_assistance about blackout"),
        "propose west, east evidence_sharing=2 mutual_assistance verification=2 hotline duration=2",
        *("staff offer", "done", "@orders", "law countermeasure south energy", "done"),
        *(
            "@turn 2, talks 1",
            "propose geneva",
            "propose union joint_sanctions about 1 accuse south",
        ),
        *("drafts", "done", "@turn 3, orders", "treaties", "norms", *QUIET, *QUIET),
    ]
    match = salon.match_of("north", cast=["reciprocator", *["always_cooperate"] * 3])
    text = " ".join(play(match, lines, tmp_path / "g.txt").text.split())
    for part in (
        "League: members' response teams went to help over Blackout.",
        "Signed.",
        "As far as you can tell, it would be",
        "Draft 1: Propose to South, East and West: a Digital Geneva Convention",
        "Union: North moved to impose sanctions; accuses South; about: Blackout. Not adopted",
        "verification: a third party",
        "Pairs of nations that read acts differently",
    ):
        assert part in text, part


def test_hot_seat_draws_a_curtain_between_people(tmp_path: Path) -> None:
    lines = [line for _ in range(40) for line in ("", "believe 1 staff", "done", "done")]
    played = play(match_for("dorvane", "tolvar"), lines + QUIET * 3, tmp_path / "g.txt")
    assert played.match.over
    assert played.text.count("Hand over the keyboard") >= 8
    assert "What was true, and what you believed: Tolvar" in played.text


def game(*words: str, given: str, env: dict[str, str]) -> str:
    done = command(
        "play", "first_light", "--transcript", "--seed", "3", *words, given=given, env=env
    )
    assert done.returncode == 0 and done.stderr == ""
    return done.stdout


def test_a_pipe_gets_plain_text_and_a_whole_game(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path)}
    text = game("--seat", "dorvane", given="\n".join(BUSY * 8 + QUIET), env=env)
    assert "The game is over" in text and "\x1b" not in text
    saved = tmp_path / "backchannel" / "saves" / "first_light-3.txt"
    assert saved.read_text("utf-8").startswith("backchannel record 1")


def test_no_escape_codes_even_if_colour_is_forced_off(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path), "NO_COLOR": "1", "TERM": "xterm-256color"}
    assert "\x1b" not in game("--seat", "ilmara", given="quit\n", env=env)


def test_without_a_seat_one_is_asked_for(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path)}
    text = game(given="ilmra\nIlmara\nquit\n", env=env)
    assert "did you mean 'Ilmara'?" in text and "Islands of Ilmara" in text


def test_without_anything_a_scenario_is_asked_for(tmp_path: Path) -> None:
    done = command(
        "play", "--transcript", given="\n2\nquit\n", env={"XDG_DATA_HOME": str(tmp_path)}
    )
    assert done.returncode == 0
    assert "begin here: the tutorial" in done.stdout and "Kingdom of Tolvar" in done.stdout


def test_what_others_hide_is_not_printed(tmp_path: Path) -> None:
    played: Played = play(
        match_for("ilmara"),
        ["dossier 2", "order investigate letters", *QUIET],
        tmp_path / "g.txt",
        "expert",
    )
    first = played.text[played.text.index("TURN 1") : played.text.index("TURN 2")]
    assert "letters" not in first.lower().replace("investigate letters", "").replace(
        "'letters'", ""
    )
