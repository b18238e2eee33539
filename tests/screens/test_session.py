"""A session: drafts can be undone, steps follow one another, saves are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import paths, record
from game.decisions import Message, Order, Proposal
from game.match import HUMAN, new_match, usual_players
from game.screens.bargain.papers import papers_of
from game.screens.play import advice, desks, saves
from game.screens.play.resuming import resumed
from game.screens.play.session import Session
from game.screens.play.steps import STEPS
from game.screens.play.todo import unresolved
from tests.screens.games import library, new_session, session_at


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(saves, "folder", lambda: tmp_path)
    return tmp_path


def begun(name: str = "first_light", seats: tuple[str, ...] = ("dorvane",)) -> Session:
    scenario, text = library(name)
    return new_session(scenario, text, seats, 7, "guided")


def test_a_draft_is_undone_and_done_again() -> None:
    session = begun()
    empty = session.drafts
    session.draft(empty.with_order(Order("harden", choice="energy")))
    session.draft(session.drafts.with_order(Order("harden", choice="finance")))
    two = session.drafts
    assert session.undo() and session.undo() and session.drafts == empty
    assert not session.undo()
    assert session.redo() and session.redo() and session.drafts == two
    assert not session.redo()
    session.undo()
    session.draft(session.drafts.without_order(0))
    assert not session.can_redo and session.drafts.orders == ()


def test_an_order_moves_and_stays_within_the_list() -> None:
    drafts = begun().drafts
    for sector in ("energy", "finance", "health"):
        drafts = drafts.with_order(Order("harden", choice=sector))
    assert [o.choice for o in drafts.order_moved(2, -1).orders] == ["energy", "health", "finance"]
    assert drafts.order_moved(2, 1) is drafts and drafts.order_moved(0, -1) is drafts


def test_the_steps_of_a_turn_follow_one_another_and_the_turn_is_played() -> None:
    session = begun()
    steps, sent = [], None
    while session.turn == 1:
        assert session.step is not None
        steps.append((session.step.name, session.step.round))
        sent = session.send()
    assert steps == [step for step in STEPS if step in steps]
    assert {step for step in STEPS if step[0] != "answer"} <= set(steps)
    assert sent is not None and sent.played == 1 and not sent.handed


def test_what_is_believed_is_stated_when_it_is_sent() -> None:
    session = begun()
    case = next(d for d in session.dossiers if not d.own_doing)
    assert [t.incident for t in unresolved(session)] == [case.incident]
    first = case.suspects[0].hypothesis
    row = tuple(float(h == first) for h in range(max(s.hypothesis for s in case.suspects) + 1))
    session.draft(session.drafts.with_belief(case.incident, row))
    assert unresolved(session) == [] and not session.match.stated
    session.send()
    assert session.match.stated[0].chances[first] == 1 and session.step.name == "talk"
    assert session.believed(session.dossier(case.incident))[first] == 1


def test_orders_thought_of_early_are_kept_until_they_are_asked_for() -> None:
    session = begun()
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    session.send()
    session.draft(session.drafts.with_message(Message("tolvar", "warn", "silence")))
    session.send()
    assert session.drafts.messages == () and not session.can_undo
    assert session.drafts.orders == (Order("harden", choice="energy"),)
    while session.turn == 1:
        session.send()
    assert session.drafts.orders == ()
    assert Order("harden", choice="energy") in session.match.orders_of(1)[session.nation]


def test_two_at_one_window_are_asked_in_turn_and_never_see_each_others_drafts() -> None:
    session = begun("port_crisis", tuple(library("port_crisis")[0].nations)[:2])
    one = session.nation
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    if session.step.name == "judge":
        session.send()
    sent = session.send()
    assert sent.handed and sent.to != one and session.nation == one
    session.sit()
    assert session.nation == sent.to and session.drafts.orders == ()
    assert int(session.seen.seats[0]) == session.nation


def test_every_turn_is_saved_and_the_last_is_offered(folder: Path) -> None:
    session = begun()
    while session.turn < 3:
        session.send()
    assert [saved.turn for saved in saves.turns()] == [3, 2, 1]
    last = saves.latest()
    assert last is not None and last.turn == 3 and last.nations == ("dorvane",)
    assert last.level == "guided" and last.seed == 7 and last.fits and last.title
    again = resumed(last)
    assert again.turn == 3 and again.match.hashes() == session.match.hashes()


def test_going_back_to_a_turn_leaves_the_game_it_is_of_alone(folder: Path) -> None:
    session = begun()
    while session.turn < 3:
        session.send()
    before = session.path.read_bytes()
    again = resumed(saves.turns()[-1])
    again.send()
    assert again.turn == 1 and again.path != session.path
    assert session.path.read_bytes() == before


def test_ten_turns_are_kept(folder: Path) -> None:
    scenario, text = library("first_light")
    match = new_match(scenario, text, 1, usual_players(scenario, {"dorvane": HUMAN}))
    for number in range(13):
        place = folder / f"g{number:02d}.guided.txt"
        saves.keep_turn(match, place)
        made = saves.turns_folder() / f"g{number:02d}.turn-01.guided.txt"
        os.utime(made, ns=(number, number))
    kept = sorted(path.name for path in saves.turns_folder().glob("*.txt"))
    assert len(kept) == saves.TURNS_KEPT and kept[0].startswith("g03")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_save_cut_short_is_never_offered(folder: Path, share: float) -> None:
    session = begun()
    text = session.path.read_text("utf-8")
    for path in saves.turns_folder().glob("*.txt"):
        path.unlink()
    session.path.write_text(text[: int(len(text) * share)], "utf-8")
    assert saves.latest() is None and saves.games() == []


def test_a_game_of_other_rules_is_listed_but_not_gone_on_with(folder: Path) -> None:
    session = begun()
    for path in [session.path, *saves.turns_folder().glob("*.txt")]:
        path.write_text(path.read_text("utf-8").replace(record.rules_hash(), "0" * 16), "utf-8")
    assert saves.latest() is None and not saves.games()[0].fits


def test_a_save_that_fails_leaves_the_last_one_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun()
    before = session.path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in session.save() and "No space left" in session.send().trouble
    assert session.path.read_bytes() == before
    assert [path.name for path in folder.glob("*.new")] == []


def test_a_new_game_is_never_written_over_another(folder: Path) -> None:
    assert begun().path != begun().path and len(saves.games()) == 2


def test_the_forecast_is_rough_first_and_uses_the_drafts() -> None:
    session = begun()
    first, better = (job() for job in advice.forecast(session)())
    assert len(first.samples["heat"]) == 64 and len(better.samples["heat"]) == 256


def test_what_is_past_is_told_of_a_case_by_its_name_the_latest_first() -> None:
    session = session_at()
    title = session.dossiers[0].title
    past = session.past_of(title)
    turns = [turn for turn, _story in past]
    assert turns and turns == sorted(turns, reverse=True) and turns[0] <= 3
    assert {story for _turn, story in past} == {
        story for turn in (1, 2, 3) for story in session.report(turn) if title in story.text
    }
    assert session.past_of("Nobody is called that") == []


def test_the_usual_folder_is_the_players_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKCHANNEL_HOME")
    assert paths.saves().name == "saves" and "backchannel" in str(paths.saves())


def test_help_can_be_changed_in_play_and_is_kept(folder: Path) -> None:
    session = begun()
    first = session.path
    assert session.change_level("expert") == "" and not session.staffed
    assert first is not None and not first.exists()
    last = saves.latest()
    assert last is not None and [each.level for each in saves.games()] == ["expert"]
    assert resumed(saves.games()[0]).level == "expert"


def gone_on(session: Session) -> Session:
    """The game as it is found when it was left and gone on with."""
    session.keep_desks()
    assert session.path is not None
    saved = saves.glance(session.path)
    assert saved is not None
    return resumed(saved)


def test_what_is_drafted_is_there_when_the_game_is_gone_on_with() -> None:
    session = begun()
    case = next(each for each in session.dossiers if not each.own_doing)
    drafts = session.drafts.with_order(Order("harden", choice="energy"))
    drafts = drafts.with_message(Message("tolvar", "warn", "silence", note='a "note"\n'))
    drafts = drafts.with_proposal(Proposal(("tolvar",), {"hotline": 1})).with_answer(0, True)
    session.draft(drafts.with_belief(case.incident, (0.25, 0.75)))
    again = gone_on(session)
    assert again.drafts == session.drafts and not again.can_undo
    for _ in range(2):
        session.send()
    assert gone_on(session).drafts == session.drafts and session.drafts.orders


def test_what_is_written_at_the_table_is_there_as_well() -> None:
    session = begun()
    session.send()
    papers = papers_of(session)
    papers.draft.change(Proposal(("tolvar",), {"hotline": 1}))
    papers.letter.note = "Tonight, then."
    again = papers_of(gone_on(session))
    assert again.draft.text == papers.draft.text and again.draft.begun
    assert again.letter.note == "Tonight, then." and again.letter.begun


def test_what_one_of_two_has_sent_stays_sent_when_the_game_is_left() -> None:
    session = begun("port_crisis", tuple(library("port_crisis")[0].nations)[:2])
    one, other = session.seats
    while session.step is not None and session.step.name != "order":
        session.send()
        session.sit()
    assert session.nation == one
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    assert session.send().to == other
    session.sit()
    assert session.brief()
    again = gone_on(session)
    assert again.nation == other and again.match.waiting() == (other,)
    assert not again.brief(), "nobody is briefed twice"
    again.send()
    assert again.match.orders_of(1)[one] == (Order("harden", choice="energy"),)


def test_desks_of_another_record_or_that_were_changed_are_left_alone() -> None:
    session = begun()
    session.draft(session.drafts.with_order(Order("harden", choice="energy")))
    session.keep_desks()
    assert session.path is not None
    place = desks.path_of(session.path)
    kept = place.read_text("utf-8")
    for other in (kept.replace("energy", "moon"), "", "rubbish", "[]\n{}\n"):
        place.write_text(other, "utf-8")
        assert desks.found(session.path) == {}
    place.write_text(kept, "utf-8")
    assert desks.found(session.path)
    session.path.write_text(session.path.read_text("utf-8") + "\n", "utf-8")
    assert desks.found(session.path) == {}
