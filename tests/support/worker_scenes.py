"""Scene folders for tests of workers, and looks at their processes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil

from scenewright.app.workers import SceneWorkers
from scenewright.scene.folder import Project

ROW = """from scene.language import *

@register('a block')
def block(side):
    return primitive_call('cube', {'scale': (side, side, side)}, color=(0.6, 0.4, 0.2))

@register('a row of blocks')
def row():
    return concat_shapes(
        place(block(0.5), at=(0, 0.25, 0), name='a'),
        place(block(0.5), at=(1, 0.25, 0), name='b'),
        place(block(0.5), at=(2, 0.25, 0), name='c'))
"""

ENDLESS = """from scene.language import *

@register('a room')
def scene():
    while True:
        pass
"""


def scene_folder(folder: Path, text: str = ROW) -> Path:
    """A new scene folder with this program."""
    Project.create(folder, text)
    return folder


def move(path: str = "a", x: float = 0.1) -> dict[str, object]:
    """An edit as JSON values."""
    return {"kind": "move", "path": path, "by": [x, 0.0, 0.0]}


def worker_pids(workers: SceneWorkers) -> list[int]:
    """The processes of the workers that live now."""
    return [r.pid for r in workers.supervisor.report() if r.kind == "scene worker" and r.pid is not None]


def family(pid: int) -> list[psutil.Process]:
    """A process and all that it started."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def ended(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def until(ready: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether it becomes true within so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        time.sleep(0.02)
    return False
