"""Cloth that hangs in soft folds: strips side by side, each from a point of its upper edge to one of its hem."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.scene.language.vocabulary.primitives import primitive_call
from scenewright.scene.language.vocabulary.shapes import Shape, concat_shapes, transform_shape

__all__ = ["drape"]

_FOLD, _SHADE, _WAVE = 0.07, 0.045, 2.1
"""How much strips differ in depth and in tone, and by what angle from one to the next: the folds are uneven."""


def drape(
    tops: Sequence[Sequence[float]], hems: Sequence[Sequence[float]], depth: float | Sequence[float],
    color: Sequence[float], material: Any = None, *, overlap: float = 2.4,
) -> Shape:  # fmt: skip
    """Cloth that hangs from `tops` to `hems`, points (x, y, z) from its left to its right.

    Args:
        depth: half its depth along z, for all strips or for each.
        overlap: width of a strip, of the distance to the next: the larger, the flatter the folds.
    """
    upper, lower = np.asarray(tops, float), np.asarray(hems, float)
    deep = np.broadcast_to(np.asarray(depth, float), len(upper))
    parts = []
    for k, (top, hem) in enumerate(zip(upper, lower, strict=True)):
        wave = math.sin(_WAVE * k)
        fold = 1.0 + _FOLD * (wave - 1.0) / 2.0
        tone = tuple(min(1.0, c * (1.0 + _SHADE * wave)) for c in color)
        half = [0.5 * overlap * _step(line, k) for line in (upper, lower)]
        across = (max(half), deep[k] * fold)
        strip = primitive_call(
            "cylinder", {"radius": 1.0, "p0": (0, 0, 0), "p1": (0, 1, 0)}, color=tone, material=material
        )
        parts.append(transform_shape(strip, _pose(hem, top - hem, across)))
        cap = primitive_call("sphere", {"radius": 1.0}, color=tone, material=material)
        parts.append(transform_shape(cap, _pose(top, np.array([0.0, min(across), 0.0]), across)))
    return concat_shapes(*parts)


def _step(line: Any, k: int) -> float:
    """Mean distance of a point to its neighbours on its line."""
    near = [float(np.linalg.norm(line[k] - line[n])) for n in (k - 1, k + 1) if 0 <= n < len(line)]
    return sum(near) / len(near)


def _pose(origin: Any, up: Any, across: tuple[float, float]) -> Any:
    """A pose whose x and z axes have the lengths `across`, and whose y axis is `up`."""
    pose = np.eye(4)
    pose[:3] = np.column_stack(((across[0], 0, 0), up, (0, 0, across[1]), origin))
    return pose
