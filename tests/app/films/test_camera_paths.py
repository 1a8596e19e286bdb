"""The way of a camera is smooth, goes through what it must, and a loop closes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.app.films.camera_paths import CameraPath
from scenewright.app.films.orbits import around_target
from scenewright.app.films.pacing import animation_frames, comes_back, eased, path_shares
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera

number = st.floats(-5.0, 5.0).map(lambda v: round(v, 3))
eye = st.tuples(number, st.floats(0.5, 2.0).map(lambda v: round(v, 3)), number)


@st.composite
def cameras(draw: st.DrawFn) -> list[Camera]:
    found = []
    for place in draw(st.lists(eye, min_size=3, max_size=6, unique=True)):
        turn, fall = draw(st.floats(0.0, 6.2)), draw(st.floats(-0.4, 0.8))
        ahead = np.array([np.sin(turn) * np.cos(fall), -np.sin(fall), np.cos(turn) * np.cos(fall)])
        found.append(Camera(place, tuple(np.add(place, ahead).tolist()), draw(st.floats(30.0, 80.0))))
    return found


def looks(path: list[Camera]) -> np.ndarray:
    ahead = np.array([np.subtract(camera.target, camera.eye) for camera in path])
    return ahead / np.linalg.norm(ahead, axis=1, keepdims=True)


def steps(path: list[Camera], reach: float) -> np.ndarray:
    """How far each camera is from the one before, a turn by one radian counting `reach`."""
    eyes, ahead = np.array([camera.eye for camera in path]), looks(path)
    turned = np.arccos(np.clip((ahead[1:] * ahead[:-1]).sum(axis=1), -1.0, 1.0))
    return np.hypot(np.linalg.norm(np.diff(eyes, axis=0), axis=1), reach * turned)


@settings(max_examples=30, deadline=None)
@given(cameras(), st.booleans())
def test_a_path_goes_through_each_camera_evenly(given_cameras: list[Camera], closed: bool) -> None:
    path = CameraPath(given_cameras, closed=closed, reach=1.0)
    fine = path.at(np.linspace(0.0, 1.0, 1_000))
    eyes, ahead = np.array([camera.eye for camera in fine]), looks(fine)
    for camera, look in zip(given_cameras, looks(given_cameras), strict=True):
        off = np.linalg.norm(eyes - camera.eye, axis=1) + np.linalg.norm(ahead - look, axis=1)
        assert off.min() < 0.02 * max(path.length, 1.0)
    # no step is longer than the others: the pace is even, up to a roll that a camera leaves out
    assert steps(fine, 1.0).max() < 1.1 * path.length / 999 + 1e-9
    if closed:
        assert np.allclose(fine[0].eye, fine[-1].eye, atol=1e-9)
        assert np.allclose(ahead[0], ahead[-1], atol=1e-2)


def test_cameras_at_one_place_are_turned_between() -> None:
    path = CameraPath([Camera((0, 1, 0), (0, 1, 1), 50.0), Camera((0, 1, 0), (1, 1, 0), 50.0)], closed=False, reach=1.0)
    middle = looks(path.at(np.array([0.5])))[0]
    assert np.allclose(middle, (np.sqrt(0.5), 0.0, np.sqrt(0.5)), atol=1e-6)


def test_no_way_between_two_cameras_has_a_cusp() -> None:
    """Uneven distances make even Catmull-Rom curves swing back."""
    places = [(0.0, 1.0, 0.0), (0.2, 1.0, 0.0), (6.0, 1.0, 0.3), (6.1, 1.0, 0.3)]
    path = CameraPath([Camera(p, (p[0], 1.0, 9.0), 50.0) for p in places], closed=False, reach=0.5)
    x = np.array([camera.eye[0] for camera in path.at(np.linspace(0.0, 1.0, 500))])
    assert np.all(np.diff(x) > -1e-9)


@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=50))
def test_time_goes_on_from_rest_to_rest(shares: list[float]) -> None:
    at = eased(np.sort(shares))
    assert np.all(np.diff(at) >= -1e-12)
    assert np.all((at >= -1e-12) & (at <= 1.0 + 1e-12))
    ends = eased(np.array([0.0, 1e-3, 0.5, 1.0 - 1e-3, 1.0]))
    assert ends[[0, 2, 4]] == pytest.approx([0.0, 0.5, 1.0])
    assert ends[1] < 1e-5
    assert ends[3] > 1.0 - 1e-5


@given(st.integers(2, 60), st.booleans())
def test_a_loop_runs_into_its_beginning(count: int, closed: bool) -> None:
    shares = path_shares(count, closed=closed, loop=True)
    around = np.abs(np.diff([*shares, shares[0] + float(closed)]))
    assert len(shares) == count
    assert around[-1] <= around.max() + 1e-12
    assert around.max() <= (1.0 if closed else 2.6) / count + 1e-9


def test_an_orbit_ends_one_step_before_it_began() -> None:
    path = around_target(Camera((3.0, 2.0, 4.0), (0.0, 1.0, 0.0), 40.0), path_shares(12, closed=True, loop=True))
    eyes = np.array([camera.eye for camera in path])
    assert np.allclose(np.linalg.norm(np.roll(eyes, 1, axis=0) - eyes, axis=1), 10.0 * np.sin(np.pi / 12))
    assert eyes[0] == pytest.approx((3.0, 2.0, 4.0))


@given(st.integers(2, 40), st.integers(2, 200), st.booleans())
def test_an_animation_closes_with_its_loop(frames: int, count: int, returns: bool) -> None:
    shown = animation_frames(count, frames=frames, fps=24.0, rate=12.0, loop=True, returns=returns)
    assert len(shown) == count
    assert shown[0] == 0
    assert set(shown) <= set(range(frames))
    if not returns and count >= 4 * frames:
        assert max(abs(a - b) for a, b in zip(shown, [*shown[1:], shown[0]], strict=True)) <= 1


def test_an_animation_is_played_at_its_rate() -> None:
    assert animation_frames(8, frames=3, fps=24.0, rate=12.0, loop=False, returns=True) == [0, 0, 1, 1, 2, 2, 0, 0]
    assert animation_frames(8, frames=3, fps=24.0, rate=12.0, loop=False, returns=False) == [0, 0, 1, 1, 2, 2, 2, 2]


MOVING = """from scene.language import *

@register('a bar')
def bar(angle, along):
    one = primitive_call('cube', shape_kwargs={{'scale': (4, 0.2, 0.2)}}, color=(1, 0, 0))
    two = transform_shape(one, rotation_matrix(math.pi / 2, (0, 0, 1), (0, 0, 0)))
    return transform_shape(
        transform_shape(concat_shapes(one, two), rotation_matrix(angle, (0, 0, 1), (0, 0, 0))), translation_matrix((along, 0, 0))
    )

@register_animation('it moves')
def moving():
    for k in range(6):
        yield bar({motion})
"""


@pytest.mark.parametrize(
    ("motion", "returns"),
    [("k * math.pi / 3, 0", True), ("k * math.pi / 6 * 0.8, 0", False), ("0, 0.5 * k", False), ("0, 0", True)],
)
def test_an_animation_that_comes_back_is_known(motion: str, returns: bool) -> None:
    assert comes_back(evaluate(MOVING.format(motion=motion))) is returns
