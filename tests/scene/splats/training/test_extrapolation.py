"""Held-out views that no trained camera is beyond are told from those between photographs."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.actions.capture_training import CaptureTrainRequest, prepare_training
from scenewright.app.requests import RequestError
from scenewright.scene.jobs import Job
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training.extrapolation import outside_views
from tests.support.photographs import photographs, write_capture


def view(name: str, eye: tuple[float, float, float], target: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> View:
    camera = Cameras.look_at(eye, target, fov=45, width=8, height=6)
    return View(name, camera, np.zeros((6, 8, 3), dtype=np.uint8))


def test_the_ends_of_a_path_are_outside_and_a_ring_has_none() -> None:
    path = [view(f"p{k}", (0.2 * k - 2.0, 0.1 * math.sin(k), 4.0)) for k in range(20)]
    kept = [v for k, v in enumerate(path) if k % 8]
    assert outside_views([path[0], path[8], path[16]], kept) == ["p0"]
    ring = [
        view(f"r{k}", (4 * math.sin(0.2 * math.pi * k / 2), 0.5, 4 * math.cos(0.2 * math.pi * k / 2)))
        for k in range(20)
    ]
    assert outside_views(ring[::5], [v for k, v in enumerate(ring) if k % 5]) == []


def test_what_is_far_or_turned_away_is_outside() -> None:
    grid = [view(f"{x},{y}", (0.3 * x, 0.3 * y, 5.0)) for x in range(-3, 4) for y in range(-2, 3)]
    far = view("far", (0.15, 0.15, 9.0))
    turned = view("turned", (0.15, 0.15, 5.0), (5.0, 0.0, 3.0))
    between = view("between", (0.15, 0.15, 5.0))
    assert outside_views([far, turned, between], grid) == ["far", "turned"]
    assert outside_views([far], grid[:4]) == [], "four cameras say nothing"


def test_the_report_gives_the_score_without_them(tmp_path: Path) -> None:
    capture = write_capture(tmp_path / "capture", photographs(24))
    values = json.loads((capture / "transforms.json").read_text())
    values["frames"] = values["frames"][:17]  # two thirds of a ring, which begins and ends
    (capture / "transforms.json").write_text(json.dumps(values))
    request = CaptureTrainRequest(
        capture=capture, out=tmp_path / "out", iterations=2, max_gaussians=300, holdout=("4",), sweep_points=True
    )
    training = prepare_training(request, Job())
    assert training.outside == ("images/000.png", "images/016.png")
    assert "2 of 5 held-out views lie outside" in training.notes[-1]
    held = training.keep(training.run(Job())).result.report["held_out"]
    assert held["outside"] == list(training.outside)
    scores = {score["name"]: score["psnr"] for score in held["views"]}
    assert held["mean"]["psnr"] == pytest.approx(np.mean(list(scores.values())), abs=1e-3)
    between = [scores[f"images/{k:03}.png"] for k in (4, 8, 12)]
    assert held["mean_without_outside"]["psnr"] == pytest.approx(np.mean(between), abs=1e-3)


def test_lpips_that_cannot_be_measured_is_refused_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    with pytest.raises(RequestError, match=r"LPIPS: not measured.*(scenewright\[lpips\]|put the file of https)"):
        prepare_training(CaptureTrainRequest(capture=tmp_path / "none", lpips=True), Job())
