"""The after-action page in a real browser: it fits the window, and prints."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from game import cli, record
from game.match import new_match, usual_players
from game.report.html import pdf
from game.scenario.check import check_text
from tests.library import path_of

NAMED = re.compile(r"<title>fits (\w+)</title>")
PROBE = (
    "<script>addEventListener('load', () => {"
    "const page = document.documentElement;"
    "document.title = 'fits ' + (page.scrollWidth <= page.clientWidth)"
    "})</script>"
)
"""Says in the title whether the page is as narrow as the window."""


@pytest.fixture(scope="module")
def browser() -> str:
    """The browser; only a machine of one's own may do without."""
    program = pdf.browser()
    if program is None and os.environ.get("CI") != "true":
        pytest.skip("no browser here; .ci/run installs one")
    assert program is not None
    return program


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, browser: str) -> tuple[Path, Path]:
    """A report of a whole game, as a page and on paper."""
    text = path_of("first_light").read_text("utf-8")
    scenario, _ = check_text(text, "first_light")
    assert scenario is not None
    match = new_match(scenario, text, 3, usual_players(scenario, {}))
    match.go_on()
    folder = tmp_path_factory.mktemp("report")
    (folder / "game.txt").write_text(record.to_text(match), "utf-8")
    page, paper = folder / "game.html", folder / "game.pdf"
    arguments = ["report", str(folder / "game.txt"), "--out", str(page), "--pdf", str(paper)]
    assert cli.main(arguments) == 0
    return page, paper


@pytest.mark.slow
def test_it_prints_on_some_pages(written: tuple[Path, Path]) -> None:
    paper = written[1].read_bytes()
    assert paper.startswith(b"%PDF")
    assert 3 < len(re.findall(rb"/Type\s*/Page\b", paper)) < 60


@pytest.mark.slow
@pytest.mark.parametrize("width", [500, 1024, 1600])
def test_it_is_no_wider_than_the_window(
    written: tuple[Path, Path], browser: str, width: int, tmp_path: Path
) -> None:
    html = re.sub(r"<meta[^>]*Content-Security-Policy[^>]*>", "", written[0].read_text("utf-8"))
    probe = tmp_path / "probe.html"
    probe.write_text(html.replace("</body>", PROBE + "</body>"), "utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--window-size={width},900", f"--user-data-dir={tmp_path}", probe.as_uri()]
    seen = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout
    found = NAMED.search(seen)
    assert found is not None
    assert found[1] == "true"
