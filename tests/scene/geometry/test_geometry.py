"""A scene as triangles: what belongs to whom, what is shared."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.geometry import scene_geometry
from scenewright.scene.geometry.meshes import to_trimesh
from scenewright.scene.language.running import evaluate_here

BODY = """
from helper import *
@register('a brick')
def brick(): return primitive_call('cube', {'scale': (0.4, 0.2, 0.2)}, color=(0.7, 0.3, 0.2))
@register()
def wall():
    rows = loop(10, lambda i: loop(20, lambda j: transform_shape(library_call('brick'), translation_matrix((0.4 * j, 0.2 * i, 0)))))
    ball = transform_shape(primitive_call('sphere', {'radius': 1}), scale_matrix((0.5, 2, 0.5), (0, 0, 0)))
    return concat_shapes(rows, ball, transform_shape(ball, reflection_matrix((5, 0, 0), (1, 0, 0))))
"""


def test_every_leaf_is_one_instance_of_a_shared_mesh() -> None:
    scene = evaluate_here(BODY)
    geometry = scene_geometry(scene)
    assert sorted(geometry.entity.tolist()) == scene.leaf_rows.tolist()
    assert len(geometry.meshes) == 2
    assert np.allclose(geometry.world_from_mesh, scene.world_from_local[geometry.entity])
    assert geometry.triangles == 200 * 12 + 2 * len(geometry.meshes[1].faces)


def test_curved_surfaces_stay_within_the_tolerance() -> None:
    scene = evaluate_here(
        "from helper import *\n@register()\ndef a(): return primitive_call('sphere', {'radius': 2})\n"
    )
    for tolerance in (0.1, 0.01):
        mesh = scene_geometry(scene, tolerance=tolerance).meshes[0]
        middles = mesh.vertices[mesh.faces].mean(axis=1)
        assert 2 - 2 * np.linalg.norm(middles, axis=1).min() < 3 * tolerance
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    "kind",
    [
        "'cube', {'scale': 1}",
        "'sphere', {'radius': 1}",
        "'cylinder', {'radius': 1, 'p0': (0,0,0), 'p1': (0,1,0)}",
        "'cone', {'radius': 1, 'p0': (0,0,0), 'p1': (0,1,0)}",
    ],
)
def test_unit_meshes_are_closed_and_face_outward(kind: str) -> None:
    import trimesh

    mesh = scene_geometry(
        evaluate_here(f"from helper import *\n@register()\ndef a(): return primitive_call({kind})\n")
    ).meshes[0]
    solid = trimesh.Trimesh(mesh.vertices, mesh.faces, process=True, merge_norm=True)
    assert solid.is_watertight
    assert solid.volume > 0


def test_trimesh_nodes_carry_path_words_and_id() -> None:
    scene = evaluate_here(BODY)
    made = to_trimesh(scene)
    assert len(made.geometry) == 2
    edge = made.graph.transforms.edge_data["wall/brick[7]", "wall/brick[7]/cube"]
    assert edge["metadata"]["word"] == "cube"
    assert scene.paths[edge["metadata"]["id"]] == "wall/brick[7]/cube"
    brick = made.graph.transforms.edge_data["wall", "wall/brick[7]"]["metadata"]
    assert (brick["word"], brick["phrase"]) == ("brick", "a brick")
    assert np.allclose(made.bounds, scene.bounds, atol=2e-2)


def test_trimesh_nodes_stand_where_the_scene_has_them() -> None:
    scene = evaluate_here(BODY)
    made = to_trimesh(scene)
    for row, path in enumerate(scene.paths):
        assert np.allclose(made.graph[path][0], scene.world_from_local[row], atol=1e-12)
    assert {made.graph.transforms.parents[p] for p in scene.paths if "/" in p} <= set(scene.paths)


def test_a_mirrored_instance_keeps_its_volume() -> None:
    made = to_trimesh(evaluate_here(BODY))
    balls = [g for g in made.dump() if len(g.faces) > 12]
    assert len(balls) == 2
    assert balls[0].volume > 0
    assert balls[0].volume == pytest.approx(balls[1].volume, rel=1e-6)


def test_forty_thousand_primitives_stay_columns() -> None:
    body = "from helper import *\n@register()\ndef a(): return loop(40000, lambda i: transform_shape(primitive_call('cube', {'scale': 0.5}), translation_matrix((i % 200, i // 200, 0))))\n"
    geometry = scene_geometry(evaluate_here(body))
    assert len(geometry) == 40_000
    assert len(geometry.meshes) == 1
