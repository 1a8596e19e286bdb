"""gsplat's CUDA kernels and our CPU ones, through the one interface: the same values and derivatives.

What needs no device runs everywhere: our route, with all of gsplat's Python, on a stand-in for gsplat's compiled extension that is
made of gsplat's own references in torch (splat_gsplat_kernels).
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from scenewright.scene.errors import SplatError
from scenewright.scene.splats import Cameras, Gaussians, RasterSettings
from scenewright.scene.splats.cuda import check_kernels
from scenewright.scene.splats.cuda import draw as draw_by_gsplat
from scenewright.scene.splats.rasterize import OUTPUTS, Contributors, Rasterized, rasterize
from tests.support.splat_gsplat_kernels import Extension
from tests.support.splat_oracle import otherwise_composed, project
from tests.support.splat_scenes import PARAMETERS, camera, moved, random_gaussians, ring, straight, with_gradients

ON_CUDA = [
    pytest.mark.cuda,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device"),
]
SMOOTH = ("color", "alpha", "depth", "features")
VALUES = 1e-3
COSINE = 0.999


def garden(views: int = 3, *, scale: int = 1) -> tuple[Gaussians, Cameras]:
    """gsplat's test scene, with the sizes, turns and opacities that its own tests give to the points. `scale`: pictures are
    that many times smaller."""
    data = np.load(Path(os.environ["SCENEWRIGHT_DATA"]) / "splat_formats" / "test_garden.npz")
    at = data["means3d"]
    kept = (np.abs(at) <= 2.0).all(axis=1)
    count, random = int(kept.sum()), np.random.default_rng(42)
    opacity = random.uniform(0.01, 0.99, count)
    colors = data["colors"][kept] / 255.0
    gaussians = Gaussians.of_numpy(
        at[kept],
        random.normal(size=(count, 4)),
        np.log(random.uniform(1e-4, 0.02, size=(count, 3))),
        np.log(opacity / (1 - opacity)),
        np.concatenate(
            [(colors - 0.5)[:, None] * np.sqrt(4 * np.pi), 0.1 * random.normal(size=(count, 15, 3))], axis=1
        ),
    )
    gaussians = replace(gaussians, features=torch.from_numpy(random.normal(size=(count, 5)).astype(np.float32)))
    size = int(data["width"]), int(data["height"])
    whole = Cameras(
        torch.from_numpy(data["viewmats"][:views]).float(), torch.from_numpy(data["Ks"][:views]).float(), *size
    )
    return gaussians, whole.scaled(size[0] // scale, size[1] // scale)


def by_gsplat(
    gaussians: Gaussians,
    cameras: Cameras,
    *,
    settings: RasterSettings | None = None,
    background: Tensor | None = None,
    sh_degree: int | None = None,
    outputs: tuple[str, ...] = ("color", "alpha"),
) -> Rasterized:
    """:func:`rasterize` as if the tensors were on a CUDA device."""
    degree = gaussians.degree if sh_degree is None else sh_degree
    behind = None if background is None else background.expand(len(cameras), 3)
    return draw_by_gsplat(gaussians, cameras, settings or RasterSettings(), behind, degree, frozenset(outputs))


def drawn(
    draw: Callable[..., Rasterized], gaussians: Gaussians, cameras: Cameras, settings: RasterSettings, device: str
) -> tuple[Rasterized, dict[str, Tensor]]:
    """The pictures, and the derivatives of a loss with random weights over them, all on the CPU."""
    leaves = with_gradients(gaussians.to(device))
    twist = torch.zeros(len(cameras), 6, device=device, requires_grad=True)
    background = torch.tensor([0.1, 0.5, 0.9], device=device, requires_grad=True)
    views = moved(cameras.to(device), twist)
    picture = draw(leaves, views, settings=settings, background=background, outputs=OUTPUTS)
    picture.means2d.retain_grad()
    random = torch.Generator().manual_seed(0)
    loss = torch.zeros((), device=device)
    for name in SMOOTH:
        image = getattr(picture, name)
        loss = loss + (image * torch.randn(image.shape, generator=random).to(device)).sum()
    loss.backward()
    derivatives = {
        **{name: getattr(leaves, name).grad for name in PARAMETERS},
        "pose": twist.grad,
        "background": background.grad,
        "means2d": picture.means2d.grad,
    }
    return picture, {name: value.cpu() for name, value in derivatives.items()}


def assert_alike(
    gaussians: Gaussians,
    cameras: Cameras,
    settings: RasterSettings,
    draw: Callable[..., Rasterized] = rasterize,
    device: str = "cuda",
) -> None:
    ours, our_derivatives = drawn(rasterize, gaussians, cameras, settings, "cpu")
    theirs, their_derivatives = drawn(draw, gaussians, cameras, settings, device)
    lists = [(mine, Contributors(o.offsets.cpu(), o.gaussians.cpu(), o.weights.cpu()))
             for mine, o in zip(ours.contributors, theirs.contributors, strict=True)]  # fmt: skip
    for mine, other in lists:
        assert abs(float(mine.weights.sum() / other.weights.sum()) - 1.0) < 1e-4
    # rounding, and the fast exponential of the device, take an alpha over the least that is drawn, here and there
    apart = torch.stack([otherwise_composed(*pair) for pair in lists]).view(ours.alpha.shape)
    assert float(apart.float().mean()) < 5e-3
    for name in ("color", "alpha", "features", "depth"):
        difference = (getattr(ours, name) - getattr(theirs, name).cpu()).detach().abs()
        assert float(difference[~apart].max()) < VALUES, name
        if name != "depth":
            assert float(difference.max()) < 0.02, name
    difference = (ours.median_depth - theirs.median_depth.cpu()).abs()
    assert float((difference > VALUES).float().mean()) < 1e-3
    assert float((ours.entity != theirs.entity.cpu()).float().mean()) < 1e-3
    both = (ours.radii > 0) & (theirs.radii.cpu() > 0)
    assert torch.allclose(ours.means2d[both], theirs.means2d.cpu()[both], atol=VALUES)
    for name, mine in our_derivatives.items():
        a, b = mine.double().flatten(), their_derivatives[name].double().flatten()
        assert float(a @ b / (a.norm() * b.norm())) > COSINE, name
        assert abs(float(a.norm() / b.norm()) - 1.0) < 0.01, name


class TestOnCuda:
    pytestmark = ON_CUDA

    @pytest.mark.parametrize("antialiased", [False, True])
    @pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
    def test_the_garden_is_the_same(self, antialiased: bool) -> None:
        assert_alike(*garden(), RasterSettings(antialiased=antialiased))

    @pytest.mark.parametrize("antialiased", [False, True])
    @pytest.mark.parametrize("degree", [0, 1, 2, 3])
    def test_random_scenes_are_the_same(self, degree: int, antialiased: bool) -> None:
        gaussians = random_gaussians(3_000, seed=degree, degree=degree, features=5)
        assert_alike(gaussians, ring(3, 150, 101), RasterSettings(antialiased=antialiased))

    def test_more_features_than_fit_in_one_pass_are_the_same(self) -> None:
        assert_alike(random_gaussians(500, seed=9, features=40), camera(64, 48), RasterSettings())

    def test_nothing_is_drawn_as_nothing(self) -> None:
        empty = replace(Gaussians.empty(1), features=torch.zeros(0, 3)).to("cuda")
        picture = rasterize(empty, camera(20, 10).to("cuda"), outputs=OUTPUTS)
        assert float(picture.color.abs().max()) == 0.0
        assert (picture.entity == -1).all()

    def test_what_its_kernels_cannot_do_is_refused(self) -> None:
        with pytest.raises(SplatError, match="alpha_max is built into gsplat's CUDA kernels"):
            rasterize(random_gaussians(5).to("cuda"), camera(8, 8).to("cuda"), settings=RasterSettings(alpha_max=0.99))


# -- without a device -------------------------------------------------------------------------------------------------


@pytest.fixture
def extension(monkeypatch: pytest.MonkeyPatch) -> Extension:
    """In the place of gsplat's compiled extension, and of the module that would compile it."""
    built = Extension()
    monkeypatch.setitem(sys.modules, "gsplat.cuda._backend", SimpleNamespace(_C=built))
    return built


