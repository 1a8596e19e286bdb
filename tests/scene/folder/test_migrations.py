"""Scenes of every schema that was ever written open, with their history; newer ones are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import tomlkit

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project, migrations
from scenewright.scene.model import SCHEMA
from tests.support.locations import GOLDEN


def copied(schema: int, tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN / f"schema_{schema}", tmp_path / "scene"))


def test_every_schema_has_a_golden_scene_and_older_ones_a_step() -> None:
    assert sorted(p.name for p in GOLDEN.glob("schema_*")) == [f"schema_{n}" for n in range(1, SCHEMA + 1)]
    assert sorted(migrations.MIGRATIONS) == list(range(1, SCHEMA))


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
@pytest.mark.parametrize("writable", [False, True])
def test_a_golden_scene_opens(schema: int, writable: bool, tmp_path: Path) -> None:
    project = Project.open(copied(schema, tmp_path), writable=writable)
    assert (project.schema, project.seed, project.root, project.units) == (SCHEMA, 7, None, "m")
    assert (project.title, project.prompt) == ("A table with a mug", "a table with a mug on it")
    assert 'place("mug", at=(-0.3, 0.75, 0), name="mug")' in project.source
    assert [(e.kind, e.author.value) for e in project.history()] == [
        ("generate", "agent"),
        ("move", "person"),
        ("undo", "person"),
        ("redo", "agent"),
        ("configure", "solver"),
    ]
    assert project.revision == 5
    (stool,) = project.locked_assets
    assert (stool.words, stool.licence, stool.details) == (
        "stool",
        "Apache-2.0",
        {"colors": {"wood": [0.5, 0.35, 0.2]}},
    )
    assert b"def stool" in project.assets.read(stool.id)
    (record,) = project.renders()
    assert (record.job.renderer, record.revision, record.files[0].path.suffix) == ("preview", 5, ".png")
    assert project.toml["tool"] == {"another": {"kept": True}}
    assert project.verify() == []


def test_a_golden_scene_can_be_changed_and_undone(tmp_path: Path) -> None:
    project = Project.open(copied(1, tmp_path))
    project.save("# another\n", author="person", operation={"kind": "edit"}, based_on=5)
    for _ in range(3):
        project.undo()
    assert (project.seed, project.revision) == (4, 9)
    assert "at=(0.2, 0.75, 0)" in project.source
    assert "# a comment stays" in (project.folder / "scene.toml").read_text()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Scenewright two schemas on: 2 calls the title a name, 3 keeps the seed in a table."""

    def to_2(document: tomlkit.TOMLDocument) -> None:
        document["notes"] = f"was called {document.pop('title')}"

    def to_3(document: tomlkit.TOMLDocument) -> None:
        document["seed"] = document["seed"] + 100  # type: ignore[operator]

    monkeypatch.setattr(migrations, "SCHEMA", 3)
    monkeypatch.setattr(migrations, "MIGRATIONS", {1: to_2, 2: to_3})


@pytest.mark.usefixtures("later")
def test_an_older_scene_moves_on_and_its_file_is_kept(tmp_path: Path) -> None:
    folder = copied(1, tmp_path)
    old = (folder / "scene.toml").read_bytes()
    looking = Project.open(folder, writable=False)
    assert (looking.schema, looking.seed, looking.toml["notes"]) == (3, 107, "was called A table with a mug")
    assert (folder / "scene.toml").read_bytes() == old
    project = Project.open(folder)
    assert (project.schema, project.seed, project.title) == (3, 107, None)
    assert (folder / "scene.schema-1.toml").read_bytes() == old
    assert "# a comment stays" in (folder / "scene.toml").read_text()
    stamp = (folder / "scene.schema-1.toml").stat().st_mtime_ns
    assert Project.open(folder).refresh() is False
    assert project.refresh() is False
    assert (folder / "scene.schema-1.toml").stat().st_mtime_ns == stamp


def test_a_newer_scene_is_refused_and_untouched(tmp_path: Path) -> None:
    folder = copied(1, tmp_path)
    path = folder / "scene.toml"
    path.write_text(
        path.read_text().replace("schema = 1", f"schema = {SCHEMA + 1}").replace("seed = 7", "seed = {a = 1}")
    )
    before = path.read_bytes()
    for writable in (False, True):
        with pytest.raises(ProjectError, match="written by a newer Scenewright") as caught:
            Project.open(folder, writable=writable)
        assert caught.value.kind == "newer-schema"
    assert path.read_bytes() == before
    assert not (folder / "lock").exists()


def test_a_schema_without_a_step_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", 2)
    with pytest.raises(ProjectError, match="no scene was ever written with schema 1"):
        Project.open(copied(1, tmp_path))
