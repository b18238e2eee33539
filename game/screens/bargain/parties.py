"""Those around the table: how far each trusts you, its mood, what it said last, would it sign."""

from __future__ import annotations

from functools import partial

from game.language import _, _n
from game.report.capacity import red_lines
from game.report.terms import sector_called
from game.report.ties import Tie
from game.screens.bargain.draft import Draft
from game.screens.parts.peers import flag_of, trust_chip
from game.screens.play.session import Session
from game.staff.acceptance import Reception
from game.ui.node import Do, Node, column, em, row, wrap
from game.ui.paint import Shade
from game.ui.widgets import card, chip, icon, icon_button, meter, text

LIKELY, UNLIKELY = 0.65, 0.45
"""Shares from which a party is called for it, and below which against.

In games of the library three in four signed what had a share between 0.6 and 0.8, one in five what
had one between 0.3 and 0.45: doctrines drawn by lot are less agreed than those that play.
"""


def party_card(
    session: Session, draft: Draft, number: int, tie: Tie, reception: Reception | None, last: str,
    open_: Do,
) -> Node:  # fmt: skip
    """One nation while a text is written. Activating it takes it in, or leaves it out.

    open_: shows all that is known of it.
    """
    id_ = session.setup.nations[number]
    inside = seated(session, draft, number)
    state = _("at the table") if inside else _("not in this text")
    name = _("Open {name}").format(name=session.setup.names[number])
    more = icon_button(f"open.{id_}", "eye", name, open_, kind="quiet")
    mark = icon("circle-check", 24, "accent") if inside else icon("circle", 24, "text3")
    sign = row(more, mark, gap=2)
    accepts = _acceptance(reception, number) if inside else None
    made = _card(session, number, tie, last, state, sign, accepts, partial(draft.party, id_))
    made.selected, made.value = inside, _told(reception, number) if inside else ""
    if draft.text.organisation is not None:
        made.disabled = _("The organisation's members are its parties.")
    return made


def waiting_card(
    session: Session, number: int, tie: Tie, count: int | None, last: str, do: Do
) -> Node:  # fmt: skip
    """One nation while offers are answered, or none can be made. Activating it opens its page."""
    state = _n("one offer to you", "{n} offers to you", count) if count else _("no offer to you")
    state = "" if count is None else state
    sign = icon("chevron-right", 24, "text2")
    return _card(session, number, tie, last, state, sign, None, do)


def _card(
    session: Session, number: int, tie: Tie, last: str, state: str, sign: Node,
    accepts: Node | None, do: Do,
) -> Node:  # fmt: skip
    id_, name = session.setup.nations[number], session.setup.names[number]
    title = column(text(name, "strong"), text(state, "meta", "text2") if state else None, grow=1)
    hot = tie.rung > 1
    mood = wrap(
        trust_chip(tie.trust),
        chip(tie.rung_name, "bad" if hot else "text2", "swords" if hot else "minus"),
        gap=8,
    )
    words = text(last, "meta", "text2", grow=1, lines=3)
    whole = partial(text, last, "label")  # no links: a person may have written some of it
    said = row(icon("messages-square", 16, "text2"), words, gap=8, align="start")
    head = row(flag_of(session, id_, 34), title, sign, gap=12)
    made = card(
        f"party.{id_}", f"{name}, {state}" if state else name, do, head, mood, accepts,
        _lines(session, number), said if last else None, gap=7,
    )  # fmt: skip
    made.tip = whole if last else None
    return made


def seated(session: Session, draft: Draft, number: int) -> bool:
    """Whether it would be asked: named in the draft, or a member of the organisation."""
    if draft.text.organisation is None:
        return session.setup.nations[number] in draft.text.parties
    body = session.setup.ids["organisation"].index(draft.text.organisation)
    return bool(session.seen.public.member[body, number])


def stance(share: float) -> tuple[str, Shade]:
    """A share of imagined worlds in a word, and its colour."""
    if share >= LIKELY:
        return _("would sign"), "good"
    return (_("undecided"), "warn") if share >= UNLIKELY else (_("would refuse"), "bad")


def _told(reception: Reception | None, number: int) -> str:
    share = None if reception is None else reception.accepts.get(number)
    return "" if share is None else f"{stance(share)[0]}, {share:.0%}"


def _acceptance(reception: Reception | None, number: int) -> Node | None:
    """The staff's estimate of a yes, as a bar, a word and a share."""
    share = None if reception is None else reception.accepts.get(number)
    if share is None:
        return None
    said, shade = stance(share)
    bar = meter(_("Acceptance"), share, f"{share:.0%}", shade, grow=1)
    line = row(bar, text(f"{share:.0%}", "label_strong", side="end", min_width=em(2.6)), gap=10)
    return column(text(said, "label", shade), line, gap=3)


def _lines(session: Session, number: int) -> Node | None:
    drawn = red_lines(session.match, number)
    if not drawn:
        return None
    one = _("{sector} from {n}")
    said = ", ".join(one.format(sector=sector_called(s), n=least) for s, least in drawn)
    return row(text(_("Red lines"), "meta", "text2"), text(said, "meta", grow=1), gap=10,
               align="start")  # fmt: skip