@pytest.mark.parametrize(("degree", "antialiased"), [(0, False), (3, True)])
def test_our_route_through_gsplat_draws_random_scenes_alike(
    extension: Extension, degree: int, antialiased: bool
) -> None:
    gaussians = random_gaussians(400, seed=degree, degree=degree, features=5)
    assert_alike(gaussians, ring(2, 70, 45), RasterSettings(antialiased=antialiased), by_gsplat, "cpu")
    assert {"projection_ewa_3dgs_fused_bwd", "rasterize_to_pixels_3dgs_bwd", "rasterize_to_indices_3dgs"} <= {
        *extension.calls
    }


@pytest.mark.slow
@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_our_route_through_gsplat_draws_the_garden_alike(extension: Extension, antialiased: bool) -> None:
    gaussians, views = garden(2, scale=8)
    some = np.random.default_rng(0).permutation(len(gaussians))[:20_000]
    assert_alike(gaussians.select(np.sort(some)), views, RasterSettings(antialiased=antialiased), by_gsplat, "cpu")


def test_every_output_of_gsplat_has_the_shape_and_type_of_ours(extension: Extension) -> None:
    gaussians = random_gaussians(120, seed=1, degree=2, features=4)
    views, chosen = ring(2, 40, 33), RasterSettings(near=0.5, far=3.4)
    background = torch.tensor([[0.1, 0.2, 0.3], [0.9, 0.8, 0.7]])
    got = by_gsplat(gaussians, views, settings=chosen, background=background, outputs=OUTPUTS)
    wanted = rasterize(gaussians, views, settings=chosen, background=background, outputs=OUTPUTS)
    for name in OUTPUTS[:-1]:
        assert getattr(got, name).shape == getattr(wanted, name).shape, name
        assert getattr(got, name).dtype == getattr(wanted, name).dtype, name
        assert torch.allclose(getattr(got, name), getattr(wanted, name), atol=2e-4), name
    for mine, other in zip(got.contributors, wanted.contributors, strict=True):
        assert torch.equal(mine.offsets, other.offsets)
        assert torch.equal(mine.gaussians, other.gaussians)
        assert mine.gaussians.dtype == other.gaussians.dtype
        assert torch.allclose(mine.weights, other.weights, atol=1e-5)
    for name in ("means2d", "radii"):
        assert getattr(got, name).shape == getattr(wanted, name).shape, name
        assert getattr(got, name).dtype == getattr(wanted, name).dtype, name


