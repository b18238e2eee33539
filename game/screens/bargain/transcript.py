"""What was said: messages, proposals, answers and the reasons of refusals, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from game.decisions import Message, Proposal
from game.language import _, _p
from game.report import words
from game.report.news import Story
from game.report.terms import promise
from game.rules.world import Promise
from game.screens.bargain.draft import Draft
from game.screens.parts.lines import bullet
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.ui.node import Do, Node, column, row
from game.ui.paint import Shade
from game.ui.widgets import card, chip, heading, icon_button, text

TURNS = 4
"""Turns whose talks are shown."""


@dataclass(frozen=True)
class Line:
    """One thing that was said in a turn."""

    turn: int
    story: Story
    speaker: str  # id of the nation it begins with, or empty


def transcript(session: Session) -> list[Line]:
    """The talks of the turn under way and of a few before it, what was said last first."""
    found = [(session.turn, each) for each in session.news()]
    for turn in range(session.turn - 1, max(0, session.turn - TURNS), -1):
        found += [(turn, each) for each in session.report(turn)]
    found.sort(key=lambda said: (said[0], said[1].at), reverse=True)
    return [Line(turn, each, _speaker(session, each)) for turn, each in found
            if each.kind == "talks"]  # fmt: skip


def _speaker(session: Session, story: Story) -> str:
    """Whose words these are: the first nation that is named."""
    places = [(story.text.find(name), id_) for name, id_ in
              zip(session.setup.names, session.setup.nations, strict=False)]  # fmt: skip
    named = sorted((at, id_) for at, id_ in places if at >= 0)
    return named[0][1] if named else ""


def last_words(lines: list[Line], nation: str) -> str:
    """What a nation said last, in one sentence."""
    found = next((line for line in lines if line.speaker == nation), None)
    if found is None:
        return ""
    said = f"{found.story.text} {found.story.note}".strip()
    return _("Turn {n}: {said}").format(n=found.turn, said=said)


def on_the_table(session: Session, own: Sequence[Proposal]) -> Node | None:
    """What one has proposed, while the others are asked for their answers."""
    if not own:
        return None
    return column(heading(_("On the table"), "card"),
                  *(_waits(session, n, each) for n, each in enumerate(own)), gap=8)  # fmt: skip


def _waits(session: Session, number: int, given: Proposal) -> Node:
    said = told(session, given)
    state = chip(_("waits for {whom}").format(whom=_asked(session, given)), "warn", "hourglass")
    about = column(text(said, "label"), state, align="start", gap=4)
    return card(f"waits.{number}", said, None, about, edge="warn")


def talk_cards(session: Session, lines: list[Line], quiet: bool = True) -> list[Node]:
    """The transcript as cards. quiet: nothing that was said stands elsewhere."""
    if not lines and not quiet:
        return []
    if not lines:
        return [text(_("Nothing has been said in these talks yet."), "label", "text2")]
    return [_card(session, n, line) for n, line in enumerate(lines)]


def _card(session: Session, number: int, line: Line) -> Node:
    ids = session.setup.nations
    name = session.setup.names[ids.index(line.speaker)] if line.speaker else _("Talks")
    head = row(
        flag_of(session, line.speaker, 20) if line.speaker else None,
        text(name, "label_strong", grow=1),
        text(_("Turn {n}").format(n=line.turn), "meta", "text2"), gap=10,
    )  # fmt: skip
    text_ = line.story.text
    edge: Shade = {True: "good", False: "bad", None: "line2"}[line.story.holds]
    why = [bullet(each, "corner-down-right") for each in line.story.why]
    return card(f"said.{number}", text_, None, head, text(text_, "label"), *why, edge=edge, gap=6)


def to_be_sent(
    session: Session, draft: Draft, edit: Callable[[Proposal | Message], object]
) -> Node | None:
    """Drafts that wait: each can be taken up again, or out."""
    drafts = session.drafts
    items = [_proposal(session, draft, n, each, partial(edit, each))
             for n, each in enumerate(drafts.proposals)]  # fmt: skip
    items += [_message(session, draft, n, each, partial(edit, each))
              for n, each in enumerate(drafts.messages)]  # fmt: skip
    if not items:
        return None
    return column(heading(_("To be sent"), "card"), *items, gap=8)


def _proposal(session: Session, draft: Draft, place: int, given: Proposal, edit: Do) -> Node:
    said = told(session, given)
    about = column(text(said, "label"), chip(_("counter-offer"), "warn") if given.counter else None,
                   grow=1, align="start", gap=4)  # fmt: skip
    write = _write_on(f"edit.{place}", said, edit)
    out = icon_button(f"withdraw.{place}", "x", _("Withdraw: {text}").format(text=said),
                      partial(draft.withdraw, place), kind="quiet", tip=_("Withdraw"))  # fmt: skip
    return card(f"draft.{place}", said, None, row(about, write, out, gap=4), edge="accent")


def _write_on(name: str, said: str, edit: Do) -> Node:
    label = _("Write on: {text}").format(text=said)
    return icon_button(name, "pencil", label, edit, kind="quiet", tip=_("Write on"))


def _message(session: Session, draft: Draft, place: int, given: Message, edit: Do) -> Node:
    said = message_text(session, given)

    def drop() -> None:
        draft.keep()
        session.draft(session.drafts.without_message(place))

    out = icon_button(f"unsay.{place}", "x", _("Take back: {text}").format(text=said), drop,
                      kind="quiet", tip=_("Take back"))  # fmt: skip
    write = _write_on(f"rewrite.{place}", said, edit)
    note = text(words.quoted(given.note), "meta", "text2") if given.note else None
    about = column(text(said, "label"), note, grow=1, gap=3)
    return card(f"message.{place}", said, None, row(about, write, out, gap=4), edge="accent")


def told(session: Session, given: Proposal) -> str:
    """A proposal in one sentence."""
    return _("To {whom}: {what}").format(
        whom=_asked(session, given), what=words.series(terms(session, given, _p("paid by", "you")))
    )


def _asked(session: Session, given: Proposal) -> str:
    """The organisation that decides it, or the nations that are to sign."""
    setup = session.setup
    if given.organisation is not None:
        return words.body(session.match, setup.ids["organisation"].index(given.organisation))
    names = dict(zip(setup.nations, setup.names, strict=False))
    return words.listed([names[each] for each in given.parties])


def terms(session: Session, given: Proposal, proposer: str) -> list[str]:
    """What a proposal says, a line for each clause."""
    return words.proposal_text(session.match, session.match.world, given, proposer)


def message_text(session: Session, message: Message) -> str:
    """A message in words."""
    names = dict(zip(session.setup.nations, session.setup.names, strict=False))
    to, what = names[message.to], promise(Promise[message.topic.upper()])
    said = {
        "ask": _("Ask {to} {what}"),
        "warn": _("Warn {to}: we expect you {what}"),
        "reassure": _("Reassure {to}: we mean {what}"),
        "promise": _("Promise {to} {what} until the end of turn {until}"),
    }[message.tone]
    return said.format(to=to, what=what, until=message.until)
