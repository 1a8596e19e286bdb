"""Creation of a scene folder in one step: it is filled under a temporary name and then renamed. An empty folder is filled in place."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder.journal import scan_journal
from scenewright.scene.folder.lock import FolderLock, folder_errors
from scenewright.scene.folder.scene_toml import MAX_TOML_BYTES, SceneToml
from scenewright.scene.folder.state import (
    ASSETS,
    HISTORY,
    JOURNAL_FILE,
    MANAGED,
    PROGRAM_FILE,
    RENDERS,
    TOML_FILE,
    is_scene_folder,
)
from scenewright.scene.text_files import read_file

__all__ = ["new_folder"]

_LEFT_OVER_AGE = 60.0  # seconds; a younger one may belong to a process that is about to lock it


@contextmanager
def new_folder(target: Path, timeout: float) -> Iterator[tuple[Path, FolderLock]]:
    """Give a new locked folder with its subfolders, to fill. It is at `target` when the block ends.

    A killed process leaves nothing at `target`. If an empty folder was there before, it leaves an unfinished creation, which
    the next creation continues. Leftovers beside `target` are removed by a later creation there.

    Raises:
        ProjectError: 'exists': something is at `target`; 'locked', 'read-only', 'write'.
    """
    with folder_errors(target, "create the scene"):
        if os.path.lexists(target):
            _require_free(target)
            lock = FolderLock(target, timeout)
            with lock:
                _require_free(target)  # another process may have been faster
                _prepare(target)
                yield target, lock
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_left_over(target)
        staging = target.parent / f".{target.name}.{secrets.token_hex(4)}.new"
        lock = FolderLock(staging, timeout)
        try:
            atomic.make_directory(staging)
            with lock:
                _prepare(staging)
                yield staging, lock
            if os.path.lexists(target):
                raise _exists(target)
            atomic.move(staging, target)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise


def _exists(target: Path) -> ProjectError:
    problem = (
        "is a scene folder already: open it"
        if is_scene_folder(target)
        else "is there already and is not empty: empty it"
    )
    return ProjectError(f"{target} {problem}, or give another place", kind="exists")


def _require_free(target: Path) -> None:
    """Raise unless `target` is missing, empty, or holds only the leftovers of a creation interrupted before its first save."""
    if not target.is_dir():
        raise ProjectError(f"{target} is a file: give another place for the scene folder", kind="exists")
    names = set(os.listdir(target))
    ours = {name for name in names if name in MANAGED or atomic.is_temporary(name)}
    if names - ours or PROGRAM_FILE in names:
        raise _exists(target)
    inside = [
        part for name in (HISTORY, ASSETS, RENDERS) if (target / name).is_dir() for part in (target / name).iterdir()
    ]
    if TOML_FILE not in names and inside:
        raise _exists(target)
    if TOML_FILE in names:
        toml = SceneToml(read_file(target / TOML_FILE, MAX_TOML_BYTES, TOML_FILE), str(target / TOML_FILE))
        if toml.revision > 0:
            raise _exists(target)
    if scan_journal(target / JOURNAL_FILE).entries:
        raise _exists(target)


def _prepare(folder: Path) -> None:
    atomic.remove_temporaries(folder / name for name in ("", HISTORY, ASSETS, RENDERS))
    if (folder / JOURNAL_FILE).exists():
        atomic.remove(folder / JOURNAL_FILE)
    for name in (HISTORY, ASSETS, RENDERS):
        atomic.make_directory(folder / name)


def _remove_left_over(target: Path) -> None:
    pattern = re.compile(re.escape(f".{target.name}.") + r"[0-9a-f]{8}\.new")
    for name in sorted(os.listdir(target.parent)):
        leftover = target.parent / name
        if pattern.fullmatch(name) and leftover.is_dir() and time.time() - leftover.stat().st_mtime > _LEFT_OVER_AGE:
            try:
                with FolderLock(leftover, 0.0):
                    shutil.rmtree(leftover, ignore_errors=True)
            except ProjectError:
                continue  # its creator still runs
