"""Layout: what things get of the room there is, at every scale."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from game.ui.layout import arrange, scroll
from game.ui.metrics import LEAST_SCALE, Metrics
from game.ui.node import Node, column, em, grid, row, spacer, stack, wrap
from game.ui.shots import headless
from game.ui.widgets import button, listing, prose, text

headless()
FULL = Metrics(1920, 1080)


def block(width: float, height: float, **more: float) -> Node:
    return Node(width=width, height=height, **more)  # type: ignore[arg-type]


def laid(node: Node, size: tuple[int, int] = (1000, 600), m: Metrics = FULL) -> Node:
    arrange(node, Rect((0, 0), size), m)
    return node


def rects(node: Node) -> list[tuple[int, int, int, int]]:
    return [tuple(child.rect) for child in node.children]  # type: ignore[misc]


def test_a_row_gives_what_is_needed_and_shares_the_rest_by_weight() -> None:
    node = laid(row(block(100, 40), Node(grow=1), Node(grow=3), gap=10, align="stretch"))
    assert rects(node) == [(0, 0, 100, 600), (110, 0, 220, 600), (340, 0, 660, 600)]


def test_things_of_equal_weight_end_equal_whatever_they_hold() -> None:
    node = laid(row(text("short", grow=1), text("a much longer text than that", grow=1)))
    assert node.children[0].rect.w == node.children[1].rect.w == 500


def test_what_cannot_be_smaller_keeps_its_width_and_the_others_share_the_rest() -> None:
    wide = row(block(700, 10), grow=1)
    node = laid(row(wide, Node(grow=1), Node(grow=1)))
    assert [child.rect.w for child in node.children] == [700, 150, 150]


def test_the_most_a_thing_may_have_is_kept_and_goes_to_the_others() -> None:
    node = laid(row(Node(grow=1, max_width=200), Node(grow=1)))
    assert [child.rect.w for child in node.children] == [200, 800]


def test_text_gives_way_before_it_sticks_out() -> None:
    node = laid(row(text("many words that can be wrapped " * 9), block(400, 10)))
    assert node.children[0].rect.w == 600 and node.children[1].rect.right == 1000


def test_a_column_lets_its_list_scroll_when_it_is_too_high() -> None:
    items = listing("items", "Items", *[block(10, 100) for _ in range(20)])
    node = laid(column(block(10, 100), items, block(10, 50)))
    assert items.rect.h == 450 and items.content > 2000
    assert node.children[2].rect.bottom == 600


def test_a_list_deep_within_gives_way_too() -> None:
    items = listing("items", "Items", *[block(10, 100) for _ in range(20)])
    laid(column(row(column(column(items, grow=1), grow=1), grow=1, align="stretch"), block(10, 80)))
    assert items.rect.bottom <= 520


def test_scrolling_moves_what_is_within_and_stops_at_the_end() -> None:
    m = Metrics(1920, 1080, scroll={"items": 99_999})
    items = listing("items", "Items", *[block(10, 100) for _ in range(20)])
    laid(items, (300, 500), m)
    assert items.children[-1].rect.bottom <= 500
    assert items.children[0].seen.h <= 0
    assert m.scroll["items"] == items.content - 490


class Middle:
    """A leaf that lays a thing in its middle, which may be between two pixels."""

    def narrowest(self, m: Metrics) -> int:
        return 40

    def widest(self, m: Metrics) -> int:
        return 40

    def height(self, m: Metrics, width: int) -> int:
        return 45

    def place(self, node: Node, inner: Rect, clip: Rect, m: Metrics) -> None:
        (thing,) = node.children
        thing.rect = Rect(inner.x, round(inner.y + inner.h / 2), 10, 10)
        thing.clip, thing.parent = clip, node


def contents() -> Node:
    """A list of what lies otherwise once it is moved: by its parity, its clip, by its own rule."""
    centred = column(block(10, 21), block(10, 21), justify="center", height=85)
    spread = column(*[block(10, 11) for _ in range(5)], justify="between", height=120)
    inner = listing("inner", "Inner", *[block(10, 50) for _ in range(9)], max_height=140)
    linked = prose("words", "Much is said of [[trust]] and, in the end, of **law**. " * 3)
    middle = Node(leaf=Middle(), children=[Node()], self_align="start")
    above = stack(block(20, 20), text("Above"))
    beside = row(centred, spread, above, middle, align="stretch")
    many = grid(*[block(10, 33) for _ in range(7)], columns=3, gap=5)
    return listing("items", "Items", beside, inner, linked, wrap(many, block(30, 30)),
                   *[block(10, 90) for _ in range(6)])  # fmt: skip


def everywhere(node: Node) -> list[tuple[object, ...]]:
    return [(tuple(each.rect), tuple(each.clip), each.content) for each in node.walk()]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=4), st.integers(0, 400))
def test_what_is_scrolled_lies_as_if_it_were_laid_there(steps: list[int], within: int) -> None:
    m = Metrics(1920, 1080, scroll={"inner": within})
    made = laid(column(block(10, 37), contents(), pad=3), (403, 501), m)
    for step in steps:
        m.scroll["items"] = step
        scroll(made.children[1], m)
    again = Metrics(1920, 1080, scroll={"items": steps[-1], "inner": within})
    afresh = laid(column(block(10, 37), contents(), pad=3), (403, 501), again)
    assert made.children[1].offset == afresh.children[1].offset > 0 or steps[-1] == 0
    assert everywhere(made) == everywhere(afresh)


def test_a_wrap_begins_a_line_when_one_is_full() -> None:
    node = laid(wrap(*[block(300, 40) for _ in range(5)], gap=20))
    assert [tuple(child.rect.topleft) for child in node.children] == [
        (0, 0), (320, 0), (640, 0), (0, 60), (320, 60),
    ]  # fmt: skip


def test_a_grid_has_as_many_columns_as_fit() -> None:
    cells = [block(10, 10) for _ in range(5)]
    narrow = laid(grid(*cells, cell=240), (500, 600))
    assert len({child.rect.x for child in narrow.children}) == 2


def test_a_row_is_mirrored_where_one_reads_from_right_to_left() -> None:
    m = Metrics(1920, 1080, rtl=True)
    node = laid(row(block(100, 10), spacer(), block(50, 10), pad=(30, 0, 10, 0)), m=m)
    assert [child.rect.x for child in node.children] == [870, 60, 10]


def test_plain_lengths_follow_the_window_and_ems_the_text() -> None:
    big = Metrics(3840, 2160, text_scale=1.5)
    assert big.px(10) == 20 and big.px(em(10)) == 540
    assert Metrics(800, 600).scale == LEAST_SCALE
    assert FULL.px(em(12)) != FULL.px(12), "an em is not taken for a plain length of its number"


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("ui", [0.8, 1.0, 2.0])
def test_what_can_be_hit_is_never_too_small(size: tuple[int, int], ui: float) -> None:
    node = button("b", "i", lambda: None)
    laid(column(node, align="start"), size, Metrics(*size, ui_scale=ui))
    assert min(node.rect.size) >= 40


def test_a_stack_lays_everything_in_the_same_room() -> None:
    node = laid(stack(Node(), column(block(100, 50), self_align="center")))
    assert rects(node) == [(0, 0, 1000, 600), (450, 275, 100, 50)]


boxes = st.builds(
    lambda w, h, grow: Node(width=None if grow else w, height=h, grow=grow),
    st.integers(1, 150),
    st.integers(1, 60),
    st.sampled_from([0, 0, 1, 2]),
)


@given(st.lists(boxes, min_size=1, max_size=6), st.integers(0, 12), st.booleans())
def test_things_in_line_never_overlap_and_fill_the_room_if_one_grows(
    nodes: list[Node], gap: int, down: bool
) -> None:
    laid((column if down else row)(*nodes, gap=gap), (1000, 600))
    edges = [(r.top, r.bottom) if down else (r.left, r.right) for r in (n.rect for n in nodes)]
    assert all(one[1] + gap == two[0] for one, two in pairwise(edges))
    if any(n.grow for n in nodes):
        assert edges[-1][1] == (600 if down else 1000)


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_an_interface_is_never_so_large_that_no_panel_fits(
    size: tuple[int, int], text: float
) -> None:
    small, large = Metrics(*size, 1.0, text), Metrics(*size, 2.0, text)
    assert large.room[0] >= 600 and large.room[1] >= 370
    assert large.scale >= small.scale, "and never smaller than it would be unasked"
    assert large.scale == 2 * small.scale or text == 2 or size == (1024, 640)
