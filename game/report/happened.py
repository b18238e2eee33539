"""What happened, a sentence for each kind of happening: incidents, evidence, promises, rungs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.actions import actions
from game.report import words
from game.report.dossier import STATES
from game.report.story import Scene, Story, Tell
from game.rules import params as p
from game.rules.escalation import LADDER
from game.rules.happenings import Happening, What
from game.rules.proposals import why_void_offer
from game.rules.screening import why_void
from game.rules.talks import PROMISES, Tone
from game.rules.world import NOBODY, Look, Promise


def began(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident began."""
    incident = int(rows.incident[row])
    text = scene.match.setup.cases[incident].text
    severity = float(scene.world.severity[incident, 0])
    where = words.sector(scene.world.sector[incident, 0])
    what = f"{scene.case(incident)}: {scene.name(rows.target[row])}, {where}"
    yield Story("crisis", f"{what}, severity {severity:.1f} of 10.", (text,) if text else (), 9)


def ended(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident ended."""
    yield Story("crisis", f"{scene.case(rows.incident[row])} is over.", (), 2)


def spread(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An incident reached another nation."""
    case, where = scene.case(rows.incident[row]), scene.name(rows.target[row])
    yield Story("crisis", f"{case} has spread to {where}.", (), 7)


def noticed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A quiet operation came to light."""
    text = f"{scene.your} defenders noticed a quiet operation: {scene.case(rows.incident[row])}."
    yield Story("crisis", text, ("Nobody else knows of it yet.",), 8)


def failed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An attack failed, and was seen."""
    text = f"An attack on {scene.you} failed: {scene.case(rows.incident[row])}."
    yield Story("crisis", text, ("It did no harm, but it left traces.",), 7)


def shared(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Evidence was shared."""
    incident, card = int(rows.incident[row]), int(rows.a[row])
    giver, taker = scene.name(rows.actor[row]), scene.name(rows.target[row])
    there = scene.world.card[incident, card, 0] != 0
    state = STATES[Look.FOUND if there else Look.ABSENT]
    text = f"{giver} shared evidence with {taker} on {scene.case(incident)}."
    finding = scene.match.setup.cases[incident].findings[card]
    yield Story("evidence", text, (f"{state}: {finding}",), 4)


def published(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Evidence was published."""
    incident, card = int(rows.incident[row]), int(rows.a[row])
    text = f"{scene.name(rows.actor[row])} published evidence on {scene.case(incident)}."
    why = [scene.match.setup.cases[incident].findings[card]]
    why += ["The source that gave it is burnt."] if rows.b[row] else []
    yield Story("evidence", text, tuple(why), 6)


def report(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A public report settled a card."""
    incident, card = int(rows.incident[row]), int(rows.a[row])
    state = STATES[Look.FOUND if rows.b[row] else Look.ABSENT]
    finding = scene.match.setup.cases[incident].findings[card]
    text = f"A public report on {scene.case(incident)} settles a question for everybody."
    yield Story("evidence", text, (f"{state}: {finding}",), 5)


def message(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A message was sent."""
    topic, tone = divmod(int(rows.a[row]), 10)
    who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
    what = PROMISES[Promise(topic)]
    until = f" until turn {int(rows.b[row])}" if rows.b[row] > 0 else ""
    said = {
        Tone.ASK: f"{who} asked {whom} {what}.",
        Tone.WARN: f"{who} warned {whom}: no further.",
        Tone.REASSURE: f"{who} reassured {whom} of its good will.",
        Tone.PROMISE: f"{who} promised {whom} {what}{until}.",
    }[Tone(tone)]
    yield Story("talks", said, (), 2)


def exposed(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Collection was caught."""
    who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
    yield Story("acts", f"Spies of {who} were caught in {whom}.", (), 6)


def promise(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A promise was kept or broken, or a treaty broken."""
    if rows.a[row] > 0:
        yield from breach(scene, rows, row)
        return
    who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
    kept = rows.what is What.KEPT
    what = PROMISES[Promise(int(-1 - rows.a[row]))]
    verb = "kept its promise" if kept else "broke its promise"
    yield Story("promises", f"{who} {verb} to {whom}, {what}.", (), 3 if kept else 7)


def breach(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A treaty was broken."""
    if rows.a[row] > 0:
        who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
        yield Story("promises", f"{who} broke its treaty with {whom}.", (), 9)


def expired(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A treaty ran out."""
    parties = np.flatnonzero(scene.world.treaty_party[int(rows.a[row]), :, 0]).tolist()
    if len(parties) > 1:
        names = words.listed([scene.name(n) for n in parties])
        yield Story("promises", f"The treaty between {names} has run out.", (), 3)


def rung(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """The world moved on the ladder."""
    now, before = int(rows.a[row]), int(rows.b[row])
    way = "climbed" if now > before else "came down"
    text = f"The world {way} from {LADDER[before]} to {LADDER[now]} (rung {now} of 7)."
    yield Story("ladder", text, (), 5)


def cleared(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """A claim no longer convinces."""
    who, whom = scene.name(rows.actor[row]), scene.name(rows.target[row])
    text = f"{who} named {whom} over {scene.case(rows.incident[row])}; fewer believe it now."
    yield Story("acts", text, (), 4)


def inject(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """Something came from outside."""
    name = scene.match.setup.injects[int(rows.a[row])]
    inject = scene.match.scenario.injects[name]
    mine = scene.match.setup.nations[scene.me]
    if inject.to == "all" or mine in inject.to:
        names = dict(zip(scene.match.setup.actors, scene.match.setup.names, strict=True))
        yield Story("crisis", f"{inject.title}.", (inject.text.format(**names),), 10)


def red_line(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An attack crossed a line that its victim had drawn."""
    whose, last = scene.name(rows.target[row]), scene.world.turn + int(p.RED_LINE_TURNS)
    text = f"{scene.case(rows.incident[row])} crosses a red line of {whose}."
    why = f"It must name somebody or strike back by turn {last}, or its word is worth less."
    yield Story("crisis", text[:1].upper() + text[1:], (why,), 8)


def objective(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An objective was met."""
    owner, name = scene.match.setup.objectives[int(rows.a[row])]
    if owner == scene.match.setup.nations[scene.me]:
        wanted = scene.match.scenario.objectives[owner][name]
        met = f"{scene.name(scene.me)} met an aim" if scene.of_me else "Objective met"
        yield Story("own", f"{met}: {wanted.text}", (), 8)


def void(scene: Scene, rows: Happening, row: int) -> Iterator[Story]:
    """An order or a proposal could not take effect."""
    action, code = int(rows.a[row]), int(rows.b[row])
    if action == NOBODY:
        whose = scene.name(scene.me) if scene.of_me else "yours"
        text = f"A proposal of {whose} was void: {why_void_offer(code)}."
    else:
        label = actions()[action].label if action < len(actions()) else "An order"
        void = f"{scene.name(scene.me)}: void" if scene.of_me else "Void"
        text = f"{void}: {label}. {why_void(actions(), action, code).capitalize()}."
    yield Story("void", text, (), 5)


TELL: dict[What, Tell] = {
    What.BEGAN: began,
    What.ENDED: ended,
    What.SPREAD: spread,
    What.NOTICED: noticed,
    What.FAILED: failed,
    What.SHARED: shared,
    What.PUBLISHED: published,
    What.REPORT: report,
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
