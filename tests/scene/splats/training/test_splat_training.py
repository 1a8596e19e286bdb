"""Training as a whole, on small scenes that are known: it learns, obeys its bounds, and goes on where it stopped."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from scenewright.scene.errors import CaptureError, SplatError
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.formats import read_gaussians
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.training import Trainer, TrainingOptions
from scenewright.scene.splats.training import trainer as trainer_module
from scenewright.scene.splats.training.evaluation import evaluate, mean_score
from scenewright.scene.splats.training.results import write_result
from tests.support.asked_jobs import asking
from tests.support.photographs import HEIGHT, WIDTH, known_gaussians, photographs


def beginning(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Points near the true centres, in grey."""
    rng = np.random.default_rng(seed)
    points = known_gaussians().means.numpy() + 0.05 * rng.standard_normal((250, 3))
    return points, np.full((250, 3), 128, np.uint8)


def trainer_of(options: TrainingOptions, views: list[View] | None = None, threads: int = 1) -> Trainer:
    points, colors = beginning()
    return Trainer(views or photographs(), points=points, colors=colors, options=options, threads=threads)


def quality(trainer: Trainer, views: list[View]) -> float:
    mean = mean_score(evaluate(trainer.gaussians, views, threads=1))
    assert mean is not None
    return mean.psnr


SHORT = TrainingOptions(iterations=250, max_gaussians=600, sh_degree=1)


@pytest.mark.parametrize("strategy", ["default", "mcmc"])
def test_training_learns_a_scene_for_views_it_has_not_seen(strategy: str) -> None:
    aside = photographs(4, offset=0.4)
    trainer = trainer_of(replace(SHORT, strategy=strategy))
    before = quality(trainer, aside)
    assert trainer.run() == "iterations"
    after = quality(trainer, aside)
    assert after > before + 4.0
    assert after > 22.0
    assert trainer.steps_done == 250
    assert [p.step for p in trainer.curve] == [100, 200]
    assert trainer.curve[-1].psnr > trainer.curve[0].psnr
    assert trainer.gaussians.degree == 1


def test_without_points_training_begins_where_photographs_agree() -> None:
    views = photographs()
    trainer = Trainer(views, options=replace(SHORT, swept_points=500), threads=1)
    assert "found by comparing the photographs" in trainer.notes[0]
    before = quality(trainer, views)
    trainer.run()
    assert quality(trainer, views) > before + 4.0


