"""The negotiation table, driven as a player would: draft, table, undo, send, answer, counter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.decisions import Order, Proposal
from game.match import HUMAN, new_match, usual_players
from game.rules.clauses import CLAUSES, Clause
from game.screens.bargain.answers import offers
from game.screens.bargain.clauses import GROUPS, by_place
from game.screens.bargain.estimate import sampled
from game.screens.bargain.negotiation import Negotiation
from game.screens.play.session import Session
from game.staff.acceptance import Reception
from game.ui.app import App
from game.ui.driving import click, press, write
from game.ui.node import Node
from tests.screens.games import library, match_at, session_at
from tests.screens.look import faults_of, shown

WIDE = (1920, 1080)


def table(session: Session, start: Proposal | None = None) -> App:
    return shown(Negotiation(session, start), WIDE)


def screen(app: App) -> Negotiation:
    found = app.screen
    assert isinstance(found, Negotiation)
    return found


def node(app: App, name: str) -> Node:
    found = app.find(name)
    assert found is not None, name
    return found


def words(app: App) -> str:
    app.settle()
    return " ".join(f"{n.label} {n.value}" for n in app.layers[0].walk())


def test_every_clause_is_in_one_group_and_has_all_its_levels() -> None:
    listed = [id_ for _title, _sign, ids in GROUPS for id_ in ids]
    assert sorted(listed) == sorted(clause.id for clause in CLAUSES)
    app = table(session_at())
    for clause in CLAUSES:
        for level in range(len(clause.levels)):
            assert node(app, f"clause.{clause.id}.{level}").role == "radio"


def test_a_treaty_is_drafted_tabled_and_sent() -> None:
    session = session_at()
    app = table(session)
    assert node(app, "table_it").disabled
    click(app, "party.vessara")
    click(app, "clause.no_operations.1")
    click(app, "clause.duration.2")
    assert not node(app, "table_it").disabled
    click(app, "table_it")
    assert session.drafts.proposals == (
        Proposal(("vessara",), {"no_operations": 1, "duration": 2}),
    )
    round_ = session.step
    click(app, "send")
    assert "What is sent is final: nobody can call it back." in [
        n.label for n in app.layers[-1].walk()
    ]
    assert session.step == round_, "nothing is sent before it is said that it is final"
    click(app, "send.now")
    assert session.step != round_ and session.drafts.proposals == ()


def test_undo_goes_back_through_the_text_and_what_was_tabled() -> None:
    session = session_at()
    app = table(session)
    click(app, "party.vessara")
    click(app, "clause.hotline.1")
    text = screen(app).draft.text
    click(app, "table_it")
    press(app, "Ctrl+Z")
    assert session.drafts.proposals == () and screen(app).draft.text == text
    press(app, "Ctrl+Z")
    assert screen(app).draft.text == Proposal(("vessara",), {})
    press(app, "Ctrl+Y", "Ctrl+Y")
    assert session.drafts.proposals == (text,)


def test_a_text_is_taken_up_again_and_withdrawn() -> None:
    session = session_at()
    app = table(session, Proposal(("vessara",), {"hotline": 1}))
    click(app, "table_it")
    click(app, "edit.0")
    click(app, "party.corvale")
    click(app, "table_it")
    assert [p.parties for p in session.drafts.proposals] == [("vessara", "corvale")]
    click(app, "withdraw.0")
    assert session.drafts.proposals == ()


def test_a_third_proposal_in_a_round_is_too_many_and_it_says_so() -> None:
    session = session_at()
    app = table(session)
    for nation in ("vessara", "corvale"):
        click(app, f"party.{nation}")
        click(app, "clause.hotline.1")
        click(app, "table_it")
    click(app, "party.selkar")
    click(app, "clause.hotline.1")
    assert "two proposals" in node(app, "table_it").disabled


def test_the_geneva_text_is_put_to_everybody() -> None:
    session = session_at()
    app = table(session)
    click(app, "ready.geneva")
    text = screen(app).draft.text
    assert len(text.parties) == len(session.setup.nations) - 1
    assert text.clauses == {"off_limits": 2, "attribution_body": 1, "vulnerabilities": 1}
    assert node(app, "ready.geneva").selected


def test_naming_somebody_asks_for_a_case_and_a_name_and_forgets_them_with_the_clause() -> None:
    session = session_at()
    app = table(session, Proposal(("corvale",), {"attribution": 1}))
    assert "case" in node(app, "table_it").disabled
    click(app, f"about.incident.{session.dossiers[0].id}")
    assert "whom it names" in node(app, "table_it").disabled
    assert app.find("about.accused.corvale") is None, "no party can be named"
    click(app, "about.accused.vessara")
    assert not node(app, "table_it").disabled
    click(app, "clause.attribution.0")
    click(app, "clause.hotline.1")
    assert screen(app).draft.text == Proposal(("corvale",), {"hotline": 1})


def test_a_power_of_an_organisation_is_proposed() -> None:
    session = session_at()
    app = table(session)
    click(app, "mode.body")
    click(app, "body.league")
    click(app, "power.pooled_evidence")
    click(app, f"about.incident.{session.dossiers[0].id}")
    click(app, "table_it")
    (given,) = session.drafts.proposals
    assert (given.organisation, given.power, given.parties) == ("league", "pooled_evidence", ())


def test_a_promise_with_a_note_is_written_and_taken_back() -> None:
    session = session_at()
    app = table(session)
    click(app, "mode.message")
    click(app, "to.corvale")
    click(app, "tone.promise")
    click(app, "topic.help")
    app.set_focus("until")
    press(app, "Home")
    app.set_focus("note")
    write(app, "as we said in June")
    click(app, "add_message")
    (message,) = session.drafts.messages
    assert (message.to, message.tone, message.topic) == ("corvale", "promise", "help")
    assert (message.until, message.note) == (session.turn, "as we said in June")
    click(app, "unsay.0")
    assert session.drafts.messages == ()


def test_the_staff_is_heard_as_the_level_allows() -> None:
    start = Proposal(("vessara", "corvale"), {"no_operations": 1})
    app = table(session_at(level="guided"), start)
    assert "Staff: " in words(app) and node(app, "party.corvale").value
    app = table(session_at(level="standard"), start)
    assert "Staff: " not in words(app)
    click(app, "ask_staff")
    assert "Staff: " in words(app)
    app = table(session_at(level="expert"), start)
    assert "Staff: " not in words(app) and app.find("ask_staff") is None
    assert not node(app, "party.corvale").value


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


def test_an_estimate_of_an_older_text_is_not_shown() -> None:
    app = table(session_at(), Proposal(("vessara",), {"no_operations": 1}))
    before = screen(app).staff.reception
    assert before is not None and screen(app).staff.estimate is before
    screen(app).draft.level("verification", 3)
    assert screen(app).staff.estimate is None
    app.touch()
    app.settle()
    now = screen(app).staff.estimate
    assert now is not None and now is not before


def test_a_help_of_the_staff_puts_the_clause_in() -> None:
    app = table(session_at(), Proposal(("vessara", "corvale"), {"no_operations": 1}))
    now = Reception(-1, 0, {1: 0.4, 2: 0.5}, 0.30, "")
    better = Reception(CLAUSES.index(clause_of("verification")), 2, {1: 0.6, 2: 0.5}, 0.42, "")
    same = Reception(CLAUSES.index(clause_of("hotline")), 1, {1: 0.4, 2: 0.5}, 0.31, "")
    screen(app).staff.found = by_place([now, better, same])
    app.touch()
    assert app.find("help.hotline") is None, "it helps too little to be worth a word"
    assert node(app, "help.verification").label.endswith("+12")
    click(app, "help.verification")
    assert screen(app).draft.text.clauses == {"no_operations": 1, "verification": 2}


def test_a_clause_says_whom_it_would_move() -> None:
    app = table(session_at(), Proposal(("vessara", "corvale"), {"hotline": 1}))
    vessara, corvale = (screen(app).session.setup.nations.index(n) for n in ("vessara", "corvale"))
    place = CLAUSES.index(clause_of("hotline"))
    screen(app).staff.found = by_place([
        Reception(-1, 0, {vessara: 0.5, corvale: 0.5}, 0.3, ""),
        Reception(place, 0, {vessara: 0.2, corvale: 0.51}, 0.1, ""),
        Reception(place, 1, {vessara: 0.5, corvale: 0.5}, 0.3, ""),
    ])  # fmt: skip
    app.touch()
    said = [n.label for n in node(app, "card.hotline").walk()]
    assert "+30 Vessara" in said and not any("Corvale" in each for each in said)


def clause_of(id_: str) -> Clause:
    return next(each for each in CLAUSES if each.id == id_)


def test_the_band_of_a_share_holds_it_and_narrows_with_more_worlds() -> None:
    for share in (0.0, 0.03, 0.5, 1.0):
        low, high = sampled(share, 96)
        assert 0 <= low <= share <= high <= 1 and high > low
        wide = sampled(share, 24)
        assert wide[1] - wide[0] > high - low


def answering(level: str = "guided") -> tuple[App, Session]:
    session = session_at("ANSWER", 1, "corvale", level)
    return table(session), session


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


def test_refusals_are_told_with_their_reasons() -> None:
    said = words(table(session_at()))
    assert "refused: " in said


def test_when_the_talks_are_over_it_says_so() -> None:
    app = table(session_at("ORDER", 2))
    assert "The talks of this turn are over" in words(app)


@pytest.mark.parametrize(("mode", "view"), [("treaty", "draft"), ("body", "draft"),
                                            ("message", "draft"), ("treaty", "parties"),
                                            ("treaty", "talk")])  # fmt: skip
def test_it_fits(mode: str, view: str) -> None:
    session = session_at()
    start = Proposal(("vessara", "corvale"), {"attribution": 1, "norm_endorsement": 1})

    def make() -> Negotiation:
        made = Negotiation(session, start)
        made.mode, made.view = mode, view
        if mode == "body":
            made.draft.body("league", "joint_sanctions")
        return made

    assert faults_of(make) == []


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


def test_the_eye_on_a_party_opens_its_page_and_leaves_the_text_alone() -> None:
    app = table(session_at())
    click(app, "open.vessara")
    assert app.screen.name == "nation"
    press(app, "Escape")
    assert screen(app).draft.text == Proposal((), {})


def test_after_sending_the_table_goes_on_with_what_is_asked_next() -> None:
    session = session_at()
    app = shown(Negotiation(session), WIDE)
    app.screens.insert(0, Negotiation(session))
    app._came_from.insert(0, "")
    for _ in range(5):
        step = session.step
        if step is None or step.name == "order":
            break
        for offer in offers(session) if step.name == "answer" else ():
            click(app, f"refuse.{offer.number}")
        click(app, "send")
        if app.dialogs:
            click(app, "send.now")
        assert session.step != step
        waiting = offers(session)
        assert not waiting or app.looks.focus == f"offer.{waiting[0].number}"
    assert len(app.screens) == 1, "when orders are asked for, the table is left"


def test_where_two_share_a_window_the_table_is_cleared_before_the_other_looks() -> None:
    scenario, text = library("first_light")
    seats = dict.fromkeys(("dorvane", "tolvar"), HUMAN)
    match = new_match(scenario, text, 7, usual_players(scenario, seats))
    session = Session(match, keep=False)
    session.send()
    app = shown(Negotiation(session), WIDE)
    app.screens.insert(0, Negotiation(session))
    app._came_from.insert(0, "")
    click(app, f"party.{screen(app).draft.others()[0]}")
    click(app, "clause.hotline.1")
    click(app, "table_it")
    click(app, "send")
    click(app, "send.now")
    assert app.screen.name != "negotiation", "a curtain, and nothing of the table"


def test_nothing_that_was_sent_is_undone() -> None:
    app, session = answering()
    click(app, f"offer.{offers(session)[0].number}")
    before = session.step
    click(app, "send")
    click(app, "send.now")
    assert session.step != before
    press(app, "Ctrl+Z")
    assert not session.drafts.answers and not screen(app).draft.can_undo


def test_a_text_begun_while_judging_is_still_there_in_the_talks() -> None:
    session = Session(match_at("port_crisis", "brannock", 2, "TALK"), "guided", keep=False)
    assert session.step is not None and session.step.name == "judge"
    app = table(session)
    click(app, "party.vessara")
    session.send()
    app.touch()
    assert session.step.name == "talk"
    assert screen(app).draft.text.parties == ("vessara",) and node(app, "party.vessara").selected


def test_undo_at_the_table_leaves_orders_alone() -> None:
    session = session_at()
    app = table(session)
    click(app, "party.vessara")
    session.draft(session.drafts.with_order(Order("ready")))
    press(app, "Ctrl+Z")
    assert session.drafts.orders == (Order("ready"),)
