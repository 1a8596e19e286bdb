"""Disks that fail: power cuts that lose what was not flushed, disks that are full, folders that may not be written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from tests.support.crash_driver import NEW, OPERATIONS
from tests.support.disk_model import Disk, Event

OLD = "from scene.language import *\n# the old text\n"
MIDDLE = "from scene.language import *\n# the text between\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "scene"
    project = Project.create(path, OLD, seed=1)
    project.save(MIDDLE, author="person", operation={"kind": "edit"})
    project.assets.add_bytes(b"an earlier asset", "glb")
    return path


def recorded(operation: Callable[[Path], object], folder: Path) -> list[Event]:
    events: list[Event] = []
    with atomic.fault_hook(lambda kind, path, _, data: events.append((kind, path, bytes(data)))):
        operation(folder)
    return events


@pytest.mark.parametrize("names", ["none", "all", "latest"])
@pytest.mark.parametrize(
    ("operation", "new"), [("save", NEW), ("undo", OLD), ("configure", MIDDLE), ("lock_asset", MIDDLE)]
)
def test_a_power_cut_leaves_the_old_or_the_new_scene(
    folder: Path, tmp_path: Path, operation: str, new: str, names: str
) -> None:
    disk = Disk(folder)
    revision = Project.open(folder, writable=False).revision
    events = recorded(OPERATIONS[operation], folder)
    after = Project.open(folder, writable=False)
    for n in range(len(events) + 1):
        left = tmp_path / f"after{n}"
        disk.after_power_failure(left, names=names)
        project = Project.open(left)
        assert project.source in (MIDDLE, new)
        assert project.revision in (revision, revision + 1)
        assert project.verify() == []
        if n < len(events):
            disk.play(events[n])
    assert (project.source, project.seed, project.revision) == (after.source, after.seed, after.revision)
    assert project.locked_assets == after.locked_assets, "what was acknowledged is there after a power cut"


def test_the_disk_model_sees_a_missing_flush(folder: Path, tmp_path: Path) -> None:
    disk = Disk(folder)
    for event in recorded(OPERATIONS["save"], folder):
        if event[0] != "fsync":
            disk.play(event)
    disk.after_power_failure(tmp_path / "left", names="all")
    assert (tmp_path / "left" / "program.py").read_bytes() == b""


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        *((name, errno.ENOSPC) for name in ("save", "undo", "configure", "add_asset", "lock_asset", "record_render")),
        ("save", errno.EIO),
        ("save", errno.EROFS),
    ],
)
def test_a_change_that_fails_is_told_and_the_folder_goes_on(
    folder: Path, tmp_path: Path, operation: str, code: int
) -> None:
    """Each change of the disk fails once, at each point in turn."""
    events = recorded(OPERATIONS[operation], copy(folder, tmp_path / "whole"))
    total = len(events)
    put_in_place = [event[0] == "rename" and event[1].name in ("program.py", "scene.toml") for event in events]
    counts = (put_in_place + [True]).index(True)
    told: list[tuple[str, bool]] = []
    for n in range(total):
        place = copy(folder, tmp_path / f"{operation}{n}")
        count = -1

        def fail(kind: str, path: Path, descriptor: int, data: bytes, n: int = n) -> None:
            nonlocal count
            count += 1
            if count == n:
                raise OSError(code, os.strerror(code), str(path))

        try:
            with atomic.fault_hook(fail):
                OPERATIONS[operation](place)
            failed = False
        except ProjectError as error:
            failed = True
            told.append((error.kind, str(place) in str(error)))
        project = Project.open(place)
        assert project.verify() == []
        assert project.source in (MIDDLE, OLD, NEW)
        if failed and n <= counts:
            assert (project.source, project.revision) == (MIDDLE, 2), "what was told to have failed did not happen"
        assert not list(place.rglob("*.tmp"))
        assert not any(e.kind == "edit-by-hand" for e in project.history())
        project.save("# one more\n", author="person", operation={"kind": "edit"})
        project.undo()
    assert set(told) == {("read-only" if code == errno.EROFS else "write", True)}
    assert len(told) >= total - 6, "only clearing up may fail unnoticed"


def copy(folder: Path, target: Path) -> Path:
    shutil.copytree(folder, target)
    return target


def test_a_full_disk_leaves_the_text_as_it_was(folder: Path) -> None:
    """Every byte is written before the change counts, so a disk without room changes nothing."""

    def full(kind: str, path: Path, descriptor: int, data: bytes) -> None:
        if kind == "write" and "lock.json" not in path.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    project = Project.open(folder)
    with atomic.fault_hook(full), pytest.raises(ProjectError, match=r"disk that holds .* is full"):
        project.save(NEW, author="person", operation={"kind": "edit"})
    assert Project.open(folder).source == MIDDLE
    project.save(NEW, author="person", operation={"kind": "edit"})
    assert project.source == NEW


def test_a_failed_creation_leaves_nothing(tmp_path: Path) -> None:
    total = len(recorded(OPERATIONS["create"], tmp_path / "whole"))
    for n in range(total):
        count = -1

        def fail(kind: str, path: Path, descriptor: int, data: bytes, n: int = n) -> None:
            nonlocal count
            count += 1
            if count == n:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

        parent = tmp_path / f"parent{n}"
        parent.mkdir()
        try:
            with atomic.fault_hook(fail):
                Project.create(parent / "scene", NEW)
        except ProjectError:
            assert [p.name for p in parent.iterdir()] in ([], ["scene"])
        if (parent / "scene").exists():
            assert Project.open(parent / "scene").source == NEW
        else:
            assert Project.create(parent / "scene", NEW).source == NEW
