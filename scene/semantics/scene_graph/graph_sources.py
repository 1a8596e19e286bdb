"""The data that a scene graph was made from, and what of it the next graph reuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.layout import Numbers
from scenewright.scene.layout.relations import HEIGHT
from scenewright.scene.model import FloatArray, IntArray, Scene
from scenewright.scene.semantics.looks import instance_areas
from scenewright.scene.semantics.scene_graph.contacts import (
    MOST_FACES,
    Faces,
    drop_points,
    faces_of,
    resting,
    surrounded,
)
from scenewright.scene.semantics.scene_graph.graph_edges import KnownPairs, PairTable
from scenewright.scene.semantics.scene_graph.unchanged import Unchanged, instance_rectangles, unchanged
from scenewright.scene.short_repr import short_repr

__all__ = ["GraphSources", "Reuse", "Surfaces", "areas", "by_thing", "reuse_of", "surfaces_below", "surrounding"]

Bools = npt.NDArray[np.bool_]
Surfaces = tuple[tuple[int, float], ...]
"""The supporting surfaces of one thing: (row of the surface's node, metres that the thing is above it)."""

_MOST_FRESH = 0.5
"""If more than this share of the things must be judged again, all are, since choosing the faces for some costs more than it saves."""


@dataclass(frozen=True, eq=False)
class GraphSources:
    """The data of a graph with N nodes and I instances. `rows`: (N,) of the nodes in the scene. `boxes`: (N, 8). `area`: (I,) surface areas
    of the instances. `rests`: for each node the result of :func:`resting`. `about`: (a, b) -> whether the surfaces of b surround a. `hung`:
    (N,) whether a node hangs on a wall. `pairs`: None for a graph without edges."""

    scene: Scene
    geometry: SceneGeometry
    rows: Numbers
    boxes: FloatArray
    area: FloatArray
    rests: tuple[Surfaces, ...]
    about: Mapping[tuple[int, int], bool]
    hung: Bools
    pairs: PairTable | None

    __repr__ = short_repr


@dataclass(frozen=True, eq=False)
class Reuse:
    """What a graph reuses of the one before. `standing`: (N,) whether the box of a node is where it was."""

    before: GraphSources
    same: Unchanged
    standing: Bools

    def known_pairs(self, hung: Bools, openings: Bools, openings_before: Bools) -> KnownPairs | None:
        """The pairs whose relations need not be judged again; None without any."""
        if self.before.pairs is None:
            return None
        number = np.maximum(self.same.number, 0)
        steady = self.standing & (hung == self.before.hung[number]) & (openings == openings_before[number])
        return KnownPairs(self.before.pairs, len(self.before.rows), np.where(steady, self.same.number, -1))


def reuse_of(
    before: GraphSources | None, scene: Scene, geometry: SceneGeometry, rows: Numbers, boxes: FloatArray
) -> Reuse | None:
    """What can be reused; None where everything is made anew."""
    if before is None or max(geometry.triangles, before.geometry.triangles) > MOST_FACES:
        return None
    same = unchanged((before.scene, before.geometry, before.rows), (scene, geometry, rows))
    if same is None:
        return None
    was = before.boxes[np.maximum(same.number, 0)]
    return Reuse(before, same, (same.number >= 0) & (boxes == was).all(axis=1))


def areas(geometry: SceneGeometry, reuse: Reuse | None) -> FloatArray:
    """(I,) surface area of each instance."""
    if reuse is None:
        return instance_areas(geometry)
    kept = reuse.same.instance >= 0
    out = instance_areas(geometry, ~kept)
    out[kept] = reuse.before.area[reuse.same.instance[kept]]
    return out


def surfaces_below(
    geometry: SceneGeometry, boxes: FloatArray, first: IntArray, last: IntArray, reuse: Reuse
) -> tuple[Surfaces, ...]:
    """What each thing rests on. A thing is judged again if it moved, or if surfaces changed over or below its :func:`drop_points`."""
    points = drop_points(boxes)[..., [0, 2]]
    low, high = points.min(axis=1), points.max(axis=1)
    fresh = (~reuse.standing | reuse.same.near_changes(low, high)) & (boxes[:, HEIGHT] > 0.0)
    old_rests, row = reuse.before.rests, reuse.same.row
    out: list[list[tuple[int, float]]] = [[] for _ in boxes]
    for i in np.flatnonzero(~fresh & (boxes[:, HEIGHT] > 0.0)).tolist():
        out[i] = [(int(row[r]), gap) for r, gap in old_rests[int(reuse.same.number[i])]]
    chosen = None
    if fresh.mean() <= _MOST_FRESH:
        rectangles = instance_rectangles(geometry, np.arange(len(geometry)))
        chosen = np.zeros(len(geometry), dtype=bool)
        for i in np.flatnonzero(fresh):
            chosen |= ((rectangles[:, 0] <= high[i]) & (rectangles[:, 1] >= low[i])).all(axis=1)
    if fresh.any():
        for a, b, gap in resting(faces_of(geometry, chosen), boxes, first, last, only=fresh):
            out[a].append((b, gap))
    return tuple(tuple(some) for some in out)


def by_thing(count: int, found: Sequence[tuple[int, int, float]]) -> tuple[Surfaces, ...]:
    """The result of :func:`resting`, grouped by each of `count` things."""
    out: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for a, b, gap in found:
        out[a].append((b, gap))
    return tuple(tuple(some) for some in out)


def surrounding(
    geometry: SceneGeometry,
    faces: Faces | None,
    boxes: FloatArray,
    first: IntArray,
    last: IntArray,
    pairs: tuple[Numbers, Numbers],
    reuse: Reuse | None,
) -> dict[tuple[int, int], bool]:
    """For pairs of things a (K,) and b (K,), whether the surfaces of b surround a. `faces`: all faces; None: they are made as needed."""
    a, b = pairs
    out: dict[tuple[int, int], bool] = {}
    if reuse is not None:
        number, holds = reuse.same.number, reuse.standing[a] & reuse.same.shape[b]
        for x, y, steady in zip(a.tolist(), b.tolist(), holds.tolist(), strict=True):
            known = reuse.before.about.get((int(number[x]), int(number[y]))) if steady else None
            if known is not None:
                out[x, y] = known
    asked = np.array([(x, y) not in out for x, y in zip(a.tolist(), b.tolist(), strict=True)], dtype=bool)
    a, b = a[asked], b[asked]
    if not a.size:
        return out
    if faces is None:
        near = np.zeros(len(geometry), dtype=bool)
        for y in np.unique(b):
            near |= (geometry.entity >= first[y]) & (geometry.entity < last[y])
        faces = faces_of(geometry, near)
    about = surrounded(faces, boxes, first, last, a, b)
    out.update({(x, y): bool(v) for x, y, v in zip(a.tolist(), b.tolist(), about.tolist(), strict=True)})
    return out
