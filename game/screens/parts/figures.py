"""The bar at the top: whose desk it is, five numbers and why they moved, the ladder, the turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.language import N_, _
from game.report import terms
from game.rules.escalation import LADDER
from game.screens.parts.peers import flag_of
from game.screens.play.session import Session
from game.staff.legality import number
from game.ui.app import App
from game.ui.node import Node, column, em, row, wrap
from game.ui.paint import Painter, Shade
from game.ui.widgets import heading, icon, pair, rule, steps, text

FIGURES = (
    ("capital", N_("Political capital"), "landmark", ""),
    ("effort", N_("Expert effort"), "users", ""),
    ("funds", N_("Funds"), "coins", ""),
    ("support", N_("Support at home"), "vote", " %"),
    ("standing", N_("Standing"), "globe", ""),
)
"""What is shown of a nation at all times: its name in the report, in words, its icon, its unit."""

PAID = ("capital", "effort", "funds")
"""Those of them that are paid with."""

LEAST = 0.05
"""Points from which a change is seen in one decimal."""

ABOUT = {
    "capital": N_("Pays for words and treaties; it comes back with support at home."),
    "effort": N_("The time of your experts: for looking, helping and operations."),
    "funds": N_("Money: for mending, hardening and aid."),
    "support": N_("How many at home stand behind you."),
    "standing": N_("How far your word is believed in the world."),
}

INCOME = {
    "capital": N_("Comes in each turn, with support and standing at 50"),
    "effort": N_("Comes in each turn"),
    "funds": N_("Comes in each turn, while all services run"),
}
"""What comes in of what is paid with, and on what that hangs."""

RUNGS: tuple[Shade, ...] = ("severity.0", "severity.0", "severity.1", "severity.2", "severity.3")
LEAST_FOR_WORDS, LEAST_FOR_NAME, LEAST_FOR_ALL = 1800, 1400, 1080
"""Room from which numbers have names beside them, the flag has one, and all fits in one line."""


def whose(session: Session, app: App) -> Node:
    """The flag and name of the nation at the window."""
    nation = session.match.setup.nations[session.nation]
    title = session.match.scenario.title
    if LEAST_FOR_ALL <= app.room[0] < LEAST_FOR_NAME:
        return flag_of(session, nation, 34)
    told = f"**{session.seat.name}**\n{title}"
    words = column(
        text(session.seat.name, "card"),
        text(title, "meta", "text2", lines=1) if app.room[0] >= LEAST_FOR_WORDS else None,
    )
    return row(flag_of(session, nation, 34), words, gap=12, max_width=em(15), tip=told)


def numbers(session: Session, app: App) -> Node:
    """The five numbers, each with its change last turn and, asked, what made it."""
    long = app.room[0] >= LEAST_FOR_WORDS
    made = [_number(session, *each, long=long) for each in FIGURES]
    return wrap(*made, gap=22 if long else 12, grow=1)


def _number(session: Session, name: str, label: str, sign: str, unit: str, long: bool) -> Node:
    now = float(getattr(session.situation, name))
    before = _moved(session, name)
    by = sum(part for _why, part in before)
    value = f"{amount_of(name, now)}{unit}"
    moved = amount_of(name, abs(by))
    change = "" if moved == "0" else f"{'+' if by > 0 else '-'}{moved}"
    shade: Shade = "good" if by > 0 else "bad"
    figures = row(text(value, "figure"), text(change, "label", shade) if change else None, gap=7)
    inside = column(figures, text(_(label), "meta", "text2")) if long else figures
    node = row(icon(sign, 24, "text2"), inside, gap=9)
    node.id, node.role, node.label = f"figure.{name}", "status", _(label)
    node.value, node.focusable = f"{value} {change}".strip(), True
    node.tip = partial(_why, session, name, label, value, before)
    return node


def amount_of(name: str, amount: float) -> str:
    """What is paid with, as prices are told; what is not, in whole points."""
    return number(amount) if name in PAID else f"{amount:.0f}"


def _moved(session: Session, name: str) -> list[tuple[str, float]]:
    """What moved a number in the turn played last."""
    return session.moved().get(name, [])


def _why(
    session: Session, name: str, label: str, value: str, parts: list[tuple[str, float]]
) -> Node:
    """The tooltip of a number: what it is for, and the entries of its ledger."""
    head = row(heading(_(label), "card", grow=1), text(value, "figure"), gap=16)
    incomes = dict(zip(PAID, session.situation.income, strict=True))
    lines = [pair(why, signed(by)) for why, by in parts[:9]]
    if name in incomes:
        lines.append(pair(_(INCOME[name]), signed(incomes[name])))
    title = text(_("What moved it last turn"), "meta", "text2") if parts else None
    about = text(_(ABOUT[name]), "label", "text2")
    return column(head, about, rule(), title, *lines, gap=6, min_width=em(17))


def signed(by: float) -> str:
    """A change with its sign; what is too small to be seen is none."""
    return f"{by:+.1f}" if abs(by) >= LEAST else "0.0"


def ladder(session: Session, app: App) -> Node:
    """How far up the ladder of escalation the world stands, by name."""
    at = session.situation
    said = f"{at.rung} / {len(LADDER) - 1}"
    words = row(
        text(_("Escalation"), "meta", "text2"),
        text(said, "label_strong"),
        text(at.rung_name, "label", "text"),
        gap=10,
    )
    bar = steps(_("Escalation"), at.rung, len(LADDER) - 1, f"{said} {at.rung_name}", RUNGS)
    node = column(words, bar, gap=5)
    node.id, node.role, node.label, node.focusable = "ladder", "status", _("Escalation"), True
    node.value, node.tip = f"{said}, {at.rung_name}", partial(_ladder_tip, session)
    return node


def _ladder_tip(session: Session) -> Node:
    at = session.situation
    rungs = [
        row(
            icon("arrow-right", 16, "accent") if n == at.rung else Node(width=em(0.9)),
            text(f"{n}  {terms.rung(n)}", "label", "text" if n == at.rung else "text2"),
            gap=8,
        )
        for n in reversed(range(len(LADDER)))
    ]
    ways = [text(f"· {ramp}", "label") for ramp in at.off_ramps]
    down = [text(_("Ways down"), "meta", "text2"), *ways] if ways else []
    said = text(at.retaliation_says, "label", "text2")
    return column(heading(_("The ladder"), "card"), *rungs, rule(), said, *down, gap=4)


def clock(session: Session, app: App) -> Node:
    """The turn, and how many there are."""
    most = session.match.board.turns
    words = row(
        text(_("Turn"), "meta", "text2"),
        text(f"{session.turn} / {most}", "label_strong"),
        gap=8,
    )
    dots = Node(role="none", height=10, min_width=11 * most)
    dots.draw = partial(_draw_dots, at=session.turn, most=most)
    node = column(words, dots, gap=5)
    node.role, node.label = "status", _("Turn {n} of {most}").format(n=session.turn, most=most)
    return node


def _draw_dots(p: Painter, node: Node, at: int, most: int) -> None:
    step = node.rect.w / most
    for n in range(1, most + 1):
        x = node.rect.x + round((n - 0.5) * step)
        if p.metrics.rtl:
            x = node.rect.right - round((n - 0.5) * step)
        now = n == at
        p.disc((x, node.rect.centery), p.px(5 if now else 3), "accent" if now else "text3")


Maker = Callable[["Session", App], Node]
