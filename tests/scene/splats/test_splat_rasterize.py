"""The rasteriser on the CPU against an independent one (splat_oracle), and against what must hold of any."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras, Gaussians, RasterSettings, sh_basis
from scenewright.scene.splats.rasterize import OUTPUTS, Rasterized, rasterize
from tests.support.splat_oracle import oracle_rasterize, otherwise_composed
from tests.support.splat_scenes import PARAMETERS, camera, facing, random_gaussians, ring, straight, with_gradients

EVERYTHING = OUTPUTS
IMAGES = ("color", "alpha", "depth", "median_depth", "features", "entity")


def assert_same(ours: Rasterized, oracle: Rasterized, *, tolerance: float = 1e-10) -> None:
    """Every picture and every list of contributors. In float64: no decision hangs on rounding there."""
    for name in IMAGES:
        got, wanted = getattr(ours, name), getattr(oracle, name)
        assert (got is None) == (wanted is None), name
        if got is not None:
            assert got.shape == wanted.shape
            assert got.dtype == wanted.dtype
            assert got.isfinite().all(), name
            assert (got - wanted).abs().max() <= tolerance, name
    assert (ours.contributors is None) == (oracle.contributors is None)
    for got, wanted in zip(ours.contributors or (), oracle.contributors or (), strict=True):
        assert torch.equal(got.offsets, wanted.offsets)
        assert torch.equal(got.gaussians, wanted.gaussians)
        assert torch.allclose(got.weights, wanted.weights, rtol=0.0, atol=tolerance)
    assert ours.radii.dtype == torch.int32
    drawn = ours.radii > 0
    assert torch.allclose(ours.means2d[drawn], oracle.means2d[drawn], rtol=0.0, atol=max(tolerance, 1e-9))
    # boxes may be a little larger than need be; what has a weight has one
    for c, lists in enumerate(ours.contributors or ()):
        assert (ours.radii[c, lists.gaussians.long()] > 0).all()


def both(
    gaussians: Gaussians,
    cameras: Cameras,
    *,
    tolerance: float = 1e-10,
    outputs: tuple[str, ...] = EVERYTHING,
    **given: object,
) -> Rasterized:
    wanted = outputs if gaussians.features is not None else tuple(o for o in outputs if o != "features")
    ours = rasterize(gaussians, cameras, outputs=wanted, **given)  # type: ignore[arg-type]
    assert_same(ours, oracle_rasterize(gaussians, cameras, outputs=wanted, **given), tolerance=tolerance)  # type: ignore[arg-type]
    return ours


# -- against the oracle -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.parametrize("degree", [0, 1, 2, 3])
def test_random_scenes_agree_to_rounding_in_float64(degree: int, antialiased: bool) -> None:
    gaussians = random_gaussians(400, seed=degree, degree=degree, features=5, dtype=torch.float64)
    got = both(
        gaussians,
        camera(61, 45, dtype=torch.float64),
        settings=RasterSettings(antialiased=antialiased),
        background=torch.tensor([0.2, 0.4, 0.9], dtype=torch.float64),
    )
    assert 0.2 < float(got.alpha.mean()) < 1.0


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 2**31),
    count=st.integers(0, 120),
    size=st.tuples(st.integers(1, 50), st.integers(1, 50)),
    sizes=st.sampled_from([(1e-4, 1e-3), (0.01, 0.1), (0.05, 1.0), (0.001, 3.0)]),
    eye=st.sampled_from([(0.4, 0.7, -3.0), (0.1, 0.0, -0.5), (0.0, 0.01, -30.0)]),
    chosen=st.builds(
        RasterSettings,
        near=st.sampled_from([0.01, 0.2, 2.5]),
        far=st.sampled_from([1e10, 3.0]),
        dilation=st.sampled_from([0.0, 0.1, 0.3]),
        antialiased=st.booleans(),
        alpha_min=st.sampled_from([1 / 255, 1e-6, 0.1]),
        alpha_max=st.sampled_from([0.99, 0.999, 0.5]),
        transmittance_min=st.sampled_from([1e-4, 0.05, 0.0]),
        clamp=st.sampled_from([0.3, 0.0, 1.0]),
        kernel_floor=st.sampled_from([0.0, math.exp(-4.5)]),
    ),
)
def test_any_constants_agree(
    seed: int,
    count: int,
    size: tuple[int, int],
    sizes: tuple[float, float],
    eye: tuple[float, float, float],
    chosen: RasterSettings,
) -> None:
    gaussians = random_gaussians(count, seed=seed, degree=seed % 4, features=seed % 7, dtype=torch.float64, sizes=sizes)
    both(gaussians, camera(*size, eye=eye, dtype=torch.float64), settings=chosen, tolerance=1e-8)


@pytest.mark.slow
def test_float32_agrees_wherever_rounding_decides_nothing() -> None:
    gaussians = random_gaussians(5_000, seed=3, degree=3, features=6, sizes=(0.01, 0.1))
    view = camera(128, 128)
    ours = rasterize(gaussians, view, outputs=EVERYTHING)
    wanted = oracle_rasterize(gaussians, view, outputs=EVERYTHING)
    apart = otherwise_composed(ours.contributors[0], wanted.contributors[0]).view(128, 128)
    # two depths closer than float32 tells apart, or an alpha that is the least drawn to seven digits
    assert apart.float().mean() < 1e-3
    for name in ("color", "alpha", "depth", "median_depth", "features"):
        difference = (getattr(ours, name) - getattr(wanted, name))[0].abs()
        assert difference[~apart].max() < 1e-4, name
    assert torch.equal(ours.entity[0][~apart], wanted.entity[0][~apart])


def test_several_views_are_each_the_picture_of_one() -> None:
    gaussians = random_gaussians(150, seed=5, features=2, dtype=torch.float64)
    views = ring(3, dtype=torch.float64)
    background = torch.rand(3, 3, dtype=torch.float64)
    together = both(gaussians, views, background=background)
    for c in range(3):
        alone = rasterize(gaussians, views[c], background=background[c], outputs=EVERYTHING)
        for name in IMAGES:
            assert torch.equal(getattr(alone, name)[0], getattr(together, name)[c]), name


@pytest.mark.parametrize("degree", [0, 1, 2, 3, None])
def test_harmonics_are_used_to_the_degree_asked_for(degree: int | None) -> None:
    gaussians = random_gaussians(80, seed=8, degree=3, dtype=torch.float64)
    view = camera(40, 30, dtype=torch.float64)
    got = both(gaussians, view, sh_degree=degree)
    same = both(gaussians if degree is None else gaussians.with_degree(degree), view)
    assert torch.equal(got.color, same.color)


def by_hand(gaussians: Gaussians, view: Cameras, chosen: RasterSettings) -> tuple[np.ndarray, ...]:
    """color (H, W, 3), alpha and depth (H, W) pixel by pixel and Gaussian by Gaussian, with no tiles, boxes or chunks."""
    extrinsics, k = view.camera_from_world[0].numpy(), view.intrinsics[0].numpy()
    covariance, at = gaussians.covariances.numpy(), gaussians.means.numpy() @ extrinsics[:3, :3].T + extrinsics[:3, 3]
    eye = -extrinsics[:3, :3].T @ extrinsics[:3, 3]
    fx, fy, cx, cy = k[0, 0], k[1, 1], k[0, 2], k[1, 2]
    color, alpha, depth = (np.zeros((view.height, view.width, *rest)) for rest in ((3,), (), ()))
    for row, column in np.ndindex(view.height, view.width):
        light = 1.0
        for i in np.argsort(at[:, 2], kind="stable"):
            x, y, z = at[i]
            if not chosen.near <= z <= chosen.far:
                continue
            tx = z * np.clip(
                x / z,
                -(cx + chosen.clamp * view.width / 2) / fx,
                (view.width - cx + chosen.clamp * view.width / 2) / fx,
            )
            ty = z * np.clip(
                y / z,
                -(cy + chosen.clamp * view.height / 2) / fy,
                (view.height - cy + chosen.clamp * view.height / 2) / fy,
            )
            j = np.array([[fx / z, 0, -fx * tx / z**2], [0, fy / z, -fy * ty / z**2]]) @ extrinsics[:3, :3]
            sharp = j @ covariance[i] @ j.T
            blurred = sharp + chosen.dilation * np.eye(2)
            share = np.sqrt(np.linalg.det(sharp) / np.linalg.det(blurred)) if chosen.antialiased else 1.0
            d = np.array([column + 0.5 - fx * x / z - cx, row + 0.5 - fy * y / z - cy])
            kernel = max(0.0, np.exp(-0.5 * d @ np.linalg.solve(blurred, d)) - chosen.kernel_floor)
            a = min(chosen.alpha_max, share * float(gaussians.opacities[i]) * kernel)
            if a < chosen.alpha_min:
                continue
            if light * (1 - a) <= chosen.transmittance_min:
                break
            toward = gaussians.means[i].numpy() - eye
            basis = sh_basis(torch.from_numpy(toward / np.linalg.norm(toward))[None], gaussians.degree)[0].numpy()
            color[row, column] += light * a * np.maximum(basis @ gaussians.sh[i].numpy() + 0.5, 0.0)
            depth[row, column] += light * a * z
            alpha[row, column] += light * a
            light *= 1 - a
    return color, alpha, np.divide(depth, alpha, out=np.zeros_like(depth), where=alpha > 0)


@pytest.mark.parametrize(
    "chosen",
    [
        RasterSettings(),
        RasterSettings(antialiased=True, clamp=0.0, dilation=0.1),
        RasterSettings(near=2.5, far=3.3, alpha_max=0.6, alpha_min=0.05, transmittance_min=0.1, kernel_floor=0.02),
    ],
)
def test_both_do_what_the_formulas_say_one_pixel_at_a_time(chosen: RasterSettings) -> None:
    gaussians = random_gaussians(25, seed=30, degree=3, dtype=torch.float64, sizes=(0.05, 0.5))
    view = camera(19, 17, dtype=torch.float64)
    names = ("color", "alpha", "depth")
    wanted = dict(zip(names, by_hand(gaussians, view, chosen), strict=True))
    for draw in (rasterize, oracle_rasterize):
        got = draw(gaussians, view, settings=chosen, outputs=names)
        for name in names:
            assert np.abs(getattr(got, name)[0].numpy() - wanted[name]).max() < 1e-9, (draw, name)


# -- what must hold of any rasteriser ---------------------------------------------------------------------------------


def test_one_gaussian_has_the_profile_of_the_formula() -> None:
    """sigma 0.1 at distance 2 and focal length 50 is 2.5 pixels; 0.3 more in variance by the dilation."""
    got = rasterize(facing([(0.02, -0.04, 2.0)], opacity=0.7), straight(33, 21), outputs=("color", "alpha", "depth"))
    x, y = np.meshgrid(np.arange(33) + 0.5, np.arange(21) + 0.5)
    # off the axis the Jacobian shears by (x / z, y / z): (1 + 0.01^2), (1 + 0.02^2)
    j = np.array([[25.0, 0.0, -25.0 * 0.01], [0.0, 25.0, 25.0 * 0.02]])
    inverse = np.linalg.inv(0.01 * j @ j.T + 0.3 * np.eye(2))
    d = np.stack([x - 17.0, y - 9.5], axis=-1)
    alpha = 0.7 * np.exp(-0.5 * np.einsum("...i,ij,...j", d, inverse, d))
    alpha[alpha < 1 / 255] = 0.0
    assert np.abs(got.alpha[0].numpy() - alpha).max() < 1e-6
    assert np.abs(got.color[0].numpy() - 0.5 * alpha[..., None]).max() < 1e-6
    assert np.abs(got.depth[0].numpy() - np.where(alpha > 0, 2.0, 0.0)).max() < 1e-4


def test_nearer_ones_cover_farther_ones_whatever_their_order() -> None:
    front, back = (0.0, 0.0, 2.0), (0.0, 0.0, 4.0)
    red, blue = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
    for order in ([0, 1], [1, 0]):
        gaussians = facing([front, back], sigma=1.0, opacity=[0.6, 0.9], colors=[red, blue]).select(order)
        got = rasterize(gaussians, straight(1, 1), outputs=EVERYTHING[:4] + ("entity", "contributors"))
        assert torch.allclose(got.color[0, 0, 0], torch.tensor([0.6, 0.0, 0.4 * 0.9]), atol=1e-3)
        assert math.isclose(got.alpha[0, 0, 0], 0.96, abs_tol=1e-3)
        assert math.isclose(got.depth[0, 0, 0], (0.6 * 2 + 0.36 * 4) / 0.96, abs_tol=1e-2)
        assert math.isclose(got.median_depth[0, 0, 0], 2.0, abs_tol=1e-6)
        assert int(got.entity[0, 0, 0]) == 0
        assert got.contributors[0].gaussians.tolist() == [order.index(0), order.index(1)]


def test_equal_depths_are_drawn_in_the_order_of_rows() -> None:
    count = 60
    gaussians = facing([(0.0, 0.0, 2.0)] * count, sigma=0.5, opacity=0.1)
    got = both(gaussians, straight(20, 20), tolerance=1e-5)
    offsets, rows = got.contributors[0].offsets, got.contributors[0].gaussians
    middle = 10 * 20 + 10
    assert rows[offsets[middle] : offsets[middle + 1]].tolist() == list(range(count))


def test_depths_that_only_float64_tells_apart_are_in_order_there() -> None:
    depths = [2.0 + 1e-12 * i for i in (3, 1, 2, 0)]
    gaussians = facing([(0.0, 0.0, z) for z in depths], sigma=0.5, opacity=0.1, dtype=torch.float64)
    got = rasterize(gaussians, straight(1, 1, dtype=torch.float64), outputs=("contributors",))
    assert got.contributors[0].gaussians.tolist() == [3, 1, 2, 0]


def test_an_opaque_stack_ends_before_the_gaussian_that_closes_it() -> None:
    """0.1^3 is let through, and 0.1^4 is the least transmittance: the fourth is not drawn, nor any behind."""
    gaussians = facing([(0.0, 0.0, 2.0 + i) for i in range(50)], sigma=1e3, opacity=0.9, dtype=torch.float64)
    got = both(gaussians, straight(20, 18, dtype=torch.float64), settings=RasterSettings(transmittance_min=1.0001e-4))
    assert (got.contributors[0].offsets.diff() == 3).all()
    assert torch.allclose(got.alpha, torch.tensor(0.999, dtype=torch.float64), atol=1e-5)
    assert set(got.contributors[0].gaussians.tolist()) == {0, 1, 2}


def test_the_largest_weight_owns_a_pixel() -> None:
    gaussians = facing([(0.0, 0.0, z) for z in (2.0, 3.0, 4.0)], sigma=1e3, opacity=[0.2, 0.75, 0.9])
    got = rasterize(gaussians, straight(3, 3), outputs=("entity", "median_depth"))
    assert (got.entity == 1).all()
    assert got.entity.dtype == torch.int32
    assert torch.allclose(got.median_depth, torch.tensor(3.0))


def test_the_first_of_equal_weights_owns_a_pixel() -> None:
    """a and (1 - a) c are equal at a = c / (1 + c): where they are to the last bit is searched."""
    ties = 0
    for most in np.linspace(0.5, 0.99, 25).tolist():
        pair = facing([(0.0, 0.0, 2.0), (0.0, 0.0, 3.0)], sigma=1e3, opacity=[most / (1 + most), 0.9999])
        for step in range(-8, 8):
            logits = pair.logit_opacities + torch.tensor([step * 6e-8, 0.0])
            got = rasterize(
                replace(pair, logit_opacities=logits),
                straight(1, 1),
                settings=RasterSettings(alpha_max=most),
                outputs=("entity", "contributors"),
            )
            first, second = got.contributors[0].weights.tolist()
            ties += first == second
            assert int(got.entity) == (1 if second > first else 0)
    assert ties >= 5


def test_where_nothing_is_hit_there_is_nothing() -> None:
    gaussians = replace(facing([(0.0, 0.0, 2.0)], sigma=0.02), features=torch.ones(1, 2))
    got = rasterize(gaussians, straight(64, 64), outputs=EVERYTHING, background=torch.tensor([0.1, 0.2, 0.3]))
    assert torch.equal(got.color[0, 0, 0], torch.tensor([0.1, 0.2, 0.3]))
    for name, nothing in (("alpha", 0), ("depth", 0), ("median_depth", 0), ("entity", -1)):
        assert getattr(got, name)[0, 0, 0] == nothing, name
    assert got.features[0, 0, 0].tolist() == [0.0, 0.0]
    assert got.contributors[0].offsets[1] == 0


def test_contributors_add_up_to_the_picture() -> None:
    gaussians = random_gaussians(300, seed=11, features=3, dtype=torch.float64)
    view = camera(50, 37, dtype=torch.float64)
    got = rasterize(gaussians, view, outputs=("alpha", "features", "depth", "contributors"))
    lists = got.contributors[0]
    pixel = torch.repeat_interleave(torch.arange(50 * 37), lists.offsets.diff())
    rows = lists.gaussians.long()

    def summed(values: torch.Tensor) -> torch.Tensor:
        return torch.zeros(50 * 37, values.shape[1], dtype=torch.float64).index_add(
            0, pixel, lists.weights[:, None] * values[rows]
        )

    assert torch.allclose(summed(gaussians.features), got.features[0].reshape(-1, 3), atol=1e-12)
    assert torch.allclose(summed(torch.ones(300, 1, dtype=torch.float64))[:, 0], got.alpha[0].flatten(), atol=1e-12)
    z = gaussians.means @ view.camera_from_world[0, 2, :3] + view.camera_from_world[0, 2, 3]
    assert (z[rows].diff()[pixel.diff() == 0] >= 0).all()


def test_radii_bound_what_is_drawn() -> None:
    gaussians = random_gaussians(200, seed=12, sizes=(0.002, 0.4), opacities=(0.0001, 0.05))
    view = camera(70, 50)
    got = rasterize(gaussians, view, outputs=("contributors",))
    assert got.radii.shape == (1, 200)
    assert got.means2d.shape == (1, 200, 2)
    lists = got.contributors[0]
    rows = lists.gaussians.long()
    pixel = torch.repeat_interleave(torch.arange(70 * 50), lists.offsets.diff())
    at = torch.stack([pixel % 70, pixel // 70], dim=1) + 0.5
    reach = (at - got.means2d[0, rows]).abs().amax(dim=1)
    assert (reach <= got.radii[0, rows]).all()
    assert (got.radii[0] == 0).any()
    unseen = torch.nonzero(got.radii[0] == 0).flatten()
    assert not torch.isin(rows, unseen).any()


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_same_bits_every_time_on_any_number_of_threads(threads: int) -> None:
    gaussians = with_gradients(random_gaussians(500, seed=13, degree=2, features=3))
    views = ring(2, 70, 50)

    def run(count: int) -> list[torch.Tensor]:
        got = rasterize(gaussians, views, outputs=EVERYTHING, threads=count)
        loss = got.color.square().sum() + got.features.sum() + got.depth.sum()
        grads = torch.autograd.grad(loss, [getattr(gaussians, n) for n in PARAMETERS])
        lists = [t for c in got.contributors for t in (c.offsets, c.gaussians, c.weights)]
        return [getattr(got, n) for n in IMAGES] + [*lists, *grads]

    for a, b in zip(run(1), run(threads), strict=True):
        assert torch.equal(a, b)


def test_a_rigid_motion_of_scene_and_camera_changes_nothing() -> None:
    gaussians = random_gaussians(200, seed=14, degree=3, dtype=torch.float64)
    view = camera(50, 40, dtype=torch.float64)
    motion = torch.linalg.matrix_exp(
        torch.tensor(
            [[0, -0.4, 0.9, 1.0], [0.4, 0, -1.3, -2.0], [-0.9, 1.3, 0, 0.5], [0, 0, 0, 0]], dtype=torch.float64
        )
    )
    there = replace(view, camera_from_world=view.camera_from_world @ torch.linalg.inv(motion))
    before = rasterize(gaussians, view, outputs=("color", "alpha", "depth"))
    after = rasterize(gaussians.transformed(motion.numpy()), there, outputs=("color", "alpha", "depth"))
    for name in ("color", "alpha", "depth"):
        assert torch.allclose(getattr(before, name), getattr(after, name), atol=1e-9), name


def test_a_mirrored_scene_is_a_mirrored_picture() -> None:
    gaussians = random_gaussians(200, seed=15, degree=3, dtype=torch.float64)
    k = torch.tensor([[[60.0, 0, 25], [0, 60, 20], [0, 0, 1]]], dtype=torch.float64)
    away = torch.eye(4, dtype=torch.float64)[None].clone()
    away[0, 2, 3] = 3.0
    view = Cameras(away, k, 50, 40)
    before = rasterize(gaussians, view)
    after = rasterize(gaussians.transformed(np.diag([-1.0, 1.0, 1.0, 1.0])), view)
    assert torch.allclose(before.color.flip(2), after.color, atol=1e-9)


def test_a_crop_of_the_picture_is_the_picture_of_the_crop() -> None:
    """Tiles lie otherwise then, and the contributions are the same; the clamp is out of the way."""
    gaussians = random_gaussians(300, seed=16, dtype=torch.float64)
    whole = camera(80, 60, dtype=torch.float64)
    k = whole.intrinsics.clone()
    k[:, 0, 2] -= 21
    k[:, 1, 2] -= 9
    part = Cameras(whole.camera_from_world, k, 33, 41)
    chosen = RasterSettings(clamp=10.0)
    big, small = (rasterize(gaussians, v, settings=chosen, outputs=("color", "depth")) for v in (whole, part))
    assert torch.allclose(big.color[:, 9:50, 21:54], small.color, atol=1e-10)


# -- hard cases -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (17, 16), (16, 16), (15, 31), (33, 1)])
def test_any_size_of_picture(size: tuple[int, int]) -> None:
    both(random_gaussians(60, seed=17, features=1, dtype=torch.float64), camera(*size, dtype=torch.float64))


def test_no_gaussians_at_all() -> None:
    background = torch.tensor([0.3, 0.2, 0.1])
    got = both(replace(Gaussians.empty(2), features=torch.zeros(0, 4)), ring(2, 20, 10), background=background)
    assert (got.color == background).all()
    assert got.features.shape == (2, 10, 20, 4)
    assert (got.entity == -1).all()


def test_what_is_behind_or_beyond_is_not_drawn() -> None:
    gaussians = facing([(0.0, 0.0, z) for z in (-2.0, 0.0, 0.005, 5.0, 20.0)], sigma=0.3)
    got = both(gaussians, straight(24, 24), settings=RasterSettings(far=10.0), tolerance=1e-4)
    assert (got.radii[0] > 0).tolist() == [False, False, False, True, False]


def test_a_camera_inside_gaussians_sees_numbers() -> None:
    gaussians = with_gradients(random_gaussians(200, seed=18, degree=3, features=2, sizes=(0.3, 3.0)))
    got = rasterize(gaussians, camera(40, 30, eye=(0.0, 0.0, -0.05)), outputs=EVERYTHING)
    for name in IMAGES:
        assert getattr(got, name).isfinite().all(), name
    (got.color.sum() + got.depth.sum() + got.features.sum() + got.alpha.sum()).backward()
    for name in PARAMETERS:
        assert getattr(gaussians, name).grad.isfinite().all(), name
    both(random_gaussians(200, seed=18, sizes=(0.3, 3.0), dtype=torch.float64),
         camera(40, 30, eye=(0.0, 0.0, -0.05), dtype=torch.float64), tolerance=1e-8)  # fmt: skip


@pytest.mark.parametrize("antialiased", [False, True])
def test_scales_of_zero_leave_the_dilation(antialiased: bool) -> None:
    gaussians = facing([(0.0, 0.0, 2.0), (0.2, 0.1, 3.0)], sigma=0.1)
    flat = replace(gaussians, log_scales=torch.tensor([[-math.inf] * 3, [math.log(0.1), math.log(0.1), -math.inf]]))
    wanted = with_gradients(flat)
    got = both(flat, straight(20, 20), settings=RasterSettings(antialiased=antialiased), tolerance=1e-4)
    assert bool(got.radii[0, 0] > 0) is not antialiased
    color = rasterize(wanted, straight(20, 20), settings=RasterSettings(antialiased=antialiased)).color
    color.sum().backward()
    for name in ("means", "quats", "log_scales", "logit_opacities", "sh"):
        assert getattr(wanted, name).grad.isfinite().all(), name


def test_a_gaussian_below_a_pixel_is_seen_as_the_dilation() -> None:
    view = straight(9, 9)
    plain = rasterize(facing([(0.0, 0.0, 2.0)], sigma=1e-6, opacity=0.9), view).alpha
    smooth = rasterize(
        facing([(0.0, 0.0, 2.0)], sigma=1e-6, opacity=0.9), view, settings=RasterSettings(antialiased=True)
    )
    assert float(plain[0, 4, 4]) == pytest.approx(0.9, abs=1e-5)
    assert float(plain[0, 4, 5]) == pytest.approx(0.9 * math.exp(-0.5 / 0.3), abs=1e-5)
    assert float(smooth.alpha.max()) == 0.0


def test_one_gaussian_larger_than_the_picture_fills_it() -> None:
    got = both(facing([(0.0, 0.0, 2.0)], sigma=1e4, opacity=0.5), straight(50, 35), tolerance=1e-6)
    assert torch.allclose(got.alpha, torch.tensor(0.5), atol=1e-4)


def test_positions_that_are_no_numbers_are_not_drawn() -> None:
    good = random_gaussians(30, seed=19)
    bad = replace(good, means=good.means.clone(), log_scales=good.log_scales.clone())
    bad.means[3] = math.nan
    bad.means[7, 1] = math.inf
    bad.log_scales[9] = math.nan
    kept = [i for i in range(30) if i not in (3, 7, 9)]
    got, wanted = rasterize(bad, camera()), rasterize(good.select(kept), camera())
    assert torch.equal(got.color, wanted.color)


def test_quaternions_may_have_any_length() -> None:
    gaussians = random_gaussians(50, seed=20, dtype=torch.float64)
    factors = torch.logspace(-3, 3, 50, dtype=torch.float64)[:, None]
    view = camera(dtype=torch.float64)
    got, wanted = rasterize(replace(gaussians, quats=gaussians.quats * factors), view), rasterize(gaussians, view)
    assert torch.allclose(got.color, wanted.color, atol=1e-12)


def test_colors_are_cut_at_zero_and_not_above() -> None:
    gaussians = facing([(0.0, 0.0, 2.0)], sigma=1e3, opacity=0.5, colors=[(-1.0, 0.25, 4.0)])
    got = both(gaussians, straight(4, 4), tolerance=1e-5)
    assert torch.allclose(got.color[0, 0, 0], torch.tensor([0.0, 0.125, 2.0]), atol=1e-5)


def test_only_what_is_asked_for_is_made() -> None:
    got = rasterize(random_gaussians(10, seed=21), camera(20, 20), outputs=("alpha",))
    for name in ("color", "depth", "median_depth", "features", "entity", "contributors"):
        assert getattr(got, name) is None, name


@pytest.mark.parametrize("width", [1, 3, 4, 5, 8, 33])
def test_features_of_any_width(width: int) -> None:
    got = both(random_gaussians(60, seed=22, features=width, dtype=torch.float64), camera(30, 20, dtype=torch.float64))
    assert got.features.shape == (1, 20, 30, width)


def test_errors_say_what_to_do() -> None:
    gaussians, view = random_gaussians(5, seed=23), camera(8, 8)
    with pytest.raises(SplatError, match=r"no output 'colour': there are .*color"):
        rasterize(gaussians, view, outputs=("colour",))
    with pytest.raises(SplatError, match="features were asked for"):
        rasterize(gaussians, view, outputs=("features",))
    with pytest.raises(SplatError, match=r"quats are torch.float64, means torch.float32"):
        rasterize(replace(gaussians, quats=gaussians.quats.double()), view)
    with pytest.raises(SplatError, match="float16"):
        rasterize(gaussians.to(torch.float16), view)
    with pytest.raises(SplatError, match="not on 'meta'"):
        rasterize(gaussians.to("meta"), view)
