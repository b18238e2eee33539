"""Records: the same game to the bit, and one clear sentence for everything that is wrong."""

from __future__ import annotations

import errno
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import record
from game.actions import actions
from game.decisions import (
    Answer,
    Message,
    Order,
    Proposal,
    Reply,
    from_answers,
    from_messages,
    from_offers,
    from_orders,
    to_answers,
    to_messages,
    to_offers,
    to_orders,
    topic_kind,
)
from game.match import HUMAN, Decided, Match, new_match, usual_players
from game.record import RecordError
from game.rules.action import Aim
from game.rules.clauses import CLAUSES
from game.rules.powers import Power
from game.rules.talks import Tone
from game.rules.turn import Ask
from game.rules.world import Promise
from tests import salon
from tests.library import BOTH, path_of, scenario

NAME = "first_light"
SEAT = next(iter(scenario(NAME).nations))


def match_of(name: str = NAME, seed: int = 1, **seats: str) -> Match:
    chosen = scenario(name)
    players = usual_players(chosen, seats)
    match = new_match(chosen, path_of(name).read_text("utf-8"), seed, players)
    match.go_on()
    return match


@pytest.fixture(scope="module")
def text() -> str:
    return record.to_text(match_of())


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_game_plays_again_from_its_record_to_the_bit(name: str, seed: int) -> None:
    match = match_of(name, seed)
    again = record.from_text(record.to_text(match), verify=True)
    assert again.hashes() == match.hashes()
    assert again.over
    assert record.to_text(again) == record.to_text(match)


@pytest.mark.slow
@pytest.mark.parametrize("name", BOTH)
def test_a_hundred_games_verify(name: str) -> None:
    for seed in range(1, 101):
        match = match_of(name, seed)
        assert record.from_text(record.to_text(match), verify=True).hashes() == match.hashes()


def test_a_long_record_of_eight_nations_is_small() -> None:
    chosen = scenario("olympic_destroyer").model_copy(update={"turns": 12})
    source = path_of("olympic_destroyer").read_text("utf-8").replace("turns: 8\n", "turns: 12\n", 1)
    match = new_match(chosen, source, 1, ["hawk", "reciprocator", "opportunist", "random"] * 2)
    match.go_on()
    body = record.to_text(match).split("\nscenario\n")[0]
    assert len(body.encode()) < 60 * 1024


def test_a_game_can_be_saved_in_the_middle_and_taken_up_again(tmp_path: Path) -> None:
    whole, saved = match_of(**{SEAT: HUMAN}), tmp_path / "game.txt"
    other = scenario(NAME).nations
    friend = list(other)[1]
    said = Reply(
        messages=[Message(friend, "ask", "help", note='please "help" = now')],
        proposals=[Proposal((friend,), {"hotline": 1})],
    )
    whole.submit(0, said)
    whole.state(0, 0, [0.5, 0.5] + [0.0] * (whole.board.sizes["H"] - 2))
    record.save(whole, saved)
    again = record.load(saved)
    assert again.phase == whole.phase
    assert again.stated == whole.stated
    assert list(again.decided[0].replies[0].messages) == said.messages
    while not whole.over:
        whole.submit(0, Reply())
        again.submit(0, Reply())
    assert again.hashes() == whole.hashes()


def everything() -> Reply:
    """A reply with every kind of decision there is, whatever the rules will say to it."""
    targets = {Aim.NATION: "south"}
    orders = [
        Order(
            action=action.id,
            target="gang" if "accused" in action.also else targets.get(action.aim),
            incident="blackout" if action.aim is Aim.INCIDENT else None,
            choice=CHOICES.get(next((kind for kind in CHOICES if kind in action.also), "")),
            level=1 if "answer" in action.also else action.levels,
            cover="east" if "cover" in action.also else None,
            answer="rule" if "answer" in action.also else None,
        )
        for action in actions()
    ]
    proxy = Order("spy", "south", cover="crew")
    topics = [promise.name.lower() for promise in Promise]
    messages = [
        Message("south", tone.name.lower(), topic, until=5, note=f"to {topic} = 'yes', \"no\"")
        for tone in Tone
        for topic in topics
    ]
    treaties = [
        Proposal(
            parties=("south", "west"),
            clauses={clause.id: level},
            incident="blackout",
            accused="gang" if clause.accuses else None,
            counter=counter,
            topic="answer_help" if clause.about_norm else None,
        )
        for clause in CLAUSES
        for level in range(1, len(clause.levels))
        for counter in (False, True)
    ]
    uses = [
        Proposal(
            (),
            {},
            "blackout",
            "south",
            False,
            "league",
            power.name.lower(),
            TOPICS[topic_kind(power.name.lower())],
        )
        for power in Power
    ]
    answers = [Answer(0, True), Answer(1, False, 2, 31.5, 45.0)]
    return Reply(messages, [*treaties, *uses], answers, [*orders, proxy])


