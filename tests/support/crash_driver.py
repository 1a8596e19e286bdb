"""Kills a process at every point where it writes to a scene folder. test_crash_safety.py starts it as a program.

    python crash_driver.py WORK OPERATION MODE [WORK OPERATION MODE ...]

For each WORK: for n = 1, 2, ... a forked child changes a fresh copy of the scene in WORK/before and dies of SIGKILL at its n-th write point, until
a child finishes. Mode 'before' kills before the change, mode 'torn' in the middle of a write. WORK/<n> keeps the folder that each
child leaves. The write points of each WORK are printed as JSON, a line each.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from scenewright.scene import atomic
from scenewright.scene.folder import Project, RenderedFile, RenderJob
from scenewright.scene.folder.project import LockedAsset

NEW = "from scene.language import *\n# the new text: ü\n"
CUP = b"the mesh of a cup"
LIBRARIES = {"oak": "# the new oak: ü\n", "pine": "# pine\n"}


def _render(folder: Path) -> None:
    pictures = []
    for camera in (0, 1):
        picture = folder.parent / f"camera{camera}.png"
        picture.write_bytes(b"\x89PNG picture %d" % camera)
        pictures.append(RenderedFile(picture, camera))
    Project.open(folder).record_render(pictures, RenderJob("preview", "0123456789abcdef", {"width": 64}))


def _lock(folder: Path) -> None:
    project = Project.open(folder)
    project.lock_asset(LockedAsset("cup", None, 0, project.assets.ids()[0], licence="CC0-1.0"))


OPERATIONS: dict[str, Callable[[Path], object]] = {
    "create": lambda folder: Project.create(folder, NEW, seed=7, prompt="a cup"),
    "save": lambda folder: Project.open(folder).save(NEW, author="agent", operation={"kind": "rewrite"}),
    "save_libraries": lambda folder: Project.open(folder).save(
        NEW, author="agent", operation={"kind": "rewrite"}, libraries=LIBRARIES
    ),
    "undo": lambda folder: Project.open(folder).undo(),
    "redo": lambda folder: Project.open(folder).redo(),
    "configure": lambda folder: Project.open(folder).configure(seed=99, root="cup", title="Cups"),
    "add_asset": lambda folder: Project.open(folder).assets.add_bytes(CUP, "glb"),
    "lock_asset": _lock,
    "record_render": _render,
    "open": Project.open,
}


def _killer(n: int, torn: bool) -> tuple[atomic.FaultHook, list[str]]:
    seen: list[str] = []

    def hook(operation: str, path: Path, descriptor: int, data: bytes) -> None:
        if torn and operation != "write":
            return
        seen.append(f"{operation} {path.name}")
        if len(seen) == n:
            if torn:
                os.write(descriptor, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    return hook, seen


def _survives(operation: Callable[[Path], object], folder: Path, n: int, torn: bool, log: Path) -> bool:
    """Run the operation in a child. Returns whether the child finished."""
    child = os.fork()
    if child == 0:
        hook, seen = _killer(n, torn)
        status = 1
        try:
            with atomic.fault_hook(hook):
                operation(folder)
            log.write_text(json.dumps(seen))
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if os.WEXITSTATUS(status):
        raise SystemExit(f"the child failed at point {n}")
    return True


def main() -> None:
    jobs = sys.argv[1:]
    for work, operation, mode in zip(jobs[::3], jobs[1::3], jobs[2::3], strict=True):
        _drive(Path(work), operation, mode)


def _drive(work: Path, name: str, mode: str) -> None:
    before, n = work / "before", 0
    while True:
        n += 1
        place = work / str(n)
        place.mkdir()
        if before.exists():
            shutil.copytree(before, place / "scene", symlinks=True)
        if _survives(OPERATIONS[name], place / "scene", n, mode == "torn", work / "points.json"):
            break
    print((work / "points.json").read_text(), flush=True)


if __name__ == "__main__":
    main()
