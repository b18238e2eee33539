"""A node: one thing on a screen, with its name for every sense and what activating it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypedDict, Unpack
from weakref import ReferenceType, ref

from pygame import Rect

if TYPE_CHECKING:
    from game.ui.metrics import Metrics
    from game.ui.paint import Painter

Do = Callable[[], object]
Draw = Callable[["Painter", "Node"], None]
Moving = Callable[[float], list[Rect]]
"""Parts that changed with time, at a time in seconds, in pixels from the node's corner."""
Flow = Literal["column", "row", "wrap", "grid", "stack"]
Align = Literal["stretch", "start", "center", "end"]
Justify = Literal["start", "center", "end", "between"]
Kind = Literal["press", "drag", "release", "move", "wheel", "leave"]
Pad = float | tuple[float, float] | tuple[float, float, float, float]


class em(float):
    """A length in heights of body text, so that it grows with the text; plain numbers do not."""


class Leaf(Protocol):
    """What a node without children shows, to be measured in pixels."""

    def narrowest(self, metrics: Metrics) -> int:
        """The least width without harm."""

    def widest(self, metrics: Metrics) -> int:
        """The width it would take if it could."""

    def height(self, metrics: Metrics, width: int) -> int:
        """The height it takes at a width."""


@dataclass(frozen=True)
class Pointer:
    """What a mouse did on a node, in pixels from the node's corner."""

    kind: Kind
    x: int
    y: int
    button: int = 1
    dx: int = 0
    dy: int = 0
    """Movement of a drag; steps of a wheel."""


class Box(TypedDict, total=False):
    """How a node lies among others. Plain lengths are design units: pixels at 1920 x 1080."""

    width: float
    height: float
    min_width: float
    max_width: float
    min_height: float
    max_height: float
    grow: float
    shrink: bool
    pad: Pad
    gap: float
    align: Align
    justify: Justify
    self_align: Align
    scroll: bool
    tip: str | Node | Callable[[], str | Node] | None
    description: str
    live: bool
    overlap: bool


class Frame(Box, total=False):
    """All that can be said of a container."""

    id: str
    role: str
    label: str
    panel: bool
    on: dict[str, Do]
    arrows: bool
    one_stop: bool
    trap: bool
    columns: int
    cell: float
    ground: str
    draw: Draw | None
    over: Draw | None


@dataclass(eq=False, slots=True, weakref_slot=True)
class Node:
    """One thing on a screen. Made afresh by `build`; the app keeps focus and scroll by id."""

    id: str = ""
    role: str = "group"
    label: str = ""  # its name for every reader; required of what can be focused
    description: str = ""
    value: str = ""
    children: list[Node] = field(default_factory=list)
    # What it does.
    do: Do | None = None
    disabled: str = ""  # why it cannot be activated now; it can still be focused, to read why
    command: str = ""  # its key, by name in the key map
    on: dict[str, Do] = field(default_factory=dict)  # commands heard while focus is in here
    typed: Callable[[str], object] | None = None  # takes text
    composing: Callable[[str], object] | None = None  # shows text an input method has not fixed
    pointer: Callable[[Pointer], object] | None = None
    tip: str | Node | Callable[[], str | Node] | None = None
    # What state it is in.
    selected: bool | None = None
    expanded: bool | None = None
    position: tuple[int, int] | None = None  # 3 of 5
    focusable: bool = False
    panel: bool = False  # a stop of F6
    one_stop: bool = False  # Tab enters once; arrows move within
    arrows: bool = False  # arrows move among the focusable things within
    trap: bool = False  # focus cannot leave it: a dialog
    inline: bool = False  # a link within a sentence
    overlap: bool = False  # may lie over its siblings: floats, pictures
    moving: Moving | None = None  # while motion is on: where it has moved since the last frame
    live: bool = False  # read out when it changes
    # How it lies.
    flow: Flow = "column"
    width: float | None = None
    height: float | None = None
    min_width: float = 0
    max_width: float | None = None
    min_height: float = 0
    max_height: float | None = None
    grow: float = 0
    shrink: bool = False  # may become lower than it would like
    pad: Pad = 0
    gap: float = 0
    align: Align = "stretch"
    justify: Justify = "start"
    self_align: Align | None = None
    scroll: bool = False
    columns: int = 1  # of a grid
    term: str = ""  # what of the codex it links to
    cell: float = 0  # of a grid: as many columns as fit of this width
    # How it looks.
    draw: Draw | None = None
    over: Draw | None = None  # drawn after its children
    leaf: Leaf | None = None
    ground: str = ""  # the theme's colour it lays under its children
    # Filled by the layout, in pixels of the window.
    rect: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    clip: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    content: int = 0  # height of what scrolls
    offset: int = 0  # how far it is moved up
    _above: ReferenceType[Node] | None = None  # weak, so that a tree is freed once it is replaced
    span: tuple[int, int] | None = None
    heights: dict[int, int] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """This node and all below, in reading order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            if node.children:
                ahead += node.children[::-1]

    def find(self, name: str) -> Node | None:
        """The node of that id at or below this one."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            if node.id == name:
                return node
            if node.children:
                ahead += node.children[::-1]
        return None

    @property
    def parent(self) -> Node | None:
        """The node it lies in, once it was laid out."""
        return self._above() if self._above is not None else None

    @parent.setter
    def parent(self, node: Node) -> None:
        self._above = ref(node)

    def ancestors(self) -> Iterator[Node]:
        """This node, its parent, and so on to the root."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    @property
    def seen(self) -> Rect:
        """The part of it that is not scrolled away."""
        return self.rect.clip(self.clip)

    @property
    def enabled(self) -> bool:
        """Whether activating it does something."""
        return self.do is not None and not self.disabled


def column(*children: Node | None, **box: Unpack[Frame]) -> Node:
    """Things one below another. None is left out, so that `cond and node` reads well."""
    return _container("column", children, box)


def row(*children: Node | None, **box: Unpack[Frame]) -> Node:
    """Things side by side."""
    box.setdefault("align", "center")
    return _container("row", children, box)


def wrap(*children: Node | None, **box: Unpack[Frame]) -> Node:
    """Things side by side, in as many lines as they need."""
    return _container("wrap", children, box)


def grid(*children: Node | None, **box: Unpack[Frame]) -> Node:
    """Things in equal columns: `columns` of them, or as many as fit of width `cell`."""
    return _container("grid", children, box)


def stack(*children: Node | None, **box: Unpack[Frame]) -> Node:
    """Things on top of one another; later ones above."""
    return _container("stack", children, box)


def spacer(grow: float = 1) -> Node:
    """Empty room that pushes things apart."""
    return Node(role="none", grow=grow)


def _container(flow: Flow, children: tuple[Node | None, ...], box: Frame) -> Node:
    kept = [child for child in children if isinstance(child, Node)]
    return Node(flow=flow, children=kept, **box)
