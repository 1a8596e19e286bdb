"""Optional corrections that are learnt with the Gaussians: each photograph's exposure, and small changes of its camera."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor

from scenewright.scene.splats.cameras import Cameras

__all__ = [
    "EXPOSURE_RATE",
    "POSE_RATE",
    "center",
    "exposed",
    "identity_exposures",
    "identity_poses",
    "moved",
]

EXPOSURE_RATE = 3e-3
"""Adam's learning rate for exposures; it falls to a tenth. INRIA's code has 1e-2, for runs that see each photograph hundreds of times."""
POSE_RATE = 1e-5
"""Adam's learning rate for poses as in gsplat, in radians and fractions of the scene's extent."""


def identity_exposures(count: int, device: torch.device) -> Tensor:
    """(V, 3, 4) identity transforms of colour."""
    return torch.eye(3, 4, device=device).repeat(count, 1, 1)


def exposed(image: Tensor, exposure: Tensor) -> Tensor:
    """A picture (H, W, 3) after an affine transform of colour (3, 4)."""
    return image @ exposure[:, :3].T + exposure[:, 3]


@torch.no_grad()
def center(exposures: Tensor) -> None:
    """Make the mean of all transforms (V, 3, 4) the identity. Otherwise all photographs and the scene could darken together."""
    exposures += torch.eye(3, 4, device=exposures.device) - exposures.mean(dim=0)


def identity_poses(count: int, device: torch.device) -> Tensor:
    """(V, 6) zero corrections of cameras: a rotation vector in radians, and a translation in scene extents."""
    return torch.zeros((count, 6), device=device)


def moved(camera: Cameras, change: Tensor, extent: float) -> Cameras:
    """A camera, rotated and translated in its own frame by a correction (6,): R' = exp([w]) R, t' = exp([w]) t + extent s."""
    turn = torch.linalg.matrix_exp(_cross(change[:3]))
    old = camera.camera_from_world[0]
    upper = torch.cat([turn @ old[:3, :3], (turn @ old[:3, 3] + extent * change[3:])[:, None]], dim=1)
    return replace(camera, camera_from_world=torch.cat([upper, old[3:]])[None])


def _cross(w: Tensor) -> Tensor:
    """(3, 3) matrix of the cross product with w from the left."""
    x, y, z = w.unbind()
    zero = torch.zeros_like(x)
    return torch.stack([zero, -z, y, z, zero, -x, -y, x, zero]).reshape(3, 3)
