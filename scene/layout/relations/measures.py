"""Distances, offsets and angles between two upright boxes, vectorised over many pairs.

A **box** is a row of 8 numbers: x, y, z of the centre of its bottom in the room, cosine and sine of its yaw, half width, half depth,
height; lengths in metres. All functions take boxes (..., 8) that broadcast.
"""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.model import wrapped
from scenewright.scene.model import FloatArray

__all__ = [
    "X",
    "Y",
    "Z",
    "box_gap",
    "boxes_at",
    "edge_place",
    "edge_position",
    "extents_along",
    "facing_angle",
    "greatest",
    "in_frame",
    "least",
    "planar_gap",
    "relative_turn",
    "vertical_gap",
]

X, Y, Z, COS, SIN, HALF_WIDTH, HALF_DEPTH, HEIGHT = range(8)

_SIGN_X = np.array([-1.0, 1.0, 1.0, -1.0])
_SIGN_Z = np.array([-1.0, -1.0, 1.0, 1.0])
_FULL_OVERLAP = 0.1
"""Metres: see :func:`box_gap`."""

_CLEAR = 0.1
"""See :func:`facing_angle`."""


def boxes_at(poses: FloatArray, half: FloatArray, height: FloatArray) -> FloatArray:
    """(..., 8) boxes of bodies at poses (..., 4), with half sizes (..., 2) and heights (...)."""
    shape = np.broadcast_shapes(poses.shape[:-1], half.shape[:-1], height.shape)
    out = np.empty((*shape, 8))
    out[..., :3] = poses[..., :3]
    out[..., COS] = np.cos(poses[..., 3])
    out[..., SIN] = np.sin(poses[..., 3])
    out[..., HALF_WIDTH : HALF_DEPTH + 1] = half
    out[..., HEIGHT] = height
    return out


def greatest(first: FloatArray, *more: FloatArray | float) -> FloatArray:
    """The elementwise maximum."""
    for one in more:
        first = np.maximum(first, one)
    return first


def least(first: FloatArray, *more: FloatArray | float) -> FloatArray:
    """The elementwise minimum."""
    for one in more:
        first = np.minimum(first, one)
    return first


