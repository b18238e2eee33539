"""What one said at the table stands there at once, and after the talks a way leads on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.decisions import Message, Proposal
from game.report.bodies import barred, bodies
from game.screens.bargain.answers import Offer, offer_card, offers, own_offers
from game.screens.bargain.draft import Draft
from game.screens.parts.opening import open_negotiation
from game.screens.play.session import Session
from game.screens.play.todo import unresolved
from game.screens.turn.situation import Situation
from game.ui.driving import click, press
from game.ui.node import Node
from tests.screens.games import session_at
from tests.screens.look import labels, node, shown
from tests.screens.table import table, words


def asked_after(proposal: Proposal) -> Session:
    """Somebody asks the seat something in the round in which it said a few things itself."""
    session = session_at("TALK", 1, "corvale")
    said = session.drafts.with_proposal(proposal)
    session.draft(said.with_message(Message("othmark", "warn", "silence", -1, "Hush, please.")))
    session.send()
    assert session.step is not None and session.step.name == "answer"
    return session


def test_what_one_proposed_waits_for_those_who_are_asked() -> None:
    session = asked_after(Proposal(("othmark", "brannock"), {"hotline": 1}))
    assert [each.proposal.parties for each in own_offers(session)] == [("brannock", "othmark")]
    app = table(session)
    said = words(app)
    assert "waits for Brannock and Othmark" in said and "\u201cHush, please.\u201d" in said
    assert "Nothing has been said" not in said
    session.send()
    app.touch()
    assert not own_offers(session) and "waits for Brannock" not in words(app)


def test_after_the_talks_a_button_leads_to_the_orders() -> None:
    session = session_at("ORDER", 2)
    app = shown(Situation(session), (1600, 900))
    open_negotiation(app, session)
    app.settle()
    assert node(app, "to_orders").label == "To the orders"
    click(app, "to_orders")
    assert app.screen.name == "situation"


def test_a_message_that_was_chosen_and_not_added_is_spoken_of_before_anything_is_sent() -> None:
    session = session_at("TALK", 2, "corvale")
    app = shown(Situation(session), (1280, 720))
    open_negotiation(app, session)
    app.settle()
    click(app, "mode.message")
    assert not unresolved(session), "nothing was chosen yet"
    click(app, "tone.warn")
    add = node(app, "add_message")
    assert add.seen.h > 0, "it stands at the foot, in sight"
    before = session.step
    click(app, "send")
    assert "not added" in labels(app.modal) and session.step == before
    click(app, "send.stay")
    press(app, "Escape")
    assert app.screen.name == "situation"
    click(app, "end")
    assert "not added" in labels(app.modal) and session.step == before
    click(app, "open.0")
    click(app, "add_message")
    assert not unresolved(session) and session.drafts.messages[0].tone == "warn"
    press(app, "Escape")
    click(app, "end")
    assert session.step != before and not app.dialogs


def test_a_text_that_was_not_tabled_is_spoken_of_at_the_desk_as_well() -> None:
    session = session_at("TALK", 2, "corvale")
    app = table(session)
    click(app, "clause.hotline.1")
    (todo,) = unresolved(session)
    assert "not tabled" in todo.text and todo.id == "table_it"
    click(app, "clear")
    assert not unresolved(session)


def test_a_counter_to_a_motion_opens_on_the_organisation() -> None:
    session = session_at("ANSWER", 1, "brannock")
    motion = next(each for each in offers(session) if each.proposal.organisation is not None)
    app = table(session)
    click(app, f"counter.{motion.number}")
    assert node(app, "mode.body").selected and app.find("clause.hotline.1") is None
    assert node(app, f"body.{motion.proposal.organisation}").selected


def test_powers_say_that_one_bars_the_others_and_until_when() -> None:
    session = session_at("TALK", 2, "corvale")
    body = next(each for each in bodies(session.match, session.nation) if each.mine and each.exists)
    app = table(session, Proposal((), {}, organisation=body.id))
    assert "does one thing at a time" in words(app)
    power, last = body.powers[0], session.match.board.turns
    assert barred(session.match, replace(power, free_from=session.turn)) == ""
    assert "Not before turn 3" in barred(session.match, replace(power, free_from=3))
    assert "Not any more" in barred(session.match, replace(power, free_from=last + 1))


def test_a_second_motion_in_one_organisation_is_warned_of() -> None:
    session = session_at("ANSWER", 1, "brannock")
    motion = next(each for each in offers(session) if each.proposal.organisation is not None)
    question = session.match.question
    assert question is not None and question.offers is not None
    alone = question.offers.take(np.array([motion.number]))
    session.match.question = replace(question, offers=alone)
    assert "only one can pass" not in labels(card_of(session, motion))
    session.match.question = replace(question, offers=alone.take(np.array([0, 0])))
    assert "only one can pass" in labels(card_of(session, motion))


def card_of(session: Session, offer: Offer) -> Node:
    return offer_card(session, Draft(session), offer, False, None)
