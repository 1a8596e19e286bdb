"""Fewer Gaussians by merging: what is kept of them, and that the picture is."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras, Gaussians, decimated
from scenewright.scene.splats.rasterize import rasterize
from tests.support.splat_cases import random_gaussians

QUICK = settings(max_examples=25, deadline=None)


@QUICK
@given(
    seed=st.integers(0, 2**20),
    count=st.integers(1, 60),
    kept=st.integers(1, 70),
    degree=st.integers(0, 3),
    entities=st.booleans(),
)
def test_as_many_are_left_as_were_asked_for(seed: int, count: int, kept: int, degree: int, entities: bool) -> None:
    g = random_gaussians(count, degree, seed=seed, entities=entities)
    out = decimated(g, kept)
    shown = int((g.opacities >= 1 / 255).sum())
    assert len(out) == (count if count <= kept else min(kept, shown))
    assert out.degree == degree
    assert set(out.entity_ids.tolist()) <= set(g.entity_ids.tolist())
    for name in ("means", "quats", "log_scales", "logit_opacities", "sh"):
        values = getattr(out, name)
        assert values.dtype == torch.float32
        assert bool(torch.isfinite(values).all()), name
    low, high = g.means.amin(dim=0), g.means.amax(dim=0)
    assert bool(((out.means >= low - 1e-5) & (out.means <= high + 1e-5)).all())


def pair(apart: float, opacity: float = 0.6) -> Gaussians:
    """Two spheres of size 0.1 beside each other on x, red and blue."""
    return Gaussians.of_numpy(
        [[0.0, 0.0, 0.0], [apart, 0.0, 0.0]],
        [[1.0, 0.0, 0.0, 0.0]] * 2,
        [[math.log(0.1)] * 3] * 2,
        [math.log(opacity / (1 - opacity))] * 2,
        [[[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]]],
    )


def test_a_pair_keeps_its_moments_and_its_mass() -> None:
    one = decimated(pair(0.4), 1)
    np.testing.assert_allclose(one.means, [[0.2, 0.0, 0.0]], atol=1e-6)
    np.testing.assert_allclose(one.covariances[0], np.diag([0.01 + 0.04, 0.01, 0.01]), atol=1e-6)
    np.testing.assert_allclose(one.sh[0, 0], [0.5, 0.0, 0.5], atol=1e-6)
    a, b = math.sqrt(0.05), 0.1
    assert float(one.opacities[0]) == pytest.approx(2 * 0.6 * b * b / ((2 * a * b + b * b) / 3), rel=1e-4)


def test_two_in_one_place_are_one_behind_the_other() -> None:
    assert float(decimated(pair(0.0), 1).opacities[0]) == pytest.approx(1 - 0.4**2, rel=1e-4)


def test_those_too_faint_to_be_drawn_go_first() -> None:
    g = pair(5.0)
    faint = replace(g, logit_opacities=torch.full((2,), -8.0), means=g.means + 1.0)
    out = decimated(Gaussians.merged([faint, g]), 2)
    assert torch.equal(out.means, g.means)


def test_entities_are_not_mixed() -> None:
    """Two bodies through each other: what is left of each lies where it lay, in its colour."""
    generator = torch.Generator().manual_seed(0)
    parts = []
    for entity, color in ((3, 1.0), (8, -1.0)):
        g = random_gaussians(300, 0, seed=entity)
        parts.append(
            replace(
                g,
                means=torch.rand(300, 3, generator=generator),
                sh=torch.full((300, 1, 3), color),
                logit_opacities=torch.zeros(300),
            ).with_entity(entity)
        )
    out = decimated(Gaussians.merged(parts), 100)
    assert len(out) == 100
    colors = out.sh[:, 0, 0]
    assert torch.equal(out.entity_ids, torch.where(colors > 0, 3, 8).int())
    np.testing.assert_allclose(colors.abs(), 1.0, atol=1e-5)
    # each by itself alone: nothing can be merged, and the smallest go
    alone = decimated(replace(Gaussians.merged(parts), entity_ids=torch.arange(600).int()), 50)
    assert len(alone) == 50


def test_features_are_merged_as_colors_are() -> None:
    g = replace(pair(0.1), features=torch.tensor([[0.0, 2.0], [1.0, 4.0]]))
    np.testing.assert_allclose(decimated(g, 1).features, [[0.5, 3.0]], atol=1e-6)


def test_a_number_of_none_is_refused() -> None:
    with pytest.raises(SplatError, match="too few"):
        decimated(pair(1.0), 0)


def test_the_picture_stays_much_nearer_than_by_leaving_out() -> None:
    """A wall of small Gaussians with a smooth picture on it, a quarter of them left."""
    rng = np.random.default_rng(0)
    x, y = np.meshgrid(np.linspace(-1, 1, 48), np.linspace(-1, 1, 48))
    means = np.stack([x.ravel(), y.ravel(), 0.01 * rng.normal(size=x.size)], axis=1)
    colors = np.stack([np.sin(2 * means[:, 0]), np.cos(2 * means[:, 1]), means[:, 0] * means[:, 1]], axis=1)
    wall = Gaussians.of_numpy(
        means,
        np.tile([1.0, 0, 0, 0], (x.size, 1)),
        np.log(np.tile([0.025, 0.025, 0.002], (x.size, 1))),
        np.full(x.size, 1.5),
        colors[:, None],
    )
    camera = Cameras.look_at((0.5, -0.5, -3.0), (0, 0, 0), fov=45, width=128, height=128)

    def error(g: Gaussians) -> float:
        drawn = [rasterize(s, camera, outputs=("color",)).color for s in (wall, g)]
        assert drawn[0] is not None
        assert drawn[1] is not None
        return float(((drawn[0] - drawn[1]) ** 2).mean())

    quarter = x.size // 4
    left_out = error(wall.select(rng.choice(x.size, quarter, replace=False)))
    assert error(decimated(wall, quarter)) < left_out / 8
