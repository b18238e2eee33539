"""The balance of a scenario as a page: plots, and beside each the table of its figures."""

from __future__ import annotations

from collections.abc import Iterator

from game.futures.intervals import Estimate
from game.language import _n
from game.report.html.blocks import Figure, Page
from game.study.balance import LEAST, MOST
from game.study.balance_plots import ENDING_NAMES, label, sections, short
from game.study.standings import Balance


def page(found: Balance) -> Page:
    """Everything that was found, as a page of the report's kind."""
    return Page(
        title=f"{found.scenario.title}: balance",
        scenario=found.scenario.title,
        subtitle=f"{_n('{n} game', '{n} games', found.games)} by AIs; intervals hold 95 %.",
        ending=_verdict(found),
        ending_why=_why(found),
        tone="good" if found.passed else "bad",
        story=tuple(_story(found)),
        figures=tuple(_figures(found)),
        sections=sections(found),
        footer=(f"Scenario {found.scenario.id} {found.scenario.version}.",),
        kind="Balance",
        verdict="Verdict",
        vow="The same scenario and seed give the same figures, however many processes play.",
    )


def _verdict(found: Balance) -> str:
    if not found.flags:
        return "in balance"
    bare = found.unexplained
    return f"{bare} out of balance" if bare else "as its author means it"


def _why(found: Balance) -> str:
    if not found.flags:
        return f"every seat meets {LEAST:.0%} to {MOST:.0%} of its objectives when all are alike"
    return "; ".join(f"{short(found, flag.nation)} {flag.what}" for flag in found.flags)


def _story(found: Balance) -> Iterator[str]:
    ranked = sorted(found.alike, key=lambda nation: -found.alike[nation].objectives.value)
    first, last = (found.alike[nation].objectives for nation in (ranked[0], ranked[-1]))
    yield (
        "When every government follows the same doctrine, "
        f"{short(found, ranked[0])} meets most of what it wants, {_range(first)} of its "
        f"objectives' points, and {short(found, ranked[-1])} least, {_range(last)}."
    )
    ends = sorted(found.own_ways.endings.items(), key=lambda pair: -pair[1].value)[:2]
    told = " and ".join(f"“{ENDING_NAMES[name]}” in {_range(share)}" for name, share in ends)
    yield f"With the doctrines the scenario gives its nations, games end most often with {told}."
    hottest = max(found.alike_ways, key=lambda name: _war(found, name).value)
    yield (
        f"Digital war comes in {_range(found.own_ways.endings['digital_war'])} of these games; "
        f"were all of the kind “{label(hottest)}”, in {_range(_war(found, hottest))}."
    )


def _war(found: Balance, name: str) -> Estimate:
    return found.alike_ways[name].endings["digital_war"]


def _range(share: Estimate) -> str:
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%})"


def _figures(found: Balance) -> Iterator[Figure]:
    worst = found.alike[found.worst_off].objectives.value
    spread = [standing.objectives.value for standing in found.alike.values()]
    yield Figure("Worst off", short(found, found.worst_off), f"meets {worst:.0%}, all being alike")
    yield Figure("Widest gap", f"{max(spread) - min(spread):.0%}", "between seats, all being alike")
    war = found.own_ways.endings["digital_war"]
    yield Figure("Digital war", f"{war.value:.0%}", "of games with its own cast")
    tone, bare = "good" if found.passed else "bad", found.unexplained
    yield Figure("Flags", str(len(found.flags)), f"{bare} without a reason in the file", tone)
