"""Runs structure from motion in a child process (:mod:`scenewright.scene.splats.capture.sfm_child`).

This module prepares the pictures, reports progress, cancels the child, and stores the result.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image

from scenewright.scene import atomic
from scenewright.scene.children import ChildKind, ChildLimits, ChildProcess, default_supervisor
from scenewright.scene.errors import CaptureError, ProjectError
from scenewright.scene.jobs import Job
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import read_plain
from scenewright.scene.printing import printable
from scenewright.scene.splats.capture.lens import need_pycolmap
from scenewright.scene.splats.capture.parts import NotSolved, Photograph, keep, make_work
from scenewright.scene.splats.capture.pictures import read_mask, read_picture
from scenewright.scene.threads import thread_count

__all__ = ["Solved", "content_key", "publish", "reduced_size", "scratch_folder", "solve", "write_reduced"]

_LONGEST = 1600
"""Largest length of the longer side, in pixels, of the pictures in which features are detected."""
_CHILD = Path(__file__).with_name("sfm_child.py")
_RESULT = "result.json"
_MOST_ANSWER_BYTES = 16 << 20
_TASK, _LOG = "job.json", "log.txt"
"""In the folder that the child works in: what it is to do, and what it and its libraries say."""
_TRACE = re.compile(r"\s+@ |PC: |\*\*\* |  File |Current thread|\s+<no Python frame>")
_FATAL = re.compile(r"[EF]\d{8} |Fatal |\w*Error\b|terminate called|  what\(\)")
"""Patterns of log lines: those of stack traces, and those with the reason of a failure (of glog, Python and C++)."""
_TABLES = ("keypoints", "two_view_geometries")
"""Of COLMAP's database, whose rows show progress."""
_LINE_BYTES, _MOST_LINES = 4 << 20, 16
_LEAST_FREE = 64 << 20
"""With less free space than this, in bytes, a failure mentions it. COLMAP's own errors do not say that a disk is full."""
_STALE = 24 * 3600.0
"""Age in seconds after which a temporary work folder counts as abandoned."""


@dataclass(frozen=True)
class Solved:
    """The child's result. `folder` holds COLMAP's binary model; `answer` is the child's JSON answer about it."""

    folder: Path
    answer: Mapping[str, Any]


def content_key(*parts: Any) -> str:
    """The first 24 hex digits of the sha256 of JSON data."""
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:24]


def reduced_size(width: int, height: int) -> tuple[int, int]:
    """(width, height) of the reduced picture in which features are detected."""
    share = min(_LONGEST / max(width, height), 1.0)
    return max(round(width * share), 1), max(round(height * share), 1)


def write_reduced(
    folder: Path, photographs: Sequence[Photograph], names: Sequence[str], job: Job
) -> tuple[Path, Path | None]:
    """Write the photographs, upright, reduced and still distorted, under `names`.

    Returns (folder of the pictures, folder of their masks or None).

    Raises:
        CaptureError: a picture or mask cannot be read.
        JobCancelled: the job was cancelled.
    """
    pictures, masks = folder / "pictures", folder / "masks"
    pictures.mkdir()
    masked = any(photograph.mask is not None for photograph in photographs)
    for index, (photograph, name) in enumerate(zip(photographs, names, strict=True)):
        job.tick(index / len(names), f"reading picture {index + 1} of {len(names)}")
        lens = photograph.lens
        size = reduced_size(lens.width, lens.height)
        pixels, _ = read_picture(photograph.path, upright=photograph.upright, size=(lens.width, lens.height))
        small = Image.fromarray(pixels).resize(size, Image.Resampling.BOX)
        small.save(pictures / name, "JPEG", quality=95, subsampling=0)
        if photograph.mask is not None:
            masks.mkdir(exist_ok=True)
            mask = read_mask(photograph.mask, (lens.width, lens.height), upright=photograph.upright)
            Image.fromarray(mask).resize(size, Image.Resampling.NEAREST).convert("L").save(masks / f"{name}.png")
    return pictures, masks if masked else None


