"""Writes the tree of shapes as rows of a :class:`scenewright.scene.model.NodeTable`, depth first, with the names for paths."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scenewright.scene.language.vocabulary import Cuboid, Node, Part, carve
from scenewright.scene.limits import NAME_CHARACTERS
from scenewright.scene.model import FloatArray, NodeKind, NodeTable, PrimitiveKind, slug

__all__ = ["Rows", "Strings", "lay_out"]

_IDENTITY = np.eye(4)
_NO_SPAN = (-1, -1, -1, -1)
_NAN3 = (np.nan, np.nan, np.nan)


@dataclass
class Strings:
    """A growing table of strings. Calling it gives the index of a text, -1 for None."""

    index: dict[str, int] = field(default_factory=dict)

    def __call__(self, text: str | None) -> int:
        return -1 if text is None else self.index.setdefault(text, len(self.index))


@dataclass
class Rows:
    """The growing columns of a node table."""

    parent: list[int] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    primitive: list[int] = field(default_factory=list)
    word: list[int] = field(default_factory=list)
    phrase: list[int] = field(default_factory=list)
    name: list[int] = field(default_factory=list)
    ordinal: list[int] = field(default_factory=list)
    matrix: list[FloatArray] = field(default_factory=list)
    color: list[tuple[float, float, float]] = field(default_factory=list)
    material: list[int] = field(default_factory=list)
    z: list[int] = field(default_factory=list)
    asset: list[int] = field(default_factory=list)
    span: list[tuple[int, int, int, int]] = field(default_factory=list)
    place: list[int] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def table(self) -> NodeTable:
        n = len(self.parent)
        return NodeTable(
            parent=np.array(self.parent, dtype=np.int32),
            kind=np.array(self.kind, dtype=np.uint8),
            primitive=np.array(self.primitive, dtype=np.uint8),
            word=np.array(self.word, dtype=np.int32),
            phrase=np.array(self.phrase, dtype=np.int32),
            name=np.array(self.name, dtype=np.int32),
            ordinal=np.array(self.ordinal, dtype=np.int32),
            parent_from_local=np.array(self.matrix, dtype=np.float64).reshape(n, 4, 4),
            color=np.array(self.color, dtype=np.float64).reshape(n, 3),
            material=np.array(self.material, dtype=np.int32),
            z=np.array(self.z, dtype=np.int32),
            asset=np.array(self.asset, dtype=np.int32),
            span=np.array(self.span, dtype=np.int32).reshape(n, 4),
            place=np.array(self.place, dtype=np.int32),
        )


def lay_out(root: Part, strings: Strings) -> Rows:
    """The rows of a part and of all parts below it, parents before children. Block calls become the unit blocks that remain."""
    rows = Rows()
    counters: list[dict[int, int]] = []
    stack: list[tuple[Part, int]] = [(root, -1)]
    blocks: list[int] = []
    while stack:
        part, parent = stack.pop()
        node = part.node
        if node.primitive == PrimitiveKind.BLOCK and isinstance(node.extras[0], Cuboid):
            blocks.append(len(rows.parent))
        row = len(rows.parent)
        segment = part.name if part.name is not None else slug(node.word)[:NAME_CHARACTERS]
        name = strings(segment)
        if parent < 0:
            ordinal = 0
        else:
            seen = counters[parent]
            ordinal = seen.get(name, 0)
            seen[name] = ordinal + 1
        counters.append({})
        rows.parent.append(parent)
        rows.kind.append(node.kind)
        rows.primitive.append(node.primitive)
        rows.word.append(strings(node.word))
        rows.phrase.append(strings(node.phrase))
        rows.name.append(name)
        rows.ordinal.append(ordinal)
        rows.matrix.append(_IDENTITY if part.matrix is None else part.matrix)
        rows.color.append(node.color or _NAN3)
        rows.material.append(node.material)
        own = part.z if part.z >= 0 else node.z
        rows.z.append(own if own >= 0 or parent < 0 else rows.z[parent])
        rows.asset.append(node.asset)
        s = node.span
        rows.span.append(_NO_SPAN if s is None else (s.line, s.column, s.end_line, s.end_column))
        rows.place.append(part.place)
        rows.nodes.append(node)
        if node.parts:
            stack.extend((p, row) for p in reversed(node.parts))
    return _expand_blocks(rows, blocks, strings) if blocks else rows


def _expand_blocks(rows: Rows, blocks: list[int], strings: Strings) -> Rows:
    """Make each block call a node with the unit blocks that remain of it as children."""
    world: list[FloatArray] = []
    for i, p in enumerate(rows.parent):
        world.append(rows.matrix[i] if p < 0 else world[p] @ rows.matrix[i])
    cells = dict(zip(blocks, carve([(rows.nodes[i].extras[0], world[i]) for i in blocks]), strict=True))
    out = Rows()
    where: dict[int, int] = {}
    block_name = strings("block")
    columns = [name for name in Rows.__dataclass_fields__ if name != "parent"]
    for i, p in enumerate(rows.parent):
        row = where[i] = len(out.parent)
        out.parent.append(-1 if p < 0 else where[p])
        for column in columns:
            getattr(out, column).append(getattr(rows, column)[i])
        if i not in cells:
            continue
        out.primitive[row] = PrimitiveKind.NONE
        out.matrix[row] = _IDENTITY
        local_from_world = np.linalg.inv(_IDENTITY if p < 0 else world[p])
        for k, centre in enumerate(cells[i]):
            m = np.eye(4)
            m[:3, 3] = centre
            out.parent.append(row)
            for column in columns:
                getattr(out, column).append(getattr(rows, column)[i])
            out.primitive[-1] = PrimitiveKind.BLOCK
            out.name[-1], out.ordinal[-1] = block_name, k
            out.matrix[-1] = local_from_world @ m
            out.place[-1] = -1
            out.nodes[-1] = _PLAIN_BLOCK
    return out


_PLAIN_BLOCK = Node(NodeKind.PRIMITIVE, "block", total=1)
