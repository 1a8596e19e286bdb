"""A process that is killed at any point of a change leaves a folder that opens, with the old text or the new one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import Project
from tests.support.crash_driver import CUP, NEW
from tests.support.locations import SUPPORT
from tests.support.samples import ON_ALL_INPUTS, some_of

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")

DRIVER = SUPPORT / "crash_driver.py"
OLD = "from scene.language import *\n# the old text\n"
MIDDLE = "from scene.language import *\n# the text between\n"


def drive(work: Path, operation: str, mode: str) -> list[str]:
    """Kill the operation at each of its points; their names. What the n-th left is in work/n/scene."""
    (points,) = drive_all([(work, operation, mode)])
    return points


def drive_all(jobs: Sequence[tuple[Path, str, str]]) -> list[list[str]]:
    """Several works, in one process."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, str(DRIVER), *(str(part) for job in jobs for part in job)],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    found: list[list[str]] = [json.loads(line) for line in done.stdout.splitlines()]
    for (work, _, _), points in zip(jobs, found, strict=True):
        left = {p.name for p in work.iterdir() if p.is_dir() and p.name.isdigit()}
        assert left == {str(n) for n in range(1, len(points) + 2)}
    return found


def left_over(folder: Path) -> list[str]:
    return [str(p.relative_to(folder)) for p in folder.rglob("*.tmp")]


def started(work: Path) -> Project:
    """A scene with two texts in its history, at the older one: undo, redo and save can all follow."""
    project = Project.create(work / "before", OLD, seed=1)
    project.save(MIDDLE, author="person", operation={"kind": "edit"})
    project.assets.add_bytes(b"an earlier asset", "glb")
    return project


def check(folder: Path, texts: set[str]) -> Project:
    looked_at = Project.open(folder, writable=False)
    assert looked_at.source in texts
    project = Project.open(folder)
    assert (project.source, project.revision) == (looked_at.source, looked_at.revision)
    assert (folder / "program.py").read_text(encoding="utf-8") == project.source
    assert project.verify() == []
    assert left_over(folder) == []
    assert [e.number for e in project.history()] == list(range(1, len(project.history()) + 1))
    assert project.history()[-1].revision == project.revision
    assert not any(e.kind in ("edit-by-hand", "adopt") for e in project.history())
    return project


def goes_on(project: Project) -> None:
    """The folder takes a change, and gives back what was before it."""
    before = project.source, project.seed, project.root
    project.save("# one more\n", author="solver", operation={"kind": "edit"}, based_on=project.revision)
    project.undo()
    assert (project.source, project.seed, project.root) == before


@pytest.mark.parametrize("mode", ["before", "torn"])
@pytest.mark.parametrize(
    ("operation", "prepare", "old", "new"),
    [
        ("save", lambda p: None, MIDDLE, NEW),
        ("undo", lambda p: None, MIDDLE, OLD),
        ("redo", Project.undo, OLD, MIDDLE),
        ("configure", lambda p: None, MIDDLE, MIDDLE),
        ("add_asset", lambda p: None, MIDDLE, MIDDLE),
        ("lock_asset", lambda p: None, MIDDLE, MIDDLE),
        ("record_render", lambda p: None, MIDDLE, MIDDLE),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_a_killed_change_leaves_the_old_or_the_new_scene(
    tmp_path: Path, operation: str, mode: str, prepare: Callable[[Project], object], old: str, new: str
) -> None:
    project = started(tmp_path)
    prepare(project)
    revision = project.revision
    points = drive(tmp_path, operation, mode)
    assert points
    seen: list[str] = []
    for n in range(1, len(points) + 2):
        folder = tmp_path / str(n) / "scene"
        project = check(folder, {old, new})
        assert project.revision in (revision, revision + 1)
        if operation == "configure":
            assert (project.seed, project.root) == ((99, "cup") if project.revision > revision else (1, None))
        elif old != new:
            assert (project.source == new) == (project.revision > revision)
        if operation == "lock_asset":
            assert [a.words for a in project.locked_assets] in ([], ["cup"])
        if operation == "record_render":
            assert len(project.renders()) in (0, 1)
            assert all(f.path.read_bytes().startswith(b"\x89PNG picture") for r in project.renders() for f in r.files)
        seen.append(str((project.source, project.revision, project.locked_assets, len(project.renders()))))
        goes_on(project)
    assert seen == sorted(seen, key=lambda s: s != seen[0]), "once the change counts it counts at every later point"
    if operation == "add_asset":
        assert CUP in [project.assets.read(i) for i in project.assets.ids()]
    elif mode == "before":
        assert len(set(seen)) == 2


@pytest.mark.parametrize("mode", ["before", "torn"])
def test_a_killed_creation_leaves_nothing_or_a_whole_scene(tmp_path: Path, mode: str) -> None:
    points = drive(tmp_path, "create", mode)
    there = 0
    for n in range(1, len(points) + 2):
        folder = tmp_path / str(n) / "scene"
        if folder.exists():
            there += 1
            project = check(folder, {NEW})
            assert (project.seed, project.prompt) == (7, "a cup")
        else:
            project = Project.create(folder, NEW)
        goes_on(project)
    assert 1 <= there < len(points)


@pytest.mark.parametrize("mode", ["before", "torn"])
def test_a_creation_killed_in_an_empty_folder_is_taken_up_again(tmp_path: Path, mode: str) -> None:
    (tmp_path / "before").mkdir()
    points = drive(tmp_path, "create", mode)
    outcomes = set()
    for n in range(1, len(points) + 2):
        folder = tmp_path / str(n) / "scene"
        try:
            project = Project.open(folder)
            outcomes.add("whole")
        except ProjectError as error:
            outcomes.add(error.kind)
            project = Project.create(folder, NEW, seed=7)
        check(folder, {NEW})
        assert project.seed == 7
        goes_on(project)
    assert outcomes == {"whole", "incomplete", "not-a-scene"}


@pytest.mark.slow
def test_a_repair_that_is_killed_is_repaired(tmp_path: Path) -> None:
    """Kill a save at points of it, then the opening after it at each of its points."""
    started(tmp_path)
    saves = [(tmp_path / f"save-{mode}", "save", mode) for mode in ("before", "torn")]
    for states, _, _ in saves:
        shutil.copytree(tmp_path / "before", states / "before")
    openings = []
    for (states, _, mode), points in zip(saves, drive_all(saves), strict=True):
        for n in some_of(range(1, len(points) + 2), 5):
            work = tmp_path / f"{mode}{n}"
            shutil.copytree(states / str(n) / "scene", work / "before")
            openings.append((work, "open", "before"))
    count = 0
    for (work, _, _), points in zip(openings, drive_all(openings), strict=True):
        for m in range(1, len(points) + 2):
            check(work / str(m) / "scene", {MIDDLE, NEW})
            count += 1
    assert count > (50 if ON_ALL_INPUTS else 15)


def test_an_edit_by_hand_survives_a_kill_while_it_is_entered(tmp_path: Path) -> None:
    started(tmp_path)
    (tmp_path / "before" / "program.py").write_text("# by hand\n", encoding="utf-8")
    points = drive(tmp_path, "open", "before")
    for n in range(1, len(points) + 2):
        project = Project.open(tmp_path / str(n) / "scene")
        assert project.source == "# by hand\n"
        assert [e.kind for e in project.history()] == ["create", "edit", "edit-by-hand"]
        assert project.verify() == []
        project.undo()
        assert project.source == MIDDLE