def solve(
    work: Path,
    key: str,
    photographs: Sequence[Photograph],
    names: Sequence[str],
    task: Mapping[str, Any],
    *,
    threads: int | None,
    compute: bool = True,
    job: Job,
) -> Solved:
    """The child's result for these photographs. A result that is stored in `work` under `key` is used again.

    Args:
        names: the photographs' names in the child.
        task: groups, pairs, poses and features.
        compute: False: use only a stored result.

    Raises:
        NotSolved: no result is stored, and `compute` is False.
        CaptureError: pycolmap is missing, or the child failed or died. Nothing is stored then.
        JobCancelled: the job was cancelled. Nothing is stored then.
    """
    job = job.part(name="structure from motion")
    stored = work / key
    if not (stored / _RESULT).is_file():
        if not compute:
            sizes = Counter((photograph.lens.width, photograph.lens.height) for photograph in photographs)
            raise NotSolved("structure from motion has not been done yet", sizes)
        need_pycolmap("structure from motion")
        with scratch_folder(make_work(work).absolute()) as scratch:  # the child works in its own folder
            try:
                pictures, masks = write_reduced(scratch, photographs, names, job.part(0.0, 0.1))
            except OSError as error:
                raise CaptureError(
                    f"{work}: pictures cannot be written ({error.strerror or error}): make room there, or give another folder"
                ).about("work") from None
            count = thread_count(threads)
            child_task = {
                **task, "pictures": str(pictures), "masks": "" if masks is None else str(masks), "threads": count, "seed": 0,
                "database": str(scratch / "database.db"), "out": str(scratch / "models"),
            }  # fmt: skip
            (scratch / "models").mkdir()
            answer = _run(child_task, scratch, count, job.part(0.1))
            model = scratch / "model"
            model.mkdir(exist_ok=True)
            keep(model / _RESULT, json.dumps(answer).encode())
            publish(model, stored, _RESULT)
    try:
        stored_answer = parse_json(read_plain(stored / _RESULT, _MOST_ANSWER_BYTES, "the stored result", root=work))
        if not isinstance(stored_answer, dict):
            raise ValueError("it is no object")
    except (ProjectError, ValueError) as error:
        raise CaptureError(
            f"{stored / _RESULT} cannot be read ({error}): remove {stored} to compute it again"
        ) from None
    return Solved(stored, stored_answer)


@contextmanager
def scratch_folder(work: Path) -> Iterator[Path]:
    """A temporary folder in `work`. Older ones, left by killed processes at least a day ago, are removed too."""
    for old_folder in work.glob("computing-*"):
        with suppress(OSError):
            if time.time() - old_folder.stat().st_mtime > _STALE:
                shutil.rmtree(old_folder, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="computing-", dir=work))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(folder: Path, target: Path, proof: str) -> None:
    """Rename a folder of results to `target`, unless another process did so before. The file `proof` marks a complete folder."""
    if not (target / proof).is_file():
        if target.exists():  # without `proof`: an incomplete copy
            shutil.rmtree(target)
        atomic.move(folder, target)


@dataclass(frozen=True, slots=True)
class _SfmRun:
    """The parameters of a child, which works in `scratch` and reads its task there."""

    scratch: Path
    threads: int


def _start(run: _SfmRun, _job: Job) -> ChildProcess:
    environment = {**os.environ, "OMP_NUM_THREADS": str(run.threads), "OPENBLAS_NUM_THREADS": "1"}
    with (run.scratch / _LOG).open("wb") as errors:
        return ChildProcess(
            [sys.executable, "-P", str(_CHILD), str(run.scratch / _TASK)],
            environment=environment,
            folder=run.scratch,
            stdin=subprocess.PIPE,  # it closes when this process ends; the child watches it and ends as well
            stderr=errors,
        )


STRUCTURE_FROM_MOTION = ChildKind("structure from motion", _start, ChildLimits(at_once=2, warm=0))
"""Children that reconstruct one capture each, with all threads of the job: COLMAP gives no memory back, and may crash."""


