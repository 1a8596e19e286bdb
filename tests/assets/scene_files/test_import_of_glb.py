"""GLB and glTF files become programs that say the same: poses, instances, hierarchy, words. Hostile ones are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from scenewright.assets import Catalogue
from scenewright.assets.packs.mesh_reading.node_tree import read_tree
from scenewright.assets.packs.mesh_reading.refusal import MeshRefused
from scenewright.assets.scene_files import SceneFileImporter
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.export.files import export_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.gltf_files import box_document, glb_of, parsed_glb, world_matrices


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.default()


def imported(path: Path, catalogue: Catalogue) -> tuple[str, Scene]:
    text = SceneFileImporter().read(path).text
    return text, evaluate_here(text, assets=catalogue)


def written(folder: Path, nodes: list[dict[str, Any]], roots: list[int], boxes: int = 1, **more: Any) -> Path:
    document, binary = box_document(nodes, roots, boxes)
    path = folder / "room.glb"
    path.write_bytes(glb_of({**document, **more}, binary))
    return path


def strange_poses(seed: int, count: int) -> tuple[list[dict[str, Any]], list[int]]:
    """Nodes in a random tree: half with a mesh; turned any way, mirrored, scaled unevenly (so that nested ones are sheared), or plain."""
    random = np.random.default_rng(seed)
    nodes: list[dict[str, Any]] = []
    roots: list[int] = []
    for i in range(count):
        letters = "".join("abcdefghij"[int(digit)] for digit in str(i))
        node: dict[str, Any] = {"name": f"thing {letters}", "translation": random.uniform(-3, 3, 3).tolist()}
        how = random.integers(5)
        if how == 0:
            node["rotation"] = Rotation.random(random_state=int(random.integers(1 << 30))).as_quat().tolist()
        elif how == 1:
            node["rotation"] = Rotation.from_euler("y", random.uniform(-180, 180), degrees=True).as_quat().tolist()
        elif how == 2:
            node["scale"] = (random.uniform(0.3, 2, 3) * random.choice([-1, 1], 3)).tolist()
        elif how == 3:
            del node["translation"]
            sheared = np.eye(4) + np.triu(random.uniform(-0.5, 0.5, (4, 4)), 1)
            node["matrix"] = sheared.T.reshape(-1).tolist()
        if random.random() < 0.5 or i >= count - 5:
            node["mesh"] = int(random.integers(3))
        nodes.append(node)
        if i < 3:
            roots.append(i)
        else:
            nodes[int(random.integers(i))].setdefault("children", []).append(i)
    return nodes, roots


@pytest.mark.parametrize("seed", [1, 2])
def test_every_node_has_its_world_transform_again(seed: int, catalogue: Catalogue, tmp_path: Path) -> None:
    nodes, roots = strange_poses(seed, 60)
    path = written(tmp_path, nodes, roots, boxes=3)
    _, scene = imported(path, catalogue)
    export_geometry(scene, tmp_path / "again.glb", provider=catalogue)
    again = parsed_glb(tmp_path / "again.glb")
    worlds = world_matrices(again)
    by_name: dict[str, list[int]] = {}
    for i, node in enumerate(again["nodes"]):
        name = node["name"].removesuffix(".turn")
        by_name.setdefault(name, []).append(i)
    shown = 0
    for node, world in zip(nodes, world_matrices(box_document(nodes, roots)[0]), strict=True):
        found = by_name.get(node["name"].replace(" ", "_"), [])
        if found:
            shown += 1
            assert min(np.abs(worlds[i] - world).max() for i in found) < 1e-5, node["name"]
    assert shown >= sum("mesh" in node for node in nodes) > 20


def test_what_is_repeated_is_one_function_and_one_asset(catalogue: Catalogue, tmp_path: Path) -> None:
    nodes: list[dict[str, Any]] = [{"name": "Hall", "children": []}]
    for i in range(40):
        seat = len(nodes) + 1
        nodes.append({"name": f"Chair.{i:03d}", "translation": [i, 0, i % 3], "children": [seat]})
        nodes.append({"name": f"Seat.{i:03d}", "mesh": 0, "translation": [0, 0.45, 0]})
        nodes[0]["children"].append(seat - 1)
    text, scene = imported(written(tmp_path, nodes, [0]), catalogue)
    assert text.count("@register") == 3
    assert text.count("asset_call") == 1
    assert len(scene.assets) == 1
    assert scene.find("hall/chair[39]/seat").word == "seat"
    assert len([p for p in scene.paths if p.count("/") == 1]) == 40


def test_words_come_from_extras_and_else_from_names(catalogue: Catalogue, tmp_path: Path) -> None:
    nodes = [
        {"name": "Object_7", "mesh": 0, "extras": {"word": "armchair", "phrase": "a worn green armchair"}},
        {"name": "SM_CoffeeTable_01", "mesh": 0, "translation": [2, 0, 0]},
        {"name": "Lampe über dem Tisch", "mesh": 0, "translation": [4, 0, 0]},
        {"name": "import", "mesh": 0, "translation": [6, 0, 0]},
    ]
    _, scene = imported(written(tmp_path, nodes, [0, 1, 2, 3]), catalogue)
    words = {e.word: e.phrase for e in scene.root.children}
    assert words["armchair"] == "a worn green armchair"
    assert words["coffee_table"] == "coffee table"
    assert words["lampe_über_dem_tisch"] == "lampe über dem tisch"
    assert "the_import" in words
    assert not any("asset:" in path for path in scene.paths)


def test_cameras_look_as_they_did(catalogue: Catalogue, tmp_path: Path) -> None:
    turn = Rotation.from_euler("y", 90, degrees=True).as_quat().tolist()
    nodes = [{"name": "box", "mesh": 0}, {"name": "eye", "camera": 0, "translation": [5, 1, 0], "rotation": turn}]
    cameras = [{"type": "perspective", "perspective": {"yfov": 0.7, "znear": 0.1}}]
    _, scene = imported(written(tmp_path, nodes, [0, 1], cameras=cameras), catalogue)
    (camera,) = scene.cameras
    assert camera.eye == pytest.approx((5, 1, 0))
    assert camera.fov == pytest.approx(np.degrees(0.7))
    assert np.subtract(camera.target, camera.eye) / np.linalg.norm(
        np.subtract(camera.target, camera.eye)
    ) == pytest.approx((-1, 0, 0))


def test_gltf_takes_the_files_of_its_folder_alone(catalogue: Catalogue, tmp_path: Path) -> None:
    document, binary = box_document([{"name": "box", "mesh": 0}], [0])
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "my data.bin").write_bytes(binary)
    document["buffers"][0]["uri"] = "my%20data.bin"
    (inside / "a.gltf").write_text(json.dumps(document))
    _, scene = imported(inside / "a.gltf", catalogue)
    assert np.allclose(scene.bounds, [[-0.5, -0.3, -0.5], [0.5, 0.7, 0.5]], atol=1e-6)
    (tmp_path / "secret.bin").write_bytes(binary)
    document["buffers"][0]["uri"] = "../secret.bin"
    (inside / "c.gltf").write_text(json.dumps(document))
    with pytest.raises(AssetError, match=r"c\.gltf.*not in its folder: \.\./secret\.bin"):
        SceneFileImporter().read(inside / "c.gltf")


LOOP = [{"name": "a", "mesh": 0, "children": [1]}, {"name": "b", "children": [0]}]
DEEP = [{"name": "n", "children": [i + 1], "mesh": 0} for i in range(300)] + [{"name": "n", "mesh": 0}]
REFUSED = {
    "a loop": (LOOP, {}, "below two others, or below itself"),
    "too deep": (DEEP, {}, "nested more than"),
    "a pose that is not finite": ([{"mesh": 0, "translation": [1e999, 0, 0]}], {}, "pose of its node 0"),
    "no mesh of that number": ([{"mesh": 9}], {}, "no mesh 9"),
    "compressed": (
        [{"mesh": 0}],
        {"extensionsRequired": ["KHR_draco_mesh_compression"]},
        "requires KHR_draco_mesh_compression",
    ),
    "nothing to see": ([{"name": "empty"}], {}, "no triangles"),
    "scaled to nothing": ([{"mesh": 0, "scale": [0, 1, 1]}], {}, "no triangles"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_a_scene_is_refused(case: str, tmp_path: Path) -> None:
    nodes, more, message = REFUSED[case]
    with pytest.raises(MeshRefused, match=message):  # as the child does it
        read_tree(written(tmp_path, nodes, [0], **more), tmp_path / "stored.glb", {})


def test_a_refused_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"room\.glb.*no triangles"):
        SceneFileImporter().read(written(tmp_path, [{"name": "empty"}], [0]))


def test_boxes_of_many_colours_are_one_function_and_one_shape(tmp_path: Path, catalogue: Catalogue) -> None:
    lines = "".join(
        f"        transform_shape(primitive_call('cube', {{'scale': (1, 1, 1)}}, color=({n / 10}, 0.2, 0.3)), translation_matrix(({2 * n}, 0, 0))),\n"
        for n in range(6)
    )
    program = (
        f"from scene.language import *\n\n\n@register('a row')\ndef row():\n    return concat_shapes(\n{lines}    )\n"
    )
    export_geometry(evaluate_here(program), tmp_path / "row.glb")
    document = parsed_glb(tmp_path / "row.glb")
    assert len(document["meshes"]) == 6
    assert len(document["accessors"]) == 3
    text, scene = imported(tmp_path / "row.glb", catalogue)
    assert text.count("def cube") == 1
    assert text.count("mesh='") == 6
    words = {scene.entity(row).word for row in scene.children_of(0)}
    assert words == {"cube"}
    assert len(scene.assets) == 6
