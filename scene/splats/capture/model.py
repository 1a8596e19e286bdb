"""What a capture is: photographs, each with its lens and pose, and sparse points where there are some."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.parts import Photograph

if TYPE_CHECKING:
    from scenewright.scene.splats.capture.views import View

__all__ = ["Capture"]


@dataclass(frozen=True, eq=False)
class Capture:
    """Photographs of one thing or place, from known poses in one world.

    `root`: the folder (of a video: the file). `kind`: 'transforms' (nerfstudio, instant-ngp), 'blender', 'colmap', 'photographs'
    or 'video'. `unregistered`: names of pictures that the capture lists, or has, and that have no file or no pose. `points`:
    (P, 3) float64 sparse points in the world and `point_colors` (P, 3) uint8 sRGB, or None. `warnings`: what its user should
    know. `work`: the folder for what is derived from it, None to keep nothing. `leveled`: whether its world is known to have +y
    up, and `metric`: whether its unit is known to be the metre (see :mod:`scenewright.scene.splats.capture.gravity`).
    """

    root: Path
    kind: str
    photographs: tuple[Photograph, ...]
    unregistered: tuple[str, ...] = ()
    points: npt.NDArray[np.float64] | None = None
    point_colors: npt.NDArray[np.uint8] | None = None
    warnings: tuple[str, ...] = ()
    work: Path | None = None
    leveled: bool = False
    metric: bool = False

    @property
    def registered(self) -> int:
        """How many photographs have a file and a pose."""
        return len(self.photographs)

    @property
    def total(self) -> int:
        """How many the capture lists or has."""
        return len(self.photographs) + len(self.unregistered)

    @property
    def positions(self) -> npt.NDArray[np.float64]:
        """(N, 3) of the cameras' eyes, in the world."""
        poses = np.stack([p.camera_from_world for p in self.photographs])
        return np.asarray(-np.einsum("nji,nj->ni", poses[:, :3, :3], poses[:, :3, 3]))

    def moved(self, target_from_world: npt.ArrayLike, *, leveled: bool = False, metric: bool = False) -> Capture:
        """The same in another world; `target_from_world` is (4, 4): a rotation, a uniform scale, a translation.

        Raises:
            CaptureError: it is something else.
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
        """The photographs without distortion, in the capture's order, smaller where that is asked.

        Args:
            downscale: divide both sides by this.
            longest: of the longer side, in pixels; smaller pictures stay as they are.
            width, height: of every picture; where one of the two is given the other keeps the proportions.

        A panorama gives the six faces of a cube. What was computed is kept in :attr:`work`.

        Raises:
            CaptureError: a picture cannot be read, or sizes that make no sense.
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

    def with_points(self, *, job: Job | None = None, **options: Any) -> Capture:
        """The capture with sparse points: itself where it has some, else triangulated from its pictures and poses.

        See :func:`scenewright.scene.splats.capture.triangulation.triangulate` for `options`.

        Raises:
            CaptureError: the pictures do not fit the poses, or pycolmap is missing.
            JobCancelled: the job was cancelled.
        """
        if self.points is not None:
            return self
        from scenewright.scene.splats.capture.triangulation import triangulate

        return triangulate(self, job=job, **options).capture
