"""The replay viewer: any turn, through the fog of any seat, the truth only when it is over."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import record
from game.report.html import told as telling
from game.report.html.told import Game
from game.report.moments import between, moment, seats, true_cases
from game.report.news import turn_report
from game.screens.after.records import Records
from game.screens.after.replay import SECONDS, TRUTH, Replay
from game.screens.before.title import Title
from game.screens.play import saves
from game.ui.app import App
from game.ui.checks import leads_back
from game.ui.driving import click, press, wait, write
from tests.screens.finished import findings, game
from tests.screens.games import match_at
from tests.screens.look import faults_of, shown, words


def at(app: App) -> int:
    return app.screen.turn  # type: ignore[attr-defined, no-any-return]


def test_turns_are_stepped_and_scrubbed_by_keys() -> None:
    app = shown(Replay(game(), 0, 1), (1920, 1080))
    last = len(game().worlds) - 1
    press(app, "Right")
    assert at(app) == 2
    press(app, "End")
    assert at(app) == last
    press(app, "Right")
    assert at(app) == last
    press(app, "Home")
    assert at(app) == 0
    press(app, "N", "N", "Shift+N")
    assert at(app) == 1
    click(app, "step_on")
    assert at(app) == 2


def test_a_seat_sees_what_it_saw_and_no_more() -> None:
    app = shown(Replay(game(), 1, 2), (1920, 1080))
    text = words(app)
    own = {story.text for story in turn_report(game(), 1, 2)}
    for story in own:
        assert story in text
    others = {s.text for n in range(game().board.nations) for s in turn_report(game(), n, 2)}
    hidden = {story for story in others - own if not any(story in seen for seen in own)}
    assert hidden and not any(story in text for story in hidden)


def test_nobody_is_named_twice_among_those_who_saw_a_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    once = telling.turn_told
    monkeypatch.setattr(telling, "turn_told", lambda *asked: [*once(*asked), *once(*asked)])
    for each in Game(game()).chronicle[0]:
        assert len(set(each.seen)) == len(each.seen), each.text


def test_the_truth_tells_everything_and_who_saw_it() -> None:
    app = shown(Replay(game(), 0, 2), (1920, 1080))
    click(app, "seat")
    click(app, f"seat.{TRUTH}")
    text = words(app)
    for told in findings().game.chronicle[1]:
        assert told.text in text
    assert "Seen by" in text


def test_a_game_under_way_shows_only_what_its_people_see() -> None:
    match = match_at("port_crisis", "othmark", 3, "TALK")
    number = match.setup.nations.index("othmark")
    assert seats(match) == (number,)
    screen = Replay(match, 0)
    assert screen.seat == number and screen.game is None
    app = shown(screen, (1920, 1080))
    click(app, "seat")
    assert app.find(f"seat.{TRUTH}") is None and app.find("seat.0") is None
    with pytest.raises(AssertionError, match="over"):
        between(match, 1, number, 0, truth=True)


def test_a_moment_shows_what_the_seat_saw_then() -> None:
    for turn in (0, 1, len(game().worlds) - 1):
        then = moment(game(), turn, 1)
        was = game().view_at(turn, 1)
        assert (then.view(1).trust == was.trust).all()
        assert (then.view(1).heat == was.heat).all()
        assert then.humans() == (1,)
    with pytest.raises(ValueError, match="can be looked at"):
        moment(game(), 99, 0)


def test_true_cases_are_those_that_had_begun() -> None:
    for turn in range(len(game().worlds)):
        cases = true_cases(findings().game, turn)
        assert all(0 < each.began <= turn for each in cases)
    assert len(true_cases(findings().game, len(game().worlds) - 1)) == len(findings().game.cases)


def test_relations_are_a_band_through_fog_and_exact_in_truth() -> None:
    screen = Replay(game(), 0, 1)
    plan = screen.relations().plan
    assert plan.bands and plan.series[0].values[0] == pytest.approx(  # type: ignore[attr-defined]
        float(game().worlds[0].trust[0, screen.other, 0]), abs=0.06
    )
    screen.seat = TRUTH
    plan = screen.relations().plan
    theirs = [float(world.trust[screen.other, 0, 0]) for world in game().worlds]
    assert not plan.bands  # type: ignore[attr-defined]
    assert plan.series[1].values == pytest.approx(theirs, abs=0.06)  # type: ignore[attr-defined]


def test_it_plays_by_itself_and_stops_at_the_end() -> None:
    app = shown(Replay(game(), 0, 0), (1920, 1080))
    screen = app.screen
    assert isinstance(screen, Replay)
    press(app, "P")
    assert screen.tape.playing
    for turn in range(1, len(game().worlds)):
        wait(app, SECONDS + 0.1)
        assert at(app) == turn
    assert not screen.tape.playing
    wait(app, SECONDS + 0.1)
    assert at(app) == len(game().worlds) - 1


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    ("tab", "seat"),
    [
        ("news", TRUTH), ("ties", 0), ("ties", TRUTH), pytest.param("map", 0, marks=SLOW),
        pytest.param("map", TRUTH, marks=SLOW), pytest.param("news", 0, marks=SLOW),
    ],
)  # fmt: skip
def test_it_fits(tab: str, seat: int) -> None:
    def made() -> Replay:
        screen = Replay(game(), 0, 2, report=True)
        screen.seat, screen.tab = seat, tab
        return screen

    assert faults_of(made) == []


# ---- records ----------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saves, "folder", lambda: tmp_path)
    record.save(game(), tmp_path / "first_light-7.standard.txt")
    return tmp_path


def test_a_kept_game_is_opened_and_leads_to_its_report(folder: Path) -> None:
    app = shown(Title())
    app.push(Records())
    app.settle()
    click(app, "record.0")
    app.settle()
    assert app.screen.name == "replay"
    click(app, "report")
    assert app.screen.name == "aftermath"
    press(app, "Escape", "Escape")
    assert app.screen.name == "records" and leads_back(app)


def test_any_other_file_is_opened_by_its_path(folder: Path) -> None:
    app = shown(Records())
    app.set_focus("record_path")
    write(app, str(folder / "first_light-7.standard.txt"))
    press(app, "Return")
    app.settle()
    assert app.screen.name == "replay"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [("none.txt", None, "there is no such file"), ("odd.txt", "a letter", "this is not a record")],
)
def test_a_file_that_is_no_record_is_said_to_be_none(
    folder: Path, name: str, text: str | None, said: str
) -> None:
    if text is not None:
        (folder / name).write_text(text)
    app = shown(Records())
    app.set_focus("record_path")
    write(app, str(folder / name))
    click(app, "open")
    app.settle()
    assert app.screen.name == "records" and said in words(app)


def test_records_fit(folder: Path) -> None:
    assert faults_of(Records, lambda app: app.settle()) == []
