"""Walkable floor: where a person can stand without touching anything, and which of these places are connected.

The floor is a raster of cells of about 5 cm. Whatever is between 5 cm and 1.8 m above the floor is an obstacle; a person is a disc
of 20 cm radius. People step on low platforms, and outdoors on any flat ground. Figures are exact to a cell.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.openings import before_opening
from scenewright.scene.layout.certify.pairs import expand
from scenewright.scene.layout.certify.solids import BoolArray, Solids
from scenewright.scene.model import FloatArray, IntArray, PrimitiveKind
from scenewright.scene.short_repr import short_repr

__all__ = ["RADIUS", "Walkable", "grown", "judge_navigation"]

RADIUS = 0.2
LOW, HIGH = 0.05, 1.8
CELL = 0.05
REACH = 0.6
"""Metres that a person reaches with a hand beyond the disc."""

_STEP, _BROAD, _FLAT = 0.25, 0.6, 0.1
"""People step on a platform at most this high, and at least this wide and deep (metres). Outdoors, ground is at most `_FLAT` times
as high as the side of a square of its area."""

_MOST_CELLS = 4_000_000
_BEFORE_DOOR = 0.6
_MARGIN = 1.0
_CHUNK = 300_000


@dataclass(frozen=True, eq=False)
class Walkable:
    """The walkable floor.

    `share`: share of the free floor that is connected with a door (without one: the largest connected part). `free_area`: square
    metres. `free`, `walkable`: (X, Z) bool, cells where a person can stand, and those that they can walk to. `origin`, `cell`:
    metres, the least corner (x, z) of the raster and the greater side of a cell. `step`: (2,) both sides of a cell. `level`: world
    height of the floor, metres. `unreached`: (U,) numbers of bodies out of reach.
    """

    share: float
    free_area: float
    free: BoolArray
    walkable: BoolArray
    origin: FloatArray
    cell: float
    unreached: IntArray
    step: FloatArray
    level: float = 0.0

    __repr__ = short_repr


def judge_navigation(evidence: Evidence) -> Walkable:
    """Find where a person can walk in the room, or among the bodies on open ground."""
    from scipy import ndimage

    origin, size = _extent(evidence)
    cell = max(CELL, float(np.sqrt(size[0] * size[1] / _MOST_CELLS)))
    shape = np.maximum(np.round(size / cell).astype(np.int64), 1)
    step = size / shape
    trodden, level = _trodden(evidence)
    blocked = _footprints(evidence, trodden, level, origin, step, shape)
    # walls are a ring of cells around
    walled = np.pad(blocked, 1, constant_values=evidence.room is not None)
    free = ~grown(walled, step, RADIUS)[1:-1, 1:-1]
    label, count = ndimage.label(free, structure=np.ones((3, 3)))
    areas = np.bincount(label.reshape(-1), minlength=count + 1)[1:]
    total = int(areas.sum())
    doors = _door_labels(evidence, label, origin, step)
    chosen = np.arange(1, count + 1) if doors is None else doors
    best = int(chosen[areas[chosen - 1].argmax()]) if chosen.size else 0
    walkable = (label == best) & free if best else np.zeros_like(free)
    share = float(areas[best - 1] / total) if best else 0.0
    return Walkable(
        share=share if total else float(not evidence.judged.any()),
        free_area=float(total * step[0] * step[1]),
        free=free,
        walkable=walkable,
        origin=origin,
        cell=float(step.max()),
        unreached=_unreached(evidence, level + HIGH, walkable, origin, step),
        step=step,
        level=level + evidence.bodies.ground,
    )


def _trodden(evidence: Evidence) -> tuple[BoolArray, float]:
    """(N,) bool, bodies that people walk on, and the height of the ground in metres: outdoors the top of the largest of these."""
    size = np.where(evidence.solids.filled[:, None], evidence.high - evidence.low, 0.0)
    area = size[:, 0] * size[:, 2]
    if evidence.room is not None:
        flat = (evidence.high[:, 1] <= _STEP) & (size[:, (0, 2)].min(axis=1) >= _BROAD)
        return evidence.bodies.building & flat & evidence.solids.filled, 0.0
    trodden = evidence.bodies.building & evidence.solids.filled & (size[:, 1] <= _FLAT * np.sqrt(area))
    largest = int(np.where(trodden, area, -1.0).argmax()) if trodden.any() else -1
    return trodden, float(evidence.high[largest, 1]) if largest >= 0 else 0.0


def _extent(evidence: Evidence) -> tuple[FloatArray, FloatArray]:
    room = evidence.room
    if room is not None:
        size = np.array([room.width, room.depth])
        return -0.5 * size, size
    rows = np.flatnonzero(evidence.solids.filled)
    if rows.size == 0:
        return np.array([-_MARGIN, -_MARGIN]), np.array([2 * _MARGIN, 2 * _MARGIN])
    low, high = (
        evidence.low[rows][:, (0, 2)].min(axis=0) - _MARGIN,
        evidence.high[rows][:, (0, 2)].max(axis=0) + _MARGIN,
    )
    return low, high - low


def _footprints(
    evidence: Evidence, trodden: BoolArray, level: float, origin: FloatArray, step: FloatArray, shape: IntArray
) -> BoolArray:
    """(X, Z) bool, cells with an obstacle at the height of a person."""
    solids = evidence.solids
    blocked = np.zeros(tuple(shape), dtype=bool)
    flat = blocked.reshape(-1)
    chosen = (solids.low[:, 1] < level + HIGH) & (solids.high[:, 1] > level + LOW)
    chosen &= ~(evidence.rugs | trodden)[solids.body]
    pieces = np.flatnonzero(chosen).astype(np.int32)
    first, last = _cells(solids.low[pieces], solids.high[pieces], origin, step, shape)
    spread = last - first + 1
    count = spread[:, 0] * spread[:, 1]
    # the largest pieces first: cells that they cover are not looked at again
    order = np.argsort(-count, kind="stable")
    pieces, first, spread, count = pieces[order], first[order], spread[order], count[order]
    total = np.cumsum(count)
    outline = _Outlines(solids)
    start = 0
    while start < len(pieces):
        end = max(int(np.searchsorted(total, (total[start - 1] if start else 0) + _CHUNK, side="right")), start + 1)
        row, inner = expand(count[start:end])
        row = row + start
        i = first[row, 0] + inner // spread[row, 1]
        j = first[row, 1] + inner % spread[row, 1]
        cell = i * shape[1] + j
        new = ~flat[cell]
        row, i, j, cell = row[new], i[new], j[new], cell[new]
        # a piece of at most two cells a side blocks all of them: the centres of cells could miss a lamp's pole
        small = spread[row].max(axis=1) <= 2
        flat[cell[small]] = True
        row, i, j, cell = row[~small], i[~small], j[~small], cell[~small]
        centre = origin + (np.stack([i, j], axis=1) + 0.5) * step
        flat[cell[outline.over(pieces[row], centre)]] = True
        start = end
    return blocked


def _cells(
    low: FloatArray, high: FloatArray, origin: FloatArray, step: FloatArray, shape: IntArray
) -> tuple[IntArray, IntArray]:
    """(M, 2) the first and (M, 2) the last cell of boxes (M, 3) from above, clipped to the raster; the last before the first for a box
    outside it."""
    first = np.floor((low[:, (0, 2)] - origin) / step).astype(np.int32)
    last = np.floor((high[:, (0, 2)] - origin) / step).astype(np.int32)
    limit = shape.astype(np.int32)
    outside = ((first >= limit) | (last < 0)).any(axis=1)
    first, last = np.clip(first, 0, limit - 1), np.clip(last, 0, limit - 1)
    last[outside] = first[outside] - 1
    return first, last


def grown(blocked: BoolArray, step: FloatArray, radius: float) -> BoolArray:
    """Cells whose centre is nearer than `radius` to that of a blocked one."""
    reach = radius - 1e-9
    wide = np.array(
        [int(np.sqrt(max(reach**2 - (k * step[0]) ** 2, 0.0)) / step[1]) for k in range(int(reach / step[0]) + 1)]
    )
    row, out, done = blocked.copy(), blocked.copy(), 0
    for k in reversed(range(len(wide))):  # one line of the disc at a time, the shortest first
        while done < wide[k]:
            before = row.copy()
            row[:, 1:] |= before[:, :-1]
            row[:, :-1] |= before[:, 1:]
            done += 1
        out[k:] |= row[: len(row) - k]
        out[: len(out) - k] |= row[k:]
    return out


class _Outlines:
    """Outlines of pieces from above: exact for boxes, spheres, upright cylinders and cones; the box of all others."""

    def __init__(self, solids: Solids) -> None:
        centre, half = solids.unit_boxes
        plan = solids.world_from_unit[:, (0, 2), :3]
        edges = plan * half[:, None]  # (P, 2, 3): half an edge a column
        self.middle = np.einsum("pij,pj->pi", plan, centre) + solids.world_from_unit[:, (0, 2), 3]
        upright = np.hypot(edges[:, 0, 1], edges[:, 1, 1]) < 1e-3
        round_ = np.isin(solids.kind, (PrimitiveKind.CYLINDER, PrimitiveKind.CONE)) & upright
        self.round = round_ | (solids.kind == PrimitiveKind.SPHERE)
        # across each edge, and how far the box reaches that way
        self.normals = np.stack([-edges[:, 1], edges[:, 0]], axis=2)  # (P, 3, 2)
        self.widths = np.abs(self.normals @ edges).sum(axis=2) + 1e-12
        self.quadric = edges @ edges.transpose(0, 2, 1)
        self.area = self.quadric[:, 0, 0] * self.quadric[:, 1, 1] - self.quadric[:, 0, 1] ** 2

    def over(self, pieces: IntArray, points: FloatArray) -> BoolArray:
        """(M,) whether point (M, 2) i lies inside the outline of piece (M,) i."""
        x, z = (points - self.middle[pieces]).T
        inside = np.ones(len(pieces), dtype=bool)
        boxed, ball = np.flatnonzero(~self.round[pieces]), np.flatnonzero(self.round[pieces])
        chosen = pieces[boxed]
        for k in range(3):
            n = self.normals[chosen, k]
            inside[boxed] &= np.abs(n[:, 0] * x[boxed] + n[:, 1] * z[boxed]) <= self.widths[chosen, k]
        q, u, v = self.quadric[pieces[ball]], x[ball], z[ball]
        value = q[:, 1, 1] * u**2 - 2.0 * q[:, 0, 1] * u * v + q[:, 0, 0] * v**2
        inside[ball] = value <= self.area[pieces[ball]]
        return inside


def _door_labels(evidence: Evidence, label: IntArray, origin: FloatArray, step: FloatArray) -> IntArray | None:
    """Labels of the connected free cells in front of the doors; None where there is no door."""
    room = evidence.room
    doors = [] if room is None else [o for o in room.openings if o.kind == "door"]
    if room is None or not doors:
        return None
    labels: list[int] = []
    for door in doors:
        box = before_opening(room, door, _BEFORE_DOOR, 0.0, 1.0)[:, (0, 2)]
        low = np.maximum(np.ceil((box[0] - origin) / step - 0.5), 0).astype(np.int64)
        high = np.floor((box[1] - origin) / step - 0.5).astype(np.int64) + 1
        labels.extend(np.unique(label[low[0] : high[0], low[1] : high[1]]).tolist())
    return np.array(sorted({k for k in labels if k > 0}), dtype=np.int32)


def _unreached(
    evidence: Evidence, height: float, walkable: BoolArray, origin: FloatArray, step: FloatArray
) -> IntArray:
    """Numbers of the bodies below a height that are further than an arm's reach from all walkable cells, along either axis."""
    judged = np.flatnonzero(evidence.judged & ~evidence.rugs & (evidence.low[:, 1] < height)).astype(np.int32)
    arm = RADIUS + REACH
    low, high = evidence.low[judged] - arm, evidence.high[judged] + arm
    first, last = _cells(low, high, origin, step, np.array(walkable.shape))
    sums = np.pad(np.cumsum(np.cumsum(walkable, axis=0, dtype=np.int32), axis=1, dtype=np.int32), ((1, 0), (1, 0)))
    (x0, z0), (x1, z1) = first.T, (last + 1).T
    near = sums[x1, z1] - sums[x0, z1] - sums[x1, z0] + sums[x0, z0]
    unreached: IntArray = judged[near <= 0]
    return unreached
