"""Selects views for lifting: a few that together show the scene, instead of all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.region_weights import region_weights

__all__ = ["covering_views", "visible_gaussians"]

_LEAST_WEIGHT = 0.13
"""Least weight of a visible Gaussian in a view, in pixels: the floor of :class:`scenewright.scene.semantics.fields.lifting.Gate`."""


def visible_gaussians(
    gaussians: Gaussians, cameras: Cameras, *, side: int | None = 256, threads: int | None = None
) -> npt.NDArray[np.bool_]:
    """(C, N) whether a Gaussian is visible in a view. `side`: largest length of the longer side of drawn views, in pixels; None: full
    size."""
    if side is not None and max(cameras.width, cameras.height) > side:
        factor = side / max(cameras.width, cameras.height)
        cameras = cameras.scaled(max(round(cameras.width * factor), 1), max(round(cameras.height * factor), 1))
    everything = np.zeros((1, cameras.height, cameras.width), dtype=np.int32)
    out = np.zeros((len(cameras), len(gaussians)), dtype=np.bool_)
    for c in range(len(cameras)):
        (weights,) = region_weights(gaussians, cameras[c], everything, threads=threads)
        out[c] = np.asarray(weights.sum(axis=1)).reshape(-1) >= _LEAST_WEIGHT
    return out


def covering_views(visible: npt.NDArray[np.bool_], most: int, *, times: int = 5) -> list[int]:
    """The indices of the views to use, best first, at most `most`.

    Each view is the one that shows most Gaussians shown by fewer than `times` earlier choices (the first of equal ones). The list ends
    when no further view shows such Gaussians. The objective, the sum of min(count, times), is submodular, so the greedy choice reaches
    at least 63 % of the optimum (Nemhauser, Wolsey and Fisher, 1978).

    Args:
        visible: (C, N) from :func:`visible_gaussians`.
        times: number of views in which each Gaussian should be visible; a median needs several.

    Raises:
        FieldError: `most` or `times` is not positive.
    """
    if most < 1 or times < 1:
        raise FieldError(f"views to take are {most}, each Gaussian in {times} of them: both must be at least 1")
    visibility = visible.astype(np.float32)
    counts = np.zeros(visible.shape[1], dtype=np.int64)
    chosen: list[int] = []
    while len(chosen) < min(most, len(visible)):
        gains = visibility @ (counts < times).astype(np.float32)
        gains[chosen] = -1.0
        best = int(gains.argmax())
        if gains[best] <= 0:
            break
        chosen.append(best)
        counts += visible[best]
    return chosen
