"""Saying what one believes: numbers for some suspects, the rest shared out or asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.language import _
from game.report import lexicon, words
from game.report.dossier import Dossier, Suspect
from game.report.names import FILLERS, Noun, Unclear, find, longest, plain, several
from game.report.names import typed as spelt
from game.report.shares import percents
from game.terminal.asking import CANCEL, Cancelled
from game.terminal.cases import staff_shows
from game.terminal.desk import Desk
from game.terminal.seat import Seat

STEPS = 1000
"""Chances are kept as whole thousandths."""

_NUMBER = re.compile(r"^(\d+(?:\.\d+)?)%?$")


def believe(desk: Desk, text: str) -> None:
    """`believe CASE suspect=50 …`, `believe CASE staff`, `believe CASE`. Raises Unclear."""
    seat = desk.seat
    dossier, rest = _case(seat, text)
    if dossier.own_doing:
        raise Unclear(
            _("you know who did it: your own services had a hand in it, and it is not graded")
        )
    if not rest:
        given = _asked(desk, dossier)
    elif plain(rest) in ("staff", "analysts", "like staff", "as staff", "my analysts"):
        given = {s.id: s.belief * 100 for s in dossier.suspects}
    elif plain(rest) in ("even", "equal", "no idea", "unknown"):
        given = {}
    else:
        given = parse_shares(dossier, rest)
    state(seat, dossier, given, even=plain(rest) in ("even", "equal", "no idea", "unknown"))
    desk.save()


def _case(seat: Seat, text: str) -> tuple[Dossier, str]:
    """The case that the first words name, and the rest; with one case it need not be named."""
    typed = text.split()
    cases = seat.dossiers
    found, count = longest(typed, lexicon.incidents(cases))
    if found and "=" not in typed[0]:
        return seat.dossier(found[0].id), " ".join(typed[count:])
    another = len(typed) > 1 and typed[0].isdecimal() and not typed[1].startswith("=")
    if typed and "=" not in typed[0] and (another or len(cases) > 1):
        find(typed[0], lexicon.incidents(cases), _("case"))
    return seat.dossier(""), text


def parse_shares(dossier: Dossier, text: str) -> dict[str, float]:
    """Suspects with their per cents, as typed. Raises Unclear."""
    known = lexicon.suspects(dossier)
    typed = re.sub(r"\s*[=:]\s*", " ", text.replace(",", " ")).replace(" %", "%").split()
    given: dict[str, float] = {}
    while typed:
        if plain(typed[0]) in (*FILLERS, "rest", "and"):
            typed = typed[1:]
            continue
        noun, count = _suspect(typed, known)
        typed = typed[count:]
        number = _NUMBER.match(typed[0]) if typed else None
        if number is None:
            said = _("how likely is {name}? Write it as {id}=50")
            raise Unclear(said.format(name=noun.label, id=spelt(noun, known)))
        given[noun.id] = given.get(noun.id, 0.0) + float(number[1])
        typed = typed[1:]
    if not given:
        raise Unclear(_("say it in numbers: {id}=50").format(id=spelt(known[0], known)))
    return given


def _suspect(typed: Sequence[str], known: Sequence[Noun]) -> tuple[Noun, int]:
    if _NUMBER.match(typed[0]):
        said = _("{number} of what? Write {id}={number}")
        raise Unclear(said.format(number=typed[0], id=spelt(known[0], known)))
    found, count = longest(typed, known)
    if not found:
        return find(typed[0], known, _("suspect")), 1
    if len(found) > 1:
        raise Unclear(several(typed[0], (noun.label for noun in found)))
    return found[0], count


def _asked(desk: Desk, dossier: Dossier) -> dict[str, float]:
    """Ask suspect by suspect. Raises Cancelled."""
    term, left = desk.seat.term, 100.0
    given: dict[str, float] = {}
    said = _("{case}: how likely is each, in per cent? Enter leaves it to the rest.")
    term.say(said.format(case=dossier.title))
    for suspect in dossier.suspects[:-1]:
        staff = dossier.shares[suspect] if staff_shows(desk.seat) else ""
        share = _number(desk, _prompt(suspect, left, staff), left)
        if share is not None:
            given[suspect.id] = share
            left -= share
        if left <= 0:
            break
    return given


def _number(desk: Desk, prompt: str, most: float) -> float | None:
    """A number of per cents up to what is left; None for Enter. Raises Cancelled."""
    term = desk.seat.term
    while True:
        line = term.ask(prompt)
        number = _NUMBER.match(line.replace(" ", ""))
        if not line:
            return None
        if number is not None and float(number[1]) <= most:
            return float(number[1])
        if desk.is_command(line):
            term.push(line)
        if desk.is_command(line) or plain(line) in CANCEL:
            raise Cancelled
        wrong = _("Type a number from 0 to {most:g}, or Enter; `cancel` leaves it as it was.")
        term.bad(wrong.format(most=most))


def _prompt(suspect: Suspect, left: float, staff: str) -> str:
    """Who is asked about, of how much, and what the analysts say where they are heard."""
    alone, advised = _("{name} (of {n:g} left) >"), _("{name} (of {n:g} left, analysts {share}) >")
    return (advised if staff else alone).format(name=suspect.label, n=left, share=staff)


def state(seat: Seat, dossier: Dossier, given: dict[str, float], even: bool = False) -> None:
    """Hold what was said, with what is left over shared out among the others. Raises Unclear."""
    chances = shared_out(dossier.suspects, given, staff_shows(seat) and not even)
    case = seat.match.setup.cases[dossier.incident]
    row = [0.0] * len(case.hypotheses)
    for suspect, chance in zip(dossier.suspects, chances, strict=True):
        row[suspect.hypothesis] = chance
    seat.match.state(seat.nation, dossier.incident, row)
    _confirm(seat, dossier, chances, given)


def shared_out(suspects: Sequence[Suspect], given: dict[str, float], by_staff: bool) -> list[float]:
    """Chances of all suspects, in thousandths that sum to 1. Raises Unclear."""
    total = sum(given.values())
    rest = [s for s in suspects if s.id not in given]
    if total > 100.5 or any(value > 100 for value in given.values()):
        said = _("these add up to {total:g} %: take away {n:g}")
        raise Unclear(said.format(total=total, n=total - 100))
    if not rest and total < 99.5:
        said = _("these add up to {total:g} %: {n:g} are missing")
        raise Unclear(said.format(total=total, n=100 - total))
    weights = {s.id: (s.belief if by_staff else 1.0) + 0.001 for s in rest}
    left, all_weights = max(100 - total, 0.0), sum(weights.values())
    shares = {k: v / max(total, 100.0) if rest else v / total for k, v in given.items()}
    shares |= {k: left / 100 * w / all_weights for k, w in weights.items()}
    return _whole([shares[s.id] for s in suspects])


def _whole(shares: list[float]) -> list[float]:
    """Rounded to thousandths, largest remainders first, so that they sum to 1."""
    scaled = [share * STEPS for share in shares]
    steps = [int(value) for value in scaled]
    order = sorted(range(len(shares)), key=lambda n: steps[n] - scaled[n])
    for n in order[: STEPS - sum(steps)]:
        steps[n] += 1
    return [step / STEPS for step in steps]


def _confirm(
    seat: Seat, dossier: Dossier, chances: Sequence[float], given: dict[str, float]
) -> None:
    shares = zip(dossier.suspects, percents(chances), strict=True)
    parts = words.series(f"{s.label} {share}" for s, share in shares)
    said = _("You believe, of “{case}”: {shares}.")
    seat.term.good(said.format(case=dossier.title, shares=parts))
    rest = [s.label for s in dossier.suspects if s.id not in given]
    if rest and len(rest) < len(dossier.suspects):
        left_over = _("What you did not name was shared out: {names}.")
        seat.term.say(left_over.format(names=words.series(rest)), "dim", 1)
