"""What is wrong with how a screen looks and is reached: on the tree of nodes and on its pixels.

`faults(app)` is empty for a screen that is fit to be shown. It looks at the topmost layer, since
what a dialog covers cannot be used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from pygame import Rect, Surface

from game.ui import focus
from game.ui.app import App
from game.ui.driving import press
from game.ui.metrics import LEAST_TARGET
from game.ui.node import Node
from game.ui.theme import TYPES, Colour
from game.ui.widgets.words import Prose, Words
from game.ui.written import SLACK, Written, most_of, written

LEAST_CONTRAST, LEAST_CONTRAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 24.0, 18.66
"""Sizes of type from which the lower contrast is enough."""


def faults(app: App, surface: Surface | None = None) -> list[str]:
    """All that is wrong with what is shown now. The focus is moved, and put back."""
    picture = surface or Surface(app.size)
    app.settle()
    app.looks.show_focus = False
    app.frame(app.now, picture)
    top = app.modal
    found = [*names(top), *outside(app, top), *overlaps(top), *cut(app, top), *targets(top)]
    found += [*contrasts(app, top, picture), *drawings(app, top, picture)]
    return [*found, *reach(app)]


def names(root: Node) -> Iterator[str]:
    """Things without a name, and names given twice."""
    for node in root.walk():
        if node.focusable and not node.label.strip():
            yield f"{_who(node)}: has no label for those who do not see it"
        if node.focusable and node.id.startswith("@"):
            yield f"{_who(node)}: {node.label!r} needs an id of its own, to keep the focus"
    ids = Counter(node.id for node in root.walk() if node.id)
    yield from (f"{name}: {count} nodes have this id" for name, count in ids.items() if count > 1)


def outside(app: App, root: Node) -> Iterator[str]:
    """Things that stick out of what holds them, or of the window, where nothing scrolls."""
    for node in root.walk():
        for child in node.children:
            room = node.rect.inflate(2 * SLACK, 2 * SLACK)
            if node.scroll or child.overlap or not child.rect.w or not child.rect.h:
                room = Rect(node.rect.x - SLACK, -(10**6), node.rect.w + 2 * SLACK, 2 * 10**6)
            if not child.inline and child.rect.w and not room.contains(child.rect):
                yield f"{_who(child)}: sticks out of {_who(node)} ({child.rect} in {node.rect})"
    if not Rect((0, 0), app.size).contains(root.rect):
        yield f"{_who(root)}: is larger than the window"


def overlaps(root: Node) -> Iterator[str]:
    """Siblings that lie over each other, unless they are meant to."""
    for node in root.walk():
        if node.flow == "stack" or node.leaf is not None:
            continue
        shown = [child for child in node.children if not child.overlap and child.rect.size > (0, 0)]
        for one, two in combinations(shown, 2):
            if _meet(one.rect, two.rect):
                yield f"{_who(one)} and {_who(two)} overlap by {one.rect.clip(two.rect).size}"


def cut(app: App, root: Node) -> Iterator[str]:
    """Texts that are not shown whole, and that nothing else tells whole."""
    for node in root.walk():
        leaf = node.leaf
        if leaf is None:
            continue
        tall = leaf.height(app.metrics, node.rect.w)
        if node.rect.h + SLACK < tall:
            yield f"{_who(node)}: {node.label!r} is cut in height ({node.rect.h} of {tall})"
        told = any(up.tip is not None for up in node.ancestors())
        if isinstance(leaf, Words) and leaf.cut(app.metrics, node.rect.w) and not told:
            yield f"{_who(node)}: {node.label!r} is shortened, and no tooltip has the whole"
        if isinstance(leaf, Prose) and leaf.narrowest(app.metrics) > node.rect.w + SLACK:
            yield f"{_who(node)}: a word of {node.label!r} is wider than its room"


def targets(root: Node) -> Iterator[str]:
    """Things to be hit that are too small; links within sentences may be."""
    for node in root.walk():
        small = min(node.rect.size) < LEAST_TARGET
        if node.focusable and not node.inline and small:
            yield f"{_who(node)}: is {node.rect.w} x {node.rect.h}, less than {LEAST_TARGET}"


def contrasts(app: App, root: Node, picture: Surface) -> Iterator[str]:
    """Texts that stand out too little from what is behind them, by the pixels."""
    mark = root.find("coach")
    for node in root.walk():
        leaf = node.leaf
        if not isinstance(leaf, Words | Prose) or not node.label.strip():
            continue
        if mark is not None and mark.rect.colliderect(node.rect) and mark not in node.ancestors():
            continue  # a coach's remark lies over it, until it is heard
        seen = node.seen.clip(picture.get_rect())
        if seen.w < 4 or seen.h < node.rect.h // 2:
            continue
        ratio = contrast(app.theme.colour(leaf.shade), ground_of(picture, seen))
        if ratio < least_contrast(leaf.style, app.metrics.text_scale):
            yield f"{_who(node)}: {node.label!r} has a contrast of {ratio:.2f} only"


def drawings(app: App, root: Node, picture: Surface) -> Iterator[str]:
    """Texts within drawings that are cut off, shortened, covered, or stand out too little.

    They may be shortened where the whole is told: by a tooltip, or by a chart's table.
    """
    found = [(node, each) for node, texts in written(app, root, picture) for each in texts]
    for node, each in found:
        told = node.role == "image" or any(up.tip is not None for up in node.ancestors())
        yield from (f"{_who(node)}: {each.words!r} {why}" for why in _weak(app, each))
        if each.shortened and not told:
            yield f"{_who(node)}: {each.words!r} is shortened, and no tooltip has the whole"
    for (node, one), (_other, two) in combinations(found, 2):
        if _meet(one.rect, two.rect) and one.words != two.words:
            yield f"{_who(node)}: {one.words!r} is written over {two.words!r}"
    yield from _covered(root, found)


def _covered(root: Node, found: list[tuple[Node, Written]]) -> Iterator[str]:
    """Names below discs and the like, on which lies another thing to be hit."""
    hot = [node for node in root.walk() if node.focusable and not node.children]
    for node, each in found:
        for other in hot:
            if other is not node and other.parent is node.parent and _meet(each.rect, other.rect):
                yield f"{_who(node)}: {each.words!r} meets {_who(other)}"


def _meet(one: Rect, two: Rect) -> bool:
    common = one.clip(two)
    return common.w > SLACK and common.h > SLACK


def _weak(app: App, text: Written) -> Iterator[str]:
    if text.cut:
        yield "is cut off"
    ratio = contrast(text.shade, text.ground)
    if ratio < least_contrast(text.style, app.metrics.text_scale):
        yield f"has a contrast of {ratio:.2f} only"


def least_contrast(style: str, text_scale: float = 1.0) -> float:
    """What a type must have at least."""
    kind = TYPES[style]
    size, bold = kind.size * text_scale, "SemiBold" in kind.face
    return LEAST_CONTRAST_LARGE if size >= (LARGE_BOLD if bold else LARGE) else LEAST_CONTRAST


def ground_of(picture: Surface, rect: Rect) -> Colour:
    """The colour there is most of: what a text stands on."""
    return most_of(picture, rect) or (0, 0, 0)


def contrast(one: Colour, two: Colour) -> float:
    """The ratio of WCAG 2.2 between two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """How light a colour is, from 0 to 1 (WCAG 2.2)."""
    parts = [value / 255 for value in colour]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def reach(app: App) -> Iterator[str]:
    """What Tab, and arrows within groups of one stop, do not come to; what they show nothing of."""
    before, show = app.looks.focus, app.looks.show_focus
    expected = {node.id for node in focus.reachable(app.ground)}
    visited: set[str] = set()
    app.looks.focus = ""
    for _ in range(len(expected) + 1):
        press(app, app.keymap.first("next"))
        node = app.focused
        if node is None or node.id in visited:
            break
        visited |= {node.id, *_by_arrows(app, node)}
        if not node.seen.w or not node.seen.h:
            yield f"{_who(node)}: has the focus, but is out of sight"
    yield from (f"{name}: Tab does not come to it" for name in sorted(expected - visited))
    app.looks.show_focus = show
    app.set_focus(before)


def _by_arrows(app: App, start: Node) -> set[str]:
    """What arrows come to within a group that Tab enters once."""
    group = next((node for node in start.ancestors() if node.one_stop), None)
    if group is None:
        return set()
    found, queue = {start.id}, [start]
    while queue:
        here = queue.pop()
        for way in focus.WAYS.values():
            node = focus.beside(group, here, way)
            if node is not None and node.id not in found:
                found.add(node.id)
                queue.append(node)
    return found


def leads_back(app: App, presses: int = 8) -> bool:
    """Whether Esc closes everything open and comes to the screen below, or asks to leave."""
    depth = len(app.screens)
    for _ in range(presses):
        level = (len(app.screens), len(app.dialogs), len(app.tips))
        press(app, app.keymap.first("back"))
        if len(app.screens) < depth or len(app.dialogs) > level[1]:
            return True
        if (len(app.screens), len(app.dialogs), len(app.tips)) == level:
            return False
    return False


def _who(node: Node) -> str:
    if node.id:
        return node.id
    above = next((up.id for up in node.ancestors() if up.id), "?")
    return f"{node.role} in {above}"
