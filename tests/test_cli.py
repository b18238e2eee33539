"""The command line: every command, its JSON, and what it says when it is used wrongly."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game import __version__, cli, record
from game.commands import fork
from game.rules.clauses import CLAUSES
from game.rules.world import NOBODY
from game.study import bench
from tests.library import path_of
from tests.study.small import text, without
from tests.terminal.drive import ROOT

Capture = pytest.CaptureFixture[str]


def ran(capsys: Capture, *words: str) -> tuple[int, str, str]:
    """Status, output and errors of a command."""
    try:
        status = cli.main(list(words))
    except SystemExit as left:
        status = int(left.code or 0)
    said = capsys.readouterr()
    return status, said.out, said.err


def document(capsys: Capture, *words: str) -> Any:
    status, out, err = ran(capsys, *words)
    assert (status, err) == (0, "")
    return json.loads(out)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "game.txt"
    assert cli.main(["auto", "first_light", "--seed", "4", "--record", str(path)]) == 0
    return path


def test_auto_plays_a_game(capsys: Capture) -> None:
    found = document(capsys, "auto", "first_light", "--seed", "1", "--json")
    wanted = {"scenario", "seed", "turns", "ending", "scores", "trust", "peak_rung", "treaties"}
    assert wanted | {"incidents", "hash", "seconds"} <= set(found)
    assert found["scenario"] == "first_light" and set(found["scores"]) == set(found["trust"])
    again = document(capsys, "auto", str(path_of("first_light")), "--seed", "1", "--json")
    assert again | {"seconds": 0} == found | {"seconds": 0}


def test_a_game_is_told_by_ids_and_their_names(capsys: Capture, kept: Path, tmp_path: Path) -> None:
    found = document(capsys, "auto", "first_light", "--seed", "4", "--json")
    labels, nations = found["labels"], set(found["scores"])
    assert labels["endings"][found["ending"]] == found["ending_label"]
    assert set(labels["nations"]) == nations and found["players"]["tolvar"] in labels["ais"]
    assert found["treaties"]
    for treaty in found["treaties"]:
        assert [labels["nations"][n] for n in treaty["parties"]] == treaty["party_labels"]
        assert set(treaty["clauses"]) <= {clause.id for clause in CLAUSES} and "ours" not in treaty
        assert len(treaty["clauses"]) == len(treaty["clause_labels"])
    for case in found["incidents"]:
        assert case["culprit"] != case["culprit_label"] == labels["nations"][case["culprit"]]
    told = document(capsys, "report", str(kept), "--out", str(tmp_path / "game.html"), "--json")
    assert [told[key] for key in ("ending", "ending_label", "labels")] == [
        found[key] for key in ("ending", "ending_label", "labels")
    ]


def test_auto_for_people(capsys: Capture) -> None:
    status, out, _ = ran(capsys, "auto", "first_light", "--players", "hawk")
    assert status == 0 and out.startswith("first_light, seed 1:")


def test_auto_takes_players(capsys: Capture) -> None:
    found = document(capsys, "auto", "first_light", "--players", "tolvar=hawk", "--json")
    assert found["players"]["tolvar"] == "hawk" and found["players"]["dorvane"] == "reciprocator"
    found = document(capsys, "auto", "first_light", "--players", "random", "--json")
    assert set(found["players"].values()) == {"random"}


def test_replay_verifies(capsys: Capture, kept: Path) -> None:
    found = document(capsys, "replay", str(kept), "--verify", "--json")
    assert found["ok"] and found["turns"] == 4 and found["first_difference"] is None
    status, out, _ = ran(capsys, "replay", str(kept))
    assert status == 0 and "4 turns" in out


def test_replay_finds_the_first_difference(capsys: Capture, kept: Path, tmp_path: Path) -> None:
    text, hash_ = kept.read_text("utf-8"), "hash "
    second = text.index(hash_, text.index(hash_) + 1) + len(hash_)
    changed = tmp_path / "changed.txt"
    changed.write_text(text[:second] + "0" * 32 + text[second + 32 :], "utf-8")
    status, out, _ = ran(capsys, "replay", str(changed), "--verify", "--json")
    assert status == 1 and json.loads(out)["first_difference"] == 2
    status, out, _ = ran(capsys, "replay", str(changed), "--json")
    assert status == 1 and not json.loads(out)["ok"], "hashes are compared unasked"


@pytest.mark.parametrize("command", ["report", "view", "fork"])
def test_a_record_that_comes_out_otherwise_is_told_of(
    capsys: Capture, kept: Path, tmp_path: Path, command: str
) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(re.sub(r"(?m)^hash .*", "hash 00", kept.read_text("utf-8")), "utf-8")
    turn = ["--turn", "1", "--seat", "tolvar"]
    options = {"report": [], "view": turn, "fork": [*turn, "--orders", "", "--worlds", "10"]}
    status, _, err = ran(capsys, command, str(changed), *options[command])
    assert status == 0 and err.count("\n") == 1 and "turn 1 does not come out as recorded" in err


@pytest.mark.parametrize(
    "words",
    [
        ["report", "RECORD", "--out"],
        ["report", "RECORD", "--pdf"],
        ["auto", "first_light", "--record"],
        ["balance", "first_light", "--worlds", "10", "--out"],
    ],
)
def test_nothing_of_another_kind_is_written_over(
    capsys: Capture, kept: Path, tmp_path: Path, words: list[str]
) -> None:
    essay, words = tmp_path / "essay.txt", [str(kept) if w == "RECORD" else w for w in words]
    essay.write_text("An essay", "utf-8")
    others = [essay] if words[0] == "auto" else [essay, kept]
    for other in others:
        before = other.read_text("utf-8")
        status, out, err = ran(capsys, *words, str(other))
        assert (status, out) == (2, "") and "is not written over" in err and err.count("\n") == 1
        assert other.read_text("utf-8") == before
    assert not kept.with_suffix(".html").exists()


def test_figures_are_not_written_over_a_record(capsys: Capture, kept: Path, tmp_path: Path) -> None:
    record = tmp_path / "scores.csv"
    record.write_text(kept.read_text("utf-8"), "utf-8")
    page = str(tmp_path / "game.html")
    status, _, err = ran(capsys, "report", str(record), "--out", page, "--csv", str(tmp_path))
    assert status == 2 and "it is a record" in err
    assert [path.name for path in tmp_path.iterdir()] == ["scores.csv"]
    assert record.read_text("utf-8") == kept.read_text("utf-8")


def test_what_is_of_the_kind_is_written_anew(capsys: Capture, kept: Path, tmp_path: Path) -> None:
    page = str(tmp_path / "game.html")
    for _again in range(2):
        assert ran(capsys, "report", str(kept), "--out", page, "--csv", str(tmp_path))[0] == 0


def test_a_record_that_is_none_is_refused(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("hello", "utf-8")
    status, out, err = ran(capsys, "replay", str(tmp_path / "x.txt"), "--json")
    assert (status, out) == (1, "") and "this is not a record" in err


def test_view_tells_what_a_seat_saw(capsys: Capture, kept: Path) -> None:
    found = document(capsys, "view", str(kept), "--turn", "1", "--seat", "ilmara")
    assert found["turn"] == 1 and found["nations"][3] == "ilmara"
    assert len(found["view"]["support"]) == 4 and len(found["view"]["capital"]) == 1
    assert "culprit" not in found["view"] and found["incidents"][:2] == ["harbour", None]


def test_check_passes_the_library(capsys: Capture) -> None:
    found = document(capsys, "check", str(ROOT / "scenarios"), "--json")
    assert found["findings"] == [] and len(found["files"]) >= 2
    assert ran(capsys, "check", "first_light")[0] == 0


def test_check_finds_faults(capsys: Capture, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        path_of("first_light").read_text("utf-8").replace("turns: 4", "trns: 4"), "utf-8"
    )
    status, out, _ = ran(capsys, "check", str(bad), "--json")
    found = json.loads(out)
    assert status == 1
    assert {"file", "line", "column", "severity", "id", "message", "hint"} == set(
        found["findings"][0]
    )
    status, _, err = ran(capsys, "auto", str(bad))
    assert status == 1 and "trns" in err


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The path of a small scenario with a test, balanced and reached as far as it says."""
    path = tmp_path / "good.yaml"
    path.write_text(text(), "utf-8")
    return str(path)


