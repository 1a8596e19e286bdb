"""Lenses: projection of directions to pixels, for each of COLMAP's camera models.

Pixel coordinates are continuous, and the centre of the upper left pixel is (0.5, 0.5). This is the convention of COLMAP and of
formats whose intrinsics come from it: ``transforms.json`` of nerfstudio and instant-ngp, which both cast the ray of pixel (i, j)
through (i + 0.5, j + 0.5). Blender's synthetic scenes follow it as well, with a principal point at (w/2, h/2). OpenCV puts the
origin at that pixel's centre, but no supported source does. So no principal point needs to be shifted. A measurement on the fox
(instant-ngp) confirms it: the mean error of triangulated points is 0.947 pixels with cx and cy as written, 0.950 and 0.952 with
both shifted by -0.5 and +0.5, and 1.006 and 1.008 with shifts of two pixels.

The models and their parameters are defined in COLMAP's ``src/colmap/sensor/models.h``; pycolmap computes them. A pinhole
needs no pycolmap.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

import numpy as np

from scenewright.scene.errors import CaptureError
from scenewright.scene.model import FloatArray

__all__ = ["MODELS", "Lens", "MissingLibrary", "need_pycolmap"]

MODELS: dict[str, tuple[int, int]] = {
    "SIMPLE_PINHOLE": (0, 3),
    "PINHOLE": (1, 4),
    "SIMPLE_RADIAL": (2, 4),
    "RADIAL": (3, 5),
    "OPENCV": (4, 8),
    "OPENCV_FISHEYE": (5, 8),
    "FULL_OPENCV": (6, 12),
    "FOV": (7, 5),
    "SIMPLE_RADIAL_FISHEYE": (8, 4),
    "RADIAL_FISHEYE": (9, 5),
    "THIN_PRISM_FISHEYE": (10, 12),
    "RAD_TAN_THIN_PRISM_FISHEYE": (11, 16),
    "SIMPLE_DIVISION": (12, 4),
    "DIVISION": (13, 5),
    "SIMPLE_FISHEYE": (14, 3),
    "FISHEYE": (15, 4),
    "EUCM": (16, 6),
    "EQUIRECTANGULAR": (17, 2),
}
"""For each camera model: COLMAP's id, and the number of parameters."""

# For models with one focal length: the model with two, and the number of zeros to append to its parameters. Scaling a picture
# may use different factors along x and y (1080 x 1921 to 540 x 960), which one focal length cannot express.
_TWO_FOCAL = {
    "SIMPLE_PINHOLE": ("PINHOLE", 0),
    "SIMPLE_RADIAL": ("OPENCV", 3),
    "RADIAL": ("OPENCV", 2),
    "SIMPLE_RADIAL_FISHEYE": ("OPENCV_FISHEYE", 3),
    "RADIAL_FISHEYE": ("OPENCV_FISHEYE", 2),
    "SIMPLE_DIVISION": ("DIVISION", 0),
    "SIMPLE_FISHEYE": ("FISHEYE", 0),
}
_MOST_PIXELS = 178_956_970
"""Largest number of pixels of a picture: Pillow's own limit against decompression bombs."""


class MissingLibrary(CaptureError):
    """A library that this operation needs is not installed."""


def need_pycolmap(purpose: str) -> ModuleType:
    """The module pycolmap. `purpose` begins the error message.

    Raises:
        MissingLibrary: pycolmap is not installed.
    """
    try:
        import pycolmap
    except ImportError as error:
        raise MissingLibrary(f"{purpose} needs pycolmap ({error}): pip install 'scenewright[capture]'") from None
    module: ModuleType = pycolmap
    return module


