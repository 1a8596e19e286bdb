"""A scene as rigid bodies: what is fixed, free and jointed, how exact colliders are, and what things weigh."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from scenewright.assets import Catalogue
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.physics import BodyKind, ColliderShape, JointKind, PhysicsModel, RigidBody, physics_model
from scenewright.scene.physics.convex_pieces import convex_pieces, hull_of
from tests.support.evaluating import evaluate
from tests.support.simulated_scenes import scene_of

_HEAD = "from scene.language import *\n@register('a scene')\ndef scene():\n    return "


def _scene(expression: str) -> Scene:
    return evaluate_here(_HEAD + expression + "\n")


def _thing(model: PhysicsModel) -> RigidBody:
    """The one body that is not the ground."""
    (body,) = [b for b in model.bodies if b.word != "ground"]
    return body


def _mesh(body: RigidBody) -> trimesh.Trimesh:
    """The first collider of a body, in the world, as a mesh of trimesh's own making."""
    collider = body.colliders[0]
    a, b, c = collider.size
    if collider.shape is ColliderShape.BOX:
        mesh = trimesh.creation.box(extents=(2 * a, 2 * b, 2 * c))
    elif collider.shape is ColliderShape.SPHERE:
        mesh = trimesh.creation.icosphere(subdivisions=5, radius=a)
    elif collider.shape is ColliderShape.CYLINDER:
        mesh = trimesh.creation.cylinder(radius=a, height=2 * b, sections=256)
        mesh.apply_transform(trimesh.transformations.rotation_matrix(-np.pi / 2, (1, 0, 0)))
    else:
        mesh = trimesh.Trimesh(collider.vertices, collider.faces)
    mesh.apply_transform(body.world_from_body @ collider.body_from_collider)
    return mesh


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["cube", "sphere", "cylinder", "cone"])
def test_a_collider_is_where_its_primitive_is(kind: str, seed: int) -> None:
    lots = np.random.default_rng(seed)
    size, turn, even = lots.uniform(0.02, 0.8, 3).tolist(), lots.uniform(-3, 3), seed % 2 == 0
    if even and kind != "cube":
        size = (size[0], size[0] if kind == "sphere" else size[1], size[0])
    matrix = f"rotation_matrix({turn}, (0.3, 1, 0.2)) @ scale_matrix({tuple(size)}, (0, 0, 0))"
    unit = {"cube": "{'scale': 1}", "sphere": "{'radius': 1}"}.get(
        kind, "{'radius': 1, 'p0': (0, 0, 0), 'p1': (0, 1, 0)}"
    )
    model = physics_model(_scene(f"transform_shape(primitive_call('{kind}', {unit}), {matrix})"))
    body = _thing(model)
    shown = model.geometry.meshes[int(model.geometry.mesh[body.instances[0]])]
    pose = model.geometry.world_from_mesh[body.instances[0]]
    points = (shown.vertices.astype(np.float64) @ pose[:3, :3].T + pose[:3, 3])[::3]
    solid = _mesh(body)
    assert np.abs(trimesh.proximity.signed_distance(solid, points)).max() < 1e-3
    exact = {"cube": ColliderShape.BOX, "sphere": ColliderShape.SPHERE, "cylinder": ColliderShape.CYLINDER}
    if kind == "cube" or (even and kind != "cone"):
        assert body.colliders[0].shape is exact[kind]
    assert np.isclose(body.colliders[0].volume, solid.volume, rtol=0.02)


def test_what_stands_is_free_and_what_hangs_is_fixed() -> None:
    model = physics_model(
        _scene(
            "concat_shapes(room(4, 4, 2.5, doors=[('front', 0, 0.9, 2.0)]),"
            " place(primitive_call('cube', {'scale': (0.5, 0.5, 0.5)}), at=(0, 0.25, 0), name='box'),"
            " place(primitive_call('cube', {'scale': (0.6, 0.4, 0.02)}), at=(0, 1.5, -1.99), name='painting'))"
        )
    )
    kinds = {b.name: b.kind for b in model.bodies}
    assert kinds["box"] is BodyKind.FREE
    assert kinds["painting"] is kinds["room_floor"] is kinds["room_door"] is BodyKind.FIXED
    assert kinds["room_door_leaf"] is BodyKind.JOINTED


