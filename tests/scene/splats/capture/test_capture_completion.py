"""Points to begin with where a reconstruction has none."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from scenewright.scene.errors import JobCancelled
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training import complete_points
from scenewright.scene.splats.training.completion import points_behind
from tests.support.asked_jobs import asking
from tests.support.capture_scenes import ring

SIZE, FOCAL = 48, 40.0


def views(count: int = 6, **fields: np.ndarray) -> list[View]:
    """Cameras around the origin; each picture is red on its left and blue on its right half."""
    image = np.zeros((SIZE, SIZE, 3), dtype=np.uint8)
    image[:, : SIZE // 2, 0] = image[:, SIZE // 2 :, 2] = 200
    k = torch.tensor([[[FOCAL, 0, SIZE / 2], [0, FOCAL, SIZE / 2], [0, 0, 1]]])
    poses = [torch.from_numpy(pose.astype(np.float32))[None] for pose in ring(count)]
    return [View(f"{i}.png", Cameras(pose, k, SIZE, SIZE), image, **fields) for i, pose in enumerate(poses)]


def pixels(view: View, points: np.ndarray) -> np.ndarray:
    pose = view.camera.camera_from_world[0].double().numpy()
    inside = points @ pose[:3, :3].T + pose[:3, 3]
    assert (inside[:, 2] > 0).all()
    return inside[:, :2] / inside[:, 2:] * FOCAL + SIZE / 2


def seen_through(view: View, x: np.ndarray, y: np.ndarray, depth: float) -> np.ndarray:
    """World points behind pixels."""
    pose = view.camera.camera_from_world[0].double().numpy()
    inside = np.stack([(x - SIZE / 2) / FOCAL, (y - SIZE / 2) / FOCAL, np.ones_like(x)], axis=1) * depth
    return (inside - pose[:3, 3]) @ pose[:3, :3]


def test_points_behind_lie_on_rays_of_pixels_beyond_all_points() -> None:
    near = np.random.default_rng(0).normal(0, 0.3, (30, 3))
    seen = views(6)
    points, colors = points_behind(seen, near, 60, seed=0)
    assert 54 <= len(points) <= 60
    middle = np.mean([v.camera.positions[0].numpy() for v in seen], axis=0)
    far = np.linalg.norm(points - middle, axis=1)
    assert np.ptp(far) < 1e-3 * far.mean()
    assert far.min() > 3 * max(np.linalg.norm(near - middle, axis=1).max(), 3.0)
    for index, view in enumerate(seen):
        own = slice(10 * index, 10 * index + 10)
        left = pixels(view, points[own])[:, 0] < SIZE / 2
        assert (colors[own][left] == (200 / 255, 0, 0)).all()
        assert (colors[own][~left] == (0, 0, 200 / 255)).all()


def test_nothing_is_put_behind_what_is_shown_masked_or_clear() -> None:
    view = views(2)[0]
    grid = np.stack(np.meshgrid(np.arange(0.5, SIZE / 2), np.arange(0.5, SIZE)), axis=-1).reshape(-1, 2)
    shown = seen_through(view, grid[:, 0], grid[:, 1], 3.0)
    points, _ = points_behind([view], shown, 40, seed=0)
    assert len(points) == 40
    assert (pixels(view, points)[:, 0] >= SIZE / 2).all()
    half = np.zeros((SIZE, SIZE), dtype=bool)
    half[: SIZE // 2] = True
    for fields in ({"mask": half}, {"alpha": np.where(half, 255, 0).astype(np.uint8)}):
        limited = views(2, **fields)
        points, _ = points_behind(limited, np.zeros((0, 3)), 40, seed=0)
        assert len(points) == 40
        assert (pixels(limited[0], points[:20])[:, 1] <= SIZE / 2).all()


@pytest.mark.parametrize("most", [0, 25, 40, 100_000])
def test_given_points_stay_and_a_bound_is_kept(most: int) -> None:
    given = np.random.default_rng(0).normal(0, 0.3, (30, 3))
    tints = np.arange(90, dtype=np.uint8).reshape(30, 3)
    found = complete_points(views(), given, tints, most=most, seed=0)
    assert (found.points[:30] == given).all()
    assert np.allclose(found.colors[:30] * 255, tints)
    assert len(found.points) == len(found.colors) == 30 + found.swept + found.behind
    assert len(found.points) <= max(most, 30)
    assert np.isfinite(found.points).all()
    again = complete_points(views(), given, tints, most=most, seed=0)
    assert (again.points == found.points).all()


def test_the_search_for_points_can_be_cancelled() -> None:
    told: list[str] = []
    job = asking(lambda: any("photograph 3" in what for what in told), lambda share, what: told.append(what))
    with pytest.raises(JobCancelled, match="looking for points was cancelled"):
        complete_points(views(), np.zeros((0, 3)), None, most=400, seed=0, job=job)
    assert told[-1] == "comparing photograph 3 of 6"
