"""Packs from outside: folders of GLB files, Sweet Home 3D libraries, and hostile files of both kinds."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from scenewright.assets import Catalogue, add_folder, preview
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.ingest import propose
from scenewright.assets.manifests import manifest_of, write_manifest
from scenewright.assets.orientation import AXES, guess_front, guess_unit, guess_up, upright_matrix
from scenewright.assets.pack_list import register, unregister
from scenewright.assets.packs import (
    MANIFEST,
    FolderPack,
    SweetHome3DPack,
    inspect_mesh,
    installed_libraries,
    mesh_child,
    read_mesh,
    registered_folders,
    user_packs,
)
from scenewright.assets.packs.mesh_child import convert_piece, list_library
from scenewright.assets.packs.mesh_reading import glb
from scenewright.assets.packs.mesh_reading.furniture_library import properties
from scenewright.assets.packs.mesh_reading.refusal import MeshRefused
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.jobs import Job
from scenewright.scene.semantics.words import normalise
from tests.support.child_workers import run_instead
from tests.support.evaluating import evaluate
from tests.support.samples import some_of


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    return tmp_path


def chair() -> trimesh.Scene:
    """A plain chair, 0.45 x 0.9 x 0.5 m, standing on y=0 and facing +z: four legs, a seat, a back at the rear."""
    scene = trimesh.Scene()

    def box(
        name: str, size: tuple[float, float, float], at: tuple[float, float, float], color: tuple[int, ...]
    ) -> None:
        mesh = trimesh.creation.box(extents=size)
        mesh.visual = trimesh.visual.TextureVisuals(
            material=trimesh.visual.material.PBRMaterial(baseColorFactor=color, roughnessFactor=0.5, metallicFactor=0.0)
        )
        scene.add_geometry(mesh, node_name=name, transform=trimesh.transformations.translation_matrix(at))

    for i, (x, z) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        box(f"leg{i}", (0.04, 0.45, 0.04), (x * 0.205, 0.225, z * 0.23), (90, 60, 40, 255))
    box("seat", (0.45, 0.05, 0.5), (0, 0.475, 0), (200, 30, 30, 255))
    box("back", (0.45, 0.4, 0.04), (0, 0.7, -0.23), (200, 30, 30, 255))
    return scene


def turned_glb(up: str, front: str, scale: float = 1.0) -> bytes:
    """The chair as a file in which `up` is its up and `front` its front."""
    scene = chair()
    matrix = np.eye(4)
    matrix[:3, :3] = upright_matrix(up, front).T * scale
    scene.apply_transform(matrix)
    return bytes(scene.export(file_type="glb"))


# -- meshes in the child --------------------------------------------------------------------------------------------------


def test_a_mesh_comes_back_as_it_was() -> None:
    scene = read_mesh(turned_glb("+y", "+z"))
    np.testing.assert_allclose(scene.bounds, [[-0.225, 0, -0.25], [0.225, 0.9, 0.25]], atol=1e-6)
    assert {"seat", "back", "leg0"} <= {str(n) for n in scene.graph.nodes}
    colors = {tuple(g.visual.material.baseColorFactor[:3].tolist()) for g in scene.geometry.values()}
    assert colors == {(90, 60, 40), (200, 30, 30)}


def test_the_child_is_confined_where_the_kernel_can(tmp_path: Path) -> None:
    path = tmp_path / "chair.glb"
    path.write_bytes(turned_glb("+y", "+z"))
    from scenewright.scene.children.kernel import survey

    assert inspect_mesh(path)["confined"] is (survey().landlock > 0)


def test_a_parsed_mesh_is_kept_and_a_damaged_copy_is_parsed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, kept = turned_glb("+y", "+z"), tmp_path / "kept" / "chair.safetensors"
    first = read_mesh(data, kept)
    with monkeypatch.context() as patch:
        patch.setattr(mesh_child, "answer_of", None)
        np.testing.assert_array_equal(read_mesh(data, kept).bounds, first.bounds)
    kept.write_bytes(b"damaged")
    np.testing.assert_array_equal(read_mesh(data, kept).bounds, first.bounds)


def glb_of(header: dict[str, Any], body: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(body), b"BIN\0") + body
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def one_triangle(**accessor: Any) -> bytes:
    body = (
        np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]], dtype=np.float32).tobytes()
        + np.array([0, 1, 2], dtype=np.uint32).tobytes()
    )
    points = {
        "bufferView": 0,
        "componentType": 5126,
        "count": 3,
        "type": "VEC3",
        "min": [0, 0, 0],
        "max": [1, 1, 0],
    } | accessor
    return glb_of(
        {
            "asset": {"version": "2.0", "copyright": "2020 A. Maker, CC-BY-4.0"},
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0, "name": "Blue_Chair_v2"}],
            "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
            "accessors": [points, {"bufferView": 1, "componentType": 5125, "count": 3, "type": "SCALAR"}],
            "bufferViews": [
                {"buffer": 0, "byteOffset": 0, "byteLength": 36},
                {"buffer": 0, "byteOffset": 36, "byteLength": 12},
            ],
            "buffers": [{"byteLength": len(body)}],
        },
        body,
    )


def test_facts_of_a_mesh(tmp_path: Path) -> None:
    path = tmp_path / "t.glb"
    path.write_bytes(one_triangle())
    facts = inspect_mesh(path)
    assert facts["copyright"] == "2020 A. Maker, CC-BY-4.0"
    assert facts["names"] == ["Blue_Chair_v2"]
    assert facts["triangles"] == 1


BROKEN = [
    b"",
    b"hello",
    b"glTF",
    b"glTF" + b"\0" * 60,
    b"glTF" + struct.pack("<II", 2, 2**31) + b"\xff" * 64,
    turned_glb("+y", "+z")[:-200],
    glb_of({"asset": {"version": "2.0"}}),
    glb_of({"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 7}]}),
    glb_of({"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"children": [0]}]}),
    one_triangle(count=2**31),
    one_triangle(bufferView=9),
    one_triangle(byteOffset=2**40),
    glb_of({"asset": {"version": "2.0"}, "buffers": [{"uri": "file:///etc/passwd", "byteLength": 10}]}),
    glb_of({"a": [[[[]]]] * 5})[:40],
]


@pytest.mark.parametrize("number", some_of(range(len(BROKEN)), 5))
def test_a_broken_mesh_is_an_error_in_words(number: int) -> None:
    with pytest.raises(AssetError, match=r"mesh\.glb"):
        read_mesh(BROKEN[number])


def test_a_mesh_of_too_many_vertices_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = trimesh.creation.icosphere(subdivisions=2)
    scene = trimesh.Scene(many)
    for i in range(4):
        scene.graph.update(frame_to=f"copy{i}", matrix=np.eye(4), geometry=next(iter(scene.geometry)))
    monkeypatch.setattr(glb, "MAX_VERTICES", len(many.vertices) - 1)
    with pytest.raises(MeshRefused, match=r"it has 162 vertices; the limit is 161"):
        glb.checked(scene)
    monkeypatch.setattr(glb, "MAX_VERTICES", len(many.vertices))
    with pytest.raises(MeshRefused, match=r"its instances have 810 vertices together; the limit is 648"):
        glb.checked(scene)


def test_a_child_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import time\ntime.sleep(60)\n")
    run_instead(monkeypatch, mesh_child, worker)
    monkeypatch.setattr(mesh_child, "WALL_SECONDS", 0.3)
    with pytest.raises(AssetError, match="not read within"):
        read_mesh(b"glTF")


def test_a_child_that_dies_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import os\nos.abort()\n")
    run_instead(monkeypatch, mesh_child, worker)
    with pytest.raises(AssetError, match="broke the process"):
        read_mesh(b"glTF")


# -- how a mesh stands ----------------------------------------------------------------------------------------------------


def test_upright_takes_up_to_y_and_front_to_z() -> None:
    for up, (up_axis, up_sign) in AXES.items():
        for front, (front_axis, front_sign) in AXES.items():
            if up_axis == front_axis:
                with pytest.raises(ValueError, match="different axes"):
                    upright_matrix(up, front)
                continue
            matrix = upright_matrix(up, front)
            np.testing.assert_allclose(matrix @ matrix.T, np.eye(3))
            assert np.linalg.det(matrix) == pytest.approx(1)
            np.testing.assert_array_equal(matrix @ (up_sign * np.eye(3)[up_axis]), [0, 1, 0])
            np.testing.assert_array_equal(matrix @ (front_sign * np.eye(3)[front_axis]), [0, 0, 1])


@pytest.mark.parametrize(("up", "front"), [("+y", "+z"), ("+y", "-z"), ("+y", "+x"), ("+z", "-y"), ("+z", "+x")])
def test_the_way_a_chair_stands_is_guessed(up: str, front: str, tmp_path: Path) -> None:
    path = tmp_path / "chair.glb"
    path.write_bytes(turned_glb(up, front))
    facts = inspect_mesh(path)
    known = (0.45, 0.9, 0.5)
    found_up, confidence = guess_up(facts, known)
    assert found_up == up
    assert 0.3 < confidence <= 1
    found_front, confidence = guess_front(facts, found_up, known, "seating")
    assert found_front == front
    assert 0.3 < confidence <= 1


@pytest.mark.parametrize(("unit", "metres"), [("m", 1.0), ("cm", 100.0), ("mm", 1000.0), ("inch", 39.37)])
def test_the_unit_is_guessed_from_things_of_that_name(unit: str, metres: float) -> None:
    found, scale, confidence = guess_unit((0.45 * metres, 0.9 * metres, 0.5 * metres), (0.45, 0.9, 0.5))
    assert found == unit
    assert scale * metres == pytest.approx(1, rel=0.01)
    assert confidence > 0.5


def test_a_size_of_no_known_unit_is_fitted_with_low_confidence() -> None:
    found, scale, confidence = guess_unit((6.7, 5.0, 6.7), (0.45, 0.9, 0.5))
    assert (found, confidence) == ("fitted", 0.4)
    assert 6.7 * scale == pytest.approx(0.9)


# -- folders --------------------------------------------------------------------------------------------------------------


def test_a_folder_is_proposed_and_becomes_a_pack(homes: Path, catalogue: Catalogue) -> None:
    folder = homes / "models"
    folder.mkdir()
    (folder / "Red_Chair_v2.glb").write_bytes(turned_glb("+z", "-y", scale=100.0))
    (folder / "broken.glb").write_bytes(b"glTF")
    (folder / "notes.txt").write_text("nothing")
    (folder / "LICENSE.txt").write_text("These models are CC0 1.0, public domain.")
    seen: list[float] = []
    added = add_folder(folder, catalogue, job=Job(lambda share, _: seen.append(share)))
    (chair_proposal,) = added.proposals
    assert chair_proposal.word == "chair"
    assert (chair_proposal.up, chair_proposal.front, chair_proposal.unit) == ("+z", "-y", "cm")
    assert chair_proposal.size == pytest.approx((0.45, 0.9, 0.5), abs=1e-3)
    assert chair_proposal.licence == "CC0-1.0"
    assert len(added.problems) == 1
    assert "broken.glb" in added.problems[0]
    assert seen == [0.0, 0.5]
    assert added.manifest == manifest_of(folder, "models")
    assert added.manifest.is_relative_to(homes / "home")
    assert sorted(p.name for p in folder.iterdir()) == ["LICENSE.txt", "Red_Chair_v2.glb", "broken.glb", "notes.txt"]
    assert [f for f, _ in registered_folders()] == [folder]

    (pack,) = user_packs(lambda: catalogue.geometry)
    (entry,) = pack.entries()
    assert (entry.key, entry.licence, entry.parameters) == ("models/Red_Chair_v2", "CC0-1.0", {})
    both = Catalogue([*catalogue.packs, pack], geometry=catalogue.geometry, folder=homes)
    ref = both.resolve("models/Red_Chair_v2", None, 0)
    assert (ref.hull.max(axis=0) - ref.hull.min(axis=0)).tolist() == pytest.approx(entry.size, abs=1e-3)
    assert ref.licence == "CC0-1.0"
    mesh = both.load(ref).mesh
    assert mesh is not None
    corners = trimesh.transformations.transform_points(mesh.bounds, ref.fit)
    np.testing.assert_allclose(corners.min(axis=0), ref.hull.min(axis=0), atol=1e-4)
    (cell,) = preview(added, catalogue)
    assert cell.ref.id == ref.id
    assert unregister(folder) == (folder, added.manifest)
    with pytest.raises(AssetError, match="None was added"):
        unregister(folder)
    assert registered_folders() == []


def test_the_back_of_a_fitted_chair_is_at_the_rear(homes: Path, catalogue: Catalogue) -> None:
    folder = homes / "m"
    folder.mkdir()
    (folder / "chair.glb").write_bytes(turned_glb("+z", "+x"))
    added = add_folder(folder, catalogue)
    (cell,) = preview(added, catalogue)
    mesh = catalogue.load(cell.ref).mesh
    assert mesh is not None
    matrix, name = mesh.graph.get("back")
    middle = (cell.ref.fit @ matrix @ [*mesh.geometry[name].bounds.mean(axis=0), 1])[:3]
    assert middle[2] < -0.2
    assert middle[1] > 0.6
    part = catalogue.resolve(f"asset:{cell.ref.id}#back", None, 0)
    np.testing.assert_allclose(part.hull.max(axis=0) - part.hull.min(axis=0), (0.45, 0.4, 0.04), atol=1e-5)
    drawn = catalogue.load(part).mesh
    assert drawn is not None
    np.testing.assert_allclose(
        trimesh.transformations.transform_points(drawn.bounds, part.fit)[:, 1].tolist(),
        part.hull[:, 1].min() + np.array([0, 0.4]),
        atol=1e-4,
    )


def test_what_was_corrected_by_hand_stays(homes: Path, catalogue: Catalogue) -> None:
    folder = homes / "m"
    folder.mkdir()
    (folder / "thing.glb").write_bytes(turned_glb("+y", "+z"))
    manifest = folder / MANIFEST
    write_manifest(manifest, "m", propose(folder, catalogue).proposals)
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('word = "thing"', 'word = "milking stool" # mine'), encoding="utf-8")
    (folder / "other.glb").write_bytes(turned_glb("+y", "+z"))
    write_manifest(manifest, "m", propose(folder, catalogue).proposals)
    after = manifest.read_text(encoding="utf-8")
    assert 'word = "milking stool" # mine' in after
    assert [e.word for e in FolderPack(folder, lambda: catalogue.geometry).entries()] == ["milking stool", "other"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ('file = "../secret.glb"\nword = "x"\nsize = [1, 1, 1]', "no file of the folder"),
        ('file = "a.glb"\nsize = [1, 1, 1]', "word"),
        ('file = "a.glb"\nword = "x"\nsize = [1, 1]', "size"),
        ('file = "a.glb"\nword = "x"\nsize = [1, -1, 1]', "size"),
        ('file = "a.glb"\nword = "x"\nsize = [1, 1, 1]\nup = "+y"\nfront = "-y"', "different axes"),
        ('file = "a.glb"\nword = "x"\nsize = [1, 1, 1]\nsupport = "roof"', "support"),
    ],
)
def test_wrong_records_of_a_manifest_are_named(record: str, said: str, homes: Path, catalogue: Catalogue) -> None:
    folder = homes / "m"
    folder.mkdir()
    (folder / "a.glb").write_bytes(turned_glb("+y", "+z"))
    (homes / "secret.glb").write_bytes(turned_glb("+y", "+z"))
    (folder / MANIFEST).write_text(f'[[asset]]\n{record}\n[[asset]]\nfile = "a.glb"\nword = "good"\nsize = [1, 1, 1]\n')
    pack = FolderPack(folder, lambda: catalogue.geometry)
    assert [e.word for e in pack.entries()] == ["good"]
    assert len(pack.problems) == 1
    assert said in pack.problems[0]


def test_a_manifest_that_is_no_toml_is_an_error(homes: Path, catalogue: Catalogue) -> None:
    (homes / MANIFEST).write_text("word = ")
    with pytest.raises(AssetError, match="cannot be read"):
        FolderPack(homes, lambda: catalogue.geometry)
    (homes / MANIFEST).write_text("schema = 99")
    with pytest.raises(AssetError, match="schema 99"):
        FolderPack(homes, lambda: catalogue.geometry)


def test_a_folder_that_is_gone_does_not_take_the_catalogue_along(homes: Path, catalogue: Catalogue) -> None:
    register(homes / "gone")
    packs = user_packs(lambda: catalogue.geometry)
    both = Catalogue([*catalogue.packs, *packs], geometry=catalogue.geometry, folder=homes)
    assert both.find("chair", k=1, meaning=False)
    assert any("gone" in p for p in both.problems)


@pytest.mark.parametrize("name", ["nothing", "a file"])
def test_folders_that_cannot_be_added(name: str, homes: Path, catalogue: Catalogue) -> None:
    (homes / "a file").write_text("x")
    with pytest.raises(AssetError, match="is no folder"):
        propose(homes / name, catalogue)
    (homes / "empty").mkdir()
    with pytest.raises(AssetError, match="holds no mesh"):
        propose(homes / "empty", catalogue)


@pytest.mark.skipif("SCENEWRIGHT_DATA" not in os.environ, reason="SCENEWRIGHT_DATA is not set")
def test_a_published_model_is_proposed(homes: Path, catalogue: Catalogue) -> None:
    folder = homes / "ducks"
    folder.mkdir()
    (folder / "Duck.glb").write_bytes((Path(os.environ["SCENEWRIGHT_DATA"]) / "meshes/Duck.glb").read_bytes())
    (duck,) = propose(folder, catalogue).proposals
    assert "duck" in normalise(duck.word)
    assert duck.up == "+y"
    assert duck.triangles == 4212
    assert "licence" in duck.doubts


# -- Sweet Home 3D --------------------------------------------------------------------------------------------------------

OBJ = """mtllib {mtl}
g legs
usemtl wood
v -20 0 -20
v 20 0 -20
v 20 40 -20
v -20 40 20
f 1 2 3
f 1 3 4
f 1 4 2
f 2 4 3
"""
MTL = "newmtl wood\nKd 0.5 0.25 0.1\nNs 20\nd 1.0\n"
TABLE = """# comment
license=Public domain
version=1.8
provider=example.org
id#1=Lib#stool
name#1=Stool 2
tags#1=Seat
category#1=Kitchen
model#1=/models/stool/stool.obj
width#1=40
depth#1=35.5
height#1=45
doorOrWindow#1=false
creator#1=J\\u00e9r\\u00f4me
id#2=Lib#gone
name#2=Gone
model#2=/models/gone.obj
width#2=40
depth#2=40
height#2=40
"""


def library(path: Path, table: str = TABLE, obj: str = OBJ, mtl: str = "stool.mtl", **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("PluginFurnitureCatalog.properties", table.encode("iso-8859-1"))
        archive.writestr("models/stool/stool.obj", obj.format(mtl=mtl))
        archive.writestr("models/stool/stool.mtl", MTL)
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_library_is_listed_and_its_pieces_are_converted(tmp_path: Path) -> None:
    pack = SweetHome3DPack([library(tmp_path / "lib.sh3f")], folder=tmp_path / "cache")
    (entry,) = pack.entries()
    assert entry.key == "sweethome3d/lib/stool"
    assert (entry.word, entry.title, entry.phrase) == ("stool", "Stool 2", "stool, seat")
    assert entry.size == pytest.approx((0.4, 0.45, 0.355))
    assert (entry.licence, entry.author, entry.support) == ("CC0-1.0", "Jérôme", "floor")
    assert len(pack.problems) == 1
    assert "gone" in pack.problems[0]
    stored = pack.store(entry, {})
    mesh = read_mesh(stored.data)
    np.testing.assert_allclose(mesh.bounds, [[-20, 0, -20], [20, 40, 20]])
    (geometry,) = mesh.geometry.values()
    linear = [((c + 0.055) / 1.055) ** 2.4 for c in (0.5, 0.25, 0.1)]
    np.testing.assert_allclose(geometry.visual.material.baseColorFactor[:3] / 255, linear, atol=0.004)
    again = SweetHome3DPack([tmp_path / "lib.sh3f"], folder=tmp_path / "cache")
    assert again.store(again.entries()[0], {}).data == stored.data


@pytest.mark.parametrize(
    ("name", "more", "support", "front"),
    [
        ("Wardrobe 3", "", "floor", True),
        ("Vase", "elevation#1=75", "surface", False),
        ("Cupboard", "elevation#1=150", "wall", True),
        ("Fixed window", "", "wall", False),
    ],
)
def test_what_holds_a_piece_up_and_what_stays_free(
    name: str, more: str, support: str, front: bool, tmp_path: Path
) -> None:
    table = TABLE.replace("name#1=Stool 2", f"name#1={name}\n{more}")
    if "window" in name:
        table = table.replace("doorOrWindow#1=false", "doorOrWindow#1=true")
    (entry,) = SweetHome3DPack([library(tmp_path / "lib.sh3f", table)], folder=tmp_path / "cache").entries()
    assert entry.support == support
    assert ("front" in entry.clearance) == front


@pytest.mark.parametrize(
    ("table", "licence"),
    [
        ("license=Creative Commons Attribution 3.0 license", "CC-BY-3.0"),
        ("license=Creative Commons Attribution 3.0 United States", "CC-BY-3.0-US"),
        ("license=Ask the maker", "Ask the maker"),
    ],
)
def test_licences_are_kept(table: str, licence: str, tmp_path: Path) -> None:
    text = TABLE.replace("license=Public domain", table)
    pack = SweetHome3DPack([library(tmp_path / "x.sh3f", text)], folder=tmp_path / "cache")
    assert pack.entries()[0].licence == licence


def test_models_outside_the_library_are_refused(tmp_path: Path) -> None:
    path = library(tmp_path / "x.sh3f", TABLE.replace("/models/stool/stool.obj", "/../../../etc/passwd"))
    listing = list_library(path)
    assert listing["pieces"] == []
    assert "outside the library" in listing["problems"][0]
    with pytest.raises(AssetError, match="outside the library"):
        convert_piece(path, "../../etc/passwd", "")


def test_textures_come_from_the_models_own_folder_only(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"secret")
    path = library(tmp_path / "x.sh3f", mtl=str(picture))
    data, arrays = convert_piece(path, "models/stool/stool.obj", "")
    assert b"secret" not in data + arrays


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library(tmp_path / "bomb.sh3f", **{"models/stool/picture.png": b"\0" * (140 << 20)})
    assert path.stat().st_size < 1 << 20
    with pytest.raises(AssetError, match="unpacked"):
        convert_piece(path, "models/stool/stool.obj", "")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nonsense", b"not a zip"])
def test_what_is_no_library_is_named(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.sh3f"
    path.write_bytes(data)
    pack = SweetHome3DPack([path], folder=tmp_path / "cache")
    assert list(pack.entries()) == []
    assert "no Sweet Home 3D library" in pack.problems[0]


def test_an_archive_without_a_table_is_no_library(tmp_path: Path) -> None:
    path = tmp_path / "x.sh3f"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "hello")
    path.write_bytes(buffer.getvalue())
    with pytest.raises(AssetError, match="PluginFurnitureCatalog"):
        list_library(path)


def test_java_properties() -> None:
    text = b"! c\n# c\na = 1\nb:2\nc 3\nd\\ e=x \\\n   y\nf=\\u00e9\\t!\nempty=\n"
    assert properties(text) == {"a": "1", "b": "2", "c": "3", "d e": "x y", "f": "é\t!", "empty": ""}


@pytest.mark.slow
@pytest.mark.skipif(
    not installed_libraries(),
    reason="Sweet Home 3D's furniture is not installed (apt-get install sweethome3d-furniture)",
)
def test_the_installed_libraries_serve(tmp_path: Path) -> None:
    pack = SweetHome3DPack(folder=tmp_path)
    entries = pack.entries()
    assert len(entries) > 500
    assert {e.licence for e in entries} <= {"CC0-1.0", "CC-BY-3.0", "CC-BY-3.0-US", "CC-BY-4.0"}
    assert entries[0].licence == "CC0-1.0"
    assert all(e.author for e in entries)
    store = GeometryStore(evaluate, folder=tmp_path)
    catalogue = Catalogue([pack], geometry=store, folder=tmp_path)
    bed = catalogue.resolve("bed", None, 0)
    content = catalogue.load(bed).mesh
    assert content is not None
    size = bed.hull.max(axis=0) - bed.hull.min(axis=0)
    assert 0.8 < size[0] < 2.5 > size[2] > 1.8
