"""The after-action page: true to the engine, safe with any name, whole in one file."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import numpy as np
import pytest

from game import cli, record
from game.decisions import Reply
from game.futures.fork import fork
from game.futures.variants import AS_IT_WENT, Way, variants
from game.match import HUMAN, Match, new_match, usual_players
from game.report.aftermath import aftermath
from game.report.dossier import dossiers
from game.report.html import judgement, page, trusting
from game.report.html.blocks import Page
from game.report.html.events import claims, deals
from game.report.html.forecast import FUTURES, Forecast, ending_shares, moved
from game.report.html.otherwise import Change, candidates
from game.report.html.tables import Table, shown
from game.report.html.told import Game
from game.rules.escalation import pair_rungs
from game.rules.scoring import scores
from game.scenario.check import check_text
from tests.library import path_of, scenario

VOID = {"meta", "br", "hr", "img", "input", "link"}
SHAPES = {"line", "rect", "path", "circle"}
NASTY = "<script>alert(\"x\")</script><b onclick='x'>&"


def start(text: str, seed: int, seat: str | None = None) -> Match:
    chosen, findings = check_text(text, "scenario")
    assert chosen is not None, findings
    players = usual_players(chosen, {seat: HUMAN} if seat else {})
    match = new_match(chosen, text, seed, players)
    match.go_on()
    return match


def led_by_a_person() -> Match:
    """A game in which a person said what it believed, and did nothing else."""
    text = path_of("first_light").read_text("utf-8")
    seat = next(iter(scenario("first_light").nations))
    match = start(text, 3, seat)
    for case in dossiers(match, 0):
        live = [suspect.hypothesis for suspect in case.suspects]
        share = [0.0] * match.board.sizes["H"]
        share[live[0]], share[live[1]] = 0.7, 0.3
        match.state(0, case.incident, share)
    while not match.over:
        match.submit(0, Reply())
    return match


@pytest.fixture(scope="module")
def match() -> Match:
    return led_by_a_person()


@pytest.fixture(scope="module")
def made(match: Match) -> Page:
    return page.page(match)


@pytest.fixture(scope="module")
def html(made: Page) -> str:
    return page.to_html(made)


class Outline(HTMLParser):
    """Reads a page and keeps what tests ask for; complains of what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.open[-5:])
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "script" not in self.open:
            self.text.append(data)


def outline(html: str) -> Outline:
    read = Outline()
    read.feed(html)
    read.close()
    assert read.open == []
    return read


