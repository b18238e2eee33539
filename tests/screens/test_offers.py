"""Offers on the table, driven as a player would: answered, countered, weighed."""

from __future__ import annotations

from dataclasses import replace

from game.report.ties import ties
from game.screens.bargain.answers import offers
from game.screens.bargain.negotiation import Negotiation
from game.screens.bargain.parties import waiting_card
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.driving import click, press
from game.ui.node import Node
from tests.screens.games import session_at
from tests.screens.look import faults_of, node, shown
from tests.screens.table import WIDE, answering, screen, table, words


def test_offers_are_accepted_refused_and_left_open() -> None:
    app, session = answering()
    one, two = offers(session)[:2]
    click(app, f"offer.{one.number}")
    click(app, f"refuse.{two.number}")
    said = session.drafts.answers
    assert said[one.number].accept and not said[two.number].accept
    click(app, f"offer.{one.number}")
    assert one.number not in session.drafts.answers
    press(app, "Ctrl+Z")
    assert session.drafts.answers[one.number].accept


def test_what_waits_is_named_before_answers_are_sent() -> None:
    app, session = answering()
    before = session.step
    click(app, "send")
    assert app.dialogs and session.step == before
    click(app, "open.0")
    assert not app.dialogs and app.looks.focus == f"offer.{offers(session)[0].number}"


def test_a_counter_offer_refuses_and_another_answer_takes_it_back() -> None:
    session = session_at("ANSWER", 1, "othmark")
    app = table(session)
    offer = offers(session)[0]
    click(app, f"counter.{offer.number}")
    draft = screen(app).draft
    assert draft.text.counter and draft.answers == offer.number
    if draft.text.organisation is None:
        click(
            app, "clause.hotline.1" if not draft.text.clauses.get("hotline") else "clause.hotline.0"
        )
    assert not draft.fault, draft.fault
    click(app, "table_it")
    assert not session.drafts.answers[offer.number].accept
    assert len(session.drafts.proposals) == 1 and session.drafts.proposals[0].counter
    click(app, f"offer.{offer.number}")
    assert session.drafts.answers[offer.number].accept and session.drafts.proposals == ()


def test_a_counter_offer_is_no_message_and_can_be_written_on() -> None:
    app, session = answering()
    offer = next(each.number for each in offers(session) if not each.proposal.organisation)
    screen(app).mode = "message"
    click(app, f"counter.{offer}")
    assert app.find("mode.message") is None and app.find("add_message") is None
    click(app, "clause.duration.1")
    click(app, "table_it")
    before = session.drafts.proposals
    click(app, "edit.0")
    click(app, "table_it")
    assert session.drafts.proposals == before and before[0].counter
    click(app, "edit.0")
    click(app, "clause.duration.2")
    click(app, "table_it")
    (counter,) = session.drafts.proposals
    assert counter.clauses["duration"] == 2
    assert not session.drafts.answers[offer].accept


def test_an_offer_says_what_it_would_do_and_who_would_mind() -> None:
    def said(level: str) -> tuple[App, Session]:
        session = session_at("ANSWER", turn=1, level=level)
        return table(session), session

    app, session = said("guided")
    spoken = words(app)
    assert len(screen(app).consequences.found) == len(offers(session)) > 1
    assert "if all sign instead of your no" in spoken and "in your place: " in spoken
    assert "mind" in spoken
    app, session = said("standard")
    assert "in your place" not in words(app)
    click(app, f"ask_staff.{offers(session)[0].number}")
    assert "in your place" in words(app)
    app, _session = said("expert")
    assert "in your place" not in words(app)
    assert not any(n.id.startswith("ask_staff") for n in app.layers[0].walk())


def test_who_would_mind_an_offer_is_named() -> None:
    session = session_at("ANSWER", turn=1)
    app = table(session)
    number = offers(session)[0].number
    app.settle()
    known = screen(app).consequences.found
    known[number] = replace(known[number], trust={3: -4.0, 5: 0.2})
    app.touch()
    app.refresh()
    assert "Would mind, and trust you less: Corvale (\u22124)." in words(app)


def test_refusals_are_told_with_their_reasons() -> None:
    said = words(table(session_at()))
    assert "refused: " in said


def test_what_a_person_wrote_is_shown_as_it_stands_and_links_to_nothing() -> None:
    session = session_at("ORDER", 2)
    number = next(n for n, name in enumerate(session.setup.nations) if name == "corvale")
    wrote = "Turn 2: Corvale asked Brannock to explain. \u201c[[nothing|here]]\u201d"
    tie = ties(session.match, session.nation)[number, session.nation]
    made = waiting_card(session, number, tie, None, wrote, lambda: None)
    assert callable(made.tip)
    told = made.tip()
    assert isinstance(told, Node) and told.label == wrote


def test_what_was_signed_and_what_was_not_is_seen_in_every_language() -> None:
    session = session_at("ORDER", 2)
    seen = []
    for code in ("en", "fr"):
        app = shown(Negotiation(session), WIDE, language=code)
        cards = [n for n in app.modal.walk() if n.id.startswith("said.")]
        seen.append([card.draw.keywords["edge"] for card in cards])  # type: ignore[union-attr]
    assert seen[0] == seen[1] and {"good", "bad"} <= set(seen[0])


def test_answering_fits() -> None:
    session = session_at("ANSWER", 1, "corvale")
    assert faults_of(lambda: Negotiation(session)) == []


def test_while_offers_wait_a_party_opens_its_page_and_tells_how_many_it_made() -> None:
    app, session = answering()
    proposers = [each.proposer for each in offers(session)]
    for nation in session.setup.nations:
        if nation != "corvale":
            said = node(app, f"party.{nation}").label
            assert ("no offer" in said) == (nation not in proposers)
    click(app, f"party.{proposers[0]}")
    assert app.screen.name == "nation"


def test_nothing_that_was_sent_is_undone() -> None:
    app, session = answering()
    click(app, f"offer.{offers(session)[0].number}")
    before = session.step
    click(app, "send")
    click(app, "send.now")
    assert session.step != before
    press(app, "Ctrl+Z")
    assert not session.drafts.answers and not screen(app).draft.can_undo
