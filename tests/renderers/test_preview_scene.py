"""What rays hit: exactly the surfaces that the program describes, not the triangles that stand for them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scenewright.renderers.base import Pinhole
from scenewright.renderers.rays import CEILING, RayScene, TracingStage
from scenewright.renderers.rays.scene import NOTHING
from scenewright.renderers.rays.tracing import trace
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Camera, Scene

HEADER = "from helper import *\n@register()\ndef a(): return "
EYE = Camera((2.1, 1.7, 3.3), (0.0, 0.2, 0.0), 40.0)
SHAPES = {
    "cube": "primitive_call('cube', {'scale': (1.2, 0.8, 1.0)})",
    "sphere": "primitive_call('sphere', {'radius': 0.8})",
    "cylinder": "primitive_call('cylinder', {'radius': 0.5, 'p0': (0, -0.6, 0.1), 'p1': (0.3, 0.7, 0)})",
    "cone": "primitive_call('cone', {'radius': 0.7, 'p0': (0, -0.6, 0.1), 'p1': (0.3, 0.9, 0)})",
    "ellipsoid": "transform_shape(primitive_call('sphere', {'radius': 0.6}), rotation_matrix(0.4, (1, 2, 3), (0, 0, 0)) @ scale_matrix((1.5, 0.4, 1), (0, 0, 0)))",
    "mirrored cone": "transform_shape(primitive_call('cone', {'radius': 0.7, 'p0': (0, -0.6, 0), 'p1': (0.4, 0.9, 0)}), reflection_matrix((0, 0, 0), (1, 0.2, 0.1)))",
    "sheared cylinder": "transform_shape(primitive_call('cylinder', {'radius': 0.5, 'p0': (0, -0.6, 0), 'p1': (0.6, 0.6, 0)}), scale_matrix((1, 0.6, 1.4), (0, 0, 0)))",
}


def ray_scene(scene: Scene) -> RayScene:
    geometry = scene_geometry(scene)
    visible = np.ones(len(geometry), dtype=bool)
    return RayScene(geometry, visible=visible, bounds=scene.bounds, ground_height=None, room=scene.room)


def implicit(kind: int, p: np.ndarray) -> np.ndarray:
    """Distance-like value of points in the frame of a unit primitive: 0 on its surface, negative inside."""
    around = np.hypot(p[:, 0], p[:, 2])
    if kind == 1:
        return np.abs(p).max(axis=1) - 0.5
    if kind == 2:
        return np.linalg.norm(p, axis=1) - 1.0
    side = around - 1.0 if kind == 3 else around - (1.0 - p[:, 1])
    return np.maximum.reduce([side, -p[:, 1], p[:, 1] - 1.0])


@pytest.mark.parametrize("name", SHAPES)
def test_hits_lie_on_the_true_surface_and_are_the_first(name: str) -> None:
    scene = evaluate_here(HEADER + SHAPES[name] + "\n")
    rays = ray_scene(scene)
    pinhole = Pinhole.of(EYE, 160, 120)
    eye = (pinhole.eye - rays.centre) / rays.radius
    directions = pinhole.directions(pinhole.pixel_points())
    slots = np.zeros(len(directions), dtype=np.int64)
    layers = trace(rays, eye, directions, slots, stage=TracingStage(False, False), threads=1, deep=False)
    layer = layers[0]
    assert len(layer.rows) > 1000
    row = int(scene.leaf_rows[0])
    unit_from_world = np.linalg.inv(scene.world_from_local[row])
    kind = int(scene.nodes.primitive[row])

    def at(t: np.ndarray) -> np.ndarray:
        world = pinhole.eye + (t * rays.radius)[:, None] * directions[layer.rows]
        return world @ unit_from_world[:3, :3].T + unit_from_world[:3, 3]

    assert np.abs(implicit(kind, at(layer.t))).max() < 2e-6
    before = layer.t[:, None] * np.linspace(0.3, 0.999, 60)
    assert min(implicit(kind, at(t)).min() for t in before.T) > 0.0
    # the true normal is the gradient of the surface, carried by the inverse transpose
    h = 1e-6
    p = at(layer.t)
    gradient = np.stack([(implicit(kind, p + h * e) - implicit(kind, p - h * e)) / (2 * h) for e in np.eye(3)], axis=1)
    normal = gradient @ unit_from_world[:3, :3]
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    agree = np.einsum("ni,ni->n", normal, layer.normal)
    # at an edge of the shape either side's normal will do
    assert (agree > 1.0 - 1e-5).mean() > 0.97
    assert (np.einsum("ni,ni->n", layer.normal, directions[layer.rows]) < 1e-9).all()


def test_rays_from_inside_meet_the_far_wall_of_a_ball() -> None:
    scene = evaluate_here(HEADER + "primitive_call('sphere', {'radius': 2})\n")
    rays = ray_scene(scene)
    rng = np.random.default_rng(1)
    directions = rng.normal(size=(500, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    eye = np.array([0.3, -0.2, 0.1]) / rays.radius
    slots = np.zeros(500, dtype=np.int64)
    layer = trace(rays, eye, directions, slots, stage=TracingStage(False, False), threads=1)[0]
    points = (eye + layer.t[:, None] * directions[layer.rows]) * rays.radius
    assert len(layer.rows) == 500
    assert np.allclose(np.linalg.norm(points, axis=1), 2.0, atol=1e-9)
    assert np.allclose(layer.normal, -points / 2.0, atol=1e-6)


def test_panes_are_crossed_once_each_and_end_at_what_is_solid() -> None:
    body = "\n".join(
        [
            "from helper import *",
            "@register()",
            "def a():",
            "    glass = {'opacity': 0.3}",
            "    panes = [transform_shape(primitive_call('cube', {'scale': (4, 4, 0.1)}, material=glass), translation_matrix((0, 0, z))) for z in (1, 2)]",
            "    return concat_shapes(primitive_call('cube', {'scale': (4, 4, 0.5)}), *panes)",
        ]
    )
    scene = evaluate_here(body + "\n")
    rays = ray_scene(scene)
    eye = (np.array([0.0, 0.0, 5.0]) - rays.centre) / rays.radius
    layers = trace(
        rays, eye, np.array([[0.01, 0.02, -1.0]]), np.zeros(1, np.int64), stage=TracingStage(False, False), threads=1
    )
    met = [rays.geometry.entity[x.surfaces.instance[0]] for x in layers if len(x.rows)]
    assert [scene.paths[r] for r in met] == ["a/cube[2]", "a/cube[1]", "a/cube"]


def test_a_pane_that_lies_on_a_wall_does_not_hide_it() -> None:
    """The far faces of water in a basin and of the basin coincide: the solid one is found, however the digits fall."""
    body = "\n".join(
        [
            "from helper import *",
            "@register()",
            "def a():",
            "    basin = primitive_call('cube', {'scale': (4, 0.3, 4)})",
            "    water = primitive_call('cube', {'scale': (4, 0.7, 4)}, material={'opacity': 0.4})",
            "    return concat_shapes(basin, transform_shape(water, translation_matrix((0, 0.5, 0))))",
        ]
    )
    scene = evaluate_here(body + "\n")
    rays = ray_scene(scene)
    pinhole = Pinhole.of(Camera((0.7, 6.0, 1.1), (0.0, 0.0, 0.0), 18.0), 64, 48)
    eye = (pinhole.eye - rays.centre) / rays.radius
    directions = pinhole.directions(pinhole.pixel_points())
    layers = trace(
        rays, eye, directions, np.zeros(len(directions), np.int64), stage=TracingStage(False, False), threads=1
    )
    last = np.full(len(directions), -1)
    for layer in layers:
        last[layer.rows] = rays.geometry.entity[layer.surfaces.instance]
    assert {scene.paths[r] for r in np.unique(last)} == {"a/cube"}


def test_threads_change_nothing() -> None:
    scene = evaluate_here(
        HEADER
        + "loop(200, lambda i: transform_shape("
        + SHAPES["sphere"]
        + ", translation_matrix((i % 20, i // 20, 0))))\n"
    )
    rays = ray_scene(scene)
    pinhole = Pinhole.of(Camera((10.0, 5.0, 30.0), (10.0, 5.0, 0.0), 40.0), 400, 300)
    eye = (pinhole.eye - rays.centre) / rays.radius
    directions = pinhole.directions(pinhole.pixel_points())
    slots = np.zeros(len(directions), dtype=np.int64)
    one, two = (trace(rays, eye, directions, slots, stage=TracingStage(False, False), threads=n)[0] for n in (1, 2))
    assert np.array_equal(one.rows, two.rows)
    assert np.array_equal(one.t, two.t)


def test_a_ceiling_closes_rooms_from_inside_only() -> None:
    scene = evaluate_here("from helper import *\n@register()\ndef scene(): return room(4, 3, 2.5)\n")
    rays = ray_scene(scene)
    up = np.array([[0.0, 1.0, 0.0]], dtype=np.float32)

    def looks_up_from(x: float, y: float, z: float) -> int:
        origin = ((np.array([[x, y, z]]) - rays.centre) / rays.radius).astype(np.float32)
        return int(rays.cast_solid(origin, up, see_ground=False, see_ceiling=True).instance[0])

    assert looks_up_from(0.5, 1.0, 0.5) == CEILING
    assert looks_up_from(0.5, 3.0, 0.5) == NOTHING
    assert looks_up_from(5.0, 1.0, 0.5) == NOTHING
    t, met = rays.through_ceiling(((np.array([[0.0, 1.0, 0.0]]) - rays.centre) / rays.radius).astype(np.float32), up)
    assert met[0]
    assert t[0] * rays.radius == pytest.approx(1.5, rel=1e-5)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e4])
def test_hits_are_as_exact_at_any_scale(scale: float) -> None:
    scene = evaluate_here(HEADER + f"primitive_call('sphere', {{'radius': {scale}}})\n")
    rays = ray_scene(scene)
    eye = np.array([0.0, 0.0, 4.0 * scale]) / rays.radius
    angle = np.linspace(0.0, math.asin(0.25) * 0.99, 50)
    directions = np.stack([np.sin(angle), 0.0 * angle, -np.cos(angle)], axis=1)
    layer = trace(rays, eye, directions, np.zeros(50, np.int64), stage=TracingStage(False, False), threads=1)[0]
    expected = 4.0 * np.cos(angle) - np.sqrt(1.0 - (4.0 * np.sin(angle)) ** 2)
    assert np.allclose(layer.t * rays.radius / scale, expected[layer.rows], rtol=1e-7)


def test_threads_of_a_picture_that_is_done_go_to_the_rest() -> None:
    from scenewright.renderers.preview.renderer import ThreadShares

    class Picture:
        threads = 2

    shares = ThreadShares(4, 2, 3)
    first, second, third = Picture(), Picture(), Picture()
    assert shares.share == 2
    with shares.of(second):  # type: ignore[arg-type]
        with shares.of(first):  # type: ignore[arg-type]
            pass
        assert second.threads == 2
        with shares.of(third):  # type: ignore[arg-type]
            pass
        assert second.threads == 4
