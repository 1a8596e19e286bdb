"""Packs of OBJ, glTF, PLY and STL files: what they look like, which files are read, and what is never read or written."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.assets import Catalogue, add_folder, preview, unregister
from scenewright.assets.geometry import file_id
from scenewright.assets.ingest import propose
from scenewright.assets.packs import MANIFEST, inspect_file, kept_arrays, mesh_files, read_mesh
from scenewright.assets.packs.mesh_files import glb_of_file
from scenewright.scene.asset_provider import AssetError
from tests.support.samples import some_of


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def folder(homes: Path) -> Path:
    made = homes / "models"
    (made / "textures").mkdir(parents=True)
    return made


def textured_obj(folder: Path, *pictures: str, libraries: tuple[str, ...] = ("table.mtl",)) -> Path:
    """A square of one metre for each picture, which is red where it is there, and one of glass."""
    (folder / "textures").mkdir(exist_ok=True)
    Image.new("RGB", (8, 8), (200, 10, 10)).save(folder / "textures" / "wood.png")
    said = [f"newmtl wood{n}\nKd 1 1 1\nmap_Kd {picture}\n" for n, picture in enumerate(pictures)]
    (folder / "table.mtl").write_text("".join([*said, "newmtl glass\nKd 0 0 1\nd 0.25\n"]))
    path = folder / "table.obj"
    names = [*(f"wood{n}" for n in range(len(pictures))), "glass"]
    path.write_text(
        "".join(f"mtllib {name}\n" for name in libraries)
        + "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\n"
        + "".join(f"usemtl {name}\nf 1/1 2/2 3/3\nf 1/1 3/3 4/4\n" for name in names)
    )
    return path


def materials(scene: trimesh.Scene) -> dict[str, trimesh.visual.material.PBRMaterial]:
    return {g.visual.material.name.partition("_")[2]: g.visual.material for g in scene.geometry.values()}


def test_an_obj_has_its_picture_wherever_its_maker_had_it(folder: Path) -> None:
    spellings = (
        "textures/wood.png",
        "wood.png",
        "textures\\wood.png",
        "C:\\work\\wood.png",
        "-s 1 1 1 -bm 0.2 wood.png",
    )
    seen = materials(read_mesh(glb_of_file(textured_obj(folder, *spellings), folder)))
    for number, spelling in enumerate(spellings):
        picture = seen[f"wood{number}"].baseColorTexture
        assert picture is not None, spelling
        assert np.asarray(picture)[0, 0, :3].tolist() == [200, 10, 10]
    glass = seen["glass"]
    assert (glass.alphaMode, round(glass.baseColorFactor[3] / 255, 2)) == ("BLEND", 0.25)


def test_what_an_obj_names_and_is_not_there_is_said(folder: Path) -> None:
    path = textured_obj(folder, "gone.png")
    data = glb_of_file(path, folder)
    scene = read_mesh(data, kept_arrays(folder.parent / "cache", file_id(data)))
    assert "gone.png" in " ".join(scene.metadata["warnings"])
    Image.new("RGB", (4, 4), (10, 200, 10)).save(folder / "gone.png")
    wood = materials(read_mesh(glb_of_file(path, folder)))["wood0"]
    assert np.asarray(wood.baseColorTexture)[0, 0, 1] == 200, "a picture that was put there later is seen"


def test_no_file_outside_the_folder_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "secret.mtl").write_text("newmtl glass\nKd 0 1 0\n")
    (folder / "link.mtl").symlink_to(folder.parent / "secret.mtl")
    os.mkfifo(folder / "pipe.mtl")
    libraries = ("../secret.mtl", "link.mtl", "/etc/passwd", "pipe.mtl", "textures", "x" * 5_000)
    path = textured_obj(folder, "../../picture.png", libraries=libraries)
    (folder / "table.mtl").unlink()
    read = []
    plain = mesh_files.read_plain

    def watched(file: Path, *values: object, **more: object) -> bytes:
        read.append(Path(os.path.realpath(file)))
        return plain(file, *values, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(mesh_files, "read_plain", watched)
    scene = read_mesh(glb_of_file(path, folder))
    assert len(scene.geometry) > 0
    assert [p for p in read if not p.is_relative_to(folder.resolve()) and "cache" not in p.parts] == []


def test_other_formats_are_measured_and_drawn(folder: Path) -> None:
    ball = trimesh.creation.icosphere(2, 0.5)
    ball.visual.vertex_colors = np.tile(np.uint8([0, 128, 255, 255]), (len(ball.vertices), 1))
    ball.export(folder / "ball.ply")
    trimesh.creation.box((30, 40, 50)).export(folder / "block.stl")
    stool = trimesh.Scene()
    stool.add_geometry(trimesh.creation.box((0.4, 0.5, 0.4)), node_name="seat")
    for name, data in stool.export(file_type="gltf").items():
        (folder / ("stool.gltf" if name == "model.gltf" else name)).write_bytes(data)
    for name, extent in (("ball.ply", (1, 1, 1)), ("block.stl", (30, 40, 50)), ("stool.gltf", (0.4, 0.5, 0.4))):
        facts = inspect_file(folder / name, folder)
        np.testing.assert_allclose(np.subtract(facts["high"], facts["low"]), extent, rtol=1e-5)
        scene = read_mesh(glb_of_file(folder / name, folder))
        np.testing.assert_allclose(scene.extents, extent, rtol=1e-5)
        if name == "ball.ply":
            (colored,) = scene.geometry.values()
            assert np.asarray(colored.visual.vertex_colors)[0, :3].tolist() == [0, 128, 255]


BROKEN = [
        ("a.obj", b"v 0 0 0\n", "no triangles"),
        ("a.stl", b"solid x\n", "a.stl"),
        ("a.ply", b"ply\nformat binary_little_endian 1.0\nelement vertex 9\nproperty float x\nproperty float f_dc_0\nend_header\n", "splat"),
        ("a.obj", b"\0\xff" * 500, "a.obj"),
        ("a.gltf", b"{", "a.gltf"),
        ("a.gltf", b'{"asset":{"version":"2.0"},"buffers":[{"uri":"no.bin","byteLength":9}],"meshes":[]}', "a.gltf"),
        ("a.gltf", b"[" * 100_000, "a.gltf"),
]  # fmt: skip


@pytest.mark.parametrize("number", some_of(range(len(BROKEN)), 4))
def test_broken_files_are_errors_in_words(number: int, folder: Path) -> None:
    name, data, said = BROKEN[number]
    (folder / name).write_bytes(data)
    with pytest.raises(AssetError, match=said):
        inspect_file(folder / name, folder)


def test_a_conversion_is_kept_until_a_file_of_it_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = textured_obj(folder, "wood.png")
    first = glb_of_file(path, folder)
    with monkeypatch.context() as patch:
        patch.setattr(mesh_files, "convert_bundle", None)
        assert glb_of_file(path, folder) == first
    Image.new("RGB", (16, 16), (1, 2, 3)).save(folder / "textures" / "wood.png")
    assert glb_of_file(path, folder) != first


def test_one_object_in_several_formats_is_one(folder: Path, catalogue: Catalogue) -> None:
    box = trimesh.Scene(trimesh.creation.box((1, 1, 1)))
    box.export(folder / "crate.glb")
    box.export(folder / "crate.stl")
    (folder / "sofa.FBX").write_bytes(b"x")
    found = propose(folder, catalogue)
    assert [p.file for p in found.proposals] == ["crate.glb"]
    assert [line.partition(" ")[0] for line in found.passed_over] == ["crate.stl", "sofa.FBX"]
    (folder / "crate.glb").unlink()
    (folder / "crate.stl").unlink()
    with pytest.raises(AssetError, match=r"sofa\.FBX"):
        propose(folder, catalogue)


def test_a_folder_is_written_only_when_told(folder: Path, catalogue: Catalogue) -> None:
    textured_obj(folder)
    before = {p: p.stat().st_mtime_ns for p in sorted(folder.rglob("*"))}
    added = add_folder(folder, catalogue)
    (cell,) = preview(added, catalogue)
    assert catalogue.load(cell.ref).mesh is not None
    assert {p: p.stat().st_mtime_ns for p in sorted(folder.rglob("*"))} == before
    assert added.manifest is not None
    corrected = added.manifest.read_text().replace('word = "table"', 'word = "bench" # mine')
    added.manifest.write_text(corrected)
    assert add_folder(folder, catalogue, in_folder=True).manifest == folder / MANIFEST
    assert (folder / MANIFEST).read_text() == corrected, "corrections go along into the folder"
    trimesh.creation.box((1, 1, 1)).export(folder / "block.stl")
    given = (folder / MANIFEST).read_text()
    again = add_folder(folder, catalogue)
    assert again.manifest == folder / MANIFEST
    assert (folder / MANIFEST).read_text() == given
    assert "block.stl is not in" in again.problems[-1]
    assert "--in-folder" in again.problems[-1]


def test_what_a_user_added_comes_before_our_own_synonyms(folder: Path) -> None:
    trimesh.creation.cylinder(0.04, 0.1).export(folder / "coffee_mug.stl")
    add_folder(folder)
    assert Catalogue.default().find("coffee mug", meaning=False)[0].entry.key == "models/coffee_mug"
    assert Catalogue.default().find("white mug", meaning=False)[0].entry.pack == "scenewright"
    unregister("models")
    assert Catalogue.default().find("coffee mug", meaning=False)[0].entry.pack == "scenewright"


def test_two_folders_of_one_name_are_two_packs(homes: Path) -> None:
    for parent in ("a", "b"):
        (homes / parent / "set").mkdir(parents=True)
        trimesh.creation.box((1, 1, 1)).export(homes / parent / "set" / f"{parent}.stl")
        add_folder(homes / parent / "set")
    names = {p.name for p in Catalogue.default().packs} - {"scenewright", "sweethome3d"}
    assert names == {"set", "set-2"}
    assert unregister("set-2")[0] == homes / "b" / "set", "a pack is removed by the name that the list shows"
    assert {p.name for p in Catalogue.default().packs} & {"set", "set-2"} == {"set"}


def test_the_commands_add_list_and_remove(folder: Path) -> None:
    trimesh.creation.box((1, 1, 1)).export(folder / "block.stl")
    (folder / "old.blend").write_bytes(b"x")
    run = CliRunner().invoke
    added = run(app, ["assets", "add", str(folder), "--no-sheet"])
    assert added.exit_code == 0
    assert "passed over: old.blend" in added.stderr
    assert str(folder) in run(app, ["assets", "list"]).stdout
    gone = run(app, ["assets", "remove", "models"])
    assert (gone.exit_code, "no file was deleted" in gone.stdout) == (0, True)
    assert str(folder) not in run(app, ["assets", "list"]).stdout
    assert run(app, ["assets", "remove", "models"]).exit_code == 11
