"""Finds the Gaussians of the floor, the walls and the ceiling, and clamps Gaussians to the box of their surface or object.

A rug lies in the plane of the floor and a poster in that of a wall, so features are used as well. The cluster that covers most of a
plane is the surface. Other clusters in the plane join it if they have the same meaning; otherwise they are objects.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs.clustering import Clusters
from scenewright.scene.semantics.capture_programs.room_fit import CEILING, FLOOR, PARTS, WALLS, RoomFit
from scenewright.scene.splats import Gaussians, scales_and_quaternions

__all__ = ["NO_PART", "outside", "pressed", "room_parts", "surface_box"]

NO_PART = -1
_REACH = 2.0
"""Extent of a Gaussian in standard deviations, as in its bounds."""
_THINNEST = 0.02
_LEAST_ON_PLANE = 0.5
_FOG = 3.0
"""Distance from a plane, in thicknesses, within which training may leave fog. The depth of plain walls is poorly determined."""
_JOINS_ON_PLANE = 0.8


def room_parts(clusters: Clusters, room: RoomFit, points: FloatArray) -> tuple[npt.NDArray[np.int8], set[int]]:
    """(N,) number in PARTS of each Gaussian's surface, or NO_PART; and the clusters that belong to the room.

    Args:
        points: (N, 3) centres in the room's own frame.
    """
    labels = clusters.labels
    part = np.full(len(labels), NO_PART, dtype=np.int8)
    distances = room.distances(points)
    if not room.enclosed:
        distances[:, FLOOR + 1 :] = np.inf
    nearest = distances.argmin(axis=1)
    on = distances.min(axis=1) <= room.tolerance
    about = (distances.min(axis=1) <= _FOG * room.tolerance) | outside(points, room, by=0.0)
    assigned = labels >= 0
    count = len(clusters)
    if count == 0:
        return part, set()
    table = np.zeros((count, len(PARTS)))
    np.add.at(table, (labels[assigned & about], nearest[assigned & about]), 1.0)
    share = table.sum(axis=1) / np.maximum(clusters.counts, 1)
    mains = {}
    for p in range(len(PARTS)):
        able = [k for k in np.flatnonzero(table[:, p]).tolist() if share[k] >= _LEAST_ON_PLANE]
        if able:
            on_plane = assigned & on & (nearest == p)
            mains[p] = max(able, key=lambda k: (_covered(points[on_plane & (labels == k)], 2.0 * room.tolerance), -k))
    chosen = set(mains.values())
    for k in range(count):
        p = int(table[k].argmax())
        if k in chosen or share[k] < _JOINS_ON_PLANE or p not in mains:
            continue
        if float(clusters.features[k] @ clusters.features[mains[p]]) >= clusters.agreement:
            chosen.add(k)
    ours = assigned & np.isin(labels, list(chosen))
    part[ours] = nearest[ours]
    loose = ~assigned & on
    part[loose] = nearest[loose]
    return part, chosen


def outside(points: FloatArray, room: RoomFit, *, by: float = _FOG) -> npt.NDArray[np.bool_]:
    """(N,) whether a point is behind a found wall or below the room's floor, by more than `by` thicknesses of a plane.

    Such points are artefacts of training, or are seen through windows.
    """
    margin = by * room.tolerance
    out = np.zeros(len(points), dtype=bool)
    if room.enclosed:
        out |= points[:, 1] < -margin
        for name in room.walls:
            _, axis, side = WALLS[name]
            out |= side * points[:, axis] > (room.width if axis == 0 else room.depth) / 2.0 + margin
    return out


def _covered(points: FloatArray, step: float) -> int:
    """The number of cells of a plane with points (M, 3). A rug has more Gaussians than the floor around it, but covers less."""
    return len(np.unique(np.floor(points / step).astype(np.int64), axis=0))


def surface_box(part: int, room: RoomFit) -> tuple[FloatArray, FloatArray]:
    """Minimum and maximum corner (3,) of the slab of one of PARTS: outside the room's box, as thick as a plane, unbounded along it."""
    low, high = np.full(3, -np.inf), np.full(3, np.inf)
    if part == FLOOR:
        low[1], high[1] = -room.tolerance, 0.0
    elif part == CEILING:
        low[1], high[1] = room.height, room.height + room.tolerance
    for number, axis, side in WALLS.values():
        if number == part:
            reach = (room.width if axis == 0 else room.depth) / 2.0
            ends = sorted((side * reach, side * (reach + room.tolerance)))
            low[axis], high[axis] = ends[0], ends[1]
    return low, high


def pressed(gaussians: Gaussians, low: FloatArray, high: FloatArray, *, within: float = np.inf) -> Gaussians:
    """Gaussians with their extents clamped to an axis-aligned box (corners (3,), infinite for open sides).

    So objects that touch the floor do not sink into it. Outer ends of Gaussians move to the side of the box, inner ends stay.

    Args:
        within: Gaussians whose centres lie further outside than this are not changed.
    """
    if not len(gaussians):
        return gaussians
    means = gaussians.means.double().numpy().copy()
    covariance = gaussians.covariances.double().numpy()
    reach = _REACH * np.sqrt(np.maximum(np.diagonal(covariance, axis1=1, axis2=2), 0.0))
    factors = np.ones_like(means)
    outside = np.maximum(np.maximum(low - means, means - high), 0.0).max(axis=1)
    for axis in range(3):
        if not (np.isfinite(low[axis]) or np.isfinite(high[axis])):
            continue
        first, last = means[:, axis] - reach[:, axis], means[:, axis] + reach[:, axis]
        ends = np.clip(first, low[axis], high[axis]), np.clip(last, low[axis], high[axis])
        changed = ((ends[0] != first) | (ends[1] != last)) & (outside <= within)
        half = np.maximum((ends[1] - ends[0]) / 2.0, 0.0)
        factors[changed, axis] = np.maximum(half / np.maximum(reach[:, axis], 1e-12), _THINNEST)[changed]
        least = _THINNEST * reach[:, axis]
        middle = np.clip(
            (ends[0] + ends[1]) / 2.0, low[axis] + least, np.maximum(high[axis] - least, low[axis] + least)
        )
        means[changed, axis] = middle[changed]
    rows = np.flatnonzero((factors != 1.0).any(axis=1))
    if not rows.size:
        return gaussians
    shrunk = factors[rows, :, None] * covariance[rows] * factors[rows, None, :]
    scales, quats = scales_and_quaternions(torch.from_numpy(shrunk))
    index = torch.from_numpy(rows)
    log_scales, turned = gaussians.log_scales.clone(), gaussians.quats.clone()
    log_scales[index] = scales.clamp_min(1e-7).log().to(log_scales)
    turned[index] = quats.to(turned)
    return replace(gaussians, means=torch.from_numpy(means).to(gaussians.means), log_scales=log_scales, quats=turned)
