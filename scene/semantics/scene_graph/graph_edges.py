"""The edges of a scene graph: relations between siblings, and support and containment.

Pairs are found by proximity: each node is paired with its :data:`NEIGHBOURS` nearest siblings, within the reach of directions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.layout import Numbers
from scenewright.scene.layout.relations import (
    DIRECTION_REACH,
    FLAT,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    X,
    Y,
    Z,
    vertical_gap,
)
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph.spatial import DIRECTIONS, Bools
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.scene.semantics.scene_graph.graph import SceneGraph

__all__ = ["NEIGHBOURS", "Edge", "KnownPairs", "PairTable", "edges_of"]

NEIGHBOURS = 8
_FACED = 2
"""Only so many of the things that a node faces get an edge: the nearest."""

_BETWEEN_OF = 4
"""The number of nearest siblings of a node that are tried in pairs for *between*."""


_OF_PAIRS = ("next_to", "near", "across", *DIRECTIONS, "facing", "above", "under")
"""Relations that are judged for each pair."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of a and b (and c for between). `a`, `b`, `c`: numbers of nodes; -1: none, as for `hanging` and for walls without a node.
    `degree`: 1 where it holds exactly, 1/2 at the tolerance. `distance`: metres between nearest points; None without b."""

    kind: str
    a: int
    b: int = -1
    c: int = -1
    degree: float = 1.0
    distance: float | None = None


@dataclass(frozen=True, eq=False)
class PairTable:
    """The relations of P ordered pairs of nodes a (P,) and b (P,), from boxes: by kind, whether it `holds` (P,) and its `degree` (P,)."""

    a: Numbers
    b: Numbers
    holds: Mapping[str, Bools]
    degree: Mapping[str, FloatArray]

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class KnownPairs:
    """The pairs of the graph before a change. `count`: the number of its nodes. `number`: (N,) the number of each node there, -1 where the
    node is new or stands elsewhere."""

    table: PairTable
    count: int
    number: Numbers


def edges_of(graph: SceneGraph, known: KnownPairs | None = None) -> tuple[tuple[Edge, ...], PairTable]:
    """All edges, by kind and then by node, and the table of pairs that they come from."""
    out = _tree(graph)
    a, b, gap = _pairs(graph)
    out += _between(graph, a, b)
    table = _pair_table(graph, a, b, known)
    if a.size:
        out += _near(graph, table, gap)
    out += _walls(graph)
    return tuple(out), table


def _tree(graph: SceneGraph) -> list[Edge]:
    out = [Edge("part_of", i, n.parent) for i, n in enumerate(graph.nodes) if n.parent >= 0]
    for kind, holders in (("on", graph.rests_on), ("inside", graph.within)):
        a = np.array([i for i, some in enumerate(holders) for _ in some], dtype=np.int64)
        b = np.array([k for some in holders for k in some], dtype=np.int64)
        gaps = graph.spatial.gap(a, b) if a.size else np.zeros(0)
        out += [Edge(kind, x, y, distance=d) for x, y, d in zip(a.tolist(), b.tolist(), gaps.tolist(), strict=True)]
    return out


def _pairs(graph: SceneGraph) -> tuple[Numbers, Numbers, FloatArray]:
    """Ordered pairs of near siblings and their distances in metres. Parts of the room are siblings of the things in it."""
    groups: dict[int, list[int]] = defaultdict(list)
    for i, node in enumerate(graph.nodes):
        if i in graph.grounds or node.size[0] + node.size[2] <= 0.0:
            continue
        parent = node.parent
        while node.kind == "room" and parent > 0 and graph.nodes[parent].kind == "room":
            parent = graph.nodes[parent].parent
        groups[parent].append(i)
    firsts, seconds = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    boxes = graph.boxes
    reach = np.hypot(boxes[:, HALF_WIDTH], boxes[:, HALF_DEPTH])
    for some in groups.values():
        rows = np.array(some, dtype=np.int64)
        for part in np.array_split(rows, max(1, len(rows) // 500)):
            apart = np.hypot(boxes[part, None, X] - boxes[None, rows, X], boxes[part, None, Z] - boxes[None, rows, Z])
            apart = np.maximum(apart - reach[part, None] - reach[None, rows], 0.0) + 1e-3 * apart
            apart[part[:, None] == rows[None, :]] = np.inf
            kept = min(NEIGHBOURS, len(rows) - 1)
            if kept < 1:
                continue
            nearest = np.argpartition(apart, kept - 1, axis=1)[:, :kept]
            which, other = np.repeat(np.arange(len(part)), kept), nearest.reshape(-1)
            close = apart[which, other] <= DIRECTION_REACH
            firsts.append(part[which[close]])
            seconds.append(rows[other[close]])
    a, b = np.concatenate(firsts), np.concatenate(seconds)
    both = np.unique(np.concatenate([np.stack([a, b], 1), np.stack([b, a], 1)]), axis=0)
    a, b = both[:, 0], both[:, 1]
    gap = graph.spatial.gap(a, b) if a.size else np.zeros(0)
    return a[gap <= DIRECTION_REACH], b[gap <= DIRECTION_REACH], gap[gap <= DIRECTION_REACH]


def _pair_table(graph: SceneGraph, a: Numbers, b: Numbers, known: KnownPairs | None) -> PairTable:
    """The table of pairs a (P,) and b (P,). Known pairs are not judged again."""
    at, same = np.zeros(len(a), dtype=np.int64), np.zeros(len(a), dtype=bool)
    if known is not None and known.table.a.size:
        keys = known.table.a * known.count + known.table.b
        wanted = known.number[a] * known.count + known.number[b]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        same = (keys[at] == wanted) & (known.number[a] >= 0) & (known.number[b] >= 0)
    new = np.flatnonzero(~same)
    holds, degree = {}, {}
    for kind in _OF_PAIRS:
        held, well = np.zeros(len(a), dtype=bool), np.zeros(len(a))
        if known is not None and same.any():
            held[same], well[same] = known.table.holds[kind][at[same]], known.table.degree[kind][at[same]]
        if new.size:
            held[new] = graph.spatial.holds(kind, a[new], b[new])
            well[new] = graph.spatial.degree(kind, graph.spatial.residual(kind, a[new], b[new]))
        holds[kind], degree[kind] = held, well
    return PairTable(a, b, holds, degree)


def _near(graph: SceneGraph, table: PairTable, gap: FloatArray) -> list[Edge]:
    out = []
    a, b = table.a, table.b
    spatial = graph.spatial
    stacked = np.array(
        [y in graph.rests_on[x] or x in graph.rests_on[y] for x, y in zip(a, b, strict=True)], dtype=bool
    )
    for kind in _OF_PAIRS:
        holds = table.holds[kind].copy()
        if kind in ("next_to", "above", "under"):
            holds &= ~stacked
        if kind in ("next_to", "near"):
            holds &= a < b  # one edge for both orders
        if kind == "next_to":
            low = np.minimum(graph.boxes[a, HEIGHT], graph.boxes[b, HEIGHT]) <= FLAT
            holds &= ~low & (spatial.hung[a] == spatial.hung[b])
        if kind == "near":
            holds &= ~stacked & ~table.holds["next_to"]
        if kind == "facing":
            holds &= ~stacked & (vertical_gap(graph.boxes[a], graph.boxes[b]) < 0.0) & (graph.boxes[a, HEIGHT] > FLAT)
            holds = _nearest(a, gap, holds, _FACED)
        degrees = table.degree[kind]
        out += [
            Edge(kind, int(a[k]), int(b[k]), degree=float(degrees[k]), distance=float(gap[k]))
            for k in np.flatnonzero(holds)
        ]
    return out


def _nearest(a: Numbers, gap: FloatArray, holds: Bools, most: int) -> Bools:
    """Of the pairs that hold, the `most` nearest for each a."""
    out = np.zeros_like(holds)
    count: dict[int, int] = defaultdict(int)
    for k in np.lexsort((gap, a)).tolist():
        if holds[k] and count[int(a[k])] < most:
            count[int(a[k])] += 1
            out[k] = True
    return out


def _walls(graph: SceneGraph) -> list[Edge]:
    if graph.room is None:
        return []
    things = np.array(
        [i for i, n in enumerate(graph.nodes) if i not in graph.grounds and n.kind != "room"], dtype=np.int64
    )
    if not things.size:
        return []
    wall = {n.wall: i for i, n in enumerate(graph.nodes) if n.wall is not None and n.name.startswith("wall")}
    out = []
    spatial = graph.spatial
    hung = spatial.hung[things]
    standing = np.array(
        [not graph.rests_on[i] or bool(graph.grounds & set(graph.rests_on[i])) for i in things], dtype=bool
    )
    flush = np.stack([spatial.residual("on_wall", things, wall=name) for name in wall])
    for k, (name, number) in enumerate(wall.items()):
        gap = spatial.wall_gap(things, name)
        for kind, allowed in (("on_wall", hung & (flush[k] <= flush.min(axis=0))), ("against_wall", ~hung & standing)):
            holds = spatial.holds(kind, things, wall=name) & allowed
            degrees = spatial.degree(kind, np.minimum(spatial.residual(kind, things, wall=name), gap))
            out += [
                Edge(kind, int(things[i]), number, degree=float(degrees[i]), distance=float(gap[i]))
                for i in np.flatnonzero(holds)
            ]
    held = np.array([bool(graph.rests_on[i]) for i in things], dtype=bool)
    for kind, allowed in (("in_corner", held & standing), ("hanging", ~held & ~hung)):
        residual = spatial.residual(kind, things)
        degrees = spatial.degree(kind, residual)
        holds = spatial.holds(kind, things) & allowed
        out += [Edge(kind, int(things[k]), degree=float(degrees[k])) for k in np.flatnonzero(holds)]
    return out


def _between(graph: SceneGraph, a: Numbers, b: Numbers) -> list[Edge]:
    """Edges of *between*: for each node, the pairs of its nearest siblings, at its own height, that it is between."""
    by_node: dict[int, list[int]] = defaultdict(list)
    boxes = graph.boxes
    gap = graph.spatial.gap(a, b) if a.size else np.zeros(0)
    for k in np.lexsort((b, gap, a)).tolist():
        x, y = int(a[k]), int(b[k])
        level = boxes[x, Y] < boxes[y, Y] + boxes[y, HEIGHT] and boxes[y, Y] < boxes[x, Y] + boxes[x, HEIGHT]
        level = level and min(boxes[x, HEIGHT], boxes[y, HEIGHT]) > FLAT
        if level and graph.nodes[y].kind != "room" and len(by_node[x]) < _BETWEEN_OF:
            by_node[x].append(y)
    triples = [(x, *sorted((p, q))) for x, some in by_node.items() for k, p in enumerate(some) for q in some[k + 1 :]]
    if not triples:
        return []
    t = np.array(triples, dtype=np.int64)
    holds = graph.spatial.between(t[:, 0], t[:, 1], t[:, 2])
    distance = np.maximum(graph.spatial.gap(t[:, 0], t[:, 1]), graph.spatial.gap(t[:, 0], t[:, 2]))
    return [
        Edge("between", x, y, z, distance=d)
        for (x, y, z), d, h in zip(t.tolist(), distance.tolist(), holds.tolist(), strict=True)
        if h
    ]
