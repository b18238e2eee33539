"""What an order of each action has to say: its columns, in the order a person is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from game.decisions import Order
from game.report import lexicon, words
from game.report.names import Noun
from game.report.seat import Seat
from game.rules.action import Action, Aim
from game.rules.claims import CONFIDENCE
from game.staff.legality import price, why_closed

Filled = Mapping[str, str]
"""Ids by column."""


@dataclass(frozen=True)
class Column:
    """One thing an order says, and how it is asked for."""

    name: str
    kind: str
    question: str
    optional: bool = False


_COLUMNS = (
    ("incident", Column("incident", "incident", "Which case?")),
    ("accused", Column("target", "actor", "Who did it?")),
    ("nation", Column("target", "nation", "Which nation?")),
    ("sector", Column("choice", "sector", "Which sector?")),
    ("word", Column("choice", "word", "How likely is it?")),
    ("card", Column("choice", "card", "Which evidence?")),
    ("question", Column("choice", "question", "Which question of law?")),
    ("answer", Column("answer", "answer", "What do you hold?")),
    ("confidence", Column("level", "confidence", "How sure are you of that judgement?")),
    ("level", Column("level", "level", "How much?", optional=True)),
    ("cover", Column("cover", "cover", "Under whose flag, or by whose hand?", optional=True)),
)
"""What an order may have to say, by what calls for it."""


@cache
def columns(action: Action) -> tuple[Column, ...]:
    """The columns of an action."""
    wanted = {action.aim.value, *action.also}
    if "target" in wanted and "accused" not in wanted:
        wanted.add("nation")
    if action.levels > 1 and not wanted & {"answer", "confidence"}:
        wanted.add("level")
    return tuple(column for need, column in _COLUMNS if need in wanted)


def nouns(seat: Seat, action: Action, column: Column, filled: Filled) -> list[Noun]:
    """What a column can say."""
    kind = column.kind
    if kind == "nation":
        return seat.others()
    if kind == "cover":
        framed = [noun for noun in seat.others() if noun.id != filled.get("target")]
        return [*framed, *seat.proxies()]
    if kind == "actor":
        return seat.actors()
    if kind == "incident":
        return seat.incidents()
    if kind == "card":
        return lexicon.cards(seat.dossiers, filled.get("incident"))
    if kind == "sector":
        return lexicon.sectors(seat.match)
    if kind == "word":
        return lexicon.likelihoods()
    if kind == "question":
        return lexicon.questions(seat.match)
    if kind == "answer":
        return lexicon.answers(filled.get("choice"))
    return lexicon.confidences() if kind == "confidence" else lexicon.levels(action.levels)


def against(seat: Seat, action: Action, column: Column, noun: Noun) -> str:
    """What stands against filling a column so; empty if nothing does."""
    aimed = {Aim.NATION: "nation", Aim.INCIDENT: "incident", Aim.SECTOR: "sector"}
    if column.kind != aimed.get(action.aim):
        return ""
    number = seat.names.number(column.kind, noun.id)
    return why_closed(seat.options, seat.nation, seat.names.actions.index(action), number)


def written(action: Action, filled: Filled) -> Order:
    """An order from its columns."""
    return Order(
        action=action.id,
        target=filled.get("target"),
        incident=filled.get("incident"),
        choice=filled.get("choice"),
        level=int(filled.get("level", 1)),
        cover=filled.get("cover"),
        answer=filled.get("answer"),
    )


def told(seat: Seat, order: Order) -> str:
    """An order in words, without its price."""
    action = seat.names.actions[seat.names.number("action", order.action)]
    parts = []
    for column in columns(action):
        value = getattr(order, column.name)
        if value is None or (column.kind == "level" and value == 1):
            continue
        if column.kind == "question" and order.answer is not None:
            continue  # its answer says it all
        parts.append(_part(seat, column.kind, value, order))
    return f"{action.label}: {', '.join(parts)}" if parts else action.label


def _part(seat: Seat, kind: str, value: object, order: Order) -> str:
    """One column of an order in words."""
    text = str(value)
    if kind == "answer":
        question = seat.names.number("question", order.choice)
        return words.stand(question, seat.names.answer(question, text))
    if kind in ("nation", "actor"):
        return seat.label("nation", text)
    if kind == "incident":
        return f"“{seat.label('incident', text)}”"
    if kind == "cover":
        framed = text in seat.names.ids("nation")
        return f"{'under the flag' if framed else 'by the hand'} of {seat.label('nation', text)}"
    if kind == "confidence":
        return f"{CONFIDENCE[int(text) - 1]} confidence"
    return f"level {text}" if kind == "level" else text.replace("_", " ")


def cost_of(seat: Seat, order: Order) -> dict[str, float]:
    """What an order costs."""
    return price(seat.names.actions[seat.names.number("action", order.action)], order.level)


def usage(action: Action) -> str:
    """How an order of this action is typed."""
    shown = {
        "nation": "NATION",
        "actor": "SUSPECT",
        "incident": "CASE",
        "sector": "SECTOR",
        "word": "likely",
        "card": "EVIDENCE",
        "confidence": "low|moderate|high",
        "level": "level " + "|".join(str(n) for n in range(1, action.levels + 1)),
        "cover": "flag=NATION|GROUP",
        "question": "QUESTION",
        "answer": "ANSWER",
    }
    parts = [f"[{shown[c.kind]}]" if c.optional else shown[c.kind] for c in columns(action)]
    return " ".join(["order", action.id, *parts])
