"""Films inside a room: the camera goes through neither furniture nor walls, turns gently, and has something to look at."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.films.camera_paths import CameraPath
from scenewright.app.films.free_space import FreeSpace
from scenewright.app.films.pans import pan_path
from scenewright.app.films.walks import walk_path
from scenewright.app.room_views import ViewJudge
from scenewright.renderers.base import RenderError
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import FloatArray, Scene
from tests.support.block_rooms import room_of_blocks

THINGS = ("(1.2, 2.0, 2.4), at=(0, 0, 0.6)", "(2.0, 0.8, 0.9), at=(-1.9, 0, -1.9)", "(0.5, 2.1, 1.5), at=(2.7, 0, -1)")
EYE_ROOM = 0.15
"""Metres between the lens and anything, at least."""


def inside(scene: Scene) -> tuple[FreeSpace, ViewJudge]:
    geometry = scene_geometry(scene)
    return FreeSpace(scene, [geometry], job=Job()), ViewJudge(scene, geometry)


def room_with(*things: str) -> Scene:
    return evaluate(room_of_blocks("6, 5, 2.7, doors=[{'wall': 'front', 'offset': 2.0}]", *things))


def eyes_of(path: CameraPath) -> FloatArray:
    return np.array([camera.eye for camera in path.at(np.linspace(0.0, 1.0, 400))])


def gap_to_things(scene: Scene, eyes: FloatArray) -> FloatArray:
    """Metres from each eye to the nearest box, by arithmetic on the boxes alone."""
    boxes = np.array([scene.entity(row).bounds for row in scene.children_of(0) if scene.entity(row).word != "room"])
    gaps = np.maximum(np.maximum(boxes[None, :, 0] - eyes[:, None], eyes[:, None] - boxes[None, :, 1]), 0.0)
    return np.linalg.norm(gaps, axis=2).min(axis=1)


def test_a_walk_goes_around_the_furniture() -> None:
    scene = room_with(*THINGS)
    path = walk_path(*inside(scene), 4.0 / 3.0)
    eyes = eyes_of(path)
    assert np.linalg.norm(np.diff(eyes, axis=0), axis=1).sum() > 2.0
    body = eyes * [1.0, 0.0, 1.0] + [0.0, 0.5, 0.0]
    assert gap_to_things(scene, eyes).min() > EYE_ROOM
    assert gap_to_things(scene, body).min() > EYE_ROOM
    assert np.abs(eyes[:, 0]).max() < 3.0 - EYE_ROOM
    assert np.abs(eyes[:, 2]).max() < 2.5 - EYE_ROOM
    assert eyes[:, 1].max() < 2.7 - EYE_ROOM


def test_a_walk_turns_gently_and_keeps_its_head_up() -> None:
    cameras = walk_path(*inside(room_with(*THINGS)), 4.0 / 3.0).at(np.linspace(0.0, 1.0, 240))
    ahead = np.array([np.subtract(camera.target, camera.eye) for camera in cameras])
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    turned = np.degrees(np.arccos(np.clip((ahead[1:] * ahead[:-1]).sum(axis=1), -1.0, 1.0)))
    assert turned.max() < 4.0
    assert np.degrees(np.arcsin(-ahead[:, 1])).max() < 20.0


def test_a_walk_shows_the_things_of_the_room() -> None:
    space, judge = inside(room_with(*THINGS))
    cameras = walk_path(space, judge, 4.0 / 3.0).at(np.linspace(0.0, 1.0, 40))
    views = judge.look(cameras, 48, 36)
    seen = np.max([view.pixels for view in views], axis=0) / (48 * 36)
    assert seen.min() > 0.01
    assert np.mean([(view.thing >= 0).mean() > 0.02 for view in views]) > 0.6
    # nothing fills the picture right before the lens
    assert max(float((view.away < 0.5).mean()) for view in views) < 0.5


def test_a_pan_stands_and_turns_past_everything() -> None:
    scene = room_with(*THINGS)
    space, judge = inside(scene)
    path = pan_path(space, judge, 4.0 / 3.0)
    eyes = eyes_of(path)
    assert np.allclose(eyes, eyes[0])
    assert gap_to_things(scene, eyes[:1])[0] > EYE_ROOM
    views = judge.look(path.at(np.linspace(0.0, 1.0, 30)), 48, 36)
    assert np.count_nonzero(np.max([view.pixels for view in views], axis=0)) >= 2


def test_an_empty_room_can_be_walked() -> None:
    eyes = eyes_of(walk_path(*inside(room_with()), 16.0 / 9.0))
    assert np.linalg.norm(eyes[-1] - eyes[0]) > 2.0


def test_a_room_without_room_is_refused() -> None:
    with pytest.raises(RenderError, match="film an orbit"):
        walk_path(*inside(room_with("(5.9, 2.6, 4.9), at=(0, 0, 0)")), 4.0 / 3.0)
