"""What would come of the draft: who must agree, how likely that is, and what would help."""

from __future__ import annotations

from functools import partial
from math import sqrt

from game.language import _, _p
from game.report import words
from game.report.bodies import bodies
from game.rules.clauses import CLAUSES
from game.screens.bargain import prices
from game.screens.bargain.clauses import Found
from game.screens.bargain.draft import Draft
from game.screens.bargain.parties import stance
from game.screens.bargain.transcript import terms
from game.screens.play.session import Session
from game.staff.acceptance import WORLDS, Reception
from game.ui.node import Do, Node, column, wrap
from game.ui.widgets import band, button, plate, text

BETTER, OFFERED = 0.05, 3
"""Gain from which a clause is offered as a help, and how many are."""

Z = 1.28
"""Of a band that holds four in five."""


def sampled(share: float, count: int = WORLDS) -> tuple[float, float]:
    """The band of a share that was counted in so many imagined worlds (Wilson 1927)."""
    middle = (share + Z * Z / (2 * count)) / (1 + Z * Z / count)
    half = Z * sqrt(share * (1 - share) / count + Z * Z / (4 * count * count)) / (1 + Z * Z / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def rule_of(session: Session, draft: Draft) -> str:
    """Who must agree for it to pass."""
    body = draft.text.organisation
    if body is not None:
        line = next(each for each in bodies(session.match, session.nation) if each.id == body)
        return _("{body} decides by {rule}").format(body=line.short, rule=line.rule)
    if draft.through:
        return _("An organisation decides by its own rule: choose one")
    count = len(draft.text.parties) + 1
    if count < 2:
        return _("It is signed when every party says yes")
    return _("It is signed if all {n} parties say yes; silence is a no").format(n=count)


def pass_bar(
    session: Session, draft: Draft, reception: Reception | None, asked: bool, ask: Do
) -> Node:
    """What it says and costs, who must agree, and how likely that is as the staff sees it."""
    rule = text(rule_of(session, draft), "label_strong", grow=1)
    chance, bar = _chance(session, draft, reception, asked, ask)
    head = wrap(rule, chance, gap=12, align="center")
    tabling = text(prices.of_tabling(session, draft), "label", "text2")
    return plate(_summary(session, draft), head, bar, tabling, prices.of_text(session, draft),
                 ground="panel3", gap=6, pad=(14, 9))  # fmt: skip


def _summary(session: Session, draft: Draft) -> Node | None:
    """The whole text in a line or two: the clauses that are out of sight stand in it, too."""
    lines = terms(session, draft.text, _p("paid by", "you"))
    if not lines:
        return None
    said = _("In the text: {terms}.").format(terms=words.series(lines))
    made = text(said, "label", lines=2)
    made.tip = said
    return made


def _chance(
    session: Session, draft: Draft, reception: Reception | None, asked: bool, ask: Do
) -> tuple[Node | None, Node | None]:
    """A few words, and the band of what is expected; nothing where no staff is heard."""
    if session.level == "expert":
        return None, None
    if session.level == "standard" and not asked:
        return button("ask_staff", _("Ask the staff who would sign"), ask, sign="users"), None
    missing = draft.lacking
    if missing:
        return text(_("Staff: {what}.").format(what=missing), "label", "warn"), None
    if reception is None:
        return text(_("The staff is working on it\u2026"), "label", "text2"), None
    if reception.void:
        return text(_("Void: {why}.").format(why=reception.void), "label", "bad"), None
    low, high = sampled(reception.adopted)
    said = _("Staff: {share:.0%}, between {low:.0%} and {high:.0%}").format(
        share=reception.adopted, low=low, high=high)  # fmt: skip
    shade = stance(reception.adopted)[1]
    bar = band(_("Chance to pass"), low, reception.adopted, high, said, height=20)
    return text(said, "label_strong", shade), bar


def helps(draft: Draft, found: Found) -> Node | None:
    """Clauses that would make it likelier, each a button that puts it in."""
    now = found.get(("", 0))
    if now is None or now.void:
        return None
    better = sorted(
        (each for (id_, _level), each in found.items()
         if id_ and not each.void and each.adopted >= now.adopted + BETTER
         and draft.text.clauses.get(id_, 0) != each.level),
        key=lambda each: -each.adopted,
    )  # fmt: skip
    made: list[Node] = []
    seen: set[int] = set()
    for each in better:
        if each.clause in seen or len(made) == OFFERED:
            continue
        seen.add(each.clause)
        made.append(_help(draft, each, now))
    if not made:
        return None
    return column(text(_("Would make it likelier"), "label", "text2"), wrap(*made, gap=8), gap=6)


def _help(draft: Draft, each: Reception, now: Reception) -> Node:
    clause = CLAUSES[each.clause]
    said = _(clause.levels[each.level]) if each.level else _("without it")
    gain = f"+{(each.adopted - now.adopted) * 100:.0f}"
    return button(
        f"help.{clause.id}", words.labelled(_(clause.label), said),
        partial(draft.level, clause.id, each.level), note=gain, sign="lightbulb", pad=(12, 6),
    )  # fmt: skip
