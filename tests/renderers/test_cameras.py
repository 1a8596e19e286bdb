"""Default views, and what they leave out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenewright.renderers.base import (
    Pinhole,
    RenderRequest,
    default_camera,
    fitted_camera,
    hidden_rows,
    inside_camera,
    scene_points,
    sees_ceiling,
    stage_rows,
    view_cameras,
)
from scenewright.renderers.base.culling import hidden_walls, room_items
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera

HEADER = "from helper import *\n"
ROOM = """
@register()
def shelf(): return primitive_call('cube', {'scale': (1.6, 2.2, 0.4)})
@register()
def sofa(): return primitive_call('cube', {'scale': (2, 0.8, 0.9)})
@register()
def picture(): return primitive_call('cube', {'scale': (0.8, 0.6, 0.04)})
@register()
def scene():
    return concat_shapes(room(5, 4, 2.6, doors=[('front', 0.5, 0.9, 2.0)], windows=[('left', 0, 1.2, 1.2)]),
        place('shelf', at=(0, 0, -1.79)), place('sofa', at=(-2.0, 0, 0.5), turn=90),
        place('picture', at=(1.5, 1.3, 1.97), turn=180), place('picture', at=(-1.5, 1.3, -1.97)))
"""


def test_a_pinhole_follows_opencv() -> None:
    camera = Camera((1.0, 2.0, 5.0), (1.0, 2.0, 0.0), 60.0)
    pinhole = Pinhole.of(camera, 200, 100)
    # x right, y down, z forward
    assert np.allclose(pinhole.camera_from_world[:3, :3], [[1, 0, 0], [0, -1, 0], [0, 0, -1]])
    assert np.allclose(np.linalg.inv(pinhole.camera_from_world), pinhole.world_from_camera)
    image, depth = pinhole.project([[1.0, 2.0, 0.0], [2.0, 2.0, 0.0], [1.0, 3.0, 0.0]])
    f = 50.0 / math.tan(math.radians(30.0))
    assert np.allclose(image, [[100, 50], [100 + f / 5, 50], [100, 50 - f / 5]])
    assert np.allclose(depth, 5.0)
    assert np.allclose(pinhole.directions([[100.0, 50.0]]), [[0, 0, -1]])


def test_a_view_straight_down_has_the_far_side_on_top() -> None:
    pinhole = Pinhole.of(Camera((0.0, 5.0, 0.0), (0.0, 0.0, 0.0), 50.0), 100, 100)
    image, _ = pinhole.project([[0.0, 0.0, -1.0], [1.0, 0.0, 0.0]])
    assert image[0, 1] < 50
    assert image[1, 0] > 50


def test_no_view_without_a_direction() -> None:
    with pytest.raises(ValueError, match="same point"):
        Pinhole.of(Camera((1.0, 1.0, 1.0), (1.0, 1.0, 1.0)), 10, 10)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e4])
@pytest.mark.parametrize("aspect", [0.5, 1.0, 2.5])
def test_a_fitted_view_is_as_near_as_can_be(scale: float, aspect: float) -> None:
    rng = np.random.default_rng(3)
    points = (rng.random((200, 3)) * [3, 1, 2] + [7, -2, 1]) * scale
    camera = fitted_camera(points, np.array([0.4, 0.5, 1.0]), fov=35.0, aspect=aspect, margin=0.05)
    height = 200
    width = round(height * aspect)
    image, depth = Pinhole.of(camera, width, height).project(points)
    assert (depth > 0).all()
    share = image / [width, height]
    assert share.min() > 0.049
    assert share.max() < 0.951
    # one axis is full to its margins
    spans = np.ptp(share, axis=0)
    assert spans.max() == pytest.approx(0.9, abs=0.01)


def test_the_programs_cameras_come_first() -> None:
    scene = evaluate_here(
        HEADER + "@register()\ndef a(): return primitive_call('cube', {'scale': 1})\ncamera((0, 1, 4), (0, 0, 0))\n"
    )
    assert view_cameras(scene) == scene.cameras
    assert (
        view_cameras(evaluate_here(HEADER + "@register()\ndef a(): return primitive_call('cube', {'scale': 1})\n"))[
            0
        ].eye[2]
        > 0
    )


def test_an_object_is_seen_from_its_front() -> None:
    scene = evaluate_here(HEADER + "@register()\ndef a(): return primitive_call('cube', {'scale': (1, 2, 0.5)})\n")
    camera = default_camera(scene)
    toward_eye = np.subtract(camera.eye, camera.target)
    assert toward_eye[2] > abs(toward_eye[0]) > 0
    assert toward_eye[1] > 0


def test_an_animation_is_framed_as_a_whole() -> None:
    body = (
        HEADER
        + "@register_animation()\ndef a():\n    for i in range(5): yield transform_shape(primitive_call('cube', {'scale': 1}), translation_matrix((3 * i, 0, 0)))\n"
    )
    scene = evaluate_here(body)
    points = scene_points(scene)
    assert points[:, 0].min() == pytest.approx(-0.5)
    assert points[:, 0].max() == pytest.approx(12.5)
    image, depth = Pinhole.of(default_camera(scene), 80, 60).project(points)
    assert (depth > 0).all()
    assert (image > 0).all()
    assert (image < [80, 60]).all()


def test_a_room_is_seen_past_its_most_open_corner() -> None:
    scene = evaluate_here(HEADER + ROOM)
    camera = default_camera(scene)
    # the tall shelf stands at the back, the sofa at the left faces right: the corner is front right
    assert set(hidden_walls(scene, camera)) == {"front", "right"}
    hidden = hidden_rows(scene, camera)
    gone = {scene.paths[r] for r in np.flatnonzero(hidden)}
    assert {"scene/room/wall_front", "scene/room/wall_right", "scene/room/door"} <= gone
    assert not any(
        p.startswith(("scene/room/wall_back", "scene/room/window", "scene/room/floor", "scene/shelf")) for p in gone
    )
    # a picture goes with the wall it hangs on, the other stays
    pictures = [r for r in room_items(scene) if scene.entity(r).word == "picture"]
    assert [bool(hidden[r]) for r in pictures] == [True, False]


HUNG = (
    HEADER
    + """