def test_without_depth_or_background_colors_alone_are_asked_for(extension: Extension) -> None:
    gaussians = random_gaussians(60, seed=2, degree=3)
    got = by_gsplat(gaussians, camera(20, 20), sh_degree=1)
    wanted = rasterize(gaussians, camera(20, 20), sh_degree=1)
    assert torch.allclose(got.color, wanted.color, atol=1e-4)
    assert got.depth is None
    assert extension.calls.count("rasterize_to_pixels_3dgs_fwd") == 1
    assert "rasterize_to_indices_3dgs" not in extension.calls


@pytest.mark.parametrize("width", [0, 1, 3, 33, 70])
def test_features_of_any_width_go_through_gsplat(extension: Extension, width: int) -> None:
    gaussians = replace(random_gaussians(60, seed=3), features=torch.randn(60, width))
    got = by_gsplat(gaussians, ring(2, 30, 20), outputs=("features",))
    wanted = rasterize(gaussians, ring(2, 30, 20), outputs=("features",))
    assert got.features.shape == (2, 20, 30, width)
    assert torch.allclose(got.features, wanted.features, atol=1e-4)
    assert extension.calls.count("projection_ewa_3dgs_fused_fwd") == 1


def test_odd_strides_and_float64_cameras_go_through_gsplat(extension: Extension) -> None:
    plain = random_gaussians(50, seed=4, degree=1, features=2)
    odd = replace(plain, **{n: torch.stack([getattr(plain, n)] * 2, dim=-1)[..., 0] for n in PARAMETERS})
    assert not odd.means.is_contiguous()
    views = ring(2, 30, 20)
    turned = replace(views, camera_from_world=views.camera_from_world.mT.contiguous().mT)
    got = by_gsplat(odd, turned.to(torch.float64), outputs=("color", "features"))
    wanted = by_gsplat(plain, views, outputs=("color", "features"))
    for name in ("color", "features"):
        assert torch.allclose(getattr(got, name), getattr(wanted, name), atol=1e-6), name


def test_an_empty_set_of_gaussians_never_reaches_gsplat(extension: Extension) -> None:
    """gsplat divides by their number."""
    empty = with_gradients(replace(Gaussians.empty(1), features=torch.zeros(0, 3)))
    background = torch.tensor([0.1, 0.2, 0.3])
    got = by_gsplat(empty, ring(2, 20, 10), background=background, outputs=OUTPUTS)
    wanted = rasterize(empty, ring(2, 20, 10), background=background, outputs=OUTPUTS)
    for name in (*OUTPUTS[:-1], "means2d", "radii"):
        assert torch.equal(getattr(got, name), getattr(wanted, name)), name
        assert getattr(got, name).dtype == getattr(wanted, name).dtype, name
    for mine, other in zip(got.contributors, wanted.contributors, strict=True):
        assert torch.equal(mine.offsets, other.offsets)
        assert len(mine.gaussians) == len(mine.weights) == 0
    (got.color.sum() + got.features.sum() + got.depth.sum()).backward()
    assert empty.means.grad.shape == (0, 3)
    assert extension.calls == []


def test_a_view_that_sees_nothing_is_empty(extension: Extension) -> None:
    gaussians = replace(random_gaussians(20, seed=5, features=1), means=torch.full((20, 3), -50.0))
    got = by_gsplat(gaussians, straight(20, 20), background=torch.ones(3), outputs=OUTPUTS)
    assert (got.color == 1.0).all()
    assert (got.entity == -1).all()
    assert (got.median_depth == 0.0).all()
    assert got.contributors[0].offsets.tolist() == [0] * 401


