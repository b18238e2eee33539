"""The questions an order answers, each with all its answers and what stands against them."""

from __future__ import annotations

from functools import partial

from game.language import N_, _
from game.report import forms
from game.report.names import Noun
from game.screens.composer.writing import Writing
from game.staff.legality import price, price_text
from game.ui.node import Node, column, wrap
from game.ui.widgets import button, text

FIRST = {
    "card": N_("Choose the case first: each has evidence of its own."),
    "answer": N_("Choose the question first."),
}
NOBODY = "none"


def fields(writing: Writing) -> list[Node]:
    """One field for each thing the order says."""
    return [_field(writing, each) for each in writing.columns]


def first_open(writing: Writing) -> str:
    """The node where the first thing is said that is still open; empty if nothing is."""
    for each in writing.missing():
        known = [n for n in writing.nouns(each) if not writing.against(each, n.id)]
        for noun in known or writing.nouns(each):
            return f"{each.name}.{noun.id}"
    return ""


def _field(writing: Writing, each: forms.Column) -> Node:
    """One question: its answers side by side, one of them chosen."""
    usual = "1" if each.kind == "level" else None
    chosen = writing.filled.get(each.name, usual)
    made = [_option(writing, each, noun, noun.id == chosen) for noun in writing.nouns(each)]
    if each.optional and made and each.name not in ("level", "choice"):
        made.insert(0, _left_out(writing, each))
    for number, node in enumerate(made, start=1):
        node.position = (number, len(made))
    why = FIRST.get(each.kind, N_("There is nothing to choose from."))
    found = wrap(*(made or [text(_(why), "label", "text2")]), gap=8)
    found.role, found.label, found.arrows = "radio group", _(each.question), True
    found.id = f"field.{each.name}"
    return column(text(_(each.question), "label_strong", "text2"), found, gap=6)


def _option(writing: Writing, each: forms.Column, noun: Noun, chosen: bool) -> Node:
    """One answer, with its price where more of it costs more."""
    action, note = writing.action, ""
    if each.kind == "level" and action is not None:
        note = price_text(price(action, int(noun.id)))
    made = button(
        f"{each.name}.{noun.id}", noun.label, partial(writing.fill, each, noun.id), note=note,
        sign="circle-dot" if chosen else "circle", selected=chosen,
        disabled=writing.against(each, noun.id), justify="start",
    )  # fmt: skip
    made.role = "radio"
    return made


def _left_out(writing: Writing, each: forms.Column) -> Node:
    """To say nothing of it."""
    chosen = each.name not in writing.filled
    made = button(
        f"{each.name}.{NOBODY}", _("Nobody's"), partial(writing.leave_out, each),
        sign="circle-dot" if chosen else "circle", selected=chosen, justify="start",
    )  # fmt: skip
    made.role = "radio"
    return made
