"""Conversions between quaternions, rotation matrices, scales and covariances of Gaussians."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from scenewright.scene.model import FloatArray

__all__ = [
    "covariances",
    "polar_rotation",
    "quaternion_product",
    "quaternions_of_rotations",
    "rotations_of_quaternions",
    "scales_and_quaternions",
]

_LEAST_SCALE = 1e-12


def rotations_of_quaternions(quats: Tensor) -> Tensor:
    """(N, 3, 3) rotation matrices of quaternions (N, 4), wxyz, of any length but 0. Differentiable."""
    w, x, y, z = torch.nn.functional.normalize(quats, dim=-1, eps=1e-30).unbind(-1)
    flat = torch.stack(
        [
            1 - 2 * (y * y + z * z),
            2 * (x * y - w * z),
            2 * (x * z + w * y),
            2 * (x * y + w * z),
            1 - 2 * (x * x + z * z),
            2 * (y * z - w * x),
            2 * (x * z - w * y),
            2 * (y * z + w * x),
            1 - 2 * (x * x + y * y),
        ],
        dim=-1,
    )
    return flat.reshape(-1, 3, 3)


def quaternions_of_rotations(rotations: Tensor) -> Tensor:
    """(N, 4) unit quaternions, wxyz, w >= 0, of rotation matrices (N, 3, 3)."""
    from scipy.spatial.transform import Rotation

    if len(rotations) == 0:
        return rotations.new_zeros((0, 4))
    xyzw = Rotation.from_matrix(rotations.detach().cpu().double().numpy()).as_quat(canonical=True)
    return torch.as_tensor(xyzw[:, [3, 0, 1, 2]]).to(rotations)


def quaternion_product(first: Tensor, second: Tensor) -> Tensor:
    """(N, 4), wxyz: the rotation by `second`, followed by the one by `first`. Shapes broadcast."""
    aw, ax, ay, az = first.unbind(-1)
    bw, bx, by, bz = second.unbind(-1)
    return torch.stack(
        [
            aw * bw - ax * bx - ay * by - az * bz,
            aw * bx + ax * bw + ay * bz - az * by,
            aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw,
        ],
        dim=-1,
    )


def covariances(quats: Tensor, scales: Tensor) -> Tensor:
    """(N, 3, 3) of quaternions (N, 4) and standard deviations (N, 3): R diag(s^2) R^T."""
    spread = rotations_of_quaternions(quats) * scales[:, None, :]
    return spread @ spread.transpose(1, 2)


def scales_and_quaternions(covariance: Tensor) -> tuple[Tensor, Tensor]:
    """Standard deviations (N, 3), ascending, and unit quaternions (N, 4) of covariances (N, 3, 3)."""
    values, axes = torch.linalg.eigh(covariance)
    handed = torch.where(torch.linalg.det(axes) < 0, -1.0, 1.0).to(axes)
    axes = torch.cat([axes[..., :2], axes[..., 2:] * handed[:, None, None]], dim=-1)
    return values.clamp_min(_LEAST_SCALE**2).sqrt(), quaternions_of_rotations(axes)


def polar_rotation(matrix: FloatArray) -> FloatArray:
    """The orthogonal factor Q (3, 3) of the polar decomposition M = Q P, P positive semi-definite. Q mirrors if M does."""
    u, _, vt = np.linalg.svd(np.asarray(matrix, dtype=np.float64))
    return np.asarray(u @ vt, dtype=np.float64)