def test_fork_compares_two_futures(capsys: Capture, kept: Path) -> None:
    words = ["fork", str(kept), "--turn", "2", "--seat", "dorvane", "--worlds", "20"]
    found = document(capsys, *words, "--orders", "expel tolvar; harden energy", "--json")
    assert found["orders"] == ["expel tolvar", "harden energy"]
    assert set(found["before"]) == set(found["after"]) == set(found["difference"])
    gap = found["difference"]["score.dorvane"]
    assert gap["low"] <= gap["value"] <= gap["high"]
    assert found["void"] == [] and found["worlds"] == 20 and found["was"]
    status, out, _ = ran(capsys, *words, "--orders", "")
    assert status == 0 and "instead  nothing" in out and "what changed (20 futures" in out


def test_orders_are_told_as_they_are_typed(kept: Path) -> None:
    match = record.load(kept)
    told = []
    for turn in range(1, len(match.worlds)):
        for nation, orders in match.orders_of(turn).items():
            line = "; ".join(fork.words_of(order) for order in orders)
            again = fork.typed(match.rewound(turn), nation, line)
            assert again == [replace(each, reason=NOBODY, factor=0.0) for each in orders], line
            told += orders
    assert len({order.action for order in told}) > 8


def test_tests_of_scenarios(capsys: Capture, small: str) -> None:
    found = document(capsys, "test", small, "--workers", "1", "--json")
    assert {"name", "passed", "value", "interval"} <= set(found["tests"][0])
    assert [each["name"] for each in found["tests"]] == ["quiet"]
    status, out, _ = ran(capsys, "test", small, small, "--workers", "1")
    assert status == 0 and "passed" in out and out.endswith("tests: 1, failed: 0\n")


