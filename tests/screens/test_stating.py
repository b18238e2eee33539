"""Saying whom one believes, beside the map."""

from __future__ import annotations

from game.screens.case.making import what_made
from game.screens.case.stating import stating
from game.screens.play.cases import open_cases, suspects_of
from game.screens.play.session import Session
from game.screens.turn.situation import Situation
from game.ui.driving import click
from tests.screens import look
from tests.screens.games import session_at


def order_of(session: Session) -> list[str]:
    case = open_cases(session)[0]
    found = [node.id for node in stating(session, case).walk() if node.id.startswith("believe.")]
    return [id_.rpartition(".")[2] for id_ in found]


def test_where_staff_is_not_heard_the_order_of_suspects_says_nothing_of_what_it_believes() -> None:
    guided, standard = (session_at("TALK", turn=3, level=name) for name in ("guided", "standard"))
    case = open_cases(guided)[0]
    beliefs = {each.id: each.belief for each in case.suspects}
    assert order_of(guided) == [each.id for each in case.suspects]
    known = suspects_of(standard, open_cases(standard)[0])
    assert order_of(standard) == [each.id for each in known] != order_of(guided)
    assert [e.label for e in known[:-1]] == sorted(e.label for e in known[:-1])
    assert len(beliefs) == len(known)


def test_nobody_is_offered_oneself_and_who_has_no_idea_believes_all_alike() -> None:
    session = session_at("TALK", turn=8, level="standard")
    cases = [each for each in session.dossiers if not each.own_doing]
    assert cases and all(each.id != session.me for case in cases for each in case.suspects)
    app = look.shown(Situation(session), (1920, 1080))
    case = open_cases(session)[0]
    click(app, f"no_idea.{case.id}")
    said = session.believed(case)
    assert said is not None
    shares = {round(100 * said[each.hypothesis]) for each in case.suspects}
    assert max(shares) - min(shares) <= 1


def test_a_slider_that_was_drawn_is_taken_back_as_one() -> None:
    session = session_at("TALK", turn=3)
    case = open_cases(session)[0]
    first = f"believe.{case.id}.{order_of(session)[0]}"
    for _ in range(3):
        knob = next(node for node in stating(session, case).walk() if node.id == first)
        knob.on["right"]()
    assert session.believed(case) is not None
    session.undo()
    assert session.believed(case) is None and not session.can_undo


def test_the_figure_of_the_staff_says_what_made_it_and_only_where_it_is_heard() -> None:
    session = session_at("TALK", turn=4)
    case = open_cases(session)[0]
    lead = case.suspects[0]
    told = what_made(case, lead)
    assert f"{lead.prior:.0%}" in told and f"{lead.belief:.0%}" in told
    for line in case.cards:
        if line.text and line.state == "found" and line.points_to:
            assert line.text in told
            assert ("+ found" in told) or lead.label not in line.points_to
    assert any(node.tip is not None for node in stating(session, case).walk() if not node.id)
    silent = session_at("TALK", turn=4, level="expert")
    assert all(node.tip is None for node in stating(silent, open_cases(silent)[0]).walk()
               if not node.id)  # fmt: skip