def test_the_stand_in_lists_tiles_as_the_gsplat_reference_does() -> None:
    from gsplat.cuda._torch_impl import _isect_tiles

    random = torch.Generator().manual_seed(0)
    means2d = torch.rand(2, 40, 2, generator=random) * 120.0 - 20.0
    radii = torch.randint(0, 30, (2, 40, 2), generator=random, dtype=torch.int32)
    depths = torch.rand(2, 40, generator=random) + 0.1
    wanted = _isect_tiles(means2d, radii, depths, 16, 5, 4)
    got = Extension().intersect_tile(means2d, radii, depths, None, None, 2, 16, 5, 4, True, False)
    assert len(got[1]) > 100
    for mine, other in zip(got, wanted, strict=True):
        assert torch.equal(mine.long(), other.long())


def test_where_gsplat_was_not_compiled_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gsplat.cuda._backend", SimpleNamespace(_C=None))
    with pytest.raises(SplatError, match=r"found no CUDA toolkit \(nvcc\) .* draw with \.to\('cpu'\)"):
        check_kernels()
    monkeypatch.setitem(sys.modules, "gsplat.cuda._backend", None)
    with pytest.raises(SplatError, match=r"could not compile its CUDA kernels \(.*\): install the CUDA toolkit"):
        check_kernels()


def test_the_call_has_the_signature_of_the_installed_gsplat(
    extension: Extension, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name, and none that a later release might do without: what we leave out has a default."""
    import gsplat

    signature, genuine = inspect.signature(gsplat.rasterization), gsplat.rasterization
    calls = []

    def recorded(*positional: Any, **named: Any) -> Any:
        calls.append(signature.bind(*positional, **named).arguments)
        return genuine(*positional, **named)

    monkeypatch.setattr(gsplat, "rasterization", recorded)
    by_gsplat(
        random_gaussians(20, seed=6, degree=2), camera(20, 20), settings=RasterSettings(near=0.5, far=9.0, dilation=0.1)
    )
    (call,) = calls
    assert (call["near_plane"], call["far_plane"], call["eps2d"], call["sh_degree"]) == (0.5, 9.0, 0.1, 2)
    assert (call["packed"], call["render_mode"], call["rasterize_mode"]) == (False, "RGB", "classic")


def test_what_the_kernels_of_gsplat_cannot_do_is_refused() -> None:
    with pytest.raises(SplatError, match=r"kernel_floor is built into gsplat's CUDA kernels as 0\.0"):
        by_gsplat(random_gaussians(5), camera(8, 8), settings=RasterSettings(kernel_floor=0.1))
    with pytest.raises(SplatError, match=r"take float32, not torch\.float64"):
        by_gsplat(random_gaussians(5, dtype=torch.float64), camera(8, 8))


# -- the projection, against gsplat's own reference in torch ----------------------------------------------------------


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_the_oracle_projects_the_garden_as_gsplat_does(antialiased: bool) -> None:
    from gsplat.cuda._torch_impl import _fully_fused_projection, _spherical_harmonics

    from tests.support.splat_oracle import colors

    gaussians, views = garden(views=1)
    gaussians, views = gaussians.select(slice(20_000)).to(torch.float64), views.to(torch.float64)
    _, centres, depths, conics, shares = _fully_fused_projection(
        gaussians.means, gaussians.covariances, views.camera_from_world, views.intrinsics, views.width, views.height,
        calc_compensations=antialiased,
    )  # fmt: skip
    chosen = RasterSettings(antialiased=antialiased)
    ours, _ = project(gaussians, views.camera_from_world[0], views.intrinsics[0], (views.width, views.height), chosen)
    rows = ours.rows
    assert len(rows) > 5_000
    assert torch.allclose(ours.means, centres[0, rows], atol=1e-8)
    assert torch.allclose(ours.depths, depths[0, rows], atol=1e-12)
    assert torch.allclose(ours.conics, conics[0, rows], rtol=1e-7, atol=1e-12)
    opacities = gaussians.opacities[rows] * (shares[0, rows] if antialiased else 1.0)
    assert torch.allclose(ours.opacities, opacities, rtol=1e-5, atol=1e-12)
    directions = gaussians.means[rows] - views.positions[0]
    wanted = (_spherical_harmonics(3, directions, gaussians.sh[rows]) + 0.5).clamp_min(0.0)
    assert torch.allclose(colors(gaussians, rows, views.camera_from_world[0], 3), wanted, atol=1e-9)
