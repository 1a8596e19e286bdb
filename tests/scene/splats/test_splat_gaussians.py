"""The algebra of Gaussians: covariances, spherical harmonics, motions, choices, and the views they are drawn from."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from scenewright.renderers.base import Pinhole
from scenewright.scene.errors import SplatError
from scenewright.scene.model import Camera
from scenewright.scene.splats import NO_ENTITY, Cameras, Gaussians, dc_from_rgb, scales_and_quaternions, sh_basis
from scenewright.scene.splats.covariances import (
    covariances,
    polar_rotation,
    quaternion_product,
    quaternions_of_rotations,
    rotations_of_quaternions,
)
from scenewright.scene.splats.spherical_harmonics import SH_C0, basis_count, degree_of, rgb_from_dc, rotated_sh
from tests.support.splat_oracle import harmonics
from tests.support.splat_scenes import PARAMETERS, random_gaussians

DOUBLE = torch.float64
QUICK = settings(max_examples=50, deadline=None)
seeds = st.integers(0, 2**31)


def directions(count: int, seed: int) -> torch.Tensor:
    d = torch.from_numpy(np.random.default_rng(seed).normal(size=(count, 3)))
    return d / d.norm(dim=1, keepdim=True)


def orthogonal(seed: int, *, mirrors: bool) -> np.ndarray:
    turn = Rotation.random(random_state=seed % 2**31).as_matrix()
    return turn @ np.diag([1.0, 1.0, -1.0]) if mirrors else turn


def affine(seed: int, kind: str) -> np.ndarray:
    """(4, 4) of a kind: a motion, a similarity, or any, which mirrors half of the time."""
    random = np.random.default_rng(seed)
    m = np.eye(4)
    m[:3, :3] = orthogonal(seed, mirrors="mirror" in kind)
    if "similar" in kind:
        m[:3, :3] *= random.uniform(0.1, 5.0)
    if "any" in kind:
        m[:3, :3] = m[:3, :3] @ np.diag(random.uniform(0.2, 3.0, 3)) @ orthogonal(seed + 1, mirrors=False)
    m[:3, 3] = random.normal(size=3)
    return m


KINDS = st.sampled_from(["motion", "mirror motion", "similar", "mirror similar", "any", "mirror any"])


# -- quaternions and covariances --------------------------------------------------------------------------------------


@QUICK
@given(seed=seeds)
def test_quaternions_are_those_of_scipy(seed: int) -> None:
    q = torch.from_numpy(np.random.default_rng(seed).normal(size=(20, 4)))
    wanted = Rotation.from_quat(q.numpy()[:, [1, 2, 3, 0]])
    assert np.allclose(rotations_of_quaternions(q).numpy(), wanted.as_matrix(), atol=1e-12)
    back = quaternions_of_rotations(rotations_of_quaternions(q))
    assert torch.allclose(rotations_of_quaternions(back), rotations_of_quaternions(q), atol=1e-12)
    assert (back[:, 0] >= 0).all()
    turned = quaternion_product(q, q.flip(0))
    product = rotations_of_quaternions(q) @ rotations_of_quaternions(q.flip(0))
    assert torch.allclose(rotations_of_quaternions(turned), product, atol=1e-12)


@QUICK
@given(seed=seeds)
def test_a_covariance_comes_apart_into_scales_and_a_turn(seed: int) -> None:
    random = np.random.default_rng(seed)
    q = torch.from_numpy(random.normal(size=(10, 4)))
    s = torch.from_numpy(np.exp(random.uniform(-4, 1, size=(10, 3))))
    whole = covariances(q, s)
    scales, quats = scales_and_quaternions(whole)
    assert torch.allclose(scales, s.sort(dim=1).values, rtol=1e-6)
    assert torch.allclose(covariances(quats, scales), whole, atol=1e-12)
    assert torch.allclose(torch.linalg.det(rotations_of_quaternions(quats)), torch.ones(10, dtype=DOUBLE))


@QUICK
@given(seed=seeds, kind=KINDS)
def test_the_orthogonal_factor_is_the_nearest(seed: int, kind: str) -> None:
    m = affine(seed, kind)[:3, :3]
    q = polar_rotation(m)
    assert np.allclose(q @ q.T, np.eye(3), atol=1e-12)
    rest = q.T @ m
    assert np.allclose(rest, rest.T, atol=1e-9)
    assert (np.linalg.eigvalsh(rest) > 0).all()
    assert np.sign(np.linalg.det(q)) == (-1 if "mirror" in kind else 1)


# -- spherical harmonics ----------------------------------------------------------------------------------------------


def test_the_basis_is_that_of_the_formulas() -> None:
    d = directions(500, 0)
    assert torch.allclose(sh_basis(d, 3), harmonics(d, 3), atol=1e-14)


def test_the_basis_is_orthonormal() -> None:
    """By a quadrature that is exact: Gauss along z, evenly around."""
    z, weights = np.polynomial.legendre.leggauss(8)
    around = 2 * np.pi * np.arange(16) / 16
    flat = np.sqrt(1 - z * z)
    d = np.stack(
        [
            np.outer(flat, np.cos(around)).ravel(),
            np.outer(flat, np.sin(around)).ravel(),
            np.repeat(z, 16),
        ],
        axis=1,
    )
    basis = sh_basis(torch.from_numpy(d), 3).numpy()
    gram = basis.T @ (basis * np.repeat(weights, 16)[:, None] * 2 * np.pi / 16)
    assert np.allclose(gram, np.eye(16), atol=1e-12)


@QUICK
@given(seed=seeds, degree=st.integers(0, 3), mirrors=st.booleans())
def test_turned_harmonics_equal_the_old_ones_turned_back(seed: int, degree: int, mirrors: bool) -> None:
    q = orthogonal(seed, mirrors=mirrors)
    sh = torch.from_numpy(np.random.default_rng(seed).normal(size=(4, basis_count(degree), 3)))
    d = directions(30, seed + 1)
    before = torch.einsum("mk,nkc->mnc", sh_basis(d @ torch.from_numpy(q), degree), sh)
    after = torch.einsum("mk,nkc->mnc", sh_basis(d, degree), rotated_sh(sh, q))
    assert torch.allclose(before, after, atol=1e-10)


@QUICK
@given(seed=seeds)
def test_turning_back_gives_the_same_harmonics(seed: int) -> None:
    q, sh = orthogonal(seed, mirrors=bool(seed % 2)), torch.randn(3, 16, 3, dtype=DOUBLE)
    assert torch.allclose(rotated_sh(rotated_sh(sh, q), q.T), sh, atol=1e-10)


def test_counts_and_colors() -> None:
    assert [degree_of(basis_count(d)) for d in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="5 spherical harmonics"):
        degree_of(5)
    rgb = torch.rand(10, 3, dtype=DOUBLE)
    assert torch.allclose(rgb_from_dc(dc_from_rgb(rgb)), rgb)
    assert math.isclose(SH_C0, math.sqrt(1 / (4 * math.pi)))


# -- motions ----------------------------------------------------------------------------------------------------------


@QUICK
@given(seed=seeds, kind=KINDS)
def test_a_moved_gaussian_is_the_moved_ellipsoid(seed: int, kind: str) -> None:
    gaussians, m = random_gaussians(20, seed=seed, degree=2, features=3, dtype=DOUBLE), affine(seed, kind)
    moved = gaussians.transformed(m)
    linear = torch.from_numpy(m[:3, :3])
    assert torch.allclose(moved.means, gaussians.means @ linear.T + torch.from_numpy(m[:3, 3]), atol=1e-12)
    assert torch.allclose(moved.covariances, linear @ gaussians.covariances @ linear.T, atol=1e-10)
    for name in ("logit_opacities", "entity_ids", "features"):
        assert torch.equal(getattr(moved, name), getattr(gaussians, name)), name
    d = directions(10, seed)
    turn = torch.from_numpy(polar_rotation(m[:3, :3]))
    before = torch.einsum("mk,nkc->mnc", sh_basis(d @ turn, 2), gaussians.sh)
    assert torch.allclose(torch.einsum("mk,nkc->mnc", sh_basis(d, 2), moved.sh), before, atol=1e-10)


@QUICK
@given(seed=seeds, kind=st.sampled_from(["motion", "mirror motion", "similar", "mirror similar"]))
def test_moving_and_moving_back_is_no_motion(seed: int, kind: str) -> None:
    gaussians, m = random_gaussians(10, seed=seed, degree=3, dtype=DOUBLE), affine(seed, kind)
    back = gaussians.transformed(m).transformed(np.linalg.inv(m))
    assert torch.allclose(back.means, gaussians.means, atol=1e-10)
    assert torch.allclose(back.covariances, gaussians.covariances, atol=1e-10)
    assert torch.allclose(back.sh, gaussians.sh, atol=1e-9)


def test_a_flat_gaussian_stays_flat_under_a_shear() -> None:
    flat = replace(
        random_gaussians(5, seed=1, dtype=DOUBLE),
        log_scales=torch.tensor([[0.0, -1.0, -40.0]], dtype=DOUBLE).repeat(5, 1),
    )
    shear = np.eye(4)
    shear[0, 1] = 0.7
    moved = flat.transformed(shear)
    assert moved.log_scales.isfinite().all()
    assert (moved.log_scales.amin(dim=1) < -15.0).all()


def test_float32_stays_float32_and_the_degree_stays() -> None:
    moved = random_gaussians(5, degree=3).transformed(affine(0, "any"))
    assert {getattr(moved, n).dtype for n in PARAMETERS if n != "features"} == {torch.float32}
    assert moved.degree == 3
    assert moved.entity_ids.dtype == torch.int32


@pytest.mark.parametrize("entry", [0.0, math.nan, math.inf])
def test_a_matrix_that_flattens_is_refused(entry: float) -> None:
    m = np.eye(4)
    m[1, 1] = entry
    with pytest.raises(SplatError, match="singular or not finite"):
        random_gaussians(3).transformed(m)


def test_a_matrix_with_a_shift_that_is_no_number_is_refused() -> None:
    m = np.eye(4)
    m[0, 3] = math.nan
    with pytest.raises(SplatError, match="singular or not finite"):
        random_gaussians(3).transformed(m)


def test_no_gaussians_can_be_moved() -> None:
    for kind in ("motion", "any"):
        assert len(Gaussians.empty(2).transformed(affine(3, kind))) == 0


# -- choices ----------------------------------------------------------------------------------------------------------


@QUICK
@given(seed=seeds, counts=st.lists(st.integers(0, 6), max_size=4), degrees=st.data())
def test_merged_ones_are_all_of_them_in_order(seed: int, counts: list[int], degrees: st.DataObject) -> None:
    parts = [random_gaussians(n, seed=seed + i, degree=degrees.draw(st.integers(0, 3))) for i, n in enumerate(counts)]
    whole = Gaussians.merged(parts)
    assert len(whole) == sum(counts)
    at = 0
    d = directions(5, seed).float()
    for part in parts:
        same = whole.select(slice(at, at + len(part)))
        at += len(part)
        for name in ("means", "quats", "log_scales", "logit_opacities", "entity_ids"):
            assert torch.equal(getattr(same, name), getattr(part, name)), name
        seen = torch.einsum("mk,nkc->mnc", sh_basis(d, same.degree), same.sh)
        assert torch.allclose(seen, torch.einsum("mk,nkc->mnc", sh_basis(d, part.degree), part.sh), atol=1e-6)


def test_features_must_match_to_be_merged() -> None:
    with pytest.raises(SplatError, match="cannot be merged"):
        Gaussians.merged([random_gaussians(2, features=3), random_gaussians(2, features=4)])
    with pytest.raises(SplatError, match="cannot be merged"):
        Gaussians.merged([random_gaussians(2, features=3), random_gaussians(2)])
    both = Gaussians.merged([random_gaussians(2, features=3), random_gaussians(3, features=3), Gaussians.empty()])
    assert both.features.shape == (5, 3)


@QUICK
@given(seed=seeds)
def test_a_crop_keeps_the_centres_in_the_box(seed: int) -> None:
    gaussians = random_gaussians(60, seed=seed, features=2, dtype=DOUBLE)
    random = np.random.default_rng(seed)
    low, high = np.sort(random.uniform(-1, 1, size=(2, 3)), axis=0)
    kept = gaussians.crop((low, high))
    at = gaussians.means.numpy()
    inside = ((at >= low) & (at <= high)).all(axis=1)
    assert np.array_equal(kept.means.numpy(), at[inside])
    assert np.array_equal(kept.features.numpy(), gaussians.features.numpy()[inside])
    # a box that is turned crops what the box along the axes crops of the scene turned back
    m = affine(seed, "motion")
    turned = gaussians.crop((low, high), box_from_world=m)
    straight = gaussians.transformed(m).crop((low, high))
    assert torch.allclose(turned.transformed(m).means, straight.means, atol=1e-9)


def test_edges_of_a_box_belong_to_it() -> None:
    gaussians = random_gaussians(3, dtype=DOUBLE)
    at = gaussians.means.numpy()
    assert len(gaussians.crop((at.min(axis=0), at.max(axis=0)))) == 3
    assert len(gaussians.crop((at[1], at[1]))) == 1


def test_selection_by_mask_indices_and_slice() -> None:
    gaussians = random_gaussians(6, features=1)
    mask = torch.tensor([True, False, False, True, False, True])
    for which in (mask, mask.numpy(), [0, 3, 5], torch.tensor([0, 3, 5]), np.array([0, 3, 5])):
        assert torch.equal(gaussians.select(which).means, gaussians.means[[0, 3, 5]])
    assert torch.equal(gaussians.select([5, 0]).features, gaussians.features[[5, 0]])
    assert torch.equal(gaussians.select(slice(1, 3)).sh, gaussians.sh[1:3])
    assert len(gaussians.select([])) == 0


def test_entities_are_told_apart() -> None:
    gaussians = random_gaussians(50, seed=4, entities=4)
    some = gaussians.of_entities([1, 3])
    assert set(some.entity_ids.tolist()) == {1, 3}
    assert len(some) == sum(int(i) in (1, 3) for i in gaussians.entity_ids)
    assert len(gaussians.of_entities([])) == 0
    owned = gaussians.with_entity(9)
    assert set(owned.entity_ids.tolist()) == {9}
    assert owned.entity_ids.dtype == torch.int32
    plain = Gaussians.of_numpy(np.zeros((2, 3)), np.ones((2, 4)), np.zeros((2, 3)), np.zeros(2), np.zeros((2, 1, 3)))
    assert plain.entity_ids.tolist() == [NO_ENTITY, NO_ENTITY]


@QUICK
@given(seed=seeds, rgb=st.tuples(*[st.floats(0, 1)] * 3))
def test_a_new_color_is_seen_from_everywhere(seed: int, rgb: tuple[float, float, float]) -> None:
    painted = random_gaussians(10, seed=seed, degree=3, dtype=DOUBLE).recolored(rgb)
    seen = torch.einsum("mk,nkc->mnc", sh_basis(directions(10, seed), 3), painted.sh) + 0.5
    assert torch.allclose(seen, torch.tensor(rgb, dtype=DOUBLE).expand_as(seen), atol=1e-9)
    assert torch.allclose(painted.base_colors, torch.tensor(rgb, dtype=DOUBLE).expand(10, 3), atol=1e-9)


def test_a_new_color_can_keep_what_tells_gaussians_apart() -> None:
    gaussians = random_gaussians(40, seed=6, degree=2, dtype=DOUBLE)
    gaussians = replace(gaussians, sh=gaussians.sh * 0.2)
    painted = gaussians.recolored((0.6, 0.4, 0.5), keep_detail=True)
    moved = painted.sh - gaussians.sh
    assert torch.allclose(moved[:, 1:], torch.zeros_like(moved[:, 1:]))
    assert torch.allclose(moved[:, 0], moved[:1, 0].expand(40, 3))
    weights = gaussians.opacities * (gaussians.log_scales.sum(dim=1) * 2 / 3).exp()
    mean = (painted.base_colors * weights[:, None]).sum(dim=0) / weights.sum()
    assert torch.allclose(mean, torch.tensor([0.6, 0.4, 0.5], dtype=DOUBLE), atol=1e-9)
    assert len(Gaussians.empty().recolored((1, 0, 0), keep_detail=True)) == 0


def test_degrees_can_be_dropped_and_added() -> None:
    gaussians = random_gaussians(4, degree=2)
    assert torch.equal(gaussians.with_degree(1).sh, gaussians.sh[:, :4])
    more = gaussians.with_degree(3)
    assert torch.equal(more.sh[:, :9], gaussians.sh)
    assert float(more.sh[:, 9:].abs().max()) == 0.0


@QUICK
@given(seed=seeds)
def test_bounds_hold_what_can_be_seen(seed: int) -> None:
    gaussians = random_gaussians(30, seed=seed, dtype=DOUBLE)
    assume(bool((gaussians.opacities >= 0.1).any()))
    low, high = gaussians.bounds
    seen = gaussians.select(gaussians.opacities >= 0.1)
    # two standard deviations along any axis of the world, which an ellipsoid of that size touches
    d = directions(2000, seed)
    surface = seen.means[:, None] + 2.0 * torch.einsum(
        "nij,mj->nmi", rotations_of_quaternions(seen.quats) * seen.scales[:, None, :], d
    )
    points = surface.reshape(-1, 3).numpy()
    assert (points >= low - 1e-9).all()
    assert (points <= high + 1e-9).all()
    assert np.abs(points.min(axis=0) - low).max() < 0.05 * (high - low).max()


def test_bounds_of_nothing_are_an_error() -> None:
    faint = replace(random_gaussians(3), logit_opacities=torch.full((3,), -9.0))
    for nothing in (faint, Gaussians.empty()):
        with pytest.raises(SplatError, match="nothing to bound"):
            nothing.bounds


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("quats", torch.zeros(5, 3), r"quats of 5 Gaussians must be \(5, 4\), not \(5, 3\)"),
        ("log_scales", torch.zeros(4, 3), r"log_scales of 5 Gaussians must be \(5, 3\)"),
        ("logit_opacities", torch.zeros(5, 1), r"logit_opacities of 5 Gaussians must be \(5,\)"),
        ("entity_ids", torch.zeros(6, dtype=torch.int32), r"entity_ids of 5"),
        ("sh", torch.zeros(5, 3), r"sh of 5 Gaussians must be \(5, K, 3\)"),
        ("sh", torch.zeros(5, 5, 3), "1, 4, 9 and 16"),
        ("features", torch.zeros(4, 2), r"features of 5 Gaussians must be \(5, D\)"),
    ],
)
def test_wrong_shapes_are_named(name: str, value: torch.Tensor, message: str) -> None:
    with pytest.raises(SplatError, match=message):
        replace(random_gaussians(5), **{name: value})


# -- views ------------------------------------------------------------------------------------------------------------


@QUICK
@given(
    eye=st.tuples(*[st.floats(-5, 5)] * 3),
    target=st.tuples(*[st.floats(-5, 5)] * 3),
    fov=st.floats(20, 100),
    size=st.tuples(st.integers(1, 200), st.integers(1, 200)),
)
def test_views_are_those_of_the_other_renderers(
    eye: tuple[float, float, float], target: tuple[float, float, float], fov: float, size: tuple[int, int]
) -> None:
    assume(np.linalg.norm(np.subtract(eye, target)) > 0.1)
    width, height = size
    views = Cameras.of_scene([Camera(eye, target, fov)], width=width, height=height).to(DOUBLE)
    pinhole = Pinhole.of(Camera(eye, target, fov), width, height)
    pixels = pinhole.pixel_points()
    through = pinhole.eye + 2.0 * pinhole.directions(pixels)
    in_camera = views.camera_from_world[0, :3, :3].numpy() @ through.T + views.camera_from_world[0, :3, 3:].numpy()
    on_screen = views.intrinsics[0].numpy() @ in_camera
    at = (on_screen[:2] / on_screen[2]).T
    x, y = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    assert (in_camera[2] > 0).all()
    assert np.abs(at - np.stack([x.ravel(), y.ravel()], axis=1)).max() < 0.01
    assert np.abs(views.positions[0].numpy() - eye).max() < 1e-4


def test_views_can_be_stacked_taken_and_scaled() -> None:
    a = Cameras.look_at((0, 0, -3), (0, 0, 0), fov=50, width=40, height=30)
    b = Cameras.look_at((3, 0, 0), (0, 0, 0), fov=60, width=40, height=30)
    together = Cameras.stacked([a, b])
    assert len(together) == 2
    assert torch.equal(together[1].camera_from_world, b.camera_from_world)
    assert torch.equal(together[-2].intrinsics, a.intrinsics)
    with pytest.raises(IndexError):
        together[2]
    half = together.scaled(20, 15)
    assert (half.width, half.height) == (20, 15)
    assert torch.allclose(half.intrinsics[:, :2], together.intrinsics[:, :2] / 2)
    assert torch.equal(half.intrinsics[:, 2], together.intrinsics[:, 2])
    assert together.to(DOUBLE).intrinsics.dtype == DOUBLE


def test_views_that_cannot_be_are_refused() -> None:
    good = Cameras.look_at((0, 0, -3), (0, 0, 0), fov=50, width=40, height=30)
    with pytest.raises(SplatError, match="cannot look at its own position"):
        Cameras.look_at((1, 2, 3), (1, 2, 3), fov=50, width=40, height=30)
    with pytest.raises(SplatError, match="0x30 pixels"):
        replace(good, width=0)
    with pytest.raises(SplatError, match=r"extrinsics \(C, 4, 4\)"):
        replace(good, intrinsics=torch.eye(4)[None])
    with pytest.raises(SplatError, match="must be of one size"):
        Cameras.stacked([good, good.scaled(20, 15)])
    with pytest.raises(SplatError, match="none at all"):
        Cameras.stacked([])


@pytest.mark.parametrize("down", [1.0, -1.0])
def test_looking_straight_down_or_up_has_a_way_up(down: float) -> None:
    views = Cameras.look_at((0, 3 * down, 0), (0, 0, 0), fov=50, width=40, height=30)
    turn = views.camera_from_world[0, :3, :3]
    assert torch.allclose(turn @ turn.T, torch.eye(3), atol=1e-6)
    assert math.isclose(float(torch.linalg.det(turn)), 1.0, abs_tol=1e-6)
