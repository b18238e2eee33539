"""What a proposal still lacks, what can be filled in for it, and why it would be void."""

from __future__ import annotations

from dataclasses import replace

from game.report.names import either
from game.report.norms import norms
from game.rules.powers import Need
from game.staff import drafting
from game.terminal.institutions import norm_nouns, power_usage
from game.terminal.proposing import Text, body_of
from game.terminal.seat import Seat
from game.terminal.texts import text_nouns


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
    hint = _body_fault(seat, text) if text.organisation is not None else _treaty_fault(seat, text)
    return hint or drafting.void(seat.match, seat.nation, [], text.proposal())


def _body_fault(seat: Seat, text: Text) -> str:
    body = body_of(seat, str(text.organisation))
    if not body.mine:
        return f"you are not a member of {body.short}"
    if text.power is None:
        return f"say what {body.short} should do: {either(p.id for p in body.powers)}"
    power = next((p for p in body.powers if p.id == text.power), None)
    lacking = [
        (needs(text, Need.INCIDENT) and text.incident is None, "say what it is about"),
        (needs(text, Need.ACCUSED) and text.accused is None, "say whom it names"),
        (needs(text, Need.NATION) and text.topic is None, "say for which nation"),
        (needs(text, Need.NORM) and text.topic is None, "say which norm"),
        (needs(text, Need.QUESTION) and text.topic is None, "say which question of law"),
    ]
    said = next((hint for lacks, hint in lacking if lacks), "")
    return f"{said}: `{power_usage(body, power)}`" if said and power else said


def _treaty_fault(seat: Seat, text: Text) -> str:
    clauses = {c for c, level in text.clauses.items() if level}
    if not text.parties:
        return f"name at least one other party: {either(n.label for n in seat.others())}"
    if not clauses - {"duration"}:
        return "add a clause (`clauses` lists them) or a text: " + either(
            n.id for n in text_nouns()
        )
    if needs(text, Need.INCIDENT) and text.incident is None:
        return "say what it is about: `about CASE`"
    if needs(text, Need.ACCUSED) and text.accused is None:
        return "say whom it names: `accuse SUSPECT`"
    if text.accused is not None and not needs(text, Need.ACCUSED):
        return (
            "naming somebody takes a clause: `attribution=1`, `attribution=2` or `joint_sanctions`"
        )
    if text.accused in (*text.parties, seat.id):
        return "it cannot name one of its own parties"
    if needs(text, Need.NORM) and text.topic is None:
        live = either(f"`norm={n.id}`" for n in norm_nouns(seat))
        return f"say which norm: {live or 'none is live here'}"
    return ""
