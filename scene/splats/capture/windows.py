"""Pinhole windows into a lens: the undistorted pictures of a photograph, and the source position of each of their pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.capture.lens import Lens

__all__ = ["Window", "sample_window", "windows_of"]

_LEAST_ZOOM = 0.5
"""An undistorted picture keeps at least this fraction of the lens's focal length, which cuts off the border of a fisheye. It is the
same as COLMAP's ``max_scale`` of 2."""

_FACES = {
    "front": ((1, 0, 0), (0, 1, 0)),
    "right": ((0, 0, -1), (0, 1, 0)),
    "back": ((-1, 0, 0), (0, 1, 0)),
    "left": ((0, 0, 1), (0, 1, 0)),
    "up": ((1, 0, 0), (0, 0, 1)),
    "down": ((1, 0, 0), (0, 0, -1)),
}
"""The faces of a cube around a panorama: each face's x and y axes in the panorama's frame."""


@dataclass(frozen=True, eq=False)
class Window:
    """A pinhole picture that is cut out of a lens's picture.

    `suffix` is added to the photograph's name ('' unless it has several windows). `window_from_lens`: (3, 3) rotation.
    `intrinsics`: (3, 3) K in pixels of the window, whose size is `width` x `height`. `direct`: the window is the photograph itself.
    """

    suffix: str
    window_from_lens: npt.NDArray[np.float64]
    intrinsics: npt.NDArray[np.float64]
    width: int
    height: int
    direct: bool


def windows_of(lens: Lens) -> list[Window]:
    """The undistorted pictures of a photograph: one of its own size, or the six faces of a cube for a panorama.

    The window is zoomed in, equally along x and y and as little as possible, until no pixel lies outside the photograph. Its
    principal point moves only as far as this requires. For a very wide lens the focal length is at least half the lens's;
    :func:`sample_window` marks the pixels that the lens does not see.
    """
    if lens.is_sphere:
        side = max(lens.width // 4, 1)
        k = np.array([[side / 2, 0, side / 2], [0, side / 2, side / 2], [0, 0, 1]])
        faces = []
        for name, (x, y) in _FACES.items():
            turn = np.array([x, y, np.cross(x, y)], dtype=np.float64)
            faces.append(Window(f"#{name}", turn, k, side, side, direct=False))
        return faces
    if lens.is_pinhole:
        return [Window("", np.eye(3), lens.intrinsics, lens.width, lens.height, direct=True)]
    left, top, right, bottom = _seen_rectangle(lens)
    fx, fy, cx, cy = lens.params[:4]
    zoom = max(lens.width / (fx * (right - left)), lens.height / (fy * (bottom - top)), _LEAST_ZOOM)
    k = np.eye(3)
    k[0, 0], k[0, 2] = _placed(fx * zoom, cx, lens.width, left, right)
    k[1, 1], k[1, 2] = _placed(fy * zoom, cy, lens.height, top, bottom)
    return [Window("", np.eye(3), k, lens.width, lens.height, direct=False)]


def _placed(focal: float, center: float, size: int, low: float, high: float) -> tuple[float, float]:
    """The principal point closest to `center` for which tangents from `low` to `high` cover all `size` pixels."""
    most, least = -low * focal, size - high * focal
    if least > most:  # the zoom was limited, and the window extends beyond the lens's view on both sides
        return focal, min(max(center, most), least)
    return focal, min(max(center, least), most)


def _seen_rectangle(lens: Lens) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) tangents of the largest upright rectangle that the lens sees completely."""
    count = 65
    x, y = np.linspace(0.0, lens.width, count), np.linspace(0.0, lens.height, count)
    zero = np.zeros(count)
    sides = []
    for edge in ((zero, y), (x, zero), (zero + lens.width, y), (x, zero + lens.height)):
        rays = lens.unproject(np.stack(edge, axis=1))
        rays = rays[np.isfinite(rays).all(axis=1)]
        sides.append(rays[rays[:, 2] > 1e-3, :2] / rays[rays[:, 2] > 1e-3, 2:])
    far = 1e3
    left, right = sides[0][:, 0].max(initial=-far), sides[2][:, 0].min(initial=far)
    top, bottom = sides[1][:, 1].max(initial=-far), sides[3][:, 1].min(initial=far)
    return float(left), float(top), float(right), float(bottom)


def sample_window(lens: Lens, window: Window) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """The position of each window pixel in the photograph, and whether the lens sees it.

    Returns:
        (H, W, 2) continuous pixel coordinates in the photograph (finite everywhere), and (H, W) bool.
    """
    x, y = np.meshgrid(np.arange(window.width) + 0.5, np.arange(window.height) + 0.5)
    k = window.intrinsics
    rays = np.stack([(x - k[0, 2]) / k[0, 0], (y - k[1, 2]) / k[1, 1], np.ones_like(x)], axis=-1)
    pixels = lens.project((rays @ window.window_from_lens).reshape(-1, 3)).reshape(*x.shape, 2)
    with np.errstate(invalid="ignore"):
        visible = np.isfinite(pixels).all(axis=-1)
        visible &= (pixels >= 0).all(axis=-1) & (pixels <= (lens.width, lens.height)).all(axis=-1)
        if not lens.is_sphere:
            visible &= _unfolded(pixels, k[0, 2], k[1, 2])
    return np.where(visible[..., None], pixels, 0.5), visible


def _unfolded(pixels: npt.NDArray[np.float64], cx: float, cy: float) -> npt.NDArray[np.bool_]:
    """(H, W), False where the distortion polynomial folds over and would show the middle of the picture again.

    In a fold the map first mirrors; further out, where the radius is negative, it does not. Only pixels connected with the
    principal point without crossing mirrored pixels are valid.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < 2:
        return np.ones((height, width), dtype=np.bool_)
    down, right = np.gradient(pixels, axis=(0, 1))
    turned: npt.NDArray[np.bool_] = right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0] > 0
    if turned.all():
        return turned
    from scipy import ndimage

    components, _ = ndimage.label(turned)
    return (
        np.asarray(components == components[int(np.clip(cy, 0, height - 1)), int(np.clip(cx, 0, width - 1))]) & turned
    )
