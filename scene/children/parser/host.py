"""Starting a child that opens a stranger's file, and reading what it says.

Such a child serves one file and ends: what a hostile file did to it must not meet the next one. The supervisor counts these children,
and ends one whose job was cancelled. Nothing of a child is believed: what it prints is read up to a limit, what it writes is bounded
while it runs, and :func:`written_file` looks at a file of it before that is opened.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from scenewright.scene.children import (
    ChildKind,
    ChildLimits,
    ChildProcess,
    child_environment,
    default_supervisor,
    end_group,
)
from scenewright.scene.children.parser.child_limits import MOST_WRITTEN
from scenewright.scene.children.parser.prints import Prints
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import printable

__all__ = ["FILE_READERS", "answer_of", "written_file"]

_LOOK_SECONDS = 0.1
"""Between two looks at the job, the clock and the folder."""
_END_SECONDS = 1.0
_PRINTED_BYTES = 4 << 20
"""Of the answer. Large results are written to files."""
_MOST_FILES = 64
"""In the folder of a child: it writes one or two."""
_ERROR_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a child is started with: ``python -I worker arguments`` in `folder`."""

    worker: Path
    arguments: tuple[str, ...]
    folder: Path


def _start(reading: _Reading, _job: Job) -> ChildProcess:
    command = [sys.executable, "-I", str(reading.worker), *reading.arguments]
    return ChildProcess(command, environment=child_environment(), folder=reading.folder)


FILE_READERS = ChildKind("file readers", _start, ChildLimits(at_once=max(os.cpu_count() or 1, 2), warm=0))


def answer_of(
    worker: Path,
    arguments: Sequence[str],
    *,
    about: str,
    folder: Path,
    seconds: float,
    error: type[ScenewrightError],
    most_written: int = MOST_WRITTEN,
    job: Job | None = None,
) -> dict[str, Any]:
    """What ``python -I worker arguments``, started in `folder`, prints as its last line: an object of JSON.

    Args:
        about: the file that it opens, as errors name it.
        folder: of this child alone; it writes into it.
        seconds: of the wall clock until it is killed.
        error: what is raised where it refuses the file, breaks, takes too long, or prints or writes too much.
        most_written: bytes of all files in `folder`, including what is there before.

    Raises:
        JobCancelled: the job was cancelled; the child is gone.
    """
    job = job or Job()
    with default_supervisor().lend(FILE_READERS, _Reading(worker, tuple(arguments), folder), job=job) as child:
        process = child.process
        prints = Prints(process, _PRINTED_BYTES)
        end = time.monotonic() + seconds
        ended = False
        while not ended:
            job.check()
            if time.monotonic() >= end:
                raise error(f"{about} was not read within {seconds:.0f} s; make it smaller or simpler")
            ended = prints.wait(_LOOK_SECONDS)
            if prints.too_long:
                raise error(f"{about}: the process that reads it printed more than {_PRINTED_BYTES:,} bytes")
            problem = _written_too_much(folder, most_written)
            if problem:
                raise error(f"{about}: the process that reads it {problem}")
        with suppress(subprocess.TimeoutExpired):  # it closed its outputs, so it ends now
            process.wait(_END_SECONDS)
        end_group(process)
    answer = _parsed(prints.out)
    if answer is None:
        last = prints.err.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
        raise error(f"{about} broke the process that reads it: {printable(last[0][:300])}")
    if "error" in answer:
        raise error(f"{about}: {printable(str(answer['error'])[:_ERROR_CHARACTERS])}")
    return answer


def _parsed(out: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(out.decode("utf-8", "replace").splitlines()[-1])
    except (IndexError, ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _written_too_much(folder: Path, most: int) -> str:
    """What is too much in the folder of a child, as the end of a sentence; '' where nothing is."""
    total = 0
    try:
        with os.scandir(folder) as entries:
            found = list(islice(entries, _MOST_FILES + 1))
        for entry in found:
            status = entry.stat(follow_symlinks=False)
            total += status.st_size
    except OSError:  # a file that is renamed at this moment
        return ""
    if len(found) > _MOST_FILES:
        return f"wrote more than {_MOST_FILES} files"
    return f"wrote more than {most:,} bytes" if total > most else ""


def written_file(path: Path, *, most: int, about: str, error: type[ScenewrightError]) -> Path:
    """`path`, a file that a child wrote, which has ended: a regular file of at most `most` bytes, and no link.

    Raises:
        ScenewrightError: of the class `error`; it is something else.
    """
    try:
        status = path.lstat()
    except OSError as problem:
        raise error(
            f"{about}: the process that reads it answered with something else ({problem.strerror or problem})"
        ) from None
    if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
        raise error(f"{about}: the process that reads it answered with something else (no regular file)")
    if status.st_size > most:
        raise error(
            f"{about}: what was read of it has {status.st_size:,} bytes; at most {most:,} are kept: make it smaller"
        )
    return path
