"""Copies a scene folder: program, history, assets and whatever stands beside them, without its pictures."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.lock import HOLDER_FILE, LOCK_FILE, folder_errors
from scenewright.scene.folder.project import Project
from scenewright.scene.folder.state import RENDERS

__all__ = ["copy_scene_folder"]

_LEFT_OUT = frozenset({LOCK_FILE, HOLDER_FILE, RENDERS})


def copy_scene_folder(source: Path, target: Path, *, title: str | None = None) -> Project:
    """A copy of a scene folder at `target`, with its history. It is there whole or not at all. Links and whatever is no plain file are
    left out, since they may lead anywhere; so are pictures, which belong to the jobs of the original.

    Args:
        title: of the copy; None: that of the original.

    Raises:
        ProjectError: 'missing', 'not-a-scene': there is no scene at `source`; 'exists': something is at `target`; 'locked', 'read-only',
            'write'.
    """
    project = Project.open(source, writable=os.access(source, os.W_OK))
    target = target.absolute()
    if os.path.lexists(target):
        raise ProjectError(f"{target} is there already: give another place for the copy", kind="exists")
    with folder_errors(target, "copy the scene"):
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = target.parent / f".{target.name}.{secrets.token_hex(4)}.new"
        try:
            if project.writable:
                with project.exclusive():
                    _copy(project.folder, staging)
            else:
                _copy(project.folder, staging)
            (staging / RENDERS).mkdir()
            atomic.move(staging, target)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
    copy = Project.open(target)
    if title is not None:
        copy.configure(title=title)
    return copy


def _copy(source: Path, target: Path) -> None:
    def passed_over(folder: str, names: list[str]) -> set[str]:
        own = _LEFT_OUT if Path(folder) == source else frozenset()
        return {name for name in names if name in own or atomic.is_temporary(name) or not _is_plain(Path(folder, name))}

    shutil.copytree(source, target, symlinks=True, ignore=passed_over)


def _is_plain(path: Path) -> bool:
    mode = path.lstat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
