"""A picture that another renderer drew: `golden_splats/tiny.webp`, described in the README of the external data."""

from __future__ import annotations

import math
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scenewright.scene.splats import RasterSettings
from scenewright.scene.splats.rasterize import rasterize
from tests.support.splat_oracle import oracle_rasterize
from tests.support.splat_scenes import golden_grid

pytestmark = pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")

WITH_FLOOR = RasterSettings(kernel_floor=math.exp(-4.5), alpha_max=0.99, near=0.2)
PLAIN = RasterSettings(alpha_max=0.99, near=0.2)


def largest_difference(draw: object, settings: RasterSettings) -> int:
    """Of 255."""
    path = Path(os.environ["SCENEWRIGHT_DATA"]) / "golden_splats" / "tiny.webp"
    wanted = np.asarray(Image.open(path).convert("RGB")).astype(int)
    color = draw(*golden_grid(), settings=settings).color[0].clamp(0.0, 1.0)  # type: ignore[operator]
    return int(np.abs((color.numpy() * 255.0).round().astype(int) - wanted).max())


@pytest.mark.parametrize("draw", [rasterize, oracle_rasterize])
def test_with_that_renderers_floor_pictures_agree_to_one_in_255(draw: object) -> None:
    assert largest_difference(draw, WITH_FLOOR) <= 1


@pytest.mark.parametrize("draw", [rasterize, oracle_rasterize])
def test_without_it_to_eight(draw: object) -> None:
    assert 1 < largest_difference(draw, PLAIN) <= 8
