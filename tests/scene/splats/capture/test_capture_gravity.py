"""Up, floor and scale of captures, and what moving a capture keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture import Capture, Photograph, open_capture
from scenewright.scene.splats.capture.gravity import level
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.capture.preparing import prepare
from tests.support.capture_scenes import look_at, ring, write_transforms

LENS = Lens.checked("PINHOLE", [60, 60, 32, 24], 64, 48, "lens")


def capture_of(poses, points, **more) -> Capture:
    photographs = tuple(Photograph(f"{i}.png", Path(f"{i}.png"), LENS, pose) for i, pose in enumerate(poses))
    return Capture(Path("made"), "colmap", photographs, points=points, **more)


def room(rng, noise: float = 0.004) -> np.ndarray:
    """A floor of 4 x 4 m, a wall, a table of 1 x 1 m at 0.75 m with things on it, and what reconstruction got wrong."""

    def even(count, low, high):
        return rng.uniform(low, high, (count, 3))

    parts = [
        even(3000, (-2, 0, -2), (2, 0, 2)), even(2500, (-2, 0, -2), (2, 2.5, -2)), even(1500, (-0.5, 0.75, -0.5), (0.5, 0.75, 0.5)),
        even(2000, (-0.3, 0.75, -0.3), (0.3, 1.1, 0.3)), even(150, (-3, -1, -3), (3, 3, 3)),
    ]  # fmt: skip
    points = np.concatenate(parts)
    return points + rng.normal(0, noise, points.shape)


def similarity(rotation: Rotation, scale: float, shift) -> np.ndarray:
    matrix = np.eye(4)
    matrix[:3, :3], matrix[:3, 3] = scale * rotation.as_matrix(), shift
    return matrix


def handheld(rng) -> list[np.ndarray]:
    """Around the table, tilted down by different amounts, rolled by some degrees either way."""
    poses = []
    for pose in ring(16, radius=1.7, height=1.6):
        roll = np.eye(4)
        roll[:3, :3] = Rotation.from_euler("zx", rng.normal(0, [4, 8]), degrees=True).as_matrix()
        poses.append(roll @ pose)
    return poses


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.05, 20.0))
def test_a_room_that_lies_anyhow_is_stood_on_its_floor(seed: int, scale: float) -> None:
    rng = np.random.default_rng(seed)
    true = capture_of(handheld(rng), room(rng))
    lying = true.moved(similarity(Rotation.random(random_state=seed), scale, rng.normal(0, 5, 3)))
    found = level(
        lying, known_length=(lying.points[0], lying.points[1], float(np.linalg.norm(true.points[0] - true.points[1])))
    )
    assert found.has_floor
    assert found.metric
    stood = found.applied(lying)
    assert stood.leveled
    # heights are what they were, in metres
    assert np.abs(stood.points[:, 1] - true.points[:, 1]).max() < 0.05
    assert np.abs(stood.positions[:, 1] - true.positions[:, 1]).max() < 0.03
    # and all else differs by a turn about the vertical
    assert np.allclose(
        np.linalg.norm(stood.points[:200, None] - stood.points[None, :200], axis=2),
        np.linalg.norm(true.points[:200, None] - true.points[None, :200], axis=2),
        atol=1e-6,
    )


def test_the_camera_height_gives_metres() -> None:
    rng = np.random.default_rng(0)
    lying = capture_of(handheld(rng), room(rng)).moved(similarity(Rotation.random(random_state=3), 0.13, (1, 2, 3)))
    stood = (found := level(lying, camera_height=1.6)).applied(lying)
    assert found.metric
    assert np.median(stood.positions[:, 1]) == pytest.approx(1.6, abs=1e-6)
    assert np.linalg.det(stood.photographs[0].camera_from_world[:3, :3]) == pytest.approx(1)


def test_the_table_is_not_the_floor_and_neither_is_the_ceiling() -> None:
    rng = np.random.default_rng(1)
    points = np.concatenate([room(rng), rng.uniform((-2, 2.5, -2), (2, 2.5, 2), (6000, 3))])
    found = level(capture_of(handheld(rng), points))
    assert found.has_floor
    assert abs(found.world_from_capture[1, 3]) < 0.02


def test_a_wall_alone_is_no_floor_and_that_is_said() -> None:
    rng = np.random.default_rng(0)
    wall = rng.uniform((-2, 0, 0), (2, 2.5, 0.01), (3000, 3))
    poses = [look_at((x, 1.4, 2.5), (0.3 * x, 1.2, 0)) for x in np.linspace(-1, 1, 9)]
    lying = capture_of(poses, wall).moved(similarity(Rotation.random(random_state=1), 2.0, (1, 1, 1)))
    found = level(lying)
    assert (found.has_floor, found.metric) == (False, False)
    assert "no plane is convincing as the floor" in found.summary
    assert "scale is not known" in found.summary
    stood = found.applied(lying)
    # up is right all the same, for people hold cameras level; and the cameras are on the +z side
    heights = stood.points[:, 1]
    assert heights.max() - heights.min() == pytest.approx(2 * 2.5, rel=0.02)
    assert np.quantile(heights, 0.01) == pytest.approx(0, abs=0.02)
    assert (stood.positions[:, 2] > stood.points[:, 2].max()).all()
    with pytest.raises(CaptureError, match="a camera height needs a floor"):
        level(lying, camera_height=1.5)


def test_without_points_up_is_the_cameras() -> None:
    lying = capture_of(ring(8), None).moved(similarity(Rotation.random(random_state=5), 1.0, (0, 0, 0)))
    found = level(lying)
    assert "there are no points" in found.summary
    stood = found.applied(lying)
    assert np.ptp(stood.positions[:, 1]) < 1e-9
    right = np.stack([p.camera_from_world[0, :3] for p in stood.photographs])
    assert np.abs(right[:, 1]).max() < 1e-9


@pytest.mark.parametrize(
    "options",
    [
        {"known_length": ((0, 0, 0), (0, 0, 0), 1.0)},
        {"known_length": ((0, 0, 0), (0, 1, 0), -1.0)},
        {"known_length": ((0, 0, 0), (0, float("nan"), 0), 1.0)},
        {"known_length": ((0, 0, 0), (0, 1, 0), 1.0), "camera_height": 2.0},
        {"camera_height": -1.0},
    ],
)
def test_lengths_that_cannot_be(options: dict) -> None:
    rng = np.random.default_rng(0)
    with pytest.raises(CaptureError):
        level(capture_of(handheld(rng), room(rng)), **options)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.01, 100.0))
def test_moving_a_capture_changes_no_picture(seed: int, scale: float) -> None:
    rng = np.random.default_rng(seed)
    capture = capture_of(ring(4), rng.uniform(-0.5, 0.5, (20, 3)))
    moved = capture.moved(similarity(Rotation.random(random_state=seed), scale, rng.normal(0, 10, 3)))
    for before, after in zip(capture.photographs, moved.photographs, strict=True):
        pixels = [
            p.lens.project(points @ p.camera_from_world[:3, :3].T + p.camera_from_world[:3, 3])
            for p, points in ((before, capture.points), (after, moved.points))
        ]
        assert np.allclose(*pixels, atol=1e-6)
    apart = np.linalg.norm(np.diff(capture.positions, axis=0), axis=1)
    assert np.allclose(np.linalg.norm(np.diff(moved.positions, axis=0), axis=1), scale * apart)


@pytest.mark.parametrize(
    "matrix", [np.diag([1, 2, 1, 1.0]), np.diag([-1, 1, 1, 1.0]), np.zeros((4, 4)), np.full((4, 4), np.nan), np.eye(3)]
)
def test_a_capture_is_moved_by_similarities_only(matrix: np.ndarray) -> None:
    with pytest.raises(CaptureError, match="a capture is moved by"):
        capture_of(ring(2), None).moved(matrix)


def test_a_scale_is_told_once(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(4))
    rng = np.random.default_rng(0)
    capture = replace(open_capture(tmp_path), points=room(rng))
    first = prepare(capture, known_length=((0, 0, 0), (0, 0, 1), 3.0))
    again = prepare(capture)
    assert again.leveling.metric
    assert np.array_equal(again.leveling.world_from_capture, first.leveling.world_from_capture)
    # of other poses nothing is known
    assert not prepare(capture.moved(np.diag([2.0, 2, 2, 1]))).leveling.metric
    (file,) = [f for f in capture.work.glob("leveling-*.json") if json.loads(f.read_text())["metric"]]
    file.write_text(file.read_text()[:-20])
    with pytest.raises(CaptureError, match=r"leveling-.*json is damaged"):
        prepare(capture)
