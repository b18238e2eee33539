"""The belief control: one line for each who could have done it; together always 100 %.

What is said here is graded when the truth is known, and changes nothing else in the game.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from game.language import _
from game.report import terms
from game.report.dossier import Dossier, Suspect
from game.rules.claims import word_for
from game.screens.case.making import what_made
from game.screens.case.shares import Shares, shares_of
from game.screens.parts.opening import why_over
from game.screens.play.cases import suspects_of
from game.screens.play.drafts import Drafts, chances_of
from game.screens.play.session import Session
from game.ui.app import App
from game.ui.node import Node, column, em, row, wrap
from game.ui.widgets import button, chip, entry, icon_button, meter, slider, text


def word_of(share: float) -> str:
    """A chance in words of estimative probability."""
    return terms.word(word_for(share))


@dataclass(frozen=True)
class Typing:
    """A number that is being typed."""

    place: int
    before: Shares
    text: str
    drafts: Drafts  # what came of it so far


class Belief:
    """What is said of one case, while it is being said."""

    def __init__(self, session: Session, incident: int) -> None:
        self.session, self.incident = session, incident
        self.held: frozenset[int] = frozenset()
        self.asked = False  # the staff was asked what it thinks
        self._typing: Typing | None = None

    # ---- what is said ------------------------------------------------------------------------

    @property
    def dossier(self) -> Dossier:
        """The case."""
        found = self.session.dossier(self.incident)
        assert found is not None
        return found

    @property
    def suspects(self) -> list[Suspect]:
        """Who could have done it."""
        return suspects_of(self.session, self.dossier)

    @property
    def said(self) -> bool:
        """Whether anything has been said of it, now or earlier."""
        return self.session.believed(self.dossier) is not None

    @property
    def shares(self) -> Shares:
        """What is said now; alike where nothing was said yet."""
        suspects = self.suspects
        believed = self.session.believed(self.dossier)
        weights = [1.0] * len(suspects)
        if believed is not None:
            weights = [believed[each.hypothesis] for each in suspects]
        return Shares(shares_of(weights).values, self.held)

    def say(self, shares: Shares, stroke: object = None) -> None:
        """Draft it; it can be undone until it is sent, a stroke as a whole."""
        suspects, drafts = self.suspects, self.session.drafts
        self.held = shares.held
        chances = chances_of(suspects, shares.chances)
        self.session.draft(drafts.with_belief(self.incident, chances), stroke)

    def move(self, place: int, value: float) -> None:
        """One line moved; the others that are not held give way.

        Moves of one line in a row are taken back as one.
        """
        self._typing = None
        self.say(self.shares.moved(place, value), ("moved", self.incident, place))

    def toggle(self, place: int) -> None:
        """Hold a line, or let it go."""
        self.held = self.held ^ {place}

    def type(self, place: int, typed: str) -> None:
        """A number being typed: each digit is taken from what stood there before."""
        typing = self._typed_at(place)
        base = typing.before if typing is not None else self.shares
        digits = "".join(sign for sign in typed if sign.isdecimal())[:3]
        if digits:
            self.say(base.moved(place, int(digits)), ("typed", self.incident, place, base))
        self._typing = Typing(place, base, digits, self.session.drafts)

    def typed(self, place: int, value: int) -> str:
        """What stands in the box of a line."""
        typing = self._typed_at(place)
        if typing is not None:
            return typing.text
        return str(value) if self.said else ""

    def _typed_at(self, place: int) -> Typing | None:
        """What is being typed there, unless it was undone or something else was said since."""
        typing = self._typing
        still = typing is not None and typing.drafts == self.session.drafts
        return typing if typing is not None and still and typing.place == place else None

    def ended(self) -> None:
        """Enter: the number stands as it is."""
        self._typing = None

    # ---- how it looks ------------------------------------------------------------------------

    @property
    def staffed(self) -> bool:
        """Whether what the staff thinks is shown: on Guided always, on Standard when asked."""
        return self.session.level == "guided" or (self.session.level == "standard" and self.asked)

    def build(self, app: App) -> list[Node]:
        """All lines, and ways to fill them in."""
        shares, suspects = self.shares, self.suspects
        lines = [self._line(app, n, each, shares) for n, each in enumerate(suspects)]
        return lines if why_over(self.session) else [self._ways(app), *lines]

    def _ways(self, app: App) -> Node:
        even = partial(self._lean, [1.0] * len(self.suspects))
        parts = [button("belief.alike", _("All alike"), even)]
        weights = [each.belief for each in self.suspects]
        if self.staffed:
            as_staff = partial(self._lean, weights)
            parts.append(button("belief.staff", _("As the staff"), as_staff, sign="users"))
        elif self.session.level == "standard":
            ask = partial(setattr, self, "asked", True)
            parts.append(button("belief.ask", _("Ask the staff"), ask, sign="users"))
        state = chip(_("said"), "good", "check") if self.said else chip(_("not said yet"), "warn")
        return wrap(*parts, state, gap=10, align="center")

    def _lean(self, weights: Sequence[float]) -> None:
        self.say(self.shares.leaning(weights))

    def _line(self, app: App, place: int, suspect: Suspect, shares: Shares) -> Node:
        value, held, id_ = shares.values[place], place in shares.held, suspect.id
        word = word_of(value / 100)
        said = f"{value} %, {word}"
        if not self.said:  # all alike would be a guess that nobody made
            value, word, said = 0, "", "?"
        over = why_over(self.session)
        fixed = over or (_("It is held: let it go to move it.") if held else "")
        knob = slider(f"belief.{id_}", suspect.label, value, partial(self.move, place), step=1,
                      shown=said, disabled=fixed, min_width=120, grow=1)  # fmt: skip
        knob.do, knob.tip = None if over else partial(self.toggle, place), said
        name = f"number.{id_}"
        box = entry(name, _("Per cent for {who}").format(who=suspect.label),
                    self.typed(place, value), partial(self.type, place), app.cursor(name),
                    send=self.ended, hint="?", longest=3, width=em(3.6), min_width=0)  # fmt: skip
        lock = icon_button(
            f"hold.{id_}", "lock" if held else "lock-open",
            (_("Let {who} go") if held else _("Hold {who}")).format(who=suspect.label),
            partial(self.toggle, place), selected=held, kind="quiet",
        )  # fmt: skip
        head = row(text(suspect.label, "label_strong", grow=1), text(word, "label",
                   "text2"), gap=10)  # fmt: skip
        told = text(str(value) if self.said else "?", "number")
        given = (knob, told) if over else (lock, knob, box)
        control = row(*given, text("%", "label", "text2"), gap=6)
        return column(head, control, self._staff(suspect) if self.staffed else None, gap=2,
                      pad=(0, 4))  # fmt: skip

    def _staff(self, suspect: Suspect) -> Node:
        """What the staff makes of the evidence, beside what is said."""
        said = _("staff {share:.0%}, {word}").format(
            share=suspect.belief, word=word_of(suspect.belief)
        )
        bar = meter(_("Staff on {who}").format(who=suspect.label), suspect.belief, said, "accent2",
                    height=8, grow=1)  # fmt: skip
        made = row(bar, text(said, "meta", "text2", width=em(11.5)), gap=12)
        made.tip = partial(what_made, self.dossier, suspect)
        return made
