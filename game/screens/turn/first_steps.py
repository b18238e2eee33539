"""First steps: how a turn goes, and what lies before one now."""

from __future__ import annotations

from collections.abc import Iterator

from game.language import N_, NP_, _, _n
from game.screens.play.session import Session
from game.ui.node import Node, column, row
from game.ui.widgets import icon, notice, prose, rule, text

STEPS = (
    ("judge", "scale", N_("Judge"), N_("Say how likely each [[suspect]] is. Only you see it.")),
    ("talk", "messages-square", N_("Talk"),
     N_("Ask, warn, reassure, [[promise]], or table a [[treaty]]. Twice a turn.")),
    ("answer", "handshake", N_("Answer"), N_("Say yes or no to each [[proposal]] that is made.")),
    ("order", "list-ordered", NP_("step of a turn", "Order"),
     N_("Up to five [[order|orders]]. All nations' take place at once.")),
)  # fmt: skip
"""What a turn asks, with its sign and a sentence about it."""


def first_steps(session: Session, codex_key: str) -> Iterator[Node]:
    """The page. codex_key: what is pressed to look a word up."""
    yield text(_("Every turn goes like this:"), "strong")
    for number, (name, sign, label, about) in enumerate(STEPS, 1):
        title = text(f"{number}  {_(label)}", "card")
        words = column(title, prose(f"step.{name}", _(about)), gap=2, grow=1)
        yield row(icon(sign, 28, "accent"), words, gap=14, align="start")
    yield rule()
    yield text(_("What lies before you now:"), "strong")
    for each in session.dossiers:
        line = _n("{title}: one suspect", "{title}: {n} suspects", len(each.suspects))
        yield row(icon("siren", 20, "bad"), text(line.format(title=each.title), grow=1), gap=10)
    if not session.dossiers:
        nothing = text(_("Nothing yet that you know of."), grow=1)
        yield row(icon("eye", 20, "text2"), nothing, gap=10)
    advice = _("Nothing is final before you send it: every draft can be undone. Press {key} "
               "anywhere to look a word up.")  # fmt: skip
    yield notice(advice.format(key=codex_key), "undo-2")
