"""The pages of a nation: what it can do, its law and norms, its bonds, its history."""

from __future__ import annotations

from functools import partial

from game.language import _, _n, _p
from game.report import terms, words
from game.report.bodies import bodies
from game.report.capacity import capacity, red_lines
from game.report.dossier import dossiers
from game.report.law import questions
from game.report.norms import norms
from game.report.situation import situation
from game.report.ties import causes, skills
from game.rules.world import Skill
from game.screens.commons.common import STAGES
from game.screens.nation.known import Known
from game.screens.parts.lines import bullet, causes_block, fact, section, told_of, turn_line
from game.screens.parts.opening import (
    open_dossier,
    open_institutions,
)
from game.screens.parts.peers import WIDE, emblem_of, figure_line
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, grid, row, wrap
from game.ui.widgets import (
    button,
    card,
    chip,
    icon,
    listing,
    notice,
    text,
)


def stance(page: Known, app: App) -> list[Node]:
    """Capabilities, services, support, red lines."""
    match, me = page.session.match, page.session.nation
    known = zip(Skill, skills(match, me, page.number), strict=True)
    levels = [told_of(skill.name.lower(), figure_line(each.name.capitalize(), each.level))
              for skill, each in known]  # fmt: skip
    seen = match.view(me)
    public = [
        fact(_("Support at home"), f"{seen.support[page.number, 0]:.0f}", "support"),
        fact(_("Public anger"), f"{seen.anger[page.number, 0]:.0f}", "anger"),
        fact(_("Standing: how far its word is believed"),
             f"{seen.standing[page.number, 0]:.0f}", "standing"),
    ]  # fmt: skip
    levels_of = zip(terms.SECTORS, seen.service[page.number, :, 0], strict=True)
    down = [
        f"{terms.sector_called(sector)} {level:.0f}" for sector, level in levels_of if level < 99.5
    ]
    which = words.listed(down) or _p("services", "none")
    public.append(fact(_("Services below 100"), which, "service"))
    note = notice(_("Bands are what your services can tell. Collecting on a nation narrows "
                    "them."), "eye")  # fmt: skip
    parts = [
        section(_("Capabilities"), *levels, None if page.mine else note),
        section(_("In public"), *public),
        section(_("Red lines"), *_lines(page)),
        *([_own_capacity(page)] if page.mine else []),
    ]
    return [_columns(app, *parts)]


def _lines(page: Known) -> list[Node]:
    """Its red lines."""
    drawn = red_lines(page.session.match, page.number)
    if not drawn:
        return [text(_("It has drawn none in public."), "label", "text2")]
    return [
        bullet(_("an attack on {sector}, from severity {n} on").format(
            sector=terms.sector_called(sector), n=least), "triangle-alert", "warn")
        for sector, least in drawn
    ]  # fmt: skip


def _own_capacity(page: Known) -> Node:
    own = capacity(page.session.match, page.number)
    lines = [fact(_("Steps of a national strategy"), _("{n} of 5").format(n=own.strategy)),
             fact(_("Vulnerabilities kept"), str(own.exploits)),
             fact(_("Readiness"), f"{own.readiness:.0f}")]  # fmt: skip
    lines += [bullet(_("{name}: +{points:.0f} in turn {turn}").format(
        name=skill.name, points=points, turn=turn), "hourglass", "accent")
        for skill in own.skills for turn, points in skill.arriving]  # fmt: skip
    return section(_("Capacity"), *lines)


def law(page: Known, app: App) -> list[Node]:
    """Positions it published, norms it holds, norms it broke."""
    match = page.session.match
    stands = []
    for line in questions(match, page.session.nation):
        said = dict(line.published).get(page.label, "")
        said = line.mine if page.mine and line.mine else said
        mark = ("check", "good") if said else ("minus", "text3")
        differs = bool(said and line.mine and said != line.mine and not page.mine)
        stands.append(_position(line.question, said, mark, differs))
    held = [_norm(line.label, line.letter, dict(line.stages)[page.label],
                  dict(line.broken).get(page.label, 0)) for line in norms(match)]  # fmt: skip
    go = partial(open_institutions, app, page.session, "law")
    more = button("to.law", _("Law and norms of all"), go, sign="landmark")
    empty = text(_("No norm is live here."), "label", "text2")
    both = _columns(
        app,
        section(_("Where it stands in law"), *stands),
        section(_("Norms"), *held or [empty]),
    )
    return [both, row(more)]


