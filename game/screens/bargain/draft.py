"""The text on the table: what is being drafted, with a history of its own to undo and redo."""

from __future__ import annotations

from dataclasses import replace

from game.decisions import Proposal
from game.language import _
from game.report.ready import READY
from game.screens.play.desks import Written
from game.screens.play.drafts import Drafts
from game.screens.play.history import History
from game.screens.play.session import Session
from game.staff import drafting

EMPTY = Proposal((), {})

Moment = tuple[Proposal, int | None, int | None, Drafts]


class Draft:
    """One proposal being written, new or taken up again from among those to be sent."""

    def __init__(self, session: Session, start: Proposal | None = None) -> None:
        self.session = session
        self.text = start or EMPTY
        self.first = self.text  # as it was before any change: what is marked as changed
        self.place: int | None = None  # among the proposals to be sent
        self.answers: int | None = None  # the offer that it counters
        self.through = self.text.organisation is not None  # an organisation is to do it
        self.counters: dict[int, Proposal] = {}  # counter-offers tabled, by the offer
        self._history: History[Moment] = History()

    def begin(self, text: Proposal) -> None:
        """A text from elsewhere, in place of what is being written."""
        self.keep()
        self._take(text)
        self.place = self.answers = None

    def write_on(self, left: Written) -> None:
        """What was being written when the game was left."""
        self._take(left.text)
        self.place, self.answers, self.counters = left.place, left.answers, dict(left.counters)

    # ---- changes -----------------------------------------------------------------------------

    def change(self, text: Proposal) -> None:
        """Write another text, without what it no longer speaks of."""
        text = drafting.tidy(text)
        if text != self.text:
            self.keep()
            self.text = text

    def level(self, clause: str, level: int) -> None:
        """One clause at another level."""
        self.change(replace(self.text, clauses={**self.text.clauses, clause: level}))

    def party(self, nation: str) -> None:
        """A nation taken in, or left out."""
        parties = self.text.parties
        kept = tuple(each for each in parties if each != nation)
        self.change(replace(self.text, parties=kept if nation in parties else (*parties, nation)))

    def ready(self, id_: str) -> None:
        """A ready-made text; one for all nations is put to all, unless some are chosen."""
        given = next(each for each in READY if each.id == id_)
        everybody = given.for_all and not self.text.parties
        self.through = False
        self.change(
            replace(
                self.text,
                organisation=None,
                power=None,
                clauses=dict(given.clauses),
                parties=self.others() if everybody else self.text.parties,
            )
        )

    def body(self, organisation: str | None, power: str | None = None) -> None:
        """Through an organisation, or between nations again."""
        self.through = organisation is not None
        self.change(replace(self.text, organisation=organisation, power=power))

    def about_case(self, incident: str | None) -> None:
        """The case it is about."""
        self.change(replace(self.text, incident=incident))

    def accuse(self, accused: str | None) -> None:
        """Whom it names as the culprit."""
        self.change(replace(self.text, accused=accused))

    def about_topic(self, topic: str | None) -> None:
        """The nation, norm or question it is about."""
        self.change(replace(self.text, topic=topic))

    def clear(self) -> None:
        """An empty text; nothing that is to be sent is touched."""
        self.keep()
        self.text, self.first, self.place, self.answers = EMPTY, EMPTY, None, None

    def take_up(self, place: int) -> None:
        """Write on at a proposal that is to be sent."""
        self.keep()
        self._take(self.session.drafts.proposals[place])
        self.place = place
        self.answers = next((n for n, each in self.counters.items() if each == self.text), None)

    def counter(self, offer: int, given: Proposal, proposer: str) -> None:
        """Begin a counter-offer."""
        self.keep()
        me = self.session.setup.nations[self.session.nation]
        self._take(drafting.countered(given, proposer, me))
        self.place, self.answers = None, offer

    def _take(self, text: Proposal) -> None:
        """A text that stands, to be written on: through an organisation, or between nations."""
        self.text = self.first = text
        self.through = text.organisation is not None

    # ---- tabling -----------------------------------------------------------------------------

    @property
    def fault(self) -> str:
        """Why it cannot be tabled as it stands; empty if it can."""
        session = self.session
        others = [each for n, each in enumerate(session.drafts.proposals) if n != self.place]
        return self.lacking or drafting.void(session.match, session.nation, others, self.text)

    @property
    def lacking(self) -> str:
        """What is still to be chosen before it can be tabled; empty if nothing is."""
        if self.through and self.text.organisation is None:
            return _("choose an organisation")
        return drafting.lacking(self.text)

    @property
    def begun(self) -> bool:
        """Whether there is a text that was not tabled."""
        return self.text != EMPTY

    def table(self) -> None:
        """Put it among what is to be sent; the next text begins empty."""
        drafts = self.session.drafts
        if self.answers is not None:
            if self.place is None:
                drafts = _without(drafts, self.counters.get(self.answers))
            drafts = drafts.with_answer(self.answers, False)
            self.counters[self.answers] = self.text
        self.keep()
        self.session.draft(drafts.with_proposal(self.text, self.place))
        self.text, self.first, self.place, self.answers = EMPTY, EMPTY, None, None

    def say(self, offer: int, accept: bool) -> None:
        """Yes or no to an offer; the same again takes it back. A counter-offer to it is dropped."""
        self.keep()
        before = self.session.drafts.answers.get(offer)
        again = before is not None and before.accept is accept
        drafts = _without(self.session.drafts, self.counters.pop(offer, None))
        self.session.draft(drafts.with_answer(offer, None if again else accept))
        if self.answers == offer:
            self.text, self.first, self.answers = EMPTY, EMPTY, None

    def withdraw(self, place: int) -> None:
        """Take a proposal out of what is to be sent."""
        self.keep()
        self.session.draft(self.session.drafts.without_proposal(place))
        self.place = None

    # ---- history -----------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """There is a change to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """There is a change to do again."""
        return self._history.can_redo

    def undo(self) -> None:
        """As it was before the last change."""
        self._stand(self._history.undo(self._moment))

    def redo(self) -> None:
        """As it was before it was undone."""
        self._stand(self._history.redo(self._moment))

    def keep(self) -> None:
        """Remember how it is now: something is about to change that can be undone."""
        self._history.keep(self._moment)

    def forget(self) -> None:
        """It was sent: there is nothing to take back any more."""
        self._history.forget()
        self.counters, self.through = {}, False
        self.text, self.first, self.place, self.answers = EMPTY, EMPTY, None, None

    @property
    def _moment(self) -> Moment:
        return self.text, self.place, self.answers, self.session.drafts

    def _stand(self, moment: Moment | None) -> None:
        """As it was then; orders and beliefs were drafted elsewhere, and stay."""
        if moment is not None:
            self.text, self.place, self.answers, then = moment
            if self.text != EMPTY:
                self.through = self.text.organisation is not None
            now = self.session.drafts
            self.session.draft(
                replace(now, proposals=then.proposals, messages=then.messages, answers=then.answers)
            )

    def others(self) -> tuple[str, ...]:
        """Every other nation."""
        me = self.session.setup.nations[self.session.nation]
        return tuple(id_ for id_ in self.session.setup.nations if id_ != me)


def _without(drafts: Drafts, counter: Proposal | None) -> Drafts:
    """The drafts without a counter-offer."""
    if counter is None or counter not in drafts.proposals:
        return drafts
    return drafts.without_proposal(drafts.proposals.index(counter))
