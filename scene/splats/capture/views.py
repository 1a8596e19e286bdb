"""Undistorted photographs with their cameras, and the split into training views and held-out views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.model import Array
from scenewright.scene.short_repr import short_repr
from scenewright.scene.splats.cameras import Cameras

__all__ = ["View", "split_holdout"]


@dataclass(frozen=True, eq=False)
class View:
    """A photograph without distortion, and its camera.

    `name`: of the file, as the capture lists it. `camera`: one pinhole view of the picture's size. `image`: (H, W, 3) uint8
    sRGB, not premultiplied. `alpha`: (H, W) uint8 coverage if the picture has it (Blender's synthetic scenes), or None.
    `mask`: (H, W) bool, False for pixels excluded from training (masked, or not visible through the lens), or None.
    `split`: 'train', 'test' or 'val' if the capture states it, else ''.
    """

    name: str
    camera: Cameras
    image: Array[np.uint8]
    alpha: Array[np.uint8] | None = None
    mask: Array[np.bool_] | None = None
    split: str = ""

    __repr__ = short_repr


def split_holdout(views: Sequence[View], every: int = 8, *, names: Sequence[str] = ()) -> tuple[list[View], list[View]]:
    """(the training views, the views held out for evaluation).

    The held-out views are, in this order of precedence: those listed in `names` (in full, or by the file's name alone); the
    capture's own test split, or its validation split; every `every`-th view, from the first on, or none if `every` is 0. Views
    of the capture's test and validation splits are used for training only if `names` are given.

    Raises:
        CaptureError: a name matches no view, or no view is left for training.
    """
    reserved = {view.split for view in views} & {"test", "val"}
    if names:
        held_out = {index for name in names for index in _called(views, name)}
        trained = set(range(len(views))) - held_out
    elif reserved:
        judged = "test" if "test" in reserved else "val"
        held_out = {i for i, v in enumerate(views) if v.split == judged}
        trained = {i for i, v in enumerate(views) if v.split not in reserved}
    else:
        if every < 0 or every == 1:
            raise CaptureError(f"every is {every}: hold out every 2nd view or fewer, or 0 for none")
        held_out = set(range(0, len(views), every)) if every else set()
        trained = set(range(len(views))) - held_out
    if not trained:
        raise CaptureError(f"all {len(views)} views are held out, and none is left to train on")
    return [views[i] for i in sorted(trained)], [views[i] for i in sorted(held_out)]


def _called(views: Sequence[View], name: str) -> list[int]:
    matches = [i for i, v in enumerate(views) if v.name == name or PurePosixPath(v.name).name == name]
    if not matches:
        raise CaptureError(
            f"there is no view {name!r} to hold out; there are {', '.join(v.name for v in views[:5])} ..."
        )
    return matches
