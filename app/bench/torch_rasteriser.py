"""Gaussians drawn by plain torch: the baseline of our rasteriser, as one would write it in a notebook.

In strips of a few rows, all Gaussians that reach a strip are evaluated at all of its pixels, by the formulas of 3D Gaussian Splatting
(Kerbl et al., 2023): EWA projection with a dilation of 0.3 pixels, opacity times the falloff, composed front to back. Autograd
differentiates it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor

    from scenewright.scene.splats import Cameras, Gaussians

__all__ = ["draw_with_torch"]

_DILATION = 0.3
_NEAR = 0.01
_LEAST_ALPHA, _MOST_ALPHA = 1.0 / 255.0, 0.999
_ROWS_AT_ONCE = 8
_SIGMAS = 3.4
"""Beyond them even an opaque Gaussian is fainter than what is drawn."""
_C0 = 0.28209479177387814


def draw_with_torch(gaussians: Gaussians, camera: Cameras) -> Tensor:
    """(H, W, 3) colours of the first camera before black, from the constant colours of the Gaussians (spherical harmonics of degree 0)."""
    view, k = camera.camera_from_world[0], camera.intrinsics[0]
    centre = gaussians.means @ view[:3, :3].T + view[:3, 3]
    order = centre[:, 2].argsort()
    order = order[centre[order, 2] > _NEAR]
    x, y, z = centre[order].unbind(-1)
    sigma = _covariances(gaussians, order, view[:3, :3])
    zero = torch.zeros_like(z)
    jacobian = torch.stack(
        [k[0, 0] / z, zero, -k[0, 0] * x / z**2, zero, k[1, 1] / z, -k[1, 1] * y / z**2], dim=-1
    ).view(-1, 2, 3)
    flat = jacobian @ sigma @ jacobian.transpose(1, 2) + _DILATION * torch.eye(2)
    conic = torch.linalg.inv(flat)
    at = torch.stack([k[0, 0] * x / z + k[0, 2], k[1, 1] * y / z + k[1, 2]], dim=-1)
    opacity = gaussians.opacities[order]
    color = (0.5 + _C0 * gaussians.sh[order, 0]).clamp_min(0.0)
    columns = torch.arange(camera.width) + 0.5
    strips = []
    reach = _SIGMAS * flat[:, 1, 1].detach().sqrt()
    for top in range(0, camera.height, _ROWS_AT_ONCE):
        rows = torch.arange(top, min(top + _ROWS_AT_ONCE, camera.height)) + 0.5
        pixels = torch.cartesian_prod(rows, columns).flip(-1)
        here = torch.nonzero((at[:, 1] + reach > rows[0]) & (at[:, 1] - reach < rows[-1])).squeeze(-1)
        dx, dy = (pixels[:, None] - at[None, here]).unbind(-1)
        a, b, d = conic[here, 0, 0], conic[here, 0, 1], conic[here, 1, 1]
        power = 0.5 * (a * dx * dx + d * dy * dy) + b * dx * dy
        alpha = (opacity[here] * torch.exp(-power)).clamp_max(_MOST_ALPHA)
        alpha = torch.where(alpha < _LEAST_ALPHA, 0.0, alpha)
        left = torch.cumprod(1.0 - alpha, dim=1)
        weight = alpha * torch.cat([torch.ones_like(left[:, :1]), left[:, :-1]], dim=1)
        strips.append((weight @ color[here]).view(len(rows), camera.width, 3))
    return torch.cat(strips)


def _covariances(gaussians: Gaussians, order: Tensor, rotation: Tensor) -> Tensor:
    """(N, 3, 3) in the frame of the camera."""
    w, a, b, c = torch.nn.functional.normalize(gaussians.quats[order], dim=-1).unbind(-1)
    turn = torch.stack([
        1 - 2 * (b * b + c * c), 2 * (a * b - w * c), 2 * (a * c + w * b),
        2 * (a * b + w * c), 1 - 2 * (a * a + c * c), 2 * (b * c - w * a),
        2 * (a * c - w * b), 2 * (b * c + w * a), 1 - 2 * (a * a + b * b),
    ], dim=-1).view(-1, 3, 3)  # fmt: skip
    half = rotation @ turn * gaussians.scales[order][:, None, :]
    return half @ half.transpose(1, 2)
