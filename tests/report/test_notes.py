"""Notes of messages: read by who sent them and who got them, and by nobody else."""

from __future__ import annotations

from game.decisions import Message, Reply
from game.match import Match
from game.record import from_text, to_text
from game.report import news
from game.report.story import Story
from tests import salon

NOTE = "Let us sign tonight.\x1b[2J"
LEGIBLE = "\u201cLet us sign tonight. [2J\u201d"
KIND = Message("south", "reassure", "share", note=NOTE)


def said(*messages: Message) -> Match:
    """A game in which North said it in the first round of its talks, and South nothing."""
    match = salon.match_of("north", "south")
    match.go_on()
    match.submit(0, Reply(messages=messages))
    match.submit(1, Reply())
    return match


def talks(match: Match, nation: int) -> list[Story]:
    """What a nation heard between North and South."""
    return [
        each for each in news.news_now(match, nation)
        if each.text.startswith("North ") and "South" in each.text and each.kind == "talks"
    ]  # fmt: skip


def test_a_note_and_what_it_is_about_reach_both_ends_and_nobody_else() -> None:
    match = said(KIND)
    for nation in (0, 1):
        (story,) = talks(match, nation)
        assert story.text == "North reassured South: it means to share evidence."
        assert story.why == (story.note,) == (LEGIBLE,)
    assert not any("tonight" in str(each) for each in news.news_now(match, 2))


def test_kind_words_and_warnings_without_a_topic_of_their_own_stay_short() -> None:
    warn, kind = Message("south", "warn", "restraint"), Message("south", "reassure", "restraint")
    told = [each.text for each in talks(said(warn, kind), 1)]
    assert told == ["North warned South: no further.",
                    "North reassured South of its good will."]  # fmt: skip
    (story,) = talks(said(Message("south", "warn", "help")), 1)
    assert story.text == "North warned South: it is expected to send help."


def test_of_messages_alike_each_keeps_its_own_note() -> None:
    alike = [Message("south", "ask", "help", note=note) for note in ("first", "", "third")]
    notes = [each.note for each in talks(said(*alike), 1)]
    assert sorted(notes) == ["", "\u201cfirst\u201d", "\u201cthird\u201d"]


def test_a_note_is_still_read_when_the_game_is_gone_on_with_from_its_record() -> None:
    again = from_text(to_text(said(KIND)))
    (story,) = talks(again, 1)
    assert story.note == LEGIBLE
