"""Starting a child that opens a stranger's file, and reading what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.printing import printable

__all__ = ["answer_of"]

_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


def answer_of(
    worker: Path,
    arguments: Sequence[str],
    *,
    about: str,
    folder: Path,
    seconds: float,
    error: type[ScenewrightError],
) -> dict[str, Any]:
    """What ``python -I worker arguments``, started in `folder`, prints as its last line.

    Args:
        about: the file that it opens, as errors name it.
        seconds: of the wall clock until it is killed.
        error: what is raised where it refuses the file, breaks, or takes too long.
    """
    environment = {k: v for k, v in os.environ.items() if k in _KEPT}
    environment.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(worker), *arguments],
            capture_output=True,
            text=True,
            timeout=seconds,
            env=environment,
            cwd=folder,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise error(f"{about} was not read within {seconds:.0f} s; make it smaller or simpler") from None
    try:
        answer = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        last = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise error(f"{about} broke the process that reads it: {printable(last[0][:300])}") from None
    if "error" in answer:
        raise error(f"{about}: {printable(str(answer['error']))}")
    return dict(answer)
