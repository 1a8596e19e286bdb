"""The scene graph: the things of a scene, and the spatial relations between them.

Nodes are all things with a name: entities, groups, catalogue objects, parts of captures and of the room, but no single primitives.
Edges are relations in the manner of SceneVerse (Jia et al., ECCV 2024, section 3.2: support, inside, hanging, near, directions,
between), decided by :mod:`scenewright.scene.semantics.scene_graph.spatial` and
:mod:`scenewright.scene.semantics.scene_graph.contacts`. They join siblings, and things that rest on or are inside one another.
:attr:`SceneGraph.spatial` judges any other pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.geometry import SceneGeometry, scene_geometry, standing_boxes
from scenewright.scene.layout import Numbers
from scenewright.scene.layout.bodies import is_looked_over
from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, HEIGHT, HUNG, SIN, WALLS, X, Y, Z, boxes_at
from scenewright.scene.model import Camera, FloatArray, IntArray, NodeKind, Room, Scene, Vec3
from scenewright.scene.semantics.looks import MainColor, SurfaceLooks
from scenewright.scene.semantics.scene_graph.contacts import faces_of, resting, with_boxes
from scenewright.scene.semantics.scene_graph.graph_edges import Edge, edges_of
from scenewright.scene.semantics.scene_graph.graph_sources import (
    GraphSources,
    Reuse,
    Surfaces,
    areas,
    by_thing,
    reuse_of,
    surfaces_below,
    surrounding,
)
from scenewright.scene.semantics.scene_graph.spatial import Bools, Spatial, turned_box
from scenewright.scene.semantics.words import title_of_asset, words_of_asset
from scenewright.scene.short_repr import short_repr

__all__ = ["GRAPH_TRIANGLES", "Edge", "GraphNode", "SceneGraph", "scene_graph"]

GRAPH_TRIANGLES = 400_000
"""Curved surfaces are coarser than in pictures: what rests on what does not ask for more."""

_SLAB = 0.7
"""Out of doors, a thin thing below all others that covers more than this share of the scene's footprint is the ground."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """One thing. `row`: its row in the scene. `word`: its kind, with spaces. `words`: all that the scene says of it: word, name, phrase,
    catalogue title and request, identity. `kind`: entity, group, asset, splat or room. `parent`: its number in the graph, -1 for none.
    `position`: centre of the bottom, world frame, metres. `size`: width, height, depth along its own axes, metres. `front`: degrees from
    +z toward +x. `surface`: physical words (metal, glass, glowing) that hold for most of its surface. `wall`: the wall that it is or is
    in; only for doors, windows and walls. `looks_back`: whether people are at its front and look over it, as at a desk: what they look at
    is what it faces."""

    row: int
    path: str
    word: str
    words: tuple[str, ...]
    kind: str
    parent: int
    position: Vec3
    size: Vec3
    front: float
    surface: tuple[str, ...] = ()
    wall: str | None = None
    looks_back: bool = False

    @property
    def name(self) -> str:
        """The last segment of the path."""
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, eq=False)
class SceneGraph:
    """The graph of N nodes. `boxes`: (N, 8). `end`: (N,) the nodes below node i in the tree are i + 1 up to but not including end[i].
    `rests_on`: for each node the nodes that support it, parts and their wholes. `within`: for each node the nodes that it is inside."""

    nodes: tuple[GraphNode, ...]
    boxes: FloatArray
    end: IntArray
    rests_on: tuple[tuple[int, ...], ...]
    within: tuple[tuple[int, ...], ...]
    edges: tuple[Edge, ...]
    spatial: Spatial
    room: Room | None
    units: str | None
    seed: int = 0
    notes: tuple[str, ...] = ()
    by_path: dict[str, int] = field(default_factory=dict)
    sources: GraphSources | None = field(default=None, repr=False)
    """What the graph was made from. The next graph reuses what did not change."""
    looks: SurfaceLooks | None = field(default=None, repr=False)
    known_colors: dict[int, MainColor | None] = field(default_factory=dict, repr=False)
    """Node -> its main color, as far as it was asked for."""

    __repr__ = short_repr

    def __len__(self) -> int:
        return len(self.nodes)

    def main_color(self, i: int) -> MainColor | None:
        """The color of most of a node's visible surface; None without a surface. It is computed when it is first asked for."""
        if i not in self.known_colors:
            self.known_colors[i] = None if self.looks is None else self.looks.main_color(self.nodes[i].row)
        return self.known_colors[i]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each node, the nodes directly below it."""
        out: list[list[int]] = [[] for _ in self.nodes]
        for i, node in enumerate(self.nodes):
            if node.parent >= 0:
                out[node.parent].append(i)
        return tuple(tuple(some) for some in out)

    def holds(self, a: int, b: int) -> bool:
        """Whether b is below a in the tree."""
        return a < b < int(self.end[a])

    def related(self, a: int, b: int) -> bool:
        """Whether a and b are the same node, or one is below the other in the tree."""
        return a == b or self.holds(a, b) or self.holds(b, a)

    def topmost(self, some: Iterable[int]) -> list[int]:
        """The nodes that are not below another of these nodes in the tree."""
        kept = sorted(set(some))
        chosen = set(kept)
        out = []
        for i in kept:
            above = self.nodes[i].parent
            while above >= 0 and above not in chosen:
                above = self.nodes[above].parent
            if above < 0:
                out.append(i)
        return out

    def stands_on(self, a: int, b: int) -> bool:
        """Whether a rests on b, directly or through other nodes."""
        seen, todo = set(), list(self.rests_on[a])
        while todo:
            at = todo.pop()
            if at == b:
                return True
            if at not in seen:
                seen.add(at)
                todo.extend(self.rests_on[at])
        return False

    @cached_property
    def grounds(self) -> frozenset[int]:
        """The nodes that everything stands on or in: the whole scene, the room, its floor and walls; out of doors a slab below everything.
        People would not name them in a list of things."""
        out = {0} if self.nodes else set()
        rooms = [i for i, node in enumerate(self.nodes) if node.kind == "room"]
        out.update(i for i in rooms if not self.nodes[i].name.startswith(("door", "window")))
        for i in rooms:
            while (i := self.nodes[i].parent) >= 0:
                out.add(i)
        if not rooms and self.nodes:
            area = self.boxes[:, HALF_WIDTH] * self.boxes[:, HALF_DEPTH]
            low = self.boxes[:, Y].min()
            flat = (
                (area > _SLAB * area[0])
                & (self.boxes[:, HEIGHT] < 0.1 * np.sqrt(area))
                & (self.boxes[:, Y] < low + 0.05)
            )
            out.update(np.flatnonzero(flat).tolist())
        return frozenset(out)

    @property
    def unit(self) -> str:
        """The unit of lengths, for people: m, or units where it is unknown."""
        return "m" if self.units == "m" else "units"


def scene_graph(
    scene: Scene,
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    geometry: SceneGeometry | None = None,
    edges: bool = True,
    before: SceneGraph | None = None,
    camera: Camera | None = None,
) -> SceneGraph:
    """The graph of a scene.

    Args:
        provider: the source of catalogue objects; without one their hulls stand for them.
        root: the scene folder, for textures.
        geometry: the geometry of this scene, if it exists already.
        edges: whether to list the relations of siblings, which questions do not need.
        before: the graph of the scene before a change. What the change did not touch is reused; the result is the same.
        camera: the main view, which decides left and right in the picture; None: the scene's first camera.
    """
    rows = np.array([e.index for e in scene.entities()], dtype=np.int64)
    if geometry is None:
        geometry = scene_geometry(scene, provider=provider, root=root, max_triangles=GRAPH_TRIANGLES, note_splats=False)
    poses, sizes = standing_boxes(scene, rows)
    boxes = boxes_at(poses, sizes[:, [0, 2]] / 2.0, sizes[:, 1])
    walls = [_wall_of(scene, int(row)) for row in rows]
    for i, wall in enumerate(walls):
        if wall is not None:
            boxes[i] = turned_box(boxes[i], {"back": 0, "left": 1, "front": 2, "right": 3}[wall])
    first = rows.astype(np.int32)
    last = np.array([scene.subtree_end(int(r)) for r in rows], dtype=np.int32)
    end = np.searchsorted(rows, last).astype(np.int32)
    reuse = None if before is None else reuse_of(before.sources, scene, geometry, rows, boxes)
    area = areas(geometry, reuse)
    looks = SurfaceLooks(scene, geometry, area)
    nodes, kept = _nodes(scene, looks, rows, boxes, walls, () if before is None else before.nodes, reuse)
    captured = scene.nodes.kind[rows] == NodeKind.SPLAT
    faces = None
    if reuse is None:
        faces = with_boxes(faces_of(geometry), boxes[captured], first[captured])
        loose = np.array([bool(captured[i : end[i]].any()) for i in range(len(rows))], dtype=bool)
        below = by_thing(len(rows), resting(faces, boxes, first, last, loose=loose))
    else:
        below = surfaces_below(geometry, boxes, first, last, reuse)
    rests = _rests_on(nodes, end, below, first, last)
    openings = np.array([n.wall is not None and not n.name.startswith("wall") for n in nodes], dtype=bool)
    hung = _hung(Spatial(boxes, scene.room), nodes, rests)
    view = camera or (scene.cameras[0] if scene.cameras else None)
    looks_back = np.array([n.looks_back for n in nodes], dtype=bool)
    spatial = Spatial(boxes, scene.room, view, hung=hung, openings=openings, looks_back=looks_back)
    pairs = _maybe_within(spatial, nodes, end, rests)
    about = surrounding(geometry, faces, boxes, first, last, pairs, reuse)
    graph = SceneGraph(
        nodes=nodes,
        boxes=boxes,
        end=end,
        rests_on=rests,
        within=_within(len(nodes), about),
        edges=(),
        spatial=spatial,
        room=scene.room,
        units=scene.units,
        seed=scene.seed,
        notes=geometry.warnings,
        by_path={n.path: i for i, n in enumerate(nodes)},
        looks=looks,
        known_colors={i: before.known_colors[k] for i, k in kept if k in before.known_colors}
        if before is not None
        else {},
    )
    listed: tuple[Edge, ...] = ()
    table = None
    if edges:
        known = None
        if reuse is not None and before is not None:
            known = reuse.known_pairs(hung, openings, before.spatial.openings)
        listed, table = edges_of(graph, known)
    sources = GraphSources(scene, geometry, rows, boxes, area, below, about, hung, table)
    return replace(graph, edges=listed, sources=sources)


# -- nodes --------------------------------------------------------------------------------------------------------------


def _nodes(
    scene: Scene,
    looks: SurfaceLooks,
    rows: Numbers,
    boxes: FloatArray,
    walls: Sequence[str | None],
    before: Sequence[GraphNode],
    reuse: Reuse | None,
) -> tuple[tuple[GraphNode, ...], list[tuple[int, int]]]:
    """All nodes, and the numbers (now, before) of those that are taken from `before`, the nodes of the graph that is reused."""
    number = {int(row): i for i, row in enumerate(rows)}
    out = []
    kept = np.zeros(len(rows), dtype=bool) if reuse is None else reuse.same.said & reuse.same.look & reuse.standing
    for i, row in enumerate(rows.tolist()):
        if kept[i]:
            assert reuse is not None
            node = before[int(reuse.same.number[i])]
            parent_row = int(scene.nodes.parent[row])
            place = {"row": row, "parent": number.get(parent_row, -1)}
            out.append(node if (node.row, node.parent) == tuple(place.values()) else replace(node, **place))
            continue
        entity = scene.entity(row)
        parent = entity.parent
        box = boxes[i]
        out.append(
            GraphNode(
                row=row,
                path=entity.path,
                word=entity.word.replace("_", " ").strip(),
                words=_words(scene, row),
                kind=NodeKind(entity.kind).name.lower(),
                parent=-1 if parent is None else number[parent.index],
                position=(float(box[X]), float(box[Y]), float(box[Z])),
                size=(2.0 * float(box[HALF_WIDTH]), float(box[HEIGHT]), 2.0 * float(box[HALF_DEPTH])),
                front=float(np.rad2deg(np.arctan2(box[SIN], box[COS]))),
                surface=looks.surface(row),
                wall=walls[i],
                looks_back=is_looked_over(scene, row),
            )
        )
    if reuse is None:
        return tuple(out), []
    return tuple(out), [(i, int(reuse.same.number[i])) for i in np.flatnonzero(kept).tolist()]


def _words(scene: Scene, row: int) -> tuple[str, ...]:
    entity = scene.entity(row)
    said = [entity.word, entity.name, entity.phrase or ""]
    if entity.asset is not None:
        said += [title_of_asset(entity) or "", words_of_asset(entity) or ""]
    if entity.embedding is not None:
        said.append(entity.embedding.words or "")
    return tuple(dict.fromkeys(" ".join(s.replace("_", " ").split()) for s in said if s.strip()))


def _wall_of(scene: Scene, row: int) -> str | None:
    """The wall that a part of the room is or is in; None for other parts."""
    entity = scene.entity(row)
    if entity.kind is not NodeKind.ROOM or scene.room is None:
        return None
    name = entity.name
    if name.removeprefix("wall_") in WALLS and name.startswith("wall_"):
        return name.removeprefix("wall_")
    alike = [o for o in scene.room.openings if o.kind == name]
    ordinal = int(scene.nodes.ordinal[row])
    return alike[ordinal].wall if ordinal < len(alike) else None


# -- holds --------------------------------------------------------------------------------------------------------------


def _rests_on(
    nodes: Sequence[GraphNode], end: IntArray, below: Sequence[Surfaces], first: IntArray, last: IntArray
) -> tuple[tuple[int, ...], ...]:
    """The nodes of supporting surfaces: the node of a surface and the wholes that it is a part of. A whole that also contains the thing
    counts only if the surface is the whole's own."""
    out: list[dict[int, None]] = [{} for _ in nodes]
    for a, row in ((a, row) for a, some in enumerate(below) for row, _ in some):
        if nodes[a].kind == "room":
            continue
        owner = int(np.searchsorted(first, row, side="right")) - 1
        while row >= int(last[owner]):
            owner = nodes[owner].parent
        if owner < a < int(end[owner]):
            out[a][owner] = None
            continue
        while owner >= 0 and not owner <= a < int(end[owner]):
            out[a][owner] = None
            owner = -1 if nodes[owner].kind == "room" else nodes[owner].parent
    return tuple(tuple(some) for some in out)