def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))

@register('a room')
def a_room():
    return concat_shapes(
        room(4, 4, 2.6),
        place(block(1, 0.3, 0.3), at=(0, 1.4, 1.85), name='wall_shelf'),
        place(block(0.2, 0.25, 0.15), at=(0, 1.7, 1.85), name='book'),
        place(block(1.2, 2.2, 0.2), at=(-1.2, 0.02, 1.9), name='curtains'),
        place(block(1.2, 0.75, 0.6), at=(1.2, 0, 1.7), name='desk'),
        place(block(0.5, 0.4, 0.1), at=(1.2, 0.75, 1.9), name='monitor'),
        place(block(0.3, 0.9, 0.3), at=(0, 1.7, 0), name='hanging_lamp'),
        place(block(0.5, 2.0, 0.5), at=(-1, 0.6, 0), name='swing'),
        place(block(1, 0.9, 0.35), at=(0, 1.7, -1.82), name='wall_cabinet'),
    )
"""
)


def drawn_things(eye: tuple[float, float, float]) -> set[str]:
    scene = evaluate_here(HUNG)
    hidden = hidden_rows(scene, Camera(eye, (0.0, 1.0, 0.0), 40.0))
    return {scene.entity(row).name for row in room_items(scene) if not hidden[row]}


def test_what_hangs_on_a_cut_wall_goes_with_it() -> None:
    drawn = drawn_things((0.5, 5.0, 7.0))
    # the book stands on the shelf that goes; the monitor touches the wall, but stands on a desk
    assert {"wall_shelf", "book", "curtains"}.isdisjoint(drawn)
    assert {"desk", "monitor"} <= drawn


def test_what_hangs_high_goes_with_the_ceiling() -> None:
    drawn = drawn_things((0.5, 5.0, 7.0))
    assert "hanging_lamp" not in drawn
    assert {"swing", "wall_cabinet"} <= drawn  # one is used from the floor, one hangs on a wall
    assert "hanging_lamp" in drawn_things((0.5, 1.6, 3.0))  # below the ceiling, before the front wall


def test_a_view_before_a_cut_wall_has_the_ceiling() -> None:
    scene = evaluate_here(HUNG)
    low, high = (Camera((0.5, y, 7.0), (0.0, 1.0, 0.0), 40.0) for y in (1.6, 5.0))
    assert sees_ceiling(scene, low)
    assert not sees_ceiling(scene, high)
    view = (
        PreviewRenderer().render(RenderRequest(scene, cameras=(low,), width=64, height=48, passes=("entity",))).views[0]
    )
    assert view.entity is not None
    assert np.count_nonzero(view.entity == stage_rows(scene).ceiling) > 50


def test_the_corner_follows_the_furniture() -> None:
    turned = ROOM.replace("at=(0, 0, -1.79)", "at=(0, 0, 1.79), turn=180").replace(
        "at=(-2.0, 0, 0.5), turn=90", "at=(2.0, 0, 0.5), turn=-90"
    )
    scene = evaluate_here(HEADER + turned)
    assert set(hidden_walls(scene, default_camera(scene))) == {"back", "left"}


def test_from_inside_all_walls_stand() -> None:
    scene = evaluate_here(HEADER + ROOM)
    camera = inside_camera(scene)
    room = scene.room
    assert room is not None
    assert abs(camera.eye[0]) < room.width / 2
    assert abs(camera.eye[2]) < room.depth / 2
    assert camera.eye[1] < room.height
    assert not hidden_rows(scene, camera).any()


def test_no_room_has_no_inside() -> None:
    scene = evaluate_here(HEADER + "@register()\ndef a(): return primitive_call('cube', {'scale': 1})\n")
    with pytest.raises(ValueError, match="no room"):
        inside_camera(scene)
    assert not hidden_rows(scene, default_camera(scene)).any()
