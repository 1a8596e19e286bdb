"""Evaluation of Gaussians on held-out photographs: scores, and comparison pictures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.splats.capture import View
from scenewright.scene.splats.gaussians import Gaussians
from scenewright.scene.splats.rasterize import RasterSettings, rasterize
from scenewright.scene.splats.training.metrics import lpips, lpips_missing, psnr, ssim
from scenewright.scene.splats.training.targets import Targets

__all__ = ["Score", "evaluate", "mean_score", "side_by_side"]

_ERROR_GAIN = 4.0


@dataclass(frozen=True)
class Score:
    """The scores of one photograph, or means of several. `psnr`: in dB. `lpips`: None if it cannot be measured."""

    name: str
    psnr: float
    ssim: float
    lpips: float | None = None

    def to_json(self) -> dict[str, str | float | None]:
        """The scores as JSON values. An infinite PSNR (equal pictures) or NaN (all masked) becomes None."""
        decibels = round(self.psnr, 4) if math.isfinite(self.psnr) else None
        distance = None if self.lpips is None else round(self.lpips, 5)
        return {"name": self.name, "psnr": decibels, "ssim": round(self.ssim, 5), "lpips": distance}


def evaluate(
    gaussians: Gaussians,
    views: Sequence[View],
    *,
    settings: RasterSettings | None = None,
    background: tuple[float, float, float] = (0.0, 0.0, 0.0),
    threads: int | None = None,
    picture: Callable[[str, npt.NDArray[np.uint8]], None] | None = None,
) -> list[Score]:
    """Draw every view and compare it with its photograph.

    `picture` is called with each view's name and its photograph, drawing and error side by side (H, 3 W, 3). LPIPS is measured if
    :func:`scenewright.scene.splats.training.metrics.lpips_missing` is None.
    """
    targets = Targets(views, gaussians.device) if views else None
    behind = torch.tensor(background, dtype=gaussians.means.dtype, device=gaussians.device)
    perceptual = lpips_missing() is None
    scores = []
    with torch.no_grad():
        for index, view in enumerate(views):
            assert targets is not None
            target = targets.at(index)
            truth = target.over(behind)
            drawing = rasterize(
                gaussians, target.camera, settings=settings, background=behind, outputs=("color",), threads=threads
            ).color
            assert drawing is not None
            distance = lpips(drawing[0], truth) if perceptual else None
            scores.append(
                Score(
                    view.name,
                    psnr(drawing[0], truth, target.mask),
                    ssim(drawing[0], truth, target.mask, threads=threads or 1),
                    distance,
                )
            )
            if picture is not None:
                picture(view.name, side_by_side(truth, drawing[0], target.mask))
    return scores


def mean_score(scores: Sequence[Score]) -> Score | None:
    """The mean of each score over the photographs. None without photographs."""
    if not scores:
        return None
    distances = [s.lpips for s in scores if s.lpips is not None]
    return Score(
        "mean",
        float(np.mean([s.psnr for s in scores])),
        float(np.mean([s.ssim for s in scores])),
        float(np.mean(distances)) if distances else None,
    )


def side_by_side(truth: Tensor, drawing: Tensor, mask: Tensor | None = None) -> npt.NDArray[np.uint8]:
    """(H, 3 W, 3) uint8: the photograph, the drawing, and four times their difference (black: equal; masked: grey)."""
    image = drawing.clamp(0.0, 1.0)
    error = (_ERROR_GAIN * (image - truth).abs()).clamp(0.0, 1.0)
    if mask is not None:
        error = torch.where(mask[..., None], error, torch.full_like(error, 0.5))
    row = torch.cat([truth, image, error], dim=1)
    return np.asarray((row * 255.0 + 0.5).to(torch.uint8).cpu().numpy())
