"""Points that photographs agree about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats import Cameras
from scenewright.scene.splats.capture import View
from scenewright.scene.splats.training.plane_sweep import points_by_plane_sweep

WIDTH, HEIGHT, DISTANCE = 96, 72, 3.0
TEXTURE = ndimage.gaussian_filter(np.random.default_rng(0).normal(size=(256, 256, 3)), (3, 3, 0), mode="wrap")
TEXTURE = np.clip(TEXTURE / TEXTURE.std() * 60 + 128, 0, 255)


def _rays(camera: Cameras) -> tuple[np.ndarray, np.ndarray]:
    """The eye (3,) and the directions (H, W, 3) of the pixels' centres, in the world."""
    world = camera.camera_from_world[0].double().numpy()
    u, v = np.meshgrid(np.arange(WIDTH) + 0.5, np.arange(HEIGHT) + 0.5)
    pixels = np.stack([u, v, np.ones_like(u)], axis=-1)
    inside = pixels @ np.linalg.inv(camera.intrinsics[0].double().numpy()).T
    return -world[:3, 3] @ world[:3, :3], inside @ world[:3, :3]


def floor_view(eye: tuple[float, float, float], name: str, *, radius: float | None = None) -> View:
    """Of a ground of blotches, y = 0; past `radius` from the origin it ends, and the picture has no cover."""
    camera = Cameras.look_at(eye, (0, 0, 0), fov=40, width=WIDTH, height=HEIGHT)
    at, rays = _rays(camera)
    ground = at + rays * (-at[1] / rays[..., 1])[..., None]
    texels = np.round(ground[..., [0, 2]] * 40).astype(int) % 256
    image = TEXTURE[texels[..., 0], texels[..., 1]].astype(np.uint8)
    alpha = None
    if radius is not None:
        alpha = np.where(np.hypot(ground[..., 0], ground[..., 2]) < radius, 255, 0).astype(np.uint8)
        image = np.where(alpha[..., None] > 0, image, 0).astype(np.uint8)
    return View(name, camera, image, alpha=alpha)


def ring_of_views(count: int = 10, *, radius: float | None = None) -> list[View]:
    angles = np.linspace(0.0, 2.0 * np.pi, count, endpoint=False)
    return [floor_view((2 * np.sin(a), 2.2, 2 * np.cos(a)), f"{i}.png", radius=radius) for i, a in enumerate(angles)]


def test_points_lie_on_what_the_photographs_show() -> None:
    points, colors = points_by_plane_sweep(ring_of_views(), 800, distance=DISTANCE, seed=1)
    assert points.shape == colors.shape == (800, 3)
    assert np.median(np.abs(points[:, 1])) < 0.02 * DISTANCE
    assert np.quantile(np.abs(points[:, 1]), 0.9) < 0.06 * DISTANCE
    texels = np.round(points[:, [0, 2]] * 40).astype(int) % 256
    assert np.median(np.abs(colors * 255 - TEXTURE[texels[:, 0], texels[:, 1]])) < 25


def test_points_depend_on_the_seed_alone() -> None:
    views = ring_of_views(4)
    first, again, other = (points_by_plane_sweep(views, 100, distance=DISTANCE, seed=s)[0] for s in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_nothing_begins_where_pictures_are_empty_or_masked() -> None:
    round_ground = ring_of_views(radius=0.5)
    points, _ = points_by_plane_sweep(round_ground, 400, distance=DISTANCE, seed=1)
    assert np.quantile(np.linalg.norm(points, axis=1), 0.95) < 0.65
    left = np.zeros((HEIGHT, WIDTH), bool)
    left[:, : WIDTH // 2] = True
    masked = [replace(v, mask=left, image=np.where(left[..., None], v.image, 255)) for v in ring_of_views()]
    points, colors = points_by_plane_sweep(masked, 200, distance=DISTANCE, seed=1)
    assert len(points) == 200
    assert not (colors == 1.0).all(axis=1).any()
    assert np.median(np.abs(points[:, 1])) < 0.06 * DISTANCE


def test_pictures_with_and_without_alpha_go_together() -> None:
    views = ring_of_views(6)
    covered = replace(views[0], alpha=np.full((HEIGHT, WIDTH), 255, np.uint8))
    points, _ = points_by_plane_sweep([covered, *views[1:]], 200, distance=DISTANCE, seed=1)
    assert np.median(np.abs(points[:, 1])) < 0.03 * DISTANCE


def test_two_photographs_are_enough() -> None:
    views = [floor_view((x, 2.2, 2.0), f"{x}.png") for x in (-0.3, 0.3)]
    points, _ = points_by_plane_sweep(views, 200, distance=DISTANCE, seed=1)
    assert np.median(np.abs(points[:, 1])) < 0.1 * DISTANCE


def test_cameras_that_look_past_each_other_are_refused() -> None:
    away = [((0, 0, 5), (0, 0, 100)), ((0, 0, -5), (0, 0, -100))]
    plain = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    views = [
        View(f"{i}.png", Cameras.look_at(eye, to, fov=40, width=WIDTH, height=HEIGHT), plain)
        for i, (eye, to) in enumerate(away)
    ]
    with pytest.raises(CaptureError, match="look past each other"):
        points_by_plane_sweep(views, 100, distance=DISTANCE, seed=0)
