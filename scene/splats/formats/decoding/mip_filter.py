"""The 3D smoothing filter that Mip-Splatting stores with its Gaussians (Yu et al., Mip-Splatting, CVPR 2024, section 4.1)."""

from __future__ import annotations

import numpy as np

from .columns import LOGIT_LIMIT, FloatColumn

__all__ = ["with_filter"]


def with_filter(log_scales: FloatColumn, logits: FloatColumn, filters: FloatColumn) -> tuple[FloatColumn, FloatColumn]:
    """Log scales (N, 3) and opacity logits (N,) of Gaussians, convolved with isotropic Gaussians of deviations `filters` (N,).

    The convolution adds variances. The opacity decreases as the volume grows, so that their product is constant."""
    variance = np.exp(2.0 * np.clip(log_scales.astype(np.float64), -80.0, 80.0))
    widened = variance + filters.astype(np.float64)[:, None] ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        shrunk = np.exp(0.5 * (np.log(variance) - np.log(widened)).sum(axis=1))
        opacity = shrunk / (1.0 + np.exp(-np.clip(logits.astype(np.float64), -80.0, 80.0)))
        out = np.log(opacity / (1.0 - opacity))
    return (0.5 * np.log(widened)).astype(np.float32), np.clip(out, -LOGIT_LIMIT, LOGIT_LIMIT).astype(np.float32)