@dataclass(frozen=True)
class Lens:
    """A camera model with its parameters, for pictures of `width` x `height` pixels. Create it with :meth:`checked`."""

    model: str
    params: tuple[float, ...]
    width: int
    height: int

    @classmethod
    def checked(cls, model: str, params: Sequence[float], width: int, height: int, where: str) -> Lens:
        """A validated lens in its simplest form: with two focal lengths, and as a pinhole if it has no distortion.

        `where` is the file and field that error messages begin with.

        Raises:
            CaptureError: the model is unknown, the number of parameters is wrong, a parameter is not finite, a focal length is
                not positive, or the size is impossible.
        """
        if model not in MODELS:
            raise CaptureError(f"{where}: there is no camera model {model!r}; there are {', '.join(MODELS)}")
        if len(params) != MODELS[model][1]:
            raise CaptureError(f"{where}: {model} has {MODELS[model][1]} parameters, and here are {len(params)}")
        if width < 1 or height < 1 or width * height > _MOST_PIXELS:
            raise CaptureError(f"{where}: a picture cannot have {width}x{height} pixels")
        if not all(map(math.isfinite, params)):
            raise CaptureError(f"{where}: the parameters of {model} must be finite, not {list(params)}")
        if model in _TWO_FOCAL:
            model, zeros = _TWO_FOCAL[model]
            params = [params[0], *params, *[0.0] * zeros]
        if model in ("OPENCV", "FULL_OPENCV") and not any(params[4:]):
            model, params = "PINHOLE", params[:4]
        if min(params[:2]) <= 0:
            raise CaptureError(f"{where}: a focal length must be positive, and it is {min(params[:2]):g} pixels")
        return cls(model, tuple(map(float, params)), width, height)

    @property
    def is_pinhole(self) -> bool:
        return self.model == "PINHOLE"

    @property
    def is_sphere(self) -> bool:
        """Whether it is a full panorama, with longitude along x and latitude along y."""
        return self.model == "EQUIRECTANGULAR"

    @property
    def intrinsics(self) -> FloatArray:
        """(3, 3) K of its focal lengths and principal point, in pixels. A panorama has none."""
        fx, fy, cx, cy = self.params[:4]
        return np.array([[fx, 0.0, cx], [0.0, fy, cy], [0.0, 0.0, 1.0]])

    def scaled(self, width: int, height: int) -> Lens:
        """The same lens for the same picture at another size in pixels."""
        x, y = width / self.width, height / self.height
        if self.is_sphere:
            return Lens(self.model, (float(width), float(height)), width, height)
        fx, fy, cx, cy = self.params[:4]
        return Lens(self.model, (fx * x, fy * y, cx * x, cy * y, *self.params[4:]), width, height)

    @cached_property
    def colmap_camera(self) -> Any:
        """The lens as a ``pycolmap.Camera``."""
        pycolmap = need_pycolmap(f"a picture taken through a lens of the model {self.model}")
        camera = pycolmap.Camera(model=self.model, width=self.width, height=self.height, params=list(self.params))
        camera.camera_id = 1
        return camera

    def project(self, directions: FloatArray) -> FloatArray:
        """(N, 2) pixels of (N, 3) directions in the camera's frame (x right, y down, z forward); NaN where not visible."""
        if self.is_pinhole:
            fx, fy, cx, cy = self.params
            with np.errstate(divide="ignore", invalid="ignore"):
                flat = directions[:, :2] / np.where(directions[:, 2:] > 0, directions[:, 2:], np.nan)
            return np.asarray(flat * (fx, fy) + (cx, cy))
        return np.asarray(self.colmap_camera.img_from_cam(directions, check_cheirality=False))

    def unproject(self, pixels: FloatArray) -> FloatArray:
        """(N, 3) unit directions in the camera's frame for (N, 2) pixels; NaN where the model has none.

        pycolmap returns a direction even where a model cannot be inverted (a fisheye past 90 degrees, a polynomial past its
        turning point). A direction is therefore accepted only if it projects back to within a hundredth of a pixel.
        """
        if self.is_pinhole:
            fx, fy, cx, cy = self.params
            rays = np.concatenate([(pixels - (cx, cy)) / (fx, fy), np.ones((len(pixels), 1))], axis=1)
            return np.asarray(rays / np.linalg.norm(rays, axis=1, keepdims=True))
        camera = self.colmap_camera
        none = np.full(3, np.nan)
        rays = [camera.cam_ray_from_img(pixel) for pixel in pixels]
        directions = np.array([none if ray is None else np.asarray(ray).reshape(3) for ray in rays])
        with np.errstate(invalid="ignore"):
            directions[~(np.abs(self.project(directions) - pixels).max(axis=1) < 0.01)] = np.nan
        return directions
