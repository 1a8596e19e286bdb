"""Corners of the rasteriser: the least and the most of everything, and what is refused."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras, Gaussians, RasterSettings
from scenewright.scene.splats.rasterize import OUTPUTS, rasterize
from tests.support.splat_oracle import oracle_rasterize
from tests.support.splat_scenes import PARAMETERS, camera, facing, random_gaussians, ring, straight, with_gradients

SMOOTH = ("color", "alpha", "depth", "features")
DOUBLE = torch.float64
NO_NUMBERS = [-math.inf, math.inf, math.nan]
UNUSUAL = {
    "means": [-1e30, -1e6, -3.0, -1e-3, 0.0, 0.005, 0.0100001, 0.02, 1e6, 1e30, *NO_NUMBERS],
    "quats": [-1e20, 0.0, 1e-20, 1e20, *NO_NUMBERS],
    "log_scales": [-200.0, -80.0, -20.0, 5.0, 30.0, 44.0, 200.0, *NO_NUMBERS],
    "logit_opacities": [-1e4, -5.54, 6.9, 1e4, *NO_NUMBERS],
}
disturbances = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from([(name, column, value) for name, values in UNUSUAL.items() for value in values
                         for column in range({"quats": 4, "logit_opacities": 1}.get(name, 3))]),
    ),
    max_size=10,
)  # fmt: skip


def disturbed(seed: int, changes: list[tuple[int, tuple[str, int, float]]], dtype: torch.dtype) -> Gaussians:
    """Ten Gaussians before :func:`straight`, some of whose numbers are others."""
    usual = random_gaussians(10, seed=seed, degree=1, features=2, dtype=dtype, sizes=(0.05, 0.5), opacities=(0.05, 0.9))
    tensors = {name: getattr(usual, name).clone() for name in UNUSUAL}
    tensors["means"][:, 2] += 3.0
    for row, (name, column, value) in changes:
        tensors[name].view(10, -1)[row, column] = value
    return replace(usual, **tensors)


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(0, 99),
    changes=disturbances,
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    dilation=st.sampled_from([0.0, 0.3]),
    antialiased=st.booleans(),
    dtype=st.sampled_from([torch.float32, DOUBLE]),
)
def test_whatever_gaussians_are_their_derivatives_are_numbers(
    seed: int,
    changes: list[tuple[int, tuple[str, int, float]]],
    size: tuple[int, int],
    dilation: float,
    antialiased: bool,
    dtype: torch.dtype,
) -> None:
    """Near, far, behind, flat, endless, faint, opaque, and no numbers at all."""
    scene = with_gradients(disturbed(seed, changes, dtype))
    chosen = RasterSettings(dilation=dilation, antialiased=antialiased)
    got = rasterize(scene, straight(*size, dtype=dtype), settings=chosen, outputs=OUTPUTS)
    loss = torch.zeros((), dtype=dtype)
    for name in OUTPUTS[:-1]:
        image = getattr(got, name)
        assert image.isfinite().all(), name
        if name in SMOOTH:
            loss = loss + image.sum()
    assert (got.alpha >= 0.0).all()
    assert (got.alpha <= 1.0).all()
    loss.backward()
    drawn = got.radii[0] > 0
    for name in PARAMETERS:
        assert (getattr(scene, name).grad[~drawn] == 0.0).all(), name
    if dilation > 0.0:  # else a Gaussian of no width on the screen moves the picture by any amount
        for name in PARAMETERS:
            assert getattr(scene, name).grad.isfinite().all(), name
    lists = got.contributors[0]
    pixel = torch.repeat_interleave(torch.arange(size[0] * size[1]), lists.offsets.diff())
    summed = torch.zeros(size[0] * size[1], dtype=dtype).index_add(0, pixel, lists.weights)
    assert torch.allclose(summed, got.alpha.detach().flatten(), atol=1e-5)


@pytest.mark.parametrize(("logit", "alpha"), [(math.inf, 0.999), (1e6, 0.999), (-math.inf, 0.0), (-6.0, 0.0)])
def test_opacities_of_one_and_of_zero(logit: float, alpha: float) -> None:
    """One is capped at alpha_max, and has no derivative there; what is under alpha_min is not drawn."""
    gaussians = replace(facing([(0.0, 0.0, 2.0)], sigma=1e3), logit_opacities=torch.tensor([logit]))
    leaves = with_gradients(gaussians)
    got = rasterize(leaves, straight(5, 4))
    assert torch.allclose(got.alpha, torch.tensor(alpha), atol=1e-5)
    (got.color.sum() + got.alpha.sum()).backward()
    assert float(leaves.logit_opacities.grad) == 0.0


@pytest.mark.parametrize("size", [(1, 1), (16, 16), (1000, 3)])
def test_one_gaussian_is_that_of_the_oracle(size: tuple[int, int]) -> None:
    gaussians = random_gaussians(1, seed=1, features=1, sizes=(0.3, 1.0), dtype=DOUBLE)
    view = camera(*size, dtype=DOUBLE)
    ours, wanted = (draw(gaussians, view, outputs=OUTPUTS) for draw in (rasterize, oracle_rasterize))
    for name in OUTPUTS[:-1]:
        assert torch.allclose(getattr(ours, name), getattr(wanted, name), atol=1e-10), name


@pytest.mark.slow
def test_a_picture_in_4k_is_the_small_one_seen_closer() -> None:
    """Each of its pixels lies in one of the small picture; the dilation is out of the way."""
    gaussians = random_gaussians(3_000, seed=2, sizes=(0.02, 0.1))
    small = camera(480, 270)
    # the centre of a small pixel is that of the middle one of 9 x 9
    large = small.scaled(480 * 9, 270 * 9)
    chosen = RasterSettings(dilation=0.0, transmittance_min=0.0)
    here, there = (rasterize(gaussians, v, settings=chosen, outputs=OUTPUTS[:3]) for v in (small, large))
    assert there.color.shape == (1, 2430, 4320, 3)
    for name in ("color", "alpha"):
        closer = getattr(there, name)[:, 4::9, 4::9]
        assert (getattr(here, name) - closer).abs().max() < 1e-3, name


@pytest.mark.parametrize("width", [16, 128, 512])
def test_wide_features_are_those_of_the_oracle(width: int) -> None:
    gaussians = random_gaussians(40, seed=3, features=width, dtype=DOUBLE)
    view = camera(34, 20, dtype=DOUBLE)
    leaves = [with_gradients(gaussians, ("features", "means")) for _ in range(2)]
    pictures = [
        draw(own, view, outputs=("features",)).features
        for own, draw in zip(leaves, (rasterize, oracle_rasterize), strict=True)
    ]
    assert torch.allclose(*pictures, atol=1e-10)
    for picture in pictures:
        picture.square().sum().backward()
    for name in ("features", "means"):
        ours, wanted = (getattr(own, name).grad for own in leaves)
        assert torch.allclose(ours, wanted, rtol=1e-9, atol=1e-9 * float(wanted.abs().max())), name


def test_tensors_may_lie_in_memory_as_they_like() -> None:
    plain = random_gaussians(80, seed=4, degree=2, features=3)
    odd = replace(
        plain,
        **{name: torch.stack([getattr(plain, name)] * 3, dim=-1)[..., 1] for name in PARAMETERS},
        entity_ids=torch.stack([plain.entity_ids] * 2, dim=-1)[:, 0],
    )
    assert not any(getattr(odd, name).is_contiguous() for name in PARAMETERS)
    views = ring(2)
    turned = replace(
        views,
        camera_from_world=views.camera_from_world.mT.contiguous().mT,
        intrinsics=views.intrinsics.mT.contiguous().mT,
    )
    leaves = [with_gradients(plain), replace(odd, **{n: getattr(odd, n).requires_grad_() for n in PARAMETERS})]
    for name in OUTPUTS[:-1]:
        got, wanted = (
            getattr(rasterize(g, v, outputs=OUTPUTS), name) for g, v in zip(leaves[::-1], (turned, views), strict=True)
        )
        assert torch.equal(got, wanted), name
    for own, view in zip(leaves, (views, turned), strict=True):
        # a gradient that is one number everywhere, and one that lies oddly
        picture = rasterize(own, view, outputs=SMOOTH)
        (picture.color.sum() + (picture.features.mT * torch.arange(40.0)[:, None].expand(40, 1).mT).sum()).backward()
    for name in PARAMETERS:
        assert torch.equal(getattr(leaves[0], name).grad, getattr(leaves[1], name).grad), name


@pytest.mark.parametrize("dtype", [torch.float32, DOUBLE])
def test_cameras_take_the_float_type_of_the_gaussians(dtype: torch.dtype) -> None:
    gaussians = random_gaussians(50, seed=5, dtype=dtype)
    other = DOUBLE if dtype == torch.float32 else torch.float32
    exact = camera(30, 20).to(dtype)
    got = rasterize(gaussians, exact.to(other))
    assert got.color.dtype == dtype
    assert torch.equal(got.color, rasterize(gaussians, exact).color)


def test_background_derivatives_are_the_light_that_is_left() -> None:
    gaussians = random_gaussians(60, seed=6, dtype=DOUBLE)
    background = torch.rand(2, 3, dtype=DOUBLE, requires_grad=True)
    got = rasterize(gaussians, ring(2, dtype=DOUBLE), background=background)
    weights = torch.rand_like(got.color)
    (got.color * weights).sum().backward()
    wanted = ((1.0 - got.alpha)[..., None] * weights).sum(dim=(1, 2))
    assert torch.allclose(background.grad, wanted, atol=1e-12)
    one = torch.rand(3, dtype=DOUBLE, requires_grad=True)
    (rasterize(gaussians, ring(2, dtype=DOUBLE), background=one).color * weights).sum().backward()
    assert torch.allclose(one.grad, wanted.sum(dim=0), atol=1e-12)


def test_the_median_depth_is_where_half_of_the_light_is_gone() -> None:
    gaussians = random_gaussians(300, seed=7, dtype=DOUBLE, opacities=(0.05, 0.6))
    view = camera(40, 30, dtype=DOUBLE)
    got = rasterize(gaussians, view, outputs=("median_depth", "contributors"))
    z = gaussians.means @ view.camera_from_world[0, 2, :3] + view.camera_from_world[0, 2, 3]
    lists = got.contributors[0]
    halves = 0
    for p, wanted in enumerate(got.median_depth.flatten().tolist()):
        part = slice(int(lists.offsets[p]), int(lists.offsets[p + 1]))
        gone = torch.nonzero(lists.weights[part].cumsum(0) >= 0.5).flatten()
        assert wanted == pytest.approx(float(z[lists.gaussians[part][gone[0]].long()]) if len(gone) else 0.0)
        halves += bool(len(gone))
    assert 100 < halves < 1200


def test_a_camera_within_a_gaussian_sees_only_its_near_side() -> None:
    """The eye at its centre, and a hair before and behind: drawn from `near` on, though it reaches around the eye."""
    for z, seen in ((0.0, False), (-1e-3, False), (0.0099, False), (0.0101, True), (0.5, True)):
        gaussians = facing([(0.0, 0.0, z)], sigma=1.0, opacity=0.5, dtype=DOUBLE)
        got = rasterize(gaussians, straight(8, 8, dtype=DOUBLE))
        assert bool((got.alpha > 0.1).all()) is seen
        assert bool((got.alpha > 0.0).any()) is seen


def test_what_touches_a_pictures_edge_is_as_in_a_larger_picture() -> None:
    """Centres on all sides of the picture, half in and half out, at the corners of tiles."""
    spots = [(x, y) for x in (-2.0, 0.0, 16.0, 31.5, 33.0) for y in (-1.5, 0.0, 16.0, 17.0, 19.0)]
    means = [((x - 16.0) / 25.0, (y - 8.5) / 25.0, 2.0) for x, y in spots]
    gaussians = facing(means, sigma=0.06, opacity=0.4, dtype=DOUBLE)
    whole = straight(200, 200, dtype=DOUBLE)
    k = whole.intrinsics.clone()
    k[:, 0, 2], k[:, 1, 2] = 16.0, 8.5
    part = Cameras(whole.camera_from_world, k, 32, 17)
    k = k.clone()
    k[:, :2, 2] += 64.0
    around = replace(whole, intrinsics=k)
    chosen = RasterSettings(clamp=10.0)
    got, wanted = (rasterize(gaussians, v, settings=chosen).color for v in (part, around))
    assert torch.allclose(got, wanted[:, 64:81, 64:96], atol=1e-12)


# -- what is refused --------------------------------------------------------------------------------------------------


def test_too_many_tiles_are_refused_before_their_lists_are_made() -> None:
    """2,100 Gaussians that fill a picture of a million tiles."""
    gaussians = facing([(0.0, 0.0, 2.0)], sigma=1e4, opacity=0.5).select([0] * 2_100)
    view = straight(16_384, 16_384)
    with pytest.raises(
        SplatError, match=r"2100 Gaussians touch 2202009600 tiles .* lists hold 2147483647: draw a smaller"
    ):
        rasterize(gaussians, view, outputs=("entity",))


def test_more_in_one_tile_than_can_be_told_apart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.scene.splats.cpu.functions.MOST_IN_A_TILE", 39)
    gaussians = facing([(0.0, 0.0, 2.0)], sigma=1e4, opacity=0.01).select([0] * 40)
    with pytest.raises(SplatError, match="40 Gaussians touch one tile, and 39 are told apart: ask for no entities"):
        rasterize(gaussians, straight(8, 8), outputs=("entity",))
    rasterize(gaussians, straight(8, 8), outputs=("color",))
    rasterize(gaussians.to(DOUBLE), straight(8, 8, dtype=DOUBLE), outputs=("entity",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("near", 0.0),
        ("near", math.nan),
        ("far", 0.01),
        ("dilation", -0.1),
        ("alpha_min", 0.0),
        ("alpha_min", 1.0),
        ("alpha_max", 1.01),
        ("alpha_max", 0.001),
        ("transmittance_min", -1e-4),
        ("clamp", math.inf),
        ("kernel_floor", 1.0),
    ],
)
def test_constants_that_mean_nothing_are_refused(name: str, value: float) -> None:
    with pytest.raises(SplatError, match=rf"^{name} is {value}: it must be "):
        RasterSettings(**{name: value})


def test_views_and_backgrounds_that_fit_nothing_are_refused() -> None:
    gaussians, view = random_gaussians(5), camera(8, 8)
    with pytest.raises(SplatError, match=r"background is \(4,\): it must be a color \(3,\)"):
        rasterize(gaussians, view, background=torch.ones(4))
    with pytest.raises(SplatError, match=r"one for each of 1 views \(1, 3\)"):
        rasterize(gaussians, view, background=torch.ones(2, 3))
    with pytest.raises(SplatError, match="sh_degree is -1"):
        rasterize(gaussians, view, sh_degree=-1)
    with pytest.raises(SplatError, match="there is no view to draw"):
        rasterize(gaussians, Cameras(torch.zeros(0, 4, 4), torch.zeros(0, 3, 3), 8, 8))
    with pytest.raises(SplatError, match=r"intrinsics are torch\.float16"):
        rasterize(gaussians, replace(view, intrinsics=view.intrinsics.half()))
    for broken in (math.nan, math.inf):
        k = view.intrinsics.clone()
        k[0, 0, 2] = broken
        with pytest.raises(SplatError, match="numbers that are not finite"):
            rasterize(gaussians, replace(view, intrinsics=k))
    with pytest.raises(SplatError, match=r"views to stack must be of one size, not \[\(8, 8\), \(9, 8\)\]"):
        Cameras.stacked([camera(8, 8), camera(9, 8)])
