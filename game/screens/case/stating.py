"""Whom to believe of a case, said in a few strokes beside the map: a slider for each suspect."""

from __future__ import annotations

from functools import partial

from game.language import _
from game.report.dossier import Dossier, Suspect
from game.screens.case.making import what_made
from game.screens.case.shares import Shares, shares_of
from game.screens.parts.opening import why_over
from game.screens.play.cases import suspects_of
from game.screens.play.drafts import chances_of
from game.screens.play.session import Session
from game.ui.node import Node, column, em, row, wrap
from game.ui.widgets import button, icon, meter, notice, scroll, slider, text


def stating(session: Session, each: Dossier) -> Node:
    """How likely each suspect is, as the head of the nation says, with ways to say it quickly."""
    if each.own_doing:
        said = _("Your own services had a hand in it. You know who did it; it is not graded.")
        return scroll("attribution", notice(said, "drama", "warn"))
    known = suspects_of(session, each)
    if why_over(session):
        head = text(_("What you said of it."), "label", "text2")
        made = (_suspect(session, each, n, suspect) for n, suspect in enumerate(known))
        return scroll("attribution", head, *made, gap=9)
    stated = session.believed(each) is not None
    asked = _("How likely is each? Yours to say; it is graded at the end.")
    warned = _("Name somebody in public only if the others believe it too: what they doubt costs "
               "you standing and trust.")  # fmt: skip
    return scroll(
        "attribution",
        text(_("What you say of it. It can be changed.") if stated else asked, "label", "text2"),
        *(_suspect(session, each, n, suspect) for n, suspect in enumerate(known)),
        _quick(session, each),
        notice(warned, "scale", "warn"),
        gap=9,
    )


def _suspect(session: Session, each: Dossier, place: int, suspect: Suspect) -> Node:
    values = _said(session, each)
    value = values.values[place] if values is not None else 0
    staff = suspect.belief if session.level == "guided" else None
    says = _("staff {p:.0%}").format(p=staff) if staff is not None else ""
    shown = f"{value} %" if values is not None else "?"
    state = suspect.id in session.match.setup.nations
    head = row(
        icon("flag" if state else "skull", 18, "text2"),
        text(suspect.label, "strong", grow=1),
        text(says, "meta", "text2") if says else None,
        text(shown, "figure", min_width=em(2.6), side="end"),
        gap=9,
    )
    mark = meter(_("Staff"), staff, says, "text3", height=5) if staff is not None else None
    track = slider(
        f"believe.{each.id}.{suspect.id}", suspect.label, value,
        partial(_move, session, each, place), step=5, disabled=why_over(session),
        shown=f"{shown}, {says}" if says else shown,
    )  # fmt: skip
    made = column(head, track, mark, gap=2)
    made.tip = partial(what_made, each, suspect) if staff is not None else None
    return made


def _quick(session: Session, each: Dossier) -> Node:
    """As staff says, no idea, and still so."""
    staff = button(
        f"as_staff.{each.id}", _("As staff says"),
        lambda: _say(session, each, _staff(session, each)), sign="users", grow=1,
    ) if session.staffed else None  # fmt: skip
    even = button(
        f"no_idea.{each.id}", _("No idea"), lambda: _say(session, each, _even(session, each)),
        sign="circle-question-mark", grow=1,
    )  # fmt: skip
    keep = button(
        f"keep.{each.id}", _("Still so"), lambda: _keep(session, each), sign="check", grow=1
    ) if session.believed(each) is not None else None  # fmt: skip
    return wrap(staff, even, keep, gap=8)


def _move(session: Session, each: Dossier, place: int, value: float) -> None:
    now = _said(session, each) or _even(session, each)
    _say(session, each, now.moved(place, value), ("moved", each.incident, place))


def _say(session: Session, each: Dossier, values: Shares, stroke: object = None) -> None:
    said = chances_of(suspects_of(session, each), values.chances)
    session.draft(session.drafts.with_belief(each.incident, said), stroke)


def _keep(session: Session, each: Dossier) -> None:
    said = session.believed(each)
    if said is not None:
        session.draft(session.drafts.with_belief(each.incident, said))


def _said(session: Session, each: Dossier) -> Shares | None:
    """What the head of the nation says, in whole per cents."""
    said = session.believed(each)
    if said is None:
        return None
    return shares_of([said[s.hypothesis] for s in suspects_of(session, each)])


def _staff(session: Session, each: Dossier) -> Shares:
    return shares_of([s.belief for s in suspects_of(session, each)])


def _even(session: Session, each: Dossier) -> Shares:
    return shares_of([1.0] * len(each.suspects))
