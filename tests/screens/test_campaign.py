"""The campaign and its notebook: what a game that is over leaves behind, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.match import Match
from game.screens.before.campaign import Campaign, verdict
from game.screens.before.catalogue import catalogue, listed
from game.screens.before.choice import Choice
from game.screens.before.credits import LICENCES, Credits, assets
from game.screens.play import learnt, notebook
from game.screens.play.notebook import Judged
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.look import faults_of, kept_in, shown

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept_in(tmp_path, monkeypatch)


@cache
def played(sandbox: bool = False) -> Match:
    """First Light to its end, everything held for even between two suspects."""
    found = listed("first_light")
    assert found is not None
    choice = Choice(found, seed=5, sandbox=sandbox)
    if sandbox:
        choice.doctrines["tolvar"] = "hawk"
    session = choice.session(keep=False)
    while not session.over:
        step = session.step
        for each in session.dossiers if step is not None and step.name == "judge" else ():
            if not each.own_doing:
                row = [0.5, 0.5, *[0.0] * (len(each.suspects) - 2)]
                session.draft(session.drafts.with_belief(each.incident, tuple(row)))
        session.send()
    return session.match


def test_a_game_that_is_over_enters_the_notebook_once() -> None:
    learnt.remember(played(), "guided")
    learnt.remember(played(), "guided")
    found = notebook.lessons()
    assert [(each.scenario, each.seat, each.seed) for each in found] == [
        ("first_light", "dorvane", 5)
    ]
    assert found[0].judged, "there was something to judge"
    for each in found[0].judged:
        assert each.given in (0.0, 0.5)
        assert sum(each.chances) == pytest.approx(1)
        assert each.regret >= 0


def test_a_sandbox_and_a_game_under_way_leave_nothing() -> None:
    learnt.remember(played(sandbox=True), "guided")
    found = listed("first_light")
    assert found is not None
    learnt.remember(Choice(found).session(keep=False).match, "guided")
    assert notebook.lessons() == []


def test_a_damaged_line_is_passed_over() -> None:
    learnt.remember(played(), "guided")
    with notebook.file().open("a", encoding="utf-8") as page:
        page.write('rubbish\n{"scenario": "x"}\n[]\n')
    assert len(notebook.lessons()) == 1


@pytest.mark.parametrize(
    ("given", "chances", "regret", "word"),
    [
        (0.8, (0.2, 0.8), 0.01, "as well as it could be read"),
        (0.1, (0.9, 0.1), 0.6, "surer of the wrong one"),
        (0.5, (0.5, 0.5), 0.4, "said more than you let it"),
        (0.6, (0.4, 0.6), 0.1, "near to what the evidence said"),
    ],
)
def test_each_judgement_has_its_lesson(
    given: float, chances: tuple[float, ...], regret: float, word: str
) -> None:
    assert word in verdict(Judged("A case", "Somebody", given, 0.5, regret, chances))


def test_history_comes_in_its_order_and_the_next_case_is_marked() -> None:
    begun: list[Choice] = []
    app = shown(Campaign(lambda app, choice, quick: begun.append(choice)), (1600, 900))
    app.settle()
    stops = [node.label for node in app.modal.walk() if node.id.startswith("way.")]
    years = [each.scenario.year for each in catalogue()[0] if each.scenario.real]
    assert [stop[:4] for stop in stops] == sorted(str(year) for year in years)
    press(app, "Return")
    assert [choice.listed.scenario.year for choice in begun] == [min(years)]  # type: ignore[type-var]


def test_the_notebook_tells_how_it_ended_and_leads_to_the_curve() -> None:
    learnt.remember(played(), "guided")
    app = shown(Campaign(lambda *said: None), (1600, 900))
    app.settle()
    words = " ".join(node.label for node in app.modal.walk())
    assert "First Light" in words and "You gave that" in words
    click(app, "curve")
    assert app.screen.name == "calibration"


def test_the_campaign_is_fit_to_be_shown() -> None:
    learnt.remember(played(), "guided")

    def notebook(app: App) -> None:
        app.screen.tab = "notebook"  # type: ignore[attr-defined]
        app.touch()

    assert faults_of(lambda: Campaign(lambda *said: None)) == []
    assert faults_of(lambda: Campaign(lambda *said: None), notebook) == []


def test_credits_name_every_library_and_every_asset() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").split("dependencies = [")[1]
    needed = [line.strip(' ",').split(">=")[0] for line in lines.split("]")[0].split("\n")]
    assert set(LICENCES) == {name for name in needed if name}
    table = (ROOT / "assets" / "LICENCES.md").read_text("utf-8")
    assert len(assets()) == table.count("\n| ") - 1
    assert all(each.licence and each.author for each in assets())


@pytest.mark.parametrize("tab", ["game", "assets", "parts", "scenarios"])
def test_credits_are_fit_to_be_shown(tab: str) -> None:
    def open_tab(app: App) -> None:
        click(app, f"tab.{tab}")

    assert faults_of(Credits, open_tab) == []