def bonds(page: Known, app: App) -> list[Node]:
    """Organisations, treaties, promises."""
    match, me = page.session.match, page.session.nation
    inside = [
        row(emblem_of(each.id, each.short, 36), column(text(each.short, "strong"), text(
            each.label, "label", "text2"), grow=1), gap=12)
        for each in bodies(match, me) if page.label in each.members and each.exists
    ]  # fmt: skip
    bound = []
    for treaty in situation(match, me).treaties:
        if page.label in treaty.parties:
            bound.append(bullet(_("{clauses}, with {names}, {until}").format(
                clauses=words.listed([c.lower() for c in treaty.clauses]), until=treaty.until,
                names=words.listed([n for n in treaty.parties if n != page.label])),
                "handshake", "accent"))  # fmt: skip
    return [
        section(_("Member of"), *inside or [text(_("no organisation here"), "label", "text2")]),
        section(_("Treaties"), *bound or [text(_("none in force"), "label", "text2")]),
        *([] if page.mine else [_word(page)]),
    ]


def _word(page: Known) -> Node:
    """What it promised, and how it kept it."""
    relation = page.relation
    kept = _n("kept its word to you once", "kept its word to you {n} times", relation.kept)
    broke = _n("broke it once", "broke it {n} times", relation.broken)
    lines = [bullet(each, "hourglass", "accent") for each in relation.promises]
    lines += [bullet(kept, "check", "good")] if relation.kept else []
    lines += [bullet(broke, "x", "bad")] if relation.broken else []
    empty = text(_("Neither has promised the other anything yet."), "label", "text2")
    return section(_("Promises"), *lines or [empty])


def past(page: Known, app: App) -> list[Node]:
    """What it did and what befell it, and why trust moved."""
    parts = [_cases(app, page.session, page.label)]
    if not page.mine:
        moved = causes(page.session.match, page.session.nation, page.number)
        parts.append(column(*causes_block(_("Why you trust it as you do"), moved, exact=True),
                            gap=6))  # fmt: skip
    lines = [turn_line(turn, story.text, why=story.why) for turn, story in page.past]
    empty = text(_("Nothing is on record yet."), "label", "text2")
    return [*parts, section(_("On record"), *lines or [empty])]


def _columns(app: App, *parts: Node) -> Node:
    """Sections in two columns where there is room for them."""
    return grid(*parts, columns=2 if app.room[0] >= WIDE else 1, gap=30, align="start")


def _cases(app: App, session: Session, label: str) -> Node:
    """Cases in which it was hit, or is named."""
    found = [d for d in dossiers(session.match, session.nation)
             if d.victim == label or any(label in claim for claim in d.claims)]  # fmt: skip
    cards = [
        card(f"case.{d.id}", d.title, partial(open_dossier, app, session, d.incident),
             text(d.title, "strong"), text(_case_line(d.victim == label, d.kind, d.began), "label",
                                           "text2"))
        for d in found
    ]  # fmt: skip
    empty = text(_("None that you know of."), "label", "text2")
    if not cards:
        return section(_("Cases"), empty)
    return section(_("Cases"), listing("cases", _("Cases"), *cards, scroll=False, grow=0))


def _case_line(hit: bool, kind: str, turn: int) -> str:
    part = _("it was hit") if hit else _("it is spoken of")
    return _("{kind}, since turn {turn}: {part}").format(kind=kind, turn=turn, part=part)


def _position(question: str, said: str, mark: tuple[str, str], differs: bool) -> Node:
    """One question of law, and what it says."""
    answer = text(said or _("has not said"), "label", "text" if said else "text2")
    differ = chip(_("not as you read it"), "warn") if differs else None
    both = column(text(question, "label", "text2"), wrap(answer, differ, gap=10), gap=2, grow=1)
    return row(column(_sign(*mark)), both, gap=10, align="start")


def _sign(sign: str, shade: str) -> Node:
    return icon(sign, 18, shade)


def _norm(label: str, letter: str, stage: str, broken: int) -> Node:
    """One norm: how far it holds it, and how often it broke it in public."""
    name = f"{label} ({letter})" if letter else label
    worded = {"none": _("does not hold it"), "endorsed": _("endorsed"),
              "internalised": _("made it its own")}  # fmt: skip
    marks = [chip(worded[stage], STAGES[stage], "check" if stage != "none" else "minus")]
    marks += [chip(_n("broke it once", "broke it {n} times", broken), "bad", "x")] if broken else []
    return row(text(name, "label", grow=1), *marks, gap=10)
