"""Reading YAML: safe whatever the bytes, with the line and column of every value.

Scalars are those of YAML 1.2 (`no` and `12:30` are text), keys are always text, and what makes
files hard to read or dangerous is refused: aliases, anchors, tags, merge keys, duplicate keys,
several documents. A value is built from the parser's events in one loop without recursion, since
both of PyYAML's composers recurse and the C one crashes Python on a hundred thousand brackets.
"""

from __future__ import annotations

MOST_BYTES = 1 << 20
MOST_DEPTH = 32
MOST_NODES = 100_000
MOST_FINDINGS = 100
LONGEST_NUMBER = 40

Path_ = tuple[str | int, ...]
