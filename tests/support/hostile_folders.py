"""What a host does with a scene folder, a table of jobs or a settings file of a stranger, as tasks of plain JSON arguments."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = """from scene.language import *


@register("a room with a cube")
def room():
    return primitive_call("cube", {"scale": 1.0}, color=(0.8, 0.2, 0.2))
"""
SECOND = PROGRAM.replace("0.2, 0.2", "0.3, 0.3")
EDIT = {"kind": "edit"}


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A temporary folder in memory where the system has one: cases make up to 200,000 files. `rm` also removes what is nested deeper
    than Python walks."""
    memory = Path("/dev/shm")
    with_memory = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="scenewright-hostile-", dir=with_memory))
    try:
        yield folder
    finally:
        subprocess.run(["rm", "-rf", folder], check=True)


def read_scene(folder: str) -> dict[str, Any]:
    """Open for reading, and read everything that a project has."""
    from scenewright.scene.folder import Project

    project = Project.open(folder, writable=False)
    return {
        "characters": len(project.source),
        "history": len(project.history()),
        "undo": project.can_undo is not None,
        "redo": project.can_redo is not None,
        "assets": len(project.locked_assets),
        "renders": len(project.renders()),
        "key": project.cache_key(versions={}),
    }


def verify_scene(folder: str) -> int:
    """The number of problems that a check of the folder finds."""
    from scenewright.scene.folder import Project

    return len(Project.open(folder, writable=False).verify())


def edit_scene(folder: str) -> int:
    """Open for writing, save another program, change the settings, and undo; returns the revision."""
    from scenewright.scene.folder import Project

    project = Project.open(folder, timeout=2.0)
    project.save(SECOND, author="person", operation=EDIT)
    project.configure(title="another")
    return project.undo()


def evaluate_scene(folder: str) -> int:
    """Open a session and evaluate; returns the number of nodes."""
    from scenewright.app.session import Session

    session = Session.open(folder)
    try:
        return len(session.scene.nodes)
    finally:
        session.close()


def export_scene(folder: str, target: str) -> int:
    """Export as GLB; returns its bytes."""
    from scenewright.app import api_pictures

    api_pictures.export(folder, target)
    return os.path.getsize(target)


def source_of(path: str) -> int:
    """Read a program, reply or folder as the command line does; returns its length."""
    from scenewright.scene.sources import read_source

    return len(read_source(path).text)


def read_jobs(folder: str) -> int:
    """List, look at and tidy a table of jobs; returns the number of rows."""
    from scenewright.app.jobs import JobTable
    from scenewright.scene.errors import ScenewrightError

    table = JobTable(Path(folder))
    rows = table.list()
    for row in rows[:20]:
        table.get(row.id)
        table.log(row.id)
        if not row.state.ended:
            table.cancel(row.id)
    table.forget_old(keep=5)
    try:
        table.get("no-such-job")
    except ScenewrightError:
        return len(rows)
    raise AssertionError("a job that is not there was found")


def read_settings(path: str, scene: str | None = None) -> int:
    """Resolve all settings from a user's file, and from a scene folder; returns the number of notes."""
    from scenewright.scene.folder import Project
    from scenewright.scene.settings import resolve_settings

    toml = None if scene is None else Project.open(scene, writable=False).toml
    return len(resolve_settings({}, environment={}, scene=toml, user_file=Path(path)).notes)


def read_pack(folder: str) -> int:
    """The objects of a folder of the user; returns their number."""
    from scenewright.assets.geometry import GeometryStore
    from scenewright.assets.packs import FolderPack
    from scenewright.scene.language.running import evaluate

    geometry = GeometryStore(lambda source, seed: evaluate(source, seed=seed), folder=Path(folder).parent / "cache")
    pack = FolderPack(Path(folder), lambda: geometry)
    return len(pack.entries())


def propose_pack(folder: str) -> int:
    """Propose entries for a folder of meshes; returns their number."""
    from scenewright.assets import Catalogue
    from scenewright.assets.ingest import propose

    return len(propose(Path(folder), Catalogue.built_in()).proposals)
