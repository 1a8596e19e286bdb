"""Shadows tell where the light of a picture comes from, and are not taken for things."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenewright.app.picture_scenes import scene_of_picture
from scenewright.app.picture_scenes.evidence import GroundView
from scenewright.app.picture_scenes.ground import lightness_of, luminance_of
from scenewright.app.picture_scenes.manner import FREE
from scenewright.app.picture_scenes.shadow_kernel import blocked
from scenewright.app.picture_scenes.shadows import CastShadows, GroundLamp, cast_shadows
from scenewright.app.picture_scenes.things import PlainThing
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.language.running import evaluate

THINGS = (
    PlainThing("cube", (-1.2, 0.4), (1.0, 1.2, 1.0), 0.4),
    PlainThing("sphere", (1.2, -0.3), (1.2, 1.2, 1.2)),
    PlainThing("cylinder", (0.3, 1.8), (0.7, 0.9, 0.7)),
)
VIEW = GroundView.expected(FREE, 160, 120)

BEFORE_A_WALL = """from scene.language import *

@register('things before a wall')
def scene():
    camera(eye=(0.5, 3.2, 8.0), target=(0, 0.6, 0), fov=40)
    light('sun', direction=(-1.0, -0.9, -0.35), intensity=3)
    light('ambient', intensity=0.35)
    return concat_shapes(
        place(primitive_call('cube', {'scale': (30, 0.1, 14)}, color=(0.62, 0.45, 0.3)), at=(0, -0.1, 0)),
        place(primitive_call('cube', {'scale': (30, 9, 0.2)}, color=(0.75, 0.85, 0.8)), at=(0, 0, -4)),
        place(primitive_call('cube', {'scale': (1.2, 1.0, 1.0)}, color=(0.8, 0.15, 0.1)), at=(-1.4, 0, 0.3), turn=25),
        place(primitive_call('sphere', {'radius': 0.6}, color=(0.1, 0.3, 0.8)), at=(1.3, 0, 0.6)),
        place(primitive_call('cylinder', {'radius': 0.4, 'p0': (0, 0, 0), 'p1': (0, 1.3, 0)}, color=(0.15, 0.5, 0.2)), at=(0.1, 0, -1.2)),
    )
"""


def light_left(lamps: tuple[GroundLamp, ...]) -> np.ndarray:
    return CastShadows(lamps, np.zeros(2), np.ones((120, 160)), 0.0).left(THINGS, VIEW)


@pytest.mark.parametrize(("azimuth", "elevation"), [(120.0, 40.0), (-60.0, 30.0), (10.0, 55.0)])
def test_a_lamp_is_found_where_its_shadows_point(azimuth: float, elevation: float) -> None:
    turn, rise = math.radians(azimuth), math.radians(elevation)
    way = np.array([math.cos(rise) * math.sin(turn), math.sin(rise), math.cos(rise) * math.cos(turn)])
    x, y, z = (float(v) for v in 20.0 * way)
    lit = light_left((GroundLamp((x, y, z), 0.5),))
    found = cast_shadows(THINGS, VIEW, 1.0 - lit, np.ones(lit.shape, dtype=bool))
    lamp = found.main_lamps[0]
    assert float(lamp.way @ way) > math.cos(math.radians(12.0))
    assert lamp.share == pytest.approx(0.5, abs=0.15)
    assert np.abs(found.lit - lit).mean() < 0.02


def test_ground_without_shadows_tells_of_no_lamp() -> None:
    found = cast_shadows(THINGS, VIEW, np.zeros((120, 160)), np.ones((120, 160), dtype=bool))
    assert found.main_lamps == ()
    assert found.lit.min() > 0.95


def test_no_things_cast_no_shadows() -> None:
    found = cast_shadows((), VIEW, np.full((120, 160), 0.3), np.ones((120, 160), dtype=bool))
    assert found.main_lamps == ()
    assert (found.lit == 1.0).all()


def test_lamps_beside_each_other_are_told_as_one() -> None:
    lamps = (GroundLamp((10.0, 10.0, 0.0), 0.2), GroundLamp((10.0, 11.0, 1.0), 0.3), GroundLamp((-10.0, 8.0, 0.0), 0.1))
    told = CastShadows(lamps, np.zeros(2), np.ones((1, 1)), 0.0).main_lamps
    assert [round(lamp.share, 3) for lamp in told] == [0.5, 0.1]
    assert told[0].at == (10.0, 11.0, 1.0)


@pytest.mark.parametrize(("kind", "hides"), [(0.0, True), (1.0, False), (2.0, False)])
def test_only_a_box_hides_the_ground_below_its_corners(kind: float, hides: bool) -> None:
    solid = np.array([[kind, 0.0, 0.0, 2.0, 2.0, 2.0, 0.0]])
    points = np.array([[0.1, 0.0, 0.1], [0.9, 0.0, 0.9], [3.0, 0.0, 0.0]])
    below, corner, beside = blocked(points, solid, np.array([0.0, 500.0, 0.0]))
    assert (below, beside) == (1.0, 0.0)
    assert (corner > 0.0) == hides


def test_luminance_and_lightness_are_inverse() -> None:
    levels = np.linspace(0.0, 100.0, 21)
    assert np.allclose(lightness_of(luminance_of(levels)), levels)


@pytest.mark.slow
def test_strong_shadows_are_no_things_and_the_wall_is_kept() -> None:
    request = RenderRequest(evaluate(BEFORE_A_WALL), width=160, height=120)
    picture = np.asarray(warm_renderer("preview").render(request).views[0].color)[..., :3]
    found = scene_of_picture(picture)
    assert sorted((t.shape, t.color) for t in found.things) == [
        ("cube", "red"),
        ("cylinder", "green"),
        ("sphere", "blue"),
    ]
    scene = evaluate(found.program)
    assert "scene/wall" in scene.paths
    lamp = next(light for light in scene.lights if light.kind == "area")
    assert lamp.position is not None
    eye = np.asarray(found.camera.eye)
    right = np.cross([0.0, 1.0, 0.0], eye)
    assert float(right @ lamp.position) > 0.0  # shadows fall to the left
