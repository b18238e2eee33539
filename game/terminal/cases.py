"""Dossiers on the screen: suspects with bars, evidence in cards, what was claimed."""

from __future__ import annotations

from collections.abc import Sequence

from game.language import N_, _, _n
from game.report.dossier import STATES, CardLine, Dossier, Suspect, own_part
from game.report.lexicon import FOUND
from game.report.shares import percents
from game.report.words import labelled, listed, series
from game.rules.world import Look
from game.terminal.seat import EXPERT, Seat

LAYERS = {
    "infrastructure": N_("servers"),
    "code": N_("code"),
    "language": N_("language"),
    "mistake": N_("a slip"),
    "source": N_("secret source"),
    "motive": N_("motive"),
    "claim": N_("a claim"),
    "vendor": N_("experts"),
}
"""Layers of evidence in plain words."""

SOONER = {
    (False,): N_("`investigate` gets there sooner"),
    (True,): N_("`collect` gets there sooner"),
    (False, True): N_("`investigate` and `collect` get there sooner"),
}
"""What gets there sooner, by whether it is open questions that forensics or sources answer."""

FEW = 6
"""Suspects that are always listed one by one."""

HARDLY = 0.02
"""Belief below which a suspect of many is left out of the short list."""

ABSENT = STATES[Look.ABSENT]


def layer(id_: str) -> str:
    """What a layer of evidence is called."""
    return _(LAYERS.get(id_, id_))


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{share:.0%}"


def show_dossiers(seat: Seat) -> None:
    """All cases, a few lines each."""
    seat.term.head(_("Dossiers"))
    if not seat.dossiers:
        seat.term.say(_("Nothing has happened yet that you know of."))
    for number, dossier in enumerate(seat.dossiers, start=1):
        seat.term.say(f"{number}  {dossier.title}", "bold")
        seat.term.say(headline(seat, dossier), indent=3)
        seat.term.say(_summary(seat, dossier), indent=3)
    if seat.dossiers:
        seat.term.say(_("`dossier 1` opens one; `believe 1 …` says what you think of it."), "dim")


def headline(seat: Seat, dossier: Dossier) -> str:
    """Who was hit, where, how badly, and whether it goes on."""
    alone = _("{kind} in {victim} ({sector})")
    spread = _("{kind} in {victim} ({sector}), spread to {others}")
    parts = (
        (spread if dossier.affected else alone).format(
            kind=dossier.kind,
            victim=dossier.victim,
            sector=dossier.sector,
            others=listed(dossier.affected),
        ),
        _("severity {n:.1f} of 10").format(n=dossier.severity),
        _("{status}, began in turn {n}").format(status=_(dossier.status), n=dossier.began),
    )
    return " · ".join(parts)


def _title(seat: Seat, dossier: Dossier) -> str:
    """A case with its number among those of the seat."""
    number = [d.id for d in seat.dossiers].index(dossier.id) + 1
    return _("Dossier {n}: {case}").format(n=number, case=dossier.title)


def show_in_short(seat: Seat, dossier: Dossier, changed: bool) -> None:
    """The numbers of a case in a line or two."""
    number = [d.id for d in seat.dossiers].index(dossier.id) + 1
    seat.term.head(_title(seat, dossier))
    if changed:
        seat.term.say(_("There is news in it: `dossier {n}`.").format(n=number))
    else:
        seat.term.say(_("Nothing new."), "dim")
    if dossier.own_doing:
        seat.term.say(_("Your own services had a hand in it."))
        return
    ranked = sorted(dossier.suspects, key=lambda s: -s.belief)[: FEW - 2]
    likely = [f"{s.label} {dossier.shares[s]}" for s in ranked if s.belief >= HARDLY]
    if staff_shows(seat):
        seat.term.say(_("Your analysts: {shares}.").format(shares=series(likely)))
    stated = [s.stated or 0.0 for s in dossier.suspects]
    if any(stated):
        own = zip(dossier.suspects, percents(stated), strict=True)
        said = [f"{s.label} {share}" for s, share in own if (s.stated or 0) >= HARDLY]
        seat.term.say(_("You: {shares}.").format(shares=series(said)))


def _summary(seat: Seat, dossier: Dossier) -> str:
    if dossier.own_doing:
        return own_part(dossier)
    found = sum(card.state == FOUND for card in dossier.cards)
    open_ = len(dossier.cards) - found - sum(card.state == ABSENT for card in dossier.cards)
    text = _("Evidence: {found} found, {open} open.").format(found=found, open=open_)
    if staff_shows(seat):
        top = max(dossier.suspects, key=lambda s: s.belief)
        lean = _("Your analysts lean towards: {name} ({share}).")
        text += " " + lean.format(name=top.label, share=percent(top.belief))
    return text


def staff_shows(seat: Seat) -> bool:
    """Whether the analysts' belief is shown unasked."""
    return seat.level != EXPERT


