"""Pages of what nations do: the orders they give, and the clauses they sign."""

from __future__ import annotations

from collections.abc import Iterator

from game.actions import actions
from game.codex.entry import Entry, Fact
from game.codex.law import orders_by_article
from game.language import N_, _
from game.rules.action import Action, Stage
from game.rules.clauses import CLAUSES, GENEVA, Clause
from game.staff.legality import price, price_text

STAGES = {
    Stage.PROTECT: N_("Protect"),
    Stage.INVESTIGATE: N_("Investigate and share"),
    Stage.SPEAK: N_("Speak"),
    Stage.COOPERATE: N_("Cooperate"),
    Stage.PRESSURE: N_("Pressure"),
    Stage.COVERT: N_("Covert"),
    Stage.FORCE: N_("Force"),
}
"""What the stages of a resolution are called."""

CLAUSE_LAW = {
    "no_operations": ("8.6", "8.9"),
    "evidence_sharing": ("8.8",),
    "hotline": ("7.1",),
    "attribution": ("8.5",),
    "joint_statement": ("8.5",),
    "duration": ("8.7",),
    "off_limits": ("8.9", "8.11"),
    "verification": ("8.17",),
    "mutual_assistance": ("8.16",),
    "joint_sanctions": ("8.12",),
    "sanctions_relief": ("8.14",),
    "compensation": ("8.13",),
    "capacity_aid": ("8.13",),
    "norm_endorsement": ("14.1",),
    "takedown": ("8.15",),
    "dispute_settlement": ("8.17",),
    "attribution_body": ("8.18",),
    "vulnerabilities": ("8.15",),
}
"""The articles each clause has its effect by."""


def orders() -> Iterator[Entry]:
    """A page for each action."""
    law = {action: number for number, action in orders_by_article().items()}
    for each in actions():
        yield Entry(
            f"action.{each.id}",
            "action",
            _(each.label),
            _(each.about),
            (each.label,),
            (law[each.id],),
            tuple(_of_order(each)),
        )


def _of_order(action: Action) -> Iterator[Fact]:
    by_level = action.levels > 1 and action.by_level
    said = _("{price} for each level") if by_level else "{price}"
    yield _("Costs"), said.format(price=price_text(price(action)))
    yield _("Stage"), _(STAGES[action.stage])
    yield _("Seen by"), _("everybody") if action.public else _("you, and those it concerns")
    yield _("In law"), _(action.legality)
    if action.hostile:
        yield _("On the record"), _("an open hostile act")


def clauses() -> Iterator[Entry]:
    """A page for each clause of a treaty."""
    for number, each in enumerate(CLAUSES):
        yield Entry(
            f"clause.{each.id}",
            "clause",
            _(each.label),
            _(each.about),
            (each.label,),
            CLAUSE_LAW[each.id],
            tuple(_of_clause(each, number in GENEVA)),
        )


def _of_clause(clause: Clause, of_convention: bool) -> Iterator[Fact]:
    for number, level in enumerate(clause.levels):
        if number:
            yield _("Level {n}").format(n=number), _(level)
    yield _("Lasts"), _("as long as the treaty") if clause.lasting else _("it is done once")
    if of_convention:
        yield _("Part of"), _("the Digital Geneva Convention")
