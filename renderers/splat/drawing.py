"""Rasterises Gaussians: supersampled pictures over a background, and channels at pixel centres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from scenewright.renderers.base import Pinhole, encode_srgb, points_at
from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.splats import (
    Cameras,
    Gaussians,
    RasterSettings,
    dc_from_rgb,
    rotations_of_quaternions,
    sh_basis,
)
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["DrawnSplats", "draw_passes", "draw_picture", "drawing_device", "seen_from", "views_of"]

Float32 = npt.NDArray[np.float32]

_FINER = 3
"""Samples along each side of a pixel."""
_CLOSED = 0.95
_NEARLY = 0.85
"""Opaque Gaussians on an even surface have at least the alpha `_CLOSED`, which counts as 1: gaps between their centres are no holes.
Below `_NEARLY` alpha is unchanged."""
_FINE = RasterSettings(dilation=0.05, antialiased=True)
"""Dense samples need less dilation than pixels, so that wires stay thin."""
_CENTRES = RasterSettings(dilation=0.05, antialiased=True)
"""Channels are sampled at pixel centres and not smoothed."""


def drawing_device(threads: int) -> str:
    """A description of the device that draws the Gaussians."""
    if torch.cuda.is_available():
        return f"{torch.cuda.get_device_name()} (gsplat)"
    return f"CPU, {threads} thread{'s' if threads != 1 else ''}"


def views_of(pinhole: Pinhole) -> Cameras:
    """A pinhole camera as `Cameras` with one view."""
    return Cameras(
        torch.from_numpy(pinhole.camera_from_world.astype(np.float32))[None],
        torch.from_numpy(pinhole.K.astype(np.float32))[None],
        pinhole.width,
        pinhole.height,
    )


def seen_from(gaussians: Gaussians, eye: FloatArray) -> Gaussians:
    """Gaussians with constant colours, as visible from one eye (3,), and with normals (three features): their shortest axes, turned to the
    eye. Captures have no other normals."""
    directions = torch.nn.functional.normalize(gaussians.means - torch.from_numpy(eye).to(gaussians.means), dim=1)
    basis = sh_basis(directions, gaussians.degree)
    rgb = (torch.einsum("nk,nkc->nc", basis, gaussians.sh) + 0.5).clamp_min(0.0)
    return replace(gaussians, sh=dc_from_rgb(rgb)[:, None], features=_shortest_axes(gaussians, directions))


def _shortest_axes(gaussians: Gaussians, directions: torch.Tensor) -> torch.Tensor:
    """(N, 3) unit vectors along the shortest axis of each Gaussian, against the directions (N, 3) from the eye."""
    shortest = gaussians.log_scales.argmin(dim=1)
    axes = rotations_of_quaternions(gaussians.quats)
    normals = axes.gather(2, shortest[:, None, None].expand(-1, 3, 1))[:, :, 0]
    away = (normals * directions).sum(dim=1, keepdim=True) > 0.0
    return torch.where(away, -normals, normals)


@dataclass(frozen=True, eq=False)
class DrawnSplats:
    """A supersampled picture, f samples per pixel side. `color`: (f H, f W, 3) over black, `linear` light or sRGB; `alpha`: (f H, f W)."""

    color: Float32
    alpha: Float32
    linear: bool

    def open_pixels(self) -> npt.NDArray[np.bool_]:
        """(H, W) mask of pixels that show the background."""
        return np.asarray(_boxed(self.alpha[..., None])[..., 0] < 0.999)

    def picture(self, behind: Float32 | None, *, only: npt.NDArray[np.bool_] | None = None) -> npt.NDArray[np.uint8]:
        """The sRGB picture (H, W, 3) over a background (H, W, 3) in linear light; without one (H, W, 4), alpha not premultiplied.

        The background is blended like the Gaussians themselves. The samples of a pixel are averaged in linear light.

        Args:
            only: (H, W) pixels that have the background; the others are transparent, and the picture is (H, W, 4).
        """
        if behind is None:
            return self._cut_out()
        back = behind if self.linear else srgb_from_linear(behind).astype(np.float32)
        whole = self.color + (1.0 - self.alpha[..., None]) * back.repeat(_FINER, axis=0).repeat(_FINER, axis=1)
        shown = encode_srgb(_boxed(self._light(whole)))
        if only is None:
            return shown
        closed = np.concatenate([shown, np.full((*shown.shape[:2], 1), 255, dtype=np.uint8)], axis=2)
        return np.where(only[..., None], closed, self._cut_out())

    def _cut_out(self) -> npt.NDArray[np.uint8]:
        straight = self.color / np.maximum(self.alpha, 1e-6)[..., None]
        cover = _boxed(self.alpha[..., None])
        light = _boxed(self._light(straight) * self.alpha[..., None])
        alpha = np.round(cover * 255.0).astype(np.uint8)
        return np.concatenate([encode_srgb(light / np.maximum(cover, 1e-6)), alpha], axis=2)

    def _light(self, color: Float32) -> Float32:
        return color if self.linear else linear_from_srgb(color).astype(np.float32)


def _boxed(values: Float32) -> Float32:
    """(H, W, C) means over the samples of each pixel."""
    h, w, c = values.shape
    return np.asarray(values.reshape(h // _FINER, _FINER, w // _FINER, _FINER, c).mean(axis=(1, 3)))


def draw_picture(
    gaussians: Gaussians, pinhole: Pinhole, *, linear: bool, threads: int, job: Job | None = None
) -> DrawnSplats:
    """Draw Gaussians supersampled. `linear`: their colours are linear light; otherwise sRGB."""
    fine = views_of(pinhole).scaled(pinhole.width * _FINER, pinhole.height * _FINER)
    out = _rasterized(replace(gaussians, features=None), fine, ("color", "alpha"), _FINE, threads, job)
    alpha = out["alpha"]
    more = (1.0 - _CLOSED) / (_CLOSED - _NEARLY)
    closed = np.minimum(alpha + np.float32(more) * np.maximum(alpha - np.float32(_NEARLY), 0.0), np.float32(1.0))
    color = out["color"] * (closed / np.maximum(alpha, 1e-6))[..., None]
    return DrawnSplats(color, closed, linear)


def draw_passes(
    gaussians: Gaussians, pinhole: Pinhole, *, threads: int, job: Job | None = None
) -> dict[str, npt.NDArray[Any]]:
    """The channels ``depth``, ``position``, ``normal`` and ``entity``, see :mod:`scenewright.renderers.base.channels`. The features of
    the Gaussians are their normals."""
    out = _rasterized(gaussians, views_of(pinhole), ("alpha", "depth", "features", "entity"), _CENTRES, threads, job)
    there = out["alpha"] >= 0.5
    length = np.linalg.norm(out["features"], axis=2, keepdims=True)
    # normals that cancel each other say nothing: the pixel then faces the viewer
    ways = pinhole.directions(pinhole.pixel_points()).reshape(*there.shape, 3)
    facing = -ways / np.linalg.norm(ways, axis=2, keepdims=True)
    normal = np.where(length > 1e-3, out["features"] / np.maximum(length, 1e-6), facing)
    depth = np.where(there, out["depth"], np.inf).astype(np.float32)
    return {
        "depth": depth,
        "position": points_at(pinhole, depth),
        "normal": np.where(there[..., None], normal, 0.0).astype(np.float32),
        "entity": np.where(there, out["entity"], -1).astype(np.int32),
    }


def _rasterized(
    gaussians: Gaussians,
    view: Cameras,
    outputs: tuple[str, ...],
    settings: RasterSettings,
    threads: int,
    job: Job | None,
) -> dict[str, npt.NDArray[Any]]:
    device = "cuda" if torch.cuda.is_available() else "cpu"
    with torch.no_grad():
        drawn = rasterize(
            gaussians.to(device), view.to(device), settings=settings, outputs=outputs, threads=threads, job=job
        )
    return {name: getattr(drawn, name)[0].cpu().numpy() for name in outputs}
