"""Norms and organisations: they are known, of their time, and held by nations of the file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from game.rules.law import ANSWERS
from game.rules.world import Contested
from game.scenario import library
from game.scenario.checks.base import Checked
from game.scenario.model import Norm
from game.scenario.reader import Place


def norms(checked: Checked) -> None:
    """A norm is of the library or spelled out, and nations hold it once."""
    for name, use in checked.scenario.norms.items():
        place = ("norms", name)
        _from_library(checked, place, "norm", use.define is not None, library.norms())
        if use.define is not None:
            _defined(checked, (*place, "define"), use.define)
        for key, held in (("endorsed", use.endorsed), ("internalised", use.internalised)):
            _nations(checked, (*place, key), held)
        for n, nation in enumerate(use.internalised):
            if nation in use.endorsed:
                again = f"'{nation}' endorses it already"
                where = (*place, "internalised", n)
                checked.error(where, "twice", again, "internalised is more: keep that one")


def norms_in_time(checked: Checked) -> None:
    """A norm that nobody had agreed yet is tabled in play, and held by nobody before."""
    scenario = checked.scenario
    for name, use in scenario.norms.items():
        norm = use.define or library.norms().get(name)
        if norm is None or library.exists(norm.since, scenario.year):
            continue
        young = f"'{name}' was agreed in {norm.since}, this plays in {scenario.year}"
        if not use.tabled:
            hint = "write 'tabled: true' to let it be tabled in play, or drop it"
            checked.at_key(("norms", name), "too_young", young, hint)
        elif use.endorsed or use.internalised:
            checked.at_key(("norms", name), "too_young", young, "nobody can hold it at the start")


def _defined(checked: Checked, place: Place, norm: Norm) -> None:
    """A norm of the file's own can be broken, and answers a question with one of its answers."""
    breaks = norm.broken_by
    if breaks.acts is None and breaks.request is None and not breaks.haste and not breaks.neglect:
        hint = "say which acts, which request, 'haste: true' or 'neglect: true'"
        checked.error((*place, "broken_by"), "unbreakable", "nothing breaks this norm", hint)
    if norm.informs is not None:
        answers = ANSWERS[Contested[norm.informs.question.name]]
        checked.known((*place, "informs", "answer"), "answer", norm.informs.answer, answers)


def organisations(checked: Checked) -> None:
    """An organisation is of the library or spelled out, and its members are nations."""
    for name, body in checked.scenario.organisations.items():
        place = ("organisations", name)
        own = body.define is not None
        _from_library(checked, place, "organisation", own, library.organisations())
        _nations(checked, (*place, "members"), body.members)
        if len(set(body.members)) < 2:
            lack = f"'{name}' has one member, and nobody to act with"
            checked.warning((*place, "members"), "alone", lack, "add a member, or drop it")


def organisations_in_time(checked: Checked) -> None:
    """An organisation that does not exist yet may be founded in play."""
    scenario = checked.scenario
    for name, use in scenario.organisations.items():
        body = use.define or library.organisations().get(name)
        if body is None or use.may_found or library.exists(body.since, scenario.year):
            continue
        young = f"'{name}' began in {body.since}, this plays in {scenario.year}"
        hint = "write 'may_found: true' to let its members found it in play, or drop it"
        checked.at_key(("organisations", name), "too_young", young, hint)


def _from_library(
    checked: Checked, place: Place, kind: str, own: bool, shelf: Collection[str]
) -> None:
    """Without a definition the name must stand in the library; with one it must not."""
    name = str(place[-1])
    if not own:
        checked.known_key(place, kind, name, shelf, "else spell it out under 'define:'")
    elif name in shelf:
        again = f"the library has a {kind} '{name}' already"
        checked.at_key(place, "twice", again, "drop 'define:', or give yours another id")


def _nations(checked: Checked, place: Place, names: Sequence[str]) -> None:
    """Each is a nation of the file, and is listed once."""
    for n, name in enumerate(names):
        checked.known((*place, n), "nation", name, checked.nations)
        if name in names[:n]:
            checked.error((*place, n), "twice", f"'{name}' is listed twice", "delete one")


CHECKS = (norms, norms_in_time, organisations, organisations_in_time)
