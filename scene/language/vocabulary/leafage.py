"""Leaves of trees, bushes and hedges: they cover round masses, light above and dark below.

A mass is an ellipsoid (center, half lengths). Only what can be seen is built: a dark core for each mass, and over it the leaves that no
other mass hides.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.language.vocabulary.primitives import primitive_call
from scenewright.scene.language.vocabulary.shapes import Shape, concat_shapes, transform_shape

__all__ = ["leafage"]

_Color = Sequence[float]
_Mass = tuple[Sequence[float], Sequence[float]]
_Array = npt.NDArray[np.float64]

_DULL = {"roughness": 0.95}
_COVER = 1.15
"""Area of all leaves, of that of the masses: they overlap."""
_CORE = 0.86
"""Half lengths of the dark core of a mass, of its own."""
_HIDDEN = 0.9
"""What lies within this share of the half lengths of another mass is not seen."""
_THIN, _NARROW = 0.08, 0.5
"""Thickness and width of a leaf, of its length."""
_Q = math.sqrt(0.5)
_CORNERS = np.array([[_Q, 0.0, -_Q], [0.0, 1.0, 0.0], [_Q, 0.0, _Q]])
"""A square that stands on its corner is a leaf with two tips."""
_SIDE = (1.4, 2.0, 1.4)
"""Edges of a leaf of half length 1 along its axes."""
_TURN = 2.39996
"""The golden angle, by which points spread evenly over a sphere."""


def leafage(
    masses: Sequence[_Mass], color: _Color, leaf: float, *, seed: int = 0, spread: float = 0.5, lit: float = 0.42,
    cover: float = _COVER, mixed: Sequence[_Color] = (),
) -> Shape:  # fmt: skip
    """Foliage over round masses, its leaves of uneven tilt and tone.

    Args:
        masses: the (center, half lengths) of each.
        color: of the leaves, in the mean.
        leaf: half length of a leaf, which stands for a tuft of many.
        seed: another number gives other leaves.
        spread: how far leaves tilt away from the surface of their mass; 0: not at all.
        lit: by how much the top is lighter, and the bottom darker, than the mean.
        cover: area of all leaves, of that of the masses.
        mixed: colours of leaves among those of `color`, each as frequent.
    """
    chance, tints = np.random.default_rng(seed), [color, *mixed]
    centers = np.array([center for center, _ in masses], dtype=float)
    radii = np.array([half for _, half in masses], dtype=float)
    low, high = float((centers - radii)[:, 1].min()), float((centers + radii)[:, 1].max())
    cores = [
        _ellipsoid(np.diag(half * _CORE), center, _shade(color, 0.5 + 0.12 * (center[1] - low) / (high - low)))
        for center, half in zip(centers, radii, strict=True)
    ]
    parts = []
    for number in range(len(masses)):
        for point, outward in _surface_points(centers[number], radii[number], leaf, cover, chance):
            inside = np.linalg.norm((point - centers) / (radii * _HIDDEN), axis=1) < 1.0
            inside[number] = False
            if inside.any():
                continue
            up = (point[1] - low) / (high - low) + 0.45 * outward[1]
            tone = 0.98 + lit * (up - 0.5) + chance.uniform(-0.09, 0.09)
            size = leaf * chance.uniform(0.75, 1.2)
            axes = _tilted(outward, spread, chance) * (size * np.array([1.0, _THIN, _NARROW]))
            parts.append(_leaf(axes, point, _shade(tints[chance.integers(len(tints))], tone, warm=0.12 * (up - 0.4))))
    return concat_shapes(*cores, *parts)


def _surface_points(
    center: _Array, half: _Array, leaf: float, cover: float, chance: np.random.Generator
) -> list[tuple[_Array, _Array]]:
    """Points about a mass with their outward directions, uneven, so that the outline is ragged."""
    size = float(np.prod(half) ** (1 / 3))
    count = max(5, round(cover * 4 * (size / leaf) ** 2 / _NARROW))
    start = chance.uniform(0, 2 * math.pi)
    out = []
    for k in range(count):
        v = 1 - 2 * (k + 0.5) / count
        ring, a = math.sqrt(1 - v * v), start + _TURN * k
        unit = np.array([ring * math.cos(a), v, ring * math.sin(a)]) + chance.normal(0, 0.06, 3)
        unit /= np.linalg.norm(unit)
        normal = unit / half
        out.append((center + unit * half * chance.uniform(0.86, 1.06), normal / np.linalg.norm(normal)))
    return out


def _tilted(outward: _Array, spread: float, chance: np.random.Generator) -> _Array:
    """(3, 3) axes of a leaf as columns: its length, its thickness, which looks about outward, and its width."""
    thick = outward + chance.normal(0, spread, 3)
    thick /= np.linalg.norm(thick)
    along = np.cross(thick, chance.normal(0, 1, 3))
    along /= np.linalg.norm(along)
    return np.column_stack((along, thick, np.cross(along, thick)))


def _leaf(axes: _Array, center: _Array, color: tuple[float, ...]) -> Shape:
    """A flat rhomb: it has two tips, and a hundredth of the faces of a ball."""
    pose: Any = np.eye(4)
    pose[:3, :3], pose[:3, 3] = axes @ _CORNERS, center
    return transform_shape(primitive_call("cube", {"scale": _SIDE}, color=color, material=_DULL), pose)


def _ellipsoid(axes: _Array, center: _Array, color: tuple[float, ...]) -> Shape:
    pose: Any = np.eye(4)
    pose[:3, :3], pose[:3, 3] = axes, center
    unit = primitive_call("sphere", {"radius": 1.0}, color=color, material=_DULL)
    return transform_shape(unit, pose)


def _shade(color: _Color, by: float, warm: float = 0.0) -> tuple[float, ...]:
    """A colour, `by` times as bright, and warmer where the light reaches it."""
    r, g, b = (c * by for c in color)
    return (min(1.0, max(0.0, r * (1 + warm))), min(1.0, g), min(1.0, max(0.0, b * (1 - warm))))
