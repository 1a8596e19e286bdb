"""The parts of captures: photographs with lenses and poses, storage of derived files, and error classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene import atomic
from scenewright.scene.errors import CaptureError
from scenewright.scene.model import FloatArray
from scenewright.scene.short_repr import short_repr
from scenewright.scene.splats.capture.lens import Lens

__all__ = [
    "NoPoints",
    "NotSolved",
    "Photograph",
    "PosesDoNotFit",
    "checked_pose",
    "keep",
    "make_work",
    "named_a_few",
]


class NotSolved(CaptureError):
    """The capture has no poses yet, and computing them was not allowed.

    `sizes`: the number of pictures (of a video: frames) by size, (width, height) upright. `seconds`: the length of a video.
    """

    def __init__(self, message: str, sizes: Mapping[tuple[int, int], int], *, seconds: float | None = None) -> None:
        super().__init__(message)
        self.sizes = dict(sizes)
        self.seconds = seconds


class NoPoints(CaptureError):
    """The capture is valid, but its pictures give no sparse points, or a library for them is missing."""


class PosesDoNotFit(CaptureError):
    """The poses or lenses in the capture's files do not match its pictures."""


def make_work(folder: Path) -> Path:
    """`folder`, created if it is missing.

    Raises:
        CaptureError: it cannot be created.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaptureError(
            f"{folder}: nothing can be kept there ({error.strerror or error}): give another folder"
        ).about("work") from None
    return folder


def keep(file: Path, data: bytes) -> None:
    """Write a derived file, completely or not at all. It can be computed again, so it need not survive a power cut.

    Raises:
        CaptureError: the file cannot be written.
    """
    try:
        atomic.write(file, data, durable=False)
    except OSError as error:
        raise CaptureError(
            f"{file} cannot be written ({error.strerror or error}): make room there, or give another folder"
        ).about("work") from None


@dataclass(frozen=True, eq=False)
class Photograph:
    """One picture with its camera.

    `name`: as the capture lists it. `path`: of the picture's file. `lens`: with its distortion, at the picture's full size.
    `camera_from_world`: (4, 4) float64, rigid, OpenCV's axes (x right, y down, z forward). `mask`: a picture of the same size,
    black where pixels are excluded from training. `split`: 'train', 'test' or 'val' if the capture states it, else ''.
    `upright`: whether `lens` and pose are for the picture rotated by its EXIF data.
    """

    name: str
    path: Path
    lens: Lens
    camera_from_world: FloatArray
    mask: Path | None = None
    split: str = ""
    upright: bool = False

    __repr__ = short_repr


def checked_pose(matrix: Any, where: str) -> FloatArray:
    """`matrix` as a rigid (4, 4) transform, with its rotation made exactly orthonormal. `where`: file and field, for errors.

    Raises:
        CaptureError: it is not a 3 x 4 or 4 x 4 matrix of finite numbers, or not rigid.
    """
    try:
        values = np.asarray(matrix, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        raise CaptureError(f"{where}: a pose is a 4 x 4 matrix of numbers") from None
    if values.shape not in ((4, 4), (3, 4)):
        raise CaptureError(f"{where}: a pose is a 4 x 4 matrix, and this has the shape {values.shape}")
    if not np.isfinite(values).all():
        raise CaptureError(f"{where}: a pose must be finite")
    if values.shape == (4, 4) and not np.allclose(values[3], (0, 0, 0, 1), atol=1e-6):
        raise CaptureError(f"{where}: the last row of a pose is 0 0 0 1, not {values[3].tolist()}")
    left, stretches, right = np.linalg.svd(values[:3, :3])
    if stretches.max() > 1.01 or stretches.min() < 0.99:  # some tools write only three digits
        stretch = " x ".join(f"{s:.4g}" for s in stretches)
        raise CaptureError(f"{where}: a pose must be rigid, and this one stretches by {stretch}")
    if np.linalg.det(values[:3, :3]) < 0:
        raise CaptureError(f"{where}: a pose must not mirror")
    pose = np.eye(4)
    pose[:3, :3], pose[:3, 3] = left @ right, values[:3, 3]
    return pose


def named_a_few(names: Sequence[str], shown: int = 8) -> str:
    """The first few names, and the number of the others."""
    more = f" and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
