"""Results of commands that compute: for programs as data, for people as lines."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from game import record
from game.futures import figures
from game.language import _, _n
from game.match import Match
from game.report import terms, words
from game.report.aftermath import Truth, aftermath
from game.rules.clauses import CLAUSES, LASTING
from game.rules.scoring import Ending
from game.rules.treaties import is_geneva
from game.rules.view import View, rows_of
from game.scenario.check import check_file
from game.scenario.findings import Finding
from game.terminal.arguments import files_of


def of(match: Match) -> dict[str, Any]:
    """How a game that is over came out."""
    told = aftermath(match, None)
    nations = match.setup.nations
    names = {words.nation(match, n): id_ for n, id_ in enumerate(nations)}
    return {
        "scenario": match.scenario.id,
        "seed": match.seed,
        "turns": told.turn,
        **ending(match),
        "scores": {names[line.nation]: line.total for line in told.scores},
        "trust": _trust(match),
        "peak_rung": told.peak,
        "treaties": _treaties(match),
        "incidents": [_incident(match, truth) for truth in told.truths],
        "players": dict(zip(nations, match.players, strict=True)),
        "hash": match.hashes()[-1],
    }


def ending(match: Match) -> dict[str, str]:
    """How a game ended: the ending's id, as studies count it, and what it is called."""
    number = Ending(int(match.worlds[-1].ending[0]))
    return {"ending": figures.name_of(number), "ending_label": terms.ending(number)[0]}


def _treaties(match: Match) -> list[dict[str, Any]]:
    """Treaties in force at the end, by ids; and in words."""
    seen = match.view(0)
    live = (seen.treaty_since[:, 0] > 0) & (seen.treaty_until[:, 0] >= seen.turn)
    live &= seen.treaty_party[..., 0].sum(axis=1) > 1
    return [_treaty(match, seen, number) for number in np.flatnonzero(live).tolist()]


def _treaty(match: Match, seen: View, number: int) -> dict[str, Any]:
    parties = np.flatnonzero(seen.treaty_party[number, :, 0]).tolist()
    steps = {CLAUSES[c].id: int(seen.treaty_level[number, c, 0]) for c in LASTING}
    steps = {clause: step for clause, step in steps.items() if step}
    return {
        "parties": [match.setup.nations[n] for n in parties],
        "party_labels": [words.nation(match, n) for n in parties],
        "clauses": steps,
        "clause_labels": words.clauses(steps),
        "since": int(seen.treaty_since[number, 0]),
        "until": min(int(seen.treaty_until[number, 0]), match.board.turns),
        "geneva": bool(is_geneva(seen.treaty_level[number, :, 0])),
    }


def _trust(match: Match) -> dict[str, dict[str, float]]:
    """Trust of each nation in each other."""
    nations = match.setup.nations
    return {
        one: {
            other: float(match.view(n).trust[0, k, 0]) for k, other in enumerate(nations) if k != n
        }
        for n, one in enumerate(nations)
    }


def _incident(match: Match, truth: Truth) -> dict[str, Any]:
    case = match.setup.cases[truth.incident]
    return {
        "id": truth.id,
        "title": truth.title,
        "culprit": case.hypotheses[case.names.index(truth.culprit)],
        "culprit_label": truth.culprit,
        "claims": list(truth.claims),
    }


def lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    head = _("{scenario}, seed {seed}: {ending}")
    name, seed = found["scenario"], found["seed"]
    told = [head.format(scenario=name, seed=seed, ending=found["ending_label"])]
    lasted = _n(
        "after 1 turn; highest rung {rung} of 7",
        "after {n} turns; highest rung {rung} of 7",
        found["turns"],
    )
    told.append(lasted.format(rung=found["peak_rung"]))
    told += [f"  {nation:<16} {score:6.1f}" for nation, score in found["scores"].items()]
    truth, treaty = _("{case}: it was {culprit}"), _("treaty: {parties}")
    told += [
        f"  {truth.format(case=each['title'], culprit=each['culprit_label'])}"
        for each in found["incidents"]
    ]
    told += [
        f"  {treaty.format(parties=', '.join(each['party_labels']))}" for each in found["treaties"]
    ]
    return [*told, _("hash {hash}").format(hash=found["hash"])]


def replayed(path: Path) -> dict[str, Any]:
    """Whether a record plays again, and comes out as recorded. Raises RecordError."""
    parsed = record.read(path)
    match = record.played(parsed)
    hashes, differs = match.hashes(), record.first_difference(match, parsed)
    return {
        "ok": differs is None,
        "turns": len(hashes),
        "hash": hashes[-1] if hashes else "",
        "first_difference": differs,
    }


def replay_lines(found: Mapping[str, Any]) -> list[str]:
    """The same for a person."""
    if found["ok"]:
        again = _n(
            "1 turn played again; hash {hash}", "{n} turns played again; hash {hash}",
            found["turns"],
        )  # fmt: skip
        return [again.format(hash=found["hash"] or _("none yet"))]
    differs = _("turn {n} does not come out as recorded")
    return [differs.format(n=found["first_difference"])]


def checked(paths: Sequence[Path]) -> dict[str, Any]:
    """Everything an author may have got wrong in some files and folders. Raises Misuse."""
    began = time.perf_counter()
    files = [file for path in paths for file in files_of(path)]
    findings = [finding.as_json() for file in files for finding in check_file(file)[1]]
    seconds = round(time.perf_counter() - began, 3)
    return {"findings": findings, "files": [str(file) for file in files], "seconds": seconds}


def has_errors(found: Mapping[str, Any]) -> bool:
    """Whether something found must be put right."""
    return any(finding["severity"] == "error" for finding in found["findings"])


def check_lines(found: Mapping[str, Any]) -> list[str]:
    """Findings for a person."""
    told = [str(Finding(**finding)) for finding in found["findings"]]
    counted = _("files: {files}, findings: {findings}")
    return [*told, counted.format(files=len(found["files"]), findings=len(told))]


def seen(match: Match, turn: int, nation: int) -> dict[str, Any]:
    """What a nation saw when a turn had been played, with the ids of what the numbers stand for."""
    view = match.view_at(turn, nation)
    return {
        "scenario": match.scenario.id,
        "seat": match.setup.nations[nation],
        "turn": turn,
        "nations": list(match.setup.nations),
        "actors": list(match.setup.actors),
        "incidents": _known_ids(match, view.known[0, :, 0]),
        "sectors": list(match.setup.ids["sector"]),
        "view": {name: values[..., 0].tolist() for name, values in rows_of(view).items()},
    }


def _known_ids(match: Match, known: Any) -> list[str | None]:
    """Ids of incidents by number; None for one the nation has not heard of."""
    return [case.id if known[n] else None for n, case in enumerate(match.setup.cases)]
