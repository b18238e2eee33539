"""What happened, a sentence for each kind of happening: incidents, messages, promises, rungs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.actions import actions
from game.language import N_, _
from game.report import terms, words
from game.report.names import sentence
from game.report.notes import note_of
from game.report.pacts import ended_by
from game.report.story import Scene, Story, Tell
from game.rules import params as p
from game.rules.happenings import Breach, Happening, What
from game.rules.talks import Tone
from game.rules.world import NOBODY, Promise

SAID = {
    Tone.ASK: N_("{who} asked {whom} {what}."),
    Tone.WARN: N_("{who} warned {whom}: no further."),
    Tone.REASSURE: N_("{who} reassured {whom} of its good will."),
    Tone.PROMISE: N_("{who} promised {whom} {what}."),
}
"""Messages, by tone: a warning that it goes too far, a word of good will."""

SAID_OF = {
    Tone.WARN: N_("{who} warned {whom}: it is expected {what}."),
    Tone.REASSURE: N_("{who} reassured {whom}: it means {what}."),
}
"""Warnings and kind words about something else than restraint."""

UNTIL = N_("{who} promised {whom} {what} until turn {n}.")
"""A promise that ends."""


def began(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident began."""
    incident = int(rows.incident[row])
    text = scene.match.setup.cases[incident].text
    told = _("{case}: {victim}, {sector}, severity {severity:.1f} of 10.").format(
        case=scene.case(incident),
        victim=scene.name(rows.target[row]),
        sector=terms.sector(scene.world.sector[incident, 0]),
        severity=float(scene.world.severity[incident, 0]),
    )
    yield Story("crisis", told, (text,) if text else (), 9)


