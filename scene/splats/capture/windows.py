"""Pinhole windows into a lens: which undistorted picture is cut out of a photograph, and where each of its pixels comes from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scenewright.scene.splats.capture.lens import Lens

__all__ = ["Window", "sample_window", "windows_of"]

_LEAST_ZOOM = 0.5
"""An undistorted picture keeps at least this share of the lens's focal length; what a fisheye sees beyond is cut off. (COLMAP's
``max_scale`` of 2 says the same.)"""

_FACES = {
    "front": ((1, 0, 0), (0, 1, 0)),
    "right": ((0, 0, -1), (0, 1, 0)),
    "back": ((-1, 0, 0), (0, 1, 0)),
    "left": ((0, 0, 1), (0, 1, 0)),
    "up": ((1, 0, 0), (0, 0, 1)),
    "down": ((1, 0, 0), (0, 0, -1)),
}
"""Of a cube around a panorama: each face's x and y axes in the panorama's frame."""


@dataclass(frozen=True, eq=False)
class Window:
    """A pinhole picture that looks through a lens.

    `suffix` is added to the photograph's name ('' unless it has several windows). `window_from_lens`: (3, 3) rotation.
    `intrinsics`: (3, 3) K in pixels of the window, whose size is `width` x `height`. `direct`: the photograph is the window.
    """

    suffix: str
    window_from_lens: npt.NDArray[np.float64]
    intrinsics: npt.NDArray[np.float64]
    width: int
    height: int
    direct: bool


def windows_of(lens: Lens) -> list[Window]:
    """The undistorted pictures of a photograph: one of its own size, or the six faces of a cube for a panorama.

    The window is zoomed in (equally along x and y, by as little as will do) until no pixel lies outside of the photograph,
    and its principal point stays where it was as far as that lets it. A lens that sees very far around is zoomed out to at
    most half its focal length, and the pixels that it does not see are told by :func:`sample_window`.
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
    """The principal point next to `center` with which tangents from `low` to `high` cover all of `size` pixels."""
    most, least = -low * focal, size - high * focal
    if least > most:  # the lens's zoom was bounded: the window sees more than the lens, on both sides
        return focal, min(max(center, most), least)
    return focal, min(max(center, least), most)


def _seen_rectangle(lens: Lens) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) tangents of the largest upright rectangle that the lens sees all of."""
    count = 65
    x, y = np.linspace(0.0, lens.width, count), np.linspace(0.0, lens.height, count)
    zero = np.zeros(count)
    found = []
    for edge in ((zero, y), (x, zero), (zero + lens.width, y), (x, zero + lens.height)):
        rays = lens.unproject(np.stack(edge, axis=1))
        rays = rays[np.isfinite(rays).all(axis=1)]
        found.append(rays[rays[:, 2] > 1e-3, :2] / rays[rays[:, 2] > 1e-3, 2:])
    far = 1e3
    left, right = found[0][:, 0].max(initial=-far), found[2][:, 0].min(initial=far)
    top, bottom = found[1][:, 1].max(initial=-far), found[3][:, 1].min(initial=far)
    return float(left), float(top), float(right), float(bottom)


def sample_window(lens: Lens, window: Window) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Where each pixel of the window lies in the photograph, and whether the lens sees it.

    Returns:
        (H, W, 2) continuous pixel coordinates in the photograph (finite everywhere), and (H, W) bool.
    """
    x, y = np.meshgrid(np.arange(window.width) + 0.5, np.arange(window.height) + 0.5)
    k = window.intrinsics
    rays = np.stack([(x - k[0, 2]) / k[0, 0], (y - k[1, 2]) / k[1, 1], np.ones_like(x)], axis=-1)
    pixels = lens.project((rays @ window.window_from_lens).reshape(-1, 3)).reshape(*x.shape, 2)
    with np.errstate(invalid="ignore"):
        seen = np.isfinite(pixels).all(axis=-1)
        seen &= (pixels >= 0).all(axis=-1) & (pixels <= (lens.width, lens.height)).all(axis=-1)
        if not lens.is_sphere:
            seen &= _unfolded(pixels, k[0, 2], k[1, 2])
    return np.where(seen[..., None], pixels, 0.5), seen


def _unfolded(pixels: npt.NDArray[np.float64], cx: float, cy: float) -> npt.NDArray[np.bool_]:
    """(H, W), False where a distortion's polynomial has turned over and would draw the middle of the picture again.

    There the map first mirrors, and further out, where the radius is negative, it no longer does: only what hangs together with
    the principal point without crossing mirrored pixels counts.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < 2:
        return np.ones((height, width), dtype=np.bool_)
    down, right = np.gradient(pixels, axis=(0, 1))
    turned: npt.NDArray[np.bool_] = right[..., 0] * down[..., 1] - right[..., 1] * down[..., 0] > 0
    if turned.all():
        return turned
    from scipy import ndimage

    parts, _ = ndimage.label(turned)
    return np.asarray(parts == parts[int(np.clip(cy, 0, height - 1)), int(np.clip(cx, 0, width - 1))]) & turned
