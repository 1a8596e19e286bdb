"""A file's room is seen from within; what is seen from outside keeps its views."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenewright.app.generate_request import GenerateRequest
from scenewright.app.generating import generate
from scenewright.app.room_views import inside_view, with_first_camera
from scenewright.assets import Catalogue
from scenewright.scene.export.files import export_geometry
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene

_SIDES = (
    ((4.0, 2.5, 0.1), (0, 1.25, -2)),
    ((4.0, 2.5, 0.1), (0, 1.25, 2)),
    ((0.1, 2.5, 4), (-2, 1.25, 0)),
    ((0.1, 2.5, 4), (2, 1.25, 0)),
)
_CEILING = ((4.0, 0.1, 4.0), (0, 2.55, 0))


def program(*, walls: bool, ceiling: bool = False, scale: float = 1.0, cameras: str = "") -> str:
    """A floor with twelve boxes, in a room of meshes or in the open."""
    boxes = [((4.0, 0.1, 4.0), (0, -0.05, 0))]
    boxes += [((0.5, 0.5, 0.5), (0.9 * x, 0.25, 0.9 * z)) for x in (-1.5, -0.5, 0.5, 1.5) for z in (-1, 0, 1)]
    boxes += [*_SIDES] if walls else []
    boxes += [_CEILING] if ceiling else []
    lines = [
        f"        transform_shape(primitive_call('cube', {{'scale': {_point(size, scale)}}}), "
        f"translation_matrix({_point(at, scale)})),"
        for size, at in boxes
    ]
    body = "\n".join(lines)
    return f"from scene.language import *\n\n\n@register('a place')\ndef a_place():\n    return concat_shapes(\n{body}\n    )\n{cameras}"


def _point(values: tuple[float, ...], scale: float) -> str:
    return str(tuple(scale * v for v in values))


def seen(text: str) -> tuple[Scene, Camera | None]:
    scene = evaluate_here(text)
    return scene, inside_view(scene, scene_geometry(scene))


@pytest.mark.parametrize("ceiling", [False, True])
@pytest.mark.parametrize("scale", [0.01, 1.0, 1000.0])
def test_a_room_of_meshes_is_seen_from_within(ceiling: bool, scale: float) -> None:
    scene, camera = seen(program(walls=True, ceiling=ceiling, scale=scale))
    assert camera is not None
    low, high = scene.bounds
    assert (np.array(camera.eye) > low).all()
    assert (np.array(camera.eye) < high).all()


def test_what_stands_in_the_open_is_no_inside() -> None:
    assert seen(program(walls=False))[1] is None


def test_a_room_whose_camera_is_within_keeps_it() -> None:
    cameras = "\n\ncamera(eye=(1.7, 1.7, 1.7), target=(0, 0.3, 0), fov=65)\n"
    assert seen(program(walls=True, cameras=cameras))[1] is None


def test_the_new_camera_comes_before_those_of_the_file() -> None:
    text = program(walls=True, cameras="\n\ncamera(eye=(0, 1.25, 9), target=(0, 1, 0), fov=40)\n")
    scene, camera = seen(text)
    assert camera is not None
    changed = evaluate_here(with_first_camera(text, scene, camera))
    assert np.allclose(changed.cameras[0].eye, camera.eye, atol=1e-3)
    assert changed.cameras[1].eye == scene.cameras[0].eye
    assert np.array_equal(changed.world_from_local, scene.world_from_local)


def test_an_imported_room_says_that_it_is_seen_from_within(tmp_path: Path) -> None:
    scene = evaluate_here(program(walls=True))
    export_geometry(scene, tmp_path / "room.glb")
    request = GenerateRequest(source=str(tmp_path / "room.glb"), out=tmp_path / "scene")
    made = generate(request, assets=Catalogue.default())
    assert "its views show walls from outside: a camera within comes first" in made.notes
    assert made.session.scene.cameras[0].eye[1] < 2.5
