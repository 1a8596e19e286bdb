"""First guesses at what a segment shows: each shape and size, put where the segment is."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from scenewright.app.picture_scenes.evidence import View
from scenewright.app.picture_scenes.manner import Manner
from scenewright.app.picture_scenes.silhouettes import fit_alone
from scenewright.app.picture_scenes.things import SHAPES, PlainShape, Thing
from scenewright.scene.model import Array, FloatArray

__all__ = ["candidates", "starts"]

_TURNS = 3
"""Turns that a cube is tried at, of a quarter."""
_HOPELESS, _NEARLY = 3.0, 60.0
"""A guess whose cost is so many times the best, and so many wrong pixels more, is not fitted to the end."""


def starts(mask: Array[np.bool_], view: View, segments: frozenset[int]) -> list[Thing]:
    """Things of each shape and size whose middle is seen in the middle of a mask (H, W)."""
    pinhole = view.pinhole
    rows, columns = np.nonzero(mask)
    middle = np.array([(columns.min() + columns.max() + 1) / 2.0, (rows.min() + rows.max() + 1) / 2.0])
    ray = pinhole.world_from_camera[:3, :3] @ [
        (middle[0] - pinhole.K[0, 2]) / pinhole.K[0, 0], (middle[1] - pinhole.K[1, 2]) / pinhole.K[1, 1], 1.0
    ]  # fmt: skip
    eye = pinhole.eye
    found = []
    for shape in SHAPES:
        for size in _sizes(shape, mask, view):
            height = size / 2.0
            far = (height - eye[1]) / min(ray[1], -1e-3)
            x, _, z = eye + far * ray
            for turn in range(_TURNS if shape == "cube" else 1):
                angle = turn * math.pi / 2.0 / _TURNS
                found.append(Thing(shape, (float(x), float(z)), (size, size, size), angle, segments))
    return found


def _sizes(shape: PlainShape, mask: Array[np.bool_], view: View) -> Iterable[float]:
    manner: Manner = view.manner
    share = manner.cube_share if shape == "cube" else 1.0
    if manner.sizes:
        return [size * share for size in manner.sizes]
    rows, columns = np.nonzero(mask)
    pinhole = view.pinhole
    across = (columns.max() - columns.min() + 1) / pinhole.K[0, 0]
    down = (rows.max() + 0.5 - pinhole.K[1, 2]) / pinhole.K[1, 1]
    slope = math.sin(view.pitch) + down * math.cos(view.pitch)  # of the ray to its foot
    far = pinhole.eye[1] / max(slope, 0.05)
    return [float(across * far) * (0.8 if shape == "cube" else 1.0)]


def candidates(
    mask: Array[np.bool_], weight: FloatArray, view: View, segments: frozenset[int], *, front: FloatArray | None = None
) -> list[tuple[float, Thing]]:
    """What the mask (H, W) may show: the best fit of each shape and size with its cost, best first.

    Args:
        weight: (H, W) how much each pixel counts.
    """
    target = mask.astype(np.float64)
    best: dict[tuple[str, int], tuple[float, Thing]] = {}
    for start in starts(mask, view, segments):
        thing, cost = fit_alone(start, view, target, weight, rounds=3, front=front)
        key = (thing.shape, round(math.log(start.size[0]) * 4.0) if view.manner.sizes else 0)
        if key not in best or cost < best[key][0]:
            best[key] = (cost, thing)
    most = _HOPELESS * min(cost for cost, _ in best.values()) + _NEARLY
    found: list[tuple[float, Thing]] = []
    for cost, thing in best.values():
        near = cost < most
        fitted = fit_alone(thing, view, target, weight, rounds=6, front=front) if near else (thing, cost)
        found.append(fitted[::-1])
    return sorted(found, key=lambda pair: pair[0])