def ended(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident ended."""
    text = _("{case} is over.").format(case=scene.case(rows.incident[row]))
    yield Story("crisis", text, (), 2)


def spread(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident reached another nation."""
    case, where = scene.case(rows.incident[row]), scene.name(rows.target[row])
    text = _("{case} has spread to {victim}.").format(case=case, victim=where)
    yield Story("crisis", text, (), 7)


def noticed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A quiet operation came to light."""
    text = scene.to_it(
        _("Your defenders noticed a quiet operation: {case}."),
        _("{nation}'s defenders noticed a quiet operation: {case}."),
    ).format(case=scene.case(rows.incident[row]), nation=scene.name(scene.me))
    yield Story("crisis", text, (_("Nobody else knows of it yet."),), 8)


def failed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An attack failed; its victim saw it, and who was behind it hears of it."""
    if int(rows.target[row]) == scene.me:
        text = scene.to_it(
            _("An attack on you failed: {case}."), _("An attack on {nation} failed: {case}.")
        )
        more = _("It did no harm, but it left traces.")
    else:
        text = scene.to_it(
            _("Your operation failed: {case}."), _("An operation of {nation} failed: {case}.")
        )
        more = _("It did no harm. Its victim saw it, and may find out whose it was.")
    told = text.format(case=scene.case(rows.incident[row]), nation=scene.name(scene.me))
    yield Story("crisis", told, (more,), 7)


def message(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A message was sent, perhaps with a note in the sender's own words."""
    topic, tone = divmod(int(rows.a[row]), 10)
    until = int(rows.b[row])
    said = _(UNTIL if tone == Tone.PROMISE and until > 0 else _said(Tone(tone), topic)).format(
        who=scene.name(rows.actor[row]),
        whom=scene.name(rows.target[row]),
        what=terms.promise(topic),
        n=until,
    )
    note = note_of(scene, rows, row)
    told = words.quoted(note) if note else ""
    yield Story("talks", said, (told,) if note else (), 6 if note else 2, note=told)


def _said(tone: Tone, topic: int) -> str:
    """The sentence of a message that names no turn."""
    of = SAID_OF.get(tone) if topic != Promise.RESTRAINT else None
    return of or SAID[tone]


def exposed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Collection was caught."""
    who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
    text = _("Spies of {who} were caught in {whom}.").format(who=who, whom=whom)
    yield Story("acts", text, (), 6)


def promise(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A promise was kept or broken, or a treaty broken."""
    if rows.a[row] > 0:
        yield from breach(scene, rows, row)
        return
    kept = rows.what is What.KEPT
    text = (
        _("{who} kept its promise to {whom}, {what}.")
        if kept
        else _("{who} broke its promise to {whom}, {what}.")
    ).format(
        who=scene.name(rows.actor[row]),
        whom=scene.name(rows.target[row]),
        what=terms.promise(-1 - rows.a[row]),
    )
    yield Story("promises", text, (), 3 if kept else 7)


def breach(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A treaty was broken."""
    if rows.a[row] > 0:
        who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
        withheld = rows.a[row] == Breach.WITHHELD
        says = _("{who} withheld evidence that its treaty owes {whom}.")
        text = (says if withheld else _("{who} broke its treaty with {whom}.")).format(
            who=who, whom=whom
        )
        why = tuple(ended_by(scene, int(rows.actor[row]), int(rows.target[row])))
        yield Story("promises", text, why, 6 if withheld else 9)


def expired(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A treaty ran out."""
    parties = np.flatnonzero(scene.world.treaty_party[int(rows.a[row]), :, 0]).tolist()
    if len(parties) > 1:
        names = words.listed([scene.name(n) for n in parties])
        text = _("The treaty between {names} has run out.").format(names=names)
        yield Story("promises", text, (), 3)


def rung(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """The world moved on the ladder."""
    now, before = int(rows.a[row]), int(rows.b[row])
    climbed = _("The world climbed from {before} to {now} (rung {n} of 7).")
    fell = _("The world came down from {before} to {now} (rung {n} of 7).")
    text = (climbed if now > before else fell).format(
        before=terms.rung(before), now=terms.rung(now), n=now
    )
    yield Story("ladder", text, (), 5)


def cleared(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A claim no longer convinces."""
    text = _("{who} named {whom} over {case}; fewer believe it now.").format(
        who=scene.name(rows.actor[row]),
        whom=scene.name(rows.target[row]),
        case=scene.case(rows.incident[row]),
    )
    yield Story("acts", text, (), 4)


def inject(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Something came from outside."""
    name = scene.match.setup.injects[int(rows.a[row])]
    inject = scene.match.scenario.injects[name]
    mine = scene.match.setup.nations[scene.me]
    if inject.to == "all" or mine in inject.to:
        names = dict(zip(scene.match.setup.actors, scene.match.setup.names, strict=True))
        yield Story("crisis", sentence(inject.title), (inject.text.format(**names),), 10)


def red_line(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An attack crossed a line that its victim had drawn."""
    whose, last = scene.name(rows.target[row]), scene.world.turn + int(p.RED_LINE_TURNS)
    text = _("{case} crosses a red line of {nation}.").format(
        case=scene.case(rows.incident[row]), nation=whose
    )
    why = _("It must name somebody or strike back by turn {n}, or its word is worth less.")
    yield Story("crisis", words.capital(text), (why.format(n=last),), 8)


def objective(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An objective was met."""
    owner, name = scene.match.setup.objectives[int(rows.a[row])]
    if owner == scene.match.setup.nations[scene.me]:
        wanted = scene.match.scenario.objectives[owner][name]
        text = scene.to_it(_("Objective met: {text}"), _("{nation} met an aim: {text}")).format(
            text=wanted.text, nation=scene.name(scene.me)
        )
        yield Story("own", text, (), 8)


def void(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An order or a proposal could not take effect."""
    action, code = int(rows.a[row]), int(rows.b[row])
    if action == NOBODY:
        said = scene.to_it(
            _("A proposal of yours was void: {why}."), _("A proposal of {nation} was void: {why}.")
        )
        label, why = "", terms.offer_refusal(code)
    else:
        said = scene.to_it(_("Void: {order}. {why}."), _("{nation}: void: {order}. {why}."))
        known = action < len(actions())
        label = _(actions()[action].label) if known else _("An order")
        why = words.capital(terms.refusal(actions(), action, code))
    text = said.format(nation=scene.name(scene.me), order=label, why=why)
    yield Story("void", text, (), 5)


TELL: dict[What, Tell] = {
    What.BEGAN: began,
    What.ENDED: ended,
    What.SPREAD: spread,
    What.NOTICED: noticed,
    What.FAILED: failed,
    What.MESSAGE: message,
    What.EXPOSED: exposed,
    What.KEPT: promise,
    What.BROKE: promise,
    What.EXPIRED: expired,
    What.RUNG: rung,
    What.CLEARED: cleared,
    What.INJECT: inject,
    What.RED_LINE: red_line,
    What.OBJECTIVE: objective,
    What.VOID: void,
}
