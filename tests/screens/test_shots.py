"""Every screen is drawn without a display, and fit to be shown under every pair of conditions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path

import pytest

from game.screens import gallery
from game.screens.gallery import PIECES
from game.ui.checks import faults, leads_back
from game.ui.conditions import SIZES, TEXTS, THEMES, Condition, pairwise, spoken
from tests.catalogues import LANGUAGES
from tests.screens.look import shown
from tests.screens.missed import Missed, own_words

ROOT = Path(__file__).resolve().parents[2]


def shots(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "game", "shots", *words], capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"}, check=False,
    )  # fmt: skip


def test_the_command_draws_what_is_asked_and_prints_one_document(tmp_path: Path) -> None:
    done = shots("--out", str(tmp_path), "--screen", "codex", "--screen", "title", "--json",
                 "--size", "1280x720", "--text", "150", "--theme", "high-contrast",
                 "--check")  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [Path(file).name for file in found["files"]] == ["title.png", "codex.png"]
    assert found["faults"] == {}
    for file in found["files"]:
        head = Path(file).read_bytes()[:24]
        assert head[:4] == b"\x89PNG"
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1280, 720)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--size", "10x10"), "--size takes a width and a height"),
        (("--text", "300"), "--text takes a percentage"),
        (("--lang", "zz"), "--lang takes one of en"),
        (("--screen", "nowhere"), "there is no screen 'nowhere'"),
        (("--pairs", "--text", "150"), "--pairs goes through"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = shots("--out", str(tmp_path), *words)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr


def test_in_pairs_every_two_of_size_text_theme_and_language_meet(tmp_path: Path) -> None:
    done = shots("--out", str(tmp_path), "--pairs", "--screen", "credits")
    drawn = {Path(line) for line in done.stdout.splitlines()}
    assert all(path.name == "credits.png" and path.is_file() for path in drawn), done.stderr
    met = [path.parent.name.split("-") for path in drawn]
    ways = [["x".join(map(str, size)) for size in SIZES], [f"{text * 100:.0f}" for text in TEXTS],
            [*THEMES], [*spoken()]]  # fmt: skip
    for one, two in combinations(range(4), 2):
        pairs = {(each[one], each[two]) for each in met}
        assert pairs == set(product(ways[one], ways[two]))
    assert len(met) < 30, "few of the two hundred"


def test_every_screen_of_the_game_is_in_the_gallery() -> None:
    """A screen is a class with a name of its own; each is drawn at least once."""
    made = {type(piece.make()).__module__ for piece in PIECES.values()}
    files = (ROOT / "game" / "screens").rglob("*.py")
    screens = [path for path in files if "(Screen):" in path.read_text("utf-8")]
    assert {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in screens} == made


@pytest.mark.slow
@pytest.mark.parametrize("name", PIECES)
def test_esc_leads_back_from_every_screen(name: str) -> None:
    app = shown(PIECES["title"].make())
    app.push(PIECES[name].make())
    app.settle()
    PIECES[name].ready(app)
    if name == "curtain":
        return  # nobody but the next player lifts it
    assert leads_back(app)


@pytest.mark.slow
@pytest.mark.parametrize("condition", pairwise(), ids=str)
@pytest.mark.parametrize("name", PIECES)
def test_every_screen_is_fit_to_be_shown(
    name: str, condition: Condition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missed: Missed
) -> None:
    monkeypatch.setenv("BACKCHANNEL_HOME", str(tmp_path))
    assert faults(gallery.shown(name, condition.size, condition.at_rest)) == []
    if condition.language in LANGUAGES:
        assert missed.texts - own_words() == set(), "said in English, or translated twice"


def test_what_is_shown_is_the_screen_that_was_asked_for() -> None:
    for name, piece in PIECES.items():
        if name.startswith(("situation", "tutorial")):
            app = shown(piece.make())
            piece.ready(app)
            assert app.screen.name == "situation", name
    orders = PIECES["situation_order"].make().session.drafts.orders  # type: ignore[attr-defined]
    assert orders, "orders lie in the queue"


def test_the_fixed_game_is_the_same_every_time() -> None:
    gallery.forget()
    first = gallery.over().match.hashes()
    gallery.forget()
    assert gallery.over().match.hashes() == first
