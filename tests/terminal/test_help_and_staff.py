"""What staff offers and hides, what can be looked up, and what one is told when lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.decisions import Proposal, Reply, to_orders
from game.match import new_match, usual_players
from game.report.lexicon import suspects
from game.report.names import plain, typed
from game.report.shares import percents
from game.rules.screening import screen
from game.rules.turn import Ask
from game.staff.legality import options_of, why_void_orders
from game.terminal import suggest
from game.terminal.beliefs import parse_shares
from game.terminal.glossary import words
from game.terminal.phase_answer import Offer, show_offer
from game.terminal.seat import Seat
from game.terminal.typed import parse_order
from tests.library import path_of, scenario
from tests.terminal.drive import SEATS, at_orders, match_for, menu, next_turn, play, seat, terminal


@pytest.mark.parametrize("name", SEATS)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_suggested_order_could_take_effect(name: str, seed: int) -> None:
    match = at_orders(match_for(name, seed=seed))
    while not match.over:
        here = seat(match)
        for _, hints in suggest.for_orders(here, here.open_cases):
            assert len(hints) <= 3
            for hint in hints:
                order = parse_order(here, hint.line.removeprefix("order ")).order()
                assert why_void_orders(here.seen, here.names, here.nation, [order])[0] == [""]
        match.submit(match.humans()[0], Reply())
        at_orders(match)


def test_three_orders_are_suggested_for_a_fresh_case() -> None:
    for name in SEATS:
        here = seat(at_orders(match_for(name)))
        hints = suggest.for_orders(here, suggest.pressing(here))
        assert len(hints[0][1]) == 3, name


@pytest.mark.parametrize("name", SEATS)
def test_a_seat_judges_orders_as_the_rules_will(name: str) -> None:
    match = at_orders(next_turn(match_for(name)))
    here = seat(match)
    lines = ["ready", "harden energy", "deny harbour", "expel", "strike", "own_up harbour"]
    others = [noun.id for noun in here.others()]
    given = []
    for line in lines:
        draft = parse_order(here, line)
        for column in draft.missing():
            draft.filled[column.name] = "energy" if column.kind == "sector" else others[0]
        given.append(draft.order())
    rows = to_orders(here.names, here.nation, given)
    assert match.question is not None
    theirs = screen(match.question.options, rows)
    assert np.array_equal(screen(options_of(here.seen), rows), theirs)


def test_percentages_sum_to_a_hundred() -> None:
    for shares in ([1 / 3] * 3, [0.125] * 8, [1.0, 0.0], [0.005] * 100 + [0.5]):
        assert sum(int(text.rstrip("%")) for text in percents(shares)) == 100


def test_a_belief_is_the_same_number_wherever_it_is_told(tmp_path: Path) -> None:
    lines = ["dossier 1", "believe 1", "cancel", "believe 1 staff", "@orders", "suggest", "quit"]
    text = " ".join(play(match_for("dorvane"), lines, tmp_path / "g.txt").text.split())
    first = seat(match_for("dorvane")).dossiers[0]
    top, share = next(iter(first.shares.items()))
    assert f"(of 100 left, analysts {share})" in text and f"{top.label} {share}" in text
    assert sum(int(each.rstrip("%")) for each in first.shares.values()) == 100


@pytest.mark.parametrize("name", ("first_light", "olympic_destroyer", "estonia_2007"))
def test_what_a_hint_says_can_be_typed(name: str) -> None:
    given = scenario(name)
    match = new_match(given, path_of(name).read_text("utf-8"), 3, usual_players(given, {}))
    for nation in range(match.board.nations):
        for case in Seat(match, nation, terminal([])[0]).dossiers:
            known = suspects(case)
            for noun in known:
                assert parse_shares(case, f"{typed(noun, known)}=50") == {noun.id: 50.0}
                assert set(typed(noun, known).split()) <= set(plain(noun.label).split()) | {noun.id}


def test_an_expert_sees_the_analysts_only_when_asked(tmp_path: Path) -> None:
    lines = ["dossier 1", "dossier 1 staff", "@orders", "suggest", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt", "expert").text
    before, after = text.split("dossier 1 staff")[0], text.split("> dossier 1 staff")[-1]
    assert "analysts' belief" not in before and "analysts' belief" in after
    assert "Staff suggests" not in text and "At expert level there is no staff" in text


def test_everything_can_be_looked_up(tmp_path: Path) -> None:
    lines = [
        *("help", "help norms", "situation", "nations", "nation tolvar", "nation me", "treaties"),
        *(
            "promises",
            "objectives",
            "why capital",
            "why trust",
            "r",
            "ladder",
            "actions",
            "report 1",
        ),
        *("action attribute", "clauses", "dossiers", "dossier harb", "bars off", "dossier 1"),
        *("norms", "law", "organisations", "capacity", "law order ready", "law harden energy"),
        *("bars on", "level standard", "save", *(f"glossary {word}" for word in words()), "quit"),
    ]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    for wrong in ("means nothing", "does not work", "There is no"):
        assert wrong not in text
    for part in (
        "The retaliation number R",
        "The ladder",
        "Services below 100",
        "costs     2 capital",
    ):
        assert part in text
    assert "No bars: numbers only." in text and "Saved to" in text


LOST = [
    ("situ", "Situation of Dorvane"),
    ("sitation", "did you mean 'situation'?"),
    ("gibberish", "`help` lists what does"),
    ("order ready", "orders come after the talks"),
    ("harden energy", "is an order, and orders come after the talks"),
    ("ask tolvar share", "belong to the talks"),
    ("accept 1", "no proposal waiting"),
    ("help undo", "no drafts in this phase"),
    ("undo", "no drafts in this phase"),
    ("dossier 7", "no case '7'"),
    ("believe 1 tolvar=200", "take away 100"),
    ("report 9", "Say a turn from 1 to 1: `report 1`."),
    ("promise tolvar silence until 6", "messages and proposals belong to the talks"),
    ("believe 9 tolvar=20", "there is no case '9'"),
    ("believe 50", "50 of what? Write tolvar=50"),
    ("believe 1 tolvra=20", "did you mean 'Tolvar'?"),
    ("nation france", "there is no nation 'france'"),
    ("why bananas", "there is no number 'bananas'"),
    ("glossary bananas", "there is no word in the glossary 'bananas'"),
    ("level hard", "guided, standard or expert"),
    ("help bananas", "there is no command 'bananas'"),
]


@pytest.mark.parametrize(("line", "says"), LOST)
def test_somebody_who_is_lost_is_told_what_to_do(tmp_path: Path, line: str, says: str) -> None:
    text = play(match_for("dorvane"), [line, "quit"], tmp_path / "g.txt").text
    assert says in " ".join(text.split()).replace("There is", "there is")


def test_a_question_may_be_answered_by_another_command(tmp_path: Path) -> None:
    number = menu("harden")
    lines = ["@orders", number, "situation", "drafts", "order collect", "2", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    assert "Nothing changed." in text and "Situation of Dorvane" in text.split("Which sector?")[1]
    assert "Order 1: Collect secretly on a nation: Austrane" in text


def test_numbers_ask_for_everything_an_order_says(tmp_path: Path) -> None:
    lines = ["@orders", menu("attribute"), "1", "tolvar", "likely", "2"]
    lines += [menu("harden"), "2", "2", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    told = " ".join(text.split())
    assert "“The harbour goes dark”, Tolvar, likely, moderate confidence (2 capital)" in told
    assert "Harden a sector: finance, level 2 (6 funds)" in told


def test_a_counter_offer_is_written_and_sent(tmp_path: Path) -> None:
    lines = ["@talks 1", "propose ilmara joint_statement capacity_aid=1"]
    lines += ["@Ilmara, turn 1, answers", "counter 1", "drop joint"]
    lines += ["hotline", "off_limits=2", "done", "drafts", "done", "quit"]
    played = play(match_for("dorvane", "ilmara"), lines, tmp_path / "g.txt")
    said = "ilmara counter to=dorvane capacity_aid=2 hotline=1 off_limits=2"  # still from Dorvane
    assert said in played.path.read_text("utf-8")
    assert "capacity aid: given by Dorvane" in played.text


def test_several_proposals_are_answered_at_once_or_not_at_all(tmp_path: Path) -> None:
    lines = ["@talks 1", "propose ilmara hotline", "propose ilmara off_limits=1", "done"]
    lines += ["@Ilmara, turn 1, answers", "accept 1 foo", "accept 1 and 9", "drafts"]
    lines += ["counter 1 2", "accept 1, 2 2", "drafts", "refuse 2", "done", "quit"]
    played = play(match_for("dorvane", "ilmara"), lines, tmp_path / "g.txt")
    assert "There is no proposal 'foo'; say which proposal: 1 or 2." in played.text
    assert (
        "There is no proposal '9'" in played.text and "One counter-offer at a time" in played.text
    )
    assert "Accept proposal 1; Accept proposal 2. `done` sends" in played.text
    ilmara = played.match.names.number("nation", "ilmara")
    said = next(
        d.replies[ilmara].answers for d in played.match.decided if d.phase.ask is Ask.ANSWER
    )
    assert [each.accept for each in said] == [True, False]


def test_who_has_no_file_on_a_case_is_told_so_before_the_vote() -> None:
    match = match_for("dorvane", "ilmara")
    about = Proposal(("dorvane",), {"joint_statement": 1}, "letters")
    term, out = terminal([])
    here = Seat(match, match.names.number("nation", "dorvane"), term)
    show_offer(here, Offer(1, 0, "ilmara", about), set())
    assert "you have no file on it" in out.getvalue()
    show_offer(here, Offer(1, 0, "ilmara", replace(about, incident="harbour")), set())
    assert out.getvalue().count("you have no file on it") == 1


def test_asked_one_by_one_the_rest_is_shared_out(tmp_path: Path) -> None:
    lines = ["believe 1", "30", "20", "", "quit"]
    text = play(match_for("dorvane"), lines, tmp_path / "g.txt").text
    assert "of 50 left" in text and "Nothing changed" in text
    slips = ["believe 1", "30", "abc", "80", "20", "", "10", "quit"]
    text = play(match_for("dorvane"), slips, tmp_path / "g.txt").text
    assert text.count("Type a number from 0 to 70, or Enter") == 2 and "You believe" in text
    assert "Nothing changed" in play(match_for("dorvane"), ["believe 1", "30", "cancel", "quit"],
                                     tmp_path / "g.txt").text  # fmt: skip
    lines = ["believe 1", "30", "20", "", "10", "quit"]
    assert "You believe" in play(match_for("dorvane"), lines, tmp_path / "g.txt").text
