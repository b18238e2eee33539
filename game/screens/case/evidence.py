"""Cards of evidence: what was found, what is open and worth looking for, what was not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np

from game.decisions import Order
from game.language import N_, _, _n, _p
from game.report import words
from game.report.dossier import STATES, CardLine, Dossier
from game.rules.world import Look
from game.screens.play.session import Session
from game.staff.leads import Lead
from game.ui.node import Do, Node, em, row, wrap
from game.ui.widgets import button, card, chip, heading, icon, meter, steps, text

Ordering = Callable[[Order], Do]

LAYERS = {
    "infrastructure": (N_("Servers"), "network"),
    "code": (N_("Code"), "file-text"),
    "language": (N_("Language"), "languages"),
    "mistake": (N_("A slip"), "triangle-alert"),
    "source": (N_("Secret source"), "ear"),
    "motive": (N_("Motive"), "target"),
    "claim": (N_("A claim"), "megaphone"),
    "vendor": (N_("Experts"), "search"),
}
"""Layers of evidence in plain words, with their signs."""

STRENGTH = {"very strong": 4, "strong": 3, "fair": 2, "weak": 1}
MUCH = ((0.35, N_("tells much")), (0.12, N_("tells something")), (0.0, N_("tells little")))
"""Least bits of each word."""
FEW = 4


def evidence(
    session: Session, dossier: Dossier, leads: Sequence[Lead] | None, ordering: Ordering
) -> list[Node]:
    """All cards of a case, and the most telling of the open ones first."""
    by_card = _placed(session, dossier, leads or ())
    found = [c for c in dossier.cards if c.state == STATES[Look.FOUND]]
    absent = [c for c in dossier.cards if c.state == STATES[Look.ABSENT]]
    open_ = [c for c in dossier.cards if c.state == STATES[Look.UNSEEN]]
    open_.sort(key=lambda c: (-by_card[c.id].bits if c.id in by_card else 0.0, -c.work_done_share))
    return [
        *_group(_p("evidence", "Found"), [_settled(session, dossier, c, ordering) for c in found],
                _("Nothing yet. Forensics works on it every turn.")),
        *_group(_("Still open, the most telling first") if by_card
                else _("Still open, the most worked on first"),
                [*_looking(dossier, open_, ordering),
                 *(_open(session, c, by_card.get(c.id)) for c in open_)],
                _("Nothing is open any more.")),
        *_group(_("Looked for, and not there"),
                [_settled(session, dossier, c, ordering) for c in absent], ""),
    ]  # fmt: skip


def _group(title: str, cards: list[Node], empty: str) -> list[Node]:
    if not cards and not empty:
        return []
    return [heading(title, "card"), *(cards or [text(empty, "label", "text2")])]


def _placed(session: Session, dossier: Dossier, leads: Sequence[Lead]) -> dict[str, Lead]:
    """Leads by the id of their card."""
    dealt = np.flatnonzero(session.seen.public.dealt[dossier.incident]).tolist()
    ids = {number: line.id for number, line in zip(dealt, dossier.cards, strict=True)}
    return {ids[lead.card]: lead for lead in leads if lead.card in ids}


def _settled(session: Session, dossier: Dossier, line: CardLine, ordering: Ordering) -> Node:
    """A card that was found, or looked for in vain."""
    found = line.state == STATES[Look.FOUND]
    shade = "good" if found else "text3"
    order = Order("publish", incident=dossier.id, choice=line.id)
    publish = None
    if found and not line.published:
        publish = button(f"publish.{line.id}", _("Publish"), ordering(order), sign="megaphone")
        publish.label = _("Publish: {text}").format(text=line.text)
    label, sign = LAYERS.get(line.layer, (line.layer, "search"))
    head = row(icon(sign, 22, "accent"), text(_(label), "label_strong", grow=1),
               _strength(line, found), gap=10)  # fmt: skip
    return card(
        f"card.{line.id}", line.text, None, head, text(line.text, "body"), _points(line, found),
        row(wrap(*_marks(line), gap=8, grow=1), publish, gap=10), edge=shade, gap=8,
    )  # fmt: skip


def _strength(line: CardLine, found: bool) -> Node:
    """How loudly it speaks, in bars and in a word."""
    bars = STRENGTH.get(line.weight_word, 1)
    said = _("{word} evidence").format(word=_(line.weight_word))
    shade = "accent" if found else "text3"
    return row(steps(said, bars, 4, said, (shade,), height=12, width=em(4)), text(
        said, "meta", "text2"), gap=10)  # fmt: skip


def _points(line: CardLine, found: bool) -> Node:
    names = list(line.points_to)
    more = len(names) - FEW
    shown = names if more <= 1 else [*names[:FEW], _n("one more", "{n} more", more)]
    whom = words.listed(shown) or _("nobody in particular")
    said = _("Speaks for {whom}") if found else _("Its absence speaks against {whom}")
    return text(said.format(whom=whom), "label", "text2")


def _marks(line: CardLine) -> list[Node]:
    """What else is to be known of a card."""
    made = [chip(_("public"), "accent", "eye")] if line.published else []
    made += [chip(_("could be planted"), "warn", "drama")] if line.planted_possible else []
    if line.secret and line.layer != "source":
        made.append(chip(_("secret source"), "text2", "ear"))
    if line.burns and not line.published:
        made.append(chip(_("publishing burns the source"), "bad", "triangle-alert"))
    return made


def _looking(dossier: Dossier, open_: Sequence[CardLine], ordering: Ordering) -> list[Node]:
    """What can be done to settle what is open: an order works on the case, not on one trace."""
    if not open_:
        return []
    investigate = ordering(Order("investigate", incident=dossier.id))
    made = [
        button("look.openly", _("Investigate"), investigate, sign="microscope")
        if not all(each.secret for each in open_) else None,
        button("look.secretly", _("Collect"), ordering(Order("collect")), sign="ear")
        if any(each.secret for each in open_) else None,
    ]  # fmt: skip
    said = text(_("An order works on all of them at once."), "label", "text2", grow=1)
    return [row(said, wrap(*made, gap=8), gap=10)]


def _open(session: Session, line: CardLine, lead: Lead | None) -> Node:
    """A card nobody has settled: how far the work is, and what it is worth."""
    label, sign = LAYERS.get(line.layer, (line.layer, "search"))
    share = _("{share:.0%} of the work is done").format(share=line.work_done_share)
    done = row(meter(share, line.work_done_share, share, height=8, grow=1),
               text(share, "meta", "text2"), gap=12)  # fmt: skip
    worth = None if lead is None else _worth(lead, session.level)
    head = row(icon(sign, 22, "text2"), text(_(label), "label_strong", grow=1), worth, gap=10)
    time = None if lead is None else text(_time(lead), "label", "text2")
    marks = _marks(line)
    known = wrap(*marks, gap=8) if marks else None
    return card(f"card.{line.id}", _(label), None, head, done, known, time, gap=8)


def _worth(lead: Lead, level: str) -> Node:
    """How much it would tell: a word for newcomers, bits for the others."""
    word = next(_(said) for least, said in MUCH if lead.bits >= least)
    bits = "" if level == "guided" else _(", {n:.2f} bits").format(n=lead.bits)
    there = _(" ({chance:.0%} that it is there)").format(chance=lead.chance)
    made = chip(f"{word}{bits}{there}", "accent", "lightbulb")
    made.tip = _("How far your judgement of the case would move on average, once it is settled, "
                 "and how likely your analysts think that the trace exists.")  # fmt: skip
    return made


def _time(lead: Lead) -> str:
    """What it takes to settle it."""
    steps, daily = max(1, ceil(lead.orders)), max(1, ceil(lead.turns))
    if daily == 1:
        return _("Daily work settles it next turn.")
    ordered = _n("One order settles it", "{n} steps of orders settle it", steps)
    return _("{ordered}; daily work alone takes {turns}.").format(
        ordered=ordered, turns=_n("1 turn", "{n} turns", daily)
    )
