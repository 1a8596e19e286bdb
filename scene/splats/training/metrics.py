"""Similarity of a picture and a photograph: PSNR, SSIM, and LPIPS if its networks are on this machine."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor

from scenewright.scene.splats.training.ssim import compiled_ssim

__all__ = ["LPIPS_NETWORK", "lpips", "lpips_missing", "psnr", "ssim"]

LPIPS_NETWORK = "alex"
_BACKBONE = "alexnet-owt-*.pth"
_WEIGHTS = "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth"
"""Those of torchvision, 233 MB. No package index has them."""


def psnr(image: Tensor, truth: Tensor, mask: Tensor | None = None) -> float:
    """Peak signal-to-noise ratio in dB of pictures (H, W, 3), clamped to [0, 1], over the pixels of a mask (H, W).

    Infinite for equal pictures; NaN for an empty mask.
    """
    squared = (image.clamp(0.0, 1.0) - truth).double().square()
    error = float((squared if mask is None else squared[mask]).mean())
    return math.inf if error == 0.0 else -10.0 * math.log10(error)


def ssim(image: Tensor, truth: Tensor, mask: Tensor | None = None, *, threads: int = 1) -> float:
    """Mean structural similarity of pictures (H, W, 3) in [0, 1]. Pixels outside the mask count as equal."""
    compared = image.clamp(0.0, 1.0)
    if mask is not None:
        compared = torch.where(mask[..., None], compared, truth)
    x, y = (t.detach().cpu().float().contiguous().numpy() for t in (compared, truth))
    return compiled_ssim(x, y, threads=threads)[0]


def lpips_missing() -> str | None:
    """The reason why LPIPS cannot be measured here; None if it can. Nothing is ever downloaded for it."""
    if find_spec("lpips") is None:
        return "LPIPS: not measured, the package lpips is not installed: pip install 'scenewright[lpips]'"
    cache = Path(os.environ.get("TORCH_HOME", "~/.cache/torch")).expanduser() / "hub" / "checkpoints"
    if not any(cache.glob(_BACKBONE)):
        return f"LPIPS: not measured, the weights of its network are not here: put the file of {_WEIGHTS} into {cache}"
    return None


def lpips(image: Tensor, truth: Tensor) -> float:
    """Learned perceptual distance (Zhang et al., 2018; AlexNet) of pictures (H, W, 3) in [0, 1].

    Call it only if :func:`lpips_missing` is None.
    """
    with torch.no_grad():
        pair = [t.detach().cpu().float().clamp(0.0, 1.0).permute(2, 0, 1)[None] * 2.0 - 1.0 for t in (image, truth)]
        return float(_network()(*pair))


@lru_cache(maxsize=1)
def _network() -> Callable[[Tensor, Tensor], Tensor]:
    package = import_module("lpips")

    network: Callable[[Tensor, Tensor], Tensor] = package.LPIPS(net=LPIPS_NETWORK, verbose=False).eval()
    return network
