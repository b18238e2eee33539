"""What a proposal is about, and what an organisation could do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import _, _n
from game.report import terms
from game.report.bodies import BodyLine, PowerLine, barred, bodies
from game.report.norms import norms
from game.rules.powers import Need
from game.screens.bargain.draft import Draft
from game.screens.parts.lines import section
from game.screens.parts.peers import emblem_of
from game.screens.play.session import Session
from game.staff import drafting
from game.ui.node import Node, column, em, grid, row
from game.ui.widgets import card, notice, segmented, text

Options = list[tuple[str, str]]


def subjects(session: Session, draft: Draft) -> list[Node]:
    """What it must be told: the case, whom it names, the nation, norm or question."""
    asked, made = drafting.needs(draft.text), []
    if Need.INCIDENT in asked:
        cases = [(each.id, each.title) for each in session.dossiers]
        made.append(
            _pick("incident", _("About which case"), cases, draft.text.incident, draft.about_case)
        )
    if drafting.may_name(draft.text):
        nobody = [] if Need.ACCUSED in asked else [("", _("nobody"))]
        names = [*nobody, *_accusable(session, draft)]
        chosen = draft.text.accused or (None if Need.ACCUSED in asked else "")
        made.append(_pick("accused", _("Whom it names"), names, chosen, draft.accuse))
    for need, label, options in (
        (Need.NATION, _("For which nation"), _nations(session)),
        (Need.NORM, _("Which norm"), [(each.id, each.label) for each in norms(session.match)]),
        (Need.QUESTION, _("Which question of law"), _questions(session)),
    ):
        if need in asked:
            made.append(_pick("topic", label, options, draft.text.topic, draft.about_topic))
    return made


def _pick(
    name: str, label: str, options: Options, chosen: str | None, write: Callable[[str | None], None]
) -> Node:
    choose = segmented(f"about.{name}", label, options, "?" if chosen is None else chosen,
                       lambda key: write(key or None))  # fmt: skip
    mark = "warn" if chosen is None else "text"
    return column(text(label, "label_strong", mark), choose, gap=6)


def _nations(session: Session) -> Options:
    return list(zip(session.setup.nations, session.setup.names, strict=False))


def _accusable(session: Session, draft: Draft) -> Options:
    """Nations and groups that can be named: no party, and no group where it takes a nation."""
    setup = session.setup
    sanctions = bool(draft.text.clauses.get("joint_sanctions")) or draft.text.power in (
        "joint_sanctions",)  # fmt: skip
    pool = setup.nations if sanctions else setup.actors
    inside = {*draft.text.parties, setup.nations[session.nation]}
    if draft.text.organisation is not None:
        body = setup.ids["organisation"].index(draft.text.organisation)
        inside |= {id_ for n, id_ in enumerate(setup.nations)
                   if session.seen.public.member[body, n]}  # fmt: skip
    return [(id_, name) for id_, name in zip(setup.actors, setup.names, strict=True)
            if id_ in pool and id_ not in inside]  # fmt: skip


def _questions(session: Session) -> Options:
    ids = session.setup.ids["question"]
    return [(id_, terms.question(n)) for n, id_ in enumerate(ids)]


def organisations(session: Session, draft: Draft) -> list[Node]:
    """Organisations one is a member of, and the powers of the chosen one."""
    mine = [each for each in bodies(session.match, session.nation) if each.mine]
    if not mine:
        said = _("You are a member of no organisation here.")
        return [notice(said, "landmark")]
    made: list[Node] = [_cells(*(_body(draft, each) for each in mine))]
    chosen = next((each for each in mine if each.id == draft.text.organisation), None)
    if chosen is None:
        return made
    powers = _cells(*(_power(session, draft, each) for each in chosen.powers))
    one = _("{body} does one thing at a time: what it does now bars all else for a time.")
    bars = notice(one.format(body=chosen.short), "hourglass")
    return [*made, section(_("What {body} is to do").format(body=chosen.short), bars, powers)]


def _cells(*cards: Node) -> Node:
    """Cards side by side, as many as there is room for."""
    return grid(*cards, cell=em(17), gap=8, align="stretch")


def _body(draft: Draft, body: BodyLine) -> Node:
    about = column(text(body.label, "strong"), text(_("decides by {rule}").format(rule=body.rule),
                   "label", "text2"), gap=2, grow=1)  # fmt: skip
    return card(f"body.{body.id}", body.label, partial(draft.body, body.id),
                row(emblem_of(body.id, body.short, 44), about, gap=14),
                selected=body.id == draft.text.organisation)  # fmt: skip


def _power(session: Session, draft: Draft, power: PowerLine) -> Node:
    lag = _n("takes effect a turn later", "takes effect {n} turns later", power.lag)
    choose = partial(draft.body, draft.text.organisation, power.id)
    return card(
        f"power.{power.id}", power.label, choose, text(power.label, "strong"),
        text(power.about, "label", "text2"), text(lag, "meta", "text2") if power.lag else None,
        selected=power.id == draft.text.power, disabled=barred(session.match, power),
    )  # fmt: skip
