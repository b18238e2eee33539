"""The tutorial as text, from the first question to the debrief: as the newcomer at a window plays.

Where the window shows, the text says; and each step of the turn is asked for in its order.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from game import paths, record, registry
from tests.library import scenario
from tests.whole.reader import Reader, at_a_terminal

STEPS = ["judge", "talks 1", "answers 1", "talks 2", "answers 2", "orders"]
TRUTH = [
    *("The game is over", "What was true, and what you believed", "Brier score", "regret"),
    *("What naming cost you", "What you wanted", "How far the others trust you", "Scores"),
    *("Promises and treaties", "The law", "Debrief", "To talk about"),
]
"""What the after-action tells of every game of the tutorial."""


@pytest.mark.slow
def test_from_the_first_question_to_the_truth_as_text(tmp_path: Path) -> None:
    with at_a_terminal(tmp_path, "play", "--transcript", "--seed", "3") as reader:
        begin(reader)
        steps = [step for _ in range(4) for step in play_a_turn(reader)]
        reader.read_on()
        assert reader.over and reader.end() == 0
    for turn in range(1, 5):
        asked = [step for number, step in steps if number == turn]
        always = [step for step in STEPS if step in asked or not step.startswith("answers")]
        assert asked == always
    told = reader.read[reader.read.index("The game is over") :]
    assert [part for part in TRUTH if part not in told] == []
    check_the_record(tmp_path)


def check_the_record(folder: Path) -> None:
    """The game was kept whole, with everything that was typed."""
    (kept,) = folder.glob("saves/*.txt")
    match = record.load(kept, verify=True)
    assert match.over and len(match.stated) >= 4
    dorvane = match.setup.nations.index("dorvane")
    replies = [each.replies[dorvane] for each in match.decided if dorvane in each.replies]
    assert any(reply.orders for reply in replies) and any(reply.proposals for reply in replies)


def begin(reader: Reader) -> None:
    """Choose the scenario and the seat, and read the briefing."""
    for name in registry.yaml_files(paths.scenarios()):
        assert scenario(name).title in reader.read
    reader.type("First Light")
    for nation in scenario("first_light").nations.values():
        assert (nation.short or nation.name) in reader.read
    reader.type("Dorvane")
    reader.read_on()
    for part in ("What Dorvane wants", "Situation of Dorvane", "How a turn goes", "News"):
        assert part in reader.read


def play_a_turn(reader: Reader) -> list[tuple[int, str]]:
    """Each step as it is asked for, up to the next turn; the turn and the names of the steps."""
    deeds = {"judge": judge, "talks": talk, "answers": answer, "orders": order}
    turn, steps = turn_asked(reader), []
    while not reader.over and turn_asked(reader) == turn:
        step = reader.asked.split(", ")[2].removesuffix(" > ")
        steps.append((turn, step))
        deeds[step.split()[0]](reader)
        reader.read_on()
    return steps


def turn_asked(reader: Reader) -> int:
    return int(reader.asked.split(", ")[1].removeprefix("turn "))


def judge(reader: Reader) -> None:
    """Look at the evidence, and say what one believes of every case."""
    cases = reader.type("dossiers").count("severity")
    assert cases
    for case in range(1, cases + 1):
        told = reader.type(f"dossier {case}")
        assert "Suspects" in told and "Evidence" in told
        assert "You believe" in reader.type(f"believe {case} staff")
    leave(reader)


def talk(reader: Reader) -> None:
    """In the first turn a truce is proposed; staff says how likely it is to be signed."""
    if ", turn 1, talks 1" in reader.asked:
        told = reader.type("propose tolvar no_operations hotline dispute_settlement")
        assert "Draft 1" in told and "capital" in told
        assert "%" in reader.type("staff offer") and "Tolvar" in reader.type("drafts")
    leave(reader)


def answer(reader: Reader) -> None:
    """Whatever is proposed is accepted."""
    number = 1
    while reader.type(f"accept {number}").startswith(f"accept {number} Accept proposal {number}"):
        number += 1
    leave(reader)


def order(reader: Reader) -> None:
    """The first thing staff suggests, taken back and given again."""
    read = reader.read[reader.read.rindex("Staff suggests") :]
    assert " a) " in read
    assert "Order 1" in reader.type("a")
    assert "Undone" in reader.type("undo")
    reader.type("a")
    assert "The ladder" in reader.type("staff")
    leave(reader)


def leave(reader: Reader) -> None:
    """Send it, whatever is open."""
    reader.type("done")
    if reader.asked.startswith("yes or no"):
        reader.type("yes")
