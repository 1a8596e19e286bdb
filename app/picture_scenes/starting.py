"""First guesses at what a segment shows: each shape and size, put where the segment is."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.silhouettes import fit_alone
from scenewright.app.picture_scenes.things import SHAPES, PlainShape, PlainThing
from scenewright.renderers.base import Pinhole
from scenewright.scene.model import Array, FloatArray, Vec3

__all__ = ["candidates", "starts"]

_TURNS = 3
"""Turns that a cube is tried at, of a quarter."""
_HOPELESS, _NEARLY = 3.0, 60.0
"""A guess whose cost is so many times the best, and so many wrong pixels more, is not fitted to the end."""


def starts(mask: Array[np.bool_], view: GroundView, segments: frozenset[int]) -> list[PlainThing]:
    """Things of each shape and size whose middle is seen in the middle of a mask (H, W)."""
    pinhole = view.pinhole
    rows, columns = np.nonzero(mask)
    middle = np.array([(columns.min() + columns.max() + 1) / 2.0, (rows.min() + rows.max() + 1) / 2.0])
    ray = pinhole.world_from_camera[:3, :3] @ [
        (middle[0] - pinhole.K[0, 2]) / pinhole.K[0, 0], (middle[1] - pinhole.K[1, 2]) / pinhole.K[1, 1], 1.0
    ]  # fmt: skip
    found = []
    for shape in SHAPES:
        for size in _sizes(shape, mask, view):
            at = _at_height(pinhole, ray, size[1] / 2.0)
            square = abs(size[0] - size[2]) < 0.01 * size[0]
            turns = 1 if shape != "cube" else _TURNS if square else 2 * _TURNS
            found += [PlainThing(shape, at, size, turn * math.pi / 2.0 / _TURNS, segments) for turn in range(turns)]
    return found


def _at_height(pinhole: Pinhole, ray: FloatArray, height: float) -> tuple[float, float]:
    """(x, z) where a ray (3,) from the eye comes to a height."""
    eye = pinhole.eye
    far = (height - eye[1]) / min(float(ray[1]), -1e-3)
    return float(eye[0] + far * ray[0]), float(eye[2] + far * ray[2])


def _sizes(shape: PlainShape, mask: Array[np.bool_], view: GroundView) -> Iterable[Vec3]:
    """Width, height and depth of things that a mask may show."""
    manner: Manner = view.manner
    if manner.sizes:
        share = manner.cube_share if shape == "cube" else 1.0
        return [(size * share, size * share, size * share) for size in manner.sizes]
    rows, columns = np.nonzero(mask)
    pinhole = view.pinhole
    across = (columns.max() - columns.min() + 1) / pinhole.K[0, 0]
    tall = (rows.max() - rows.min() + 1) / pinhole.K[1, 1]
    down = (rows.max() + 0.5 - pinhole.K[1, 2]) / pinhole.K[1, 1]
    slope = math.sin(view.pitch) + down * math.cos(view.pitch)  # of the ray to its foot
    far = pinhole.eye[1] / max(slope, 0.05)
    wide, high = float(across * far), float(tall * far)
    if shape == "sphere":
        return [(wide, wide, wide)]

    def height(depth: float) -> float:
        """Of a thing whose top is seen as far as it is deep."""
        return float(np.clip((high - depth * math.sin(view.pitch)) / math.cos(view.pitch), 0.15 * wide, 5.0 * wide))

    if shape == "cylinder":
        return [(wide, height(wide), wide)]
    even, long, short = 0.8 * wide, 0.95 * wide, 0.5 * wide
    return [(even, height(even), even), (long, height(short), short)]


def candidates(
    mask: Array[np.bool_],
    weight: FloatArray,
    view: GroundView,
    segments: frozenset[int],
    *,
    front: FloatArray | None = None,
) -> list[tuple[float, PlainThing]]:
    """What the mask (H, W) may show: the best fit of each shape and size with its cost, best first.

    Args:
        weight: (H, W) how much each pixel counts.
    """
    target = mask.astype(np.float64)
    best: dict[tuple[str, int], tuple[float, PlainThing]] = {}
    for start in starts(mask, view, segments):
        thing, cost = fit_alone(start, view, target, weight, rounds=3, front=front)
        key = (
            thing.shape,
            round(math.log(start.size[0]) * 4.0) if view.manner.sizes else int(start.size[0] > 1.2 * start.size[2]),
        )
        if key not in best or cost < best[key][0]:
            best[key] = (cost, thing)
    most = _HOPELESS * min(cost for cost, _ in best.values()) + _NEARLY
    found: list[tuple[float, PlainThing]] = []
    for cost, thing in best.values():
        near = cost < most
        fitted = fit_alone(thing, view, target, weight, rounds=6, front=front) if near else (thing, cost)
        found.append(fitted[::-1])
    return sorted(found, key=lambda pair: pair[0])
