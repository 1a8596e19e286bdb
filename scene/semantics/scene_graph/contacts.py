"""Support and containment, from the surfaces of things.

The layout's relation ``on`` asks whether a thing's middle is over a level surface that a body states, a centimetre off at most
(:data:`scenewright.scene.layout.relations.definitions.DEFINITIONS`). Descriptions also speak of parts without stated surfaces (the
basin on its vanity, the cushion on its sofa), and of things that are sunk in a little. So lines are dropped through the middle of a
thing and four points around it. The first surface below that is not the thing's own supports it, within the same centimetre.

A thing is **inside** another where the layout's residual says so of their boxes and the other's surfaces surround it: of five lines from
its middle, up and to four sides, at least four meet the other (an open shelf has four, a seat with arms three).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import QueryError
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.layout.relations import (
    COS,
    DEFINITIONS,
    HALF_DEPTH,
    HALF_WIDTH,
    HEIGHT,
    LOOSE,
    SIN,
    SUNK,
    X,
    Y,
    Z,
)
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["MOST_FACES", "Faces", "crossings", "drop_points", "faces_of", "resting", "surrounded", "with_boxes"]

_SPREAD = 0.6
"""Distance of the four lines around the middle, as a share of the half sizes."""

_OFF = (0.0103, 0.0071)
"""Offset of the lines from the middle, where edges of faces meet, as a share of the half sizes."""

_CELLS = 512
_ENCLOSED = 4
MOST_FACES = 4_000_000


@dataclass(frozen=True, eq=False)
class Faces:
    """F triangles of a scene in the world frame. `corners`: (F, 3, 3) metres. `row`: (F,) the scene row of the node of each."""

    corners: FloatArray
    row: IntArray

    def __len__(self) -> int:
        return len(self.row)


def faces_of(geometry: SceneGeometry, chosen: npt.NDArray[np.bool_] | None = None) -> Faces:
    """The triangles of a scene's instances: of all, or of those that `chosen` (I,) marks."""
    corners, rows = [np.zeros((0, 3, 3))], [np.zeros(0, dtype=np.int32)]
    order = np.argsort(geometry.mesh, kind="stable")
    starts = np.searchsorted(geometry.mesh[order], np.arange(len(geometry.meshes) + 1))
    for k, mesh in enumerate(geometry.meshes):
        uses = order[starts[k] : starts[k + 1]]
        uses = uses if chosen is None else uses[chosen[uses]]
        if not uses.size or not len(mesh.faces):
            continue
        world = geometry.world_from_mesh[uses]
        points = np.einsum("uij,vj->uvi", world[:, :3, :3], np.asarray(mesh.vertices, dtype=np.float64))
        points += world[:, None, :3, 3]
        corners.append(points[:, np.asarray(mesh.faces)].reshape(-1, 3, 3))
        rows.append(np.repeat(geometry.entity[uses], len(mesh.faces)).astype(np.int32))
    return Faces(np.concatenate(corners)[:MOST_FACES], np.concatenate(rows)[:MOST_FACES])


def with_boxes(faces: Faces, boxes: FloatArray, rows: IntArray) -> Faces:
    """Add the faces of upright boxes (K, 8) with rows (K,). They stand for things without surfaces of their own (captures)."""
    signs = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (0.0, 1.0) for z in (-1.0, 1.0)])
    local = signs * boxes[:, None, [HALF_WIDTH, HEIGHT, HALF_DEPTH]]
    c, s = boxes[:, COS, None], boxes[:, SIN, None]
    x = boxes[:, X, None] + c * local[..., 0] + s * local[..., 2]
    z = boxes[:, Z, None] - s * local[..., 0] + c * local[..., 2]
    points = np.stack([x, boxes[:, Y, None] + local[..., 1], z], axis=-1)
    corners = points[:, _BOX_FACES].reshape(-1, 3, 3)
    return Faces(
        np.concatenate([faces.corners, corners]),
        np.concatenate([faces.row, np.repeat(rows, len(_BOX_FACES)).astype(np.int32)]),
    )


_BOX_FACES = np.array(
    [
        [0, 1, 3],
        [0, 3, 2],
        [4, 6, 7],
        [4, 7, 5],
        [0, 4, 5],
        [0, 5, 1],
        [2, 3, 7],
        [2, 7, 6],
        [0, 2, 6],
        [0, 6, 4],
        [1, 5, 7],
        [1, 7, 3],
    ]
)
"""The twelve triangles of a box, as numbers of its corners, which are ordered with x slowest and z fastest."""


