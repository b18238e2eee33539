"""What to do about a case: orders begun with what is known of it."""

from __future__ import annotations

from functools import partial

from game.decisions import Order
from game.language import _
from game.report.dossier import Dossier
from game.rules.claims import LEAST_WORD, word_for
from game.screens.case.belief import Belief
from game.screens.parts.opening import open_nation, order_button
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, wrap
from game.ui.widgets import button


def deeds(app: App, session: Session, belief: Belief) -> Node:
    """A button for each order that fits the case, and the way to its victim."""
    case = belief.dossier
    labels = {action.id: _(action.label) for action in session.names.actions}
    made = [
        order_button(app, session, f"order.{order.action}", labels[order.action], order,
                     "plain" if n else "primary")
        for n, order in enumerate(fitting(session, case, belief))
    ]  # fmt: skip
    go = partial(open_nation, app, session, session.id_of(case.victim))
    name = _("Open {name}").format(name=case.victim)
    return wrap(*made, button("open.victim", name, go, kind="quiet", sign="flag"), gap=10)


def fitting(session: Session, case: Dossier, belief: Belief) -> list[Order]:
    """Orders one may begin here: what fits one who did it, was hit, was named, or watches."""
    if case.own_doing:
        return [Order(action, incident=case.id) for action in ("own_up", "deny")]
    hit, victim = case.victim == session.setup.names[session.nation], session.id_of(case.victim)
    found = [Order("investigate", incident=case.id)]
    found.append(Order("respond", incident=case.id) if hit else Order("send_team", target=victim))
    if (session.seen.accused[:, case.incident, 0] == session.nation).any():
        found.append(Order("deny", incident=case.id))
    found.append(_naming(session, case, belief))
    if not hit:
        found.append(Order("share_evidence", target=victim, incident=case.id))
    return [*found, Order("condemn", incident=case.id), Order("refer", incident=case.id)]


def _naming(session: Session, case: Dossier, belief: Belief) -> Order:
    """To name in public whom one believes it of most, in the word that belief allows."""
    named = set(session.setup.actors)
    ranked = [
        (value, each.id)
        for value, each in zip(belief.shares.values, belief.suspects, strict=True)
        if each.id in named
    ]
    if not belief.said or not ranked:
        return Order("attribute", incident=case.id)
    value, who = max(ranked)
    word = session.names.ids("word")[max(LEAST_WORD, int(word_for(value / 100)))]
    return Order("attribute", target=who, incident=case.id, choice=word)
