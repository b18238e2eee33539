"""Everything an author may get wrong is found at its line and column, without a traceback.

Each file in broken/ says in its first line what must be found: `# expect: line:column id`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.check import check_file, check_text
from game.scenario.findings import Finding
from tests.library import BOTH, path_of

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))


def test_there_are_at_least_forty_broken_files() -> None:
    assert len(BROKEN) >= 40


@pytest.mark.parametrize("path", BROKEN, ids=[path.stem for path in BROKEN])
def test_a_fault_is_found_where_it_is(path: Path) -> None:
    wanted = path.read_text("utf-8").splitlines()[0].removeprefix("# expect: ")
    scenario, findings = check_file(path)
    assert wanted in [f"{f.line}:{f.column} {f.id}" for f in findings], findings
    found = next(f for f in findings if f"{f.line}:{f.column} {f.id}" == wanted)
    assert found.message
    assert found.hint
    assert str(found).startswith(f"{path}:{found.line}:{found.column}: ")
    assert (scenario is None) == any(f.severity == "error" for f in findings)


def test_a_good_file_has_no_findings() -> None:
    scenario, findings = check_file(HERE / "good.yaml")
    assert findings == []
    assert scenario is not None


@pytest.mark.parametrize("name", BOTH)
def test_the_library_has_no_findings(name: str) -> None:
    assert check_file(path_of(name))[1] == []


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    text = (HERE / "good.yaml").read_text("utf-8")
    text = text.replace("home: cadry", "home: cady").replace("victim: arlen", "victim: arlan")
    text = text.replace("- {of: arlen, to: cadry", "- {of: arlen, to: kadry")
    findings = check_text(text, "many")[1]
    assert [f.id for f in findings] == ["unknown_nation"] * 3
    assert [f.hint for f in findings] == [f"did you mean '{name}'?" for name in LIKELY]
    assert [f.line for f in findings] == sorted(f.line for f in findings)


LIKELY = ("cadry", "cadry", "arlen")


def test_a_mistyped_key_gets_a_suggestion() -> None:
    text = (HERE / "good.yaml").read_text("utf-8").replace("defence: 20", "defense: 20")
    faults = {f.id: f for f in check_text(text, "typo")[1]}
    assert faults["extra_forbidden"].hint == "did you mean 'defence'?"
    assert faults["missing"].message == "'defence' is missing"


def test_a_file_that_is_not_there_is_a_finding() -> None:
    scenario, findings = check_file(HERE / "nowhere.yaml")
    assert scenario is None
    assert [f.id for f in findings] == ["no_file"]


def test_a_finding_can_be_written_as_json() -> None:
    finding = Finding("a.yaml", 1, 2, "error", "id", "message", "hint")
    assert finding.as_json()["column"] == 2
    assert str(finding) == "a.yaml:1:2: message (hint)"


@given(st.text(max_size=300))
def test_no_text_whatever_raises(text: str) -> None:
    scenario, findings = check_text(text, "noise")
    assert scenario is None
    assert findings


GOOD_LINES = (HERE / "good.yaml").read_text("utf-8").splitlines()


@given(st.integers(0, len(GOOD_LINES) - 1), st.sampled_from(["", "  x: 1", "- 1", "[", "?", "~"]))
def test_no_line_put_in_place_of_another_raises(line: int, instead: str) -> None:
    lines = [*GOOD_LINES[:line], instead, *GOOD_LINES[line + 1 :]]
    scenario, findings = check_text("\n".join(lines), "noise")
    assert scenario is not None or findings
