"""Bodies drawn one by one cover what the preview shows of them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenewright.app.picture_fitting import Body, LayerWindow, Pose, draw_layer
from scenewright.app.picture_fitting.bodies import box_body, cylinder_body, sphere_body
from scenewright.renderers.base import Pinhole, RenderRequest, warm_renderer
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera

CAMERA = Camera((3.0, 2.0, 4.0), (0.0, 0.4, 0.0), 35.0)
SHAPES = {
    "primitive_call('cube', {'scale': (0.8, 1.2, 0.6)})": (box_body(), (0.8, 1.2, 0.6)),
    "primitive_call('sphere', {'radius': 0.5})": (sphere_body(), (1.0, 1.0, 1.0)),
    "primitive_call('cylinder', {'radius': 0.4, 'p0': (0, 0, 0), 'p1': (0, 1.1, 0)})": (
        cylinder_body(),
        (0.8, 1.1, 0.8),
    ),
}


@pytest.mark.parametrize("call", SHAPES)
def test_a_body_covers_what_the_preview_shows(call: str) -> None:
    body, size = SHAPES[call]
    program = f"from scene.language import *\n@register('a thing')\ndef thing():\n    return place({call}, at=(0.3, 0, -0.2), turn=25)\n"
    request = RenderRequest(evaluate(program), cameras=(CAMERA,), width=120, height=90, passes=("entity",))
    entity = warm_renderer("preview").render(request).views[0].entity
    assert entity is not None
    shown = (entity >= 0) & (entity < 3)
    layer = draw_layer(body, Pose((0.3, 0.0, -0.2), math.radians(25.0), size), Pinhole.of(CAMERA, 120, 90))
    assert layer is not None
    coverage = np.zeros((90, 120))
    coverage[layer.window.pixels] = layer.coverage()
    wrong = np.abs(coverage - shown)
    assert wrong.sum() < 0.06 * shown.sum()
    assert ((coverage > 0.9) & ~shown).sum() <= 3


def test_the_nearest_face_is_seen_with_its_depth() -> None:
    pinhole = Pinhole.of(Camera((0.0, 0.5, 5.0), (0.0, 0.5, 0.0), 40.0), 60, 60)
    layer = draw_layer(box_body(), Pose(), pinhole, within=LayerWindow(0, 0, 60, 60))
    assert layer is not None
    seen = layer.face >= 0
    assert layer.depth[seen].min() == pytest.approx(4.5, abs=1e-6)
    assert np.allclose(box_body().normals[layer.face[60, 60]], [0.0, 0.0, 1.0])
    assert np.isinf(layer.depth[~seen]).all()


def test_a_body_behind_the_eye_is_not_drawn() -> None:
    pinhole = Pinhole.of(Camera((0.0, 0.5, 5.0), (0.0, 0.5, 0.0), 40.0), 60, 60)
    assert draw_layer(sphere_body(), Pose((0.0, 0.0, 9.0)), pinhole) is None


@pytest.mark.parametrize("body", [box_body(), sphere_body(), cylinder_body()], ids=["box", "sphere", "cylinder"])
def test_faces_of_plain_bodies_look_outward(body: Body) -> None:
    corners = body.points[body.faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    outward = corners.mean(axis=1) - [0.0, 0.5, 0.0]
    assert ((across * outward).sum(axis=1) > 0.0).all()
    assert ((body.normals * outward).sum(axis=1) > 0.0).all()
