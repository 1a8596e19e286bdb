"""Structural similarity of two pictures and its gradient: 11x11 Gaussian windows of 1.5 pixels (Wang et al., 2004).

Only windows inside the picture count, as in gsplat's published training code. Moments are computed by separable filters, and
the gradient uses the same filters: with m = E[x], q = E[x^2], r = E[x y] in each window, ``dS/dx_p`` is the sum of
``w (dS/dm + 2 x_p dS/dq + y_p dS/dr)`` over the windows that contain p.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from scenewright.scene.splats.cpu import chunks, kernel, on_threads

__all__ = ["WINDOW", "compiled_ssim", "tensor_ssim"]

WINDOW = 11
_SIGMA = 1.5
_C1 = 0.01**2
_C2 = 0.03**2
_REACH = WINDOW - 1
_BAND = 48
"""Number of rows that a thread computes at a time."""

_bell = np.exp(-((np.arange(WINDOW) - _REACH / 2) ** 2) / (2 * _SIGMA**2))
_WEIGHTS = _bell / _bell.sum()

Picture = npt.NDArray[np.floating[Any]]


def compiled_ssim(image: Picture, truth: Picture, *, threads: int) -> tuple[float, Picture]:
    """Mean similarity of two pictures (H, W, 3) in [0, 1], and its derivative (H, W, 3) with respect to `image`.

    Both pictures are contiguous, of one dtype (float32 or float64) and at least 11 pixels per side.
    """
    height, width, channels = image.shape
    rows, columns = height - _REACH, (width - _REACH) * channels
    x, y = image.reshape(height, width * channels), truth.reshape(height, width * channels)
    weights = _WEIGHTS.astype(image.dtype)
    # a border of zeros around the partials avoids special cases at the edges in the backward pass
    partials = np.zeros((3, rows + 2 * _REACH, columns + 2 * _REACH * channels), image.dtype)
    sums = np.zeros(rows, np.float64)
    gradient = np.empty_like(x)
    forward = partial(_forward, x, y, weights, channels, partials, sums)
    on_threads(threads, forward, chunks(rows, _BAND))
    scale = 1.0 / (rows * columns)
    back = partial(_back, x, y, weights, channels, partials, scale, gradient)
    on_threads(threads, back, chunks(height, _BAND))
    return float(sums.sum() * scale), gradient.reshape(image.shape)


@kernel
def _forward(x, y, weights, channels, partials, sums, first, behind):  # type: ignore[no-untyped-def]  # pragma: no cover
    """Rows `first` to `behind` of the windows: the sum of their similarities per row, and the three partial derivatives."""
    wide = x.shape[1]
    columns = wide - 10 * channels
    left = 10 * channels
    column = np.empty((5, wide), x.dtype)
    moment = np.empty((5, columns), x.dtype)
    c1, c2 = x.dtype.type(_C1), x.dtype.type(_C2)
    two = x.dtype.type(2.0)
    for i in range(first, behind):
        column[:] = 0.0
        for k in range(11):
            w = weights[k]
            for j in range(wide):
                a, b = x[i + k, j], y[i + k, j]
                wa, wb = w * a, w * b
                column[0, j] += wa
                column[1, j] += wb
                column[2, j] += wa * a
                column[3, j] += wb * b
                column[4, j] += wa * b
        for q in range(5):
            for j in range(columns):
                moment[q, j] = weights[0] * column[q, j]
            for k in range(1, 11):
                w = weights[k]
                shift = k * channels
                for j in range(columns):
                    moment[q, j] += w * column[q, j + shift]
        total = 0.0
        for j in range(columns):
            mx, my = moment[0, j], moment[1, j]
            a1 = two * mx * my + c1
            a2 = two * (moment[4, j] - mx * my) + c2
            b1 = mx * mx + my * my + c1
            b2 = moment[2, j] + moment[3, j] - mx * mx - my * my + c2
            inverse = x.dtype.type(1.0) / (b1 * b2)
            s = a1 * a2 * inverse
            moment[0, j] = s
            partials[0, i + 10, left + j] = two * (my * (a2 - a1) * inverse - s * mx * (b2 - b1) * inverse)
            partials[1, i + 10, left + j] = -s * b1 * inverse
            partials[2, i + 10, left + j] = two * a1 * inverse
        for j in range(columns):
            total += moment[0, j]
        sums[i] = total


@kernel
def _back(x, y, weights, channels, partials, scale, gradient, first, behind):  # type: ignore[no-untyped-def]  # pragma: no cover
    """Rows `first` to `behind` of the gradient: the partial derivatives, filtered by the transposed (equal) filters."""
    wide = x.shape[1]
    framed = partials.shape[2]
    column = np.empty((3, framed), x.dtype)
    row = np.empty((3, wide), x.dtype)
    factor = x.dtype.type(scale)
    two = x.dtype.type(2.0)
    for i in range(first, behind):
        for q in range(3):
            for j in range(framed):
                column[q, j] = weights[0] * partials[q, i, j]
            for k in range(1, 11):
                w = weights[k]
                for j in range(framed):
                    column[q, j] += w * partials[q, i + k, j]
            for j in range(wide):
                row[q, j] = weights[0] * column[q, j]
            for k in range(1, 11):
                w = weights[k]
                shift = k * channels
                for j in range(wide):
                    row[q, j] += w * column[q, j + shift]
        for j in range(wide):
            gradient[i, j] = factor * (row[0, j] + two * x[i, j] * row[1, j] + y[i, j] * row[2, j])


def tensor_ssim(image: Tensor, truth: Tensor) -> Tensor:
    """Mean similarity of two pictures (H, W, 3) in [0, 1], by torch's convolutions. Differentiable; used on CUDA."""
    weights = torch.as_tensor(_WEIGHTS, dtype=image.dtype, device=image.device)
    x, y = image.permute(2, 0, 1)[:, None], truth.permute(2, 0, 1)[:, None]
    stack = torch.cat([x, y, x * x, y * y, x * y])
    stack = torch.nn.functional.conv2d(stack, weights[None, None, :, None])
    stack = torch.nn.functional.conv2d(stack, weights[None, None, None, :])
    mx, my, xx, yy, xy = stack.chunk(5)
    similarity = (2 * mx * my + _C1) * (2 * (xy - mx * my) + _C2)
    similarity = similarity / ((mx * mx + my * my + _C1) * (xx + yy - mx * mx - my * my + _C2))
    return similarity.mean()
