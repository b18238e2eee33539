"""What an order of each action has to say: its columns, in the order a person is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from game.decisions import Order
from game.language import N_, _
from game.report import lexicon, terms, words
from game.report.names import Noun
from game.report.seat import Seat
from game.rules.action import Action, Aim
from game.rules.world import Promise
from game.staff.legality import price, why_closed

Filled = Mapping[str, str]
"""Ids by column."""


@dataclass(frozen=True)
class Column:
    """One thing an order says, and how it is asked for: the question is translated where shown."""

    name: str
    kind: str
    question: str
    optional: bool = False


_COLUMNS = (
    ("incident", Column("incident", "incident", N_("Which case?"))),
    ("accused", Column("target", "actor", N_("Who did it?"))),
    ("nation", Column("target", "nation", N_("Which nation?"))),
    ("sector", Column("choice", "sector", N_("Which sector?"))),
    ("word", Column("choice", "word", N_("How likely is it?"))),
    ("card", Column("choice", "card", N_("Which evidence?"))),
    ("question", Column("choice", "question", N_("Which question of law?"))),
    ("answer", Column("answer", "answer", N_("What do you hold?"))),
    ("ask", Column("choice", "promise", N_("What do you ask for?"), optional=True)),
    ("confidence", Column("level", "confidence", N_("How sure are you of that judgement?"))),
    ("level", Column("level", "level", N_("How much?"), optional=True)),
    ("cover", Column("cover", "cover", N_("Under whose flag, or by whose hand?"), optional=True)),
)
"""What an order may have to say, by what calls for it."""

_KINDS = {
    "incident": N_("incident"),
    "actor": N_("actor"),
    "nation": N_("nation"),
    "sector": N_("sector"),
    "word": N_("word"),
    "card": N_("card"),
    "question": N_("question"),
    "answer": N_("answer"),
    "promise": N_("promise"),
    "confidence": N_("confidence"),
    "level": N_("level"),
    "cover": N_("cover"),
}
"""What fills a column, by its kind."""


def called(column: Column) -> str:
    """What kind of thing fills a column, in a word."""
    return _(_KINDS[column.kind])


@cache
def columns(action: Action) -> tuple[Column, ...]:
    """The columns of an action."""
    wanted = {action.aim.value, *action.also}
    if "target" in wanted and "accused" not in wanted:
        wanted.add("nation")
    if action.levels > 1 and not wanted & {"answer", "confidence"}:
        wanted.add("level")
    return tuple(column for need, column in _COLUMNS if need in wanted)


def _covers(seat: Seat, filled: Filled) -> list[Noun]:
    """Whom an operation can be made to point at, and by whose hand it can be done."""
    framed = [noun for noun in seat.others() if noun.id != filled.get("target")]
    return [*framed, *seat.proxies()]


_KNOWN: Mapping[str, Callable[[Seat, Action, Filled], list[Noun]]] = {
    "nation": lambda seat, action, filled: seat.others(),
    "cover": lambda seat, action, filled: _covers(seat, filled),
    "actor": lambda seat, action, filled: seat.actors(),
    "incident": lambda seat, action, filled: seat.incidents(),
    "card": lambda seat, action, filled: lexicon.cards(seat.dossiers, filled.get("incident")),
    "sector": lambda seat, action, filled: lexicon.sectors(seat.match),
    "word": lambda seat, action, filled: lexicon.likelihoods(),
    "question": lambda seat, action, filled: lexicon.questions(seat.match),
    "answer": lambda seat, action, filled: lexicon.answers(filled.get("choice")),
    "promise": lambda seat, action, filled: lexicon.asks(),
    "confidence": lambda seat, action, filled: lexicon.confidences(),
    "level": lambda seat, action, filled: lexicon.levels(action.levels),
}
"""What columns can say, by their kind."""


def nouns(seat: Seat, action: Action, column: Column, filled: Filled) -> list[Noun]:
    """What a column can say."""
    return _KNOWN[column.kind](seat, action, filled)


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
    label = _(action.label)
    return words.labelled(label, ", ".join(parts)) if parts else label


def _part(seat: Seat, kind: str, value: object, order: Order) -> str:
    """One column of an order in words."""
    text = str(value)
    if kind == "answer":
        question = seat.names.number("question", order.choice)
        return terms.stand(question, seat.names.answer(question, text))
    if kind in ("nation", "actor"):
        return seat.label("nation", text)
    if kind == "incident":
        return words.quoted(seat.label("incident", text))
    if kind == "cover":
        framed = text in seat.names.ids("nation")
        said = _("under the flag of {name}") if framed else _("by the hand of {name}")
        return said.format(name=seat.label("nation", text))
    said_by = _SAID.get(kind)
    return said_by(seat, text) if said_by else text.replace("_", " ")


_SAID: Mapping[str, Callable[[Seat, str], str]] = {
    "promise": lambda seat, id_: terms.promise(Promise[id_.upper()]),
    "confidence": lambda seat, n: _("{word} confidence").format(word=terms.confidence(int(n) - 1)),
    "level": lambda seat, n: _("level {n}").format(n=n),
    "sector": lambda seat, id_: terms.sector_called(id_),
    "word": lambda seat, id_: terms.word(seat.names.number("word", id_)),
    "question": lambda seat, id_: terms.matter(seat.names.number("question", id_)),
}
"""How the value of a column is said, by its kind."""


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
        "promise": "TOPIC",
        "question": "QUESTION",
        "answer": "ANSWER",
    }
    parts = [f"[{shown[c.kind]}]" if c.optional else shown[c.kind] for c in columns(action)]
    return " ".join(["order", action.id, *parts])
