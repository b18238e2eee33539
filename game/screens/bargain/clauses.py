"""The clauses of a treaty, in groups: their levels, what they mean and whom they would move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from game.language import N_, _
from game.report import words
from game.report.ready import READY
from game.rules.clauses import CLAUSES, Clause
from game.screens.bargain import prices
from game.screens.bargain.draft import Draft
from game.screens.play.session import Session
from game.staff.acceptance import Reception
from game.ui.node import Node, row, wrap
from game.ui.widgets import button, card, chip, heading, icon, segmented, text

GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (N_("Peace between the parties"), "handshake",
     ("no_operations", "off_limits", "hotline", "dispute_settlement", "sanctions_relief")),
    (N_("Truth"), "search",
     ("evidence_sharing", "attribution_body", "verification")),
    (N_("What is said and done about a case"), "megaphone",
     ("attribution", "joint_statement", "joint_sanctions")),
    (N_("Help and money"), "life-buoy",
     ("mutual_assistance", "capacity_aid", "compensation", "takedown")),
    (N_("Rules for the future"), "scale",
     ("vulnerabilities", "norm_endorsement", "duration")),
)  # fmt: skip
"""All clauses, by what they are for."""

STIR = 0.03
"""Change of acceptance, as a share, from which it is told."""

Found = Mapping[tuple[str, int], Reception]
"""How the draft would be received with a clause at a level."""


def by_place(found: Sequence[Reception]) -> Found:
    """Receptions by clause and level; the draft as it stands under the empty name."""
    return {
        (CLAUSES[each.clause].id if each.clause >= 0 else "", each.level): each for each in found
    }


def ready_row(draft: Draft) -> Node:
    """Texts to begin from."""
    made = []
    for each in READY:
        sign = "landmark" if each.id == "geneva" else "file-text"
        on = dict(draft.text.clauses) == each.clauses
        node = button(f"ready.{each.id}", _(each.label), partial(draft.ready, each.id), sign=sign,
                      selected=on, tip=_(each.about), pad=(12, 6))  # fmt: skip
        made.append(node)
    return wrap(*made, gap=8)


def groups(session: Session, draft: Draft, found: Found) -> list[Node]:
    """Every clause under the heading of its group."""
    known = {clause.id: clause for clause in CLAUSES}
    made: list[Node] = []
    for title, sign, ids in GROUPS:
        count = sum(bool(draft.text.clauses.get(id_)) for id_ in ids)
        chosen = chip(_("{n} in the text").format(n=count), "accent") if count else None
        head = row(icon(sign, 20, "accent"), heading(_(title), "card", grow=1), chosen, gap=10)
        made += [head, *(_clause(session, draft, known[id_], found) for id_ in ids)]
    return made


def _clause(session: Session, draft: Draft, clause: Clause, found: Found) -> Node:
    """One clause: its levels as radio buttons, in a line what it means, and whom it would move."""
    level = draft.text.clauses.get(clause.id, 0)
    changed = level != draft.first.clauses.get(clause.id, 0)
    options = [(str(n), words.capital(_(said))) for n, said in enumerate(clause.levels)]
    label, about = _(clause.label), _(clause.about)
    choose = segmented(f"clause.{clause.id}", label, options, str(level),
                       lambda key: draft.level(clause.id, int(key)))  # fmt: skip
    for child in choose.children:
        child.tip = f"{about} [[clause.{clause.id}|{_('In the codex')}]]"
    mark = chip(_("changed"), "warn", "pencil") if changed else None
    mark = mark or (chip(_("in the text"), "accent", "check") if level else None)
    head = row(text(label, "strong", grow=1), mark, gap=10)
    price = prices.of_clause(clause)
    move = moved(session, found, clause, level)
    effect = row(text(_("Effect on acceptance"), "meta", "text2"), *move, gap=10) if move else None
    return card(
        f"card.{clause.id}", label, None, head, choose, text(about, "label", "text2"),
        text(price, "label", "text2") if price else None, effect,
        edge="warn" if changed else "accent" if level else None, gap=7,
    )  # fmt: skip


def moved(session: Session, found: Found, clause: Clause, level: int) -> list[Node]:
    """Whom the clause moves: as it stands against leaving it out, else its best level."""
    without = found.get((clause.id, 0))
    best = max(
        (each for (id_, n), each in found.items() if id_ == clause.id and n and not each.void),
        key=lambda each: (each.adopted, sum(each.accepts.values())), default=None,
    )  # fmt: skip
    shown = found.get((clause.id, level)) if level else best
    if shown is None or shown.void:
        return []
    if without is None or (without.void and level):
        return []
    before = found.get(("", 0)) if not level else without
    if before is None or before.void:
        return []
    parts = [
        _part(words.nation(session.match, n), share - before.accepts.get(n, 0.0))
        for n, share in shown.accepts.items()
        if abs(share - before.accepts.get(n, 0.0)) >= STIR
    ]
    if not parts:
        return []
    if not level:
        said = _("with \u201c{level}\u201d").format(level=_(clause.levels[shown.level]))
        parts.insert(0, text(said, "meta", "text2"))
    return [wrap(*parts, gap=12, grow=1)]


def _part(name: str, by: float) -> Node:
    amount = f"{by * 100:+.0f}".replace("-", "\u2212")
    return text(f"{amount} {name}", "meta", "good" if by > 0 else "bad")
