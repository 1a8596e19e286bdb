"""Which views to lift from: a few that together show the scene, in place of all that there are."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.region_weights import region_weights

__all__ = ["covering_views", "visible_gaussians"]

_LEAST_WEIGHT = 0.13
"""Of a Gaussian in a view, in pixels, to be seen in it: the floor of :class:`scenewright.scene.semantics.fields.lifting.Gate`."""


def visible_gaussians(
    gaussians: Gaussians, cameras: Cameras, *, side: int | None = 256, threads: int | None = None
) -> npt.NDArray[np.bool_]:
    """(C, N): who is seen in which view. `side`: views are drawn no larger than this, in pixels along the longer side; None: as
    they are."""
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
    """The views to take, best first: each is the one that shows most Gaussians that fewer than `times` of those before it have shown,
    the earliest of equal ones. Ends with `most`, or with the view after which no other shows anything new.

    The sum of min(count, times) is submodular: what the greedy choice reaches is at least 63 % of the best (Nemhauser, Wolsey and
    Fisher, 1978).

    Args:
        visible: (C, N) of :func:`visible_gaussians`.
        times: in how many views a Gaussian is wanted: a median needs some.

    Raises:
        FieldError: a count that is not positive.
    """
    if most < 1 or times < 1:
        raise FieldError(f"views to take are {most}, each Gaussian in {times} of them: both must be at least 1")
    seen = visible.astype(np.float32)
    counts = np.zeros(visible.shape[1], dtype=np.int64)
    chosen: list[int] = []
    while len(chosen) < min(most, len(visible)):
        gains = seen @ (counts < times).astype(np.float32)
        gains[chosen] = -1.0
        best = int(gains.argmax())
        if gains[best] <= 0:
            break
        chosen.append(best)
        counts += visible[best]
    return chosen