def _hung(spatial: Spatial, nodes: Sequence[GraphNode], rests: Sequence[Sequence[int]]) -> Bools:
    """(N,) whether a node hangs on a wall: it is at the wall, and nothing below supports it."""
    free = np.array(
        [not r and n.kind != "room" and n.parent >= 0 for r, n in zip(rests, nodes, strict=True)], dtype=bool
    )
    at_wall = spatial.holds("on_wall", np.arange(len(nodes)))
    hung: Bools = free & at_wall & (spatial.boxes[:, Y] > HUNG)
    return hung


def _maybe_within(
    spatial: Spatial, nodes: Sequence[GraphNode], end: IntArray, rests: Sequence[Sequence[int]]
) -> tuple[Numbers, Numbers]:
    """Pairs of nodes of which the first is within the box of the second. A thing that stands on something else is not in it (a bin under
    a desk, on the floor)."""
    boxes = spatial.boxes
    volume = boxes[:, HALF_WIDTH] * boxes[:, HALF_DEPTH] * boxes[:, HEIGHT]
    things = np.array(
        [i for i, n in enumerate(nodes) if n.kind != "room" and n.parent >= 0 and volume[i] > 0.0], dtype=np.int64
    )
    pairs: list[Numbers] = []
    reach = np.hypot(boxes[:, HALF_WIDTH], boxes[:, HALF_DEPTH])
    for some in np.array_split(things, max(1, len(things) // 500)):
        apart = np.hypot(boxes[some, None, X] - boxes[None, things, X], boxes[some, None, Z] - boxes[None, things, Z])
        middle = boxes[some, Y] + boxes[some, HEIGHT] / 2.0
        low, high = boxes[things, Y], boxes[things, Y] + boxes[things, HEIGHT]
        near = (apart < reach[things]) & (middle[:, None] > low) & (middle[:, None] < high + boxes[some, None, HEIGHT])
        near &= volume[some, None] < volume[None, things]
        i, j = np.nonzero(near)
        pairs.append(np.stack([some[i], things[j]]))
    a, b = np.concatenate([np.zeros((2, 0), dtype=np.int64), *pairs], axis=1)
    strange = ~((b < a) & (a < end[b])) & ~((a < b) & (b < end[a])) & (a != b)
    a, b = a[strange], b[strange]
    held = [not rests[x] or y in rests[x] or _rests_within(x, y, rests) for x, y in zip(a, b, strict=True)]
    a, b = a[np.array(held, dtype=bool)], b[np.array(held, dtype=bool)]
    fits = spatial.holds("inside", a, b) if a.size else np.zeros(0, dtype=bool)
    return a[fits], b[fits]


def _within(count: int, about: Mapping[tuple[int, int], bool]) -> tuple[tuple[int, ...], ...]:
    """For each of `count` nodes, the nodes that it is inside: those whose surfaces surround it."""
    out: list[list[int]] = [[] for _ in range(count)]
    for (x, y), inside in sorted(about.items()):
        if inside:
            out[x].append(y)
    return tuple(tuple(some) for some in out)


def _rests_within(a: int, b: int, rests: Sequence[Sequence[int]]) -> bool:
    """Whether a rests on something that rests on b, such as the second book of a stack in a box."""
    return any(b in rests[c] for c in rests[a])
