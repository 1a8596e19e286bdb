"""A new scene's two views: the whole fills the picture from the side that shows most, and a person sees what is there, with nothing before
the lens."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.app.room_views import ViewJudge, overview, standing_view, with_views
from scenewright.renderers.base import Pinhole, hidden_rows, room_items
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera, Scene

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


def shown(scene: Scene, path: str, camera: Camera | None) -> float:
    """Share of a coarse picture that a thing takes."""
    assert camera is not None
    judge = ViewJudge(scene, scene_geometry(scene))
    row = scene.find(path).index
    number = room_items(scene).index(row)
    return float(judge.look(camera, 64, 48).pixels[number]) / (64 * 48)


def framed(scene: Scene, camera: Camera) -> np.ndarray:
    """(2, 2) least and greatest image point of all boxes that a view draws, over the size of the picture."""
    pinhole = Pinhole.of(camera, 400, 300)
    hidden = hidden_rows(scene, camera)
    corners = [
        np.where([[i & 1, i & 2, i & 4] for i in range(8)], scene.entity(row).bounds[1], scene.entity(row).bounds[0])
        for row in scene.leaf_rows.tolist()
        if not hidden[row]
    ]
    image, depth = pinhole.project(np.concatenate(corners))
    assert (depth > 0).all()
    return np.array([image.min(axis=0), image.max(axis=0)]) / [400, 300]


CORNERS = [(sx, sz) for sx in (-1, 1) for sz in (-1, 1)]


@pytest.mark.parametrize("corner", CORNERS)
def test_no_wardrobe_stands_before_the_lens(corner: tuple[int, int]) -> None:
    x, z = 2.1 * corner[0], 2.1 * corner[1]
    _, scene = scene_with(
        f"(0.8, 2.2, 0.8), at=({x}, 0, {z}), name='wardrobe'", "(1, 0.7, 1), at=(0, 0, 0), name='table'"
    )
    camera = standing_view(ViewJudge(scene, scene_geometry(scene)))
    assert camera is not None
    box = scene.find("wardrobe").bounds
    eye = np.array(camera.eye)
    away = np.linalg.norm(np.maximum(0.0, np.maximum(box[0] - eye, eye - box[1])))
    assert away > 1.0
    assert np.all(np.abs(eye[[0, 2]]) < 4.0)
    assert shown(scene, "wardrobe", camera) > 0.003
    assert shown(scene, "table", camera) > 0.003


def test_what_is_named_is_shown_where_not_all_can_be() -> None:
    """A high wall of shelves divides the room: either side hides the other."""
    things = [
        "(5, 2.6, 0.2), at=(0, 0, 0), name='divider'",
        *(f"(0.3, 0.6, 0.3), at=({x}, 0, 1.6), name='front_{k}'" for k, x in enumerate((-1.5, 0, 1.5))),
        "(0.3, 0.6, 0.3), at=(0, 0, -1.6), name='behind'",
    ]
    _, scene = scene_with(*things)
    usual = standing_view(ViewJudge(scene, scene_geometry(scene)))
    assert usual is not None
    assert usual.eye[2] > 0
    camera = standing_view(ViewJudge(scene, scene_geometry(scene), named=[scene.find("behind").index]))
    assert shown(scene, "behind", usual) == 0.0
    assert shown(scene, "behind", camera) > 0.003


def test_a_person_sees_the_front_of_a_screen() -> None:
    _, scene = scene_with(
        "(1.4, 0.8, 0.1), at=(0, 0.5, 0), turn=180, name='tv'", "(2, 0.8, 0.9), at=(0, 0, 2), name='sofa'"
    )
    named = [scene.find("tv").index, scene.find("sofa").index]
    camera = standing_view(ViewJudge(scene, scene_geometry(scene), named=named))
    assert camera is not None
    assert camera.eye[2] < -0.1  # where it faces


def test_eyes_are_as_high_as_a_persons() -> None:
    _, scene = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'")
    camera = standing_view(ViewJudge(scene, scene_geometry(scene)))
    assert camera is not None
    assert 1.4 <= camera.eye[1] <= 1.65
    assert camera.target[1] > camera.eye[1] - 0.25 * np.hypot(*(np.array(camera.target) - camera.eye)[[0, 2]])


GARDEN = """from scene.language import *

def block(w, h, d):
    return transform_shape(primitive_call('cube', {{'scale': (w, h, d)}}), translation_matrix((0, h/2, 0)))

@register('a garden')
def a_garden():
    return concat_shapes(
        place(block(14, 0.1, 10), at=(0, -0.1, 0), name='lawn'),
{things}
    )

environment('clear sky')
"""


def garden_with(*things: str) -> Scene:
    return evaluate(GARDEN.format(things="\n".join(f"        place(block{thing})," for thing in things)))


def test_a_person_stands_outdoors_too() -> None:
    scene = garden_with(
        "(1.5, 0.5, 0.5), at=(4, 0, 3), name='bench'",
        "(0.3, 1.2, 0.3), at=(4.5, 0, 1.5), name='fountain'",
        "(5, 3, 4), at=(-3, 0, 0), name='shed'",
    )
    named = [scene.find(name).index for name in ("bench", "fountain")]
    camera = standing_view(ViewJudge(scene, scene_geometry(scene), named=named))
    assert camera is not None
    assert 1.4 <= camera.eye[1] <= 1.65
    assert shown(scene, "bench", camera) > 0.003
    assert shown(scene, "fountain", camera) > 0.003


def test_the_whole_fills_the_picture() -> None:
    things = ("(1, 0.7, 1), at=(0, 0, 0), name='table'", "(0.4, 1, 0.4), at=(1, 0, 1), name='chair'")
    for scene in (scene_with(*things)[1], garden_with(*things)):
        camera = overview(ViewJudge(scene, scene_geometry(scene)))
        assert camera is not None
        low, high = framed(scene, camera)
        assert (high - low).max() > 0.85
        assert low.min() > 0.03
        assert high.max() < 0.97


def test_the_whole_is_seen_from_where_most_shows() -> None:
    """Wardrobes stand along two walls with their fronts to the room; what is named stands before them."""
    things = [
        "(4.6, 2.4, 0.6), at=(0, 0, 2.2), turn=180, name='wardrobe'",
        "(0.6, 2.4, 3.4), at=(2.2, 0, -0.4), name='shelves'",
        "(0.6, 0.6, 0.6), at=(1.2, 0, 1.2), name='box'",
    ]
    _, scene = scene_with(*things)
    camera = overview(ViewJudge(scene, scene_geometry(scene), named=[scene.find("box").index]))
    assert camera is not None
    assert camera.eye[0] < 0
    assert camera.eye[2] < 0
    assert shown(scene, "box", camera) > 0.003


def test_the_last_camera_is_rewritten_and_nothing_else() -> None:
    source, scene = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'")
    camera = standing_view(ViewJudge(scene, scene_geometry(scene)))
    assert camera is not None
    changed = with_views(source, scene, {1: camera})
    assert changed.split("\n")[:-2] == source.split("\n")[:-2]
    assert evaluate(changed).cameras[-1].eye == camera.eye
    assert evaluate(changed).cameras[0] == scene.cameras[0]


def test_nothing_to_see_has_no_view() -> None:
    _, empty = scene_with()
    assert standing_view(ViewJudge(empty, scene_geometry(empty))) is None
    assert overview(ViewJudge(empty, scene_geometry(empty))) is None