@pytest.mark.parametrize("alpha", [True, False])
def test_behind_alpha_each_step_has_its_own_background(alpha: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one color behind them all, dark Gaussians before the cameras can stand in for what is not there."""
    behind: list[torch.Tensor] = []

    def watched(*given: object, background: torch.Tensor, **named: object) -> object:
        behind.append(background)
        return rasterize(*given, background=background, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(trainer_module, "rasterize", watched)
    trainer = trainer_of(SHORT, photographs(alpha=alpha))
    for _ in range(3):
        trainer.step()
    colors = {tuple(b.tolist()) for b in behind}
    assert len(colors) == 3 if alpha else colors == {(0.0, 0.0, 0.0)}


@pytest.mark.parametrize(("strategy", "budget"), [("default", 100), ("mcmc", 260), ("default", 400)])
def test_there_are_never_more_gaussians_than_the_budget(strategy: str, budget: int) -> None:
    trainer = trainer_of(TrainingOptions(iterations=220, max_gaussians=budget, strategy=strategy))
    while trainer.steps_done < 220:
        trainer.step()
        assert len(trainer.gaussians) <= budget


@pytest.mark.parametrize("strategy", ["default", "mcmc"])
def test_a_resumed_training_ends_as_one_that_never_stopped(strategy: str, tmp_path: Path) -> None:
    views = photographs(alpha=True)
    options = TrainingOptions(
        iterations=230,
        max_gaussians=500,
        strategy=strategy,
        exposure=True,
        poses=True,
        background="random",
        sh_degree=2,
    )
    whole = trainer_of(options, views)
    whole.run()
    first = trainer_of(options, views)
    assert first.run(asking(lambda: first.steps_done >= 117)) == "cancelled"
    first.save(tmp_path / "checkpoint.safetensors")
    torch.manual_seed(999)
    second = Trainer.resume(tmp_path / "checkpoint.safetensors", views, threads=1)
    assert second.steps_done == 117
    assert second.run() == "iterations"
    for name in ("means", "quats", "log_scales", "logit_opacities", "sh"):
        assert torch.equal(getattr(whole.gaussians, name), getattr(second.gaussians, name)), name
    assert [(p.step, p.gaussians, p.psnr) for p in whole.curve] == [(p.step, p.gaussians, p.psnr) for p in second.curve]


def test_the_result_does_not_depend_on_threads() -> None:
    runs = [trainer_of(replace(SHORT, iterations=120), threads=n) for n in (1, 2)]
    for trainer in runs:
        trainer.run()
    assert torch.equal(runs[0].gaussians.means, runs[1].gaussians.means)
    assert torch.equal(runs[0].gaussians.sh, runs[1].gaussians.sh)


def test_a_checkpoint_of_other_photographs_is_refused(tmp_path: Path) -> None:
    trainer = trainer_of(SHORT)
    trainer.step()
    trainer.save(tmp_path / "c.safetensors")
    with pytest.raises(SplatError, match="other photographs"):
        Trainer.resume(tmp_path / "c.safetensors", photographs(offset=0.1))


def test_a_resumed_training_can_have_other_bounds(tmp_path: Path) -> None:
    trainer = trainer_of(replace(SHORT, iterations=20))
    trainer.run()
    trainer.save(tmp_path / "c.safetensors")
    longer = Trainer.resume(tmp_path / "c.safetensors", photographs(), iterations=30, threads=1)
    assert longer.run() == "iterations"
    assert longer.steps_done == 30


def test_training_stops_at_the_first_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(np.arange(0.0, 1e6, 3.0))
    monkeypatch.setattr(trainer_module.time, "perf_counter", lambda: float(next(clock)))
    trainer = trainer_of(replace(SHORT, iterations=1000, minutes=1.0))
    assert trainer.run() == "minutes"
    assert trainer.steps_done == 20, "a step takes 3 seconds on this clock"
    assert trainer.run() == "minutes"
    assert trainer.steps_done == 20


def test_progress_tells_share_and_psnr_and_cancel_stops_training() -> None:
    told: list[tuple[float, str]] = []
    trainer = trainer_of(replace(SHORT, iterations=40))
    assert (
        trainer.run(asking(lambda: trainer.steps_done >= 30, lambda share, text: told.append((share, text))))
        == "cancelled"
    )
    assert trainer.steps_done == 30
    assert [share for share, _ in told] == [0.25, 0.5, 0.75]
    assert all("PSNR" in text and "Gaussians" in text for _, text in told)


def test_a_background_shows_where_alpha_is_missing() -> None:
    views = photographs(alpha=True)
    white = TrainingOptions(iterations=150, max_gaussians=600, background=(1.0, 1.0, 1.0))
    trainer = trainer_of(white, views)
    trainer.run()
    score = mean_score(evaluate(trainer.gaussians, views, background=(1.0, 1.0, 1.0), threads=1))
    assert score is not None
    assert score.psnr > 20.0


def test_masked_pixels_are_not_learnt() -> None:
    views = photographs()
    mask = np.ones((HEIGHT, WIDTH), bool)
    mask[:, : WIDTH // 3] = False
    wild = [replace(v, image=np.where(mask[..., None], v.image, 255).astype(np.uint8), mask=mask) for v in views]
    spared = [replace(v, mask=mask) for v in views]
    first, second = (trainer_of(replace(SHORT, iterations=40, coarse=0.0), v) for v in (wild, spared))
    first.run()
    second.run()
    assert torch.equal(first.gaussians.means, second.gaussians.means)


def test_exposure_makes_up_for_photographs_of_other_brightness() -> None:
    views = photographs()
    uneven = [
        replace(v, image=np.clip(v.image * (0.8 if k % 2 else 1.0), 0, 255).astype(np.uint8))
        for k, v in enumerate(views)
    ]
    losses = []
    for exposure in (False, True):
        # with harmonics, other colours from other sides could pass for other exposures
        trainer = trainer_of(replace(SHORT, sh_degree=0, exposure=exposure), uneven)
        trainer.run()
        losses.append(np.mean([trainer.step() for _ in range(8)]))
    assert losses[1] < 0.9 * losses[0]
    gains = trainer._learned.corrections["exposures"].detach()[:, range(3), range(3)].mean(dim=1)
    assert gains[1::2].max() < gains[::2].min() - 0.03  # a run this short goes part of the way from 1 to 0.8


def test_poses_are_found_again() -> None:
    views = photographs()
    shifted = [
        replace(
            v,
            camera=trainer_module.moved(
                v.camera, 0.02 * torch.randn(6, generator=torch.Generator().manual_seed(k)), 1.0
            ),
        )
        for k, v in enumerate(views)
    ]
    true = known_gaussians()
    errors = []
    for poses in (False, True):
        trainer = Trainer(
            shifted,
            points=true.means.numpy(),
            colors=true.base_colors.numpy(),
            options=replace(SHORT, poses=poses),
            threads=1,
        )
        trainer.run()
        errors.append(np.mean([trainer.step() for _ in range(8)]))
    assert errors[1] < errors[0]


# -- what cannot be trained ----------------------------------------------------------------------------------------------


def test_no_photograph_or_one_is_refused() -> None:
    with pytest.raises(CaptureError, match="no photographs"):
        Trainer([])
    with pytest.raises(CaptureError, match=r"images/000\.png is the only photograph"):
        Trainer(photographs(8)[:1])


def test_a_loss_that_is_nan_is_reported_and_the_last_step_kept(tmp_path: Path) -> None:
    trainer = trainer_of(replace(SHORT, iterations=30))
    for _ in range(5):
        trainer.step()
    kept = trainer.gaussians.means.clone()
    trainer._learned.gaussians["sh"].data[3] = math.nan
    trainer._learned.gaussians["logit_opacities"].data[3] = 5.0
    with pytest.raises(SplatError, match=r"loss is nan at step 6 \(photograph images/00\d\.png"):
        trainer.run()
    assert trainer.steps_done == 5
    assert torch.equal(trainer.gaussians.means, torch.cat([kept[:3], kept[4:]])), "the broken one alone is left out"
    result = write_result(tmp_path / "out", trainer, "failed")
    assert len(result.gaussians) == len(kept) - 1


def test_photographs_of_different_sizes_are_trained_together() -> None:
    views = photographs()
    smaller = [
        replace(
            v,
            camera=v.camera.scaled(WIDTH // 2, HEIGHT // 2),
            image=np.asarray(Image.fromarray(v.image).resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.BOX)),
        )
        for v in views[::2]
    ]
    trainer = trainer_of(replace(SHORT, iterations=100), smaller + views[1::2])
    before = quality(trainer, views)
    trainer.run()
    assert quality(trainer, views) > before + 3.0


# -- the folder ----------------------------------------------------------------------------------------------------------


def test_the_folder_holds_all_that_training_makes(tmp_path: Path) -> None:
    """Gaussians, report, pictures and checkpoint."""
    views = photographs()
    trainer = trainer_of(replace(SHORT, iterations=20), views[1:])
    stopped = trainer.run()
    result = write_result(tmp_path / "deep" / "out", trainer, stopped, held_out=views[:1])
    folder = tmp_path / "deep" / "out"
    assert len(read_gaussians(folder / "scene.ply")) == len(trainer.gaussians)
    report = json.loads((folder / "report.json").read_text())
    assert report["stopped"] == "iterations"
    assert report["steps"] == 20
    assert report["photographs"] == 7
    assert report["held_out"]["views"][0]["name"] == "images/000.png"
    assert report["held_out"]["mean"]["psnr"] == pytest.approx(result.scores[0].psnr, abs=1e-3)
    assert any(n.startswith("LPIPS") for n in report["notes"]) == (report["held_out"]["mean"]["lpips"] is None)
    with Image.open(folder / "held-out" / "images_000.png") as picture:
        assert picture.size == (3 * WIDTH, HEIGHT)
    assert Trainer.resume(folder / "checkpoint.safetensors", views[1:]).steps_done == 20