def test_the_page_is_well_formed_and_ids_are_unique(html: str) -> None:
    read = outline(html)
    ids = [attrs["id"] for _, attrs, _ in read.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs, _ in read.tags:
        for name in (attrs.get("aria-labelledby") or "").split():
            assert name in ids
        if (attrs.get("href") or "").startswith("#"):
            assert (attrs["href"] or "")[1:] in ids


def test_headings_go_down_one_step_at_a_time(html: str) -> None:
    levels = [int(tag[1]) for tag, _, _ in outline(html).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_loads_nothing(html: str) -> None:
    for tag, attrs, _ in outline(html).tags:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base", "use", "image")
        assert "src" not in attrs and "srcset" not in attrs
        address = attrs.get("href") or "#"
        assert address.startswith("#") or (tag == "a" and address.startswith("https://"))
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "@import" not in style
    addresses = re.findall(r"url\(([^)]{0,20})", style)
    assert addresses and all(each.startswith('"data:font/woff2') for each in addresses)
    assert "default-src 'none'" in html


def test_every_table_scrolls_within_the_page_and_has_headings(html: str) -> None:
    read = outline(html)
    tables = [inside for tag, _, inside in read.tags if tag == "table"]
    boxes = [attrs for tag, attrs, _ in read.tags if tag == "div" and attrs.get("role") == "group"]
    assert len(tables) == len(boxes) > 20
    assert all(box["tabindex"] == "0" and box["aria-label"] for box in boxes)
    heads = [attrs for tag, attrs, _ in read.tags if tag == "th"]
    assert all(attrs.get("scope") in ("col", "row") for attrs in heads)


def test_every_chart_has_its_table_on_the_page(made: Page, html: str) -> None:
    charts = [b.chart for s in made.sections for b in s.blocks if b.chart is not None]
    assert len(charts) > 15
    assert html.count('role="img"') == 2 * len(charts)
    for chart in charts:
        assert html.count(f'aria-label="{chart.table.title}"') >= 1
        for row in chart.table.rows:
            for cell in row:
                if isinstance(cell, int | float):
                    assert f">{shown(cell)}</" in html


def test_sections_tell_all_that_was_asked_for(made: Page) -> None:
    assert [section.id for section in made.sections] == [
        *("turning", "cases", "judgement", "escalation", "trust", "word", "norms", "law"),
        *("bodies", "scores", "forks", "questions", "sources"),
    ]
    ids = [table.id for table in made.tables()]
    assert len(ids) == len(set(ids))
    assert all(section.lead for section in made.sections)
    assert all(len(text) > 20 for text in made.story)


def named(made: Page, id: str) -> Table:
    return next(table for table in made.tables() if table.id == id)


def test_scores_are_the_engines(match: Match, made: Page) -> None:
    total = scores(match.worlds[-1])["total"][:, 0]
    rows = {row[0]: row[-1] for row in named(made, "scores").rows}
    for n in range(match.board.nations):
        assert rows[match.setup.names[n]] == pytest.approx(float(total[n]), abs=0.001)


def test_beliefs_are_what_analysts_held_when_they_judged(match: Match) -> None:
    game = Game(match)
    told = aftermath(match, 0)
    assert told.truths
    for case, truth in zip(game.cases, told.truths, strict=True):
        culprit = game.culprit(case)
        assert float(game.ideal(case)[culprit]) == pytest.approx(truth.ideal)
        for line in truth.beliefs:
            held = game.beliefs[line.turn, 0, case]
            assert float(held[culprit]) == pytest.approx(line.analysts)


def test_pooled_cards_tell_no_less_than_those_of_the_victim_alone(match: Match) -> None:
    """With every nation's cards on the table, what one had read is read."""
    game = Game(match)
    for case in game.cases:
        for turn in game.turns:
            pooled = game.pooled(case, turn)
            assert (pooled is None) == (not game.judges(case, turn))
            if pooled is not None:
                assert float(pooled.sum()) == pytest.approx(1, abs=1e-5)


def test_grades_are_those_of_the_aftermath(match: Match) -> None:
    game = Game(match)
    graded = {row[1]: row[2:] for row in judgement.grades(game).rows}
    expected = {t.title: t.grade for t in aftermath(match, 0).truths if t.grade is not None}
    assert graded.keys() == expected.keys() and graded
    for title, grade in expected.items():
        assert grade is not None
        values = (grade.turns, grade.brier, grade.log_score, grade.regret)
        assert graded[title] == pytest.approx(values, abs=1e-4)


def test_calibration_is_that_of_the_aftermath(match: Match, made: Page) -> None:
    expected = [
        (round(b.mean * 100, 2), round(b.true_share * 100, 2), b.count)
        for b in aftermath(match, 0).calibration
    ]
    assert [tuple(row) for row in named(made, "calibration_stated").rows] == expected


def test_rungs_and_trust_are_the_worlds(match: Match, made: Page) -> None:
    rungs = [int(world.rung[0]) for world in match.worlds]
    assert [row[1] for row in named(made, "escalation").rows] == rungs
    trust = match.worlds[-1].trust[:, :, 0]
    last = named(made, "trust").rows[-1]
    for n in range(match.board.nations):
        others = [float(trust[m, n]) for m in range(match.board.nations) if m != n]
        assert last[n + 1] == pytest.approx(fmean(others), abs=0.001)
    for row in named(made, "pairs").rows if any(rungs) else ():
        one, other = (match.setup.names.index(name) for name in str(row[0]).split(" \u2013 "))
        heat = [int(pair_rungs(world.heat)[one, other, 0]) for world in match.worlds]
        assert list(row[1:]) == heat


def test_deals_and_claims_are_those_of_the_game(match: Match) -> None:
    game = Game(match)
    signed = [deal for deal in deals(game) if deal.signed]
    assert len(signed) == len(aftermath(match, None).treaties)
    standing = {
        (c.nation, c.incident)
        for c in claims(game)
        if match.worlds[-1].claimed[c.nation, c.incident, 0] == c.turn
    }
    accused = np.argwhere(match.worlds[-1].accused[:, :, 0] >= 0).tolist()
    assert standing == {(n, i) for n, i in accused}


def test_the_forecast_ends_in_what_came_about(match: Match) -> None:
    forecast = Forecast(Game(match))
    last = forecast.played[-1]
    assert last.worlds == FUTURES
    assert set(last.ending.tolist()) == {int(match.worlds[-1].ending[0])}
    assert set(last.peak.tolist()) == {int(match.worlds[-1].peak[0])}
    for played in forecast.played:
        assert sum(ending_shares(played).values()) == pytest.approx(1)
    assert moved(last, last) == 0
    assert all(0 <= swing <= 1 for swing in forecast.swings)


def test_an_order_left_out_comes_to_what_a_fork_comes_to(match: Match) -> None:
    orders = match.orders_of(1)
    nation = next(n for n, given in sorted(orders.items()) if given)
    without = orders[nation][1:]
    expected = fork(match, 1, nation, without, worlds=12)
    before, after = variants(match, 1, [AS_IT_WENT, Way({**orders, nation: without})], 12)
    assert before is not None and after is not None
    for side, other in ((before, expected.before), (after, expected.after)):
        assert np.array_equal(side.score, other.score)
        assert np.array_equal(side.ending, other.ending)


def test_a_signature_withheld_leaves_a_treaty_unsigned() -> None:
    match = start(path_of("olympic_destroyer").read_text("utf-8"), 5)
    game = Game(match)
    tried = next(each for each in candidates(game) if each.change is Change.REFUSE)
    assert tried.way.talks is not None
    plain, other = match.rewound(tried.turn), match.rewound(tried.turn, tried.way.talks)
    said = [sum(int(a.accept.sum()) for _, a in m.logs[-1].talks) for m in (plain, other)]
    assert said[0] == said[1] + 1
    assert not np.array_equal(plain.world.facts, other.world.facts)
    before, after = variants(match, tried.turn, [AS_IT_WENT, tried.way], 8)
    assert before is not None and after is not None
    assert before.treaties.mean() != after.treaties.mean()


def test_csv_gives_every_table_back(made: Page) -> None:
    files = page.csv_files(made)
    tables = list(made.tables())
    assert len(files) == len(tables)
    for table in tables:
        back = list(csv.reader(io.StringIO(files[f"{table.id}.csv"])))
        assert tuple(back[0]) == table.columns
        assert len(back) == len(table.rows) + 1
        for written, row in zip(back[1:], table.rows, strict=True):
            for text, cell in zip(written, row, strict=True):
                if isinstance(cell, int | float):
                    assert float(text) == cell
                else:
                    assert text.removeprefix("'") == (cell or "").removeprefix("'")


def test_json_holds_every_figure(made: Page) -> None:
    found = json.loads(json.dumps(page.to_json(made)))
    assert found["tables"].keys() == {table.id for table in made.tables()}
    assert found["tables"]["scores"]["rows"] == [list(r) for r in named(made, "scores").rows]


def test_the_same_record_gives_the_same_page_to_the_byte(match: Match, html: str) -> None:
    again = record.from_text(record.to_text(match))
    assert page.to_html(page.page(again)) == html


def test_hostile_names_stay_text() -> None:
    text = path_of("first_light").read_text("utf-8")
    wanted = json.dumps(NASTY)
    text = re.sub(r"(?m)^title: .*$", f"title: {wanted}", text, count=1)
    name = json.dumps("<i onclick=x>A</i>")
    text, count = re.subn(r"(?m)^(    (?:short|name|title)): .*$", rf"\1: {name}", text)
    assert count > 5
    match = start(text, 3)
    assert match.scenario.title == NASTY
    html = page.to_html(page.page(match))
    read = outline(html)
    assert sum(tag == "script" for tag, _, _ in read.tags) == 1
    assert not any(tag in ("b", "i") for tag, _, _ in read.tags)
    assert not any(name.startswith("on") for _, attrs, _ in read.tags for name in attrs)
    assert NASTY in "".join(read.text)


def test_a_game_that_is_not_over_has_no_report() -> None:
    seat = next(iter(scenario("first_light").nations))
    match = start(path_of("first_light").read_text("utf-8"), 1, seat)
    with pytest.raises(page.NotOver, match="the game is not over"):
        page.page(match)


def test_the_command_writes_what_it_says(
    tmp_path: Path, match: Match, html: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, out, figures = tmp_path / "game.txt", tmp_path / "game.html", tmp_path / "figures"
    record.save(match, kept)
    said = ["report", str(kept), "--out", str(out), "--csv", str(figures), "--json"]
    assert cli.main(said) == 0
    found = json.loads(capsys.readouterr().out)
    assert out.read_text("utf-8") == html
    assert set(found["files"]) == {str(out), *map(str, figures.iterdir())}
    assert (figures / "figures.json").is_file() and (figures / "scores.csv").is_file()


def test_the_command_refuses_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seat = next(iter(scenario("first_light").nations))
    kept = tmp_path / "half.txt"
    record.save(start(path_of("first_light").read_text("utf-8"), 1, seat), kept)
    assert cli.main(["report", str(kept), "--out", str(tmp_path / "x.html")]) == 2
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1 and "the game is not over" in said[0]
    assert not (tmp_path / "x.html").exists()


def test_what_moved_trust_most_is_a_reason_that_went_its_way(match: Match) -> None:
    game = Game(match)
    for nation in game.nations:
        went = trusting.received(game, nation, game.turns[-1]) - trusting.received(game, nation, 0)
        why = trusting.mainly(game, nation).split("; ")[0]
        if why and abs(went) > 1:
            assert why.split()[-1][0] == ("+" if went > 0 else "\u2212"), (nation, went, why)


def test_figures_of_a_file_carry_no_dust(made: Page) -> None:
    tables = [t for section in made.sections for block in section.blocks for t in block.tables]
    for table in tables:
        for cell in (cell for row in table.rows for cell in row if isinstance(cell, float)):
            assert cell == round(cell, 6), (table.id, cell)
