"""Undistorted photographs with their cameras: what training takes, and what of it is held out to judge by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.cameras import Cameras

__all__ = ["View", "split_holdout"]


@dataclass(frozen=True, eq=False)
class View:
    """A photograph without distortion, and where it was taken from.

    `name`: of the file, as the capture lists it. `camera`: one pinhole view of the picture's size. `image`: (H, W, 3) uint8
    sRGB, not premultiplied. `alpha`: (H, W) uint8 coverage where the picture has it (Blender's synthetic scenes).
    `mask`: (H, W) bool, False where the pixel must not be learnt from (masked, or outside of the lens's view).
    `split`: 'train', 'test' or 'val' where the capture says what the picture is for, else ''.
    """

    name: str
    camera: Cameras
    image: npt.NDArray[np.uint8]
    alpha: npt.NDArray[np.uint8] | None = None
    mask: npt.NDArray[np.bool_] | None = None
    split: str = ""


def split_holdout(views: Sequence[View], every: int = 8, *, names: Sequence[str] = ()) -> tuple[list[View], list[View]]:
    """(the views to train on, the views held out to judge by).

    Held out are the views called `names` (in full, or by the file's name alone); where there are none, the capture's own test
    split (its validation split where it has no test split); where it has neither, every `every`-th view from the first on, and
    with `every` 0 none. A view that the capture reserves for tests or validation is trained on only where `names` replace
    its split.

    Raises:
        CaptureError: a name that is no view's, or nothing is left to train on.
    """
    reserved = {view.split for view in views} & {"test", "val"}
    if names:
        held = {index for name in names for index in _called(views, name)}
        trained = set(range(len(views))) - held
    elif reserved:
        judged = "test" if "test" in reserved else "val"
        held = {i for i, v in enumerate(views) if v.split == judged}
        trained = {i for i, v in enumerate(views) if v.split not in reserved}
    else:
        if every < 0 or every == 1:
            raise CaptureError(f"every is {every}: hold out every 2nd view or fewer, or 0 for none")
        held = set(range(0, len(views), every)) if every else set()
        trained = set(range(len(views))) - held
    if not trained:
        raise CaptureError(f"all {len(views)} views are held out, and none is left to train on")
    return [views[i] for i in sorted(trained)], [views[i] for i in sorted(held)]


def _called(views: Sequence[View], name: str) -> list[int]:
    found = [i for i, v in enumerate(views) if v.name == name or PurePosixPath(v.name).name == name]
    if not found:
        raise CaptureError(
            f"there is no view {name!r} to hold out; there are {', '.join(v.name for v in views[:5])} ..."
        )
    return found
