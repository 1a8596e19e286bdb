"""A picture that another renderer drew: `golden_splats/tiny.webp`, described in the README of the external data."""

from __future__ import annotations

import math
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scene.splats.cameras import Cameras
from scene.splats.gaussians import Gaussians
from scene.splats.rasterize import RasterSettings, rasterize
from tests.splat_oracle import oracle_rasterize

pytestmark = pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")

WITH_FLOOR = RasterSettings(kernel_floor=math.exp(-4.5), alpha_max=0.99, near=0.2)
PLAIN = RasterSettings(alpha_max=0.99, near=0.2)


def grid() -> tuple[Gaussians, Cameras]:
    """400 round Gaussians on the ground, and the view of them."""
    x, z = (a.ravel() for a in np.meshgrid(np.arange(20), np.arange(20)))
    colors = np.stack([(x + 1) / 21, (z + 1) / 21, np.full(400, 0.5)], axis=1)
    gaussians = Gaussians.of_numpy(
        means=np.stack([x - 10.0, np.zeros(400), z - 10.0], axis=1),
        quats=np.tile([1.0, 0.0, 0.0, 0.0], (400, 1)),
        log_scales=np.full((400, 3), math.log(0.1)),
        logit_opacities=np.full(400, math.log(0.9 / 0.1)),
        sh=((colors - 0.5) * math.sqrt(4.0 * math.pi))[:, None],
    )
    return gaussians, Cameras.look_at((0.0, 5.0, -8.0), (0.0, 0.0, 0.0), fov=60.0, width=320, height=240)


def largest_difference(draw: object, settings: RasterSettings) -> int:
    """Of 255."""
    path = Path(os.environ["SCENEWRIGHT_DATA"]) / "golden_splats" / "tiny.webp"
    wanted = np.asarray(Image.open(path).convert("RGB")).astype(int)
    color = draw(*grid(), settings=settings).color[0].clamp(0.0, 1.0)  # type: ignore[operator]
    return int(np.abs((color.numpy() * 255.0).round().astype(int) - wanted).max())


@pytest.mark.parametrize("draw", [rasterize, oracle_rasterize])
def test_with_the_floor_of_that_renderer_the_picture_is_the_same_to_one_in_255(draw: object) -> None:
    assert largest_difference(draw, WITH_FLOOR) <= 1


@pytest.mark.parametrize("draw", [rasterize, oracle_rasterize])
def test_without_it_to_eight(draw: object) -> None:
    assert 1 < largest_difference(draw, PLAIN) <= 8
