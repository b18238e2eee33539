"""How two other nations stand to each other: what is on record, and nothing of what they feel."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import _, _n
from game.report.ties import Tie, ties
from game.report.words import listed
from game.terminal.seat import Seat


def show_between(seat: Seat, nation: int) -> None:
    """A line for every nation but our own."""
    known = ties(seat.match, seat.nation)
    for other in range(len(seat.match.setup.nations)):
        if other not in (nation, seat.nation):
            name = seat.match.setup.names[other]
            there, back = known[nation, other], known[other, nation]
            said = [*_both(there), *_of_it(there, name), *_of_other(back, name)]
            seat.term.bullet(_("with {name}: {what}").format(name=name, what=listed(said)))


def _both(tie: Tie) -> list[str]:
    allied = [_("allied")] if tie.ally else []
    bound = [_("bound by {clause}").format(clause=clause) for clause in tie.pact]
    return [tie.rung_name, *allied, *bound]


def _of_it(tie: Tie, name: str) -> Iterator[str]:
    """What the nation has done to the other in public."""
    if tie.kept or tie.broken:
        said = _("it kept its word to {name} {kept} and broke it {broken}")
        yield said.format(name=name, kept=_times(tie.kept), broken=_times(tie.broken))
    if tie.sanctions:
        yield _("it has sanctions on {name}").format(name=name)
    if tie.aid:
        yield _("it paid for the capacity of {name}").format(name=name)


def _of_other(tie: Tie, name: str) -> Iterator[str]:
    """What the other has done to the nation in public."""
    if tie.kept or tie.broken:
        said = _("{name} kept its word to it {kept} and broke it {broken}")
        yield said.format(name=name, kept=_times(tie.kept), broken=_times(tie.broken))
    if tie.sanctions:
        yield _("{name} has sanctions on it").format(name=name)
    if tie.aid:
        yield _("{name} paid for the capacity of it").format(name=name)


def _times(count: int) -> str:
    return _n("{n} time", "{n} times", count)
