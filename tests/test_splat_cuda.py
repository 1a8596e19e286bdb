"""gsplat's CUDA kernels and our CPU ones, through the one interface: the same values and derivatives.

What needs no device runs everywhere: that the call fits the gsplat that is installed, and that what comes back is put where it
belongs, with a stand-in for the kernels made of the oracle.
"""

from __future__ import annotations

import inspect
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from scene.errors import SplatError
from scene.splats.cameras import Cameras
from scene.splats.gaussians import Gaussians
from scene.splats.rasterize import OUTPUTS, Rasterized, RasterSettings, rasterize
from tests.splat_oracle import oracle_rasterize, project
from tests.splat_scenes import PARAMETERS, camera, moved, random_gaussians, ring, with_gradients

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


def drawn(
    gaussians: Gaussians, cameras: Cameras, device: str, settings: RasterSettings
) -> tuple[Rasterized, dict[str, Tensor]]:
    """The pictures, and the derivatives of a loss with random weights over them, all on the CPU."""
    leaves = with_gradients(gaussians.to(device))
    twist = torch.zeros(len(cameras), 6, device=device, requires_grad=True)
    picture = rasterize(
        leaves,
        moved(cameras.to(device), twist),
        settings=settings,
        background=torch.tensor([0.1, 0.5, 0.9], device=device),
        outputs=OUTPUTS,
    )
    random = torch.Generator().manual_seed(0)
    loss = torch.zeros((), device=device)
    for name in SMOOTH:
        image = getattr(picture, name)
        loss = loss + (image * torch.randn(image.shape, generator=random).to(device)).sum()
    loss.backward()
    derivatives = {**{name: getattr(leaves, name).grad for name in PARAMETERS}, "pose": twist.grad}
    return picture, {name: value.cpu() for name, value in derivatives.items()}


