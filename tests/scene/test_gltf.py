"""GLB files: read back with other people's loaders."""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scenewright.scene.export.files import export_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import AssetRef, Scene

PROGRAM = """
from helper import *
@register('a leg')
def leg(): return primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.7, 0)}, color=(0.5, 0.25, 0.1))
@register('a table')
def table():
    top = transform_shape(primitive_call('cube', {'scale': (1, 0.04, 0.6)}, color=(0.5, 0.25, 0.1), material={'roughness': 0.3, 'metallic': 0.5}), translation_matrix((0, 0.72, 0)))
    return concat_shapes(top, *[place('leg', at=(x, 0, z)) for x in (-0.45, 0.45) for z in (-0.25, 0.25)])
@register('a room')
def scene():
    glow = primitive_call('sphere', {'radius': 0.1}, color=(1, 1, 1), material={'emission': 4.0})
    pane = primitive_call('cube', {'scale': (1, 1, 0.01)}, color=(0.8, 0.9, 1), material={'opacity': 0.25})
    mirrored = transform_shape(library_call('table'), reflection_matrix((2, 0, 0), (1, 0, 0)))
    sheared = transform_shape(transform_shape(pane, rotation_matrix(0.5, (0, 0, 1), (0, 0, 0))), scale_matrix((3, 1, 1), (0, 0, 0)))
    return concat_shapes(place('table', at=(0, 0, 0), z=embed('old oak')), mirrored, place(glow, at=(0, 2, 0), name='bulb'), place(sheared, at=(0, 0, -2), name='pane'))
light('point', at=(0, 2, 0)); light('sun', direction=(0, -1, -1)); light('ambient'); light('spot', at=(1, 2, 0), target=(1, 0, 0))
camera((0, 1, 5), (0, 1, 0), fov=40)
"""


def parsed(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    magic, version, length = struct.unpack("<4sII", data[:12])
    assert (magic, version, length) == (b"glTF", 2, len(data))
    size, kind = struct.unpack("<I4s", data[12:20])
    assert kind == b"JSON"
    return json.loads(data[20 : 20 + size])


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scene, Path, dict[str, Any]]:
    scene = evaluate_here(PROGRAM)
    path = tmp_path_factory.mktemp("glb") / "scene.glb"
    export_geometry(scene, path)
    return scene, path, parsed(path)


