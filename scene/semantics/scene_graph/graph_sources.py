"""What a scene graph was made of, and how much of it holds for the next one."""

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

__all__ = ["GraphSources", "Reuse", "Surfaces", "areas", "by_thing", "reuse_of", "surfaces_below", "surrounding"]

Bools = npt.NDArray[np.bool_]
Surfaces = tuple[tuple[int, float], ...]
"""Of one thing: rows of the nodes on whose surfaces it rests, and metres that it is above them."""

_MOST_FRESH = 0.5
"""Share of the things that are asked anew from which all are: to choose the faces for them costs more than it saves."""


@dataclass(frozen=True, eq=False)
class GraphSources:
    """`rows`: (N,) of the nodes. `boxes`: (N, 8). `area`: (I,) surface of the instances. `rests`: of each node what :func:`resting` found.
    `about`: pairs of nodes by whether the surfaces of the second are about the first. `hung`: (N,). `pairs`: None where no edges were
    made."""

    scene: Scene
    geometry: SceneGeometry
    rows: Numbers
    boxes: FloatArray
    area: FloatArray
    rests: tuple[Surfaces, ...]
    about: Mapping[tuple[int, int], bool]
    hung: Bools
    pairs: PairTable | None


@dataclass(frozen=True, eq=False)
class Reuse:
    """What of a graph before holds for this one. `standing`: (N,) whether the box of a node is where it was."""

    before: GraphSources
    same: Unchanged
    standing: Bools

    def known_pairs(self, hung: Bools, openings: Bools, openings_before: Bools) -> KnownPairs | None:
        """Pairs whose relations need not be asked again."""
        if self.before.pairs is None:
            return None
        number = np.maximum(self.same.number, 0)
        steady = self.standing & (hung == self.before.hung[number]) & (openings == openings_before[number])
        return KnownPairs(self.before.pairs, len(self.before.rows), np.where(steady, self.same.number, -1))


def reuse_of(
    before: GraphSources | None, scene: Scene, geometry: SceneGeometry, rows: Numbers, boxes: FloatArray
) -> Reuse | None:
    """None where all is made anew."""
    if before is None or max(geometry.triangles, before.geometry.triangles) > MOST_FACES:
        return None
    same = unchanged((before.scene, before.geometry, before.rows), (scene, geometry, rows))
    if same is None:
        return None
    was = before.boxes[np.maximum(same.number, 0)]
    return Reuse(before, same, (same.number >= 0) & (boxes == was).all(axis=1))


def areas(geometry: SceneGeometry, reuse: Reuse | None) -> FloatArray:
    """(I,) surface of each instance."""
    if reuse is None:
        return instance_areas(geometry)
    kept = reuse.same.instance >= 0
    out = instance_areas(geometry, ~kept)
    out[kept] = reuse.before.area[reuse.same.instance[kept]]
    return out


def surfaces_below(
    geometry: SceneGeometry, boxes: FloatArray, first: IntArray, last: IntArray, reuse: Reuse
) -> tuple[Surfaces, ...]:
    """What each thing rests on: asked anew where it moved, or surfaces changed over or below the points that lines are dropped through."""
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
    """What :func:`resting` found, of each of so many things."""
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
    """Of pairs of things a (K,) and b (K,) whether b's surfaces are about a. `faces`: all of them; None: they are made as needed."""
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
