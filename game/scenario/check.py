"""Checking files: everything an author may have got wrong, all at once."""

from __future__ import annotations

from pathlib import Path

from game import registry
from game.scenario import checks, library
from game.scenario.checks.base import Checked
from game.scenario.faults import modelled
from game.scenario.findings import Finding
from game.scenario.model import Scenario
from game.scenario.reader import Document, read_file, read_text


def check_file(path: Path) -> tuple[Scenario | None, list[Finding]]:
    """A scenario, or None if it has errors, and all findings in the order of the file.

    Norms and organisations of the library are known by their folder, and are no scenario.
    """
    model = library.model_of(path)
    if model is not None:
        return None, modelled(read_file(path), model)[1]
    return _check(read_file(path), path.stem)


def check_text(text: str | bytes, name: str) -> tuple[Scenario | None, list[Finding]]:
    """The same of a text that is no file; its id is not compared with a file name."""
    return _check(read_text(text, name), None)


def _check(document: Document, stem: str | None) -> tuple[Scenario | None, list[Finding]]:
    scenario, findings = modelled(document, Scenario)
    if scenario is not None:
        checked = Checked(scenario, document, stem)
        for module in registry.modules(checks.__name__).values():
            for check in getattr(module, "CHECKS", ()):
                check(checked)
        findings += checked.findings
    findings.sort(key=lambda finding: (finding.line, finding.column))
    findings += library.faults()
    failed = any(finding.severity == "error" for finding in findings)
    return (None if failed else scenario), findings
