"""The data of a capture: photographs, each with its lens and pose, and optional sparse points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Array, FloatArray, Rows
from scenewright.scene.short_repr import short_repr
from scenewright.scene.splats.capture.parts import Photograph

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.views import View

__all__ = ["Capture"]


@dataclass(frozen=True, eq=False)
class Capture:
    """Photographs of one object or place, with known poses in one world.

    `root`: the folder (of a video: the file). `kind`: 'transforms' (nerfstudio, instant-ngp), 'blender', 'colmap', 'photographs'
    or 'video'. `unregistered`: names of the capture's pictures without a file or a pose. `points`: (P, 3) float64 sparse points
    in the world, and `point_colors` (P, 3) uint8 sRGB, or None. `warnings`: messages for the user. `work`: the folder for
    derived files; None stores nothing. `leveled`: whether the world is known to have +y up. `metric`: whether its unit is known
    to be the metre (see :mod:`scenewright.scene.splats.capture.gravity`).
    """

    root: Path
    kind: str
    photographs: tuple[Photograph, ...]
    unregistered: tuple[str, ...] = ()
    points: FloatArray | None = None
    point_colors: Array[np.uint8] | None = None
    warnings: tuple[str, ...] = ()
    work: Path | None = None
    leveled: bool = False
    metric: bool = False

    __repr__ = short_repr

    @property
    def registered(self) -> int:
        """The number of photographs with a file and a pose."""
        return len(self.photographs)

    @property
    def total(self) -> int:
        """The number of all photographs, with the unregistered ones."""
        return len(self.photographs) + len(self.unregistered)

    @property
    def positions(self) -> FloatArray:
        """(N, 3) camera centres, in the world."""
        poses = np.stack([p.camera_from_world for p in self.photographs])
        return np.asarray(-np.einsum("nji,nj->ni", poses[:, :3, :3], poses[:, :3, 3]))

    def moved(self, target_from_world: Rows, *, leveled: bool = False, metric: bool = False) -> Capture:
        """The capture in another world. `target_from_world`: (4, 4), a rotation, a uniform scale and a translation.

        Raises:
            CaptureError: the matrix is anything else.
        """
        matrix = np.asarray(target_from_world, dtype=np.float64)
        if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
            raise CaptureError("a capture is moved by a finite 4 x 4 matrix")
        scale = float(np.cbrt(np.linalg.det(matrix[:3, :3])))
        if scale <= 0 or not np.allclose(matrix[:3, :3] @ matrix[:3, :3].T, scale**2 * np.eye(3), atol=1e-6 * scale**2):
            raise CaptureError(
                "a capture is moved by a rotation, a uniform scale and a translation, and by nothing else"
            )
        rotation, shift = matrix[:3, :3] / scale, matrix[:3, 3]
        moved = []
        for photograph in self.photographs:
            pose = np.eye(4)
            pose[:3, :3] = photograph.camera_from_world[:3, :3] @ rotation.T
            pose[:3, 3] = scale * photograph.camera_from_world[:3, 3] - pose[:3, :3] @ shift
            moved.append(replace(photograph, camera_from_world=pose))
        points = None if self.points is None else self.points @ matrix[:3, :3].T + shift
        return replace(self, photographs=tuple(moved), points=points, leveled=leveled, metric=metric)

    def views(
        self,
        *,
        downscale: float | None = None,
        longest: int | None = None,
        width: int | None = None,
        height: int | None = None,
        job: Job | None = None,
    ) -> list[View]:
        """The photographs without distortion, in the capture's order, and optionally smaller.

        Args:
            downscale: divisor of both sides.
            longest: largest length of the longer side, in pixels; smaller pictures keep their size.
            width, height: size of every picture; if only one is given, the aspect ratio is kept.

        A panorama gives the six faces of a cube. The results are stored in :attr:`work`.

        Raises:
            CaptureError: a picture cannot be read, or the sizes are invalid.
            JobCancelled: the job was cancelled.
        """
        from scenewright.scene.splats.capture.undistortion import make_views

        return make_views(
            self,
            downscale=downscale,
            longest=longest,
            width=width,
            height=height,
            job=job,
        )

    def with_points(
        self, *, neighbors: int = 15, features: int = 8192, threads: int | None = None, job: Job | None = None
    ) -> Capture:
        """The capture with sparse points. If it has none, they are triangulated from its pictures and poses.

        See :func:`scenewright.scene.splats.capture.triangulation.triangulate` for the arguments.

        Raises:
            CaptureError: the pictures do not fit the poses, or pycolmap is missing.
            JobCancelled: the job was cancelled.
        """
        if self.points is not None:
            return self
        from scenewright.scene.splats.capture.triangulation import triangulate

        return triangulate(self, neighbors=neighbors, features=features, threads=threads, job=job).capture