def relative_turn(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Cosine and sine of a's yaw minus b's."""
    ca, sa, cb, sb = _columns(a, COS, SIN) + _columns(b, COS, SIN)
    return ca * cb + sa * sb, sa * cb - ca * sb


def _columns(boxes: FloatArray, *which: int) -> tuple[FloatArray, ...]:
    return tuple(boxes[..., k] for k in which)


def in_frame(a: FloatArray, b: FloatArray) -> tuple[FloatArray, FloatArray]:
    """x and z of the centre of a in b's own frame."""
    dx, dz = a[..., X] - b[..., X], a[..., Z] - b[..., Z]
    return b[..., COS] * dx - b[..., SIN] * dz, b[..., SIN] * dx + b[..., COS] * dz


def extents_along(a: FloatArray, c: FloatArray, s: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Half the extents of a along x and along z of a frame in which a's yaw has cosine c and sine s."""
    c, s = np.abs(c), np.abs(s)
    width, depth = _columns(a, HALF_WIDTH, HALF_DEPTH)
    return c * width + s * depth, s * width + c * depth


def planar_gap(a: FloatArray, b: FloatArray) -> FloatArray:
    """The exact distance of two footprints; where they overlap, minus the penetration depth."""
    c, s = relative_turn(a, b)
    qx, qz = in_frame(a, b)
    wa, da, wb, db = a[..., HALF_WIDTH], a[..., HALF_DEPTH], b[..., HALF_WIDTH], b[..., HALF_DEPTH]
    px, pz = s * qz - c * qx, -s * qx - c * qz  # the centre of b in a's frame
    ac, as_ = np.abs(c), np.abs(s)
    apart = np.maximum(
        np.maximum(np.abs(qx) - wb - ac * wa - as_ * da, np.abs(qz) - db - as_ * wa - ac * da),
        np.maximum(np.abs(px) - wa - ac * wb - as_ * db, np.abs(pz) - da - as_ * wb - ac * db),
    )
    nearest = np.minimum(
        _corner_distance(qx, qz, c, s, wa, da, wb, db), _corner_distance(px, pz, c, -s, wb, db, wa, da)
    )
    out: FloatArray = np.where(apart > 0.0, np.sqrt(nearest), apart)
    return out


def _corner_distance(
    x: FloatArray,
    z: FloatArray,
    c: FloatArray,
    s: FloatArray,
    half_width: FloatArray,
    half_depth: FloatArray,
    to_width: FloatArray,
    to_depth: FloatArray,
) -> FloatArray:
    """The squared distance of the nearest corner of a rectangle to another one, in whose frame its centre is (x, z)."""
    u, w = half_width[..., None] * _SIGN_X, half_depth[..., None] * _SIGN_Z
    c, s = c[..., None], s[..., None]
    out_x = np.maximum(np.abs(x[..., None] + c * u + s * w) - to_width[..., None], 0.0)
    out_z = np.maximum(np.abs(z[..., None] - s * u + c * w) - to_depth[..., None], 0.0)
    nearest: FloatArray = (out_x * out_x + out_z * out_z).min(axis=-1)
    return nearest


def vertical_gap(a: FloatArray, b: FloatArray) -> FloatArray:
    """The distance of the height intervals; where they overlap, minus the overlap."""
    out: FloatArray = np.maximum(a[..., Y] - b[..., Y] - b[..., HEIGHT], b[..., Y] - a[..., Y] - a[..., HEIGHT])
    return out


def box_gap(a: FloatArray, b: FloatArray) -> FloatArray:
    """The exact distance between the nearest points of two boxes; where they overlap, minus the horizontal penetration depth.

    The vertical depth does not count, since things are moved horizontally. The depth counts in full only from :data:`_FULL_OVERLAP` of
    overlap in height, so that there is no jump where one box stands on the other.
    """
    planar, vertical = planar_gap(a, b), vertical_gap(a, b)
    outside: FloatArray = np.hypot(np.maximum(planar, 0.0), np.maximum(vertical, 0.0))
    share: FloatArray = np.clip(-vertical / _FULL_OVERLAP, 0.0, 1.0)
    return outside + share * least(planar, 0.0)


def facing_angle(a: FloatArray, b: FloatArray, ahead: FloatArray | float = 1.0) -> FloatArray:
    """The angle (radians) between a's front and the nearest direction in which a's centre sees b's footprint.

    Negative where the ray of the front hits b: minus the angle to b's edge. Where a's centre lies in or near b's footprint, b is
    first shrunk about its centre, until the point is a tenth of b's size outside; so a chair under a table must face its middle.

    Args:
        ahead: -1 for what looks toward its back, as people at a desk do; else 1.
    """
    ox, oz = in_frame(a, b)
    c, s = relative_turn(a, b)
    wb: FloatArray = np.maximum(b[..., HALF_WIDTH], 1e-6)
    db: FloatArray = np.maximum(b[..., HALF_DEPTH], 1e-6)
    shrink: FloatArray = np.clip(np.maximum(np.abs(ox) / wb, np.abs(oz) / db) - _CLEAR, 0.0, 1.0)
    wb, db = (shrink * wb)[..., None], (shrink * db)[..., None]
    cx, cz = wb * _SIGN_X - ox[..., None], db * _SIGN_Z - oz[..., None]  # corners as seen from a's centre, b's frame
    to_x, to_z = -ox[..., None], -oz[..., None]  # b's centre as seen from there
    corners = np.arctan2(to_x * cz - to_z * cx, to_x * cx + to_z * cz)
    least, most = corners.min(axis=-1), corners.max(axis=-1)
    front = np.arctan2(
        ahead * (s * oz - c * ox), -ahead * (s * ox + c * oz)
    )  # the angle of a's front (s, c), counted the same way
    out: FloatArray = np.abs(wrapped(front - 0.5 * (least + most))) - 0.5 * (most - least)
    return out


def edge_position(x: FloatArray, z: FloatArray, w: FloatArray, d: FloatArray) -> FloatArray:
    """The position, on the edge of a rectangle of half sizes (w, d), of the point nearest to (x, z): the length along the edge from its
    corner (-w, -d), by way of (w, -d)."""
    cx, cz = np.clip(x, -w, w), np.clip(z, -d, d)
    on_side = np.abs(x) - w > np.abs(z) - d
    return np.where(
        on_side,
        np.where(x > 0.0, 2.0 * w + d + cz, 4.0 * w + 3.0 * d - cz),
        np.where(z > 0.0, 3.0 * w + 2.0 * d - cx, w + cx),
    )


def edge_place(edge: FloatArray, w: float, d: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    """x, z and outward yaw at lengths along the edge of a rectangle, counted as in :func:`edge_position`."""
    side = np.searchsorted(np.array([2 * w, 2 * w + 2 * d, 4 * w + 2 * d]), edge, side="right")
    x: FloatArray = np.choose(side, [edge - w, w, 3 * w + 2 * d - edge, -w])
    z: FloatArray = np.choose(side, [-d, edge - 2 * w - d, d, 4 * w + 3 * d - edge])
    out: FloatArray = np.choose(side, [np.pi, np.pi / 2.0, 0.0, -np.pi / 2.0])
    return x, z, out
