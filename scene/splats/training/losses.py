"""The training loss: the difference of pictures, and regularization of opacities and sizes."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from scenewright.scene.splats.training.ssim import compiled_ssim, tensor_ssim

__all__ = ["photometric_loss", "regularization"]


def photometric_loss(
    image: Tensor, truth: Tensor, *, ssim_weight: float = 0.2, mask: Tensor | None = None, threads: int = 1
) -> Tensor:
    """``(1 - w) mean|image - truth| + w (1 - SSIM)`` of pictures (H, W, 3), a scalar, differentiable in `image`.

    It is the loss of 3D Gaussian Splatting (Kerbl et al., 2023, equation 7), with w = 0.2. Where `mask` (H, W) is False, both
    pictures are replaced by the mean colour of the unmasked photograph. Masked pixels thus have no effect, not even in SSIM windows
    of their neighbours.
    """
    if mask is not None:
        plain = truth[mask].mean(dim=0) if bool(mask.any()) else truth.new_zeros(3)
        image, truth = (torch.where(mask[..., None], t, plain) for t in (image, truth))
    if image.is_cuda:
        absolute = (image - truth).abs().mean()
        return (1.0 - ssim_weight) * absolute + ssim_weight * (1.0 - tensor_ssim(image, truth))
    loss: Tensor = _Photometric.apply(image, truth, ssim_weight, threads)  # type: ignore[no-untyped-call]
    return loss


class _Photometric(torch.autograd.Function):
    """Computes loss and gradient together, since the backward pass reuses the filters of the forward pass."""

    @staticmethod
    def forward(ctx: Any, image: Tensor, truth: Tensor, ssim_weight: float, threads: int) -> Tensor:
        difference = image - truth
        loss = (1.0 - ssim_weight) * difference.abs().mean()
        gradient = difference.sign_().mul_((1.0 - ssim_weight) / difference.numel())
        if ssim_weight > 0.0:
            x, y = image.detach().contiguous().numpy(), truth.detach().contiguous().numpy()
            similarity, by_image = compiled_ssim(x, y, threads=threads)
            loss = loss + ssim_weight * (1.0 - similarity)
            gradient.add_(torch.from_numpy(by_image), alpha=-ssim_weight)
        ctx.save_for_backward(gradient)
        return loss

    @staticmethod
    def backward(ctx: Any, *upstream: Tensor) -> tuple[Tensor, None, None, None]:
        (gradient,) = ctx.saved_tensors
        return upstream[0] * gradient, None, None, None


def regularization(
    logit_opacities: Tensor, log_scales: Tensor, *, opacity_weight: float, scale_weight: float
) -> Tensor | None:
    """Weighted means of the opacities and of the standard deviations. None if both weights are 0.

    Source: 3D Gaussian Splatting as Markov Chain Monte Carlo (Kheradmand et al., 2024, equation 11), with weights of 0.01.
    """
    terms = []
    if opacity_weight > 0.0:
        terms.append(opacity_weight * logit_opacities.sigmoid().mean())
    if scale_weight > 0.0:
        terms.append(scale_weight * log_scales.exp().mean())
    return torch.stack(terms).sum() if terms else None
