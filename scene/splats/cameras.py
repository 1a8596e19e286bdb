"""Views in OpenCV's convention: camera x right, y down, z forward; pixel centres at +0.5."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.argument_values import array_argument, instance_argument, number_argument, whole_argument
from scenewright.scene.errors import SplatError
from scenewright.scene.model import Camera, Point
from scenewright.scene.named_arguments import named_arguments, named_fields
from scenewright.scene.splats.devices import device_or_dtype

__all__ = ["Cameras"]


@named_fields(SplatError)
@dataclass(frozen=True, eq=False, repr=False)
class Cameras:
    """C pinhole views of one size, `width` x `height` pixels.

    `camera_from_world`: (C, 4, 4) extrinsics, rigid. `intrinsics`: (C, 3, 3) K, in pixels: [[fx, 0, cx], [0, fy, cy],
    [0, 0, 1]]; the centre of the upper left pixel is (0.5, 0.5).
    """

    camera_from_world: Tensor
    intrinsics: Tensor
    width: int
    height: int

    def __post_init__(self) -> None:
        for name in ("camera_from_world", "intrinsics"):
            instance_argument(getattr(self, name), Tensor, name, SplatError)
        count = len(self.camera_from_world)
        if tuple(self.camera_from_world.shape) != (count, 4, 4) or tuple(self.intrinsics.shape) != (count, 3, 3):
            raise SplatError(
                f"cameras need extrinsics (C, 4, 4) and intrinsics (C, 3, 3), not {tuple(self.camera_from_world.shape)} "
                f"and {tuple(self.intrinsics.shape)}"
            )
        _check_size(self.width, self.height)

    def __repr__(self) -> str:
        return f"Cameras({len(self)} of {self.width} x {self.height} pixels)"

    @classmethod
    @named_arguments(SplatError)
    def look_at(
        cls,
        eye: Point | Tensor,
        target: Point | Tensor,
        *,
        fov: float,
        width: int,
        height: int,
        up: Point | Tensor = (0.0, 1.0, 0.0),
    ) -> Cameras:
        """One view from `eye` to `target`, points (3,). `fov` is vertical, in degrees. A view along `up` has +z or -z as up.

        Raises:
            SplatError: eye and target are the same point, or a value is no point, no angle or no size; ``field`` names it.
        """
        at = array_argument(eye, (3,), "eye", SplatError)
        forward = array_argument(target, (3,), "target", SplatError) - at
        upward = array_argument(up, (3,), "up", SplatError)
        if not 0.0 < (angle := number_argument(fov, "fov", SplatError)) < 180.0:
            raise SplatError(f"fov: must be between 0 and 180 degrees, not {angle:g}").about("fov")
        _check_size(width, height)
        if np.linalg.norm(forward) < 1e-12:
            raise SplatError("a camera cannot look at its own position")
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, upward)
        if np.linalg.norm(right) < 1e-6:
            right = np.cross(forward, (0.0, 0.0, -1.0) if forward[1] < 0 else (0.0, 0.0, 1.0))
        right /= np.linalg.norm(right)
        turn = np.stack([right, np.cross(forward, right), forward])
        extrinsics = np.eye(4)
        extrinsics[:3, :3], extrinsics[:3, 3] = turn, -turn @ at
        focal = height / 2.0 / math.tan(math.radians(angle) / 2.0)
        k = np.array([[focal, 0.0, width / 2.0], [0.0, focal, height / 2.0], [0.0, 0.0, 1.0]])
        return cls(_single(extrinsics), _single(k), width, height)

    @classmethod
    def of_scene(cls, cameras: Sequence[Camera], *, width: int, height: int) -> Cameras:
        """The views of a scene program's cameras."""
        return cls.stacked([cls.look_at(c.eye, c.target, fov=c.fov, width=width, height=height) for c in cameras])

    @staticmethod
    def stacked(parts: Sequence[Cameras]) -> Cameras:
        """Several sets of views as one.

        Raises:
            SplatError: there are no views, or they differ in size.
        """
        parts = [instance_argument(part, Cameras, "parts", SplatError) for part in parts]
        sizes = {(p.width, p.height) for p in parts}
        if len(sizes) != 1:
            raise SplatError(f"views to stack must be of one size, not {sorted(sizes) or 'none at all'}")
        extrinsics = torch.cat([p.camera_from_world for p in parts])
        return replace(parts[0], camera_from_world=extrinsics, intrinsics=torch.cat([p.intrinsics for p in parts]))

    def __len__(self) -> int:
        return int(self.camera_from_world.shape[0])

    def __getitem__(self, index: int) -> Cameras:
        """One view, as a set of one."""
        chosen = range(len(self))[index]
        return replace(
            self,
            camera_from_world=self.camera_from_world[chosen : chosen + 1],
            intrinsics=self.intrinsics[chosen : chosen + 1],
        )

    @property
    def positions(self) -> Tensor:
        """(C, 3) camera centres, in the world."""
        turn = self.camera_from_world[:, :3, :3]
        return -(turn.transpose(1, 2) @ self.camera_from_world[:, :3, 3:])[..., 0]

    def scaled(self, width: int, height: int) -> Cameras:
        """The same views at another size in pixels.

        Raises:
            SplatError: a side is no whole number of at least 1.
        """
        _check_size(width, height)
        factors = torch.tensor([width / self.width, height / self.height, 1.0]).to(self.intrinsics)
        return replace(self, intrinsics=self.intrinsics * factors[:, None], width=width, height=height)

    def to(self, target: torch.device | torch.dtype | str) -> Cameras:
        """A copy on another device, or with another float dtype.

        Raises:
            SplatError: there is no such device.
        """
        target = device_or_dtype(target)
        return replace(self, camera_from_world=self.camera_from_world.to(target), intrinsics=self.intrinsics.to(target))


def _check_size(width: object, height: object) -> None:
    for name, pixels in (("width", width), ("height", height)):
        if whole_argument(pixels, name, SplatError) < 1:
            raise SplatError(f"a picture of {width}x{height} pixels cannot be drawn").about(name)


def _single(matrix: npt.NDArray[np.float64]) -> Tensor:
    return torch.from_numpy(matrix.astype(np.float32))[None]
