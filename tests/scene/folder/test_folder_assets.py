"""Assets of a scene folder: locked answers come from its own files, on any machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import trimesh

from scenewright.assets import Catalogue, FolderAssets
from scenewright.assets.geometry import GeometryStore
from scenewright.assets.packs import MANIFEST, FolderPack
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.folder import Project
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from tests.support.evaluating import evaluate

PROGRAM = """
from scene.language import *

@register()
def scene():
    return concat_shapes(
        place(asset_call('small red armchair'), at=(0, 0, 0)),
        place(asset_call('armchair', size=(1.0, 1.0, 1.0)), at=(2, 0, 0)),
        place(asset_call('gadget'), at=(4, 0, 0)),
    )
"""


def catalogue_with_gadget(tmp_path: Path) -> Catalogue:
    folder = tmp_path / "pack"
    folder.mkdir()
    box = trimesh.creation.box(extents=(10, 30, 20))  # in the file z is up: 20 high, 30 deep
    (folder / "gadget.glb").write_bytes(trimesh.Scene(box).export(file_type="glb"))
    (folder / MANIFEST).write_text(
        '[[asset]]\nfile = "gadget.glb"\nword = "gadget"\nsize = [0.1, 0.2, 0.3]\nup = "+z"\nfront = "-y"\n'
        'licence = "CC-BY-4.0"\nauthor = "A. Maker"\n'
    )
    plain = Catalogue.built_in(evaluate=evaluate, cache=tmp_path / "cache")
    pack = FolderPack(folder, lambda: plain.geometry)
    return Catalogue([*plain.packs, pack], geometry=plain.geometry, folder=tmp_path / "cache")


def empty_catalogue(tmp_path: Path) -> Catalogue:
    """The catalogue of a machine that has none of the packs."""
    return Catalogue([], geometry=GeometryStore(evaluate, folder=tmp_path / "elsewhere"), folder=tmp_path / "elsewhere")


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scene]:
    """A folder that keeps the assets of its scene; each test changes a copy."""
    made = tmp_path_factory.mktemp("made")
    project = Project.create(made / "room", PROGRAM)
    assets = FolderAssets(catalogue_with_gadget(made), project)
    scene = evaluate_here(PROGRAM, assets=assets)
    assets.keep(scene)
    return made / "room", scene


@pytest.fixture
def kept(furnished: tuple[Path, Scene], tmp_path: Path) -> tuple[Project, Scene]:
    folder, scene = furnished
    return Project.open(Path(shutil.copytree(folder, tmp_path / "room"))), scene


def test_a_folder_is_whole_without_the_catalogue(kept: tuple[Project, Scene], tmp_path: Path) -> None:
    project, scene = kept
    assets = FolderAssets(empty_catalogue(tmp_path), project)
    again = evaluate_here(PROGRAM, assets=assets)
    assert [r.id for r in again.assets] == [r.id for r in scene.assets]
    for one, two in zip(again.assets, scene.assets, strict=True):
        np.testing.assert_allclose(one.hull, two.hull, atol=1e-5)
        np.testing.assert_allclose(one.fit, two.fit, atol=1e-5)
        assert (one.licence, one.author, one.source, one.title) == (two.licence, two.author, two.source, two.title)
        assert (one.support, one.clearance) == (two.support, pytest.approx(two.clearance))
        content = assets.load(one)
        assert (content.scene is None) != (content.mesh is None)
    np.testing.assert_allclose(again.bounds, scene.bounds, atol=1e-5)


def test_a_turned_mesh_keeps_its_turn(kept: tuple[Project, Scene]) -> None:
    gadget = kept[1].assets[2]
    np.testing.assert_allclose(gadget.hull.max(axis=0) - gadget.hull.min(axis=0), (0.1, 0.2, 0.3), atol=1e-6)
    assert gadget.author == "A. Maker"


def test_keeping_twice_changes_nothing(kept: tuple[Project, Scene], tmp_path: Path) -> None:
    project, scene = kept
    before = (project.folder / "scene.toml").read_bytes()
    FolderAssets(empty_catalogue(tmp_path), project).keep(scene)
    assert (project.folder / "scene.toml").read_bytes() == before


def test_a_stored_file_is_named_by_its_hash(kept: tuple[Project, Scene], tmp_path: Path) -> None:
    project, scene = kept
    assets = FolderAssets(empty_catalogue(tmp_path), project)
    gadget = scene.assets[2]
    ref = assets.resolve(f"asset:{gadget.id}", (0.1, 0.2, 0.3), 0)
    np.testing.assert_allclose(ref.hull, gadget.hull, atol=1e-5)
    assert ref.licence == "CC-BY-4.0"
    assert assets.load(ref).mesh is not None


def test_a_damaged_file_is_an_error(kept: tuple[Project, Scene], tmp_path: Path) -> None:
    project, scene = kept
    path = project.assets.path(scene.assets[0].id)
    path.write_bytes(path.read_bytes() + b"#")
    fresh = FolderAssets(empty_catalogue(tmp_path), Project.open(project.folder))
    with pytest.raises(AssetError, match="damaged"):
        fresh.resolve("small red armchair", None, 0)


def test_what_is_not_locked_comes_from_the_catalogue(kept: tuple[Project, Scene], tmp_path: Path) -> None:
    project, _ = kept
    with pytest.raises(AssetError, match="nothing for"):
        FolderAssets(empty_catalogue(tmp_path), project).resolve("bookshelf", None, 0)
    assert (
        FolderAssets(Catalogue.built_in(evaluate=evaluate, cache=tmp_path / "c"), project)
        .resolve("bookshelf", None, 0)
        .id
    )


def test_a_session_that_leaves_its_folder_keeps_the_assets(
    kept: tuple[Project, Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scenewright.app.session import Session
    from scenewright.scene.language.editing.edits import Move

    project, scene = kept
    monkeypatch.setattr(Catalogue, "default", classmethod(lambda cls: empty_catalogue(tmp_path)))
    before = (project.folder / "program.py").read_bytes()
    session = Session.open(project.folder)
    session.detach()
    session.edit([Move("gadget", by=(0.5, 0.0, 0.0))])
    assert session.scene.find("gadget").bounds[0, 0] == pytest.approx(scene.find("gadget").bounds[0, 0] + 0.5, abs=1e-3)
    assert (project.folder / "program.py").read_bytes() == before