def test_every_instance_is_a_node_with_path_words_and_id(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    scene, _, document = exported
    by_path = {n["extras"]["path"]: n["extras"] for n in document["nodes"] if "path" in n.get("extras", {})}
    assert set(by_path) == set(scene.paths)
    for path, extras in by_path.items():
        entity = scene.find(path)
        assert (extras["word"], extras["id"]) == (entity.word, entity.index)
    assert by_path["scene/table"]["z"] == {"words": "old oak"}
    assert by_path["scene/table"]["phrase"] == "a table"


def test_worlds_are_the_scenes_and_gltf_can_say_every_matrix(
    exported: tuple[Scene, Path, dict[str, Any]],
) -> None:
    scene, _, document = exported
    nodes = document["nodes"]
    world: dict[int, np.ndarray] = {}
    pending = [(i, np.eye(4)) for i in document["scenes"][0]["nodes"]]
    while pending:
        i, above = pending.pop()
        m = np.array(nodes[i].get("matrix", np.eye(4).T.reshape(-1))).reshape(4, 4).T
        if "translation" in nodes[i]:
            assert "matrix" not in nodes[i]
            m[:3, 3] = nodes[i]["translation"]
        gram = m[:3, :3].T @ m[:3, :3]
        assert np.abs(gram - np.diag(np.diag(gram))).max() < 1e-6 * np.abs(gram).max()
        world[i] = above @ m
        pending += [(c, world[i]) for c in nodes[i].get("children", [])]
    checked = 0
    for i, node in enumerate(nodes):
        path = node.get("extras", {}).get("path")
        if path is None:
            continue
        inner = i
        if (
            "mesh" not in node
            and len(node.get("children", [])) == 1
            and "path" not in nodes[node["children"][0]].get("extras", {})
        ):
            inner = node["children"][0]  # a sheared matrix is two nodes
        assert np.allclose(world[inner], scene.find(path).world_from_local, atol=1e-6), path
        checked += 1
    assert checked == len(scene)


def test_repeated_geometry_is_shared(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    _, _, document = exported
    legs = [
        n
        for n in document["nodes"]
        if n.get("extras", {}).get("path", "").endswith("leg/cylinder")
        or "/leg[" in n.get("extras", {}).get("path", "")
    ]
    meshes = {n["mesh"] for n in legs if "mesh" in n}
    assert len(meshes) == 1
    assert len(document["accessors"]) < 4 * len(document["meshes"]) + 1


def test_materials_lights_and_cameras(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    _, _, document = exported
    materials = document["materials"]
    oak = next(m for m in materials if m["pbrMetallicRoughness"].get("metallicFactor") == 0.5)
    assert oak["pbrMetallicRoughness"]["baseColorFactor"] == pytest.approx(
        [0.2140, 0.0508, 0.0100, 1.0], abs=1e-3
    )  # linear
    pane = next(m for m in materials if m.get("alphaMode") == "BLEND")
    assert pane["pbrMetallicRoughness"]["baseColorFactor"][3] == 0.25
    glow = next(m for m in materials if any(m.get("emissiveFactor", [0])))
    assert glow["extensions"]["KHR_materials_emissive_strength"]["emissiveStrength"] == 4.0
    kinds = [item["type"] for item in document["extensions"]["KHR_lights_punctual"]["lights"]]
    assert sorted(kinds) == ["directional", "point", "spot"]
    assert document["cameras"][0]["perspective"]["yfov"] == pytest.approx(np.radians(40))
    assert document["asset"]["extras"]["units"] == "arbitrary"


def test_trimesh_reads_the_same_bounds(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    trimesh = pytest.importorskip("trimesh")
    scene, path, _ = exported
    loaded = trimesh.load_scene(path)
    assert np.allclose(loaded.bounds, scene.bounds, atol=2e-3)


def test_mirrored_parts_face_outward(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    trimesh = pytest.importorskip("trimesh")
    _, path, _ = exported
    loaded = trimesh.load_scene(path)
    mirrored = [g for g in loaded.dump() if g.bounds[:, 0].min() > 3.0]
    assert mirrored
    assert all(g.volume > 0 for g in mirrored)


def test_extras_survive_a_loader_of_others(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    trimesh = pytest.importorskip("trimesh")
    scene, path, _ = exported
    loaded = trimesh.load_scene(path)
    told = [e.get("metadata", {}) for e in loaded.graph.transforms.edge_data.values()]
    assert {m["path"]: m["id"] for m in told if "path" in m} == {p: i for i, p in enumerate(scene.paths)}
    table = next(m for m in told if m.get("path") == "scene/table")
    assert (table["word"], table["phrase"], table["z"]) == ("table", "a table", {"words": "old oak"})


def test_a_validator_of_others_finds_nothing(exported: tuple[Scene, Path, dict[str, Any]], tmp_path: Path) -> None:
    """Runs where Node finds Khronos's ``gltf-validator``: ``npm install gltf-validator``, NODE_PATH set to its folder."""
    node = shutil.which("node")
    check = "const v=require('gltf-validator'),f=require('fs');v.validateBytes(new Uint8Array(f.readFileSync(process.argv[1]))).then(r=>console.log(JSON.stringify(r.issues)))"
    if node is None or subprocess.run([node, "-e", "require('gltf-validator')"], capture_output=True).returncode:
        pytest.skip("needs Node and the npm package gltf-validator on NODE_PATH")
    said = subprocess.run([node, "-e", check, str(exported[1])], capture_output=True, text=True, check=True)
    issues = json.loads(said.stdout)
    assert issues["messages"] == []


def test_textures_and_dark_colours_are_kept(tmp_path: Path) -> None:
    trimesh = pytest.importorskip("trimesh")
    from PIL import Image

    pixels = np.zeros((4, 4, 3), dtype=np.uint8)
    pixels[0] = (255, 0, 0)  # the top row
    Image.fromarray(pixels).save(tmp_path / "red.png")
    scene = evaluate_here(
        "from helper import *\n@register()\ndef a(): return concat_shapes(primitive_call('cube', {'scale': 1}, material={'texture': 'red.png'}), primitive_call('cube', {'scale': 2}, color=(0.02, 0.03, 0.04)))\n"
    )
    done = export_geometry(scene, tmp_path / "a.glb", root=tmp_path)
    assert done.warnings == ()
    document = parsed(tmp_path / "a.glb")
    dark = min((m["pbrMetallicRoughness"]["baseColorFactor"] for m in document["materials"]), key=lambda c: c[0])
    assert dark[:3] == pytest.approx([0.02 / 12.92, 0.03 / 12.92, 0.04 / 12.92], rel=1e-3)
    loaded = trimesh.load_scene(tmp_path / "a.glb")
    textured = next(g for g in loaded.geometry.values() if g.visual.material.baseColorTexture is not None)
    assert np.array_equal(np.asarray(textured.visual.material.baseColorTexture.convert("RGB")), pixels)
    top = textured.vertices[:, 1] > 0
    side = np.abs(textured.vertex_normals[:, 1]) < 0.5
    assert np.allclose(textured.visual.uv[top & side, 1], 1.0)  # trimesh counts v from below, and so do we


def test_a_picture_outside_of_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "scene").mkdir()
    (tmp_path / "secret.png").write_bytes(b"no picture")
    scene = evaluate_here(
        "from helper import *\n@register()\ndef a(): return primitive_call('cube', {'scale': 1}, material={'texture': '../secret.png'})\n"
    )
    done = export_geometry(scene, tmp_path / "a.glb", root=tmp_path / "scene")
    assert any("outside the scene folder" in w for w in done.warnings)
    assert "images" not in parsed(tmp_path / "a.glb")


@pytest.mark.parametrize("suffix", [".ply", ".obj", ".stl"])
def test_other_formats_keep_the_surface(suffix: str, tmp_path: Path) -> None:
    trimesh = pytest.importorskip("trimesh")
    scene = evaluate_here(PROGRAM)
    done = export_geometry(scene, tmp_path / f"scene{suffix}")
    loaded = trimesh.load(done.files[0])
    assert np.allclose(loaded.bounds, scene.bounds, atol=2e-3)
    if suffix != ".obj":
        assert any("GLB" in w for w in done.warnings)
        assert loaded.volume > 0  # mirrored parts face outward


@pytest.mark.parametrize("suffix", [".ply", ".stl"])
def test_a_list_beside_one_mesh_says_whose_the_triangles_are(suffix: str, tmp_path: Path) -> None:
    trimesh = pytest.importorskip("trimesh")
    scene = evaluate_here(PROGRAM)
    done = export_geometry(scene, tmp_path / f"scene{suffix}")
    listed = json.loads(next(f for f in done.files if f.name.endswith(".entities.json")).read_text())
    mesh = trimesh.load(done.files[0], process=False)
    assert sum(n for _, _, n in listed["faces"]) == len(mesh.faces)
    for row, first, count in listed["faces"]:
        entity = scene.find(listed["entities"][str(row)]["path"])
        assert entity.index == row
        corners = mesh.triangles[first : first + count].reshape(-1, 3)
        low, high = entity.bounds
        assert (corners > low - 1e-5).all()
        assert (corners < high + 1e-5).all()
    if suffix == ".ply":
        raw = mesh.metadata["_ply_raw"]["face"]["data"]["entity"].reshape(-1)
        assert raw.tolist() == [r for r, _, n in listed["faces"] for _ in range(n)]


def test_obj_names_objects_by_path_and_shares_materials(tmp_path: Path) -> None:
    scene = evaluate_here(PROGRAM)
    done = export_geometry(scene, tmp_path / "scene.obj")
    text = done.files[0].read_text()
    names = [line[2:] for line in text.splitlines() if line.startswith("o ")]
    assert sorted(names) == sorted(scene.paths[r] for r in scene.leaf_rows)
    library = (tmp_path / "scene.mtl").read_text()
    assert library.count("newmtl") == 4  # top, legs, glow, pane
    assert "d 0.25" in library


class Provider:
    """One object: a scene of two parts."""

    def resolve(self, words: str, size: object, seed: int) -> AssetRef:
        hull = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (0.0, 1.0) for z in (-0.5, 0.5)])
        return AssetRef(
            words, None, seed, "a" * 64, hull, licence="CC-BY-4.0", author="Ada", title="stool", source="pack"
        )

    def load(self, ref: AssetRef) -> Any:
        from scenewright.scene.asset_provider import AssetContent

        body = "from helper import *\n@register()\ndef stool(): return concat_shapes(place(primitive_call('cube', {'scale': (1, 0.1, 1)}), at=(0, 0.9, 0), name='seat'), place(primitive_call('cube', {'scale': (0.1, 0.9, 0.1)}), name='leg'))\n"
        return AssetContent(scene=evaluate_here(body))


def test_catalogue_objects_keep_their_parts_and_are_credited(tmp_path: Path) -> None:
    provider = Provider()
    scene = evaluate_here(
        "from helper import *\n@register()\ndef scene(): return concat_shapes(*[place(asset_call('stool'), at=(i, 0, 0)) for i in range(3)])\n",
        assets=provider,
    )
    done = export_geometry(scene, tmp_path / "s.glb", provider=provider)
    document = parsed(tmp_path / "s.glb")
    parts = [n["extras"] for n in document["nodes"] if "part" in n.get("extras", {})]
    assert len([p for p in parts if p["part"].endswith("seat")]) == 3
    assert {p["id"] for p in parts} == set(scene.leaf_rows.tolist())
    assert len(document["meshes"]) <= 2
    text = done.files[1].read_text()
    assert "stool (3 times), by Ada, licence CC-BY-4.0" in text
    assert document["asset"]["copyright"] == "stool by Ada (CC-BY-4.0)"


def test_a_scene_without_objects_has_no_attribution(exported: tuple[Scene, Path, dict[str, Any]]) -> None:
    _, path, document = exported
    assert list(path.parent.glob("*ATTRIBUTION*")) == []
    assert document["asset"].get("copyright") is None


def test_a_scene_without_geometry_is_a_glb_but_no_mesh(tmp_path: Path) -> None:
    from dataclasses import replace

    from scenewright.scene.errors import ScenewrightError
    from scenewright.scene.geometry import scene_of_asset
    from scenewright.scene.model import NodeKind, PrimitiveKind

    lone = scene_of_asset(AssetRef("stool", None, 0, "", np.zeros((0, 3))))
    kinds = {"kind": np.array([NodeKind.ENTITY], np.uint8), "primitive": np.array([PrimitiveKind.NONE], np.uint8)}
    empty = replace(lone, nodes=replace(lone.nodes, asset=np.array([-1], np.int32), **kinds), assets=())
    export_geometry(empty, tmp_path / "a.glb")
    assert "meshes" not in parsed(tmp_path / "a.glb")
    with pytest.raises(ScenewrightError, match="no triangles"):
        export_geometry(empty, tmp_path / "a.ply")
    assert not (tmp_path / "a.ply").exists()
