"""Runs :mod:`scenewright.scene.splats.capture.sfm_child`: pictures made ready, progress, cancellation, and what is kept of the result."""

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
from typing import IO, Any

from PIL import Image

from scenewright.scene import atomic
from scenewright.scene.children import ChildKind, ChildLimits, ChildProcess, default_supervisor
from scenewright.scene.errors import CaptureError
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture.lens import need_pycolmap
from scenewright.scene.splats.capture.parts import NotSolved, Photograph, keep, make_work
from scenewright.scene.splats.capture.pictures import read_mask, read_picture
from scenewright.scene.threads import thread_count

__all__ = ["Solved", "content_key", "publish", "reduced_size", "scratch_folder", "solve", "write_reduced"]

_LONGEST = 1600
"""Of the longer side, in pixels: features are found in pictures of at most this size."""
_CHILD = Path(__file__).with_name("sfm_child.py")
_RESULT = "result.json"
_TASK, _LOG = "job.json", "log.txt"
"""In the folder that the child works in: what it is to do, and what it and its libraries say."""
_TRACE = re.compile(r"\s+@ |PC: |\*\*\* |  File |Current thread|\s+<no Python frame>")
_FATAL = re.compile(r"[EF]\d{8} |Fatal |\w*Error\b|terminate called|  what\(\)")
"""Lines of a log that stack traces are made of, and such as say why a process ends: glog's, Python's, C++'s."""
_LEAST_FREE = 64 << 20
"""Bytes: with less room than this, a failure is told together with it. COLMAP's own errors do not say that a disk is full."""
_STALE = 24 * 3600.0
"""Seconds after which a folder that work was done in is nobody's."""


@dataclass(frozen=True)
class Solved:
    """What the child found. `folder` holds COLMAP's binary model; `answer` is what the child said about it."""

    folder: Path
    answer: Mapping[str, Any]


def content_key(*parts: Any) -> str:
    """sha256, in hex, of JSON data; 24 digits of it."""
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:24]


def reduced_size(width: int, height: int) -> tuple[int, int]:
    """(width, height) of the picture that features are found in."""
    share = min(_LONGEST / max(width, height), 1.0)
    return max(round(width * share), 1), max(round(height * share), 1)


