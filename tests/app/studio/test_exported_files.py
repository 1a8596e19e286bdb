"""What a person gets of an export: one file, with a short name."""

import zipfile
from pathlib import Path

import pytest

from scenewright.app.studio.exported_files import file_stem, one_file
from scenewright.scene.errors import ProjectError


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Bedroom", "bedroom"),
        ("A barber shop with three barber chairs along the left wall", "barber-shop-with-three-barber-chairs"),
        ("../etc/pass wd", "etc-pass-wd"),
        ("Küche für Omas Haus", "küche-für-omas-haus"),
        ("!?", "scene"),
        ("a", "a"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_title_becomes_a_short_name(title: str, stem: str) -> None:
    assert file_stem(title) == stem


def written(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(f"this is {name}")
    return [folder / name for name in names]


@pytest.mark.parametrize("name", ["room.glb", "room.html"])
def test_what_holds_its_credits_is_saved_alone(tmp_path: Path, name: str) -> None:
    files = written(tmp_path, name, f"{name}.ATTRIBUTION.txt")
    assert one_file(files, tmp_path) == tmp_path / name


def test_several_files_are_saved_as_one_archive(tmp_path: Path) -> None:
    names = ["room.compressed.ply", "room.mtl", "room.compressed.ply.ATTRIBUTION.txt"]
    packed = one_file(written(tmp_path, *names), tmp_path)
    assert packed.name == "room.zip"
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == names
        assert archive.read("room.mtl") == b"this is room.mtl"


def test_a_file_from_elsewhere_is_not_packed(tmp_path: Path) -> None:
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    (secret,) = written(other, "secret.txt")
    (own / "room.mtl").symlink_to(secret)
    with pytest.raises(ProjectError, match="outside its folder"):
        one_file([*written(own, "room.obj"), own / "room.mtl"], own)