CHOICES = {"sector": "health", "card": "hours", "word": "very_likely", "question": "sovereignty"}
TOPICS = {"nation": "west", "question": "collective", "norm": "spare_critical"}


def test_every_kind_of_decision_is_read_as_it_was_written() -> None:
    """By name in the record, and by name from the rows that the rules use."""
    said = everything()
    match = salon.match_of("north", "south", cast=["random"] * 4)
    names = match.names
    assert from_orders(names, to_orders(names, 0, said.orders)) == {0: said.orders}
    assert from_offers(names, to_offers(names, 0, said.proposals)) == {0: said.proposals}
    assert from_messages(names, to_messages(names, 0, said.messages))[0] == without_notes(said)
    assert from_answers(to_answers(0, said.answers)) == {0: said.answers}
    while match.turn == 1:
        match.submit(match.waiting()[0], said)
    again = record.from_text(record.to_text(match), verify=True)
    assert [d.replies for d in again.decided] == [said_then(d) for d in match.decided]
    assert {d.phase.ask for d in match.decided if d.replies[1] != Reply()} == set(Ask)


def without_notes(reply: Reply) -> list[Message]:
    return [replace(message, note="") for message in reply.messages]


def said_then(decided: Decided) -> dict[int, Reply]:
    """Replies as a record keeps them: tuples, and nothing of those who said nothing."""
    kept = {
        n: Reply(*(tuple(getattr(r, f.name)) for f in fields(r)))
        for n, r in decided.replies.items()
    }
    return {n: reply for n, reply in kept.items() if reply != Reply()}


def test_replaying_never_asks_an_ai(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise AssertionError("an AI was asked")

    monkeypatch.setattr("game.match.decide", refuse)
    assert record.from_text(text, verify=True).over


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def broken(text: str) -> dict[str, tuple[str, str]]:
    """Ways in which a record can be bad, and what is said of each."""
    first_hash = next(line for line in text.splitlines() if line.startswith("hash "))
    rules = next(line for line in text.splitlines() if line.startswith("rules "))
    order = next(line for line in text.splitlines() if " order " in line)
    return {
        "empty": ("", "this is not a record"),
        "noise": ("hello\nworld\n", "this is not a record"),
        "cut short": (text[: len(text) // 2], "the record is cut short"),
        "other rules": (changed(text, rules, "rules 0123456789abcdef"), "played by other rules"),
        "no seed": (changed(text, "seed 1\n", "seed\n"), "'seed' is not complete"),
        "bad seed": (changed(text, "seed 1\n", "seed one\n"), "'seed one' is not complete"),
        "bad turn": (changed(text, "\nturn 2\n", "\nturn two\n"), "'turn two' is not complete"),
        "no turn": (changed(text, "\nturn 2\n", "\nturn\n"), "'turn' is not complete"),
        "bad round": (changed(text, " talk 1\n", " talk one\n"), "'talk one' is not complete"),
        "unknown player": (changed(text, " reciprocator\n", " recipro\n"), "there is no AI"),
        "unknown nation": (
            changed(text, order, order.replace("  ", "  x", 1)),
            "there is no nation",
        ),
        "unknown action": (changed(text, " order ", " order x"), "there is no action"),
        "unknown verb": (changed(text, " order ", " ordre "), "there is no decision"),
        "unknown target": (changed(text, "target=", "target=x"), "there is no actor"),
        "lost phase": (changed(text, " talk 1\n", ""), "the game is not there"),
        "bad scenario": (changed(text, "| format: 1", "| format: 2"), "is not possible"),
    } | {"hash": (changed(text, first_hash, "hash 00"), "does not come out as recorded")}


@pytest.mark.parametrize("fault", broken(record.to_text(match_of())))
def test_a_bad_record_is_refused_in_one_sentence(text: str, fault: str) -> None:
    bad, said = broken(text)[fault]
    with pytest.raises(RecordError) as refused:
        record.from_text(bad, "game.txt", verify=True)
    message = str(refused.value)
    assert said in message
    assert message.startswith("game.txt")
    assert "\n" not in message


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no such file"):
        record.load(tmp_path / "nothing.txt")
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecordError, match="cannot be read as text"):
        record.load(tmp_path / "noise")


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, match = tmp_path / "game.txt", match_of()
    record.save(match, path)
    before = path.read_text("utf-8")

    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="no space left") as failed:
        record.save(match, path)
    assert path.read_text("utf-8") == before
    assert [file.name for file in tmp_path.iterdir()] == ["game.txt"]
    assert failed.value.filename == str(path)


TEXT = record.to_text(match_of())


@given(st.integers(0, len(TEXT) - 1), st.text(max_size=8))
def test_no_change_of_a_record_raises_anything_else(at: int, put: str) -> None:
    try:
        record.from_text(TEXT[:at] + put + TEXT[at + len(put) :], verify=True)
    except RecordError as refused:
        assert str(refused)
