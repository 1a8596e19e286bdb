"""The undersides of an object from which things may hang: the bar of a clothes rail, the hooks of a coat stand, the branches of a tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.geometry import scene_geometry, scene_of_asset
from scenewright.scene.model import AssetRef, FloatArray
from scenewright.scene.semantics.scene_graph.contacts import crossings, faces_of

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["undersides"]

_corners: dict[tuple[Path, str, bytes], FloatArray] = {}


def undersides(catalogue: Catalogue, ref: AssetRef, points: FloatArray, room: float, least: float) -> FloatArray:
    """(N,) heights of the lowest surface above each of (N, 2) points (x, z) that has `room` metres free below it and is at least `least`
    metres above the base; NaN where there is none. Metres, in the object's own frame."""
    upright = np.insert(points, 1, 0.0, axis=1)
    line, _, height = crossings(_corners_of(catalogue, ref), upright, axis=1)
    return np.array([_lowest(np.sort(height[line == i]), room, least) for i in range(len(points))])


def _lowest(heights: FloatArray, room: float, least: float) -> float:
    free = np.diff(heights, prepend=0.0) >= room
    return next(iter(heights[free & (heights >= least)].tolist()), np.nan)


def _corners_of(catalogue: Catalogue, ref: AssetRef) -> FloatArray:
    """(F, 3, 3) the triangles of an object, its base centre at the origin."""
    key = (current_data_dir().cache, ref.id, np.round(ref.fit, 5).tobytes())
    if key not in _corners:
        _corners[key] = faces_of(scene_geometry(scene_of_asset(ref), provider=catalogue)).corners
    return _corners[key]
