"""The scene graph as a file: boxes, words, poses, looks, and relations that are stated and that are measured."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scenewright.scene.export import find_exporter
from scenewright.scene.language.running import evaluate_here

PROGRAM = """
from scene.language import *
@register('a corner')
def corner():
    return concat_shapes(
        room(4, 4, 2.6),
        place(primitive_call('cube', {'scale': (1, 0.7, 0.6)}, color=(0.6, 0.4, 0.2), material={'roughness': 0.3}), at=(1, 0, 1), turn=30, name='desk'),
        place(primitive_call('cube', {'scale': 0.1}), at=(1, 0.7, 1), name='mug'),
        place(primitive_call('cube', {'scale': (1, 2, 0.3)}), at=(0, 0, -1.85), name='bookshelf'))
relate(on('mug', 'desk'), against_wall('bookshelf', 'back'), far('mug', 'desk'))
"""


def test_a_graph_says_where_things_are_and_how_they_stand(tmp_path: Path) -> None:
    scene = evaluate_here(PROGRAM)
    find_exporter(".json").export(scene, tmp_path / "corner.graph.json")
    told = json.loads((tmp_path / "corner.graph.json").read_text())
    assert (told["format"], told["version"], told["units"]) == ("scenewright-graph", 1, "m")
    nodes = {node["path"]: node for node in told["nodes"]}
    desk = nodes["corner/desk"]
    assert desk["category"] == "desk"
    assert desk["material"]["roughness"] == 0.3
    assert np.allclose(desk["world_from_local"], scene.find("corner/desk").world_from_local, atol=1e-5)
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    corners = desk["box"]["center"] + (signs * desk["box"]["half_size"]) @ np.array(desk["box"]["axes"])
    assert np.allclose([corners.min(axis=0), corners.max(axis=0)], scene.find("corner/desk").bounds, atol=1e-3)
    by_text = {relation["kind"]: relation for relation in told["declared"]}
    assert [by_text[kind]["satisfied"] for kind in ("on", "against_wall", "far")] == [True, True, False]
    assert by_text["on"]["paths"]["a"] == ["corner/mug"]
    measured = {
        (edge["kind"], told["nodes"][edge["a"]]["path"], told["nodes"][edge["b"]]["path"])
        for edge in told["measured"]
        if edge["b"] is not None
    }
    assert ("on", "corner/mug", "corner/desk") in measured


@pytest.mark.slow
@pytest.mark.blender
def test_an_fbx_keeps_names_sizes_and_colours(tmp_path: Path) -> None:
    exporter = find_exporter(".fbx")
    missing = exporter.available()
    if missing is not None:
        pytest.skip(missing)
    scene = evaluate_here(PROGRAM)
    exporter.export(scene, tmp_path / "corner.fbx")
    assert [file.name for file in tmp_path.iterdir()] == ["corner.fbx"]
    import open3d

    model = open3d.io.read_triangle_model(str(tmp_path / "corner.fbx"))  # by assimp
    points = np.concatenate([np.asarray(mesh.mesh.vertices) for mesh in model.meshes])
    extent = np.ptp(points, axis=0)
    assert np.allclose(
        extent / extent.max(), np.ptp(scene.bounds, axis=0) / np.ptp(scene.bounds, axis=0).max(), atol=0.02
    )
    data = (tmp_path / "corner.fbx").read_bytes()
    assert data.startswith(b"Kaydara FBX Binary")
    assert b"scenewright_path" in data
    assert b"corner/desk" in data
