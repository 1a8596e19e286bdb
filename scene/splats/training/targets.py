"""The photographs as training targets: at any size, over any background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from PIL import Image
from torch import Tensor

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.cameras import Cameras
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training.ssim import WINDOW

__all__ = ["Targets", "TrainingTarget"]


@dataclass(frozen=True, eq=False)
class TrainingTarget:
    """One photograph on the device of the training.

    `premultiplied`: (H, W, 3) uint8 sRGB times alpha. `alpha`: (H, W) uint8, None if the photograph is opaque. `mask`: (H, W) bool,
    False for pixels excluded from training; None excludes none.
    """

    camera: Cameras
    premultiplied: Tensor
    alpha: Tensor | None
    mask: Tensor | None

    def over(self, background: Tensor) -> Tensor:
        """The photograph (H, W, 3) in [0, 1] over a background colour (3,)."""
        image = self.premultiplied.to(background.dtype) / 255.0
        if self.alpha is None:
            return image
        return image + (1.0 - self.alpha.to(background.dtype)[..., None] / 255.0) * background


class Targets:
    """Photographs by index and reduction factor. Reduced photographs are cached."""

    def __init__(self, views: Sequence[View], device: torch.device) -> None:
        """
        Raises:
            CaptureError: there are no photographs, two have the same name, or one is unusable.
        """
        if not views:
            raise CaptureError("there are no photographs to learn from")
        names: set[str] = set()
        for view in views:
            _check(view)
            if view.name in names:
                raise CaptureError(f"{view.name}: two photographs have this name; it must tell them apart")
            names.add(view.name)
        self._views = list(views)
        self._device = device
        self._kept: dict[tuple[int, int], TrainingTarget] = {}

    def __len__(self) -> int:
        return len(self._views)

    def name(self, index: int) -> str:
        """The name of a photograph."""
        return self._views[index].name

    def at(self, index: int, reduction: int = 1) -> TrainingTarget:
        """One photograph with its sides divided by `reduction`, but never smaller than a window of SSIM."""
        view = self._views[index]
        while reduction > 1 and min(view.image.shape[:2]) // reduction < 2 * WINDOW:
            reduction -= 1
        key = (index, reduction)
        if key not in self._kept:
            self._kept[key] = _reduced(view, reduction, self._device)
        return self._kept[key]


def _check(view: View) -> None:
    height, width = view.image.shape[:2]
    if view.image.shape != (height, width, 3) or view.image.dtype != np.uint8:
        raise CaptureError(f"{view.name}: image must be (H, W, 3) uint8, not {view.image.shape} {view.image.dtype}")
    camera = view.camera
    if len(camera) != 1 or (camera.width, camera.height) != (width, height):
        raise CaptureError(
            f"{view.name}: the picture is {width}x{height}, its camera {camera.width}x{camera.height}: they must agree"
        )
    if not bool(torch.isfinite(camera.camera_from_world).all() and torch.isfinite(camera.intrinsics).all()):
        raise CaptureError(f"{view.name}: its camera has values that are not finite")
    if min(height, width) < WINDOW:
        raise CaptureError(
            f"{view.name}: {width}x{height} pixels are too few to learn from; {WINDOW} a side are the least"
        )
    for what in ("alpha", "mask"):
        plane = getattr(view, what)
        if plane is not None and plane.shape != (height, width):
            raise CaptureError(f"{view.name}: {what} is {plane.shape}, the picture {(height, width)}: they must agree")


def _reduced(view: View, reduction: int, device: torch.device) -> TrainingTarget:
    height, width = view.image.shape[:2]
    size = (max(width // reduction, 1), max(height // reduction, 1))

    def smaller(plane: npt.NDArray[np.uint8]) -> Tensor:
        """The plane reduced by area means. It is reduced as floats, because Pillow rounds twice in uint8."""
        if reduction == 1:
            return torch.from_numpy(np.array(plane)).to(device)
        layers = [Image.fromarray(p.astype(np.float32)) for p in np.moveaxis(np.atleast_3d(plane), -1, 0)]
        means = np.stack([np.asarray(p.resize(size, Image.Resampling.BOX)) for p in layers], axis=-1)
        rounded = np.round(means).astype(np.uint8)
        return torch.from_numpy(rounded if plane.ndim == 3 else rounded[..., 0].copy()).to(device)

    image, alpha, mask = view.image, None, None
    if view.alpha is not None:
        image = np.round(image * (view.alpha[..., None] / 255.0)).astype(np.uint8)
        alpha = smaller(view.alpha)
    if view.mask is not None and not view.mask.all():
        # a reduced pixel is used only if all pixels that it covers are
        mask = smaller(np.where(view.mask, np.uint8(255), np.uint8(0))) == 255
    return TrainingTarget(view.camera.scaled(*size).to(device), smaller(image), alpha, mask)
