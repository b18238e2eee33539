"""Whole games through the window, by keyboard alone, from the briefing to the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screens import front
from game.screens.before.title import Title
from game.screens.play import saves
from game.screens.play.session import Session
from game.screens.play.todo import unresolved
from game.screens.turn.briefing import Briefing
from game.screens.turn.situation import Situation
from game.ui import checks, shots
from game.ui.app import App
from game.ui.settings import Settings
from tests.screens.games import library, new_session
from tests.screens.hand import Hand


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saves, "folder", lambda: tmp_path)
    return tmp_path


def at_the_briefing(name: str, seats: tuple[str, ...], **settings: object) -> Hand:
    shots.headless()
    scenario, text = library(name)
    session = new_session(scenario, text, seats, 5, "guided")
    app = App((1280, 720), Settings(language="en", **settings))  # type: ignore[arg-type]
    app.push(Title())
    app.push(Briefing(session, lambda app: app.push(Situation(session))))
    app.settle()
    hand = Hand(app, session)
    hand.see()
    return hand


def play_step(hand: Hand, orders: list[str]) -> None:
    """One step, as a player takes it who does a little of everything."""
    step = hand.session.step
    assert step is not None
    if step.name == "judge":
        for _ in unresolved(hand.session):
            hand.key("N")
            hand.judge()
        assert unresolved(hand.session) == []
    elif step.name in ("talk", "answer"):
        hand.key("G")
        assert hand.screen == "negotiation"
        hand.key("Escape")
    else:
        for search in orders:
            hand.order(search)
    assert hand.screen == "situation"
    hand.send()


def play(hand: Hand, orders: list[str]) -> int:
    """To the end; how many turns were shown."""
    hand.key("Enter")
    assert hand.screen == "situation"
    shown = 0
    for _ in range(200):
        if hand.screen == "resolution":
            shown += 1
            hand.key("Right") if hand.on == "scrub" else hand.key("Ctrl+Return")
            continue
        if hand.session.over:
            return shown
        play_step(hand, orders)
    raise AssertionError("the game does not end")


def check(session: Session, shown: int) -> None:
    assert session.over and shown == session.match.turn == len(session.match.worlds) - 1
    assert session.match.stated
    given = [session.match.orders_of(t)[session.nation] for t in range(1, shown + 1)]
    assert any(given)
    whole = saves.glance(session.path) if session.path else None
    assert whole is not None and whole.fits


def test_first_light_by_keyboard_alone() -> None:
    hand = at_the_briefing("first_light", ("dorvane",), motion=False)
    check(hand.session, play(hand, ["harden", "investigate"]))


@pytest.mark.slow
def test_port_crisis_by_keyboard_alone() -> None:
    hand = at_the_briefing("port_crisis", ("brannock",))
    check(hand.session, play(hand, ["investigate", "condemn", "joint exercise"]))


def test_two_people_hand_the_window_over_behind_a_curtain() -> None:
    hand = at_the_briefing("first_light", ("dorvane", "tolvar"), motion=False)
    hand.key("Enter")
    seen, briefed, told = list[int](), list[int](), list[int]()
    for _ in range(120):
        if hand.screen == "curtain":
            text = " ".join(n.label for layer in hand.app.layers for n in layer.walk())
            assert "only for me" not in text and hand.app.caption[0] == ""
            assert not any(d.title in text for d in hand.session.dossiers)
            hand.key("Enter")
        elif hand.screen == "briefing":
            briefed.append(hand.session.nation)
            hand.key("Enter")
        elif hand.screen == "resolution":
            told.append(hand.session.nation)
            hand.key("Ctrl+Return")
        elif hand.session.turn > 2:
            break
        else:
            seen.append(hand.session.nation)
            hand.app.say("only for me")  # as what was added to the queue is said in passing
            hand.send()
    assert hand.session.turn == 3 and set(seen) == set(hand.session.seats)
    assert briefed == [hand.session.seats[1]] and set(told) == set(hand.session.seats)


def test_what_was_played_is_offered_by_the_title_and_gone_on_with() -> None:
    hand = at_the_briefing("first_light", ("dorvane",), motion=False)
    hand.key("Enter")
    while hand.session.turn < 2:
        hand.send()
    hand.key("Ctrl+Return")
    front.home(hand.app)
    hand.see()
    assert hand.screen == "title" and hand.on == "continue"
    hand.key("Enter")
    assert hand.screen == "situation"
    session = hand.app.screen.session  # type: ignore[attr-defined]
    assert session is not hand.session and session.turn == 2
    assert checks.faults(hand.app) == []