def write_reduced(
    folder: Path, photographs: Sequence[Photograph], names: Sequence[str], job: Job
) -> tuple[Path, Path | None]:
    """(folder of the pictures by `names`, folder of their masks or None): upright, distorted as they are, reduced.

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
            kept = read_mask(photograph.mask, (lens.width, lens.height), upright=photograph.upright)
            Image.fromarray(kept).resize(size, Image.Resampling.NEAREST).convert("L").save(masks / f"{name}.png")
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
    """The child's result for these photographs, called `names` there, from `work` where it is kept under `key` already.

    `task`: its groups, pairs, poses and features. With `compute` False only what is kept counts.

    Raises:
        NotSolved: nothing is kept, and nothing was to be computed.
        CaptureError: pycolmap is missing, or the child failed or died; nothing is kept then.
        JobCancelled: the job was cancelled; nothing is kept then.
    """
    job = job.part(name="structure from motion")
    kept = work / key
    if not (kept / _RESULT).is_file():
        if not compute:
            sizes = Counter((photograph.lens.width, photograph.lens.height) for photograph in photographs)
            raise NotSolved("structure from motion has not been done yet", sizes)
        need_pycolmap("structure from motion")
        with scratch_folder(make_work(work).absolute()) as scratch:  # the child works in a folder of its own
            try:
                pictures, masks = write_reduced(scratch, photographs, names, job.part(0.0, 0.1))
            except OSError as error:
                raise CaptureError(
                    f"{work}: pictures cannot be written ({error.strerror or error}): make room there, or give another folder"
                ).about("work") from None
            count = thread_count(threads)
            told = {
                **task, "pictures": str(pictures), "masks": "" if masks is None else str(masks), "threads": count, "seed": 0,
                "database": str(scratch / "database.db"), "out": str(scratch / "models"),
            }  # fmt: skip
            (scratch / "models").mkdir()
            answer = _run(told, scratch, count, job.part(0.1))
            model = scratch / "model"
            model.mkdir(exist_ok=True)
            keep(model / _RESULT, json.dumps(answer).encode())
            publish(model, kept, _RESULT)
    try:
        read = json.loads((kept / _RESULT).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CaptureError(f"{kept / _RESULT} cannot be read ({error}): remove {kept} to compute it again") from None
    return Solved(kept, read)


@contextmanager
def scratch_folder(work: Path) -> Iterator[Path]:
    """A folder in `work` that is gone afterwards; what a process that was killed left there a day ago goes too."""
    for left in work.glob("computing-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="computing-", dir=work))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(folder: Path, target: Path, proof: str) -> None:
    """Rename a folder of results to `target`, unless another process has put one there, which its file `proof` shows."""
    if not (target / proof).is_file():
        if target.exists():  # without proof: a copy that somebody cut short
            shutil.rmtree(target)
        atomic.move(folder, target)


@dataclass(frozen=True, slots=True)
class _SfmRun:
    """What a child is started with: it works in `scratch`, where its task lies."""

    scratch: Path
    threads: int


def _start(run: _SfmRun, _job: Job) -> ChildProcess:
    environment = {**os.environ, "OMP_NUM_THREADS": str(run.threads), "OPENBLAS_NUM_THREADS": "1"}
    with (run.scratch / _LOG).open("wb") as errors:
        return ChildProcess(
            [sys.executable, "-P", str(_CHILD), str(run.scratch / _TASK)],
            environment=environment,
            folder=run.scratch,
            stdin=subprocess.PIPE,  # it ends when this does: the child watches it, and goes when we go
            stderr=errors,
        )


STRUCTURE_FROM_MOTION = ChildKind("structure from motion", _start, ChildLimits(at_once=2, warm=0))
"""Children that reconstruct one capture each, with all threads of the job: COLMAP gives no memory back, and may crash."""


def _run(task: Mapping[str, Any], scratch: Path, threads: int, job: Job) -> Mapping[str, Any]:
    """What the child answered."""
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
        f"structure from motion died ({died}); what it said: {_last_words(log.read_text('utf-8', 'replace')) or 'nothing'}"
    )


def _last_words(log: str) -> str:
    """The lines in which a library or Python says why it ends, else the last; stack traces left out."""
    lines = [line.strip() for line in log.splitlines() if line.strip() and not _TRACE.match(line)]
    fatal = [line for line in lines if _FATAL.match(line)]
    return " | ".join(line[:300] for line in (fatal or lines)[-2:])


def _listen(child: subprocess.Popen[bytes], database: Path, job: Job) -> dict[str, Any]:
    """The child's last line, or {} where it died; its progress is passed on."""
    assert child.stdout is not None
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_pump, args=(child.stdout, lines), daemon=True).start()
    stage: dict[str, Any] = {}
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
        try:
            said = json.loads(line)
        except ValueError:
            continue  # a line that the library itself has printed
        if not isinstance(said, dict):
            continue
        if "table" in said:
            stage = said
            job.progress(said["begin"], said["doing"].format(0, said["total"]))  # it may be over before the first look
        elif "share" in said:
            stage = {}
            job.progress(said["share"], said["doing"])
        else:
            child.wait()
            return said


def _look(database: Path, stage: Mapping[str, Any], job: Job) -> None:
    """Tells how far the child is by the rows of the table that grows."""
    if not stage or not database.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)) as connection:
            (rows,) = connection.execute(f"SELECT COUNT(*) FROM {stage['table']}").fetchone()  # noqa: S608 - our child's
    except sqlite3.Error:
        return  # it is being made, or is locked: the next look will do
    share = min(rows / max(stage["total"], 1), 1.0)
    job.progress(stage["begin"] + (stage["end"] - stage["begin"]) * share, stage["doing"].format(rows, stage["total"]))


def _pump(stream: IO[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)
