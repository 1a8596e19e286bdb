"""Bodies drawn one by one, and put together by depth: what one body's change does to the picture costs no more than its own pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.app.picture_fitting.bodies import Body, Pose
from scenewright.app.picture_fitting.face_kernel import draw_faces
from scenewright.renderers.base import Pinhole
from scenewright.scene.model import FloatArray, IntArray

__all__ = ["DrawnLayer", "LayerWindow", "body_window", "draw_layer", "pooled"]

_NEAR = 1e-3


@dataclass(frozen=True)
class LayerWindow:
    """A crop of a picture, in pixels. `samples`: per pixel along each axis."""

    left: int
    top: int
    width: int
    height: int
    samples: int = 1

    @property
    def pixels(self) -> tuple[slice, slice]:
        """Its rows and columns in the picture."""
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)

    def joined(self, other: LayerWindow) -> LayerWindow:
        """The smallest window around both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right = max(self.left + self.width, other.left + other.width)
        bottom = max(self.top + self.height, other.top + other.height)
        return LayerWindow(left, top, right - left, bottom - top, self.samples)


@dataclass(frozen=True, eq=False)
class DrawnLayer:
    """One body in its window. `depth`: (h, w) per sample, infinite beside it. `face`: (h, w) the triangle that is seen, -1 beside it."""

    window: LayerWindow
    depth: FloatArray
    face: IntArray

    def coverage(self) -> npt.NDArray[np.float64]:
        """(height, width) share of each pixel of the window that the body covers."""
        return pooled(self.face >= 0, self.window.samples)


def pooled(values: npt.NDArray[np.float64] | npt.NDArray[np.bool_], samples: int) -> npt.NDArray[np.float64]:
    """(H, W, ...) means of samples by pixel."""
    if samples == 1:
        return values.astype(np.float64)
    # sums of slices: a mean over two inner axes takes ten times as long
    total = np.zeros((values.shape[0] // samples, values.shape[1] // samples, *values.shape[2:]), dtype=np.float64)
    for row in range(samples):
        for column in range(samples):
            total += values[row::samples, column::samples]
    return np.asarray(total / (samples * samples))


def draw_layer(
    body: Body, pose: Pose, pinhole: Pinhole, *, samples: int = 2, within: LayerWindow | None = None
) -> DrawnLayer | None:
    """Draw a body; None where it is not in the picture.

    Args:
        within: draw all of this window; None: as much as the body covers.
    """
    rotation, shift = pinhole.camera_from_world[:3, :3], pinhole.camera_from_world[:3, 3]
    points = np.ascontiguousarray(body.world_points(pose) @ rotation.T + shift)
    if within is None:
        window = _window_of(points, pinhole, samples)
        if window is None:
            return None
    else:
        window = LayerWindow(within.left, within.top, within.width, within.height, samples)
    shape = window.height * samples, window.width * samples
    depth = np.full(shape, np.inf)
    face: IntArray = np.full(shape, -1, dtype=np.int64)
    draw_faces(  # type: ignore[no-untyped-call]
        points, body.faces, float(pinhole.K[0, 0]) * samples, float(pinhole.K[0, 2]) * samples, float(pinhole.K[1, 2]) * samples,
        window.left * samples, window.top * samples, _NEAR, body.closed, depth, face,
    )  # fmt: skip
    return DrawnLayer(window, depth, face)


def body_window(body: Body, pose: Pose, pinhole: Pinhole, *, samples: int = 2) -> LayerWindow | None:
    """The window that a body covers, with a pixel of margin; None where it is not in the picture."""
    rotation, shift = pinhole.camera_from_world[:3, :3], pinhole.camera_from_world[:3, 3]
    return _window_of(body.world_points(pose) @ rotation.T + shift, pinhole, samples)


def _window_of(points: FloatArray, pinhole: Pinhole, samples: int) -> LayerWindow | None:
    """The window around points in the camera's frame, with a pixel of margin."""
    seen = points[points[:, 2] > _NEAR]
    if not len(seen):
        return None
    x = seen[:, 0] / seen[:, 2] * pinhole.K[0, 0] + pinhole.K[0, 2]
    y = seen[:, 1] / seen[:, 2] * pinhole.K[1, 1] + pinhole.K[1, 2]
    if len(seen) < len(points):  # it reaches behind the lens
        return LayerWindow(0, 0, pinhole.width, pinhole.height, samples)
    left, right = max(int(np.floor(x.min())) - 1, 0), min(int(np.ceil(x.max())) + 1, pinhole.width)
    top, bottom = max(int(np.floor(y.min())) - 1, 0), min(int(np.ceil(y.max())) + 1, pinhole.height)
    if left >= right or top >= bottom:
        return None
    return LayerWindow(left, top, right - left, bottom - top, samples)
