"""The negotiation table, driven as a player would: draft, table, undo, send."""

from __future__ import annotations

import pytest

from game.decisions import Message, Order, Proposal
from game.match import HUMAN, new_match, usual_players
from game.rules.clauses import CLAUSES
from game.screens.bargain.answers import offers
from game.screens.bargain.clauses import GROUPS
from game.screens.bargain.negotiation import Negotiation
from game.screens.play.session import Session
from game.screens.turn.situation import Situation
from game.ui.driving import click, press, write
from tests.screens.games import at_step, library, match_at, session_at
from tests.screens.look import faults_of, node, shown
from tests.screens.table import WIDE, screen, table, words


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


def test_what_is_sent_lists_the_note_and_what_stays_behind() -> None:
    app = table(session_at())
    click(app, "mode.message")
    app.set_focus("note")
    write(app, "sign tonight")
    click(app, "add_message")
    app.set_focus("note")
    write(app, "half a thought")
    click(app, "send")
    asked = words(app)
    assert "\u201csign tonight\u201d" in asked
    assert "The message you are writing was not added, and would not be sent." in asked


def test_a_message_is_written_anew_in_its_place() -> None:
    session = session_at()
    app = table(session)
    click(app, "mode.message")
    for topic in ("share", "help"):
        click(app, f"topic.{topic}")
        click(app, "add_message")
    click(app, "mode.treaty")
    click(app, "rewrite.0")
    assert node(app, "mode.message").selected and node(app, "topic.share").selected
    assert not node(app, "add_message").disabled, "it stands among them, but in its own place"
    click(app, "topic.silence")
    click(app, "add_message")
    assert [each.topic for each in session.drafts.messages] == ["silence", "help"]


def test_the_table_says_what_all_costs() -> None:
    session = session_at()
    have = f"{float(session.seen.capital[0, 0]):.1f}".removesuffix(".0")
    app = table(session, Proposal(("vessara", "corvale"), {"capacity_aid": 1, "hotline": 1}))
    assert f"Tabling it: 1 capital; you have {have}." in words(app)
    funds = f"{float(session.seen.funds[0, 0]):.1f}".removesuffix(".0")
    assert f"Once signed, it takes 10 of {funds} in funds: 5 to each of 2." in words(app)
    click(app, "clause.capacity_aid.2")
    assert "Once signed, it takes" not in words(app)
    click(app, "clause.capacity_aid.1")
    click(app, "table_it")
    click(app, "mode.message")
    click(app, "add_message")
    click(app, "send")
    asked = words(app)
    assert f"All of it costs 1.5 capital; you have {have}." in asked
    assert "What of it is signed costs you up to 10 funds; you have " in asked


def test_the_text_is_summed_up_and_clauses_have_no_numbers() -> None:
    app = table(session_at(), Proposal(("vessara",), {"duration": 2, "hotline": 1}))
    summary = next(n.label for n in app.layers[-1].walk() if n.label.startswith("In the text: "))
    assert "CERT hotline: a line between response teams" in summary and "six turns" in summary
    said = [n.label for n in app.layers[-1].walk() if n.role == "label" and "hotline" in n.label]
    assert said and not any(each[:1].isdigit() for each in said)


def test_what_was_begun_is_found_again_when_the_table_was_left() -> None:
    session = session_at()
    app = table(session)
    click(app, "party.vessara")
    click(app, "clause.hotline.1")
    click(app, "mode.message")
    app.set_focus("note")
    write(app, "half a thought")
    app = table(session)
    assert screen(app).draft.text == Proposal(("vessara",), {"hotline": 1})
    assert node(app, "note").value == "half a thought"
    press(app, "Ctrl+Z")
    assert screen(app).draft.text == Proposal(("vessara",), {}), "and it can be undone"
    app = table(session, Proposal(("corvale",), {"hotline": 1}))
    press(app, "Ctrl+Z")
    assert screen(app).draft.text == Proposal(("vessara",), {}), "even if another was begun"


def test_a_motion_asks_for_an_organisation_first_and_is_taken_up_as_a_motion() -> None:
    session = session_at()
    app = table(session)
    click(app, "mode.body")
    assert "Choose an organisation." in str(node(app, "table_it").disabled)
    assert "when every party says yes" not in words(app)
    click(app, "body.league")
    click(app, "power.pooled_evidence")
    click(app, f"about.incident.{session.dossiers[0].id}")
    click(app, "table_it")
    click(app, "mode.message")
    click(app, "edit.0")
    assert node(app, "mode.body").selected and node(app, "power.pooled_evidence").selected


def test_when_the_talks_are_over_it_says_so() -> None:
    session = session_at("ORDER", 2)
    app = shown(Situation(session), WIDE)
    press(app, "G")
    assert app.screen.name == "negotiation"
    told = words(app)
    assert "The talks of this turn are over" in told
    assert next(story.text for story in session.news() if story.kind == "talks") in told
    assert app.find("table_it") is None and app.find("write") is None
    press(app, "Escape")
    assert app.screen.name == "situation"


def test_reading_what_was_said_fits() -> None:
    session = session_at("ORDER", 2)
    assert faults_of(lambda: Negotiation(session)) == []


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


def test_while_judging_drafts_are_not_said_to_be_sent() -> None:
    session = at_step("judge")
    other = session.setup.nations[1]
    session.draft(session.drafts.with_message(Message(other, "warn", "silence")))
    drafted = session.drafts.messages
    app = table(session)
    click(app, "send")
    told = " ".join(each.label for each in app.modal.walk())
    assert app.dialogs and "final" not in told and "waits for its step" in told
    click(app, "send.now")
    assert session.step is not None and session.step.name == "talk"
    assert session.drafts.messages == drafted and app.screen.name == "negotiation"
