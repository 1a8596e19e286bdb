"""What every pack holds to, ours and those of others: entries that can be found, drawn and credited; stored files that are the same
each time; refusals."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.assets.catalogue import built_in_pack
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.index import OBJECTS, shipped_index
from scenewright.assets.packs import ENTRY_POINTS, FolderPack, Pack, SweetHome3DPack
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.plugins import installed_plugins, load_plugin


def evaluate(source: str, seed: int) -> Scene:
    return evaluate_here(source, seed=seed)


def built_in(geometry: GeometryStore, folder: Path) -> Pack:
    return built_in_pack(geometry)


def of_a_folder(geometry: GeometryStore, folder: Path) -> Pack:
    """A folder of the user's with one object program."""
    (folder / "own").mkdir()
    shutil.copy(next(iter(sorted(OBJECTS.rglob("mug.py")))), folder / "own" / "mug.py")
    return FolderPack(folder, lambda: geometry)


def of_sweethome3d(geometry: GeometryStore, folder: Path) -> Pack:
    """A library with one piece: a stool without colours, 40 cm wide."""
    table = (
        "id#1=Lib#stool",
        "name#1=Stool",
        "category#1=Kitchen",
        "model#1=/stool.obj",
        "width#1=40",
        "depth#1=35",
        "height#1=45",
    )
    corners = ("-20 0 -20", "20 0 -20", "20 0 20", "-20 40 20")
    faces = ("1 2 3", "1 3 4", "1 4 2", "2 4 3")
    with zipfile.ZipFile(folder / "lib.sh3f", "w") as archive:
        archive.writestr("PluginFurnitureCatalog.properties", "\n".join((*table, "license=Public domain")))
        archive.writestr("stool.obj", "\n".join((*(f"v {c}" for c in corners), *(f"f {f}" for f in faces))))
    return SweetHome3DPack([folder / "lib.sh3f"], folder=folder / "cache")


def plugged(geometry: GeometryStore, folder: Path) -> Pack:
    """Of the package that `conftest.py` installs."""
    found: Pack = load_plugin(installed_plugins(ENTRY_POINTS)["gongs"], members=("name", "entries", "store"))
    return found


@pytest.fixture(scope="module", params=[built_in, of_a_folder, of_sweethome3d, plugged], ids=lambda make: make.__name__)
def made(
    request: pytest.FixtureRequest, plugged_package: object, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Pack, Catalogue]:
    """A pack, and a catalogue of it alone."""
    make: Callable[[GeometryStore, Path], Pack] = request.param
    cache = tmp_path_factory.mktemp("cache")
    geometry = GeometryStore(evaluate, folder=cache, shipped=shipped_index().hulls)
    pack = make(geometry, tmp_path_factory.mktemp("pack"))
    return pack, Catalogue([pack], geometry=geometry, folder=cache)


def test_entries_say_what_each_object_is(made: tuple[Pack, Catalogue]) -> None:
    pack, _ = made
    entries = pack.entries()
    assert entries
    assert len({e.key for e in entries}) == len(entries)
    for entry in entries:
        assert entry.pack == pack.name
        assert entry.key.startswith(f"{pack.name}/")
        assert entry.word
        assert entry.phrase
        assert len(entry.size) == 3
        assert all(0 < length < 1e3 for length in entry.size)
        assert 0.0 <= entry.up_confidence <= 1.0
        assert 0.0 <= entry.front_confidence <= 1.0
    assert list(pack.entries()) == list(entries)


def test_stored_files_are_the_same_each_time(made: tuple[Pack, Catalogue]) -> None:
    pack, _ = made
    for entry in pack.entries()[:3]:
        stored, again = pack.store(entry, {}), pack.store(entry, {})
        assert stored.data
        assert stored.data == again.data
        assert stored.suffix in ("py", "glb")
        np.testing.assert_allclose(stored.upright @ stored.upright.T, np.eye(3), atol=1e-9)


def test_an_object_of_another_pack_is_refused(made: tuple[Pack, Catalogue]) -> None:
    pack, _ = made
    stranger = replace(pack.entries()[0], key="elsewhere/thing", pack="elsewhere")
    with pytest.raises(AssetError):
        pack.store(stranger, {})


def test_objects_stand_upright_at_the_size_that_is_asked(made: tuple[Pack, Catalogue]) -> None:
    pack, catalogue = made
    entry = pack.entries()[0]
    ref = catalogue.resolve(entry.key, (0.5, 0.8, 0.4), 0)
    assert ref.licence == entry.licence
    assert catalogue.load(ref).scene is not None or catalogue.load(ref).mesh is not None
    low, high = ref.hull.min(axis=0), ref.hull.max(axis=0)
    np.testing.assert_allclose(high - low, (0.5, 0.8, 0.4), atol=1e-3)
    np.testing.assert_allclose(low[1], 0.0, atol=1e-6)


def test_objects_are_found_by_their_words(made: tuple[Pack, Catalogue]) -> None:
    pack, catalogue = made
    entry = pack.entries()[0]
    found = catalogue.find(entry.word, meaning=False)
    assert any(match.entry.word == entry.word for match in found)
    with pytest.raises(AssetError):
        catalogue.resolve(entry.key, (0.0, 1.0, 1.0), 0)