def show_dossier(seat: Seat, dossier: Dossier, staff: bool, told: bool = False) -> None:
    """One case in full; `told`: what happened has just been read."""
    term = seat.term
    term.head(_title(seat, dossier))
    term.say(headline(seat, dossier), "dim")
    if not told:
        term.say(dossier.text)
    if dossier.own_doing:
        term.say(own_part(dossier), "bold yellow")
    else:
        _show_suspects(seat, dossier.suspects, staff, all_=not told)
    _show_evidence(seat, dossier.cards)
    for claim in dossier.claims:
        term.bullet(_("said in public: {claim}").format(claim=claim))
    if dossier.inquiry_due > 0:
        due, over = (
            _("an independent inquiry reports in turn {n}"),
            _("an independent inquiry reported in turn {n}"),
        )
        said = due if dossier.inquiry_due > seat.match.turn else over
        term.bullet(said.format(n=dossier.inquiry_due))


def _show_suspects(seat: Seat, suspects: Sequence[Suspect], staff: bool, all_: bool) -> None:
    """Suspects with bars; in a long list those hardly anybody believes in share a line."""
    term = seat.term
    said = any(s.stated is not None for s in suspects)
    term.say()
    both, alone = _("Suspects: your analysts' belief, what you said"), _("Suspects, what you said")
    term.say(both if staff else alone, "bold")
    beliefs = percents([s.belief for s in suspects])
    stated = percents([s.stated or 0.0 for s in suspects]) if said else [""] * len(suspects)
    rows = []
    for s, belief, mine in zip(suspects, beliefs, stated, strict=True):
        row = [s.label, belief, term.bar(s.belief)] if staff else [s.label]
        likely = max(s.belief if staff else s.prior, s.stated or 0.0) >= HARDLY
        if all_ or likely or len(suspects) <= FEW:
            rows.append([*row, _("you: {share}").format(share=mine) if said else ""])
    term.table(rows, right=(1,) if staff else ())
    if len(rows) < len(suspects):
        left = len(suspects) - len(rows)
        more = _n("{n} more, under {least}.", "{n} more, each under {least}.", left)
        term.say(more.format(least=percent(HARDLY)), "dim", 1)
    if not said:
        term.say(_("You have said nothing yet: `believe` does."), "dim", 1)
    if not staff:
        term.say(_("`dossier N staff` asks your analysts for theirs."), "dim", 1)


def _show_evidence(seat: Seat, cards: Sequence[CardLine]) -> None:
    term = seat.term
    term.say()
    term.say(_("Evidence"), "bold")
    for card in (c for c in cards if c.state == FOUND):
        _show_card(seat, card)
    gone = [c for c in cards if c.state == ABSENT]
    for card in gone:
        absent = _("[{id}] looked for and not there, which speaks against {whom}: {text}")
        term.bullet(absent.format(id=card.id, whom=_whom(card), text=card.text), mark="o")
    open_ = [c for c in cards if c.state not in (FOUND, ABSENT)]
    if open_:
        term.bullet(_still_open(open_), mark="?")


def _still_open(open_: Sequence[CardLine]) -> str:
    """Questions nobody has settled: how far each is, and what gets there sooner."""
    said = _n(
        "one question is open (work done: {work}); {sooner}",
        "{n} questions are open (work done: {work}); {sooner}",
        len(open_),
    )
    work = series(_work(open_))
    ways = tuple(sorted({card.secret for card in open_}))
    return said.format(work=work, sooner=_(SOONER[ways]))


def _work(open_: Sequence[CardLine]) -> list[str]:
    """How far each layer is: its questions in a row, those done first."""
    layers: dict[str, list[str]] = {}
    for card in sorted(open_, key=lambda card: -card.work_done_share):
        share = card.work_done_share
        told = percent(share) if share < 1 else _("answered next turn")
        layers.setdefault(layer(card.layer), []).append(told)
    return [f"{name} {listed(shares)}" for name, shares in layers.items()]


def _whom(card: CardLine) -> str:
    """Whom a card points to; of many the first few."""
    names = list(card.points_to)
    if len(names) > FEW:
        names = [*names[: FEW - 2], _n("one more", "{n} more", len(names) - FEW + 2)]
    return listed(names) or _("nobody in particular")


def _show_card(seat: Seat, card: CardLine) -> None:
    burns = [_("publishing it burns the source")] * card.burns
    notes = [_("could be planted")] if card.planted_possible else []
    notes += [_("secret source")] if card.secret else []
    notes += [_("public")] if card.published else burns
    seat.term.bullet(f"[{card.id}] {labelled(layer(card.layer), card.text)}", mark="+")
    note = f" ({series(notes)})" if notes else ""
    said = _("{word} evidence for {whom}").format(word=_(card.weight_word), whom=_whom(card))
    seat.term.say(f"{said}{note}", "dim", 3)
