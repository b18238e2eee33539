"""Dossiers on the screen: suspects with bars, evidence in cards, what was claimed."""

from __future__ import annotations

from collections.abc import Sequence

from game.report.dossier import CardLine, Dossier, Suspect
from game.report.lexicon import FOUND
from game.report.words import listed
from game.terminal.seat import EXPERT, Seat

LAYERS = {
    "infrastructure": "servers",
    "code": "code",
    "language": "language",
    "mistake": "a slip",
    "source": "secret source",
    "motive": "motive",
    "claim": "a claim",
    "vendor": "experts",
}
"""Layers of evidence in plain words."""

FEW = 6
"""Suspects that are always listed one by one."""

HARDLY = 0.02
"""Belief below which a suspect of many is left out of the short list."""

ABSENT = "looked for, not there"


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{share:.0%}"


def percents(shares: Sequence[float]) -> list[str]:
    """Shares that sum to 1 as whole percentages that sum to 100: largest remainders first."""
    whole = [int(share * 100) for share in shares]
    order = sorted(range(len(shares)), key=lambda n: whole[n] - shares[n] * 100)
    for n in order[: 100 - sum(whole)]:
        whole[n] += 1
    return [f"{each}%" for each in whole]


def show_dossiers(seat: Seat) -> None:
    """All cases, a few lines each."""
    seat.term.head("Dossiers")
    if not seat.dossiers:
        seat.term.say("Nothing has happened yet that you know of.")
    for number, dossier in enumerate(seat.dossiers, start=1):
        seat.term.say(f"{number}  {dossier.title}", "bold")
        seat.term.say(headline(seat, dossier), indent=3)
        seat.term.say(_summary(seat, dossier), indent=3)
    if seat.dossiers:
        seat.term.say("`dossier 1` opens one; `believe 1 …` says what you think of it.", "dim")


def headline(seat: Seat, dossier: Dossier) -> str:
    """Who was hit, where, how badly, and whether it goes on."""
    spread = f", spread to {listed(dossier.affected)}" if dossier.affected else ""
    return (
        f"{dossier.kind} in {dossier.victim} ({dossier.sector}){spread} · "
        f"severity {dossier.severity:.1f} of 10 · {dossier.status}, began in turn {dossier.began}"
    )


def show_in_short(seat: Seat, dossier: Dossier, changed: bool) -> None:
    """The numbers of a case in a line or two."""
    number = [d.id for d in seat.dossiers].index(dossier.id) + 1
    seat.term.head(f"Dossier {number}: {dossier.title}")
    if changed:
        seat.term.say(f"There is news in it: `dossier {number}`.")
    else:
        seat.term.say("Nothing new.", "dim")
    if dossier.own_doing:
        seat.term.say("Your own services had a hand in it.")
        return
    shares = dict(
        zip(dossier.suspects, percents([s.belief for s in dossier.suspects]), strict=True)
    )
    ranked = sorted(dossier.suspects, key=lambda s: -s.belief)[: FEW - 2]
    likely = [f"{s.label} {shares[s]}" for s in ranked if s.belief >= HARDLY]
    if staff_shows(seat):
        seat.term.say(f"Your analysts: {'; '.join(likely)}.")
    if any(s.stated is not None for s in dossier.suspects):
        said = [f"{s.label} {s.stated:.0%}" for s in dossier.suspects if (s.stated or 0) >= HARDLY]
        seat.term.say(f"You: {'; '.join(said)}.")


def _summary(seat: Seat, dossier: Dossier) -> str:
    if dossier.own_doing:
        return "Your own services had a hand in it. Nobody else is told."
    found = sum(card.state == FOUND for card in dossier.cards)
    open_ = len(dossier.cards) - found - sum(card.state == ABSENT for card in dossier.cards)
    text = f"Evidence: {found} found, {open_} open."
    if staff_shows(seat):
        top = max(dossier.suspects, key=lambda s: s.belief)
        text += f" Your analysts lean towards: {top.label} ({percent(top.belief)})."
    return text


def staff_shows(seat: Seat) -> bool:
    """Whether the analysts' belief is shown unasked."""
    return seat.level != EXPERT


