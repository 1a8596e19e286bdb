"""To the left of, to the right of, in front of, behind: how well a box lies in such a direction, in the frame of another box."""

from __future__ import annotations

import numpy as np

from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, SIN, X, Z, in_frame
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph import DIRECTIONS, Spatial

__all__ = ["along_and_across", "direction_degree", "seen_degree", "slanting_degree"]


def direction_degree(spatial: Spatial, kind: str, a: int, b: int, *, long: bool = False) -> float:
    """The degree of one of :data:`DIRECTIONS`: at least 0.65 where it holds, less than a half where a is off to the side.

    Args:
        long: a is long, such as a wall: only its point nearest to b counts.
    """
    box = spatial.boxes[b]
    first = _nearest_part(spatial.boxes[a], box) if long else spatial.boxes[a]
    along, across = along_and_across(kind, first, box)
    beyond, beside = (HALF_WIDTH, HALF_DEPTH) if kind in DIRECTIONS[:2] else (HALF_DEPTH, HALF_WIDTH)
    if along <= 0.0:
        return 0.0
    straight = along >= float(box[beyond]) and across <= along if long else bool(spatial.holds(kind, [a], [b])[0])
    if straight:  # straight ahead ranks before off to the corner, and near before far
        off = max(across - float(box[beside]), 0.0)
        return 1.0 - 0.3 * min(off / max(along, 1e-6), 1.0) - 0.05 * min(along / 5.0, 1.0)
    return slanting_degree(along, across, float(box[beyond]))


def seen_degree(spatial: Spatial, kind: str, a: int, b: int) -> float:
    """The degree of one of :data:`DIRECTIONS` in the main camera's picture: a's middle is beyond b's side, and more to that side than
    nearer or farther away. Behind is farther from the camera."""
    rows = [a, b]
    x, z = spatial.across_view(rows), spatial.along_view(rows)
    right, farther = float(x[0] - x[1]), float(z[0] - z[1])
    along, across = {
        "left_of": (-right, farther), "right_of": (right, farther), "in_front_of": (-farther, right), "behind": (farther, right),
    }[kind]  # fmt: skip
    wide, deep = spatial.view_extents(b)
    half, beside = (wide, deep) if kind in DIRECTIONS[:2] else (deep, wide)
    across = abs(across)
    if along <= 0.0:
        return 0.0
    if along >= half and (across <= along or across <= beside):
        return 1.0 - 0.3 * min(max(across - beside, 0.0) / along, 1.0) - 0.05 * min(along / 5.0, 1.0)
    return slanting_degree(along, across, half)


def along_and_across(kind: str, a: FloatArray, b: FloatArray) -> tuple[float, float]:
    """(along, across) in metres, in b's frame: how far a's middle is from b's in the direction, which may be negative, and beside it."""
    x, z = (float(v) for v in in_frame(a, b))
    along = {"left_of": x, "right_of": -x, "in_front_of": z, "behind": -z}[kind]
    return along, abs(z if kind in DIRECTIONS[:2] else x)


def slanting_degree(along: float, across: float, half: float) -> float:
    """The degree of a thing that is not squarely in the direction and may still be meant. `half`: half of b's length in the direction."""
    if along <= 0.5 * half:
        return 0.0
    return 0.4 if along >= across else 0.25 if along >= 0.6 * across else 0.0


def _nearest_part(box: FloatArray, other: FloatArray) -> FloatArray:
    """The box with its middle moved to its point nearest to the other's middle."""
    out: FloatArray = box.copy()
    x, z = (float(v) for v in in_frame(other, box))
    x = float(np.clip(x, -box[HALF_WIDTH], box[HALF_WIDTH]))
    z = float(np.clip(z, -box[HALF_DEPTH], box[HALF_DEPTH]))
    out[[X, Z]] += box[COS] * x + box[SIN] * z, -box[SIN] * x + box[COS] * z
    return out
