"""How much of each region of a picture every Gaussian makes up: the compiled sums against the list of who makes up each pixel."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.images import RasterSettings
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.region_weights import by_contributors, region_weights
from tests.support.splat_scenes import random_gaussians, ring


def view(number: int = 0) -> Cameras:
    cameras = ring(3)
    return Cameras(
        cameras.camera_from_world[number : number + 1],
        cameras.intrinsics[number : number + 1],
        cameras.width,
        cameras.height,
    )


def blocks(camera: Cameras, side: int, kinds: int, seed: int) -> np.ndarray:
    """Squares of a side, each of one of the regions, or of none."""
    random = np.random.default_rng(seed)
    rows, columns = -(-camera.height // side), -(-camera.width // side)
    coarse = random.integers(-1, kinds, (rows, columns)).astype(np.int32)
    return np.kron(coarse, np.ones((side, side), dtype=np.int32))[: camera.height, : camera.width]


@settings(max_examples=25, deadline=None)
@given(
    side=st.integers(1, 40),
    kinds=st.integers(1, 60),
    seed=st.integers(0, 1000),
    least=st.sampled_from([0.0, 0.02, 0.13]),
    threads=st.integers(1, 3),
    antialiased=st.booleans(),
)
def test_sums_are_those_of_the_list(
    side: int, kinds: int, seed: int, least: float, threads: int, antialiased: bool
) -> None:
    gaussians, camera = random_gaussians(300, seed=seed), view(seed % 3)
    labels = np.stack([blocks(camera, side, kinds, seed), blocks(camera, 7, 3, seed + 1)])
    chosen = RasterSettings(antialiased=antialiased)
    found = region_weights(gaussians, camera, labels, least=least, settings=chosen, threads=threads)
    wanted = by_contributors(gaussians, camera, labels, least=least, settings=chosen)
    for a, b, division in zip(found, wanted, labels, strict=True):
        assert a.shape == b.shape == (len(gaussians), division.max() + 1)
        np.testing.assert_allclose(a.toarray(), b.toarray(), rtol=2e-4, atol=2e-5)


def test_features_of_regions_come_to_what_derivatives_say() -> None:
    """The weighted sum of a region's feature is the derivative of drawing features against that picture (LUDVIG, equation 4)."""
    gaussians, camera = random_gaussians(200, seed=4), view()
    labels = blocks(camera, 12, 9, 5)
    features = np.random.default_rng(6).normal(size=(9, 5)).astype(np.float32)
    picture = np.where(labels[..., None] >= 0, features[labels], 0.0)
    channels = torch.zeros(len(gaussians), 5, requires_grad=True)
    drawn = rasterize(
        gaussians.__class__(**{**gaussians.__dict__, "features": channels}), camera, outputs=("features",)
    ).features
    (drawn[0] * torch.from_numpy(picture).float()).sum().backward()
    (weights,) = region_weights(gaussians, camera, labels[None])
    np.testing.assert_allclose(weights @ features[: weights.shape[1]], channels.grad.numpy(), rtol=1e-3, atol=1e-4)


def test_all_weights_of_a_whole_picture_are_its_alpha() -> None:
    gaussians, camera = random_gaussians(300, seed=1), view(1)
    (weights,) = region_weights(gaussians, camera, np.zeros((1, camera.height, camera.width), dtype=np.int32))
    alpha = rasterize(gaussians, camera, outputs=("alpha",)).alpha
    assert weights.sum() == pytest.approx(float(alpha.sum()), rel=1e-4)


def test_nobody_has_a_weight_where_no_pixel_has_a_region() -> None:
    camera = view()
    (weights,) = region_weights(
        random_gaussians(50, seed=2), camera, np.full((1, camera.height, camera.width), -1, dtype=np.int32)
    )
    assert weights.shape == (50, 0)
    assert weights.nnz == 0


def test_the_same_on_any_number_of_threads() -> None:
    gaussians, camera = random_gaussians(2000, seed=3), view(2)
    labels = blocks(camera, 9, 20, 1)[None]
    one, two = (region_weights(gaussians, camera, labels, threads=n)[0] for n in (1, 3))
    assert np.array_equal(one.indptr, two.indptr)
    assert np.array_equal(one.indices, two.indices)
    assert np.array_equal(one.data, two.data)


@pytest.mark.parametrize("shape", [(1, 5, 5), (48, 64)])
def test_labels_of_another_size_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(SplatError, match="labels are"):
        region_weights(random_gaussians(5, seed=0), view(), np.zeros(shape, dtype=np.int32))


def test_several_views_are_refused() -> None:
    cameras = ring(2)
    with pytest.raises(SplatError, match="one view at a time"):
        region_weights(
            random_gaussians(5, seed=0), cameras, np.zeros((1, cameras.height, cameras.width), dtype=np.int32)
        )
