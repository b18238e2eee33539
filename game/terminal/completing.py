"""What a proposal still lacks, what can be filled in for it, and why it would be void."""

from __future__ import annotations

from dataclasses import replace

from game.language import N_, _
from game.report.names import either
from game.report.norms import norms
from game.report.words import labelled
from game.rules.powers import Need
from game.staff import drafting
from game.terminal.institutions import norm_nouns, power_usage
from game.terminal.proposing import Text, body_of
from game.terminal.seat import Seat
from game.terminal.texts import text_nouns

LACKING = {
    Need.INCIDENT: N_("say what it is about"),
    Need.ACCUSED: N_("say whom it names"),
    Need.NATION: N_("say for which nation"),
    Need.NORM: N_("say which norm"),
    Need.QUESTION: N_("say which question of law"),
}
"""What to do about a power that has not been told something."""


def obvious(seat: Seat, text: Text) -> Text:
    """Fill in what can only be one thing: the case, the norm, the only power; never a name."""
    if text.organisation is not None and text.power is None:
        powers = body_of(seat, text.organisation).powers
        text = replace(text, power=powers[0].id if len(powers) == 1 else None)
    cases, live = seat.dossiers, norms(seat.match)
    if needs(text, Need.INCIDENT) and text.incident is None and len(cases) == 1:
        text = replace(text, incident=cases[0].id)
    if needs(text, Need.NORM) and text.topic is None and len(live) == 1:
        text = replace(text, topic=live[0].id)
    return text


def needs(text: Text, need: Need) -> bool:
    """Whether what a proposal says needs a case, a name, a norm."""
    return need in drafting.needs(text.proposal())


def fault(seat: Seat, text: Text) -> str:
    """Why the proposal would be void, and what to do; empty if it is in order. (Rules 8.3, 16.3)"""
    return lacking(seat, text) or drafting.void(seat.match, seat.nation, [], text.proposal())


def lacking(seat: Seat, text: Text) -> str:
    """What must still be written for a proposal to be complete; empty if nothing must."""
    return _body_fault(seat, text) if text.organisation is not None else _treaty_fault(seat, text)


def _body_fault(seat: Seat, text: Text) -> str:
    body = body_of(seat, str(text.organisation))
    if not body.mine:
        return _("you are not a member of {body}").format(body=body.short)
    if text.power is None:
        powers = either(p.id for p in body.powers)
        return _("say what {body} should do: {powers}").format(body=body.short, powers=powers)
    power = next((p for p in body.powers if p.id == text.power), None)
    said = next((_(hint) for need, hint in LACKING.items() if _lacks(text, need)), "")
    return labelled(said, f"`{power_usage(body, power)}`") if said and power else said


def _lacks(text: Text, need: Need) -> bool:
    """Whether it needs to say something and does not."""
    given = {Need.INCIDENT: text.incident, Need.ACCUSED: text.accused}
    return needs(text, need) and given.get(need, text.topic) is None


def _treaty_fault(seat: Seat, text: Text) -> str:
    clauses = {c for c, level in text.clauses.items() if level}
    if not text.parties:
        others = either(noun.label for noun in seat.others())
        return _("name at least one other party: {names}").format(names=others)
    if not clauses - {"duration"}:
        texts = either(noun.id for noun in text_nouns())
        return _("add a clause (`clauses` lists them) or a text: {texts}").format(texts=texts)
    if _lacks(text, Need.INCIDENT):
        return _("say what it is about: `about CASE`")
    if _lacks(text, Need.ACCUSED):
        return _("say whom it names: `accuse SUSPECT`")
    if text.accused is not None and not needs(text, Need.ACCUSED):
        return _(
            "naming somebody takes a clause: `attribution=1`, `attribution=2` or `joint_sanctions`"
        )
    if text.accused in (*text.parties, seat.id):
        return _("it cannot name one of its own parties")
    if _lacks(text, Need.NORM):
        live = either(f"`norm={noun.id}`" for noun in norm_nouns(seat))
        return _("say which norm: {norms}").format(norms=live or _("none is live here"))
    return ""
