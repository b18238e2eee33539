"""A pair of nations in full: how each stands to the other, and why."""

from __future__ import annotations

from collections.abc import Mapping

from game.language import _, _n
from game.report import words
from game.report.relations import Relation
from game.report.situation import situation
from game.report.ties import Tie, blame, causes, suspicions
from game.screens.parts.lines import bullet, causes_block
from game.screens.parts.opening import open_nation
from game.screens.parts.peers import (
    HEAT,
    figure_line,
)
from game.screens.trust.graph_lines import HOT
from game.screens.trust.pairing import Pairing
from game.ui.app import App
from game.ui.node import Node, row, wrap
from game.ui.widgets import (
    button,
    chip,
    notice,
    panel,
    scroll,
    text,
)

Ties = Mapping[tuple[int, int], Tie]


def pair(page: Pairing, app: App, known: Ties) -> Node:
    """The chosen pair in full."""
    one, two = page.chosen
    title = _("{who} and {whom}").format(who=page.name_of(one), whom=page.name_of(two))
    lines = _ours(page, known) if page.me in page.chosen else _theirs(page, known)
    open_ = button(
        "open", _("Open {name}").format(name=page.name_of(page.other)),
        lambda: open_nation(app, page.session, page.id_of(page.other)), sign="flag",
    )  # fmt: skip
    body = scroll(f"pair.{one}.{two}", *lines, gap=8)
    return panel("pair", title, body, row(open_), sign="users", grow=12)


def _theirs(page: Pairing, known: Ties) -> list[Node]:
    """Two others: what they did in public is all one can know."""
    one, two = page.chosen
    tie, back = known[one, two], known[two, one]
    why = _("Nobody tells you how far these two trust each other. This is on record:")
    lines = [notice(why, "eye")]
    said = _public(tie, back, page.name_of(one), page.name_of(two))
    return [*lines, *(bullet(each) for each in said)]


def _ours(page: Pairing, known: Ties) -> list[Node]:
    """Oneself and another: both ways, with reasons."""
    match, other = page.session.match, page.other
    name, to_us, ours = page.name_of(other), known[other, page.me], known[page.me, other]
    relation = next(r for r in situation(match, page.me).relations if r.nation == other)
    lines = [
        figure_line(_("{name} trusts you").format(name=name), to_us.trust),
        figure_line(_("You trust {name}").format(name=name), ours.trust),
        figure_line(_("Its hostility to you"), to_us.hostility, HEAT),
        figure_line(_("Your hostility to it"), ours.hostility, HEAT),
        wrap(*_chips(relation, ours, to_us), gap=8),
    ]
    lines += [bullet(each, "handshake", "accent")
              for each in (*relation.pact, *relation.promises)]  # fmt: skip
    theirs = _("Why {name} thinks so of you").format(name=name)
    mine = _("Why you think so of {name}").format(name=name)
    lines += causes_block(theirs, causes(match, other, page.me), exact=False)
    lines += causes_block(mine, causes(match, page.me, other), exact=True)
    return [*lines, *_blame(page, other)]


def _blame(page: Pairing, other: int) -> list[Node]:
    """What one's analysts' beliefs take from one's trust; told only where staff speaks unasked."""
    lost = blame(page.session.match, page.me, other)
    if lost < 0.5 or page.session.level != "guided":
        return []
    cases = suspicions(page.session.match, page.me, other)
    lines = [text(_("Suspicion takes {n:.0f} from it").format(n=lost), "strong", "warn")]
    lines += [
        text(_("{title}: your analysts give it {chance:.0%}").format(
            title=each.title, chance=each.belief), "label", "text2")
        for each in cases[:4]
    ]  # fmt: skip
    return lines


def _public(tie: Tie, back: Tie, one: str, two: str) -> list[str]:
    """What two nations did to each other in public."""
    lines = [_("between them: {rung}").format(rung=tie.rung_name)]
    lines += [_("they are allies")] if tie.ally else []
    lines += [_("in force: {clause}").format(clause=words.lowered(clause)) for clause in tie.pact]
    for each, who, whom in ((tie, one, two), (back, two, one)):
        names = {"who": who, "whom": whom}
        if each.kept:
            often = words.times(each.kept)
            lines.append(_("{who} kept its word to {whom} {often}").format(**names, often=often))
        if each.broken:
            often = words.times(each.broken)
            lines.append(_("{who} broke its word to {whom} {often}").format(**names, often=often))
        if each.sanctions:
            lines.append(_("{who} has sanctions on {whom}").format(**names))
        if each.aid:
            lines.append(_("{who} paid for the capacity of {whom}").format(**names))
    return lines


def _chips(relation: Relation, ours: Tie, to_us: Tie) -> list[Node]:
    """Where the two stand, as chips."""
    found = [chip(relation.rung, "bad" if ours.rung >= HOT else "text2", "swords")]
    found += [chip(_("allied"), "accent", "shield")] if ours.ally else []
    if relation.kept:
        found.append(chip(_n("kept its word once", "kept its word {n} times", relation.kept),
                          "good", "check"))  # fmt: skip
    if relation.broken:
        found.append(chip(_n("broke its word once", "broke its word {n} times", relation.broken),
                          "bad", "x"))  # fmt: skip
    if to_us.sanctions or ours.sanctions:
        found.append(chip(relation.sanctions, "bad", "lock"))
    return found
