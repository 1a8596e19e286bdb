"""Packs that hold libraries: programs import them by name, and their entities are found like other objects."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenewright.app.session import Session
from scenewright.assets import Catalogue, add_folder, pack_libraries, preview, unregister
from scenewright.assets.packs import FolderPack, user_packs
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.folder import Project
from scenewright.scene.language.running import LibraryFolder

OAK = """from scene.language import *

@register('a three-legged stool')
def milking_stool(height=0.4):
    return primitive_call('cylinder', {'radius': 0.2, 'p0': (0, 0, 0), 'p1': (0, height, 0)}, color=(0.6, 0.4, 0.2))

@register('a plank of any length')
def plank(length):
    return primitive_call('cube', {'scale': (length, 0.03, 0.2)})

@register('a bench')
def bench():
    return place(plank(length=1.2), at=(0, 0.4, 0))
"""
ROOM = """from scene.language import *
from oak import *

@register()
def hall():
    return concat_shapes(place('bench', at=(0, 0, 0)), place(asset_call('milking stool'), at=(2, 0, 0)))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SCENEWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SCENEWRIGHT_HOME", str(tmp_path / "home"))
    made = tmp_path / "maker"
    made.mkdir()
    (made / "oak.py").write_text(OAK)
    (made / "LICENSE").write_text("Creative Commons Attribution, CC-BY 4.0")
    return made


def test_a_folder_of_libraries_becomes_a_pack(folder: Path, catalogue: Catalogue) -> None:
    (folder / "setup.py").write_text("import os\n")
    (folder / "my-own.py").write_text(OAK)
    (folder / "broken.py").write_text("def (\n")
    added = add_folder(folder, catalogue)
    (library,) = added.libraries
    assert [(e.name, e.word, e.size) for e in library.entities] == [
        ("milking_stool", "milking stool", (0.4, 0.4, 0.4)),
        ("bench", "bench", (1.2, 0.03, 0.2)),
    ]
    assert library.licence == "CC-BY-4.0"
    assert any("plank (it needs arguments" in line for line in added.passed_over)
    assert any("my-own.py (no program can import it" in line for line in added.passed_over)
    assert any("broken.py: line 1" in line for line in added.problems)
    assert pack_libraries() == [LibraryFolder(folder.resolve(), (("oak", "oak.py"),))]
    unregister(folder)
    assert pack_libraries() == []


def test_its_entities_are_found_and_drawn_like_other_objects(folder: Path, catalogue: Catalogue) -> None:
    added = add_folder(folder, catalogue)
    assert [cell.entry.key for cell in preview(added, catalogue)] == ["maker/oak.milking_stool", "maker/oak.bench"]
    (pack,) = user_packs(lambda: catalogue.geometry)
    both = Catalogue([*catalogue.packs, pack], geometry=catalogue.geometry)
    match = both.find("milking stool", meaning=False)[0]
    assert (match.entry.key, match.entry.licence) == ("maker/oak.milking_stool", "CC-BY-4.0")
    ref = both.resolve("maker/oak.milking_stool", None, 0)
    assert (ref.hull.max(axis=0) - ref.hull.min(axis=0)).tolist() == pytest.approx([0.4, 0.4, 0.4], abs=1e-6)
    content = both.load(ref)
    assert content.scene is not None
    assert "milking_stool" in content.scene.paths[1]


def test_a_program_imports_the_library_of_a_pack(folder: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    add_folder(folder, catalogue)
    Project.create(tmp_path / "scene", ROOM)
    session = Session.open(tmp_path / "scene", writable=True)
    assert session.scene.libraries[0].file == str(folder / "oak.py")
    assert {"hall/bench", "hall/milking_stool"} <= set(session.scene.paths)
    from scenewright.scene.language.editing import Move

    session.edit([Move("bench", by=(0, 0, 1))])
    session.keep_assets()
    unregister(folder)
    again = Session.open(tmp_path / "scene")
    assert again.scene.libraries[0].file == str(tmp_path / "scene" / "oak.py")
    assert again.scene.assets[0].licence == "CC-BY-4.0"


def test_adding_again_keeps_corrections_and_adds_entities(folder: Path, catalogue: Catalogue) -> None:
    manifest = add_folder(folder, catalogue).manifest
    assert manifest is not None
    manifest.write_text(manifest.read_text().replace('word = "bench"', 'word = "pew"'))
    (folder / "oak.py").write_text(
        OAK + "\n@register()\ndef chest():\n    return primitive_call('cube', {'scale': 1})\n"
    )
    (folder / "pine.py").write_text(OAK)
    add_folder(folder, catalogue)
    pack = FolderPack(folder, lambda: catalogue.geometry, manifest=manifest)
    words = {entry.key: entry.word for entry in pack.entries()}
    assert words["maker/oak.bench"] == "pew"
    assert {"maker/oak.chest", "maker/pine.bench"} <= words.keys()
    assert pack.problems == []


def test_a_library_that_imports_others_is_imported_by_name_only(folder: Path, catalogue: Catalogue) -> None:
    (folder / "rooms.py").write_text(
        "from scene.language import *\nfrom oak import bench\n@register()\ndef pair():\n    return bench()\n"
    )
    added = add_folder(folder, catalogue)
    assert {library.name: len(library.entities) for library in added.libraries} == {"oak": 2, "rooms": 0}
    assert any("it imports 'oak'" in line for line in added.passed_over)
    assert pack_libraries()[0].names() == ["oak", "rooms"]


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ('[[library]]\nfile = "../oak.py"\n[[library.entity]]\nname = "bench"\nsize = [1, 1, 1]\n', "outside"),
        ('[[library]]\nfile = "os.py"\n', "no file of a library"),
        ('[[library]]\nfile = "oak.txt"\n', "no file of a library"),
        ('library = "oak"\n', "list of tables"),
        ('[[library]]\nfile = "oak.py"\n[[library.entity]]\nname = "x.y"\nsize = [1, 1, 1]\n', "an entity needs name"),
        ('[[library]]\nfile = "oak.py"\n[[library.entity]]\nname = "bench"\nsize = [1, 1]\n', "size = "),
        ('[[library]]\nfile = "oak.py"\n[[library.entity]]\nname = "gone"\nsize = [1, 1, 1]\n', "no entity 'gone'"),
    ],
)
def test_a_wrong_record_is_told_by_name(folder: Path, catalogue: Catalogue, manifest: str, problem: str) -> None:
    (folder / "scenewright-pack.toml").write_text("schema = 1\n" + manifest)
    (folder.parent / "oak.py").write_text(OAK)
    pack = FolderPack(folder, lambda: catalogue.geometry)
    told = list(pack.problems)
    for entry in pack.entries():
        try:
            catalogue.instance(pack, entry)
        except AssetError as error:
            told.append(str(error))
    assert any(problem in line for line in [*told, *pack.problems])


def test_a_folder_with_nothing_to_use_is_refused(folder: Path, catalogue: Catalogue) -> None:
    (folder / "oak.py").write_text("x = 1\n")
    with pytest.raises(AssetError, match=r"holds no mesh .* and no library"):
        add_folder(folder, catalogue)
