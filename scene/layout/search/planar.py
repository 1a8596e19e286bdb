"""Overlap of upright boxes: where the height intervals of two boxes overlap, their footprints are compared in the plane.

Such boxes are apart exactly if one of their four side normals separates their footprints (the separating-axis theorem for convex
polygons); for rectangles the shortest push lies along one of these normals too. All functions are vectorised over many pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.model import Bodies
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["BoxTable", "box_table", "footprint_extent", "separation", "separation_axis"]


@dataclass(frozen=True, eq=False)
class BoxTable:
    """The boxes of all bodies in one table of T rows, each in the frame of its own body.

    `start`: (N+1,) rows of body i are [start[i], start[i+1]). `centre`, `half`: (T, 2) in (x, z). `low`, `high`: (T,) heights.
    `radius`: (N,) of the circle about each body's origin that contains all its boxes. `bottom`, `top`: (N,) heights.
    """

    start: IntArray
    centre: FloatArray
    half: FloatArray
    low: FloatArray
    high: FloatArray
    radius: FloatArray
    bottom: FloatArray
    top: FloatArray

    def count(self, body: int) -> int:
        return int(self.start[body + 1] - self.start[body])


def box_table(bodies: Bodies, extra: Sequence[FloatArray] = ()) -> BoxTable:
    """The table of the boxes of all bodies, then of `extra` boxes (B, 2, 3), such as keep-out zones."""
    lists = [*bodies.boxes, *extra]
    sizes = np.array([len(b) for b in lists], dtype=np.int64)
    start = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    flat = np.concatenate(lists) if lists else np.zeros((0, 2, 3))
    low, high = flat[:, 0], flat[:, 1]
    plane_low, plane_high = low[:, [0, 2]], high[:, [0, 2]]
    reach = np.hypot(*np.maximum(np.abs(plane_low), np.abs(plane_high)).T) if len(flat) else np.zeros(0)
    first = start[:-1]
    return BoxTable(
        start=start,
        centre=0.5 * (plane_low + plane_high),
        half=0.5 * (plane_high - plane_low),
        low=low[:, 1],
        high=high[:, 1],
        radius=np.maximum.reduceat(reach, first) if lists else np.zeros(0),
        bottom=np.minimum.reduceat(low[:, 1], first) if lists else np.zeros(0),
        top=np.maximum.reduceat(high[:, 1], first) if lists else np.zeros(0),
    )


def footprint_extent(half: FloatArray, yaw: FloatArray) -> FloatArray:
    """(..., 2) half sizes in (x, z) of the axis-aligned box about footprints with half sizes (..., 2), turned by yaw."""
    c, s = np.abs(np.cos(yaw)), np.abs(np.sin(yaw))
    return np.stack([c * half[..., 0] + s * half[..., 1], s * half[..., 0] + c * half[..., 1]], -1)


def separation(
    offset: FloatArray, yaw_a: FloatArray, half_a: FloatArray, yaw_b: FloatArray, half_b: FloatArray
) -> FloatArray:
    """(...) the signed distance along the best separating normal: positive for a gap, negative for a penetration depth.

    Args:
        offset: (..., 2) centre of b minus centre of a, (x, z) in the room.
    """
    best: FloatArray = _separations(offset, yaw_a, half_a, yaw_b, half_b).max(axis=0)
    return best


def separation_axis(
    offset: FloatArray, yaw_a: FloatArray, half_a: FloatArray, yaw_b: FloatArray, half_b: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The same, and the (..., 2) unit normal along which b is pushed away from a."""
    each = _separations(offset, yaw_a, half_a, yaw_b, half_b)
    best = each.argmax(axis=0)
    turn = np.where(best < 2, yaw_a, yaw_b)
    c, s = np.cos(turn), np.sin(turn)
    across = best % 2 == 0
    axis = np.stack([np.where(across, c, s), np.where(across, -s, c)], -1)
    side = np.sum(axis * offset, axis=-1, keepdims=True)
    return np.take_along_axis(each, best[None], 0)[0], np.where(side < 0.0, -axis, axis)


def _separations(
    offset: FloatArray, yaw_a: FloatArray, half_a: FloatArray, yaw_b: FloatArray, half_b: FloatArray
) -> FloatArray:
    """(4, ...) signed distances along a's x and z and b's x and z."""
    x, z = offset[..., 0], offset[..., 1]
    ca, sa = np.cos(yaw_a), np.sin(yaw_a)
    cb, sb = np.cos(yaw_b), np.sin(yaw_b)
    c = np.abs(ca * cb + sa * sb)
    s = np.abs(sb * ca - cb * sa)
    ax, az = half_a[..., 0], half_a[..., 1]
    bx, bz = half_b[..., 0], half_b[..., 1]
    return np.stack(
        [
            np.abs(ca * x - sa * z) - (ax + c * bx + s * bz),
            np.abs(sa * x + ca * z) - (az + s * bx + c * bz),
            np.abs(cb * x - sb * z) - (bx + c * ax + s * az),
            np.abs(sb * x + cb * z) - (bz + s * ax + c * az),
        ]
    )
