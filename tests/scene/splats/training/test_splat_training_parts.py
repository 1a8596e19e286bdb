"""The parts of training that need no rasteriser: losses, measures, rates, refinement, options, checkpoints."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.splats import Cameras, Gaussians
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.rasterize import Rasterized
from scenewright.scene.splats.training import TrainingOptions, read_checkpoint
from scenewright.scene.splats.training.adam import ColumnAdam
from scenewright.scene.splats.training.checkpoints import Checkpoint, write_checkpoint
from scenewright.scene.splats.training.corrections import center, exposed, identity_exposures, moved
from scenewright.scene.splats.training.evaluation import Score, mean_score, side_by_side
from scenewright.scene.splats.training.initialization import gaussians_of_points, scene_extent
from scenewright.scene.splats.training.losses import photometric_loss, regularization
from scenewright.scene.splats.training.metrics import lpips_missing, psnr, ssim
from scenewright.scene.splats.training.schedules import RATES, Schedule
from scenewright.scene.splats.training.ssim import compiled_ssim, tensor_ssim
from scenewright.scene.splats.training.strategies import refinement_of, relocated
from scenewright.scene.splats.training.targets import Targets

SIZES = st.tuples(st.integers(11, 40), st.integers(11, 40))


def pictures(
    height: int, width: int, seed: int, dtype: torch.dtype = torch.float64
) -> tuple[torch.Tensor, torch.Tensor]:
    random = torch.Generator().manual_seed(seed)
    truth = torch.rand((height, width, 3), generator=random, dtype=dtype)
    return (truth + 0.2 * torch.randn(truth.shape, generator=random, dtype=dtype)).clamp(0, 1), truth


def ring(count: int, *, width: int = 48, height: int = 40, radius: float = 3.0) -> list[Cameras]:
    """Cameras on a circle that look at the origin."""
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return [
        Cameras.look_at((radius * np.sin(a), 0.5, radius * np.cos(a)), (0, 0, 0), fov=50, width=width, height=height)
        for a in turns
    ]


def plain_views(count: int, **kwargs: int) -> list[View]:
    return [
        View(f"{k:03}.png", camera, np.full((camera.height, camera.width, 3), 40 + k, np.uint8))
        for k, camera in enumerate(ring(count, **kwargs))
    ]


# -- similarity and loss -------------------------------------------------------------------------------------------------


def direct_ssim(x: np.ndarray, y: np.ndarray) -> float:
    """Wang et al., 2004, equations 14 to 16 and 13, window by window."""
    at = np.arange(11) - 5.0
    bell = np.exp(-(at[:, None] ** 2 + at[None] ** 2) / (2 * 1.5**2))
    bell /= bell.sum()
    values = []
    for i in range(x.shape[0] - 10):
        for j in range(x.shape[1] - 10):
            for c in range(3):
                a, b = x[i : i + 11, j : j + 11, c], y[i : i + 11, j : j + 11, c]
                ma, mb = (bell * a).sum(), (bell * b).sum()
                va, vb = (bell * (a - ma) ** 2).sum(), (bell * (b - mb) ** 2).sum()
                cov = (bell * (a - ma) * (b - mb)).sum()
                top = (2 * ma * mb + 0.01**2) * (2 * cov + 0.03**2)
                values.append(top / ((ma**2 + mb**2 + 0.01**2) * (va + vb + 0.03**2)))
    return float(np.mean(values))


@settings(max_examples=15, deadline=None)
@given(SIZES, st.integers(0, 10**6), st.integers(1, 2))
def test_similarity_is_as_defined_and_its_gradient_as_torchs(size: tuple[int, int], seed: int, threads: int) -> None:
    x, y = pictures(*size, seed)
    value, gradient = compiled_ssim(x.numpy(), y.numpy(), threads=threads)
    assert value == pytest.approx(direct_ssim(x.numpy(), y.numpy()), abs=1e-12)
    leaf = x.clone().requires_grad_()
    by_torch = tensor_ssim(leaf, y)
    by_torch.backward()
    assert float(by_torch.detach()) == pytest.approx(value, abs=1e-12)
    assert np.abs(gradient - leaf.grad.numpy()).max() < 1e-12


def test_similarity_in_single_precision_is_that_in_double() -> None:
    x, y = pictures(60, 50, 3)
    value, gradient = compiled_ssim(x.numpy(), y.numpy(), threads=1)
    single, gradient32 = compiled_ssim(x.float().numpy(), y.float().numpy(), threads=2)
    assert single == pytest.approx(value, abs=1e-5)
    assert np.abs(gradient32 - gradient).max() < 1e-4 * np.abs(gradient).max()


def test_similarity_does_not_depend_on_threads() -> None:
    x, y = (t.float().numpy() for t in pictures(120, 40, 4))
    one, two = compiled_ssim(x, y, threads=1), compiled_ssim(x, y, threads=2)
    assert one[0] == two[0]
    assert np.array_equal(one[1], two[1])


def test_a_picture_is_wholly_similar_to_itself() -> None:
    """No change makes it more so: there the gradient is zero."""
    x, _ = pictures(20, 20, 5)
    value, gradient = compiled_ssim(x.numpy(), x.numpy(), threads=1)
    assert value == pytest.approx(1.0, abs=1e-12)
    assert np.abs(gradient).max() < 1e-9


@pytest.mark.parametrize("masked", [False, True])
def test_the_gradient_of_the_loss_is_the_slope_of_its_value(masked: bool) -> None:
    x, y = pictures(14, 13, 6)
    mask = torch.ones(14, 13, dtype=torch.bool)
    mask[3:9, 4:11] = not masked
    assert torch.autograd.gradcheck(
        lambda image: photometric_loss(image, y, mask=mask if masked else None), (x.requires_grad_(),), eps=1e-7
    )


def test_the_loss_is_the_published_mixture() -> None:
    x, y = pictures(20, 24, 7)
    expected = 0.8 * float((x - y).abs().mean()) + 0.2 * (1 - direct_ssim(x.numpy(), y.numpy()))
    assert float(photometric_loss(x, y)) == pytest.approx(expected, abs=1e-12)
    assert float(photometric_loss(x, y, ssim_weight=0.0)) == pytest.approx(float((x - y).abs().mean()), abs=1e-12)


def test_masked_pixels_neither_count_nor_learn() -> None:
    x, y = pictures(30, 30, 8)
    mask = torch.zeros(30, 30, dtype=torch.bool)
    mask[:, 15:] = True
    wild = x.clone()
    wild[:, :15] = torch.rand(30, 15, 3, generator=torch.Generator().manual_seed(1), dtype=x.dtype)
    leaf = wild.requires_grad_()
    loss = photometric_loss(leaf, y, mask=mask)
    assert float(loss.detach()) == float(photometric_loss(x, y, mask=mask))
    loss.backward()
    assert not leaf.grad[:, :15].any()
    assert leaf.grad[:, 15:].any()


def test_regularization_is_the_weighted_means() -> None:
    logits, scales = torch.tensor([0.0, 2.0]), torch.tensor([[0.0, -1.0, -2.0], [-3.0, -3.0, -3.0]])
    value = regularization(logits, scales, opacity_weight=0.01, scale_weight=0.02)
    assert value is not None
    assert float(value) == pytest.approx(float(0.01 * logits.sigmoid().mean() + 0.02 * scales.exp().mean()))
    assert regularization(logits, scales, opacity_weight=0.0, scale_weight=0.0) is None


# -- measures ------------------------------------------------------------------------------------------------------------


def test_psnr_of_a_known_error() -> None:
    truth = torch.full((12, 12, 3), 0.5)
    assert psnr(truth + 0.1, truth) == pytest.approx(20.0, abs=1e-4)
    assert psnr(truth, truth) == math.inf
    half = torch.zeros(12, 12, dtype=torch.bool)
    half[:6] = True
    spoiled = truth + 0.1
    spoiled[6:] = 0.0
    assert psnr(spoiled, truth, half) == pytest.approx(20.0, abs=1e-4)


def test_what_is_brighter_than_white_is_measured_as_white() -> None:
    white = torch.ones(12, 12, 3)
    assert psnr(white * 1.5, white) == math.inf
    assert ssim(white * 1.5, white) == pytest.approx(1.0)


def test_what_lpips_lacks_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    told = lpips_missing()
    assert told is not None
    assert told.startswith("LPIPS: not measured")


def test_scores_have_a_mean_and_no_number_that_json_lacks() -> None:
    mean = mean_score([Score("a", 20.0, 0.5), Score("b", 30.0, 0.7)])
    assert mean is not None
    assert (mean.psnr, mean.ssim, mean.lpips) == (25.0, pytest.approx(0.6), None)
    assert mean_score([]) is None
    json.dumps(Score("c", math.inf, 1.0).to_json(), allow_nan=False)


def test_side_by_side_shows_truth_drawing_and_error() -> None:
    truth, drawn = torch.zeros(4, 5, 3), torch.full((4, 5, 3), 0.125)
    mask = torch.ones(4, 5, dtype=torch.bool)
    mask[0, 0] = False
    row = side_by_side(truth, drawn, mask)
    assert row.shape == (4, 15, 3)
    assert [row[2, 2, 0], row[2, 7, 0], row[2, 12, 0], row[0, 10, 0]] == [0, 32, 128, 128]


# -- Adam ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(5000, 16, 3), (5000, 3), (5000,), (3, 3, 4)])
def test_adam_moves_as_torch_does(shape: tuple[int, ...]) -> None:
    random = torch.Generator().manual_seed(0)
    ours = torch.nn.Parameter(torch.randn(shape, generator=random))
    theirs = torch.nn.Parameter(ours.detach().clone())
    mine = ColumnAdam([ours], lr=1e-2, threads=2)
    reference = torch.optim.Adam([theirs], lr=1e-2, eps=1e-15)
    for _ in range(10):
        gradient = torch.randn(shape, generator=random)
        ours.grad, theirs.grad = gradient.clone(), gradient.clone()
        mine.step()
        reference.step()
    assert torch.allclose(ours, theirs, atol=2e-6)
    for key in ("exp_avg", "exp_avg_sq"):
        assert torch.allclose(mine.state[ours][key], reference.state[theirs][key], rtol=1e-4, atol=1e-6)


def test_columns_behind_the_first_learn_at_their_own_rate() -> None:
    value = torch.nn.Parameter(torch.zeros(10, 4, 3))
    optimizer = ColumnAdam([value], lr=1.0, rest_rate=0.05)
    value.grad = torch.ones_like(value)
    optimizer.step()
    assert torch.allclose(value[:, 0], torch.tensor(-1.0))
    assert torch.allclose(value[:, 1:], torch.tensor(-0.05))


def test_one_row_moves_as_if_it_were_alone() -> None:
    both = torch.nn.Parameter(torch.ones(2, 3))
    alone = torch.nn.Parameter(torch.ones(1, 3))
    optimizer, other = ColumnAdam([both], lr=0.1), ColumnAdam([alone], lr=0.1)
    random = torch.Generator().manual_seed(2)
    for visit in (1, 2, 3):
        both.grad = torch.randn(2, 3, generator=random)
        alone.grad = both.grad[1:].clone()
        optimizer.step_row(1, visit)
        other.step()
    assert torch.equal(both[1:], alone)
    assert torch.equal(both[:1], torch.ones(1, 3))


# -- schedules and options -----------------------------------------------------------------------------------------------


def test_schedules_are_spread_over_the_run() -> None:
    schedule = Schedule(TrainingOptions(iterations=30_000))
    assert schedule.rates(0.0, 30_000, 2.0) == pytest.approx({**RATES, "means": 2 * RATES["means"]})
    assert schedule.rates(1.0, 30_000, 2.0)["means"] == pytest.approx(0.02 * RATES["means"])
    assert [schedule.degree(s) for s in (0.0, 1.0)] == [0, 3]
    short = Schedule(TrainingOptions(iterations=2_000))
    assert short.share(1_000, 0.0) == 0.5
    assert any(short.refines(step, short.share(step, 0.0)) for step in range(2_000))
    timed = Schedule(TrainingOptions(iterations=10**6, minutes=2.0))
    assert timed.share(10, 60.0) == 0.5
    assert timed.share(10**6, 0.0) == 1.0
    assert timed.share(1, 10**6) == 1.0


def test_shorter_runs_go_faster_and_longer_ones_as_published() -> None:
    schedule = Schedule(TrainingOptions())
    fast, usual, long = (schedule.rates(0.5, steps, 1.0) for steps in (30_000 / 8, 30_000, 10**6))
    assert usual == long
    for name, rate in usual.items():
        assert fast[name] == pytest.approx(rate if name == "logit_opacities" else 2 * rate)
    assert schedule.rates(0.0, 10, 1.0)["sh"] == 4 * RATES["sh"]


def test_steps_to_come_are_estimated_from_the_time_they_take() -> None:
    timed = Schedule(TrainingOptions(iterations=10**6, minutes=1.0))
    assert timed.expected_steps(0, 0.0) == timed.expected_steps(3, 0.3) == 2_000
    assert timed.expected_steps(100, 6.0) == pytest.approx(1_000)
    assert Schedule(TrainingOptions(iterations=500, minutes=1.0)).expected_steps(100, 0.1) == 500
    assert Schedule(TrainingOptions(iterations=500)).expected_steps(1, 10.0**6) == 500


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_schedules_only_go_one_way(shares: list[float]) -> None:
    schedule = Schedule(TrainingOptions())
    shares.sort()
    for values in ([-schedule.rates(s, 9e3, 1.0)["means"] for s in shares], [schedule.degree(s) for s in shares]):
        assert values == sorted(values)
    sizes = [schedule.reduction(s) for s in shares]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("iterations", 0), ("minutes", -1.0), ("minutes", math.nan), ("max_gaussians", 0), ("strategy", "genetic"),
        ("sh_degree", 4), ("ssim_weight", 1.5), ("scale_weight", -0.1), ("background", (2.0, 0.0, 0.0)), ("coarse", 2.0),
        ("seed", -1), ("swept_points", 0),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_used_is_named(field: str, value: object) -> None:
    with pytest.raises(SplatError, match=field):
        TrainingOptions(**{field: value})


def test_options_survive_json() -> None:
    options = TrainingOptions(minutes=2.5, background="random", strategy="mcmc", seed=7)
    assert TrainingOptions.of_json(json.loads(json.dumps(options.to_json()))) == options
    fixed = TrainingOptions(background=(1.0, 0.5, 0.0))
    assert TrainingOptions.of_json(json.loads(json.dumps(fixed.to_json()))) == fixed
    with pytest.raises(SplatError, match="unknown speed"):
        TrainingOptions.of_json({"speed": 3})


# -- the beginning -------------------------------------------------------------------------------------------------------


def test_gaussians_of_points_are_as_large_as_neighbors_are_far() -> None:
    grid = np.stack(np.meshgrid(*[np.arange(4.0)] * 3), axis=-1).reshape(-1, 3) * 0.5
    made = gaussians_of_points(grid, np.full_like(grid, 0.25), max_gaussians=1000, extent=1.0, seed=0)
    assert len(made) == 64
    assert torch.allclose(made.scales, torch.tensor(0.5), atol=1e-6)
    assert torch.allclose(made.opacities, torch.tensor(0.1), atol=1e-6)
    assert torch.allclose(made.base_colors, torch.tensor(0.25), atol=1e-6)


def test_points_in_one_place_are_no_fault_and_many_are_thinned() -> None:
    points = np.zeros((50, 3))
    made = gaussians_of_points(points, points, max_gaussians=20, extent=1.0, seed=0)
    assert len(made) == 20
    assert bool(torch.isfinite(made.log_scales).all())
    assert len(gaussians_of_points(points[:1], points[:1], max_gaussians=20, extent=1.0, seed=0)) == 1


@pytest.mark.parametrize(
    ("points", "message"),
    [(np.zeros((0, 3)), "no points"), (np.full((3, 3), np.nan), "not finite"), (np.zeros((3, 2)), r"\(P, 3\)")],
)
def test_points_that_cannot_be_used_are_refused(points: np.ndarray, message: str) -> None:
    with pytest.raises(CaptureError, match=message):
        gaussians_of_points(points, points, max_gaussians=9, extent=1.0, seed=0)


def test_cameras_in_one_point_are_refused() -> None:
    camera = Cameras.look_at((1, 2, 3), (0, 0, 0), fov=50, width=32, height=32)
    other = Cameras.look_at((1, 2, 3), (5, 0, 0), fov=50, width=32, height=32)
    with pytest.raises(CaptureError, match="one point"):
        scene_extent(Cameras.stacked([camera, other]))
    assert scene_extent(Cameras.stacked(ring(8))) == pytest.approx(3.3, rel=1e-3)


# -- pictures to learn from ----------------------------------------------------------------------------------------------


def test_a_smaller_picture_is_the_mean_of_what_it_covers() -> None:
    camera = Cameras.look_at((0, 0, 3), (0, 0, 0), fov=50, width=48, height=48)
    image = np.random.default_rng(0).integers(0, 256, (48, 48, 3), dtype=np.uint8)
    mask = np.ones((48, 48), bool)
    mask[0, 0] = False
    target = Targets([View("a", camera, image, mask=mask)], torch.device("cpu")).at(0, 2)
    means = image.reshape(24, 2, 24, 2, 3).mean(axis=(1, 3))
    assert np.abs(target.premultiplied.numpy() - means).max() <= 0.5 + 1e-6
    assert target.camera.width == 24
    assert target.mask is not None
    assert (~target.mask).nonzero().tolist() == [[0, 0]]
    assert torch.allclose(target.camera.intrinsics[0, 0], camera.intrinsics[0, 0] / 2)


def test_alpha_lets_the_background_through() -> None:
    camera = ring(1)[0]
    image = np.full((40, 48, 3), 200, np.uint8)
    alpha = np.zeros((40, 48), np.uint8)
    alpha[:, 24:] = 255
    target = Targets([View("a", camera, image, alpha=alpha)], torch.device("cpu")).at(0)
    over = target.over(torch.tensor([0.0, 1.0, 0.0]))
    assert torch.allclose(over[0, 0], torch.tensor([0.0, 1.0, 0.0]))
    assert torch.allclose(over[0, 47], torch.tensor(200 / 255))


def test_photographs_that_cannot_be_compared_with_are_named() -> None:
    good = plain_views(2)
    with pytest.raises(CaptureError, match="no photographs"):
        Targets([], torch.device("cpu"))
    with pytest.raises(CaptureError, match=r"000\.png: two photographs"):
        Targets([good[0], good[0]], torch.device("cpu"))
    with pytest.raises(CaptureError, match=r"000\.png: the picture is 24x40"):
        Targets([replace(good[0], image=good[0].image[:, ::2])], torch.device("cpu"))
    with pytest.raises(CaptureError, match=r"000\.png: mask"):
        Targets([replace(good[0], mask=np.ones((3, 3), bool))], torch.device("cpu"))
    tiny = ring(1, width=8, height=8)[0]
    with pytest.raises(CaptureError, match="too few"):
        Targets([View("tiny", tiny, np.zeros((8, 8, 3), np.uint8))], torch.device("cpu"))


# -- exposure and poses --------------------------------------------------------------------------------------------------


def test_corrections_begin_as_none_and_are_rigid() -> None:
    image = torch.rand(4, 4, 3)
    exposures = identity_exposures(3, torch.device("cpu"))
    assert torch.equal(exposed(image, exposures[1]), image)
    exposures[1] *= 0.5
    center(exposures)
    assert torch.allclose(exposures.mean(dim=0), torch.eye(3, 4), atol=1e-6)
    assert torch.allclose(exposures[0] - exposures[1], 0.5 * torch.eye(3, 4), atol=1e-6)
    camera = ring(1)[0]
    assert torch.allclose(moved(camera, torch.zeros(6), 2.0).camera_from_world, camera.camera_from_world)
    other = moved(camera, torch.tensor([0.1, -0.2, 0.3, 0.5, 0.0, 0.0]), 2.0).camera_from_world[0]
    assert torch.allclose(other[:3, :3] @ other[:3, :3].T, torch.eye(3), atol=1e-5)
    shift = moved(camera, torch.tensor([0.0, 0.0, 0.0, 0.5, 0.0, 0.0]), 2.0).camera_from_world[0]
    assert torch.allclose(shift[:3, 3], camera.camera_from_world[0, :3, 3] + torch.tensor([1.0, 0.0, 0.0]))


# -- refinement ----------------------------------------------------------------------------------------------------------


def scattered(count: int, seed: int = 0) -> dict[str, torch.Tensor]:
    random = torch.Generator().manual_seed(seed)
    return {
        "means": torch.nn.Parameter(torch.randn((count, 3), generator=random)),
        "quats": torch.nn.Parameter(torch.randn((count, 4), generator=random)),
        "log_scales": torch.nn.Parameter(torch.randn((count, 3), generator=random) - 4.0),
        "logit_opacities": torch.nn.Parameter(2.0 * torch.randn(count, generator=random)),
        "sh": torch.nn.Parameter(torch.randn((count, 4, 3), generator=random)),
    }


def with_moments(parameters: dict[str, torch.Tensor]) -> dict[str, torch.optim.Optimizer]:
    optimizers: dict[str, torch.optim.Optimizer] = {}
    for name, value in parameters.items():
        optimizers[name] = ColumnAdam([value], lr=1e-3)
        value.grad = torch.ones_like(value)
        optimizers[name].step()
        value.grad = None
    return optimizers


def drawn(count: int, gradient: torch.Tensor | None = None) -> Rasterized:
    means2d = torch.zeros((1, count, 2), requires_grad=True)
    means2d.grad = torch.zeros_like(means2d) if gradient is None else gradient[None]
    return Rasterized(means2d=means2d, radii=torch.ones((1, count), dtype=torch.int32))


def consistent(parameters: dict[str, torch.Tensor], optimizers: dict[str, torch.optim.Optimizer], count: int) -> None:
    for name, value in parameters.items():
        assert len(value) == count, name
        assert optimizers[name].param_groups[0]["params"] == [value]
        assert all(m.shape == value.shape for k, m in optimizers[name].state[value].items() if k != "step"), name


def refining_step(schedule: Schedule, iterations: int) -> int:
    return next(s for s in range(iterations // 4, iterations) if schedule.refines(s, s / iterations))


@pytest.mark.parametrize("budget", [100, 107, 160, 1000])
def test_default_strategy_grows_the_neediest_within_its_budget(budget: int) -> None:
    options = TrainingOptions(iterations=2_000, max_gaussians=budget)
    parameters = scattered(100)
    parameters["logit_opacities"].data.fill_(0.0)
    optimizers = with_moments(parameters)
    refinement = refinement_of(options, parameters, optimizers, extent=5.0)
    needs = torch.linspace(0, 1, 100)
    before = parameters["means"].detach().clone()
    step = refining_step(Schedule(options), 2_000)
    picture = drawn(100, torch.stack([needs, torch.zeros(100)], dim=1))
    refinement.after_step(step, step / 2_000, picture, (100, 100), 1e-4)
    count = len(parameters["means"])
    assert count <= budget
    consistent(parameters, optimizers, count)
    assert count == (budget if budget < 199 else 199), "all but the one without a gradient have need"
    if budget == 107:
        kept = {tuple(row.tolist()) for row in parameters["means"]}
        assert all(tuple(row.tolist()) in kept for row in before[:93]), "only the seven neediest were touched"


def test_default_strategy_removes_the_transparent() -> None:
    options = TrainingOptions(iterations=2_000, max_gaussians=1000)
    parameters = scattered(50)
    parameters["logit_opacities"].data[:20] = -8.0
    parameters["logit_opacities"].data[20:] = 0.0
    optimizers = with_moments(parameters)
    refinement = refinement_of(options, parameters, optimizers, extent=5.0)
    step = refining_step(Schedule(options), 2_000)
    refinement.after_step(step, step / 2_000, drawn(50), (100, 100), 1e-4)
    consistent(parameters, optimizers, 30)


def test_mcmc_moves_the_dead_and_grows_to_its_budget() -> None:
    options = TrainingOptions(iterations=2_000, max_gaussians=130, strategy="mcmc")
    parameters = scattered(100)
    parameters["logit_opacities"].data[:30] = -9.0
    parameters["logit_opacities"].data[30:] = 1.0
    optimizers = with_moments(parameters)
    refinement = refinement_of(options, parameters, optimizers, extent=5.0)
    living = parameters["means"].detach()[30:].clone()
    schedule = Schedule(options)
    for step in range(2_000):
        if schedule.refines(step, step / 2_000):
            refinement.after_step(step, step / 2_000, drawn(len(parameters["means"])), (9, 9), 0.0)
            assert len(parameters["means"]) <= 130
    consistent(parameters, optimizers, 130)
    stood = {tuple(at.tolist()) for at in living}
    assert {tuple(at.tolist()) for at in parameters["means"]} <= stood, "all stand where a living one stood"
    assert float(parameters["logit_opacities"].detach().sigmoid().min()) > 0.005


def test_mcmc_noise_moves_only_the_nearly_clear_along_their_axes() -> None:
    options = TrainingOptions(iterations=2_000, max_gaussians=130, strategy="mcmc")
    parameters = scattered(40)
    parameters["logit_opacities"].data[:20] = -7.0
    parameters["logit_opacities"].data[20:] = 2.0
    parameters["log_scales"].data[:, 0] = 0.0
    parameters["log_scales"].data[:, 1:] = -12.0
    refinement = refinement_of(options, parameters, with_moments(parameters), extent=5.0)
    parameters["quats"].data[:] = torch.tensor([1.0, 0.0, 0.0, 0.0])
    before = parameters["means"].detach().clone()
    refinement.after_step(1, 0.0005, drawn(40), (9, 9), 1e-6)
    change = (parameters["means"].detach() - before).abs()
    assert bool((change[:20, 0] > 0).all())
    assert float(change[:, 1:].max()) < 1e-6
    assert not change[20:].any()


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 0.99), st.integers(1, 51))
def test_relocated_copies_look_as_the_one_did(opacity: float, copies: int) -> None:
    """The published double sum, and what it is for: N copies on top of each other have the same integral."""
    part, scales = relocated(
        torch.tensor([opacity], dtype=torch.float64), torch.ones(1, 3, dtype=torch.float64), torch.tensor([copies])
    )
    p = 1 - (1 - opacity) ** (1 / copies)
    total = sum(
        math.comb(i - 1, k) * (-1) ** k / math.sqrt(k + 1) * p ** (k + 1)
        for i in range(1, copies + 1)
        for k in range(i)
    )
    assert float(part[0]) == pytest.approx(p, rel=1e-9)
    assert float(scales[0, 0]) == pytest.approx(opacity / total, rel=1e-6)
    x = np.linspace(-12, 12, 20_001)
    blended = 1 - (1 - p * np.exp(-(x**2) / (2 * float(scales[0, 0]) ** 2))) ** copies
    alone = opacity * np.exp(-(x**2) / 2)
    assert blended.sum() == pytest.approx(alone.sum(), rel=1e-3)


# -- checkpoints ---------------------------------------------------------------------------------------------------------


def test_checkpoints_come_back_as_they_were(tmp_path: object) -> None:
    path = tmp_path / "checkpoint.safetensors"  # type: ignore[operator]
    tensors = {"a": torch.randn(3, 4), "b": torch.arange(5)}
    write_checkpoint(path, Checkpoint(tensors, {"step": 3, "names": ["é"]}))
    back = read_checkpoint(path)
    assert back.values["step"] == 3
    assert back.values["names"] == ["é"]
    assert all(torch.equal(back.tensors[k], v) for k, v in tensors.items())


def test_checkpoints_that_cannot_be_read_are_named(tmp_path: object) -> None:
    from safetensors.torch import save_file

    path = tmp_path / "checkpoint.safetensors"  # type: ignore[operator]
    with pytest.raises(SplatError, match="no checkpoint to resume from"):
        read_checkpoint(path)
    write_checkpoint(path, Checkpoint({"a": torch.randn(300)}, {}))
    whole = path.read_bytes()
    for cut in (3, 40, len(whole) - 8):
        path.write_bytes(whole[:cut])
        with pytest.raises(SplatError, match="damaged"):
            read_checkpoint(path)
    path.write_bytes((2**40).to_bytes(8, "little") + whole[8:])
    with pytest.raises(SplatError, match="damaged"):
        read_checkpoint(path)
    save_file({"a": torch.zeros(1)}, path)
    with pytest.raises(SplatError, match="no checkpoint of a training"):
        read_checkpoint(path)


def test_gaussians_of_points_draw_as_gaussians() -> None:
    made = gaussians_of_points(np.eye(3), np.eye(3), max_gaussians=9, extent=1.0, seed=0)
    assert isinstance(made, Gaussians)
    assert made.degree == 0