@pytest.mark.parametrize("wall", ["back", "front", "left", "right"])
@pytest.mark.parametrize("opened", [0.0, 40.0])
def test_doors_of_rooms_open_inward(wall: str, opened: float) -> None:
    scene = _scene(f"room(5, 4, 2.5, doors=[dict(wall='{wall}', offset=0.3, width=0.9, height=2.0, open={opened})])")
    model = physics_model(scene)
    (joint,) = model.joints
    leaf = model.bodies[joint.child]
    assert joint.kind is JointKind.REVOLUTE
    assert joint.position == pytest.approx(np.radians(opened))
    middle = np.append((leaf.world_from_body @ [*leaf.centre, 1.0])[:3], 1.0)
    away = [float(np.linalg.norm((joint.world_motion(q) @ middle)[[0, 2]])) for q in (0.0, 0.4, 0.8)]
    assert away[0] > away[1] > away[2]
    shut = (joint.world_motion(0.0) @ middle)[:3]
    across = 2 if wall in ("back", "front") else 0
    half = (2.5, 0.0, 2.0)[across]
    assert abs(shut[across]) == pytest.approx(half + 0.05, abs=0.01)


def test_a_lid_that_stands_ajar_shuts_level(tmp_path: Path) -> None:
    """Its joint is where the program shows it, and at 0 the lid lies on the chest."""
    catalogue = Catalogue.built_in(evaluate=evaluate, cache=tmp_path)
    model = physics_model(scene_of("chest freezer", catalogue), provider=catalogue)
    (joint,) = model.joints
    assert joint.position == pytest.approx(0.09, abs=0.005)
    lid, geometry = model.bodies[joint.child], model.geometry
    shut_from_shown = joint.world_motion(0.0) @ np.linalg.inv(joint.world_motion(joint.position))
    board = max(lid.instances, key=lambda i: abs(np.linalg.det(geometry.world_from_mesh[i])))
    shown, shut = geometry.world_from_mesh[board], shut_from_shown @ geometry.world_from_mesh[board]
    assert abs(shown[1, 2]) > 0.05
    assert abs(shut[1, 2]) < 1e-6
    assert 0.86 < shut[1, 3] - abs(shut[1, 1]) / 2 < 0.88


def test_bodies_weigh_what_their_matter_does() -> None:
    oak = _scene(
        "primitive_call('cube', {'scale': (0.4, 0.02, 0.3)}, color=surface('oak')[0], material=surface('oak')[1])"
    )
    body = _thing(physics_model(oak))
    assert body.mass == pytest.approx(680.0 * 0.4 * 0.02 * 0.3, rel=1e-6)
    a, b, c = 0.4, 0.02, 0.3
    expected = body.mass / 12.0 * np.diag([b * b + c * c, a * a + c * c, a * a + b * b])
    np.testing.assert_allclose(body.inertia, expected, rtol=1e-4, atol=1e-6)
    steel = _scene("primitive_call('sphere', {'radius': 0.2}, color=surface('steel')[0], material=surface('steel')[1])")
    hollow = _thing(physics_model(steel))
    assert hollow.mass == pytest.approx(7850.0 * 0.0012 * 4.0 * np.pi * 0.04, rel=1e-6)


def test_solids_that_share_a_space_do_not_weigh_twice() -> None:
    cube = "primitive_call('cube', {'scale': 0.02})"
    once = _thing(physics_model(_scene(cube))).mass
    twice = _thing(physics_model(_scene(f"concat_shapes({cube}, {cube})"))).mass
    assert twice == pytest.approx(once, rel=1e-6)


def test_an_inertia_of_a_hull_is_that_of_its_solid() -> None:
    model = physics_model(_scene("primitive_call('cone', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.01, 0)})"))
    body = _thing(model)
    solid = _mesh(body)
    solid.density = body.mass / solid.volume
    np.testing.assert_allclose((body.world_from_body @ [*body.centre, 1.0])[:3], solid.center_mass, atol=1e-5)
    np.testing.assert_allclose(body.inertia, solid.moment_inertia, rtol=0.02, atol=1e-9)


def test_a_hollow_mesh_stays_open() -> None:
    pytest.importorskip("coacd", reason="the extra sim is not installed")
    cup = trimesh.creation.annulus(r_min=0.8, r_max=1.0, height=1.0, sections=24)
    pieces = convex_pieces(np.asarray(cup.vertices), np.asarray(cup.faces), "cup")
    assert len(pieces) > 1
    middle = np.zeros((1, 3))
    hulls = [trimesh.convex.convex_hull(vertices) for vertices, _ in pieces]
    assert not any(hull.contains(middle)[0] for hull in hulls)


def test_a_hollow_mesh_without_coacd_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "coacd", None)
    ring = trimesh.creation.annulus(r_min=0.7, r_max=1.0, height=1.1, sections=17)
    with pytest.raises(ScenewrightError, match=r"scenewright\[sim\]"):
        convex_pieces(np.asarray(ring.vertices), np.asarray(ring.faces), "ring")


def test_flat_points_have_a_thin_hull() -> None:
    hull = hull_of(np.array([[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1.0]]), 1e-3)
    assert np.ptp(hull.vertices, axis=0) == pytest.approx([1.0, 1e-3, 1.0])
    assert trimesh.Trimesh(hull.vertices, hull.faces).volume == pytest.approx(hull.volume)
