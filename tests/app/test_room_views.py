"""A new scene's two views: the first shows what is there as a person would take a picture of it, with nothing before the lens; the second
shows another side."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenewright.app.room_views import ViewJudge, chosen_views, with_views
from scenewright.app.room_views.framing import ASPECT
from scenewright.renderers.base import Pinhole, hidden_rows, room_items
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera, Scene
from tests.support.block_rooms import room_of_blocks

CAMERAS = """
camera(eye=(6, 7, 8), target=(0, 1, 0), fov=40)
camera(eye=(2, 1.7, 2), target=(0, 1, 0), fov=70)
"""


def scene_with(*things: str) -> tuple[str, Scene]:
    source = room_of_blocks("5, 5, 2.7", *things) + CAMERAS
    return source, evaluate(source)


def shown(scene: Scene, path: str, camera: Camera | None) -> float:
    """Share of a coarse picture that a thing takes."""
    assert camera is not None
    judge = ViewJudge(scene, scene_geometry(scene))
    row = scene.find(path).index
    number = room_items(scene).index(row)
    return float(judge.look([camera], 64, 48)[0].pixels[number]) / (64 * 48)


def first_view(scene: Scene, *named: str) -> Camera:
    return both_views(scene, *named)[0]


def both_views(scene: Scene, *named: str) -> list[Camera]:
    rows = [scene.find(path).index for path in named]
    return chosen_views(ViewJudge(scene, scene_geometry(scene), named=rows))


def width_of(camera: Camera) -> float:
    """Horizontal field of view, degrees."""
    return 2.0 * math.degrees(math.atan(math.tan(math.radians(camera.fov) / 2.0) * ASPECT))


def fall_of(camera: Camera) -> float:
    """Degrees below the horizon."""
    along = np.subtract(camera.target, camera.eye)
    return math.degrees(math.atan2(-along[1], math.hypot(along[0], along[2])))


def held(scene: Scene, camera: Camera, path: str) -> bool:
    """Whether the picture has the whole box of a thing that the view draws."""
    row = scene.find(path).index
    if hidden_rows(scene, camera)[row]:
        return False
    low, high = scene.entity(row).bounds
    corners = [np.where([i & 1, i & 2, i & 4], high, low) for i in range(8)]
    image, depth = Pinhole.of(camera, 400, 300).project(np.array(corners))
    return bool((depth > 0).all() and (image >= 0).all() and (image <= [400, 300]).all())


CORNERS = [(sx, sz) for sx in (-1, 1) for sz in (-1, 1)]


@pytest.mark.parametrize("corner", CORNERS)
def test_no_wardrobe_stands_before_the_lens(corner: tuple[int, int]) -> None:
    x, z = 2.1 * corner[0], 2.1 * corner[1]
    _, scene = scene_with(
        f"(0.8, 2.2, 0.8), at=({x}, 0, {z}), name='wardrobe'", "(1, 0.7, 1), at=(0, 0, 0), name='table'"
    )
    camera = first_view(scene)
    box = scene.find("wardrobe").bounds
    eye = np.array(camera.eye)
    away = np.linalg.norm(np.maximum(0.0, np.maximum(box[0] - eye, eye - box[1])))
    assert away > 1.0
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
    camera = first_view(scene, "behind")
    assert shown(scene, "behind", camera) > 0.005


def test_a_person_sees_the_front_of_a_screen() -> None:
    _, scene = scene_with(
        "(1.4, 0.8, 0.1), at=(0, 0.5, 0), turn=180, name='tv'", "(2, 0.8, 0.9), at=(0, 0, 2), name='sofa'"
    )
    assert first_view(scene, "tv", "sofa").eye[2] < -0.1  # where it faces


def test_what_hangs_from_the_ceiling_is_in_the_picture() -> None:
    _, scene = scene_with(
        "(1.4, 0.75, 0.8), at=(0, 0, 0), name='table'", "(0.4, 0.3, 0.4), at=(0, 2.4, 0), name='pendant'"
    )
    camera = first_view(scene, "table", "pendant")
    assert held(scene, camera, "pendant")
    assert held(scene, camera, "table")
    assert shown(scene, "pendant", camera) > 0.002


def test_nothing_at_an_open_wall_turns_its_back() -> None:
    things = [
        "(2, 0.9, 0.6), at=(0, 0, 2.2), turn=180, name='counter'",
        "(1, 0.75, 0.6), at=(0, 0, -1), name='table'",
    ]
    _, scene = scene_with(*things)
    assert first_view(scene, "counter", "table").eye[2] < 2.0


def test_the_second_view_shows_another_side() -> None:
    things = ["(1, 0.7, 1), at=(0, 0, 0), name='table'", "(0.5, 0.5, 0.5), at=(-1.8, 0, 1), name='box'"]
    for scene in (scene_with(*things)[1], garden_with(*things)):
        first, second = (np.subtract(c.target, c.eye) for c in both_views(scene, "table"))
        turned = math.degrees(math.atan2(first[0], first[2]) - math.atan2(second[0], second[2])) % 360.0
        assert 30.0 < turned < 330.0 or abs(first[1] - second[1]) > 1.0


@pytest.mark.parametrize("size", [(3, 3, 2.4), (5, 5, 2.7), (12, 8, 5)])
def test_lenses_are_natural_and_verticals_upright(size: tuple[float, float, float]) -> None:
    source, _ = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'", "(0.4, 0.9, 0.4), at=(1, 0, 1), name='chair'")
    scene = evaluate(source.replace("room(5, 5, 2.7)", f"room{size}"))
    camera = first_view(scene)
    assert 44.0 < width_of(camera) < 75.5
    assert abs(fall_of(camera)) < 25.0


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
    camera = first_view(scene, "bench", "fountain")
    assert 1.3 <= camera.eye[1] <= 3.0
    assert shown(scene, "bench", camera) > 0.01
    assert shown(scene, "fountain", camera) > 0.003
    assert abs(fall_of(camera)) < 15.0  # the horizon is in the picture


def test_what_stands_in_a_corner_is_seen_past_wardrobes() -> None:
    """Wardrobes stand along two walls with their fronts to the room; what is named stands before them."""
    things = [
        "(4.6, 2.4, 0.6), at=(0, 0, 2.2), turn=180, name='wardrobe'",
        "(0.6, 2.4, 3.4), at=(2.2, 0, -0.4), name='shelves'",
        "(0.6, 0.6, 0.6), at=(1.2, 0, 1.2), name='box'",
    ]
    _, scene = scene_with(*things)
    camera = first_view(scene, "box")
    assert camera.eye[0] < 1.9  # before their fronts, which are at 1.9 m
    assert camera.eye[2] < 1.9
    assert shown(scene, "box", camera) > 0.01


def test_the_same_scene_has_the_same_views() -> None:
    _, scene = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'", "(0.4, 0.9, 0.4), at=(1, 0, 1), name='chair'")
    assert both_views(scene, "table") == both_views(scene, "table")


def test_the_last_camera_is_rewritten_and_nothing_else() -> None:
    source, scene = scene_with("(1, 0.7, 1), at=(0, 0, 0), name='table'")
    camera = first_view(scene)
    changed = with_views(source, scene, {1: camera})
    assert changed.split("\n")[:-2] == source.split("\n")[:-2]
    assert evaluate(changed).cameras[-1].eye == camera.eye
    assert evaluate(changed).cameras[0] == scene.cameras[0]


def test_nothing_to_see_has_no_view() -> None:
    _, empty = scene_with()
    assert chosen_views(ViewJudge(empty, scene_geometry(empty))) == []
