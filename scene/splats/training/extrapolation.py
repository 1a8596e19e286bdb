"""Which held-out views lie outside of the cameras that were trained on: their scores are of extrapolation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scenewright.scene.model import FloatArray
from scenewright.scene.splats.capture import View

__all__ = ["outside_views"]

_NEAREST = 6
_ONE_SIDED = 0.8
"""Length of the mean direction to the nearest cameras from which on they are all to one side: 1 at the end of a path, about 0.7 in the
corner of a grid, near 0 on a path or a ring."""
_FAR = 2.5
"""A view is apart where its nearest camera is so many times as far as cameras usually are."""
_TURNED = 30.0
"""Degrees: a view is apart, too, where it is turned by more from each of its nearest cameras."""


def outside_views(held_out: Sequence[View], kept: Sequence[View]) -> list[str]:
    """Names of the held-out views that no trained camera is beyond, near or turned like. Empty where too few cameras say so."""
    if len(kept) <= _NEAREST:
        return []
    at, forward = _poses(kept)
    apart = np.linalg.norm(at[:, None] - at[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    usual = float(np.median(apart.min(axis=1)))
    outside = []
    for view in held_out:
        eye, looks = _poses([view])
        offsets = at - eye[0]
        distance = np.linalg.norm(offsets, axis=1)
        near = np.argsort(distance, kind="stable")[:_NEAREST]
        directions = offsets[near] / np.maximum(distance[near], 1e-12)[:, None]
        one_sided = float(np.linalg.norm(directions.mean(axis=0))) > _ONE_SIDED
        turned = float(np.degrees(np.arccos(np.clip(forward[near] @ looks[0], -1.0, 1.0))).min()) > _TURNED
        if turned or (usual > 0.0 and (one_sided or distance.min() > _FAR * usual)):
            outside.append(view.name)
    return outside


def _poses(views: Sequence[View]) -> tuple[FloatArray, FloatArray]:
    """(V, 3) positions of the cameras, and (V, 3) unit directions that they look in."""
    matrices = np.concatenate([view.camera.camera_from_world.double().cpu().numpy() for view in views])
    at = -np.einsum("nji,nj->ni", matrices[:, :3, :3], matrices[:, :3, 3])
    return at, matrices[:, 2, :3]
