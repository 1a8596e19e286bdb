"""Starting a child that opens a stranger's file, and reading what it says.

Such a child serves one file and ends: what a hostile file did to it must not meet the next one. The supervisor counts these children,
and ends one whose job was cancelled.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.scene.children import ChildKind, ChildLimits, ChildProcess, default_supervisor
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable

__all__ = ["FILE_READERS", "answer_of"]

_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
_LOOK_SECONDS = 0.1
"""Between two looks at the job and the clock."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a child is started with: ``python -I worker arguments`` in `folder`."""

    worker: Path
    arguments: tuple[str, ...]
    folder: Path


def _start(reading: _Reading, _job: Job) -> ChildProcess:
    environment = {k: v for k, v in os.environ.items() if k in _KEPT}
    environment.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    command = [sys.executable, "-I", str(reading.worker), *reading.arguments]
    return ChildProcess(command, environment=environment, folder=reading.folder)


FILE_READERS = ChildKind("file readers", _start, ChildLimits(at_once=max(os.cpu_count() or 1, 2), warm=0))


def answer_of(
    worker: Path,
    arguments: Sequence[str],
    *,
    about: str,
    folder: Path,
    seconds: float,
    error: type[ScenewrightError],
    job: Job | None = None,
) -> dict[str, Any]:
    """What ``python -I worker arguments``, started in `folder`, prints as its last line.

    Args:
        about: the file that it opens, as errors name it.
        seconds: of the wall clock until it is killed.
        error: what is raised where it refuses the file, breaks, or takes too long.

    Raises:
        JobCancelled: the job was cancelled; the child is gone.
    """
    job = job or Job()
    with default_supervisor().lend(FILE_READERS, _Reading(worker, tuple(arguments), folder), job=job) as child:
        process = child.process
        end = time.monotonic() + seconds
        while True:
            job.check()
            if time.monotonic() >= end:
                raise error(f"{about} was not read within {seconds:.0f} s; make it smaller or simpler")
            try:
                out, err = process.communicate(timeout=_LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                continue
    try:
        answer = json.loads(out.decode("utf-8", "replace").splitlines()[-1])
    except (IndexError, ValueError):
        last = err.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
        raise error(f"{about} broke the process that reads it: {printable(last[0][:300])}") from None
    if "error" in answer:
        raise error(f"{about}: {printable(str(answer['error']))}")
    return dict(answer)