_LINES_AT_ONCE = 50
_MOST_PASSED = 8_000_000
"""Pairs of a line and a triangle that it may meet. A room of some thousand things has less than a million."""


def crossings(corners: FloatArray, points: FloatArray, axis: int) -> tuple[IntArray, IntArray, FloatArray]:
    """Where lines along one axis through points (P, 3) meet triangles (F, 3, 3): numbers of the lines, numbers of the triangles, and
    coordinates along the axis. A triangle parallel to the axis is not met.

    Raises:
        QueryError: the lines pass over so many triangles that the answer would take minutes.
    """
    import shapely

    keep = [k for k in range(3) if k != axis]
    flat = corners[..., keep]
    low, high = flat.min(axis=1), flat.max(axis=1)
    near = np.flatnonzero(_near_points(low, high, points[:, keep]))
    low, high = low[near], high[near]
    tree = shapely.STRtree(shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1]))
    met = [(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32), np.zeros(0))]
    passed = 0
    for start in range(0, len(points), _LINES_AT_ONCE):
        line, found = tree.query(shapely.points(points[start : start + _LINES_AT_ONCE, keep]))
        passed += len(line)
        if passed > _MOST_PASSED:
            raise QueryError(
                "so many things of the scene stand in each other that their contacts cannot be told apart: do many of them have the "
                "same `at`? Give each a place of its own"
            )
        met.append(_met(corners, flat, points, line + start, near[found], axis))
    line, face, at = (np.concatenate(column) for column in zip(*met, strict=True))
    return line.astype(np.int32), face.astype(np.int32), at


def _met(
    corners: FloatArray, flat: FloatArray, points: FloatArray, line: IntArray, face: IntArray, axis: int
) -> tuple[IntArray, IntArray, FloatArray]:
    """Of pairs of lines and triangles whose boxes meet, those that meet; with the coordinates along the axis. `flat`: (F, 3, 2)
    the triangles seen along the axis."""
    keep = [k for k in range(3) if k != axis]
    a, b, c = (flat[face, k] for k in range(3))
    p = points[line][:, keep]
    area = _cross(b - a, c - a)
    with np.errstate(divide="ignore", invalid="ignore"):
        u, v = _cross(p - a, c - a) / area, _cross(b - a, p - a) / area
        hit = (np.abs(area) > 1e-14) & (u >= 0.0) & (v >= 0.0) & (u + v <= 1.0)
        height = corners[face, :, axis]
        at = height[:, 0] + u * (height[:, 1] - height[:, 0]) + v * (height[:, 2] - height[:, 0])
    return line[hit], face[hit], at[hit]


def _near_points(low: FloatArray, high: FloatArray, points: FloatArray) -> npt.NDArray[np.bool_]:
    """(F,) whether a rectangle may contain one of the points (P, 2): whether it covers a grid cell with a point, by summed-area tables
    (Crow, SIGGRAPH 1984). Most faces of a scene contain no point, and a tree of all faces would cost more than all the rest."""
    if not len(points):
        return np.zeros(len(low), dtype=bool)
    start = points.min(axis=0)
    size = np.maximum((points.max(axis=0) - start) / _CELLS, 1e-9)
    cell = np.minimum(((points - start) / size).astype(np.int64), _CELLS - 1)
    sums = np.zeros((_CELLS + 1, _CELLS + 1), dtype=np.int64)
    np.add.at(sums, (cell[:, 0] + 1, cell[:, 1] + 1), 1)
    sums = sums.cumsum(axis=0).cumsum(axis=1)
    i, j = (np.clip(np.floor((low[:, k] - start[k]) / size[k] - 1e-6), 0, _CELLS).astype(np.int64) for k in (0, 1))
    m, n = (np.clip(np.floor((high[:, k] - start[k]) / size[k] + 1e-6) + 1, 0, _CELLS).astype(np.int64) for k in (0, 1))
    out: npt.NDArray[np.bool_] = sums[m, n] - sums[i, n] - sums[m, j] + sums[i, j] > 0
    return out


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    out: FloatArray = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return out


