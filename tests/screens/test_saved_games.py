"""Saved games: shown with their pictures, gone on with, deleted; damaged files harm nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens import front
from game.screens.before import thumbnail
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.before.saved_games import SavedGames
from game.screens.play import saves
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.look import faults_of, kept_in, shown

Resumed = list[Session]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept_in(tmp_path, monkeypatch)


@pytest.fixture
def session(place: Path) -> Session:
    found = listed("first_light")
    assert found is not None
    made = Choice(found, seed=4).session()
    made.send()
    return made


@pytest.fixture
def resumed() -> Resumed:
    return []


def shelf(resumed: Resumed) -> SavedGames:
    return SavedGames(lambda app, session: resumed.append(session))


def labels(app: App) -> str:
    return "\n".join(node.label for node in app.modal.walk())


def test_a_game_is_shown_with_seat_turn_level_and_gone_on_with(
    session: Session, resumed: Resumed
) -> None:
    app = shown(shelf(resumed))
    assert "First Light, Turn 1 \u00b7 Dorvane \u00b7 Guided" in labels(app)
    click(app, "go_on")
    app.settle()
    assert [each.match.seed for each in resumed] == [4]
    assert resumed[0].path == session.path


def test_the_beginnings_of_turns_go_on_as_games_of_their_own(
    session: Session, resumed: Resumed
) -> None:
    app = shown(shelf(resumed))
    click(app, "tab.turns")
    press(app, "F9")
    app.settle()
    assert len(resumed) == 1
    assert resumed[0].path != session.path


def test_the_picture_shows_how_the_game_stands(session: Session) -> None:
    app = shown(SavedGames(lambda app, session: None))
    thumbnail.keep(app, session)
    app.settle()
    assert session.path is not None
    made = thumbnail.load(session.path)
    assert made is not None and made.get_size() == thumbnail.SIZE
    scene = thumbnail.scene_of(session)
    assert scene.own == "dorvane" and [case.nation for case in scene.cases] == ["dorvane"]
    calm, hot = (thumbnail.drawn(session.match.scenario, scene, rung) for rung in (0, 6))
    assert calm.get_at((40, 264)) != hot.get_at((40, 264)), "the ladder is on it"


def test_a_damaged_file_is_shown_as_such_and_harms_nothing(
    session: Session, place: Path, resumed: Resumed
) -> None:
    (place / "broken-1.standard.txt").write_text("rubbish")
    (place / "broken-2.standard.txt").write_bytes(b"\xff\xfe\x00")
    thumbnail.path_of(place / "broken-1.standard.txt").write_text("no picture")
    app = shown(shelf(resumed))
    assert labels(app).count("damaged") >= 2
    lines = app.screen.lines  # type: ignore[attr-defined]
    number = [each.path.name for each in lines["games"]].index("broken-1.standard.txt")
    click(app, f"game.{number}")
    go_on = app.find("go_on")
    assert go_on is not None and "damaged" in go_on.disabled
    click(app, "go_on")
    app.settle()
    assert resumed == []
    assert saves.latest() is not None, "the other game can still be gone on with"


def test_a_game_of_other_rules_says_so(session: Session, place: Path, resumed: Resumed) -> None:
    assert session.path is not None
    lines = session.path.read_text("utf-8").splitlines()
    lines[1] = "rules 0000"
    session.path.write_text("\n".join(lines) + "\n", "utf-8")
    app = shown(shelf(resumed))
    assert "other rules" in labels(app)
    click(app, "go_on")
    assert resumed == []


def test_deleting_asks_first_and_takes_the_picture_along(session: Session) -> None:
    assert session.path is not None
    app = shown(SavedGames(lambda app, session: None))
    thumbnail.keep(app, session)
    app.settle()
    press(app, "Delete")
    assert app.dialogs and app.looks.focus == "delete.no"
    press(app, "Escape")
    assert session.path.exists()
    click(app, "delete")
    click(app, "delete.yes")
    app.settle()
    assert not session.path.exists() and thumbnail.load(session.path) is None
    assert "Nothing is kept here yet" in labels(app)


def test_it_is_fit_to_be_shown(session: Session, place: Path) -> None:
    (place / "broken-1.standard.txt").write_text("rubbish")
    assert faults_of(lambda: SavedGames(lambda app, session: None)) == []


def test_a_game_that_is_over_leads_to_its_debrief_and_is_not_offered_first(place: Path) -> None:
    found = listed("first_light")
    assert found is not None
    other, done = Choice(found, seed=5).session(), Choice(found, seed=4).session()
    while not done.over:
        done.send()
    done.tell(done.turn)
    assert done.path is not None
    glanced = saves.glance(done.path)
    assert glanced is not None and glanced.over
    last = saves.latest()
    assert last is not None and last.path == other.path, "nor is the beginning of its last turn"
    app = shown(SavedGames(front.resume))
    assert "over" in labels(app) and "Debrief" in labels(app)
    click(app, "go_on")
    app.settle()
    assert [screen.name for screen in app.screens] == ["title", "situation", "aftermath"]


def test_the_picture_of_several_peoples_game_shows_what_nobody_alone_knows(place: Path) -> None:
    found = listed("first_light")
    assert found is not None
    session = Choice(found, ["dorvane", "tolvar"], seed=4, several=True).session()
    scene = thumbnail.scene_of(session)
    assert session.dossiers and not scene.cases and not scene.own
    assert len({fill for _id, fill in scene.fills}) == 1
