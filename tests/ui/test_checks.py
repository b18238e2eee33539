"""The checks of a screen find what they are for, each on a screen with one fault planted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pygame import Rect

from game.ui.app import App
from game.ui.checks import contrast, faults, leads_back
from game.ui.node import Node, column, row, stack
from game.ui.paint import Painter
from game.ui.screen import Screen
from game.ui.shots import app_with
from game.ui.widgets import button, card, entry, listing, panel, prose, scroll, text


def nothing() -> None:
    pass


class Planted(Screen):
    name = "planted"

    def __init__(self, make: Callable[[App], Node]) -> None:
        self.make = make

    def build(self, app: App) -> Node:
        return self.make(app)


def found(make: Callable[[App], Node], **settings: float) -> list[str]:
    app = app_with(Planted(make), (1024, 640))
    app.change_settings(**settings)
    return faults(app)


def tiny() -> Node:
    node = button("tiny", "Tiny", nothing)
    node.max_width = node.max_height = 12
    return node


def nameless() -> Node:
    node = button("mute", "x", nothing)
    node.label = ""
    return node


def unreachable() -> Node:
    """A group Tab enters once, but of which arrows reach only a part."""
    group = row(button("one", "One", nothing), button("two", "Two", nothing))
    group.one_stop = group.arrows = True
    other = stack(button("three", "Three", nothing), button("four", "Four", nothing))
    group.children.append(other)
    return group


def drawing(*texts: tuple[str, int, int], shade: str = "text", room: int = 300) -> Node:
    """A drawing that writes texts itself, each in a box that begins so far right and down."""

    def draw(p: Painter, node: Node) -> None:
        for words, x, y in texts:
            spot = Rect(node.rect.x + x, node.rect.y + y, room, 40)
            p.text(words, spot, shade=shade)

    return column(
        Node(role="group", label="Graph", width=400, height=200, draw=draw), align="start"
    )


def name_on_a_neighbour() -> Node:
    """A thing that writes its name below itself, where another thing is."""

    def draw(p: Painter, node: Node) -> None:
        p.text("Name", Rect(node.rect.x, node.rect.bottom + 4, 90, 30))

    one, two = (Node(name, "button", name, focusable=True, height=60) for name in ("one", "two"))
    one.draw, two.draw = draw, lambda p, node: None
    return column(one, two, width=100)


def chart_of_long_names() -> Node:
    """A drawing made once and kept, as those of charts are."""

    def draw(p: Painter, node: Node) -> None:
        def paint(q: Painter) -> None:
            q.text("One", Rect(0, 0, 200, 40))
            q.text("Another", Rect(10, 0, 200, 40))

        p.surface.blit(p.kept("long names", node.rect.size, paint), node.rect)

    return column(Node(role="image", label="Chart", width=400, height=200, draw=draw))


FAULTS: list[tuple[str, Callable[[App], Node]]] = [
    ("is written over", lambda app: drawing(("One", 0, 0), ("Another", 10, 2))),
    ("is written over", lambda app: chart_of_long_names()),
    ("'Name' meets two", lambda app: name_on_a_neighbour()),
    ("is cut off", lambda app: drawing(("Right of the window", 2000, 0))),
    (
        "'Much too long for it' is shortened",
        lambda app: drawing(("Much too long for it", 0, 0), room=60),
    ),
    ("'Faint' has a contrast", lambda app: drawing(("Faint", 0, 0), shade="line2")),
    ("no label", lambda app: nameless()),
    ("less than 40", lambda app: column(tiny(), align="start")),
    ("id of its own", lambda app: button("", "Anonymous", nothing)),
    ("2 nodes have this id", lambda app: row(*[button("same", "Same", nothing) for _ in "ab"])),
    ("shortened", lambda app: text("A text that is far too long " * 9, lines=1, width=200)),
    ("cut in height", lambda app: column(text("Many words " * 9, height=20), width=200)),
    ("contrast", lambda app: panel("p", "P", text("Faint", shade="line"))),
    ("contrast", lambda app: panel("p", "P", prose("q", "Faint and [[linked]]", shade="line2"))),
    ("sticks out", lambda app: row(*[text("Unbreakable" * 6) for _ in "abc"])),
    ("sticks out", lambda app: column(*[text("High", "display") for _ in range(20)])),
    ("Tab does not come to it", lambda app: unreachable()),
]


@pytest.mark.parametrize(("what", "make"), FAULTS)
def test_a_planted_fault_is_found(what: str, make: Callable[[App], Node]) -> None:
    assert any(what in fault for fault in found(make)), found(make)


def test_siblings_laid_over_each_other_are_found() -> None:
    def lay(app: App) -> Node:
        both = row(text("One"), text("Two"), overlap=False)
        both.children[1].width = both.children[0].width = 100
        both.gap = -60
        return both

    assert any("overlap" in fault for fault in found(lay))


SOUND: list[Callable[[App], Node]] = [
    lambda app: drawing(("One", 0, 0), ("Another", 0, 60)),
    lambda app: column(*[text("Word " * 40) for _ in "abc"]),
    lambda app: scroll("s", *[text("High", "display") for _ in range(40)]),
    lambda app: text(
        "A long text in one line, told whole by its tooltip", lines=1, width=90, tip="…"
    ),
    lambda app: listing("l", "L", *[card(f"c{i}", "C", nothing, text("Card")) for i in range(30)]),
    lambda app: entry("e", "Message", "", lambda words: None, app.cursor("e"), hint="Say it"),
    lambda app: prose("q", "See [[one]] and **two** and [[three|the third]]. " * 5),
]


@pytest.mark.parametrize("make", SOUND)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_is_sound_has_no_faults(make: Callable[[App], Node], scale: float) -> None:
    assert found(make, text_scale=scale) == []


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_a_screen_that_esc_does_not_leave_is_found() -> None:
    class Stuck(Planted):
        def back(self, app: App) -> None:
            """Goes nowhere."""

    app = app_with(Planted(lambda app: text("below")))
    app.push(Stuck(lambda app: text("stuck")))
    assert not leads_back(app)
    app.replace(Planted(lambda app: text("free")))
    assert leads_back(app)