def show_dossier(seat: Seat, dossier: Dossier, staff: bool, told: bool = False) -> None:
    """One case in full; `told`: what happened has just been read."""
    term = seat.term
    number = [d.id for d in seat.dossiers].index(dossier.id) + 1
    term.head(f"Dossier {number}: {dossier.title}")
    term.say(headline(seat, dossier), "dim")
    if not told:
        term.say(dossier.text)
    if dossier.own_doing:
        term.say("Your own services had a hand in it. Nobody else is told.", "bold yellow")
    else:
        _show_suspects(seat, dossier.suspects, staff, all_=not told)
    _show_evidence(seat, dossier.cards)
    for claim in dossier.claims:
        term.bullet(f"said in public: {claim}")
    if dossier.inquiry_due > 0:
        when = "reports" if dossier.inquiry_due > seat.match.turn else "reported"
        term.bullet(f"an independent inquiry {when} in turn {dossier.inquiry_due}")


def _show_suspects(seat: Seat, suspects: Sequence[Suspect], staff: bool, all_: bool) -> None:
    """Suspects with bars; in a long list those hardly anybody believes in share a line."""
    term = seat.term
    said = any(s.stated is not None for s in suspects)
    term.say()
    term.say("Suspects" + (": your analysts' belief" if staff else "") + ", what you said", "bold")
    beliefs = percents([s.belief for s in suspects])
    stated = percents([s.stated or 0.0 for s in suspects]) if said else [""] * len(suspects)
    rows = []
    for s, belief, mine in zip(suspects, beliefs, stated, strict=True):
        row = [s.label, belief, term.bar(s.belief)] if staff else [s.label]
        likely = max(s.belief if staff else s.prior, s.stated or 0.0) >= HARDLY
        if all_ or likely or len(suspects) <= FEW:
            rows.append([*row, f"you: {mine}" if said else ""])
    term.table(rows, right=(1,) if staff else ())
    if len(rows) < len(suspects):
        term.say(f"{len(suspects) - len(rows)} more, each under {HARDLY:.0%}.", "dim", 1)
    if not said:
        term.say("You have said nothing yet: `believe` does.", "dim", 1)
    if not staff:
        term.say("`dossier N staff` asks your analysts for theirs.", "dim", 1)


def _show_evidence(seat: Seat, cards: Sequence[CardLine]) -> None:
    term = seat.term
    term.say()
    term.say("Evidence", "bold")
    for card in (c for c in cards if c.state == FOUND):
        _show_card(seat, card)
    gone = [c for c in cards if c.state == ABSENT]
    for card in gone:
        term.bullet(
            f"[{card.id}] looked for and not there, which speaks against "
            f"{_whom(card)}: {card.text}",
            mark="o",
        )
    open_ = [c for c in cards if c.state not in (FOUND, ABSENT)]
    if open_:
        count = f"{len(open_)} more questions are" if len(open_) > 1 else "one more question is"
        work = listed(
            f"{LAYERS.get(card.layer, card.layer)} {percent(card.work_done_share)}"
            for card in sorted(open_, key=lambda card: -card.work_done_share)
        )
        term.bullet(f"{count} open (work done: {work}); {_sooner(open_)}", mark="?")


def _sooner(open_: Sequence[CardLine]) -> str:
    """What gets there sooner: forensics for some questions, secret sources for others."""
    ways = {True: "`collect`", False: "`investigate`"}
    used = [ways[secret] for secret in sorted({card.secret for card in open_})]
    return f"{' and '.join(used)} {'get' if len(used) > 1 else 'gets'} there sooner"


def _whom(card: CardLine) -> str:
    """Whom a card points to; of many the first few."""
    names = list(card.points_to)
    if len(names) > FEW:
        names = [*names[: FEW - 2], f"{len(names) - FEW + 2} more"]
    return listed(names) or "nobody in particular"


def _show_card(seat: Seat, card: CardLine) -> None:
    notes = ["could be planted"] if card.planted_possible else []
    notes += ["secret source"] if card.secret else []
    notes += ["public"] if card.published else ["publishing it burns the source"] * card.burns
    seat.term.bullet(f"[{card.id}] {LAYERS.get(card.layer, card.layer)}: {card.text}", mark="+")
    note = f" ({'; '.join(notes)})" if notes else ""
    seat.term.say(f"{card.weight_word} evidence for {_whom(card)}{note}", "dim", 3)
