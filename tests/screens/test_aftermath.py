"""After the game: every part is shown and can be read, as chart and as table, by hand and keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.language import use
from game.report.html.tables import shown as as_written
from game.screens.after.aftermath import Aftermath
from game.screens.after.findings import PARTS, Findings
from game.screens.after.overview import said
from game.screens.before.title import Title
from game.screens.play import notebook, saves
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.checks import faults
from game.ui.driving import click, press
from tests.screens.finished import findings, game, session
from tests.screens.games import session_at
from tests.screens.look import WINDOWS, node, shown, words


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saves, "folder", lambda: tmp_path)
    return tmp_path


def made(part: str = "overview") -> Aftermath:
    screen = Aftermath(session(), part)
    screen.found = findings()
    return screen


@pytest.fixture
def app() -> App:
    return shown(made(), (1920, 1080))


def test_a_game_that_is_not_over_has_no_report() -> None:
    with pytest.raises(ValueError, match="not over"):
        Aftermath(session_at())


def test_the_overview_tells_ending_truth_and_trust(app: App) -> None:
    told = findings().told
    assert told is not None
    text = words(app)
    assert told.ending in text
    for truth in told.truths:
        assert truth.title in text and truth.culprit in text
    press(app, "T")
    text = words(app)
    for nation, start, _end in told.trust:
        assert f"nation {nation}; before {as_written(start)}" in text


def test_what_was_said_last_stands_beside_the_truth() -> None:
    for row in said(findings()):
        stated = [s for s in game().stated if s.incident == row.truth.incident and s.nation == 0]
        if not stated:
            assert row.whom == ""
            continue
        last = stated[-1].chances
        names = game().setup.cases[row.truth.incident].names
        assert row.chance == max(last) and row.whom == names[last.index(max(last))]
        assert row.right == (row.whom == row.truth.culprit)


@pytest.mark.parametrize("part", [name for name in PARTS if name != "overview"])
def test_every_part_has_what_its_section_says(part: str) -> None:
    app = shown(made(part), (1920, 1080))
    text = words(app)
    section = findings().sections[part]
    blocks = section.blocks[:1] if part == "cases" else section.blocks
    for block in blocks:
        assert block.title in text
        for note in block.notes:
            assert note.text in text


def test_t_shows_every_chart_as_a_table_with_its_figures(app: App) -> None:
    click(app, "parts.trust")
    press(app, "T")
    for block in findings().sections["trust"].blocks:
        assert block.chart is not None
        table = block.chart.table
        row = node(app, f"chart.{table.id}.0")
        for cell in table.rows[0]:
            assert cell in (None, "") or as_written(cell) in row.label
    press(app, "T")
    assert node(app, "chart.trust").role == "image"


def test_one_chart_is_turned_by_its_button(app: App) -> None:
    click(app, "twin.course")
    assert node(app, "chart.course").role == "table"
    assert node(app, "chart.stated").role == "image"


def test_a_case_of_the_overview_opens_its_truth(app: App) -> None:
    told = findings().told
    assert told is not None
    truth = told.truths[0]
    app.set_focus(f"belief.{truth.id}")
    press(app, "Return")
    assert node(app, "parts.cases").selected
    assert truth.text in words(app)


def test_a_turning_point_opens_the_replay_at_its_turn(app: App) -> None:
    points = findings().points
    assert points
    click(app, f"point.{points[0].letter}")
    assert app.screen.name == "replay"
    assert app.screen.turn == points[0].turn  # type: ignore[attr-defined]
    press(app, "Escape")
    assert app.screen.name == "aftermath"


def test_the_report_is_written_and_it_is_said_where(app: App, folder: Path) -> None:
    click(app, "write")
    app.settle()
    files = [*folder.glob("*.html")]
    assert len(files) == 1 and files[0].read_text("utf-8").startswith("<!doctype html>")
    assert str(files[0]) in words(app)


def test_a_report_that_cannot_be_written_is_said_in_a_sentence(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "file").write_text("")
    monkeypatch.setattr(saves, "folder", lambda: folder / "file")
    click(app, "write")
    app.settle()
    assert "could not be written" in words(app) and "file" in words(app)


def test_parts_are_shown_as_they_are_found_out() -> None:
    found = Findings(game(), 0)
    work = found.work()
    assert next(work) == "first" and found.told is not None and not found.sections
    screen = made()
    screen.found = found
    app = App((1280, 720))
    app.screens.append(screen)
    assert "Playing futures" in words(app)
    assert next(work) == "plain" and "cases" in found.sections and "forks" not in found.sections


def test_seats_of_one_window_each_have_their_report() -> None:
    other = findings().of(1)
    assert other.told is not None and findings().told is not None
    assert other.told.trust != findings().told.trust
    assert other.sections is findings().sections or other.sections == findings().sections


def test_judgements_of_a_kept_game_are_kept_once(folder: Path) -> None:
    for _ in range(2):
        screen = Aftermath(Session(game(), path=folder / "game.txt"))
        screen.found = findings()
        screen.found.done_aside.clear()
        shown(screen)
    kept = notebook.lessons()
    assert [each.nation for each in kept] == ["Dorvane"]
    told = findings().told
    assert told is not None
    own = {truth.incident for truth in told.truths if truth.own_doing}
    assert own, "the game has a case that is the seat's own doing, which is not judged"
    assert kept[0].beliefs.count == sum(s.incident not in own for s in game().stated)


def windows(part: str, at: int) -> list[str]:
    size, text, theme, code = WINDOWS[at]
    use(code)  # found out once in each language, not by each screen
    app = shown(made(part), size, text_scale=text, theme=theme, language=code)
    found = faults(app)
    press(app, "T")
    return [*found, *faults(app)]


@pytest.mark.parametrize(("at", "part"), list(enumerate(PARTS)))
def test_every_part_fits_a_window(at: int, part: str) -> None:
    assert windows(part, at % len(WINDOWS)) == []


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1600, 900)])
@pytest.mark.parametrize("language", ["en", "xx"])
def test_the_overview_fits_usual_windows_and_while_it_is_read(
    size: tuple[int, int], language: str
) -> None:
    screen = made()
    app = shown(screen, size, language=language)
    assert faults(app) == []
    screen.reader.at |= {"course": 2, "stated": 1, "trust_in_dorvane": 0}
    app.touch()
    assert faults(app) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", list(PARTS))
def test_every_part_fits_all_windows(part: str) -> None:
    assert [fault for at in range(len(WINDOWS)) for fault in windows(part, at)] == []


def test_the_list_of_parts_opens_where_tabs_have_no_room() -> None:
    app = shown(made(), (1024, 640))
    click(app, "parts.overview")
    assert app.dialogs and faults(app) == []
    click(app, "choose.law")
    assert not app.dialogs and app.screen.part == "law"  # type: ignore[attr-defined]
    press(app, "E")
    assert app.screen.part == "bodies"  # type: ignore[attr-defined]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_it_fits_while_it_is_found_out(steps: int) -> None:
    for size, text, theme, language in (WINDOWS[1], WINDOWS[3]):
        screen = made()
        screen.found = Findings(game(), 0)
        work = screen.found.work()
        for _ in range(steps):
            next(work)
        app = shown(Title(), size, text_scale=text, theme=theme, language=language)
        app.screens.append(screen)  # not pushed: nothing is found out meanwhile
        for part in PARTS:
            screen.part = part
            app.touch()
            assert faults(app) == []
