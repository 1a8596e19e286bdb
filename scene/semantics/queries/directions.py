"""To the left of, to the right of, in front of, behind: how well a box lies in such a direction, as somebody sees another box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.layout.relations import COS, HALF_DEPTH, HALF_WIDTH, SIN, X, Z, in_frame
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.scene_graph import DIRECTIONS, Spatial

__all__ = [
    "OWN_SIGHT",
    "Sight",
    "across_and_along",
    "along_and_across",
    "direction_degree",
    "half_degree",
    "seen_degree",
    "sight_line",
    "sighted_degree",
    "slanting_degree",
]

_SHOWN, _HOLDS = 0.75, 0.65
"""Least cosine between the side of a thing and a direction of the picture that shows it there; least degree at that side."""
_SAME_PLACE = 0.05
"""A viewer whose middle is nearer to that of what is looked at, in metres, does not look in any direction."""


_OFF_MIDDLE = 0.1
"""A thing whose middle is nearer to that of what it is on, as a share of half of its length, is on neither half of it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose directions are meant. `kind`: as in :class:`scenewright.scene.english.viewpoints.Viewpoint`. `viewer`: the box from which, or,
    of *facing*, at which somebody looks; -1 for none."""

    kind: str = "own"
    viewer: int = -1


OWN_SIGHT = Sight()
_MIRRORED = {"left_of": "right_of", "right_of": "left_of"}


def sighted_degree(spatial: Spatial, kind: str, a: int, b: int, sight: Sight, *, long: bool = False) -> float:
    """The degree of one of :data:`DIRECTIONS` as somebody sees it. `long`: see :func:`direction_degree`."""
    if sight.kind == "picture":
        return max(seen_degree(spatial, kind, a, b), _beside_as_seen(spatial, kind, a, b))
    itself = sight.viewer in (-1, b)
    if sight.kind == "facing" and itself:
        return direction_degree(spatial, _MIRRORED.get(kind, kind), a, b, long=long)
    if sight.kind == "own" or (sight.kind == "thing" and itself):
        return direction_degree(spatial, kind, a, b, long=long)
    line = sight_line(spatial, b, sight)
    if line is None:
        return 0.0
    return _along_line(spatial, kind, a, b, line)


def half_degree(spatial: Spatial, kind: str, a: int, b: int, sight: Sight) -> float:
    """1 where the middle of a, which is on b, is on the left or the right half of b as somebody sees it; else 0."""
    if sight.kind in ("own", "facing", "thing") and sight.viewer in (-1, b):
        x, _ = in_frame(spatial.boxes[a], spatial.boxes[b])
        right = -float(x) if sight.kind != "facing" else float(x)
    elif sight.kind == "picture":
        across = spatial.across_view([a, b])
        right = float(across[0] - across[1])
    else:
        line = sight_line(spatial, b, sight)
        if line is None:
            return 0.0
        way = spatial.boxes[a, [X, Z]] - spatial.boxes[b, [X, Z]]
        right = float(way @ np.array([-line[1], line[0]]))
    least = _OFF_MIDDLE * max(float(spatial.boxes[b, HALF_WIDTH]), float(spatial.boxes[b, HALF_DEPTH]))
    return float((right if kind == "right_of" else -right) > least)


def _beside_as_seen(spatial: Spatial, kind: str, a: int, b: int) -> float:
    """The degree by the side of b at which a stands, where the picture shows that side in the direction: the nightstand at a bed's head is
    to its left, though the bed reaches farther to the left in a picture from the corner."""
    box, there = spatial.boxes[b], spatial.boxes[[b, b]].copy()
    sides = {"left_of": (box[COS], -box[SIN]), "in_front_of": (box[SIN], box[COS])}
    sides |= {"right_of": (-sides["left_of"][0], -sides["left_of"][1])}
    sides |= {"behind": (-sides["in_front_of"][0], -sides["in_front_of"][1])}
    best = 0.0
    for own, (x, z) in sides.items():
        there[1, [X, Z]] = box[[X, Z]] + np.array([x, z])
        across, along = spatial.across_of(there), spatial.along_of(there)
        right, farther = float(across[1] - across[0]), float(along[1] - along[0])
        shown = {"left_of": -right, "right_of": right, "in_front_of": -farther, "behind": farther}[kind]
        if shown >= _SHOWN:
            best = max(best, shown * direction_degree(spatial, own, a, b))
    return best if best >= _SHOWN * _HOLDS else 0.0


def sight_line(spatial: Spatial, b: int, sight: Sight) -> FloatArray | None:
    """(2,) the direction on the floor, x and z, in which somebody looks at b; None where the viewer stands at b's middle."""
    boxes = spatial.boxes
    if sight.kind == "plan":
        return np.array([0.0, -1.0])
    if sight.kind == "facing":
        start, end = boxes[0, [X, Z]], boxes[sight.viewer, [X, Z]]
    else:
        start, end = boxes[sight.viewer, [X, Z]], boxes[b, [X, Z]]
    way: FloatArray = end - start
    length = float(np.hypot(*way))
    return None if length < _SAME_PLACE else way / length


def across_and_along(spatial: Spatial, rows: Sequence[int], sight: Sight) -> tuple[FloatArray, FloatArray]:
    """(K,) how far to the right and how far away boxes are, in metres: in the picture, or for somebody who stands at `sight.viewer` and
    looks as it faces, or looks at it."""
    if sight.kind in ("own", "picture"):
        return spatial.across_view(rows), spatial.along_view(rows)
    line = np.array([0.0, -1.0])
    if sight.kind == "facing" and sight.viewer >= 0:
        found = sight_line(spatial, 0, sight)
        line = line if found is None else found
    elif sight.viewer >= 0:
        box = spatial.boxes[sight.viewer]
        line = np.array([box[SIN], box[COS]])
        inward = spatial.boxes[0, [X, Z]] - box[[X, Z]]
        if spatial.openings[sight.viewer] and float(line @ inward) < 0.0:
            line = -line  # who comes in by a door looks into the room
    at = spatial.boxes[np.asarray(rows)][:, [X, Z]]
    return at @ np.array([-line[1], line[0]]), at @ line


def _along_line(spatial: Spatial, kind: str, a: int, b: int, line: FloatArray) -> float:
    box = spatial.boxes[b]
    way = spatial.boxes[a, [X, Z]] - box[[X, Z]]
    right, farther = float(way @ np.array([-line[1], line[0]])), float(way @ line)
    own_x, own_z = np.array([box[COS], -box[SIN]]), np.array([box[SIN], box[COS]])
    across, along = np.array([-line[1], line[0]]), line
    wide, deep = (float(abs(d @ own_x) * box[HALF_WIDTH] + abs(d @ own_z) * box[HALF_DEPTH]) for d in (across, along))
    return _seen_from(kind, right, farther, wide, deep)


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
    wide, deep = spatial.view_extents(b)
    return _seen_from(kind, right, farther, wide, deep)


def _seen_from(kind: str, right: float, farther: float, wide: float, deep: float) -> float:
    """The degree by how far, in metres, a's middle is to the right of b's and beyond it, and by half of what b covers across and along."""
    along, across = {
        "left_of": (-right, farther), "right_of": (right, farther), "in_front_of": (-farther, right), "behind": (farther, right),
    }[kind]  # fmt: skip
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