def _run(task: Mapping[str, Any], scratch: Path, threads: int, job: Job) -> Mapping[str, Any]:
    """Run the child; returns its answer."""
    log = scratch / _LOG
    (scratch / _TASK).write_text(json.dumps(task), "utf-8")
    with default_supervisor().lend(STRUCTURE_FROM_MOTION, _SfmRun(scratch, threads), job=job) as child:
        answer = _listen(child.process, Path(task["database"]), job)
    code = child.process.wait()
    if "done" in answer:
        done: Mapping[str, Any] = answer["done"]
        return done
    if "error" in answer:
        free = shutil.disk_usage(scratch).free
        full = f"; only {free >> 20} MB are free in {scratch.parent}: make room there" if free < _LEAST_FREE else ""
        raise CaptureError(f"structure from motion failed: {answer['error']}{full}")
    died = f"signal {-code}" if code < 0 else f"exit code {code}"
    raise CaptureError(
        f"structure from motion died ({died}); its log says: {_last_words(log.read_text('utf-8', 'replace')) or 'nothing'}"
    )


def _last_words(log: str) -> str:
    """The log's lines with the reason of a failure, else its last lines. Stack traces are left out."""
    lines = [line.strip() for line in log.splitlines() if line.strip() and not _TRACE.match(line)]
    fatal = [line for line in lines if _FATAL.match(line)]
    return " | ".join(line[:300] for line in (fatal or lines)[-2:])


def _listen(child: subprocess.Popen[bytes], database: Path, job: Job) -> dict[str, Any]:
    """The child's last JSON line, or {} if it died. Its progress is passed to the job."""
    lines: queue.Queue[bytes | None] = queue.Queue(_MOST_LINES)
    threading.Thread(target=_pump, args=(child, lines), daemon=True).start()
    stage: _Step | None = None
    while True:
        job.check()
        try:
            line = lines.get(timeout=0.5)
        except queue.Empty:
            _look(database, stage, job)
            continue
        if line is None:
            child.wait()
            return {}
        message = _message(line)
        if message is None:
            continue  # a line printed by the library
        if isinstance(message, _Step):
            stage = message if message.table else None
            # it may be over before the first look
            job.progress(message.begin, message.text(0))
        else:
            child.wait()
            return message


@dataclass(frozen=True, slots=True)
class _Step:
    """What the child says that it does now. `table`: of its database, where rows show how far it is, '' for none."""

    doing: str
    begin: float
    end: float = 1.0
    total: int = 1
    table: str = ""

    def text(self, rows: int) -> str:
        return self.doing.replace("{}", str(rows), 1).replace("{}", str(self.total), 1)


def _message(line: bytes) -> _Step | dict[str, Any] | None:
    """A line of the child, checked, since it reads what strangers made: a step, or its answer; None for a line of a library."""
    try:
        message = json.loads(line)
        if "table" in message:
            if message["table"] not in _TABLES:
                return None
            numbers = float(message["begin"]), float(message["end"]), int(message["total"])
            return _Step(printable(str(message["doing"])[:200]), *numbers, table=message["table"])
        if "share" in message:
            return _Step(printable(str(message["doing"])[:200]), float(message["share"]))
        if isinstance(message.get("done"), dict):
            return {"done": message["done"]}
        return {"error": printable(str(message["error"])[:1000])} if "error" in message else None
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None


def _look(database: Path, step: _Step | None, job: Job) -> None:
    """Report the child's progress, from the number of rows in the database table that grows."""
    if step is None or not database.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)) as connection:
            (rows,) = connection.execute(f"SELECT COUNT(*) FROM {step.table}").fetchone()  # noqa: S608 - one of _TABLES
    except sqlite3.Error:
        return  # the database is being created or locked; the next call will succeed
    share = min(rows / max(step.total, 1), 1.0)
    job.progress(step.begin + (step.end - step.begin) * share, step.text(rows))


def _pump(child: subprocess.Popen[bytes], lines: queue.Queue[bytes | None]) -> None:
    """Put the lines of the child into a queue: at most so many bytes of each, and no more lines than are read. It ends with the child."""
    assert child.stdout is not None
    line: bytes | None = child.stdout.readline(_LINE_BYTES)
    while line:
        if not _put(child, lines, line):
            return
        line = child.stdout.readline(_LINE_BYTES)
    _put(child, lines, None)


def _put(child: subprocess.Popen[bytes], lines: queue.Queue[bytes | None], line: bytes | None) -> bool:
    while True:
        try:
            lines.put(line, timeout=1.0)
        except queue.Full:  # nobody reads any more
            if child.returncode is not None:
                return False
        else:
            return True