def test_a_failed_test_fails(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    never = "\n  snow: {text: Snow in summer, worlds: 10, when: turn > 99, least: 0.5}\n"
    path.write_text(text(tests=never), "utf-8")
    status, out, _ = ran(capsys, "test", str(path), "--workers", "1")
    assert status == 1 and "FAILED" in out
    path.write_text(without(text(), "tests"), "utf-8")
    status, out, _ = ran(capsys, "test", str(path), "--workers", "1")
    assert status == 0 and "there are no tests in it" in out


def test_cover_tells_what_is_reached(capsys: Capture, small: str) -> None:
    words = ["cover", small, "--worlds", "40", "--workers", "1"]
    status, out, err = ran(capsys, *words, "--json")
    found = json.loads(out)
    assert err == "" and status == (0 if all(each["why"] for each in found["unreached"]) else 1)
    assert found["reached"]["incident.blackout"] == 1 and set(found["seeds"]) == set(
        found["reached"]
    )
    thing = min(found["reached"], key=lambda thing: found["reached"][thing])
    again = document(
        capsys, "auto", small, "--seed", str(found["seeds"][thing]),
        "--players", found["players"][thing], "--json",
    )  # fmt: skip
    assert again["scenario"] == "good"
    status, out, _ = ran(capsys, *words)
    assert "never reached:" in out and "parts of conditions never true whenever" in out


def test_balance_tells_who_wins(capsys: Capture, small: str, tmp_path: Path) -> None:
    page = tmp_path / "deep" / "balance.html"
    words = ["balance", small, "--worlds", "20", "--workers", "1"]
    status, out, err = ran(capsys, *words, "--out", str(page), "--json")
    found = json.loads(out)
    assert err == "" and {"seats", "endings", "worlds_per_second"} <= set(found)
    assert status == (0 if all(flag["why"] for flag in found["flags"]) else 1)
    assert set(found["seats"]) == {"arlen", "borrow", "cadry"} == set(found["labels"]["nations"])
    assert set(found["endings"]) == set(found["labels"]["endings"])
    assert page.read_text("utf-8").startswith("<!doctype html>")
    status, out, _ = ran(capsys, *words)
    assert "worst off: " in out


def test_ablate_tells_what_systems_do(capsys: Capture, small: str) -> None:
    words = ["ablate", small, "--worlds", "20", "--workers", "1", "--only", "treaties,joint"]
    status, out, _ = ran(capsys, *words, "--json")
    found = json.loads(out)
    assert {shift["system"] for shift in found["shifts"]} == {"treaties", "joint"}
    assert {"without", "with", "difference", "as_meant"} <= set(found["shifts"][0])
    named = [shift for shift in found["shifts"] if shift["named"]]
    assert [shift["system"] for shift in named] == ["treaties", "joint"]
    assert status == (0 if all(shift["as_meant"] for shift in named) else 1)
    _, out, _ = ran(capsys, *words)
    assert ("NOT as meant" in out) == (status == 1)
    assert out.startswith("good, 20 paired games") and "treaties: mean trust at the end" in out


def test_bench_prints_what_was_measured(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "run", lambda **given: {"turns_per_s": {"1": 5.0}})
    assert document(capsys, "bench", "--json") == {"turns_per_s": {"1": 5.0}}
    assert ran(capsys, "bench")[1] == "turns_per_s: {'1': 5.0}\n"


WRONG = [
    (["paly"], "did you mean 'play'?"),
    (["auto"], "scenario"),
    (["auto", "frist_light"], "did you mean 'first_light'?"),
    (["auto", "nowhere/x.yaml"], "no such file"),
    (["auto", "first_light", "--seed", "x"], "seed"),
    (["auto", "first_light", "--seed", "-1"], "--seed takes"),
    (["auto", "first_light", "--players", "hwak"], "did you mean 'hawk'?"),
    (["auto", "first_light", "--players", "tolvr=hawk"], "did you mean 'tolvar'?"),
    (["auto", "first_light", "--players", "tolvar=hwak"], "did you mean 'hawk'?"),
    (["auto", "first_light", "--record", "/proc/x.txt"], "cannot be written"),
    (["play", "first_light", "--seat", "dorvan"], "did you mean 'dorvane'?"),
    (["play", "first_light", "--seat", "dorvane, dorvane"], "names dorvane more than once"),
    (
        ["play", "first_light", "--transcript", "--seat", "dorvane", "--record", "/proc/x.txt"],
        "cannot be written",
    ),
    (
        ["play", "first_light", "--transcript", "--seat", "dorvane", "--record", "/proc"],
        "/proc: this is a folder",
    ),
    (["play", "first_light", "--level", "hard"], "guided"),
    (["play", "--resume", "--record", "/nowhere/x.txt"], "no such file"),
    (["replay", "/nowhere/x.txt"], "no such file"),
    (["replay", "/proc"], "/proc: this is a folder"),
    (["auto", "/proc"], "/proc: this is a folder"),
    (["auto", "first_light", "--record", "/dev/null"], "this is not a file"),
    (["check", "/nowhere/x.yaml"], "no such file"),
    (["check", "/proc"], "there is no scenario in this folder"),
    (["bench", "--fast"], "--fast"),
    (["test", "frist_light"], "did you mean 'first_light'?"),
    (["cover", "first_light", "--worlds", "3"], "--worlds takes a number from 10"),
    (["cover", "first_light", "--workers", "none"], "takes a number from 1 to 256"),
    (["balance", "first_light", "--workers", "0"], "takes a number from 1 to 256"),
    (["balance", "first_light", "--seed", "-4"], "--seed takes"),
    (["ablate", "first_light", "--only", "noms"], "did you mean 'norms'?"),
    (["balance", "first_light", "--out", "/proc/x.html"], "cannot be written"),
    (["fork", "/nowhere/x.txt", "--turn", "1", "--seat", "x", "--orders", ""], "no such file"),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_bad_usage_is_one_sentence(capsys: Capture, words: list[str], says: str) -> None:
    status, out, err = ran(capsys, *words)
    assert (status, out) == (2, "")
    assert says in err and err.count("\n") == 1 and err.startswith("backchannel: ")


@pytest.mark.parametrize(
    "words", [["auto", "--seed", "-1", "--record"], ["balance", "--worlds", "3", "--out"]]
)
def test_what_is_refused_leaves_no_file(capsys: Capture, tmp_path: Path, words: list[str]) -> None:
    command, *options = words
    status, _, _ = ran(capsys, command, "first_light", *options, str(tmp_path / "new"))
    assert status == 2 and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words", [["--turn", "9", "--seat", "tolvar"], ["--turn", "1", "--seat", "x"]]
)
def test_view_refuses_what_was_not(capsys: Capture, kept: Path, words: list[str]) -> None:
    status, out, err = ran(capsys, "view", str(kept), *words)
    assert (status, out) == (2, "") and err.count("\n") == 1


FORKED_WRONG = [
    (["--turn", "9", "--seat", "tolvar", "--orders", ""], "--turn takes a turn from 1 to 4"),
    (["--turn", "1", "--seat", "tolvr", "--orders", ""], "did you mean 'tolvar'?"),
    (["--turn", "1", "--seat", "tolvar", "--orders", "expel dorvn"], "did you mean"),
    (
        ["--turn", "1", "--seat", "tolvar", "--orders", "expel"],
        "does not say which nation (`expel NATION`)",
    ),
    (["--turn", "1", "--seat", "tolvar", "--orders", "fly"], "no action 'fly' (there are ask_help"),
    (["--turn", "1", "--seat", "tolvar", "--orders", "", "--worlds", "1"], "--worlds takes"),
]


@pytest.mark.parametrize(("words", "says"), FORKED_WRONG)
def test_fork_refuses_what_cannot_be(
    capsys: Capture, kept: Path, words: list[str], says: str
) -> None:
    status, out, err = ran(capsys, "fork", str(kept), *words)
    assert (status, out) == (2, "") and says in err and err.count("\n") == 1


def test_version_and_help(capsys: Capture) -> None:
    assert ran(capsys, "--version") == (0, f"backchannel {__version__}\n", "")
    for name in cli.COMMANDS:
        status, out, _ = ran(capsys, name, "--help")
        assert status == 0 and f"example: backchannel {name}" in " ".join(out.split())


def test_a_fault_is_no_traceback(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**given: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(bench, "run", fail)
    status, _, err = ran(capsys, "bench")
    assert status == 1 and err.count("\n") == 1 and "by nothing" in err
    with pytest.raises(ZeroDivisionError):
        cli.main(["bench", "--debug"])


@pytest.mark.parametrize("words", [["check", "scenarios"], ["auto", "first_light", "--json"]])
def test_a_full_disk_is_told_in_one_sentence(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "game", *words],
            stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "No space left" in done.stderr and "fault" not in done.stderr


@pytest.mark.parametrize("words", [["report", "RECORD", "--out"], ["report", "RECORD", "--pdf"]])
def test_a_report_that_finds_no_room_says_so(capsys: Capture, kept: Path, words: list[str]) -> None:
    given = [str(kept) if word == "RECORD" else word for word in words]
    place = "/dev/full" if words[-1] == "--out" else "/proc/game.pdf"
    status, out, err = ran(capsys, *given, place)
    assert (status, out) == (2, "") and f"{place}: cannot be written (" in err
    assert not kept.with_suffix(".html").exists()


def test_nobody_reading_on_is_no_fault() -> None:
    line = f"{sys.executable} -m game play first_light --transcript --seat dorvane | head -n 2"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; yes done | {line}"],
        capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == ""