def assert_alike(gaussians: Gaussians, cameras: Cameras, settings: RasterSettings) -> None:
    ours, our_derivatives = drawn(gaussians, cameras, "cpu", settings)
    theirs, their_derivatives = drawn(gaussians, cameras, "cuda", settings)
    for name in ("color", "alpha", "features"):
        difference = (getattr(ours, name) - getattr(theirs, name).cpu()).abs()
        # the fast exponential of the device may take an alpha over the least that is drawn: 1/255 times a value, here and there
        assert float((difference > VALUES).float().mean()) < 1e-4, name
        assert float(difference.max()) < 0.02, name
    solid = ours.alpha > 0.5
    for name in ("depth", "median_depth"):
        difference = (getattr(ours, name) - getattr(theirs, name).cpu()).abs()[solid]
        assert float((difference > VALUES * 5.0).float().mean()) < 1e-3, name
    assert float((ours.entity != theirs.entity.cpu()).float().mean()) < 1e-3
    for mine, other in zip(ours.contributors, theirs.contributors, strict=True):
        lengths = mine.offsets.diff(), other.offsets.cpu().diff()
        assert float((lengths[0] != lengths[1]).float().mean()) < 5e-3
        assert abs(float(mine.weights.sum() / other.weights.sum()) - 1.0) < 1e-4
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
def stand_in(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """gsplat's kernels replaced by the oracle, behind the real signatures; answers the calls."""
    import gsplat
    from gsplat.cuda import _wrapper

    signature = inspect.signature(gsplat.rasterization)
    indices = inspect.signature(_wrapper.rasterize_to_indices_in_range)
    calls: list[dict[str, Any]] = []
    scenes: list[tuple[Gaussians, Cameras, RasterSettings]] = []

    def rasterization(*positional: Any, **named: Any) -> tuple[Tensor, Tensor, dict[str, Any]]:
        bound = signature.bind(*positional, **named)
        bound.apply_defaults()
        call = bound.arguments
        calls.append(call)
        count, values = len(call["means"]), call["colors"]
        of_sh = call["sh_degree"] is not None
        scene = Gaussians(
            call["means"],
            call["quats"],
            call["scales"].log(),
            torch.logit(call["opacities"]),
            values if of_sh else torch.zeros(count, 1, 3),
            torch.zeros(count, dtype=torch.int32),
            None if of_sh else values,
        )
        views = Cameras(call["viewmats"], call["Ks"], call["width"], call["height"])
        chosen = RasterSettings(
            near=call["near_plane"],
            far=call["far_plane"],
            dilation=call["eps2d"],
            antialiased=call["rasterize_mode"] == "antialiased",
        )
        scenes.append((scene, views, chosen))
        outputs = ("color", "alpha", "depth") if of_sh else ("features", "alpha")
        picture = oracle_rasterize(scene, views, settings=chosen, sh_degree=call["sh_degree"], outputs=outputs)
        image = picture.color if of_sh else picture.features
        if call["render_mode"] == "RGB+ED":
            image = torch.cat([image, picture.depth[..., None]], dim=-1)
        if call["backgrounds"] is not None:
            assert call["backgrounds"].shape == (len(views), 3)
            behind = torch.nn.functional.pad(call["backgrounds"], (0, image.shape[-1] - 3))
            image = image + (1 - picture.alpha)[..., None] * behind[:, None, None]
        frames = [project(scene, views.camera_from_world[i], views.intrinsics[i], (views.width, views.height), chosen)
                  for i in range(len(views))]  # fmt: skip
        meta = {"means2d": picture.means2d, "radii": picture.radii[..., None].expand(-1, -1, 2)}
        for name in ("conics", "opacities", "depths"):
            full = [
                torch.zeros(count, *getattr(p, name).shape[1:]).index_copy(0, p.rows, getattr(p, name))
                for p, _ in frames
            ]
            meta[name] = torch.stack(full)
        meta |= {"tile_size": 16, "isect_offsets": torch.zeros(0), "flatten_ids": torch.zeros(0)}
        return image, picture.alpha[..., None], meta

    def in_range(*positional: Any, **named: Any) -> tuple[Tensor, Tensor, Tensor]:
        indices.bind(*positional, **named)
        scene, views, chosen = scenes[0]
        lists = oracle_rasterize(scene, views, settings=chosen, outputs=("contributors",)).contributors
        pixels = torch.arange(views.width * views.height)
        of_pixel = [torch.repeat_interleave(pixels, c.offsets.diff()) for c in lists]
        return (
            torch.cat([c.gaussians.long() for c in lists]),
            torch.cat(of_pixel),
            torch.cat([torch.full_like(p, i) for i, p in enumerate(of_pixel)]),
        )

    monkeypatch.setattr(gsplat, "rasterization", rasterization)
    monkeypatch.setattr(_wrapper, "rasterize_to_indices_in_range", in_range)
    return calls


@pytest.mark.parametrize("antialiased", [False, True])
def test_the_call_fits_the_installed_gsplat_and_its_answer_is_put_in_place(
    stand_in: list[dict[str, Any]], antialiased: bool
) -> None:
    from scene.splats.cuda import draw

    gaussians = random_gaussians(120, seed=1, degree=2, features=4)
    views, chosen = ring(2, 40, 33), RasterSettings(antialiased=antialiased, near=0.5, far=3.4)
    background = torch.tensor([[0.1, 0.2, 0.3], [0.9, 0.8, 0.7]])
    got = draw(gaussians, views, chosen, background, 2, frozenset(OUTPUTS))
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
    assert got.radii.shape == wanted.radii.shape
    assert [call["packed"] for call in stand_in] == [False, False]


def test_a_picture_without_depth_or_background_asks_for_colors_alone(stand_in: list[dict[str, Any]]) -> None:
    from scene.splats.cuda import draw

    gaussians = random_gaussians(60, seed=2, degree=3)
    got = draw(gaussians, camera(20, 20), RasterSettings(), None, 1, frozenset({"color", "alpha"}))
    wanted = rasterize(gaussians, camera(20, 20), sh_degree=1)
    assert torch.allclose(got.color, wanted.color, atol=1e-4)
    assert got.depth is None
    assert [(call["render_mode"], call["sh_degree"], call["backgrounds"]) for call in stand_in] == [("RGB", 1, None)]


def test_what_the_kernels_of_gsplat_cannot_do_is_refused() -> None:
    from scene.splats.cuda import draw

    view, color = camera(8, 8), frozenset({"color"})
    with pytest.raises(SplatError, match=r"kernel_floor is built into gsplat's CUDA kernels as 0\.0"):
        draw(random_gaussians(5), view, RasterSettings(kernel_floor=0.1), None, 0, color)
    with pytest.raises(SplatError, match=r"take float32, not torch\.float64"):
        draw(random_gaussians(5, dtype=torch.float64), view, RasterSettings(), None, 0, color)


# -- the projection, against gsplat's own reference in torch ----------------------------------------------------------


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_the_oracle_projects_the_garden_as_gsplat_does(antialiased: bool) -> None:
    from gsplat.cuda._torch_impl import _fully_fused_projection, _spherical_harmonics

    from tests.splat_oracle import colors

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
