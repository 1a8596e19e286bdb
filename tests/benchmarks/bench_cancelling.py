"""How long each kind of job takes to be gone once it is cancelled from another process, what it leaves, and what the table says of one
whose process was killed.

python -m tests.benchmarks.bench_cancelling [--only KIND ...] [--after SECONDS ...] [--json FILE]

Each job runs in a process of its own and is cancelled so many seconds after it began. A figure is the time from the request until the
job's row says that it ended, and beside it what of the processor the job's process took meanwhile, which a busy machine does not
lengthen; the table itself looks four times a second. What is over :data:`TARGET` is a failure, as is a child process that
outlives the job's, a file that cannot be read, and a killed job that is not told as lost.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from PIL import Image

from scenewright.app.jobs import JobRecord, JobTable
from scenewright.scene.jobs import JobState
from tests.benchmarks.cancelled_work import KINDS
from tests.benchmarks.figures import give, options

TARGET = 2.0
_READY_SECONDS = 240.0
_NOT_HERE = 77


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--only", nargs="+", choices=sorted(KINDS), default=list(KINDS))
    parser.add_argument("--after", nargs="+", type=float, default=[0.3, 1.0, 2.5])
    given = parser.parse_args()
    seconds: dict[str, Any] = {}
    problems: list[str] = []
    left_out: list[str] = []
    for kind in given.only:
        for after in given.after:
            found = _cancelled(kind, after, problems)
            if found is None:
                left_out.append(kind)
                break
            seconds.setdefault(kind, []).append(found)
            print(f"{kind}, after {after:g} s: {found}", file=sys.stderr, flush=True)
        else:
            _killed(kind, given.after[-1], problems)
    found_all = [t for each in seconds.values() for t in each if isinstance(t, dict)]
    times = [t["seconds"] for t in found_all]
    figures = {
        "seconds_until_gone": seconds,
        "longest": max(times, default=None),
        "longest_processor": max((t["processor_seconds"] for t in found_all), default=None),
        "cancelled": len(times),
        "within_target": sum(t <= TARGET for t in times),
        "target": TARGET,
        "left_out": left_out,
        "problems": problems,
    }
    give(figures, given.json)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _cancelled(kind: str, after: float, problems: list[str]) -> dict[str, float] | str | None:
    """Seconds until it was gone, of the clock and of the processor; a text where it had ended before; None where it cannot run here."""
    with tempfile.TemporaryDirectory() as name, _Run(kind, Path(name)) as run:
        if not run.begun():
            return None
        time.sleep(after)
        children = run.children()
        if (record := run.record()).state.ended:
            if record.state is not JobState.FINISHED:
                problems.append(f"{kind} is {record.state} by itself: {record.error}")
            return "ended before"
        asked, worked = time.monotonic(), run.processor_seconds()
        run.table.cancel(run.record().id)
        last = worked
        while not run.record().state.ended and time.monotonic() - asked < 60.0:
            last = run.processor_seconds() or last
            time.sleep(0.01)
        taken = round(time.monotonic() - asked, 2)
        record = run.record()
        if record.state is not JobState.CANCELLED:
            problems.append(f"{kind} is {record.state}: {record.what} {record.error or ''}")
        if taken > TARGET:
            problems.append(f"{kind} took {taken:g} s to stop, {after:g} s after it began: {record.what}")
        run.process.wait(60.0)
        _check_left(kind, run, children, problems)
        return {"seconds": taken, "processor_seconds": round(last - worked, 2)}


def _killed(kind: str, after: float, problems: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name, _Run(kind, Path(name)) as run:
        if not run.begun():
            return
        time.sleep(after)
        children = run.children()
        if run.record().state.ended:
            return
        run.process.kill()
        run.process.wait(60.0)
        if run.record().state is not JobState.LOST:
            problems.append(f"{kind}: its process was killed, and the table says {run.record().state}")
        _check_left(kind, run, children, problems)


def _check_left(kind: str, run: _Run, children: list[psutil.Process], problems: list[str]) -> None:
    _, alive = psutil.wait_procs(children, timeout=5.0)
    alive = [c for c in alive if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]
    problems.extend(f"{kind} leaves process {c.pid} behind: {' '.join(c.cmdline())[:120]}" for c in alive)
    files = [f for f in run.files.rglob("*") if f.is_file() and not f.name.startswith(".")]
    damaged = {f.relative_to(run.files): why for f in files if (why := _unreadable(f))}
    problems.extend(f"{kind} leaves {name}, which cannot be read: {why}" for name, why in damaged.items())


def _unreadable(file: Path) -> str:
    """Why a file is no whole one; '' where it is, or nothing is known of its kind."""
    try:
        if file.suffix in (".png", ".jpg"):
            with Image.open(file) as picture:
                picture.load()
        elif file.suffix == ".json":
            json.loads(file.read_text(encoding="utf-8"))
        elif file.suffix == ".glb":
            size = int.from_bytes(file.read_bytes()[8:12], "little")
            return "" if size == file.stat().st_size else f"it has {file.stat().st_size} of {size} bytes"
        elif file.suffix in (".spz", ".sog", ".ply") and not (file.parent / "scene.obj").exists():
            from scenewright.scene.splats.formats import read_file

            read_file(file)
    except Exception as error:  # noqa: BLE001 - whatever a reader says of a file is the answer
        return str(error)
    return ""


class _Run:
    """A job in a process of its own."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.files = folder / "files"
        self.files.mkdir()
        self.table = JobTable(folder / "jobs")
        self.errors = (folder / "errors.txt").open("w+")
        command = [
            sys.executable,
            "-m",
            "tests.benchmarks.cancelled_work",
            kind,
            str(self.table.folder),
            str(self.files),
        ]
        self.process = subprocess.Popen(command, stderr=self.errors)

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.errors.close()

    def begun(self) -> bool:
        """Whether it works; waits for that. False: it needs what is not installed."""
        end = time.monotonic() + _READY_SECONDS
        while time.monotonic() < end:
            if any(r.what or r.state.ended for r in self.table.list()):
                return True
            if self.process.poll() is not None:
                if self.process.returncode == _NOT_HERE:
                    return False
                break
            time.sleep(0.02)
        self.errors.seek(0)
        raise SystemExit(f"the work did not begin: {self.errors.read()[-2000:]}")

    def record(self) -> JobRecord:
        return self.table.list()[0]

    def processor_seconds(self) -> float:
        """That the process has taken so far; 0 where it is gone."""
        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.NoSuchProcess:
            return 0.0
        return float(times.user + times.system)

    def children(self) -> list[psutil.Process]:
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []


if __name__ == "__main__":
    raise SystemExit(main())
