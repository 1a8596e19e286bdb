"""Derivatives of the rasteriser: against finite differences, and against autograd through an independent one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from scenewright.scene.splats import Cameras, Gaussians, RasterSettings
from scenewright.scene.splats.rasterize import Rasterized, rasterize
from tests.support.splat_oracle import oracle_rasterize
from tests.support.splat_scenes import (
    PARAMETERS,
    camera,
    facing,
    moved,
    random_gaussians,
    ring,
    straight,
    with_gradients,
)

SMOOTH = ("color", "alpha", "depth", "features")
# nothing is dropped and no pixel is done: finite differences would see the step
STEPLESS = RasterSettings(alpha_min=1e-9, transmittance_min=0.0)
DOUBLE = torch.float64


def wide(count: int = 7, *, seed: int = 0, degree: int = 3, features: int = 2) -> Gaussians:
    """Gaussians that reach everywhere in the picture, of colors well above 0."""
    scene = random_gaussians(
        count, seed=seed, degree=degree, features=features, dtype=DOUBLE, sizes=(0.4, 0.9), opacities=(0.2, 0.8)
    )
    sh = scene.sh * 0.3
    sh[:, 0] += 2.0
    return replace(scene, means=scene.means * 0.5, sh=sh)


def check(
    scene: Gaussians, view: Cameras, settings: RasterSettings, varied: str, outputs: tuple[str, ...] = SMOOTH
) -> None:
    """gradcheck over one of the parameters, or over the camera's 'pose'; of eight random sums of all values of the pictures, since
    it goes back once for each."""
    random = torch.Generator().manual_seed(1)
    sums: dict[str, Tensor] = {}

    def drawn(value: Tensor) -> Tensor:
        if varied == "pose":
            picture = rasterize(scene, moved(view, value), settings=settings, outputs=outputs)
        else:
            picture = rasterize(replace(scene, **{varied: value}), view, settings=settings, outputs=outputs)
        values = torch.cat([getattr(picture, name).flatten() for name in outputs])
        weights = sums.setdefault("weights", torch.randn(8, len(values), generator=random, dtype=DOUBLE))
        return weights @ values

    at = torch.zeros(len(view), 6, dtype=DOUBLE) if varied == "pose" else getattr(scene, varied).clone()
    assert torch.autograd.gradcheck(drawn, (at.requires_grad_(),), eps=1e-6, atol=1e-6, rtol=1e-5)


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.parametrize("varied", [*PARAMETERS, "pose"])
def test_finite_differences_agree(varied: str, antialiased: bool) -> None:
    scene = wide(3 if varied == "sh" else 7)  # 48 numbers each
    check(scene, camera(12, 10, dtype=DOUBLE), replace(STEPLESS, antialiased=antialiased), varied)


@pytest.mark.parametrize("output", SMOOTH)
@pytest.mark.parametrize("varied", ["means", "logit_opacities", "pose"])
def test_finite_differences_agree_for_each_output_alone(varied: str, output: str) -> None:
    check(wide(5, seed=3, degree=1), camera(7, 6, dtype=DOUBLE), STEPLESS, varied, (output,))


@pytest.mark.parametrize("varied", ["means", "log_scales", "pose"])
def test_finite_differences_agree_over_several_tiles_and_views(varied: str) -> None:
    check(wide(4, seed=4, degree=1, features=5), ring(2, 19, 17, dtype=DOUBLE), STEPLESS, varied)


@pytest.mark.parametrize("varied", ["means", "quats", "log_scales", "pose"])
def test_finite_differences_agree_where_the_jacobian_is_clamped(varied: str) -> None:
    """Centres far outside of the picture, which they reach into nevertheless."""
    scene = replace(
        wide(5, seed=5),
        means=torch.tensor(
            [[2.3, 0.1, 0.0], [-2.6, 0.2, 0.3], [0.1, 2.4, 0.2], [0.3, -2.2, -0.2], [2.0, 2.1, 0.5]], dtype=DOUBLE
        ),
        log_scales=torch.zeros(5, 3, dtype=DOUBLE),
    )
    check(scene, camera(12, 10, eye=(0.0, 0.0, -3.0), fov=30.0, dtype=DOUBLE), STEPLESS, varied)


@pytest.mark.parametrize("varied", ["means", "log_scales", "logit_opacities"])
def test_finite_differences_agree_with_a_floor_of_the_kernel(varied: str) -> None:
    scene = replace(wide(5, seed=6), log_scales=torch.full((5, 3), 1.0, dtype=DOUBLE))
    check(scene, camera(12, 10, dtype=DOUBLE), replace(STEPLESS, kernel_floor=0.01), varied)


def test_a_color_that_is_cut_at_zero_has_no_derivative() -> None:
    scene = with_gradients(facing([(0.0, 0.0, 2.0)], sigma=1e3, opacity=0.5, colors=[(-0.5, 0.5, 0.5)], dtype=DOUBLE))
    rasterize(scene, straight(4, 4, dtype=DOUBLE), outputs=("color",)).color.sum().backward()
    assert scene.sh.grad[0, 0, 0] == 0.0
    assert (scene.sh.grad[0, 0, 1:] > 0.0).all()


def test_an_alpha_that_is_capped_has_no_derivative() -> None:
    scene = with_gradients(facing([(0.0, 0.0, 2.0)], sigma=1e3, opacity=0.9, dtype=DOUBLE))
    chosen = RasterSettings(alpha_max=0.5)
    picture = rasterize(scene, straight(4, 4, dtype=DOUBLE), settings=chosen, outputs=("color", "alpha"))
    (picture.color.sum() + picture.alpha.sum()).backward()
    assert torch.allclose(picture.alpha, torch.tensor(0.5, dtype=DOUBLE))
    assert scene.logit_opacities.grad.abs().max() == 0.0
    assert scene.means.grad.abs().max() == 0.0
    assert scene.sh.grad.abs().max() > 0.0


# -- against the oracle -----------------------------------------------------------------------------------------------


def gradients(
    draw: Callable[..., Rasterized],
    scene: Gaussians,
    view: Cameras,
    outputs: tuple[str, ...] = SMOOTH,
    **given: object,
) -> dict[str, Tensor]:
    """Of a loss with random weights over the outputs: for all parameters, a motion of the cameras, and the projected centres."""
    leaves = with_gradients(scene)
    twist = torch.zeros(len(view), 6, dtype=scene.means.dtype, requires_grad=True)
    picture = draw(leaves, moved(view, twist), outputs=outputs, **given)
    picture.means2d.retain_grad()
    random = torch.Generator().manual_seed(0)
    loss = torch.zeros((), dtype=scene.means.dtype)
    for name in outputs:
        image = getattr(picture, name)
        loss = loss + (image * torch.randn(image.shape, generator=random, dtype=image.dtype)).sum()
    loss.backward()
    named = {name: getattr(leaves, name) for name in PARAMETERS if getattr(leaves, name) is not None}
    return {name: leaf.grad for name, leaf in {**named, "pose": twist, "means2d": picture.means2d}.items()}


def assert_alike(ours: dict[str, Tensor], oracle: dict[str, Tensor], *, cosine: float, size: float) -> None:
    assert ours.keys() == oracle.keys()
    for name, got in ours.items():
        wanted = oracle[name]
        assert (got is None) == (wanted is None), name
        if got is None:
            continue
        assert got.isfinite().all(), name
        a, b = got.double().flatten(), wanted.double().flatten()
        assert float(a @ b / (a.norm() * b.norm())) > cosine, name
        assert abs(float(a.norm() / b.norm()) - 1.0) < size, name


@pytest.mark.parametrize("antialiased", [False, True])
@pytest.mark.parametrize("degree", [0, 3])
def test_scenes_with_every_step_have_the_gradients_of_the_oracle(degree: int, antialiased: bool) -> None:
    """Dropped, capped and stopped contributions, several views, pictures that end within a tile: to rounding in float64."""
    scene = random_gaussians(300, seed=7, degree=degree, features=5, dtype=DOUBLE, opacities=(0.01, 0.9999))
    views = ring(2, 45, 35, dtype=DOUBLE)
    given = {
        "settings": RasterSettings(antialiased=antialiased),
        "background": torch.tensor([0.2, 0.5, 0.9], dtype=DOUBLE),
    }
    ours, oracle = (gradients(draw, scene, views, **given) for draw in (rasterize, oracle_rasterize))
    for name, got in ours.items():
        scale = oracle[name].abs().max()
        assert (got - oracle[name]).abs().max() < 1e-9 * scale, name


@pytest.mark.slow
@pytest.mark.parametrize("antialiased", [False, True])
def test_float32_gradients_are_those_of_the_oracle(antialiased: bool) -> None:
    scene = random_gaussians(1_500, seed=8, degree=3, features=6, sizes=(0.02, 0.2))
    given = {"settings": RasterSettings(antialiased=antialiased), "background": torch.tensor([0.2, 0.5, 0.9])}
    view = camera(96, 72)
    ours, oracle = (gradients(draw, scene, view, **given) for draw in (rasterize, oracle_rasterize))
    assert_alike(ours, oracle, cosine=0.9999, size=1e-3)


@pytest.mark.parametrize("outputs", [("color",), ("alpha",), ("depth",), ("features",), ("alpha", "features")])
def test_each_output_alone_has_the_gradients_of_the_oracle(outputs: tuple[str, ...]) -> None:
    scene = random_gaussians(120, seed=9, degree=2, features=3, dtype=DOUBLE)
    view = camera(40, 30, dtype=DOUBLE)
    leaves = [with_gradients(scene) for _ in range(2)]
    for own, draw in zip(leaves, (rasterize, oracle_rasterize), strict=True):
        picture = draw(own, view, outputs=outputs)
        sum(getattr(picture, name).square().sum() for name in outputs).backward()
    for name in PARAMETERS:
        got, wanted = (getattr(own, name).grad for own in leaves)
        # what an output does not depend on may have a gradient of 0 or none
        none = torch.zeros_like(getattr(scene, name))
        got, wanted = none if got is None else got, none if wanted is None else wanted
        assert torch.allclose(got, wanted, rtol=1e-9, atol=1e-10 * float(wanted.abs().max()) + 1e-14), name


@pytest.mark.parametrize("name", PARAMETERS)
def test_any_one_parameter_can_want_gradients(name: str) -> None:
    scene = random_gaussians(100, seed=10, degree=1, features=2, dtype=DOUBLE)
    view = camera(30, 20, dtype=DOUBLE)

    def of(leaves: Gaussians) -> Tensor:
        picture = rasterize(leaves, view, outputs=SMOOTH)
        sum(getattr(picture, output).square().sum() for output in SMOOTH).backward()
        return getattr(leaves, name).grad

    alone, together = of(with_gradients(scene, (name,))), of(with_gradients(scene))
    assert torch.equal(alone, together)
    assert alone.abs().max() > 0.0


def test_the_cameras_alone_can_want_gradients() -> None:
    scene = random_gaussians(100, seed=11, degree=2, dtype=DOUBLE)
    twist = torch.zeros(2, 6, dtype=DOUBLE, requires_grad=True)
    color = rasterize(scene, moved(ring(2, 30, 20, dtype=DOUBLE), twist)).color
    color.square().sum().backward()
    assert (twist.grad.abs().amax(dim=1) > 0.0).all()


def test_without_anything_that_wants_gradients_there_is_no_graph() -> None:
    picture = rasterize(random_gaussians(20, seed=12), camera(20, 20))
    assert not picture.color.requires_grad
    with torch.no_grad():
        assert not rasterize(with_gradients(random_gaussians(20, seed=12)), camera(20, 20)).color.requires_grad


def test_pictures_of_no_gaussians_can_be_differentiated() -> None:
    scene = with_gradients(Gaussians.empty(1))
    picture = rasterize(scene, camera(20, 20), outputs=("color", "depth"), background=torch.ones(3))
    (picture.color.sum() + picture.depth.sum()).backward()
    assert scene.means.grad.shape == (0, 3)


def test_gradients_add_up_over_calls_and_can_be_taken_twice() -> None:
    scene = random_gaussians(50, seed=13, dtype=DOUBLE)
    view = camera(30, 20, dtype=DOUBLE)
    once, twice = with_gradients(scene), with_gradients(scene)
    loss = rasterize(once, view).color.square().sum()
    loss.backward(retain_graph=True)
    first = once.means.grad.clone()
    loss.backward()
    assert torch.equal(once.means.grad, 2 * first)
    for _ in range(2):
        rasterize(twice, view).color.square().sum().backward()
    assert torch.equal(twice.means.grad, 2 * first)


def test_descent_finds_the_colors_and_places_of_a_picture() -> None:
    """What it is for: from a disturbed scene back to the picture."""
    scene = random_gaussians(60, seed=14, degree=0, sizes=(0.1, 0.2))
    view = camera(48, 40)
    wanted = rasterize(scene, view).color
    disturbed = with_gradients(
        replace(scene, means=scene.means + 0.05 * torch.randn(60, 3, generator=torch.Generator().manual_seed(0)))
    )
    optimizer = torch.optim.Adam([disturbed.means, disturbed.sh], lr=0.005)
    errors = []
    for _ in range(60):
        optimizer.zero_grad()
        error = (rasterize(disturbed, view).color - wanted).square().mean()
        error.backward()
        optimizer.step()
        errors.append(float(error.detach()))
    assert errors[-1] < 0.05 * errors[0]