def drop_points(boxes: FloatArray) -> FloatArray:
    """(N, 5, 3) points of the lines that are dropped through boxes (N, 8): the middle and four points around it, at height 0."""
    spots = np.array([_OFF, (1, 1), (1, -1), (-1, 1), (-1, -1)]) * ((1.0,), *((_SPREAD,),) * 4)
    half = boxes[:, None, [HALF_WIDTH, HALF_DEPTH]] * spots
    c, s = boxes[:, COS, None], boxes[:, SIN, None]
    x = boxes[:, X, None] + c * half[..., 0] + s * half[..., 1]
    z = boxes[:, Z, None] - s * half[..., 0] + c * half[..., 1]
    return np.stack([x, np.zeros_like(x), z], axis=-1)


def resting(
    faces: Faces,
    boxes: FloatArray,
    first: IntArray,
    end: IntArray,
    *,
    loose: npt.ArrayLike = False,
    only: npt.NDArray[np.bool_] | None = None,
) -> list[tuple[int, int, float]]:
    """The surfaces that support each thing from below.

    Args:
        boxes: (N, 8) of the things.
        first, end: (N,) the rows of a thing in the scene are [first, end).
        loose: (N,) bool, things of which only boxes are known. They touch within :data:`LOOSE`.
        only: (N,) bool, the things to judge. `faces` then needs only the faces at their :func:`drop_points`.

    Returns:
        For each surface that a thing rests on: the thing, the row of the surface's node, and the metres that the thing is above it
        (negative: sunk in). A surface counts under the middle, or under two of the four points around it.
    """
    slack = np.broadcast_to(np.where(np.asarray(loose), LOOSE, DEFINITIONS["on"].tolerance), len(boxes))
    sized = np.flatnonzero((boxes[:, HEIGHT] > 0.0) & (True if only is None else only))
    points = drop_points(boxes[sized]).reshape(-1, 3)
    line, face, at = crossings(faces.corners, points, 1)
    thing = sized[line // 5]
    rise = np.minimum(SUNK, boxes[thing, HEIGHT] / 2.0)
    above = boxes[thing, Y] - at
    row = faces.row[face]
    near = (above <= slack[thing]) & (above >= -rise) & ((row < first[thing]) | (row >= end[thing]))
    line, row, above, thing = line[near], row[near], above[near], thing[near]
    order = np.lexsort((row, above, line))  # for each line, the highest surface first
    line, row, above, thing = line[order], row[order], above[order], thing[order]
    _, at_first = np.unique(line, return_index=True)
    found: dict[tuple[int, int], list[tuple[bool, float]]] = {}
    for k in at_first.tolist():
        found.setdefault((int(thing[k]), int(row[k])), []).append((int(line[k]) % 5 == 0, float(above[k])))
    return [
        (a, b, min((gap for _, gap in met), key=abs))
        for (a, b), met in found.items()
        if len(met) >= 2 or any(middle for middle, _ in met)
    ]


def surrounded(
    faces: Faces, boxes: FloatArray, first: IntArray, end: IntArray, a: npt.ArrayLike, b: npt.ArrayLike
) -> npt.NDArray[np.bool_]:
    """(K,) whether the surfaces of b surround the middle of a, for pairs a (K,) and b (K,) of things."""
    a, b = np.asarray(a, dtype=np.int64), np.asarray(b, dtype=np.int64)
    if not a.size:
        return np.zeros(0, dtype=bool)
    low, high = np.minimum.reduce(first[b]), np.maximum.reduce(end[b])
    near = (faces.row >= low) & (faces.row < high)
    corners, row = faces.corners[near], faces.row[near]
    middle = boxes[a][:, [X, Y, Z]]
    middle[:, 1] += boxes[a, HEIGHT] / 2.0
    met = np.zeros((len(a), 6), dtype=bool)
    for axis in range(3):
        line, face, at = crossings(corners, middle, axis)
        of_b = (row[face] >= first[b[line]]) & (row[face] < end[b[line]])
        own = (row[face] >= first[a[line]]) & (row[face] < end[a[line]])
        ahead = at > middle[line, axis]
        for side, where in enumerate((ahead, ~ahead)):
            met[line[of_b & ~own & where], 2 * axis + side] = True
    met[:, 3] = False  # the line downward meets what it stands on
    out: npt.NDArray[np.bool_] = met.sum(axis=1) >= _ENCLOSED
    return out
