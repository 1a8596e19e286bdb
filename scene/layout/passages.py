"""Find the shortest passages to parts of the floor that are cut off, and state the problem of keeping one free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.layout.certify import HIGH, LOW, RADIUS, Walkable
from scenewright.scene.layout.model import Bodies, Problem, Support, box_corners, planar_rotation
from scenewright.scene.model import FloatArray

__all__ = ["Passage", "beside", "kept_free", "passages"]

_Bools = npt.NDArray[np.bool_]

_MOST = 3
"""Passages that are tried for one part of the floor."""

_APART = 0.8
"""Metres between the middles of two passages."""

_LEAST_PART = 0.02
"""A part that is cut off is left so if it is less than this share of the free floor."""

_SPARE = 0.05
"""Metres to spare on either side, since the raster is coarse."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A strip of floor. `pose`: (4,) of its middle, with its length along its own x. `half`: (2,) half length and width, metres."""

    pose: FloatArray
    half: FloatArray

    @property
    def corners(self) -> FloatArray:
        """(4, 2) metres in (x, z) of the room."""
        at: FloatArray = box_corners(self.half) @ planar_rotation(self.pose[3]).T + self.pose[[0, 2]]
        return at


def passages(walkable: Walkable) -> Iterator[Passage]:
    """The shortest passages from the walkable floor to each part that is cut off, the largest part first."""
    from scipy import ndimage

    if not walkable.walkable.any():
        return
    label, count = ndimage.label(walkable.free & ~walkable.walkable, structure=np.ones((3, 3)))
    areas = np.bincount(label.reshape(-1), minlength=count + 1)[1:]
    away, nearest = ndimage.distance_transform_edt(~walkable.walkable, return_indices=True)
    for part in np.argsort(-areas, kind="stable").tolist():
        if areas[part] < _LEAST_PART * walkable.free.sum():
            return
        cells = np.argwhere(label == part + 1)
        cells = cells[np.argsort(away[tuple(cells.T)], kind="stable")]
        ends = nearest[:, cells[:, 0], cells[:, 1]].T
        yield from _apart(walkable, cells, ends)


def _apart(walkable: Walkable, starts: npt.NDArray[Any], ends: npt.NDArray[Any]) -> Iterator[Passage]:
    """Passages between pairs of cells (C, 2): the first few whose middles are `_APART` from each other."""
    start, end = (walkable.origin + (cells + 0.5) * walkable.cell for cells in (starts, ends))
    middle = (start + end) / 2.0
    left = np.ones(len(middle), dtype=bool)
    for _ in range(_MOST):
        if not left.any():
            return
        k = int(left.argmax())
        along = end[k] - start[k]
        length = float(np.hypot(*along))
        yaw = float(np.arctan2(-along[1], along[0]))
        half = np.array([length / 2.0 + RADIUS, RADIUS + _SPARE])
        yield Passage(np.array([middle[k, 0], LOW, middle[k, 1], yaw]), half)
        left &= np.linalg.norm(middle - middle[k], axis=1) > _APART


def beside(problem: Problem, passage: Passage) -> _Bools:
    """(N,) bool, bodies that stand in a passage and may be moved."""
    import shapely

    bodies = problem.bodies
    turned = planar_rotation(bodies.initial[:, 3])
    corners = np.einsum("nij,nkj->nki", turned, box_corners(bodies.half)) + bodies.initial[:, None, [0, 2]]
    low, high = bodies.initial[:, 1], bodies.initial[:, 1] + bodies.height
    rug = np.array([s is Support.RUG for s in bodies.support], dtype=bool)
    meets: _Bools = shapely.intersects(shapely.polygons(corners), shapely.Polygon(passage.corners))
    return meets & (low < HIGH) & (high > LOW) & ~rug & ~bodies.fixed


def kept_free(problem: Problem, passage: Passage) -> Problem:
    """The same problem with one more body, the last, which is fixed and fills the passage."""
    old = problem.bodies
    half = passage.half
    box = np.array([[[-half[0], 0.0, -half[1]], [half[0], HIGH - 2.0 * LOW, half[1]]]])
    bodies = Bodies(
        row=np.append(old.row, -1).astype(np.int32),
        path=(*old.path, "a passage"),
        half=np.concatenate([old.half, half[None]]),
        height=np.append(old.height, box[0, 1, 1]),
        initial=np.concatenate([old.initial, passage.pose[None]]),
        body_from_row=np.concatenate([old.body_from_row, np.eye(4)[None]]),
        support=(*old.support, Support.FLOOR),
        fixed=np.append(old.fixed, True),
        clearance=np.concatenate([old.clearance, np.zeros((1, 4))]),
        boxes=(*old.boxes, box),
        surfaces=(*old.surfaces, ()),
        held=np.append(old.fixed & ~old.building, True),
    )
    nothing = np.array([-1], dtype=np.int32)
    return replace(
        problem,
        bodies=bodies,
        parent=np.append(problem.parent, nothing).astype(np.int32),
        surface=np.append(problem.surface, nothing).astype(np.int32),
    )
