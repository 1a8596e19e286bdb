"""The view of a person in a room shows what is there, and nothing stands before the lens."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.room_views import standing_view, with_view
from scenewright.renderers.base import Pinhole
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene

ROOM = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h/2, 0)))

@register('a room')
def a_room():
    return concat_shapes(
        room(5, 5, 2.7),
{things}
    )

camera(eye=(6, 7, 8), target=(0, 1, 0), fov=40)
camera(eye=(2, 1.7, 2), target=(0, 1, 0), fov=70)
"""


def scene_with(*things: str) -> tuple[str, Scene]:
    source = ROOM.format(things="\n".join(f"        place(block{thing})," for thing in things))
    return source, evaluate(source)


def shown(scene: Scene, path: str, **options: object) -> bool:
    """Whether the middle of a thing is in the chosen view."""
    camera = standing_view(scene, scene_geometry(scene), **options)  # type: ignore[arg-type]
    assert camera is not None
    middle = np.append(scene.find(path).bounds.mean(axis=0), 1.0)
    pinhole = Pinhole.of(camera, 400, 300)
    x, y, z = (pinhole.camera_from_world @ middle)[:3]
    u, v = pinhole.K[0, 0] * x / z + 200, pinhole.K[1, 1] * y / z + 150
    return bool(z > 0 and 0 < u < 400 and 0 < v < 300)


CORNERS = [(sx, sz) for sx in (-1, 1) for sz in (-1, 1)]


@pytest.mark.parametrize("corner", CORNERS)
def test_no_wardrobe_stands_before_the_lens(corner: tuple[int, int]) -> None:
    x, z = 2.1 * corner[0], 2.1 * corner[1]
    _, scene = scene_with(
        f"(0.8, 2.2, 0.8), at=({x}, 0, {z}), name='wardrobe'", "(1, 0.7, 1), at=(0, 0, 0), name='table'"
    )
    camera = standing_view(scene, scene_geometry(scene))
    assert camera is not None
    box = scene.find("wardrobe").bounds
    eye = np.array(camera.eye)
    away = np.linalg.norm(np.maximum(0.0, np.maximum(box[0] - eye, eye - box[1])))
    assert away > 1.0
    assert np.all(np.abs(eye[[0, 2]]) < 2.5)
    assert shown(scene, "wardrobe")
    assert shown(scene, "table")


def test_what_is_named_is_shown_where_not_all_can_be() -> None:
    """A high wall of shelves divides the room: either side hides the other."""
    things = [
        "(5, 2.6, 0.2), at=(0, 0, 0), name='divider'",
        *(f"(0.3, 0.6, 0.3), at=({x}, 0, 1.6), name='front_{k}'" for k, x in enumerate((-1.5, 0, 1.5))),
        "(0.3, 0.6, 0.3), at=(0, 0, -1.6), name='behind'",
    ]
    _, scene = scene_with(*things)
    usual = standing_view(scene, scene_geometry(scene))
    assert usual is not None
    assert usual.eye[2] > 0
    camera = standing_view(scene, scene_geometry(scene), named=[scene.find("behind").index])
    assert camera is not None
    assert camera.eye[2] < 0
    assert shown(scene, "behind", named=[scene.find("behind").index])


def test_the_last_camera_is_rewritten_and_nothing_else() -> None:
    source, scene = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'")
    camera = standing_view(scene, scene_geometry(scene))
    assert camera is not None
    changed = with_view(source, scene, camera)
    assert changed.split("\n")[:-2] == source.split("\n")[:-2]
    assert evaluate(changed).cameras[-1].eye == camera.eye
    assert evaluate(changed).cameras[0] == scene.cameras[0]


def test_nothing_to_see_has_no_view() -> None:
    _, empty = scene_with()
    assert standing_view(empty, scene_geometry(empty)) is None
