"""The coach goes along with what is done, can be skipped, sent away, and had again."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.codex.book import book
from game.codex.links import targets
from game.decisions import Order
from game.screens import front
from game.screens.after.aftermath import Aftermath
from game.screens.before.catalogue import listed
from game.screens.before.choice import Choice
from game.screens.before.title import Title
from game.screens.codex import links
from game.screens.parts.opening import open_resolution
from game.screens.play.session import Session
from game.screens.play.steps import STEPS, Step
from game.screens.turn.remarks import REMARKS
from game.screens.turn.tutorial import tutored
from game.ui.app import App
from game.ui.driving import click, press
from tests.screens.look import kept_in, shown


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return kept_in(tmp_path, monkeypatch)


def begin(level: str = "guided", seats: tuple[str, ...] = ()) -> tuple[App, Session]:
    app = shown(Title(), (1600, 900))
    links.install(app)
    found = listed("first_light")
    assert found is not None
    session = Choice(found, list(seats), level, seed=7).session(keep=False)
    front.play(app, session)
    app.settle()
    return app, session


def title(app: App) -> str:
    app.settle()
    node = app.find("coach")
    return node.label if node is not None else ""


def test_it_greets_at_the_first_case_and_goes_on_when_heard() -> None:
    app, _session = begin()
    assert title(app) == "The harbour goes dark"
    click(app, "coach.on")
    assert title(app) == "What you can spend"


def test_it_is_reached_and_answered_by_keys_alone() -> None:
    app, _session = begin()
    for _ in range(60):
        press(app, "Tab")
        if app.looks.focus == "coach.on":
            break
    press(app, "Return", "Return")
    assert title(app) == "How far from war"
    assert app.looks.focus == "coach.on", "the next remark is answered where the last was"


def test_a_deed_moves_it_on() -> None:
    app, session = begin()
    for _ in range(3):
        click(app, "coach.on")
    assert title(app) == "Look at the evidence"
    click(app, "focus.evidence")
    assert title(app) == "Whom do you believe?"
    click(app, "focus.attribution")
    assert title(app) == "Judge"
    click(app, "as_staff.harbour")
    assert session.drafts.beliefs
    assert title(app) == "Hand it in"
    session.send()
    app.touch()
    assert title(app) == "Talk before you act"


def test_a_ring_lies_around_what_it_is_about() -> None:
    app, _session = begin()
    case, rings = app.find("case.harbour"), app.modal.children
    assert case is not None
    assert any(ring.id == "coach.ring" and ring.rect == case.seen for ring in rings)


def test_whoever_plays_ahead_is_not_held_up() -> None:
    app, session = begin()
    while session.step is not None and session.step.name != "order":
        session.send()
    app.touch()
    assert title(app) == "Give an order"


def test_it_keeps_quiet_over_dialogs_and_on_screens_it_knows_nothing_of() -> None:
    app, _session = begin()
    press(app, "Escape")
    assert app.dialogs and title(app) == ""
    press(app, "Escape", "C")
    assert app.screen.name == "codex" and title(app) == ""
    press(app, "Escape")
    assert title(app) != ""


def test_it_can_be_sent_away_and_called_back_from_the_menu() -> None:
    app, _session = begin()
    click(app, "coach.on")
    click(app, "coach.away")
    assert title(app) == ""
    press(app, "Escape")
    click(app, "menu.coach")
    assert title(app) == "The harbour goes dark", "it begins anew, from where the game stands"


def test_who_stays_at_the_table_hears_of_offers_and_of_the_second_round_there() -> None:
    app, session = begin()
    session.send()
    app.touch()
    assert title(app) == "Talk before you act"
    press(app, "G")
    click(app, "coach.on")
    click(app, "coach.on")
    _propose(app)
    assert session.step is not None and session.step.name == "answer"
    assert app.screen.name == "negotiation" and title(app) == "They ask you"
    click(app, "coach.on")
    click(app, "send")
    click(app, "send.now")
    assert session.step.round == 2 and app.screen.name == "negotiation"
    assert title(app) == "Once more"


def test_of_an_order_that_was_skipped_nothing_is_said() -> None:
    app, session = begin()
    while session.step is not None and session.step.name != "order":
        session.send()
    app.touch()
    assert title(app) == "Give an order"
    click(app, "coach.on")
    assert title(app) == "What may come", "nothing waits in the queue"
    session.draft(session.drafts.with_order(Order("ready")))
    app.touch()
    assert title(app) == "Still a draft"


def test_what_it_says_of_the_report_lies_beside_what_plays() -> None:
    app, session = begin()
    session.tell(0)
    while session.turn < 2:
        session.send()
    app.resize((1280, 720))
    open_resolution(app, session, 1)
    assert title(app) == "What came of it"
    coach, scrub = app.find("coach"), app.find("scrub")
    assert coach is not None and scrub is not None and not coach.rect.colliderect(scrub.rect)


def test_home_has_no_coach() -> None:
    app, _session = begin()
    front.home(app)
    assert app.screen.name == "title" and title(app) == ""


@pytest.mark.parametrize(("level", "seats"), [("standard", ()), ("guided", ("dorvane", "tolvar"))])
def test_it_comes_to_the_tutorial_only(level: str, seats: tuple[str, ...]) -> None:
    app, session = begin(level, seats)
    assert not tutored(session)
    assert title(app) == ""


def test_remarks_are_in_the_order_of_the_game_and_link_to_pages() -> None:
    places = [remark.at for remark in REMARKS]
    assert places == sorted(places)
    assert len({remark.id for remark in REMARKS}) == len(REMARKS)
    assert {remark.step for remark in REMARKS} <= set(STEPS)
    for remark in REMARKS:
        assert all(book().find(term) for term in targets(remark.words)), remark.id


def test_every_remark_is_said_in_a_game_and_finds_what_it_is_about() -> None:
    """The coach of a whole game, each remark heard on its screen."""
    app, session = begin()
    heard: set[str] = set()
    for _ in range(200):
        heard |= _listen(app)
        if session.over:
            break
        _on(app, session)
    app.push(Aftermath(session))
    heard |= _listen(app)
    silent = {remark.title for remark in REMARKS} - heard
    passed = {"Whom do you believe?"}  # it was there already
    assert silent <= passed, f"never said: {silent}"


def _listen(app: App) -> set[str]:
    found = set()
    while title(app) and title(app) not in found:
        found.add(title(app))
        assert len(app.modal.children) >= 2
        click(app, "coach.on")
    return found


def _propose(app: App) -> None:
    """What the coach advises in the first talks; it is sent."""
    for name in ("ready.truce", "party.tolvar", "table_it", "send", "send.now"):
        click(app, name)


def _on(app: App, session: Session) -> None:
    """Whatever brings the game on from this screen."""
    step = session.step
    if app.screen.name == "situation" and step is not None and step.name == "talk":
        press(app, "G")
        if title(app):
            return
        press(app, "Escape")
    elif app.screen.name == "negotiation" and step == Step("talk", 1, 1):
        _propose(app)
        return
    elif app.screen.name in ("negotiation", "resolution"):
        press(app, "Escape")
        return
    elif step is not None and step.name == "order" and not session.drafts.orders:
        session.draft(session.drafts.with_order(Order("ready")))
        app.touch()
        return
    press(app, "Ctrl+Return")
    if app.dialogs:
        click(app, "send.now")
