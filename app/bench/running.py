"""Runs parts of the bench, each in a process of its own: what one leaves in memory or breaks costs no other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from scenewright.app.bench.figures import Figure
from scenewright.app.bench.machine import machine_facts
from scenewright.app.bench.parts import PARTS
from scenewright.app.bench.report import BenchReport, MeasuredPart
from scenewright.app.requests import RequestError
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

__all__ = ["run_benches"]

_SECONDS = {False: 600.0, True: 7_200.0}
"""Most of one part, quick and full."""
_MOST_REASON = 600


def run_benches(
    only: Sequence[str] = (), *, full: bool = False, threads: int | None = None, job: Job | None = None
) -> BenchReport:
    """Measure this machine.

    Args:
        only: names of parts (:data:`~scenewright.app.bench.PARTS`); empty: all.
        full: more rooms, pixels and steps.
        threads: of what can use several; None: as many as the settings or the machine have.

    Raises:
        RequestError: there is no such part.
        JobCancelled: the job was cancelled.
    """
    for name in only:
        if name not in PARTS:
            raise RequestError(f"there is no part {name!r} of the bench: use {', '.join(PARTS)}", field="only")
    from scenewright.scene.threads import thread_count

    job = job or Job()
    count = threads or thread_count()
    names = list(only) or list(PARTS)
    facts = machine_facts(count)
    begun = time.perf_counter()
    measured = []
    with tempfile.TemporaryDirectory(prefix="scenewright-bench-") as rooms:
        for number, name in enumerate(names):
            job.progress(number / len(names), f"{name}: {PARTS[name].about}")
            measured.append(_measured(name, full, count, rooms, job))
    return BenchReport(facts, "full" if full else "quick", count, tuple(measured), time.perf_counter() - begun)


def _measured(name: str, full: bool, threads: int, rooms: str, job: Job) -> MeasuredPart:
    count = str(threads if PARTS[name].threads else 1)
    caps = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), count)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        arguments = [name, "full" if full else "quick", str(threads), rooms, str(out)]
        command = [sys.executable, "-P", "-m", "scenewright.app.bench.child", *arguments]
        errors = Path(folder) / "errors.txt"
        with errors.open("wb") as stream:
            child = subprocess.Popen(command, env={**os.environ, **caps}, stdout=subprocess.DEVNULL, stderr=stream)
            problem = _wait(child, begun + _SECONDS[full], job)
        seconds = time.perf_counter() - begun
        if problem is None and child.returncode:
            lines = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            problem = cut(lines[-1] if lines else f"it ended with {child.returncode}", _MOST_REASON)
        figures = json.loads(out.read_text(encoding="utf-8")) if problem is None else []
    return MeasuredPart(name, tuple(Figure.from_json(f) for f in figures), seconds, problem or "")


def _wait(child: subprocess.Popen[bytes], ends: float, job: Job) -> str | None:
    """Wait until the child has ended; why it was ended otherwise."""
    try:
        while True:
            job.check()
            try:
                child.wait(0.2)
            except subprocess.TimeoutExpired:
                if time.perf_counter() > ends:
                    return "it took longer than it may"
                continue
            return None
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
