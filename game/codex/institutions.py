"""Pages of what nations live by: norms, organisations, and what they hold the law to be."""

from __future__ import annotations

from collections.abc import Iterator

from game.codex.entry import Entry, Fact
from game.language import _, _n
from game.report import terms
from game.rules.law import QUESTIONS
from game.rules.organisations import Rule
from game.rules.powers import Power
from game.rules.world import Contested
from game.scenario import library
from game.scenario.model import Norm, Organisation


def norms() -> Iterator[Entry]:
    """A page for each norm of the library, those of the United Nations first."""
    for name, norm in sorted(library.norms().items(), key=lambda pair: pair[1].letter or "z"):
        yield Entry(
            f"norm.{name}",
            "norm",
            _lettered(norm),
            _(norm.text),
            (norm.label,),
            ("14.1", "14.4"),
            tuple(_of_norm(norm)),
            (norm.source,),
        )


def _lettered(norm: Norm) -> str:
    name = _(norm.label)
    return _("Norm {letter}: {name}").format(letter=norm.letter, name=name) if norm.letter else name


def _of_norm(norm: Norm) -> Iterator[Fact]:
    restraint = norm.kind == "restraint"
    yield (
        _("It is a"),
        _("restraint: broken by an act") if restraint else _("duty: broken by leaving it undone"),
    )
    if norm.since:
        yield _("Agreed in"), str(norm.since)
    if norm.informs:
        yield _("Speaks to"), terms.question(Contested[norm.informs.question.name])


def organisations() -> Iterator[Entry]:
    """A page for each organisation of the library."""
    for name, body in sorted(library.organisations().items(), key=lambda pair: _(pair[1].label)):
        yield Entry(
            f"organisation.{name}",
            "organisation",
            _(body.label),
            _(body.about),
            (body.label, body.short),
            ("16.1", "16.2"),
            tuple(_of_organisation(body)),
            tuple(body.source),
            named=True,
        )


def _of_organisation(body: Organisation) -> Iterator[Fact]:
    yield _("Decides by"), terms.rule(Rule[body.rule.name])
    if body.since:
        yield _("Since"), str(body.since)
    for name, use in body.powers.items():
        label, about = terms.power(Power[name.name])
        later = _("{measure} In effect {turns} after the vote.") if use.lag else "{measure}"
        yield label, later.format(measure=about, turns=_n("1 turn", "{n} turns", use.lag))


def law() -> Iterator[Entry]:
    """A page for each contested question of law."""
    for point in Contested:
        answers = _("; or that ").join(_(each) for each in terms.STANDS[point])
        said = _("Nations hold that {answers}. What most of those who spoke say is custom.")
        yield Entry(
            f"law.{point.name.lower()}",
            "law",
            terms.question(point),
            said.format(answers=answers),
            (QUESTIONS[point],),
            ("15.1", "15.2"),
        )
