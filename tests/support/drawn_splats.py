"""Pictures and derivatives of a small scene of Gaussians, which a child process can compute too."""

from __future__ import annotations

import numpy as np

from scenewright.scene.splats.rasterize import rasterize
from tests.support.splat_scenes import PARAMETERS, camera, random_gaussians, with_gradients


def drawn_with_derivatives(threads: int = 1) -> dict[str, np.ndarray]:
    """Name -> picture or derivative of a small scene."""
    scene = with_gradients(random_gaussians(200, seed=1, degree=3, features=2))
    outputs = ("color", "alpha", "depth", "median_depth", "features", "entity")
    picture = rasterize(scene, camera(50, 40), outputs=outputs, threads=threads)
    (picture.color.square().sum() + picture.features.sum() + picture.depth.sum()).backward()
    out = {name: getattr(picture, name).detach().numpy() for name in outputs}
    return out | {f"of_{name}": getattr(scene, name).grad.numpy() for name in PARAMETERS}
